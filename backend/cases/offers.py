"""What a decision opens for its applicant: offered with it, not left to be found (政策送达)."""

from datetime import date

from backend.catalogue import Catalogue, hold
from models.cases import Case, Offer


def offers_of(case: Case, catalogue: Catalogue, today: date) -> list[Offer]:
    """The items that whoever `case` is granted to may apply for from now on; those that have ended meanwhile are left out."""
    opened = catalogue.version_by_id(case.item_version).opens
    return [
        Offer(item=each.item, name=catalogue.item_name(each.item), note=each.note)
        for each in opened
        if hold(each.when, case.form, today) and catalogue.item(each.item).version_on(today) is not None
    ]

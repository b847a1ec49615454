"""What a case has from the edition of the item it follows."""

from typing import Any

from backend.catalogue import Vocabulary, is_by_town, organ_of
from backend.errors import Invalid
from models.cases import Case
from models.catalogue import ItemVersion


def placed(version: ItemVersion, town: str | None, names: Vocabulary) -> dict[str, Any]:
    """What a case has from the edition it follows: the edition, the department, whose rules, in whose name."""
    return {
        "item_version": version.id,
        "department": version.department,
        "region": version.region or names.home or None,
        "organ": organ_of(version, town, names),
        "handle_area": version.handle_area,
        "formerly": version.exercised.formerly if version.exercised else None,
    }


def town_there(version: ItemVersion, town: str | None, names: Vocabulary) -> str | None:
    """An applicant's town where it lies in the district that decides: the steps of towns and villages are its people's.

    None of another district's: its people may not look into the case, so such a step is for any town of the one that decides.
    """
    return town if names.region_of_town(town) == (version.region or names.home) else None


def require_town(case: Case, version: ItemVersion) -> None:
    """Raises `Invalid` where a town decides in its own name and the applicant lives in none of its towns, as far as anybody knows."""
    if is_by_town(version) and case.town is None:
        raise Invalid(
            f"「{version.name}」由您居住的镇街决定，系统没有查到您住在这个区的哪个镇街。请换到您居住的区办理，或带身份证到居住地的镇街窗口办理。"
        )

"""What officers fill in at a step: as they are asked for it, and as everybody reads it."""

from pydantic import JsonValue

from models.base import View
from models.catalogue import Fact, Fill


class FilledView(View):
    """One thing that was fixed, in words."""

    label: str
    value: str


class VerdictsView(View):
    """What the look whose turn it is may end with, in the field's words. `binding`: one of the two has to be said."""

    passes: str
    fails: str
    binding: bool


class ToFillView(View):
    """One thing the step whose turn it is must fix: `proposed` by the district's standard, and where that is from."""

    field: Fill
    proposed: JsonValue
    note: str


class WantedView(View):
    """What the applicant asked to read in a part, in the words of the form; `choice`: one of a list, met by whichever it names."""

    said: str
    choice: bool


class ToStateView(View):
    """One thing the person who decides writes on the paper: what the rule would have put there, null where the records do not fill it;
    `on_record`: what there is of it in the registers, null where the item names no place to look;
    `asked`: by part, what the applicant asked to read there."""

    fact: Fact
    asked: dict[str, WantedView]
    proposed: JsonValue
    on_record: list[dict[str, JsonValue]] | None


class ByHandView(View):
    """A certificate its rule did not give, for whoever may grant it: what they write where the registers do not say it. Without any
    `facts` the paper is another authority's own file."""

    facts: list[ToStateView]
    offers_no_record: bool

"""What officers fill in at a step: as they are asked for it, and as everybody reads it."""

from pydantic import JsonValue

from models.base import View
from models.catalogue import Fill


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

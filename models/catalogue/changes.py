"""What differs between two versions of an item, in words."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from models.base import Body, Query, View

Source = Annotated[str, StringConstraints(min_length=1, max_length=100_000)]  # the YAML of one item


class Change(View):
    """One sentence, and the part of the item it is about."""

    part: str  # "materials", as the YAML calls it
    label: str  # 材料
    text: str


class Difference(View):
    """Everything that differs. `before` and `after` are ids of versions; no `changes`: the two say the same."""

    item: str
    name: str
    before: str
    after: str
    changes: list[Change]


class DiffQuery(Query):
    """Two versions by the day each takes effect; none named: the last one and the one before it."""

    from_: date | None = Field(default=None, alias="from")
    to: date | None = None


class DraftBody(Body):
    """An item's YAML as an editor has it now, published or not."""

    source: Source


class FaultView(View):
    """Something wrong in an item's YAML."""

    line: int
    pointer: str
    message: str


class CheckView(View):
    """Everything that is wrong with an item's YAML; nothing: it could be published."""

    faults: list[FaultView]

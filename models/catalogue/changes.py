"""What differs between two versions of an item, in words."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from models.base import Body, Query, View
from models.catalogue.regional import RegionCode

Source = Annotated[str, StringConstraints(min_length=1, max_length=100_000)]  # the YAML of one item

EditionName = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d(/\d{6})?(~\d{4}-\d\d-\d\d)?$")]


class Change(View):
    """One sentence, and the part of the item it is about.

    `where`: what has changed, as people call it; `before` and `after`: both values in words, empty where there was none; both empty:
    only `text` says it. `version`: the day a version began that holds, or another than the compared one begins, where this is a
    change of that: nobody changes a version that has begun.
    """

    part: str  # "materials", as the YAML calls it
    label: str  # 材料
    text: str
    where: str  # 材料「近照」的必要性
    before: str
    after: str
    version: date | None = None


class Difference(View):
    """Everything that differs. `before` and `after` are ids of versions; no `changes`: the two say the same."""

    item: str
    name: str
    before: str
    after: str
    changes: list[Change]


class DiffQuery(Query):
    """Two versions by what stands after the @ of their ids: the day each takes effect, and for a district's edition or one that
    somebody else exercises also `/{region}` and `~{day}`. None named: the last one and the one before it."""

    from_: EditionName | None = Field(default=None, alias="from")
    to: EditionName | None = None


class DraftBody(Body):
    """An item's YAML as an editor has it now, published or not."""

    source: Source


class PreviewBody(DraftBody):
    """`region`: whose guide; the catalogue's own district's where absent."""

    region: RegionCode | None = None


class FaultView(View):
    """Something wrong in an item's YAML."""

    line: int
    pointer: str
    message: str


class CheckView(View):
    """Everything that is wrong with an item's YAML; nothing: it could be published."""

    faults: list[FaultView]

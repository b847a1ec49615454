"""What is asked of the points engines."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field, model_validator

from models.base import Body, Cursor, Identifier, LongText, PhoneNumber, Query, ShortText
from models.catalogue import ItemCode
from models.forms import Key
from models.staff_text import StaffText

Points = Annotated[int, Field(ge=-1000, le=1000)]


class VersionedBody(Body):
    """An act on what the caller has just seen."""

    version: int = Field(ge=0)


class LineBody(VersionedBody):
    """A department sets what an indicator gives. `reason`: why, wherever it differs from what registers give."""

    indicator: Key
    points: Points
    reason: StaffText | None = None


class ObjectedBody(Body):
    indicator: Key
    reason: LongText


class SheetObjectionBody(VersionedBody):
    lines: list[ObjectedBody] = Field(min_length=1, max_length=30)


class FindingBody(Body):
    """What was found on one line that was objected to."""

    indicator: Key
    points: Points
    finding: StaffText


class AnswerSheetBody(VersionedBody):
    findings: list[FindingBody] = Field(min_length=1, max_length=30)


class RoundBody(Body):
    """A new round. `places`: of an item with wishes, how many each has; the quota is their sum then."""

    item: ItemCode
    name: ShortText
    announcement: ShortText
    opens_at: datetime
    closes_at: datetime
    quota: int = Field(default=0, ge=0, le=1_000_000)
    places: dict[Key, Annotated[int, Field(ge=0, le=100_000)]] = Field(default_factory=dict, max_length=500)
    least: int = Field(default=0, ge=0, le=10_000)

    @model_validator(mode="after")
    def times_have_a_zone(self) -> Self:
        if self.opens_at.tzinfo is None or self.closes_at.tzinfo is None:
            raise ValueError("时间要写明时区，例如 2026-12-01T09:00:00+08:00。")
        return self


class ExclusionBody(VersionedBody):
    """An application that does not meet the conditions, or after all does, and why."""

    case: Identifier
    reason: StaffText


class RoundObjectionBody(Body):
    """`case`: the applicant's own application in the round."""

    text: LongText
    case: Identifier | None = None


class TakenDownBody(Body):
    """An objection that staff take down: who says it, and the telephone the answer is told on, of whoever has one."""

    text: LongText
    name: ShortText
    phone: PhoneNumber | None = None


class PlaceBody(Body):
    """`take`: whether the place they have, or are offered, is taken; `case`: their application."""

    case: Identifier
    take: bool


class AnswerRoundBody(VersionedBody):
    upheld: bool
    finding: StaffText


class RoundsQuery(Query):
    item: ItemCode | None = None
    cursor: Cursor | None = None
    limit: int = Field(default=20, ge=1, le=100)


class SheetsQuery(Query):
    """`objected`: only those with an objection that waits for an answer."""

    objected: bool = False
    cursor: Cursor | None = None
    limit: int = Field(default=20, ge=1, le=100)


class AppliedQuery(Query):
    """A page of the applications of a round."""

    cursor: Cursor | None = None
    limit: int = Field(default=100, ge=1, le=500)


class RankingQuery(Query):
    """`after`: the last row of the page before."""

    after: int = Field(default=0, ge=0)
    limit: int = Field(default=100, ge=1, le=500)

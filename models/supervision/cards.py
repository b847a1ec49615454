"""Cards (提醒、黄牌、红牌): given by rule to who used the time up, appealed, reviewed; never deleted."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from models.base import Body, Cursor, Query, ShortText, Stored, View
from models.cases import CaseVersion, Somebody
from models.catalogue.codes import Worded
from models.grounds import GivenReason
from models.supervision.rules import Level
from models.supervision.time import HolderView, Scope

WHOLE = "*"  # the step of a card that is for the subject as such


class CardState(Worded):
    """Where a card stands."""

    GIVEN = "given", "已发出"
    APPEALED = "appealed", "申诉中，等复核"
    UPHELD = "upheld", "复核维持"
    WITHDRAWN = "withdrawn", "已撤销"


class Outcome(StrEnum):
    """What a review says."""

    UPHELD = "upheld"
    WITHDRAWN = "withdrawn"


class Statement(BaseModel):
    """What somebody put in writing about a card."""

    model_config = ConfigDict(extra="ignore")

    by: Somebody
    at: datetime
    reason: str


class Review(Statement):
    """The decision on a card."""

    outcome: Outcome


class Card(Stored):
    """One card: for one step of one subject there is one of each level. Times are minutes of office time."""

    number: str  # 监察编号
    kind: str
    subject: str
    subject_number: str
    title: str
    group: str
    step: str
    step_name: str
    scope: Scope | None = None
    level: Level
    rule: str  # 规则编号
    name: str  # 督办内容
    department: str
    given_to: Somebody | None = None  # nobody: the department as such
    heads: list[Somebody] = Field(default_factory=list)  # who was told beside them
    used: int | None = None
    limit: int | None = None
    due: datetime | None = None
    rests_on: list[str] = Field(default_factory=list)  # of one given for several others: their ids
    at: datetime
    appeal_until: datetime | None = None  # none: a reminder, which has no consequence
    state: CardState = CardState.GIVEN
    appeal: Statement | None = None
    review: Review | None = None

    @property
    def stands(self) -> bool:
        return self.state is not CardState.WITHDRAWN


# Requests


class CardsQuery(Query):
    """`mine`: given to the viewer, or to the department they head; `appealable`: that may be appealed against now."""

    mine: bool = False
    appealable: bool = False
    level: Level | None = None
    state: CardState | None = None
    department: ShortText | None = None
    subject: ShortText | None = None
    cursor: Cursor | None = None
    limit: Annotated[int, Field(ge=1, le=100)] = 20


class AppealBody(Body):
    """The head's grounds."""

    version: CaseVersion
    reason: GivenReason


class ReviewBody(Body):
    """`withdrawn`: the card no longer counts, and so says the reason."""

    version: CaseVersion
    outcome: Annotated[Outcome, Field(strict=False)]
    reason: GivenReason


class ExportQuery(Query):
    """Yellow and red cards given from one moment until before another. Red ones, unless `level` says otherwise."""

    since: datetime = Field(alias="from")
    until: datetime = Field(alias="to")
    level: Literal["yellow", "red", "all"] = "red"

    @model_validator(mode="after")
    def forwards(self) -> Self:
        if self.since.tzinfo is None or self.until.tzinfo is None:
            raise ValueError("时间要带时区，例如 2026-11-01T00:00:00+08:00")
        if self.since >= self.until:
            raise ValueError("开始时间要早于结束时间")
        if self.since.year < 2000 or self.until.year > 2100:
            raise ValueError("时间要在2000年到2100年之间")
        return self


# Answers


class StatementView(View):
    by: str
    at: datetime
    reason: str


class ReviewView(StatementView):
    outcome: str


class CardView(View):
    """A card as its reader sees it. `actions`: what the reader may do about it now."""

    id: str
    version: int
    number: str
    level: str
    level_name: str
    state: str
    state_name: str
    name: str
    sentence: str
    kind: str
    subject: str
    subject_number: str
    title: str
    step: str
    step_name: str
    holder: HolderView
    heads: list[str]
    used_minutes: int | None
    limit_minutes: int | None
    due: datetime | None
    rests_on: list[str]
    at: datetime
    appeal_until: datetime | None
    appeal: StatementView | None
    review: ReviewView | None
    actions: list[str]


class ExportRow(View):
    """A card in the shape of the supervision part of the exchange tables (监察/督办)."""

    监察编号: str
    规则编号: str
    督办内容: str
    被督办机构: str
    发出时间: datetime
    预警类型: str
    结果描述: str
    责任部门: str
    责任人: str
    办件编号: str
    事项名称: str
    环节: str


class ExportView(View):
    items: list[ExportRow]

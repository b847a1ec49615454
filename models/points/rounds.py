"""A round (申请批次): the window in which people apply, how many can be granted, the ranking and what came of it."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from models.base import Stored
from models.cases.parts import Somebody
from models.catalogue.codes import Worded


class RoundState(Worded):
    """How far a round is. Kept is `open` until it is ranked; what people are told (`Round.shown`) is finer, by the time of day."""

    AWAITED = "awaited", "还没有开始申请"  # not kept
    OPEN = "open", "接受申请"
    CLOSED = "closed", "申请已截止，待排名"  # not kept
    RETAKEN = "retaken", "申请已截止，待重新排名"  # not kept: a list was taken back, or a ranking no longer fits
    RANKED = "ranked", "已排名，待公示"
    PUBLISHED = "published", "公示中"
    LISTED = "listed", "公示期满，待处理"  # not kept
    CONCLUDED = "concluded", "公示结束，待作出决定"
    DECIDED = "decided", "已经办完"


class PlaceOutcome(Worded):
    """What a place in the ranking means."""

    WITHIN = "within", "入围"
    BEYOND = "beyond", "未入围"
    EXCLUDED = "excluded", "不符合条件"


class Run(BaseModel):
    """One ranking. `digest`: of all its rows in order; the same applications and points give the same one."""

    model_config = ConfigDict(extra="ignore")

    id: str
    at: datetime
    by: Somebody
    count: int
    digest: str


class RoundObjection(BaseModel):
    """An objection to a public list. `case`: where an applicant makes it. Upheld: the list is made and published anew."""

    model_config = ConfigDict(extra="ignore")

    id: str
    at: datetime
    case: str | None = None
    by: Somebody | None = None  # who took it down at the counter or on the phone
    text: str
    answered_at: datetime | None = None
    answered_by: Somebody | None = None
    upheld: bool | None = None
    finding: str = ""


class Exclusion(BaseModel):
    """An application that does not meet the conditions: it stands in no place, and is refused with this reason."""

    model_config = ConfigDict(extra="ignore")

    case: str
    reason: str
    by: Somebody
    at: datetime


class Round(Stored):
    """One round of an item. `live` until everybody was told: an item has one live round."""

    item: str
    name: str
    announcement: str  # the public announcement its rules are in, as decisions name it
    department: str
    opens_at: datetime
    closes_at: datetime
    quota: int
    places: dict[str, int] = Field(default_factory=dict)  # of what can be wished for: option → how many
    least: int = 0
    state: RoundState = RoundState.OPEN
    live: bool = True
    runs: list[Run] = Field(default_factory=list)
    exclusions: list[Exclusion] = Field(default_factory=list)
    published_at: datetime | None = None
    published_until: datetime | None = None
    objections: list[RoundObjection] = Field(default_factory=list)
    created_at: datetime
    updated_at: datetime

    @property
    def run(self) -> Run | None:
        """The ranking that counts: the last one."""
        return self.runs[-1] if self.runs else None

    def shown(self, at: datetime) -> RoundState:
        """The state in the word for that moment: an open round whose window is over takes nobody in any more."""
        if self.state is RoundState.PUBLISHED:
            return RoundState.LISTED if self.published_until is not None and self.published_until <= at else self.state
        if self.state is not RoundState.OPEN or self.takes_in(at):
            return self.state
        if at < self.opens_at:
            return RoundState.AWAITED
        return RoundState.RETAKEN if self.runs else RoundState.CLOSED

    def takes_in(self, at: datetime) -> bool:
        """Whether people can apply at that moment."""
        return self.state is RoundState.OPEN and self.opens_at <= at < self.closes_at

    def exclusion(self, case: str) -> Exclusion | None:
        """Why that application does not take part."""
        return next((each for each in self.exclusions if each.case == case), None)


class RankedPlace(Stored):
    """One row of a ranking. `place` counts from 1; those excluded come last and have none."""

    round: str
    run: str
    item: str
    case: str
    case_number: str
    person: str
    person_name: str
    order: int
    place: int | None
    total: int
    edition: int
    record: str
    ties: list[int | str]
    outcome: PlaceOutcome
    given: str = ""  # of wishes: which was given
    wish: int = 0  # … and the how-manieth it was
    told_at: datetime | None = None

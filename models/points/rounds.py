"""A round (申请批次): the window in which people apply, how many can be granted, the ranking and what came of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from models.base import Event, Sealing, Stored
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
    PASSING = "passing", "公示结束，确认名额和递补中"
    CONCLUDED = "concluded", "公示结束，待作出决定"
    DECIDED = "decided", "已经办完"


_WATCH = frozenset({"round.duty_began", "round.duty_ended", "round.overdue"})  # marks of the watch over days: nothing staff act on


class PlaceOutcome(Worded):
    """What a place in the ranking means."""

    WITHIN = "within", "入围"
    BEYOND = "beyond", "未入围"
    EXCLUDED = "excluded", "不符合条件"
    PASSED_ON = "passed_on", "递补入围"  # not of a ranking: what came of it
    GIVEN_UP = "given_up", "没有保留名额"  # likewise

    @property
    def is_within(self) -> bool:
        """Whether it is a place."""
        return self in (PlaceOutcome.WITHIN, PlaceOutcome.PASSED_ON)


class PlaceAnswer(Worded):
    """What came of a place somebody has or is offered, and so why it became free."""

    TAKEN = "taken", "已经接受"
    DECLINED = "declined", "本人放弃"
    SILENT = "silent", "到期没有答复"
    REFUSED = "refused", "没有通过最后的审查"
    WITHDRAWN = "withdrawn", "撤回了申请"
    MOVED = "moved", "改派到更靠前的志愿"

    @property
    def lets_go(self) -> bool:
        """Whether whoever had the place has none any more."""
        return self in (PlaceAnswer.DECLINED, PlaceAnswer.SILENT, PlaceAnswer.WITHDRAWN, PlaceAnswer.REFUSED)


LETTING_GO = tuple(each for each in PlaceAnswer if each.lets_go)


class Offer(BaseModel):
    """A freed place offered to the application next in the list; `answer` and `answered_at` once something came of it."""

    model_config = ConfigDict(extra="ignore")

    case: str
    at: datetime
    until: datetime
    answer: PlaceAnswer | None = None
    answered_at: datetime | None = None


class Vacancy(BaseModel):
    """A place that became free: whose it was, why, and to whom it was offered, one after the other. Its id follows from whose it was
    and which, so that it is passed on once. `option`: of wishes, which. `ended_at`: nobody is left who wants it, or no time."""

    model_config = ConfigDict(extra="ignore")

    id: str
    option: str
    case: str
    why: PlaceAnswer
    at: datetime
    offers: list[Offer] = Field(default_factory=list)
    ended_at: datetime | None = None

    @property
    def open_offer(self) -> Offer | None:
        """The offer that waits for an answer."""
        return self.offers[-1] if self.offers and self.offers[-1].answer is None else None

    @property
    def taken_by(self) -> str | None:
        """The application it went to."""
        return self.offers[-1].case if self.offers and self.offers[-1].answer is PlaceAnswer.TAKEN else None

    @property
    def is_open(self) -> bool:
        """Whether it is still on its way."""
        return self.ended_at is None and self.taken_by is None


class RoundDuty(Worded):
    """What is owed of a round by a day (`deadlines` of the item's ranking): by the office that ranks, at last by the one that decides."""

    PUBLIC = "public", "审核、排名并公布名单"
    ENDED = "ended", "结束公示，交作出决定"
    DECIDED = "decided", "全部作出决定"


class OwedDuty(BaseModel):
    """A duty that began. `passed_at`: since when it is overdue, and everybody in the round is told; `ended_at`: it was done, or another
    one took its place."""

    model_config = ConfigDict(extra="ignore")

    duty: RoundDuty
    since: datetime
    passed_at: datetime | None = None
    ended_at: datetime | None = None


class Run(BaseModel):
    """One ranking. `digest`: of all its rows in order; the same applications and points give the same one."""

    model_config = ConfigDict(extra="ignore")

    id: str
    at: datetime
    by: Somebody
    count: int
    digest: str


class Teller(BaseModel):
    """Who objects at the counter or on the telephone, so that the answer can be told; `phone` empty for whoever has none."""

    model_config = ConfigDict(extra="ignore")

    name: str
    phone: str = ""


class RoundObjection(BaseModel):
    """An objection to a public list. `case`: where an applicant makes it. Upheld: the list is made and published anew."""

    model_config = ConfigDict(extra="ignore")

    id: str
    at: datetime
    case: str | None = None
    by: Somebody | None = None  # who took it down at the counter or on the phone
    teller: Teller | None = None  # … and from whom
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

    SEALED: ClassVar[Mapping[str, Sealing]] = {"objections.teller": Sealing.RANDOM}

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
    take_up_until: datetime | None = None  # those within say by then that they take their place
    passing_until: datetime | None = None  # no freed place is passed on after that; set anew when deciding begins
    vacancies: list[Vacancy] = Field(default_factory=list)
    concluded_at: datetime | None = None  # since when it is for others to decide it
    deciding_at: datetime | None = None  # since when it is decided
    refusing_at: datetime | None = None  # since when those without a place are refused; nothing is passed on any more
    duties: list[OwedDuty] = Field(default_factory=list)
    created_at: datetime
    updated_at: datetime

    @property
    def seen(self) -> int:
        """The version staff act on: the watch over its days marks a round without changing what they see of it."""
        return self.version - sum(each.action in _WATCH for each in self.events)

    @property
    def last(self) -> Event | None:
        """The last act on it that changed what staff see."""
        return next((each for each in reversed(self.events) if each.action not in _WATCH), None)

    @property
    def run(self) -> Run | None:
        """The ranking that counts: the last one."""
        return self.runs[-1] if self.runs else None

    def is_public(self, at: datetime) -> bool:
        """Whether everybody may read the list: in its days, and while places of it are passed on."""
        if self.state is RoundState.PUBLISHED:
            return self.published_until is not None and at < self.published_until
        return self.state is RoundState.PASSING or (self.passes_on and bool(self.vacancies))

    def shown(self, at: datetime) -> RoundState:
        """The state in the word for that moment: an open round whose window is over takes nobody in any more."""
        if self.state is RoundState.PUBLISHED:
            return RoundState.LISTED if self.published_until is not None and self.published_until <= at else self.state
        if self.state is not RoundState.OPEN or self.takes_in(at):
            return self.state
        if at < self.opens_at:
            return RoundState.AWAITED
        return RoundState.RETAKEN if self.runs else RoundState.CLOSED

    @property
    def passes_on(self) -> bool:
        """Whether places that become free go to the next."""
        return self.state in (RoundState.PASSING, RoundState.CONCLUDED) and self.passing_until is not None and self.refusing_at is None

    @property
    def duty(self) -> tuple[RoundDuty, datetime] | None:
        """What is owed next, and since when, which may be still to come; None once everybody is decided."""
        if self.state in (RoundState.OPEN, RoundState.RANKED):
            upheld = [each.answered_at for each in self.objections if each.upheld and each.answered_at is not None]
            return RoundDuty.PUBLIC, max(self.closes_at, *upheld) if upheld else self.closes_at
        if self.state is RoundState.CONCLUDED:
            return (RoundDuty.DECIDED, self.concluded_at) if self.concluded_at is not None else None
        ends = {RoundState.PUBLISHED: self.published_until, RoundState.PASSING: self.passing_until}.get(self.state)
        return (RoundDuty.ENDED, ends) if ends is not None else None

    @property
    def owed(self) -> OwedDuty | None:
        """The duty that runs now, as far as it is known that it began."""
        last = self.duties[-1] if self.duties else None
        return last if last is not None and last.ended_at is None and (last.duty, last.since) == self.duty else None

    def takes_in(self, at: datetime) -> bool:
        """Whether people can apply at that moment."""
        return self.state is RoundState.OPEN and self.opens_at <= at < self.closes_at

    def exclusion(self, case: str) -> Exclusion | None:
        """Why that application does not take part."""
        return next((each for each in self.exclusions if each.case == case), None)


class RankedPlace(Stored):
    """One row of a ranking. `place` counts from 1; those excluded come last and have none. `outcome`, `given` and `wish` are as the
    list was published; what became of them since follows from `answer` and the round's vacancies (`backend.points.passing`)."""

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
    wishes: list[str] = Field(default_factory=list)
    told_at: datetime | None = None
    asked_at: datetime | None = None  # told to say whether they take the place
    answer: PlaceAnswer | None = None
    answered_at: datetime | None = None

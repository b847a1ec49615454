"""Booking: halls, schedules, places and what is asked and answered about them.

A place (号源) is one seat of one slot. The claimed place is the appointment (预约): there is no second document.
"""

from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, StringConstraints, model_validator

from models.base import Declared, Identifier, ShortText, Stored

IsoDate = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]  # MongoDB has no dates without a time

# ---------------------------------------------------------------- halls, schedules, rules


class DayKind(StrEnum):
    """On which days a window of a schedule is open. A make-up working day (调休) is a `workday` and nothing else."""

    WORKDAY = "workday"
    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"  # an ordinary one, neither worked nor a public holiday
    SUNDAY = "sunday"


class Hours(Declared):
    """A run of slots of one day."""

    start: time
    end: time
    capacity: int = Field(ge=1, le=200)  # places of each slot
    offline: int = Field(default=0, ge=0)  # how many of them are never released online

    @model_validator(mode="after")
    def holds_together(self) -> Self:
        if self.end <= self.start:
            raise ValueError("a window ends after it starts")
        if self.offline > self.capacity:
            raise ValueError("no more places can be kept from going online than there are")
        return self

    def overlaps(self, other: "Hours") -> bool:
        """Whether they have a moment of the day in common."""
        return self.start < other.end and other.start < self.end


class Window(Hours):
    """A run of slots of a weekly schedule, such as workdays 9:00-12:00 with 4 places each."""

    days: tuple[DayKind, ...] = Field(min_length=1)
    extended: bool = False  # 延时服务: outside office hours


class Counter(Declared):
    """A counter (窗口) of a hall: what it serves, and when. Its slots are what is booked."""

    id: Identifier
    name: ShortText
    items: tuple[str, ...]  # item codes
    slot_minutes: int = Field(default=30, ge=5, le=240)
    windows: tuple[Window, ...] = ()
    extra: tuple[Hours, ...] = Field(default=(), exclude=True)  # 延时服务 of the one day it is read for; no part of the schedule

    @model_validator(mode="after")
    def windows_are_whole(self) -> Self:
        """Windows hold whole slots, and two of the same day never overlap."""
        for window in self.windows:
            if _minutes(window.end) - _minutes(window.start) < self.slot_minutes:
                raise ValueError(f"a window of {self.id} is shorter than one slot")
        for index, one in enumerate(self.windows):
            for other in self.windows[index + 1 :]:
                if _same_day(one, other) and one.overlaps(other):
                    raise ValueError(f"windows of {self.id} overlap: {one.start}-{one.end} and {other.start}-{other.end}")
        return self


_WEEKDAYS = {DayKind.MONDAY, DayKind.TUESDAY, DayKind.WEDNESDAY, DayKind.THURSDAY, DayKind.FRIDAY}


def _same_day(one: Window, other: Window) -> bool:
    if set(one.days) & set(other.days):
        return True
    return any(DayKind.WORKDAY in mine.days and _WEEKDAYS & set(theirs.days) for mine, theirs in ((one, other), (other, one)))


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


class WaitlistRules(Declared):
    """What a city decides about waiting for a freed place (候补). None of it is law."""

    offer_from: time  # places are offered from this time of day …
    offer_until: time  # … and nobody's time to answer runs past this one
    answer_minutes: int = Field(ge=5)  # an offered place is kept so long for whoever it is offered to
    notice_hours: float = Field(ge=0)  # from the last moment to answer until the slot begins
    unanswered_limit: int = Field(ge=1)  # so many offers without an answer end the waiting

    @model_validator(mode="after")
    def has_hours(self) -> Self:
        if _minutes(self.offer_from) + self.answer_minutes > _minutes(self.offer_until):
            raise ValueError("the hours of offering hold at least one time to answer")
        return self

    @property
    def answer_time(self) -> timedelta:
        return timedelta(minutes=self.answer_minutes)


class BookingRules(Declared):
    """What a city decides about booking: catalogue/booking.yaml. None of it is law."""

    release_time: time  # of the day when a slot's places open; which day, the hall says
    cancel_hours: float = Field(ge=0)  # up to so long before the slot one may cancel or move online
    confirm_hours: float = Field(ge=0)  # so long before the slot a pending appointment is confirmed by itself
    reminder_hours: tuple[float, ...]  # before the slot
    check_in_minutes: int = Field(ge=0)  # so long before the slot people may check in by themselves
    grace_minutes: int = Field(ge=0)  # so long after the slot's end, as it was told, nobody counts as missing
    proposal_hours: float = Field(gt=0)  # a proposed time is held so long for the citizen
    no_show_limit: int = Field(ge=1)  # so many missed appointments …
    no_show_days: int = Field(ge=1)  # … within so many days …
    block_days: int = Field(ge=1)  # … close booking online for so many days; the counter stays open
    waitlist: WaitlistRules
    cache_seconds: float = Field(default=1.0, ge=0, le=1.0)  # how old free counts may be

    @property
    def confirm_lead(self) -> timedelta:
        return timedelta(hours=self.confirm_hours)


class Hall(Stored):
    """A service hall (政务服务中心, 便民服务中心) with its counters, as it is from `valid_from` on.

    Every change by staff is a new document; the newest whose day has come holds. `_id` is `<hall>@<valid_from>`.
    """

    hall: str
    valid_from: IsoDate
    name: str
    address: str
    phone: str = ""  # of the hall, for everybody to call
    hours: str = ""  # as people say it: "工作日 9:00-12:00, 13:00-17:00"
    towns: tuple[str, ...] = ()  # the towns it serves
    days_ahead: int = Field(ge=1, le=90)  # how far ahead places are made and opened
    embargo_minutes: int = Field(ge=0, le=1440)  # a freed place opens again after so long, so that it can't be passed on
    counters: tuple[Counter, ...] = ()

    def to_document(self) -> dict[str, Any]:
        """The counters as JSON would have them: MongoDB knows no times of day."""
        return {**super().to_document(), "counters": [counter.model_dump(mode="json") for counter in self.counters]}

    @property
    def embargo(self) -> timedelta:
        return timedelta(minutes=self.embargo_minutes)

    def counter(self, counter_id: str) -> Counter | None:
        """The counter of that id."""
        return next((counter for counter in self.counters if counter.id == counter_id), None)

    @property
    def items(self) -> frozenset[str]:
        """Codes of the items served at any of the counters."""
        return frozenset(item for counter in self.counters for item in counter.items)


# ---------------------------------------------------------------- places and appointments


class PlaceState(StrEnum):
    """`free` to `withdrawn` are places nobody has; the rest are appointments."""

    FREE = "free"
    HELD = "held"  # kept for a citizen to whom staff proposed it, or the waitlist offered it
    WITHDRAWN = "withdrawn"  # its counter or hall is closed then
    PENDING = "pending"  # claimed, waiting for staff to confirm
    CONFIRMED = "confirmed"
    CHECKED_IN = "checked_in"
    SERVING = "serving"
    DONE = "done"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    MISSED = "missed"


BOOKED = frozenset({PlaceState.PENDING, PlaceState.CONFIRMED})
IN_HALL = frozenset({PlaceState.CHECKED_IN, PlaceState.SERVING})
LIVE = BOOKED | IN_HALL

STATE_CHINESE = {
    PlaceState.FREE: "可预约",
    PlaceState.HELD: "已预留",
    PlaceState.WITHDRAWN: "暂停预约",
    PlaceState.PENDING: "等待工作人员确认",
    PlaceState.CONFIRMED: "预约成功",
    PlaceState.CHECKED_IN: "已签到，等待叫号",
    PlaceState.SERVING: "正在办理",
    PlaceState.DONE: "已办完",
    PlaceState.DECLINED: "工作人员未能确认",
    PlaceState.CANCELLED: "已取消",
    PlaceState.MISSED: "未到场",
}


class ByGrant(Declared):
    """Under which grant, and by whom, an appointment was made for its citizen."""

    id: str
    agent: str
    agent_name: str


class Proposal(Declared):
    """Another time staff offer instead; its place is held until `until`."""

    place: str
    hall: str
    hall_name: str
    start: datetime
    end: datetime
    reason: str
    until: datetime


class Freeze(Declared):
    """Why an appointment its agent made stands still: the grant ended. The citizen takes it over or cancels it."""

    reason: str
    since: datetime


class Urgent(Declared):
    """Why somebody is called before the others in the hall, and who saw to it."""

    reason: str
    by: str  # name of the member of staff
    at: datetime


class SentOn(Declared):
    """What the counter before says to the one a visitor was sent on to."""

    note: str
    by: str  # name of the member of staff
    at: datetime


class CalledBy(Declared):
    """Who called a visitor to a counter."""

    id: str
    name: str


class Taken(Declared):
    """A visit a colleague had called was taken over or ended by somebody else, who said that it is meant."""

    by: str  # name of the member of staff
    of: CalledBy
    at: datetime


class Place(Stored):
    """One seat of one slot, free or claimed. `_id` is `<slot>-<seat>-<generation>`: unique by itself.

    A seat given back ends its document and is born again as the next generation, so an appointment's history is
    never overwritten. Walk-ins have no seat: their `_id` is `visit_…` and their slot is empty.
    """

    slot: str = ""  # `<hall>-<counter>-<yyyymmddhhmm>`
    hall: str
    hall_name: str
    counter: str
    counter_name: str
    seat: int
    generation: int = 0
    start: datetime
    end: datetime
    extended: bool = False
    online: bool = True  # False: never released online, kept for callers and counters
    opens_at: datetime  # when the slot's places open for the first time
    released_at: datetime  # when this life of the seat opens: later, where it was given back
    state: PlaceState = PlaceState.FREE

    live: bool = False  # has an applicant and is not over; the unique indexes stand on it
    needs: list[str] = Field(default_factory=list)  # `applicant|item|case`, each live once in the whole city
    person: str | None = None  # citizen id of the applicant
    name: str | None = None
    people: list[str] = Field(default_factory=list)  # names of those who come along to be served in the same visit
    items: list[str] = Field(default_factory=list)
    item_names: list[str] = Field(default_factory=list)
    case: str | None = None
    grant: ByGrant | None = None
    freeze: Freeze | None = None
    code: str | None = None  # read aloud at the door, shown as QR
    channel: str | None = None
    claimed_at: datetime | None = None
    due_at: datetime | None = None  # when a worker must look at it again
    reminded: list[float] = Field(default_factory=list)  # hours before the start that were reminded of, or lay too near
    escalated_at: datetime | None = None
    proposal: Proposal | None = None
    held_for: str | None = None  # appointment, or entry of the waitlist, it is kept for
    held_until: datetime | None = None
    cancel_freely: bool = False  # moved by a closure: the rule about late cancelling does not hold
    moved_to: str | None = None
    moved_from: str | None = None
    reason: str | None = None
    closure: str | None = None  # the closure that ended it

    checked_in_at: datetime | None = None
    ticket: str | None = None  # the number they are called by, of this hall and day: A for who booked, B for who just came
    urgent: Urgent | None = None  # called before all who are not
    sent_on: SentOn | None = None  # for whoever serves them next
    called_to: str | None = None  # name of the counter they are called to, or sent on to
    called_by: CalledBy | None = None  # the last to do so
    taken: Taken | None = None  # the last time, since they were called out of the line
    alone_at: str | None = None  # hall, day and counter at which nobody else is called while they are served; unique among those served
    calls: int = 0
    called_at: datetime | None = None
    first_called_at: datetime | None = None  # until then they waited
    parked: bool = False
    done_at: datetime | None = None
    no_show: bool = False  # missed without having come; counts towards the block
    companion: str | None = None  # who of the applicant's family this seat is for, where each has one

    def to_document(self) -> dict[str, Any]:
        """Without what is None: the partial indexes stand on `$exists`."""
        return {key: value for key, value in super().to_document().items() if value is not None}

    @property
    def walk_in(self) -> bool:
        """Came without an appointment."""
        return not self.slot

    @property
    def state_text(self) -> str:
        """The state in Chinese. Of who was missed it says whether they came: who checked in and was not served did not stay away."""
        if self.state is PlaceState.MISSED and self.checked_in_at is not None and not self.no_show:
            return "来过，没办就离开了"
        return STATE_CHINESE[self.state]

    @property
    def item_text(self) -> str:
        """What it is about, for people."""
        return "、".join(self.item_names)


class InHall(Declared):
    """A hall as the subject of a right."""

    hall: str


class Block(Stored):
    """Booking online is closed to a citizen for a time after too many missed appointments. `_id` is the citizen's."""

    person: str
    until: datetime
    missed: int


# ---------------------------------------------------------------- single days


class ExtensionState(StrEnum):
    """`lifted` once it was taken back."""

    STANDING = "standing"
    LIFTED = "lifted"


class Extension(Stored):
    """Some counters of a hall are open longer on one day (延时服务), holidays included. `start` and `end` lie on that day."""

    hall: str
    day: IsoDate
    counters: tuple[str, ...]
    start: datetime
    end: datetime
    capacity: int
    offline: int
    reason: str
    state: ExtensionState = ExtensionState.STANDING
    lifted_for: str = ""
    closures: list[str] = Field(default_factory=list)  # by which those who were booked were seen to when it was taken back


# ---------------------------------------------------------------- closures


class ClosureState(StrEnum):
    """`running` until everybody affected has been moved or told; `lifted` once it was taken back before its end."""

    RUNNING = "running"
    DONE = "done"
    LIFTED = "lifted"


class Remedy(StrEnum):
    """What becomes of the appointments a closure hits: moved to an equal slot where there is one, or only told."""

    MOVE = "move"
    TELL = "tell"


class Closure(Stored):
    """A hall, or one counter of it, is closed for a period."""

    hall: str
    counter: str | None = None
    start: datetime
    end: datetime
    reason: str
    remedy: Remedy = Remedy.MOVE
    state: ClosureState = ClosureState.RUNNING
    lifted_for: str = ""
    moved: int = 0
    told: int = 0


STANDING = {"state": {"$in": [ClosureState.RUNNING.value, ClosureState.DONE.value]}}
"""The filter for closures that were not lifted."""

"""What a hall's manager asks and is answered about its schedule: which counter serves what, when, for how many."""

from datetime import date, datetime, time
from typing import Annotated, Self

from pydantic import Field, model_validator

from models.appointments import ItemCode
from models.base import Body, Identifier, Query, ShortText, View
from models.booking import DayKind, ExtensionState, Remedy, Window
from models.closures import AffectedView, LiftBody
from models.staff_text import StaffShortText, StaffText
from models.statistics import Figure, StatsRow

_MOST_DAYS = 92


class HoursBody(Body):
    """A run of slots, from when to when, how many places a slot has. `offline` of them never go online."""

    start: time
    end: time
    capacity: Annotated[int, Field(ge=1, le=200)]
    offline: Annotated[int, Field(ge=0)] = 0

    @model_validator(mode="after")
    def holds_together(self) -> Self:
        if self.start.tzinfo is not None or self.end.tzinfo is not None:
            raise ValueError("时刻不带时区，例如 09:00")
        if self.end <= self.start:
            raise ValueError("结束时刻要晚于开始时刻")
        if self.offline > self.capacity:
            raise ValueError("留给现场和电话的号不能比号的总数多")
        return self


class WindowBody(HoursBody):
    """A run of slots of a counter's week: on which days. `extended`: outside office hours (延时服务)."""

    days: Annotated[list[DayKind], Field(min_length=1, max_length=8)]
    extended: bool = False


class CounterHoursBody(Body):
    """A counter's part of a schedule. Without windows nobody can book it; it still serves whoever comes. A new one has a `name` and no
    `id`."""

    id: Identifier | None = None
    name: StaffShortText | None = None
    items: Annotated[list[ItemCode], Field(max_length=200)]
    slot_minutes: Annotated[int, Field(ge=5, le=240)]
    windows: Annotated[list[WindowBody], Field(max_length=30)]


class ScheduleBody(Body):
    """A schedule that holds from a day on. `version`: of the schedule of that very day as it was seen; absent where there was none.
    `removed`: counters there are no more from then on; who is booked there is moved as in a closure and told the `reason`. `preview` only
    tells who that is, and who is booked outside the schedule."""

    valid_from: date
    hours: StaffShortText
    days_ahead: Annotated[int, Field(ge=1, le=90)]
    embargo_minutes: Annotated[int, Field(ge=0, le=1440)]
    counters: Annotated[list[CounterHoursBody], Field(min_length=1, max_length=100)]
    removed: list[Identifier] = Field(default_factory=list, max_length=100)
    reason: StaffText | None = None
    version: Annotated[int, Field(ge=0)] | None = None
    preview: bool = False


class ScheduleQuery(Query):
    """The schedule as it is on a day; today where it is left out."""

    on: date | None = None


class CounterHoursView(View):
    id: str
    name: str
    items: list[str]
    slot_minutes: int
    windows: list[Window]


class ServableView(View):
    """An item some counter of the hall serves, by name; not `bookable`: only for whoever comes, times of counters are none of it."""

    item: str
    name: str
    bookable: bool


class ScheduleView(View):
    """A hall's schedule: since when it holds, and from which days others follow. `outside`: whose appointments it does not have room
    for; they keep them. `displaced`: who is booked at counters that are removed, and is moved or told."""

    hall: str
    hall_name: str
    today: date
    valid_from: date
    version: int
    hours: str
    days_ahead: int
    embargo_minutes: int
    counters: list[CounterHoursView]
    items: list[ServableView]
    later: list[date]
    outside: list[AffectedView]
    displaced: list[AffectedView]


class ExtraHoursBody(HoursBody):
    """Counters that are open longer on one day. `preview` only tells what it would add."""

    day: date
    counters: Annotated[list[Identifier], Field(min_length=1, max_length=100)]
    reason: StaffText
    preview: bool = False


class LiftExtraHoursBody(LiftBody):
    """Takes extended hours back. `remedy`: what becomes of those who are booked; without it they keep their appointments and are served.
    `preview` only lists them."""

    remedy: Remedy | None = None
    preview: bool = False


class ExtraHoursView(View):
    """Extended hours of a day. `id` is absent from a preview; `places`: how many it adds; `opens_at`: when they open online."""

    id: str | None
    hall: str
    start: datetime
    end: datetime
    counters: list[str]
    counter_names: list[str]
    capacity: int
    offline: int
    places: int
    opens_at: datetime
    reason: str
    state: ExtensionState
    over: bool  # it has begun
    affected: list[AffectedView]  # who is booked in them
    lifted_for: str  # why it was taken back; empty where it stands
    moved: int  # of those who were booked when it was taken back: given another time …
    told: int  # … or told to choose one


class ManyExtraHoursView(View):
    """Extended hours of a hall, the latest day first."""

    items: list[ExtraHoursView]


class HallFiguresQuery(Query):
    """Days from `since` to before `until`."""

    since: date
    until: date

    @model_validator(mode="after")
    def is_a_period(self) -> Self:
        if self.until <= self.since:
            raise ValueError("结束日期要晚于开始日期")
        if (self.until - self.since).days > _MOST_DAYS:
            raise ValueError(f"一次最多统计 {_MOST_DAYS} 天")
        return self


class HallFiguresView(View):
    """How the visits of a hall went, in all and by counter; each figure with its definition."""

    hall: str
    since: date
    until: date
    total: StatsRow
    rows: list[StatsRow]


class HallsFiguresView(View):
    """The same of every hall whose figures the reader may see, each in all; its key is the hall."""

    since: date
    until: date
    rows: list[StatsRow]


class HallVisitsQuery(HallFiguresQuery):
    """The visits behind one figure; of one counter, by its name."""

    figure: ShortText
    counter: ShortText | None = None
    cursor: Identifier | None = None
    limit: int = Field(default=50, ge=1, le=100)


class HallVisitView(View):
    """One visit behind a figure, its name masked. `part`: its share, minutes of waiting or one; `words` says it."""

    start: datetime
    ticket: str | None
    name: str
    items: str
    counter: str
    part: float
    words: str


class HallVisitsView(View):
    """One page of what lies behind a figure; `count`: all of it."""

    figure: Figure
    count: int
    items: list[HallVisitView]
    next: str | None

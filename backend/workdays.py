"""Working days, make-up working days (调休) and office hours; deadlines are counted with them.

2004 to 2026 come from `chinesecalendar`; later years, and corrections, from catalogue/calendars/YEAR.yaml; office hours
from office_hours.yaml beside them. Where a year has no published arrangement, weekends and the holidays known so far hold, and every answer that rests on
it says so (`provisional`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import chinese_calendar
import yaml
from pydantic import Field, model_validator

from backend.clock import SHANGHAI
from backend.declared import declared
from models.base import Declared
from models.catalogue import Span, TimeUnit

UNPUBLISHED = "未发布调休安排"
_KNOWN = (2004, 2026)  # years chinesecalendar has
_DAY = timedelta(days=1)
_MOMENT = timedelta.resolution
_Read = TypeVar("_Read", bound=Declared)
Interval = tuple[datetime, datetime]


class Holiday(Declared):
    """One holiday and its days."""

    name: str
    days: tuple[date, ...]


class CalendarYear(Declared):
    """One year of catalogue/calendars/, or what staff laid over it later. It replaces the built-in year."""

    year: int = Field(ge=2000, le=2100)
    provisional: bool = False  # its make-up working days are not published yet
    source: str = ""
    holidays: tuple[Holiday, ...] = ()
    workdays: tuple[date, ...] = ()  # Saturdays and Sundays on which offices work


class LaidDay(Declared):
    """One day staff changed later (`backend.calendars`), whatever the year says. `revision`: which change it was."""

    day: date
    works: bool
    name: str
    source: str
    revision: int

    def words(self) -> str:
        """「12月31日改为放假（临时停工，区政府通知）」."""
        return f"{self.day.month}月{self.day.day}日改为{'上班' if self.works else '放假'}（{self.name}，{self.source}）"


@dataclass(frozen=True)
class NotableDay:
    """One day of the year that is not what its weekday says: a holiday, a make-up working day, or one changed later (`laid`)."""

    day: date
    works: bool
    name: str
    laid: bool


class OfficeHours(Declared):
    """When offices are open on a working day (catalogue/calendars/office_hours.yaml): sessions in order, none overlapping."""

    sessions: tuple[tuple[time, time], ...] = Field(min_length=1)

    @model_validator(mode="after")
    def in_order(self) -> "OfficeHours":
        moments = [moment for session in self.sessions for moment in session]
        if any(earlier >= later for earlier, later in pairwise(moments)):
            raise ValueError("时段要按先后排列，结束晚于开始，互不重叠")
        return self

    @property
    def end(self) -> time:
        """When the day's last session ends."""
        return self.sessions[-1][1]

    @property
    def minutes(self) -> int:
        """How long a whole working day is."""
        return sum((closes.hour - opens.hour) * 60 + closes.minute - opens.minute for opens, closes in self.sessions)


@dataclass(frozen=True)
class Pause:
    """A stop of a clock: from a moment to a moment, or still going on.

    One that took a working day's office time or more, of natural days a day: no day it touches is counted. A shorter one costs
    nothing where it began and ended on one day; over night the days at whose end of office hours the clock stood. Of limits in
    hours and minutes its own office time is not counted. (行政许可法 art. 45 takes out the time a procedure needs; the worked
    example of the field counts neither its first day nor its last.)
    """

    start: datetime
    end: datetime | None = None


@dataclass(frozen=True)
class Deadline:
    """Until when something must be done. `warning` is set where the calendar it rests on is not published yet."""

    at: datetime
    warning: str = ""


class WorkCalendar:
    """Answers what a day is, and counts. Immutable: `with_years` and `with_days` give a calendar with others laid over it.
    `revision` counts the days laid over it later; 0 is the calendar of the release."""

    def __init__(self, years: Iterable[CalendarYear], hours: OfficeHours, laid: Iterable[LaidDay] = (), revision: int = 0) -> None:
        self._years: Mapping[int, CalendarYear] = {year.year: year for year in years}
        self._holidays = {day: holiday.name for year in self._years.values() for holiday in year.holidays for day in holiday.days}
        self._workdays = frozenset(day for year in self._years.values() for day in year.workdays)
        self.hours = hours
        self._laid = {each.day: each for each in laid}
        self.revision = revision

    @classmethod
    def load(cls, directory: Path) -> "WorkCalendar":
        """The calendar of catalogue/calendars. Raises ValueError with file and fault where one cannot be used."""
        years = [_read(file, CalendarYear) for file in sorted(directory.glob("[0-9]*.yaml"))]
        return cls(years, _read(directory / "office_hours.yaml", OfficeHours))

    def with_years(self, years: Iterable[CalendarYear]) -> "WorkCalendar":
        """This calendar with `years` laid over it: a later arrangement replaces the year's earlier one whole."""
        laid = {**self._years, **{year.year: year for year in years}}
        return WorkCalendar(laid.values(), self.hours, self._laid.values(), self.revision)

    def with_days(self, days: Iterable[LaidDay], revision: int) -> "WorkCalendar":
        """This calendar with all that staff changed up to `revision`, and nothing of what they had changed before."""
        return WorkCalendar(self._years.values(), self.hours, days, revision)

    def as_of(self, revision: int) -> "WorkCalendar":
        """This calendar without what was changed after that revision."""
        return self.with_days((each for each in self._laid.values() if each.revision <= revision), revision)

    @property
    def current(self) -> "WorkCalendar":
        """Itself: what `backend.calendars.Calendars` gives for the calendar of the moment, this one is always."""
        return self

    def laid_since(self, revision: int) -> list[LaidDay]:
        """The days that were changed after that revision, in order."""
        return sorted((each for each in self._laid.values() if each.revision > revision), key=lambda each: each.day)

    def is_workday(self, day: date) -> bool:
        """Whether offices work on that day, make-up working days included."""
        if day in self._laid:
            return self._laid[day].works
        if day.year in self._years:
            return day in self._workdays or (day.weekday() < 5 and day not in self._holidays)
        if _built_in(day):
            return _built_in_workday(day)
        return day.weekday() < 5

    def is_holiday(self, day: date) -> bool:
        """Whether it is a public holiday, or a day off that belongs to one; ordinary weekends are not."""
        return self.holiday_name(day) is not None

    def holiday_name(self, day: date) -> str | None:
        """「国庆节」 for the days of a public holiday, else None."""
        if day in self._laid:
            return None if self._laid[day].works else self._laid[day].name
        if day.year in self._years:
            return self._holidays.get(day)
        if _built_in(day):
            name = chinese_calendar.get_holiday_detail(day)[1]
            return None if name is None or self.is_workday(day) else _CHINESE_NAMES.get(name, name)
        return None

    def notable_days(self, year: int) -> list[NotableDay]:
        """The holidays and make-up working days of a year as they hold, and all that was changed later, in order."""
        days = (date(year, 1, 1) + _DAY * offset for offset in range(366))
        found = (self._notable(day) for day in days if day.year == year)
        return [each for each in found if each is not None]

    def source(self, year: int) -> str:
        """Where the arrangement of that year comes from; nothing where there is none."""
        if year in self._years:
            return self._years[year].source
        return f"国务院办公厅关于{year}年部分节假日安排的通知" if self.is_published(year) else ""

    def _notable(self, day: date) -> NotableDay | None:
        if day in self._laid:
            return NotableDay(day, self._laid[day].works, self._laid[day].name, laid=True)
        name = self.holiday_name(day)
        if name is not None:
            return NotableDay(day, works=False, name=name, laid=False)
        if day.weekday() < 5 or not self.is_workday(day):
            return None
        return NotableDay(day, works=True, name=self._makes_up_for(day), laid=False)

    def _makes_up_for(self, day: date) -> str:
        """「春节调休」 for a Saturday or Sunday that is worked, 「调休」 where the holiday is not known."""
        known = None if day.year in self._years else chinese_calendar.get_holiday_detail(day)[1]
        return f"{_CHINESE_NAMES.get(known, known) if known else ''}调休"

    def is_published(self, year: int) -> bool:
        """Whether that year's make-up working days are known."""
        if year in self._years:
            return not self._years[year].provisional
        return _KNOWN[0] <= year <= _KNOWN[1]

    def warning(self, *days: date) -> str:
        """「未发布调休安排」 where one of these days lies in a year that is not published, else nothing."""
        return "" if all(self.is_published(day.year) for day in days) else UNPUBLISHED

    def workdays_from(self, day: date) -> Iterator[date]:
        """The working days after `day`, one after another."""
        while True:
            day += _DAY
            if self.is_workday(day):
                yield day

    def add_workdays(self, start: date, n: int) -> date:
        """The n-th working day after `start`; the start is not counted. None at all: `start` itself, or the next working
        day where it is none. Raises ValueError where n is negative."""
        if n < 0:
            raise ValueError("working days are counted forward")
        if n == 0:
            return self.next_workday(start)
        days = self.workdays_from(start)
        for _ in range(n - 1):
            next(days)
        return next(days)

    def next_workday(self, day: date) -> date:
        """`day` where it is a working day, else the first one after it."""
        return day if self.is_workday(day) else next(self.workdays_from(day))

    def workdays_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and with `end`; negative where `end` is earlier."""
        if end < start:
            return -self.workdays_between(end, start)
        return sum(self.is_workday(start + _DAY * offset) for offset in range(1, (end - start).days + 1))

    def counted_anew(self, since: datetime, due: datetime, before: "WorkCalendar") -> datetime:
        """As many working days after `since` as `due` was by the calendar of `before`, at the same time of day; never sooner than it was."""
        start, end = since.astimezone(SHANGHAI).date(), due.astimezone(SHANGHAI)
        day = self.add_workdays(start, max(0, before.workdays_between(start, end.date())))
        return max(due, datetime.combine(day, end.timetz()))

    def deadline(self, accepted_at: datetime, span: Span, pauses: Iterable[Pause] = (), now: datetime | None = None) -> Deadline:
        """When `span` ends for something accepted then. No day at all is the day itself, after office hours the next working day.

        Working and natural days start the day after; the end is the end of office hours of the last day. Natural
        days that end on a day off roll forward. Days a pause costs are not counted (`Pause`); one still going on reaches to
        `now`. Minutes and hours are office time and start at once; only the office time of a pause is not counted.
        """
        if span.minutes is not None:
            at = self.add_office_minutes(accepted_at, span.minutes, [(pause.start, pause.end or now or pause.start) for pause in pauses])
            return Deadline(at, self.warning(accepted_at.astimezone(SHANGHAI).date(), at.date()))
        start = accepted_at.astimezone(SHANGHAI).date()
        stopped = frozenset(day for pause in pauses for day in self._cost(pause, now, span.unit))
        last = self._same_day(accepted_at, stopped) if span.n == 0 else self._last_day(start, span, stopped)
        return Deadline(datetime.combine(last, self.hours.end, SHANGHAI), self.warning(start, last))

    def _cost(self, pause: Pause, now: datetime | None, unit: TimeUnit) -> list[date]:
        """The days that are not counted because of a pause."""
        end = pause.end or now or pause.start
        first, last = pause.start.astimezone(SHANGHAI).date(), end.astimezone(SHANGHAI).date()
        until = max(first, (end - _MOMENT).astimezone(SHANGHAI).date())  # one that ends at midnight leaves the day that begins alone
        touched = [first + _DAY * offset for offset in range((until - first).days + 1)]
        if pause.end is None or not self._is_short(pause.start, end, unit):
            return touched
        if first == last:
            return []
        return [day for day in touched if pause.start < datetime.combine(day, self.hours.end, SHANGHAI) <= end]

    def _is_short(self, start: datetime, end: datetime, unit: TimeUnit) -> bool:
        """Whether a pause took less than a day of a limit in such days."""
        return end - start < _DAY if unit is TimeUnit.DAY else self.office_minutes(start, end) < self.hours.minutes

    def _same_day(self, accepted_at: datetime, stopped: frozenset[date]) -> date:
        """The day of what is done on the day itself; what comes after office hours, or stands still, is of the next working day."""
        start = accepted_at.astimezone(SHANGHAI).date()
        over = datetime.combine(start, self.hours.end, SHANGHAI) <= accepted_at
        days = self.workdays_from(start if over else start - _DAY)
        return next(day for day in days if day not in stopped)

    def _last_day(self, start: date, span: Span, stopped: frozenset[date]) -> date:
        counted, day = 0, start
        while counted < span.n:
            day += _DAY
            if day not in stopped and (span.unit is TimeUnit.DAY or self.is_workday(day)):
                counted += 1
        return self.next_workday(day)

    def office_minutes(self, start: datetime, end: datetime) -> int:
        """Full minutes of office time between two moments; 0 where `end` is earlier."""
        seconds = 0.0
        day, last = start.astimezone(SHANGHAI).date(), end.astimezone(SHANGHAI).date()
        while day <= last:
            for opens, closes in self._sessions(day):
                seconds += max(0.0, (min(end, closes) - max(start, opens)).total_seconds())
            day += _DAY
        return int(seconds // 60)

    def add_office_minutes(self, start: datetime, minutes: int, stopped: Sequence[Interval] = ()) -> datetime:
        """The moment when so many minutes of office time outside the `stopped` intervals have passed since `start`."""
        left = timedelta(minutes=minutes)
        day = self.next_workday(start.astimezone(SHANGHAI).date())
        while True:
            for opens, closes in _without(self._sessions(day), stopped):
                begins = max(start, opens)
                if begins < closes and left <= closes - begins:
                    return begins + left
                left -= max(timedelta(), closes - begins)
            day = next(self.workdays_from(day))

    def is_open(self, at: datetime) -> bool:
        """Whether offices are open at that moment."""
        return any(opens <= at < closes for opens, closes in self._sessions(at.astimezone(SHANGHAI).date()))

    def _sessions(self, day: date) -> list[Interval]:
        if not self.is_workday(day):
            return []
        return [(datetime.combine(day, opens, SHANGHAI), datetime.combine(day, closes, SHANGHAI)) for opens, closes in self.hours.sessions]


_CHINESE_NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Mid-autumn Festival": "中秋节",
    "National Day": "国庆节",
    "Anti-Fascist 70th Day": "抗战胜利纪念日",
}


def _read(file: Path, model: type[_Read]) -> _Read:
    try:
        return declared(file, model)
    except (OSError, ValueError, yaml.YAMLError) as fault:
        raise ValueError(f"{file}: {fault}") from fault


def _built_in(day: date) -> bool:
    return _KNOWN[0] <= day.year <= _KNOWN[1]


@cache
def _built_in_workday(day: date) -> bool:
    """At most one answer for each day of the years the library has."""
    return chinese_calendar.is_workday(day)


def _without(sessions: list[Interval], stopped: Sequence[Interval]) -> list[Interval]:
    """What is left of the sessions outside the stops."""
    for start, end in stopped:
        pieces = [piece for opens, closes in sessions for piece in ((opens, min(closes, start)), (max(opens, end), closes))]
        sessions = [(opens, closes) for opens, closes in pieces if opens < closes]
    return sessions

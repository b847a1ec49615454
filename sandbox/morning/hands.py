"""The hands of the product's clock: what only time brings is brought by acts of days gone by, and everything ends at the day it is."""

from datetime import date, datetime, time, timedelta
from typing import Protocol

from backend.clock import SHANGHAI
from backend.workdays import WorkCalendar

_BEGIN = time(9, 40)
_DAY = timedelta(days=1)


class Hands(Protocol):
    """Tells what time it is for the product, and sets it."""

    def now(self) -> datetime: ...

    def set(self, at: datetime | None) -> None:
        """From now on it is `at`; None is the machine's own time."""


def days_ago(calendar: WorkCalendar, today: date, count: int, hour: int = 10) -> datetime:
    """That hour, so many working days before a day."""
    day = today
    while count:
        day -= _DAY
        count -= calendar.is_workday(day)
    return datetime.combine(day, time(hour), SHANGHAI)


def last_month(calendar: WorkCalendar, today: date, number: int, hour: int = 10) -> datetime:
    """That hour on the so-many-th working day of the month before."""
    day = (today.replace(day=1) - _DAY).replace(day=1) - _DAY
    while number:
        day += _DAY
        number -= calendar.is_workday(day)
    return datetime.combine(day, time(hour), SHANGHAI)


def opening(calendar: WorkCalendar, now: datetime, last: time) -> datetime | None:
    """The next morning on which offices work, where nobody is served now or after `last`; None where somebody is."""
    if calendar.is_workday(now.date()) and _BEGIN <= now.time() < last:
        return None
    day = now.date() + (_DAY if now.time() >= _BEGIN else timedelta())
    while not calendar.is_workday(day):
        day += _DAY
    return datetime.combine(day, _BEGIN, SHANGHAI)

"""When the people of a hall go home: by its own schedule of the day, and the office hours where it has none."""

from datetime import date, datetime, time, timedelta

from backend.booking.calendar import hours_of
from backend.booking.halls import Halls
from backend.clock import SHANGHAI
from backend.workdays import WorkCalendar
from models.booking import Hall

_DAYS_AHEAD = 60


async def shift_end(halls: Halls, calendar: WorkCalendar, hall: str | None, at: datetime) -> datetime:
    """The end of the shift `at` falls into, or before which it lies: extended hours count, days nobody works do not. For whoever sits in
    no hall it is the end of office hours."""
    for day in (at.astimezone(SHANGHAI).date() + timedelta(days=n) for n in range(_DAYS_AHEAD)):
        closes = closing_of(await halls.find(hall, day) if hall else None, calendar, day)
        if closes is not None and datetime.combine(day, closes, SHANGHAI) > at:
            return datetime.combine(day, closes, SHANGHAI)
    return at + timedelta(days=_DAYS_AHEAD)  # closed for so long: whoever works all the same keeps it


def closing_of(hall: Hall | None, calendar: WorkCalendar, day: date) -> time | None:
    """When the last counter of a hall closes on a day, never before the office does on a working day; None where nobody works."""
    counters = hall.counters if hall else ()
    ends = [hours.end for counter in counters for hours in hours_of(counter, day, calendar)]
    ends += [calendar.hours.end] if calendar.is_workday(day) else []
    return max(ends, default=None)

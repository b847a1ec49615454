"""When the people of a hall go home."""

from datetime import date, time

import pytest

from backend.booking.shifts import closing_of
from models.booking import DayKind, Hours
from tests.unit.booking.test_calendar import DAYS, a_hall, window

LATE = a_hall(window(DayKind.WORKDAY, end=12), window(DayKind.WEDNESDAY, start=17, end=19), window(DayKind.SATURDAY, end=11))
EVENING = Hours(start=time(18), end=time(20), capacity=1)
MONDAY, WEDNESDAY, SATURDAY, SUNDAY = (date(2026, 11, day) for day in (23, 25, 28, 29))


@pytest.mark.parametrize(
    ("day", "closes"),
    [
        (MONDAY, time(17)),  # the last slot ends at noon; the office does not close before its hours end
        (WEDNESDAY, time(19)),  # extended hours
        (SATURDAY, time(11)),
        (SUNDAY, None),
        (date(2026, 10, 1), None),  # National Day
    ],
)
def test_a_hall_closes_by_its_own_schedule_and_never_before_the_office(day: date, closes: time | None) -> None:
    assert closing_of(LATE, DAYS, day) == closes


def test_whoever_sits_in_no_hall_keeps_office_hours() -> None:
    assert closing_of(None, DAYS, WEDNESDAY) == time(17)
    assert closing_of(None, DAYS, SATURDAY) is None


def test_extra_hours_of_a_single_day_end_the_shift() -> None:
    [counter] = LATE.counters
    one_day = LATE.model_copy(update={"counters": (counter.model_copy(update={"extra": (EVENING,)}),)})
    assert closing_of(one_day, DAYS, SUNDAY) == time(20)
    assert closing_of(one_day, DAYS, WEDNESDAY) == time(19), "they overlap the schedule's own, which go before"

"""The nine worked examples of the field, through the real calendar and the clock of a case: day one is the day after."""

from datetime import datetime
from pathlib import Path

import pytest

from backend.cases import clocks
from backend.clock import SHANGHAI
from backend.workdays import WorkCalendar
from models.cases import CaseClock, CasePolicy, ClockStop, PauseGround
from models.catalogue import Clocks, Span, StatutoryClock

CALENDAR = WorkCalendar.load(Path(__file__).parents[3] / "catalogue" / "calendars")
POLICY = CasePolicy()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def limits(n: int) -> Clocks:
    return Clocks(statutory=StatutoryClock(n=n), promised=Span(n=n))


@pytest.mark.parametrize("hour", ["00:00", "10:00", "16:59", "23:59"])
@pytest.mark.parametrize(
    ("accepted", "n", "due"),
    [
        ("2026-09-28", 5, "2026-10-10"),  # the national holiday; a Saturday that is worked
        ("2026-02-12", 5, "2026-02-26"),  # the Spring Festival
        ("2026-04-30", 3, "2026-05-08"),  # Labour Day
        ("2026-09-18", 1, "2026-09-20"),  # a Sunday that is worked
        ("2026-06-18", 1, "2026-06-22"),  # the Dragon Boat Festival
        ("2025-12-31", 1, "2026-01-04"),  # over the year's end; a Sunday that is worked
        ("2026-11-20", 7, "2026-12-01"),
        ("2026-12-25", 4, "2026-12-31"),
    ],
)
def test_both_limits_end_with_the_office_hours_of_the_nth_working_day(accepted: str, n: int, due: str, hour: str) -> None:
    clock = clocks.accepted(CaseClock(), CALENDAR, POLICY, limits(n), at(f"{accepted}T{hour}"))
    assert (clock.promised_due, clock.statutory_due) == (at(f"{due}T17:00"), at(f"{due}T17:00"))
    assert not clock.provisional


def test_a_special_procedure_from_16_to_21_september_is_not_counted() -> None:
    clock = clocks.accepted(CaseClock(), CALENDAR, POLICY, limits(5), at("2026-09-14T10:00"))
    stop = ClockStop(ground=PauseGround.EXPERT_REVIEW, reason="专家评审", start=at("2026-09-16T09:00"), statutory=True, notice="特1")
    stopped = clocks.stopped(clock, CALENDAR, POLICY, limits(5), stop)
    assert (stopped.promised_due, stopped.statutory_due) == (None, None), "what stands still has no due date"
    resumed = clocks.resumed(stopped, CALENDAR, POLICY, limits(5), at("2026-09-21T17:00"))
    assert (resumed.promised_due, resumed.statutory_due) == (at("2026-09-28T17:00"), at("2026-09-28T17:00"))

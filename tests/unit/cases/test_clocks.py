"""Limits in working days: what starts, stops and resumes them (invariant 6)."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from backend.cases import clocks
from backend.clock import SHANGHAI
from backend.workdays import WorkCalendar
from models.acts import Role
from models.cases import STATUTORY_GROUNDS, CaseClock, CasePolicy, ClockStop, PauseGround, StepRecord
from models.catalogue import Clocks, Span, StatutoryClock, StepLevel, TimeUnit

CALENDAR = WorkCalendar.load(Path(__file__).parents[3] / "catalogue" / "calendars")
POLICY = CasePolicy()
LIMITS = Clocks(statutory=StatutoryClock(n=20), promised=Span(n=5))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def stop(ground: PauseGround, start: str) -> ClockStop:
    return ClockStop(ground=ground, reason="", start=at(start), statutory=ground.stops_statutory_clock)


@pytest.mark.parametrize(
    ("accepted", "due"),
    [
        ("2026-09-28T10:00", "2026-10-10"),  # over the national holiday; a Saturday that is worked
        ("2026-02-12T10:00", "2026-02-26"),
        ("2026-11-20T16:59", "2026-11-27"),
    ],
)
def test_the_day_of_acceptance_is_not_counted(accepted: str, due: str) -> None:
    clock = clocks.accepted(CaseClock(), CALENDAR, POLICY, LIMITS, at(accepted))
    assert clock.promised_due == at(f"{due}T17:00")


def test_deficiencies_are_told_within_five_working_days_and_warned_of_before() -> None:
    clock = clocks.received(CaseClock(), CALENDAR, POLICY, at("2026-11-23T10:00"))
    assert clock.deficiency_due == at("2026-11-30T17:00")
    assert clock.watch_at == at("2026-11-27T17:00"), "the Friday before that Monday"


@pytest.mark.parametrize("ground", list(PauseGround))
def test_only_the_grounds_of_article_45_and_rounds_stop_the_statutory_clock(ground: PauseGround) -> None:
    clock = clocks.accepted(CaseClock(), CALENDAR, POLICY, LIMITS, at("2026-09-14T10:00"))
    before = clock.statutory_due
    clock = clocks.stopped(clock, CALENDAR, POLICY, LIMITS, stop(ground, "2026-09-16T10:00"))
    assert clock.promised_due is None
    assert (clock.statutory_due is None) == ground.stops_statutory_clock
    clock = clocks.resumed(clock, CALENDAR, POLICY, LIMITS, at("2026-09-21T10:00"))
    assert day(clock.promised_due) == date(2026, 9, 28)
    assert (clock.statutory_due != before) == ground.stops_statutory_clock


def test_site_visits_notices_and_counterparts_are_not_in_article_45() -> None:
    assert {ground for ground in PauseGround if not ground.stops_statutory_clock} == {
        PauseGround.SITE_VISIT,
        PauseGround.PUBLIC_NOTICE,
        PauseGround.COUNTERPART,
        PauseGround.CORRECTION,
        PauseGround.CHOSEN_DAY,
        PauseGround.ANSWER,
    }
    assert {ground for ground in PauseGround if ground.stops_statutory_clock} == STATUTORY_GROUNDS | {PauseGround.ROUND}


def test_a_correction_after_acceptance_stops_the_promised_clock_only() -> None:
    clock = clocks.accepted(CaseClock(), CALENDAR, POLICY, LIMITS, at("2026-11-23T10:00"))
    before = clock.statutory_due
    clock = clocks.awaiting_answer(clock, CALENDAR, POLICY, LIMITS, at("2026-11-24T10:00"), "n", late=False)
    assert (clock.promised_due, clock.statutory_due) == (None, before)
    assert clock.mend_due == at("2026-12-08T17:00")
    back = clocks.resumed(clock, CALENDAR, POLICY, LIMITS, at("2026-11-26T10:00"))
    assert day(back.promised_due) == date(2026, 12, 3)
    assert back.mend_due is None


def test_a_late_finding_stops_nothing() -> None:
    accepted = clocks.accepted(CaseClock(), CALENDAR, POLICY, LIMITS, at("2026-11-23T10:00"))
    late = clocks.awaiting_answer(accepted, CALENDAR, POLICY, LIMITS, at("2026-11-24T10:00"), "n", late=True)
    assert (late.promised_due, late.statutory_due, late.stops) == (accepted.promised_due, accepted.statutory_due, [])
    received = clocks.received(CaseClock(), CALENDAR, POLICY, at("2026-11-23T10:00"))
    told = clocks.told(received, CALENDAR, POLICY, at("2026-11-24T10:00"), late=True)
    assert told.deficiency_due == received.deficiency_due
    assert clocks.mended(told, CALENDAR, POLICY, at("2026-11-25T10:00")).deficiency_due == received.deficiency_due


def test_told_in_time_and_mended_begins_anew() -> None:
    received = clocks.received(CaseClock(), CALENDAR, POLICY, at("2026-11-23T10:00"))
    told = clocks.told(received, CALENDAR, POLICY, at("2026-11-24T10:00"), late=False)
    assert told.deficiency_due is None
    assert told.watch_at == told.mend_due
    mended = clocks.mended(told, CALENDAR, POLICY, at("2026-12-01T10:00"))
    assert day(mended.deficiency_due) == date(2026, 12, 8)


def test_deemed_accepted_counts_from_the_day_of_receipt() -> None:
    received = clocks.received(CaseClock(), CALENDAR, POLICY, at("2026-11-23T10:00"))
    clock = clocks.accepted(received, CALENDAR, POLICY, LIMITS, at("2026-11-23T10:00"), deemed=True)
    assert (clock.deemed, day(clock.promised_due)) == (True, date(2026, 11, 30))


def test_an_ended_case_is_not_watched() -> None:
    clock = clocks.ended(clocks.received(CaseClock(), CALENDAR, POLICY, at("2026-11-23T10:00")))
    assert clock.watch_at is None


def test_a_year_without_a_published_calendar_says_so() -> None:
    clock = clocks.accepted(CaseClock(), CALENDAR, POLICY, LIMITS, at("2026-12-30T10:00"))
    assert clock.provisional
    assert not clocks.accepted(CaseClock(), CALENDAR, POLICY, LIMITS, at("2026-11-02T10:00")).provisional


def test_the_warning_comes_the_asked_number_of_working_days_before() -> None:
    due = at("2026-11-30T17:00")
    for days in (1, 2, 3):
        warned = clocks.warning_at(CALENDAR, CasePolicy(warn_days=days), due)
        assert CALENDAR.workdays_between(warned.date(), due.date()) == days
        assert warned.time() == due.time()
        assert due - warned >= timedelta(days=days)


HOURS = Clocks(statutory=StatutoryClock(n=3), promised=Span(n=2, unit=TimeUnit.HOUR))


def test_a_promise_in_hours_counts_office_time_from_acceptance() -> None:
    clock = clocks.accepted(CaseClock(), CALENDAR, POLICY, HOURS, at("2026-11-27T16:00"))
    assert clock.promised_due == at("2026-11-30T10:00"), "over a weekend"
    assert clock.statutory_due == at("2026-12-02T17:00"), "the day after begins the days"
    assert (clock.warn_at, clock.watch_at) == (at("2026-11-30T09:30"), at("2026-11-30T09:30"))


def test_a_short_promise_is_warned_of_half_way() -> None:
    limits = Clocks(promised=Span(n=30, unit=TimeUnit.MINUTE))
    assert clocks.accepted(CaseClock(), CALENDAR, POLICY, limits, at("2026-11-23T10:00")).warn_at == at("2026-11-23T10:15")


def test_a_stop_moves_a_promise_in_hours_by_its_office_time() -> None:
    clock = clocks.accepted(CaseClock(), CALENDAR, POLICY, HOURS, at("2026-11-23T10:00"))
    stopped = clocks.stopped(clock, CALENDAR, POLICY, HOURS, stop(PauseGround.COUNTERPART, "2026-11-23T11:00"))
    assert (stopped.promised_due, stopped.statutory_due) == (None, clock.statutory_due)
    assert stopped.warn_at == at("2026-11-25T17:00"), "what still runs is warned of"
    resumed = clocks.resumed(stopped, CALENDAR, POLICY, HOURS, at("2026-11-23T14:00"))
    assert (resumed.promised_due, resumed.warn_at) == (at("2026-11-23T15:00"), at("2026-11-23T14:30"))


def test_a_statutory_limit_counts_days_and_no_promise_is_longer() -> None:
    with pytest.raises(ValidationError, match="法定时限按"):
        Clocks(statutory=StatutoryClock(n=8, unit=TimeUnit.HOUR), promised=Span(n=1, unit=TimeUnit.HOUR))
    with pytest.raises(ValidationError, match="比法定的1个工作日还长"):
        Clocks(statutory=StatutoryClock(n=1), promised=Span(n=9, unit=TimeUnit.HOUR))


def test_a_step_has_its_own_limit_and_stands_with_the_promised_clock() -> None:
    step = StepRecord(
        key="check",
        name="核实",
        role=Role.REVIEWER,
        department="d",
        level=StepLevel.DISTRICT,
        limit=Span(n=30, unit=TimeUnit.MINUTE),
        started_at=at("2026-11-23T11:45"),
    )
    waiting = step.model_copy(update={"key": "decide", "started_at": None})
    clock = clocks.accepted(CaseClock(), CALENDAR, POLICY, LIMITS, at("2026-11-20T10:00"))
    due = lambda clock: [each.due for each in clocks.with_due([step, waiting], clock, CALENDAR)]
    assert due(clock) == [at("2026-11-23T13:15"), None]
    stopped = clocks.stopped(clock, CALENDAR, POLICY, LIMITS, stop(PauseGround.COUNTERPART, "2026-11-23T13:00"))
    assert due(stopped) == [None, None]
    resumed = clocks.resumed(stopped, CALENDAR, POLICY, LIMITS, at("2026-11-24T09:00"))
    assert due(resumed) == [at("2026-11-24T09:15"), None]
    own = stop(PauseGround.SITE_VISIT, "2026-11-23T11:45").model_copy(update={"step": "check"})
    assert due(clocks.stopped(clock, CALENDAR, POLICY, LIMITS, own)) == [at("2026-11-23T13:15"), None], "the stop is the step itself"

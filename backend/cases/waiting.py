"""The stop a step begins with (`ClockStop`): of a special procedure until it is done, or until the day the applicant has chosen, which
is one that somebody works on. Pure."""

from collections.abc import Mapping
from datetime import date, datetime, time

from pydantic import JsonValue

from backend.clock import SHANGHAI
from backend.errors import FieldError
from backend.spoken import full_day
from backend.workdays import WorkCalendar
from models.base import FIRST_YEAR, LAST_YEAR
from models.cases import CaseClock, ClockStop, PauseGround
from models.catalogue import ItemVersion, Step

_CLOSED = "{day}是休息日，没有人上门。请换一个工作日，之后最近的是{next}。"


def stop_of(step: Step, answers: Mapping[str, JsonValue], at: datetime) -> ClockStop | None:
    """What stops when its turn begins; not numbered yet. Time until a day the applicant chose is theirs: of the promised clock alone."""
    if step.ground is not None:
        statutory = step.ground.stops_statutory_clock
        return ClockStop(ground=step.ground, reason=step.name, legal_basis=step.law, start=at, statutory=statutory, step=step.key)
    until = chosen_day(step, answers, at)
    if until is None:
        return None
    reason = f"您为「{step.name}」选的日子是{full_day(until.date())}"
    return ClockStop(ground=PauseGround.CHOSEN_DAY, reason=reason, start=at, end=until, step=step.key)


def chosen_day(step: Step, answers: Mapping[str, JsonValue], at: datetime) -> datetime | None:
    """When the day begins the applicant has chosen for the step; None where it has come, or none was chosen."""
    said = answers.get(step.on_day) if step.on_day else None
    if not isinstance(said, str):
        return None
    begins = datetime.combine(date.fromisoformat(said), time.min, SHANGHAI)
    return begins if begins > at else None


def chosen_days_off(version: ItemVersion, answers: Mapping[str, JsonValue], calendar: WorkCalendar) -> list[FieldError]:
    """The days chosen for a step on which nobody comes, each with the next on which somebody does."""
    chosen = {step.on_day: _day(answers.get(step.on_day)) for step in version.steps if step.on_day}
    return [
        FieldError(f"/form/{key}", _CLOSED.format(day=full_day(day), next=full_day(calendar.next_workday(day))))
        for key, day in chosen.items()
        if day is not None and not calendar.is_workday(day)
    ]


def _day(said: JsonValue) -> date | None:
    """None where it is no day, or none that can be meant, which the rules of the form tell."""
    try:
        day = date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
    return day if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR else None


def waits_until(clock: CaseClock, step: str, at: datetime) -> datetime | None:
    """The day a step waits for now."""
    return next((each.end for each in clock.stops if each.step == step and each.end is not None and each.end > at), None)

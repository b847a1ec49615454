"""What is owed after a grant: how it is kept, and when it is looked at next. Pure."""

from datetime import date, datetime
from typing import Any

from backend.cases import clocks
from backend.catalogue import asked_answers, hold
from backend.clock import SHANGHAI
from backend.workdays import WorkCalendar
from models.cases import Case, DutyOwed
from models.catalogue import Duty, ItemVersion, Span
from models.catalogue.codes import TimeUnit


def duties_of(case: Case, version: ItemVersion, at: datetime, calendar: WorkCalendar, remind: int) -> list[DutyOwed]:
    """What `case`, granted now, is owed for; what names no day is not asked of it."""
    answers = asked_answers(version.form, case.form, at.date())
    asked = [each for each in version.duties if hold(each.when, answers, at.date()) and answers.get(each.until)]
    return [_owed(each, str(answers[each.until]), at, calendar, remind) for each in asked]


def _owed(duty: Duty, day: str, at: datetime, calendar: WorkCalendar, remind: int) -> DutyOwed:
    until = max(at, datetime.combine(date.fromisoformat(day), datetime.min.time(), SHANGHAI))
    due = calendar.deadline(until, Span(n=0, unit=TimeUnit.DAY)).at
    before = clocks.workdays_before(calendar, due, remind)
    return DutyOwed(key=duty.key, name=duty.name, text=duty.text, due=due, remind_at=before if before > at else None)


def owing(duties: list[DutyOwed]) -> dict[str, Any]:
    """What to set on a case of which this is owed now."""
    return {"duties": duties, "duty_at": min((each.next_moment for each in duties if each.next_moment), default=None)}


def duty_of(version: ItemVersion, key: str) -> Duty:
    """What the item says of it."""
    return next(each for each in version.duties if each.key == key)


def met(case: Case, key: str, **how: Any) -> dict[str, Any]:
    """What to set where it was found done."""
    return owing([each.model_copy(update=how) if each.key == key else each for each in case.duties])


def unowed(case: Case, at: datetime) -> dict[str, Any]:
    """What to set where what was granted has ended by itself, so that nothing is asked for it any more."""
    return owing([each.model_copy(update={"ended_at": at, "remind_at": None}) if each.is_open else each for each in case.duties])


def with_duty(case: Case, duty: DutyOwed) -> list[DutyOwed]:
    """What is owed, one of it as given, by key."""
    return [duty if each.key == duty.key else each for each in case.duties]

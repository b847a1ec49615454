"""The steps of a case as they are answered: by when each is due, or since when and for what it stands still."""

from datetime import datetime

from backend.cases.clocks import stands_for
from backend.spoken import deadline
from models.case_views import StepView
from models.cases import Case, CaseClock, StepOutcome, StepRecord


def _stands(step: StepRecord, clock: CaseClock, now: datetime) -> str:
    """「停着，自11月23日（周一）10:00起：现场核查」; nothing where the step runs, or its day is known."""
    stop = stands_for(step, clock, now)
    return f"停着，自{deadline(stop.start)}起：{stop.ground.label}" if stop else ""


def step_views(case: Case, now: datetime, *, findings: bool) -> list[StepView]:
    """The steps, in order. `findings`: what was found stands there, for whoever works on the case."""
    return [
        StepView(
            key=each.key,
            name=each.name,
            started_at=each.started_at,
            due=each.due,
            done_at=each.done_at,
            done_by=(each.done_by.called if findings else each.done_by.name) if each.done_by else None,
            finding=each.finding if findings or each.outcome is StepOutcome.FAILS else "",
            verdict=each.verdict,
            stands=_stands(each, case.clock, now),
            earlier=len(each.earlier),
        )
        for each in case.steps
    ]

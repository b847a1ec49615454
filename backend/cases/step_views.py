"""The steps of a case as they are answered: by when each is due, or since when and for what it stands still."""

from datetime import datetime

from backend.cases.clocks import stands_for
from backend.cases.waited import waited_for, waiting_words
from backend.spoken import deadline
from models.case_views import StepView
from models.cases import Case, StepOutcome, StepRecord


def _stands(step: StepRecord, case: Case, now: datetime) -> str:
    """「停着，自11月23日（周一）10:00起：现场核查」; nothing where the step runs, or its day is known."""
    if stop := stands_for(step, case.clock, now):
        return f"停着，自{deadline(stop.start, now)}起：{stop.ground.label}"
    waited = waited_for(case) if step.due is None and step is case.current_step else []
    return f"停着，自{deadline(min(each.since for each in waited), now)}起：{waiting_words(case)}" if waited else ""


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
            stands=_stands(each, case, now),
            earlier=len(each.earlier),
        )
        for each in case.steps
    ]

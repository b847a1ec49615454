"""By when a step is due, or since when and for what it stands still: one of both, for everybody who looks."""

from datetime import datetime, timedelta

import pytest

from backend.cases.step_views import step_views
from backend.clock import SHANGHAI
from models.acts import Role
from models.cases import Blocks, Case, CaseClock, CaseState, ClockStop, Obligation, ObligationKind, PauseGround, StepRecord
from models.catalogue import Span, StepLevel, TimeUnit

AT = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)
HOUR = Span(n=1, unit=TimeUnit.HOUR)
DUE = AT + timedelta(hours=1)


def case(stop: ClockStop | None, *, limit: Span | None = HOUR, due: datetime | None = None) -> Case:
    fields = {"_id": "case_1", "person": "citizen_1", "person_name": "王桂芳", "item": "longevity", "item_name": "长寿保健金"}
    stored = {"item_version": "longevity@2026-01-01", "department": "civil_affairs", "created_at": AT, "updated_at": AT}
    common = {"name": "核实", "role": Role.REVIEWER, "department": "d", "level": StepLevel.DISTRICT, "limit": limit}
    steps = [StepRecord(key="check", started_at=AT, due=due, **common), StepRecord(key="decide", **common)]
    clock = CaseClock(stops=[stop] if stop else [])
    return Case.model_validate({**fields, **stored, "state": CaseState.ACCEPTED, "steps": steps, "clock": clock})


def stop(ground: PauseGround, *, step: str = "", until: datetime | None = None) -> ClockStop:
    return ClockStop(ground=ground, reason="核对", start=AT, end=until, step=step)


@pytest.mark.parametrize(
    ("found", "due", "stands"),
    [
        (case(None, due=DUE), DUE, ""),
        (case(stop(PauseGround.SITE_VISIT)), None, "停着，自11月23日（周一）10:00起：现场核查"),
        (case(stop(PauseGround.ANSWER)), None, "停着，自11月23日（周一）10:00起：等待对方办好"),
        (case(stop(PauseGround.ROUND, step="check"), limit=None), None, "停着，自11月23日（周一）10:00起：等待统一排名和公示"),
        (case(stop(PauseGround.SITE_VISIT, step="check"), due=DUE), DUE, ""),
        (case(stop(PauseGround.SITE_VISIT, until=AT + timedelta(minutes=1))), None, ""),
    ],
)
def test_one_of_both(found: Case, due: datetime | None, stands: str) -> None:
    first, second = step_views(found, AT + timedelta(minutes=5), findings=True)
    assert (first.due, first.stands) == (due, stands)
    assert (second.due, second.stands) == (None, ""), "its turn has not come"


def test_what_others_owe_before_it_is_said_where_its_day_would_stand() -> None:
    owed = Obligation(id="o", kind=ObligationKind.PAYMENT, key="fee", name="缴费：工本费", blocks=Blocks.DECISION, since=AT)
    found = case(None, due=DUE)
    only = found.model_copy(update={"steps": [found.steps[0].model_copy(update={"due": None})], "obligations": [owed]})
    assert step_views(only, AT, findings=True)[0].stands == "停着，自11月23日（周一）10:00起：等缴费"
    met = only.model_copy(update={"obligations": [owed.model_copy(update={"met_at": DUE})]})
    assert step_views(met, AT, findings=True)[0].stands == ""
    early = found.model_copy(update={"obligations": [owed]})
    assert step_views(early, AT, findings=True)[0].due == DUE, "a step before the decision goes on meanwhile"

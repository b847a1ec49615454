"""What somebody is told before they promise a material for later is what the notice of tolerance will say."""

from datetime import datetime
from pathlib import Path

import pytest

from backend.cases import clocks
from backend.cases.debts import beforehand
from backend.clock import SHANGHAI
from backend.workdays import WorkCalendar
from models.cases import Blocks, CaseClock, CasePolicy, ClockStop, PauseGround
from models.catalogue import Clocks, Span, TimeUnit, Tolerance

CALENDAR = WorkCalendar.load(Path(__file__).parents[3] / "catalogue" / "calendars")
POLICY = CasePolicy()
MONDAY = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("within", "promised", "words"),
    [
        (Span(n=10), 20, "受理后10个工作日内补齐（11月23日受理的，是12月7日（周一）17:00前），并且要在批准以前补齐"),
        (Span(n=10), 3, "受理后1个工作日内补齐（11月23日受理的，是11月24日（周二）17:00前），并且要在批准以前补齐"),  # three less two
        (Span(n=10), 1, "受理后1个工作日内补齐（11月23日受理的，是11月24日（周二）17:00前），并且要在批准以前补齐"),  # never less than one
        (Span(n=7, unit=TimeUnit.DAY), 20, "受理后7天内补齐（11月23日受理的，是11月30日（周一）17:00前），并且要在批准以前补齐"),
    ],
)
def test_it_is_told_as_it_will_be(within: Span, promised: int, words: str) -> None:
    limits = Clocks(promised=Span(n=promised))
    clock = clocks.accepted(CaseClock(), CALENDAR, POLICY, limits, MONDAY)
    told = beforehand(Tolerance(within=within, note="以后补", before=Blocks.DECISION), MONDAY, clock, CALENDAR, POLICY.tolerance)
    assert told.words == words


def test_what_stands_still_at_once_leaves_the_items_own_time() -> None:
    limits = Clocks(promised=Span(n=3))
    clock = clocks.accepted(CaseClock(), CALENDAR, POLICY, limits, MONDAY)
    clock = clocks.stopped(clock, CALENDAR, POLICY, limits, ClockStop(ground=PauseGround.SITE_VISIT, reason="", start=MONDAY))
    told = beforehand(Tolerance(within=Span(n=10), note="以后补"), MONDAY, clock, CALENDAR, POLICY.tolerance)
    assert told.words.startswith("受理后10个工作日内")

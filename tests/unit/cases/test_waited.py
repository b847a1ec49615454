"""Whether others are waited for, and what that does to the limit of the step whose turn it is."""

from datetime import timedelta

import pytest

from backend.cases.clocks import with_due
from backend.cases.waited import holds_up, pauses, waited_for, waiting_words
from models.cases import Blocks, CaseState, Obligation, ObligationKind
from tests.unit.supervision.history import CALENDAR, at, case, step


def owed(blocks: Blocks = Blocks.DECISION, **more: object) -> Obligation:
    fee = Obligation(id="o", kind=ObligationKind.PAYMENT, key="fee", name="缴费：工本费", blocks=blocks, since=at("24 09:00"))
    return fee.model_copy(update=more)


@pytest.mark.parametrize(
    ("blocks", "stage", "held"),
    [
        (Blocks.ACCEPTANCE, Blocks.DECISION, True),
        (Blocks.DECISION, Blocks.DECISION, True),
        (Blocks.HAND_OUT, Blocks.DECISION, False),
        (Blocks.HAND_OUT, Blocks.HAND_OUT, True),
        (Blocks.ACCEPTANCE, None, False),
    ],
)
def test_it_holds_up_its_act_and_all_later_ones(blocks: Blocks, stage: Blocks | None, held: bool) -> None:
    assert holds_up(blocks, stage) is held


@pytest.mark.parametrize(
    ("state", "blocks", "words"),
    [
        (CaseState.RECEIVED, Blocks.ACCEPTANCE, "等缴费"),
        (CaseState.RECEIVED, Blocks.DECISION, ""),
        (CaseState.ACCEPTED, Blocks.DECISION, "等缴费"),
        (CaseState.ACCEPTED, Blocks.HAND_OUT, ""),
        (CaseState.GRANTED, Blocks.HAND_OUT, "等缴费"),
        (CaseState.CLOSED, Blocks.HAND_OUT, ""),
    ],
)
def test_whose_turn_it_is_by_what_comes_next(state: CaseState, blocks: Blocks, words: str) -> None:
    assert waiting_words(case(state=state, steps=[step("decide", "23 09:00")], obligations=[owed(blocks)])) == words


def test_a_step_before_the_last_goes_on_meanwhile() -> None:
    told = case(state=CaseState.ACCEPTED, steps=[step("check", "23 09:00"), step("decide")], obligations=[owed()])
    assert (waited_for(told), pauses(told)) == ([], [])


def test_an_overdue_debt_is_the_offices_turn() -> None:
    debt = owed(kind=ObligationKind.DEBT, due=at("25 17:00"), lapsed_at=at("25 17:01"))
    assert waited_for(case(state=CaseState.ACCEPTED, steps=[step("decide", "23 09:00")], obligations=[debt])) == []


def test_the_limit_of_the_step_is_longer_by_what_was_waited() -> None:
    steps = [step("decide", "23 09:00", limit=2)]
    told = case(state=CaseState.ACCEPTED, steps=steps, obligations=[owed()])
    assert with_due(steps, told.clock, CALENDAR)[0].due == at("25 17:00")
    assert with_due(steps, told.clock, CALENDAR, pauses(told))[0].due is None
    paid = told.model_copy(update={"obligations": [owed(met_at=at("26 09:00"))]})
    assert with_due(steps, told.clock, CALENDAR, pauses(paid))[0].due == at("30 17:00"), "no day it touches is counted"
    before = told.model_copy(update={"obligations": [owed(since=at("20 09:00"), met_at=at("23 09:00") - timedelta(hours=1))]})
    assert with_due(steps, told.clock, CALENDAR, pauses(before))[0].due == at("25 17:00"), "what was over before is none of its time"

"""The table itself: nothing twice, every state reached and left, the page in docs up to date."""

from pathlib import Path

import pytest

from backend.cases.actions import Action
from backend.cases.flow import (
    CASE_ENDS,
    CLAIM_NEEDED,
    FILED,
    MENDABLE,
    RESULT_EVENTS,
    STAFF_ROLES,
    TRANSITIONS,
    UNDECIDED_EVENTS,
    UNFILED,
    Who,
    diagram,
    power_of,
    rows,
)
from models.acts import Power
from models.cases import CaseState

DOC = Path(__file__).parents[3] / "docs" / "case-flow.md"


def test_no_row_hides_another() -> None:
    for action in Action:
        for state in CaseState:
            found = rows(action, state)
            assert all(row.when is not None for row in found[:-1]), f"{action} in {state}: a row that can never be reached"
            assert len({row.when for row in found}) == len(found)


@pytest.mark.parametrize("state", list(CaseState))
def test_every_state_is_reached_and_left_or_final(state: CaseState) -> None:
    moves = [row for row in TRANSITIONS if row.source is not row.target]
    assert state is CaseState.DRAFT or any(row.target is state for row in moves)
    assert state.is_final != any(row.source is state for row in moves)


def test_every_state_leads_to_an_end() -> None:
    ends = {state for state in CaseState if state.is_final}
    while True:
        more = {row.source for row in TRANSITIONS if row.target in ends} - ends
        if not more:
            break
        ends |= more
    assert ends == set(CaseState)


def test_every_action_has_a_row_and_words() -> None:
    assert {row.action for row in TRANSITIONS} == set(Action)
    assert all(action.label for action in Action)


def test_staff_and_agents_are_known_for_every_row() -> None:
    for row in TRANSITIONS:
        if row.who is Who.APPLICANT:
            assert power_of(row.action, row.source) is not None
        elif row.who not in (Who.PRINCIPAL, Who.SYSTEM):
            assert STAFF_ROLES[row.who]


def test_mending_needs_the_power_to_mend() -> None:
    assert {power_of(Action.SAVE, state) for state in MENDABLE} == {Power.MEND}
    assert power_of(Action.SAVE, CaseState.DRAFT) is Power.SUBMIT


def test_the_groups_of_states_agree_with_the_table() -> None:
    assert set(UNFILED).isdisjoint(FILED)
    assert set(UNFILED) | set(FILED) == {row.source for row in TRANSITIONS if row.action is Action.WITHDRAW}
    assert all(rows(action, state) for action, state in CLAIM_NEEDED if (action, state) not in _NOT_THERE)


_NOT_THERE = {
    (Action.RETURN, CaseState.RECEIVED),
    (Action.PRE_APPROVE, CaseState.RECEIVED),
    (Action.ACCEPT, CaseState.SUBMITTED),
    (Action.NOT_ACCEPT, CaseState.SUBMITTED),
    (Action.REQUEST_CORRECTION, CaseState.SUBMITTED),
}


def test_official_codes_are_those_of_the_exchange_tables() -> None:
    codes = {state: state.official_code for state in CaseState if state is not CaseState.PAUSED}
    assert sorted(codes.values()) == [10, 12, 14, 16, 26, 28, 30, 37, 40, 50, 90, 97, 98, 99]
    assert CaseState.PAUSED.official_code == CaseState.ACCEPTED.official_code


def test_the_page_in_docs_is_the_table() -> None:
    assert DOC.read_text(encoding="utf-8") == diagram(), (
        "run: python -c \"from backend.cases.flow import diagram; print(diagram(), end='')\" > docs/case-flow.md"
    )


def test_nothing_was_decided_when_only_the_applicant_and_the_reviewer_have_acted() -> None:
    assert {"case.begun", "case.submitted", "case.received", "case.accepted"} <= UNDECIDED_EVENTS
    assert not UNDECIDED_EVENTS & (RESULT_EVENTS | CASE_ENDS | {"case.refused", "case.delivered"})

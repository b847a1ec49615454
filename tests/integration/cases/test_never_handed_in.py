"""What was never handed in is its applicant's alone: a draft, one they threw away, and one their death ended."""

import pytest

from backend.errors import Forbidden
from backend.permissions import may
from models.acts import Role
from models.cases import CaseState, PreReviewBody, Queue, QueueQuery, WithdrawBody
from tests.cases_world import CasesWorld

STAFF = (Role.RECEPTIONIST, Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE, Role.HALL_MANAGER, Role.SUPERVISOR, Role.AUDITOR)


async def test_a_draft_thrown_away_is_shown_to_nobody_else(world: CasesWorld) -> None:
    actor = await world.proven(world.mother)
    draft = await world.draft(world.act(actor))
    thrown = await world.cases.withdraw(world.act(actor), draft.id, WithdrawBody(version=draft.version))
    assert thrown.state is CaseState.WITHDRAWN
    for role in STAFF:
        act = world.act(world.staff_of(role))
        assert not may("case.see", act, thrown), role
        assert not may("case.read_form", act, thrown), role
        with pytest.raises(Forbidden):
            await world.cases.get(world.again(act), thrown.id)
        for state in (None, CaseState.WITHDRAWN):
            assert (await world.cases.queue(act, QueueQuery(queue=Queue.ALL, state=state)))[0] == []
    assert (await world.cases.get(world.act(actor), thrown.id)).id == thrown.id


async def test_what_was_handed_in_once_stays_the_offices_too(world: CasesWorld) -> None:
    """The control: the same after a pre-review."""
    actor = await world.proven(world.mother)
    draft = await world.with_materials(world.act(actor), await world.draft(world.act(actor)))
    case = await world.cases.pre_review(world.act(actor), draft.id, PreReviewBody(version=draft.version))
    case = await world.cases.withdraw(world.act(actor), case.id, WithdrawBody(version=case.version))
    act = world.act(world.staff_of(Role.REVIEWER))
    assert (await world.cases.get(act, case.id)).state is CaseState.WITHDRAWN
    assert [each.id for each in (await world.cases.queue(act, QueueQuery(queue=Queue.ALL)))[0]] == [case.id]

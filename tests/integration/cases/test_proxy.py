"""Cases under a grant: both names on everything, frozen by a revocation, taken over by the person whose matter it is."""

import asyncio

import pytest

from backend.cases.actions import Action
from backend.errors import Forbidden, Problem, WrongState
from backend.outbox import OutboxRow
from models.acts import Power, Role
from models.cases import CasesQuery, CaseState, DraftBody, PreReviewBody, SaveBody, VersionBody, WithdrawBody
from models.grants import Grant
from tests.cases_world import CasesWorld

S = CaseState


def ended(world: CasesWorld, grant: Grant) -> OutboxRow:
    return OutboxRow("evt_end", world.clock.now(), "grant.revoked", f"grants/{grant.id}", grant.person, {}, {}, [])


async def test_both_names_stand_on_the_case(world: CasesWorld) -> None:
    mother, daughter, grant = await world.granted()
    case = await world.submitted(await world.acting(daughter, grant))
    assert (case.person, case.person_name, case.agent and case.agent.name, case.grant) == (mother.id, "王桂芳", "李敏", grant.id)
    event = case.events[-1]
    assert (event.actor["name"], event.principal and event.principal["name"], event.grant) == ("李敏", "王桂芳", grant.id)
    assert any(each.key == "agent_card" for each in case.materials), "what is asked of an agent is asked"


async def test_a_revocation_freezes_the_draft_and_the_principal_takes_over(world: CasesWorld) -> None:
    mother, daughter, grant = await world.granted()
    agent = await world.acting(daughter, grant)
    case = await world.draft(agent)
    await world.revoke(mother, grant)
    with pytest.raises(Forbidden):
        await world.cases.save(world.again(agent), case.id, SaveBody(version=case.version, form=case.form))
    for _ in range(2):
        await world.cases.on_grant_ended(ended(world, grant))
    frozen = await world.cases.get(world.act(mother), case.id)
    assert frozen.hold is not None
    assert [event.action for event in frozen.events].count("case.frozen") == 1
    assert [each.to for each in frozen.events[-1].notices] == [mother.id], "the former agent is told by the grant, not by the case"
    assert await world.cases.actions(world.act(mother), frozen) == [Action.WITHDRAW, Action.TAKE_OVER]
    with pytest.raises(WrongState, match="冻结"):
        await world.cases.pre_review(world.act(mother), case.id, PreReviewBody(version=frozen.version))
    mine = await world.cases.take_over(world.act(mother), case.id, VersionBody(version=frozen.version))
    assert (mine.hold, mine.agent, mine.grant) == (None, None, None)
    handed = await world.cases.pre_review(world.act(mother), case.id, PreReviewBody(version=mine.version))
    assert handed.state is S.SUBMITTED


async def test_a_frozen_case_stands_in_no_queue_and_cannot_be_reviewed(world: CasesWorld) -> None:
    mother, daughter, grant = await world.granted()
    case = await world.submitted(await world.acting(daughter, grant))
    await world.revoke(mother, grant)
    await world.cases.on_grant_ended(ended(world, grant))
    frozen = await world.cases.get(world.act(mother), case.id)
    with pytest.raises(WrongState):
        await world.claimed(world.staff_of(Role.PRE_REVIEWER), frozen)
    gone = await world.cases.withdraw(world.act(mother), case.id, WithdrawBody(version=frozen.version))
    assert gone.state is S.WITHDRAWN


async def test_an_accepted_case_goes_on_for_the_principal(world: CasesWorld) -> None:
    mother, daughter, grant = await world.granted()
    case = await world.accepted(await world.acting(daughter, grant), world.staff_of(Role.PRE_REVIEWER))
    await world.revoke(mother, grant)
    await world.cases.on_grant_ended(ended(world, grant))
    after = await world.cases.get(world.act(mother), case.id)
    assert (after.state, after.hold, after.agent_active, after.agent and after.agent.name) == (S.ACCEPTED, None, False, "李敏")


async def test_what_is_filed_before_acceptance_goes_on_too(world: CasesWorld) -> None:
    mother, daughter, grant = await world.granted()
    case = await world.received(await world.acting(daughter, grant))
    await world.revoke(mother, grant)
    await world.cases.on_grant_ended(ended(world, grant))
    assert (await world.cases.get(world.act(mother), case.id)).hold is None, "the five-day clock runs for the principal"


async def test_filing_and_revoking_at_one_moment_never_both_count(world: CasesWorld) -> None:
    mother, daughter, grant = await world.granted()
    agent = await world.acting(daughter, grant)
    case = await world.draft(agent)
    filing = world.cases.submit(world.again(agent), case.id, VersionBody(version=case.version))
    filed, revoked = await asyncio.gather(filing, world.revoke(mother, grant), return_exceptions=True)
    assert not isinstance(revoked, BaseException)
    actions = [event["action"] for event in (await world.store.grants.get(grant.id) or {})["events"]]
    uses_after_end = actions[actions.index("grant.revoked") :].count("grant.used")
    assert uses_after_end == 0
    assert isinstance(filed, Problem) or actions.index("grant.revoked") > 0


async def test_an_agent_sees_only_granted_items(world: CasesWorld) -> None:
    mother, daughter, grant = await world.granted()
    other = await world.cases.create(world.act(mother), DraftBody(item="idcard-lost"))
    own = await world.cases.create(world.act(mother), DraftBody(item="longevity"))
    agent = await world.acting(daughter, grant)
    found, _ = await world.cases.mine(agent, CasesQuery())
    assert [each.id for each in found] == [own.id]
    with pytest.raises(Problem):
        await world.cases.get(agent, other.id)


async def test_an_item_nobody_may_do_for_another_is_refused_in_words(world: CasesWorld) -> None:
    _, daughter, grant = await world.granted()
    with pytest.raises(Forbidden):
        await world.cases.create(await world.acting(daughter, grant), DraftBody(item="idcard-lost"))


async def test_a_power_not_given_is_not_there(world: CasesWorld) -> None:
    _, daughter, grant = await world.granted(powers=["submit", "see"])
    agent = await world.acting(daughter, grant)
    case = await world.submitted(agent)
    assert Power.WITHDRAW not in (agent.acting.powers if agent.acting else ())
    assert Action.WITHDRAW not in await world.cases.actions(agent, case)
    with pytest.raises(Forbidden):
        await world.cases.withdraw(world.again(agent), case.id, WithdrawBody(version=case.version))

"""Of an item that is had once at a time, a person has one application under way; drafts may be several."""

import asyncio

import pytest

from backend.cases.actions import Action
from backend.cases.flow import TRANSITIONS, Transition
from backend.errors import AlreadyOpen
from models.cases import Case, CaseState, PreReviewBody, VersionBody, WithdrawBody
from tests.cases_world import CasesWorld
from tests.integration.cases.test_matrix import CALLS, actor_for, standing


async def test_a_second_application_is_told_of_the_first(world: CasesWorld) -> None:
    actor = await world.proven(world.mother)
    first = await world.received(world.act(actor))
    second = await world.draft(world.act(actor))
    for hand_in in (
        world.cases.submit(world.act(actor), second.id, VersionBody(version=second.version)),
        world.cases.pre_review(world.act(actor), second.id, PreReviewBody(version=second.version)),
    ):
        with pytest.raises(AlreadyOpen) as told:
            await hand_in
        assert str(first.number) in told.value.detail
        assert told.value.extra == {"case": first.id, "number": first.number}
    assert (await world.cases.get(world.act(actor), second.id)).state is CaseState.DRAFT


async def test_another_item_and_another_person_are_another_matter(world: CasesWorld) -> None:
    mother, daughter = await world.proven(world.mother), await world.proven(world.daughter)
    await world.received(world.act(mother))
    assert (await world.received(world.act(mother), "idcard-lost")).state is CaseState.RECEIVED
    assert (await world.received(world.act(daughter), "idcard-lost")).state is CaseState.RECEIVED


async def test_at_one_moment_one_is_filed(world: CasesWorld) -> None:
    assert await filed_at_once(world) == 1


async def test_without_the_guard_all_would_be_filed(world: CasesWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control."""
    monkeypatch.setattr("backend.cases.core.need_of", lambda version, person, form: None)
    assert await filed_at_once(world) == 3


async def filed_at_once(world: CasesWorld) -> int:
    """How many of three drafts were filed at one moment; the others were told."""
    actor = await world.proven(world.mother)
    drafts = [await world.draft(world.act(actor)) for _ in range(3)]
    filing = [world.cases.submit(world.act(actor), each.id, VersionBody(version=each.version)) for each in drafts]
    answers = await asyncio.gather(*filing, return_exceptions=True)
    filed = sum(isinstance(each, Case) for each in answers)
    assert sum(isinstance(each, AlreadyOpen) for each in answers) == 3 - filed
    return filed


async def test_an_agent_who_may_not_see_is_told_without_the_number(world: CasesWorld) -> None:
    mother, daughter, grant = await world.granted(powers=["submit"])
    first = await world.received(world.act(mother))
    agent = await world.acting(daughter, grant)
    draft = await world.draft(agent)
    with pytest.raises(AlreadyOpen, match="请联系申请人") as told:
        await world.cases.submit(world.again(agent), draft.id, VersionBody(version=draft.version))
    assert str(first.number) not in told.value.detail
    assert told.value.extra == {}


HANDED_OVER = (CaseState.GRANTED, Action.RECORD_RESULT)  # a card is closed by its delivery alone
MOVES = [
    row
    for row in TRANSITIONS
    if row.when is None and row.source is not CaseState.DRAFT and row.action in CALLS and (row.source, row.action) != HANDED_OVER
]


@pytest.mark.parametrize("row", MOVES, ids=lambda row: f"{row.source}-{row.action}")
async def test_the_need_is_kept_while_the_case_is_under_way_and_no_longer(world: CasesWorld, row: Transition) -> None:
    case = await standing(world, row.source, row.action)
    need = f"{case.person}|{case.item}" if row.source.is_under_way else None
    case = Case.of(await world.store.cases.change({"_id": case.id}, {"$set": {"open_need": need}}) or {})
    await CALLS[row.action](world, world.act(actor_for(row.action)), case)
    after = Case.of(await world.store.cases.get(case.id) or {})
    assert after.open_need == (need if after.state.is_under_way else None)


async def test_after_a_withdrawal_one_may_ask_again(world: CasesWorld) -> None:
    act = world.act(await world.proven(world.mother))
    first = await world.received(act)
    await world.cases.withdraw(world.again(act), first.id, WithdrawBody(version=first.version))
    assert (await world.received(world.again(act))).state is CaseState.RECEIVED

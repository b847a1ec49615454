"""One case gets one decision (invariant 3): of clerks, double taps and stale pages one wins, the others are told."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from backend.cases import Cases
from backend.errors import Conflict, Problem
from models.acts import Role
from models.cases import Case, GrantBody, RefuseBody, VersionBody
from tests.cases_world import CasesWorld
from tests.integration.cases.test_matrix import ALL_ROLES, Action, CaseState, standing


async def tried(*acts: Any) -> tuple[list[Case], list[BaseException]]:
    """Everything at once: what succeeded, and what was told the others."""
    outcomes = await asyncio.gather(*acts, return_exceptions=True)
    return [each for each in outcomes if isinstance(each, Case)], [each for each in outcomes if isinstance(each, BaseException)]


async def claims(world: CasesWorld) -> list[Any]:
    case = await world.submitted(world.act(await world.proven(world.mother)))
    clerks = [world.staff_of(Role.PRE_REVIEWER, id=f"clerk_{number}") for number in range(8)]
    return [world.cases.claim(world.act(clerk), case.id, VersionBody(version=case.version)) for clerk in clerks]


async def decisions(world: CasesWorld) -> list[Any]:
    case = await standing(world, CaseState.ACCEPTED, Action.GRANT)
    second = ALL_ROLES.model_copy(update={"id": "head_2"})
    await world.authorised(second, case.item)
    one, other = world.act(ALL_ROLES), world.act(second)
    return [
        world.cases.grant(one, case.id, GrantBody(version=case.version)),
        world.cases.refuse(other, case.id, RefuseBody(version=case.version, reason="没有丢失证件", basis="居民身份证法第十二条")),
    ]


def abreast(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """From now on `count` acts read their case before the first of them writes: the race is run at its narrowest."""
    barrier = asyncio.Barrier(count)
    take = Cases._take

    async def held(self: Cases, *arguments: Any) -> Any:
        taken = await take(self, *arguments)
        await barrier.wait()
        return taken

    monkeypatch.setattr(Cases, "_take", held)


@pytest.mark.parametrize("race", [claims, decisions])
async def test_one_wins_and_the_others_are_told(world: CasesWorld, monkeypatch: pytest.MonkeyPatch, race: Any) -> None:
    acts = await race(world)
    abreast(monkeypatch, len(acts))
    won, told = await tried(*acts)
    assert len(won) == 1
    assert told
    assert all(isinstance(each, Conflict) for each in told)


async def test_who_presses_a_moment_later_is_told_who_was_first(world: CasesWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    acts = await claims(world)
    abreast(monkeypatch, len(acts))
    [won], told = await tried(*acts)
    assert won.reviewer is not None
    assert {str(each) for each in told} == {f"{won.reviewer.name}先领取了这份办件，请办下一件。"}


@pytest.mark.parametrize("race", [claims, decisions])
async def test_without_the_guard_several_would_win(world: CasesWorld, monkeypatch: pytest.MonkeyPatch, race: Any) -> None:
    """The negative control: with the state and version out of the filter, the race above is lost."""

    def unguarded(self: Cases, case: Case) -> Mapping[str, Any]:
        return {"_id": case.id}

    monkeypatch.setattr(Cases, "_filter", unguarded)
    acts = await race(world)
    abreast(monkeypatch, len(acts))
    won, _ = await tried(*acts)
    assert len(won) > 1


async def test_a_double_tap_with_one_key_is_one_act(world: CasesWorld) -> None:
    clerk = world.staff_of(Role.PRE_REVIEWER)
    case = await world.submitted(world.act(await world.proven(world.mother)))
    act = world.act(clerk)
    taps = [world.cases.claim(act, case.id, VersionBody(version=case.version)) for _ in range(5)]
    won, told = await tried(*taps)
    assert (len(won), told) == (5, [])
    assert (await world.events(case)).count("case.claimed") == 1


async def test_two_watches_at_once_act_once(world: CasesWorld) -> None:
    case = await world.received(world.act(await world.proven(world.mother)))
    await world.store.cases.change({"_id": case.id}, {"$set": {"is_licence": True}})
    world.later(days=8)
    await asyncio.gather(world.cases.tick(), world.cases.tick(), return_exceptions=False)
    assert (await world.events(case)).count("case.deemed_accepted") == 1


async def test_a_problem_names_what_happened(world: CasesWorld) -> None:
    _, told = await tried(*await decisions(world))
    assert all(isinstance(each, Problem) and each.detail for each in told)

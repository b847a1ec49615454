"""A request that waits for a person is one case, however often and by whichever road it is asked again."""

import asyncio
from typing import Any

import pytest

from backend.errors import AlreadyOpen
from models.acts import CitizenActor
from models.cases import Case, CaseState
from models.certificates import IssueBody
from tests.certificates_world import FORMS, CertificatesWorld

UNKNOWN: dict[str, Any] = {"relative_name": "不在档案里"}


async def asked_at_once(world: CertificatesWorld, actor: CitizenActor, times: int) -> list[Case | BaseException]:
    """The same request so many times at one moment, each with a key of its own."""
    return await asyncio.gather(*(world.issue(actor, "relation-proof", **UNKNOWN) for _ in range(times)), return_exceptions=True)


async def test_the_second_request_is_told_of_the_open_case(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    case = await world.issue(actor, "relation-proof", **UNKNOWN)
    with pytest.raises(AlreadyOpen) as told:
        await world.issue(actor, "relation-proof", **UNKNOWN)
    assert str(case.number) in told.value.detail
    assert told.value.extra == {"case": case.id, "number": case.number}
    assert await world.store.cases.count({}) == 1


async def test_the_same_key_still_gets_its_case(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    act = world.act(actor)
    body = IssueBody(item="relation-proof", form=FORMS["relation-proof"] | UNKNOWN)
    assert (await world.instant.issue(act, body)).id == (await world.instant.issue(act, body)).id


async def test_other_answers_and_other_people_are_another_matter(world: CertificatesWorld) -> None:
    mother, son = await world.demo("wang-guifang"), await world.demo("li-qiang")
    await world.issue(mother, "relation-proof", **UNKNOWN)
    other = await world.issue(mother, "relation-proof", relative_name="也不在档案里")
    assert other.state is CaseState.ACCEPTED
    assert (await world.issue(son, "relation-proof", **UNKNOWN)).state is CaseState.ACCEPTED


async def test_at_one_moment_there_is_one_case(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    answers = await asked_at_once(world, actor, 6)
    made = [each for each in answers if isinstance(each, Case)]
    assert len(made) == 1
    told = [each for each in answers if not isinstance(each, Case)]
    assert [each.extra["case"] for each in told if isinstance(each, AlreadyOpen)] == [made[0].id] * 5
    assert await world.store.cases.count({}) == 1


async def test_without_the_guard_there_would_be_several(world: CertificatesWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: no need, no guard."""
    monkeypatch.setattr("backend.cases.instant.need_of", lambda version, person, form: None)
    actor = await world.demo("wang-guifang")
    await asked_at_once(world, actor, 6)
    assert await world.store.cases.count({}) == 6


async def test_the_answers_do_not_stand_in_the_clear(world: CertificatesWorld) -> None:
    await world.issue(await world.demo("wang-guifang"), "relation-proof", **UNKNOWN)
    raw = await world.store._plain[world.store.database].cases.find_one({})  # pyright: ignore[reportPrivateUsage]
    assert isinstance((raw or {})["open_need"], bytes)

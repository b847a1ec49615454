"""Citizens' sessions: opened, listed, ended, aged."""

import asyncio

import pytest

from backend.errors import Forbidden, NotFound, Unauthenticated
from models.acts import Act
from tests.people_world import World


async def test_the_first_log_in_makes_a_citizen_and_later_ones_find_them(world: World) -> None:
    first = await world.login("one")
    second = await world.login("one")
    assert first.id == second.id
    assert first.level == 0
    assert (await world.login("two")).id != first.id


async def test_two_first_log_ins_at_once_make_one_citizen(world: World) -> None:
    actors = await asyncio.gather(*(world.login("one") for _ in range(8)))
    assert len({actor.id for actor in actors}) == 1
    assert await world.store.citizens.count({}) == 1


async def test_a_bad_code_opens_nothing(world: World) -> None:
    with pytest.raises(Unauthenticated):
        await world.login("bad")
    assert await world.store.sessions.count({}) == 0


async def test_the_database_does_not_hold_the_token(world: World) -> None:
    token, _ = await world.sessions.login(world.public_act(), "one", "phone")
    documents = await world.store.sessions.find({})
    assert len(documents) == 1
    assert token not in str(documents)


async def test_forged_and_ended_tokens_stand_for_nobody(world: World) -> None:
    token, _ = await world.sessions.login(world.public_act(), "one", "phone")
    assert await world.sessions.citizen(token + "x") is None
    actor = await world.actor(token)
    await world.sessions.end_current(Act(actor=actor, at=world.clock.now()))
    assert await world.sessions.citizen(token) is None


async def test_a_session_slides_while_used_and_ends_when_not(world: World) -> None:
    token, _ = await world.sessions.login(world.public_act(), "one", "phone")
    for _ in range(3):
        world.later(days=20)
        assert await world.sessions.citizen(token) is not None
    world.later(days=31)
    assert await world.sessions.citizen(token) is None


async def test_last_seen_is_not_written_on_every_request(world: World) -> None:
    token, _ = await world.sessions.login(world.public_act(), "one", "phone")
    versions: list[int] = []
    for minutes in (1, 1, 4, 0):
        world.later(minutes=minutes)
        await world.sessions.citizen(token)
        versions.append((await world.store.sessions.find({}))[0]["version"])
    assert versions == [0, 0, 1, 1]


async def test_the_products_clock_ages_no_session(world: World) -> None:
    token, _ = await world.sessions.login(world.public_act(), "one", "phone")
    world.clock.forward(days=400)
    assert await world.sessions.citizen(token) is not None


async def test_log_out_everywhere_ends_all_of_mine_and_nobody_elses(world: World) -> None:
    tokens = [(await world.sessions.login(world.public_act(), "one", f"phone {n}"))[0] for n in range(3)]
    other, _ = await world.sessions.login(world.public_act(), "two", "phone")
    actor = await world.actor(tokens[0])
    act = Act(actor=actor, at=world.clock.now())
    listed = await world.sessions.mine(act)
    assert {each.device for each in listed} == {"phone 0", "phone 1", "phone 2"}
    assert [each.id for each in listed if each.current] == [actor.session]
    await world.sessions.end_all(act)
    assert [await world.sessions.citizen(token) for token in tokens] == [None] * 3
    assert await world.sessions.citizen(other) is not None


async def test_another_persons_session_cannot_be_ended(world: World) -> None:
    mine, other = await world.login("one"), await world.login("two")
    with pytest.raises(NotFound):
        await world.sessions.end(Act(actor=mine, at=world.clock.now()), other.session)


async def test_a_death_ends_the_sessions_and_closes_the_door(world: World) -> None:
    person = world.knows("王桂芳", "99010119440308002")
    token, _ = await world.sessions.login(world.public_act(), "one", "phone")
    actor = await world.actor(token)
    await world.people.identity.bind(Act(actor=actor, at=world.clock.now()), await world.identity_body(actor, person))
    await world.people.mark_deceased(world.people.system_act(), actor.id, None)
    assert await world.sessions.citizen(token) is None
    with pytest.raises(Forbidden, match="去世"):
        await world.login("one")

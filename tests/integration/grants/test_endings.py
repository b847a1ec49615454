"""Grants end by time and by death; both sides hear of it in time, and of nothing after a revocation."""

import pytest

from backend.errors import Conflict
from backend.outbox import OutboxRow
from models.grants import EndBody, Grant, GrantsQuery, GrantState
from tests.grants_world import GrantsWorld


def told(grant: Grant) -> list[tuple[str, str | None]]:
    """Templates of the notices so far, each with its `days`."""
    return [(order.template, order.data.get("days")) for event in grant.events for order in event.notices if order.to == grant.person]


async def now(world: GrantsWorld, grant: Grant) -> Grant:
    return Grant.of(await world.store.grants.get(grant.id) or {})


async def test_both_are_told_a_week_and_a_day_ahead_once_each(world: GrantsWorld) -> None:
    _, _, grant = await world.granted()
    for days, expected in ((20, []), (5, ["7"]), (0, ["7"]), (5, ["7", "1"]), (0, ["7", "1"])):
        world.later(days=days)
        await world.grants.tick()
        await world.grants.tick()
        assert [days for template, days in told(await now(world, grant)) if template == "grant_expiring"] == expected
    world.later(days=1)
    await world.grants.tick()
    ended = await now(world, grant)
    assert (ended.state, told(ended)[-1][0]) == (GrantState.EXPIRED, "grant_expired")


async def test_a_grant_past_its_end_has_expired_before_any_tick(world: GrantsWorld) -> None:
    mother, _, grant = await world.granted()
    world.later(days=31)
    act = world.act(mother)
    assert (await now(world, grant)).state is GrantState.ACTIVE, "nobody wrote it yet"
    view = world.grants.view(await world.grants.get(act, grant.id), act)
    assert (view.state, view.state_label, view.actions) == (GrantState.EXPIRED, "已到期", [])
    assert [each["state"] for each in await world.grants.export(mother.id)] == ["expired"]
    assert await world.grants.obstacle(mother.id) is None
    with pytest.raises(Conflict, match="已到期"):
        await world.grants.endings.end(act, grant.id, EndBody())


@pytest.mark.parametrize("later", [{"days": 0}, {"days": 31}])
async def test_lists_by_state_go_by_the_time_of_reading(world: GrantsWorld, later: dict[str, float]) -> None:
    mother, _, grant = await world.granted()
    offer = await world.offered(mother)
    world.later(**later)
    expected = {GrantState.ACTIVE: [grant.id], GrantState.INVITED: [offer.id], GrantState.EXPIRED: []}
    if later["days"]:
        expected = {GrantState.ACTIVE: [], GrantState.INVITED: [], GrantState.EXPIRED: [offer.id, grant.id]}
    for _ in range(2):
        for state, ids in expected.items():
            found = await world.grants.mine(world.act(mother), GrantsQuery(state=state))
            assert [each.id for each in found] == ids
        await world.grants.tick()  # writing it changes nothing of what is shown


async def test_a_short_grant_is_not_told_of_a_week_ahead(world: GrantsWorld) -> None:
    _, _, grant = await world.granted(until=world.day(5).isoformat())
    await world.grants.tick()
    world.later(days=5)
    await world.grants.tick()
    assert [days for template, days in told(await now(world, grant)) if template == "grant_expiring"] == ["1"]


async def test_a_revoked_grant_is_never_warned_of(world: GrantsWorld) -> None:
    mother, _, grant = await world.granted()
    await world.revoke(mother, grant)
    world.later(days=29)
    await world.grants.tick()
    world.later(days=29)
    await world.grants.tick()
    ended = await now(world, grant)
    assert ended.state is GrantState.REVOKED
    assert [template for template, _ in told(ended)] == ["grant_accepted", "grant_revoked"]


async def test_what_has_ended_cannot_be_ended_again(world: GrantsWorld) -> None:
    mother, daughter, grant = await world.granted()
    await world.revoke(mother, grant)
    with pytest.raises(Conflict, match="已撤销"):
        await world.grants.endings.end(world.act(daughter), grant.id, EndBody())


@pytest.mark.parametrize("side", ["person", "agent"])
async def test_a_death_ends_grants_on_either_side_and_tells_the_living(world: GrantsWorld, side: str) -> None:
    mother, daughter, grant = await world.granted()
    dead, living = (mother, daughter) if side == "person" else (daughter, mother)
    row = OutboxRow(
        id="evt_1",
        at=world.clock.now(),
        action="person.deceased",
        subject=f"citizens/{dead.id}",
        person=dead.id,
        actor={},
        detail={},
        notices=[],
    )
    await world.grants.endings.on_person_deceased(row)
    await world.grants.endings.on_person_deceased(row)
    ended = await now(world, grant)
    assert ended.state is GrantState.ENDED
    assert [event.action for event in ended.events].count("grant.ended") == 1
    assert [(order.to, order.template) for order in ended.events[-1].notices] == [(living.id, "grant_ended")]


async def test_a_person_with_a_live_grant_is_not_erased(world: GrantsWorld) -> None:
    mother, daughter, grant = await world.granted()
    assert await world.grants.obstacle(daughter.id) == "还有 1 份有效的授权"
    assert len(await world.grants.export(mother.id)) == 1
    await world.revoke(mother, grant)
    assert await world.grants.obstacle(daughter.id) is None

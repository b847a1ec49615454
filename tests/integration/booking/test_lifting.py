"""A closure taken back gives its places back, moves nobody again, and nothing that runs beside it closes them anew."""

import asyncio
from datetime import UTC, timedelta
from typing import Any

import pytest

from backend.booking.closures import Closures
from backend.booking.planner import Planner
from backend.errors import Forbidden, NotFound, WrongState
from models.acts import Role
from models.booking import Closure, ClosureState, PlaceState, Remedy
from models.closures import LiftBody
from tests.booking_world import TUESDAY_NINE, TUESDAY_TEN, World
from tests.integration.booking.test_closures import NOON, body, manager

WHY = LiftBody(reason="输错了日期")


async def closed(world: World, **more: Any) -> Closure:
    """Tuesday morning is closed."""
    return await world.booking.closures.close(manager(world), "center", body(**more))


async def withdrawn(world: World) -> int:
    """How many places of Tuesday morning cannot be had."""
    where = {"start": {"$gte": TUESDAY_NINE, "$lt": NOON}, "state": PlaceState.WITHDRAWN.value}
    return await world.store.places.count(where)


async def test_places_come_back_and_who_was_moved_stays_and_hears_nothing(world: World) -> None:
    await world.claim("anna", TUESDAY_TEN)
    closure = await closed(world)
    [moved] = await world.live()
    view = await world.booking.lift(manager(world), "center", closure.id, WHY)
    assert (view.state, view.lifted_for, view.moved) == (ClosureState.LIFTED, "输错了日期", 1)
    assert await withdrawn(world) == 0
    assert await world.free(TUESDAY_NINE) == 2
    await world.booking.tick()
    assert [each.id for each in await world.live()] == [moved.id]
    assert await world.told("anna") == ["appointment_booked", "appointment_moved"]


async def test_a_closure_told_in_another_zone_is_lifted_on_its_own_day(world: World) -> None:
    closure = await closed(world, start=(TUESDAY_NINE - timedelta(hours=3)).astimezone(UTC), end=NOON.astimezone(UTC))
    await world.booking.lift(manager(world), "center", closure.id, WHY)
    assert await withdrawn(world) == 0


async def test_who_was_told_to_choose_again_is_told_nothing_more(world: World) -> None:
    place = await world.claim("anna")
    closure = await closed(world, remedy=Remedy.TELL)
    await world.booking.lift(manager(world), "center", closure.id, WHY)
    await world.booking.tick()
    assert (await world.get(place.id)).state is PlaceState.CANCELLED
    assert (await world.told("anna")).count("appointment_closed") == 1


async def test_what_another_closure_covers_stays_closed(world: World) -> None:
    whole, one = await closed(world), await closed(world, end=TUESDAY_TEN)
    await world.booking.lift(manager(world), "center", whole.id, WHY)
    assert await world.free(TUESDAY_NINE) is None
    assert await world.free(TUESDAY_TEN) == 2
    await world.booking.lift(manager(world), "center", one.id, WHY)
    assert await world.free(TUESDAY_NINE) == 2


async def test_lifting_twice_is_told_and_the_same_key_is_once(world: World) -> None:
    closure = await closed(world)
    for _ in range(2):
        assert (await world.booking.lift(manager(world, "key-1"), "center", closure.id, WHY)).state is ClosureState.LIFTED
    with pytest.raises(WrongState):
        await world.booking.lift(manager(world), "center", closure.id, WHY)


async def test_what_is_over_elsewhere_or_another_managers_is_not_lifted(world: World) -> None:
    closure = await closed(world)
    with pytest.raises(NotFound):
        await world.booking.lift(manager(world), "center", "closure_nowhere", WHY)
    with pytest.raises(NotFound):
        await world.booking.lift(world.staff(Role.HALL_MANAGER, hall_id="luoxi"), "luoxi", closure.id, WHY)
    for act in (world.staff(Role.RECEPTIONIST), world.staff(Role.HALL_MANAGER, hall_id="luoxi")):
        with pytest.raises(Forbidden):
            await world.booking.lift(act, "center", closure.id, WHY)
        with pytest.raises(Forbidden):
            await world.booking.closures_of(act, "center")
    world.at(NOON + timedelta(minutes=1))
    with pytest.raises(WrongState):
        await world.booking.lift(manager(world), "center", closure.id, WHY)


async def test_closures_are_listed_with_what_became_of_them(world: World) -> None:
    first, second = await closed(world), await closed(world, end=NOON + timedelta(hours=3))
    await world.booking.lift(manager(world), "center", first.id, WHY)
    items = (await world.booking.closures_of(manager(world), "center")).items
    assert [(each.id, each.state) for each in items] == [(second.id, ClosureState.DONE), (first.id, ClosureState.LIFTED)]


def behind(monkeypatch: pytest.MonkeyPatch, where: type, method: str) -> tuple[asyncio.Event, asyncio.Event]:
    """From now on the first call of `method` says that it was reached, and waits until it may go on."""
    reached, go_on = asyncio.Event(), asyncio.Event()
    real = getattr(where, method)

    async def late(self: Any, *arguments: Any) -> Any:
        if not reached.is_set():
            reached.set()
            await go_on.wait()
        return await real(self, *arguments)

    monkeypatch.setattr(where, method, late)
    return reached, go_on


async def lifted_beside_the_tick(world: World, monkeypatch: pytest.MonkeyPatch) -> int:
    """The tick of closures found places to withdraw; the closure is lifted before it writes. How many end up withdrawn."""
    closure = await closed(world)
    await world.store.places.change_many({"state": "withdrawn"}, {"$set": {"state": "free"}})
    reached, go_on = behind(monkeypatch, Closures, "_withdraw_these")
    ticking = asyncio.create_task(world.booking.closures.tick())
    await reached.wait()
    await world.booking.lift(manager(world), "center", closure.id, WHY)
    go_on.set()
    await ticking
    await world.booking.planner.tick()
    return await withdrawn(world)


async def test_a_tick_that_knew_the_closure_withdraws_nothing_after_it_was_lifted(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    assert await lifted_beside_the_tick(world, monkeypatch) == 0


async def test_without_the_guard_the_tick_would_close_it_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control."""

    async def unguarded(*args: object) -> None:
        return

    monkeypatch.setattr(Closures, "_still_standing", unguarded)
    assert await lifted_beside_the_tick(world, monkeypatch) > 0


async def lifted_beside_the_planner(world: World, monkeypatch: pytest.MonkeyPatch) -> int:
    """One turn of the planner knows the closure, the one of the lifting does not: the first writes last, the second notes last.

    How many places end up withdrawn after one more turn.
    """
    closure = await closed(world)
    follows, may_follow = behind(monkeypatch, Planner, "_follow")
    notes, may_note = behind(monkeypatch, Planner, "_note")
    planning = asyncio.create_task(world.booking.planner.tick())
    await follows.wait()
    lifting = asyncio.create_task(world.booking.lift(manager(world), "center", closure.id, WHY))
    await notes.wait()
    may_follow.set()
    await planning
    may_note.set()
    await lifting
    await world.booking.planner.tick()
    return await withdrawn(world)


async def test_a_planner_that_knew_the_closure_is_mended_by_the_next_turn(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    assert await lifted_beside_the_planner(world, monkeypatch) == 0


async def test_without_comparing_notes_the_places_would_stay_closed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: each turn notes what it made, whatever was noted meanwhile."""

    async def unguarded(self: Planner, name: str, known: object, digest: str) -> None:
        await self._store.booked_days.put({"_id": name}, {"$set": {"digest": digest}})

    monkeypatch.setattr(Planner, "_note", unguarded)
    assert await lifted_beside_the_planner(world, monkeypatch) > 0

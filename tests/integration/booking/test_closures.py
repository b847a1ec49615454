"""Closing a hall or a counter: those affected are listed, moved or told, exactly once, whatever happens in between."""

import asyncio
from datetime import datetime, timedelta

import pytest

from backend.clock import SetClock
from backend.errors import Forbidden, Invalid, SlotFull
from backend.store import Store
from models.acts import Act, Role
from models.booking import ClosureState, Place, PlaceState, Remedy
from models.closures import ClosureBody
from tests.booking_world import TUESDAY_NINE, TUESDAY_TEN, WEDNESDAY_NINE, World, center, counter, hall

NOON = TUESDAY_NINE.replace(hour=12)


def body(
    start: datetime = TUESDAY_NINE, end: datetime = NOON, *, remedy: Remedy = Remedy.MOVE, counter_id: str | None = None
) -> ClosureBody:
    return ClosureBody(start=start, end=end, reason="设备检修", remedy=remedy, counter=counter_id)


def manager(world: World, key: str | None = None) -> Act:
    return world.staff(Role.HALL_MANAGER, key=key)


async def test_a_preview_lists_those_affected_and_changes_nothing(world: World) -> None:
    place = await world.claim("anna")
    await world.claim("berta", WEDNESDAY_NINE)
    closure, free, affected = await world.booking.closures.preview(manager(world), "center", body())
    assert (closure.hall, free, [each.id for each in affected]) == ("center", 11, [place.id])
    assert (await world.get(place.id)).version == place.version
    assert await world.free(TUESDAY_NINE) == 1


async def test_everybody_affected_is_moved_to_the_nearest_free_slot(world: World) -> None:
    old = await world.claim("anna", TUESDAY_TEN)
    closure = await world.booking.closures.close(manager(world), "center", body())
    [new] = await world.live()
    assert (closure.state, closure.moved, closure.told) == (ClosureState.DONE, 1, 0)
    assert (new.person, new.code, new.moved_from, new.cancel_freely) == ("citizen_anna", old.code, old.id, True)
    assert new.start == WEDNESDAY_NINE
    assert await world.told("anna") == ["appointment_booked", "appointment_moved"]
    assert await world.free(TUESDAY_TEN) is None


async def test_who_was_moved_by_a_closure_may_cancel_to_the_last(world: World) -> None:
    await world.claim("anna", TUESDAY_TEN)
    await world.booking.closures.close(manager(world), "center", body())
    [new] = await world.live()
    world.at(new.start - timedelta(minutes=1))
    assert (await world.cancel(new, "anna")).state is PlaceState.CANCELLED


async def test_where_only_telling_is_asked_for_nobody_is_moved(world: World) -> None:
    place = await world.claim("anna")
    closure = await world.booking.closures.close(manager(world), "center", body(remedy=Remedy.TELL))
    assert (closure.moved, closure.told) == (0, 1)
    assert (await world.get(place.id)).state is PlaceState.CANCELLED
    assert await world.told("anna") == ["appointment_booked", "appointment_closed"]


async def test_where_nothing_equal_is_free_they_are_told(store: Store, clock: SetClock) -> None:
    world = World(store, clock)
    await world.booking.seed([hall("center", (counter("c1", ("ssc-apply",), 1), counter("c2", ("longevity",), 5)))])
    await world.claim("anna")
    whole = body(end=TUESDAY_NINE + timedelta(days=60))
    closure = await world.booking.closures.close(manager(world), "center", whole)
    assert closure.moved + closure.told == 1
    assert all(place.start < TUESDAY_NINE for place in await world.live())


async def test_closing_one_counter_leaves_the_others_open(store: Store, clock: SetClock) -> None:
    world = World(store, clock)
    await world.booking.seed([hall("center", (counter("c1", ("ssc-apply",), 1), counter("c2", ("ssc-apply",), 1)))])
    await world.booking.closures.close(manager(world), "center", body(counter_id="c1"))
    assert await world.free(TUESDAY_NINE) == 1
    assert (await world.claim("anna")).counter == "c2"
    with pytest.raises(SlotFull):
        await world.claim("berta")


async def test_a_repeated_closing_with_one_key_is_one(world: World) -> None:
    await world.claim("anna", TUESDAY_TEN)
    one = await world.booking.closures.close(manager(world, "key-1"), "center", body())
    two = await world.booking.closures.close(manager(world, "key-1"), "center", body())
    assert one.id == two.id
    assert await world.told("anna") == ["appointment_booked", "appointment_moved"]


@pytest.mark.parametrize("crashes_at", [1, 2, 3])
async def test_after_a_crash_the_worker_goes_on_and_nobody_is_moved_twice(
    world: World, monkeypatch: pytest.MonkeyPatch, crashes_at: int
) -> None:
    for number in range(3):
        await world.claim(f"p{number}", TUESDAY_NINE + timedelta(minutes=30 * number))
    real, calls = Store.transact, 0

    class Crash(Exception):
        pass

    async def crashing(self: Store, write: object) -> object:
        nonlocal calls
        calls += 1
        if calls == crashes_at:
            raise Crash
        return await real(self, write)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(Store, "transact", crashing)
        with pytest.raises(Crash):
            await world.booking.closures.close(manager(world), "center", body())
    await asyncio.gather(world.booking.tick(), world.booking.tick())
    await world.booking.tick()
    [row] = await world.store.closures.find({})
    assert (row["state"], row["moved"]) == ("done", 3)
    moved = await world.live()
    assert len(moved) == 3
    assert all(place.start >= NOON or place.start < TUESDAY_NINE for place in moved)
    for number in range(3):
        assert (await world.told(f"p{number}")).count("appointment_moved") == 1


async def test_a_place_born_again_inside_a_closure_is_withdrawn(world: World, clock: SetClock) -> None:
    place = await world.claim("anna")
    await world.booking.closures.close(manager(world), "center", body())
    [moved] = await world.live()
    again: list[Place] = [Place.of(row) for row in await world.store.places.find({"slot": place.slot, "seat": place.seat})]
    assert {each.state for each in again} == {PlaceState.CANCELLED, PlaceState.WITHDRAWN}
    clock.forward(minutes=30)
    await world.booking.tick()
    assert await world.free(TUESDAY_NINE) is None
    assert moved.live


async def test_a_closure_of_yesterday_is_refused(world: World) -> None:
    with pytest.raises(Invalid):
        await world.booking.closures.close(manager(world), "center", body(TUESDAY_NINE - timedelta(days=9), NOON - timedelta(days=9)))


async def test_only_the_halls_own_manager_closes(world: World) -> None:
    for act in (world.staff(Role.RECEPTIONIST), world.staff(Role.HALL_MANAGER, hall_id="luoxi")):
        with pytest.raises(Forbidden):
            await world.booking.closures.close(act, "center", body())


async def test_places_made_later_inside_a_closure_are_born_withdrawn(store: Store, clock: SetClock) -> None:
    world = World(store, clock)
    await world.booking.seed([center()])
    far = TUESDAY_NINE + timedelta(days=20)
    await world.booking.closures.close(manager(world), "center", body(far, far + timedelta(hours=3)))
    clock.forward(days=10)
    await world.booking.planner.tick()
    assert await store.places.count({"start": {"$gte": far, "$lt": far + timedelta(hours=3)}}) == 12
    assert await store.places.count({"start": {"$gte": far, "$lt": far + timedelta(hours=3)}, "state": "free"}) == 0

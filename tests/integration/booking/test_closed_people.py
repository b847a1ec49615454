"""Whom a closure hit is looked up afterwards, with who can only be told by a person; numbers come back when it is lifted."""

from datetime import datetime, timedelta

import pytest

from backend.clock import SetClock
from backend.errors import Forbidden, NotFound
from backend.store import Store
from models.acts import Role
from models.booking import Closure, Place, PlaceState, Remedy
from models.closures import ClosedPersonView, ClosureBody, LiftBody
from models.counter import CallerBody, StaffClaimBody
from tests.booking_world import TUESDAY_NINE, TUESDAY_TEN, WEDNESDAY_NINE, World, counter, hall

NOON = TUESDAY_NINE + timedelta(hours=3)


@pytest.fixture
async def world(store: Store, clock: SetClock) -> World:
    """A hall of one counter, on the day before."""
    world = World(store, clock)
    await world.booking.seed([hall("center", (counter("c1", ("ssc-apply",), 2),))])
    return world


async def comes(world: World, name: str, phone: str | None = None) -> Place:
    body = StaffClaimBody(caller=CallerBody(name=name, phone=phone), items=["ssc-apply"], hall="center")
    return await world.booking.callers.book(world.staff(), body)


async def closes(world: World, *, remedy: Remedy = Remedy.MOVE, end: datetime = NOON) -> Closure:
    return await world.booking.closures.close(world.staff(Role.HALL_MANAGER), "center", ClosureBody(end=end, reason="停电", remedy=remedy))


async def lifts(world: World, closure: Closure) -> None:
    await world.booking.lift(world.staff(Role.HALL_MANAGER), "center", closure.id, LiftBody(reason="来电了"))


async def people(world: World, closure: Closure) -> list[ClosedPersonView]:
    return (await world.booking.closed_people(world.staff(Role.HALL_MANAGER), "center", closure.id)).items


async def test_who_was_moved_and_who_cannot_be_reached_is_known_afterwards(world: World) -> None:
    await world.claim("anna", TUESDAY_TEN)
    world.at(TUESDAY_NINE)
    await comes(world, "张秀兰")
    await comes(world, "李强", "13800000001")
    body = ClosureBody(end=NOON, reason="停电", preview=True)
    before = (await world.booking.preview_closure(world.staff(Role.HALL_MANAGER), "center", body)).affected
    assert {each.ticket: each.reached for each in before} == {"B001": False, "B002": True, None: False}, "known before it is done"
    closure = await closes(world)
    first, second, moved = await people(world, closure)
    assert not moved.reached
    assert (first.ticket, first.name, first.reached) == ("B001", "张*兰", False)
    assert (second.ticket, second.name, second.reached) == ("B002", "李*", True)
    assert first.became == "号码取消了；恢复办公后请重新取号"
    assert moved.became.startswith("改到11月2")
    world.at(NOON + timedelta(days=2))
    assert [each.id for each in await people(world, closure)] == [first.id, second.id, moved.id], "also when it is long over"


async def test_who_was_told_alone_chooses_or_stands_in_the_line(world: World) -> None:
    await world.claim("anna", TUESDAY_TEN)
    world.at(TUESDAY_NINE)
    [told] = await people(world, await closes(world, remedy=Remedy.TELL))
    assert told.became == "没有改期，请本人另选时间"


async def test_who_found_no_other_time_waits_in_the_line(world: World) -> None:
    await world.claim("anna", TUESDAY_TEN)
    world.at(TUESDAY_NINE)
    [waits] = await people(world, await closes(world, end=NOON + timedelta(days=60)))
    assert waits.became == "排在候补里，空出时段先通知"


async def test_a_number_comes_back_when_the_closure_is_lifted_the_same_day(world: World) -> None:
    world.at(TUESDAY_NINE)
    before = await comes(world, "张秀兰")
    closure = await closes(world)
    assert (await world.get(before.id)).state is PlaceState.CANCELLED
    await lifts(world, closure)
    after = await world.get(before.id)
    assert (after.state, after.ticket, after.start, after.reason, after.live) == (PlaceState.CHECKED_IN, "B001", before.start, None, True)
    await world.booking.closures.tick()
    assert (await world.get(before.id)).version == after.version, "once"
    [listed] = await people(world, closure)
    assert listed.became == "停办撤销后恢复了 B001 号"


async def test_a_number_is_not_given_back_beside_another_and_not_on_another_day(world: World) -> None:
    world.at(TUESDAY_NINE)
    caller = CallerBody(name="李强", phone="13800000001")
    before = await comes(world, "李强", caller.phone)
    closure = await closes(world)
    later = StaffClaimBody(caller=caller, items=["ssc-apply"], hall="center", start=WEDNESDAY_NINE)
    booked = await world.booking.callers.book(world.staff(), later)
    await lifts(world, closure)
    assert (await world.get(before.id)).state is PlaceState.CANCELLED, "they have booked instead"
    assert (await world.get(booked.id)).state is PlaceState.CONFIRMED
    other = await comes(world, "张秀兰")
    long = await closes(world, end=TUESDAY_NINE + timedelta(days=2))
    world.at(TUESDAY_NINE + timedelta(days=1))
    await lifts(world, long)
    assert (await world.get(other.id)).state is PlaceState.CANCELLED, "the line of yesterday is over"


async def test_what_a_crash_left_is_given_back_by_the_worker(world: World) -> None:
    world.at(TUESDAY_NINE)
    before = await comes(world, "张秀兰")
    closure = await closes(world)
    await world.store.closures.change({"_id": closure.id}, {"$set": {"state": "lifted"}}, None)
    await world.booking.closures.tick()
    assert (await world.get(before.id)).state is PlaceState.CHECKED_IN


async def test_only_the_halls_own_manager_sees_them(world: World) -> None:
    world.at(TUESDAY_NINE)
    closure = await closes(world)
    for act in (world.staff(Role.RECEPTIONIST), world.staff(Role.HALL_MANAGER, hall_id="luoxi")):
        with pytest.raises(Forbidden):
            await world.booking.closed_people(act, "center", closure.id)
    with pytest.raises(NotFound):
        await world.booking.closed_people(world.staff(Role.HALL_MANAGER), "center", "closure_none")

"""A hall that closes in the middle of the day: nobody has missed anything, and who lost the most is served first."""

from datetime import datetime, timedelta

import pytest

from backend.clock import SetClock
from backend.errors import Invalid
from backend.store import Store
from models.appointments import VersionBody
from models.booking import ClosureState, Place, PlaceState
from models.closures import ClosureBody
from models.waitlist import Waiting
from tests.booking_world import TUESDAY_NINE, TUESDAY_TEN, WEDNESDAY_NINE, World, counter, hall
from tests.integration.booking.test_closures import manager

MIDNIGHT = (TUESDAY_NINE + timedelta(days=1)).replace(hour=0)


def typhoon(days: int = 0, start: datetime | None = TUESDAY_NINE) -> ClosureBody:
    return ClosureBody(start=start, end=MIDNIGHT + timedelta(days=days), reason="台风停工")


async def checks_in(world: World, place: Place) -> Place:
    return await world.booking.counter.check_in(world.staff(), place.id, VersionBody(version=place.version))


async def test_nobody_has_missed_an_appointment_in_a_hall_that_closed_after_its_start(world: World) -> None:
    await world.claim("anna")
    world.at(TUESDAY_NINE + timedelta(minutes=20))
    await world.booking.closures.close(manager(world), "center", typhoon())
    world.at(MIDNIGHT + timedelta(hours=1))
    await world.booking.tick()
    [old] = [Place.of(row) for row in await world.store.places.find({"person": "citizen_anna", "live": False})]
    assert (old.state, old.no_show) == (PlaceState.CANCELLED, False)
    assert await world.told("anna") == ["appointment_booked", "appointment_moved"]


async def test_who_had_come_already_is_given_another_time_before_everybody_else(store: Store, clock: SetClock) -> None:
    world = World(store, clock)
    await world.booking.seed([hall("center", (counter("c1", ("ssc-apply",), 1),))])
    await world.claim("anna")
    late = await world.claim("berta", TUESDAY_TEN)
    world.at(TUESDAY_TEN - timedelta(minutes=10))
    await checks_in(world, late)
    await world.booking.closures.close(manager(world), "center", typhoon())
    new = {place.person: place for place in await world.live()}
    assert new["citizen_berta"].start == WEDNESDAY_NINE
    assert new["citizen_berta"].state is PlaceState.CONFIRMED
    assert new["citizen_anna"].start > WEDNESDAY_NINE


async def test_one_counter_closing_leaves_those_in_the_hall_to_the_desk(world: World) -> None:
    place = await world.claim("anna", TUESDAY_TEN)
    world.at(TUESDAY_TEN - timedelta(minutes=10))
    place = await checks_in(world, place)
    shut = typhoon().model_copy(update={"counter": place.counter})
    await world.booking.closures.close(manager(world), "center", shut)
    assert (await world.get(place.id)).state is PlaceState.CHECKED_IN


async def test_who_just_came_is_told_and_keeps_nothing_open(world: World) -> None:
    world.at(TUESDAY_NINE + timedelta(minutes=5))
    visit = await world.call_in("李强", start=None)
    closure = await world.booking.closures.close(manager(world), "center", typhoon())
    assert (closure.state, closure.told) == (ClosureState.DONE, 1)
    ended = await world.get(visit.id)
    assert (ended.state, ended.no_show) == (PlaceState.CANCELLED, False)


async def test_whom_no_other_time_was_found_for_stands_first_in_the_line(store: Store, clock: SetClock) -> None:
    world = World(store, clock)
    await world.booking.seed([hall("center", (counter("c1", ("ssc-apply",), 1),))])
    await world.claim("anna")
    await world.claim("berta", TUESDAY_TEN)
    closure = await world.booking.closures.close(manager(world), "center", typhoon(days=60))
    assert (closure.moved, closure.told) == (0, 2)
    line = [Waiting.of(row) for row in await store.waitlist.find({}, sort=[("rank", 1)])]
    assert [each.person for each in line] == ["citizen_anna", "citizen_berta"]
    assert all(each.rank < 0 for each in line)
    told = [
        event.notices[0].data["next"]
        for row in await store.places.find({"person": "citizen_anna"})
        for event in Place.of(row).events
        if event.action == "appointment.closed"
    ]
    assert ["排在这个大厅候补的最前面" in words for words in told] == [True]


async def test_who_waits_in_the_line_already_keeps_that_place(store: Store, clock: SetClock) -> None:
    world = World(store, clock)
    await world.booking.seed([hall("center", (counter("c1", ("ssc-apply",), 1),))])
    place = await world.claim("anna")
    facts = {"needs": place.needs, "person": "citizen_anna", "name": "anna", "items": place.items, "item_names": place.item_names}
    days = {"first": "2026-11-24", "last": "2026-12-24", "joined_at": clock.now(), "hall": "center", "hall_name": "中心"}
    await store.waitlist.insert(Waiting(_id="wait_1", rank=7, **facts, **days))
    await world.booking.closures.close(manager(world), "center", typhoon(days=60))
    assert [row["rank"] for row in await store.waitlist.find({})] == [7]


async def test_a_closing_the_machine_slept_through_is_carried_out_before_the_day_ends(world: World) -> None:
    place = await world.claim("anna")
    closure, _, _ = await world.booking.closures.preview(manager(world), "center", typhoon())
    await world.store.closures.insert(closure)  # entered, and then the power was gone
    world.at(MIDNIGHT + timedelta(hours=9))
    await world.booking.tick()
    ended = await world.get(place.id)
    assert (ended.state, ended.no_show) == (PlaceState.CANCELLED, False)
    assert (await world.booking.closures.get(closure.id)).state is ClosureState.DONE


async def test_a_hall_closes_from_now_on(world: World) -> None:
    over = await world.claim("anna")
    world.at(TUESDAY_TEN)
    closure = await world.booking.closures.close(manager(world), "center", typhoon(start=None))
    assert (closure.start, closure.moved) == (TUESDAY_TEN, 0)
    assert (await world.get(over.id)).state is PlaceState.CONFIRMED  # the hall was open then
    with pytest.raises(Invalid, match="一年"):
        await world.booking.closures.close(manager(world), "center", typhoon(days=400, start=None))

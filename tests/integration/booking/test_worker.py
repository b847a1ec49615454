"""What falls due: reminders once each, escalation, confirmation by itself, the end of the day. And places made ahead."""

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest

from backend.booking.planner import Planner
from backend.clock import SetClock
from backend.store import Store
from backend.workdays import CalendarYear, Holiday
from models.acts import Role
from models.booking import PlaceState
from models.counter import CallBody, DeskQuery
from tests.booking_world import DAYS, RULES, TUESDAY_NINE, WEDNESDAY_NINE, World, center, seen


async def test_reminders_come_a_day_and_an_hour_before_once_each(world: World) -> None:
    await world.claim("anna", WEDNESDAY_NINE)
    world.at(WEDNESDAY_NINE - timedelta(hours=24, minutes=1))
    await world.booking.tick()
    assert await world.told("anna") == ["appointment_booked"]
    world.at(WEDNESDAY_NINE - timedelta(hours=24))
    await asyncio.gather(*(world.booking.worker.tick() for _ in range(4)))
    await world.booking.tick()
    assert await world.told("anna") == ["appointment_booked", "appointment_reminder_day"]
    world.at(WEDNESDAY_NINE - timedelta(hours=1))
    await asyncio.gather(*(world.booking.worker.tick() for _ in range(4)))
    assert await world.told("anna") == ["appointment_booked", "appointment_reminder_day", "appointment_reminder_hour"]


async def test_who_books_within_a_day_is_not_reminded_of_it_at_once(world: World) -> None:
    await world.claim("anna", TUESDAY_NINE)  # 23 hours ahead
    await world.booking.tick()
    assert await world.told("anna") == ["appointment_booked"]


async def test_after_an_outage_only_the_nearest_reminder_is_sent(world: World) -> None:
    await world.claim("anna", WEDNESDAY_NINE)
    world.at(WEDNESDAY_NINE - timedelta(minutes=30))
    await world.booking.tick()
    assert await world.told("anna") == ["appointment_booked", "appointment_reminder_hour"]


async def test_a_cancelled_appointment_reminds_nobody(world: World) -> None:
    place = await world.claim("anna", WEDNESDAY_NINE)
    await world.cancel(place, "anna")
    world.at(WEDNESDAY_NINE - timedelta(hours=1))
    await world.booking.tick()
    assert await world.told("anna") == ["appointment_booked", "appointment_cancelled"]


async def test_an_unconfirmed_one_is_escalated_then_confirmed_by_itself(world: World) -> None:
    claimed_at = world.clock.now()
    place = await world.claim("anna", WEDNESDAY_NINE, "longevity")
    world.at(claimed_at + (WEDNESDAY_NINE - claimed_at) / 2)
    await world.booking.tick()
    escalated = await world.get(place.id)
    assert escalated.state is PlaceState.PENDING
    assert escalated.escalated_at == world.clock.now()
    waiting, _ = await world.booking.listings.desk(world.staff(Role.HALL_MANAGER), DeskQuery(date=WEDNESDAY_NINE.date(), escalated=True))
    assert [each.id for each in waiting] == [place.id]
    world.at(WEDNESDAY_NINE - timedelta(hours=2))
    await world.booking.tick()
    assert (await world.get(place.id)).state is PlaceState.CONFIRMED
    assert "appointment_confirmed" in await world.told("anna")


async def test_less_than_two_hours_ahead_it_is_confirmed_at_once(world: World) -> None:
    world.at(TUESDAY_NINE - timedelta(hours=1))
    assert (await world.claim("anna", TUESDAY_NINE, "longevity")).state is PlaceState.CONFIRMED


async def test_the_end_of_the_day_settles_everybody(world: World) -> None:
    never_came = await world.claim("anna")
    waited = await world.claim("berta")
    served = await world.claim("clara", TUESDAY_NINE + timedelta(minutes=30))
    world.at(TUESDAY_NINE)
    waited = await world.booking.counter.check_in(world.staff(), waited.id, seen(waited))
    served = await world.booking.counter.check_in(world.staff(), served.id, seen(served))
    served = await world.booking.counter.call(world.staff(), served.id, CallBody(version=served.version, counter="c1"))
    world.at(WEDNESDAY_NINE.replace(hour=0))
    await world.booking.tick()
    states = {place.id: ((await world.get(place.id)).state, (await world.get(place.id)).no_show) for place in (never_came, waited, served)}
    assert states[never_came.id] == (PlaceState.MISSED, True)
    assert states[waited.id] == (PlaceState.MISSED, False)
    assert states[served.id] == (PlaceState.DONE, False)
    assert await world.live() == []


async def test_making_places_again_makes_none_twice(world: World, store: Store) -> None:
    before = await store.places.count({})
    await asyncio.gather(*(world.booking.planner.tick() for _ in range(3)))
    await store.booked_days.delete({})  # as if a crash had come before the day was noted
    await world.booking.planner.tick()
    assert await store.places.count({}) == before > 0


async def test_a_holiday_announced_later_withdraws_the_free_places_of_that_day(store: Store, clock: SetClock) -> None:
    world = World(store, clock)
    await world.booking.seed([center()])
    booked = await world.claim("anna", WEDNESDAY_NINE)
    year = CalendarYear(year=2026, holidays=(Holiday(name="停工日", days=(date(2026, 11, 25),)),))
    later = World(store, clock, days=DAYS.with_years([year]))
    await later.booking.planner.tick()
    assert await store.places.count({"start": {"$gte": WEDNESDAY_NINE, "$lt": WEDNESDAY_NINE + timedelta(hours=3)}, "state": "free"}) == 0
    assert (await world.get(booked.id)).live
    await world.booking.planner.tick()  # called off again
    assert await world.free(WEDNESDAY_NINE) == 1


@pytest.mark.parametrize("crashes", [1, 5, 9])
async def test_a_crash_while_making_places_is_made_good(
    store: Store, clock: SetClock, monkeypatch: pytest.MonkeyPatch, crashes: int
) -> None:
    world = World(store, clock)
    await world.booking.halls.seed([center()])
    real, calls = Planner._note, 0

    class Crash(Exception):
        pass

    async def crashing(self: Planner, *args: Any) -> None:
        nonlocal calls
        calls += 1
        if calls == crashes:
            raise Crash
        await real(self, *args)

    with monkeypatch.context() as patched:
        patched.setattr(Planner, "_note", crashing)
        with pytest.raises(Crash):
            await world.booking.planner.tick()
    await world.booking.planner.tick()
    assert await store.places.count({}) == 11 * 12 + 3 * 2  # eleven mornings of six slots; three slots of this Monday are still to come


async def test_free_counts_are_cached_for_no_longer_than_told(store: Store, clock: SetClock) -> None:
    world = World(store, clock, RULES.model_copy(update={"cache_seconds": 0.2}))
    await world.booking.seed([center()])
    assert await world.free(TUESDAY_NINE) == 2
    await world.claim("anna")
    assert await world.free(TUESDAY_NINE) == 2
    async with asyncio.timeout(2):
        while await world.free(TUESDAY_NINE) != 1:
            await asyncio.sleep(0.02)

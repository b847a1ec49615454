"""Waiting for a freed place: asked in order, families together, an answer within its time, and nothing is lost to a race."""

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest

from backend.clock import SetClock
from backend.errors import AlreadyBooked, BookingBlocked, Invalid, NotFound, StaleVersion, WrongState
from backend.outbox import OutboxRow
from backend.store import Store
from models.acts import Act, Role
from models.appointments import RescheduleBody, VersionBody
from models.booking import Block, Place, PlaceState
from models.closures import ClosureBody
from models.waitlist import WaitBody, Waiting, WaitingState
from tests.booking_world import TUESDAY_NINE, TUESDAY_TEN, WEDNESDAY_NINE, World, center

DAY = date(2026, 11, 24)


@pytest.fixture
async def full(store: Store, clock: SetClock) -> tuple[World, list[Place]]:
    """A hall with two places a slot, all of Tuesday taken by others; the first two are at nine."""
    world = World(store, clock)
    await world.booking.seed([center()])
    return world, await taken(world)


async def taken(world: World) -> list[Place]:
    rows = await world.store.places.find({"start": {"$gte": TUESDAY_NINE, "$lt": TUESDAY_NINE + timedelta(hours=8)}}, sort=[("_id", 1)])
    return [await world.claim(f"other{number}", row["start"]) for number, row in enumerate(rows)]


async def wait(world: World, who: str | Act, *people: str, first: date = DAY, last: date = DAY, **more: Any) -> Waiting:
    act = world.act(who) if isinstance(who, str) else who
    body = WaitBody(**{"items": ["ssc-apply"], "hall": "center", "first": first, "last": last, "people": list(people), **more})
    return await world.booking.waitlist.join(act, body)


async def now(world: World, waiting: Waiting) -> Waiting:
    return Waiting.of(await world.store.waitlist.get(waiting.id) or {})


async def answer(world: World, waiting: Waiting, who: str, how: str = "accept") -> Waiting:
    known = await now(world, waiting)
    return await getattr(world.booking.waitlist, how)(world.act(who), waiting.id, VersionBody(version=known.version))


async def held(world: World) -> int:
    return await world.store.places.count({"state": PlaceState.HELD.value})


async def test_a_freed_place_goes_to_the_first_in_the_line_before_anybody_else(full: tuple[World, list[Place]]) -> None:
    world, places = full
    first, second = await wait(world, "anna"), await wait(world, "berta")
    assert (await world.booking.waitlist.view(second)).ahead == 1
    await world.cancel(places[0], "other0")
    await world.booking.tick()
    offered = await now(world, first)
    assert (offered.state, offered.offer and offered.offer.start) == (WaitingState.OFFERED, TUESDAY_NINE)
    assert (await now(world, second)).state is WaitingState.WAITING
    assert await world.free(TUESDAY_NINE) == 0
    assert await world.told("anna") == ["waitlist_offered"]
    done = await answer(world, first, "anna")
    assert (done.state, done.live) == (WaitingState.TAKEN, False)
    [mine] = await world.live(person="citizen_anna")
    assert ([mine.id], mine.start, mine.held_for, mine.held_until) == (done.appointments, TUESDAY_NINE, None, None)
    assert await world.told("anna") == ["waitlist_offered", "appointment_booked"]


async def test_a_place_somebody_waits_for_is_not_open_before_they_were_asked(store: Store, clock: SetClock) -> None:
    world = World(store, clock)
    await world.booking.seed([center(embargo=0)])
    places = await taken(world)
    await wait(world, "anna")
    await world.cancel(places[0], "other0")
    assert await world.free(TUESDAY_NINE) == 0, "no embargo, and still not for whoever is fastest"
    await world.booking.tick()
    assert await held(world) == 1


async def test_who_does_not_answer_in_time_makes_room_for_the_next(full: tuple[World, list[Place]]) -> None:
    world, places = full
    first, second = await wait(world, "anna"), await wait(world, "berta")
    await world.cancel(places[0], "other0")
    await world.booking.tick()
    world.clock.forward(minutes=30)
    with pytest.raises(WrongState) as told:
        await answer(world, first, "anna")
    assert "上午10:30" in told.value.detail
    await asyncio.gather(*(world.booking.line.tick() for _ in range(3)))
    assert [(await now(world, each)).state for each in (first, second)] == [WaitingState.WAITING, WaitingState.OFFERED]
    assert await world.told("anna") == ["waitlist_offered", "waitlist_unanswered"]
    assert await held(world) == 1


async def test_the_second_silence_ends_the_waiting(full: tuple[World, list[Place]]) -> None:
    world, places = full
    entry = await wait(world, "anna")
    for number in (0, 2):
        await world.cancel(places[number], f"other{number}")
        await world.booking.tick()
        world.clock.forward(minutes=30)
    await world.booking.tick()
    lapsed = await now(world, entry)
    assert (lapsed.state, lapsed.live, await held(world)) == (WaitingState.LAPSED, False, 0)
    assert "重新排" in (await world.booking.waitlist.view(lapsed)).status


async def test_a_time_that_does_not_suit_keeps_the_rank(full: tuple[World, list[Place]]) -> None:
    world, places = full
    first, second = await wait(world, "anna"), await wait(world, "berta")
    await world.cancel(places[0], "other0")
    await world.booking.tick()
    assert (await answer(world, first, "anna", "decline")).state is WaitingState.WAITING
    await world.booking.tick()
    assert (await now(world, second)).state is WaitingState.OFFERED, "nine o'clock is not offered to her again"
    await world.cancel(places[2], "other2")
    await world.booking.tick()
    again = await now(world, first)
    assert again.offer is not None
    assert again.offer.start == places[2].start


async def test_two_places_freed_and_one_answer_leave_one_place(full: tuple[World, list[Place]]) -> None:
    world, places = full
    entry = await wait(world, "anna")
    await asyncio.gather(world.cancel(places[0], "other0"), world.cancel(places[1], "other1"))
    await asyncio.gather(*(world.booking.line.tick() for _ in range(4)))
    assert await held(world) == 1
    known = await now(world, entry)
    body = VersionBody(version=known.version)
    taking = [world.booking.waitlist.accept(world.act("anna"), entry.id, body) for _ in range(5)]
    results = await asyncio.gather(*taking, return_exceptions=True)
    assert sum(isinstance(each, Waiting) for each in results) == 1
    assert all(isinstance(each, (Waiting, StaleVersion, WrongState)) for each in results)
    assert len(await world.live(person="citizen_anna")) == 1
    world.clock.forward(minutes=11)
    world.booking.slots.forget()
    assert await world.free(TUESDAY_NINE) == 1


async def test_an_answer_and_the_end_of_its_time_at_once_do_one_thing(full: tuple[World, list[Place]]) -> None:
    world, places = full
    entry = await wait(world, "anna")
    await world.cancel(places[0], "other0")
    await world.booking.tick()
    known = await now(world, entry)
    just_in_time = world.act("anna")
    world.clock.forward(minutes=30)
    taking = world.booking.waitlist.accept(just_in_time, entry.id, VersionBody(version=known.version))
    results = await asyncio.gather(taking, world.booking.line.tick(), return_exceptions=True)
    after = await now(world, entry)
    if isinstance(results[0], Waiting):
        assert (after.state, len(await world.live(person="citizen_anna"))) == (WaitingState.TAKEN, 1)
    else:
        assert isinstance(results[0], (StaleVersion, WrongState))
        assert (after.state, await world.live(person="citizen_anna")) == (WaitingState.WAITING, [])
    assert await held(world) == 0


async def test_a_family_is_asked_once_there_is_room_for_all_and_each_has_a_place(full: tuple[World, list[Place]]) -> None:
    world, places = full
    family, single = await wait(world, "anna", "丈夫"), await wait(world, "berta")
    await world.cancel(places[0], "other0")
    await world.booking.tick()
    assert [(await now(world, each)).state for each in (family, single)] == [WaitingState.WAITING, WaitingState.OFFERED]
    await world.cancel(places[2], "other2")
    await world.cancel(places[3], "other3")
    await world.booking.tick()
    await answer(world, family, "anna")
    mine = await world.live(person="citizen_anna")
    assert sorted(each.name or "" for each in mine) == ["anna", "丈夫"]
    assert {each.start for each in mine} == {places[2].start}
    assert len({each.code for each in mine}) == 2
    his = next(each for each in mine if each.name == "丈夫")
    free = await world.claim("clara", WEDNESDAY_NINE)
    await world.cancel(free, "clara")
    moved = await world.booking.changes.reschedule(world.act("anna"), his.id, RescheduleBody(version=his.version, start=WEDNESDAY_NINE))
    assert (moved.name, moved.companion) == ("丈夫", "丈夫")


async def test_nothing_is_offered_after_closing_and_the_place_waits_for_the_morning(full: tuple[World, list[Place]]) -> None:
    world, _ = full
    world.at(TUESDAY_NINE.replace(hour=17, minute=31))
    slots = [
        await world.claim(f"late{seat}", WEDNESDAY_NINE + timedelta(minutes=30 * step))
        for step in range(6)
        for seat in (step * 2, step * 2 + 1)
    ]
    entry = await wait(world, "anna", first=date(2026, 11, 25), last=date(2026, 11, 25))
    await world.cancel(slots[-1], "late11")
    await world.cancel(slots[0], "late0")
    await world.booking.tick()
    assert (await now(world, entry)).state is WaitingState.WAITING
    world.clock.forward(minutes=11)
    world.booking.slots.forget()
    assert await world.free(WEDNESDAY_NINE) == 1, "too early in the morning to be offered then: open to everybody"
    assert await world.free(slots[-1].start) == 0
    world.at(WEDNESDAY_NINE.replace(hour=8))
    await world.booking.tick()
    offered = await now(world, entry)
    assert offered.offer is not None
    assert offered.offer.start == slots[-1].start


async def test_one_joins_only_where_there_is_nothing_to_book(world: World) -> None:
    with pytest.raises(WrongState) as told:
        await wait(world, "anna")
    assert "直接预约" in told.value.detail


async def test_refusals(full: tuple[World, list[Place]]) -> None:
    world, _ = full
    await wait(world, "anna")
    with pytest.raises(WrongState):
        await wait(world, "anna")
    with pytest.raises(AlreadyBooked):
        await wait(world, "other0")
    with pytest.raises(Invalid):
        await wait(world, "berta", first=date(2026, 11, 22))
    with pytest.raises(Invalid):
        await wait(world, "berta", last=date(2026, 12, 20))
    with pytest.raises(Invalid):
        await wait(world, "berta", items=["idcard-lost"])
    with pytest.raises(NotFound):
        await wait(world, "berta", hall="nowhere")
    await world.store.booking_blocks.insert(Block(_id="citizen_clara", person="citizen_clara", until=WEDNESDAY_NINE, missed=3))
    world.booking.forget()
    with pytest.raises(BookingBlocked):
        await wait(world, "clara")


async def test_the_same_key_joins_once(full: tuple[World, list[Place]]) -> None:
    world, _ = full
    one, two = [await wait(world, world.act("anna", "key-1")) for _ in range(2)]
    assert one.id == two.id


async def test_somebody_elses_waiting_does_not_exist(full: tuple[World, list[Place]]) -> None:
    world, _ = full
    entry = await wait(world, "anna")
    with pytest.raises(NotFound):
        await answer(world, entry, "berta", "leave")
    with pytest.raises(NotFound):
        await world.booking.waitlist.one(world.act("berta"), "wait_none")
    with pytest.raises(WrongState):
        await answer(world, entry, "anna")
    await answer(world, entry, "anna", "leave")
    with pytest.raises(WrongState):
        await answer(world, entry, "anna", "leave")
    with pytest.raises(StaleVersion):
        await world.booking.waitlist.leave(world.act("anna"), entry.id, VersionBody(version=0))


async def test_who_booked_otherwise_is_not_asked(full: tuple[World, list[Place]]) -> None:
    world, places = full
    entry = await wait(world, "anna")
    await world.claim("anna", WEDNESDAY_NINE)
    await world.cancel(places[0], "other0")
    await world.booking.tick()
    assert ((await now(world, entry)).state, await held(world), await world.told("anna")) == (WaitingState.ENDED, 0, ["appointment_booked"])


async def test_a_booking_made_while_something_is_offered_is_told_of(full: tuple[World, list[Place]]) -> None:
    world, places = full
    entry = await wait(world, "anna")
    await world.cancel(places[0], "other0")
    await world.booking.tick()
    await world.claim("anna", WEDNESDAY_NINE)
    with pytest.raises(AlreadyBooked):
        await answer(world, entry, "anna")


async def test_a_closure_takes_what_was_offered_and_the_rank_stays(full: tuple[World, list[Place]]) -> None:
    world, places = full
    entry = await wait(world, "anna")
    await world.cancel(places[0], "other0")
    await world.booking.tick()
    body = ClosureBody(start=TUESDAY_NINE, end=TUESDAY_NINE + timedelta(minutes=30), reason="停电检修")
    await world.booking.closures.close(world.staff(Role.HALL_MANAGER), "center", body)
    with pytest.raises(WrongState) as told:
        await answer(world, entry, "anna")
    assert "排队位置不变" in told.value.detail
    assert (await now(world, entry)).state is WaitingState.WAITING


async def test_days_that_are_past_end_it(full: tuple[World, list[Place]]) -> None:
    world, _ = full
    entry = await wait(world, "anna")
    world.at(WEDNESDAY_NINE)
    await world.booking.tick()
    assert (await now(world, entry)).state is WaitingState.OVER
    assert await world.told("anna") == ["waitlist_over"]


async def test_an_agent_waits_under_a_grant_and_its_end_ends_it(full: tuple[World, list[Place]]) -> None:
    world, places = full
    entry = await wait(world, world.for_parent("daughter", "father"))
    assert world.grants.uses
    await world.cancel(places[0], "other0")
    await world.booking.tick()
    assert await held(world) == 1
    row = OutboxRow(
        id="evt_1", at=world.clock.now(), action="grant.revoked", subject="grants/grant_1", person=None, actor={}, detail={}, notices=[]
    )
    for _ in range(2):
        await world.booking.line.on_grant_ended(row)
    assert ((await now(world, entry)).state, await held(world)) == (WaitingState.ENDED, 0)
    assert await world.told("father") == ["waitlist_offered", "waitlist_ended"]
    assert await world.told("daughter") == ["waitlist_offered", "waitlist_ended"]


async def test_a_death_ends_it_and_writes_to_nobody(full: tuple[World, list[Place]]) -> None:
    world, _ = full
    entry = await wait(world, "father")
    row = OutboxRow(
        id="evt_1",
        at=world.clock.now(),
        action="person.deceased",
        subject="citizens/citizen_father",
        person="citizen_father",
        actor={},
        detail={},
        notices=[],
    )
    await world.booking.line.on_person_deceased(row)
    assert ((await now(world, entry)).state, await world.told("father")) == (WaitingState.ENDED, [])


async def test_how_many_are_called_before_somebody_who_checked_in(world: World) -> None:
    nine, later = await world.claim("anna"), await world.claim("berta", TUESDAY_TEN)
    body = VersionBody(version=later.version)
    assert (await world.booking.listings.before(world.act("berta"), later.id))[1] is None
    world.at(TUESDAY_NINE)
    await world.booking.counter.check_in(world.staff(), later.id, body)
    assert (await world.booking.listings.before(world.act("berta"), later.id))[1] == 0
    await world.booking.counter.check_in(world.staff(), nine.id, VersionBody(version=nine.version))
    assert (await world.booking.listings.before(world.act("berta"), later.id))[1] == 1
    with pytest.raises(NotFound):
        await world.booking.listings.before(world.act("anna"), later.id)

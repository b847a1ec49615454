"""The day at the counter, callers and walk-ins, missed appointments and what follows."""

import asyncio
from datetime import timedelta

import pytest

from backend.booking.halls import counters_for
from backend.booking.views import desk_actions
from backend.clock import SetClock
from backend.errors import AlreadyBooked, BookingBlocked, Forbidden, Invalid, StaleVersion, WrongState
from backend.store import Store
from models.acts import Role
from models.appointments import ReasonBody, SlotsQuery, SlotsView
from models.booking import Place, PlaceState
from models.counter import CallBody, CallerBody, DeskQuery, ForwardBody, LookUpBody, NextBody, StaffClaimBody, VisitBody
from models.documents import DocumentType
from tests.booking_world import ITEMS, RULES, TUESDAY_NINE, TUESDAY_TEN, WEDNESDAY_NINE, World, center, counter, hall, seen


async def checked_in(world: World, who: str = "anna") -> Place:
    """Somebody who is in the hall on Tuesday."""
    place = await world.claim(who)
    world.at(TUESDAY_NINE - timedelta(minutes=10))
    return await world.booking.counter.check_in(world.staff(), place.id, seen(place))


async def test_from_check_in_to_done(world: World) -> None:
    place = await checked_in(world)
    assert (place.state, place.checked_in_at) == (PlaceState.CHECKED_IN, world.clock.now())
    place = await world.booking.counter.call(world.staff(), place.id, CallBody(version=place.version, counter="c1"))
    assert (place.state, place.called_to, place.calls) == (PlaceState.SERVING, "c1窗口", 1)
    place = await world.booking.counter.done(world.staff(), place.id, seen(place))
    assert (place.state, place.live) == (PlaceState.DONE, False)
    assert await world.told("anna") == ["appointment_booked", "appointment_called"]


async def test_call_park_call_again_forward(store: Store, clock: SetClock) -> None:
    world = World(store, clock)
    await world.booking.seed([hall("center", (counter("c1", ("ssc-apply",), 2), counter("c2", ("longevity",), 2)))])
    place = await checked_in(world)
    desk = world.booking.counter
    for calls in (1, 2):
        place = await desk.call(world.staff(), place.id, CallBody(version=place.version, counter="c1"))
        assert place.calls == calls
    place = await desk.park(world.staff(), place.id, seen(place))
    assert (place.state, place.parked) == (PlaceState.CHECKED_IN, True)
    place = await desk.call(world.staff(), place.id, CallBody(version=place.version, counter="c1"))
    assert not place.parked
    place = await desk.forward(world.staff(), place.id, ForwardBody(version=place.version, counter="c2", note="还要盖章"))
    assert (place.state, place.called_to, place.calls) == (PlaceState.CHECKED_IN, "c2窗口", 0)
    told = (await world.booking.desk_view(place, world.clock.now())).sent_on
    assert told is not None
    assert (told.note, told.by, told.at) == ("还要盖章", "刘敏", world.clock.now())
    place = await desk.forward(world.staff(), place.id, ForwardBody(version=place.version, counter="c1"))
    assert (await world.booking.desk_view(place, world.clock.now())).sent_on is None  # it was for that counter
    with pytest.raises(Invalid):
        await desk.call(world.staff(), place.id, CallBody(version=place.version, counter="c9"))


async def two_in_line(world: World) -> list[Place]:
    """Two checked in for the same slot, in the order of the line."""
    places = [await world.claim("anna"), await world.claim("berta")]
    world.at(TUESDAY_NINE - timedelta(minutes=10))
    here = [await world.booking.counter.check_in(world.staff(), place.id, seen(place)) for place in places]
    return sorted(here, key=lambda place: place.id)


async def test_two_who_call_the_next_at_once_never_get_the_same_person(world: World) -> None:
    places = await two_in_line(world)
    desk = world.booking.counter
    called = await asyncio.gather(*(desk.call_next(world.staff(), "center", NextBody(counter="c1", besides=True)) for _ in range(2)))
    assert sorted(place.id for place in called) == [place.id for place in places]
    assert [(place.state, place.calls) for place in called] == [(PlaceState.SERVING, 1)] * 2
    with pytest.raises(WrongState):
        await desk.call_next(world.staff(), "center", NextBody(counter="c1", besides=True))


async def test_the_next_is_the_first_in_line_and_nobody_who_was_put_aside(world: World) -> None:
    first, second = await two_in_line(world)
    desk = world.booking.counter
    called = await desk.call_next(world.staff(), "center", NextBody(counter="c1", besides=True))
    assert called.id == first.id
    await desk.park(world.staff(), called.id, seen(called))
    assert (await desk.call_next(world.staff(), "center", NextBody(counter="c1", besides=True))).id == second.id
    with pytest.raises(WrongState):
        await desk.call_next(world.staff(), "center", NextBody(counter="c1", besides=True))
    with pytest.raises(Invalid):
        await desk.call_next(world.staff(), "center", NextBody(counter="c9", besides=True))


async def test_the_next_called_twice_with_one_key_is_one_visitor(world: World) -> None:
    await two_in_line(world)
    desk = world.booking.counter
    called = [await desk.call_next(world.staff(key="k"), "center", NextBody(counter="c1", besides=True)) for _ in range(2)]
    assert called[0].id == called[1].id
    assert called[1].calls == 1


async def test_no_one_calls_in_a_hall_that_is_not_theirs(world: World) -> None:
    await two_in_line(world)
    with pytest.raises(Forbidden):
        await world.booking.counter.call_next(world.staff(hall_id="elsewhere"), "center", NextBody(counter="c1", besides=True))


async def test_who_was_sent_on_stands_in_the_line_of_that_counter(store: Store, clock: SetClock) -> None:
    world = World(store, clock)
    await world.booking.seed([hall("center", (counter("c1", ("ssc-apply",), 2), counter("c2", ("longevity",), 2)))])
    first, second = await two_in_line(world)
    desk, listings = world.booking.counter, world.booking.listings
    for place in (first, second):
        await desk.forward(world.staff(), place.id, ForwardBody(version=place.version, counter="c2"))
    with pytest.raises(WrongState):
        await desk.call_next(world.staff(), "center", NextBody(counter="c1", besides=True))
    before = [(await listings.before(world.act(place.name or ""), place.id))[1] for place in (first, second)]
    assert before == [0, 1]
    assert (await desk.call_next(world.staff(), "center", NextBody(counter="c2"))).id == first.id


async def test_self_check_in_opens_a_quarter_before(world: World) -> None:
    place = await world.claim("anna")
    world.at(TUESDAY_NINE - timedelta(minutes=16))
    with pytest.raises(WrongState) as told:
        await world.booking.counter.check_in_self(world.act("anna"), place.id, seen(place))
    assert "上午8:45" in told.value.detail
    world.at(TUESDAY_NINE - timedelta(minutes=15))
    assert (await world.booking.counter.check_in_self(world.act("anna"), place.id, seen(place))).state is PlaceState.CHECKED_IN


async def test_staff_check_nobody_in_on_another_day(world: World) -> None:
    place = await world.claim("anna")
    with pytest.raises(WrongState):
        await world.booking.counter.check_in(world.staff(), place.id, seen(place))


async def test_nobody_is_missed_before_the_grace_is_over(world: World) -> None:
    place = await world.claim("anna")
    world.at(place.end + timedelta(minutes=9))
    with pytest.raises(WrongState) as told:
        await world.booking.counter.missed(world.staff(), place.id, seen(place))
    assert "上午9:40以后仍未到" in told.value.detail
    world.at(place.end + timedelta(minutes=10))
    missed = await world.booking.counter.missed(world.staff(), place.id, seen(place))
    assert (missed.state, missed.no_show, missed.live) == (PlaceState.MISSED, True, False)


async def test_who_came_and_left_has_not_missed_it(world: World) -> None:
    place = await checked_in(world)
    with pytest.raises(WrongState):
        await world.booking.counter.missed(world.staff(), place.id, seen(place))
    place = await world.booking.counter.call(world.staff(), place.id, CallBody(version=place.version, counter="c1"))
    left = await world.booking.counter.missed(world.staff(), place.id, seen(place))
    assert (left.state, left.no_show) == (PlaceState.MISSED, False)
    assert "appointment_missed" not in await world.told("anna")


async def does_not_come(world: World, place: Place) -> Place:
    world.at(place.end + timedelta(minutes=10))
    missed = await world.booking.counter.missed(world.staff(), place.id, seen(place))
    for row in await world.rows("appointment.missed"):
        await world.booking.blocks.on_missed(row)
    return missed


async def miss(world: World, day: int) -> Place:
    """Anna books nine o'clock of the `day`-th day from Tuesday and does not come."""
    return await does_not_come(world, await world.claim("anna", TUESDAY_NINE + timedelta(days=day)))


async def test_three_missed_close_booking_online_but_never_the_counter(world: World) -> None:
    for day in (0, 1):
        await miss(world, day)
    await miss(world, 2)
    with pytest.raises(BookingBlocked) as told:
        await world.claim("anna", TUESDAY_NINE + timedelta(days=3))
    assert "12月26日" in told.value.detail
    [row] = await world.rows("booking.blocked")  # told once, though the consumer ran again and again
    assert row.notices[0].to == "citizen_anna"
    caller = StaffClaimBody(caller=CallerBody(name="anna", phone="13800000001"), items=["ssc-apply"], hall="center")
    assert (await world.booking.callers.book(world.staff(), caller)).state is PlaceState.CHECKED_IN


async def came_after_all(world: World, missed: Place) -> Place:
    back = await world.booking.counter.not_missed(world.staff(), missed.id, seen(missed))
    for _ in range(2):
        for row in await world.rows("appointment.not_missed"):
            await world.booking.blocks.on_not_missed(row)
    return back


async def test_who_comes_after_all_on_the_same_day_has_missed_nothing_and_books_online_again(world: World) -> None:
    for day in (0, 1):
        await miss(world, day)
    back = await came_after_all(world, await miss(world, 2))
    assert (back.state, back.no_show, back.live) == (PlaceState.CONFIRMED, False, True)
    [told] = await world.rows("booking.unblocked")  # once, though the consumer ran twice
    assert [(each.to, each.template) for each in told.notices] == [("citizen_anna", "booking_unblocked")]
    here = await world.booking.counter.check_in(world.staff(), back.id, seen(back))
    assert here.state is PlaceState.CHECKED_IN
    assert (await world.claim("anna", TUESDAY_TEN + timedelta(days=3), "longevity")).live


async def test_what_was_missed_before_closes_booking_as_long_as_it_did(world: World) -> None:
    fourth = await world.claim("anna", TUESDAY_NINE + timedelta(days=3), "longevity")
    for day in (0, 1, 2):
        await miss(world, day)
    before = await world.booking.blocks.until("citizen_anna", world.clock.now())
    missed = await does_not_come(world, fourth)
    assert await world.booking.blocks.until("citizen_anna", world.clock.now()) != before
    await came_after_all(world, missed)
    assert await world.booking.blocks.until("citizen_anna", world.clock.now()) == before
    assert len(await world.rows("booking.blocked")) == 3  # each told until when
    assert await world.rows("booking.unblocked") == []


async def test_who_left_is_called_from_the_list_once_they_are_back(world: World) -> None:
    place = await checked_in(world)
    place = await world.booking.counter.call(world.staff(), place.id, CallBody(version=place.version, counter="c1"))
    left = await world.booking.counter.missed(world.staff(), place.id, seen(place))
    back = await world.booking.counter.not_missed(world.staff(), left.id, seen(left))
    assert (back.state, back.parked, back.ticket) == (PlaceState.CHECKED_IN, True, place.ticket)
    called = await world.booking.counter.call(world.staff(), back.id, CallBody(version=back.version, counter="c1"))
    assert called.state is PlaceState.SERVING


async def test_a_miss_is_taken_back_on_its_day_alone_and_not_beside_a_new_appointment(world: World) -> None:
    waits = await world.claim("bob")
    with pytest.raises(WrongState) as told:
        await world.booking.counter.not_missed(world.staff(), waits.id, seen(waits))
    assert "没有记为未到" in told.value.detail
    missed = await miss(world, 0)
    await world.claim("anna", TUESDAY_NINE + timedelta(days=1))
    with pytest.raises(WrongState) as told:
        await world.booking.counter.not_missed(world.staff(), missed.id, seen(missed))
    assert "请在新的那一条里办" in told.value.detail
    world.at(TUESDAY_NINE + timedelta(days=1))
    with pytest.raises(WrongState) as told:
        await world.booking.counter.not_missed(world.staff(), missed.id, seen(missed))
    assert "只能撤回当天记的未到" in told.value.detail


async def test_a_block_ends(world: World, clock: SetClock) -> None:
    for day in (0, 1, 2):
        await miss(world, day)
    clock.forward(days=31)
    await world.booking.planner.tick()
    world.booking.halls.forget()
    start = TUESDAY_NINE + timedelta(days=35)
    assert (await world.claim("anna", start)).live


async def test_a_caller_known_by_their_document_is_the_same_person(world: World) -> None:
    caller = CallerBody(name="王芳", document_type=DocumentType.RESIDENT_CARD, id_number="99010119480312002X")
    body = StaffClaimBody(caller=caller, items=["ssc-apply"], hall="center", start=TUESDAY_NINE)
    agent = world.staff(Role.HOTLINE_AGENT, hall_id=None)
    place = await world.booking.callers.book(agent, body)
    assert place.name == "王芳"
    with pytest.raises(AlreadyBooked):
        await world.booking.callers.book(agent, body.model_copy(update={"start": TUESDAY_TEN}))


async def test_a_caller_without_document_is_kept_by_name_and_phone_sealed(world: World) -> None:
    one = await world.call_in("李强")
    with pytest.raises(AlreadyBooked):
        await world.call_in("李强", start=TUESDAY_TEN)
    assert one.person is not None
    raw = await world.store._plain[world.store.database].citizens.find_one({"_id": one.person})  # pyright: ignore[reportPrivateUsage]
    assert raw is not None
    assert "13800000001" not in str(raw)


async def test_a_walk_in_takes_no_place(world: World) -> None:
    visit = await world.call_in("李强", start=None)
    assert (visit.state, visit.walk_in, visit.live) == (PlaceState.CHECKED_IN, True, True)
    place = await world.booking.counter.call(world.staff(), visit.id, CallBody(version=visit.version, counter="c1"))
    assert (await world.booking.counter.done(world.staff(), place.id, seen(place))).state is PlaceState.DONE
    assert await world.free(TUESDAY_NINE) == 2


async def test_a_caller_booked_twice_with_one_key_is_one_visit(world: World) -> None:
    one = await world.call_in("李强", start=None, act=world.staff(key="key-1"))
    two = await world.call_in("李强", start=None, act=world.staff(key="key-1"))
    assert one.id == two.id


async def test_an_auditor_books_for_nobody(world: World) -> None:
    with pytest.raises(Forbidden):
        await world.call_in("李强", act=world.staff(Role.AUDITOR))


async def test_a_visitor_is_found_by_code_name_or_card_and_each_look_is_logged(world: World) -> None:
    caller = CallerBody(name="王芳", document_type=DocumentType.RESIDENT_CARD, id_number="990101194803120022")
    place = await world.booking.callers.book(
        world.staff(), StaffClaimBody(caller=caller, items=["ssc-apply"], hall="center", start=TUESDAY_NINE)
    )
    world.at(TUESDAY_NINE)
    for sought in (place.code or "", "王芳", "990101194803120022"):  # one field takes them all
        found = await world.booking.listings.look_up(world.staff(), LookUpBody(hall="center", sought=sought))
        assert [each.id for each in found] == [place.id]
    assert await world.store.audit.count({"action": "appointment.read", "person": place.person}) == 3
    nobody = LookUpBody(hall="center", sought="990101194803120049")
    assert await world.booking.listings.look_up(world.staff(), nobody) == []


async def test_a_foreigner_is_found_by_their_passport_and_a_permit_by_its_number_alone(world: World) -> None:
    for kind, number, name in (
        (DocumentType.PASSPORT, "PA9901029", "O'CONNOR JEAN-PIERRE"),
        (DocumentType.HKMT_RESIDENCE, "819901198710100024", "何嘉欣"),
    ):
        caller = CallerBody(name=name, document_type=kind, id_number=number)
        visit = await world.booking.callers.book(world.staff(), StaffClaimBody(caller=caller, items=["ssc-apply"], hall="center"))
        found = await world.booking.listings.look_up(world.staff(), LookUpBody(hall="center", sought=number))
        assert [(each.id, each.name) for each in found] == [(visit.id, name)]


async def test_a_number_given_by_mistake_is_void_with_its_reason_and_no_other_is(world: World) -> None:
    wrong = await world.call_in("李强", start=None)
    why = ReasonBody(version=wrong.version, reason="名字录错了，重新取号")
    assert "void" in desk_actions(wrong, world.clock.now(), RULES)
    gone = await world.booking.counter.void(world.staff(), wrong.id, why)
    assert (gone.state, gone.live, gone.reason) == (PlaceState.CANCELLED, False, "名字录错了，重新取号")
    again = await world.call_in("李强", start=None)  # the need is free again
    called = await world.booking.counter.call(world.staff(), again.id, CallBody(version=again.version, counter="c1"))
    parked = await world.booking.counter.park(world.staff(), called.id, seen(called))
    with pytest.raises(WrongState, match="还没有叫过"):
        await world.booking.counter.void(world.staff(), parked.id, ReasonBody(version=parked.version, reason="不等了"))
    assert "void" not in desk_actions(parked, world.clock.now(), RULES)
    with pytest.raises(Forbidden):
        await world.booking.counter.void(world.staff(Role.AUDITOR), again.id, why)


async def test_slots_for_several_items_are_those_of_counters_that_serve_all_of_them(world: World) -> None:
    both = SlotsQuery.model_validate({"item": "ssc-apply", "also": "longevity,ssc-apply", "from": "2026-11-24", "to": "2026-11-24"})
    assert both.items == ("ssc-apply", "longevity")
    day = TUESDAY_NINE.date()
    together = counters_for(await world.booking.halls.get("center", day), [ITEMS[each] for each in both.items])
    assert together
    listed = SlotsView.model_validate_json(await world.booking.slots.listing("center", both.items, day, day))
    seats = await world.store.places.count({"start": TUESDAY_NINE, "counter": {"$in": [each.id for each in together]}, "online": True})
    assert [each.free for each in listed.items if each.start == TUESDAY_NINE] == [seats]
    with pytest.raises(Invalid, match="不能在同一个窗口"):
        await world.booking.slots.listing("center", ("ssc-apply", "idcard-lost"), day, day)


async def test_the_desks_list_pages_in_order_of_time(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.booking.listings._PAGE", 2)
    starts = [TUESDAY_NINE, TUESDAY_TEN, TUESDAY_NINE, WEDNESDAY_NINE, TUESDAY_TEN]
    for number, start in enumerate(starts):
        await world.claim(f"p{number}", start)
    query = DeskQuery(date=TUESDAY_NINE.date())
    found: list[Place] = []
    cursor: str | None = None
    while True:
        page, cursor = await world.booking.listings.desk(world.staff(), query.model_copy(update={"cursor": cursor}))
        found += page
        if cursor is None:
            break
    assert [place.start for place in found] == sorted(start for start in starts if start < WEDNESDAY_NINE)


async def test_a_stale_version_at_the_desk_is_told(world: World) -> None:
    place = await checked_in(world)
    old = VisitBody(version=place.version - 1)
    with pytest.raises(StaleVersion):
        await world.booking.counter.park(world.staff(), place.id, old)


async def test_several_seats_kept_for_callers_go_first(store: Store, clock: SetClock) -> None:
    world = World(store, clock)
    await world.booking.seed([center(seats=2, offline_share=0.5)])
    assert not (await world.call_in("李强")).online
    assert (await world.call_in("赵敏", "13800000002")).online

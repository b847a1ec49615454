"""The line in a hall: numbers, who came without an appointment, who is called first, many answered at once."""

import asyncio
from datetime import timedelta

import pytest

from backend.clock import SetClock
from backend.errors import Invalid, StaleVersion, WrongState
from backend.store import Store
from models.acts import Role
from models.booking import Place, PlaceState
from models.closures import ClosureBody
from models.counter import AnswersBody, CallBody, CalledByView, CallerBody, ForwardBody, NextBody, Seen, StaffClaimBody, UrgentBody
from tests.booking_world import TUESDAY_NINE, TUESDAY_TEN, World, center, counter, hall, seen

TWO = hall("center", (counter("c1", ("ssc-apply", "ss-proof"), 2), counter("c2", ("ssc-apply", "longevity"), 2)))


async def town(store: Store, clock: SetClock) -> World:
    """A hall with two counters of which both serve one item."""
    world = World(store, clock)
    await world.booking.seed([TWO])
    world.at(TUESDAY_NINE - timedelta(minutes=10))
    return world


async def comes(world: World, name: str, item: str = "ssc-apply", urgent: str | None = None) -> Place:
    """Somebody takes a number, and says nothing but their name."""
    body = StaffClaimBody(caller=CallerBody(name=name), items=[item], hall="center", urgent=urgent)
    return await world.booking.callers.book(world.staff(), body)


async def called(world: World, at: str) -> str | None:
    """Who is called next at a counter."""
    return (await world.booking.counter.call_next(world.staff(), "center", NextBody(counter=at, besides=True))).name


async def test_who_just_came_is_called_by_any_counter_that_serves_them_and_by_one_only(store: Store, clock: SetClock) -> None:
    world = await town(store, clock)
    names = ["李强", "罗海涛"]
    for name in names:
        visit = await comes(world, name)
        assert visit.counter_name == ""  # nobody is sent to a counter before one calls
    assert sorted(str(each) for each in await asyncio.gather(called(world, "c2"), called(world, "c1"))) == sorted(names)
    with pytest.raises(WrongState):
        await called(world, "c2")


async def test_nobody_is_called_to_a_counter_that_does_not_serve_them(store: Store, clock: SetClock) -> None:
    world = await town(store, clock)
    assert (await comes(world, "李强", "ss-proof")).counter_name == "c1窗口"  # cannot be booked, is served to whoever comes
    with pytest.raises(WrongState):
        await called(world, "c2")
    assert await called(world, "c1") == "李强"
    with pytest.raises(Invalid) as told:
        await comes(world, "钱文博", "retiree-proof")
    assert "没有一个窗口能办" in told.value.detail
    with pytest.raises(Invalid) as told:
        await comes(world, "钱文博", "no-such-item")
    assert told.value.errors[0].pointer == "/items/0"


async def test_what_cannot_be_booked_is_booked_for_nobody(store: Store, clock: SetClock) -> None:
    world = await town(store, clock)
    caller = CallerBody(name="李强", phone="13800000001")
    with pytest.raises(Invalid):
        await world.booking.callers.book(world.staff(), StaffClaimBody(caller=caller, items=["ss-proof"], hall="center", start=TUESDAY_TEN))


async def test_numbers_are_of_the_hall_and_the_day_and_nobody_has_two_of_one(store: Store, clock: SetClock) -> None:
    world = await town(store, clock)
    came = await asyncio.gather(*(comes(world, name) for name in ("甲", "乙", "丙")))
    assert sorted(str(each.ticket) for each in came) == ["B001", "B002", "B003"]
    world.at(TUESDAY_NINE - timedelta(days=1))
    booked = await world.claim("anna")
    world.at(TUESDAY_NINE)
    here = await world.booking.counter.check_in(world.staff(), booked.id, seen(booked))
    assert here.ticket == "A001"
    assert world.booking.citizen_view(here, world.clock.now()).status == "已签到，您的号码是 A001，请等候叫号"
    world.at(TUESDAY_NINE + timedelta(days=1))
    assert (await comes(world, "丁")).ticket == "B001"


async def test_who_booked_at_a_counter_where_nobody_calls_is_called_by_another_that_serves_them(store: Store, clock: SetClock) -> None:
    world = await town(store, clock)
    world.at(TUESDAY_NINE - timedelta(days=1))
    booked = await world.claim("anna")
    other = "c2" if booked.counter == "c1" else "c1"
    world.at(TUESDAY_NINE)
    await world.booking.counter.check_in(world.staff(), booked.id, seen(booked))
    with pytest.raises(WrongState):  # it is their own counter's turn first
        await called(world, other)
    world.at(TUESDAY_NINE + timedelta(minutes=10))
    await comes(world, "李强")
    at = {each.id: each for each in (await world.booking.counters(world.staff(), "center")).items}
    assert (at[other].waiting, at[other].next) == (2, booked.id), "whom the next call would call is told beforehand"
    assert await called(world, other) == booked.name  # before who came later


async def test_who_waits_at_a_counter_that_closes_is_called_elsewhere_at_once_and_nobody_to_it(store: Store, clock: SetClock) -> None:
    world = await town(store, clock)
    desk = world.booking.counter
    assert {each.next for each in (await world.booking.counters(world.staff(), "center")).items} == {None}
    sent = await comes(world, "李强")
    sent = await desk.forward(world.staff(), sent.id, ForwardBody(version=sent.version, counter="c2"))
    proof = await comes(world, "冯玉兰", "ss-proof")  # c1 alone serves it
    end = TUESDAY_NINE + timedelta(hours=2)
    for at, stranded in (("c2", 0), ("c1", 2)):
        manager = world.staff(Role.HALL_MANAGER)
        await world.booking.closures.close(manager, "center", ClosureBody(counter=at, end=end, reason="设备检修"))
        seen_now = await world.booking.counters(world.staff(), "center")
        assert (next(each.closed for each in seen_now.items if each.id == at), seen_now.stranded) == (True, stranded)
        if at == "c2":
            with pytest.raises(WrongState) as told:
                await desk.call_next(world.staff(), "center", NextBody(counter="c2"))
            assert "c2窗口现在关闭，到" in told.value.detail
            assert (await desk.call_next(world.staff(), "center", NextBody(counter="c1"))).id == sent.id
            served = await world.get(sent.id)
            await desk.forward(world.staff(), sent.id, ForwardBody(version=served.version, counter="c2"))
    with pytest.raises(WrongState):
        await desk.call(world.staff(), proof.id, CallBody(version=proof.version, counter="c1"))


async def test_the_urgent_are_called_before_the_others_and_why_is_on_record(store: Store, clock: SetClock) -> None:
    world = await town(store, clock)
    first, second = await comes(world, "李强"), await comes(world, "罗海涛")
    await comes(world, "冯玉兰", urgent="八十岁，行动不便")
    put = await world.booking.counter.put_first(world.staff(), second.id, UrgentBody(version=second.version, reason="带着婴儿"))
    assert put.urgent is not None
    assert (put.urgent.reason, put.urgent.by) == ("带着婴儿", "刘敏")
    assert [await called(world, "c1") for _ in range(3)] == ["罗海涛", "冯玉兰", "李强"]
    [row] = await world.rows("appointment.put_first")
    assert row.detail == {"reason": "带着婴儿"}
    [row] = [each for each in await world.rows("appointment.walked_in") if each.detail]
    assert row.detail == {"urgent": "八十岁，行动不便"}
    assert first.urgent is None


async def test_who_was_put_first_by_mistake_is_put_back_and_a_stale_page_is_told(store: Store, clock: SetClock) -> None:
    world = await town(store, clock)
    first, second = await comes(world, "李强"), await comes(world, "罗海涛")
    desk = world.booking.counter
    put = await desk.put_first(world.staff(), second.id, UrgentBody(version=second.version, reason="点错了"))
    with pytest.raises(StaleVersion):
        await desk.put_first(world.staff(), second.id, UrgentBody(version=second.version))
    back = await desk.put_first(world.staff(), put.id, UrgentBody(version=put.version))
    assert back.urgent is None
    assert await called(world, "c1") == first.name
    served = await world.get(first.id)
    with pytest.raises(WrongState) as told:  # who is served already comes before nobody
        await desk.put_first(world.staff(), served.id, UrgentBody(version=served.version, reason="行动不便"))
    assert "已经叫到号" in told.value.detail
    assert "urgent" not in (await world.booking.desk_view(served, world.clock.now())).actions
    done = await desk.done(world.staff(), first.id, seen(served))
    with pytest.raises(WrongState):
        await desk.put_first(world.staff(), done.id, UrgentBody(version=done.version, reason="已经走了"))


async def test_nobody_is_called_while_somebody_is_served_there_unless_both_are_meant(store: Store, clock: SetClock) -> None:
    world = await town(store, clock)
    for name in ("李强", "罗海涛", "钱文博"):
        await comes(world, name)
    desk, at_one, both = world.booking.counter, NextBody(counter="c1"), NextBody(counter="c1", besides=True)
    first = await desk.call_next(world.staff(), "center", at_one)
    with pytest.raises(WrongState) as told:
        await desk.call_next(world.staff(), "center", at_one)
    assert "c1窗口还在办：B001 李强。请先点「完成」" in told.value.detail
    assert (await desk.call_next(world.staff(), "center", NextBody(counter="c2"))).name == "罗海涛"  # elsewhere nobody is served
    assert (await desk.call_next(world.staff(), "center", both)).name == "钱文博"
    assert (await world.booking.desk_view(first, world.clock.now())).called_by == CalledByView(id="staff_1", name="刘敏")


async def test_two_clerks_of_one_counter_who_press_at_once_call_one_visitor(store: Store, clock: SetClock) -> None:
    world = await town(store, clock)
    for name in ("李强", "罗海涛", "钱文博"):
        await comes(world, name)
    desk, body = world.booking.counter, NextBody(counter="c1")
    before = None
    for name in ("李强", "罗海涛"):
        answers = await asyncio.gather(*(desk.call_next(world.staff(), "center", body) for _ in range(6)), return_exceptions=True)
        [called] = [each for each in answers if isinstance(each, Place)]
        refused = [each for each in answers if isinstance(each, WrongState)]
        assert (called.name, len(refused)) == (name, 5)
        assert all(name in each.detail for each in refused), "each is told who is served there"
        again = await desk.call(world.staff(), called.id, CallBody(version=called.version, counter="c1"))
        assert again.alone_at == called.alone_at, "called again they stand there as before"
        if before is not None:  # taken back while somebody else is served: both are, and it is said
            back = await desk.resume(world.staff(), before.id, seen(await world.get(before.id)))
            assert back.state is PlaceState.SERVING
        before = await desk.done(world.staff(), called.id, seen(again))
    with pytest.raises(WrongState) as told:
        await desk.call_next(world.staff(), "center", body)
    assert "c1窗口还在办：B001 李强" in told.value.detail


async def test_a_counter_calls_whom_it_serves_or_was_sent_and_says_who_does(store: Store, clock: SetClock) -> None:
    world = await town(store, clock)
    visit = await comes(world, "李强", "ss-proof")
    desk = world.booking.counter
    with pytest.raises(Invalid) as told:
        await desk.call(world.staff(), visit.id, CallBody(version=visit.version, counter="c2"))
    assert told.value.detail == "c2窗口不办参保证明。请由c1窗口叫号；确实要在这里办的，请先用「转窗口」转过来。"
    visit = await desk.forward(world.staff(), visit.id, ForwardBody(version=visit.version, counter="c2"))
    assert (await desk.call(world.staff(), visit.id, CallBody(version=visit.version, counter="c2"))).called_to == "c2窗口"


async def test_a_check_in_of_the_wrong_one_is_taken_back_before_they_are_called(world: World) -> None:
    anna = await world.claim("anna", TUESDAY_NINE)
    desk = world.booking.counter
    world.at(TUESDAY_NINE)
    with pytest.raises(WrongState):  # not here yet
        await desk.undo_check_in(world.staff(), anna.id, seen(anna))
    here = await desk.check_in(world.staff(), anna.id, seen(anna))
    assert (await world.booking.counters(world.staff(), "center")).waiting == 1
    back = await desk.undo_check_in(world.staff(), anna.id, seen(here))
    assert (back.state, back.ticket, back.checked_in_at, back.live) == (PlaceState.CONFIRMED, None, None, True)
    assert (await world.booking.counters(world.staff(), "center")).waiting == 0
    again = await desk.check_in(world.staff(), anna.id, seen(back))
    assert again.ticket != here.ticket  # a number that was given is given to nobody again
    called = await desk.call(world.staff(), anna.id, CallBody(version=again.version, counter="c1"))
    parked = await desk.park(world.staff(), anna.id, seen(called))
    walk_in = await world.booking.callers.book(
        world.staff(), StaffClaimBody(caller=CallerBody(name="李强"), items=["ssc-apply"], hall="center")
    )
    for other in (parked, walk_in):
        with pytest.raises(WrongState) as told:
            await desk.undo_check_in(world.staff(), other.id, seen(other))
        assert "还没有叫过的人的签到" in told.value.detail


async def test_done_by_mistake_is_taken_back_the_same_day(store: Store, clock: SetClock) -> None:
    world = await town(store, clock)
    body = StaffClaimBody(caller=CallerBody(name="李强", phone="13800000001"), items=["ssc-apply"], hall="center")
    visit = await world.booking.callers.book(world.staff(), body)
    desk = world.booking.counter
    with pytest.raises(WrongState):  # not done yet
        await desk.resume(world.staff(), visit.id, seen(visit))
    called = await desk.call(world.staff(), visit.id, CallBody(version=visit.version, counter="c1"))
    done = await desk.done(world.staff(), visit.id, seen(called))
    assert (await world.booking.desk_view(done, world.clock.now())).actions == ["resume"]
    back = await desk.resume(world.staff(), visit.id, seen(done))
    assert (back.state, back.live, back.done_at, back.called_to) == (PlaceState.SERVING, True, None, "c1窗口")
    done = await desk.done(world.staff(), visit.id, seen(back))
    assert (await world.booking.callers.book(world.staff(), body)).ticket == "B002"
    with pytest.raises(WrongState) as told:
        await desk.resume(world.staff(), visit.id, seen(done))
    assert "又为这个事项取了号" in told.value.detail
    world.at(TUESDAY_NINE + timedelta(days=1))
    assert (await world.booking.desk_view(done, world.clock.now())).actions == []
    with pytest.raises(WrongState) as told:
        await desk.resume(world.staff(), visit.id, seen(done))
    assert "只能恢复当天办完的" in told.value.detail


async def test_days_on_which_something_waits_for_an_answer_are_counted(world: World) -> None:
    for who, start in (("anna", TUESDAY_TEN), ("berta", TUESDAY_TEN + timedelta(days=1)), ("carla", TUESDAY_TEN + timedelta(days=1))):
        await world.claim(who, start, "longevity")
    await world.claim("dora", TUESDAY_NINE)  # needs no answer
    found = (await world.booking.counters(world.staff(), "center")).to_confirm
    assert [(each.date.isoformat(), each.count) for each in found] == [("2026-11-24", 1), ("2026-11-25", 2)]


async def test_somebody_waits_behind_the_urgent_in_their_own_count_too(world: World) -> None:
    await world.booking.seed([center()])
    places = [await world.claim(who) for who in ("anna", "berta")]
    world.at(TUESDAY_NINE - timedelta(minutes=10))
    here = [await world.booking.counter.check_in(world.staff(), place.id, seen(place)) for place in places]
    first, second = sorted(here, key=lambda place: place.id)
    await world.booking.counter.put_first(world.staff(), second.id, UrgentBody(version=second.version, reason="行动不便"))
    before = [(await world.booking.listings.before(world.act(each.name or ""), each.id))[1] for each in (first, second)]
    assert before == [1, 0]


async def test_the_first_call_is_remembered_over_calling_again_and_sending_on(store: Store, clock: SetClock) -> None:
    world = await town(store, clock)
    visit = await comes(world, "李强")
    desk = world.booking.counter
    world.at(TUESDAY_NINE)
    visit = await desk.call(world.staff(), visit.id, CallBody(version=visit.version, counter="c1"))
    world.at(TUESDAY_TEN)
    visit = await desk.forward(world.staff(), visit.id, ForwardBody(version=visit.version, counter="c2"))
    visit = await desk.call(world.staff(), visit.id, CallBody(version=visit.version, counter="c2"))
    assert (visit.first_called_at, visit.called_at) == (TUESDAY_NINE, TUESDAY_TEN)


async def test_many_are_answered_at_once_and_who_could_not_be_is_named(world: World) -> None:
    pending = [await world.claim(who, item="longevity") for who in ("anna", "berta")]
    stale = pending[1].model_copy(update={"version": 9})
    body = AnswersBody(appointments=[Seen(id=each.id, version=each.version) for each in (pending[0], stale)])
    for _ in range(2):  # the key makes it once, however often it is sent
        done, refused = await world.booking.desk.answer_many(world.staff(key="bulk"), body)
        assert [(each.name, each.state) for each in done] == [("anna", PlaceState.CONFIRMED)]
        assert list(refused) == [stale.id]
    assert await world.told("anna") == ["appointment_requested", "appointment_confirmed"]
    body = AnswersBody(appointments=[Seen(id=pending[1].id, version=pending[1].version)], decline="上午停电，请改约")
    [declined], refused = await world.booking.desk.answer_many(world.staff(key="bulk-2"), body)
    assert (declined.state, declined.reason, refused) == (PlaceState.DECLINED, "上午停电，请改约", {})

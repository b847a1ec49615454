"""What was written on the day list while the system was gone is entered with its true times: waiting and no-shows come out right."""

from datetime import timedelta
from typing import Any

import pytest

from backend.clock import SetClock
from backend.errors import AlreadyBooked, Forbidden, Invalid, StaleVersion, WrongState
from backend.ids import new_id
from backend.store import Store
from models.acts import Role
from models.booking import Place, PlaceState
from models.cases.parts import Somebody
from models.counter import CallerBody, DeskQuery, StaffClaimBody
from models.outages import Outage
from models.paper_visits import OnPaperBody, PaperVisitBody
from models.schedules import HallFiguresQuery
from tests.booking_world import TUESDAY_NINE, TUESDAY_TEN, World, counter, hall, seen

GONE, BACK = TUESDAY_NINE - timedelta(minutes=10), TUESDAY_NINE + timedelta(hours=3)
CAME, CALLED, DONE = (TUESDAY_NINE + timedelta(minutes=minutes) for minutes in (5, 20, 40))
BOOKED = {"came": CAME, "called": CALLED, "done": DONE, "counter": "c1"}


@pytest.fixture
async def world(store: Store, clock: SetClock) -> World:
    """A hall of two counters, on the day before."""
    world = World(store, clock)
    await world.booking.seed([hall("center", (counter("c1", ("ssc-apply", "longevity"), 2), counter("c2", ("longevity",), 2)))])
    return world


async def outage(world: World, *, at: str = "center", **more: Any) -> str:
    """A block whose times are told; it is back since noon."""
    plain = {"hall": at, "hall_name": at, "organ": "政务局", "word": "云政", "numbers": ["收1"], "reason": "断网", "at": GONE}
    times = {"start": GONE, "end": BACK, **more}
    made = Outage(_id=new_id("outage"), by=Somebody(id="staff_1", name="何建新"), **plain, **times)
    await world.store.outages.insert(made)
    return made.id


async def enters(world: World, place: Place, block: str, **times: Any) -> Place:
    fresh = await world.get(place.id)
    return await world.booking.on_paper.enter(world.staff(), place.id, OnPaperBody(version=fresh.version, outage=block, **times))


async def just_came(world: World, block: str, name: str = "罗海涛", **times: Any) -> Place:
    body = PaperVisitBody(caller=CallerBody(name=name), items=["ssc-apply"], outage=block, **times)
    return await world.booking.on_paper.enter_walk_in(world.staff(), "center", body)


async def figures(world: World) -> dict[str, float | None]:
    day = TUESDAY_NINE.date()
    query = HallFiguresQuery(since=day, until=day + timedelta(days=1))
    view = await world.booking.figures.of_hall(world.staff(Role.HALL_MANAGER), "center", query)
    return {each.key: each.value for each in view.total.figures}


async def test_who_was_served_on_paper_has_not_missed_it_and_waited_as_long_as_they_did(world: World) -> None:
    place = await world.claim("anna")
    world.at(BACK + timedelta(minutes=5))
    missed = await world.booking.counter.missed(world.staff(), place.id, seen(place))
    for row in await world.rows("appointment.missed"):
        await world.booking.blocks.on_missed(row)
    assert (await figures(world))["no_show"] == 100.0
    block = await outage(world)
    view = await world.booking.desk_view(await world.get(missed.id), world.clock.now())
    assert "on-paper" in view.actions
    entered = await enters(world, missed, block, **BOOKED)
    stands = (entered.state, entered.no_show, entered.checked_in_at, entered.first_called_at, entered.done_at, entered.called_to)
    assert stands == (PlaceState.DONE, False, CAME, CALLED, DONE, "c1窗口")
    after = await figures(world)
    assert (after["no_show"], after["wait_booked"], after["served"]) == (0.0, 15.0, 1.0)
    [row] = await world.rows("appointment.on_paper")
    assert (row.actor["name"], row.detail["was"], row.detail["came"]) == ("刘敏", "missed", CAME)
    assert (await world.store.outages.get(block) or {})["used"] == [], "numbers kept for receipts are not touched"


async def test_three_taken_back_by_paper_open_booking_online_again(world: World) -> None:
    places: list[Place] = []
    for day in range(3):
        places.append(place := await world.claim("anna", TUESDAY_NINE + timedelta(days=day)))
        world.at(place.end + timedelta(minutes=10))
        await world.booking.counter.missed(world.staff(), place.id, seen(place))
        for row in await world.rows("appointment.missed"):
            await world.booking.blocks.on_missed(row)
    assert await world.booking.blocks.until("citizen_anna", world.clock.now()) is not None
    await enters(world, places[0], await outage(world), **BOOKED)
    for row in await world.rows("appointment.on_paper"):
        await world.booking.blocks.on_not_missed(row)
    assert await world.booking.blocks.until("citizen_anna", world.clock.now()) is None


async def test_who_still_waits_or_is_served_when_the_system_is_back_goes_on_in_it(world: World) -> None:
    first, second = await world.claim("anna"), await world.claim("bert")
    block = await outage(world)
    world.at(BACK + timedelta(minutes=5))
    waits = await enters(world, first, block, came=CAME)
    assert (waits.state, waits.ticket, waits.checked_in_at) == (PlaceState.CHECKED_IN, "A001", CAME)
    serves = await enters(world, second, block, came=CAME, called=CALLED, counter="c1")
    assert (serves.state, serves.called_to, serves.calls, serves.called_by) == (PlaceState.SERVING, "c1窗口", 1, None)
    done = await world.booking.counter.done(world.staff(), serves.id, seen(serves))
    again = await enters(world, done, block, called=CALLED + timedelta(minutes=1), counter="c1")
    assert (again.state, again.done_at) == (PlaceState.DONE, done.done_at), "put right, and done when it was"
    left = await enters(world, waits, block, left=True)
    assert (left.state, left.no_show) == (PlaceState.MISSED, False)
    assert world.booking.citizen_view(left, world.clock.now()).status == "来过，没办就离开了"


async def test_who_just_came_is_entered_with_the_number_they_need_or_none(world: World) -> None:
    block = await outage(world)
    world.at(BACK + timedelta(minutes=5))
    served = await just_came(world, block, **BOOKED)
    assert (served.state, served.walk_in, served.start, served.ticket, served.live) == (PlaceState.DONE, True, CAME, None, False)
    waits = await just_came(world, block, "冯玉兰", came=CAME)
    assert (waits.state, waits.ticket, waits.due_at is not None) == (PlaceState.CHECKED_IN, "B001", True)
    assert (await figures(world))["wait_walk_in"] == 15.0
    numbered = await world.booking.callers.book(
        world.staff(), StaffClaimBody(caller=CallerBody(name="钱文博"), items=["ssc-apply"], hall="center")
    )
    put_right = await enters(world, numbered, block, came=CAME)
    assert (put_right.start, put_right.checked_in_at, put_right.ticket) == (CAME, CAME, "B002"), "they stand where they came"
    listed, _ = await world.booking.listings.desk(world.staff(), DeskQuery(hall="center", date=CAME.date()))
    assert {each.id for each in listed} == {served.id, waits.id, numbered.id}


async def test_of_a_day_that_is_over_nobody_waits_any_more(world: World) -> None:
    place = await world.claim("anna")
    block = await outage(world)
    world.at(BACK + timedelta(days=1))
    with pytest.raises(Invalid) as told:
        await enters(world, place, block, came=CAME, called=CALLED, counter="c1")
    assert [(each.pointer, each.detail) for each in told.value.errors] == [("/done", "那天已经过去，请把办结时间也填上。")]
    with pytest.raises(Invalid):
        await just_came(world, block, came=CAME, called=CALLED, counter="c1")
    left = await enters(world, place, block, came=CAME)
    assert (left.state, left.no_show, left.live) == (PlaceState.MISSED, False, False)
    gone = await just_came(world, block, came=CAME)
    assert (gone.state, gone.no_show, gone.ticket) == (PlaceState.MISSED, False, None)


@pytest.mark.parametrize(
    ("times", "pointer", "words"),
    [
        ({}, "/came", "至少填一个时间"),
        ({"called": CALLED, "counter": "c1"}, "/came", "请填到场时间"),
        ({"came": GONE - timedelta(minutes=1)}, "/came", "到场时间要在断网的"),
        ({"came": BACK + timedelta(minutes=1)}, "/came", "到场时间要在断网的"),
        ({**BOOKED, "done": BACK + timedelta(minutes=1)}, "/done", "办结时间要在断网的"),
        ({**BOOKED, "called": CAME - timedelta(minutes=1)}, "/called", "叫号时间不能早于到场时间"),
        ({**BOOKED, "done": CALLED - timedelta(minutes=1)}, "/done", "办结时间不能早于叫号时间"),
        ({"came": CAME, "done": DONE}, "/called", "请把叫号时间也填上"),
        ({**BOOKED, "counter": None}, "/counter", "哪个窗口"),
        ({**BOOKED, "counter": "c9"}, "/counter", "哪个窗口"),
        ({**BOOKED, "left": True}, "/left", "只填一样"),
    ],
)
async def test_a_time_that_cannot_be_is_refused_with_what_to_do(world: World, times: dict[str, Any], pointer: str, words: str) -> None:
    place = await world.claim("anna")
    block = await outage(world)
    world.at(BACK + timedelta(minutes=5))
    with pytest.raises(Invalid) as told:
        await enters(world, place, block, **times)
    assert [(each.pointer, words in each.detail) for each in told.value.errors] == [(pointer, True)]
    assert (await world.get(place.id)).state is PlaceState.CONFIRMED
    if times.get("came") is None:
        with pytest.raises(Invalid) as told:
            await just_came(world, block, **times)
        assert told.value.errors[0].pointer == "/came"


async def test_what_the_system_noted_before_the_network_went_stays(world: World) -> None:
    place = await world.claim("anna", TUESDAY_TEN)
    world.at(GONE - timedelta(minutes=5))
    here = await world.booking.counter.check_in(world.staff(), place.id, seen(place))
    block = await outage(world)
    world.at(BACK + timedelta(minutes=5))
    with pytest.raises(Invalid) as told:
        await enters(world, here, block, **BOOKED)
    assert [each.pointer for each in told.value.errors] == ["/came"]
    assert "已经记了到场，这一项不用补" in told.value.errors[0].detail
    entered = await enters(world, here, block, called=CALLED, done=DONE, counter="c1")
    assert (entered.state, entered.checked_in_at) == (PlaceState.DONE, GONE - timedelta(minutes=5))


async def test_an_outage_that_is_none_of_that_day_or_not_to_be_entered_is_refused(world: World) -> None:
    place = await world.claim("anna")
    world.at(BACK + timedelta(minutes=5))
    day = timedelta(days=1)
    blocks = [
        ("outage_nobodys", "没有这次断网"),
        (await outage(world, at="elsewhere"), "没有这次断网"),
        (await outage(world, start=None, end=None), "还没有登记时间"),
        (await outage(world, closed_at=BACK), "已经补录完"),
        (await outage(world, start=GONE - day, end=BACK - day), "不是预约的那一天"),
    ]
    assert "on-paper" not in (await world.booking.desk_view(place, world.clock.now())).actions
    assert [each.start for each in (await world.booking.counters(world.staff(), "center")).paper] == [GONE - day]
    for block, words in blocks:
        with pytest.raises(Invalid) as told:
            await enters(world, place, block, **BOOKED)
        assert (told.value.errors[0].pointer, words in told.value.errors[0].detail) == ("/outage", True)


async def test_a_visit_given_up_a_stale_page_and_another_hall_are_refused(world: World) -> None:
    place = await world.claim("anna")
    block = await outage(world)
    world.at(BACK + timedelta(minutes=5))
    body = OnPaperBody(version=place.version + 1, outage=block, came=CAME)
    with pytest.raises(StaleVersion):
        await world.booking.on_paper.enter(world.staff(), place.id, body)
    with pytest.raises(Forbidden):
        await world.booking.on_paper.enter(world.staff(hall_id="elsewhere"), place.id, body)
    with pytest.raises(Forbidden):
        await world.booking.on_paper.enter_walk_in(
            world.staff(hall_id="elsewhere"),
            "center",
            PaperVisitBody(caller=CallerBody(name="罗海涛"), items=["ssc-apply"], outage=block, came=CAME),
        )
    for items, words in ((["no-such-item"], "没有这个事项"), (["ssc-apply", "longevity", "ssc-apply"], "选了两次")):
        unserved = PaperVisitBody(caller=CallerBody(name="罗海涛"), items=items, outage=block, came=CAME)
        with pytest.raises(Invalid) as told:
            await world.booking.on_paper.enter_walk_in(world.staff(), "center", unserved)
        assert words in told.value.errors[0].detail


async def test_who_was_missed_and_took_another_number_is_done_by_paper_and_not_waiting_twice(world: World) -> None:
    place = await world.claim("anna")
    block = await outage(world)
    world.at(BACK + timedelta(minutes=5))
    missed = await world.booking.counter.missed(world.staff(), place.id, seen(place))
    await world.claim("anna", TUESDAY_NINE + timedelta(days=1))
    with pytest.raises(WrongState) as told:
        await enters(world, missed, block, came=CAME)
    assert "叫号和办结时间一起填" in told.value.detail
    assert (await enters(world, missed, block, **BOOKED)).state is PlaceState.DONE


async def test_whoever_is_still_expected_is_not_entered_as_somebody_who_just_came(world: World) -> None:
    block = await outage(world)
    world.at(BACK + timedelta(minutes=5))
    first = await just_came(world, block, came=CAME)
    same = {"caller": CallerBody(name="罗海涛", phone="13800000001"), "items": ["ssc-apply"], "outage": block, "came": CAME}
    await world.booking.on_paper.enter_walk_in(world.staff(), "center", PaperVisitBody(**same))
    await world.store.citizens.change({"_id": first.person}, {"$set": {"phone": "13800000002"}})
    with pytest.raises(AlreadyBooked):
        await world.booking.on_paper.enter_walk_in(
            world.staff(), "center", PaperVisitBody(**{**same, "caller": CallerBody(name="罗海涛", phone="13800000002")})
        )

"""A hall that is closed gives no numbers, and says so at its desk and on its screen."""

from datetime import datetime, timedelta

import pytest

from backend.clock import SetClock
from backend.errors import WrongState
from backend.store import Store
from models.acts import Act, KioskActor, Role
from models.booking import Closure, Place
from models.closures import ClosureBody, LiftBody
from models.counter import CallBody, CallerBody, LookUpBody, NextBody, StaffClaimBody
from tests.booking_world import TUESDAY_NINE, TUESDAY_TEN, WEDNESDAY_NINE, World, counter, hall

TWO = hall("center", (counter("c1", ("ssc-apply", "ss-proof"), 2), counter("c2", ("ssc-apply", "longevity"), 2)))
NOON = TUESDAY_NINE + timedelta(hours=3)


@pytest.fixture
async def world(store: Store, clock: SetClock) -> World:
    """Tuesday at nine in a hall of two counters."""
    world = World(store, clock)
    await world.booking.seed([TWO])
    world.at(TUESDAY_NINE)
    return world


async def comes(world: World, name: str, item: str = "ssc-apply") -> Place:
    body = StaffClaimBody(caller=CallerBody(name=name), items=[item], hall="center")
    return await world.booking.callers.book(world.staff(), body)


async def closes(world: World, counter: str | None = None, **more: object) -> Closure:
    body = ClosureBody.model_validate({"end": NOON, "reason": "停电", "counter": counter, **more})
    return await world.booking.closures.close(world.staff(Role.HALL_MANAGER), "center", body)


async def turns(world: World) -> datetime | None:
    seen = await world.booking.counters(world.staff(), "center")
    assert seen.at == world.clock.now()
    return seen.closed_until


async def called(world: World) -> list[str]:
    """The counters the screen sends people to, in their order."""
    return sorted(each.counter for each in (await world.booking.display.calls(screen(world), "center")).items)


def screen(world: World) -> Act:
    return Act(actor=KioskActor(id="kiosk_1", name="候叫屏", hall="center"), at=world.clock.now(), channel="kiosk")


async def said(world: World) -> list[str]:
    """The notices at the desk, which are those on the screen."""
    at_desk = (await world.booking.counters(world.staff(), "center")).closed
    assert (await world.booking.display.calls(screen(world), "center")).closed == at_desk
    return [each.says for each in at_desk]


async def test_a_closed_hall_gives_no_number_until_it_opens_or_the_closure_is_lifted(world: World) -> None:
    assert await said(world) == []
    closure = await closes(world)
    with pytest.raises(WrongState) as told:
        await comes(world, "李强")
    assert "大厅现在关闭，到11月24日 周二 中午12:00（停电），不能取号" in told.value.detail
    assert await said(world) == ["整个大厅关闭，到11月24日 周二 中午12:00：停电"]
    await world.booking.closures.lift(world.staff(Role.HALL_MANAGER), "center", closure.id, LiftBody(reason="来电了"))
    assert await said(world) == []
    assert (await comes(world, "李强")).ticket == "B001"  # what was refused took no number


async def test_who_was_moved_is_found_by_name_and_told_where_to(world: World) -> None:
    world.at(TUESDAY_NINE - timedelta(hours=3))
    old = await world.claim("anna", TUESDAY_TEN)
    start = TUESDAY_TEN.replace(hour=9, minute=30)
    await closes(world, start=start)
    body = LookUpBody(hall="center", sought="anna")
    [row] = await world.store.places.find({"moved_from": old.id})
    new = Place.of(row)
    assert [each.id for each in await world.booking.listings.look_up(world.staff(), body)] == [new.id]  # the same morning: expected then
    view = await world.booking.desk_view(await world.get(old.id), world.clock.now())
    assert view.moved == "11月24日 周二 上午9:00–9:30，center大厅 c1窗口"
    assert (view.reason, view.actions) == ("停电", [])
    later = await world.move(new, "anna", WEDNESDAY_NINE)
    found = await world.booking.listings.look_up(world.staff(), body)
    assert [each.id for each in found] == [new.id, old.id]
    moved = [each.moved for each in await world.booking.desk_views(found, world.clock.now())]
    assert moved == ["11月25日 周三 上午9:00–9:30，center大厅 c1窗口"] * 2  # the last of it, whichever one asks about
    await world.cancel(later, "anna")
    view = await world.booking.desk_view(await world.get(old.id), world.clock.now())
    assert view.moved == "11月25日 周三 上午9:00–9:30，center大厅 c1窗口（已取消）"


async def test_a_closed_counter_leaves_numbers_to_those_that_are_open(world: World) -> None:
    await closes(world, "c1")
    assert (await comes(world, "李强")).counter == "c2"
    with pytest.raises(WrongState) as told:
        await comes(world, "罗海涛", "ss-proof")
    assert "能办所选事项的窗口现在关闭，到11月24日 周二 中午12:00（停电）" in told.value.detail


async def test_a_closure_later_today_is_told_ahead_and_hinders_nobody(world: World) -> None:
    await closes(world, "c2", start=TUESDAY_TEN)
    await closes(world, start=WEDNESDAY_NINE, end=WEDNESDAY_NINE + timedelta(hours=1))
    assert await said(world) == ["c2窗口今天上午10:00起关闭，到11月24日 周二 中午12:00：停电"]
    assert (await comes(world, "李强")).ticket == "B001"


async def test_when_what_is_said_turns_by_itself_is_told_with_it(world: World) -> None:
    """Closing time, a beginning, an end; what turns on another day is none of today's."""
    assert await turns(world) == NOON
    await closes(world, "c2", start=TUESDAY_TEN, end=NOON - timedelta(hours=1))
    assert await turns(world) == TUESDAY_TEN
    world.at(TUESDAY_TEN)
    assert await turns(world) == NOON - timedelta(hours=1)
    world.at(NOON)
    await closes(world, start=NOON, end=WEDNESDAY_NINE)
    assert await turns(world) is None


async def test_what_is_closed_till_midnight_is_closed_till_the_end_of_the_day(world: World) -> None:
    midnight = NOON + timedelta(hours=12)
    await closes(world, "c1", end=midnight)
    await closes(world, "c2", end=midnight + timedelta(days=1))
    assert await said(world) == ["c1窗口关闭，到今天结束：停电", "c2窗口关闭，到11月25日 周三结束：停电"]
    with pytest.raises(WrongState, match="到今天结束（停电）"):
        await comes(world, "李强")


async def test_the_screen_sends_nobody_to_what_has_closed_since_they_were_called(world: World) -> None:
    for name, at in (("李强", "c1"), ("罗海涛", "c2")):
        await comes(world, name)
        await world.booking.counter.call_next(world.staff(), "center", NextBody(counter=at))
    assert await called(world) == ["c1窗口", "c2窗口"]
    world.at(TUESDAY_TEN)
    await closes(world, "c1")
    assert await called(world) == ["c2窗口"]
    world.at(TUESDAY_TEN + timedelta(minutes=5))
    await closes(world)
    assert await called(world) == []
    world.at(TUESDAY_TEN + timedelta(minutes=10))
    [row] = await world.store.places.find({"called_to": "c2窗口"})
    await world.booking.counter.call(world.staff(), row["_id"], CallBody(version=row["version"], counter="c2"))
    assert await called(world) == ["c2窗口"], "called once more by whoever serves them to the end"


async def test_after_the_last_counter_has_closed_and_on_a_day_off_it_is_said(world: World) -> None:
    world.at(NOON)
    assert await said(world) == ["大厅今天中午12:00已经下班"]
    world.at(TUESDAY_NINE + timedelta(days=4))
    assert await said(world) == ["大厅今天不上班"]
    assert (await comes(world, "李强")).ticket == "B001"  # who is still served is for the people of the hall to say


async def test_who_has_a_number_already_is_told_and_takes_no_other(world: World) -> None:
    for ticket, name in (("B001", "李强"), ("B002", "罗海涛")):
        body = StaffClaimBody(caller=CallerBody(name=name, phone="13800000001"), items=["ssc-apply"], hall="center")
        assert (await world.booking.callers.book(world.staff(), body)).ticket == ticket
        with pytest.raises(Exception, match="已经有一个"):
            await world.booking.callers.book(world.staff(), body)

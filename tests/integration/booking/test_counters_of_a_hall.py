"""A hall gets a counter more, or has one no longer: nobody who is booked there stands before a closed counter."""

from datetime import time, timedelta
from typing import Any

import pytest

from backend.errors import FieldError, Invalid
from models.booking import DayKind, PlaceState
from models.schedules import CounterHoursBody, ScheduleBody, WindowBody
from tests.booking_world import TUESDAY_NINE, WEDNESDAY_NINE, World
from tests.integration.booking.test_closures import manager

TUESDAY = TUESDAY_NINE.date()
MORNING = WindowBody(days=[DayKind.WORKDAY], start=time(9), end=time(12), capacity=1)
NEW = CounterHoursBody(name="2号窗口", items=["idcard-lost"], slot_minutes=30, windows=[MORNING])


def kept(counter_id: str = "c1", *items: str) -> CounterHoursBody:
    return CounterHoursBody(id=counter_id, items=list(items) or ["ssc-apply"], slot_minutes=30, windows=[MORNING])


def body(*counters: CounterHoursBody, **more: Any) -> ScheduleBody:
    facts = {"valid_from": TUESDAY, "hours": "工作日", "days_ahead": 14, "embargo_minutes": 10, **more}
    return ScheduleBody(counters=list(counters), **facts)


async def change(world: World, wish: ScheduleBody, key: str | None = None) -> Any:
    return await world.booking.schedules.change(manager(world, key), "center", wish)


async def test_a_new_counter_is_booked_under_a_name_of_its_own(world: World) -> None:
    assert await world.free(WEDNESDAY_NINE, "idcard-lost") is None
    made = await change(world, body(kept(), NEW))
    assert [(each.id, each.name) for each in made.counters] == [("c1", "c1窗口"), ("center-01", "2号窗口")]
    assert await world.free(WEDNESDAY_NINE, "idcard-lost") == 1
    again = await change(world, body(kept(), kept("center-01", "idcard-lost"), NEW.model_copy(update={"name": "3号窗口"}), version=0))
    assert [each.id for each in again.counters] == ["c1", "center-01", "center-02"]


async def test_what_nobody_can_book_is_marked_so_that_no_times_are_promised_for_it(world: World) -> None:
    made = await change(world, body(kept("c1", "ssc-apply", "ss-proof")))
    assert {each.item: each.bookable for each in made.items} == {"ssc-apply": True, "ss-proof": False}


async def test_who_is_booked_at_a_counter_that_goes_is_shown_then_moved(world: World) -> None:
    await change(world, body(kept(), NEW.model_copy(update={"items": ["ssc-apply"]})))
    two = await world.claim("anna", WEDNESDAY_NINE), await world.claim("berta", WEDNESDAY_NINE)
    there = next(each for each in two if each.counter == "center-01")
    goes = body(kept(), removed=["center-01"], reason="设备调走", version=0)
    seen = await world.booking.schedules.preview(manager(world), "center", goes)
    assert ([each.id for each in seen.displaced], seen.outside) == ([there.id], [])
    assert (await world.get(there.id)).state is PlaceState.CONFIRMED
    done = await change(world, goes, "key-1")
    assert ([each.id for each in done.counters], done.displaced) == (["c1"], [])
    assert (await world.get(there.id)).state is PlaceState.CANCELLED
    [moved] = await world.live(person=there.person)
    assert (moved.counter, moved.start > WEDNESDAY_NINE) == ("c1", True)
    assert moved.person is not None
    assert (await world.told(moved.person.removeprefix("citizen_")))[-1] == "appointment_moved"
    assert len(await world.live()) == 2
    repeated = await change(world, goes, "key-1")
    assert ([each.id for each in repeated.counters], await world.store.closures.count({})) == (["c1"], 1)


async def test_the_id_of_a_counter_that_went_is_not_given_to_another(world: World) -> None:
    await change(world, body(kept(), NEW))
    await change(world, body(kept(), removed=["center-01"], reason="设备调走", version=0))
    made = await change(world, body(kept(), NEW, version=1))
    assert [each.id for each in made.counters] == ["c1", "center-02"]


async def test_what_does_not_fit_is_refused_with_where(world: World) -> None:
    await change(world, body(kept(), NEW, valid_from=TUESDAY + timedelta(days=7)))
    wrong = [
        ("/counters", body(kept(), kept("c9"))),
        ("/counters", body(kept(), removed=["c1"], reason="停用")),
        ("/counters", body(NEW)),
        ("/reason", body(NEW, removed=["c1"])),
        ("/removed", body(NEW, removed=["c1"], reason="停用")),
        ("/counters/1/name", body(kept(), NEW.model_copy(update={"name": None}))),
        ("/counters/1/name", body(kept(), NEW.model_copy(update={"name": "c1窗口"}))),
        ("/counters/2/name", body(kept(), NEW, NEW)),
        ("/counters/1/items", body(kept(), NEW.model_copy(update={"items": ["no-such"]}))),
    ]
    for pointer, wish in wrong:
        with pytest.raises(Invalid) as told:
            await change(world, wish)
        assert [each.pointer for each in told.value.errors if isinstance(each, FieldError)] == [pointer]

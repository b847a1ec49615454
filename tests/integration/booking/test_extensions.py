"""Single days on which counters are open longer: bookable at once, shifts follow, and taken back nobody loses an appointment unheard."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from backend.booking.shifts import shift_end
from backend.errors import FieldError, Forbidden, Invalid, NotFound, WrongState
from models.acts import Role
from models.booking import ClosureState, DayKind, PlaceState, Remedy
from models.closures import ClosureBody
from models.schedules import CounterHoursBody, ExtraHoursBody, LiftExtraHoursBody, ScheduleBody, WindowBody
from tests.booking_world import DAYS, TUESDAY_NINE, WEDNESDAY_NINE, World, center, counter, hall
from tests.integration.booking.test_closures import manager

SATURDAY_NINE = TUESDAY_NINE + timedelta(days=4)
SATURDAY = SATURDAY_NINE.date()
EVENING = TUESDAY_NINE.replace(hour=17)


def body(day: date = SATURDAY, start: int = 9, end: int = 12, **more: Any) -> ExtraHoursBody:
    facts = {"capacity": 1, "counters": ["c1"], "reason": "开学前办证的人多", "start": time(start), "end": time(end), **more}
    return ExtraHoursBody.model_validate({"day": day, **facts})


def lifting(remedy: Remedy | None = None) -> LiftExtraHoursBody:
    return LiftExtraHoursBody(reason="人手不够", remedy=remedy)


async def extended(world: World, wish: ExtraHoursBody | None = None, key: str | None = None) -> str:
    made = await world.booking.extensions.extend(manager(world, key), "center", wish or body())
    assert made.id is not None
    return made.id


async def test_a_saturday_is_open_at_once_for_that_day_alone(world: World) -> None:
    assert await world.free(SATURDAY_NINE) is None
    seen = await world.booking.extensions.preview(manager(world), "center", body(offline=0))
    assert (seen.id, seen.places, seen.counter_names, seen.affected) == (None, 6, ["c1窗口"], [])
    assert await world.free(SATURDAY_NINE) is None
    made = await world.booking.extensions.extend(manager(world), "center", body())
    assert (made.places, made.over, made.opens_at < world.clock.now()) == (6, False, True)
    assert await world.free(SATURDAY_NINE) == 1
    assert await world.free(SATURDAY_NINE + timedelta(days=7)) is None
    place = await world.claim("anna", SATURDAY_NINE)
    assert (place.state, place.extended) == (PlaceState.CONFIRMED, True)
    [listed] = (await world.booking.extensions.of_hall(manager(world), "center")).items
    assert [each.id for each in listed.affected] == [place.id]
    assert "anna" not in listed.affected[0].name
    assert (await world.booking.schedules.of_hall(manager(world), "center", SATURDAY_NINE.date())).counters[0].windows[0].days
    [event] = await world.store.extensions.find({"events.action": "hall.extended"})
    assert event["counters"] == ["c1"]


async def test_the_shift_of_the_day_ends_with_it(world: World) -> None:
    halls = world.booking.halls
    assert (await shift_end(halls, DAYS, "center", TUESDAY_NINE)).hour == 17
    await extended(world, body(TUESDAY_NINE.date(), 17, 20))
    assert (await shift_end(halls, DAYS, "center", TUESDAY_NINE)).hour == 20
    assert (await shift_end(halls, DAYS, "center", WEDNESDAY_NINE)).hour == 17


@pytest.mark.parametrize("remedy", [None, Remedy.MOVE, Remedy.TELL])
async def test_taken_back_who_is_booked_keeps_it_is_moved_or_told(world: World, remedy: Remedy | None) -> None:
    made = await extended(world)
    place = await world.claim("anna", SATURDAY_NINE)
    lifted = await world.booking.extensions.lift(manager(world), "center", made, lifting(remedy))
    assert await world.free(SATURDAY_NINE + timedelta(hours=1)) is None
    assert (lifted.moved, lifted.told, lifted.lifted_for) == (int(remedy is Remedy.MOVE), int(remedy is Remedy.TELL), "人手不够")
    now = await world.get(place.id)
    live = await world.live()
    if remedy is None:
        assert now.state is PlaceState.CONFIRMED
        assert [each.id for each in lifted.affected] == [place.id]
        await world.cancel(now, "anna")
        assert await world.free(SATURDAY_NINE) is None, "a seat the hall has no more is not booked again"
    elif remedy is Remedy.MOVE:
        assert (now.state, len(live), live[0].person) == (PlaceState.CANCELLED, 1, "citizen_anna")
        assert live[0].start != SATURDAY_NINE
        assert await world.told("anna") == ["appointment_booked", "appointment_moved"]
    else:
        assert (now.state, live) == (PlaceState.CANCELLED, [])
        assert (await world.told("anna"))[-1] == "appointment_closed"


async def test_what_a_crash_leaves_of_taking_back_is_finished(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    made = await extended(world)
    await world.claim("anna", SATURDAY_NINE)

    async def dies(closure: object) -> None:
        raise RuntimeError("the process is gone")

    monkeypatch.setattr(world.booking.closures, "carry_out", dies)
    with pytest.raises(RuntimeError):
        await world.booking.extensions.lift(manager(world), "center", made, lifting(Remedy.MOVE))
    monkeypatch.undo()
    await world.booking.tick()
    [closure] = await world.store.closures.find({})
    assert (closure["state"], closure["moved"]) == (ClosureState.DONE, 1)
    assert (await world.live())[0].start != SATURDAY_NINE


async def test_once_is_once_and_what_has_begun_is_not_taken_back(world: World) -> None:
    made = await extended(world, key="key-1")
    assert await extended(world, key="key-1") == made
    world.at(SATURDAY_NINE)
    with pytest.raises(WrongState):
        await world.booking.extensions.lift(manager(world), "center", made, lifting())
    [listed] = (await world.booking.extensions.of_hall(manager(world), "center")).items
    assert (listed.over, listed.places) == (True, 6)


async def test_taken_back_twice_with_one_key_is_once(world: World) -> None:
    made = await extended(world)
    await world.claim("anna", SATURDAY_NINE)
    once = await world.booking.extensions.lift(manager(world, "key-2"), "center", made, lifting(Remedy.MOVE))
    again = await world.booking.extensions.lift(manager(world, "key-2"), "center", made, lifting(Remedy.MOVE))
    assert (once.moved, again.moved, await world.store.closures.count({})) == (1, 1, 1)
    with pytest.raises(WrongState):
        await world.booking.extensions.lift(manager(world, "key-3"), "center", made, lifting())


async def test_a_later_schedule_goes_before_and_taking_back_spares_what_is_its_own(world: World) -> None:
    made = await extended(world, body(TUESDAY_NINE.date(), 17, 19))
    now = await world.booking.schedules.of_hall(manager(world), "center", None)
    evening = WindowBody(days=[DayKind.TUESDAY], start=time(17), end=time(19), capacity=2)
    counters = [CounterHoursBody(id=each.id, items=each.items, slot_minutes=30, windows=[evening]) for each in now.counters]
    facts = {"hours": "工作日", "days_ahead": now.days_ahead, "embargo_minutes": now.embargo_minutes, "counters": counters}
    wish = ScheduleBody.model_validate({"valid_from": TUESDAY_NINE.date(), **facts})
    await world.booking.schedules.change(manager(world), "center", wish)
    assert await world.free(EVENING) == 2
    place = await world.claim("anna", EVENING)
    lifted = await world.booking.extensions.lift(manager(world), "center", made, lifting(Remedy.MOVE))
    assert (lifted.places, lifted.moved, lifted.affected) == (0, 0, [])
    assert (await world.get(place.id)).state is PlaceState.CONFIRMED
    assert await world.free(EVENING) == 1


async def test_a_new_schedule_does_not_call_the_extra_hours_outside(world: World) -> None:
    await extended(world)
    await world.claim("anna", SATURDAY_NINE)
    now = await world.booking.schedules.of_hall(manager(world), "center", None)
    counters = [CounterHoursBody(id=each.id, items=each.items, slot_minutes=30, windows=[]) for each in now.counters]
    facts = {"hours": "工作日", "days_ahead": now.days_ahead, "embargo_minutes": now.embargo_minutes, "counters": counters}
    wish = ScheduleBody.model_validate({"valid_from": TUESDAY_NINE.date(), **facts, "preview": True})
    assert (await world.booking.schedules.preview(manager(world), "center", wish)).outside == []


def told(error: pytest.ExceptionInfo[Invalid]) -> list[str]:
    return [each.pointer for each in error.value.errors if isinstance(each, FieldError)]


async def test_what_cannot_be_is_refused_with_where(world: World) -> None:
    tuesday = TUESDAY_NINE.date()
    wrong = {
        "/day": body(tuesday - timedelta(days=9)),
        "/start": body(tuesday, 11, 13),  # open until noon already
        "/end": body(end=10, start=9).model_copy(update={"end": time(9, 20)}),
        "/counters/0": body(counters=["c9"]),
        "/counters/1": body(counters=["c1", "c1"]),
    }
    for pointer, wish in wrong.items():
        with pytest.raises(Invalid) as error:
            await world.booking.extensions.extend(manager(world), "center", wish)
        assert told(error) == [pointer]
    await extended(world)
    with pytest.raises(Invalid) as error:
        await world.booking.extensions.extend(manager(world), "center", body(start=11, end=14))
    assert told(error) == ["/start"]
    world.at(SATURDAY_NINE.replace(hour=13))
    with pytest.raises(Invalid) as error:
        await world.booking.extensions.extend(manager(world), "center", body(start=13, end=14))
    assert told(error) == ["/start"]


async def test_not_into_a_time_that_is_closed(world: World) -> None:
    closed = ClosureBody(start=SATURDAY_NINE, end=SATURDAY_NINE.replace(hour=12), reason="检修")
    await world.booking.closures.close(manager(world), "center", closed)
    with pytest.raises(Invalid) as error:
        await world.booking.extensions.extend(manager(world), "center", body())
    assert told(error) == ["/start"]


async def test_a_counter_with_nothing_to_book_is_refused(world: World) -> None:
    await world.booking.seed([hall("night", (counter("n1", ("ss-proof",), 1),)), center()])
    act = world.staff(Role.HALL_MANAGER, hall_id="night")
    with pytest.raises(Invalid) as error:
        await world.booking.extensions.extend(act, "night", body(counters=["n1"]))
    assert told(error) == ["/counters/0"]


async def test_only_the_halls_own_manager(world: World) -> None:
    made = await extended(world)
    engine = world.booking.extensions
    for act in (world.staff(Role.RECEPTIONIST), world.staff(Role.HALL_MANAGER, hall_id="luoxi")):
        for call in (engine.of_hall(act, "center"), engine.extend(act, "center", body()), engine.lift(act, "center", made, lifting())):
            with pytest.raises(Forbidden):
                await call
    with pytest.raises(NotFound):
        await engine.one(manager(world), "center", "extension_00000000000000000000000000")

"""A hall's manager changes the schedule: places follow, nobody loses an appointment, two managers never overwrite each other."""

from datetime import date, time, timedelta

import pytest

from backend.errors import FieldError, Forbidden, Invalid, StaleVersion
from models.acts import Role
from models.appointments import VersionBody
from models.booking import DayKind, PlaceState
from models.counter import CallBody
from models.schedules import CounterHoursBody, HallFiguresQuery, HallVisitsQuery, ScheduleBody, ScheduleView, WindowBody
from tests.booking_world import TUESDAY_NINE, WEDNESDAY_NINE, World
from tests.integration.booking.test_closures import manager

TUESDAY = TUESDAY_NINE.date()


def evening(capacity: int = 1) -> WindowBody:
    return WindowBody(days=[DayKind.TUESDAY], start=time(17), end=time(18), capacity=capacity, extended=True)


async def shown(world: World) -> ScheduleView:
    return await world.booking.schedules.of_hall(manager(world), "center", None)


async def body(world: World, *windows: WindowBody, since: date = TUESDAY, **more: object) -> ScheduleBody:
    """Every counter as it is, the first with `windows` instead."""
    now = await shown(world)
    counters = [
        CounterHoursBody(
            id=each.id,
            items=each.items,
            slot_minutes=each.slot_minutes,
            windows=[WindowBody(**{**window.model_dump(), "days": list(window.days)}) for window in each.windows]
            if index
            else list(windows),
        )
        for index, each in enumerate(now.counters)
    ]
    facts = {"hours": "工作日", "days_ahead": now.days_ahead, "embargo_minutes": now.embargo_minutes, "counters": counters}
    return ScheduleBody.model_validate({"valid_from": since, **facts, **more})


async def test_extended_hours_make_places_and_what_is_gone_is_withdrawn(world: World) -> None:
    five = TUESDAY_NINE.replace(hour=17)
    assert await world.free(TUESDAY_NINE) == 2
    changed = await world.booking.schedules.change(manager(world), "center", await body(world, evening()))
    assert (changed.valid_from, changed.later, changed.outside) == (TUESDAY, [], [])
    assert await world.free(five) == 1
    assert (await world.free(TUESDAY_NINE) or 0) < 2
    assert (await shown(world)).valid_from < TUESDAY  # today it is as it was
    [event] = await world.store.halls.find({"events.action": "hall.schedule_changed"})
    assert event["valid_from"] == TUESDAY.isoformat()


async def test_who_is_booked_outside_is_named_masked_and_keeps_the_appointment(world: World) -> None:
    place = await world.claim("anna")
    seen = await world.booking.schedules.preview(manager(world), "center", await body(world, evening()))
    kept = [each.id for each in seen.outside] == [place.id]
    assert kept == (place.counter == seen.counters[0].id)
    assert all("anna" not in each.name for each in seen.outside)
    assert await world.free(TUESDAY_NINE.replace(hour=17)) is None  # a preview changes nothing
    await world.booking.schedules.change(manager(world), "center", await body(world, evening()))
    assert (await world.get(place.id)).state is PlaceState.CONFIRMED


async def test_a_later_schedule_goes_before_and_is_told(world: World) -> None:
    later = TUESDAY + timedelta(days=7)
    await world.booking.schedules.change(manager(world), "center", await body(world, evening(3), since=later))
    changed = await world.booking.schedules.change(manager(world), "center", await body(world, evening(1)))
    assert changed.later == [later]
    assert await world.free(TUESDAY_NINE.replace(hour=17)) == 1
    assert await world.free(TUESDAY_NINE.replace(hour=17) + timedelta(days=7)) == 3


async def test_two_managers_never_overwrite_each_other(world: World) -> None:
    await world.booking.schedules.change(manager(world), "center", await body(world, evening()))
    with pytest.raises(StaleVersion):
        await world.booking.schedules.change(manager(world), "center", await body(world, evening(2)))
    await world.booking.schedules.change(manager(world), "center", await body(world, evening(2), version=0))
    with pytest.raises(StaleVersion):
        await world.booking.schedules.change(manager(world), "center", await body(world, evening(3), version=0))
    assert await world.free(TUESDAY_NINE.replace(hour=17)) == 2


async def test_a_repeated_change_with_one_key_is_one(world: World) -> None:
    wish = await body(world, evening())
    one = await world.booking.schedules.change(manager(world, "key-1"), "center", wish)
    two = await world.booking.schedules.change(manager(world, "key-1"), "center", wish)
    assert (one.version, two.version) == (0, 0)


def pointers(error: pytest.ExceptionInfo[Invalid]) -> list[str]:
    return [each.pointer for each in error.value.errors if isinstance(each, FieldError)]


async def test_what_does_not_hold_together_is_refused_with_where(world: World) -> None:
    good = await body(world, evening())
    overlap = await body(world, evening(), evening(2))
    short = await body(world, WindowBody(days=[DayKind.WORKDAY], start=time(9), end=time(9, 5), capacity=1))
    strange = good.model_copy(update={"counters": [good.counters[0].model_copy(update={"items": ["no-such"]}), *good.counters[1:]]})
    missing = (
        good.model_copy(update={"counters": good.counters[:-1]}) if len(good.counters) > 1 else good.model_copy(update={"counters": []})
    )
    past = good.model_copy(update={"valid_from": TUESDAY - timedelta(days=9)})
    wrong = {"/counters/0/windows": [overlap, short], "/counters/0/items": [strange], "/counters": [missing], "/valid_from": [past]}
    for where, wishes in wrong.items():
        for wish in wishes:
            with pytest.raises(Invalid) as told:
                await world.booking.schedules.change(manager(world), "center", wish)
            assert pointers(told) == [where]


async def test_only_the_halls_own_manager_keeps_it(world: World) -> None:
    wish = await body(world, evening())
    for act in (world.staff(Role.RECEPTIONIST), world.staff(Role.HALL_MANAGER, hall_id="luoxi")):
        with pytest.raises(Forbidden):
            await world.booking.schedules.change(act, "center", wish)
        with pytest.raises(Forbidden):
            await world.booking.schedules.of_hall(act, "center", None)


async def test_the_figures_count_what_is_over(world: World) -> None:
    await world.claim("anna")
    await world.claim("berta", WEDNESDAY_NINE)
    world.at((TUESDAY_NINE + timedelta(days=1)).replace(hour=0, minute=5))
    await world.booking.tick()
    days = HallFiguresQuery(since=TUESDAY, until=TUESDAY + timedelta(days=7))
    found = await world.booking.figures.of_hall(manager(world), "center", days)
    told = {each.key: each.value for each in found.total.figures}
    assert (told["booked"], told["no_show"], told["served"]) == (1, 100.0, 0)
    names = {each.name for each in (await world.booking.counters(world.staff(), "center")).items}
    assert {row.name for row in found.rows} == names, "a row for every counter, also where nobody came"
    own = await world.booking.figures.of_halls(manager(world), days)
    assert [(row.key, row.figures) for row in own.rows] == [("center", found.total.figures)], "of their own hall alone, and the same"
    everywhere = await world.booking.figures.of_halls(world.staff(Role.SUPERVISOR, hall_id=None), days)
    assert {row.key: row.figures for row in everywhere.rows}["center"] == found.total.figures
    elsewhere = await world.booking.figures.of_halls(world.staff(Role.HALL_MANAGER, hall_id="household"), days)
    assert elsewhere.rows == [], "another hall's manager sees nothing of it"
    with pytest.raises(Forbidden):
        await world.booking.figures.of_hall(world.staff(Role.RECEPTIONIST), "center", days)


async def test_who_has_been_called_and_is_still_served_has_waited(world: World) -> None:
    place = await world.claim("anna")
    world.at(TUESDAY_NINE + timedelta(minutes=10))
    here = await world.booking.counter.check_in(world.staff(), place.id, VersionBody(version=place.version))
    days = HallFiguresQuery(since=TUESDAY, until=TUESDAY + timedelta(days=7))
    before = await world.booking.figures.of_hall(manager(world), "center", days)
    assert {each.key: each.value for each in before.total.figures}["longest"] is None, "nobody has been called"
    world.at(TUESDAY_NINE + timedelta(minutes=25))
    await world.booking.counter.call(world.staff(), here.id, CallBody(version=here.version, counter=here.counter))
    found = await world.booking.figures.of_hall(manager(world), "center", days)
    told = {each.key: each.value for each in found.total.figures}
    assert (told["longest"], told["wait_booked"], told["served"], told["booked"]) == (15.0, 15.0, 0, 0)
    own = await world.booking.figures.of_halls(manager(world), days)
    assert own.rows[0].figures == found.total.figures


async def test_what_lies_behind_a_figure_is_listed_page_by_page_with_names_masked(world: World) -> None:
    for who in ("anna", "clara"):
        await world.claim(who)
    world.at((TUESDAY_NINE + timedelta(days=1)).replace(hour=0, minute=5))
    await world.booking.tick()
    figures, days = world.booking.figures, {"since": TUESDAY, "until": TUESDAY + timedelta(days=7)}
    first = await figures.visits(manager(world), "center", HallVisitsQuery.model_validate({**days, "figure": "no_show", "limit": 1}))
    assert (first.count, first.figure.value, first.items[0].words, first.items[0].part) == (2, 100.0, "没有到", 1)
    assert "*" in first.items[0].name
    rest = await figures.visits(
        manager(world), "center", HallVisitsQuery.model_validate({**days, "figure": "no_show", "cursor": first.next})
    )
    assert (len(rest.items), rest.next) == (1, None)
    other = HallVisitsQuery.model_validate({**days, "figure": "booked", "counter": "没有这个窗口"})
    assert (await figures.visits(manager(world), "center", other)).count == 0
    assert len(await world.store.audit.find({"action": "hall.visits_read"})) == 2, "a further page is the same look"
    for wrong in ({"figure": "people"}, {"figure": "booked", "cursor": "visit_none"}):
        with pytest.raises(Invalid):
            await figures.visits(manager(world), "center", HallVisitsQuery.model_validate({**days, **wrong}))
    with pytest.raises(Forbidden):
        await figures.visits(world.staff(Role.RECEPTIONIST), "center", other)

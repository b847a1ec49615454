"""Somebody phones: their appointment is found by what they can say, moved and cancelled by the citizen's own rules."""

import asyncio
from datetime import timedelta

import pytest

from backend.errors import Forbidden, Invalid, NotFound, SlotFull, StaleVersion, WrongState
from models.acts import Act, Role
from models.appointments import ReasonBody, RescheduleBody
from models.booking import Freeze, Place, PlaceState
from models.callers import SoughtCallerBody
from models.counter import CallerBody, ProposeBody, StaffClaimBody
from models.documents import DocumentType
from tests.booking_world import TUESDAY_NINE, TUESDAY_TEN, WEDNESDAY_NINE, World, center, seen

NUMBER = "990101194803120073"
PHONE = "13800004321"


def agent(world: World, key: str | None = None) -> Act:
    """Somebody of the hotline, who sits in no hall."""
    return world.staff(Role.HOTLINE_AGENT, hall_id=None, key=key)


async def booked(world: World, name: str = "王芳", number: str | None = NUMBER, phone: str = PHONE) -> Place:
    """Somebody the hotline has booked for."""
    document = (DocumentType.RESIDENT_CARD, number) if number else (None, None)
    caller = CallerBody(name=name, phone=phone, document_type=document[0], id_number=document[1])
    return await world.booking.callers.book(
        agent(world), StaffClaimBody(caller=caller, items=["ssc-apply"], hall="center", start=TUESDAY_NINE)
    )


async def found(world: World, sought: str, name: str | None = "王芳", by: Act | None = None) -> list[str]:
    """The ids of what is found."""
    return [each.id for each in await world.booking.for_callers.find(by or agent(world), SoughtCallerBody(name=name, sought=sought))]


async def move(world: World, place: Place, start: object, by: Act | None = None) -> Place:
    body = RescheduleBody.model_construct(version=place.version, start=start, hall=None)
    return await world.booking.for_callers.reschedule(by or agent(world), place.id, body)


async def cancel(world: World, place: Place, by: Act | None = None) -> Place:
    body = ReasonBody(version=place.version, reason="要住院，改天再约")
    return await world.booking.for_callers.cancel(by or agent(world), place.id, body)


async def test_found_by_code_document_telephone_and_the_last_four_and_each_look_is_logged(world: World) -> None:
    place = await booked(world)
    by_phone = await booked(world, "李强", None, "13900001234")
    code = place.code or ""
    for sought, name in ((code, None), (code.lower(), "王芳"), (NUMBER, "王芳"), ("0073", "王芳"), ("9901 0119 4803 1200 73", "王芳")):
        assert await found(world, sought, name) == [place.id], sought
    for sought in ("13900001234", "1234"):
        assert await found(world, sought, "李强") == [by_phone.id], sought
    reads = await world.store.audit.find({"action": "appointment.read"})
    assert {row["detail"]["purpose"] for row in reads} == {"电话查预约"}
    assert [row["person"] for row in reads].count(place.person) == 5


@pytest.mark.parametrize(
    ("sought", "name"), [("0071", "王芳"), ("0073", "王方"), (NUMBER, "李芳"), (NUMBER, None), ("ZZZZZZZZ", None), ("13800004329", "王芳")]
)
async def test_what_does_not_fit_finds_nobody_and_that_is_logged_too(world: World, sought: str, name: str | None) -> None:
    await booked(world)
    assert await found(world, sought, name) == []
    [row] = await world.store.audit.find({"action": "appointment.searched"})
    assert (row["person"], row["detail"]["purpose"]) == ("", "电话查预约，没有找到")
    assert sought not in str(row)


async def test_several_of_one_name_and_ending_are_not_told_apart_by_it(world: World) -> None:
    one = await booked(world, number=None)
    await booked(world, number=None, phone="13911114321")
    with pytest.raises(Invalid) as told:
        await found(world, "4321")
    assert "同名" in told.value.errors[0].detail
    assert await found(world, PHONE) == [one.id]


async def test_what_is_over_is_found_where_nothing_is_live(world: World) -> None:
    place = await booked(world)
    gone = await cancel(world, place)
    assert (gone.state, gone.reason) == (PlaceState.CANCELLED, "要住院，改天再约")
    assert await found(world, NUMBER) == [place.id]
    again = await booked(world)
    assert await found(world, NUMBER) == [again.id]
    world.at(WEDNESDAY_NINE)
    assert await found(world, NUMBER) == [], "of days gone by there is nothing to change"


async def test_a_caller_is_moved_and_told_that_it_was_on_the_telephone(world: World) -> None:
    place = await booked(world)
    moved = await move(world, place, WEDNESDAY_NINE)
    assert (moved.start, moved.code, moved.moved_from) == (WEDNESDAY_NINE, place.code, place.id)
    old = await world.get(place.id)
    assert (old.state, old.moved_to) == (PlaceState.CANCELLED, moved.id)
    [row] = await world.rows("appointment.rescheduled_by_phone")
    assert [(each.to, each.template) for each in row.notices] == [(place.person, "appointment_rescheduled_by_phone")]
    assert row.notices[0].data["bring"] == "本人有效身份证件"
    cancelled = await cancel(world, moved)
    [row] = await world.rows("appointment.cancelled_by_phone")
    assert (cancelled.live, [each.template for each in row.notices]) == (False, ["appointment_cancelled_by_phone"])
    assert row.detail == {"reason": "要住院，改天再约"}


async def test_places_kept_for_the_telephone_go_first(world: World) -> None:
    offline = World(world.store, world.clock)
    await offline.booking.seed([center(2, offline_share=0.5).model_copy(update={"id": "other", "name": "other大厅"})])
    place = await booked(world)
    to = RescheduleBody(version=place.version, start=WEDNESDAY_NINE, hall="other")
    moved = await offline.booking.for_callers.reschedule(agent(offline), place.id, to)
    assert (moved.hall, moved.online) == ("other", False)
    second = await offline.booking.for_callers.reschedule(
        agent(offline), (await booked(world, "李强", None)).id, to.model_copy(update={"version": 1})
    )
    assert second.online, "then those that are online"


async def test_a_full_time_leaves_the_old_one_as_it_was(world: World) -> None:
    place = await booked(world)
    for who in ("anna", "berta"):
        await world.claim(who, TUESDAY_TEN)
    with pytest.raises(SlotFull):
        await move(world, place, TUESDAY_TEN)
    assert (await world.get(place.id)).state is PlaceState.CONFIRMED
    with pytest.raises(Invalid):
        await move(world, place, TUESDAY_NINE)


async def test_the_citizens_own_limit_holds_on_the_telephone_too(world: World) -> None:
    place = await booked(world)
    world.at(TUESDAY_NINE - timedelta(hours=1, minutes=59))
    for act in (move(world, place, WEDNESDAY_NINE), cancel(world, place)):
        with pytest.raises(WrongState) as told:
            await act
        assert "要在11月24日 周二 上午7:00之前" in told.value.detail
    view = (await world.booking.caller_views([place], world.clock.now()))[0]
    assert (view.actions, view.why_not[:5]) == ([], "取消或改约")


async def test_what_is_frozen_waits_for_its_citizen_alone(world: World) -> None:
    place = await booked(world)
    await world.store.places.change(
        {"_id": place.id}, {"$set": {"freeze": Freeze(reason="授权已结束", since=world.clock.now()).model_dump()}}
    )
    frozen = await world.get(place.id)
    for act in (move(world, frozen, WEDNESDAY_NINE), cancel(world, frozen)):
        with pytest.raises(WrongState) as told:
            await act
        assert "等本人决定" in told.value.detail
    assert (await world.booking.caller_views([frozen], world.clock.now()))[0].actions == []


async def test_a_caller_says_yes_to_a_proposed_time(world: World) -> None:
    place = await booked(world)
    offer = ProposeBody(version=place.version, start=WEDNESDAY_NINE, reason="当天停电")
    proposed = await world.booking.desk.propose(world.staff(), place.id, offer)
    view = (await world.booking.caller_views([proposed], world.clock.now()))[0]
    assert view.actions == ["accept-proposal", "reschedule", "cancel"]
    accepted = await world.booking.for_callers.accept_proposal(agent(world), place.id, seen(proposed))
    assert (accepted.start, accepted.state) == (WEDNESDAY_NINE, PlaceState.CONFIRMED)
    with pytest.raises(WrongState):
        await world.booking.for_callers.accept_proposal(agent(world), accepted.id, seen(accepted))


async def test_staff_of_a_hall_change_what_is_theirs_only(world: World) -> None:
    place = await booked(world)
    here, elsewhere = world.staff(), world.staff(hall_id="other")
    assert await found(world, NUMBER, by=here) == [place.id]
    assert await found(world, NUMBER, by=elsewhere) == []
    for by in (elsewhere, world.staff(Role.SUPERVISOR, hall_id=None)):
        with pytest.raises(Forbidden):
            await cancel(world, place, by)
        with pytest.raises(Forbidden):
            await move(world, place, WEDNESDAY_NINE, by)
    with pytest.raises(Forbidden):
        await found(world, NUMBER, by=world.staff(Role.SUPERVISOR, hall_id=None))
    away = RescheduleBody(version=place.version, start=WEDNESDAY_NINE, hall="other")
    with pytest.raises(Forbidden):
        await world.booking.for_callers.reschedule(here, place.id, away)
    with pytest.raises(NotFound):
        await world.booking.for_callers.cancel(agent(world), "nobodys", ReasonBody(version=0, reason="不来了"))
    assert (await cancel(world, place, here)).state is PlaceState.CANCELLED


async def test_of_two_at_once_one_changes_it_and_a_repeat_is_the_same_act(world: World) -> None:
    place = await booked(world)
    both = await asyncio.gather(cancel(world, place), move(world, place, WEDNESDAY_NINE), return_exceptions=True)
    assert sum(isinstance(each, Place) for each in both) == 1
    assert all(isinstance(each, (Place, StaleVersion, WrongState)) for each in both)
    again = await booked(world, "李强", None)
    one, two = [await move(world, again, WEDNESDAY_NINE, agent(world, "key-1")) for _ in range(2)]
    assert one.id == two.id


async def test_what_is_told_on_the_telephone_names_nobody_in_full(world: World) -> None:
    [view] = await world.booking.caller_views([await booked(world, "欧阳小芳")], world.clock.now())
    assert (view.name, view.when, view.item_names) == ("欧**芳", "11月24日 周二 上午9:00–9:30", ["社会保障卡申领"])
    assert (view.bring, view.actions, view.why_not) == (["本人有效身份证件"], ["reschedule", "cancel"], "")

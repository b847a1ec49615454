"""What happens to appointments when a person dies or a grant ends (invariant 5)."""

import pytest

from backend.clock import SHANGHAI
from backend.errors import WrongState
from backend.outbox import OutboxRow
from models.booking import Place, PlaceState
from tests.booking_world import TUESDAY_NINE, TUESDAY_TEN, World, seen


def row(world: World, action: str, subject: str, person: str | None = None, *, by: str = "system", **detail: str) -> OutboxRow:
    at = world.clock.now().astimezone(SHANGHAI)
    return OutboxRow(id="evt_1", at=at, action=action, subject=subject, person=person, actor={"kind": by}, detail=detail, notices=[])


async def test_a_death_ends_the_appointments_and_writes_to_nobody(world: World) -> None:
    place = await world.claim("father")
    other = await world.claim("anna", TUESDAY_TEN)
    died = row(world, "person.deceased", "citizens/citizen_father", "citizen_father")
    for _ in range(2):
        await world.booking.consequences.on_person_deceased(died)
    assert (await world.get(place.id)).state is PlaceState.CANCELLED
    assert (await world.get(other.id)).live
    assert await world.told("father") == ["appointment_booked"]
    assert await world.store.places.count({"slot": place.slot, "seat": place.seat}) == 2


async def test_the_end_of_a_grant_freezes_what_the_agent_booked(world: World) -> None:
    by_agent = await world.claim(world.for_parent("daughter", "father"))
    own = await world.claim("father", TUESDAY_TEN, "retiree-proof")
    ended = row(world, "grant.revoked", "grants/grant_1", "citizen_father")
    for _ in range(2):
        await world.booking.consequences.on_grant_ended(ended)
    frozen = await world.get(by_agent.id)
    assert frozen.freeze is not None
    assert frozen.live
    assert (await world.get(own.id)).freeze is None
    assert (await world.told("father")).count("appointment_frozen") == 1
    assert (await world.told("daughter")).count("appointment_frozen_agent") == 1


async def test_the_principal_takes_a_frozen_appointment_over_or_cancels_it(world: World) -> None:
    place = await world.claim(world.for_parent("daughter", "father"))
    await world.booking.consequences.on_grant_ended(row(world, "grant.revoked", "grants/grant_1"))
    frozen = await world.get(place.id)
    with pytest.raises(WrongState):  # another agent cannot
        await world.booking.changes.take_over(world.for_parent("son", "father", grant="grant_2"), place.id, seen(frozen))
    taken = await world.booking.changes.take_over(world.act("father"), place.id, seen(frozen))
    assert (taken.freeze, taken.grant, taken.start) == (None, None, TUESDAY_NINE)
    assert (await world.cancel(taken, "father")).state is PlaceState.CANCELLED


async def test_a_former_agent_hears_no_more_of_a_frozen_appointment(world: World) -> None:
    place = await world.claim(world.for_parent("daughter", "father"))
    await world.booking.consequences.on_grant_ended(row(world, "grant.revoked", "grants/grant_1"))
    before = len(await world.told("daughter"))
    await world.cancel(await world.get(place.id), "father")
    assert len(await world.told("daughter")) == before


async def booked_for_a_case(world: World) -> Place:
    world.cases.add(("citizen_father", "case_1", "ssc-apply"))
    return await world.claim("father", case="case_1")


@pytest.mark.parametrize("action", ["case.received", "case.originals_checked"])
async def test_what_is_taken_in_at_a_counter_keeps_the_appointment_for_it(world: World, action: str) -> None:
    place = await booked_for_a_case(world)
    other = await world.claim("anna", TUESDAY_TEN)
    came = row(world, action, "cases/case_1", by="staff", to="received")
    for _ in range(2):
        await world.booking.consequences.on_case_moved(came)
    kept = await world.get(place.id)
    assert (kept.state, kept.done_at) == (PlaceState.DONE, world.clock.now())
    assert await world.told("father") == ["appointment_booked", "appointment_kept"]
    assert await world.store.places.count({"slot": place.slot, "seat": place.seat}) == 2, "somebody else may have the seat"
    assert (await world.get(other.id)).live
    world.at(TUESDAY_TEN)
    with pytest.raises(WrongState):
        await world.booking.counter.missed(world.staff(), place.id, seen(kept))


async def test_the_end_of_a_case_cancels_its_appointment_without_a_miss(world: World) -> None:
    place = await booked_for_a_case(world)
    closed = row(world, "case.closed", "cases/case_1", to="closed")
    for _ in range(2):
        await world.booking.consequences.on_case_moved(closed)
    over = await world.get(place.id)
    assert (over.state, over.reason, over.no_show) == (PlaceState.CANCELLED, "办件已经结束，不用再来", False)
    assert await world.told("father") == ["appointment_booked", "appointment_needless"]


@pytest.mark.parametrize(
    ("action", "by", "to"),
    [
        ("case.received", "citizen", "received"),  # filed from the phone: they are still to come
        ("case.aborted", "system", "granted"),  # the rest of a bundle
        ("case.ended_by_death", "system", "aborted"),
    ],
)
async def test_while_they_are_still_to_come_the_appointment_stands(world: World, action: str, by: str, to: str) -> None:
    place = await booked_for_a_case(world)
    await world.booking.consequences.on_case_moved(row(world, action, "cases/case_1", by=by, to=to))
    assert (await world.get(place.id)).live
    assert await world.told("father") == ["appointment_booked"]


async def test_who_is_in_the_hall_is_left_to_the_desk(world: World) -> None:
    place = await booked_for_a_case(world)
    world.at(TUESDAY_NINE)
    place = await world.booking.counter.check_in(world.staff(), place.id, seen(await world.get(place.id)))
    await world.booking.consequences.on_case_moved(row(world, "case.received", "cases/case_1", by="staff", to="received"))
    assert (await world.get(place.id)).state is PlaceState.CHECKED_IN

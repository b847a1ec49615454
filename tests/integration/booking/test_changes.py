"""Cancelling, moving, proposals: a seat is given back once, an old place is never lost (invariant 4)."""

import asyncio
from datetime import timedelta

import pytest

from backend.clock import SetClock
from backend.errors import AlreadyBooked, Conflict, Forbidden, Invalid, NotFound, SlotFull, StaleVersion, WrongState
from backend.store import Collection, Store
from models.appointments import CancelBody, ReasonBody, RescheduleBody
from models.booking import Place, PlaceState
from models.counter import ProposeBody
from tests.booking_world import TUESDAY_NINE, TUESDAY_TEN, WEDNESDAY_NINE, World, seen


async def seats(world: World, start: object) -> list[tuple[int, int, str]]:
    """(seat, generation, state) of every life of the seats of a slot."""
    rows = await world.store.places.find({"start": start}, sort=[("seat", 1), ("generation", 1)])
    return [(row["seat"], row["generation"], row["state"]) for row in rows]


async def test_a_cancelled_place_is_born_again_after_the_embargo(world: World, clock: SetClock) -> None:
    place = await world.claim("anna")
    await world.claim("berta")
    cancelled = await world.cancel(place, "anna")
    assert (cancelled.state, cancelled.live) == (PlaceState.CANCELLED, False)
    with pytest.raises(SlotFull):
        await world.claim("clara")
    clock.forward(minutes=10)
    world.booking.slots.forget()
    assert (await world.claim("clara")).generation == 1
    assert await seats(world, TUESDAY_NINE) == [(0, 0, "cancelled"), (0, 1, "confirmed"), (1, 0, "confirmed")]
    assert await world.told("anna") == ["appointment_booked", "appointment_cancelled"]


async def test_after_cancelling_the_need_is_free_again(world: World) -> None:
    await world.cancel(await world.claim("anna"), "anna")
    assert (await world.claim("anna", TUESDAY_TEN)).live


async def test_cancelling_twice_at_once_gives_the_seat_back_once(world: World) -> None:
    place = await world.claim("anna")
    results = await asyncio.gather(*(world.cancel(place, "anna") for _ in range(8)), return_exceptions=True)
    assert sum(isinstance(result, Place) for result in results) == 1
    assert all(isinstance(result, (Place, StaleVersion, WrongState)) for result in results)
    assert await seats(world, TUESDAY_NINE) == [(0, 0, "cancelled"), (0, 1, "free"), (1, 0, "free")]


async def test_cancelling_with_the_same_key_again_is_answered_alike(world: World) -> None:
    place = await world.claim("anna")
    body = CancelBody(version=place.version)
    one = await world.booking.changes.cancel(world.act("anna", "key-2"), place.id, body)
    two = await world.booking.changes.cancel(world.act("anna", "key-2"), place.id, body)
    assert one.version == two.version


async def test_two_hours_before_it_is_too_late_to_cancel(world: World, clock: SetClock) -> None:
    place = await world.claim("anna")
    world.at(TUESDAY_NINE - timedelta(hours=2, minutes=-1))
    with pytest.raises(WrongState) as told:
        await world.cancel(place, "anna")
    assert "11月24日 周二 上午7:00" in told.value.detail
    world.at(TUESDAY_NINE - timedelta(hours=2))
    assert (await world.cancel(place, "anna")).state is PlaceState.CANCELLED


async def test_somebody_elses_appointment_does_not_exist(world: World) -> None:
    place = await world.claim("anna")
    with pytest.raises(NotFound):
        await world.cancel(place, "berta")
    with pytest.raises(NotFound):
        await world.cancel(place, world.for_parent("berta", "clara"))


async def test_an_agent_cancels_what_the_grant_covers_only(world: World) -> None:
    place = await world.claim("father")
    with pytest.raises(NotFound):
        await world.cancel(place, world.for_parent("daughter", "father", items=("longevity",)))
    assert (await world.cancel(place, world.for_parent("daughter", "father"))).state is PlaceState.CANCELLED


async def test_a_swap_frees_the_old_and_claims_the_new(world: World) -> None:
    old = await world.claim("anna")
    new = await world.move(old, "anna", WEDNESDAY_NINE)
    was = await world.get(old.id)
    assert (new.start, new.code, new.moved_from, new.live) == (WEDNESDAY_NINE, old.code, old.id, True)
    assert (was.state, was.live, was.moved_to) == (PlaceState.CANCELLED, False, new.id)
    assert len(await world.live(person="citizen_anna")) == 1
    assert await seats(world, TUESDAY_NINE) == [(0, 0, "cancelled"), (0, 1, "free"), (1, 0, "free")]


async def test_a_repeated_swap_is_answered_with_the_new_appointment(world: World) -> None:
    old = await world.claim("anna")
    body = RescheduleBody(version=old.version, start=WEDNESDAY_NINE)
    one = await world.booking.changes.reschedule(world.act("anna", "key-3"), old.id, body)
    two = await world.booking.changes.reschedule(world.act("anna", "key-3"), old.id, body)
    assert one.id == two.id


async def test_moving_to_a_full_slot_changes_nothing(world: World) -> None:
    for who in ("berta", "clara"):
        await world.claim(who, WEDNESDAY_NINE)
    old = await world.claim("anna")
    with pytest.raises(SlotFull):
        await world.move(old, "anna", WEDNESDAY_NINE)
    now = await world.get(old.id)
    assert (now.state, now.live, now.version) == (old.state, True, old.version)
    assert await seats(world, TUESDAY_NINE) == [(0, 0, "confirmed"), (1, 0, "free")]


@pytest.mark.parametrize("fails_at", [1, 2, 3])
async def test_a_crash_in_the_middle_of_a_swap_changes_nothing(world: World, monkeypatch: pytest.MonkeyPatch, fails_at: int) -> None:
    """Whichever write the crash comes before: the transaction is gone, the old place is as it was."""
    old = await world.claim("anna")
    before = await seats(world, TUESDAY_NINE), await seats(world, WEDNESDAY_NINE)
    real, calls = Collection.change, 0

    class Crash(Exception):
        pass

    async def crashing(self: Collection, *args: object, **kwargs: object) -> object:
        nonlocal calls
        if kwargs.get("session") is not None:
            calls += 1
            if calls == fails_at:
                raise Crash
        return await real(self, *args, **kwargs)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(Collection, "change", crashing)
        with pytest.raises(Crash):
            await world.move(old, "anna", WEDNESDAY_NINE)
    assert (await seats(world, TUESDAY_NINE), await seats(world, WEDNESDAY_NINE)) == before
    assert (await world.move(old, "anna", WEDNESDAY_NINE)).start == WEDNESDAY_NINE


async def test_moves_and_claims_at_once_never_oversell_nor_lose_anybody(world: World) -> None:
    """Four people move into a slot of two places while four others claim it."""
    movers = [await world.claim(f"m{number}", TUESDAY_NINE + timedelta(minutes=30 * number)) for number in range(4)]
    target = WEDNESDAY_NINE
    moves = [world.move(place, f"m{number}", target) for number, place in enumerate(movers)]
    claims = [world.claim(f"c{number}", target) for number in range(4)]
    results = await asyncio.gather(*moves, *claims, return_exceptions=True)
    assert sum(isinstance(result, Place) for result in results) == 2
    assert all(isinstance(result, (Place, SlotFull)) for result in results)
    assert len(await world.live(start=target)) == 2
    for number in range(4):
        assert len(await world.live(person=f"citizen_m{number}")) == 1


async def test_moving_to_the_same_time_is_refused(world: World) -> None:
    old = await world.claim("anna")
    with pytest.raises(Invalid):
        await world.move(old, "anna", TUESDAY_NINE)


async def test_a_stale_page_is_told(world: World) -> None:
    old = await world.claim("anna", item="longevity")
    await world.booking.desk.confirm(world.staff(), old.id, seen(old))
    with pytest.raises(StaleVersion):
        await world.cancel(old, "anna")


async def proposed(world: World) -> Place:
    """A pending appointment to which staff proposed Wednesday at nine."""
    place = await world.claim("anna", item="longevity")
    body = ProposeBody(version=place.version, start=WEDNESDAY_NINE, reason="上午系统维护")
    return await world.booking.desk.propose(world.staff(), place.id, body)


async def test_a_proposed_place_is_held_and_accepting_swaps(world: World) -> None:
    place = await proposed(world)
    assert place.proposal is not None
    assert await world.free(WEDNESDAY_NINE) == 1
    new = await world.booking.changes.accept_proposal(world.act("anna"), place.id, seen(place))
    assert (new.id, new.state, new.start) == (place.proposal.place, PlaceState.CONFIRMED, WEDNESDAY_NINE)
    assert new.held_for is None or not new.live
    assert len(await world.live()) == 1
    assert await world.told("anna") == ["appointment_requested", "appointment_proposed", "appointment_rescheduled"]


async def test_declining_a_proposal_keeps_the_appointment_and_frees_the_place(world: World) -> None:
    place = await proposed(world)
    kept = await world.booking.changes.decline_proposal(world.act("anna"), place.id, seen(place))
    assert (kept.state, kept.proposal, kept.start) == (PlaceState.PENDING, None, TUESDAY_NINE)
    assert await world.free(WEDNESDAY_NINE) == 2


async def test_cancelling_lets_the_proposed_place_go(world: World) -> None:
    place = await proposed(world)
    await world.cancel(place, "anna")
    assert await world.free(WEDNESDAY_NINE) == 2


async def test_a_second_proposal_replaces_the_first(world: World) -> None:
    place = await proposed(world)
    body = ProposeBody(version=place.version, start=TUESDAY_TEN, reason="周三也不行")
    again = await world.booking.desk.propose(world.staff(), place.id, body)
    assert again.proposal is not None
    assert again.proposal.start == TUESDAY_TEN
    assert await world.free(WEDNESDAY_NINE) == 2


async def test_a_proposal_runs_out(world: World, clock: SetClock) -> None:
    place = await proposed(world)
    world.at(TUESDAY_NINE - timedelta(minutes=30))
    clock.at = place.proposal.until if place.proposal else clock.at
    with pytest.raises((WrongState, StaleVersion)):
        await world.booking.changes.accept_proposal(world.act("anna"), place.id, seen(place))
    await world.booking.tick()
    await world.booking.tick()
    assert await world.free(WEDNESDAY_NINE) == 2
    assert (await world.get(place.id)).proposal is None


async def test_declining_needs_a_reason_the_citizen_reads(world: World) -> None:
    place = await world.claim("anna", item="longevity")
    body = ReasonBody(version=place.version, reason="这天窗口停电")
    declined = await world.booking.desk.decline(world.staff(), place.id, body)
    assert (declined.state, declined.live, declined.reason) == (PlaceState.DECLINED, False, "这天窗口停电")
    [row] = await world.rows("appointment.declined")
    assert row.notices[0].data["reason"] == "这天窗口停电"
    assert (await world.claim("anna", WEDNESDAY_NINE, "longevity")).live


async def test_two_clerks_who_confirm_and_decline_at_once_one_wins(world: World) -> None:
    place = await world.claim("anna", item="longevity")
    confirm = world.booking.desk.confirm(world.staff(), place.id, seen(place))
    decline = world.booking.desk.decline(world.staff(), place.id, ReasonBody(version=place.version, reason="不行"))
    results = await asyncio.gather(confirm, decline, return_exceptions=True)
    assert sum(isinstance(result, Place) for result in results) == 1
    assert sum(isinstance(result, Conflict) for result in results) == 1


async def test_staff_of_another_hall_may_not(world: World) -> None:
    place = await world.claim("anna", item="longevity")
    with pytest.raises(Forbidden):
        await world.booking.desk.confirm(world.staff(hall_id="luoxi"), place.id, seen(place))


async def test_a_move_within_the_claimed_need_is_not_a_second_booking(store: Store, clock: SetClock, world: World) -> None:
    old = await world.claim("anna")
    with pytest.raises(AlreadyBooked):
        await world.claim("anna", TUESDAY_TEN)
    assert (await world.move(old, "anna", TUESDAY_TEN)).start == TUESDAY_TEN

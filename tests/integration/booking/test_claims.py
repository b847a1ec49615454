"""Claiming: never more than there are, once is once, one need in the whole city (invariant 1)."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest

from backend.booking.slots import Target
from backend.clock import SetClock
from backend.errors import AlreadyBooked, Conflict, Forbidden, IdempotencyKeyReused, Invalid, NotFound, Problem, SlotFull, WrongState
from backend.store import Store
from models.acts import Power
from models.appointments import ClaimBody
from models.booking import Place, PlaceState
from tests.booking_world import TUESDAY_NINE, TUESDAY_TEN, WEDNESDAY_NINE, World, center, counter, hall


async def outcomes(claims: list[asyncio.Task[Place]]) -> Counter[str]:
    """How many of the claims got a place, and what the others were told."""
    results = await asyncio.gather(*claims, return_exceptions=True)
    told: Counter[str] = Counter()
    for result in results:
        if isinstance(result, Place):
            told["booked"] += 1
        elif isinstance(result, Problem):
            told[result.type] += 1
        else:
            raise result
    return told


async def test_a_claim_is_an_appointment_with_a_code_and_a_notice(world: World) -> None:
    place = await world.claim("anna")
    assert (place.state, place.live, place.person, place.start) == (PlaceState.CONFIRMED, True, "citizen_anna", TUESDAY_NINE)
    assert place.code is not None
    assert place.needs == ["citizen_anna|ssc-apply|"]
    assert await world.told("anna") == ["appointment_booked"]
    assert await world.free(TUESDAY_NINE) == 1


async def test_an_item_that_staff_confirm_is_pending(world: World) -> None:
    place = await world.claim("anna", item="longevity")
    assert place.state is PlaceState.PENDING
    assert await world.told("anna") == ["appointment_requested"]


async def test_200_claims_at_once_on_20_places_sell_exactly_20(store: Store, clock: SetClock) -> None:
    world = World(store, clock)
    await world.booking.seed([center(seats=20)])
    told = await outcomes([asyncio.create_task(world.claim(f"p{number}")) for number in range(200)])
    assert told == {"booked": 20, "slot_full": 180}
    sold = await world.live(start=TUESDAY_NINE)
    assert len({place.seat for place in sold}) == len(sold) == 20


async def test_without_the_guard_the_same_run_oversells(store: Store, clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: a claim that does not ask for a free place."""
    monkeypatch.setattr(Target, "free", property(lambda target: {"slot": target.slots[0]}))
    world = World(store, clock)
    await world.booking.seed([center(seats=20)])
    told = await outcomes([asyncio.create_task(world.claim(f"p{number}")) for number in range(200)])
    assert told["booked"] > 20


async def test_a_double_tap_with_one_key_is_one_appointment(world: World) -> None:
    body = ClaimBody(items=["ssc-apply"], hall="center", start=TUESDAY_NINE)
    taps = [world.booking.claims.claim(world.act("anna", "key-1", digest="d"), body) for _ in range(10)]
    places = await asyncio.gather(*taps)
    assert len({place.id for place in places}) == 1
    assert len(await world.live()) == 1


async def test_a_key_with_another_body_is_refused(world: World) -> None:
    body = ClaimBody(items=["ssc-apply"], hall="center", start=TUESDAY_NINE)
    await world.booking.claims.claim(world.act("anna", "key-1", digest="one"), body)
    with pytest.raises(IdempotencyKeyReused):
        await world.booking.claims.claim(world.act("anna", "key-1", digest="two"), body)


async def test_one_need_is_live_once_in_the_whole_city(store: Store, clock: SetClock) -> None:
    world = World(store, clock)
    await world.booking.seed([center(), hall("luoxi", (counter("l1", ("ssc-apply",), 5),))])
    first = await world.claim("anna")
    with pytest.raises(AlreadyBooked) as told:
        await world.claim("anna", WEDNESDAY_NINE, hall_id="luoxi")
    assert told.value.extra["appointment"] == first.id
    assert "11月24日 周二 上午9:00–9:30" in told.value.detail


async def test_of_many_claims_for_one_need_at_once_one_wins(store: Store, clock: SetClock) -> None:
    world = World(store, clock)
    await world.booking.seed([center(seats=20)])
    starts = [TUESDAY_NINE + timedelta(minutes=30 * number) for number in range(6)] * 5
    told = await outcomes([asyncio.create_task(world.claim("anna", start)) for start in starts])
    assert told == {"booked": 1, "already_booked": 29}


async def test_without_the_index_of_needs_one_person_books_twice(store: Store, clock: SetClock) -> None:
    """The negative control: it is the unique index that keeps one need to one appointment."""
    world = World(store, clock)
    await world.booking.seed([center()])
    await store.places.driver.drop_index("needs_1")
    try:
        await world.claim("anna", TUESDAY_NINE)
        await world.claim("anna", TUESDAY_TEN)
        assert len(await world.live(person="citizen_anna")) == 2
    finally:
        await store.places.delete({})
        await store.places.driver.create_index("needs", name="needs_1", unique=True, partialFilterExpression={"live": True})


async def test_another_item_or_another_case_is_another_need(world: World) -> None:
    world.cases.add(("citizen_anna", "case_1", "ssc-apply"))
    await world.claim("anna")
    await world.claim("anna", TUESDAY_TEN, "retiree-proof")
    await world.claim("anna", WEDNESDAY_NINE, case="case_1")
    assert len(await world.live(person="citizen_anna")) == 3


async def test_one_visit_serves_several_items_and_holds_a_need_for_each(world: World) -> None:
    body = ClaimBody(items=["ssc-apply", "retiree-proof"], hall="center", start=TUESDAY_NINE, people=["王芳"])
    place = await world.booking.claims.claim(world.act("anna"), body)
    assert place.needs == ["citizen_anna|ssc-apply|", "citizen_anna|retiree-proof|"]
    assert place.people == ["王芳"]
    with pytest.raises(AlreadyBooked):
        await world.claim("anna", TUESDAY_TEN, "retiree-proof")


async def test_somebody_elses_case_cannot_be_booked_for(world: World) -> None:
    world.cases.add(("citizen_berta", "case_1", "ssc-apply"))
    with pytest.raises(NotFound):
        await world.claim("anna", case="case_1")


@pytest.mark.parametrize(
    ("item", "hall_id", "start", "problem"),
    [
        ("tax-proof", "center", TUESDAY_NINE, Invalid),  # cannot be booked
        ("idcard-lost", "center", TUESDAY_NINE, Invalid),  # not served there
        ("ssc-apply", "nowhere", TUESDAY_NINE, NotFound),
        ("ssc-apply", "center", TUESDAY_NINE - timedelta(days=1), WrongState),  # begun
        ("ssc-apply", "center", TUESDAY_NINE + timedelta(hours=9), NotFound),  # closed then
        ("ssc-apply", "center", TUESDAY_NINE + timedelta(seconds=1), Invalid),
        ("ssc-apply", "center", TUESDAY_NINE + timedelta(days=40), NotFound),  # too far ahead
    ],
)
async def test_what_cannot_be_booked_says_why(world: World, item: str, hall_id: str, start: object, problem: type[Problem]) -> None:
    assert isinstance(start, type(TUESDAY_NINE))
    with pytest.raises(problem):
        await world.claim("anna", start, item, hall_id=hall_id)


async def test_the_same_item_twice_is_pointed_at(world: World) -> None:
    with pytest.raises(Invalid) as told:
        await world.booking.claims.claim(world.act("anna"), ClaimBody(items=["ssc-apply"] * 2, hall="center", start=TUESDAY_NINE))
    assert [error.pointer for error in told.value.errors] == ["/items/1"]


async def test_a_place_cannot_be_had_before_it_is_released(world: World, clock: SetClock) -> None:
    far = TUESDAY_NINE + timedelta(days=14)  # made a day before its release
    with pytest.raises(SlotFull):
        await world.claim("anna", far)
    clock.forward(days=1)
    world.booking.slots.forget()
    assert (await world.claim("anna", far)).start == far


async def test_kept_places_are_never_sold_online_but_given_to_callers(store: Store, clock: SetClock) -> None:
    world = World(store, clock)
    await world.booking.seed([center(seats=4, offline_share=0.5)])
    assert await world.free(TUESDAY_NINE) == 2
    await world.claim("anna")
    await world.claim("berta")
    with pytest.raises(SlotFull):
        await world.claim("clara")
    callers = [await world.call_in(name, phone) for name, phone in (("李强", "13800000000"), ("赵敏", "13800000001"))]
    assert [place.online for place in callers] == [False, False]
    with pytest.raises(SlotFull):
        await world.call_in("one too many", "13800000009")


async def test_an_agent_books_for_the_principal_under_the_grant(world: World) -> None:
    place = await world.claim(world.for_parent("daughter", "father", items=("ssc-apply",)))
    assert (place.person, place.name) == ("citizen_father", "father")
    assert place.grant is not None
    assert place.grant.agent_name == "daughter"
    assert len(world.grants.uses) == 1
    assert await world.told("father") == await world.told("daughter") == ["appointment_booked"]


async def test_an_agent_cannot_book_what_the_grant_does_not_cover(world: World) -> None:
    with pytest.raises(Forbidden):
        await world.claim(world.for_parent("daughter", "father", items=("longevity",)))


async def test_an_agent_who_may_not_submit_may_not_book(world: World) -> None:
    with pytest.raises(Forbidden):
        await world.claim(world.for_parent("daughter", "father", powers=(Power.SEE,)))


async def test_a_full_slot_uses_up_nothing_of_the_grant(world: World) -> None:
    await world.claim("anna")
    await world.claim("berta")
    with pytest.raises(SlotFull):
        await world.claim(world.for_parent("daughter", "father"))
    assert world.grants.uses == []


async def test_an_ended_grant_books_nothing(world: World) -> None:
    world.grants.ended.add("grant_1")
    with pytest.raises(Conflict):
        await world.claim(world.for_parent("daughter", "father"))
    assert await world.live() == []


async def test_two_counters_of_a_hall_share_a_start(store: Store, clock: SetClock) -> None:
    world = World(store, clock)
    await world.booking.seed([hall("center", (counter("c1", ("ssc-apply",), 1), counter("c2", ("ssc-apply", "longevity"), 1)))])
    assert await world.free(TUESDAY_NINE) == 2
    places = [await world.claim("anna"), await world.claim("berta")]
    assert {place.counter for place in places} == {"c1", "c2"}
    with pytest.raises(SlotFull):
        await world.claim("clara")

"""Booking over HTTP against the raw driver's `find_one_and_update`, and a hot slot everybody wants."""

import asyncio
import itertools
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta

from pymongo import ReturnDocument
from pymongo.asynchronous.collection import AsyncCollection

from backend import ids
from backend.audit import event_of
from backend.booking.calendar import place_id
from backend.booking.core import Visit, Wish, claimed, fields_of
from backend.booking.halls import BookableItem, load_rules
from backend.clock import wall_time
from backend.store import Document, Store
from backend.store.indexes import IS_UNRELAYED
from bench.figures import Figure, ratio
from bench.load import Load, drive, request
from bench.people import Visitor, matched
from bench.raw import collection_like
from bench.servers import Product
from models.acts import Act, CitizenActor
from models.base import NoticeOrder
from models.booking import Place
from models.settings import Settings

IN_FLIGHT = 64
SLOTS = 20
SEATS = 100  # of each slot and round
ROUNDS = 5
ATTEMPTS = 2000  # on the hot slot
_HALL, _ITEM = "qingshi", "ssc-apply"  # one counter serves it there, so that a start is one slot
_FIRST_SEAT = 1000  # above those of the demo hall's own schedule
_BOOKED = {201}
_BOOKED_OR_FULL = {201, 409}


async def measure(product: Product, store: Store) -> list[Figure]:
    """Requests/s ÷ raw claims/s with the relay running, then 2,000 attempts on 100 places."""
    slots = await _future_slots(store)
    async with collection_like("places", product.settings, IN_FLIGHT) as raw:
        claims, bare = await _in_turns(product, store, raw, slots[:SLOTS])
    figures = ratio("booking, 64 in flight", [load.rate for load in claims], bare, least=0.4)
    figures.append(Figure("booking: p99", max(load.p99() for load in claims), "ms"))
    figures.append(await _relay_kept_up(store))
    return figures + await _hot_slot(product, store, slots[SLOTS])


async def settle(store: Store) -> float:
    """Waits until the relay has copied every act and the outbox is empty; seconds it took. The next measurement finds a quiet server."""
    started = time.monotonic()
    async with asyncio.timeout(60):
        while any([await each.count(IS_UNRELAYED) for each in (store.places, store.cases)]) or await store.outbox.count(
            {"state": "pending"}
        ):
            await asyncio.sleep(0.1)
    return time.monotonic() - started


async def _in_turns(
    product: Product, store: Store, raw: AsyncCollection[Document], slots: Sequence[Place]
) -> tuple[list[Load], list[float]]:
    loads: list[Load] = []
    rates: list[float] = []
    for turn in range(ROUNDS + 1):  # the first warms both up
        await _add_seats(store, slots, turn)
        await raw.insert_many([place.to_document() for slot in slots for place in _seats(slot, turn)])
        visitors = await matched(store, SLOTS * SEATS)
        rate = await _raw_claims(raw, slots, product.settings)
        load = await drive(product.port, _claims(visitors, slots), IN_FLIGHT)
        load.require(_BOOKED)
        await settle(store)
        if turn:
            loads.append(load)
            rates.append(rate)
    return loads, rates


async def _hot_slot(product: Product, store: Store, slot: Place) -> list[Figure]:
    await store.places.delete({"slot": slot.slot})
    await _add_seats(store, [slot], 0)
    visitors = await matched(store, ATTEMPTS)
    load = await drive(product.port, _claims(visitors, [slot]), IN_FLIGHT)
    load.require(_BOOKED_OR_FULL)
    sold = await store.places.count({"slot": slot.slot, "live": True})
    await settle(store)
    return [
        Figure("hot slot: sold", sold, least=SEATS, most=SEATS),
        Figure("hot slot: told so", load.statuses[201], least=SEATS, most=SEATS),
        Figure("hot slot: p99, 64 in flight", load.p99(), "ms", most=150),
    ]


async def _relay_kept_up(store: Store) -> Figure:
    """Claims that reached the audit log, of those made: the relay ran, and lost none."""
    made = await store.places.count({"live": True, "hall": _HALL})
    relayed = await store.audit.count({"action": "appointment.claimed"})
    return Figure("booking: claims relayed", relayed / made, "of 1", least=1, most=1)


async def _future_slots(store: Store) -> list[Place]:
    """A place of each of the next slots that are open, from tomorrow on."""
    now = wall_time()
    where = {"hall": _HALL, "state": "free", "online": True, "released_at": {"$lte": now}, "start": {"$gt": now + timedelta(days=1)}}
    places = [Place.of(row) for row in await store.places.find(where, sort=[("start", 1)])]
    slots = list({place.slot: place for place in places}.values())[: SLOTS + 1]
    if len(slots) <= SLOTS:
        raise RuntimeError(f"only {len(slots)} open slots")
    return slots


async def _add_seats(store: Store, slots: Sequence[Place], turn: int) -> None:
    await store.places.insert_missing(place for slot in slots for place in _seats(slot, turn))


def _seats(slot: Place, turn: int) -> Iterator[Place]:
    """`SEATS` more free places of a slot; those of each turn have numbers of their own."""
    for seat in range(_FIRST_SEAT + turn * SEATS, _FIRST_SEAT + (turn + 1) * SEATS):
        yield slot.model_copy(update={"id": place_id(slot.slot, seat), "seat": seat})


def _claims(visitors: Sequence[Visitor], slots: Sequence[Place]) -> list[bytes]:
    bodies = [{"items": [_ITEM], "hall": _HALL, "start": slot.start.isoformat()} for slot in slots]
    return [
        request("POST", "/api/v1/appointments", token=visitor.token, key=ids.token(), body=body)
        for visitor, body in zip(visitors, itertools.cycle(bodies))
    ]


async def _raw_claims(raw: AsyncCollection[Document], slots: Sequence[Place], settings: Settings) -> float:
    """Claims a second: the same filter and the same update as the product's, made ahead, and nothing else."""
    writes = iter([_write(slots[number % SLOTS], settings) for number in range(SLOTS * SEATS)])

    async def claim_all() -> None:
        for where, update in writes:
            document = await raw.find_one_and_update(where, update, return_document=ReturnDocument.AFTER)
            assert document is not None

    started = time.perf_counter()
    await asyncio.gather(*(claim_all() for _ in range(IN_FLIGHT)))
    return SLOTS * SEATS / (time.perf_counter() - started)


def _write(slot: Place, settings: Settings) -> tuple[Document, Document]:
    now, rules = wall_time(), load_rules(settings.catalogue_dir / "booking.yaml")
    person, key = ids.new_id("citizen"), ids.token()
    item = BookableItem(_ITEM, "社会保障卡申领")
    place = claimed(Wish(person, "压测市民", [item], channel="mini_program"), _visit(slot), now, rules)
    act = Act(actor=CitizenActor(id=person, name="压测市民", level=1), at=now, channel="mini_program", key=key, digest=key)
    notice = NoticeOrder(
        to=person, template="appointment_booked", data={"item": item.name, "hall": slot.hall_name, "code": place.code or ""}
    )
    event = event_of(act, "appointment.claimed", notices=[notice])
    where = {"slot": slot.slot, "state": "free", "online": True, "released_at": {"$lte": now}, "keys": {"$ne": key}}
    pushed = {"events": event.model_dump(), "unrelayed": event.id, "keys": key}
    return where, {"$set": fields_of(place), "$inc": {"version": 1}, "$push": pushed}


def _visit(slot: Place) -> Visit:
    return Visit(slot.hall_name, slot.counter_name, slot.start, slot.end)

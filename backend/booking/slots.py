"""Which slots there are and how many places are free. Free counts are at most a second old."""

import asyncio
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from backend.booking.calendar import slot_id
from backend.booking.core import Places, Visit
from backend.booking.halls import BookableItem, bookable, counters_for
from backend.booking.recent import Recent
from backend.clock import SHANGHAI
from backend.errors import Invalid, WrongState
from models.appointments import SlotsView, SlotView
from models.booking import Counter, Hall, PlaceState

_NOT_SHOWN = [PlaceState.WITHDRAWN.value, PlaceState.CANCELLED.value, PlaceState.DECLINED.value]
_APART = "这几个事项不能在同一个窗口一次办完，请分开预约。"
_FULL_SECONDS = 1.0  # how long a slot found full is answered without asking again


@dataclass(frozen=True)
class Target:
    """Where and when somebody wants to be seen: slots of one start, at one or more counters."""

    hall: Hall
    start: datetime
    counters: tuple[Counter, ...]

    @property
    def slots(self) -> list[str]:
        """Their names."""
        return [slot_id(self.hall.hall, counter.id, self.start) for counter in self.counters]

    @property
    def visit(self) -> Visit:
        """What a visitor is told before it is known which counter it will be."""
        minutes = min(counter.slot_minutes for counter in self.counters)
        name = self.counters[0].name if len(self.counters) == 1 else ""
        return Visit(self.hall.name, name, self.start, self.start + timedelta(minutes=minutes))

    @property
    def free(self) -> dict[str, Any]:
        """The filter of their free places."""
        slots = self.slots
        return {"slot": {"$in": slots} if len(slots) > 1 else slots[0], "state": PlaceState.FREE.value}


class Slots:
    """Lists slots as JSON made ahead, and remembers for a moment which are full."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._listings: Recent[tuple[str, tuple[str, ...], date, date, bool], bytes] = Recent(places.rules.cache_seconds)
        self._full: dict[str, float] = {}  # slot → until when, by the process's own clock
        self._looking: dict[tuple[str, ...], asyncio.Task[bool]] = {}

    async def listing(self, hall_id: str, codes: tuple[str, ...], first: date, last: date, *, offline: bool = False) -> bytes:
        """The `SlotsView` of a hall and items from `first` to `last`, as JSON: slots of counters that serve all of them, not yet begun.

        `offline`: also the places kept from going online, for whoever books for a caller. Raises `Invalid` where several items have no
        counter in common, `NotFound`.
        """
        items = bookable(self._places.items, codes)
        hall = await self._places.halls.get(hall_id, first)
        return await self._listings.get((hall_id, codes, first, last, offline), lambda: self._list(hall, items, first, last, offline))

    async def target(self, hall_id: str, items: Sequence[BookableItem], start: datetime, at: datetime) -> Target:
        """The slots of a hall that begin at `start` and serve all of `items`.

        Raises `NotFound` (hall), `Invalid` (items not served there together), `WrongState` (begun).
        """
        start = start.astimezone(SHANGHAI)
        if start <= at:
            raise WrongState("这个时段已经开始或过去了，请选后面的时段。")
        if start.second or start.microsecond:
            raise Invalid("时段要从列表里选，请返回重新选择。")
        hall = await self._places.halls.get(hall_id, start.date())
        counters = counters_for(hall, items)
        if not counters:
            raise Invalid(_APART if len(items) > 1 else "这个大厅不办理这个事项，请换一个大厅。")
        return Target(hall, start, tuple(counters))

    def are_full(self, slots: Iterable[str]) -> bool:
        """Whether all of `slots` were found full a moment ago and none of their places opens in between."""
        now = time.monotonic()
        return all(self._full.get(slot, 0.0) > now for slot in slots)

    async def remember_full(self, target: Target, at: datetime) -> bool:
        """After a claim found nothing: remembers that, unless a place opens within the moment.

        Returns whether there are such slots at all. Those who find the same slots full at once share one look.
        """
        key = tuple(target.slots)
        if self.are_full(key):
            return True
        looking = self._looking.get(key)
        if looking is None:
            looking = self._looking[key] = asyncio.create_task(self._look(target, at))
            looking.add_done_callback(lambda _: self._looking.pop(key, None))
        return await asyncio.shield(looking)

    def forget(self) -> None:
        """Forgets what may be a moment old, such as after the clock was set."""
        self._listings.forget()
        self._full.clear()

    async def _look(self, target: Target, at: datetime) -> bool:
        soon = {"online": True, "released_at": {"$lte": at + timedelta(seconds=_FULL_SECONDS)}}
        if await self._places.store.places.find_one({**target.free, **soon}, fields=["_id"]) is not None:
            return True
        made = {"hall": target.hall.hall, "start": target.start, "slot": {"$in": target.slots}}
        if await self._places.store.places.find_one(made, fields=["_id"]) is None:
            return False
        now = time.monotonic()
        self._full = {slot: end for slot, end in self._full.items() if end > now}
        self._full.update(dict.fromkeys(target.slots, now + _FULL_SECONDS))
        return True

    async def _list(self, hall: Hall, items: Sequence[BookableItem], first: date, last: date, offline: bool) -> bytes:
        now = self._places.clock.now()
        counters = counters_for(hall, items)
        if not counters and len(items) > 1:
            raise Invalid(_APART)
        rows = await self._places.store.places.aggregate(_free_counts(hall, counters, first, last, now, offline)) if counters else []
        slots = [
            SlotView(start=row["_id"], end=row["end"], free=row["free"], released_at=row["released_at"], extended=row["extended"])
            for row in rows
        ]
        return SlotsView(hall=hall.hall, item=items[0].code, items=slots).model_dump_json().encode()


def _free_counts(hall: Hall, counters: Sequence[Counter], first: date, last: date, now: datetime, offline: bool) -> list[Mapping[str, Any]]:
    """One row a start: places of all counters that serve the item, counted together.

    What is told is when a slot opens for the first time: a seat given back opens later, and when is nobody's business.
    """
    opening = datetime.combine(first, datetime.min.time(), SHANGHAI)
    closing = datetime.combine(last + timedelta(days=1), datetime.min.time(), SHANGHAI)
    where: dict[str, Any] = {
        "hall": hall.hall,
        "start": {"$gte": opening, "$gt": now, "$lt": closing},
        "counter": {"$in": [counter.id for counter in counters]},
        "state": {"$nin": _NOT_SHOWN},
    }
    if not offline:
        where["online"] = True
    is_free = {"$and": [{"$eq": ["$state", PlaceState.FREE.value]}, {"$lte": ["$released_at", now]}]}
    return [
        {"$match": where},
        {
            "$group": {
                "_id": "$start",
                "end": {"$max": "$end"},
                "extended": {"$max": "$extended"},
                "free": {"$sum": {"$cond": [is_free, 1, 0]}},
                "released_at": {"$min": "$opens_at"},
            }
        },
        {"$sort": {"_id": 1}},
    ]

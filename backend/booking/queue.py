"""The line in a hall: who waits for which counter, in which order they are called, and the number they are called by.

Who has booked waits at the counter of their appointment; who just came is called by any counter that serves what they came for;
who was sent on waits at the counter they were sent to. Those put first, with a reason, stand before all others. Where nobody calls at the
counter somebody waits at, any other that serves them does: at once where it was closed, and some minutes after their time where it is empty.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from backend.booking.halls import BookableItem, ItemSource
from backend.clock import SHANGHAI
from backend.store import Store
from models.booking import Counter, Hall, Place, PlaceState

ORDER = [("start", 1), ("_id", 1)]
LANES = ({"urgent": {"$exists": True}}, {"urgent": {"$exists": False}})
"""The filters of those who are called first, and of those after them."""
PATIENCE = timedelta(minutes=10)
"""How long after their time somebody who has booked waits for their own counter alone, and how long a counter calls nobody before it is empty."""


def today_in(hall: str, at: datetime) -> dict[str, Any]:
    """The filter for everything of a hall on the day of `at`."""
    start = datetime.combine(at.astimezone(SHANGHAI).date(), datetime.min.time(), SHANGHAI)
    return {"hall": hall, "start": {"$gte": start, "$lt": start + timedelta(days=1)}}


def waiting_in(hall: str, at: datetime) -> dict[str, Any]:
    """The filter for those who wait to be called anywhere in a hall on the day of `at`; who is parked is called by themselves."""
    return {**today_in(hall, at), "state": PlaceState.CHECKED_IN.value, "parked": False}


@dataclass(frozen=True)
class Unattended:
    """`closed`: counters somebody has closed; `empty`: those that serve nobody and have called nobody for `PATIENCE`."""

    closed: Sequence[Counter] = ()
    empty: Sequence[Counter] = ()


def in_line(
    hall: Hall, counters: Sequence[Counter], served: ItemSource, at: datetime, elsewhere: Unattended = Unattended()
) -> dict[str, Any]:
    """The filter for those of them who wait at any of some counters, or `elsewhere` where nobody calls."""
    where = [clause for counter in counters for clause in (*_waits_at(hall, counter, served), *_left(hall, counter, served, at, elsewhere))]
    return {**waiting_in(hall.hall, at), "$or": where}


def _waits_at(hall: Hall, counter: Counter, served: ItemSource) -> list[dict[str, Any]]:
    booked = {"called_to": None, "slot": {"$ne": ""}, "counter": counter.id}
    return [{"called_to": counter.name}, booked, {"called_to": None, "slot": "", **_for(hall, counter, served)}]


def _left(hall: Hall, counter: Counter, served: ItemSource, at: datetime, elsewhere: Unattended) -> list[dict[str, Any]]:
    """Who waits where nobody calls and is served by `counter`, too."""
    theirs, booked = _for(hall, counter, served), {"called_to": None, "slot": {"$ne": ""}}
    closed, empty = ([each.id for each in counters if each.id != counter.id] for counters in (elsewhere.closed, elsewhere.empty))
    sent_on = [each.name for each in elsewhere.closed if each.id != counter.id]
    found: list[dict[str, Any]] = []
    if closed:
        found += [{**theirs, "called_to": {"$in": sent_on}}, {**theirs, **booked, "counter": {"$in": closed}}]
    if empty:
        found.append({**theirs, **booked, "counter": {"$in": empty}, "start": {"$lte": at - PATIENCE}})
    return found


def _for(hall: Hall, counter: Counter, served: ItemSource) -> dict[str, Any]:
    """The filter for those who came for nothing but what a counter serves."""
    codes = [item.code for item in served_at(hall, counter, served)]
    return {"items": {"$not": {"$elemMatch": {"$nin": codes}}}}


def served_at(hall: Hall, counter: Counter, served: ItemSource) -> list[BookableItem]:
    """The items a counter of a hall serves to whoever comes, in order."""
    found = (served(code) for code in sorted(counter.items))
    return [item for item in found if item is not None and item.is_served_at(hall.hall, counter)]


async def first_of(store: Store, waiting: dict[str, Any]) -> Place | None:
    """Who is called next of those who wait: the urgent before the others."""
    for lane in LANES:
        if found := await store.places.find({**waiting, **lane}, sort=ORDER, limit=1):
            return Place.of(found[0])
    return None


def ahead_of(place: Place) -> dict[str, Any]:
    """The filter for what is called before `place`."""
    earlier = [{"start": {"$lt": place.start}}, {"start": place.start, "_id": {"$lt": place.id}}]
    if place.urgent is not None:
        return {**LANES[0], "$or": earlier}
    return {"$or": [LANES[0], *earlier]}


async def take_number(store: Store, place: Place, at: datetime) -> str:
    """The next number of the hall's day. One that is taken and not used leaves a gap nobody waits for."""
    kind = "B" if place.walk_in else "A"
    count = await store.next_number(f"ticket {place.hall} {at.astimezone(SHANGHAI).date().isoformat()} {kind}")
    return f"{kind}{count:03d}"

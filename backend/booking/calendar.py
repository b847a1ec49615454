"""From weekly schedules and the working calendar to slots and places. Pure: no database, no clock."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from backend.clock import SHANGHAI
from models.booking import BookingRules, Counter, DayKind, Hall, Hours, Place, Window

_BY_WEEKDAY = tuple(DayKind)[1:]  # Monday … Sunday


class Days(Protocol):
    """What booking must know of the working calendar."""

    def is_workday(self, day: date) -> bool:
        """Worked, make-up days (调休) included."""
        ...

    def is_holiday(self, day: date) -> bool:
        """A public holiday, as opposed to an ordinary weekend."""
        ...


@dataclass(frozen=True)
class Slot:
    """One slot of a counter. `offline` of its `capacity` places never go online."""

    id: str
    start: datetime
    end: datetime
    capacity: int
    offline: int
    extended: bool


def kinds_of(day: date, days: Days) -> frozenset[DayKind]:
    """Which windows are open on `day`: none on a public holiday; a worked weekend day counts as a workday only."""
    named = _BY_WEEKDAY[day.weekday()]
    weekend = day.weekday() >= 5
    if days.is_workday(day):
        return frozenset({DayKind.WORKDAY} if weekend else {DayKind.WORKDAY, named})
    if weekend and not days.is_holiday(day):
        return frozenset({named})
    return frozenset()


def slot_id(hall: str, counter: str, start: datetime) -> str:
    """The name of a slot; names of one hall and counter sort by time."""
    return f"{hall}-{counter}-{start.astimezone(SHANGHAI):%Y%m%d%H%M}"


def place_id(slot: str, seat: int, generation: int = 0) -> str:
    """The `_id` of a place: one seat of one slot, born for the `generation`-th time."""
    return f"{slot}-{seat:03d}-{generation}"


def slots_of(hall: str, counter: Counter, day: date, days: Days) -> list[Slot]:
    """The slots of a counter on `day`, in order. What is left of a window after its last whole slot is not bookable."""
    slots = [slot for hours in hours_of(counter, day, days) for slot in _slots_in(hall, counter, day, hours)]
    return sorted(slots, key=lambda slot: slot.start)


def hours_of(counter: Counter, day: date, days: Days) -> list[Hours]:
    """When a counter is open on `day`: its windows of such days, and its extra hours, which are the day's own, as far as they lie
    outside: a schedule changed later goes before them."""
    open_today = kinds_of(day, days)
    found: list[Hours] = [window for window in counter.windows if open_today & set(window.days)]
    for hours in counter.extra:
        if not any(hours.overlaps(other) for other in found):
            found.append(hours)
    return found


def has_seat(hall: Hall, place: Place, days: Days) -> bool:
    """Whether `hall`, as it is on the day of `place`, has that seat for what it is booked for."""
    day = place.start.astimezone(SHANGHAI).date()
    counter = hall.counter(place.counter)
    if counter is None or not set(place.items) <= set(counter.items):
        return False
    return any(slot.id == place.slot and place.seat < slot.capacity for slot in slots_of(hall.hall, counter, day, days))


def _slots_in(hall: str, counter: Counter, day: date, hours: Hours) -> list[Slot]:
    length = timedelta(minutes=counter.slot_minutes)
    extended = not isinstance(hours, Window) or hours.extended
    start = datetime.combine(day, hours.start, SHANGHAI)
    closing = datetime.combine(day, hours.end, SHANGHAI)
    slots: list[Slot] = []
    while start + length <= closing:
        name = slot_id(hall, counter.id, start)
        slots.append(Slot(name, start, start + length, hours.capacity, hours.offline, extended))
        start += length
    return slots


def release_of(hall: Hall, day: date, rules: BookingRules) -> datetime:
    """When the places of `day` open."""
    return datetime.combine(day - timedelta(days=hall.days_ahead), rules.release_time, SHANGHAI)


def places_of(hall: Hall, day: date, days: Days, rules: BookingRules) -> list[Place]:
    """Every place of a hall on `day`, free. The last seats of a slot are those kept from going online."""
    released_at = release_of(hall, day, rules)
    return [
        Place(
            _id=place_id(slot.id, seat),
            slot=slot.id,
            hall=hall.hall,
            hall_name=hall.name,
            counter=counter.id,
            counter_name=counter.name,
            seat=seat,
            start=slot.start,
            end=slot.end,
            extended=slot.extended,
            online=seat < slot.capacity - slot.offline,
            opens_at=released_at,
            released_at=released_at,
        )
        for counter in hall.counters
        for slot in slots_of(hall.hall, counter, day, days)
        for seat in range(slot.capacity)
    ]


def day_name(hall: str, day: date) -> str:
    """The `_id` under which it is noted how a day of a hall was made; in order of time for one hall."""
    return f"{hall}@{day.isoformat()}"


def digest_of(places: Sequence[Place]) -> str:
    """Changes when any place of a day is added, goes, or differs in what schedule and closures say."""
    facts = sorted(
        f"{each.id} {each.end:%H%M} {each.extended} {each.online} {each.released_at.isoformat()} {each.state}" for each in places
    )
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()


def successor(place: Place, released_at: datetime) -> Place:
    """The next life of a seat that was given back."""
    kept = ("slot", "hall", "hall_name", "counter", "counter_name", "seat", "start", "end", "extended", "online", "opens_at")
    generation = place.generation + 1
    return Place(
        _id=place_id(place.slot, place.seat, generation),
        generation=generation,
        released_at=released_at,
        **{name: getattr(place, name) for name in kept},
    )

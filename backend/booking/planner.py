"""Makes places ahead of time, and keeps them in step with schedules, holidays and closures."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import structlog

from backend.booking.calendar import Days, day_name, digest_of, places_of
from backend.booking.core import Places
from backend.store import Document
from models.booking import STANDING, Closure, Hall, Place, PlaceState

log = structlog.get_logger()
_SPARE_DAYS = 1  # made before their day of release, so that opening on time needs nobody


class Planner:
    """A day of a hall is made once; it is made again when what schedule or closures say of it has changed."""

    def __init__(self, places: Places, days: Days) -> None:
        self._places = places
        self._store = places.store
        self._days = days

    async def tick(self) -> None:
        """Makes what is missing for every hall as far ahead as it opens. Safe to run at once or twice."""
        now = self._places.clock.now()
        furthest = max((hall.days_ahead for hall in await self._places.halls.on(now.date())), default=0)
        closures: dict[str, list[Closure]] = {}
        for ahead in range(furthest + _SPARE_DAYS + 1):
            day = now.date() + timedelta(days=ahead)
            for hall in await self._places.halls.on(day):
                if hall.hall not in closures:
                    closures[hall.hall] = await closures_of(self._places, hall.hall, now)
                if ahead <= hall.days_ahead + _SPARE_DAYS:
                    await self._make(hall, day, now, closures[hall.hall])

    async def _make(self, hall: Hall, day: date, now: datetime, closures: Sequence[Closure]) -> None:
        """Adds what schedule and closures have, withdraws free places they no longer have, brings back those they have again."""
        planned = places_of(hall, day, self._days, self._places.rules)
        for place in planned:
            if is_closed(closures, place):
                place.state = PlaceState.WITHDRAWN
        name, digest = day_name(hall.hall, day), digest_of(planned)
        known = await self._store.booked_days.get(name)
        if known is not None and known["digest"] == digest:
            return
        wanted = [place for place in planned if place.start > now]
        made = await self._store.places.insert_missing(wanted)
        if known is not None:
            await self._follow(hall, day, wanted)
        await self._note(name, known, digest)
        log.info("places_made", hall=hall.hall, day=day.isoformat(), made=made)

    async def _note(self, name: str, known: Document | None, digest: str) -> None:
        """Remembers how a day was made. Two at once may have known different closures: then the next turn makes it again."""
        if known is not None:
            noted = await self._store.booked_days.change({"_id": name, "digest": known["digest"]}, {"$set": {"digest": digest}}) is not None
        else:
            noted = await self._store.booked_days.insert_missing([{"_id": name, "digest": digest}]) == 1
        if not noted:
            await self._store.booked_days.put({"_id": name}, {"$set": {"digest": ""}})

    async def _follow(self, hall: Hall, day: date, wanted: Sequence[Place]) -> None:
        """A changed schedule: seats are known by slot and number, whichever life they are in."""
        seats = {(place.slot, place.seat): place for place in wanted}
        start = datetime.combine(day, datetime.min.time(), self._places.clock.now().tzinfo)
        where = {"hall": hall.hall, "start": {"$gte": start, "$lt": start + timedelta(days=1)}}
        unclaimed = [PlaceState.FREE.value, PlaceState.WITHDRAWN.value]
        fields = ["_id", "slot", "seat", "state"]
        for row in await self._store.places.find({**where, "state": {"$in": unclaimed}}, fields=fields):
            place = seats.get((row["slot"], row["seat"]))
            state = PlaceState.WITHDRAWN if place is None else place.state
            update = {"state": state.value} if place is None else {"state": state.value, "online": place.online, "extended": place.extended}
            await self._store.places.change({"_id": row["_id"], "state": row["state"]}, {"$set": update})


async def closures_of(places: Places, hall: str, now: datetime) -> list[Closure]:
    """The closures of a hall that stand and are not over."""
    return [Closure.of(row) for row in await places.store.closures.find({"hall": hall, "end": {"$gt": now}, **STANDING})]


def is_closed(closures: Sequence[Closure], place: Place) -> bool:
    """Whether `place` overlaps any of the closures."""
    return any(closure.start < place.end and place.start < closure.end and closure.counter in (None, place.counter) for closure in closures)

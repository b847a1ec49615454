"""Reading appointments: one, a citizen's own, the desk's list, and looking a visitor up."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from backend import permissions
from backend.audit import Audit
from backend.booking.callers import Directory
from backend.booking.core import Places
from backend.booking.halls import counters_for
from backend.booking.queue import ahead_of, in_line
from backend.clock import SHANGHAI
from backend.errors import BadRequest, WrongState
from backend.people import mask_name
from models.acts import Act, StaffActor
from models.appointments import AppointmentsQuery
from models.booking import Counter as Window
from models.booking import Hall, InHall, Place, PlaceState
from models.counter import DeskQuery, LookUpBody, ToConfirmView
from models.displays import SlipView
from models.documents import documents_of, normal_number

_PAGE = 50
_NOBODYS = [PlaceState.FREE.value, PlaceState.HELD.value, PlaceState.WITHDRAWN.value]


class Listings:
    """Nothing here changes a place. Staff's look at one visitor's matter is logged."""

    def __init__(self, places: Places, audit: Audit, directory: Directory) -> None:
        self._places = places
        self._store = places.store
        self._audit = audit
        self._directory = directory

    async def one(self, act: Act, place_id: str) -> Place:
        """An appointment. Raises `NotFound`, or `Forbidden` to staff of another hall."""
        place = await self._places.get(act, place_id, "appointment.see")
        if isinstance(act.actor, StaffActor):
            await self._audit.read(act, "appointment.read", person=place.person or "", subject=f"places/{place.id}", purpose="窗口查看预约")
        return place

    async def before(self, act: Act, place_id: str) -> tuple[Place, int | None]:
        """An own appointment, and how many at its counter are called before it: they wait there, or were sent on there, and
        stand before it in the day's order, which is that of the desk's list. None unless it has checked in itself."""
        place = await self._places.get(act, place_id, "appointment.change")
        return place, (await self._line_of(place))[1]

    async def slip(self, act: Act, place_id: str) -> SlipView:
        """What is printed for whoever has a number; the look is logged. Raises `WrongState` to whoever has none, `NotFound`, `Forbidden`."""
        place = await self.one(act, place_id)
        if place.ticket is None:
            raise WrongState("还没有号码，请先签到或取号，再打印号单。")
        counters, before = await self._line_of(place)
        return SlipView(
            ticket=place.ticket,
            hall_name=place.hall_name,
            name=mask_name(place.name or ""),
            item_names=place.item_names,
            counter_names=[each.name for each in counters],
            before=before,
            urgent=place.urgent is not None,
            at=act.at,
        )

    async def _line_of(self, place: Place) -> tuple[list[Window], int | None]:
        """At which counters a visitor waits, and how many are called before them; None where nobody waits, or the schedule has let go."""
        if place.state is not PlaceState.CHECKED_IN or place.parked:
            return [], None
        hall = await self._places.halls.get(place.hall, place.start.date())
        counters = self._waits_at(hall, place)
        if not counters:
            return [], None
        here = in_line(hall, counters, self._places.served, place.start)
        return counters, await self._store.places.count({"$and": [here, ahead_of(place)]})

    async def own(self, act: Act, query: AppointmentsQuery) -> tuple[list[Place], str | None]:
        """The actor's own, or the principal's as far as the grant covers them: the next first, those over newest first."""
        where: dict[str, Any] = {"person": act.person, "live": not query.over}
        if act.acting is not None and act.acting.items:
            where["items"] = {"$not": {"$elemMatch": {"$nin": sorted(act.acting.items)}}}
        return await self._page(where, query.cursor, newest_first=query.over)

    async def desk(self, act: Act, query: DeskQuery) -> tuple[list[Place], str | None]:
        """The appointments and visits of a hall on a day, in order of time."""
        hall = query.hall or (act.actor.hall if isinstance(act.actor, StaffActor) else None)
        if hall is None:
            raise BadRequest("请选择要查看的大厅。")
        permissions.require("appointment.list", act, InHall(hall=hall))
        start = datetime.combine(query.date, datetime.min.time(), SHANGHAI)
        where: dict[str, Any] = {"hall": hall, "start": {"$gte": start, "$lt": start + timedelta(days=1)}}
        where["state"] = query.state.value if query.state else {"$nin": _NOBODYS}
        if query.escalated:
            where["escalated_at"] = {"$exists": True}
            where["state"] = PlaceState.PENDING.value
        return await self._page(where, query.cursor)

    async def counters(self, act: Act, hall_id: str) -> Hall:
        """A hall as it is today, with its counters. Raises `NotFound`, or `Forbidden` to staff of another hall."""
        permissions.require("appointment.list", act, InHall(hall=hall_id))
        return await self._places.halls.get(hall_id, act.at.date())

    async def to_book(self, act: Act, hall_id: str) -> Hall:
        """A hall whose times one may offer to a caller. Raises as `counters`."""
        permissions.require("appointment.slots", act, InHall(hall=hall_id))
        return await self._places.halls.get(hall_id, act.at.date())

    async def to_confirm(self, hall: str, at: datetime) -> list[ToConfirmView]:
        """On which days from `at` on how many appointments of a hall wait for a yes or a no, the first day first."""
        where = {"hall": hall, "start": {"$gt": at}, "state": PlaceState.PENDING.value}
        rows = await self._store.places.find(where, sort=[("start", 1)], fields=["start"])
        days = Counter(row["start"].astimezone(SHANGHAI).date() for row in rows)
        return [ToConfirmView(date=day, count=count) for day, count in days.items()]

    async def instead_of(self, places: Sequence[Place]) -> dict[str, Place]:
        """What those of `places` that were moved were moved to, by their ids; moved more than once, to the last of it."""
        last = {place.id: place.moved_to for place in places if place.moved_to is not None}
        known: dict[str, Place] = {}
        while unknown := sorted({id for id in last.values()} - known.keys()):
            known |= {row["_id"]: Place.of(row) for row in await self._store.places.find({"_id": {"$in": unknown}})}
            last = {id: known[to].moved_to or to if to in known else to for id, to in last.items()}
            if not set(unknown) <= known.keys():
                break
        return {id: known[to] for id, to in last.items() if to in known}

    async def look_up(self, act: Act, body: LookUpBody) -> list[Place]:
        """A visitor's appointments of today in a hall: by code, document or name; where none is live those that are over, so that who was
        moved or declined can be told. Logged for each."""
        permissions.require("appointment.list", act, InHall(hall=body.hall))
        start = datetime.combine(act.at.date(), datetime.min.time(), SHANGHAI)
        today = {"hall": body.hall, "start": {"$gte": start, "$lt": start + timedelta(days=1)}}
        where = {**today, "$or": await self._any_of(body.sought)}
        found = await self._found({**where, "live": True}) or await self._found({**where, "state": {"$nin": _NOBODYS}})
        for place in found:
            await self._audit.read(act, "appointment.read", person=place.person or "", subject=f"places/{place.id}", purpose="到场核对预约")
        return found

    async def _any_of(self, sought: str) -> list[dict[str, Any]]:
        """The filters of one field for everything: nobody asks a reader which kind of document it has read."""
        number = normal_number(sought)
        citizens = [await self._directory.find(kind, number) for kind in documents_of(number)]
        return [{"code": number}, {"name": sought}, {"person": {"$in": [citizen.id for citizen in citizens if citizen is not None]}}]

    async def _found(self, where: dict[str, Any]) -> list[Place]:
        return [Place.of(row) for row in await self._store.places.find(where, sort=[("start", 1)], limit=_PAGE)]

    def _waits_at(self, hall: Hall, place: Place) -> list[Window]:
        """The counters a visitor waits at: their own, the one they were sent on to, or any that serves what they just came for."""
        if place.called_to is not None:
            return [counter for counter in hall.counters if counter.name == place.called_to]
        if place.walk_in:
            return counters_for(hall, [item for code in place.items if (item := self._places.served(code)) is not None])
        return [counter for counter in hall.counters if counter.id == place.counter]

    async def _page(self, where: dict[str, Any], cursor: str | None, *, newest_first: bool = False) -> tuple[list[Place], str | None]:
        order = -1 if newest_first else 1
        if cursor is not None:
            at, last = _position(cursor)
            beyond = "$lt" if newest_first else "$gt"
            where = {"$and": [where, {"$or": [{"start": {beyond: at}}, {"start": at, "_id": {beyond: last}}]}]}
        rows = await self._store.places.find(where, sort=[("start", order), ("_id", order)], limit=_PAGE + 1)
        page = [Place.of(row) for row in rows[:_PAGE]]
        return page, f"{page[-1].start.isoformat()}~{page[-1].id}" if len(rows) > _PAGE else None


def _position(cursor: str) -> tuple[datetime, str]:
    at, _, last = cursor.partition("~")
    try:
        parsed = datetime.fromisoformat(at)
    except ValueError:
        raise BadRequest("翻页位置无效，请从第一页重新打开。") from None
    if parsed.tzinfo is None:
        raise BadRequest("翻页位置无效，请从第一页重新打开。")
    return parsed, last

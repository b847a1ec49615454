"""Whom a closure hit, at any time afterwards: when each comes instead, who waits, and whom only a person can tell."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from backend import permissions
from backend.audit import event_of
from backend.booking.core import Places
from backend.booking.queue import today_in
from backend.clock import SHANGHAI
from backend.errors import NotFound
from backend.people import mask_name
from backend.store import DuplicateKeyError, Store
from models.acts import Act
from models.booking import Closure, InHall, Place, PlaceState
from models.closures import AffectedView, ClosedPeopleView, ClosedPersonView
from models.counter import DeskView
from models.waitlist import WaitingState

_REACHES = ("phone", "openid")
_BEFORE = timedelta(days=1)  # who waited when a hall closed had come that day
_LIVE = [WaitingState.WAITING.value, WaitingState.OFFERED.value]


async def reached(store: Store, places: Sequence[Place]) -> set[str]:
    """The citizens of some appointments who have a telephone or an account, so that notices reach them."""
    people = {"_id": {"$in": [each.person for each in places]}}
    rows = await store.citizens.find(people, fields=_REACHES)
    return {row["_id"] for row in rows if any(row.get(each) for each in _REACHES)}


async def affected_views(store: Store, places: Sequence[Place]) -> list[AffectedView]:
    """Whom a closure or a new schedule would hit, names masked."""
    told = await reached(store, places)
    return [
        AffectedView(
            id=place.id,
            ticket=place.ticket,
            start=place.start,
            name=mask_name(place.name or ""),
            items=place.item_names,
            reached=place.person in told,
        )
        for place in places
    ]


class ClosedPeople:
    """Reads what a closure left on the appointments it ended, and gives numbers back."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._store = places.store

    async def hit(self, act: Act, hall_id: str, closure_id: str) -> list[Place]:
        """The appointments and visits a closure of the hall ended, by time. Raises `NotFound`, `Forbidden` to staff of elsewhere."""
        permissions.require("hall.close", act, InHall(hall=hall_id))
        row = await self._store.closures.find_one({"_id": closure_id, "hall": hall_id})
        if row is None:
            raise NotFound("没有找到这次停办，请刷新列表。")
        closure = Closure.of(row)
        first = datetime.combine(closure.start.astimezone(SHANGHAI).date(), time(), SHANGHAI)
        within = {"hall": hall_id, "start": {"$gte": first - _BEFORE, "$lt": closure.end}, "closure": closure.id}
        return [Place.of(each) for each in await self._store.places.find(within, sort=[("start", 1), ("_id", 1)])]

    async def told(self, places: Sequence[Place], views: Sequence[DeskView]) -> ClosedPeopleView:
        """Those people with what became of each; names masked. `views`: the same appointments as the desk sees them."""
        told = await reached(self._store, places)
        waits = {
            "person": {"$in": [each.person for each in places]},
            "hall": {"$in": [each.hall for each in places]},
            "state": {"$in": _LIVE},
        }
        waiting = {row["person"] for row in await self._store.waitlist.find(waits, fields=["person"])}
        return ClosedPeopleView(
            items=[
                ClosedPersonView(
                    id=place.id,
                    ticket=place.ticket,
                    start=place.start,
                    name=mask_name(place.name or ""),
                    items=place.item_names,
                    became=_became(place, view, place.person in waiting),
                    reached=place.person in told,
                )
                for place, view in zip(places, views, strict=True)
            ]
        )

    async def give_back(self, act: Act, closure: Closure) -> None:
        """Who just came and lost their number of today to a closure that was lifted has it again, where they stood in the line. Safe to
        run twice; who took another number or booked meanwhile keeps that."""
        lost = {"slot": "", "state": PlaceState.CANCELLED.value, "closure": closure.id}
        for row in await self._store.places.find({**today_in(closure.hall, self._places.clock.now()), **lost}):
            event = event_of(act, "appointment.restored", detail={"closure": closure.id})
            try:
                await self._places.change(Place.of(row), event, state=PlaceState.CHECKED_IN, reason=None)
            except DuplicateKeyError:
                continue


def _became(place: Place, view: DeskView, waits: bool) -> str:
    if place.state is not PlaceState.CANCELLED:
        return f"停办撤销后恢复了 {place.ticket} 号"
    if view.moved:
        return f"改到{view.moved}"
    if place.walk_in:
        return "号码取消了；恢复办公后请重新取号"
    return "排在候补里，空出时段先通知" if waits else "没有改期，请本人另选时间"

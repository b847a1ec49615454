"""What booking does because of what happened elsewhere. Consumers of the outbox: each bears being called twice."""

from collections.abc import Awaitable, Callable
from typing import Any

from backend.audit import event_of
from backend.booking.changes import Changes
from backend.booking.core import Places
from backend.booking.notes import Note
from backend.errors import StaleVersion
from backend.outbox import OutboxRow
from backend.store import Session
from models.acts import Act, SystemActor
from models.base import NoticeOrder
from models.booking import BOOKED, Freeze, Place, PlaceState
from models.cases import CaseState

_ACTOR = SystemActor(id="booking", name="预约系统")
_BOOKED = [state.value for state in BOOKED]
_TRIES = 3
_OVER = "办件已经结束，不用再来"

COUNTER = frozenset({"case.received", "case.originals_checked"})
"""Events of a case which, done by staff, say that its applicant was at the counter."""


class Consequences:
    """A death ends a person's appointments; the end of a grant freezes what its agent booked; a case that was taken in at a counter, or
    is over, needs its appointment no more."""

    def __init__(self, places: Places, changes: Changes) -> None:
        self._places = places
        self._store = places.store
        self._changes = changes

    async def on_person_deceased(self, row: OutboxRow) -> None:
        """Ends the appointments of the deceased, and gives the seats back. Nobody is told: the family is not written to."""
        for place in await self._booked({"person": row.person}):
            await self._again(place, self._end)

    async def on_grant_ended(self, row: OutboxRow) -> None:
        """Freezes what was booked under the grant: its citizen takes it over or cancels it. Both sides are told once."""
        for place in await self._booked({"grant.id": row.subject_id, "freeze": {"$exists": False}}):
            await self._again(place, self._freeze)

    async def on_case_moved(self, row: OutboxRow) -> None:
        """Whoever was at a counter with their papers has kept the appointment for that case; where the case is over, nobody needs to
        come. Either gives the seat back, and is told; no missed appointment comes of it. Consumes the events `COUNTER` and the ends of
        cases."""
        came = row.action in COUNTER and row.actor.get("kind") == "staff"
        if row.action == "case.ended_by_death" or not (came or _is_over(row)):
            return  # of a death: by the person's, who is not written to
        for place in await self._booked({"case": row.subject_id}):
            await self._again(place, self._keep if came else self._needless)

    async def _keep(self, place: Place) -> None:
        await self._give_back(place, "appointment.kept", Note.KEPT, state=PlaceState.DONE)

    async def _needless(self, place: Place) -> None:
        await self._give_back(place, "appointment.needless", Note.NEEDLESS, state=PlaceState.CANCELLED, reason=_OVER)

    async def _give_back(self, place: Place, action: str, note: Note, **fields: Any) -> None:
        act = self._act()
        event = event_of(act, action, notices=self._places.notices(place, note))
        reborn = await self._places.next_life(place, act.at)
        if fields["state"] is PlaceState.DONE:
            fields["done_at"] = act.at

        async def write(session: Session) -> None:
            await self._changes.end(place, reborn, event, session, **fields)

        await self._store.transact(write)

    async def _booked(self, where: dict[str, Any]) -> list[Place]:
        return [Place.of(found) for found in await self._store.places.find({**where, "state": {"$in": _BOOKED}})]

    async def _again(self, place: Place, write: Callable[[Place], Awaitable[None]]) -> None:
        """Tries as long as others change the same appointment at the same moment."""
        current: Place | None = place
        for _ in range(_TRIES):
            if current is None or current.state not in BOOKED:
                return
            try:
                await write(current)
            except StaleVersion:
                current = await self._places.find(place.id)
            else:
                return
        raise StaleVersion()

    async def _end(self, place: Place) -> None:
        act = self._act()
        event = event_of(act, "appointment.ended_by_death")
        reborn = await self._places.next_life(place, act.at)

        async def write(session: Session) -> None:
            await self._changes.end(place, reborn, event, session, state=PlaceState.CANCELLED)

        await self._store.transact(write)

    async def _freeze(self, place: Place) -> None:
        act = self._act()
        freeze = Freeze(reason="代办授权已经结束，这个预约等您决定：自己去办请点「接手」，不去了请取消。", since=act.at)
        event = event_of(act, "appointment.frozen", notices=self._told(place))
        await self._places.change_or_tell(place, event, freeze=freeze)

    def _told(self, place: Place) -> list[NoticeOrder]:
        data = self._places.notice_data(place)
        orders = [NoticeOrder(to=place.person or "", template=Note.FROZEN, data=data)]
        if place.grant is not None:
            orders.append(
                NoticeOrder(to=place.grant.agent, template=Note.FROZEN_AGENT, data={"item": place.item_text, "time": data["time"]})
            )
        return orders

    def _act(self) -> Act:
        return Act(actor=_ACTOR, at=self._places.clock.now(), channel="system")


def _is_over(row: OutboxRow) -> bool:
    """Whether the case came to its end by this event; of a bundle the rest of which ended, what stands is still handed out."""
    state = row.detail.get("to")
    return state in {each.value for each in CaseState} and CaseState(state).is_final

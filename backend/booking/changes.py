"""What citizens and agents do with an appointment: cancel, move, answer a proposal, take over."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend.audit import event_of
from backend.booking.core import Places, Visit, Wish, cancel_until, claimed, fields_of, first_notice, grant_of, may_still_change, seen
from backend.booking.halls import bookable
from backend.booking.notes import Note
from backend.booking.slots import Slots
from backend.errors import Invalid, SlotFull, StaleVersion, WrongState
from backend.idempotency import once
from backend.spoken import moment
from backend.store import Session, Store
from models.acts import Act
from models.appointments import CancelBody, RescheduleBody, VersionBody
from models.base import Event
from models.booking import BOOKED, Freeze, Place, PlaceState, Proposal

_CHANGE = "appointment.change"


@dataclass(frozen=True)
class Swap:
    """An appointment and what replaces it: a free place `which` names, becoming `new`. Events are made before."""

    old: Place
    which: Mapping[str, Any]
    new: Place
    reborn: Place | None  # the next life of the old seat
    leaving: Event
    arriving: Event
    cancel_freely: bool = False
    freeze: Freeze | None = None
    reason: str | None = None  # why the old one ended, for whoever asks about it at the desk
    closure: str | None = None  # … and by which closure

    @property
    def fields(self) -> dict[str, Any]:
        """What is set on the place that becomes the new appointment."""
        known = {"moved_from": self.old.id, "cancel_freely": self.cancel_freely}
        return fields_of(self.new) | known | ({"freeze": self.freeze.model_dump()} if self.freeze else {})


class Changes:
    """Acts of the applicant, or of an agent under a grant that covers the items."""

    def __init__(self, places: Places, slots: Slots) -> None:
        self.store: Store = places.store
        self._places = places
        self._slots = slots

    @once("places", Place)
    async def cancel(self, act: Act, place_id: str, body: CancelBody) -> Place:
        """Ends the appointment and gives its seat back. Raises `WrongState` where it is too late."""
        place = await self._still_changeable(act, place_id, body.version)
        notices = self._places.notices(place, Note.CANCELLED)
        event = event_of(act, "appointment.cancelled", detail={"reason": body.reason}, notices=notices)

        reborn = await self._places.next_life(place, act.at)

        async def write(session: Session) -> Place:
            return await self.end(place, reborn, event, session, state=PlaceState.CANCELLED, reason=body.reason)

        return await self._places.together(act, place.items, write)

    @once("places", Place)
    async def reschedule(self, act: Act, place_id: str, body: RescheduleBody) -> Place:
        """Swaps the appointment for a place of another slot; both or neither (invariant 4). Returns the new one.

        Raises `SlotFull` and leaves the old one as it was, where the new slot has nothing free.
        """
        old = await self._still_changeable(act, place_id, body.version)
        wish = self._wish(act, old)
        target = await self._slots.target(body.hall or old.hall, wish.items, body.start, act.at)
        if target.hall.hall == old.hall and target.start == old.start:
            raise Invalid("新的时间和原来的一样，请另选一个时段。")
        new = claimed(wish, target.visit, act.at, self._places.rules, code=old.code)
        which = {**target.free, "online": True, "released_at": {"$lte": act.at}}
        return await self._run(act, await self.swap(act, old, which, new, first_notice(new, Note.RESCHEDULED)))

    @once("places", Place)
    async def accept_proposal(self, act: Act, place_id: str, body: VersionBody) -> Place:
        """Swaps the appointment for the place staff proposed. Returns the new one, confirmed."""
        old = await self._places.get(act, place_id, _CHANGE)
        proposal = open_proposal(old, body.version, act.at)
        visit = Visit(proposal.hall_name, "", proposal.start, proposal.end)
        new = claimed(self._wish(act, old), visit, act.at, self._places.rules, code=old.code, confirmed=True)
        # Ending the old one lets go of what was held for it; a moment later, in the same transaction, it is claimed.
        which = {"_id": proposal.place, "state": PlaceState.FREE.value}
        return await self._run(act, await self.swap(act, old, which, new, first_notice(new, Note.RESCHEDULED)))

    @once("places", Place)
    async def decline_proposal(self, act: Act, place_id: str, body: VersionBody) -> Place:
        """Keeps the appointment as it is; the proposed place is free again."""
        place = await self._places.get(act, place_id, _CHANGE)
        open_proposal(place, body.version, act.at)
        event = event_of(act, "appointment.proposal_declined")

        async def write(session: Session) -> Place:
            changed = await self._places.change(place, event, session=session, proposal=None)
            if changed is None:
                raise StaleVersion()
            await self._places.let_go(place, session=session)
            return changed

        return await self._places.together(act, place.items, write)

    @once("places", Place)
    async def take_over(self, act: Act, place_id: str, body: VersionBody) -> Place:
        """The applicant goes on with what their former agent booked: the freeze is lifted."""
        place = await self._places.get(act, place_id, _CHANGE)
        seen(place, body.version, BOOKED)
        if place.freeze is None or act.acting is not None:
            raise WrongState("这个预约没有冻结，不需要接手。")
        return await self._places.change_or_tell(place, event_of(act, "appointment.taken_over"), freeze=None, grant=None)

    async def swap(
        self,
        act: Act,
        old: Place,
        which: Mapping[str, Any],
        new: Place,
        note: Note,
        *,
        arrives: str = "appointment.rescheduled",
        **data: str,
    ) -> Swap:
        """A swap with its events; `arrives`: the act as the log has it. The act's idempotency key goes with the new appointment, which is
        its answer."""
        leaving = event_of(act, "appointment.moved").model_copy(update={"key": None, "digest": None})
        notices = self._places.notices(new, note, **data)
        arriving = event_of(act, arrives, detail={"from": old.id}, notices=notices)
        return Swap(old, which, new, await self._places.next_life(old, act.at), leaving, arriving)

    async def swap_within(self, swap: Swap, session: Session) -> Place:
        """The writes of a swap. Raises `StaleVersion` or `SlotFull`, which undoes all of them."""
        await self.end(swap.old, swap.reborn, swap.leaving, session, state=PlaceState.CANCELLED, reason=swap.reason, closure=swap.closure)
        document = await self.store.places.change(swap.which, {"$set": swap.fields}, swap.arriving, session=session)
        if document is None:
            raise SlotFull()
        new = Place.of(document)
        await self.store.places.change({"_id": swap.old.id}, {"$set": {"moved_to": new.id}}, session=session)
        return new

    async def end(self, place: Place, reborn: Place | None, event: Event, session: Session, **fields: Any) -> Place:
        """Ends an appointment as it was seen, gives its seat back and lets a proposed place go. Raises `StaleVersion`."""
        ended = await self._places.change(place, event, session=session, proposal=None, **fields)
        if ended is None:
            raise StaleVersion()
        await self._places.let_go(place, session=session)
        if reborn is not None:
            await self.store.places.insert(reborn, session=session)
        return ended

    async def _run(self, act: Act, swap: Swap) -> Place:
        return await self._places.together(act, swap.old.items, lambda session: self.swap_within(swap, session))

    def _wish(self, act: Act, place: Place) -> Wish:
        """The same wish again: who acts now is who answers for the new appointment."""
        items = bookable(self._places.items, place.items)
        return Wish(place.person or "", place.name or "", items, place.people, place.case, grant_of(act), act.channel, place.companion)

    async def _still_changeable(self, act: Act, place_id: str, version: int) -> Place:
        place = await self._places.get(act, place_id, _CHANGE)
        seen(place, version, BOOKED, "这个预约已经结束或正在办理，不能再取消或改约。")
        if not may_still_change(place, act.at, self._places.rules):
            last = moment(cancel_until(place, self._places.rules))
            raise WrongState(f"取消或改约要在{last}之前，现在已经过了。来不了的话，请给大厅打电话说一声；来得了，请按时到场。")
        return place


def open_proposal(place: Place, version: int, at: datetime) -> Proposal:
    """The proposal that waits for an answer. Raises `StaleVersion`, `WrongState` where there is none or it ran out."""
    seen(place, version, BOOKED)
    if place.proposal is None or place.proposal.until <= at:
        raise WrongState("建议的新时间已经过期，原来的预约不变；要换时间，请改约。")
    return place.proposal

"""What staff do with appointments before the day: confirm, decline, propose another time."""

from dataclasses import replace
from typing import Any

from backend.audit import event_of
from backend.booking.changes import Changes
from backend.booking.core import Places, seen
from backend.booking.due import already_near
from backend.booking.halls import bookable
from backend.booking.notes import Note
from backend.booking.slots import Slots
from backend.errors import Invalid, Problem, SlotFull, StaleVersion
from backend.idempotency import once
from backend.spoken import moment, when
from backend.store import Session, Store
from models.acts import Act
from models.appointments import ReasonBody, VersionBody
from models.booking import BOOKED, Place, PlaceState, Proposal
from models.counter import AnswersBody, ProposeBody, Seen


class Desk:
    """Acts of the hall's staff on appointments still to come."""

    def __init__(self, places: Places, slots: Slots, changes: Changes) -> None:
        self.store: Store = places.store
        self._places = places
        self._slots = slots
        self._changes = changes

    @once("places", Place)
    async def confirm(self, act: Act, place_id: str, body: VersionBody) -> Place:
        """Confirms a pending appointment; the citizen is told."""
        place = await self._places.get(act, place_id, "appointment.serve")
        seen(place, body.version, frozenset({PlaceState.PENDING}), "这个预约不在等待确认，可能已经确认或取消，请刷新列表。")
        event = event_of(act, "appointment.confirmed", notices=self._places.notices(place, Note.CONFIRMED))
        passed = already_near(place.start, act.at, self._places.rules)
        return await self._places.change_or_tell(place, event, state=PlaceState.CONFIRMED, reminded=passed)

    @once("places", Place)
    async def decline(self, act: Act, place_id: str, body: ReasonBody) -> Place:
        """Declines with a reason the citizen reads; the seat is given back."""
        place = await self._places.get(act, place_id, "appointment.serve")
        seen(place, body.version, BOOKED, "这个预约已经结束或正在办理，不能再退回。")
        notices = self._places.notices(place, Note.DECLINED, reason=body.reason)
        event = event_of(act, "appointment.declined", detail={"reason": body.reason}, notices=notices)
        reborn = await self._places.next_life(place, act.at)

        async def write(session: Session) -> Place:
            return await self._changes.end(place, reborn, event, session, state=PlaceState.DECLINED, reason=body.reason)

        return await self.store.transact(write)

    async def answer_many(self, act: Act, body: AnswersBody) -> tuple[list[Place], dict[str, str]]:
        """Confirms or declines one after another, each an act of its own: those that worked, and why the others did not."""
        done: list[Place] = []
        refused: dict[str, str] = {}
        for seen_as in body.appointments:
            own = replace(act, key=f"{act.key}|{seen_as.id}" if act.key else None)
            try:
                done.append(await self._answer(own, seen_as, body.decline))
            except Problem as problem:
                refused[seen_as.id] = problem.detail
        return done, refused

    async def _answer(self, act: Act, seen_as: Seen, decline: str | None) -> Place:
        if decline is None:
            return await self.confirm(act, seen_as.id, VersionBody(version=seen_as.version))
        return await self.decline(act, seen_as.id, ReasonBody(version=seen_as.version, reason=decline))

    @once("places", Place)
    async def propose(self, act: Act, place_id: str, body: ProposeBody) -> Place:
        """Offers another time and holds its place until the citizen answers or the offer runs out.

        A new proposal replaces the one before. Raises `SlotFull`.
        """
        place = await self._places.get(act, place_id, "appointment.propose")
        seen(place, body.version, BOOKED, "这个预约已经结束或正在办理，不能再建议新时间。")
        items = bookable(self._places.items, place.items)
        target = await self._slots.target(body.hall or place.hall, items, body.start, act.at)
        if target.hall.hall == place.hall and target.start == place.start:
            raise Invalid("建议的时间和原来的一样，请另选一个时段。")
        until = min(act.at + self._places.proposal_time, target.start)
        facts: dict[str, Any] = {"hall": target.hall.hall, "hall_name": target.hall.name, "start": target.start, "end": target.visit.end}
        told = {
            "proposed": when(target.start, target.visit.end),
            "proposed_hall": target.hall.name,
            "reason": body.reason,
            "until": moment(until),
        }
        event = event_of(
            act, "appointment.proposed", detail={"reason": body.reason}, notices=self._places.notices(place, Note.PROPOSED, **told)
        )
        hold = {"state": PlaceState.HELD.value, "held_for": place.id, "held_until": until, "due_at": until}

        async def write(session: Session) -> Place:
            await self._places.let_go(place, session=session)
            held = await self.store.places.change(target.free, {"$set": hold}, session=session)
            if held is None:
                raise SlotFull()
            proposal = Proposal(place=held["_id"], reason=body.reason, until=until, **facts)
            changed = await self._places.change(place, event, session=session, proposal=proposal)
            if changed is None:
                raise StaleVersion()
            return changed

        return await self.store.transact(write)

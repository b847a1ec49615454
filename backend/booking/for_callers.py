"""Whoever phones about an appointment they have: found by what they can say, moved or cancelled for them by the citizen's own rules."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from backend import permissions
from backend.audit import Audit, event_of
from backend.booking.callers import Directory
from backend.booking.changes import Changes, open_proposal
from backend.booking.core import Places, Visit, Wish, cancel_until, claimed, may_still_change, seen
from backend.booking.halls import bookable
from backend.booking.notes import Note
from backend.booking.slots import Slots
from backend.clock import SHANGHAI
from backend.errors import FieldError, Invalid, SlotFull, WrongState
from backend.idempotency import once
from backend.people import normalise_name, same_name
from backend.spoken import moment
from backend.store import Session, Store
from models.acts import Act, StaffActor
from models.appointments import ReasonBody, RescheduleBody, VersionBody
from models.base import PHONE_NUMBER
from models.booking import BOOKED, BookingRules, InHall, Place, PlaceState
from models.callers import LAST_DIGITS, SoughtCallerBody
from models.documents import documents_of, normal_number
from models.people import Citizen

_MOST = 20
_BY_PHONE = "appointment.book_for"  # who may book for a caller may change what a caller has
_FROZEN = (
    "代办授权结束以后，这个预约在等本人决定接手还是取消，电话里不能改。请来电人本人在小程序「我的预约」里选；没有手机的，请本人到大厅说明。"
)
_SEVERAL = "有几位同名、后四位也一样的人。请再问完整的证件号码或手机号，填好重新查。"


class ForCallers:
    """Nobody on the telephone is proven: what is shown is masked, every look is logged, and the applicant is told of every change."""

    def __init__(self, places: Places, slots: Slots, changes: Changes, audit: Audit, directory: Directory) -> None:
        self.store: Store = places.store
        self._places = places
        self._slots = slots
        self._changes = changes
        self._audit = audit
        self._directory = directory

    async def find(self, act: Act, body: SoughtCallerBody) -> list[Place]:
        """A caller's appointments from today on, the next first; where none is live those that are over, so that they can be told why.

        Staff of a hall find those of their hall. Each look is logged, also one that finds nobody. Raises `Invalid` where what was said
        fits several people.
        """
        hall = act.actor.hall if isinstance(act.actor, StaffActor) else None
        permissions.require(_BY_PHONE, act, InHall(hall=hall or ""))
        today = datetime.combine(act.at.date(), datetime.min.time(), SHANGHAI)
        where: dict[str, Any] = {"start": {"$gte": today}}
        if hall is not None:
            where["hall"] = hall
        known = await self._whose(body, where)
        found = [place for place in known if place.live] or known
        for place in found:
            await self._audit.read(act, "appointment.read", person=place.person or "", subject=f"places/{place.id}", purpose="电话查预约")
        if not found:
            await self._audit.read(act, "appointment.searched", person="", subject="halls/all", purpose="电话查预约，没有找到")
        return found

    @once("places", Place)
    async def cancel(self, act: Act, place_id: str, body: ReasonBody) -> Place:
        """Cancels for the caller; the applicant is told that it was done on the telephone. Raises as `reschedule` does."""
        place = await self._changeable(act, place_id, body.version)
        notices = self._places.notices(place, Note.CANCELLED_BY_PHONE, reason=body.reason)
        event = event_of(act, "appointment.cancelled_by_phone", detail={"reason": body.reason}, notices=notices)
        reborn = await self._places.next_life(place, act.at)

        async def write(session: Session) -> Place:
            return await self._changes.end(place, reborn, event, session, state=PlaceState.CANCELLED, reason=body.reason)

        return await self.store.transact(write)

    @once("places", Place)
    async def reschedule(self, act: Act, place_id: str, body: RescheduleBody) -> Place:
        """Moves for the caller, also to places kept from going online. Returns the new appointment.

        Raises `WrongState` where the citizen themselves could not any more, `SlotFull`, `Invalid` (the same time), `StaleVersion`,
        `NotFound`, `Forbidden` to staff of another hall than the old one or the new one.
        """
        old = await self._changeable(act, place_id, body.version)
        hall = body.hall or old.hall
        permissions.require(_BY_PHONE, act, InHall(hall=hall))
        wish = self._wish(act, old)
        target = await self._slots.target(hall, wish.items, body.start, act.at)
        if target.hall.hall == old.hall and target.start == old.start:
            raise Invalid("新的时间和原来的一样，请另选一个时段。")
        new = claimed(wish, target.visit, act.at, self._places.rules, code=old.code)
        released = {**target.free, "released_at": {"$lte": act.at}}
        try:  # as for whoever books by telephone
            return await self._swapped(act, old, {**released, "online": False}, new)
        except SlotFull:
            return await self._swapped(act, old, {**released, "online": True}, new)

    @once("places", Place)
    async def accept_proposal(self, act: Act, place_id: str, body: VersionBody) -> Place:
        """The caller says yes to the time staff proposed. Returns the new appointment, confirmed. Raises `WrongState` where it ran out."""
        old = await self._places.get(act, place_id, _BY_PHONE)
        proposal = open_proposal(old, body.version, act.at)
        _not_frozen(old)
        visit = Visit(proposal.hall_name, "", proposal.start, proposal.end)
        new = claimed(self._wish(act, old), visit, act.at, self._places.rules, code=old.code, confirmed=True)
        return await self._swapped(act, old, {"_id": proposal.place, "state": PlaceState.FREE.value}, new)

    async def _swapped(self, act: Act, old: Place, which: Mapping[str, Any], new: Place) -> Place:
        waits = "等工作人员确认，确认后再告诉您。" if new.state is PlaceState.PENDING else ""
        by_phone = "appointment.rescheduled_by_phone"
        swap = await self._changes.swap(act, old, which, new, Note.RESCHEDULED_BY_PHONE, arrives=by_phone, words=waits)
        return await self.store.transact(lambda session: self._changes.swap_within(swap, session))

    async def _changeable(self, act: Act, place_id: str, version: int) -> Place:
        place = await self._places.get(act, place_id, _BY_PHONE)
        seen(place, version, BOOKED, "这个预约已经结束或正在办理，不能再取消或改约。")
        if why := why_not(place, act.at, self._places.rules):
            raise WrongState(why)
        return place

    def _wish(self, act: Act, old: Place) -> Wish:
        """The same again; under a grant its agent goes on answering for it."""
        items = bookable(self._places.items, old.items)
        return Wish(old.person or "", old.name or "", items, old.people, old.case, old.grant, act.channel, old.companion)

    async def _whose(self, body: SoughtCallerBody, where: dict[str, Any]) -> list[Place]:
        number = normal_number(body.sought)
        found = await self._listed({**where, "code": number})
        if found or body.name is None:
            return found
        if len(number) == LAST_DIGITS:
            return await self._by_last_digits(body.name, number, where)
        people = [each.id for each in await self._people(number) if same_name(each.name, body.name)]
        return await self._listed({**where, "person": {"$in": people}})

    async def _people(self, number: str) -> Sequence[Citizen]:
        """Whose document or telephone it is."""
        if PHONE_NUMBER.fullmatch(number):
            return [Citizen.of(row) for row in await self.store.citizens.find({"phone": number}, limit=_MOST)]
        found = [await self._directory.find(kind, number) for kind in documents_of(number)]
        return [each for each in found if each is not None]

    async def _by_last_digits(self, name: str, last: str, where: dict[str, Any]) -> list[Place]:
        """Those of that name whose document or telephone ends so. Raises `Invalid` where they are several people."""
        named = await self._listed({**where, "name": normalise_name(name)})
        ids = sorted({place.person or "" for place in named})
        rows = await self.store.citizens.find({"_id": {"$in": ids}}) if ids else []
        ending = {each.id: numbers for each in map(Citizen.of, rows) if (numbers := _ending(each, last))}
        if len({number for numbers in ending.values() for number in numbers}) > 1:
            raise Invalid(errors=[FieldError("/sought", _SEVERAL)])
        return [place for place in named if place.person in ending]

    async def _listed(self, where: dict[str, Any]) -> list[Place]:
        return [Place.of(row) for row in await self.store.places.find(where, sort=[("start", 1)], limit=_MOST)]


def why_not(place: Place, at: datetime, rules: BookingRules) -> str:
    """Why a booked appointment cannot be changed for a caller, in words one can say on the telephone; empty where it can."""
    if place.freeze is not None:
        return _FROZEN
    if may_still_change(place, at, rules):
        return ""
    last = moment(cancel_until(place, rules))
    return f"取消或改约要在{last}之前，现在已经过了。请来电人按时到场；来不了的，请打大厅电话说一声。"


def _not_frozen(place: Place) -> None:
    if place.freeze is not None:
        raise WrongState(_FROZEN)


def _ending(citizen: Citizen, last: str) -> list[str]:
    """Of somebody's document and telephone, what ends so."""
    known = (citizen.identity.number if citizen.identity else "", citizen.phone or "")
    return [number for number in known if number.endswith(last)]

"""Visits of a time without the system (断网), entered afterwards with their true times, as receipts are: who stood there was there.

What the system had noted before the network went stays; times lie within the outage, in their order. Numbers kept for receipts are not
touched.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from backend import permissions
from backend.audit import event_of
from backend.booking.callers import Callers, walk_in_of
from backend.booking.claims import Claims
from backend.booking.core import Places, Wish, seen
from backend.booking.halls import bookable, counters_for
from backend.booking.queue import take_number
from backend.clock import SHANGHAI
from backend.errors import FieldError, Invalid, WrongState
from backend.idempotency import once
from backend.spoken import moment
from backend.store import DuplicateKeyError, Store
from models.acts import Act
from models.booking import BOOKED, IN_HALL, LIVE, Counter, Hall, InHall, Place, PlaceState
from models.outages import Outage
from models.paper_visits import OnPaperBody, PaperTimes, PaperVisitBody

_SERVE = "appointment.serve"
_ENTERED = BOOKED | IN_HALL | {PlaceState.MISSED, PlaceState.DONE}
_TIMES = (("came", "到场"), ("called", "叫号"), ("done", "办结"))
_AGAIN = "断网以后，本人又为这个事项取了号或约了时间，不能再改成在等或在办。办完了的，请把叫号和办结时间一起填。"


@dataclass(frozen=True)
class Span:
    """An outage whose times are told and which is still being entered."""

    id: str
    hall: str
    start: datetime
    end: datetime

    def is_of(self, day: date) -> bool:
        """Whether some of that day was without the system."""
        return _day(self.start) <= day <= _day(self.end)


@dataclass(frozen=True)
class _Stood:
    """A visit as paper and system have it together."""

    came: datetime | None
    called: datetime | None
    done: datetime | None


async def spans(store: Store, halls: Collection[str]) -> list[Span]:
    """The outages of some halls that are being entered, the first first."""
    where = {"hall": {"$in": sorted(halls)}, "closed_at": None, "start": {"$ne": None}}
    rows = [Outage.of(row) for row in await store.outages.find(where, sort=[("start", 1)])]
    return [Span(each.id, each.hall, each.start, each.end) for each in rows if each.start and each.end]


def may_be_entered(place: Place, outages: Collection[Span]) -> bool:
    """Whether paper may know of a visit what the system does not."""
    day = _day(place.start)
    return place.state in _ENTERED and any(each.hall == place.hall and each.is_of(day) for each in outages)


class OnPaper:
    """Enters what stands on the printed day list."""

    def __init__(self, places: Places, callers: Callers, claims: Claims) -> None:
        self.store: Store = places.store
        self._places = places
        self._callers = callers
        self._claims = claims

    @once("places", Place)
    async def enter(self, act: Act, place_id: str, body: OnPaperBody) -> Place:
        """The true times of somebody who is on the list of the day. Who was taken for missing has missed nothing.

        Raises `Invalid` with what is wrong with which time, `WrongState` where the appointment was given up, `NotFound`, `Forbidden`.
        """
        place = await self._places.get(act, place_id, _SERVE)
        seen(place, body.version, _ENTERED, "这个预约已经取消或改到别的时间，不能补录。本人断网时来过的，请按「现场来的人」补录。")
        outage = await self._outage(place.hall, body.outage)
        if not outage.is_of(_day(place.start)):
            raise Invalid(errors=[FieldError("/outage", "这次断网不是预约的那一天，请重新选。")])
        hall = await self._places.halls.get(place.hall, _day(place.start))
        stood = _Stood(body.came or place.checked_in_at, body.called or place.first_called_at, body.done or place.done_at)
        before = _Stood(place.checked_in_at, place.first_called_at, place.done_at)
        counter = _checked(outage, hall, body, stood, before)
        state = self._state(act, place.state, stood, body, _day(place.start))
        fields = _fields(body, counter, place.calls)
        if body.came is not None and place.walk_in:
            fields |= {"start": body.came, "end": body.came + (place.end - place.start)}
        if state in IN_HALL and place.ticket is None:
            fields["ticket"] = await take_number(self.store, place, act.at)
        event = event_of(act, "appointment.on_paper", detail={**_told(body), "was": place.state.value})
        try:
            return await self._places.change_or_tell(place, event, state=state, no_show=False, freeze=None, **fields)
        except DuplicateKeyError:
            raise WrongState(_AGAIN) from None

    @once("places", Place)
    async def enter_walk_in(self, act: Act, hall_id: str, body: PaperVisitBody) -> Place:
        """Somebody who just came while the system was gone. Raises as `enter`, and `AlreadyBooked` where they are still expected."""
        permissions.require(_SERVE, act, InHall(hall=hall_id))
        outage = await self._outage(hall_id, body.outage)
        if body.came is None:
            raise Invalid(errors=[FieldError("/came", "请填到场时间。")])
        hall = await self._places.halls.get(hall_id, _day(body.came))
        stood = _Stood(body.came, body.called, body.done)
        counter = _checked(outage, hall, body, stood, _Stood(None, None, None))
        items = bookable(self._places.served, body.items, "没有这个事项，或它不在窗口办理。请从列表里选择。")
        if not (serving := counters_for(hall, items)):
            raise Invalid("这个大厅没有一个窗口能办所选的全部事项，请分开补录。")
        state = self._state(act, None, stood, body, _day(body.came))
        person, name = await self._callers.who(act, body.caller)
        wish = Wish(person, name, items, channel=act.channel)
        plain = walk_in_of(wish, hall, serving, body.came, self._places.rules)
        place = plain.model_copy(update={**_fields(body, counter, 0), "state": state, "live": state in LIVE})
        place.due_at = self._places.due(place)
        if place.live:
            await self._claims.tell_existing(wish)
            place.ticket = await take_number(self.store, place, act.at)
        try:
            await self.store.places.insert(place, event_of(act, "appointment.on_paper", detail=_told(body)))
        except DuplicateKeyError:
            await self._claims.tell_existing(wish)
            raise
        return Place.of(await self.store.places.get(place.id) or {})

    async def _outage(self, hall: str, outage_id: str) -> Span:
        row = await self.store.outages.get(outage_id)
        outage = Outage.of(row) if row and row["hall"] == hall else None
        if outage is None:
            raise Invalid(errors=[FieldError("/outage", "这个大厅没有这次断网。请刷新后重新选。")])
        if outage.closed_at is not None:
            raise Invalid(errors=[FieldError("/outage", "这次断网已经补录完，不能再补录。")])
        if outage.start is None or outage.end is None:
            why = "这次断网还没有登记时间。请大厅管理员先在「大厅管理 › 断网收件」里登记，再补录。"
            raise Invalid(errors=[FieldError("/outage", why)])
        return Span(outage.id, outage.hall, outage.start, outage.end)

    def _state(self, act: Act, before: PlaceState | None, stood: _Stood, body: PaperTimes, day: date) -> PlaceState:
        """What becomes of it: of a day that is over nobody waits any more. Raises `Invalid` where it is not known when they were done."""
        if body.left:
            return PlaceState.MISSED
        if stood.done is not None and (body.done is not None or before is PlaceState.DONE):
            return PlaceState.DONE
        today = day == _day(act.at)
        if stood.called is not None and (body.called is not None or before is PlaceState.SERVING):
            if not today:
                raise Invalid(errors=[FieldError("/done", "那天已经过去，请把办结时间也填上。")])
            return PlaceState.SERVING
        return PlaceState.CHECKED_IN if today else PlaceState.MISSED


def _checked(outage: Span, hall: Hall, body: PaperTimes, stood: _Stood, before: _Stood) -> Counter | None:
    """The counter they were called to, where that is entered. Raises `Invalid` with everything that cannot be."""
    counter = hall.counter(body.counter) if body.counter else None
    faults = [fault for name, word in _TIMES if (fault := _fault(outage, name, word, getattr(body, name), getattr(before, name)))]
    faults += [FieldError(pointer, words) for wrong, pointer, words in _gaps(body, stood, counter) if wrong]
    if faults:
        raise Invalid(errors=faults)
    return counter


def _gaps(body: PaperTimes, stood: _Stood, counter: Counter | None) -> list[tuple[bool, str, str]]:
    """What is lacking, and what does not follow in its order."""
    nothing = (body.came or body.called or body.done) is None and not body.left
    return [
        (nothing, "/came", "请照纸上至少填一个时间：到场、叫号或办结。"),
        (stood.came is None and not nothing, "/came", "请填到场时间。"),
        (stood.done is not None and stood.called is None, "/called", "办结了的，请把叫号时间也填上。"),
        (_before(stood.called, stood.came), "/called", "叫号时间不能早于到场时间。"),
        (_before(stood.done, stood.called), "/done", "办结时间不能早于叫号时间。"),
        (body.left and stood.done is not None, "/left", "办结了的不能再记为走了，请只填一样。"),
        (body.called is not None and counter is None, "/counter", "请选是在哪个窗口办的。"),
    ]


def _before(one: datetime | None, other: datetime | None) -> bool:
    return one is not None and other is not None and one < other


def _fault(outage: Span, name: str, word: str, at: datetime | None, known: datetime | None) -> FieldError | None:
    if at is None:
        return None
    if not outage.start <= at <= outage.end:
        return FieldError(f"/{name}", f"{word}时间要在断网的{moment(outage.start)}到{moment(outage.end)}之间。请照纸上写的填。")
    if known is not None and known < outage.start:
        return FieldError(f"/{name}", f"断网以前，系统{moment(known)}已经记了{word}，这一项不用补。")
    return None


def _fields(body: PaperTimes, counter: Counter | None, calls: int) -> dict[str, Any]:
    """What paper says, as a place keeps it; nobody's name stands on a call that no system made."""
    fields: dict[str, Any] = {"parked": False}
    if body.came is not None:
        fields["checked_in_at"] = body.came
    if body.called is not None and counter is not None:
        fields |= {"called_to": counter.name, "called_at": body.called, "first_called_at": body.called, "calls": max(1, calls)}
        fields |= {"called_by": None, "alone_at": None}
    if body.done is not None:
        fields["done_at"] = body.done
    return fields


def _told(body: PaperTimes) -> dict[str, Any]:
    return body.model_dump(include={"outage", "came", "called", "counter", "done"}, exclude_none=True) | (
        {"left": True} if body.left else {}
    )


def _day(at: datetime) -> date:
    return at.astimezone(SHANGHAI).date()

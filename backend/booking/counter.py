"""The day itself: check in, call, forward, park, done, missed."""

from datetime import datetime, timedelta
from typing import Any

from backend import permissions
from backend.audit import event_of
from backend.booking.core import Places, seen
from backend.booking.notes import Note
from backend.booking.queue import ORDER, first_of, in_line, take_number, today_in
from backend.booking.unattended import require_open, unattended
from backend.booking.views import may_be_void, may_check_in_be_undone, missed_from
from backend.clock import SHANGHAI
from backend.errors import Invalid, StaleVersion, WrongState
from backend.idempotency import once
from backend.spoken import moment
from backend.store import DuplicateKeyError, Store
from models.acts import Act
from models.appointments import ReasonBody, VersionBody
from models.base import Event, NoticeOrder
from models.booking import BOOKED, IN_HALL, CalledBy, Counter, Hall, InHall, Place, PlaceState, SentOn, Taken, Urgent
from models.counter import CallBody, ForwardBody, NextBody, UrgentBody, VisitBody

_SERVE = "appointment.serve"
_WAITS = frozenset({PlaceState.CHECKED_IN})


class CounterDesk:
    """Acts on visitors who are, or should be, in the hall. A second call of the same visitor is a re-call."""

    def __init__(self, places: Places) -> None:
        self.store: Store = places.store
        self._places = places

    @once("places", Place)
    async def check_in_self(self, act: Act, place_id: str, body: VersionBody) -> Place:
        """The citizen says they are here, from some minutes before their time."""
        place = await self._places.get(act, place_id, "appointment.change")
        seen(place, body.version, frozenset({PlaceState.CONFIRMED}), "这个预约现在不能签到：还没有确认，或已经签到、结束。")
        opens = place.start - timedelta(minutes=self._places.rules.check_in_minutes)
        if act.at < opens:
            raise WrongState(f"还没到签到时间，请在{moment(opens)}以后到大厅签到。")
        return await self._check_in(act, place)

    @once("places", Place)
    async def check_in(self, act: Act, place_id: str, body: VersionBody) -> Place:
        """Staff see that the visitor is here; on the day itself, however early or late."""
        place = await self._places.get(act, place_id, _SERVE)
        seen(place, body.version, BOOKED, "这个预约已经签到、办完或取消，请刷新列表。")
        return await self._check_in(act, place)

    @once("places", Place)
    async def call(self, act: Act, place_id: str, body: CallBody) -> Place:
        """Calls the visitor to a counter that serves them, or calls them again. Raises `Invalid` where it does not: they are sent on to it."""
        place = await self._places.get(act, place_id, _SERVE)
        seen(place, body.version, IN_HALL, "这位办事人还没有签到，或已经办完，不能叫号。")
        taken = _taken(act, place, body)
        hall = await self._places.halls.get(place.hall, place.start.date())
        counter = self._counter_in(hall, body.counter)
        if not self._is_for(place, hall, counter):
            at = "、".join(each.name for each in hall.counters if self._is_for(place, hall, each))
            where = f"请由{at}叫号；" if at else ""
            raise Invalid(f"{counter.name}不办{place.item_text}。{where}确实要在这里办的，请先用「转窗口」转过来。")
        if place.state is not PlaceState.SERVING or place.called_to != counter.name:  # whoever is served there may be called again
            await require_open(self._places, hall, counter, act.at)
        return await self._call(act, place, counter.name, taken=taken)

    def _is_for(self, place: Place, hall: Hall, counter: Counter) -> bool:
        """Whether a visitor may be called there: sent on to it, booked at it, or it serves all they came for."""
        if place.called_to == counter.name or (not place.walk_in and place.counter == counter.id):
            return True
        return all(item.is_served_at(hall.hall, counter) for code in place.items if (item := self._places.served(code)) is not None)

    @once("places", Place)
    async def call_next(self, act: Act, hall_id: str, body: NextBody) -> Place:
        """Calls whoever is next in line at a counter. Two who call at once, each to their own counter, get two different visitors; at one
        counter the first of them calls, and the other is told.

        Raises `WrongState` where nobody waits there, or somebody is still served there and it is not said that both are;
        `NotFound`, `Invalid`, `Forbidden` to staff of another hall.
        """
        permissions.require(_SERVE, act, InHall(hall=hall_id))
        hall = await self._places.halls.get(hall_id, act.at.date())
        counter = self._counter_in(hall, body.counter)
        if not body.besides:
            await self._nobody_is_at(hall_id, counter, act.at)
        alone = None if body.besides else f"{hall_id} {act.at.astimezone(SHANGHAI).date().isoformat()} {counter.name}"
        await require_open(self._places, hall, counter, act.at)
        waiting = in_line(hall, [counter], self._places.served, act.at, await unattended(self._places, hall, act.at))
        while found := await first_of(self.store, waiting):
            try:
                return await self._call(act, found, counter.name, alone)
            except StaleVersion:  # a colleague was faster: the one after is next
                continue
            except DuplicateKeyError:  # … at this counter, at this moment
                await self._nobody_is_at(hall_id, counter, act.at)
        raise WrongState("这个窗口现在没有等候的办事人。过号的办事人请从列表里单独叫号。")

    async def _nobody_is_at(self, hall: str, counter: Counter, at: datetime) -> None:
        """Raises `WrongState` with who is served at a counter: one is called on by mistake more often than two are served at once."""
        serving = {**today_in(hall, at), "state": PlaceState.SERVING.value, "called_to": counter.name}
        here = [Place.of(row) for row in await self.store.places.find(serving, sort=ORDER)]
        if here:
            who = "、".join(f"{each.ticket or ''} {each.name or ''}".strip() for each in here)
            raise WrongState(f"{counter.name}还在办：{who}。请先点「完成」「挂起」或「转窗口」，再叫下一位；要几位一起办的，请选一起办。")

    @once("places", Place)
    async def put_first(self, act: Act, place_id: str, body: UrgentBody) -> Place:
        """Puts a visitor before the others, with the reason; without one, back into the ordinary line."""
        place = await self._places.get(act, place_id, _SERVE)
        seen(place, body.version, _WAITS, "这位办事人还没有签到，或已经叫到号，不能改优先。只有还在等的人可以排到前面。")
        if body.reason is None:
            return await self._places.change_or_tell(place, event_of(act, "appointment.put_back"), urgent=None)
        event = event_of(act, "appointment.put_first", detail={"reason": body.reason})
        return await self._places.change_or_tell(place, event, urgent=Urgent(reason=body.reason, by=act.actor.name, at=act.at))

    async def _call(self, act: Act, place: Place, name: str, alone: str | None = None, taken: Taken | None = None) -> Place:
        """`alone`: see `Place.alone_at`; who is called again to the same counter stands there as before. Raises `DuplicateKeyError`."""
        again = place.state is PlaceState.SERVING
        action = "appointment.recalled" if again else "appointment.called"
        event = event_of(act, action, detail=_from(taken), notices=self._called(place, name))
        fields: dict[str, Any] = {"state": PlaceState.SERVING, "called_to": name, "called_at": act.at, "parked": False}
        fields["called_by"] = CalledBy(id=act.actor.id, name=act.actor.name)
        fields["alone_at"] = place.alone_at if again and place.called_to == name else alone
        fields["taken"] = taken or (place.taken if again else None)
        fields["first_called_at"] = place.first_called_at or act.at
        return await self._places.change_or_tell(place, event, calls=place.calls + 1, **fields)

    @once("places", Place)
    async def forward(self, act: Act, place_id: str, body: ForwardBody) -> Place:
        """Sends the visitor on to another counter, where they wait to be called; what is said to it stays with them."""
        place = await self._places.get(act, place_id, _SERVE)
        seen(place, body.version, IN_HALL, "这位办事人还没有签到，或已经办完，不能转窗口。")
        taken = _taken(act, place, body)
        hall = await self._places.halls.get(place.hall, place.start.date())
        name = self._counter_in(hall, body.counter).name
        event = event_of(act, "appointment.forwarded", detail={"counter": name, "note": body.note, **_from(taken)})
        fields: dict[str, Any] = {"state": PlaceState.CHECKED_IN, "called_to": name, "called_at": None, "called_by": None, "parked": False}
        fields["taken"] = taken or place.taken
        fields["sent_on"] = SentOn(note=body.note, by=act.actor.name, at=act.at) if body.note else None
        return await self._places.change_or_tell(place, event, calls=0, **fields)

    @once("places", Place)
    async def park(self, act: Act, place_id: str, body: VisitBody) -> Place:
        """Puts a visitor aside who does not come when called; they keep their check-in and can be called again."""
        place = await self._places.get(act, place_id, _SERVE)
        seen(place, body.version, IN_HALL, "这位办事人还没有签到，或已经办完，不能过号。")
        taken = _taken(act, place, body)
        event = event_of(act, "appointment.parked", detail=_from(taken))
        return await self._places.change_or_tell(place, event, state=PlaceState.CHECKED_IN, parked=True, taken=taken or place.taken)

    @once("places", Place)
    async def done(self, act: Act, place_id: str, body: VisitBody) -> Place:
        """The visitor has been served."""
        place = await self._places.get(act, place_id, _SERVE)
        seen(place, body.version, frozenset({PlaceState.SERVING}), "请先叫号，办理后再点办完。")
        taken = _taken(act, place, body)
        event = event_of(act, "appointment.done", detail=_from(taken))
        fields: dict[str, Any] = {"state": PlaceState.DONE, "done_at": act.at, "parked": False, "taken": taken or place.taken}
        return await self._places.change_or_tell(place, event, **fields)

    @once("places", Place)
    async def resume(self, act: Act, place_id: str, body: VersionBody) -> Place:
        """Takes back that a visitor of today was done: they are served as before. Raises `WrongState` where they came or booked anew."""
        place = await self._places.get(act, place_id, _SERVE)
        seen(place, body.version, frozenset({PlaceState.DONE}), "这位办事人还没有办完，不用恢复。请刷新列表。")
        if place.start.astimezone(SHANGHAI).date() != act.at.date():
            raise WrongState("只能恢复当天办完的。以前的请重新取号。")
        try:
            again: dict[str, Any] = {"state": PlaceState.SERVING, "done_at": None, "alone_at": None}  # beside whoever was called meanwhile
            return await self._places.change_or_tell(place, event_of(act, "appointment.not_done"), **again)
        except DuplicateKeyError:
            raise WrongState("这位办事人办完以后又为这个事项取了号或约了时间，不能恢复。请在新的那一条里办。") from None

    @once("places", Place)
    async def missed(self, act: Act, place_id: str, body: VisitBody) -> Place:
        """The visitor did not come (it counts), or came and left before being served (it does not)."""
        place = await self._places.get(act, place_id, _SERVE)
        seen(place, body.version, BOOKED | IN_HALL, "这个预约已经结束，请刷新列表。")
        taken = _taken(act, place, body)
        came = place.state in IN_HALL
        grace = missed_from(place, self._places.rules)
        if not came and act.at < grace:
            raise WrongState(f"约的时间还没有过，{moment(grace)}以后仍未到才能记为未到场。")
        if came and place.calls == 0:
            raise WrongState("这位办事人已经签到，叫号后没有应答才能记为离开。")
        event = self.missed_event(act, place, taken)
        return await self._places.change_or_tell(place, event, state=PlaceState.MISSED, no_show=not came, taken=taken or place.taken)

    @once("places", Place)
    async def not_missed(self, act: Act, place_id: str, body: VersionBody) -> Place:
        """Takes back, on the same day, that a visitor was missed: who never came is expected again, who left is called from the list. Nothing
        counts against them. Raises `WrongState` on a later day, and where they came or booked anew."""
        place = await self._places.get(act, place_id, _SERVE)
        seen(place, body.version, frozenset({PlaceState.MISSED}), "这位办事人没有记为未到，不用撤回。请刷新列表。")
        if place.start.astimezone(SHANGHAI).date() != act.at.date():
            raise WrongState("只能撤回当天记的未到。以前的请重新取号。")
        back: dict[str, Any] = {"state": PlaceState.CONFIRMED}
        if not place.no_show:
            back = {"state": PlaceState.CHECKED_IN, "parked": True}
        try:
            return await self._places.change_or_tell(place, event_of(act, "appointment.not_missed"), no_show=False, alone_at=None, **back)
        except DuplicateKeyError:
            raise WrongState("记为未到以后，本人又为这个事项取了号或约了时间，不能撤回。请在新的那一条里办。") from None

    @once("places", Place)
    async def void(self, act: Act, place_id: str, body: ReasonBody) -> Place:
        """Takes back a number that was given by mistake to whoever just came; it counts as nothing, and nobody is told: they stand there."""
        place = await self._places.get(act, place_id, _SERVE)
        seen(place, body.version, frozenset({PlaceState.CHECKED_IN}), "只有还在等叫号的号码可以作废，请刷新列表。")
        if not may_be_void(place):
            raise WrongState("只有现场取的、还没有叫过的号码可以作废。约好的号请先叫号，没有应答再记未到。")
        event = event_of(act, "appointment.voided", detail={"reason": body.reason})
        return await self._places.change_or_tell(place, event, state=PlaceState.CANCELLED, reason=body.reason)

    @once("places", Place)
    async def undo_check_in(self, act: Act, place_id: str, body: VersionBody) -> Place:
        """Takes back that a visitor with an appointment is here: somebody else's name was chosen. They are expected as before, their number
        is given to nobody else. Raises `WrongState` for who just came (their number is void instead) or was called."""
        place = await self._places.get(act, place_id, _SERVE)
        seen(place, body.version, _WAITS, "只有已签到、还在等叫号的可以撤销签到，请刷新列表。")
        if not may_check_in_be_undone(place):
            raise WrongState("只能撤销约好的、还没有叫过的人的签到。现场取的号请用「号码作废」；叫过没来的请用「挂起」或「未到」。")
        fields: dict[str, Any] = {"state": PlaceState.CONFIRMED, "checked_in_at": None, "ticket": None, "urgent": None, "called_to": None}
        return await self._places.change_or_tell(place, event_of(act, "appointment.check_in_undone"), **fields)

    def missed_event(self, act: Act, place: Place, taken: Taken | None = None) -> Event:
        """The event of a missed appointment; only those who did not come are told."""
        if place.state in IN_HALL:
            return event_of(act, "appointment.left", detail=_from(taken))
        return event_of(act, "appointment.missed", notices=self._places.notices(place, Note.MISSED))

    async def _check_in(self, act: Act, place: Place) -> Place:
        if place.start.astimezone(SHANGHAI).date() != act.at.date():
            raise WrongState(f"这个预约是{moment(place.start)}的，请当天到大厅签到。")
        event = event_of(act, "appointment.checked_in")
        ticket = await take_number(self.store, place, act.at)
        return await self._places.change_or_tell(
            place, event, state=PlaceState.CHECKED_IN, checked_in_at=act.at, ticket=ticket, freeze=None
        )

    def _counter_in(self, hall: Hall, counter_id: str) -> Counter:
        counter = hall.counter(counter_id)
        if counter is None:
            raise Invalid("这个大厅没有这个窗口，请从列表里选择。")
        return counter

    def _called(self, place: Place, counter: str) -> list[NoticeOrder]:
        return [NoticeOrder(to=place.person or "", template=Note.CALLED, data={**self._places.notice_data(place), "counter": counter})]


def _taken(act: Act, place: Place, body: VisitBody) -> Taken | None:
    """From which colleague an act takes whoever is served; None where nobody else called them.

    Raises `WrongState` with where they are and who called them, unless the body says that it is meant: a row that is chosen on one's own
    page may have become a colleague's visitor a moment ago.
    """
    by = place.called_by
    if place.state is not PlaceState.SERVING or by is None or by.id == act.actor.id:
        return None
    if not body.theirs:
        who = f"{place.ticket or ''} {place.name or ''}".strip()
        raise WrongState(f"{who}正在{place.called_to}办理，{by.name}叫的号。请先问一声{by.name}；说好了由您来办的，请先确认再做。")
    return Taken(by=act.actor.name, of=by, at=act.at)


def _from(taken: Taken | None) -> dict[str, str]:
    """What the log says of it."""
    return {"called_by": taken.of.name} if taken else {}

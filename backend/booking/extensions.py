"""Single days on which some counters of a hall are open longer (延时服务): laid over the schedule, bookable at once, taken back."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from backend import permissions
from backend.audit import event_of
from backend.booking.calendar import Days, Slot, hours_of, release_of, slots_of
from backend.booking.closed_people import affected_views
from backend.booking.closures import Closures
from backend.booking.core import Places
from backend.booking.halls import hours_added, with_extra
from backend.booking.planner import Planner, closures_of
from backend.clock import SHANGHAI
from backend.errors import FieldError, Invalid, NotFound, WrongState
from backend.idempotency import once
from backend.ids import new_id
from backend.spoken import until
from backend.store import Session, Store
from models.acts import Act
from models.booking import Closure, Counter, Extension, ExtensionState, Hall, Hours, InHall, Place
from models.schedules import ExtraHoursBody, ExtraHoursView, LiftExtraHoursBody, ManyExtraHoursView

_AHEAD = timedelta(days=366)
_LISTED = 100


class Extensions:
    """Places follow by themselves, shifts end with the last of them. Taken back, nobody loses an appointment unheard."""

    def __init__(self, places: Places, planner: Planner, closures: Closures, days: Days) -> None:
        self.store: Store = places.store
        self._places = places
        self._planner = planner
        self._closures = closures
        self._days = days

    async def of_hall(self, act: Act, hall_id: str) -> ManyExtraHoursView:
        """Of a hall, lifted ones too. Raises `NotFound`, `Forbidden` to staff of elsewhere."""
        permissions.require("hall.schedule", act, InHall(hall=hall_id))
        rows = await self.store.extensions.find({"hall": hall_id}, sort=[("day", -1), ("_id", -1)], limit=_LISTED)
        return ManyExtraHoursView(items=[await self._view(act, Extension.of(row)) for row in rows])

    async def one(self, act: Act, hall_id: str, extension_id: str) -> ExtraHoursView:
        """One, with who is booked in it. Raises `NotFound`, `Forbidden`."""
        permissions.require("hall.schedule", act, InHall(hall=hall_id))
        return await self._view(act, await self._get(hall_id, extension_id))

    async def preview(self, act: Act, hall_id: str, body: ExtraHoursBody) -> ExtraHoursView:
        """What it would add. Raises as `extend`."""
        return await self._view(act, await self._checked(act, hall_id, body), preview=True)

    async def extend(self, act: Act, hall_id: str, body: ExtraHoursBody) -> ExtraHoursView:
        """Opens counters longer on a day and makes the places.

        Raises `Invalid` with a pointer: the day, a counter that is not there or has nothing to book, a time that has begun, is shorter
        than a slot, is open already or closed by an act.
        """
        extension = await self._extend(act, hall_id, body)
        await self._follow()
        return await self._view(act, extension)

    async def lift(self, act: Act, hall_id: str, extension_id: str, body: LiftExtraHoursBody) -> ExtraHoursView:
        """Takes it back: free places go. Who is booked is moved or told, as in a closure, or keeps the appointment.

        Raises `NotFound`, `Forbidden`, `WrongState` where it was taken back or has begun.
        """
        extension = await self._lift(act, hall_id, extension_id, body)
        await self._follow()
        for closure in extension.closures:
            await self._closures.carry_out(await self._closures.get(closure))
        return await self._view(act, extension)

    @once("extensions", Extension)
    async def _extend(self, act: Act, hall_id: str, body: ExtraHoursBody) -> Extension:
        extension = await self._checked(act, hall_id, body)
        detail = extension.model_dump(include={"hall", "day", "counters", "start", "end", "capacity", "offline", "reason"})
        await self.store.extensions.insert(extension, event_of(act, "hall.extended", detail=detail))
        return extension

    @once("extensions", Extension)
    async def _lift(self, act: Act, hall_id: str, extension_id: str, body: LiftExtraHoursBody) -> Extension:
        permissions.require("hall.schedule", act, InHall(hall=hall_id))
        extension = await self._get(hall_id, extension_id)
        counters = [each.id for each in await self._open_for(extension)] if body.remedy else []
        begun = self._closures.of_counters(act, hall_id, counters, extension.start, extension.end, body, body.remedy) if body.remedy else []
        event = event_of(act, "hall.extension_lifted", detail={"hall": hall_id, "day": extension.day, "reason": body.reason})
        change = {"state": ExtensionState.LIFTED.value, "lifted_for": body.reason, "closures": [closure.id for closure, _ in begun]}
        where = {"_id": extension.id, "state": ExtensionState.STANDING.value, "start": {"$gt": act.at}}

        async def write(session: Session) -> Extension:
            lifted = await self.store.extensions.change(where, {"$set": change}, event, session=session)
            if lifted is None:
                raise WrongState("这次延时已经撤销或已经开始，不能再撤销。请刷新列表查看；临时要停，请用「停办」。")
            for closure, closed in begun:
                await self.store.closures.insert(closure, closed, session=session)
            return Extension.of(lifted)

        return await self.store.transact(write)

    async def _follow(self) -> None:
        self._places.halls.forget()
        await self._planner.tick()

    async def _get(self, hall_id: str, extension_id: str) -> Extension:
        row = await self.store.extensions.find_one({"_id": extension_id, "hall": hall_id})
        if row is None:
            raise NotFound("没有找到这次延时，请刷新列表。")
        return Extension.of(row)

    async def _checked(self, act: Act, hall_id: str, body: ExtraHoursBody) -> Extension:
        permissions.require("hall.schedule", act, InHall(hall=hall_id))
        if not act.at.date() <= body.day <= act.at.date() + _AHEAD:
            raise Invalid(errors=[FieldError("/day", "延时只能安排在今天或以后一年内的一天，请重新选日期。")])
        start, end = (datetime.combine(body.day, each, SHANGHAI) for each in (body.start, body.end))
        if start <= act.at:
            raise Invalid(errors=[FieldError("/start", "这个时间已经过去了，请选还没有开始的时间。")])
        hall = await self._places.halls.get(hall_id, body.day)
        hours = Hours(**body.model_dump(include=set(Hours.model_fields)))
        closed = await closures_of(self._places, hall_id, act.at)
        if faults := [fault for index in range(len(body.counters)) for fault in self._faults(hall, body, index, hours, closed)]:
            raise Invalid(errors=faults)
        facts = body.model_dump(include={"capacity", "offline", "reason"})
        counters = tuple(body.counters)
        return Extension(_id=new_id("extension"), hall=hall_id, day=body.day.isoformat(), counters=counters, start=start, end=end, **facts)

    def _faults(self, hall: Hall, body: ExtraHoursBody, index: int, hours: Hours, closed: Sequence[Closure]) -> list[FieldError]:
        where, counter = f"/counters/{index}", hall.counter(body.counters[index])
        if counter is None or body.counters[index] in body.counters[:index]:
            return [FieldError(where, "这个大厅没有这个窗口，或者选了两次。请从列表里选择。")]
        served = [
            item for code in counter.items if (item := self._places.items(code)) is not None and item.is_served_at(hall.hall, counter)
        ]
        if not served:
            return [FieldError(where, f"{counter.name}没有可以预约的事项，多开也约不了。请先在「排班」里给它加事项。")]
        start, end = (datetime.combine(body.day, each, SHANGHAI) for each in (hours.start, hours.end))
        if end - start < timedelta(minutes=counter.slot_minutes):
            return [FieldError("/end", f"{counter.name}一个号要 {counter.slot_minutes} 分钟，这段时间放不下。请把结束时间往后移。")]
        if open_already := [each for each in hours_of(counter, body.day, self._days) if each.overlaps(hours)]:
            known = "、".join(f"{each.start:%H:%M}–{each.end:%H:%M}" for each in open_already)
            return [FieldError("/start", f"{counter.name}这天 {known} 本来就开放，请选不重叠的时间。")]
        for closure in closed:
            if closure.counter in (None, counter.id) and closure.start < end and start < closure.end:
                end_of = until(closure.end, start)
                return [FieldError("/start", f"{counter.name}这段时间已安排停办（到{end_of}）。请先在「停办」里撤销，或选别的时间。")]
        return []

    async def _open_for(self, extension: Extension) -> list[Counter]:
        """Its counters, as far as its hours hold there: a schedule changed since may have gone before them."""
        day, hours = date.fromisoformat(extension.day), hours_added(extension)
        hall = await self._places.halls.find(extension.hall, day)
        own = with_extra(hall, [extension]).counters if hall else ()
        return [each for each in own if each.id in extension.counters and hours in hours_of(each, day, self._days)]

    async def _view(self, act: Act, extension: Extension, *, preview: bool = False) -> ExtraHoursView:
        day = date.fromisoformat(extension.day)
        hall = await self._places.halls.get(extension.hall, day)
        opened = await self._open_for(extension)
        names = {each.id: each.name for each in hall.counters}
        closures = [await self._closures.get(each) for each in extension.closures]
        facts = extension.model_dump(include={"hall", "start", "end", "capacity", "offline", "reason", "state", "lifted_for"})
        return ExtraHoursView(
            **facts,
            id=None if preview else extension.id,
            counters=list(extension.counters),
            counter_names=[names.get(each, each) for each in extension.counters],
            places=sum(slot.capacity for each in opened for slot in self._slots(extension, each, day)),
            opens_at=release_of(hall, day, self._places.rules),
            over=extension.start <= act.at,
            affected=await affected_views(self.store, await self._booked(extension, opened)),
            moved=sum(each.moved for each in closures),
            told=sum(each.told for each in closures),
        )

    def _slots(self, extension: Extension, counter: Counter, day: date) -> list[Slot]:
        return [
            slot
            for slot in slots_of(extension.hall, counter, day, self._days)
            if extension.start <= slot.start and slot.end <= extension.end
        ]

    async def _booked(self, extension: Extension, counters: Sequence[Counter]) -> list[Place]:
        """Who is booked in it and has not come yet, in order of time."""
        facts = {"hall": extension.hall, "start": extension.start, "end": extension.end, "reason": extension.reason}
        found: list[Place] = []
        for counter in counters:
            found += await self._closures.affected(Closure(_id="", counter=counter.id, **facts))
        return sorted(found, key=lambda place: (place.start, place.id))

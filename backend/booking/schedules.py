"""The schedule of a hall in the hands of its manager: dated, each day's in one document, the places follow it by themselves."""

import itertools
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from pydantic import ValidationError

from backend import permissions
from backend.audit import event_of
from backend.booking.calendar import Days, has_seat
from backend.booking.closed_people import affected_views
from backend.booking.closures import Closures
from backend.booking.core import Places
from backend.booking.planner import Planner
from backend.clock import SHANGHAI
from backend.errors import FieldError, Invalid, StaleVersion
from backend.idempotency import once
from backend.store import DuplicateKeyError, Session, Store
from models.acts import Act
from models.base import Event
from models.booking import BOOKED, Closure, Counter, Hall, InHall, Place, Remedy, Window
from models.closures import LiftBody
from models.schedules import CounterHoursView, ScheduleBody, ScheduleView, ServableView

_AHEAD = timedelta(days=400)
_SPARE_DAYS = 2  # places are made a day before they open, and a day has begun
_GONE = "{name}不再开放：{reason}"
_CHANGED = ("valid_from", "hours", "days_ahead", "embargo_minutes", "counters")


class Schedules:
    """Who has an appointment keeps it: a new schedule withdraws only what nobody has, and names those it has no room for. Only whoever is
    booked at a counter that is removed is moved, as in a closure."""

    def __init__(self, places: Places, planner: Planner, closures: Closures, days: Days) -> None:
        self.store: Store = places.store
        self._places = places
        self._planner = planner
        self._closures = closures
        self._days = days

    async def of_hall(self, act: Act, hall_id: str, on: date | None) -> ScheduleView:
        """As it is on a day. Raises `NotFound`, `Forbidden` to staff of elsewhere."""
        permissions.require("hall.schedule", act, InHall(hall=hall_id))
        return await self._view(act, await self._places.halls.get(hall_id, on or act.at.date()), [])

    async def preview(self, act: Act, hall_id: str, body: ScheduleBody) -> ScheduleView:
        """The schedule as it would be, and who is booked outside it."""
        hall = await self._changed(act, hall_id, body)
        return await self._view(act, hall, await self._outside(act, hall), body.removed)

    async def change(self, act: Act, hall_id: str, body: ScheduleBody) -> ScheduleView:
        """Lays down a schedule from a day on, makes its places and moves whoever is booked at a counter that goes. Raises `Invalid`,
        `StaleVersion`."""
        hall = await self._lay_down(act, hall_id, body)
        self._places.halls.forget()
        await self._planner.tick()
        if body.removed:
            await self._closures.finish(hall_id)
        return await self._view(act, hall, await self._outside(act, hall), body.removed)

    @once("halls", Hall)
    async def _lay_down(self, act: Act, hall_id: str, body: ScheduleBody) -> Hall:
        hall = await self._changed(act, hall_id, body)
        detail = {"hall": hall_id, "valid_from": hall.valid_from, "removed": body.removed}
        event = event_of(act, "hall.schedule_changed", detail=detail)
        closing = await self._closing(act, hall, body)

        async def write(session: Session) -> Hall:
            written = await self._write(hall, body.version, event, session)
            for closure, closed in closing:
                await self.store.closures.insert(closure, closed, session=session)
            return written

        try:
            return await self.store.transact(write)
        except DuplicateKeyError:
            raise StaleVersion() from None

    async def _write(self, hall: Hall, version: int | None, event: Event, session: Session) -> Hall:
        if version is None:
            await self.store.halls.insert(hall, event, session=session)
            return hall
        document = hall.to_document()
        where = {"_id": hall.id, "version": version}
        written = await self.store.halls.change(where, {"$set": {key: document[key] for key in _CHANGED}}, event, session=session)
        if written is None:
            raise StaleVersion()
        return Hall.of(written)

    async def _closing(self, act: Act, hall: Hall, body: ScheduleBody) -> list[tuple[Closure, Event]]:
        """A closure of each counter that goes, as far ahead as anybody can be booked there, for whoever claims at this very moment, too."""
        before = await self._places.halls.get(hall.hall, body.valid_from)
        start = max(datetime.combine(body.valid_from, datetime.min.time(), SHANGHAI), act.at)
        end = max(start, act.at) + timedelta(days=before.days_ahead + _SPARE_DAYS)
        found: list[tuple[Closure, Event]] = []
        for counter in (each for each in before.counters if each.id in body.removed):
            told = LiftBody(reason=_GONE.format(name=counter.name, reason=body.reason))
            found += self._closures.of_counters(act, hall.hall, [counter.id], start, end, told, Remedy.MOVE)
        return found

    async def _changed(self, act: Act, hall_id: str, body: ScheduleBody) -> Hall:
        permissions.require("hall.schedule", act, InHall(hall=hall_id))
        if not act.at.date() <= body.valid_from <= act.at.date() + _AHEAD:
            raise Invalid(errors=[FieldError("/valid_from", "排班只能从今天或以后一年内的一天开始，请重新选日期。")])
        hall = await self._places.halls.get(hall_id, body.valid_from)
        kept = [each.id for each in body.counters if each.id is not None]
        if sorted([*kept, *body.removed]) != sorted(each.id for each in hall.counters):
            raise Invalid(
                errors=[FieldError("/counters", "请写全这个大厅的每个窗口，各写一次；不开放预约的窗口不写时段，要撤掉的写明撤掉。")]
            )
        if body.removed and not body.reason:
            raise Invalid(errors=[FieldError("/reason", "请写明为什么撤掉窗口，会告诉约在那里的人。")])
        since = body.valid_from.isoformat()
        versions = await self.store.halls.find({"hall": hall_id}, fields=["valid_from", "counters"])
        for version in versions:
            if again := [each for each in version["counters"] if each["id"] in body.removed and version["valid_from"] > since]:
                why = f"从{version['valid_from']}起的排班里还有{again[0]['name']}，请先从那份排班里撤掉它。"
                raise Invalid(errors=[FieldError("/removed", why)])
        gone = await self.store.closures.find({"hall": hall_id}, fields=["counter"])  # each one that was removed has left its closure
        used = {each["id"] for version in versions for each in version["counters"]} | {str(each["counter"]) for each in gone}
        ids = new_ids(hall_id, used)
        counters = tuple(self._counter(hall, body, index, ids) for index in range(len(body.counters)))
        facts = {"valid_from": since, "hours": body.hours, "days_ahead": body.days_ahead, "embargo_minutes": body.embargo_minutes}
        same = {name: getattr(hall, name) for name in ("hall", "name", "address", "phone", "towns")}
        return Hall(_id=f"{hall_id}@{since}", **same, **facts, counters=counters)

    def _counter(self, hall: Hall, schedule: ScheduleBody, index: int, ids: Iterator[str]) -> Counter:
        """Raises `Invalid` with a pointer where items are not known, windows overlap or hold no whole slot, or a new counter has no name
        of its own: people are called by it."""
        body = schedule.counters[index]
        if unknown := [code for code in body.items if code not in hall.items and self._places.served(code) is None]:
            raise Invalid(errors=[FieldError(f"/counters/{index}/items", f"没有在窗口办理的事项 {unknown[0]}，请从列表里选择。")])
        known = hall.counter(body.id) if body.id else None
        taken = {each.name for each in hall.counters if each.id not in schedule.removed}
        taken |= {each.name for each in schedule.counters[:index] if each.id is None and each.name}
        if known is None and (not body.name or body.name in taken):
            raise Invalid(errors=[FieldError(f"/counters/{index}/name", "请给新窗口起一个这个大厅没有用过的名称，例如「3号综合窗口」。")])
        name = known.name if known else str(body.name)
        windows = tuple(Window(**each.model_dump()) for each in body.windows)
        try:
            number = known.id if known else next(ids)
            return Counter(id=number, name=name, items=tuple(body.items), slot_minutes=body.slot_minutes, windows=windows)
        except ValidationError:
            why = f"{name}：同一天的时段不能重叠，每一段至少放得下一个 {body.slot_minutes} 分钟的号，请核对。"
            raise Invalid(errors=[FieldError(f"/counters/{index}/windows", why)]) from None

    async def _outside(self, act: Act, hall: Hall) -> list[Place]:
        """Appointments from the schedule's first day to the next schedule's which it has no seat for, in order of time."""
        first = max(datetime.combine(date.fromisoformat(hall.valid_from), datetime.min.time(), SHANGHAI), act.at)
        start: dict[str, Any] = {"$gt": first}
        if later := await self._later(hall):
            start["$lt"] = datetime.combine(later[0], datetime.min.time(), SHANGHAI)
        where = {"hall": hall.hall, "start": start, "state": {"$in": [state.value for state in BOOKED]}}
        booked = [Place.of(row) for row in await self.store.places.find(where, sort=[("start", 1), ("_id", 1)])]
        on = {day: await self._places.halls.with_extra_of(hall, day) for day in {_day_of(place) for place in booked}}
        return [place for place in booked if not has_seat(on[_day_of(place)], place, self._days)]

    async def _later(self, hall: Hall) -> list[date]:
        after = {"hall": hall.hall, "valid_from": {"$gt": hall.valid_from}}
        rows = await self.store.halls.find(after, sort=[("valid_from", 1)], fields=["valid_from"])
        return [date.fromisoformat(row["valid_from"]) for row in rows]

    async def _view(self, act: Act, hall: Hall, outside: Sequence[Place], removed: Sequence[str] = ()) -> ScheduleView:
        found = [item for code in sorted(hall.items) if (item := self._places.served(code)) is not None]
        return ScheduleView(
            hall=hall.hall,
            hall_name=hall.name,
            today=act.at.date(),
            valid_from=date.fromisoformat(hall.valid_from),
            version=hall.version,
            hours=hall.hours,
            days_ahead=hall.days_ahead,
            embargo_minutes=hall.embargo_minutes,
            counters=[
                CounterHoursView(
                    **each.model_dump(include={"id", "name", "slot_minutes"}), items=list(each.items), windows=list(each.windows)
                )
                for each in hall.counters
            ],
            items=[ServableView(item=each.code, name=each.name, bookable=each.bookable) for each in found],
            later=await self._later(hall),
            outside=await affected_views(self.store, [each for each in outside if each.counter not in removed]),
            displaced=await affected_views(self.store, [each for each in outside if each.counter in removed]),
        )


def new_ids(hall: str, used: Collection[str]) -> Iterator[str]:
    """Names for counters that no counter of the hall ever had: appointments of one that was removed stay its own."""
    return (name for number in itertools.count(1) if (name := f"{hall}-{number:02d}") not in used)


def _day_of(place: Place) -> date:
    return place.start.astimezone(SHANGHAI).date()

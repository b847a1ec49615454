"""The schedule of a hall in the hands of its manager: dated, each day's in one document, the places follow it by themselves."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from pydantic import ValidationError

from backend import permissions
from backend.audit import event_of
from backend.booking.calendar import Days, has_seat
from backend.booking.core import Places
from backend.booking.planner import Planner
from backend.booking.views import affected_view
from backend.clock import SHANGHAI
from backend.errors import FieldError, Invalid, StaleVersion
from backend.idempotency import once
from backend.store import DuplicateKeyError, Store
from models.acts import Act
from models.appointments import AffectedView
from models.booking import BOOKED, Counter, Hall, InHall, Place, Window
from models.schedules import CounterHoursBody, CounterHoursView, ScheduleBody, ScheduleView, ServableView

_AHEAD = timedelta(days=400)
_CHANGED = ("valid_from", "hours", "days_ahead", "embargo_minutes", "counters")


class Schedules:
    """Who has an appointment keeps it: a new schedule withdraws only what nobody has, and names those it has no room for."""

    def __init__(self, places: Places, planner: Planner, days: Days) -> None:
        self.store: Store = places.store
        self._places = places
        self._planner = planner
        self._days = days

    async def of_hall(self, act: Act, hall_id: str, on: date | None) -> ScheduleView:
        """As it is on a day. Raises `NotFound`, `Forbidden` to staff of elsewhere."""
        permissions.require("hall.schedule", act, InHall(hall=hall_id))
        return await self._view(act, await self._places.halls.get(hall_id, on or act.at.date()), [])

    async def preview(self, act: Act, hall_id: str, body: ScheduleBody) -> ScheduleView:
        """The schedule as it would be, and who is booked outside it."""
        hall = await self._changed(act, hall_id, body)
        return await self._view(act, hall, await self._outside(act, hall))

    async def change(self, act: Act, hall_id: str, body: ScheduleBody) -> ScheduleView:
        """Lays down a schedule from a day on and makes its places. Raises `Invalid`, `StaleVersion`."""
        hall = await self._lay_down(act, hall_id, body)
        self._places.halls.forget()
        await self._planner.tick()
        return await self._view(act, hall, await self._outside(act, hall))

    @once("halls", Hall)
    async def _lay_down(self, act: Act, hall_id: str, body: ScheduleBody) -> Hall:
        hall = await self._changed(act, hall_id, body)
        event = event_of(act, "hall.schedule_changed", detail={"hall": hall_id, "valid_from": hall.valid_from})
        if body.version is None:
            try:
                await self.store.halls.insert(hall, event)
            except DuplicateKeyError:
                raise StaleVersion() from None
            return hall
        document = hall.to_document()
        where = {"_id": hall.id, "version": body.version}
        written = await self.store.halls.change(where, {"$set": {key: document[key] for key in _CHANGED}}, event)
        if written is None:
            raise StaleVersion()
        return Hall.of(written)

    async def _changed(self, act: Act, hall_id: str, body: ScheduleBody) -> Hall:
        permissions.require("hall.schedule", act, InHall(hall=hall_id))
        if not act.at.date() <= body.valid_from <= act.at.date() + _AHEAD:
            raise Invalid(errors=[FieldError("/valid_from", "排班只能从今天或以后一年内的一天开始，请重新选日期。")])
        hall = await self._places.halls.get(hall_id, body.valid_from)
        if {each.id for each in body.counters} != {each.id for each in hall.counters} or len(body.counters) != len(hall.counters):
            raise Invalid(errors=[FieldError("/counters", "请写全这个大厅的每个窗口，各写一次；不开放预约的窗口不写时段。")])
        counters = tuple(self._counter(hall, each, index) for index, each in enumerate(body.counters))
        since = body.valid_from.isoformat()
        facts = {"valid_from": since, "hours": body.hours, "days_ahead": body.days_ahead, "embargo_minutes": body.embargo_minutes}
        kept = {name: getattr(hall, name) for name in ("hall", "name", "address", "phone", "towns")}
        return Hall(_id=f"{hall_id}@{since}", **kept, **facts, counters=counters)

    def _counter(self, hall: Hall, body: CounterHoursBody, index: int) -> Counter:
        """Raises `Invalid` with a pointer where items are not known, windows overlap or hold no whole slot."""
        if unknown := [code for code in body.items if code not in hall.items and self._places.served(code) is None]:
            raise Invalid(errors=[FieldError(f"/counters/{index}/items", f"没有在窗口办理的事项 {unknown[0]}，请从列表里选择。")])
        known = hall.counter(body.id)
        windows = [Window(**each.model_dump()) for each in body.windows]
        try:
            name = known.name if known else body.id
            return Counter(id=body.id, name=name, items=tuple(body.items), slot_minutes=body.slot_minutes, windows=tuple(windows))
        except ValidationError:
            why = f"{known.name if known else body.id}：同一天的时段不能重叠，每一段至少放得下一个 {body.slot_minutes} 分钟的号，请核对。"
            raise Invalid(errors=[FieldError(f"/counters/{index}/windows", why)]) from None

    async def _outside(self, act: Act, hall: Hall) -> list[AffectedView]:
        """Appointments from the schedule's first day to the next schedule's which it has no seat for, in order of time."""
        first = max(datetime.combine(date.fromisoformat(hall.valid_from), datetime.min.time(), SHANGHAI), act.at)
        start: dict[str, Any] = {"$gt": first}
        if later := await self._later(hall):
            start["$lt"] = datetime.combine(later[0], datetime.min.time(), SHANGHAI)
        where = {"hall": hall.hall, "start": start, "state": {"$in": [state.value for state in BOOKED]}}
        booked = [Place.of(row) for row in await self.store.places.find(where, sort=[("start", 1), ("_id", 1)])]
        on = {day: await self._places.halls.with_extra_of(hall, day) for day in {_day_of(place) for place in booked}}
        return [affected_view(place) for place in booked if not has_seat(on[_day_of(place)], place, self._days)]

    async def _later(self, hall: Hall) -> list[date]:
        after = {"hall": hall.hall, "valid_from": {"$gt": hall.valid_from}}
        rows = await self.store.halls.find(after, sort=[("valid_from", 1)], fields=["valid_from"])
        return [date.fromisoformat(row["valid_from"]) for row in rows]

    async def _view(self, act: Act, hall: Hall, outside: Sequence[AffectedView]) -> ScheduleView:
        named = {code: item.name for code in sorted(hall.items) if (item := self._places.served(code)) is not None}
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
            items=[ServableView(item=code, name=name) for code, name in named.items()],
            later=await self._later(hall),
            outside=list(outside),
        )


def _day_of(place: Place) -> date:
    return place.start.astimezone(SHANGHAI).date()

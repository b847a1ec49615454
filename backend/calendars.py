"""The working calendar of the moment: that of the release, with what staff changed later laid over it, day by day.

Each process keeps it in memory and looks for changes every few seconds. Who counts with it writes its `revision` beside the
result, so that what was counted before a change, or by a process that had not seen it yet, is found and counted anew.
"""

import asyncio
from datetime import date, timedelta

import structlog
from pymongo.errors import PyMongoError

from backend.audit import event_of
from backend.errors import FieldError, Invalid, StaleVersion
from backend.store import DuplicateKeyError, Store
from backend.workdays import LaidDay, WorkCalendar
from models.acts import Act
from models.calendar import CalendarDay, CalendarDayBody, CalendarDaysView, CalendarDayView, DayKind, NotableDayView
from models.cases import Somebody

log = structlog.get_logger()
_EVERY = 5.0  # seconds between two looks for what another process changed
_AHEAD = timedelta(days=800)


class Calendars:
    """Gives the calendar, and lets staff change single days of it."""

    def __init__(self, store: Store, base: WorkCalendar) -> None:
        self._store = store
        self._base = base
        self.current = base

    def is_workday(self, day: date) -> bool:
        """Worked, as things stand now."""
        return self.current.is_workday(day)

    def is_holiday(self, day: date) -> bool:
        """A public holiday, as things stand now."""
        return self.current.is_holiday(day)

    async def refresh(self) -> None:
        """Reads what has been changed. The revision is the number of all changes ever made."""
        days = [CalendarDay.of(each) for each in await self._store.calendar_days.find({})]
        revision = sum(each.version + 1 for each in days)
        if revision != self.current.revision:
            self.current = self._base.with_days([_laid(each) for each in days], revision)

    async def run(self) -> None:
        """Keeps this process's calendar fresh until cancelled."""
        while True:
            try:
                await self.refresh()
            except PyMongoError as error:
                log.warning("calendar_waits", error=type(error).__name__)
            await asyncio.sleep(_EVERY)

    async def days(self, year: int) -> list[CalendarDay]:
        """The changed days of a year, in order."""
        where = {"_id": {"$gte": f"{year}-01-01", "$lte": f"{year}-12-31"}}
        return [CalendarDay.of(each) for each in await self._store.calendar_days.find(where, sort=[("_id", 1)])]

    async def set_day(self, act: Act, day: str, body: CalendarDayBody) -> CalendarDay:
        """Makes a day, today or later, a holiday or a working day. Raises `Invalid` for another day, `StaleVersion` where
        somebody changed it meanwhile."""
        await self.refresh()
        when = _day(day, act.at.date())
        changed = CalendarDay(
            _id=when.isoformat(),
            kind=body.kind,
            name=body.name,
            source=body.source,
            revision=self.current.revision + 1,
            changed_at=act.at,
            changed_by=Somebody(id=act.actor.id, name=act.actor.name),
        )
        detail = {"day": changed.id, "kind": body.kind.value, "was_workday": self.current.is_workday(when)}
        event = event_of(act, "calendar.day_changed", detail=detail | {"name": body.name, "source": body.source})
        if body.version is None:
            try:
                await self._store.calendar_days.insert(changed, event)
            except DuplicateKeyError:
                raise StaleVersion() from None
        else:
            document = changed.to_document()
            keys = ("kind", "name", "source", "revision", "changed_at", "changed_by")
            where = {"_id": changed.id, "version": body.version}
            written = await self._store.calendar_days.change(where, {"$set": {key: document[key] for key in keys}}, event)
            if written is None:
                raise StaleVersion()
            changed = CalendarDay.of(written)
        await self.refresh()
        return changed


def day_view(day: CalendarDay) -> CalendarDayView:
    """A changed day as it is answered."""
    return CalendarDayView(
        day=date.fromisoformat(day.id),
        kind=day.kind.value,
        label=day.kind.label,
        name=day.name,
        source=day.source,
        changed_at=day.changed_at,
        changed_by=day.changed_by.name,
        version=day.version,
    )


def year_view(year: int, calendar: WorkCalendar, changed: list[CalendarDay]) -> CalendarDaysView:
    """A year as it holds by `calendar`, with what staff changed of it."""
    return CalendarDaysView(
        year=year,
        published=calendar.is_published(year),
        source=calendar.source(year),
        days=[NotableDayView(day=each.day, works=each.works, name=each.name, changed=each.laid) for each in calendar.notable_days(year)],
        items=[day_view(each) for each in changed],
    )


def _day(text: str, today: date) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Invalid(errors=[FieldError("/day", "没有这一天，请核对日期。")]) from None
    if not today <= day <= today + _AHEAD:
        raise Invalid(errors=[FieldError("/day", "只能改今天和以后两年内的日子；已经过去的日子不能改，按它算过的期限已经到了。")])
    return day


def _laid(day: CalendarDay) -> LaidDay:
    works = day.kind is DayKind.WORKDAY
    return LaidDay(day=date.fromisoformat(day.id), works=works, name=day.name, source=day.source, revision=day.revision)

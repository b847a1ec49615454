"""The morning's printout of a hall's day: what the desk works from when the network, or the power, is gone."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from pydantic import JsonValue

from backend.booking import Booking
from backend.clock import SHANGHAI
from backend.people import mask_name
from backend.spoken import clock_of, full_day, moment, part_of_day
from models.acts import Act
from models.booking import LIVE, Place, PlaceState
from models.counter import DeskQuery, PreparedView

_SHOWN = LIVE | {PlaceState.DONE}  # who was declined, cancelled or did not come is waited for by nobody
_BLANK = 12  # lines for who comes without an appointment
_NOTHING_ONLINE = "没有预交"


class PdfRenderer(Protocol):
    """What is needed of `backend.printing.Renderer`."""

    async def pdf(self, template: str, data: Mapping[str, JsonValue], at: datetime, max_pages: int = 20) -> bytes:
        """The PDF of a template."""
        ...


class DaySheets:
    """Prints a hall's day. Names are masked: paper lies about, and who stands there says their name themselves."""

    def __init__(self, booking: Booking, renderer: PdfRenderer) -> None:
        self._booking = booking
        self._renderer = renderer

    async def pdf(self, act: Act, hall: str, day: date) -> bytes:
        """The visits of a day by their times, and lines for those who just come. Raises `NotFound`, or `Forbidden` to staff of
        another hall."""
        known = await self._booking.listings.counters(act, hall)
        places = sorted(await self._all(act, hall, day), key=lambda each: (each.start, each.counter_name, each.code or "", each.id))
        prepared = await self._booking.prepared_for(places)
        data: dict[str, JsonValue] = {
            "hall": known.name,
            "day": full_day(day),
            "made": moment(act.at),
            "by": act.actor.name,
            "slots": slots_of(places, prepared),
            "visits": len(places),
            "blank": _BLANK,
        }
        return await self._renderer.pdf("day_sheet", data, act.at, max_pages=len(places) + 3)  # no visit fills a page of its own

    async def _all(self, act: Act, hall: str, day: date) -> list[Place]:
        found: list[Place] = []
        query = DeskQuery(hall=hall, date=day)
        while True:
            page, after = await self._booking.listings.desk(act, query)
            found += (place for place in page if place.state in _SHOWN)
            if after is None:
                return found
            query = DeskQuery(hall=hall, date=day, cursor=after)


def slots_of(places: Sequence[Place], prepared: Mapping[str, PreparedView]) -> list[JsonValue]:
    """Visits in order, under the times they begin at."""
    slots: dict[str, list[JsonValue]] = {}
    for place in places:
        start, end = place.start.astimezone(SHANGHAI), place.end.astimezone(SHANGHAI)
        slots.setdefault(f"{part_of_day(start)}{clock_of(start)}–{clock_of(end)}", []).append(_row(place, prepared.get(place.id)))
    return [{"time": time, "rows": rows} for time, rows in slots.items()]


def _row(place: Place, papers: PreparedView | None) -> JsonValue:
    others = f"，同来 {len(place.people)} 人" if place.people else ""
    return [
        place.ticket or place.code or "",
        mask_name(place.name or "") + others,
        "、".join(place.item_names),
        place.called_to or place.counter_name,
        papers.says if papers else _NOTHING_ONLINE,
        _STANDS[place.state] + ("（优先）" if place.urgent else ""),
    ]


_STANDS = {
    PlaceState.PENDING: "还没确认",
    PlaceState.CONFIRMED: "已约好",
    PlaceState.CHECKED_IN: "已到场",
    PlaceState.SERVING: "正在办",
    PlaceState.DONE: "已办完",
}

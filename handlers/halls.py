"""Halls and their slots, for everybody who looks for a time."""

from handlers.access import PUBLIC, endpoint
from handlers.base import BaseHandler, Raw
from models.appointments import HallsQuery, HallsView, HallView, SlotsQuery, SlotsView
from models.booking import Hall

HALL = r"([A-Za-z0-9_\-]{1,80})"


def view(hall: Hall, items: list[str], counters: list[str]) -> HallView:
    """A hall as people look it up; `items` can be booked there, `counters` serve the one that was asked for."""
    return HallView(
        id=hall.hall,
        name=hall.name,
        address=hall.address,
        phone=hall.phone,
        hours=hall.hours,
        towns=list(hall.towns),
        items=items,
        counters=counters,
    )


class HallsHandler(BaseHandler):
    """Halls, or those that serve an item."""

    @endpoint(access=PUBLIC, query=HallsQuery, reply={200: HallsView}, summary="办事大厅")
    async def get(self, query: HallsQuery) -> HallsView:
        booking = self.engines.booking
        halls = await booking.halls_for(query.item, self.act.at)
        return HallsView(items=[view(hall, booking.bookable_at(hall), booking.counters_at(hall, query.item)) for hall in halls])


class SlotsHandler(BaseHandler):
    """Slots with free counts at most a second old."""

    @endpoint(access=PUBLIC, query=SlotsQuery, reply={200: SlotsView}, summary="大厅的可预约时段")
    async def get(self, hall_id: str, query: SlotsQuery) -> Raw:
        return Raw(await self.engines.booking.slots.listing(hall_id, query.items, query.from_, query.to))


ROUTES = [
    (r"/api/v1/halls", HallsHandler),
    (rf"/api/v1/halls/{HALL}/slots", SlotsHandler),
]

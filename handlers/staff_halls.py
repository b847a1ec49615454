"""A hall in the hands of its manager: its schedule, and how its visits went."""

from handlers.access import endpoint, staff
from handlers.base import BaseHandler
from handlers.halls import HALL
from models.acts import Role
from models.schedules import HallFiguresQuery, HallFiguresView, ScheduleBody, ScheduleQuery, ScheduleView

_MANAGES = staff(Role.HALL_MANAGER)
_COUNTS = staff(Role.HALL_MANAGER, Role.SUPERVISOR, Role.AUDITOR)


class SchedulesHandler(BaseHandler):
    """Which counter serves what, when, for how many."""

    @endpoint(access=_MANAGES, query=ScheduleQuery, reply={200: ScheduleView}, summary="大厅的排班：窗口、事项、时段和号数")
    async def get(self, hall_id: str, query: ScheduleQuery) -> ScheduleView:
        return await self.engines.booking.schedules.of_hall(self.act, hall_id, query.on)

    @endpoint(access=_MANAGES, body=ScheduleBody, reply={201: ScheduleView, 200: ScheduleView}, summary="从某一天起改排班")
    async def post(self, hall_id: str, body: ScheduleBody) -> ScheduleView:
        if body.preview:
            self.set_status(200)
            return await self.engines.booking.schedules.preview(self.act, hall_id, body)
        return await self.engines.booking.schedules.change(self.act, hall_id, body)


class HallFiguresHandler(BaseHandler):
    """No-shows and waiting."""

    @endpoint(access=_COUNTS, query=HallFiguresQuery, reply={200: HallFiguresView}, summary="大厅的接待、未到和等候，每个数怎样算")
    async def get(self, hall_id: str, query: HallFiguresQuery) -> HallFiguresView:
        return await self.engines.booking.figures.of_hall(self.act, hall_id, query)


ROUTES = [
    (rf"/api/v1/staff/halls/{HALL}/schedules", SchedulesHandler),
    (rf"/api/v1/staff/halls/{HALL}/figures", HallFiguresHandler),
]

"""A hall in the hands of its manager: its schedule, single days open longer, and how its visits went."""

from handlers.access import endpoint, staff
from handlers.base import BaseHandler
from handlers.halls import HALL
from models.acts import Role
from models.schedules import (
    ExtraHoursBody,
    ExtraHoursView,
    HallFiguresQuery,
    HallFiguresView,
    HallsFiguresView,
    HallVisitsQuery,
    HallVisitsView,
    LiftExtraHoursBody,
    ManyExtraHoursView,
    ScheduleBody,
    ScheduleQuery,
    ScheduleView,
)

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


class ExtraHoursHandler(BaseHandler):
    """Single days on which counters are open longer."""

    @endpoint(access=_MANAGES, reply={200: ManyExtraHoursView}, summary="大厅的单日延时服务")
    async def get(self, hall_id: str) -> ManyExtraHoursView:
        return await self.engines.booking.extensions.of_hall(self.act, hall_id)

    @endpoint(
        access=_MANAGES,
        body=ExtraHoursBody,
        reply={201: ExtraHoursView, 200: ExtraHoursView},
        summary="某一天的几个窗口多开一段（延时服务）",
    )
    async def post(self, hall_id: str, body: ExtraHoursBody) -> ExtraHoursView:
        if body.preview:
            self.set_status(200)
            return await self.engines.booking.extensions.preview(self.act, hall_id, body)
        return await self.engines.booking.extensions.extend(self.act, hall_id, body)


class LiftExtraHoursHandler(BaseHandler):
    """Takes extended hours back; with `preview`, only lists who is booked in them."""

    @endpoint(access=_MANAGES, body=LiftExtraHoursBody, reply={200: ExtraHoursView}, summary="撤销单日延时服务，先看约了的人")
    async def post(self, hall_id: str, extension_id: str, body: LiftExtraHoursBody) -> ExtraHoursView:
        if body.preview:
            return await self.engines.booking.extensions.one(self.act, hall_id, extension_id)
        return await self.engines.booking.extensions.lift(self.act, hall_id, extension_id, body)


class HallFiguresHandler(BaseHandler):
    """No-shows and waiting."""

    @endpoint(access=_COUNTS, query=HallFiguresQuery, reply={200: HallFiguresView}, summary="大厅的接待、未到和等候，每个数怎样算")
    async def get(self, hall_id: str, query: HallFiguresQuery) -> HallFiguresView:
        return await self.engines.booking.figures.of_hall(self.act, hall_id, query)


class HallsFiguresHandler(BaseHandler):
    """The same of all halls at once."""

    @endpoint(access=_COUNTS, query=HallFiguresQuery, reply={200: HallsFiguresView}, summary="各大厅的接待、未到和等候，每个数怎样算")
    async def get(self, query: HallFiguresQuery) -> HallsFiguresView:
        return await self.engines.booking.figures.of_halls(self.act, query)


class HallVisitsHandler(BaseHandler):
    """What lies behind a figure."""

    @endpoint(access=_COUNTS, query=HallVisitsQuery, reply={200: HallVisitsView}, summary="大厅数字背后的预约和取号")
    async def get(self, hall_id: str, query: HallVisitsQuery) -> HallVisitsView:
        return await self.engines.booking.figures.visits(self.act, hall_id, query)


ROUTES = [
    (rf"/api/v1/staff/halls/{HALL}/schedules", SchedulesHandler),
    (rf"/api/v1/staff/halls/{HALL}/extra-hours", ExtraHoursHandler),
    (rf"/api/v1/staff/halls/{HALL}/extra-hours/(extension_[0-9A-Z]{{26}})/lift", LiftExtraHoursHandler),
    (rf"/api/v1/staff/halls/{HALL}/figures", HallFiguresHandler),
    (r"/api/v1/staff/hall-figures", HallsFiguresHandler),
    (rf"/api/v1/staff/halls/{HALL}/figures/visits", HallVisitsHandler),
]

"""Statistics, for staff and for everybody."""

from backend.limits import Limit
from handlers.access import PUBLIC, endpoint, staff
from handlers.base import BaseHandler
from models.acts import Role
from models.statistics import PublicStatsQuery, PublicStatsView, StatsCasesQuery, StatsCasesView, StatsQuery, StatsView

_READS = staff(Role.SUPERVISOR, Role.AUDITOR, Role.CHIEF_REPRESENTATIVE, Role.HALL_MANAGER)


class StaffStatsHandler(BaseHandler):
    """Figures by item, department or hall over any period."""

    @endpoint(access=_READS, query=StatsQuery, reply={200: StatsView}, summary="办件统计：按事项、部门或大厅")
    async def get(self, query: StatsQuery) -> StatsView:
        return await self.engines.statistics.staff(self.act, query)


class StatsCasesHandler(BaseHandler):
    """What lies behind a figure."""

    @endpoint(access=_READS, query=StatsCasesQuery, reply={200: StatsCasesView}, summary="数字背后的办件：一项统计是由哪些办件算出来的")
    async def get(self, query: StatsCasesQuery) -> StatsCasesView:
        return await self.engines.statistics.cases(self.act, query)


class PublicStatsHandler(BaseHandler):
    """Figures of a month that is over; small numbers are not told."""

    @endpoint(
        access=PUBLIC,
        query=PublicStatsQuery,
        reply={200: PublicStatsView},
        summary="公开的办件统计：一个月，按部门和事项",
        limit=Limit("public_stats", 60, 60),
    )
    async def get(self, query: PublicStatsQuery) -> PublicStatsView:
        return await self.engines.statistics.public(self.act, query)


ROUTES = [
    (r"/api/v1/staff/stats", StaffStatsHandler),
    (r"/api/v1/staff/stats/cases", StatsCasesHandler),
    (r"/api/v1/stats", PublicStatsHandler),
]

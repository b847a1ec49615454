"""Supervision for staff: who used the time."""

from handlers.access import endpoint, staff
from handlers.base import BaseHandler
from handlers.cases import CASE
from models.acts import Role
from models.supervision import TimeView

_OVERSEES = staff(Role.SUPERVISOR, Role.AUDITOR, Role.CHIEF_REPRESENTATIVE)


class CaseTimeHandler(BaseHandler):
    """The time of one case."""

    @endpoint(access=_OVERSEES, reply={200: TimeView}, summary="一件办件的时间在谁手里")
    async def get(self, case_id: str) -> TimeView:
        return await self.engines.supervision.time(self.act, "cases", case_id)


ROUTES = [
    (rf"/api/v1/staff/supervision/cases/{CASE}", CaseTimeHandler),
]

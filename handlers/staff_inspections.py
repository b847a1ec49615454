"""Checks of commitments: a department's list. The acts on one are acts on its case."""

from backend.cases import inspection_row
from handlers.access import endpoint, staff
from handlers.base import BaseHandler
from handlers.cases import CASE
from models.acts import DECIDING_ROLES, Role, StaffActor
from models.base import Page
from models.cases import InspectionRow, InspectionsQuery
from models.common_views import NamedView


class InspectionsHandler(BaseHandler):
    """What is to be checked in the viewer's department, or by the viewer; for supervision in its district, with names masked."""

    @endpoint(
        access=staff(Role.REVIEWER, Role.CHIEF_REPRESENTATIVE, Role.SUPERVISOR, Role.AUDITOR),
        query=InspectionsQuery,
        reply={200: Page[InspectionRow]},
        summary="事后核查：告知承诺、批准后的义务",
    )
    async def get(self, query: InspectionsQuery) -> Page[InspectionRow]:
        found, after = await self.engines.cases.inspections(self.act, query)
        named = isinstance(self.act.actor, StaffActor) and self.act.actor.has(*DECIDING_ROLES)
        return Page[InspectionRow](items=[inspection_row(each, self.act.at, named=named) for each in found], next=after)


class InspectorsHandler(BaseHandler):
    """Whom the head may give the check of a case to."""

    @endpoint(access=staff(Role.CHIEF_REPRESENTATIVE), reply={200: Page[NamedView]}, summary="可以指定的核查人员")
    async def get(self, case_id: str) -> Page[NamedView]:
        found = await self.engines.cases.inspectors(self.act, case_id)
        return Page[NamedView](items=[NamedView(id=each.id, name=each.name) for each in found])


ROUTES = [
    (r"/api/v1/staff/inspections", InspectionsHandler),
    (rf"/api/v1/staff/cases/{CASE}/inspectors", InspectorsHandler),
]

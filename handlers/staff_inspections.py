"""Checks of commitments: a department's list. The acts on one are acts on its case."""

from backend.cases import inspection_row
from handlers.access import endpoint, staff
from handlers.base import BaseHandler
from models.acts import Role
from models.base import Page
from models.cases import InspectionRow, InspectionsQuery


class InspectionsHandler(BaseHandler):
    """What is to be checked in the viewer's department, or by the viewer; for supervision in its district."""

    @endpoint(
        access=staff(Role.REVIEWER, Role.CHIEF_REPRESENTATIVE, Role.SUPERVISOR, Role.AUDITOR),
        query=InspectionsQuery,
        reply={200: Page[InspectionRow]},
        summary="事后核查：告知承诺、批准后的义务",
    )
    async def get(self, query: InspectionsQuery) -> Page[InspectionRow]:
        found, after = await self.engines.cases.inspections(self.act, query)
        return Page[InspectionRow](items=[inspection_row(each, self.act.at) for each in found], next=after)


ROUTES = [(r"/api/v1/staff/inspections", InspectionsHandler)]

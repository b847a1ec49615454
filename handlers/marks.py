"""Promises: what is still to come of a department's cases, and the marks of what was not kept, one's own and a department's."""

from backend.cases import debt_rows
from backend.cases.marks import how_to_repair
from handlers.access import citizen, endpoint, staff
from handlers.base import BaseHandler
from models.acts import Role
from models.base import Page
from models.cases import DebtRow, DebtsQuery
from models.marks import Mark, MarksQuery, MarkView, RepairBody

_DESKS = staff(Role.RECEPTIONIST, Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)


def view(mark: Mark) -> MarkView:
    """A mark as it is answered."""
    kept = mark.model_dump(
        include={"id", "person_name", "case", "case_number", "item_name", "what", "since", "repaired_at", "repair_reason", "version"}
    )
    return MarkView(
        **kept,
        kind=mark.kind.value,
        label=mark.kind.label,
        open=mark.is_open,
        repair=mark.repair.label if mark.repair else None,
        how_to_repair=how_to_repair(mark),
    )


class MyMarksHandler(BaseHandler):
    """One's own marks, with what can be done about them."""

    @endpoint(access=citizen(level=1), acting=True, reply={200: Page[MarkView]}, summary="我的承诺履行记录")
    async def get(self) -> Page[MarkView]:
        return Page[MarkView](items=[view(each) for each in await self.engines.marks.own(self.act)])


class DebtsHandler(BaseHandler):
    """What was promised later and has not passed yet."""

    @endpoint(access=_DESKS, query=DebtsQuery, reply={200: Page[DebtRow]}, summary="容缺补交：还没补齐的材料")
    async def get(self, query: DebtsQuery) -> Page[DebtRow]:
        found, after = await self.engines.cases.debts(self.act, query)
        return Page[DebtRow](items=[row for each in found for row in debt_rows(each, self.act.at)], next=after)


class MarksHandler(BaseHandler):
    """The marks a department has made."""

    @endpoint(access=_DESKS, query=MarksQuery, reply={200: Page[MarkView]}, summary="本部门的承诺未履行记录")
    async def get(self, query: MarksQuery) -> Page[MarkView]:
        found, after = await self.engines.marks.of_department(self.act, query)
        return Page[MarkView](items=[view(each) for each in found], next=after)


class RepairHandler(BaseHandler):
    """The head repairs a mark, with the reason."""

    @endpoint(access=staff(Role.CHIEF_REPRESENTATIVE), body=RepairBody, reply={200: MarkView}, summary="修复承诺未履行记录")
    async def post(self, mark_id: str, body: RepairBody) -> MarkView:
        return view(await self.engines.marks.repair(self.act, mark_id, body))


ROUTES = [
    (r"/api/v1/marks", MyMarksHandler),
    (r"/api/v1/staff/debts", DebtsHandler),
    (r"/api/v1/staff/marks", MarksHandler),
    (r"/api/v1/staff/marks/([A-Za-z0-9_\-]{1,80})/repair", RepairHandler),
]

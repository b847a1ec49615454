"""Ledgers for the staff of a department: listed, filled for a period, taken along as CSV."""

from urllib.parse import quote

from backend.ledgers import as_csv
from handlers.access import endpoint, staff
from handlers.base import BaseHandler, Raw
from models.acts import Role
from models.ledgers import LedgerList, LedgerView, PeriodQuery

LEDGER = r"([a-z][a-z0-9\-]{1,39})"
_KEEPS = staff(Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)


class LedgersHandler(BaseHandler):
    """The department's ledgers."""

    @endpoint(access=_KEEPS, reply={200: LedgerList}, summary="本部门的台账")
    async def get(self) -> LedgerList:
        return LedgerList(items=self.engines.ledgers.mine(self.act))


class LedgerHandler(BaseHandler):
    """One ledger for the period a day lies in."""

    @endpoint(access=_KEEPS, query=PeriodQuery, reply={200: LedgerView}, summary="一期台账")
    async def get(self, ledger_id: str, query: PeriodQuery) -> LedgerView:
        return await self.engines.ledgers.fill(self.act, ledger_id, query.day)


class LedgerFileHandler(BaseHandler):
    """The same as a file for a spreadsheet."""

    @endpoint(access=_KEEPS, query=PeriodQuery, reply={200: "text/csv; charset=utf-8"}, summary="一期台账（CSV）")
    async def get(self, ledger_id: str, query: PeriodQuery) -> Raw:
        view = await self.engines.ledgers.fill(self.act, ledger_id, query.day)
        name = quote(f"{view.title} {view.since.isoformat()}.csv")
        self.set_header("Content-Disposition", f"attachment; filename*=UTF-8''{name}")
        return Raw(as_csv(view))


ROUTES = [
    (r"/api/v1/staff/ledgers", LedgersHandler),
    (rf"/api/v1/staff/ledgers/{LEDGER}", LedgerHandler),
    (rf"/api/v1/staff/ledgers/{LEDGER}\.csv", LedgerFileHandler),
]

"""Supervision for staff: who used the time."""

from handlers.access import endpoint, staff
from handlers.base import BaseHandler, Raw
from handlers.cases import CASE
from models.acts import Role
from models.base import Page
from models.cases import ClocksQuery
from models.desk_views import ClockRow
from models.supervision import AppealBody, CardsQuery, CardView, ExportQuery, ExportView, ReviewBody, TimeView

CARD = r"([A-Za-z0-9_]{1,80})"
_SUPERVISES = staff(Role.SUPERVISOR, Role.AUDITOR)
_OVERSEES = staff(Role.SUPERVISOR, Role.AUDITOR, Role.CHIEF_REPRESENTATIVE)


class CaseTimeHandler(BaseHandler):
    """The time of one case."""

    @endpoint(access=_OVERSEES, reply={200: TimeView}, summary="一件办件的时间在谁手里")
    async def get(self, case_id: str) -> TimeView:
        return await self.engines.supervision.time(self.act, "cases", case_id)


class ClocksHandler(BaseHandler):
    """Clocks that run, who is next to be late first."""

    @endpoint(access=_OVERSEES, query=ClocksQuery, reply={200: Page[ClockRow]}, summary="在办时限：谁快要超期，谁暂停了")
    async def get(self, query: ClocksQuery) -> Page[ClockRow]:
        found, after = await self.engines.cases.clocks(self.act, query, self.engines.supervision.rules.villages)
        return Page[ClockRow](items=found, next=after)


class CardsHandler(BaseHandler):
    """Cards the viewer may see."""

    @endpoint(access=staff(), query=CardsQuery, reply={200: Page[CardView]}, summary="督办牌：发给我的、我部门的，或全部")
    async def get(self, query: CardsQuery) -> Page[CardView]:
        supervision = self.engines.supervision
        found, after = await supervision.list(self.act, query)
        return Page[CardView](items=[supervision.card_view(self.act, each) for each in found], next=after)


class CardHandler(BaseHandler):
    """One card."""

    @endpoint(access=staff(), reply={200: CardView}, summary="一张督办牌")
    async def get(self, card_id: str) -> CardView:
        supervision = self.engines.supervision
        return supervision.card_view(self.act, await supervision.card(self.act, card_id))


class AppealHandler(BaseHandler):
    """The head's grounds against a card."""

    @endpoint(access=staff(Role.CHIEF_REPRESENTATIVE), body=AppealBody, reply={200: CardView}, summary="对督办牌提出申诉")
    async def post(self, card_id: str, body: AppealBody) -> CardView:
        supervision = self.engines.supervision
        return supervision.card_view(self.act, await supervision.appeal(self.act, card_id, body))


class ReviewHandler(BaseHandler):
    """A supervisor's decision on a card."""

    @endpoint(access=staff(Role.SUPERVISOR), body=ReviewBody, reply={200: CardView}, summary="复核督办牌：维持或撤销")
    async def post(self, card_id: str, body: ReviewBody) -> CardView:
        supervision = self.engines.supervision
        return supervision.card_view(self.act, await supervision.review(self.act, card_id, body))


class ExportHandler(BaseHandler):
    """Cards in the fields of the exchange tables."""

    @endpoint(access=_SUPERVISES, query=ExportQuery, reply={200: ExportView}, summary="导出督办牌（监察字段，JSON）")
    async def get(self, query: ExportQuery) -> ExportView:
        return ExportView(items=await self.engines.supervision.export(self.act, query))


class ExportFileHandler(BaseHandler):
    """The same for a spreadsheet."""

    @endpoint(access=_SUPERVISES, query=ExportQuery, reply={200: "text/csv; charset=utf-8"}, summary="导出督办牌（监察字段，CSV）")
    async def get(self, query: ExportQuery) -> Raw:
        supervision = self.engines.supervision
        self.set_header("Content-Disposition", 'attachment; filename="cards.csv"')
        return Raw(supervision.as_csv(await supervision.export(self.act, query)))


ROUTES = [
    (r"/api/v1/staff/supervision/export", ExportHandler),
    (r"/api/v1/staff/supervision/export\.csv", ExportFileHandler),
    (r"/api/v1/staff/supervision/clocks", ClocksHandler),
    (r"/api/v1/staff/supervision/cards", CardsHandler),
    (rf"/api/v1/staff/supervision/cards/{CARD}", CardHandler),
    (rf"/api/v1/staff/supervision/cards/{CARD}/appeal", AppealHandler),
    (rf"/api/v1/staff/supervision/cards/{CARD}/review", ReviewHandler),
    (rf"/api/v1/staff/supervision/cases/{CASE}", CaseTimeHandler),
]

"""The catalogue for citizens: list and search, guides, forms filled in advance, advice slips."""

from backend.catalogue import AdviceSlips
from backend.limits import Limit
from handlers.access import PUBLIC, citizen, endpoint
from handlers.base import BaseHandler, Raw
from handlers.policy import policy
from models.base import Page
from models.catalogue.views import AdviceBody, AdviceSlip, AdviceSlipView, GuideQuery, GuideView, ItemsQuery, ItemSummary, ThemesView
from models.forms import FilledForm

CODE = r"([a-z][a-z0-9\-]{1,39})"
_SLIP = r"(\d{4}-\d{6,9})"
_SLIPS_AN_HOUR = Limit("advice_slips", 60, 3600)


def view(slip: AdviceSlip) -> AdviceSlipView:
    """A slip as its reader sees it."""
    return AdviceSlipView(
        **slip.model_dump(include={"id", "number", "item", "item_version", "given_at", "given_by"}),
        text=slip.text,
        page=AdviceSlips.address(slip.id, ".html"),
        pdf=AdviceSlips.address(slip.id, ".pdf"),
    )


class ThemesHandler(BaseHandler):
    """What the list is browsed by."""

    @endpoint(access=PUBLIC, reply={200: ThemesView}, summary="办事主题")
    async def get(self) -> ThemesView:
        return self.engines.guides.themes(self.act.at.date())


class ItemsHandler(BaseHandler):
    """The list of items, or what a search finds."""

    @endpoint(access=PUBLIC, query=ItemsQuery, reply={200: Page[ItemSummary]}, summary="查找事项")
    async def get(self, query: ItemsQuery) -> Page[ItemSummary]:
        guides, today = self.engines.guides, self.act.at.date()
        if query.q:
            return Page[ItemSummary](items=guides.search(query.q, today, query.theme, query.department, query.region))
        items, after = guides.browse(today, query.theme, query.department, query.cursor, query.region)
        return Page[ItemSummary](items=items, next=after)


class GuideHandler(BaseHandler):
    """The guide of one item; made once, so that reading it costs next to nothing."""

    etag: str | None = None

    @endpoint(access=PUBLIC, query=GuideQuery, reply={200: GuideView}, summary="办事指南")
    async def get(self, code: str, query: GuideQuery) -> Raw:
        ready = self.engines.guides.guide(code, self.act.at.date(), query.region)
        self.etag = ready.etag
        self.set_header("Cache-Control", "no-cache")  # may be kept, must be asked again
        return Raw(ready.content)

    def compute_etag(self) -> str | None:
        return self.etag


class FormHandler(BaseHandler):
    """The form of one item, filled as far as the government already knows."""

    @endpoint(access=citizen(level=1), acting=True, reply={200: FilledForm}, kiosk=2, scribe=True, summary="预填好的表单")
    async def get(self, code: str) -> FilledForm:
        return await self.engines.forms.form(self.act, code)


class AdviceSlipsHandler(BaseHandler):
    """Asks what an item needs in one's circumstances. Public: a question needs no account."""

    @endpoint(
        access=PUBLIC,
        body=AdviceBody,
        reply={201: AdviceSlipView},
        summary="开具一次性告知单",
        key=False,
        limit=_SLIPS_AN_HOUR,
    )
    async def post(self, code: str, body: AdviceBody) -> AdviceSlipView:
        return view(await self.engines.advice_slips.write(self.act, code, body))


class AdviceSlipHandler(BaseHandler):
    """One advice slip."""

    @endpoint(access=PUBLIC, reply={200: AdviceSlipView}, summary="一次性告知单")
    async def get(self, slip_id: str) -> AdviceSlipView:
        return view(await self.engines.advice_slips.get(slip_id))


class AdviceSlipPageHandler(BaseHandler):
    """One advice slip as a page."""

    @endpoint(access=PUBLIC, reply={200: "text/html; charset=utf-8"}, summary="一次性告知单（网页，可打印）")
    async def get(self, slip_id: str) -> Raw:
        self.set_header("Content-Security-Policy", policy())
        return Raw((await self.engines.advice_slips.page(slip_id)).encode())


class AdviceSlipPdfHandler(BaseHandler):
    """One advice slip as PDF."""

    @endpoint(access=PUBLIC, reply={200: "application/pdf"}, summary="一次性告知单（PDF）")
    async def get(self, slip_id: str) -> Raw:
        self.set_header("Content-Disposition", f'inline; filename="advice-slip-{slip_id}.pdf"')
        return Raw(await self.engines.advice_slips.pdf(slip_id))


ROUTES = [
    (r"/api/v1/themes", ThemesHandler),
    (r"/api/v1/items", ItemsHandler),
    (rf"/api/v1/items/{CODE}", GuideHandler),
    (rf"/api/v1/items/{CODE}/form", FormHandler),
    (rf"/api/v1/items/{CODE}/advice-slips", AdviceSlipsHandler),
    (rf"/api/v1/advice-slips/{_SLIP}", AdviceSlipHandler),
    (rf"/api/v1/advice-slips/{_SLIP}\.html", AdviceSlipPageHandler),
    (rf"/api/v1/advice-slips/{_SLIP}\.pdf", AdviceSlipPdfHandler),
]

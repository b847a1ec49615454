"""The catalogue for those who edit it: differences between versions, and drafts checked before they are published."""

from handlers.access import endpoint, staff
from handlers.base import BaseHandler, Raw
from handlers.items import CODE
from handlers.policy import policy
from models.acts import Role
from models.catalogue.changes import CheckView, Difference, DiffQuery, DraftBody, PreviewBody
from models.catalogue.keys import KeysView
from models.catalogue.simulation import SimulateBody, Simulation

_EDITS = staff(Role.CATALOGUE_EDITOR)
_READS = staff(Role.CATALOGUE_EDITOR, Role.CHIEF_REPRESENTATIVE)


class DiffHandler(BaseHandler):
    """Two loaded versions of an item."""

    @endpoint(access=_READS, query=DiffQuery, reply={200: Difference}, summary="事项两个版本的差别")
    async def get(self, code: str, query: DiffQuery) -> Difference:
        self.engines.drafts.item(self.act, code)  # a head compares the items of their own department
        return self.engines.editing.diff(self.act, code, query)


class KeysHandler(BaseHandler):
    """What an item's YAML may hold, for a form and for the explanation beside the text."""

    @endpoint(access=_READS, reply={200: KeysView}, summary="事项文本的每一项：中文名称、说明和可选的内容")
    async def get(self) -> KeysView:
        return self.engines.editing.keys()


class DraftDiffHandler(BaseHandler):
    """A draft against what is loaded. It changes nothing, so it needs no Idempotency-Key."""

    @endpoint(access=_EDITS, body=DraftBody, reply={200: Difference}, summary="草稿与现行版本的差别", key=False)
    async def post(self, body: DraftBody) -> Difference:
        return await self.engines.editing.diff_draft(self.act, body)


class DraftCheckHandler(BaseHandler):
    """Every fault of a draft."""

    @endpoint(access=_EDITS, body=DraftBody, reply={200: CheckView}, summary="检查事项草稿", key=False)
    async def post(self, body: DraftBody) -> CheckView:
        return await self.engines.editing.check(self.act, body)


class DraftPreviewHandler(BaseHandler):
    """The guide of a draft as a page."""

    @endpoint(access=_EDITS, body=PreviewBody, reply={200: "text/html; charset=utf-8"}, summary="办事指南预览（网页）", key=False)
    async def post(self, body: PreviewBody) -> Raw:
        self.set_header("Content-Security-Policy", policy())
        return Raw((await self.engines.editing.preview(self.act, body)).encode())


class DraftSimulationHandler(BaseHandler):
    """A draft tried on cases."""

    @endpoint(access=_EDITS, body=SimulateBody, reply={200: Simulation}, summary="用办件试算事项草稿", key=False)
    async def post(self, body: SimulateBody) -> Simulation:
        return await self.engines.editing.simulate(self.act, body)


ROUTES = [
    (rf"/api/v1/staff/catalogue/items/{CODE}/diff", DiffHandler),
    (r"/api/v1/staff/catalogue/keys", KeysHandler),
    (r"/api/v1/staff/catalogue/drafts/diff", DraftDiffHandler),
    (r"/api/v1/staff/catalogue/drafts/check", DraftCheckHandler),
    (r"/api/v1/staff/catalogue/drafts/preview", DraftPreviewHandler),
    (r"/api/v1/staff/catalogue/drafts/simulate", DraftSimulationHandler),
]

"""The catalogue editor's desk: items with their versions, and drafts from the first word to what is published."""

from typing import Any

from handlers.access import endpoint, staff
from handlers.base import BaseHandler, Raw
from handlers.items import CODE
from handlers.policy import policy
from models.acts import Role
from models.base import Page
from models.catalogue import Item
from models.catalogue.changes import Difference
from models.catalogue.drafts import (
    BeginDraftBody,
    CatalogueDraft,
    DistrictLineView,
    DraftLineView,
    DraftVersionBody,
    DraftView,
    GuidePageQuery,
    ItemSheetView,
    ItemsToEditQuery,
    ItemToEditView,
    ProposeDraftBody,
    PublishedLineView,
    SaveDraftBody,
    SendBackDraftBody,
    VersionLineView,
)

_EDITS = staff(Role.CATALOGUE_EDITOR)
_AGREES = staff(Role.CATALOGUE_EDITOR, Role.CHIEF_REPRESENTATIVE)
_ID = r"(draft_[0-9A-Z]{26})"
_FRAMED = policy(frames="'self'")  # the console shows it beside the text


class DraftsBase(BaseHandler):
    """What the answers share."""

    def row(self, item: Item, draft: CatalogueDraft | None) -> ItemToEditView:
        """An item in the list."""
        return ItemToEditView(**self._of_item(item, draft))

    def _of_item(self, item: Item, draft: CatalogueDraft | None) -> dict[str, Any]:
        today = self.act.at.date()
        held = item.version_on(today)
        return {
            "code": item.code,
            "name": item.name,
            "department": item.department,
            "department_name": self.engines.catalogue.vocabulary.department(item.department),
            "kind_label": item.kind.label,
            "since": held.effective_from if held else None,
            "coming": [version.effective_from for version in item.versions if version.effective_from > today],
            "draft": DraftLineView(**_line(draft), yours="publish" in self.engines.drafts.acts(self.act, draft)) if draft else None,
        }

    async def sheet(self, item: Item) -> ItemSheetView:
        """An item with its text and all that was published of it."""
        published, today = self.engines.published, self.act.at.date()
        held = item.version_on(today)
        return ItemSheetView(
            **self._of_item(item, await self.engines.drafts.of_item(item.code)),
            source=await published.source(item.code),
            districts=[
                DistrictLineView(code=code, name=self.engines.catalogue.vocabulary.region(code))
                for code in dict.fromkeys(each.region for each in self.engines.catalogue.editions_of(item.versions[-1]))
            ],
            versions=[
                VersionLineView(
                    name=version.effective_from.isoformat(),
                    effective_from=version.effective_from,
                    begun=version.effective_from <= today,
                    state_label="现行" if version is held else "还没施行" if version.effective_from > today else "已经不用",
                )
                for version in item.versions
            ],
            published=[
                PublishedLineView(
                    revision=each.revision,
                    note=each.note,
                    proposed_by=each.proposed_by.name if each.proposed_by else "",
                    published_by=each.answered_by.name if each.answered_by else "",
                    published_at=each.answered_at or each.edited_at,
                )
                for each in await published.history(item.code)
            ],
        )

    def view(self, draft: CatalogueDraft) -> DraftView:
        """A draft with its text."""
        return DraftView(
            **_line(draft),
            item=draft.item,
            name=draft.name,
            source=draft.source,
            note=draft.note,
            proposed_by=draft.proposed_by.name if draft.proposed_by else "",
            proposed_at=draft.proposed_at,
            answer=draft.answer,
            answered_by=draft.answered_by.name if draft.answered_by else "",
            acts=self.engines.drafts.acts(self.act, draft),
            version=draft.version,
        )

    def framed(self, page: str) -> Raw:
        """A guide as a page the console may show in a frame."""
        self.set_header("Content-Security-Policy", _FRAMED)
        return Raw(page.encode())


def _line(draft: CatalogueDraft) -> dict[str, Any]:
    return {
        "id": draft.id,
        "state": draft.state.value,
        "state_label": draft.state.label,
        "edited_by": draft.edited_by.name,
        "edited_at": draft.edited_at,
    }


class ItemsToEditHandler(DraftsBase):
    """The items an editor keeps, or a head answers for."""

    @endpoint(access=_AGREES, query=ItemsToEditQuery, reply={200: Page[ItemToEditView]}, summary="事项目录：版本和草稿")
    async def get(self, query: ItemsToEditQuery) -> Page[ItemToEditView]:
        drafts = await self.engines.drafts.open_drafts()
        found = self.engines.drafts.items(self.act, query.q)
        if query.cursor and not query.q:
            found = [item for item in found if item.code > query.cursor]
        rows = [item for item in found if not query.drafts or item.code in drafts]
        page = [self.row(item, drafts.get(item.code)) for item in rows[: query.limit]]
        return Page[ItemToEditView](items=page, next=page[-1].code if len(rows) > query.limit and not query.q else None)


class ItemToEditHandler(DraftsBase):
    """One item with its text."""

    @endpoint(access=_AGREES, reply={200: ItemSheetView}, summary="一个事项的文本、版本和发布记录")
    async def get(self, code: str) -> ItemSheetView:
        return await self.sheet(self.engines.drafts.item(self.act, code))


class ItemGuidePageHandler(DraftsBase):
    """The guide of an item's last version, as a page."""

    @endpoint(access=_AGREES, query=GuidePageQuery, reply={200: "text/html; charset=utf-8"}, summary="事项最后一个版本的办事指南（网页）")
    async def get(self, code: str, query: GuidePageQuery) -> Raw:
        return self.framed(self.engines.drafts.item_page(self.act, code, query.region))


class BeginDraftHandler(DraftsBase):
    """A new draft."""

    @endpoint(access=_EDITS, body=BeginDraftBody, reply={201: DraftView}, summary="起草：从现行文本开始改，或另起一个新版本")
    async def post(self, code: str, body: BeginDraftBody) -> DraftView:
        return self.view(await self.engines.drafts.begin(self.act, code, body))


class DraftHandler(DraftsBase):
    """One draft."""

    @endpoint(access=_AGREES, reply={200: DraftView}, summary="一份草稿")
    async def get(self, draft_id: str) -> DraftView:
        return self.view(await self.engines.drafts.get(self.act, draft_id))

    @endpoint(access=_EDITS, body=SaveDraftBody, reply={200: DraftView}, summary="保存草稿")
    async def put(self, draft_id: str, body: SaveDraftBody) -> DraftView:
        return self.view(await self.engines.drafts.save(self.act, draft_id, body))


class DraftDifferenceHandler(DraftsBase):
    """What a draft changes."""

    @endpoint(access=_AGREES, reply={200: Difference}, summary="一份草稿改了什么")
    async def get(self, draft_id: str) -> Difference:
        return await self.engines.drafts.difference(self.act, draft_id)


class DraftGuidePageHandler(DraftsBase):
    """The guide of a draft, as a page."""

    @endpoint(access=_AGREES, query=GuidePageQuery, reply={200: "text/html; charset=utf-8"}, summary="一份草稿的办事指南（网页）")
    async def get(self, draft_id: str, query: GuidePageQuery) -> Raw:
        return self.framed(await self.engines.drafts.page(self.act, draft_id, query.region))


class ProposeDraftHandler(DraftsBase):
    """Hands a draft to whoever agrees."""

    @endpoint(access=_EDITS, body=ProposeDraftBody, reply={200: DraftView}, summary="提交草稿复核")
    async def post(self, draft_id: str, body: ProposeDraftBody) -> DraftView:
        return self.view(await self.engines.drafts.propose(self.act, draft_id, body))


class SendBackDraftHandler(DraftsBase):
    """Back to the editor."""

    @endpoint(access=_AGREES, body=SendBackDraftBody, reply={200: DraftView}, summary="草稿退回修改")
    async def post(self, draft_id: str, body: SendBackDraftBody) -> DraftView:
        return self.view(await self.engines.drafts.send_back(self.act, draft_id, body))


class DiscardDraftHandler(DraftsBase):
    """Ends a draft."""

    @endpoint(access=_EDITS, body=DraftVersionBody, reply={200: DraftView}, summary="作废草稿")
    async def post(self, draft_id: str, body: DraftVersionBody) -> DraftView:
        return self.view(await self.engines.drafts.discard(self.act, draft_id, body))


class PublishDraftHandler(DraftsBase):
    """Makes a draft the item."""

    @endpoint(access=_AGREES, body=DraftVersionBody, reply={200: DraftView}, summary="核对并发布草稿")
    async def post(self, draft_id: str, body: DraftVersionBody) -> DraftView:
        return self.view(await self.engines.drafts.publish(self.act, draft_id, body))


_ITEMS = r"/api/v1/staff/catalogue/items"
_ONE = rf"/api/v1/staff/catalogue/drafts/{_ID}"
ROUTES = [
    (_ITEMS, ItemsToEditHandler),
    (rf"{_ITEMS}/{CODE}", ItemToEditHandler),
    (rf"{_ITEMS}/{CODE}/guide", ItemGuidePageHandler),
    (rf"{_ITEMS}/{CODE}/drafts", BeginDraftHandler),
    (_ONE, DraftHandler),
    (rf"{_ONE}/diff", DraftDifferenceHandler),
    (rf"{_ONE}/guide", DraftGuidePageHandler),
    (rf"{_ONE}/propose", ProposeDraftHandler),
    (rf"{_ONE}/send-back", SendBackDraftHandler),
    (rf"{_ONE}/discard", DiscardDraftHandler),
    (rf"{_ONE}/publish", PublishDraftHandler),
]

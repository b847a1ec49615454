"""Drafts of items on the server: begun, saved, proposed, and published by somebody who has not written them (四眼原则).

Who agrees is another catalogue editor or the head of the item's department, who answers for what its guide promises.
"""

from collections.abc import Mapping
from typing import Any

from backend.audit import event_of
from backend.catalogue.catalogue import Catalogue
from backend.catalogue.diff import edition_in
from backend.catalogue.editing import Editing
from backend.catalogue.guides import guide_view
from backend.catalogue.next_version import with_next_version
from backend.catalogue.preview import guide_page
from backend.catalogue.published import Published
from backend.errors import Conflict, FieldError, Forbidden, Invalid, NotFound, StaleVersion, WrongState
from backend.idempotency import once
from backend.ids import new_id
from backend.store import DuplicateKeyError, Store
from models.acts import Act, Role, StaffActor
from models.base import Event
from models.cases.parts import Somebody
from models.catalogue import Item
from models.catalogue.changes import Difference, DraftBody
from models.catalogue.drafts import (
    BeginDraftBody,
    CatalogueDraft,
    DraftState,
    DraftVersionBody,
    ProposeDraftBody,
    SaveDraftBody,
    SendBackDraftBody,
)

_WRITABLE = (DraftState.EDITING, DraftState.RETURNED)
_THERE_IS_ONE = "这个事项已经有一份没有发布的草稿，请打开那份接着改；不要的先作废。"
_OWN = "写草稿的人不能自己发布，请另一位编辑或者{department}的负责人核对后发布。"


class Drafts:
    """All drafts. An item has one open draft, so no editor's work is lost to another's."""

    def __init__(self, store: Store, catalogue: Catalogue, editing: Editing, published: Published) -> None:
        self.store = store
        self._catalogue = catalogue
        self._editing = editing
        self._published = published

    def item(self, act: Act, code: str) -> Item:
        """An item the caller edits or answers for. Raises NotFound."""
        item = self._catalogue.item(code)
        if not _concerns(act, item.department):
            raise NotFound()
        return item

    def items(self, act: Act, words: str) -> list[Item]:
        """The items the caller edits or answers for: those a query means, the likeliest first, or all of them by code."""
        found = self._catalogue.search(words, 50) if words else self._catalogue.items
        return [item for item in found if _concerns(act, item.department)]

    async def open_drafts(self) -> dict[str, CatalogueDraft]:
        """The open drafts by item."""
        found = await self.store.catalogue_drafts.find({"open": True})
        return {each.item: each for each in map(CatalogueDraft.of, found)}

    async def of_item(self, code: str) -> CatalogueDraft | None:
        """The open draft of an item."""
        document = await self.store.catalogue_drafts.find_one({"item": code, "open": True})
        return CatalogueDraft.of(document) if document else None

    async def get(self, act: Act, draft_id: str) -> CatalogueDraft:
        """Raises NotFound where it is not the caller's to see."""
        document = await self.store.catalogue_drafts.get(draft_id)
        draft = CatalogueDraft.of(document) if document else None
        if draft is None or not _concerns(act, draft.department):
            raise NotFound()
        return draft

    def acts(self, act: Act, draft: CatalogueDraft) -> list[str]:
        """What the caller may do with a draft now."""
        writes = _edits(act)
        told = {
            "save": writes and draft.state in _WRITABLE,
            "propose": writes and draft.state in _WRITABLE,
            "publish": draft.state is DraftState.PROPOSED and act.actor.id not in draft.writers,
            "send-back": draft.state is DraftState.PROPOSED,
            "discard": writes and draft.open,
        }
        return [name for name, held in told.items() if held]

    @once("catalogue_drafts", CatalogueDraft)
    async def begin(self, act: Act, code: str, body: BeginDraftBody) -> CatalogueDraft:
        """A draft of the item's text as it holds, where a day is named with one more version. Raises NotFound, Invalid for the day,
        Conflict where there is an open draft."""
        await self._published.refresh()  # another process may have published a moment ago
        item = self.item(act, code)
        text = await self._published.source(code)
        if body.effective_from is not None:
            last = item.versions[-1].effective_from
            if body.effective_from <= max(act.at.date(), last):
                after = "今天" if last <= act.at.date() else f"最后一个版本（{last}起施行）"
                raise Invalid(errors=[FieldError("/effective_from", f"新版本的施行日要晚于{after}，请改日期。")])
            text = with_next_version(text, body.effective_from)
        draft = CatalogueDraft(
            _id=new_id("draft"),
            item=code,
            name=item.name,
            department=item.department,
            source=text,
            base=self._published.revision(code),
            writers=[act.actor.id],
            edited_by=_by(act),
            edited_at=act.at,
        )
        try:
            await self.store.catalogue_drafts.insert(draft, event_of(act, "item.draft_begun", detail={"item": code}))
        except DuplicateKeyError:
            raise Conflict(_THERE_IS_ONE) from None
        return draft

    @once("catalogue_drafts", CatalogueDraft)
    async def save(self, act: Act, draft_id: str, body: SaveDraftBody) -> CatalogueDraft:
        """Keeps the text, with whatever faults it has. Raises StaleVersion where somebody else saved meanwhile, WrongState."""
        draft = await self._in(act, draft_id, *_WRITABLE)
        changes = {"source": body.source, "writers": sorted({*draft.writers, act.actor.id})}
        changes |= {"edited_by": _by(act).model_dump(), "edited_at": act.at}
        return await self._change(draft, body.version, changes, event_of(act, "item.draft_saved", detail={"item": draft.item}))

    @once("catalogue_drafts", CatalogueDraft)
    async def propose(self, act: Act, draft_id: str, body: ProposeDraftBody) -> CatalogueDraft:
        """Hands the draft to whoever agrees. Raises Invalid with its faults and with what must not change, WrongState, StaleVersion."""
        draft = await self._in(act, draft_id, *_WRITABLE)
        await self._require_publishable(act, draft)
        changes = {"state": DraftState.PROPOSED.value, "note": body.note, "proposed_by": _by(act).model_dump(), "proposed_at": act.at}
        detail = {"item": draft.item, "note": body.note}
        return await self._change(draft, body.version, changes, event_of(act, "item.draft_proposed", detail=detail))

    @once("catalogue_drafts", CatalogueDraft)
    async def send_back(self, act: Act, draft_id: str, body: SendBackDraftBody) -> CatalogueDraft:
        """Back to be written on, with the reason; also by whoever proposed it. Raises WrongState, StaleVersion."""
        draft = await self._in(act, draft_id, DraftState.PROPOSED)
        changes = {"state": DraftState.RETURNED.value, **_answered(act, body.reason)}
        detail = {"item": draft.item, "reason": body.reason}
        return await self._change(draft, body.version, changes, event_of(act, "item.draft_sent_back", detail=detail))

    @once("catalogue_drafts", CatalogueDraft)
    async def discard(self, act: Act, draft_id: str, body: DraftVersionBody) -> CatalogueDraft:
        """Ends a draft that is not wanted. Raises WrongState, StaleVersion."""
        draft = await self._in(act, draft_id, *_WRITABLE, DraftState.PROPOSED)
        changes = {"state": DraftState.DISCARDED.value, "open": False, **_answered(act, "")}
        return await self._change(draft, body.version, changes, event_of(act, "item.draft_discarded", detail={"item": draft.item}))

    @once("catalogue_drafts", CatalogueDraft)
    async def publish(self, act: Act, draft_id: str, body: DraftVersionBody) -> CatalogueDraft:
        """Makes the draft the item. Raises Forbidden for whoever wrote it, Invalid where the day has come meanwhile, WrongState,
        StaleVersion."""
        draft = await self._in(act, draft_id, DraftState.PROPOSED)
        if act.actor.id in draft.writers:
            raise Forbidden(_OWN.format(department=self._catalogue.vocabulary.department(draft.department)))
        await self._published.refresh()
        await self._require_publishable(act, draft)
        changes = {"state": DraftState.PUBLISHED.value, "open": False, "revision": draft.base + 1, **_answered(act, "")}
        event = event_of(act, "item.published", detail={"item": draft.item, "revision": draft.base + 1, "note": draft.note})
        published = await self._change(draft, body.version, changes, event)
        await self._published.refresh()
        return published

    async def difference(self, act: Act, draft_id: str) -> Difference:
        """What changes from what holds to the draft's last version. Raises Invalid with the draft's faults."""
        return await self._editing.diff_draft(act, DraftBody(source=(await self.get(act, draft_id)).source))

    async def page(self, act: Act, draft_id: str, region: str | None) -> str:
        """The guide of the draft's last version, as a page. Raises Invalid with the draft's faults, NotFound for the district."""
        return self._page(await self._editing.require(DraftBody(source=(await self.get(act, draft_id)).source)), region)

    def item_page(self, act: Act, code: str, region: str | None) -> str:
        """The guide of the item's last version, as a page."""
        return self._page(self.item(act, code), region)

    def _page(self, item: Item, region: str | None) -> str:
        names = self._catalogue.vocabulary
        return guide_page(guide_view(item, edition_in(item, names, region).version, names))

    async def _require_publishable(self, act: Act, draft: CatalogueDraft) -> None:
        item = await self._editing.require(DraftBody(source=draft.source))
        if item.code != draft.item:
            raise Invalid(errors=[FieldError("/source", f"这份草稿是 {draft.item} 的，code 不能改成 {item.code}。")])
        if hindrances := self._published.hindrances(item, act.at.date()):
            raise Invalid(f"还不能发布，有{len(hindrances)}处要改。", errors=[FieldError("/source", f"{each}。") for each in hindrances])

    async def _in(self, act: Act, draft_id: str, *states: DraftState) -> CatalogueDraft:
        draft = await self.get(act, draft_id)
        if draft.state not in states:
            raise WrongState(f"这份草稿{draft.state.label}，这一步现在不能做，请刷新后查看。")
        return draft

    async def _change(self, draft: CatalogueDraft, version: int, changes: Mapping[str, Any], event: Event) -> CatalogueDraft:
        where = {"_id": draft.id, "version": version, "state": draft.state.value}
        changed = await self.store.catalogue_drafts.change(where, {"$set": dict(changes)}, event)
        if changed is None:
            raise StaleVersion()
        return CatalogueDraft.of(changed)


def _edits(act: Act) -> bool:
    return isinstance(act.actor, StaffActor) and act.actor.has(Role.CATALOGUE_EDITOR)


def _concerns(act: Act, department: str) -> bool:
    """Whether an item of that department is the caller's to look at: editors see all, a head their own department's."""
    actor = act.actor
    heads = isinstance(actor, StaffActor) and actor.has(Role.CHIEF_REPRESENTATIVE) and actor.department == department
    return heads or _edits(act)


def _by(act: Act) -> Somebody:
    return Somebody(id=act.actor.id, name=act.actor.name, department=act.actor.department if isinstance(act.actor, StaffActor) else None)


def _answered(act: Act, answer: str) -> dict[str, Any]:
    return {"answer": answer, "answered_by": _by(act).model_dump(), "answered_at": act.at}

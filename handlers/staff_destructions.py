"""Destruction lists of a department's archives: what may go, proposing, taking off, deciding, and the lists as PDF and for spreadsheets."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote

from backend.archives import destruction_csv
from handlers.access import endpoint, staff
from handlers.base import BaseHandler, Raw
from models.acts import Role
from models.archives import DestroyableQuery
from models.base import Page
from models.destructions import (
    DestroyableView,
    Destruction,
    DestructionBody,
    DestructionEntryView,
    DestructionRow,
    DestructionsQuery,
    DestructionState,
    DestructionView,
    KeepBody,
    KeptView,
    OpinionBody,
)

_ID = r"(dest_[0-9A-Z]{26})"
_KEEPS = staff(Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)
_DECIDES = staff(Role.CHIEF_REPRESENTATIVE, Role.SUPERVISOR)
_LOOKS = staff(*_KEEPS.roles, Role.SUPERVISOR)


def row(of: Destruction) -> DestructionRow:
    """A list among others."""
    return DestructionRow(
        id=of.id, number=of.number, state=of.state.value, label=of.state.label, at=of.at, by=of.by.name, cases=len(of.entries)
    )


class _Seen(NamedTuple):
    """What of a list depends on who looks, and when. `preserved`, `against`: of some of its cases, why they are kept or may not go."""

    own: bool
    actions: list[str]
    waits: str
    preserved: Mapping[str, str]
    against: Mapping[str, str]


def view(of: Destruction, seen: _Seen) -> DestructionView:
    """A list with its cases."""
    return DestructionView(
        **row(of).model_dump(),
        appraisal=of.appraisal,
        entries=[
            DestructionEntryView(
                **each.model_dump(exclude={"item", "retention", "version"}),
                retention=each.retention.label,
                preserved=seen.preserved.get(each.case, ""),
                against=seen.against.get(each.case, ""),
            )
            for each in of.entries
        ],
        kept=[KeptView(**each.model_dump(exclude={"by"}), by=each.by.name) for each in of.kept],
        decided_at=of.decided_at,
        decided_by=of.decided_by.name if of.decided_by else None,
        opinion=of.opinion,
        destroyed_at=of.destroyed_at,
        version=of.version,
        own=seen.own,
        waits=seen.waits,
        actions=seen.actions,
    )


class _Handler(BaseHandler):
    """What they share."""

    async def shown(self, of: Destruction) -> DestructionView:
        archives = self.engines.archives
        against = await archives.against_list(of, self.act.at) if of.state is DestructionState.PROPOSED else {}
        seen = _Seen(
            own=of.by.id == self.act.actor.id,
            actions=archives.destruction_actions(self.act, of, against),
            waits=archives.approval_waits(self.act, of, against),
            preserved=await archives.reasons([each.case for each in of.entries]),
            against=against,
        )
        return view(of, seen)


class DestructionsHandler(_Handler):
    """Destruction lists of the department."""

    @endpoint(access=_LOOKS, query=DestructionsQuery, reply={200: Page[DestructionRow]}, summary="本部门的销毁清册")
    async def get(self, query: DestructionsQuery) -> Page[DestructionRow]:
        found, after = await self.engines.archives.destructions(self.act, query)
        return Page[DestructionRow](items=[row(each) for each in found], next=after)

    @endpoint(access=_KEEPS, body=DestructionBody, reply={201: DestructionView}, summary="提出销毁一批保管期满的办件档案")
    async def post(self, body: DestructionBody) -> DestructionView:
        return await self.shown(await self.engines.archives.propose(self.act, body))


class DestroyableHandler(BaseHandler):
    """What may go on a list."""

    @endpoint(access=_KEEPS, query=DestroyableQuery, reply={200: Page[DestroyableView]}, summary="本部门保管期满的办件档案")
    async def get(self, query: DestroyableQuery) -> Page[DestroyableView]:
        found, after = await self.engines.archives.destroyable(self.act, query)
        return Page[DestroyableView](items=found, next=after)


class DestructionHandler(_Handler):
    """One list."""

    @endpoint(access=_LOOKS, reply={200: DestructionView}, summary="一份销毁清册")
    async def get(self, destruction_id: str) -> DestructionView:
        return await self.shown(await self.engines.archives.destruction(self.act, destruction_id))


class KeepHandler(_Handler):
    """Cases that are kept on after all."""

    @endpoint(access=_KEEPS, body=KeepBody, reply={200: DestructionView}, summary="从清册中去掉，继续保管")
    async def post(self, destruction_id: str, body: KeepBody) -> DestructionView:
        return await self.shown(await self.engines.archives.keep(self.act, destruction_id, body))


class ApproveHandler(_Handler):
    """The head, who did not propose it, approves; or supervision, where a head did."""

    @endpoint(access=_DECIDES, body=OpinionBody, reply={200: DestructionView}, summary="批准销毁")
    async def post(self, destruction_id: str, body: OpinionBody) -> DestructionView:
        return await self.shown(await self.engines.archives.approve(self.act, destruction_id, body))


class DeclineHandler(_Handler):
    """The head or supervision does not approve, or who proposed it takes it back."""

    @endpoint(access=_LOOKS, body=OpinionBody, reply={200: DestructionView}, summary="不予销毁，继续保管")
    async def post(self, destruction_id: str, body: OpinionBody) -> DestructionView:
        return await self.shown(await self.engines.archives.decline(self.act, destruction_id, body))


class DestructionPaperHandler(BaseHandler):
    """The list, sealed."""

    @endpoint(access=_KEEPS, reply={200: "application/pdf"}, summary="销毁清册（PDF），批准以后")
    async def get(self, destruction_id: str) -> Raw:
        return Raw(await self.engines.archives.destruction_paper(self.act, destruction_id))


class DestructionFileHandler(BaseHandler):
    """The list for a spreadsheet."""

    @endpoint(access=_KEEPS, reply={200: "text/csv; charset=utf-8"}, summary="销毁清册（CSV）")
    async def get(self, destruction_id: str) -> Raw:
        of = await self.engines.archives.destruction(self.act, destruction_id)
        self.set_header("Content-Disposition", f"attachment; filename*=UTF-8''{quote(f'销毁清册 {of.number}.csv')}")
        return Raw(destruction_csv(of))


ROUTES = [
    (r"/api/v1/staff/destructions", DestructionsHandler),
    (r"/api/v1/staff/destructions/candidates", DestroyableHandler),
    (rf"/api/v1/staff/destructions/{_ID}", DestructionHandler),
    (rf"/api/v1/staff/destructions/{_ID}/keep", KeepHandler),
    (rf"/api/v1/staff/destructions/{_ID}/approve", ApproveHandler),
    (rf"/api/v1/staff/destructions/{_ID}/decline", DeclineHandler),
    (rf"/api/v1/staff/destructions/{_ID}\.pdf", DestructionPaperHandler),
    (rf"/api/v1/staff/destructions/{_ID}\.csv", DestructionFileHandler),
]

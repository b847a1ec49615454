"""Grants: offered, answered, seen, ended; by citizens, and by staff for those without a phone."""

from dataclasses import replace

import tornado.web

from backend.errors import FieldError, Invalid
from backend.limits import Limit
from backend.materials import material_view
from handlers.access import citizen, endpoint, staff
from handlers.base import BaseHandler, Raw
from handlers.materials import MATERIAL, Uploading, send_copy
from models.acts import Role, StaffActor
from models.base import Page
from models.common_views import CountView
from models.grants import (
    AnswerBody,
    CheckBody,
    EndBody,
    EvidenceQuery,
    GrantActsView,
    GrantBody,
    GrantsQuery,
    GrantState,
    GrantView,
    StaffGrantBody,
    StaffRevokeBody,
    TakeBody,
    TriedBody,
)
from models.materials import MaterialView, UploadQuery

_OFFERS = Limit("grants", 30, 3600)
_PHOTOGRAPHS = Limit("grant_photographs", 200, 3600)
_LOOKS = Limit("grant_invitations", 60, 60)
_HEARS = staff(Role.RECEPTIONIST, Role.VILLAGE_OFFICER)
_CHECKS = staff(Role.RECEPTIONIST, Role.VILLAGE_OFFICER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)


class GrantsHandler(BaseHandler):
    """My grants, as principal and as agent."""

    @endpoint(
        access=citizen(), query=GrantsQuery, reply={200: Page[GrantView]}, web=True, summary="我的授权：我授权的、授权给我的、等我确认的"
    )
    async def get(self, query: GrantsQuery) -> Page[GrantView]:
        found = await self.engines.grants.mine(self.act, query)
        page = found[: query.limit]
        views = [self.engines.grants.view(each, self.act) for each in page]
        return Page[GrantView](items=views, next=page[-1].id if len(found) > query.limit else None)

    @endpoint(access=citizen(level=1), body=GrantBody, reply={201: GrantView}, limit=_OFFERS, summary="发起授权，或申请以监护人身份代办")
    async def post(self, body: GrantBody) -> GrantView:
        return self.engines.grants.view(await self.engines.grants.create(self.act, body), self.act)


class GrantHandler(BaseHandler):
    """One of them."""

    @endpoint(access=citizen(), reply={200: GrantView}, summary="一份授权")
    async def get(self, grant_id: str) -> GrantView:
        return self.engines.grants.view(await self.engines.grants.get(self.act, grant_id), self.act)


class GrantActsHandler(BaseHandler):
    """What was done under it."""

    @endpoint(access=citizen(), reply={200: GrantActsView}, summary="代办人用这份授权做过什么")
    async def get(self, grant_id: str) -> GrantActsView:
        return GrantActsView(items=await self.engines.grants.acts(self.act, grant_id))


class GrantAcceptHandler(BaseHandler):
    """The other side agrees."""

    @endpoint(access=citizen(level=1), body=AnswerBody, reply={200: GrantView}, summary="同意授权")
    async def post(self, grant_id: str, body: AnswerBody) -> GrantView:
        return self.engines.grants.view(await self.engines.grants.offers.accept(self.act, grant_id, body), self.act)


class GrantDeclineHandler(BaseHandler):
    """The other side says no."""

    @endpoint(access=citizen(), body=AnswerBody, reply={200: GrantView}, summary="不同意授权")
    async def post(self, grant_id: str, body: AnswerBody) -> GrantView:
        return self.engines.grants.view(await self.engines.grants.offers.decline(self.act, grant_id, body), self.act)


class GrantRevokeHandler(BaseHandler):
    """Either side ends it."""

    @endpoint(access=citizen(), body=EndBody, reply={200: GrantView}, summary="撤销授权，或放弃代办")
    async def post(self, grant_id: str, body: EndBody) -> GrantView:
        return self.engines.grants.view(await self.engines.grants.endings.end(self.act, grant_id, body), self.act)


class InvitationHandler(BaseHandler):
    """What a QR code offers."""

    @endpoint(access=citizen(), reply={200: GrantView}, limit=_LOOKS, summary="扫码查看授权邀请")
    async def get(self, token: str) -> GrantView:
        return self.engines.grants.view(await self.engines.grants.offers.by_token(self.act, token), self.act)


class InvitationCodeHandler(BaseHandler):
    """The QR code itself."""

    @endpoint(access=citizen(level=1), reply={200: "image/png"}, summary="授权邀请的小程序码")
    async def get(self, grant_id: str) -> Raw:
        return Raw(await self.engines.grants.invitation_code(self.act, grant_id))


class StaffGrantsHandler(BaseHandler):
    """Claims to check, and grants by word of mouth."""

    @endpoint(access=_CHECKS, reply={200: Page[GrantView]}, summary="等待核实的监护申请和等待打电话的授权，认领前隐去姓名和号码")
    async def get(self) -> Page[GrantView]:
        found = await self.engines.grants.for_staff(self.act, GrantState.CHECKING)
        return Page[GrantView](items=[self.engines.grants.view(each, self.act) for each in found])

    @endpoint(access=_HEARS, body=StaffGrantBody, reply={201: GrantView}, summary="当面听取后登记授权（委托人没有手机）")
    async def post(self, body: StaffGrantBody) -> GrantView:
        return self.engines.grants.view(await self.engines.grants.hearings.grant(self.act, body), self.act)


class StaffGrantsCountHandler(BaseHandler):
    """How many wait to be checked: a number on the home page."""

    @endpoint(access=_CHECKS, reply={200: CountView}, summary="等待核实的授权有几份")
    async def get(self) -> CountView:
        return CountView(count=await self.engines.grants.count_for_staff(self.act, GrantState.CHECKING))


class StaffGrantClaimHandler(BaseHandler):
    """Taken on by one of those with whom it lies."""

    @endpoint(access=_CHECKS, body=TakeBody, reply={200: GrantView}, summary="认领一份等待核实的授权，看到姓名、号码和照片")
    async def post(self, grant_id: str, body: TakeBody) -> GrantView:
        return self.engines.grants.view(await self.engines.grants.take(self.act, grant_id, body), self.act)


class StaffGrantGiveBackHandler(BaseHandler):
    """Given back to everybody."""

    @endpoint(access=_CHECKS, reply={200: GrantView}, summary="放回认领的授权")
    async def post(self, grant_id: str) -> GrantView:
        return self.engines.grants.view(await self.engines.grants.give_back(self.act, grant_id), self.act)


class StaffGrantTriesHandler(BaseHandler):
    """Nobody was heard on the telephone."""

    @endpoint(access=_HEARS, body=TriedBody, reply={200: GrantView}, summary="记录一次没有听到本人的电话：没人接、占线、过后再打")
    async def post(self, grant_id: str, body: TriedBody) -> GrantView:
        return self.engines.grants.view(await self.engines.grants.tried(self.act, grant_id, body), self.act)


@tornado.web.stream_request_body
class StaffEvidenceHandler(Uploading):
    """Photographs for a grant that is heard: of the principal, whom the same member of staff attested today."""

    @endpoint(
        access=_HEARS,
        query=EvidenceQuery,
        consumes="application/octet-stream",
        reply={201: MaterialView},
        summary="当面听取授权时放照片（已核验的本人）",
        limit=_PHOTOGRAPHS,
    )
    async def post(self, query: EvidenceQuery) -> MaterialView:
        upload, act = await self.received_file(query.person or "")
        if query.person is None:
            raise Invalid(errors=[FieldError("/person", "请先刷来人的证件，再放照片。")])
        assert isinstance(act.actor, StaffActor)  # access is staff's
        kept = replace(act, actor=await self.engines.people.proofs.keeper(act.actor, query.person, act.at))
        return material_view(await self.engines.materials.upload(kept, upload, UploadQuery()), act.at)


class StaffGrantRevokeHandler(BaseHandler):
    """A principal without a phone revokes."""

    @endpoint(access=_HEARS, body=StaffRevokeBody, reply={200: GrantView}, summary="当面听取后撤销授权")
    async def post(self, grant_id: str, body: StaffRevokeBody) -> GrantView:
        return self.engines.grants.view(await self.engines.grants.hearings.revoke(self.act, grant_id, body), self.act)


class StaffGrantCheckHandler(BaseHandler):
    """A guardianship is confirmed or refused; or a principal without a phone was called."""

    @endpoint(access=_CHECKS, body=CheckBody, reply={200: GrantView}, summary="核实监护关系，或记录电话听取的意愿")
    async def post(self, grant_id: str, body: CheckBody) -> GrantView:
        return self.engines.grants.view(await self.engines.grants.check(self.act, grant_id, body), self.act)


class StaffGrantEvidenceHandler(BaseHandler):
    """A photograph of the paper a principal signed."""

    @endpoint(access=_CHECKS, reply={200: "application/octet-stream"}, summary="查看授权申请的附件（带水印，有记录）")
    async def get(self, grant_id: str, material_id: str) -> None:
        await self.engines.grants.evidence(self.act, grant_id, material_id)
        version, path = await self.engines.materials.marked_copy(self.act, material_id, None, "核实授权")
        await send_copy(self, version.content_type, path, version.name)


ROUTES = [
    (r"/api/v1/grants", GrantsHandler),
    (r"/api/v1/grants/(grant_\w+)", GrantHandler),
    (r"/api/v1/grants/(grant_\w+)/acts", GrantActsHandler),
    (r"/api/v1/grants/(grant_\w+)/accept", GrantAcceptHandler),
    (r"/api/v1/grants/(grant_\w+)/decline", GrantDeclineHandler),
    (r"/api/v1/grants/(grant_\w+)/revoke", GrantRevokeHandler),
    (r"/api/v1/grants/(grant_\w+)/invitation-code", InvitationCodeHandler),
    (r"/api/v1/grant-invitations/(\w+)", InvitationHandler),
    (r"/api/v1/staff/grants", StaffGrantsHandler),
    (r"/api/v1/staff/grants/count", StaffGrantsCountHandler),
    (r"/api/v1/staff/grants/evidence", StaffEvidenceHandler),
    (r"/api/v1/staff/grants/(grant_\w+)/revoke", StaffGrantRevokeHandler),
    (r"/api/v1/staff/grants/(grant_\w+)/claim", StaffGrantClaimHandler),
    (r"/api/v1/staff/grants/(grant_\w+)/give-back", StaffGrantGiveBackHandler),
    (r"/api/v1/staff/grants/(grant_\w+)/tries", StaffGrantTriesHandler),
    (r"/api/v1/staff/grants/(grant_\w+)/check", StaffGrantCheckHandler),
    (rf"/api/v1/staff/grants/(grant_\w+)/evidence/{MATERIAL}", StaffGrantEvidenceHandler),
]

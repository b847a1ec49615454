"""What a citizen does about themselves: code by SMS, identity, proof, own data."""

from backend.people import mask_phone, own_view
from backend.people.sms_codes import PAUSE, VALID_FOR
from handlers.access import citizen, endpoint
from handlers.base import BaseHandler
from models.people import (
    AccessLogQuery,
    AccessLogView,
    CitizenView,
    ErasedView,
    ExportView,
    IdentityBody,
    ProofBody,
    SmsCodeBody,
    SmsCodeView,
    VerificationBody,
    VerificationView,
)


class SmsCodesHandler(BaseHandler):
    """A code by SMS; the answer is the same whether or not the phone is known."""

    @endpoint(access=citizen(), body=SmsCodeBody, reply={202: SmsCodeView}, key=False, summary="发送短信验证码")
    async def post(self, body: SmsCodeBody) -> SmsCodeView:
        await self.engines.people.codes.send(self.act.actor.id, body.phone)
        shown = mask_phone(body.phone)
        return SmsCodeView(
            phone=shown,
            expires_in=int(VALID_FOR.total_seconds()),
            retry_after=int(PAUSE.total_seconds()),
            detail=f"验证码已发送到 {shown}，5 分钟内有效。",
        )


class IdentityHandler(BaseHandler):
    """Level 1."""

    @endpoint(access=citizen(), body=IdentityBody, reply={200: CitizenView}, summary="实名：填写证件，与人口库核对")
    async def put(self, body: IdentityBody) -> CitizenView:
        return own_view(await self.engines.people.identity.bind(self.act, body), self.act.at)


class VerificationsHandler(BaseHandler):
    """Begins a network identity authentication: for a purpose, or to claim the identity of somebody who is known here."""

    @endpoint(access=citizen(), body=VerificationBody, reply={201: VerificationView}, key=False, summary="发起国家网络身份认证")
    async def post(self, body: VerificationBody) -> VerificationView:
        started = await self.engines.people.verify_over_network(self.act, body)
        return VerificationView(token=started.token, expires_in=started.expires_in)


class ProofsHandler(BaseHandler):
    """Level 2, for a time."""

    @endpoint(access=citizen(level=1), body=ProofBody, reply={201: CitizenView}, summary="确认是本人：国家网络身份认证")
    async def post(self, body: ProofBody) -> CitizenView:
        return own_view(await self.engines.people.proofs.prove(self.act, body), self.act.at)


class MeHandler(BaseHandler):
    """The citizen themselves."""

    @endpoint(access=citizen(), reply={200: CitizenView}, summary="我的信息")
    async def get(self) -> CitizenView:
        return own_view(await self.engines.people.get(self.act.actor.id), self.act.at)

    @endpoint(access=citizen(), reply={200: ErasedView}, summary="注销账号，删除个人信息")
    async def delete(self) -> ErasedView:
        return await self.engines.people.records.erase(self.act)


class AccessLogHandler(BaseHandler):
    """Who else looked at my data."""

    @endpoint(access=citizen(), query=AccessLogQuery, reply={200: AccessLogView}, summary="谁查看过我的信息")
    async def get(self, query: AccessLogQuery) -> AccessLogView:
        person = self.act.actor.id
        found = await self.engines.people.records.access_log(person, query.before, query.limit + 1)
        page = found[: query.limit]
        return AccessLogView(items=page, next=page[-1].at if len(found) > query.limit else None)


class ExportHandler(BaseHandler):
    """Everything about me."""

    @endpoint(access=citizen(), reply={200: ExportView}, summary="导出我的全部信息")
    async def get(self) -> ExportView:
        return await self.engines.people.records.export(self.act)


ROUTES = [
    (r"/api/v1/sms-codes", SmsCodesHandler),
    (r"/api/v1/me", MeHandler),
    (r"/api/v1/me/identity", IdentityHandler),
    (r"/api/v1/me/identity/proofs", ProofsHandler),
    (r"/api/v1/me/identity/verifications", VerificationsHandler),
    (r"/api/v1/me/access-log", AccessLogHandler),
    (r"/api/v1/me/export", ExportHandler),
]

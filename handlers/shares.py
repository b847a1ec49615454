"""Sharing a certificate for a time, and looking at what was shared."""

from urllib.parse import quote

from backend.certificates import share_view
from backend.limits import Limit
from backend.spoken import moment
from handlers.access import PUBLIC, citizen, endpoint
from handlers.base import BaseHandler, Raw
from handlers.verify import VerifyHandlerBase
from models.shares import ChecksView, ShareBody, SharedView, SharesView, ShareView

_CERTIFICATE = r"/api/v1/certificates/(cert_[0-9A-Z]{26})"
_SHARE = r"(share_[0-9A-Z]{26})"
_SCENE = r"([0-9A-Za-z]{16})"
_OWN = citizen(level=1)
_LOOKS = Limit("shared", 30, 60)  # tokens have 95 bits: nobody finds one by trying


class SharesHandler(BaseHandler):
    """The links of a certificate; a new one."""

    @endpoint(access=_OWN, reply={200: SharesView}, summary="一份证明的分享，和谁看过")
    async def get(self, certificate_id: str) -> SharesView:
        return await self.engines.shares.of(self.act, certificate_id)

    @endpoint(access=_OWN, body=ShareBody, reply={201: ShareView}, summary="限时分享一份证明")
    async def post(self, certificate_id: str, body: ShareBody) -> ShareView:
        return share_view(await self.engines.shares.make(self.act, certificate_id, body), self.act)


class EndShareHandler(BaseHandler):
    """No more looks."""

    @endpoint(access=_OWN, reply={200: ShareView}, summary="结束分享")
    async def post(self, certificate_id: str, share_id: str) -> ShareView:
        return share_view(await self.engines.shares.end(self.act, certificate_id, share_id), self.act)


class ShareCodeHandler(BaseHandler):
    """The QR code of a link."""

    @endpoint(access=_OWN, reply={200: "image/png"}, summary="分享的小程序码")
    async def get(self, certificate_id: str, share_id: str) -> Raw:
        return Raw(await self.engines.shares.picture(self.act, certificate_id, share_id))


class ChecksHandler(BaseHandler):
    """Who checked a certificate."""

    @endpoint(access=_OWN, reply={200: ChecksView}, summary="谁在什么时候验过这份证明")
    async def get(self, certificate_id: str) -> ChecksView:
        return await self.engines.shares.checks(self.act, certificate_id)


class SharedHandler(VerifyHandlerBase):
    """What is shared, for whoever has the link."""

    @endpoint(access=PUBLIC, reply={200: SharedView}, limit=_LOOKS, summary="看别人分享的证明（每次都有记录）")
    async def get(self, token: str) -> SharedView:
        share, certificate = await self.engines.shares.look(self.act, token)
        return SharedView(
            holder_name=certificate.holder.name,
            purpose=share.purpose,
            until=share.until,
            until_text=moment(share.until),
            certificate=await self.verification(certificate),
            file_url=f"/api/v1/shared/{token}/file",
        )


class SharedFileHandler(BaseHandler):
    """The shared PDF."""

    @endpoint(access=PUBLIC, reply={200: "application/pdf"}, limit=_LOOKS, summary="打开别人分享的证明文件（每次都有记录）")
    async def get(self, token: str) -> Raw:
        certificate, pdf = await self.engines.shares.file(self.act, token)
        name = quote(f"{certificate.title}-{certificate.number}.pdf")
        self.set_header("Content-Disposition", f"inline; filename=certificate.pdf; filename*=UTF-8''{name}")
        self.set_header("Cache-Control", "no-store")
        return Raw(pdf)


ROUTES = [
    (rf"{_CERTIFICATE}/shares", SharesHandler),
    (rf"{_CERTIFICATE}/shares/{_SHARE}/end", EndShareHandler),
    (rf"{_CERTIFICATE}/shares/{_SHARE}/code", ShareCodeHandler),
    (rf"{_CERTIFICATE}/verifications", ChecksHandler),
    (rf"/api/v1/shared/{_SCENE}", SharedHandler),
    (rf"/api/v1/shared/{_SCENE}/file", SharedFileHandler),
]

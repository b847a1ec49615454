"""Is this certificate real, and does it still hold? For anybody: a page for people, JSON for programs, by `Accept`."""

from functools import cache
from pathlib import Path
from secrets import token_urlsafe

from tornado.template import Loader

from backend.certificates import file_verification_of, verification_of
from backend.errors import BadRequest
from backend.limits import Limit
from handlers.access import PUBLIC, endpoint
from handlers.base import BaseHandler, Raw
from handlers.policy import policy
from models.certificates import Certificate, CodeQuery, FileVerificationView, VerificationView
from models.licence_showings import LicenceCheckView
from models.settings import Mode

_LOOKS = Limit("verify", 30, 60)  # codes have 71 bits: nobody finds one by trying
_SHOWN = Limit("verify_licence", 30, 60)  # tokens have 95 bits
_FILES = Limit("verify_file", 5, 60)  # each takes a worker process for a moment
_PDF = b"%PDF-"


@cache
def _pages() -> Loader:
    return Loader(str(Path(__file__).parent / "pages"))


class VerifyHandlerBase(BaseHandler):
    """What looking something up by its code shares."""

    def wants_page(self) -> bool:
        """Whether a person looks: a browser names HTML, a program names JSON or nothing."""
        return "text/html" in self.request.headers.get("Accept", "")

    @property
    def demo(self) -> bool:
        """Whether people and data are made up."""
        return self.engines.settings.mode is Mode.SANDBOX

    def page(self, verification: VerificationView | LicenceCheckView | None, page: str = "verify") -> Raw:
        """The page for people; without a verification it only asks for a code."""
        nonce = token_urlsafe(16)
        self.set_header("Content-Security-Policy", policy(f"'nonce-{nonce}'", forms="'self'"))
        self.set_header("Content-Type", "text/html; charset=utf-8")
        return Raw(_pages().load(f"{page}.html").generate(v=verification, nonce=nonce))

    async def verification(self, certificate: Certificate | None) -> VerificationView:
        """What anybody may know of a certificate."""
        successor = None
        if certificate is not None and certificate.superseded_by:
            successor = await self.engines.certificates.issued(certificate.superseded_by)
        return verification_of(certificate, self.act.at, successor=successor, demo=self.demo)


class VerifyHandler(VerifyHandlerBase):
    """One code, as the QR on a certificate carries it."""

    @endpoint(
        access=PUBLIC, reply={200: VerificationView, 404: VerificationView}, limit=_LOOKS, summary="扫码验真（网页或 JSON，按 Accept）"
    )
    async def get(self, code: str) -> VerificationView | None:
        answer = await self.verification(await self.engines.certificates.by_code(self.act, code))
        self.set_header("Vary", "Accept")
        if answer.number is None:
            self.set_status(404)
        if not self.wants_page():
            return answer
        self.finish(bytes(self.page(answer)))
        return None


class VerifyLicenceHandler(VerifyHandlerBase):
    """The code of a licence its holder shows, or of a copy they made."""

    @endpoint(
        access=PUBLIC,
        reply={200: LicenceCheckView, 404: LicenceCheckView},
        limit=_SHOWN,
        summary="核对别人出示的电子证照（网页或 JSON，按 Accept；每次都有记录）",
    )
    async def get(self, token: str) -> LicenceCheckView | None:
        answer = await self.engines.showings.check(self.act, token, demo=self.demo)
        self.set_header("Vary", "Accept")
        if answer.licence is None:
            self.set_status(404)
        if not self.wants_page():
            return answer
        self.finish(bytes(self.page(answer, "licence")))
        return None


class VerifyFormHandler(VerifyHandlerBase):
    """The page that asks for a code: what the paper says to those without a scanner."""

    @endpoint(access=PUBLIC, query=CodeQuery, reply={200: "text/html"}, summary="输入验真码的网页")
    async def get(self, query: CodeQuery) -> Raw | None:
        if query.code is None:
            return self.page(None)
        self.redirect(f"/verify/{query.code}", status=303)
        return None


class VerificationsHandler(VerifyHandlerBase):
    """An uploaded PDF: the body itself, or the first file of a multipart form."""

    @endpoint(
        access=PUBLIC,
        reply={200: FileVerificationView},
        consumes="application/pdf",
        key=False,
        limit=_FILES,
        summary="上传 PDF 验真：原文件、被改动过、或不是本平台出具的",
    )
    async def post(self) -> FileVerificationView:
        pdf = self._uploaded()
        if not pdf.startswith(_PDF):
            raise BadRequest("请上传证明的 PDF 原文件，不是照片、截图或扫描件。")
        verdict, certificate = await self.engines.certificates.check_file(self.act, pdf)
        found = await self.verification(certificate) if certificate else None
        return file_verification_of(verdict, found)

    def _uploaded(self) -> bytes:
        files = [file for group in self.request.files.values() for file in group]
        return files[0].body if files else self.request.body


ROUTES = [
    (r"/verify/?", VerifyFormHandler),
    (r"/verify/([0-9A-Za-z]{1,40})", VerifyHandler),
    (r"/verify/licences/([0-9A-Za-z]{16})", VerifyLicenceHandler),
    (r"/api/v1/verifications", VerificationsHandler),
]

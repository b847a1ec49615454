"""Certificates: asked for, read, downloaded by citizens and their agents; found and revoked by staff."""

from urllib.parse import quote

from backend.certificates import certificate_view
from backend.limits import Limit
from backend.permissions import may
from handlers.access import citizen, endpoint, staff
from handlers.base import BaseHandler, Raw
from models.acts import Role, ScribeActor, StaffActor
from models.base import Page
from models.cases import Case
from models.certificates import (
    Certificate,
    CertificatesQuery,
    CertificateView,
    CorrectablesView,
    CorrectableView,
    FindCertificatesBody,
    FoundCertificatesView,
    IssueBody,
    NumberQuery,
    ReissueBody,
    RevokeBody,
    WaitingView,
)

_ID = r"(cert_[0-9A-Z]{26})"
_DECIDES = staff(Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)
_FINDS = staff(Role.RECEPTIONIST, Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)
_ISSUES = Limit("certificates", 120, 60)
_MESSAGE = "系统没能自动核对，已转给工作人员办理，您不用再提交。办好后会通知您，也可以在「我的办件」里查看进度。"
_MESSAGE_AT_DESK = "系统没能自动核对，已转给工作人员办理，不用再提交。办好后会打电话告诉本人；本人带证件再来，可以在这里打印证明。"


class CertificateHandlerBase(BaseHandler):
    """What every answer about certificates shares."""

    def view(self, certificate: Certificate) -> CertificateView:
        """A certificate as its reader sees it."""
        named = not isinstance(self.act.actor, StaffActor) or may("certificate.download", self.act, certificate)
        return certificate_view(certificate, self.engines.settings.base_url, self.act.at.date(), named=named)


def waiting_view(case: Case, message: str) -> WaitingView:
    """A case that a person decides; `message`: what happens next, for whoever asked."""
    return WaitingView(
        case=case.id,
        number=case.number,
        item=case.item,
        state=case.state.value,
        state_label=case.state.label,
        reason=case.handed_over_for,
        message=message,
    )


class CertificatesHandler(CertificateHandlerBase):
    """My certificates, and a new one."""

    @endpoint(
        access=citizen(level=1),
        acting=True,
        query=CertificatesQuery,
        reply={200: Page[CertificateView]},
        kiosk=2,
        scribe=True,
        summary="我的证明",
    )
    async def get(self, query: CertificatesQuery) -> Page[CertificateView]:
        found = await self.engines.certificates.mine(self.act, item=query.item, case=query.case, before=query.cursor, limit=query.limit + 1)
        page = found[: query.limit]
        return Page[CertificateView](items=[self.view(each) for each in page], next=page[-1].id if len(found) > query.limit else None)

    @endpoint(
        access=citizen(level=2),
        acting=True,
        body=IssueBody,
        reply={201: CertificateView, 202: WaitingView},
        limit=_ISSUES,
        kiosk=2,
        scribe=True,
        summary="即时开具证明：当场出证，或转工作人员办理",
    )
    async def post(self, body: IssueBody) -> CertificateView | WaitingView:
        case = await self.engines.instant.issue(self.act, body)
        if case.certificate is None:
            self.set_status(202)
            return waiting_view(case, _MESSAGE_AT_DESK if isinstance(self.act.actor, ScribeActor) else _MESSAGE)
        return self.view(await self.engines.certificates.issued(case.certificate))


class CertificateHandler(CertificateHandlerBase):
    """One certificate."""

    @endpoint(access=citizen(level=1), acting=True, reply={200: CertificateView}, kiosk=2, scribe=True, summary="一份证明")
    async def get(self, certificate_id: str) -> CertificateView:
        return self.view(await self.engines.certificates.get(self.act, certificate_id))


class CertificateFileHandler(BaseHandler):
    """The PDF."""

    @endpoint(access=citizen(level=1), acting=True, reply={200: "application/pdf"}, kiosk=2, scribe=True, summary="下载证明文件（PDF）")
    async def get(self, certificate_id: str) -> Raw:
        return await self.send(certificate_id)

    async def send(self, certificate_id: str) -> Raw:
        """The file, named after the certificate."""
        certificate, pdf = await self.engines.certificates.file(self.act, certificate_id)
        name = quote(f"{certificate.title}-{certificate.number}.pdf")
        self.set_header("Content-Disposition", f"attachment; filename=certificate.pdf; filename*=UTF-8''{name}")
        self.set_header("X-Content-SHA256", certificate.sha256)
        return Raw(pdf)


class StaffCertificatesHandler(CertificateHandlerBase):
    """A certificate by its number, as it stands on the paper somebody brings."""

    @endpoint(access=staff(), query=NumberQuery, reply={200: CertificateView}, summary="按号码查找证明")
    async def get(self, query: NumberQuery) -> CertificateView:
        return self.view(await self.engines.certificates.numbered(self.act, query.number))


class StaffCertificateHandler(CertificateHandlerBase):
    """One certificate, for staff."""

    @endpoint(access=staff(), reply={200: CertificateView}, summary="一份证明（工作人员）")
    async def get(self, certificate_id: str) -> CertificateView:
        return self.view(await self.engines.certificates.get(self.act, certificate_id))


class StaffCertificateFileHandler(CertificateFileHandler):
    """The PDF, to be printed at the counter."""

    @endpoint(access=staff(), reply={200: "application/pdf"}, summary="打印证明文件（工作人员）")
    async def get(self, certificate_id: str) -> Raw:
        return await self.send(certificate_id)


class RevokeHandler(CertificateHandlerBase):
    """Ends a certificate."""

    @endpoint(
        access=_DECIDES,
        body=RevokeBody,
        reply={200: CertificateView},
        summary="撤销证明，或注明已由新证明替换",
    )
    async def post(self, certificate_id: str, body: RevokeBody) -> CertificateView:
        return self.view(await self.engines.certificates.revoke(self.act, certificate_id, body))


class FindCertificatesHandler(CertificateHandlerBase):
    """The certificates of a person or a case, for who has no paper at hand. It changes nothing."""

    @endpoint(
        access=_FINDS, body=FindCertificatesBody, reply={200: FoundCertificatesView}, summary="按持有人证件或办件编号查找证明", key=False
    )
    async def post(self, body: FindCertificatesBody) -> FoundCertificatesView:
        return FoundCertificatesView(items=[self.view(each) for each in await self.engines.certificate_desk.find(self.act, body)])


class CorrectableHandler(BaseHandler):
    """What of a certificate may be put right."""

    @endpoint(access=_DECIDES, reply={200: CorrectablesView}, summary="一份证明上可以更正的内容")
    async def get(self, certificate_id: str) -> CorrectablesView:
        found = await self.engines.certificate_desk.correctable(self.act, certificate_id)
        items = [CorrectableView(key=each.key, label=each.on_paper, kind=each.type.value, value=value) for each, value in found]
        return CorrectablesView(items=items)


class ReissueHandler(CertificateHandlerBase):
    """Another certificate in the place of one that was lost, damaged or wrong."""

    @endpoint(access=_DECIDES, body=ReissueBody, reply={201: CertificateView}, summary="补发、换发证明：新的号码，原来的注明已被替换")
    async def post(self, certificate_id: str, body: ReissueBody) -> CertificateView:
        self.set_status(201)
        return self.view(await self.engines.certificate_desk.reissue(self.act, certificate_id, body))


ROUTES = [
    (r"/api/v1/certificates", CertificatesHandler),
    (rf"/api/v1/certificates/{_ID}", CertificateHandler),
    (rf"/api/v1/certificates/{_ID}/file", CertificateFileHandler),
    (r"/api/v1/staff/certificates", StaffCertificatesHandler),
    (rf"/api/v1/staff/certificates/{_ID}", StaffCertificateHandler),
    (rf"/api/v1/staff/certificates/{_ID}/file", StaffCertificateFileHandler),
    (rf"/api/v1/staff/certificates/{_ID}/revoke", RevokeHandler),
    (r"/api/v1/staff/certificates/searches", FindCertificatesHandler),
    (rf"/api/v1/staff/certificates/{_ID}/correctable", CorrectableHandler),
    (rf"/api/v1/staff/certificates/{_ID}/reissue", ReissueHandler),
]

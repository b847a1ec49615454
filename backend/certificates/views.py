"""A certificate as people see it: its holder in full, anybody who verifies it masked. A unit's name and code are public."""

from collections.abc import Callable
from datetime import date, datetime

from backend.people import mask_name, mask_number
from models.catalogue import Outcome
from models.certificates import (
    Certificate,
    CertificateState,
    CertificateView,
    FileVerdict,
    FileVerificationView,
    Holder,
    VerificationView,
)

UNKNOWN = "unknown"
_UNKNOWN_LABEL = "查不到这份证明"
_UNKNOWN_DETAIL = (
    "请核对验真码有没有输错（区分大小写）。如果是扫纸上的二维码看到这一页，这份证明可能是伪造的，请不要使用，可拨打12345反映。"
)
_DETAILS = {
    CertificateState.VALID: "这份证明是真的，现在有效。请核对下面的姓名、证件号码和手中的证明是否一致。",
    CertificateState.EXPIRED: "这份证明是真的，但已经过了有效期，请持有人重新开具。",
    CertificateState.REVOKED: "这份证明已被出具机关撤销，不能再使用。",
    CertificateState.SUPERSEDED: "这份证明已由新的证明替换，请以新证明为准。",
}
_OF_A_UNIT = "这份证明是真的，现在有效。请核对下面的单位名称、统一社会信用代码和手中的证明是否一致。"
_FILE_LABELS = {
    FileVerdict.AUTHENTIC: "文件没有改动过",
    FileVerdict.ALTERED: "文件被改动过",
    FileVerdict.SEALED: "文书盖有本平台的电子印章，没有改动过",
    FileVerdict.UNKNOWN: "不是本平台出具的文件",
}
_FILE_DETAILS = {
    FileVerdict.AUTHENTIC: "这个文件与出具时完全一致。是否有效请看下面的结果。",
    FileVerdict.ALTERED: "这个文件带有本平台的验真码，但内容与出具时不一致，请不要使用。正确的内容请向持有人索取原文件。",
    FileVerdict.SEALED: "这是办件过程中出具的文书。后来有没有新的决定，请在小程序里打开这个办件查看，或拨打12345。",
    FileVerdict.UNKNOWN: "没有查到与这个文件一致的证明。请确认上传的是下载的原文件，不是截图、扫描件或另存的文件。",
}

_OF_THE_ORIGINAL = "下面是登记的原件的情况，不是您上传的这个文件的。请向持有人索取原文件。"


def certificate_view(certificate: Certificate, base_url: str, on: date, *, named: bool = True) -> CertificateView:
    """For the holder, their agent, and staff who may see it. `named`: names stand there in full, as on its page."""
    state = certificate.state_on(on)
    return CertificateView(
        id=certificate.id,
        number=certificate.number,
        title=certificate.title,
        item=certificate.item,
        issuer=certificate.issuer,
        holder_name=certificate.holder.name if named else _shown(certificate.holder, mask_name, certificate.holder.name),
        holder_number=_shown(certificate.holder, mask_number, certificate.holder.number),
        agent_name=(certificate.agent.name if named else mask_name(certificate.agent.name)) if certificate.agent else None,
        scribe_name=certificate.scribe.name if certificate.scribe else None,
        issued_at=certificate.issued_at,
        valid_until=certificate.valid_until,
        state=state,
        state_label=state.label,
        reason=certificate.reason,
        no_record=certificate.outcome is Outcome.NO_RECORD,
        verify_code=certificate.code,
        verify_url=f"{base_url}/verify/{certificate.code}",
        file_url=f"/api/v1/certificates/{certificate.id}/file",
        relayed=not certificate.template,
        case=certificate.case,
        version=certificate.version,
    )


def verification_of(
    certificate: Certificate | None, at: datetime, *, successor: Certificate | None = None, demo: bool = False
) -> VerificationView:
    """For anybody: a person's name and number masked, and never what stands on the page, nor what staff wrote as the reason of its end."""
    if certificate is None:
        return VerificationView(result=UNKNOWN, label=_UNKNOWN_LABEL, detail=_UNKNOWN_DETAIL, checked_at=at, demo=demo)
    state = certificate.state_on(at.date())
    return VerificationView(
        result=state.value,
        label=state.label,
        detail=_OF_A_UNIT if certificate.holder.is_unit and state is CertificateState.VALID else _DETAILS[state],
        number=certificate.number,
        identifier=certificate.identifier,
        title=certificate.title,
        issuer=certificate.issuer,
        holder_is_unit=certificate.holder.is_unit,
        holder_name=_shown(certificate.holder, mask_name, certificate.holder.name),
        holder_document=certificate.holder.document_type.label,
        holder_number=_shown(certificate.holder, mask_number, certificate.holder.number),
        issued_on=certificate.issued_at.date(),
        valid_until=certificate.valid_until,
        ended_on=certificate.ended_at.date() if certificate.ended_at else None,
        superseded_by=successor.number if successor else None,
        checked_at=at,
        demo=demo,
    )


def _shown(holder: Holder, mask: Callable[[str], str], text: str) -> str:
    return text if holder.is_unit else mask(text)


def file_verification_of(verdict: FileVerdict, certificate: VerificationView | None) -> FileVerificationView:
    """For whoever uploaded a PDF. `certificate`: the one it is, or was made from."""
    if certificate is not None and verdict is FileVerdict.ALTERED:
        certificate = certificate.model_copy(update={"detail": _OF_THE_ORIGINAL})
    return FileVerificationView(verdict=verdict, label=_FILE_LABELS[verdict], detail=_FILE_DETAILS[verdict], certificate=certificate)

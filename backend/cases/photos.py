"""The photograph of a case and the machine that looks at it first (照片机审): it counts, advises, and never refuses for good.

An unfit photograph keeps the case from being handed in; after so many (`PhotoCheck.retries`) a clerk looks instead, and so
where the machine has no time. The count lives with the case, whatever photograph is chosen.
"""

from datetime import datetime

from backend.errors import FieldError, Unavailable
from backend.materials import Materials
from models.cases import CaseMaterial
from models.catalogue import PhotoCheck
from models.common_views import WordView
from models.material_views import PhotoFindingView, PhotoView
from models.photos import PhotoLook, PhotoOutcome


async def looked_at(materials: Materials, check: PhotoCheck | None, chosen: CaseMaterial, at: datetime) -> PhotoLook | None:
    """The look at what was chosen now; `chosen.photo` is the look before. None for a material no machine looks at."""
    if check is None or check.material != chosen.key:
        return None
    attempts = chosen.photo.attempts if chosen.photo else 0
    if not chosen.files:
        return PhotoLook(attempts=attempts)
    use = chosen.files[0]
    try:
        findings = await materials.photo_findings(use.material, use.version, check)
    except Unavailable:
        return PhotoLook(attempts=attempts, outcome=PhotoOutcome.CLERK, at=at)
    if findings is None:
        return PhotoLook(attempts=attempts, at=at)
    if not findings:
        return PhotoLook(attempts=attempts, outcome=PhotoOutcome.FIT, at=at)
    outcome = PhotoOutcome.CLERK if attempts >= check.retries else PhotoOutcome.UNFIT
    return PhotoLook(attempts=attempts + 1, outcome=outcome, findings=findings, at=at)


def unfit_photos(materials: list[CaseMaterial]) -> list[FieldError]:
    """What keeps a case from being handed in: every fault of an unfit photograph."""
    return [
        FieldError(f"/materials/{each.key}", f"「{each.name}」{finding.advice}")
        for each in materials
        if each.photo and each.photo.outcome is PhotoOutcome.UNFIT
        for finding in each.photo.findings
    ]


def photo_view(material: CaseMaterial, check: PhotoCheck | None) -> PhotoView | None:
    """The look in words; None where no machine has looked."""
    look = material.photo
    if look is None or check is None:
        return None
    left = max(check.retries - look.attempts + 1, 0)
    return PhotoView(
        outcome=WordView.of(look.outcome) if look.outcome else None,
        findings=[PhotoFindingView(fault=WordView.of(each.fault), advice=each.advice) for each in look.findings],
        attempts=look.attempts,
        left=left,
        sentence=_sentence(look, left),
    )


def _sentence(look: PhotoLook, left: int) -> str:
    if look.outcome is PhotoOutcome.FIT:
        return "照片符合要求。提交以后，工作人员还会看一遍。"
    if look.outcome is PhotoOutcome.UNFIT:
        return f"这张照片有{len(look.findings)}处不合要求，请重拍再传，还可以重传{left}次；还是不行就由工作人员看，不会因为照片办不成。"
    if look.outcome is PhotoOutcome.CLERK and look.findings:
        return "重传了几次系统还是觉得不合要求，这张由工作人员来看。您可以直接提交，也可以照提示再换一张。"
    if look.outcome is PhotoOutcome.CLERK:
        return "系统现在没能检查这张照片，由工作人员来看。您可以直接提交。"
    return "这张照片工作人员以前审核通过，可以直接用。" if look.at else ""

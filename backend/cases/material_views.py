"""The materials of a case as they are answered."""

from collections.abc import Mapping
from datetime import datetime

from backend.cases.debts import Expected
from backend.cases.photos import photo_view
from models.cases import Case, CaseMaterial, LicenceUse
from models.catalogue import ItemVersion, Material, Need
from models.common_views import WordView
from models.material_views import CaseMaterialView, FileView, LaterView, LicenceAskedView, LicenceView, OriginalView, VerdictView

Later = Mapping[str, Expected]
"""By material: until when it would be owed (`Cases.expected`)."""


def material_view(each: CaseMaterial, version: ItemVersion, case: Case, now: datetime, later: Later) -> CaseMaterialView:
    """One required document of a case: what stands for it, what was found of it, and whether and until when it may come later."""
    asked = version.material(each.key)
    verdict, original = each.verdict, each.original
    return CaseMaterialView(
        key=each.key,
        name=each.name,
        need=WordView.of(asked.need if asked else Need.REQUIRED),
        help=asked.help if asked else "",
        files=[FileView(**use.model_dump()) for use in each.files],
        licence=_licence(each.licence, case, now) if each.licence else None,
        asked=LicenceAskedView(**each.asked.model_dump()) if each.asked else None,
        licence_possible=asked is not None and asked.licence is not None,
        exempt=each.exempt,
        exempt_by=each.exempt_by,
        committed=each.committed,
        by_word=version.commitment is not None and each.key in version.commitment.replaces,
        verdict=VerdictView(
            passed=verdict.passed, reason=WordView.of(verdict.reason) if verdict.reason else None, advice=verdict.advice, at=verdict.at
        )
        if verdict
        else None,
        original=OriginalView(outcome=WordView.of(original.outcome), note=original.note, at=original.at) if original else None,
        bring_original=asked is not None and asked.bring_original,
        later=_later(asked, case, later.get(asked.key)) if asked is not None else None,
        photo=photo_view(each, version.photo_check),
    )


def _licence(use: LicenceUse, case: Case, now: datetime) -> LicenceView:
    open_now = not case.state.is_final and (use.until is None or now < use.until)
    return LicenceView(**use.model_dump(exclude={"record", "register_name"}), open=open_now)


def _later(material: Material, case: Case, expected: Expected | None) -> LaterView | None:
    tolerance = material.tolerance
    if tolerance is None or not tolerance.needs_promise:
        return None
    promise = next((each for each in case.promises if each.material == material.key), None)
    word = promise.word if promise else None
    return LaterView(
        within=tolerance.within.words(),
        says=expected.words if expected else "",
        due=expected.due if expected else None,
        told=promise.told if promise else "",
        before=tolerance.before.value,
        consequence=tolerance.consequence.label,
        note=tolerance.note,
        promised_at=word.at if word else None,
        promised_by=word.by.name if word else None,
        heard_by=word.heard_by.name if word and word.heard_by else None,
    )

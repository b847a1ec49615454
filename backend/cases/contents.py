"""What a case holds: its answers with where they come from, its materials, and what changed between two submissions."""

from collections.abc import Mapping
from datetime import date, datetime

from pydantic import JsonValue

from backend.cases.own_name import bound_fields
from backend.catalogue import needed_materials
from backend.errors import FieldError, Invalid
from models.acts import Act
from models.cases import (
    Case,
    CaseMaterial,
    Defect,
    DefectBody,
    FileUse,
    LicenceUse,
    ObligationKind,
    ReasonClass,
    Return,
    ReturnKind,
    Snapshot,
)
from models.catalogue import AskedFile, FileKind, ItemVersion, Material, Need, Party
from models.forms import Origin
from models.kept_answers import KeptAnswer
from models.materials import MaterialVersion

MENDED = "mended"  # the mode of a handing-in that answers a slip
Answers = Mapping[str, JsonValue]
_MENDED_IN_THE_FORM = (ReasonClass.WRONG_ANSWER, ReasonClass.INCOMPLETE, ReasonClass.UNCLEAR)
_REGISTERED = (
    "「{name}」就是登记的名称，申请人在这里改不了，不能按「{reason}」退回。登记错了的，请改选「"
    + ReasonClass.INCONSISTENT.label
    + "」，请申请人先到登记的部门更正。"
)
_TYPES = {FileKind.JPEG: "image/jpeg", FileKind.PNG: "image/png", FileKind.PDF: "application/pdf"}


def parties(act: Act) -> frozenset[Party]:
    """Who takes part beside the applicant. A grant without a list of items is a guardian's."""
    if act.acting is None:
        return frozenset()
    return frozenset({Party.AGENT}) if act.acting.items else frozenset({Party.AGENT, Party.GUARDIAN})


def slots(version: ItemVersion, answers: Answers, today: date, who: frozenset[Party], before: list[CaseMaterial]) -> list[CaseMaterial]:
    """One place for each material these answers ask people for, keeping what was handed in already."""
    known = {each.key: each for each in before}
    asked = [material for material in needed_materials(version, answers, today, who) if material.uploadable]
    return [known.get(material.key) or CaseMaterial(key=material.key, name=material.name) for material in asked]


def missing_materials(version: ItemVersion, materials: list[CaseMaterial], *, by_agent: bool) -> list[FieldError]:
    """What must be handed in and was not. For what a commitment may stand for, an agent goes on: the applicant commits later."""
    spoken_for = frozenset(version.commitment.replaces) if version.commitment else frozenset[str]()
    return [
        FieldError(f"/materials/{each.key}", _wanted(each, _definition(version, each.key), by_word=each.key in spoken_for))
        for each in materials
        if not each.settled and _definition(version, each.key).need is Need.REQUIRED and not (by_agent and each.key in spoken_for)
    ]


def _wanted(slot: CaseMaterial, material: Material, *, by_word: bool) -> str:
    if slot.asked is not None:
        return f"正在等{slot.asked.holder}授权使用{slot.asked.name}；等不及的，可以改为上传「{slot.name}」。"
    if by_word:
        return f"请上传「{slot.name}」；能作告知承诺的，您本人看过承诺书、作出承诺，就不用交。"
    return f"请上传「{slot.name}」；系统里能查到的，也可以直接选用电子证照。" if material.licence else f"请上传「{slot.name}」。"


def stale_licences(materials: list[CaseMaterial], now: datetime) -> list[FieldError]:
    """Licences chosen so long ago that they, or the authorisation to use them, have run out since."""
    return [
        FieldError(f"/materials/{each.key}", f"{each.licence.holder}的{each.licence.name}或它的使用授权已经到期，请重新选用，或拍照上传。")
        for each in materials
        if each.licence is not None and _has_run_out(each.licence, now)
    ]


def _has_run_out(licence: LicenceUse, now: datetime) -> bool:
    if licence.until is not None and licence.until <= now:
        return True
    return licence.valid_until is not None and date.fromisoformat(licence.valid_until) < now.date()


def uses_of_files(found: list[tuple[str, MaterialVersion]]) -> list[FileUse]:
    """Uploads, by id and version, as a case keeps them."""
    return [
        FileUse(material=id, version=each.number, name=each.name, content_type=each.content_type, size=each.size, pages=each.pages)
        for id, each in found
    ]


def file_faults(material: Material | AskedFile, uses: list[FileUse], pointer: str) -> list[FieldError]:
    """What is wrong with uploads chosen for a material: how many, of what kind, how large."""
    faults: list[FieldError] = []
    if len(uses) > material.max_files:
        faults.append(FieldError(pointer, f"「{material.name}」最多上传{material.max_files}份。"))
    accepted = {_TYPES[kind] for kind in material.accepts}
    words = "、".join(kind.label for kind in material.accepts)
    for index, use in enumerate(uses):
        if use.content_type not in accepted:
            faults.append(FieldError(f"{pointer}/{index}", f"「{material.name}」只收{words}。"))
        if use.size > material.max_mb << 20:
            faults.append(FieldError(f"{pointer}/{index}", f"「{material.name}」每份不超过{material.max_mb}MB。"))
    return faults


def next_origins(case: Case, answers: Answers) -> dict[str, Origin]:
    """Where each answer comes from after a change: one taken from a register stays so while it is as the register gave it."""
    return {key: _next_origin(case.sources.get(key), case.form.get(key), value) for key, value in answers.items()}


def _next_origin(before: Origin | None, old: JsonValue, value: JsonValue) -> Origin:
    if before is None or before.source is None:
        return Origin(by="applicant")
    given = old if before.by == "register" else before.original
    if value == given:
        return Origin(by="register", source=before.source)
    return Origin(by="applicant", source=before.source, original=given)


def snapshot(answers: Answers, materials: list[CaseMaterial], registers: Mapping[str, KeptAnswer] | None = None) -> Snapshot:
    """What is handed in now, and what `registers` said to the rule that looks at it."""
    return Snapshot(form=dict(answers), materials={each.key: each.fingerprint for each in materials}, answers=dict(registers or {}))


def changed_fields(before: Snapshot | None, now: Snapshot) -> list[str]:
    """Keys of the answers that are not as they were."""
    if before is None:
        return []
    return [key for key in sorted(before.form.keys() | now.form.keys()) if before.form.get(key) != now.form.get(key)]


def changed_materials(before: Snapshot | None, now: Snapshot) -> list[str]:
    """Keys of the materials that are not as they were."""
    if before is None:
        return []
    keys = sorted(before.materials.keys() | now.materials.keys())
    return [key for key in keys if before.materials.get(key, []) != now.materials.get(key, [])]


def untouched(told: list[Return], before: Snapshot | None, now: Snapshot) -> list[str]:
    """Targets of open slips that came back exactly as they were."""
    if before is None:
        return []
    return [each.target for slip in told for each in slip.defects if not _differs(each.target, before, now)]


def _differs(target: str, one: Snapshot, other: Snapshot) -> bool:
    kind, _, key = target.partition("/")
    if kind == "form":
        return one.form.get(key) != other.form.get(key)
    return one.materials.get(key) != other.materials.get(key)


def defects_of(case: Case, version: ItemVersion, given: list[DefectBody], *, after_acceptance: bool = False) -> list[Defect]:
    """The defects as they are told, each marked `late` where the first look could have named it (invariant 7).

    Raises `Invalid` where one names what the case does not hold, the same thing stands there twice, a paper that is there is called
    missing, or the applicant is to mend in the form what only a register can put right.
    """
    errors: list[FieldError] = []
    seen: set[str] = set()
    found: list[Defect] = []
    late = late_targets(case, [each.target for each in given])
    bound = bound_fields(version, case.person)
    for index, each in enumerate(given):
        name = _name(case, version, each)
        if name is None or each.target in seen:
            errors.append(FieldError(f"/defects/{index}", "这份申请里没有这一项。" if name is None else "同一项写了两次，请合并成一条。"))
            continue
        seen.add(each.target)
        if each.field in bound and each.reason in _MENDED_IN_THE_FORM:
            errors.append(FieldError(f"/defects/{index}/reason", _REGISTERED.format(name=name, reason=each.reason.label)))
        if each.reason is ReasonClass.MISSING and _is_there(case, each):
            errors.append(FieldError(f"/defects/{index}/reason", f"「{name}」已经交了，不能说是「缺少」，请换一个问题，例如「不完整」。"))
        found.append(Defect(target=each.target, name=name, reason=each.reason, advice=each.advice, late=each.target in late))
    if errors:
        raise Invalid(errors=errors)
    return found


def late_targets(case: Case, targets: list[str]) -> set[str]:
    """Targets that an earlier slip left out although they stood there then just as they stand now.

    What the applicant has changed since, and what became necessary only by a changed answer, is no late finding; what an
    earlier slip named and was not mended is none either.
    """
    named = {defect.target for told in case.returns for defect in told.defects}
    now = case.snapshots[-1] if case.snapshots else None
    looked = [told for told in case.returns if told.kind is not ReturnKind.UNAGREED]  # no reviewer had looked at those
    looks = [case.snapshots[told.submission - 1] for told in looked if 0 < told.submission <= len(case.snapshots)]
    if now is None:
        return set()
    return {
        target
        for target in targets
        if target not in named and any(_stood(target, look) and not _differs(target, look, now) for look in looks)
    }


def _stood(target: str, look: Snapshot) -> bool:
    """Whether the target was part of what was looked at: an answer given or not, a material asked for."""
    kind, _, key = target.partition("/")
    return kind == "form" or key in look.materials


def not_looked_at(case: Case, defects: list[Defect]) -> list[FieldError]:
    """Materials that were handed in and neither passed nor returned: everything is told at once, so all must be seen."""
    named = {each.target for each in defects}
    return [
        FieldError(f"/defects/{each.key}", f"「{each.name}」还没有看过，请通过它，或写明要怎样修改，再一次性退回。")
        for each in case.materials
        if each.handed_in and f"materials/{each.key}" not in named and not (each.verdict and each.verdict.passed)
    ]


def not_passed(case: Case, version: ItemVersion) -> list[str]:
    """Names of materials that stand in the way of approval: handed in and not passed, or needed and not there."""
    return [
        each.name
        for each in case.materials
        if (each.handed_in and not (each.verdict and each.verdict.passed))
        or (not each.settled and _definition(version, each.key).need is Need.REQUIRED)
    ]


def to_examine(case: Case) -> list[CaseMaterial]:
    """What a correction after acceptance brought, or shook, and nobody has passed: a decision never rests on a file nobody has seen. What
    is owed (容缺) is looked at as a debt."""
    since = case.acceptance.at if case.acceptance else case.clock.accepted_at  # a part has no notice of its own
    if since is None:
        return []
    mended = [each for each in case.submissions if each.mode == MENDED and each.at >= since]
    renewed = {key for each in mended for key in (*each.changed_materials, *each.anew_materials)}
    owed = {each.key for each in case.obligations if each.kind is ObligationKind.DEBT and not each.is_settled}
    return [each for each in case.materials if each.handed_in and each.key not in owed and _is_unseen(each, renewed)]


def _is_unseen(slot: CaseMaterial, renewed: set[str]) -> bool:
    return not slot.verdict.passed if slot.verdict else slot.key in renewed


def originals_open(case: Case, version: ItemVersion) -> list[CaseMaterial]:
    """Uploads whose original is still to be compared, where somebody has to come at all."""
    if version.visits.count == 0:
        return []
    return [each for each in case.materials if each.files and each.original is None and _definition(version, each.key).bring_original]


def kind_of_return(after_acceptance: bool) -> ReturnKind:
    """Which kind of notice a request for correction is."""
    return ReturnKind.AFTER_ACCEPTANCE if after_acceptance else ReturnKind.CORRECTION


def _is_there(case: Case, given: DefectBody) -> bool:
    slot = case.material(given.material) if given.material else None
    return slot is not None and slot.handed_in


def _name(case: Case, version: ItemVersion, given: DefectBody) -> str | None:
    if given.material is not None:
        slot = case.material(given.material)
        return slot.name if slot else None
    field = version.field(given.field or "")
    return field.label if field else None


def _definition(version: ItemVersion, key: str) -> Material:
    material = version.material(key)
    if material is None:
        raise KeyError(f"{version.id} has no material {key}")
    return material

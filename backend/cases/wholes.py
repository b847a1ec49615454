"""The end of a bundle in words and data: what stands of it and how people get that, and why the whole was refused. Pure."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from backend.cases.obligations import changes_to
from backend.cases.obligations import ended as without
from backend.cases.standings import is_enough
from backend.cases.words import listed
from models.cases import (
    Case,
    CaseMaterial,
    CaseState,
    Completion,
    DecisionEnd,
    DecisionForm,
    Desk,
    Founded,
    PartStanding,
    PartStatus,
    Return,
    Somebody,
)
from models.catalogue import Delivery, ItemVersion

NO_SECOND_DECISION = "本告知只说明整件事的结果，不是另一个决定。不服的，请按{papers}写明的途径申请行政复议或者提起行政诉讼。"
"""What a whole says of remedies that its parts' own decisions ended."""

_OVER = {PartStatus.WITHDRAWN: "已按您的要求撤回", PartStatus.ENDED: "已终止办理"}


def rest_over(bundle: Case, at: datetime) -> dict[str, Any]:
    """Of a bundle that ends while something of it stands: it is not closed, its reception hands out what stands."""
    completion = Completion.GRANTED if is_enough(bundle.parts) else Completion.OTHER
    return {"completion": completion, "closed_at": None, "desk": Desk(department=bundle.department, role="receptionist"), "queued_at": at}


def ended(bundle: Case, status: PartStatus) -> list[PartStanding]:
    """The parts, those that were open with this end."""
    return [each if each.status.is_over else each.model_copy(update={"status": status}) for each in bundle.parts]


def told_of_rest(bundle: Case, version: ItemVersion, status: PartStatus) -> dict[str, str]:
    """What the applicant is told of a bundle the rest of which ends: what is over, what stands, and how they get it."""
    names = listed([each.name for each in bundle.parts if not each.status.is_over])
    return {"names": names, "over": _OVER[status], **what_stands(bundle, bundle.parts, version)}


def what_stands(bundle: Case, parts: list[PartStanding], version: ItemVersion) -> dict[str, str]:
    """「已经办好的「设立登记」继续有效。…」: what was granted, and where and how its applicant gets it; nothing where nothing stands."""
    standing = listed([each.name for each in parts if each.stands])
    return {"stands": f"已经办好的{standing}继续有效，{_how(bundle, version)}。" if standing else ""}


def _how(bundle: Case, version: ItemVersion) -> str:
    ways = version.result.delivery
    if Delivery.POST in ways and isinstance(bundle.form.get(version.result.post_to or ""), dict):
        return "结果交齐后一次寄到您填的地址，寄出时告诉您快递单号"
    if Delivery.COUNTER in ways:
        return f"结果交齐后请带身份证到{version.guide.where[0]}领取，能领时会通知您"
    return "怎么拿结果会通知您"


def why_refused(parts: list[PartStanding], cases: Mapping[str, Case]) -> tuple[str, str]:
    """Reason and basis of the refusal of a whole: what each department that did not grant said, and what could not follow."""
    reasons: list[str] = []
    bases: list[str] = []
    for each in parts:
        if each.status is PartStatus.IMPOSSIBLE:
            reasons.append(f"因此「{each.name}」不能办理")
        elif each.status is PartStatus.LAPSED:
            reasons.append(f"因此已经办好的「{each.name}」失效")
        elif each.status in (PartStatus.REFUSED, PartStatus.ENDED) and (case := cases.get(each.key)):
            if case.decision is None and case.termination is None and case.completion is not Completion.INCOMPLETE:
                reasons.append(f"因此「{each.name}」不再办理")
                continue
            reason, basis = _of_part(case)
            reasons.append(f"「{each.name}」{reason}")
            bases += [basis] if basis else []
    return "；".join(reasons) + "。", "；".join(dict.fromkeys(bases))


def own_decisions(parts: list[PartStanding], cases: Mapping[str, Case]) -> list[str]:
    """「设立登记」的不予批准决定书（〔2026〕…号）: the decisions of its own parts that ended a whole, where each of them is an act one may
    contest by itself. None where the whole alone was decided: an opinion was against it, or a part lapsed undecided."""
    found: list[str] = []
    for each in parts:
        case = cases.get(each.key) if each.status in (PartStatus.REFUSED, PartStatus.ENDED) else None
        if case is None:
            continue
        if case.termination is not None:
            found.append(f"「{each.name}」的终止办理决定书（{case.termination.number}）")
        elif case.decision is None:
            if case.completion is Completion.INCOMPLETE:
                return []
        elif case.decision.form is DecisionForm.OPINION:
            return []
        elif case.decision.form is DecisionForm.DECISION:
            found.append(f"「{each.name}」的不予批准决定书（{case.decision.number}）")
    return found


def lapsed(part: Case, lost: PartStanding, at: datetime, words: str) -> dict[str, Any]:
    """What to set on a granted part whose result ends since the essential part was lost: it lies on no desk, and nothing is owed for it."""
    assert part.decision is not None  # it was granted
    why = f"「{lost.name}」没有办成，{words}"
    over = DecisionEnd(at=at, words=why, part=lost.key)
    return {
        "decision": part.decision.model_copy(update={"ended": over}),
        "desk": None,
        "queued_at": None,
        **changes_to(without(part.obligations, at, why)),
    }


def holds_again(part: Case, at: datetime) -> dict[str, Any]:
    """What to set on such a part once the refusal it ended with is annulled: what was not handed out yet lies on its desk again."""
    assert part.decision is not None  # it was granted
    changes: dict[str, Any] = {"decision": part.decision.model_copy(update={"ended": None})}
    if part.state is CaseState.GRANTED:
        changes |= {"desk": Desk(department=part.department, role="receptionist"), "queued_at": at}
    return changes


def _of_part(case: Case) -> tuple[str, str]:
    if case.decision is not None:
        said = {DecisionForm.OPINION: "审查不通过", DecisionForm.ANSWER: "不能办理"}.get(case.decision.form, "不予批准")
        return f"{said}：{_bare(case.decision.reason)}（{case.decision.number}）", _bare(case.decision.basis)
    if case.termination is not None:
        return f"终止办理：{_bare(case.termination.reason)}（{case.termination.number}）", _bare(case.termination.basis)
    slip = f"（补正告知书{case.returns[-1].number}）" if case.returns else ""
    return f"到期没有收到补正，已退件{slip}", ""  # it lapsed by itself


def _bare(text: str) -> str:
    return text.rstrip("。；")


def refused_by(cases: Mapping[str, Case], otherwise: Somebody) -> Somebody:
    """Whose refusal was the last; `otherwise` where a part ended without a decision."""
    against = [case.decision for case in cases.values() if case.decision is not None and case.decision.outcome is Completion.REFUSED]
    return max(against, key=lambda decision: decision.at).by if against else otherwise


def returns_of(bundle: Case, parts: Mapping[str, Case]) -> list[Return]:
    """The bundle's own slips and those of its departments, each marked whose it is."""
    own = [each for each in bundle.returns if each.part is None]
    theirs = [each.model_copy(update={"part": key}) for key, part in parts.items() for each in part.returns]
    return sorted([*own, *theirs], key=lambda each: each.at)


def materials_of(bundle: Case, parts: Mapping[str, Case]) -> list[CaseMaterial]:
    """The bundle's materials, those a department sent back with its verdict."""
    back = {
        each.key: each.verdict
        for part in parts.values()
        if part.state is CaseState.CORRECTION_AFTER_ACCEPTANCE
        for each in part.materials
        if each.verdict is not None and not each.verdict.passed
    }
    return [each.model_copy(update={"verdict": back[each.key]}) if each.key in back else each for each in bundle.materials]


def founded_by(parts: Mapping[str, Case]) -> Founded | None:
    """The company one of the parts has founded."""
    return next((each.founded for each in parts.values() if each.founds), None)

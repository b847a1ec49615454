"""What a decision's paper (决定书) says: the standard sentence, what is granted and to whom, the reasons of this case, remedies."""

from backend.cases.periods import begun
from backend.cases.words import listed, said
from models.cases import Case, Completion, Decision
from models.catalogue import ItemVersion
from models.forms import FieldType, FormField

BARE = frozenset({"同意", "符合条件", "准予", "批准"})  # says no more than the sentence before it


def decided(case: Case, version: ItemVersion) -> list[str]:
    """The paragraphs of the decision of a case."""
    decision = case.decision
    assert decision is not None  # the paper is listed with the decision
    if decision.outcome is Completion.GRANTED:
        return [*_granted(case, version, decision), *([decision.remedies] if decision.remedies else [])]
    against = {Completion.REFUSED: "不符合规定的条件，决定不予批准。", Completion.OTHER: "决定不予受理。"}
    lines = [f"经审查，您提出的「{case.item_name}」申请，{against[decision.outcome]}"]
    lines += [f"理由：{decision.reason}"] if decision.reason else []
    lines += [f"依据：{decision.basis}"] if decision.basis else []
    stands = [f"已经办好的{listed(names)}继续有效。"] if (names := [each.name for each in case.parts if each.stands]) else []
    return [*lines, *stands, *([decision.remedies] if decision.remedies else [])]


def _granted(case: Case, version: ItemVersion, decision: Decision) -> list[str]:
    results = "、".join(f"「{each.name}」" for each in version.results)
    if decision.basis:  # by silence alone a grant names the rule it follows from, and its reason says so
        first = [f"您提出的「{case.item_name}」申请，{decision.reason}", f"依据：{decision.basis}"]
    else:
        first = [f"经审查，您提出的「{case.item_name}」申请符合规定的条件，决定准予，向{case.person_name}出具{results}。"]
    stated = [f"{field.label}：{said(field, case.form[field.key])}" for field in _stated(case, version)]
    what = ["准予的内容：" + "；".join(stated) + "。"] if stated else []
    own = [] if decision.basis or not decision.reason or decision.reason in BARE else [f"审查意见：{decision.reason}"]
    return [*first, *what, *begun(case, version, decision), *own]


def _stated(case: Case, version: ItemVersion) -> list[FormField]:
    """The answers it states: those that stand on the licence it gives; without one all that are not sealed or mere assurances."""
    keys = [key for result in version.results if result.licence is not None for key in result.licence.shows]
    fields = [field for key in dict.fromkeys(keys) if (field := version.field(key)) is not None] or [
        field for field in version.form if not field.sealed and field.type is not FieldType.BOOLEAN
    ]
    return [field for field in fields if case.form.get(field.key) not in (None, "", [])]

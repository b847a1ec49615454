"""What a decision's paper (决定书) says: the standard sentence, what is granted and to whom, the reasons of this case, remedies."""

from collections.abc import Iterable

from pydantic import JsonValue

from backend.cases.periods import begun
from backend.cases.words import listed, said
from backend.catalogue import stated_by_others
from models.cases import Case, Completion, Decision, DecisionForm, StepOutcome
from models.catalogue import ItemVersion
from models.forms import FieldType, FormField

_NAMED = frozenset({FieldType.PERSON, FieldType.PEOPLE, FieldType.ENTERPRISE})
BARE = frozenset({"同意", "符合条件", "准予", "批准"})  # says no more than the sentence before it


_AGAINST = {
    DecisionForm.DECISION: "不符合规定的条件，决定不予批准。",
    DecisionForm.OPINION: "不符合规定的条件，审查不通过。",
    DecisionForm.ANSWER: "不能办理。",
    DecisionForm.NOTICE: "没有办成。",
}
_AGREED = {DecisionForm.OPINION: "符合规定的条件，审查通过。", DecisionForm.ANSWER: "已经办好。"}


def decided(case: Case, version: ItemVersion) -> list[str]:
    """The paragraphs of the decision of a case."""
    decision = case.decision
    assert decision is not None  # the paper is listed with the decision
    if decision.outcome is Completion.GRANTED:
        return [*_granted(case, version, decision), *([decision.remedies] if decision.remedies else [])]
    against = {Completion.REFUSED: _AGAINST[decision.form], Completion.OTHER: "决定不予受理。"}
    looked = "" if decision.form is DecisionForm.NOTICE else "经审查，"  # its parts were examined, each by its department
    lines = [f"{looked}您提出的「{case.item_name}」申请，{against[decision.outcome]}"]
    lines += [f"理由：{decision.reason}"] if decision.reason else []
    lines += [f"依据：{decision.basis}"] if decision.basis else []
    stands = [f"已经办好的{listed(names)}继续有效。"] if (names := [each.name for each in case.parts if each.stands]) else []
    return [*lines, *stands, *([decision.remedies] if decision.remedies else [])]


def _granted(case: Case, version: ItemVersion, decision: Decision) -> list[str]:
    results = "、".join(f"「{each.name}」" for each in version.results)
    if decision.basis:  # by silence alone a grant names the rule it follows from, and its reason says so
        first = [f"您提出的「{case.item_name}」申请，{decision.reason}", f"依据：{decision.basis}"]
    elif decision.form is DecisionForm.DECISION:
        first = [f"经审查，您提出的「{case.item_name}」申请符合规定的条件，决定准予，向{case.person_name}出具{results}。"]
    else:
        first = [f"经审查，您提出的「{case.item_name}」申请{_AGREED[decision.form]}"]
    stated = [f"{label}：{words}" for label, words in [*_company(case), *answered(case, version.stated), *_confirmed(case, version)]]
    what = ["准予的内容：" + "；".join(stated) + "。"] if stated else []
    own = [] if decision.basis or not decision.reason or decision.reason in BARE else [f"审查意见：{decision.reason}"]
    return [*first, *what, *begun(case, version, decision), *own, *_despite(case, decision)]


def _despite(case: Case, decision: Decision) -> list[str]:
    """Why it was granted although a look on the spot had failed."""
    looks = [f"「{each.name}」（{each.verdict}）" for each in case.steps if each.outcome is StepOutcome.FAILS]
    return [f"{'、'.join(looks)}的情况，首席代表已经知悉，仍予批准，理由：{decision.despite}"] if decision.despite and looks else []


def _company(case: Case) -> list[tuple[str, str]]:
    """The credit code of the company the case founded, or that is founded by now where it is about one."""
    return [("统一社会信用代码", case.founded.uscc)] if case.founded else []


def _confirmed(case: Case, version: ItemVersion) -> list[tuple[str, str]]:
    """What counterparts have confirmed and the item says stands on what is granted."""
    return [(field.on_paper, _in_words(field, value)) for field, value in stated_by_others(case, version)]


def answered(case: Case, fields: Iterable[FormField]) -> list[tuple[str, str]]:
    """Answers, and what officers fixed, as papers say them: what each is called, and what was answered; of people only their names,
    of an account whose it is, the bank and how its number ends."""
    known = case.known
    return [(field.on_paper, _in_words(field, known[field.key])) for field in fields if known.get(field.key) not in (None, "", [])]


def _in_words(field: FormField, value: JsonValue) -> str:
    if field.type is FieldType.BANK_ACCOUNT and isinstance(value, dict):
        return f"{value.get('holder', '')}，{value.get('bank', '')}，尾号{str(value.get('account', ''))[-4:]}"
    if field.type not in _NAMED:
        return said(field, value)
    people = value if isinstance(value, list) else [value]
    return "、".join(str(each.get("name", "")) for each in people if isinstance(each, dict))

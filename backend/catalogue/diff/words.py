"""Values of an item's parts, as an editor reads them."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

from pydantic import BaseModel

from backend.catalogue.diff.labels import attribute
from backend.catalogue.vocabulary import Vocabulary
from backend.spoken import full_day
from models.acts import Power, Role
from models.catalogue import (
    AppointmentHall,
    Blocks,
    Charge,
    ItemVersion,
    LegalBasis,
    Outcome,
    Party,
    Question,
    RegisterCall,
    Span,
    StepPhase,
    TieOrder,
    Unagreed,
    Variant,
)
from models.catalogue.by_hand import FactType
from models.catalogue.codes import Worded
from models.forms import Bound, Claim, Condition, FieldRule, FieldType, Only, Option, PrefillSource, Reference, Test, Whose

_CODES: Mapping[type[Enum], Mapping[str, str]] = {
    Party: {"everyone": "所有申请人", "agent": "代办人", "guardian": "监护人"},
    StepPhase: {"apply": "申请", "accepted": "办理", "after": "办结以后"},
    Blocks: {"acceptance": "受理", "decision": "批准", "hand_out": "发放结果"},
    Unagreed: {"wait": "继续等", "return": "退回申请人修改", "end": "结束办理"},
    Only: {"people": "只有个人", "enterprises": "只有单位"},
    Whose: {"named": "表里写到的人", "applicant": "申请人"},
    FactType: {"text": "文字", "number": "数字", "count": "个数", "date": "日期", "month": "年月"},
    Claim: {"company_name": "企业名称"},
    TieOrder: {"highest": "高的在前", "lowest": "低的在前"},
    Outcome: {"grant": "当场出证", "no_record": "出具无记录证明", "person": "转人工"},
    Power: {"submit": "提交", "mend": "补材料", "see": "看进度", "collect": "领结果", "withdraw": "撤回"},
    FieldType: {
        "text": "文字",
        "number": "数字",
        "date": "日期",
        "month": "年月",
        "choice": "单选",
        "multi": "多选",
        "boolean": "勾选",
        "person": "一个人",
        "people": "几个人",
        "enterprise": "单位",
        "address": "地址",
        "bank_account": "银行账户",
        "phone": "电话",
    },
}


def outcome_words(outcome: Outcome) -> str:
    """What a rule's outcome is called: 「转人工」."""
    return _CODES[Outcome][outcome]


class Words:
    """Puts the values of one version into words, by the names and the form it stands beside."""

    def __init__(self, names: Vocabulary, version: ItemVersion) -> None:
        self._labels = {field.key: field.label for field in version.form}
        self._options = {field.key: field.label_of for field in version.form}
        materials = {material.key: material.name for material in version.materials}
        self._names: Mapping[str, Callable[[str], str]] = {
            "department": names.department,
            "joint_departments": names.department,
            **dict.fromkeys(("in_the_name_of", "named", "formerly"), names.department),
            **dict.fromkeys(("region", "regions"), names.region),
            "without": lambda key: materials.get(key, key),
            "themes": lambda key: names.themes[key].name if key in names.themes else key,
            "task_type": lambda code: names.codes.task_types.get(code, code),
            "use_level": lambda code: names.codes.use_levels.get(code, code),
            "licence": names.licence,
            "register_name": names.register_label,
            "hall": lambda key: names.halls[key].name if key in names.halls else key,
            "replaces": lambda key: materials.get(key, key),
            "material": lambda key: materials.get(key, key),
        }
        self._models: Mapping[type[BaseModel], Callable[..., str]] = {
            Variant: lambda variant: names.region(variant.region),
            Charge: lambda charge: f"{charge.name}{charge.yuan:.2f}元",
            AppointmentHall: self._hall,
            RegisterCall: lambda call: names.register_label(call.register_name),
            PrefillSource: lambda source: f"{names.register_label(source.register_name)}的{source.path}",
            LegalBasis: lambda law: f"《{law.title}》{law.article}",
            Question: lambda question: question.question,
            Option: lambda option: option.label,
            FieldRule: lambda rule: f"{rule_words(rule)}（{rule.message}）",
            Condition: self._condition,
        }

    def of(self, value: object, name: str = "") -> str:
        """The words of a value; `name`: the attribute it belongs to. Nothing at all is an empty text."""
        if value is None or value == "" or value == () or value == frozenset() or value == {}:
            return ""
        if isinstance(value, Enum):
            return coded(value)
        if isinstance(value, BaseModel):
            return self._of_model(value)
        if isinstance(value, tuple | list | frozenset):
            return self._joined(value, name)
        if isinstance(value, str):
            return self._names.get(name, str)(value)
        return _plain(value)

    def _joined(self, values: Iterable[object], name: str) -> str:
        texts = [self.of(value, name) for value in values]
        if isinstance(values, frozenset):
            texts.sort()
        return ("，并且" if name in ("when", "show_when") else "、").join(texts)

    def _of_model(self, value: BaseModel) -> str:
        if isinstance(value, Span):
            return value.words()
        if type(value) in self._models:
            return self._models[type(value)](value)
        owner = type(value).__name__
        given = {name: getattr(value, name) for name in type(value).model_fields if name in value.model_fields_set}
        told = {attribute(owner, name): self.of(inner, name) for name, inner in given.items()}
        return "；".join(f"{label}：{text}" for label, text in told.items() if text)

    def _condition(self, condition: Condition) -> str:
        return f"「{self._labels.get(condition.field, condition.field)}」{rule_words(condition, self._options.get(condition.field, str))}"

    def _hall(self, place: AppointmentHall) -> str:
        counters = f"（{'、'.join(place.counters)}号窗口）" if place.counters else ""
        return self._names["hall"](place.hall) + counters


def rule_words(test: Test, label: Callable[[str], str] = str) -> str:
    """A test in words: 「选“邮寄”」, 「不小于80」."""
    lengths = test.length.model_dump(exclude_none=True) if test.length else {}
    parts = [
        f"选“{_scalar(test.equals, label)}”" if test.equals is not None else "",
        "选" + "或".join(f"“{_scalar(each, label)}”" for each in test.in_) if test.in_ is not None else "",
        f"不小于{_bound(test.min)}" if test.min is not None else "",
        f"不大于{_bound(test.max)}" if test.max is not None else "",
        f"等于{test.counts.plus}加上“{'、'.join(test.counts.of)}”里写的人数" if test.counts is not None else "",
        f"和“{'、'.join(test.differs_from)}”里写的不是同一个" if test.differs_from is not None else "",
        f"格式为{test.pattern}" if test.pattern is not None else "",
        *(f"{'至少' if end == 'min' else '最多'}{count}个字或选项" for end, count in lengths.items()),
    ]
    return "、".join(part for part in parts if part)


def _scalar(value: object, label: Callable[[str], str]) -> str:
    return label(value) if isinstance(value, str) else _plain(value)


def _bound(bound: Bound) -> str:
    if not isinstance(bound, Reference):
        return str(bound)
    moved = [f"{count:+d}个月" if unit == "months" else f"{count:+d}天" for unit, count in _moves(bound) if count]
    return ("填写当天" if bound.of == "today" else f"“{bound.of}”") + "".join(moved)


def _moves(bound: Reference) -> tuple[tuple[str, int], ...]:
    return ("months", bound.months), ("days", bound.days)


def coded(value: Enum) -> str:
    """What a value of a closed list is called."""
    if isinstance(value, Worded | Role):
        return value.label
    return _CODES.get(type(value), {}).get(value.value, str(value.value))


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return full_day(value)
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    return json.dumps(value, ensure_ascii=False, default=str)

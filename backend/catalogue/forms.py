"""The evaluator of form rules, and the check of a form's answers.

`show_when`, rules and materials' `when` are plain data (`models/forms.py`). A twin in TypeScript runs in the
mini-program and the console; tests/vectors/form_rules.json holds the two together. What it says:

- an unanswered field (absent, null, [] or {}, a text of blanks or nothing) satisfies no condition, and is checked against no rule;
- `min` and `max` compare numbers with numbers, and dates and months as text, at the precision of the answer;
- a bound that refers to an unanswered field holds; `today` is the day of filling in, in Asia/Shanghai;
- `length` counts characters (code points) of a text and chosen options of a list;
- `pattern` is matched against the whole text, in the common ground of Python's and JavaScript's syntax, ASCII only;
- `counts` wants a number to be just `plus` and how many people the visible fields `of` list; a draft, still being filled in, may differ;
- a rule with `when` is one only where each of its conditions holds for the visible answers;
- `differs_from` wants none of the people or units of an answer to be one that those fields name, by number; on the server, and once it is
  handed in, nor the applicant where that word is among them;
- of a list of options an `exclusive` one stands alone;
- `equals` and `in` look for one value; for a list of options they ask whether it holds that value.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from pydantic import JsonValue

from backend.catalogue.answers import answer_fault
from backend.errors import FieldError, Invalid
from models.catalogue import ItemVersion, Material, Party
from models.documents import normal_number
from models.forms import APPLICANT, Bound, Condition, Count, FieldRule, FieldType, FormField, Reference, Scalar, Test

Answers = Mapping[str, JsonValue]

_ASKED = "asked"  # in a bound: the day a counterpart was asked


def is_answered(value: JsonValue) -> bool:
    """Whether a value is an answer at all."""
    if isinstance(value, str):
        return bool(value.strip())
    return value is not None and value not in ([], {})


def satisfies(test: Test, value: JsonValue, answers: Answers, today: date) -> bool:
    """Whether a value passes every part of a test."""
    if not is_answered(value):
        return False
    return (
        (test.equals is None or _has(value, test.equals))
        and (test.in_ is None or any(_has(value, each) for each in test.in_))
        and (test.min is None or _in_order(bound_value(test.min, answers, today), value, value))
        and (test.max is None or _in_order(value, bound_value(test.max, answers, today), value))
        and (test.pattern is None or (isinstance(value, str) and _matches(test.pattern, value)))
        and (test.length is None or _length_fits(value, test.length.min, test.length.max))
        and (test.counts is None or value == _counted(test.counts, answers))
        and (test.differs_from is None or not any(numbers_in(value) & numbers_in(answers.get(key)) for key in test.differs_from))
    )


def hold(conditions: Iterable[Condition], answers: Answers, today: date) -> bool:
    """Whether every condition holds for these answers."""
    return all(satisfies(condition, answers.get(condition.field), answers, today) for condition in conditions)


def keeps(rule: FieldRule, value: JsonValue, answers: Answers, today: date) -> bool:
    """Whether an answer keeps to a rule, where it is one for these answers."""
    return not hold(rule.when, answers, today) or satisfies(rule, value, answers, today)


def visible_fields(fields: Sequence[FormField], answers: Answers, today: date) -> list[FormField]:
    """The fields that are asked. A condition on a hidden field does not hold, whatever was once answered there."""
    shown: list[FormField] = []
    known: dict[str, JsonValue] = {}
    for field in fields:
        if hold(field.show_when, known, today):
            shown.append(field)
            known[field.key] = answers.get(field.key)
    return shown


def asked_answers(fields: Sequence[FormField], answers: Answers, today: date) -> dict[str, JsonValue]:
    """The answers worth keeping: those of visible fields."""
    return {field.key: answers[field.key] for field in visible_fields(fields, answers, today) if is_answered(answers.get(field.key))}


def form_faults(
    fields: Sequence[FormField],
    answers: Answers,
    today: date,
    *,
    complete: bool,
    applicant: str = "",
    number: str = "",
    pointer: str = "/form",
) -> list[FieldError]:
    """Everything to be mended in a form, each with its JSON pointer.

    `complete`: unanswered required fields count (a submission); without it a draft may stop anywhere, but what is
    answered must still be of its type. `applicant`: whose bank account a `bank_account` must be; `number`: what
    they, or their company, are known by.
    """
    known = {field.key for field in fields}
    faults = [FieldError(f"{pointer}/{_escaped(key)}", "表单里没有这一项，请刷新后重试。") for key in sorted(answers.keys() - known)]
    asked = visible_fields(fields, answers, today)
    shown = {field.key: answers.get(field.key) for field in asked} | {APPLICANT: number}
    for field in asked:
        message, part = _field_fault(field, shown, today, complete, applicant)
        if message:
            faults.append(FieldError(f"{pointer}/{field.key}{part}", message))
    return faults


def require_form(
    fields: Sequence[FormField], answers: Answers, today: date, *, complete: bool, applicant: str = "", pointer: str = "/form"
) -> dict[str, JsonValue]:
    """The answers to keep. Raises Invalid with every fault."""
    if faults := form_faults(fields, answers, today, complete=complete, applicant=applicant, pointer=pointer):
        raise Invalid(errors=faults)
    return asked_answers(fields, answers, today)


def needed_materials(version: ItemVersion, answers: Answers, today: date, parties: frozenset[Party] = frozenset()) -> list[Material]:
    """The materials asked for these answers. `parties`: `agent` where somebody acts for the applicant, `guardian` too
    where that is a guardian. What a commitment replaces is still listed: the applicant may choose not to commit."""
    shown = asked_answers(version.form, answers, today)
    return [
        material
        for material in version.materials
        if (material.party is Party.EVERYONE or material.party in parties) and hold(material.when, shown, today)
    ]


def _field_fault(field: FormField, answers: Answers, today: date, complete: bool, applicant: str) -> tuple[str, str]:
    """The first thing wrong with a field: (message, where inside the answer)."""
    value = answers.get(field.key)
    if not is_answered(value):
        return (_ask(field), "") if complete and field.required else ("", "")
    message, part = answer_fault(field, value, complete=complete, applicant=applicant)
    if message:
        return message, part
    rules = [rule for rule in field.rules if complete or rule.counts is None]
    broken = next((rule for rule in rules if not keeps(rule, value, answers, today)), None)
    return (broken.message, "") if broken else ("", "")


def _ask(field: FormField) -> str:
    verbs = {FieldType.CHOICE: "请选择", FieldType.MULTI: "请至少选一项", FieldType.DATE: "请选择", FieldType.MONTH: "请选择"}
    if field.type is FieldType.BOOLEAN:
        return f"请先看过并勾选「{field.label}」。"
    return f"{verbs.get(field.type, '请填写')}「{field.label}」。"


def _counted(count: Count, answers: Answers) -> int:
    lists = [answers.get(key) for key in count.of]
    return count.plus + sum(len(each) for each in lists if isinstance(each, list))


def numbers_in(value: JsonValue) -> set[str]:
    """What the people and units of an answer are known by."""
    if isinstance(value, list):
        return {number for each in value for number in numbers_in(each)}
    number = (value.get("uscc") or value.get("id_number")) if isinstance(value, dict) else value
    return {normal_number(number)} if isinstance(number, str) and number else set()


def _has(value: JsonValue, wanted: Scalar) -> bool:
    if isinstance(value, list):
        return any(_same(each, wanted) for each in value)
    return _same(value, wanted)


def _same(value: JsonValue, wanted: Scalar) -> bool:
    """Equal and of the same kind: true is not 1."""
    return value == wanted and isinstance(value, bool) == isinstance(wanted, bool)


def bound_value(bound: Bound, answers: Answers, today: date) -> JsonValue:
    """What a bound comes to on a day, for these answers; a month or day as text."""
    if not isinstance(bound, Reference):
        return bound
    value = today.isoformat() if bound.of == "today" else answers.get(bound.of)
    return _moved(_put(value, bound.year_day), bound.months, bound.days) if isinstance(value, str) else value


def on_day_asked(fields: Sequence[FormField], day: date) -> tuple[FormField, ...]:
    """Fields a counterpart fills in, with the day they were asked in place of `of: asked`: no other form knows such a day."""
    return tuple(field.model_copy(update={"rules": tuple(_with_day(rule, day) for rule in field.rules)}) for field in fields)


def _with_day(rule: FieldRule, day: date) -> FieldRule:
    bounds = {name: bound for name, bound in (("min", rule.min), ("max", rule.max)) if isinstance(bound, Reference)}
    of_asked = {name: bound for name, bound in bounds.items() if bound.of == _ASKED}
    return rule.model_copy(update={name: bound_value(bound, {_ASKED: day.isoformat()}, day) for name, bound in of_asked.items()})


def _put(value: str, on: str | None) -> str:
    """A date or month on that month and day of its own year; the day is cut to the month's length."""
    if on is None or not value[:4].isdigit():
        return value
    last = monthrange(max(int(value[:4]), 1), int(on[:2]))[1]
    return f"{value[:4]}-{on[:2]}-{min(int(on[3:]), last):02}"[: len(value)]


def _moved(value: str, months: int, days: int) -> str | None:
    """A date or month so many months and days later; the day is cut to the month's length. None where it is neither."""
    try:
        start = date.fromisoformat(value if len(value) > 7 else f"{value}-01")
    except ValueError:
        return None
    number = start.year * 12 + start.month - 1 + months
    try:
        year, month = number // 12, number % 12 + 1
        moved = date(year, month, min(start.day, monthrange(year, month)[1])) + timedelta(days=days)
    except (ValueError, OverflowError):  # beyond the calendar: as far as it goes
        moved = date.min if number + days < 12 * 5000 else date.max
    return moved.isoformat()[: len(value)]


def _in_order(low: JsonValue, high: JsonValue, answer: JsonValue) -> bool:
    """low ≤ high; dates and months at the precision of the answer. A bound nobody answered holds."""
    if not is_answered(low) or not is_answered(high):
        return True
    if _is_number(low) and _is_number(high):
        return low <= high  # type: ignore[operator]
    if isinstance(low, str) and isinstance(high, str) and isinstance(answer, str):
        return low[: len(answer)] <= high[: len(answer)]
    return False


def _is_number(value: JsonValue) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _matches(pattern: str, value: str) -> bool:
    return re.fullmatch(pattern, value, re.ASCII) is not None


def _length_fits(value: JsonValue, least: int | None, most: int | None) -> bool:
    if not isinstance(value, str | list):
        return False
    return (least is None or len(value) >= least) and (most is None or len(value) <= most)


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")

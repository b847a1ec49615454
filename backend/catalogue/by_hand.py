"""What whoever decides in an instant rule's place writes on the paper (`models/catalogue/by_hand.py`): asked for, and checked. Pure."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import JsonValue

from backend.catalogue.forms import hold, is_answered
from backend.catalogue.functions import same_name
from backend.errors import FieldError, Invalid
from models.catalogue import ItemVersion
from models.catalogue.by_hand import Fact, FactPart, FactType
from models.catalogue.instant import Instant
from models.forms import FieldType, FormField
from models.staff_text import holds_personal_number

_MOST_ROWS = 60
_MOST_LETTERS = 200
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_ASIDE = "申请人要的是「{what}」，证明上写的里面没有。核对一下是不是选错了记录；查实就是这样、仍要照开的，请打勾确认。"
Answers = Mapping[str, JsonValue]


def facts_asked(instant: Instant, form: Answers, today: date) -> list[Fact]:
    """What is to be written for these answers of the form, each with the parts that stand on the page."""
    asked = [each for each in instant.by_hand if hold(each.show_when, form, today)]
    return [each.model_copy(update={"parts": tuple(part for part in each.parts if hold(part.show_when, form, today))}) for each in asked]


def require_facts(instant: Instant, form: Answers, given: Answers, today: date) -> dict[str, JsonValue]:
    """What was written, as the page takes it: optional parts left empty are null. Raises `Invalid` with a pointer for each fault."""
    asked = {each.key: each for each in facts_asked(instant, form, today)}
    faults = [FieldError(f"/facts/{key}", "证明上没有由您填写的这一项，请删去。") for key in given if key not in asked]
    kept: dict[str, JsonValue] = {}
    for key, fact in asked.items():
        found = list(_faults(fact, given.get(key)))
        faults += [FieldError(f"/facts/{key}{place}", message) for place, message in found]
        if not found:
            kept[key] = _kept(fact, given.get(key))
    if faults:
        raise Invalid(errors=faults)
    return kept


def asked_for(fact: Fact, version: ItemVersion, form: Answers) -> dict[str, tuple[FormField, str]]:
    """By part of a fact: the field in which the applicant asked to read something there, and what, in its words."""
    fields = {part.key: field for part in fact.parts if part.asked and (field := version.field(part.asked)) is not None}
    return {key: (field, field.label_of(str(form[field.key]))) for key, field in fields.items() if is_answered(form.get(field.key))}


def require_asked(version: ItemVersion, form: Answers, facts: Answers, today: date) -> None:
    """Raises `Invalid` where what was written does not hold what the applicant asked for: a paper that is true and of no use to them is
    not given unawares. `facts`: as `require_facts` gives them."""
    faults: list[FieldError] = []
    for fact in facts_asked(version.instant, form, today) if version.instant else []:
        wanted, value = asked_for(fact, version, form), facts.get(fact.key)
        rows = value if isinstance(value, list) else [value]
        if wanted and not any(isinstance(row, dict) and all(_meets(row.get(key), *asked) for key, asked in wanted.items()) for row in rows):
            faults.append(FieldError("/aside", _ASIDE.format(what="、".join(said for _, said in wanted.values()))))
    if faults:
        raise Invalid(errors=faults)


def _meets(written: JsonValue, field: FormField, said: str) -> bool:
    """A choice such as 兄弟姐妹 is met by whichever of them it names."""
    if not isinstance(written, str) or not written:
        return False
    return written in said if field.type is FieldType.CHOICE else same_name(written, said)


def _faults(fact: Fact, value: JsonValue) -> Iterator[tuple[str, str]]:
    if fact.optional and not is_answered(value):
        return
    if not fact.parts:
        yield from _part_faults(FactPart(key=fact.key, label=fact.label, type=fact.type, optional=fact.optional), value, "", "")
    elif not fact.many:
        yield from _record_faults(fact, value, "", "")
    elif not isinstance(value, list) or not value:
        yield "", f"请填写「{fact.label}」，至少一行。"
    elif len(value) > _MOST_ROWS:
        yield "", f"「{fact.label}」最多填{_MOST_ROWS}行。"
    else:
        for number, row in enumerate(value):
            yield from _record_faults(fact, row, f"/{number}", f"第{number + 1}行的")


def _record_faults(fact: Fact, value: JsonValue, place: str, whose: str) -> Iterator[tuple[str, str]]:
    if not isinstance(value, dict):
        yield place, f"请填写「{fact.label}」。"
        return
    for key in sorted(value.keys() - {part.key for part in fact.parts}):
        yield f"{place}/{key}", "证明上没有这一项，请删去。"
    for part in fact.parts:
        yield from _part_faults(part, value.get(part.key), f"{place}/{part.key}", whose)


def _part_faults(part: FactPart, value: JsonValue, place: str, whose: str) -> Iterator[tuple[str, str]]:
    named = f"{whose}「{part.label}」"
    if not is_answered(value):
        if not part.optional:
            yield place, f"请填写{named}。"
    elif fault := _fault(part.type, value):
        yield place, f"{named}{fault}"


def _fault(kind: FactType, value: JsonValue) -> str:
    """What is wrong with a value; nothing where it is one of its kind."""
    if kind is FactType.NUMBER:
        return "" if isinstance(value, int | float) and not isinstance(value, bool) else "要填数字。"
    if kind is FactType.COUNT:
        return "" if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else "要填整数，没有的填0。"
    if not isinstance(value, str):
        return "要填文字。"
    if kind is FactType.DATE:
        return "" if _is_day(value) else "要写成年-月-日，例如 2026-11-23。"
    if kind is FactType.MONTH:
        return "" if _MONTH.fullmatch(value) else "要写成年-月，例如 2026-11。"
    if len(value) > _MOST_LETTERS:
        return f"最多{_MOST_LETTERS}个字。"
    return "不要写身份证号、手机号。" if holds_personal_number(value) else ""


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _kept(fact: Fact, value: Any) -> JsonValue:
    if not is_answered(value):
        return [] if fact.many else None
    if not fact.parts:
        return _trimmed(value)
    return [_record(fact, row) for row in value] if fact.many else _record(fact, value)


def _record(fact: Fact, value: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    return {part.key: _trimmed(found) if is_answered(found := value.get(part.key)) else None for part in fact.parts}


def _trimmed(value: JsonValue) -> JsonValue:
    return value.strip() if isinstance(value, str) else value

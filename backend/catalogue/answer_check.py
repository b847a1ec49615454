"""Whether what is tested of answers can ever be true: conditions on options there are, rules somebody can meet.

A condition that never holds is silent: a charge is never charged, a material never asked for. A rule nobody can meet closes
the form.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, product

from pydantic import JsonValue

from backend.catalogue.answers import answer_fault
from backend.catalogue.bound_check import bound_faults, crossed
from backend.catalogue.checks import Faults, Place, meant
from backend.catalogue.forms import on_day_asked, satisfies
from backend.catalogue.walk import everything
from models.catalogue import ItemVersion
from models.forms import Condition, FieldType, FormField, Test

_Fields = Mapping[str, FormField]
_WRITTEN = (FieldType.TEXT, FieldType.DATE, FieldType.MONTH, FieldType.CHOICE, FieldType.PHONE)
_COUNTED = (*_WRITTEN, FieldType.MULTI, FieldType.PEOPLE)
_ANY_DAY = date(2026, 1, 1)  # an option is the same on every day


def answer_faults(version: ItemVersion) -> Faults:
    """Every test of an answer that can never come out well. Fields nobody knows are told by the checks of names."""
    own: _Fields = {field.key: field for field in version.form}
    halves: dict[Place, _Fields] = {
        ("confirmations", index, "asks"): {field.key: field for field in each.asks} for index, each in enumerate(version.confirmations)
    }
    for at, group in groupby(everything(version, Condition), key=lambda found: found[0][:-1]):
        yield from _conditions(list(group), at, halves.get(at[:3], own))
    asked = [(("confirmations", index, "asks"), on_day_asked(each.asks, _ANY_DAY)) for index, each in enumerate(version.confirmations)]
    for at, fields in ((("form",), version.form), *asked):
        for index, field in enumerate(fields):
            yield from _rules(field, (*at, index), halves.get(at, own))


def _conditions(group: list[tuple[Place, Condition]], at: Place, known: _Fields) -> Faults:
    """Conditions that must hold at once."""
    found = [(place, each) for place, each in group if each.field in known]
    faults = [(place + part, message) for place, each in found for part, message in _never(each, known[each.field], known)]
    yield from faults or _together([each for _, each in found], at, known)


def _rules(field: FormField, place: Place, known: _Fields) -> Faults:
    faults = [
        ((*place, "rules", number, *part), message)
        for number, rule in enumerate(field.rules)
        for part, message in _never(rule, field, known)
    ]
    yield from faults
    if not faults and _exclude(field, [rule for rule in field.rules if not rule.when]):
        yield (*place, "rules"), f"没有一个 {field.key} 的答案能同时满足这些规则，请改规则"


def _together(conditions: list[Condition], at: Place, known: _Fields) -> Faults:
    """Each can hold, but not at once; what a field is shown for is a condition too."""
    shown = list(_shown_for({each.field for each in conditions}, known, frozenset()))
    for key in sorted({each.field for each in conditions}):
        tests = [each for each in (*conditions, *shown) if each.field == key]
        if key in known and _exclude(known[key], tests):
            yield at, f"这些条件不可能同时成立：没有一个 {key} 的答案都符合，请改条件"


def _shown_for(keys: Iterable[str], known: _Fields, seen: frozenset[str]) -> Iterator[Condition]:
    for key in sorted(set(keys) & known.keys() - seen):
        conditions = known[key].show_when
        yield from conditions
        yield from _shown_for({each.field for each in conditions}, known, seen | {key})


def _exclude(field: FormField, tests: Sequence[Test]) -> bool:
    """Whether no answer can pass all of them, as far as that is sure."""
    if field.type is FieldType.CHOICE and tests:
        return not any(all(satisfies(test, option.value, {}, _ANY_DAY) for test in tests) for option in field.options)
    return any(crossed(one.min, other.max) for one, other in product(tests, tests))


def _never(test: Test, field: FormField, known: _Fields) -> Faults:
    """Why a test never holds, whatever is answered."""
    yield from _values(test, field)
    yield from bound_faults(test, field, known)
    yield from _texts(test, field)
    yield from _counts(test, field, known)
    yield from _others(test, field, known)
    if field.key in test.references():
        yield (), f"{field.key} 在和自己比较，请换成另一个字段"


def _values(test: Test, field: FormField) -> Faults:
    wanted = [("equals", test.equals)] if test.equals is not None else []
    wanted += [("in", value) for value in test.in_ or ()]
    for name, value in wanted:
        answer: JsonValue = [value] if field.type is FieldType.MULTI else value
        if answer_fault(field, answer, complete=True, applicant="")[0]:
            near = meant(str(value), [option.value for option in field.options])
            yield (name,), f"{field.key}（{field.type.value}）不会是 {json.dumps(value, ensure_ascii=False)}，请写它有的答案{near}"


def _counts(test: Test, field: FormField, known: _Fields) -> Faults:
    if test.counts is None:
        return
    if field.type is not FieldType.NUMBER:
        yield ("counts",), f"{field.key} 是 {field.type.value}，只有 number 能数人数"
    for key in test.counts.of:
        if key in known and known[key].type is not FieldType.PEOPLE:
            yield ("counts", "of"), f"{key} 是 {known[key].type.value}，里面不列人，请换成 people 字段"


def _others(test: Test, field: FormField, known: _Fields) -> Faults:
    """Who differs from whom is told by numbers."""
    if test.differs_from is None:
        return
    if not field.names_somebody:
        yield ("differs_from",), f"{field.key} 不写明是谁（没有姓名和号码），不能用 differs_from"
    for key in test.differs_from:
        if key in known and not known[key].names_somebody:
            yield ("differs_from",), f"{key} 不写明是谁（没有姓名和号码），比不出是不是同一个"


def _texts(test: Test, field: FormField) -> Faults:
    if test.pattern is not None and field.type not in _WRITTEN:
        yield ("pattern",), f"{field.key} 是 {field.type.value}，不能用 pattern，请去掉"
    if test.length is None:
        return
    least, most = test.length.min, test.length.max
    if field.type not in _COUNTED:
        yield ("length",), f"{field.key} 是 {field.type.value}，没有长度，请去掉 length"
    if least is not None and most is not None and least > most:
        yield ("length",), f"最少 {least} 又最多 {most}，没有这样的答案"
    if field.type is FieldType.MULTI and least is not None and least > len(field.options):
        yield ("length",), f"{field.key} 只有 {len(field.options)} 个选项，选不了 {least} 个"

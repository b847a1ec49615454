"""Checks the rules of instant items when the catalogue is loaded. CEL's compiler accepts unknown names, so names are
checked here, against the declared ones; and every rule is run on the examples it carries."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from backend.catalogue import expressions as cel
from backend.catalogue.checks import meant
from backend.catalogue.functions import FUNCTIONS
from backend.catalogue.rules import Rule, RuleFailed, Values
from models.catalogue import Instant, ItemVersion

Place = tuple[str | int, ...]
Members = Mapping[str, frozenset[str]]

_MACRO_VARIABLE = re.compile(r"\.(?:all|exists|exists_one|filter|map)\(\s*([A-Za-z_]\w*)\s*,")
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
_PATH = re.compile(r"(?<![\w.])([a-z_]\w*)\.([a-z_]\w*)\b(?!\s*\()")
_POSITION = re.compile(r"<input>:(\d+):(\d+)")
_STANDARD = frozenset({"string", "int", "double", "matches", "startsWith", "endsWith", "contains", "max", "min"})
_FORM_ONLY = frozenset({"form", "today"})


def rule_faults(version: ItemVersion, instant: Instant, members: Members) -> Iterator[tuple[Place, str]]:
    """Everything wrong with a rule: syntax, names, and examples it decides otherwise.

    `members`: for each variable with known members (form, found, each register) their names.
    """
    faults = [*_group_faults(instant, members), *_source_faults(instant, members), *_asked_faults(version, instant)]
    yield from faults
    if not faults:
        yield from _example_faults(version, instant)


def expression_faults(source: str, variables: frozenset[str], members: Members) -> Iterator[str]:
    """What is wrong with one expression: syntax, an undeclared variable or function, an unknown member."""
    try:
        program = cel.compile(source)
    except ValueError as error:
        yield f"不是 CEL 表达式，{_where(error)}请检查括号、引号和运算符"
        return
    bound = set(_MACRO_VARIABLE.findall(source))
    for name in sorted(set(program.variables()) - variables - bound):
        yield f"没有变量 {name}；能用的有 {'、'.join(sorted(variables))}{meant(name, variables)}"
    called = {name for name in program.functions() if re.fullmatch(r"[A-Za-z]\w*", name)}
    for name in sorted(called - _STANDARD - FUNCTIONS.keys()):
        yield "size 数的是字节，请用 length 或 count" if name == "size" else f"没有函数 {name}{_near(name)}"
    for name, member in sorted(set(_PATH.findall(_STRING.sub('""', source)))):
        if name in members and name not in bound and member not in members[name]:
            yield f"{name} 里没有 {member}；有 {'、'.join(sorted(members[name]))}{meant(member, members[name])}"


def _where(error: ValueError) -> str:
    """Where the compiler stumbled; what it says is English, about its grammar."""
    found = _POSITION.search(str(error))
    return f"第 {found[1]} 行第 {found[2]} 个字附近读不懂，" if found else ""


def _near(function: str) -> str:
    return meant(function, _STANDARD | FUNCTIONS.keys())


def example_values(instant: Instant, given: Values, today: date) -> dict[str, Any]:
    """An example's variables, with what it left out: registers it does not name had no record."""
    found = {call.register_name: call.register_name in given for call in instant.registers}
    return {"found": found, "today": today.isoformat(), "form": {}, **given}


def _asked_faults(version: ItemVersion, instant: Instant) -> Iterator[tuple[Place, str]]:
    """What is compared with an answer the form does not ask for."""
    for number, fact in enumerate(instant.by_hand):
        for at, part in enumerate(fact.parts):
            if part.asked and version.field(part.asked) is None:
                yield ("by_hand", number, "parts", at, "asked"), f"表格里没有 {part.asked} 这一项"


def _group_faults(instant: Instant, members: Members) -> Iterator[tuple[Place, str]]:
    for name, grouping in instant.groups.items():
        known = members.get(grouping.register_name, frozenset())
        if known and grouping.rows not in known:
            yield ("groups", name, "rows"), f"{grouping.register_name} 里没有 {grouping.rows}"


def _source_faults(instant: Instant, members: Members) -> Iterator[tuple[Place, str]]:
    sources: list[tuple[Place, str, frozenset[str]]] = [
        (("branches", number, "when"), branch.when, instant.variables - {"result"}) for number, branch in enumerate(instant.branches)
    ]
    sources += [(("data", name), source, instant.variables) for name, source in instant.data.items()]
    for number, call in enumerate(instant.registers):
        sources += [(("registers", number, "criteria", key), each, _FORM_ONLY) for key, each in call.criteria.items()]
    if instant.relayed:
        sources += [(("relayed", "criteria", key), each, _FORM_ONLY) for key, each in instant.relayed.criteria.items()]
    for place, source, variables in sources:
        for message in expression_faults(source, variables, members):
            yield place, message


def _example_faults(version: ItemVersion, instant: Instant) -> Iterator[tuple[Place, str]]:
    rule = Rule(version)
    used: set[int | None] = set()
    for number, example in enumerate(instant.examples):
        place: Place = ("examples", number)
        if unknown := set(example.given) - instant.variables:
            yield (*place, "given"), f"没有变量 {'、'.join(sorted(unknown))}"
            continue
        values = example_values(instant, example.given, example.today)
        try:
            rule.criteria(values["form"], example.today)
            decision = rule.decide_values(values)
        except RuleFailed as error:
            yield place, f"{example.name}：规则算不出来：{error}"
            continue
        used.add(decision.branch)
        if decision.outcome is not example.expect:
            yield (*place, "expect"), f"{example.name}：规则得出的是 {decision.outcome.value} {decision.reason}"
        if example.data is not None and example.data != {key: decision.data.get(key) for key in example.data}:
            yield (*place, "data"), f"{example.name}：规则给出的是 {decision.data}"
    for number in sorted(set(range(len(instant.branches))) - used):
        yield ("branches", number), "没有示例走到这一条，请加一个"

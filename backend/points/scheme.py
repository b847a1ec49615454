"""The scheme of points: read, checked against the catalogue, run on its examples, and counted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import floor
from pathlib import Path

import yaml
from pydantic import JsonValue, ValidationError

from backend.catalogue import Catalogue, RuleFailed, Values, context_of, evaluate, expression_faults
from backend.catalogue import expressions as cel
from models.catalogue import HANDED_IN, ItemVersion
from models.forms import FieldType
from models.points import Figure, Indicator, Scheme, SchemeExample

_ALWAYS = frozenset({"form", "today", "found"})
_FORM_ONLY = frozenset({"form", "today"})


@dataclass(frozen=True)
class Counted:
    """What one indicator gives. `doubt`: why a person must look, in words; the points are 0 then."""

    indicator: Indicator
    points: int = 0
    doubt: str = ""


@dataclass(frozen=True)
class Counting:
    """Everything the scheme makes of somebody's answers and records."""

    lines: list[Counted]
    figures: dict[str, int] = field(default_factory=dict[str, int])


class PointsScheme:
    """A scheme, compiled."""

    def __init__(self, scheme: Scheme) -> None:
        """Raises `ValueError` where an expression is not CEL."""
        self.scheme = scheme
        self._points = {each.key: cel.compile(each.points) for each in scheme.indicators}
        self._figures = {each.key: cel.compile(each.value) for each in scheme.figures}
        self._criteria = {
            register: {name: cel.compile(source) for name, source in criteria.items()} for register, criteria in scheme.criteria.items()
        }

    def wanted(self, form: Mapping[str, JsonValue]) -> list[Indicator]:
        """The indicators these answers claim, and those nobody need claim."""
        claims = form.get(self.scheme.claims)
        claimed = set(claims) if isinstance(claims, list) else set[JsonValue]()
        return [each for each in self.scheme.indicators if not each.claimed or each.key in claimed]

    def asks(self, form: Mapping[str, JsonValue], today: date) -> dict[str, dict[str, str]]:
        """The registers to ask for these answers, each with what narrows its answer. Raises RuleFailed."""
        names = {name for each in (*self.wanted(form), *self.scheme.figures) for name in each.registers}
        context = context_of({"form": dict(form), "today": today.isoformat()})
        return {
            name: {key: str(evaluate(program, context)) for key, program in self._criteria.get(name, {}).items()} for name in sorted(names)
        }

    def counted(self, values: Values, doubted: Mapping[str, str]) -> Counting:
        """What everything gives. `values`: form, today, found, and a record for each register; `doubted`: registers whose
        answer cannot be used, with the reason."""
        context = context_of({**{name: {} for name in self.scheme.registers}, **values})
        lines = [self._line(each, context, doubted) for each in self.wanted(values["form"])]
        return Counting(lines, {each.key: self._figure(each, context, doubted) for each in self.scheme.figures})

    def _line(self, indicator: Indicator, context: cel.Context, doubted: Mapping[str, str]) -> Counted:
        if doubt := next((doubted[name] for name in indicator.registers if name in doubted), ""):
            return Counted(indicator, doubt=doubt)
        try:
            value = _whole(evaluate(self._points[indicator.key], context))
        except RuleFailed:
            return Counted(indicator, doubt="登记信息不完整，或者登记的写法方案里没有列出，要工作人员核对。")
        return Counted(indicator, max(indicator.least, min(indicator.most, value)))

    def _figure(self, figure: Figure, context: cel.Context, doubted: Mapping[str, str]) -> int:
        """0 where it cannot be told: it decides only among equal points."""
        if any(name in doubted for name in figure.registers):
            return 0
        try:
            return max(0, _whole(evaluate(self._figures[figure.key], context)))
        except RuleFailed:
            return 0


def load_scheme(directory: Path, catalogue: Catalogue) -> PointsScheme:
    """The scheme of `directory`/points.yaml. Raises `ValueError` that names every fault."""
    path = directory / "points.yaml"
    try:
        scheme = Scheme.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (ValidationError, yaml.YAMLError) as error:
        raise ValueError(f"{path}: {error}") from None
    if faults := list(scheme_faults(scheme, catalogue)):
        raise ValueError(f"{path}: " + "; ".join(faults))
    return PointsScheme(scheme)


def scheme_faults(scheme: Scheme, catalogue: Catalogue) -> Iterable[str]:
    """Unknown names, expressions that cannot be right, ties without a figure, and examples that come out otherwise."""
    if scheme.item not in catalogue:
        yield f"unknown item {scheme.item}"
        return
    version = catalogue.item(scheme.item).versions[-1]
    faults = [*_names(scheme, version, catalogue), *_expressions(scheme, version, catalogue), *_ties(scheme, catalogue)]
    yield from faults
    if not faults:
        compiled = PointsScheme(scheme)
        for example in scheme.examples:
            yield from _example(compiled, example)


def _names(scheme: Scheme, version: ItemVersion, catalogue: Catalogue) -> Iterable[str]:
    claims = version.field(scheme.claims)
    offered = {option.value for option in claims.options} if claims and claims.type is FieldType.MULTI else set[str]()
    if offered != (wanted := {each.key for each in scheme.indicators if each.claimed}):
        yield f"{scheme.claims} offers {', '.join(sorted(offered))}, but claimed indicators are {', '.join(sorted(wanted))}"
    for indicator in scheme.indicators:
        if version.part(indicator.part) is None:
            yield f"{indicator.key}: unknown part {indicator.part}"
    for name in sorted((scheme.registers | scheme.criteria.keys()) - catalogue.vocabulary.registers.keys()):
        yield f"unknown register {name}"


def _expressions(scheme: Scheme, version: ItemVersion, catalogue: Catalogue) -> Iterable[str]:
    members = {name: known for name in scheme.registers if (known := catalogue.vocabulary.members(name))}
    members |= {"form": frozenset(each.key for each in version.form), "found": scheme.registers}
    sources = [(each.key, each.points, each.registers) for each in scheme.indicators]
    sources += [(each.key, each.value, each.registers) for each in scheme.figures]
    for key, source, registers in sources:
        yield from (f"{key}: {fault}" for fault in expression_faults(source, _ALWAYS | set(registers), members))
    for register, criteria in scheme.criteria.items():
        for name, source in criteria.items():
            yield from (f"{register}.{name}: {fault}" for fault in expression_faults(source, _FORM_ONLY, members))


def _ties(scheme: Scheme, catalogue: Catalogue) -> Iterable[str]:
    """Every ranked item's ties are figures of this scheme, or the time it was handed in."""
    known = {each.key for each in scheme.figures} | {HANDED_IN}
    for item in catalogue.items:
        for version in item.versions:
            for tie in version.ranking.ties if version.ranking else ():
                if tie.figure not in known:
                    yield f"{version.id} breaks ties by {tie.figure}, which is no figure"


def _example(compiled: PointsScheme, example: SchemeExample) -> Iterable[str]:
    given = {name: value for name, value in example.given.items() if name != "form"}
    form = example.given.get("form")
    found = {name: name in given for name in compiled.scheme.registers}
    values = {"form": form if isinstance(form, dict) else {}, "today": example.today.isoformat(), "found": found, **given}
    counting = compiled.counted(values, {})
    points = {each.indicator.key: each.points for each in counting.lines}
    if points != example.points:
        yield f"{example.name}: the scheme gives {points}"
    doubts = tuple(each.indicator.key for each in counting.lines if each.doubt)
    if doubts != example.doubts:
        yield f"{example.name}: left to a person are {', '.join(doubts) or 'none'}"
    if example.figures and counting.figures != example.figures:
        yield f"{example.name}: the figures are {counting.figures}"


def _whole(value: object) -> int:
    """Whole points, what is begun not counted. Raises RuleFailed for what is no number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RuleFailed("no number")
    return floor(value)

"""The scheme of points, compiled, and what it makes of somebody's answers and records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from math import floor

from pydantic import JsonValue

from backend.catalogue import RuleFailed, Values, context_of, evaluate
from backend.catalogue import expressions as cel
from models.points import Figure, Indicator, Scheme


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


def _whole(value: object) -> int:
    """Whole points, what is begun not counted. Raises RuleFailed for what is no number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RuleFailed("no number")
    return floor(value)

"""Whether `min` and `max` of a test can be met: bounds of the field's own kind, the least before the most."""

from collections.abc import Mapping
from datetime import date

from backend.catalogue.checks import Faults
from models.forms import Bound, FieldType, FormField, Reference, Test

_DAYS = (FieldType.DATE, FieldType.MONTH)
_TODAY = "today"


def bound_faults(test: Test, field: FormField, known: Mapping[str, FormField]) -> Faults:
    """What is wrong with a test's bounds. Fields nobody knows are told by the checks of names."""
    given = {name: bound for name, bound in (("min", test.min), ("max", test.max)) if bound is not None}
    for name, bound in given.items():
        if message := _unfit(bound, field, known):
            yield (name,), message
    if crossed(test.min, test.max):
        yield (), f"不小于 {_words(test.min)} 又不大于 {_words(test.max)}，没有这样的答案"


def crossed(least: Bound | None, most: Bound | None) -> bool:
    """Whether the least lies above the most, whatever is answered elsewhere."""
    if isinstance(least, Reference) and isinstance(most, Reference):
        months, days = least.months - most.months, least.days - most.days
        return (least.of, least.year_day) == (most.of, most.year_day) and months * (28 if months > 0 else 31) + days > 0
    if isinstance(least, int | float) and isinstance(most, int | float):
        return least > most
    if isinstance(least, str) and isinstance(most, str):
        length = min(len(least), len(most))
        return least[:length] > most[:length]
    return False


def _unfit(bound: Bound, field: FormField, known: Mapping[str, FormField]) -> str:
    if field.type not in (FieldType.NUMBER, *_DAYS):
        return f"{field.key} 是 {field.type.value}，没有大小先后，请去掉 min 和 max"
    if isinstance(bound, Reference):
        return _unlike(bound, field, known)
    if (field.type is FieldType.NUMBER) != isinstance(bound, int | float) or (isinstance(bound, str) and not _is_day(bound)):
        return f"{field.key} 是 {field.type.value}，而 {bound} 不是，请写同一类的值"
    return ""


def _unlike(bound: Reference, field: FormField, known: Mapping[str, FormField]) -> str:
    """Days compare with days and numbers with numbers; only days can be moved."""
    other = known.get(bound.of)
    if bound.of != _TODAY and other is None:
        return ""
    is_day = other is None or other.type in _DAYS
    if is_day != (field.type in _DAYS) or (other is not None and not is_day and other.type is not FieldType.NUMBER):
        return f"{field.key} 是 {field.type.value}，不能和 {bound.of} 比较"
    return f"months 和 days 只能移动日期，而 {bound.of} 是数字" if not is_day and (bound.year_day or bound.months or bound.days) else ""


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text if len(text) > len("2026-01") else f"{text}-01") is not None
    except ValueError:
        return False


def _words(bound: Bound | None) -> str:
    if not isinstance(bound, Reference):
        return str(bound)
    moved = [f"{by:+d}{unit}" for by, unit in ((bound.months, "个月"), (bound.days, "天")) if by]
    return " ".join([bound.of, *([bound.year_day] if bound.year_day else []), *moved])

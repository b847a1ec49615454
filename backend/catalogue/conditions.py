"""Conditions in words: when a material, a step or a limit is for somebody, as they can tell it of their own case."""

from collections.abc import Iterable, Mapping

from models.forms import Bound, Condition, FieldType, FormField, Reference

_Fields = Mapping[str, FormField]


def asked_when(conditions: Iterable[Condition], form: Iterable[FormField]) -> str:
    """Conditions in words: 「「卡怎么拿」选“邮寄到家”时」; nothing where there are none."""
    fields = {field.key: field for field in form}
    parts = [_words(condition, fields[condition.field], fields) for condition in conditions]
    return "，并且".join(parts) + "时" if parts else ""


def _words(condition: Condition, field: FormField, fields: _Fields) -> str:
    wanted = [condition.equals] if condition.equals is not None else list(condition.in_ or ())
    said = ["选" + "或".join(f"“{field.label_of(str(value))}”" for value in wanted)] if wanted else []
    if condition.min is not None or condition.max is not None:
        said.append(_between(condition.min, condition.max, fields))
    if condition.length is not None:
        said.append(_counted(field, condition.length.min, condition.length.max))
    if condition.pattern is not None:
        said.append("填的是规定的那一类")
    return f"「{field.label}」" + "、".join(said)


def _between(least: Bound | None, most: Bound | None, fields: _Fields) -> str:
    """Numbers by their amount, days by what comes first."""
    if isinstance(least, int | float) or isinstance(most, int | float):
        ends = (f"{least}以上（含{least}）" if least is not None else "", f"{most}以下（含{most}）" if most is not None else "")
    else:
        ends = (f"不早于{_day(least, fields)}" if least is not None else "", f"不晚于{_day(most, fields)}" if most is not None else "")
    return "、".join(end for end in ends if end)


def _day(bound: Bound, fields: _Fields) -> str:
    if not isinstance(bound, Reference):
        return str(bound)
    start = "填表当天" if bound.of == "today" else f"「{fields[bound.of].label}」"
    if bound.year_day is not None:
        start += f"那一年{int(bound.year_day[:2])}月{int(bound.year_day[3:])}日"
    return start + _moved(bound.months, "个月") + _moved(bound.days, "天")


def _moved(by: int, unit: str) -> str:
    return f"{'以后' if by > 0 else '以前'}{abs(by)}{unit}" if by else ""


def _counted(field: FormField, least: int | None, most: int | None) -> str:
    verb, unit = ("选了", "项") if field.type is FieldType.MULTI else ("写了", "个字")
    ends = (f"{least}{unit}以上" if least else "", f"{most}{unit}以下" if most is not None else "")
    return verb + "、".join(end for end in ends if end)

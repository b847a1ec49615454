"""A made-up year of applications, the same for the same seed: the examples of both rules moved through the year, and forms
filled in at random within their rules. It holds nobody's data."""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from pydantic import JsonValue

from backend.catalogue.forms import keeps, visible_fields
from backend.catalogue.simulator.replay import Replay
from backend.clock import SHANGHAI
from backend.workdays import WorkCalendar
from models.catalogue import Example, ItemVersion
from models.forms import FieldType, FormField

_APPLICATIONS = 240
_BY_AGENT = 0.2  # share of applications somebody else makes, where that is allowed
_MONTH = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])(-\d\d)?")
_BACK = (1, 30, 400, 7000, 25000, 32000)  # days before an application that dates of it lie, beside the limits
_MONTH_DAYS = 365.2425 / 12
_SIDES = (-20, 20)  # days off a limit: further than months differ
_TRIES = 12  # values tried for a field before it stays unanswered


def demo_year(before: ItemVersion, after: ItemVersion, calendar: WorkCalendar, seed: int, count: int = _APPLICATIONS) -> list[Replay]:
    """`count` applications for `before`, spread over the working days of the year in which `after` begins."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    first = date(after.effective_from.year, 1, 1)
    year = [first + timedelta(days=number) for number in range(365)]
    days = [day for day in year if calendar.is_workday(day)]
    examples, back = _examples(before, after), sorted({*_BACK, *_limits(before), *_limits(after)})
    return [_application(number, chance, chance.choice(days), before, examples, back) for number in range(1, count + 1)]


def _limits(version: ItemVersion) -> set[int]:
    """How many days back from the day of filling in a date is just short of, and just past, each limit a version has, such as an age."""
    return {round(-months * _MONTH_DAYS - days) + side for months, days in _from_today(version.model_dump(mode="json")) for side in _SIDES}


def _from_today(value: Any) -> Iterator[tuple[int, int]]:
    """Every bound that is counted from the day of filling in: months, days."""
    if isinstance(value, Mapping):
        if value.get("of") == "today" and value.get("year_day") is None:
            yield value.get("months", 0), value.get("days", 0)
        for inner in value.values():
            yield from _from_today(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _from_today(inner)


def _application(
    number: int, chance: random.Random, day: date, version: ItemVersion, examples: Sequence[Example], back: Sequence[int]
) -> Replay:
    example = chance.choice(examples) if examples else None
    given = _moved(example.given, _months(example.today, day)) if example else {}
    return Replay(
        number=f"演示{number:04d}",
        on=day,
        before=version,
        form=_form(version.form, given.pop("form", {}), day, chance, back),
        agent=bool(given.pop("agent", version.proxy.allowed and chance.random() < _BY_AGENT)),
        accepted_at=datetime.combine(day, time(chance.randrange(9, 17)), SHANGHAI),
        given=given if version.instant is not None else None,
        region=next((each.region for fill in version.fills for each in fill.standards if each.region), None),
        facts=frozenset(field.key for field in version.form if field.source is not None and field.source.decides),
    )


def _examples(before: ItemVersion, after: ItemVersion) -> list[Example]:
    """Those of both rules, each once: together they reach every line of either."""
    found: list[Example] = []
    for version in (before, after):
        for example in version.instant.examples if version.instant else ():
            if all(example.given != other.given for other in found):
                found.append(example)
    return found


def _months(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month


def _moved(value: Any, months: int) -> Any:
    """Every date and month of an example, so many months later: what it says relative to its own day stays true."""
    if isinstance(value, Mapping):
        return {key: _moved(inner, months) for key, inner in value.items()}
    if isinstance(value, list):
        return [_moved(inner, months) for inner in value]
    found = _MONTH.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return value
    number = int(found[1]) * 12 + int(found[2]) - 1 + months
    day = f"-{min(int(found[3][1:]), 28):02d}" if found[3] else ""
    return f"{number // 12:04d}-{number % 12 + 1:02d}{day}"


def _form(
    fields: Sequence[FormField], given: Mapping[str, JsonValue], day: date, chance: random.Random, back: Sequence[int]
) -> dict[str, JsonValue]:
    """The example's answers, and for what it left open answers by chance, question by question as people see them."""
    answers: dict[str, JsonValue] = dict(given)
    for field in fields:
        shown = any(each.key == field.key for each in visible_fields(fields, answers, day))
        if not shown:
            answers.pop(field.key, None)
        elif field.key not in answers and (answer := _answer(field, answers, day, chance, back)) is not None:
            answers[field.key] = answer
    return answers


def _answer(field: FormField, answers: Mapping[str, JsonValue], day: date, chance: random.Random, back: Sequence[int]) -> JsonValue:
    """An answer the field's rules allow; None where none of a few tried does."""
    if not field.required and chance.random() < 0.5:
        return None
    for _ in range(_TRIES):
        value = _value(field, day, chance, back)
        if all(keeps(rule, value, answers, day) for rule in field.rules):
            return value
    return None


def _value(field: FormField, day: date, chance: random.Random, back: Sequence[int]) -> JsonValue:
    if field.options:
        chosen = chance.choice(field.options).value
        return [chosen] if field.type is FieldType.MULTI else chosen
    if field.type in (FieldType.DATE, FieldType.MONTH):
        picked = day - timedelta(days=chance.choice(back))
        return picked.isoformat() if field.type is FieldType.DATE else picked.isoformat()[:7]
    return _PLAIN[field.type](chance)


_PLAIN: Mapping[FieldType, Any] = {
    FieldType.TEXT: lambda chance: "演示内容",
    FieldType.NUMBER: lambda chance: chance.randrange(1, 200),
    FieldType.BOOLEAN: lambda chance: True,
    FieldType.PHONE: lambda chance: "13800000000",
    FieldType.PERSON: lambda chance: {"name": "演示", "id_number": "11010519491231002X", "relation": "子女", "phone": "13800000000"},
    FieldType.ADDRESS: lambda chance: {"town": "演示镇", "detail": "演示路1号"},
    FieldType.BANK_ACCOUNT: lambda chance: {"holder": "演示", "bank": "演示银行", "account": "6222000000000001"},
}

"""What a rule in CEL may call beside CEL's own functions. None reads anything but its arguments."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any


def _month_number(month: str) -> int:
    year, number = month[:7].split("-")
    return int(year) * 12 + int(number) - 1


def months_between(start: str, end: str) -> int:
    """How many months from `start` to `end` ("2026-01" or a date), both counted; 0 where `end` is earlier."""
    return max(0, _month_number(end) - _month_number(start) + 1)


def month_before(day: str, months: int) -> str:
    """The month so many months before that of `day`: month_before("2026-11-23", 11) is "2025-12"."""
    number = _month_number(day) - months
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def days_between(start: str, end: str) -> int:
    """How many days `end` comes after `start`; negative where it comes before."""
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def age_on(born: str, day: str) -> int:
    """Full years on `day`."""
    birth, on = date.fromisoformat(born), date.fromisoformat(day)
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def length(text: str) -> int:
    """Characters of a text: CEL's own `size` counts bytes."""
    return len(text)


def count(values: list[Any]) -> int:
    """How many values a list has."""
    return len(values)


def total(values: list[Any]) -> Any:
    """The sum of numbers; 0 of an empty list."""
    return sum(values)


def lowest(values: list[Any]) -> Any:
    """The least value; null of an empty list."""
    return min(values, default=None)


def highest(values: list[Any]) -> Any:
    """The greatest value; null of an empty list."""
    return max(values, default=None)


def last(values: list[Any]) -> Any:
    """The last value; null of an empty list."""
    return values[-1] if values else None


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for blanks and the kind of dot in names such as 阿依古丽·买买提."""
    dots = str.maketrans({"•": "·", "・": "·", "．": "·", ".": "·"})
    return "".join(one.split()).translate(dots) == "".join(other.split()).translate(dots)


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    function.__name__: function
    for function in (months_between, month_before, days_between, age_on, length, count, total, lowest, highest, last, same_name)
}

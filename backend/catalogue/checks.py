"""Small checks shared by those of an item and of its parts. Each yields (place inside the item, message)."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from models.forms import Condition

Place = tuple[str | int, ...]
Faults = Iterator[tuple[Place, str]]


class Keyed(Protocol):
    """What has a key of its own."""

    @property
    def key(self) -> str: ...


def unknown(place: Place, names: Iterable[str], known: Iterable[str], what: str) -> Faults:
    """Names that do not stand among the known ones."""
    for name in sorted(set(names) - set(known)):
        yield place, f"unknown {what} {name}"


def twice(group: str, things: Iterable[Keyed]) -> Faults:
    """Keys that stand more than once."""
    seen: set[str] = set()
    for index, thing in enumerate(things):
        if thing.key in seen:
            yield (group, index, "key"), f"{thing.key} stands twice"
        seen.add(thing.key)


def asked_fields(conditions: Iterable[Condition]) -> set[str]:
    """The fields of the form that conditions look at."""
    return {name for condition in conditions for name in (condition.field, *condition.references())}

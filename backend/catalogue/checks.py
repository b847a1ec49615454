"""Small checks shared by those of an item and of its parts. Each yields (place inside the item, message)."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
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
    listed = frozenset(known)
    for name in sorted(set(names) - listed):
        yield place, f"没有叫 {name} 的{what}{meant(name, listed)}"


def meant(name: str, known: Iterable[str]) -> str:
    """The known name that somebody probably meant, as the end of a message; nothing where none is like it."""
    near = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return f"；是不是想写 {near[0]}？" if near else ""


def twice(group: str, things: Iterable[Keyed]) -> Faults:
    """Keys that stand more than once."""
    seen: set[str] = set()
    for index, thing in enumerate(things):
        if thing.key in seen:
            yield (group, index, "key"), f"{thing.key} 写了两次，请删去一个或换个名字"
        seen.add(thing.key)


def asked_fields(conditions: Iterable[Condition]) -> set[str]:
    """The fields of the form that conditions look at."""
    return {name for condition in conditions for name in (condition.field, *condition.references())}


def lacking(conditions: Iterable[Condition], repeated: Iterable[Condition]) -> bool:
    """Whether some of `repeated` do not stand among the conditions."""
    return not {each.model_dump_json() for each in repeated} <= {each.model_dump_json() for each in conditions}

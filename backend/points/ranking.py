"""The order of a round and what each place means. Pure: the same applications, points and rules give the same rows."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from backend.registers import canonical
from models.catalogue import HANDED_IN, Tie, TieOrder
from models.points import PlaceOutcome


@dataclass(frozen=True)
class Contender:
    """One application: its points and figures, when it was handed in, and what it wishes for, the dearest first."""

    case: str
    case_number: str
    person: str
    person_name: str
    record: str
    edition: int
    total: int
    figures: Mapping[str, int]
    handed_in: datetime
    wishes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ranked:
    """A contender in its place. `given`: the wish that was given; `wish`: the how-manieth."""

    contender: Contender
    place: int
    ties: tuple[int | str, ...]
    outcome: PlaceOutcome
    given: str = ""
    wish: int = 0


def ranked(contenders: Iterable[Contender], ties: Sequence[Tie], quota: int, places: Mapping[str, int]) -> list[Ranked]:
    """Everybody in order: points, then the ties, at last the number of the case, which nobody chooses.

    With `places` whoever stands higher chooses first among what is left of their wishes (serial dictatorship: nobody gains by
    wishing other than they want). Without, the first `quota` are within.
    """
    order = sorted(contenders, key=lambda each: (-each.total, *(_key(each, tie) for tie in ties), each.case_number, each.case))
    left = dict(places)
    return [_placed(each, number, ties, quota, left if places else None) for number, each in enumerate(order, start=1)]


def digest_of_rows(rows: Iterable[Sequence[object]]) -> str:
    """Names exactly these rows in this order."""
    return hashlib.sha256(canonical([list(row) for row in rows])).hexdigest()


def _placed(contender: Contender, number: int, ties: Sequence[Tie], quota: int, left: dict[str, int] | None) -> Ranked:
    shown = tuple(_shown(contender, tie) for tie in ties)
    if left is None:
        return Ranked(contender, number, shown, PlaceOutcome.WITHIN if number <= quota else PlaceOutcome.BEYOND)
    for wish, option in enumerate(contender.wishes, start=1):
        if left.get(option, 0) > 0:
            left[option] -= 1
            return Ranked(contender, number, shown, PlaceOutcome.WITHIN, option, wish)
    return Ranked(contender, number, shown, PlaceOutcome.BEYOND)


def _key(contender: Contender, tie: Tie) -> float:
    value = contender.handed_in.timestamp() if tie.figure == HANDED_IN else float(contender.figures.get(tie.figure, 0))
    return -value if tie.first is TieOrder.HIGHEST else value


def _shown(contender: Contender, tie: Tie) -> int | str:
    return contender.handed_in.isoformat() if tie.figure == HANDED_IN else contender.figures.get(tie.figure, 0)

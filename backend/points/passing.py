"""How places that became free go down the published list (递补). Pure: the same list and answers pass on the same places.

A freed place is offered to the first in the list who wants it more than what they have: whoever stands higher chooses first, as when
it was made. So somebody given their second wish may move up to their first, and their place goes on down. Nobody is skipped: a place
waits while the next in the list thinks about another one.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto

from models.points import Offer, PlaceAnswer, PlaceOutcome, RankedPlace, Vacancy

Until = Callable[[], datetime | None]


class Turn(Enum):
    """Why nobody is offered a place now."""

    WAITS = auto()
    NOBODY = auto()


@dataclass(frozen=True)
class Passed:
    """The vacancies after a turn; `offered` and `silent`: to whom it was offered now, and who let their time pass."""

    vacancies: list[Vacancy]
    offered: list[tuple[Vacancy, Offer]] = field(default_factory=list[tuple[Vacancy, Offer]])
    silent: list[tuple[Vacancy, Offer]] = field(default_factory=list[tuple[Vacancy, Offer]])


def as_it_stands(row: RankedPlace, vacancies: Iterable[Vacancy]) -> RankedPlace:
    """A row of the published list with what became of it since."""
    now = row
    if (option := _taken(row, vacancies)) is not None:
        wish = row.wishes.index(option) + 1 if option in row.wishes else 0
        now = row.model_copy(update={"outcome": PlaceOutcome.PASSED_ON, "given": option, "wish": wish})
    if row.answer is not None and row.answer.lets_go and row.outcome is not PlaceOutcome.EXCLUDED:
        now = now.model_copy(update={"outcome": PlaceOutcome.GIVEN_UP})
    return now


def held(row: RankedPlace, vacancies: Sequence[Vacancy]) -> str | None:
    """The place somebody has, or had when they let it go, by its option; None where they never had one."""
    taken = _taken(row, vacancies)
    if taken is not None:
        return taken
    return row.given if row.outcome is PlaceOutcome.WITHIN else None


def _taken(row: RankedPlace, vacancies: Iterable[Vacancy]) -> str | None:
    """What was passed on to them, of several the best, since nobody moves down; None where nothing was. The order in which places
    became free is not the one in which they were taken."""
    taken = [each.option for each in vacancies if each.taken_by == row.case]
    return min(taken, key=lambda option: row.wishes.index(option) if option in row.wishes else 0, default=None)


def freed(row: RankedPlace, vacancies: Sequence[Vacancy], why: PlaceAnswer, at: datetime) -> Vacancy | None:
    """The place somebody leaves; None where they have none, or it is known to be free."""
    option = held(row, vacancies)
    if option is None:
        return None
    made = Vacancy(id=f"{row.case}:{option}", option=option, case=row.case, why=why, at=at)
    return None if any(each.id == made.id for each in vacancies) else made


def with_freed(vacancies: Sequence[Vacancy], gone: Iterable[RankedPlace], at: datetime) -> list[Vacancy]:
    """The vacancies with the places of those who let go, and what they were offered taken back."""
    found = list(vacancies)
    for row in gone:
        assert row.answer is not None
        found = [_closed(each, row.answer, at) if _waits_for(each, row.case) else each for each in found]
        if (made := freed(row, found, row.answer, at)) is not None:
            found.append(made)
    return found


def answered(vacancies: Sequence[Vacancy], row: RankedPlace, take: bool, at: datetime) -> list[Vacancy]:
    """The vacancies after the answer to what is offered to `row`; whoever moves up leaves a place to the next."""
    answer = PlaceAnswer.TAKEN if take else PlaceAnswer.DECLINED
    left = freed(row, vacancies, PlaceAnswer.MOVED, at) if take else None
    after = [_closed(each, answer, at) if _waits_for(each, row.case) else each for each in vacancies]
    return [*after, left] if left is not None else after


def turned(vacancies: Sequence[Vacancy], rows: Sequence[RankedPlace], at: datetime, until: Until) -> Passed:
    """Ends the offers whose time is over, and offers what is free to the next. `until`: when an offer made now would end; None once
    there is no time for one."""
    silent = [(each, offer) for each in vacancies if (offer := each.open_offer) is not None and offer.until <= at]
    late = {each.id for each, _ in silent}
    now = [_closed(each, PlaceAnswer.SILENT, at) if each.id in late else each for each in vacancies]
    offered: list[tuple[Vacancy, Offer]] = []
    for index, vacancy in enumerate(now):
        if not vacancy.is_open or vacancy.open_offer is not None:
            continue
        end = until()
        following = next_for(vacancy, rows, now)
        if end is None or following is Turn.NOBODY:
            now[index] = vacancy.model_copy(update={"ended_at": at})
            continue
        if isinstance(following, Turn):
            continue
        offer = Offer(case=following.case, at=at, until=end)
        now[index] = vacancy.model_copy(update={"offers": [*vacancy.offers, offer]})
        offered.append((now[index], offer))
    return Passed(now, offered, silent)


def next_for(vacancy: Vacancy, rows: Iterable[RankedPlace], vacancies: Sequence[Vacancy]) -> RankedPlace | Turn:
    """Whose turn it is; or that it waits while the next in the list has another place to think about, or that nobody wants it."""
    for row in rows:
        if not _wants(row, vacancy, vacancies):
            continue
        offers = [(each.option, offer) for each in vacancies for offer in each.offers if offer.case == row.case]
        if any(option == vacancy.option and offer.answer is not PlaceAnswer.TAKEN for option, offer in offers):
            continue  # they had their turn at such a place, or have it now
        return Turn.WAITS if any(offer.answer is None for _, offer in offers) else row
    return Turn.NOBODY


def _wants(row: RankedPlace, vacancy: Vacancy, vacancies: Sequence[Vacancy]) -> bool:
    """Whether it is better than what they have. Without wishes every place is the same."""
    if row.outcome is PlaceOutcome.EXCLUDED or (row.answer is not None and row.answer.lets_go):
        return False
    has = held(row, vacancies)
    if not vacancy.option:
        return has is None
    if vacancy.option not in row.wishes:
        return False
    return has is None or row.wishes.index(vacancy.option) < row.wishes.index(has)


def _waits_for(vacancy: Vacancy, case: str) -> bool:
    return vacancy.open_offer is not None and vacancy.open_offer.case == case


def _closed(vacancy: Vacancy, answer: PlaceAnswer, at: datetime) -> Vacancy:
    last = vacancy.offers[-1].model_copy(update={"answer": answer, "answered_at": at})
    return vacancy.model_copy(update={"offers": [*vacancy.offers[:-1], last]})

"""Places that become free go down the list: to whoever stands first and wants them more, each once, nobody skipped."""

from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from backend.clock import SHANGHAI
from backend.points.passing import Turn, answered, as_it_stands, held, next_for, turned, with_freed
from backend.points.ranking import Contender, ranked
from models.catalogue import Tie
from models.points import PlaceAnswer, PlaceOutcome, RankedPlace, Vacancy

NOW = datetime(2027, 2, 1, 9, tzinfo=SHANGHAI)
UNTIL = NOW + timedelta(days=2)
TIES = (Tie(figure="residence_months", name="居住时间"),)
SCHOOLS = ("east", "west", "north")


def rows_of(field: list[Contender], quota: int, places: dict[str, int]) -> list[RankedPlace]:
    """A published list."""
    return [
        RankedPlace(
            _id=f"row_{each.place}", round="r", run="1", item="i", case=each.contender.case, case_number="", person="", person_name="",
            order=each.place, place=each.place, total=each.contender.total, edition=1, record="", ties=[], outcome=each.outcome,
            given=each.given, wish=each.wish, wishes=list(each.contender.wishes),
        )
        for each in ranked(field, TIES, quota, places)
    ]  # fmt: skip


def contender(number: int, *wishes: str) -> Contender:
    return Contender(f"case_{number:02d}", f"{number:05d}", "p", "王", "r", 1, 100 - number, {}, NOW, wishes)


def gone(row: RankedPlace, why: PlaceAnswer = PlaceAnswer.WITHDRAWN) -> RankedPlace:
    return row.model_copy(update={"answer": why})


def turn(vacancies: list[Vacancy], rows: list[RankedPlace], at: datetime = NOW) -> list[Vacancy]:
    found = with_freed(vacancies, [row for row in rows if row.answer is not None and row.answer.lets_go], at)
    return turned(found, rows, at, lambda: at + timedelta(days=2)).vacancies


def asked(vacancies: list[Vacancy]) -> list[str]:
    return [each.open_offer.case for each in vacancies if each.open_offer is not None]


def test_two_places_of_a_quota_go_to_the_next_two_each_once() -> None:
    rows = rows_of([contender(n) for n in range(1, 6)], 2, {})
    rows[0], rows[1] = gone(rows[0]), gone(rows[1], PlaceAnswer.SILENT)
    vacancies = turn([], rows)
    assert [(each.case, each.why) for each in vacancies] == [("case_01", PlaceAnswer.WITHDRAWN), ("case_02", PlaceAnswer.SILENT)]
    assert asked(vacancies) == ["case_03", "case_04"]
    assert turn(vacancies, rows) == vacancies, "looked at again nothing moves"
    vacancies = answered(vacancies, rows[2], True, NOW)
    vacancies = turn(answered(vacancies, rows[3], False, NOW), rows)
    assert asked(vacancies) == ["case_05"], "who said no is not asked again"
    late = turn(vacancies, rows, UNTIL)
    assert [each.ended_at for each in late] == [None, UNTIL], "nobody is left"
    assert [as_it_stands(row, late).outcome for row in rows] == [
        PlaceOutcome.GIVEN_UP, PlaceOutcome.GIVEN_UP, PlaceOutcome.PASSED_ON, PlaceOutcome.BEYOND, PlaceOutcome.BEYOND,
    ]  # fmt: skip


def test_whoever_moves_up_leaves_their_place_to_the_next() -> None:
    rows = rows_of([contender(1, "east"), contender(2, "east", "west"), contender(3, "west")], 2, {"east": 1, "west": 1})
    assert [row.given for row in rows] == ["east", "west", ""]
    rows[0] = gone(rows[0], PlaceAnswer.DECLINED)
    vacancies = turn([], rows)
    assert asked(vacancies) == ["case_02"], "who stands higher chooses first"
    assert held(rows[1], vacancies) == "west", "and keeps what they have till then"
    vacancies = turn(answered(vacancies, rows[1], True, NOW), rows)
    assert asked(vacancies) == ["case_03"]
    vacancies = answered(vacancies, rows[2], True, NOW)
    now = [as_it_stands(row, vacancies) for row in rows]
    assert [(row.outcome.is_within, row.given, row.wish) for row in now[1:]] == [(True, "east", 1), (True, "west", 1)]


def test_who_does_not_want_the_better_place_keeps_theirs() -> None:
    rows = rows_of([contender(1, "east"), contender(2, "east", "west"), contender(3, "east")], 2, {"east": 1, "west": 1})
    rows[0] = gone(rows[0])
    vacancies = turn(answered(turn([], rows), rows[1], False, NOW), rows)
    assert asked(vacancies) == ["case_03"]
    assert (as_it_stands(rows[1], vacancies).outcome, as_it_stands(rows[1], vacancies).given) == (PlaceOutcome.WITHIN, "west")


def test_a_place_waits_while_the_next_thinks_about_another_one() -> None:
    field = [contender(1, "east"), contender(2, "west"), contender(3, "east", "west"), contender(4, "west")]
    rows = rows_of(field, 2, {"east": 1, "west": 1})
    rows[1] = gone(rows[1])
    vacancies = turn([], rows)
    assert asked(vacancies) == ["case_03"]
    rows[0] = gone(rows[0])
    vacancies = turn(vacancies, rows)
    assert next_for(vacancies[1], rows, vacancies) is Turn.WAITS
    vacancies = turn(answered(vacancies, rows[2], True, NOW), rows)
    assert [(each.option, each.open_offer and each.open_offer.case) for each in vacancies] == [("west", None), ("east", "case_03")]
    vacancies = turn(answered(vacancies, rows[2], True, NOW), rows)
    assert asked(vacancies) == ["case_04"], "what they took first is free again"


def test_who_withdraws_with_an_offer_in_hand_is_asked_no_more() -> None:
    rows = rows_of([contender(n) for n in range(1, 4)], 1, {})
    rows[0] = gone(rows[0])
    vacancies = turn([], rows)
    rows[1] = gone(rows[1])
    vacancies = turn(vacancies, rows)
    assert [offer.answer for offer in vacancies[0].offers] == [PlaceAnswer.WITHDRAWN, None]
    assert len(vacancies) == 1, "they had no place of their own"


def test_no_offer_is_made_that_there_is_no_time_to_answer() -> None:
    rows = rows_of([contender(n) for n in range(1, 3)], 1, {})
    freed = with_freed([], [gone(rows[0])], NOW)
    assert [each.ended_at for each in turned(freed, rows, NOW, lambda: None).vacancies] == [NOW]


@pytest.mark.parametrize("wishes", [True, False])
@example(seed=1077)  # somebody moves up twice, last to the place that became free first
@given(seed=st.integers(0, 10_000))
def test_where_everybody_says_yes_it_ends_as_if_those_gone_had_never_stood_in_it(wishes: bool, seed: int) -> None:
    random = Random(seed)
    wished = [random.sample(SCHOOLS, random.randint(1, 3)) if wishes else [] for _ in range(9)]
    field = [contender(number, *each) for number, each in enumerate(wished, start=1)]
    places = {school: random.randint(0, 2) for school in SCHOOLS} if wishes else {}
    rows, vacancies = rows_of(field, 4, places), list[Vacancy]()
    leaving = random.sample(range(9), 3)
    for index in leaving:  # one after the other, while others still think about it
        rows[index] = gone(rows[index])
        vacancies = turn(vacancies, rows)
    while waiting := asked(vacancies):
        chosen = random.choice(waiting)
        row = next(each for each in rows if each.case == chosen)
        vacancies = turn(answered(vacancies, row, True, NOW), rows)
    left = [each for index, each in enumerate(field) if index not in leaving]
    again = {each.contender.case: (each.outcome is PlaceOutcome.WITHIN, each.given) for each in ranked(left, TIES, 4, places)}
    stands = {row.case: as_it_stands(row, vacancies) for row in rows if row.answer is None}
    assert {case: (row.outcome.is_within, row.given) for case, row in stands.items()} == again

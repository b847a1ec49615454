"""What the figures say, and what may be told in public."""

from hypothesis import given
from hypothesis import strategies as st

from backend.statistics.figures import FEWEST, Cell, public_row_of, row_of, told

CELLS = st.lists(st.integers(1, 40), max_size=8).map(lambda sizes: [Cell(f"c{index}", size, size) for index, size in enumerate(sizes)])


def test_each_figure_says_what_it_means() -> None:
    cell = Cell("x", 8, 8, ended=3, on_time=6, instant=2, returns=4, visits=2, asked=40, handed_in=10, used=420, statutory=4200)
    row = row_of(cell, "某事项")
    assert {each.key: each.value for each in row.figures} == {
        "cases": 8,
        "ended": 3,
        "on_time": 75.0,
        "time_saved": 90.0,
        "materials_saved": 75.0,
        "visits": 0.25,
        "instant": 25.0,
        "returns": 0.5,
    }
    assert all(each.definition and each.unit for each in row.figures)


def test_nothing_to_count_is_no_number() -> None:
    assert {each.value for each in row_of(Cell("x", 0, 0), "").figures[2:]} == {None}


def test_a_public_figure_that_rests_on_few_people_is_left_out() -> None:
    cell = Cell("x", 27, 27, on_time=26, used=420, statutory=4200, limited=FEWEST - 1)
    figures = {each.key: each.value for each in public_row_of(cell, "合计").figures}
    assert (figures["time_saved"], figures["on_time"]) == (None, 96.3)
    more = Cell("x", 27, 27, used=420, statutory=4200, limited=FEWEST)
    assert {each.key: each.value for each in public_row_of(more, "合计").figures}["time_saved"] == 90.0


def test_what_was_ended_undecided_is_not_told_in_public_and_hides_nothing() -> None:
    assert "ended" not in {each.key for each in public_row_of(Cell("x", 27, 27, ended=12), "合计").figures}
    large = [Cell("a", 20, 20), Cell("b", 30, 30)]
    assert told([*large, Cell("c", 0, 0, ended=1)]) == large


@given(CELLS)
def test_no_small_cell_is_told_and_none_follows_by_subtraction(cells: list[Cell]) -> None:
    shown = told(cells)
    hidden = [cell for cell in cells if cell not in shown]
    assert all(cell.people >= FEWEST for cell in shown)
    if shown and hidden:
        assert len(hidden) >= 2
        assert max(cell.people for cell in hidden) >= FEWEST


@given(CELLS)
def test_where_all_are_large_all_are_told(cells: list[Cell]) -> None:
    large = [cell for cell in cells if cell.people >= FEWEST]
    assert told(large) == large

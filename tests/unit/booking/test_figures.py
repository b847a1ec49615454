"""The figures of a hall's visits, on visits made by hand."""

from datetime import datetime, timedelta

from backend.booking.figures import BEHIND, Visit, row_of, visit_of
from backend.clock import SHANGHAI
from models.booking import Place, PlaceState

NINE = datetime(2026, 11, 24, 9, tzinfo=SHANGHAI)


def visit(
    state: PlaceState = PlaceState.DONE, *, slot: str = "s", came: int | None = None, called: int | None = None, **more: object
) -> Place:
    """Minutes from nine, the time that was booked."""
    facts: dict[str, object] = {"hall": "h", "hall_name": "H", "counter": "c1", "counter_name": "1号窗口", "seat": 0, "slot": slot}
    times = {"checked_in_at": came, "first_called_at": called}
    facts |= {name: NINE + timedelta(minutes=minutes) for name, minutes in times.items() if minutes is not None}
    facts |= {"start": NINE, "end": NINE + timedelta(minutes=30), "opens_at": NINE, "released_at": NINE, "state": state}
    return Place.model_validate({"_id": "p", **facts, **more})


def figures(*places: Place) -> dict[str, float | None]:
    return {each.key: each.value for each in row_of("total", "合计", [visit_of(place) for place in places]).figures}


def test_who_came_early_waits_from_the_time_they_booked_and_who_came_late_from_then() -> None:
    found = figures(visit(came=-20, called=5), visit(came=10, called=25), visit(slot="", came=0, called=40))
    assert (found["wait_booked"], found["wait_walk_in"], found["longest"], found["long"]) == (10.0, 40.0, 40.0, 33.3)


def test_nine_in_ten_do_not_wait_longer_than_the_figure_says() -> None:
    found = figures(*(visit(slot="", came=0, called=minutes) for minutes in (50, 1, 2, 3, 4, 5, 6, 7, 8, 9)))
    assert (found["nine_in_ten"], found["longest"]) == (9.0, 50.0)
    assert figures(visit(slot="", came=0, called=7))["nine_in_ten"] == 7.0


def test_who_was_called_before_their_time_has_not_waited() -> None:
    assert figures(visit(came=-20, called=-10))["longest"] == 0.0


def test_who_did_not_come_is_counted_of_the_booked_alone() -> None:
    found = figures(visit(PlaceState.MISSED, no_show=True), visit(came=0, called=1), visit(slot="", came=0, called=1))
    assert (found["booked"], found["no_show"], found["served"]) == (2, 50.0, 2)


def test_who_came_and_left_came() -> None:
    found = figures(visit(PlaceState.MISSED, came=0))
    assert (found["left"], found["no_show"], found["served"]) == (1, 0.0, 0)


def test_who_is_served_now_has_waited_and_nothing_else_is_counted_of_them_yet() -> None:
    places = (
        visit(PlaceState.SERVING, came=0, called=50),
        visit(PlaceState.CHECKED_IN, slot="", came=0, called=20),
        visit(came=0, called=5),
    )
    found = figures(*places)
    assert (found["longest"], found["wait_booked"], found["wait_walk_in"], found["long"]) == (50.0, 27.5, 20.0, 33.3)
    assert (found["served"], found["booked"], found["no_show"], found["left"]) == (1, 1, 0.0, 0)


def test_of_nothing_there_is_nothing_to_tell() -> None:
    found = figures()
    assert (found["served"], found["no_show"], found["wait_booked"], found["longest"], found["long"]) == (0, None, None, None, None)


def test_what_lies_behind_each_figure_counts_up_to_it() -> None:
    visits = [
        visit_of(place)
        for place in (
            visit(came=-20, called=5),
            visit(came=10, called=70),
            visit(PlaceState.MISSED, no_show=True),
            visit(PlaceState.MISSED, came=0),
            visit(slot="", came=0, called=40),
            visit(slot="", came=0),
            visit(PlaceState.SERVING, came=0, called=20),
        )
    ]
    for told in row_of("total", "合计", visits).figures:
        assert counted(told.key, told.unit, visits) == told.value, told.key
    assert {each.key for each in row_of("total", "合计", []).figures} == set(BEHIND)
    assert [BEHIND["long"].words(each) for each in visits if each.waited] == [
        "等了 5 分钟",
        "等了 60 分钟，超过 30 分钟",
        "等了 40 分钟，超过 30 分钟",
        "等了 20 分钟",
    ]


def counted(key: str, unit: str, visits: list[Visit]) -> float:
    """A figure from what is listed behind it."""
    parts = [BEHIND[key].part(each) for each in visits if BEHIND[key].counted(each)]
    if key == "longest":
        return max(parts)
    if key == "nine_in_ten":
        return min(each for each in parts if sum(other <= each for other in parts) >= 0.9 * len(parts))
    share = {"%": 100.0, "分钟": 1.0}.get(unit)
    return sum(parts) if share is None else round(share * sum(parts) / len(parts), 1)


def test_every_figure_says_what_it_means() -> None:
    assert all(each.definition and each.unit for each in row_of("total", "合计", []).figures)


def test_a_visit_counts_where_it_was_called_to() -> None:
    assert visit_of(visit(called_to="2号窗口")).counter == "2号窗口"
    assert visit_of(visit(slot="", counter_name="")).counter == "没有固定窗口"

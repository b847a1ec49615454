"""Schedules and the working calendar become slots and places; every step of an appointment has its time."""

import itertools
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from backend.booking.calendar import digest_of, kinds_of, place_id, places_of, slot_id, slots_of, successor
from backend.booking.due import Step, already_near, next_due, timetable
from backend.booking.halls import from_declared, load_rules
from backend.clock import SHANGHAI
from backend.demo import DemoDistrict
from backend.spoken import moment, wechat_time, when
from backend.workdays import CalendarYear, Holiday, WorkCalendar
from models.booking import BookingRules, Counter, DayKind, Hall, Place, PlaceState, Window
from tests.booking_world import RULES, TUESDAY_NINE, center

CATALOGUE = Path(__file__).parents[3] / "catalogue"
DAYS = WorkCalendar.load(CATALOGUE / "calendars")


def window(*days: DayKind, start: int = 9, end: int = 12, capacity: int = 2, offline: int = 0) -> Window:
    return Window(days=days, start=time(start), end=time(end), capacity=capacity, offline=offline)


def counter(*windows: Window, minutes: int = 30) -> Counter:
    return Counter(id="c1", name="1号窗口", items=("ssc-apply",), slot_minutes=minutes, windows=windows)


def a_hall(*windows: Window) -> Hall:
    return Hall(
        _id="h@1",
        hall="h",
        valid_from="2000-01-01",
        name="大厅",
        address="一号",
        days_ahead=7,
        embargo_minutes=10,
        counters=(counter(*windows),),
    )


@pytest.mark.parametrize(
    ("day", "kinds"),
    [
        (date(2026, 11, 23), {DayKind.WORKDAY, DayKind.MONDAY}),
        (date(2026, 11, 21), {DayKind.SATURDAY}),
        (date(2026, 10, 1), set[DayKind]()),  # National Day
        (date(2026, 10, 3), set[DayKind]()),  # a Saturday of the holiday is no ordinary Saturday
        (date(2026, 10, 10), {DayKind.WORKDAY}),  # a Saturday worked to make up for it
    ],
)
def test_what_kind_of_day_it_is(day: date, kinds: set[DayKind]) -> None:
    assert kinds_of(day, DAYS) == kinds


def test_a_window_is_cut_into_whole_slots() -> None:
    slots = slots_of("h", counter(window(DayKind.WORKDAY), minutes=50), date(2026, 11, 24), DAYS)
    assert [(slot.start.time(), slot.end.time()) for slot in slots] == [
        (time(9), time(9, 50)),
        (time(9, 50), time(10, 40)),
        (time(10, 40), time(11, 30)),
    ]


def test_a_saturday_window_is_closed_on_a_worked_saturday() -> None:
    both = counter(window(DayKind.WORKDAY), window(DayKind.SATURDAY, capacity=1))
    assert {slot.capacity for slot in slots_of("h", both, date(2026, 10, 10), DAYS)} == {2}
    assert {slot.capacity for slot in slots_of("h", both, date(2026, 11, 21), DAYS)} == {1}
    assert slots_of("h", both, date(2026, 10, 3), DAYS) == []


def test_the_last_seats_stay_offline_and_places_open_so_many_days_ahead() -> None:
    places = places_of(a_hall(window(DayKind.WORKDAY, capacity=5, offline=2)), date(2026, 11, 24), DAYS, RULES)
    nine = [place for place in places if place.start == TUESDAY_NINE]
    assert [place.online for place in nine] == [True, True, True, False, False]
    assert {place.released_at for place in places} == {datetime(2026, 11, 17, 8, tzinfo=SHANGHAI)}
    assert nine[0].id == "h-c1-202611240900-000-0"


def test_a_holiday_laid_over_the_calendar_closes_the_day() -> None:
    year = CalendarYear(year=2026, holidays=(Holiday(name="停电", days=(date(2026, 11, 24),)),))
    assert places_of(a_hall(window(DayKind.WORKDAY)), date(2026, 11, 24), DAYS.with_years([year]), RULES) == []


@given(st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.integers(5, 120), st.integers(1, 6))
def test_places_of_a_day_are_distinct_and_do_not_overlap_on_a_seat(day: date, minutes: int, capacity: int) -> None:
    windows = (window(DayKind.WORKDAY, DayKind.SATURDAY, capacity=capacity), window(DayKind.WORKDAY, start=13, end=17, capacity=capacity))
    slots = slots_of("h", counter(*windows, minutes=minutes), day, DAYS)
    assert len({slot.id for slot in slots}) == len(slots)
    assert all(one.end <= other.start for one, other in itertools.pairwise(slots))
    assert all(slot.end.time() <= time(17) for slot in slots)


def test_a_change_of_the_schedule_changes_the_digest() -> None:
    day = date(2026, 11, 24)
    two = places_of(a_hall(window(DayKind.WORKDAY)), day, DAYS, RULES)
    three = places_of(a_hall(window(DayKind.WORKDAY, capacity=3)), day, DAYS, RULES)
    kept = places_of(a_hall(window(DayKind.WORKDAY, offline=1)), day, DAYS, RULES)
    assert len({digest_of(two), digest_of(three), digest_of(kept)}) == 3
    assert digest_of(two) == digest_of(list(reversed(two)))


def test_a_seat_given_back_is_born_again_without_its_history() -> None:
    [place, *_] = places_of(a_hall(window(DayKind.WORKDAY)), date(2026, 11, 24), DAYS, RULES)
    had = place.model_copy(update={"state": PlaceState.CANCELLED, "person": "citizen_1", "code": "ABCD2345"})
    again = successor(had, TUESDAY_NINE)
    assert (again.id, again.generation) == (place_id(place.slot, 0, 1), 1)
    assert (again.person, again.code, again.state, again.released_at) == (None, None, PlaceState.FREE, TUESDAY_NINE)
    assert again.opens_at == place.opens_at


def test_names_of_slots_sort_by_time() -> None:
    starts = [TUESDAY_NINE + timedelta(hours=17 * step) for step in range(20)]
    assert sorted(slot_id("h", "c", start) for start in starts) == [slot_id("h", "c", start) for start in starts]


def test_overlapping_windows_are_refused() -> None:
    with pytest.raises(ValidationError):
        counter(window(DayKind.WORKDAY), window(DayKind.WEDNESDAY, start=11, end=13))
    counter(window(DayKind.WORKDAY), window(DayKind.WEDNESDAY, start=12, end=13))


def test_a_window_shorter_than_a_slot_is_refused() -> None:
    with pytest.raises(ValidationError):
        counter(Window(days=(DayKind.WORKDAY,), start=time(9), end=time(9, 20), capacity=1))


def test_monday_to_friday_of_the_release_means_workdays() -> None:
    hall = from_declared(center(seats=4, offline_share=0.3))
    [opening] = hall.counters[0].windows
    assert opening.days == (DayKind.WORKDAY,)
    assert (opening.capacity, opening.offline) == (4, 1)
    assert from_declared(center(seats=1, offline_share=1)).counters[0].windows[0].offline == 0


def test_every_demo_hall_becomes_a_hall_with_places() -> None:
    for declared in DemoDistrict(CATALOGUE / "demo").halls:
        kept = [
            each.offline
            for counter in from_declared(declared).counters
            for each in counter.windows
            if each.capacity > 1 and not each.extended
        ]
        assert all(kept), "a share of the places is for who comes or phones, and of two a fifth is none"
        hall = from_declared(declared)
        assert Hall.of(hall.to_document()) == hall
        week = [places_of(hall, date(2026, 11, 23) + timedelta(days=day), DAYS, load_rules(CATALOGUE / "booking.yaml")) for day in range(7)]
        assert all(week[:5])


def appointment(state: PlaceState, claimed_at: datetime = TUESDAY_NINE - timedelta(days=4), reminded: tuple[float, ...] = ()) -> Place:
    [place, *_] = places_of(a_hall(window(DayKind.WORKDAY)), TUESDAY_NINE.date(), DAYS, RULES)
    return place.model_copy(update={"state": state, "claimed_at": claimed_at, "reminded": list(reminded)})


def test_the_timetable_of_a_pending_appointment() -> None:
    steps = timetable(appointment(PlaceState.PENDING), RULES)
    assert [(due.step, TUESDAY_NINE - due.at) for due in steps[:2]] == [
        (Step.ESCALATE, timedelta(days=2)),
        (Step.CONFIRM, timedelta(hours=2)),
    ]
    assert steps[-1].step is Step.END_DAY


def test_the_timetable_of_a_confirmed_appointment() -> None:
    steps = timetable(appointment(PlaceState.CONFIRMED), RULES)
    assert [(due.step, due.hours) for due in steps] == [(Step.REMIND, 24), (Step.REMIND, 1), (Step.END_DAY, 0)]
    assert next_due(appointment(PlaceState.CONFIRMED, reminded=(24, 1)), RULES) == TUESDAY_NINE.replace(hour=0) + timedelta(days=1)


@pytest.mark.parametrize("state", [PlaceState.FREE, PlaceState.WITHDRAWN, PlaceState.DONE, PlaceState.CANCELLED, PlaceState.MISSED])
def test_what_is_over_or_nobodys_has_nothing_to_come(state: PlaceState) -> None:
    assert next_due(appointment(state), RULES) is None


def test_reminders_that_would_come_at_once_are_passed_over() -> None:
    assert already_near(TUESDAY_NINE, TUESDAY_NINE - timedelta(hours=24), RULES) == [24]
    assert already_near(TUESDAY_NINE, TUESDAY_NINE - timedelta(hours=25), RULES) == []
    assert already_near(TUESDAY_NINE, TUESDAY_NINE - timedelta(minutes=5), RULES) == [24, 1]


def test_times_are_said_as_people_say_them() -> None:
    assert when(TUESDAY_NINE, TUESDAY_NINE + timedelta(minutes=30)) == "11月24日 周二 上午9:00–9:30"
    assert moment(TUESDAY_NINE.replace(hour=12, minute=5)) == "11月24日 周二 中午12:05"
    assert moment(TUESDAY_NINE.replace(hour=19)) == "11月24日 周二 晚上7:00"
    assert wechat_time(TUESDAY_NINE) == "2026年11月24日 09:00"


def test_the_rules_of_the_release_can_be_read_and_a_fault_names_the_file(tmp_path: Path) -> None:
    assert isinstance(load_rules(CATALOGUE / "booking.yaml"), BookingRules)
    broken = tmp_path / "booking.yaml"
    broken.write_text("cancel_hours: 2\nno_such_rule: 1\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no_such_rule"):
        load_rules(broken)

"""Working days with make-up days, deadlines, pauses and office minutes."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.clock import SHANGHAI
from backend.workdays import UNPUBLISHED, CalendarYear, Holiday, LaidDay, OfficeHours, Pause, WorkCalendar
from models.catalogue import Span, TimeUnit

CALENDARS = Path(__file__).parents[2] / "catalogue" / "calendars"
CALENDAR = WorkCalendar.load(CALENDARS)
DAYS = st.dates(date(2010, 1, 1), date(2027, 6, 30))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("accepted", "n", "due"),
    [
        ("2026-09-28", 5, "2026-10-10"),  # a make-up Saturday
        ("2026-02-12", 5, "2026-02-26"),
        ("2026-04-30", 3, "2026-05-08"),
        ("2026-09-18", 1, "2026-09-20"),  # a Sunday on which offices work
        ("2026-06-18", 1, "2026-06-22"),
        ("2025-12-31", 1, "2026-01-04"),  # a Sunday on which offices work
        ("2026-11-20", 7, "2026-12-01"),
        ("2026-12-25", 4, "2026-12-31"),
    ],
)
def test_the_table_of_known_deadlines(accepted: str, n: int, due: str):
    assert CALENDAR.add_workdays(date.fromisoformat(accepted), n) == date.fromisoformat(due)
    deadline = CALENDAR.deadline(at(f"{accepted} 10:00"), Span(n=n))
    assert deadline.at == at(f"{due} 17:00")
    assert deadline.warning == ""


def test_a_pause_is_not_counted():
    pause = Pause(at("2026-09-16 09:00"), at("2026-09-21 17:00"))
    assert CALENDAR.deadline(at("2026-09-14 10:00"), Span(n=5), [pause]).at == at("2026-09-28 17:00")


@pytest.mark.parametrize(
    ("start", "end", "due"),
    [
        ("2026-11-24 10:00", "2026-11-24 10:00:01", "2026-11-26"),  # a second
        ("2026-11-24 09:00", "2026-11-24 16:59", "2026-11-26"),  # all but a minute of the day
        ("2026-11-24 16:59", "2026-11-24 17:01", "2026-11-26"),  # over the end of office hours, on one day
        ("2026-11-24 09:00", "2026-11-24 17:00", "2026-11-27"),  # the whole working day
        ("2026-11-24 16:59", "2026-11-25 09:01", "2026-11-27"),  # over night: the day at whose end the clock stood
        ("2026-11-24 17:30", "2026-11-25 09:01", "2026-11-26"),  # when nobody worked any more
        ("2026-11-26 16:00", "2026-11-27 10:00", "2026-11-27"),  # the last day's end does not pass while the clock stands
        ("2026-11-24 10:00", "2026-11-25 10:00", "2026-11-30"),  # as long as a working day: both days it touched
        ("2026-11-28 10:00", "2026-11-28 11:00", "2026-11-26"),  # a day off
    ],
)
def test_what_a_stop_costs_of_working_days(start: str, end: str, due: str):
    pause = Pause(datetime.fromisoformat(f"{start}+08:00"), datetime.fromisoformat(f"{end}+08:00"))
    assert CALENDAR.deadline(at("2026-11-23 10:00"), Span(n=3), [pause]).at == at(f"{due} 17:00")


def test_short_stops_of_one_day_never_add_up():
    short = [Pause(at(f"2026-11-24 {hour}:00"), at(f"2026-11-24 {hour}:30")) for hour in ("09", "10", "11", "13", "14", "15", "16")]
    assert CALENDAR.deadline(at("2026-11-23 10:00"), Span(n=3), short).at == at("2026-11-26 17:00")


def test_what_a_stop_costs_of_natural_days():
    due = lambda start, end: CALENDAR.deadline(at("2026-11-23 10:00"), Span(n=7, unit=TimeUnit.DAY), [Pause(at(start), at(end))]).at
    assert due("2026-11-28 10:00", "2026-11-28 12:00") == at("2026-11-30 17:00")
    assert due("2026-11-28 10:00", "2026-11-29 09:00") == at("2026-12-01 17:00"), "Saturday, at whose 17:00 the clock stood"
    assert due("2026-11-28 10:00", "2026-11-29 10:00") == at("2026-12-02 17:00"), "a day and more: both days it touched"


def test_a_pause_that_goes_on_moves_the_end_with_it():
    accepted, pause = at("2026-11-23 10:00"), Pause(at("2026-11-24 09:00"))
    assert CALENDAR.deadline(accepted, Span(n=2), [pause]).at == at("2026-11-26 17:00")
    assert CALENDAR.deadline(accepted, Span(n=2), [pause], now=at("2026-11-30 12:00")).at == at("2026-12-02 17:00")


def test_natural_days_roll_forward_over_days_off():
    days = Span(n=7, unit=TimeUnit.DAY)
    assert CALENDAR.deadline(at("2026-09-24 10:00"), days).at == at("2026-10-08 17:00")  # 1 October is a holiday
    assert CALENDAR.deadline(at("2026-11-23 10:00"), days).at == at("2026-11-30 17:00")


def test_on_the_spot_means_today_or_the_next_working_day():
    assert CALENDAR.deadline(at("2026-11-23 10:00"), Span(n=0)).at == at("2026-11-23 17:00")
    assert CALENDAR.deadline(at("2026-11-28 10:00"), Span(n=0)).at == at("2026-11-30 17:00")
    assert CALENDAR.add_workdays(date(2026, 11, 28), 0) == date(2026, 11, 30)


def test_on_the_spot_after_office_hours_is_the_next_working_day_and_a_stop_moves_it():
    friday = datetime.fromisoformat("2026-11-27T17:08:00+08:00")
    assert CALENDAR.deadline(friday, Span(n=0)).at.isoformat() == "2026-11-30T17:00:00+08:00"
    morning = friday.replace(hour=9, minute=0)
    assert CALENDAR.deadline(morning, Span(n=0), [Pause(morning, morning.replace(hour=11))]).at.isoformat() == "2026-11-27T17:00:00+08:00"
    stop = Pause(morning.replace(hour=16), morning.replace(hour=10) + timedelta(days=3))
    assert CALENDAR.deadline(morning, Span(n=0), [stop]).at.isoformat() == "2026-11-30T17:00:00+08:00"


def test_other_zones_are_read_as_shanghai():
    late = datetime.fromisoformat("2026-11-23T17:00:00+00:00")  # 01:00 on the 24th there
    assert CALENDAR.deadline(late, Span(n=1)).at == at("2026-11-25 17:00")


def test_days_and_their_names():
    assert CALENDAR.is_workday(date(2026, 10, 10))
    assert not CALENDAR.is_workday(date(2026, 10, 7))
    assert CALENDAR.holiday_name(date(2026, 10, 7)) == "国庆节"
    assert CALENDAR.holiday_name(date(2026, 10, 10)) is None
    assert CALENDAR.holiday_name(date(2026, 11, 28)) is None
    assert not CALENDAR.is_holiday(date(2026, 11, 28))
    assert CALENDAR.is_holiday(date(2027, 2, 6))


def test_a_year_that_is_not_published_says_so():
    assert not CALENDAR.is_published(2027)
    assert not CALENDAR.is_published(2028)
    assert CALENDAR.is_published(2026)
    assert not CALENDAR.is_workday(date(2027, 10, 1))
    assert CALENDAR.is_workday(date(2028, 10, 2))  # nothing known: a Monday is a Monday
    assert CALENDAR.deadline(at("2026-12-30 10:00"), Span(n=5)).warning == UNPUBLISHED
    assert CALENDAR.deadline(at("2026-12-25 10:00"), Span(n=2)).warning == ""


def test_staff_lay_a_published_year_over_the_provisional_one():
    holiday = Holiday(name="春节", days=tuple(date(2027, 2, day) for day in range(5, 12)))
    published = CalendarYear(year=2027, holidays=(holiday,), workdays=(date(2027, 2, 13),))
    calendar = CALENDAR.with_years([published])
    assert calendar.is_published(2027)
    assert calendar.is_workday(date(2027, 2, 13))
    assert not calendar.is_workday(date(2027, 2, 10))
    assert calendar.is_workday(date(2027, 1, 1))  # the year is replaced whole
    assert not CALENDAR.is_workday(date(2027, 1, 1))


def test_the_days_of_a_year_that_are_not_what_their_weekday_says():
    notable = {each.day: each for each in CALENDAR.notable_days(2026)}
    assert (notable[date(2026, 10, 3)].name, notable[date(2026, 10, 3)].works) == ("国庆节", False), "a Saturday within the holiday"
    assert notable[date(2026, 10, 10)].works
    assert all(each.works == CALENDAR.is_workday(day) for day, each in notable.items())
    ordinary = (date(2026, 1, 1) + timedelta(days=offset) for offset in range(365))
    assert all(CALENDAR.is_workday(day) == (day.weekday() < 5) for day in ordinary if day not in notable)
    laid = LaidDay(day=date(2026, 10, 10), works=False, name="停工", source="通告", revision=1)
    after = {each.day: each for each in CALENDAR.with_days([laid], 1).notable_days(2026)}
    assert (after[laid.day].works, after[laid.day].name, after[laid.day].laid) == (False, "停工", True)
    declared = CalendarYear(year=2027, source="国办通知", workdays=(date(2027, 2, 13),))
    year = CALENDAR.with_years([declared])
    assert [each.name for each in year.notable_days(2027)] == ["调休"]
    assert (year.source(2027), year.source(2028)) == ("国办通知", "")
    assert len(CALENDAR.notable_days(2024)) == len({each.day for each in CALENDAR.notable_days(2024)})


@pytest.mark.parametrize("text", ["year: 2027\nholidays: [{name: 元旦, days: [2027-13-01]}]", "year: [", "year: 1", "colour: red"])
def test_a_wrong_calendar_is_refused(tmp_path: Path, text: str):
    (tmp_path / "2027.yaml").write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"2027\.yaml"):
        WorkCalendar.load(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "sessions: []",
        'sessions: [["09:00", "09:00"]]',
        'sessions: [["13:00", "17:00"], ["09:00", "12:00"]]',
        'sessions: [["09:00", "13:00"], ["12:00", "17:00"]]',
        "sessions: noon",
    ],
)
def test_wrong_office_hours_are_refused(tmp_path: Path, text: str):
    (tmp_path / "office_hours.yaml").write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"office_hours\.yaml"):
        WorkCalendar.load(tmp_path)


def test_office_hours_must_be_declared(tmp_path: Path):
    with pytest.raises(ValueError, match=r"office_hours\.yaml"):
        WorkCalendar.load(tmp_path)


def test_limits_in_hours_and_minutes_begin_at_once_and_count_office_time():
    two_hours, half_an_hour = Span(n=2, unit=TimeUnit.HOUR), Span(n=30, unit=TimeUnit.MINUTE)
    due = CALENDAR.deadline
    assert due(at("2026-11-23 10:00"), two_hours).at == at("2026-11-23 12:00")
    assert due(at("2026-11-23 10:30"), two_hours).at == at("2026-11-23 13:30"), "the noon break is not counted"
    assert due(at("2026-09-30 16:45"), half_an_hour).at == at("2026-10-08 09:15"), "nor is the national holiday"
    assert due(at("2026-11-28 20:00"), half_an_hour).at == at("2026-11-30 09:30"), "a Saturday evening is no office time"
    assert due(at("2026-12-31 16:00"), two_hours).warning == UNPUBLISHED
    assert due(at("2026-11-23 10:00"), two_hours).warning == ""


def test_of_a_limit_in_hours_only_the_office_time_of_a_stop_is_not_counted():
    span, accepted = Span(n=2, unit=TimeUnit.HOUR), at("2026-11-23 10:00")
    stopped = lambda start, end: CALENDAR.deadline(accepted, span, [Pause(at(start), at(end))]).at
    assert stopped("2026-11-23 10:30", "2026-11-23 11:00") == at("2026-11-23 13:30")
    assert stopped("2026-11-23 11:30", "2026-11-24 09:30") == at("2026-11-24 10:00")
    assert stopped("2026-11-23 12:00", "2026-11-23 13:00") == at("2026-11-23 12:00"), "a stop in the noon break costs nothing"
    going_on = CALENDAR.deadline(accepted, span, [Pause(at("2026-11-23 11:00"))], now=at("2026-11-23 14:00"))
    assert going_on.at == at("2026-11-23 15:00")


def test_office_minutes():
    minutes = CALENDAR.office_minutes
    assert minutes(at("2026-11-23 11:30"), at("2026-11-23 13:30")) == 60
    assert minutes(at("2026-11-20 16:00"), at("2026-11-23 10:00")) == 120
    assert minutes(at("2026-11-28 09:00"), at("2026-11-29 17:00")) == 0
    assert minutes(at("2026-11-23 12:00"), at("2026-11-23 11:00")) == 0
    add = CALENDAR.add_office_minutes
    assert add(at("2026-11-23 11:30"), 60) == at("2026-11-23 13:30")
    assert add(at("2026-11-20 16:30"), 60) == at("2026-11-23 09:30")
    assert add(at("2026-11-28 10:00"), 10) == at("2026-11-30 09:10")
    assert CALENDAR.deadline(at("2026-11-20 16:00"), Span(n=2, unit=TimeUnit.HOUR)).at == at("2026-11-23 10:00")
    assert CALENDAR.is_open(at("2026-11-23 09:00"))
    assert not CALENDAR.is_open(at("2026-11-23 12:30"))
    assert not CALENDAR.is_open(at("2026-11-28 10:00"))


def test_other_office_hours():
    short = WorkCalendar((), OfficeHours(sessions=((time(10), time(14)),)))
    assert short.deadline(at("2026-11-23 09:00"), Span(n=1)).at == at("2026-11-24 14:00")


def test_backward_is_refused():
    with pytest.raises(ValueError, match="forward"):
        CALENDAR.add_workdays(date(2026, 11, 23), -1)


@settings(deadline=None)  # the machine may be busy
@given(start=DAYS, n=st.integers(1, 60))
def test_the_nth_working_day_is_one_and_n_lie_between(start: date, n: int):
    end = CALENDAR.add_workdays(start, n)
    assert CALENDAR.is_workday(end)
    assert CALENDAR.workdays_between(start, end) == n
    assert CALENDAR.workdays_between(end, start) == -n


@settings(deadline=None)  # the machine may be busy
@given(start=DAYS, n=st.integers(0, 40), more=st.integers(1, 10))
def test_more_days_never_end_earlier(start: date, n: int, more: int):
    assert CALENDAR.add_workdays(start, n) <= CALENDAR.add_workdays(start, n + more)
    assert CALENDAR.add_workdays(start, n) <= CALENDAR.add_workdays(start + timedelta(days=1), n)


@settings(deadline=None)  # the machine may be busy
@given(start=DAYS, n=st.integers(1, 20), begins=st.integers(0, 10), length=st.integers(0, 15))
def test_a_pause_never_brings_the_end_nearer(start: date, n: int, begins: int, length: int):
    accepted = datetime.combine(start, time(10), SHANGHAI)
    stop = accepted + timedelta(days=begins)
    pause = Pause(stop, stop + timedelta(days=length))
    for unit in (TimeUnit.WORKDAY, TimeUnit.DAY):
        span = Span(n=n, unit=unit)
        assert CALENDAR.deadline(accepted, span, [pause]).at >= CALENDAR.deadline(accepted, span).at


@settings(deadline=None)  # the machine may be busy
@given(start=st.datetimes(datetime(2025, 1, 1), datetime(2026, 12, 1)), minutes=st.integers(1, 3000))  # noqa: DTZ001
def test_office_minutes_added_are_office_minutes_counted(start: datetime, minutes: int):
    begins = start.replace(second=0, microsecond=0, tzinfo=SHANGHAI)
    assert CALENDAR.office_minutes(begins, CALENDAR.add_office_minutes(begins, minutes)) == minutes

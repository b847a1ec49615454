"""When freed places are offered: not at night, and not what begins too soon."""

from datetime import timedelta

import pytest
from pydantic import ValidationError

from backend.booking.waiting import kept_until, next_turn
from models.booking import WaitlistRules
from tests.booking_world import RULES, TUESDAY_NINE, WEDNESDAY_NINE

LINE = RULES.waitlist


@pytest.mark.parametrize(
    ("hour", "minute", "turn"),
    [
        (7, 59, TUESDAY_NINE.replace(hour=8)),
        (8, 0, TUESDAY_NINE.replace(hour=8)),
        (17, 30, TUESDAY_NINE.replace(hour=17, minute=30)),
        (17, 31, WEDNESDAY_NINE.replace(hour=8)),
    ],
)
def test_nobodys_time_to_answer_runs_past_closing(hour: int, minute: int, turn: object) -> None:
    assert next_turn(TUESDAY_NINE.replace(hour=hour, minute=minute), LINE) == turn


def test_a_place_is_kept_for_the_line_only_as_long_as_it_could_be_offered() -> None:
    at = TUESDAY_NINE
    assert kept_until(at, at + timedelta(hours=2, minutes=30), LINE) == at + timedelta(minutes=1)
    assert kept_until(at, at + timedelta(hours=2, minutes=29), LINE) == at


def test_hours_without_time_to_answer_are_refused() -> None:
    with pytest.raises(ValidationError):
        WaitlistRules(**{**LINE.model_dump(), "offer_until": LINE.offer_from})

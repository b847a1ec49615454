"""When freed places are offered to those who wait, and how long they are kept for that. Pure: no database, no clock."""

from datetime import datetime, timedelta

from backend.clock import SHANGHAI
from models.booking import WaitlistRules

_TURN = timedelta(minutes=1)  # so long the product takes at most to see that a place is free and offer it


def next_turn(at: datetime, rules: WaitlistRules) -> datetime:
    """When something can be offered: `at`, or else the next morning from which there is time to answer before closing."""
    at = at.astimezone(SHANGHAI)
    opening = datetime.combine(at.date(), rules.offer_from, SHANGHAI)
    closing = datetime.combine(at.date(), rules.offer_until, SHANGHAI)
    if at < opening:
        return opening
    return at if at + rules.answer_time <= closing else opening + timedelta(days=1)


def soonest_start(at: datetime, rules: WaitlistRules) -> datetime:
    """The earliest start of a slot that may be offered at `at`: after the time to answer, they still have to get there."""
    return at + rules.answer_time + timedelta(hours=rules.notice_hours)


def kept_until(at: datetime, start: datetime, rules: WaitlistRules) -> datetime:
    """Until when a place that is given back at `at` is not for everybody, because somebody waits for it.

    Until `at`, so not at all, where the slot begins too soon to be offered.
    """
    turn = next_turn(at, rules)
    return turn + _TURN if start >= soonest_start(turn, rules) else at

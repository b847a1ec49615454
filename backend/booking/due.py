"""When a worker must look at a place again, and what for. Pure: the whole timetable of an appointment on one page."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from models.booking import BOOKED, IN_HALL, BookingRules, Place, PlaceState

_MIDNIGHT = time(0)


class Step(StrEnum):
    """What falls due."""

    LET_GO = "let_go"  # a proposed place nobody accepted
    ESCALATE = "escalate"  # nobody confirmed: call the hall manager
    CONFIRM = "confirm"  # nobody confirmed in time: confirmed by itself
    REMIND = "remind"
    END_DAY = "end_day"  # the day is over: not come, or left standing


@dataclass(frozen=True, order=True)
class Due:
    """One step and its time. `hours`: which reminder."""

    at: datetime
    step: Step
    hours: float = 0.0


def escalate_at(claimed_at: datetime, start: datetime) -> datetime:
    """When half of the time from the claim to the slot is gone."""
    return claimed_at + (start - claimed_at) / 2


def already_near(start: datetime, now: datetime, rules: BookingRules) -> list[float]:
    """Reminders that would come at once for an appointment made now: they are passed over."""
    return [hours for hours in rules.reminder_hours if start - timedelta(hours=hours) <= now]


def timetable(place: Place, rules: BookingRules) -> list[Due]:
    """Everything still to come for `place`, earliest first."""
    if place.state is PlaceState.HELD and place.held_until is not None:
        return [Due(place.held_until, Step.LET_GO)]
    steps: list[Due] = []
    if place.state is PlaceState.PENDING:
        confirm_at = place.start - rules.confirm_lead
        steps.append(Due(confirm_at, Step.CONFIRM))
        if place.escalated_at is None and place.claimed_at is not None:
            steps.append(Due(min(escalate_at(place.claimed_at, place.start), confirm_at), Step.ESCALATE))
    if place.state is PlaceState.CONFIRMED:
        steps += [
            Due(place.start - timedelta(hours=hours), Step.REMIND, hours) for hours in rules.reminder_hours if hours not in place.reminded
        ]
    if place.state in BOOKED | IN_HALL:
        steps.append(Due(datetime.combine(place.start.date() + timedelta(days=1), _MIDNIGHT, place.start.tzinfo), Step.END_DAY))
    return sorted(steps)


def next_due(place: Place, rules: BookingRules) -> datetime | None:
    """When the next step falls due; None where nothing is to come."""
    steps = timetable(place, rules)
    return steps[0].at if steps else None

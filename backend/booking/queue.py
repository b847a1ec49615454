"""The line at a counter: who is in the hall and waits there to be called, in the order of the day's list."""

from datetime import datetime, timedelta
from typing import Any

from backend.clock import SHANGHAI
from models.booking import Place, PlaceState

ORDER = [("start", 1), ("_id", 1)]


def in_line(hall: str, counter: str, name: str, at: datetime) -> dict[str, Any]:
    """The filter for those who wait at a counter (id and name) of a hall on the day of `at`: checked in there, or sent on to it.

    Who is parked does not stand in line; they are called by themselves.
    """
    start = datetime.combine(at.astimezone(SHANGHAI).date(), datetime.min.time(), SHANGHAI)
    return {
        "hall": hall,
        "start": {"$gte": start, "$lt": start + timedelta(days=1)},
        "state": PlaceState.CHECKED_IN.value,
        "parked": False,
        "$or": [{"called_to": name}, {"called_to": None, "counter": counter}],
    }


def ahead_of(place: Place) -> dict[str, Any]:
    """The filter for what stands before `place` in the order of the day."""
    return {"$or": [{"start": {"$lt": place.start}}, {"start": place.start, "_id": {"$lt": place.id}}]}

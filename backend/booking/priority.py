"""Whoever lost an appointment because a hall closed, and could not be given another, stands before everybody else in its line."""

from datetime import timedelta

from backend.booking.core import Places
from backend.ids import new_id
from models.booking import Place
from models.waitlist import Waiting, WaitingState

_BEFORE_ALL = 10**12  # ranks count up from 1: these come before them, among themselves in the order they were put there
_DAYS = timedelta(days=30)
_LIVE = [WaitingState.WAITING.value, WaitingState.OFFERED.value]


async def first_in_line(places: Places, place: Place) -> Waiting | None:
    """Their entry; None where they wait already, come with others, or an agent whose grant has ended had booked it."""
    if place.people or place.companion is not None or place.freeze is not None:
        return None
    known = {"needs": {"$in": place.needs}, "state": {"$in": _LIVE}}
    if await places.store.waitlist.find_one(known, fields=["_id"]) is not None:
        return None
    now = places.clock.now()
    return Waiting(
        _id=new_id("wait"),
        rank=await places.store.next_number("waitlist") - _BEFORE_ALL,
        needs=place.needs,
        person=place.person or "",
        name=place.name or "",
        items=place.items,
        item_names=place.item_names,
        hall=place.hall,
        hall_name=place.hall_name,
        first=now.date().isoformat(),
        last=(now + _DAYS).date().isoformat(),
        case=place.case,
        grant=place.grant,
        channel=place.channel or "",
        joined_at=now,
    )

"""Counters at which nobody calls: what was booked there is called elsewhere, so that nobody waits behind those who came later."""

from collections.abc import Sequence
from datetime import datetime

from backend.booking.closed import closed_today
from backend.booking.core import Places
from backend.booking.queue import PATIENCE, Unattended, today_in
from backend.errors import WrongState
from backend.spoken import moment
from models.booking import Closure, Counter, Hall, PlaceState


async def unattended(places: Places, hall: Hall, at: datetime) -> Unattended:
    """The counters of a hall at which nobody calls at this moment."""
    closures = _begun(await closed_today(places, hall.hall, at), at)
    closed = [each for each in hall.counters if _closure_of(each, closures) is not None]
    lately = {"$gte": at - PATIENCE}
    active = {**today_in(hall.hall, at), "$or": [{"state": PlaceState.SERVING.value}, {"called_at": lately}, {"done_at": lately}]}
    called = {row.get("called_to") for row in await places.store.places.find(active, fields=["called_to"])}
    return Unattended(closed, [each for each in hall.counters if each.name not in called and each not in closed])


async def require_open(places: Places, hall: Hall, counter: Counter, at: datetime) -> None:
    """Raises `WrongState` where a counter is closed: nobody is sent there by screen and voice."""
    closure = _closure_of(counter, _begun(await closed_today(places, hall.hall, at), at))
    if closure is not None:
        what = "大厅" if closure.counter is None else counter.name
        raise WrongState(
            f"{what}现在关闭，到{moment(closure.end)}（{closure.reason}），不能叫号。请选开着的窗口叫；已经重新开了的，请大厅管理员撤销停办。"
        )


def _begun(closures: Sequence[Closure], at: datetime) -> list[Closure]:
    return [each for each in closures if each.start <= at]


def _closure_of(counter: Counter, closures: Sequence[Closure]) -> Closure | None:
    return next((each for each in closures if each.counter in (None, counter.id)), None)

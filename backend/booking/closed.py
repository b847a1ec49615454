"""What of a hall is closed now or later today: no number is given into it, and whoever works or waits there is told."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import NamedTuple

from backend.booking.calendar import Days, hours_of
from backend.booking.core import Places
from backend.clock import SHANGHAI
from backend.errors import WrongState
from backend.spoken import clock_of, part_of_day, until
from models.booking import STANDING, Closure, Counter, Hall
from models.closures import ClosedView


class Notices(NamedTuple):
    """What is closed now or later today, and when that is next another without anybody's doing; None: not today."""

    closed: list[ClosedView]
    until: datetime | None


async def notices_of(places: Places, hall: Hall, at: datetime) -> Notices:
    """What the desk and the waiting room read: closing time first, then what is closed now or later today."""
    gone_home, closures = after_hours(hall, at, places.days), await closed_today(places, hall.hall, at)
    told = [_closed_view(each, hall, at) for each in closures]
    turns = [closing_of(hall, at, places.days), *(turn for each in closures for turn in (each.start, each.end))]
    until = min((each for each in turns if each is not None and at < each <= _midnight(at)), default=None)
    return Notices([ClosedView(whole=True, begun=True, says=gone_home), *told] if gone_home else told, until)


def after_hours(hall: Hall, at: datetime, days: Days) -> str:
    """That the hall's last counter has closed for today, or that none opens today; empty where it works, or has no schedule at all."""
    if not any(counter.windows for counter in hall.counters):
        return ""
    closing = closing_of(hall, at, days)
    if closing is None:
        return "大厅今天不上班"
    return f"大厅今天{part_of_day(closing)}{clock_of(closing)}已经下班" if closing <= at else ""


def closing_of(hall: Hall, at: datetime, days: Days) -> datetime | None:
    """When the hall's last counter closes on the day of `at`; None where none opens."""
    today = at.astimezone(SHANGHAI).date()
    ends = [hours.end for counter in hall.counters for hours in hours_of(counter, today, days)]
    return datetime.combine(today, max(ends), SHANGHAI) if ends else None


async def closed_today(places: Places, hall: str, at: datetime) -> list[Closure]:
    """The closures that stand and hit what is left of the day of `at`, the first to begin first."""
    where = {"hall": hall, "start": {"$lt": _midnight(at)}, "end": {"$gt": at}, **STANDING}
    return [Closure.of(row) for row in await places.store.closures.find(where, sort=[("start", 1), ("_id", 1)])]


def _midnight(at: datetime) -> datetime:
    """The end of the day of `at`."""
    return datetime.combine(at.astimezone(SHANGHAI).date(), time(), SHANGHAI) + timedelta(days=1)


def open_of(counters: Sequence[Counter], closures: Sequence[Closure], at: datetime) -> list[Counter]:
    """Those of the counters nobody has closed at this moment. Raises `WrongState`, with until when and why, where none is left."""
    now = [each for each in closures if each.start <= at]
    found = [each for each in counters if all(closure.counter not in (None, each.id) for closure in now)]
    if found or not counters:
        return found
    shut = max((each for each in now if each.counter is None), key=lambda each: each.end, default=None)
    what = "大厅" if shut else "能办所选事项的窗口"
    shut = shut or min((each for each in now if each.counter in {counter.id for counter in counters}), key=lambda each: each.end)
    raise WrongState(
        f"{what}现在关闭，到{until(shut.end, at)}（{shut.reason}），不能取号。请告诉办事人，或用「代约时间」给他约以后的时间。"
    )


def _closed_view(closure: Closure, hall: Hall, at: datetime) -> ClosedView:
    counter = hall.counter(closure.counter) if closure.counter else None
    begun = closure.start <= at
    what = counter.name if counter else "整个大厅"
    begins = closure.start.astimezone(SHANGHAI)
    since = "" if begun else f"今天{part_of_day(begins)}{clock_of(begins)}起"
    return ClosedView(whole=closure.counter is None, begun=begun, says=f"{what}{since}关闭，到{until(closure.end, at)}：{closure.reason}")

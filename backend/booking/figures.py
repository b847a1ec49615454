"""How the visits of a hall went over some days: who came, who did not, how long they waited. Each figure with its definition."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from backend import permissions
from backend.booking.core import Places
from backend.clock import SHANGHAI
from models.acts import Act
from models.booking import InHall, Place, PlaceState
from models.schedules import HallFiguresQuery, HallFiguresView
from models.statistics import Figure, StatsRow

_LONG = 30  # minutes
_NOWHERE = "没有固定窗口"
_OVER = (PlaceState.DONE, PlaceState.MISSED)


@dataclass(frozen=True)
class Visit:
    """What counts of one visit that is over. `waited`: minutes until the first call; None where nobody called."""

    counter: str
    walk_in: bool
    came: bool
    left: bool  # came and was not served
    waited: float | None


def visit_of(place: Place) -> Visit:
    """Of a booked one who came early, the waiting begins with the time they had booked."""
    waited = None
    if place.checked_in_at is not None and place.first_called_at is not None:
        since = place.checked_in_at if place.walk_in else max(place.checked_in_at, place.start)
        waited = max(0.0, (place.first_called_at - since).total_seconds() / 60)
    counter = place.called_to or place.counter_name or _NOWHERE
    left = place.state is PlaceState.MISSED and not place.no_show
    return Visit(counter, place.walk_in, place.state is PlaceState.DONE or left, left, waited)


def _mean(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 1) if values else None


def _share(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def _waits(visits: Sequence[Visit], *, walk_in: bool | None = None) -> list[float]:
    return [each.waited for each in visits if each.waited is not None and walk_in in (None, each.walk_in)]


def _missed(visits: Sequence[Visit]) -> float | None:
    booked = [each for each in visits if not each.walk_in]
    return _share(sum(not each.came for each in booked), len(booked))


def _long(visits: Sequence[Visit]) -> float | None:
    waits = _waits(visits)
    return _share(sum(each > _LONG for each in waits), len(waits))


_FIGURES: tuple[tuple[str, str, str, str, Callable[[Sequence[Visit]], float | None]], ...] = (
    ("served", "接待人次", "人次", "期内到窗口办完的预约和现场取号", lambda v: sum(each.came and not each.left for each in v)),
    ("booked", "应到预约", "个", "期内已经结束的预约；取消、改期、退回、大厅停办的不算", lambda v: sum(not each.walk_in for each in v)),
    ("no_show", "未到率", "%", "没有到场的预约 ÷ 应到预约；大厅停办时改期、通知的不算没有到场", _missed),
    ("left", "等不及离开", "人次", "签到或取号以后没有办就离开的", lambda v: sum(each.left for each in v)),
    (
        "wait_booked",
        "预约的平均等候",
        "分钟",
        "从预约的时间（来晚的从签到）到第一次叫号的平均时间；没有叫过号的不算",
        lambda v: _mean(_waits(v, walk_in=False)),
    ),
    (
        "wait_walk_in",
        "现场取号的平均等候",
        "分钟",
        "从取号到第一次叫号的平均时间；没有叫过号的不算",
        lambda v: _mean(_waits(v, walk_in=True)),
    ),
    ("longest", "最长等候", "分钟", "期内等得最久的一位，从取号、签到或预约的时间到第一次叫号", lambda v: _longest(_waits(v))),
    ("long", "等候超过半小时", "%", "等候超过 30 分钟的 ÷ 叫过号的全部人次", _long),
)


def _longest(waits: Sequence[float]) -> float | None:
    return round(max(waits), 1) if waits else None


def row_of(key: str, name: str, visits: Sequence[Visit]) -> StatsRow:
    """The figures of some visits."""
    figures = [Figure(key=of, name=label, value=count(visits), unit=unit, definition=words) for of, label, unit, words, count in _FIGURES]
    return StatsRow(key=key, name=name, figures=figures)


class HallFigures:
    """Reads places; what is kept of a person beyond their visit is not touched."""

    def __init__(self, places: Places) -> None:
        self._places = places

    async def of_hall(self, act: Act, hall_id: str, query: HallFiguresQuery) -> HallFiguresView:
        """The visits of a period that are over. Raises `NotFound`, `Forbidden` to staff of elsewhere."""
        permissions.require("hall.figures", act, InHall(hall=hall_id))
        await self._places.halls.get(hall_id, act.at.date())
        since, until = (datetime.combine(day, time(), SHANGHAI) for day in (query.since, query.until))
        where = {"hall": hall_id, "start": {"$gte": since, "$lt": until}, "state": {"$in": [state.value for state in _OVER]}}
        visits = [visit_of(Place.of(row)) for row in await self._places.store.places.find(where)]
        counters: dict[str, list[Visit]] = defaultdict(list)
        for each in visits:
            counters[each.counter].append(each)
        rows = [row_of(name, name, counters[name]) for name in sorted(counters)]
        return HallFiguresView(hall=hall_id, since=query.since, until=query.until, total=row_of("total", "合计", visits), rows=rows)

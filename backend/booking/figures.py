"""How the visits of a hall went over some days: who came, who did not, how long they waited. Each figure with its definition.

Who came and who did not is counted of visits that are over; a wait is over with the first call, so it counts from then on.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from math import ceil

from backend import permissions
from backend.audit import Audit
from backend.booking.core import Places
from backend.clock import SHANGHAI
from backend.errors import FieldError, Invalid
from backend.people import mask_name
from backend.store import Document
from models.acts import Act
from models.booking import IN_HALL, Hall, InHall, Place, PlaceState
from models.schedules import HallFiguresQuery, HallFiguresView, HallsFiguresView, HallVisitsQuery, HallVisitsView, HallVisitView
from models.statistics import Figure, StatsRow

_LONG = 30  # minutes
_NOWHERE = "没有固定窗口"
_OVER = (PlaceState.DONE, PlaceState.MISSED)


@dataclass(frozen=True)
class Visit:
    """What counts of one visit. `over`: it has come to its end; `waited`: minutes until the first call, None where nobody called."""

    counter: str
    walk_in: bool
    over: bool
    came: bool
    left: bool  # came and was not served
    waited: float | None


@dataclass(frozen=True)
class Over:
    """What a visit is counted by: nothing of whose it was. As `Place` has it."""

    start: datetime
    walk_in: bool
    counter_name: str
    called_to: str | None
    checked_in_at: datetime | None
    first_called_at: datetime | None
    state: PlaceState
    no_show: bool

    @classmethod
    def of(cls, row: Document) -> "Over":
        """Of a row with `_READ`."""
        return cls(
            start=row["start"],
            walk_in=not row.get("slot"),
            counter_name=row["counter_name"],
            called_to=row.get("called_to"),
            checked_in_at=row.get("checked_in_at"),
            first_called_at=row.get("first_called_at"),
            state=PlaceState(row["state"]),
            no_show=bool(row.get("no_show")),
        )


_READ = ("hall", "slot", "start", "counter_name", "called_to", "checked_in_at", "first_called_at", "state", "no_show")


def visit_of(place: Place | Over) -> Visit:
    """Of a booked one who came early, the waiting begins with the time they had booked."""
    waited = None
    if place.checked_in_at is not None and place.first_called_at is not None:
        since = place.checked_in_at if place.walk_in else max(place.checked_in_at, place.start)
        waited = max(0.0, (place.first_called_at - since).total_seconds() / 60)
    counter = place.called_to or place.counter_name or _NOWHERE
    left = place.state is PlaceState.MISSED and not place.no_show
    return Visit(counter, place.walk_in, place.state in _OVER, place.state is PlaceState.DONE or left, left, waited)


def _mean(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 1) if values else None


def _share(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def _waits(visits: Sequence[Visit], *, walk_in: bool | None = None) -> list[float]:
    return [each.waited for each in visits if each.waited is not None and walk_in in (None, each.walk_in)]


def _missed(visits: Sequence[Visit]) -> float | None:
    booked = [each for each in visits if _is_booked(each)]
    return _share(sum(not each.came for each in booked), len(booked))


def _long(visits: Sequence[Visit]) -> float | None:
    waits = _waits(visits)
    return _share(sum(each > _LONG for each in waits), len(waits))


@dataclass(frozen=True)
class Behind:
    """What lies behind a figure: which visits are counted, and the share of each. `words`: what a row says."""

    counted: Callable[[Visit], bool]
    part: Callable[[Visit], float]
    words: Callable[[Visit], str]


def _is_booked(visit: Visit) -> bool:
    return visit.over and not visit.walk_in


def _one(_: Visit) -> float:
    return 1


def _waiting(visit: Visit) -> float:
    return visit.waited or 0.0


def _said_waiting(visit: Visit) -> str:
    return f"等了 {_waiting(visit):.0f} 分钟"


def _said_long(visit: Visit) -> str:
    return _said_waiting(visit) + (f"，超过 {_LONG} 分钟" if _waiting(visit) > _LONG else "")


BEHIND: Mapping[str, Behind] = {
    "served": Behind(lambda v: v.came and not v.left, _one, lambda v: "现场取号，办完" if v.walk_in else "预约，办完"),
    "booked": Behind(_is_booked, _one, lambda v: "来了" if v.came else "没有到"),
    "no_show": Behind(_is_booked, lambda v: float(not v.came), lambda v: "来了" if v.came else "没有到"),
    "left": Behind(lambda v: v.left, _one, lambda _: "没有办就离开"),
    "wait_booked": Behind(lambda v: v.waited is not None and not v.walk_in, _waiting, _said_waiting),
    "wait_walk_in": Behind(lambda v: v.waited is not None and v.walk_in, _waiting, _said_waiting),
    "nine_in_ten": Behind(lambda v: v.waited is not None, _waiting, _said_waiting),
    "longest": Behind(lambda v: v.waited is not None, _waiting, _said_waiting),
    "long": Behind(lambda v: v.waited is not None, lambda v: float(_waiting(v) > _LONG), _said_long),
}
"""Every figure of `_FIGURES`; a test counts each anew from what is listed: of `longest` the greatest part, of
`nine_in_ten` the one that nine in ten do not exceed, of all others their sum or mean."""

_FIGURES: tuple[tuple[str, str, str, str, Callable[[Sequence[Visit]], float | None]], ...] = (
    (
        "served",
        "接待人次",
        "人次",
        "期内到窗口办完的预约和现场取号；还在等、正在办的不算",
        lambda v: sum(each.came and not each.left for each in v),
    ),
    ("booked", "应到预约", "个", "期内已经结束的预约；还没有结束的、取消、改期、退回、大厅停办的不算", lambda v: sum(map(_is_booked, v))),
    ("no_show", "未到率", "%", "没有到场的预约 ÷ 应到预约；大厅停办时改期、通知的不算没有到场", _missed),
    ("left", "等不及离开", "人次", "签到或取号以后没有办就离开的", lambda v: sum(each.left for each in v)),
    (
        "wait_booked",
        "预约的平均等候",
        "分钟",
        "从预约的时间（来晚的从签到）到第一次叫号的平均时间；正在办的也算，没有叫过号的不算",
        lambda v: _mean(_waits(v, walk_in=False)),
    ),
    (
        "wait_walk_in",
        "现场取号的平均等候",
        "分钟",
        "从取号到第一次叫号的平均时间；正在办的也算，没有叫过号的不算",
        lambda v: _mean(_waits(v, walk_in=True)),
    ),
    (
        "nine_in_ten",
        "九成的人等候不超过",
        "分钟",
        "叫过号的人次（正在办的也算）从等得短的排到等得长的，排在九成那一位的等候时间",
        lambda v: _nine_in_ten(_waits(v)),
    ),
    (
        "longest",
        "最长等候",
        "分钟",
        "期内等得最久的一位，从取号、签到或预约的时间到第一次叫号；正在办的也算，没有叫过号的不算",
        lambda v: _longest(_waits(v)),
    ),
    ("long", "等候超过半小时", "%", "等候超过 30 分钟的 ÷ 叫过号的全部人次（正在办的也算）", _long),
)


def _longest(waits: Sequence[float]) -> float | None:
    return round(max(waits), 1) if waits else None


def _nine_in_ten(waits: Sequence[float]) -> float | None:
    """The 90th percentile by nearest rank: a wait somebody had, so that the list behind it holds it."""
    return round(sorted(waits)[ceil(9 * len(waits) / 10) - 1], 1) if waits else None


def row_of(key: str, name: str, visits: Sequence[Visit]) -> StatsRow:
    """The figures of some visits."""
    figures = [Figure(key=of, name=label, value=count(visits), unit=unit, definition=words) for of, label, unit, words, count in _FIGURES]
    return StatsRow(key=key, name=name, figures=figures)


class HallFigures:
    """Reads places; what is kept of a person beyond their visit is not touched."""

    def __init__(self, places: Places, audit: Audit) -> None:
        self._places = places
        self._audit = audit

    async def of_hall(self, act: Act, hall_id: str, query: HallFiguresQuery) -> HallFiguresView:
        """The visits of a period, in all and of every counter of the hall as it is now and of those that served then. Raises
        `NotFound`, `Forbidden` to staff of elsewhere."""
        hall = await self._allowed(act, hall_id)
        visits = [visit for _, visit in await self._counted(hall_id, query)]
        counters: dict[str, list[Visit]] = defaultdict(list)
        for each in visits:
            counters[each.counter].append(each)
        rows = [row_of(name, name, counters[name]) for name in sorted({*counters, *(each.name for each in hall.counters)})]
        return HallFiguresView(hall=hall_id, since=query.since, until=query.until, total=row_of("total", "合计", visits), rows=rows)

    async def of_halls(self, act: Act, query: HallFiguresQuery) -> HallsFiguresView:
        """The same in all for each hall whose figures are the actor's to see, read at once; nothing for who may see none."""
        halls = [
            each for each in await self._places.halls.on(act.at.date()) if permissions.may("hall.figures", act, InHall(hall=each.hall))
        ]
        where = {"hall": {"$in": [each.hall for each in halls]}, **_counted_in(query)}
        visits: dict[str, list[Visit]] = defaultdict(list)
        for row in await self._places.store.places.find(where, fields=_READ):
            visits[row["hall"]].append(visit_of(Over.of(row)))
        rows = [row_of(each.hall, each.name, visits[each.hall]) for each in halls]
        return HallsFiguresView(since=query.since, until=query.until, rows=rows)

    async def visits(self, act: Act, hall_id: str, query: HallVisitsQuery) -> HallVisitsView:
        """The visits behind one of these figures, in the order of days; whoever waited longest first where that is asked.
        The look is logged. Raises as `of_hall`, and `Invalid` for a figure or a position that is none."""
        behind = BEHIND.get(query.figure)
        if behind is None:
            raise Invalid(errors=[FieldError("/figure", "没有这一项数字，请回到「接待和等候」再点一次。")])
        await self._allowed(act, hall_id)
        counted = await self._counted(hall_id, query)
        asked = [(place, visit) for place, visit in counted if query.counter in (None, visit.counter)]
        found = [(place, visit) for place, visit in asked if behind.counted(visit)]
        if query.figure in ("longest", "nine_in_ten"):
            found.sort(key=lambda each: -behind.part(each[1]))  # keeps the order of days among equals
        begin = _after(found, query.cursor)
        if not begin:
            asked_for = f"{query.since}至{query.until} {query.figure}"
            await self._audit.read(act, "hall.visits_read", person="", subject=f"halls/{hall_id}", purpose=asked_for)
        shown = found[begin : begin + query.limit]
        row = row_of("", "", [visit for _, visit in asked])
        return HallVisitsView(
            figure=next(each for each in row.figures if each.key == query.figure),
            count=len(found),
            items=[_visit_view(place, visit, behind) for place, visit in shown],
            next=shown[-1][0].id if begin + query.limit < len(found) else None,
        )

    async def _allowed(self, act: Act, hall_id: str) -> Hall:
        permissions.require("hall.figures", act, InHall(hall=hall_id))
        return await self._places.halls.get(hall_id, act.at.date())

    async def _counted(self, hall_id: str, query: HallFiguresQuery) -> list[tuple[Place, Visit]]:
        where = {"hall": hall_id, **_counted_in(query)}
        places = [Place.of(row) for row in await self._places.store.places.find(where, sort=[("start", 1), ("_id", 1)])]
        return [(place, visit_of(place)) for place in places]


def _counted_in(query: HallFiguresQuery) -> Document:
    """The filter of what counts of a period: what is over, and who has been called."""
    since, until = (datetime.combine(day, time(), SHANGHAI) for day in (query.since, query.until))
    over = {"state": {"$in": [state.value for state in _OVER]}}
    called = {"state": {"$in": [state.value for state in IN_HALL]}, "first_called_at": {"$exists": True}}
    return {"start": {"$gte": since, "$lt": until}, "$or": [over, called]}


def _after(found: Sequence[tuple[Place, Visit]], cursor: str | None) -> int:
    if cursor is None:
        return 0
    at = next((index for index, (place, _) in enumerate(found) if place.id == cursor), None)
    if at is None:
        raise Invalid("列表的位置不对，请从头再看一次。")
    return at + 1


def _visit_view(place: Place, visit: Visit, behind: Behind) -> HallVisitView:
    return HallVisitView(
        start=place.start,
        ticket=place.ticket,
        name=mask_name(place.name or ""),
        items=place.item_text,
        counter=visit.counter,
        part=round(behind.part(visit), 2),
        words=behind.words(visit),
    )

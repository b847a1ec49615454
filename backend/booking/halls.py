"""Halls and their counters as they are on a day, and the rules they share."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import yaml
from pydantic import ValidationError

from backend.booking.recent import Recent
from backend.clock import SHANGHAI, Clock
from backend.declared import declared
from backend.errors import FieldError, Invalid, NotFound
from backend.store import Store
from models.booking import BookingRules, Counter, DayKind, Extension, ExtensionState, Hall, Hours, Window
from models.demo import Counter as DeclaredCounter
from models.demo import Hall as DeclaredHall
from models.demo import Session

_SECONDS = 2.0  # how old the halls may be that a request sees
_FROM_THE_START = "2000-01-01"
_WORKWEEK = frozenset({1, 2, 3, 4, 5})
_BY_ISO_DAY = dict(enumerate(tuple(DayKind)[1:], start=1))


@dataclass(frozen=True)
class BookableItem:
    """What booking knows of a service item. `halls`: hall → counters that serve it; empty: wherever a schedule says."""

    code: str
    name: str
    staff_confirms: bool = False
    bring: tuple[str, ...] = ()
    halls: Mapping[str, frozenset[str]] = field(default_factory=dict)
    bookable: bool = True  # False: only for whoever comes

    def is_served_at(self, hall: str, counter: Counter) -> bool:
        """Whether that counter of the hall serves it."""
        if self.code not in counter.items:
            return False
        if not self.halls:
            return True
        return hall in self.halls and (not self.halls[hall] or counter.id in self.halls[hall])


ItemSource = Callable[[str], BookableItem | None]  # None: no such item, or it cannot be had this way


def load_rules(path: Path) -> BookingRules:
    """The rules of catalogue/booking.yaml. Raises `ValueError` with file and fault."""
    try:
        return declared(path, BookingRules)
    except (OSError, yaml.YAMLError, ValidationError) as fault:
        raise ValueError(f"{path}: {fault}") from fault


def bookable(
    items: ItemSource, codes: Sequence[str], why_not: str = "这个事项不能预约，请在事项列表里确认办理方式。"
) -> list[BookableItem]:
    """The items of `codes`. Raises `Invalid` with a pointer at each that is not among `items`, or stands twice."""
    faults: list[FieldError] = []
    found: list[BookableItem] = []
    for index, code in enumerate(codes):
        item = items(code)
        if item is None:
            faults.append(FieldError(f"/items/{index}", why_not))
        elif code in codes[:index]:
            faults.append(FieldError(f"/items/{index}", "同一个事项选了两次。"))
        else:
            found.append(item)
    if faults:
        raise Invalid(errors=faults)
    return found


def counters_for(hall: Hall, items: Iterable[BookableItem]) -> list[Counter]:
    """The counters of a hall that serve all of `items` in one visit."""
    wanted = list(items)
    return [counter for counter in hall.counters if all(item.is_served_at(hall.hall, counter) for item in wanted)]


Known = tuple[list[Hall], dict[tuple[str, str], list[Extension]]]  # every version of every hall; what stands of a hall and day


class Halls:
    """Reads dated versions of halls; the newest whose day has come holds on that day, with the extra hours of the day."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._recent: Recent[str, Known] = Recent(_SECONDS)

    async def seed(self, declared: Iterable[DeclaredHall]) -> int:
        """Puts in halls of the release that are not there yet. Returns how many."""
        added = await self._store.halls.insert_missing(from_declared(hall) for hall in declared)
        self._recent.forget()
        return added

    def forget(self) -> None:
        """Reads the halls anew from now on."""
        self._recent.forget()

    async def on(self, day: date) -> list[Hall]:
        """Every hall as it is on `day`, in order of id."""
        newest: dict[str, Hall] = {}
        versions, extensions = await self._recent.get("halls", self._read)
        for version in versions:
            if version.valid_from <= day.isoformat():
                newest[version.hall] = version
        return [with_extra(newest[hall], extensions.get((hall, day.isoformat()), [])) for hall in sorted(newest)]

    async def with_extra_of(self, hall: Hall, day: date) -> Hall:
        """`hall`, such as a schedule that is only thought of, with the extra hours of a day."""
        _, extensions = await self._recent.get("halls", self._read)
        return with_extra(hall, extensions.get((hall.hall, day.isoformat()), []))

    async def find(self, hall_id: str, day: date) -> Hall | None:
        """The hall as it is on `day`."""
        return next((hall for hall in await self.on(day) if hall.hall == hall_id), None)

    async def get(self, hall_id: str, day: date) -> Hall:
        """The hall as it is on `day`. Raises `NotFound`."""
        hall = await self.find(hall_id, day)
        if hall is None:
            raise NotFound("没有找到这个大厅，请返回大厅列表重新选择。")
        return hall

    async def serving(self, item: BookableItem | None, at: datetime) -> list[Hall]:
        """Halls that serve `item` now; all where none is given."""
        halls = await self.on(at.date())
        return [hall for hall in halls if item is None or counters_for(hall, [item])]

    async def _read(self) -> Known:
        versions = [Hall.of(document) for document in await self._store.halls.find({}, sort=[("hall", 1), ("valid_from", 1)])]
        by_day: dict[tuple[str, str], list[Extension]] = {}
        to_come = {"state": ExtensionState.STANDING.value, "day": {"$gte": self._clock.now().date().isoformat()}}
        for row in await self._store.extensions.find(to_come, sort=[("_id", 1)]):
            extension = Extension.of(row)
            by_day.setdefault((extension.hall, extension.day), []).append(extension)
        return versions, by_day


def with_extra(hall: Hall, extensions: Sequence[Extension]) -> Hall:
    """`hall` on the day of `extensions`, in order of their making: where two overlap, the first goes before."""
    if not extensions:
        return hall
    return hall.model_copy(update={"counters": tuple(_with_extra(counter, extensions) for counter in hall.counters)})


def _with_extra(counter: Counter, extensions: Sequence[Extension]) -> Counter:
    hours = tuple(hours_added(each) for each in extensions if counter.id in each.counters)
    return counter.model_copy(update={"extra": hours}) if hours else counter


def hours_added(extension: Extension) -> Hours:
    """The run of slots it adds to each of its counters."""
    start, end = (moment.astimezone(SHANGHAI).time() for moment in (extension.start, extension.end))
    return Hours(start=start, end=end, capacity=extension.capacity, offline=extension.offline)


def from_declared(hall: DeclaredHall) -> Hall:
    """A hall of the release as the first version of the stored one."""
    return Hall(
        _id=f"{hall.id}@{_FROM_THE_START}",
        hall=hall.id,
        valid_from=_FROM_THE_START,
        name=hall.name,
        address=hall.address,
        phone=hall.phone,
        hours=hall.opening,
        towns=hall.towns,
        days_ahead=hall.days_ahead,
        embargo_minutes=hall.embargo_minutes,
        counters=tuple(_counter(hall, counter) for counter in hall.counters),
    )


def _counter(hall: DeclaredHall, counter: DeclaredCounter) -> Counter:
    windows = tuple(_window(session, hall.offline_share) for session in counter.schedule)
    return Counter(id=counter.id, name=counter.name, items=counter.items, slot_minutes=hall.slot_minutes, windows=windows)


def _window(session: Session, offline_share: float) -> Window:
    """Monday to Friday together mean workdays, make-up days included. At least one place goes online."""
    days = set(session.days)
    kinds = [DayKind.WORKDAY] if days >= _WORKWEEK else []
    kinds += [_BY_ISO_DAY[day] for day in sorted(days - _WORKWEEK if kinds else days)]
    offline = min(round(session.seats * offline_share), session.seats - 1)
    return Window(
        days=tuple(kinds), start=session.start, end=session.end, capacity=session.seats, offline=offline, extended=session.extended
    )

"""Which starts of a hall have free places, at which counters, and which of them fit somebody."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from backend.clock import SHANGHAI
from backend.store import Store
from models.booking import PlaceState

Openings = dict[datetime, dict[str, int]]  # start → counter → free places
Range = tuple[date, date]  # both included


async def openings(store: Store, hall: str, after: datetime, days: Range, which: Mapping[str, Any]) -> Openings:
    """Free places of a hall that go online and begin after `after`, on `days`, as far as `which` admits them."""
    first = max(after, datetime.combine(days[0], datetime.min.time(), SHANGHAI))
    end = datetime.combine(days[1] + timedelta(days=1), datetime.min.time(), SHANGHAI)
    where = {"hall": hall, "state": PlaceState.FREE.value, "online": True, "start": {"$gt": first, "$lt": end}, **which}
    group = {"_id": {"start": "$start", "counter": "$counter"}, "free": {"$sum": 1}}
    found: Openings = defaultdict(dict)
    for row in await store.places.aggregate([{"$match": where}, {"$group": group}]):
        found[row["_id"]["start"]][row["_id"]["counter"]] = row["free"]
    return found


def fitting(free: Openings, counters: Collection[str], places: int, days: Range, passed: Collection[datetime] = ()) -> datetime | None:
    """The earliest start on `days` that has so many places at `counters` together, except those of `passed`."""
    for start in sorted(free):
        day = start.astimezone(SHANGHAI).date()
        enough = sum(count for counter, count in free[start].items() if counter in counters) >= places
        if days[0] <= day <= days[1] and enough and start not in passed:
            return start
    return None

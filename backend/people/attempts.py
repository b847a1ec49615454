"""Counts that must survive: failed log-ins, SMS sent, guesses. Kept in MongoDB, so a restart forgives nothing.

An attempt is counted before it is made, so that a hundred at once are not a hundred guesses.
"""

from dataclasses import dataclass
from datetime import timedelta

from backend.clock import Clock
from backend.errors import TooMany
from backend.store import Document, DuplicateKeyError, Store


@dataclass(frozen=True)
class Allowance:
    """`times` attempts within `window` of the first. `lock`: how long the door stays shut after the last of them."""

    name: str
    times: int
    window: timedelta
    lock: timedelta | None = None


class Attempts:
    """One document a counted thing, which vanishes by itself when its window is over."""

    def __init__(self, store: Store, wall: Clock) -> None:
        """`wall`: the machine's time, since playing with the product's clock must open no lock."""
        self._store = store
        self._wall = wall

    async def take(self, allowance: Allowance, who: str, detail: str) -> int:
        """Counts one attempt and returns how many are left after it. Raises `TooMany` with `detail` where none was left."""
        key = f"{allowance.name}:{who}"
        document = await self._count(key, allowance.window)
        count = int(document["count"])
        if count > allowance.times:
            left = document["until"] - self._wall.now()
            raise TooMany(detail, retry_after=max(1, int(left.total_seconds()) + 1))
        if count == allowance.times and allowance.lock:
            await self._store.limits.change({"_id": key}, {"$max": {"until": self._wall.now() + allowance.lock}})
        return allowance.times - count

    async def forget(self, allowance: Allowance, who: str) -> None:
        """Starts the count anew, after a success."""
        await self._store.limits.delete({"_id": f"{allowance.name}:{who}"})

    async def give_back(self, allowance: Allowance, who: str) -> None:
        """Takes one attempt back that turned out to be none, such as a log-in that was right."""
        await self._store.limits.change({"_id": f"{allowance.name}:{who}", "count": {"$gt": 0}}, {"$inc": {"count": -1}})

    async def _count(self, key: str, window: timedelta) -> Document:
        limits = self._store.limits
        while True:
            now = self._wall.now()
            running = await limits.change({"_id": key, "until": {"$gt": now}}, {"$inc": {"count": 1}})
            if running is not None:
                return running
            fresh = {"count": 1, "until": now + window}
            over = await limits.change({"_id": key, "until": {"$lte": now}}, {"$set": fresh})
            if over is not None:
                return over
            try:
                await limits.insert({"_id": key, **fresh})
            except DuplicateKeyError:
                continue  # somebody else began the window meanwhile: count within it
            return {"_id": key, **fresh}

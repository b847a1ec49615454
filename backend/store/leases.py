"""Leases: one process at a time does a periodic job, and one that was paused and woke up changes nothing.

Each taking of a lease has a higher fencing number. It stands in the filter of the holder's writes where a job
writes rows others may have taken over meanwhile. Leases run on the machine's time, not on the product's clock.
"""

from dataclasses import dataclass
from datetime import timedelta

from backend.clock import wall_time
from backend.store import DuplicateKeyError, Store


@dataclass(frozen=True)
class Lease:
    """A lease as held: `fence` grows with every change of hands."""

    name: str
    holder: str
    fence: int


class Leases:
    """Takes and renews leases for one process."""

    def __init__(self, store: Store, holder: str, seconds: float = 15.0) -> None:
        self._store = store
        self._holder = holder
        self._seconds = seconds

    async def take(self, name: str) -> Lease | None:
        """Takes a free or expired lease, or renews our own; None while another process holds it."""
        now = wall_time()
        until = now + timedelta(seconds=self._seconds)
        renewed = await self._store.leases.change({"_id": name, "holder": self._holder, "until": {"$gt": now}}, {"$set": {"until": until}})
        if renewed is None:
            renewed = await self._take_over(name)
        return Lease(name, self._holder, renewed["fence"]) if renewed else None

    async def release(self, name: str) -> None:
        """Gives a lease back, so that the next process needs not wait for it to expire."""
        await self._store.leases.change({"_id": name, "holder": self._holder}, {"$set": {"until": wall_time()}})

    async def _take_over(self, name: str) -> dict[str, int] | None:
        now = wall_time()
        until = now + timedelta(seconds=self._seconds)
        try:
            return await self._store.leases.put(
                {"_id": name, "until": {"$lte": now}}, {"$set": {"holder": self._holder, "until": until}, "$inc": {"fence": 1}}
            )
        except DuplicateKeyError:  # it exists and is held: the filter did not match, so the upsert ran into it
            return None

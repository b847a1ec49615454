"""What is looked at once the dust has settled."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

from backend.clock import wall_time
from tests import invariants
from tests.invariants import Data


async def until(condition: Callable[[], bool], seconds: float) -> None:
    """Returns once `condition` holds. Raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.005)


def forget_the_dead(db: Data) -> None:
    """Leases of the killed process hold a quarter of a minute, and what it was delivering a minute: no need to wait for both."""
    now = wall_time()
    db.leases.update_many({}, {"$set": {"until": now - timedelta(seconds=1)}})
    db.outbox.update_many({"state": "pending"}, {"$set": {"next_at": now}})


def lost(db: Data, acknowledged: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """What was acknowledged and is not there."""
    return [(collection, id) for collection, id in acknowledged if db[collection].find_one({"_id": id}, {"_id": 1}) is None]


async def until_settled(db: Data, seconds: float = 20) -> None:
    """Nothing is broken any more once everything has arrived; what still is, stands in the error."""
    found: list[str] = [""]

    def whole() -> bool:
        found[:] = invariants.settled(db)
        return not found

    try:
        await until(whole, seconds)
    except TimeoutError:
        assert found == []

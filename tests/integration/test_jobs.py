"""The periodic jobs: none of them reads a whole collection, however few documents are due."""

from collections.abc import Mapping
from typing import Any

from backend.store import Store
from tests.world import World

# What a job reads whole on purpose: collections of a few rows that do not grow with cases or people.
_SMALL = {"calendar_days", "counters", "leases", "rounds"}


async def test_no_job_reads_a_whole_collection(world: World, store: Store) -> None:
    """What is due is found by an index: a partial one that does not serve its filter would be passed over without a word."""
    database = store._plain[store.database]  # pyright: ignore[reportPrivateUsage]
    await database.command("profile", 2)
    try:
        for name in world.product.jobs.names:
            await world.product.jobs.run_once(name)
    finally:
        await database.command("profile", 0)
    rows = await database["system.profile"].find().to_list()
    await database["system.profile"].drop()
    assert rows
    whole = {(row["ns"].split(".", 1)[1], str(filter_of(row))) for row in rows if row.get("planSummary") == "COLLSCAN"}
    assert not {each for each in whole if each[0] not in _SMALL}, whole


def filter_of(row: Mapping[str, Any]) -> Any:
    """What was looked for."""
    command = row["command"]
    return command.get("filter", command.get("q", command.get("query", command.get("pipeline"))))

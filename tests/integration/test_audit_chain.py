"""The audit chain: what was changed, lost or put in is found out."""

import asyncio

import pytest

from backend.audit import Audit, event_of
from backend.clock import SetClock
from backend.outbox import Relay
from backend.store import Store
from tests.integration.acts import act_at


async def test_the_audit_chain_finds_a_changed_a_lost_and_a_foreign_row(store: Store, clock: SetClock) -> None:
    audit = Audit(store, clock)
    for number in range(5):
        await store.citizens.insert({"_id": f"citizen_{number}"}, event_of(act_at(clock), "citizen.made"))
    await Relay(store, [], clock).drain()
    assert await audit.seal() == 5
    assert await audit.seal() == 0
    assert await audit.verify_chain() == []
    row = (await audit.rows({}))[0]
    await store.audit.change_many({"_id": row["_id"]}, {"$set": {"action": "citizen.forged"}})
    assert "改动" in (await audit.verify_chain())[0]
    await store.audit.delete({"_id": row["_id"]})
    assert "少了" in (await audit.verify_chain())[0]


async def test_one_turn_seals_everything_that_waits(store: Store, clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many acts came since the last one; two processes that seal at once seal no row twice."""
    monkeypatch.setattr("backend.audit._BATCH_ROWS", 2)
    for number in range(7):
        await store.citizens.insert({"_id": f"citizen_{number}"}, event_of(act_at(clock), "citizen.made"))
    await Relay(store, [], clock).drain()
    await asyncio.gather(*(Audit(store, clock).tick() for _ in range(3)))
    await Audit(store, clock).tick()
    batches = await store.audit_batches.find({})
    sealed = [row for batch in batches for row in batch["rows"]]
    assert len(sealed) == len(set(sealed)) == 7
    assert await store.audit.count({"batch": None}) == 0
    assert await Audit(store, clock).verify_chain() == []

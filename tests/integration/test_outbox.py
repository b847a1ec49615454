"""The relay and the outbox: each event once to each consumer, whoever fails, dies or is late."""

import asyncio

import pytest

from backend.audit import event_of
from backend.clock import SetClock, wall_time
from backend.jobs import end
from backend.outbox import Consumer, Outbox, OutboxRow, Relay
from backend.store import Session, Store
from tests.integration.acts import act_at


async def test_the_relay_copies_each_event_once_and_consumers_get_it(store: Store, clock: SetClock) -> None:
    seen: list[str] = []

    async def consume(row: OutboxRow) -> None:
        seen.append(row.action)

    consumers = [Consumer("listener", consume, frozenset({"citizen.made"}))]
    relay = Relay(store, consumers, clock)
    await store.citizens.insert({"_id": "citizen_1"}, event_of(act_at(clock), "citizen.made"))
    await store.citizens.change({"_id": "citizen_1"}, {"$set": {"x": 1}}, event_of(act_at(clock), "citizen.changed"))
    assert await relay.drain() == 2
    assert await relay.drain() == 0
    assert await store.audit.count({"subject": "citizens/citizen_1", "person": "citizen_1"}) == 2
    # A crash after copying and before marking: the event is copied again, and is still one row.
    event = (await store.citizens.get("citizen_1") or {})["events"][0]["id"]
    await store.citizens.change({"_id": "citizen_1"}, {"$set": {"unrelayed": [event]}})
    await relay.drain()
    assert await store.audit.count({}) == 2
    assert await Outbox(store, consumers).deliver(fence=1) == 1
    assert seen == ["citizen.made"]


async def test_a_failing_consumer_is_tried_again_and_the_others_are_not(store: Store, clock: SetClock) -> None:
    calls = {"good": 0, "bad": 0}

    async def good(row: OutboxRow) -> None:
        calls["good"] += 1

    async def bad(row: OutboxRow) -> None:
        calls["bad"] += 1
        raise RuntimeError("not yet")

    consumers = [Consumer("good", good, frozenset({"citizen.made"})), Consumer("bad", bad, frozenset({"citizen.made"}))]
    await store.citizens.insert({"_id": "citizen_1"}, event_of(act_at(clock), "citizen.made"))
    await Relay(store, consumers, clock).drain()
    outbox = Outbox(store, consumers)
    await outbox.deliver(fence=1)
    await store.outbox.change_many({}, {"$set": {"next_at": clock.now().replace(year=2020)}})
    await outbox.deliver(fence=2)
    assert calls == {"good": 1, "bad": 2}
    # A worker with an older fence, woken from a pause, takes nothing.
    await store.outbox.change_many({}, {"$set": {"next_at": clock.now().replace(year=2020)}})
    assert await outbox.deliver(fence=1) == 0


async def test_rows_claimed_together_are_handled_once_each_and_those_out_of_time_are_given_back(
    store: Store, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    async def consume(row: OutboxRow) -> None:
        seen.append(row.subject_id)

    consumers = [Consumer("told", consume, frozenset({"citizen.made"}))]
    for number in range(5):
        await store.citizens.insert({"_id": f"citizen_{number}"}, event_of(act_at(clock), "citizen.made"))
    await Relay(store, consumers, clock).drain()
    monkeypatch.setattr("backend.outbox._HANDLE_SECONDS", 0)  # the time is up after each row
    assert await Outbox(store, consumers).deliver(fence=1) == 5
    assert sorted(seen) == [f"citizen_{number}" for number in range(5)]
    assert await store.outbox.count({"state": "done", "attempts": 1}) == 5


async def test_what_was_delivered_goes_after_a_month_and_what_was_not_stays(store: Store, clock: SetClock) -> None:
    async def fails(row: OutboxRow) -> None:
        if row.subject_id == "citizen_1":
            raise RuntimeError("not yet")

    consumers = [Consumer("told", fails, frozenset({"citizen.made"}))]
    for number in range(2):
        await store.citizens.insert({"_id": f"citizen_{number}"}, event_of(act_at(clock), "citizen.made"))
    await Relay(store, consumers, clock).drain()
    await Outbox(store, consumers).deliver(fence=1)
    assert {row["state"]: "done_at" in row for row in await store.outbox.find({})} == {"done": True, "pending": False}
    indexes = await store.outbox.driver.index_information()
    assert indexes["done_at_1"]["expireAfterSeconds"] == 30 * 86400


async def left_in_hand(store: Store, clock: SetClock) -> tuple[Outbox, list[str]]:
    """Two rows that a process claimed under fence 1: one failed and waits, the other was in hand when the process died."""
    seen: list[str] = []
    alive = False

    async def consume(row: OutboxRow) -> None:
        if not alive and row.subject_id == "citizen_0":
            raise RuntimeError("not yet")
        if not alive:
            raise asyncio.CancelledError  # the process ends here: nothing is written any more
        seen.append(row.subject_id)

    consumers = [Consumer("told", consume, frozenset({"citizen.made"}))]
    for number in range(2):
        await store.citizens.insert({"_id": f"citizen_{number}"}, event_of(act_at(clock), "citizen.made"))
        await Relay(store, consumers, clock).drain()
    dying = Outbox(store, consumers)
    dying._settle = unwritten  # type: ignore[method-assign]
    with pytest.raises(asyncio.CancelledError):
        await dying.deliver(fence=1)
    alive = True
    return Outbox(store, consumers), seen


async def unwritten(*args: object) -> None:
    """A process that was killed gives nothing back."""


async def test_a_new_holder_takes_what_the_killed_one_had_in_hand_and_waits_for_what_failed(store: Store, clock: SetClock) -> None:
    outbox, seen = await left_in_hand(store, clock)
    assert await outbox.deliver(fence=2) == 1
    assert seen == ["citizen_1"]
    assert await store.outbox.count({"state": "pending", "next_at": {"$gt": wall_time()}, "claimed": False}) == 1


async def test_without_the_take_over_it_would_wait(store: Store, clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control."""
    outbox, seen = await left_in_hand(store, clock)
    monkeypatch.setattr(outbox, "_take_over", unwritten)
    assert (await outbox.deliver(fence=2), seen) == (0, [])


async def test_the_same_holder_and_an_older_one_take_nothing_back(store: Store, clock: SetClock) -> None:
    outbox, seen = await left_in_hand(store, clock)
    assert (await outbox.deliver(fence=1), await outbox.deliver(fence=0), seen) == (0, 0, [])


async def test_a_turn_ends_before_the_lease_does(store: Store, clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> None:
    async def consume(row: OutboxRow) -> None:
        return

    consumers = [Consumer("told", consume, frozenset({"citizen.made"}))]
    for number in range(3):
        await store.citizens.insert({"_id": f"citizen_{number}"}, event_of(act_at(clock), "citizen.made"))
    await Relay(store, consumers, clock).drain()
    monkeypatch.setattr("backend.outbox._HANDLE_SECONDS", 0)
    monkeypatch.setattr("backend.outbox._TURN_SECONDS", 0)
    outbox = Outbox(store, consumers)
    assert [await outbox.deliver(fence=1) for _ in range(4)] == [1, 1, 1, 0]


async def test_an_act_wakes_the_relay_for_its_collection_also_out_of_a_transaction(store: Store, clock: SetClock) -> None:
    relay = Relay(store, [], clock, interval=60)
    running = asyncio.create_task(relay.run())
    try:
        await relayed(store, 0)
        await store.citizens.insert({"_id": "citizen_1"}, event_of(act_at(clock), "citizen.made"))
        await relayed(store, 1)

        async def write(session: Session) -> None:
            await store.cases.insert({"_id": "case_1"}, event_of(act_at(clock), "case.made"), session=session)
            await store.citizens.change(
                {"_id": "citizen_1"}, {"$set": {"x": 1}}, event_of(act_at(clock), "citizen.changed"), session=session
            )

        await store.transact(write)
        await relayed(store, 3)
    finally:
        running.cancel()


async def relayed(store: Store, rows: int) -> None:
    """Waits until so many rows are in the audit log."""
    async with asyncio.timeout(10):
        while await store.audit.count({}) < rows:
            await asyncio.sleep(0.01)


async def test_the_relay_outlives_what_goes_wrong(store: Store, clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """One bad turn must not leave every later act waiting for a restart."""
    relay, turns = Relay(store, [], clock, interval=0.01), 0
    drain = relay.drain

    async def failing_at_first() -> int:
        nonlocal turns
        turns += 1
        if turns == 1:
            raise KeyError("something nobody thought of")
        return await drain()

    monkeypatch.setattr(relay, "drain", failing_at_first)
    await store.citizens.insert({"_id": "citizen_1"}, event_of(act_at(clock), "citizen.made"))
    running = asyncio.create_task(relay.run())
    async with asyncio.timeout(5):
        while await store.audit.count({}) == 0:
            await asyncio.sleep(0.01)
    await end([running])

"""The store's promises: sealing, compare-and-set, once is once, transactions, leases, the relay, the audit chain."""

import asyncio
import base64
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pytest
from bson.binary import Binary
from pymongo.errors import EncryptionError, PyMongoError

from backend.audit import Audit, event_of
from backend.clock import SHANGHAI, SetClock, wall_time
from backend.errors import IdempotencyKeyReused
from backend.idempotency import earlier
from backend.jobs import end
from backend.outbox import Consumer, Outbox, OutboxRow, Relay
from backend.store import Collection, Document, DuplicateKeyError, Session, Store
from backend.store.collections import COLLECTIONS, HAS_KEYS, IS_UNRELAYED, SEALED, SOME_DAY, SOME_REVISION, Index
from backend.store.collections import Collection as Declaration
from backend.store.leases import Leases
from backend.store.together import Together
from models.acts import Act, SystemActor


def act_at(clock: SetClock, key: str | None = None, digest: str | None = None) -> Act:
    return Act(actor=SystemActor(id="system:test"), at=clock.now(), key=key, digest=digest)


async def test_a_sealed_field_is_found_and_read_but_not_visible_in_the_database(store: Store) -> None:
    await store.citizens.insert({"_id": "citizen_1", "phone": "13800000001", "identity": {"number": "99010119500101001X"}})
    found = await store.citizens.find_one({"phone": "13800000001"})
    assert found is not None
    assert found["identity"]["number"] == "99010119500101001X"
    raw = await store._plain[store.database].citizens.find_one({"_id": "citizen_1"})  # pyright: ignore[reportPrivateUsage]
    assert raw is not None
    assert "13800000001" not in str(raw)
    assert "99010119500101001X" not in str(raw)


async def test_a_sealed_field_set_later_is_sealed_too(store: Store) -> None:
    await store.citizens.insert({"_id": "citizen_1", "phone": "13800000001"})
    await store.citizens.change({"_id": "citizen_1"}, {"$set": {"phone": "13900000002"}})
    assert await store.citizens.find_one({"phone": "13900000002"})
    raw = await store._plain[store.database].citizens.find_one({"_id": "citizen_1"})  # pyright: ignore[reportPrivateUsage]
    assert "13900000002" not in str(raw)


async def test_of_two_changes_on_one_version_one_wins(store: Store, clock: SetClock) -> None:
    await store.citizens.insert({"_id": "citizen_1", "version": 0})
    changes = [
        store.citizens.change({"_id": "citizen_1", "version": 0}, {"$set": {"by": n}}, event_of(act_at(clock), "citizen.changed"))
        for n in range(10)
    ]
    results = await asyncio.gather(*changes)
    assert sum(result is not None for result in results) == 1


async def test_a_key_is_written_once_across_documents_and_answers_with_the_first(store: Store, clock: SetClock) -> None:
    act = act_at(clock, key="a|POST /x|1", digest="d1")
    await store.citizens.insert({"_id": "citizen_1"}, event_of(act, "citizen.made"))
    with pytest.raises(DuplicateKeyError):
        await store.citizens.insert({"_id": "citizen_2"}, event_of(act, "citizen.made"))
    assert await store.citizens.change({"_id": "citizen_1"}, {"$set": {"x": 1}}, event_of(act, "citizen.changed")) is None
    first = await earlier(store, "citizens", act)
    assert first is not None
    assert first["_id"] == "citizen_1"


async def test_the_same_key_with_another_body_is_refused(store: Store, clock: SetClock) -> None:
    await store.citizens.insert({"_id": "citizen_1"}, event_of(act_at(clock, "a|r|1", "d1"), "citizen.made"))
    with pytest.raises(IdempotencyKeyReused):
        await earlier(store, "citizens", act_at(clock, "a|r|1", "d2"))


async def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    async def write(session: object) -> None:
        await store.citizens.insert({"_id": "citizen_1"}, session=session)  # type: ignore[arg-type]
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError):
        await store.transact(write)
    assert await store.citizens.get("citizen_1") is None


async def test_a_lease_has_one_holder_and_a_higher_fence_after_it_expired(store: Store) -> None:
    first, second = Leases(store, "one", seconds=0.2), Leases(store, "two", seconds=0.2)
    held = await first.take("job")
    assert held is not None
    assert await second.take("job") is None
    await asyncio.sleep(0.25)
    taken = await second.take("job")
    assert taken is not None
    assert taken.fence > held.fence
    assert await first.take("job") is None


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


PARTIAL = [(collection, index) for collection in COLLECTIONS for index in collection.all_indexes if index.where is not None]


@pytest.mark.parametrize(("collection", "index"), PARTIAL, ids=lambda value: value.name)
async def test_a_partial_index_serves_the_filters_it_is_for(store: Store, collection: Declaration, index: Index) -> None:
    """MongoDB passes over a partial index, without a word, where it doesn't see that the filter lies within its condition."""
    condition = index.where or {}
    elsewhere = [path for path, wanted in condition.items() if isinstance(wanted, Mapping) and "$gt" in wanted]
    where = {key: sample(condition, key) for key in (*dict(index.keys), *elsewhere) if key != "_id"}
    if index.name == "keys_1":
        where |= HAS_KEYS
    elif index.name == "unrelayed_1":
        where = dict(IS_UNRELAYED)
    plan = await plan_with(store, index, where | equalities(condition))
    assert f"'indexName': '{index.name}'" in plan, plan


async def test_a_filter_outside_a_partial_index_is_found_out(store: Store) -> None:
    index = Index([("openid", 1)], where={"openid": {"$gt": ""}})
    assert "'indexName': 'openid_1'" not in await plan_with(store, index, {"openid": {"$ne": None}})


async def plan_with(store: Store, index: Index, where: Mapping[str, Any]) -> str:
    """How MongoDB would look for `where` in a collection that has no other index."""
    alone = store._plain[store.database]["alone"]  # pyright: ignore[reportPrivateUsage]
    await alone.drop()
    await alone.create_index(index.keys, name=index.name, partialFilterExpression=index.where)
    plan = await alone.find(where).explain()
    await alone.drop()
    return str(plan["queryPlanner"]["winningPlan"])


def sample(condition: Mapping[str, Any], key: str) -> Any:
    """A value somebody might look for: sealed where the condition speaks of sealed values."""
    wanted = condition.get(key)
    if wanted == SEALED:
        return Binary(b"sealed" * 4, 6)
    return {str(SOME_DAY): datetime(2026, 11, 23, tzinfo=SHANGHAI), str(SOME_REVISION): 1}.get(str(wanted), "x")


def equalities(condition: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a condition that filters repeat: {"live": True}."""
    return {key: value for key, value in condition.items() if not isinstance(value, Mapping)}


async def test_an_index_declared_otherwise_by_an_earlier_release_is_made_again(store: Store, mongodb_uri: str) -> None:
    name = f"{store.database}_older"
    older = store._plain[name]  # pyright: ignore[reportPrivateUsage]
    await older.citizens.create_index("openid", name="openid_1", partialFilterExpression={"openid": {"$type": "string"}})
    try:
        opened = await Store.open(mongodb_uri, name, base64.b64encode(bytes(96)).decode())
        await opened.close()
        made = (await older.citizens.index_information())["openid_1"]
        assert (made["unique"], made["partialFilterExpression"]) == (True, {"openid": {"$gt": ""}})
    finally:
        for database in (name, f"{name}_keys"):
            await store._plain.drop_database(database)  # pyright: ignore[reportPrivateUsage]


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


async def test_look_ups_of_the_same_moment_share_a_query_and_each_gets_its_own(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        await store.sessions.insert({"_id": f"session_{number}", "digest": f"d{number}"})
    queries = 0
    find = Collection.find

    async def counted(*args: Any, **kwargs: Any) -> list[Document]:
        nonlocal queries
        queries += 1
        return await find(*args, **kwargs)

    monkeypatch.setattr(Collection, "find", counted)
    together = Together("digest", store.sessions.find)
    found = await asyncio.gather(*(together.find(f"d{number % 6}") for number in range(60)))
    assert [each and each["_id"] for each in found] == [f"session_{n}" if (n := number % 6) < 5 else None for number in range(60)]
    assert queries <= 2
    # What is asked after a change sees it.
    await store.sessions.delete({"_id": "session_0"})
    assert await together.find("d0") is None


async def test_everybody_who_shared_a_failed_query_is_told_and_the_next_one_is_asked_anew(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = Together("digest", lambda where: store.sessions.find(where))

    async def broken(*args: Any, **kwargs: Any) -> list[Document]:
        raise PyMongoError("away")

    with monkeypatch.context() as patched:
        patched.setattr(Collection, "find", broken)
        answers = await asyncio.gather(*(together.find(f"d{number}") for number in range(3)), return_exceptions=True)
    assert all(isinstance(answer, PyMongoError) for answer in answers)
    assert await together.find("d0") is None


async def test_whoever_reads_the_same_document_at_once_gets_one_of_their_own(store: Store) -> None:
    await store.sessions.insert({"_id": "session_1", "kept": {"a": 1}})
    first, second, none = await asyncio.gather(store.sessions.get("session_1"), store.sessions.get("session_1"), store.sessions.get("x"))
    assert first == second
    assert none is None
    assert first is not None
    first["kept"]["a"] = 2
    assert second is not None
    assert second["kept"] == {"a": 1}


async def test_a_document_that_cannot_be_unsealed_keeps_no_other_from_being_read(store: Store) -> None:
    for number in range(3):
        await store.citizens.insert({"_id": f"citizen_{number}", "phone": f"1380000000{number}"})
    raw = store._plain[store.database].citizens  # pyright: ignore[reportPrivateUsage]
    sealed = (await raw.find_one({"_id": "citizen_1"}) or {})["phone"]
    await raw.update_one({"_id": "citizen_1"}, {"$set": {"phone": Binary(sealed[:-1] + bytes([sealed[-1] ^ 1]), sealed.subtype)}})
    read = await asyncio.gather(*(store.citizens.get(f"citizen_{number}") for number in (0, 1, 2)), return_exceptions=True)
    assert [each["phone"] for each in (read[0], read[2]) if isinstance(each, dict)] == ["13800000000", "13800000002"]
    assert isinstance(read[1], EncryptionError)
    with pytest.raises(EncryptionError):
        await store.citizens.get("citizen_1")


async def test_numbers_asked_at_once_share_trips_and_leave_no_gap(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    trips = 0
    put = Collection.put

    async def counted(*args: Any, **kwargs: Any) -> Document:
        nonlocal trips
        trips += 1
        return await put(*args, **kwargs)

    monkeypatch.setattr(Collection, "put", counted)
    numbers = await asyncio.gather(*(store.next_number(f"counter_{number % 2}") for number in range(40)))
    assert numbers[::2] == numbers[1::2] == list(range(1, 21))
    assert trips <= 4
    assert await store.next_number("counter_0") == 21


async def test_whoever_asked_for_a_number_is_told_that_there_is_none_and_who_went_away_leaves_a_gap(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*args: Any, **kwargs: Any) -> Document:
        raise PyMongoError("away")

    with monkeypatch.context() as patched:
        patched.setattr(Collection, "put", broken)
        answers = await asyncio.gather(*(store.next_number("counter") for _ in range(3)), return_exceptions=True)
    assert all(isinstance(answer, PyMongoError) for answer in answers)
    impatient, patient = asyncio.create_task(store.next_number("counter")), asyncio.create_task(store.next_number("counter"))
    await asyncio.sleep(0)  # both have asked
    await asyncio.sleep(0)  # and the trip is under way
    impatient.cancel()
    assert await patient == 2


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

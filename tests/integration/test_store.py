"""The store's promises: sealing, compare-and-set, once is once, transactions, leases."""

import asyncio

import pytest
from bson.binary import Binary
from pymongo.errors import EncryptionError

from backend.audit import event_of
from backend.clock import SetClock
from backend.errors import IdempotencyKeyReused
from backend.idempotency import earlier
from backend.store import DuplicateKeyError, Store
from backend.store.leases import Leases
from tests.integration.acts import act_at


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

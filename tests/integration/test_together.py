"""Reads and numbers asked for at the same moment share their trips to the database."""

import asyncio
from typing import Any

import pytest
from pymongo.errors import PyMongoError

from backend.store import Collection, Document, Store
from backend.store.together import Together


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

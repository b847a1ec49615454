"""The indexes: partial ones serve the filters they are for, and what an earlier release declared is made again."""

import base64
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pytest
from bson.binary import Binary

from backend.clock import SHANGHAI
from backend.store import Store
from backend.store.collections import COLLECTIONS
from backend.store.indexes import HAS_KEYS, IS_UNRELAYED, SEALED, SOME_DAY, SOME_NUMBER, SOME_REVISION, Index
from backend.store.indexes import Collection as Declaration

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
    return {str(SOME_DAY): datetime(2026, 11, 23, tzinfo=SHANGHAI), str(SOME_REVISION): 1, str(SOME_NUMBER): 1}.get(str(wanted), "x")


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

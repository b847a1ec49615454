"""The driver alone, as the product uses it: what a write costs at least."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from pymongo import AsyncMongoClient, IndexModel
from pymongo.asynchronous.collection import AsyncCollection

from backend.store import Document
from backend.store.collections import BY_NAME
from models.settings import Settings


@asynccontextmanager
async def driver(settings: Settings, connections: int) -> AsyncIterator[AsyncMongoClient[Document]]:
    """A client with the product's write concern and so many connections."""
    client: AsyncMongoClient[Document] = AsyncMongoClient(
        settings.mongodb_uri, maxPoolSize=connections, minPoolSize=connections, w="majority", journal=True, tz_aware=True
    )
    try:
        yield client
    finally:
        await client.close()


@asynccontextmanager
async def collection_like(name: str, settings: Settings, connections: int) -> AsyncIterator[AsyncCollection[Document]]:
    """An empty collection with the indexes of the product's of that name, in a database of its own."""
    async with driver(settings, connections) as client:
        collection = client[f"{settings.database}_bench"][name]
        await collection.create_indexes(indexes_of(name))
        yield collection


def indexes_of(name: str) -> list[IndexModel]:
    """The indexes the product has on that collection."""
    models: list[IndexModel] = []
    for each in BY_NAME[name].all_indexes:
        partial = {"partialFilterExpression": dict(each.where)} if each.where is not None else {}
        models.append(IndexModel(each.keys, name=each.name, unique=each.unique, **partial))
    return models

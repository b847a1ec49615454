"""The store: MongoDB behind collections that seal, gate and keep acts.

`Store` is the face. Each collection is an attribute (`store.cases`) with the few operations engines need.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from bson.codec_options import CodecOptions
from pymongo import AsyncMongoClient, IndexModel, ReturnDocument, WriteConcern
from pymongo.asynchronous.change_stream import AsyncDatabaseChangeStream
from pymongo.asynchronous.client_session import AsyncClientSession
from pymongo.asynchronous.collection import AsyncCollection
from pymongo.asynchronous.database import AsyncDatabase
from pymongo.errors import DuplicateKeyError, OperationFailure, PyMongoError
from pymongo.read_concern import ReadConcern

from backend.clock import SHANGHAI
from backend.errors import Unavailable
from backend.store.collections import BY_NAME, COLLECTIONS
from backend.store.indexes import HAS_KEYS
from backend.store.indexes import Collection as Declaration
from backend.store.sealing import Seal, decrypting_options
from backend.store.together import Numbers, Together
from models.base import Event, Stored

Document = dict[str, Any]
Session = AsyncClientSession
Acted = WeakKeyDictionary[Session, "set[Collection]"]  # which collections a transaction wrote to
T = TypeVar("T")

_POOL = 16  # PyMongo's own queue for connections is unfair; a FIFO gate of the same size before it is not
_TRANSACTION_SECONDS = 5.0
_OPTIONS: CodecOptions[Document] = CodecOptions(tz_aware=True, tzinfo=SHANGHAI)
_DECLARED_OTHERWISE = frozenset({85, 86})  # IndexOptionsConflict, IndexKeySpecsConflict
_DURABLE = WriteConcern("majority", j=True)

__all__ = ["Collection", "Document", "DuplicateKeyError", "Session", "Store"]


class Collection:
    """One collection. Sealed paths are sealed on the way in and plain on the way out; `_id` is a string.

    Operations outside a transaction wait at a fair gate; with `session` they belong to a transaction that
    passed the gate already.
    """

    def __init__(
        self,
        declaration: Declaration,
        plain: AsyncDatabase[Document],
        decrypting: AsyncDatabase[Document],
        seal: Seal,
        gate: asyncio.Semaphore,
        acted: "Acted",
    ) -> None:
        name = declaration.name
        self.name = name
        self.declaration = declaration
        self.sealed = declaration.sealed
        self._in_transaction: AsyncCollection[Document] = decrypting[name]
        self._alone: AsyncCollection[Document] = decrypting[name] if declaration.sealed else plain[name]
        self._seal = seal
        self._gate = gate
        self._acted = acted
        self._ids = Together("_id", self.find)
        self._keys = Together("keys", lambda keys: self.find({**keys, **HAS_KEYS}))
        self.nudge: Callable[[], None] = lambda: None  # wakes the relay; set by it

    async def get(self, id: str, *, session: Session | None = None) -> Document | None:
        """The document with that `_id`."""
        return await (self._ids.find(id) if session is None else self.find_one({"_id": id}, session=session))

    async def with_key(self, key: str) -> Document | None:
        """The document that was changed by the act with that idempotency key."""
        return await self._keys.find(key)

    async def find_one(
        self,
        where: Mapping[str, Any],
        *,
        fields: Sequence[str] | None = None,
        sort: list[tuple[str, int]] | None = None,
        session: Session | None = None,
    ) -> Document | None:
        """The first document that matches; `fields` limits what is read."""
        where = await self._seal.filter(self.sealed, where)
        if session is not None:
            return await self._in_transaction.find_one(where, fields, sort=sort, session=session)
        async with self._gate:
            return await self._alone.find_one(where, fields, sort=sort)

    async def find(
        self,
        where: Mapping[str, Any],
        *,
        sort: list[tuple[str, int]] | None = None,
        limit: int = 0,
        skip: int = 0,
        fields: Sequence[str] | None = None,
        without: Sequence[str] = (),
        session: Session | None = None,
    ) -> list[Document]:
        """All documents that match, or the first `limit` of them: only their `fields`, or all but those named in `without`."""
        where = await self._seal.filter(self.sealed, where)
        shown = dict.fromkeys(without, 0) if without else fields
        if session is not None:
            return await self._in_transaction.find(where, shown, sort=sort, limit=limit, skip=skip, session=session).to_list()
        async with self._gate:
            return await self._alone.find(where, shown, sort=sort, limit=limit, skip=skip).to_list()

    async def count(self, where: Mapping[str, Any]) -> int:
        """How many documents match."""
        where = await self._seal.filter(self.sealed, where)
        async with self._gate:
            return await self._alone.count_documents(where)

    async def aggregate(self, pipeline: Sequence[Mapping[str, Any]]) -> list[Document]:
        """The result of an aggregation; nothing in the pipeline is sealed for you."""
        async with self._gate:
            return await (await self._alone.aggregate(pipeline)).to_list()

    async def insert(self, document: Stored | Mapping[str, Any], event: Event | None = None, *, session: Session | None = None) -> None:
        """A new document, with the event of the act that made it. Raises `DuplicateKeyError`."""
        plain = document.to_document() if isinstance(document, Stored) else dict(document)
        if event is not None:
            plain["events"] = [*plain.get("events", []), event.model_dump()]
            plain["unrelayed"] = [*plain.get("unrelayed", []), event.id]
            plain["keys"] = [*plain.get("keys", []), *([event.key] if event.key else [])]
        sealed = await self._seal.document(self.sealed, plain)
        if session is not None:
            await self._in_transaction.insert_one(sealed, session=session)
            self._acted.setdefault(session, set()).add(self)
            return
        async with self._gate:
            await self._alone.insert_one(sealed)
        if event is not None:
            self.nudge()

    async def insert_missing(self, documents: Iterable[Stored | Mapping[str, Any]]) -> int:
        """Inserts those whose `_id` and unique keys are new, passing over the rest. Returns how many."""
        plain = [each.to_document() if isinstance(each, Stored) else dict(each) for each in documents]
        if not plain:
            return 0
        sealed = [await self._seal.document(self.sealed, each) for each in plain]
        async with self._gate:
            try:
                return len((await self._alone.insert_many(sealed, ordered=False)).inserted_ids)
            except PyMongoError as error:
                details = getattr(error, "details", None) or {}
                faults = details.get("writeErrors", [])
                if not faults or any(fault.get("code") != 11000 for fault in faults):
                    raise
                return int(details.get("nInserted", 0))

    async def change(
        self,
        where: Mapping[str, Any],
        update: Mapping[str, Any],
        event: Event | None = None,
        *,
        sort: list[tuple[str, int]] | None = None,
        fields: Sequence[str] | Mapping[str, int] | None = None,
        session: Session | None = None,
    ) -> Document | None:
        """Compare-and-set on one document: the changed document, or None where nothing matched.

        Adds 1 to `version`; with `event`, records it and makes sure its idempotency key is not there yet.
        `fields`: what is given back, where it is not all of the document.
        """
        where = await self._seal.filter(self.sealed, where)
        changed = _with_event(await self._seal.update(self.sealed, update), event)
        if event is not None and event.key and "keys" not in where:
            where = {**where, "keys": {"$ne": event.key}}
        if session is not None:
            self._acted.setdefault(session, set()).add(self)
            return await self._in_transaction.find_one_and_update(
                where, changed, fields, sort=sort, return_document=ReturnDocument.AFTER, session=session
            )
        async with self._gate:
            document = await self._alone.find_one_and_update(where, changed, fields, sort=sort, return_document=ReturnDocument.AFTER)
        if event is not None and document is not None:
            self.nudge()
        return document

    async def put(self, where: Mapping[str, Any], update: Mapping[str, Any], *, session: Session | None = None) -> Document:
        """Changes the document that matches, or makes it (upsert); gives it as it is after. No version, no event."""
        where = await self._seal.filter(self.sealed, where)
        changed = await self._seal.update(self.sealed, update)
        collection = self._in_transaction if session is not None else self._alone
        async with _passed(self._gate, session):
            document = await collection.find_one_and_update(
                where, changed, upsert=True, return_document=ReturnDocument.AFTER, session=session
            )
        assert document is not None  # an upsert that asks for the document after always gives one
        return document

    async def change_many(self, where: Mapping[str, Any], update: Mapping[str, Any], *, session: Session | None = None) -> int:
        """Changes every document that matches, without events. Returns how many."""
        where = await self._seal.filter(self.sealed, where)
        changed = await self._seal.update(self.sealed, update)
        collection = self._in_transaction if session is not None else self._alone
        async with _passed(self._gate, session):
            return (await collection.update_many(where, changed, session=session)).modified_count

    async def delete(self, where: Mapping[str, Any], *, session: Session | None = None) -> int:
        """Deletes every document that matches. Returns how many."""
        where = await self._seal.filter(self.sealed, where)
        collection = self._in_transaction if session is not None else self._alone
        async with _passed(self._gate, session):
            return (await collection.delete_many(where, session=session)).deleted_count

    @property
    def driver(self) -> AsyncCollection[Document]:
        """The driver's own collection, for bulk work of the relay; nothing is sealed for you."""
        return self._alone


@asynccontextmanager
async def _passed(gate: asyncio.Semaphore, session: Session | None):
    if session is not None:
        yield
    else:
        async with gate:
            yield


def _with_event(update: dict[str, Any], event: Event | None) -> dict[str, Any]:
    changed = {**update, "$inc": {**update.get("$inc", {}), "version": 1}}
    if event is None:
        return changed
    pushed = {**update.get("$push", {}), "events": event.model_dump(), "unrelayed": event.id}
    if event.key:
        pushed["keys"] = event.key
    return {**changed, "$push": pushed}


class Store:
    """MongoDB. Writes are acknowledged by a majority and journaled (invariant 2)."""

    audit: Collection
    audit_batches: Collection
    outbox: Collection
    leases: Collection
    counters: Collection
    limits: Collection

    def __init__(self, plain: AsyncMongoClient[Document], decrypting: AsyncMongoClient[Document], seal: Seal, database: str) -> None:
        self.seal = seal
        self.database = database
        self._plain = plain
        self._decrypting = decrypting
        self._gate = asyncio.Semaphore(_POOL)
        self._acted: Acted = WeakKeyDictionary()
        self._numbers = Numbers(self._take)
        self._collections = {
            declaration.name: Collection(declaration, plain[database], decrypting[database], seal, self._gate, self._acted)
            for declaration in COLLECTIONS
        }

    def __getattr__(self, name: str) -> Collection:
        try:
            return self.__dict__["_collections"][name]
        except KeyError:
            raise AttributeError(f"no collection {name!r} is declared in backend/store/collections.py") from None

    @classmethod
    async def open(cls, uri: str, database: str, master_key: str, old_master_key: str = "") -> "Store":
        """Connects, opens the key vault and makes missing indexes."""
        common: dict[str, Any] = {
            "maxPoolSize": _POOL + 1,  # the change stream keeps one for itself
            "minPoolSize": 1,
            "serverSelectionTimeoutMS": 5000,
            "connectTimeoutMS": 2000,
            "socketTimeoutMS": 20000,
            "w": "majority",
            "journal": True,
            "tz_aware": True,
            "tzinfo": SHANGHAI,
        }
        plain: AsyncMongoClient[Document] = AsyncMongoClient(uri, **common)
        seal = await Seal.open(plain, database, _OPTIONS, master_key, old_master_key)
        options = decrypting_options(database, master_key, old_master_key)
        decrypting: AsyncMongoClient[Document] = AsyncMongoClient(uri, auto_encryption_opts=options, **common)
        store = cls(plain, decrypting, seal, database)
        await store._make_indexes()
        return store

    def collections(self) -> list[Collection]:
        """Every collection."""
        return list(self._collections.values())

    def collection(self, name: str) -> Collection:
        """The collection of that name."""
        return self._collections[name]

    async def transact(self, write: Callable[[Session], Awaitable[T]]) -> T:
        """Runs `write` in one transaction of at most five seconds; it may run twice, so it only writes to the database.

        Raises `Unavailable` where the time is up without a commit.
        """
        async with self._gate:
            try:
                async with asyncio.timeout(_TRANSACTION_SECONDS), self._decrypting.start_session() as session:
                    result = await session.with_transaction(
                        write,
                        read_concern=ReadConcern("snapshot"),
                        write_concern=_DURABLE,
                        max_commit_time_ms=int(_TRANSACTION_SECONDS * 1000),
                    )
            except TimeoutError:
                raise Unavailable() from None
        for collection in self._acted.pop(session, ()):
            collection.nudge()
        return result

    async def watch(self, pipeline: Sequence[Mapping[str, Any]], *, after: Mapping[str, Any] | None) -> AsyncDatabaseChangeStream[Document]:
        """A stream of the changes that pass `pipeline`, each with the document as it is by then, from the resume token `after` on."""
        return await self._plain[self.database].watch(pipeline, full_document="updateLookup", resume_after=after, max_await_time_ms=1000)

    async def next_number(self, name: str, session: Session | None = None) -> int:
        """The next number of a sequence, from 1. A number taken and not used leaves a gap; one taken in a transaction is
        taken with it, and others who want one wait."""
        return await (self._numbers.next(name) if session is None else self._take(name, 1, session))

    async def _take(self, name: str, count: int, session: Session | None = None) -> int:
        document = await self.counters.put({"_id": name}, {"$inc": {"value": count}}, session=session)
        return int(document["value"])

    async def ping(self) -> None:
        """Raises `PyMongoError` where no primary answers within two seconds."""
        async with asyncio.timeout(2):
            await self._plain.admin.command("ping")

    async def close(self) -> None:
        """Closes both clients."""
        await self.seal.close()
        await self._decrypting.close()
        await self._plain.close()

    async def _make_indexes(self) -> None:
        database = self._plain[self.database]
        for declaration in BY_NAME.values():
            models = [
                IndexModel(index.keys, name=index.name, **_options(index.unique, index.where, index.expires_after))
                for index in declaration.all_indexes
            ]
            if models:
                await _make(database[declaration.name], models)


async def _make(collection: AsyncCollection[Document], models: list[IndexModel]) -> None:
    """Makes what is missing; an index an earlier release declared otherwise is made again."""
    try:
        await collection.create_indexes(models)
    except OperationFailure as error:
        if error.code not in _DECLARED_OTHERWISE:
            raise
        if len(models) == 1:
            await collection.drop_index(models[0].document["name"])
            await collection.create_indexes(models)
        else:
            for model in models:
                await _make(collection, [model])


def _options(unique: bool, where: Mapping[str, Any] | None, expires_after: int | None) -> dict[str, Any]:
    options: dict[str, Any] = {}
    if unique:
        options["unique"] = True
    if where is not None:
        options["partialFilterExpression"] = dict(where)
    if expires_after is not None:
        options["expireAfterSeconds"] = expires_after
    return options

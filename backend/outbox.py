"""From the document to the world: the relay copies events to the audit log and the outbox, consumers act on them.

The relay is woken by each act of this process and sweeps the index of unrelayed events once a second for those
of others and of crashes. Rows carry the event's id, so copying twice is once. Consumers must bear being called
twice: effects outside are at least once.
"""

import asyncio
import contextlib
import math
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import structlog
from pymongo import InsertOne
from pymongo.errors import BulkWriteError, PyMongoError

from backend.audit import audit_row
from backend.clock import Clock, wall_time
from backend.store import Collection, Document, Store
from backend.store.indexes import IS_UNRELAYED
from models.base import NoticeOrder

log = structlog.get_logger()
_BATCH = 200
_GATHERING = 0.05  # seconds the relay waits after an act for more of them: a batch costs a fraction of single events
_ATTEMPTS = 12  # with back-off up to ten minutes: about an hour and a half
_CLAIM_SECONDS = 60
_HANDLE_SECONDS = 5.0  # spent on the rows of one claim; with those of a turn less than a lease lasts,
_TURN_SECONDS = 8.0  # so that whoever takes over what we claimed does not find us at work on it
_REDACTED: Document = {
    f"events.$[].{name}": blank for name, blank in {"actor.name": "", "principal": None, "detail": {}, "notices": []}.items()
}
_CLAIMED = 50  # rows claimed at once; each is handled by itself


@dataclass(frozen=True)
class OutboxRow:
    """One event on its way to consumers. `subject` is "collection/id"; `person` whose matter it is."""

    id: str
    at: datetime
    action: str
    subject: str
    person: str | None
    actor: dict[str, str]
    detail: dict[str, Any]
    notices: list[NoticeOrder]

    @property
    def subject_id(self) -> str:
        """The id of the document the event changed."""
        return self.subject.partition("/")[2]


Consume = Callable[[OutboxRow], Awaitable[None]]


@dataclass(frozen=True)
class Consumer:
    """Does something because of events: of certain actions, of all whose action begins with `prefix`, or of all with notices."""

    name: str
    consume: Consume
    actions: frozenset[str] = frozenset()
    prefix: str | None = None
    every_notice: bool = False

    def wants(self, action: str, has_notices: bool) -> bool:
        """Whether an event of that kind is for this consumer."""
        return action in self.actions or (self.prefix is not None and action.startswith(self.prefix)) or (self.every_notice and has_notices)


async def forget_delivered(store: Store, collection: Collection, where: Document) -> None:
    """Deletes what was delivered of these documents' events: rows of the outbox hold the texts of notices, and are named like the events."""
    for document in await collection.find(where, fields=["events.id"]):
        ids = [event["id"] for event in document.get("events", [])]
        await store.outbox.delete({"_id": {"$in": ids}, "state": {"$in": ["done", "dead"]}})


async def redact(collection: Collection, where: Document) -> None:
    """That something was done stays in a document; who did it and what was told stands in the log alone. Only for events the log has."""
    await collection.change_many({**where, "events.0": {"$exists": True}}, {"$set": _REDACTED})


def person_of(document: Mapping[str, Any]) -> str | None:
    """Whose matter a document is: its `person`, or its own id where it is a citizen."""
    person = document.get("person")
    if isinstance(person, str):
        return person
    return document["_id"] if str(document["_id"]).startswith("citizen_") else None


@dataclass
class Relay:
    """Copies unrelayed events of every collection that carries acts."""

    store: Store
    consumers: list[Consumer]
    clock: Clock
    interval: float = 1.0
    relayed: int = 0
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _nudged: set[Collection] = field(default_factory=set[Collection])
    _swept: float = -math.inf

    def __post_init__(self) -> None:
        for collection in self._sources():
            collection.nudge = partial(self._nudge, collection)

    async def run(self) -> None:
        """Runs until cancelled."""
        while True:
            self._wake.clear()
            try:
                await self._copy_from(self._due())
            except PyMongoError as error:
                log.warning("relay_waits", error=type(error).__name__)
                self._swept = -math.inf
                await asyncio.sleep(self.interval)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), self.interval)
                await asyncio.sleep(_GATHERING)

    async def drain(self) -> int:
        """Copies everything that waits now. Returns how many events."""
        return await self._copy_from(self._sources())

    def _nudge(self, collection: Collection) -> None:
        self._nudged.add(collection)
        self._wake.set()

    def _due(self) -> list[Collection]:
        """What acts of this process have touched; once an interval everything."""
        nudged, self._nudged = self._nudged, set[Collection]()
        now = time.monotonic()
        if now - self._swept < self.interval:
            return list(nudged)
        self._swept = now
        return self._sources()

    async def _copy_from(self, sources: list[Collection]) -> int:
        total = 0
        for collection in sources:
            more = True
            while more:
                copied, more = await self._batch(collection)
                total += copied
        self.relayed += total
        return total

    def _sources(self) -> list[Collection]:
        return [each for each in self.store.collections() if each.declaration.acts]

    async def _batch(self, collection: Collection) -> tuple[int, bool]:
        """Copies what waits in up to 200 documents. Returns how many events, and whether there may be more."""
        fields = ["events", "unrelayed", "person"]
        documents = await collection.find(IS_UNRELAYED, limit=_BATCH, fields=fields)
        audit: list[InsertOne[Document]] = []
        outbox: list[InsertOne[Document]] = []
        copied: list[str] = []
        for document in documents:
            waiting = set(document["unrelayed"])
            copied += waiting
            for event in document["events"]:
                if event["id"] in waiting:
                    self._copy(collection.name, document, event, audit, outbox)
        if documents:
            await _insert_new(self.store.audit, audit)
            await _insert_new(self.store.outbox, outbox)
            changed = {"_id": {"$in": [document["_id"] for document in documents]}}
            await collection.change_many(changed, {"$pullAll": {"unrelayed": copied}})
        return len(audit), len(documents) == _BATCH

    def _copy(
        self, name: str, document: Document, event: Document, audit: list[InsertOne[Document]], outbox: list[InsertOne[Document]]
    ) -> None:
        subject, person = f"{name}/{document['_id']}", person_of(document)
        audit.append(InsertOne(audit_row(event, subject, person)))
        names = [each.name for each in self.consumers if each.wants(event["action"], bool(event["notices"]))]
        if names:
            kept = {key: event[key] for key in ("at", "action", "actor", "detail", "notices")}
            row = {"_id": event["id"], **kept, "subject": subject, "person": person}
            outbox.append(InsertOne({**row, "waiting": names, "state": "pending", "attempts": 0, "next_at": wall_time(), "fence": 0}))


async def _insert_new(collection: Collection, rows: list[InsertOne[Document]]) -> None:
    if not rows:
        return
    try:
        await collection.driver.bulk_write(rows, ordered=False)
    except BulkWriteError as error:
        if any(fault["code"] != 11000 for fault in error.details["writeErrors"]):
            raise


class Outbox:
    """Hands pending rows to their consumers, with back-off, until each has done its part."""

    def __init__(self, store: Store, consumers: list[Consumer]) -> None:
        self._store = store
        self._consumers = {consumer.name: consumer for consumer in consumers}
        self._fence = -1  # of the lease we last worked under

    async def deliver(self, fence: int) -> int:
        """Handles what is due, for some seconds. Returns how many rows; run under a lease whose fencing number is `fence`."""
        handled, until = 0, time.monotonic() + _TURN_SECONDS
        if fence != self._fence:
            await self._take_over(fence)
        while claimed := await self._claim(fence):
            handled += await self._handle_all(claimed, fence)
            if time.monotonic() > until:
                break
        return handled

    async def pending(self) -> int:
        """How many rows wait."""
        return await self._store.outbox.count({"state": "pending"})

    async def _take_over(self, fence: int) -> None:
        """Makes due at once what a holder before us had in hand when it died; what failed waits for its time as before."""
        where = {"state": "pending", "claimed": True, "fence": {"$lt": fence}}
        await self._store.outbox.change_many(where, {"$set": {"claimed": False, "next_at": wall_time()}})
        self._fence = fence

    async def _claim(self, fence: int) -> list[Document]:
        """The next rows that are due, in order, put off for everybody else while we handle them."""
        now = wall_time()
        due = {"state": "pending", "next_at": {"$lte": now}, "fence": {"$lte": fence}}
        rows = await self._store.outbox.find(due, sort=[("next_at", 1)], limit=_CLAIMED)
        ours = {"next_at": now + timedelta(seconds=_CLAIM_SECONDS), "fence": fence, "claimed": True}
        wanted = {"_id": {"$in": [row["_id"] for row in rows]}}
        changed = await self._store.outbox.change_many({**wanted, **due}, {"$set": ours, "$inc": {"attempts": 1}}) if rows else 0
        if changed == len(rows):
            return [{**row, "attempts": row["attempts"] + 1} for row in rows]
        return await self._store.outbox.find({**wanted, **ours}, sort=[("_id", 1)])  # another process took some

    async def _handle_all(self, claimed: list[Document], fence: int) -> int:
        """Handles rows one after another; those the time of the claim no longer covers are given back."""
        until = time.monotonic() + _HANDLE_SECONDS
        rows, handled = iter(claimed), 0
        done: list[str] = []
        try:
            for document in rows:
                left = await self._handle(document)
                if left:
                    await self._retry(document, left, fence)
                else:
                    done.append(document["_id"])
                handled += 1
                if time.monotonic() > until:
                    break
        finally:
            await self._settle(done, [row["_id"] for row in rows], fence)
        return handled

    async def _handle(self, document: Document) -> list[str]:
        """Calls the consumers that wait. Returns the names of those that failed."""
        row = _row(document)
        left: list[str] = []
        for name in document["waiting"]:
            consumer = self._consumers.get(name)
            if consumer is None:
                continue  # a consumer of an earlier release
            try:
                await consumer.consume(row)
            except Exception as error:
                log.warning("outbox_consumer_failed", consumer=name, event_id=row.id, error=type(error).__name__, exc_info=True)
                left.append(name)
        return left

    async def _retry(self, document: Document, left: list[str], fence: int) -> None:
        state = "dead" if document["attempts"] >= _ATTEMPTS else "pending"
        delay = min(600.0, 2.0 ** document["attempts"])
        change = {"waiting": left, "state": state, "next_at": wall_time() + timedelta(seconds=delay), "claimed": False}
        await self._store.outbox.change({"_id": document["_id"], "fence": fence}, {"$set": change})

    async def _settle(self, done: list[str], given_back: list[str], fence: int) -> None:
        outbox = self._store.outbox
        if done:
            await outbox.change_many(
                {"_id": {"$in": done}, "fence": fence}, {"$set": {"waiting": [], "state": "done", "done_at": wall_time()}}
            )
        if given_back:
            where = {"_id": {"$in": given_back}, "fence": fence, "state": "pending"}
            await outbox.change_many(where, {"$set": {"next_at": wall_time(), "claimed": False}, "$inc": {"attempts": -1}})


def _row(document: Document) -> OutboxRow:
    return OutboxRow(
        id=document["_id"],
        at=document["at"],
        action=document["action"],
        subject=document["subject"],
        person=document["person"],
        actor=document["actor"],
        detail=document["detail"],
        notices=[NoticeOrder.model_validate(each) for each in document["notices"]],
    )

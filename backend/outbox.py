"""From the document to the world: the relay copies events to the audit log and the outbox, consumers act on them.

The relay is woken by each act of this process and sweeps the index of unrelayed events once a second for those
of others and of crashes. Rows carry the event's id, so copying twice is once. Consumers must bear being called
twice: effects outside are at least once.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import structlog
from pymongo import InsertOne, UpdateOne
from pymongo.errors import BulkWriteError, PyMongoError

from backend.audit import audit_row
from backend.clock import Clock, wall_time
from backend.store import Collection, Document, Store
from models.base import NoticeOrder

log = structlog.get_logger()
_BATCH = 200
_ATTEMPTS = 12  # with back-off up to ten minutes: about an hour and a half
_CLAIM_SECONDS = 60


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
    """Does something because of events. `actions` empty: every event that `wants` it by its notices."""

    name: str
    consume: Consume
    actions: frozenset[str] = frozenset()
    every_notice: bool = False

    def wants(self, action: str, has_notices: bool) -> bool:
        """Whether an event of that kind is for this consumer."""
        return action in self.actions or (self.every_notice and has_notices)


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

    def __post_init__(self) -> None:
        for collection in self._sources():
            collection.nudge = self._wake.set

    async def run(self) -> None:
        """Runs until cancelled."""
        while True:
            self._wake.clear()
            try:
                await self.drain()
            except PyMongoError as error:
                log.warning("relay_waits", error=type(error).__name__)
                await asyncio.sleep(self.interval)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), self.interval)
                # Gather what comes within a moment: batches cost a fraction of single events.
                await asyncio.sleep(0.02)

    async def drain(self) -> int:
        """Copies everything that waits now. Returns how many events."""
        total = 0
        for collection in self._sources():
            while copied := await self._batch(collection):
                total += copied
        self.relayed += total
        return total

    def _sources(self) -> list[Collection]:
        return [each for each in self.store.collections() if each.declaration.acts]

    async def _batch(self, collection: Collection) -> int:
        fields = ["events", "unrelayed", "person"]
        documents = await collection.find({"unrelayed.0": {"$exists": True}}, limit=_BATCH, fields=fields)
        audit: list[InsertOne[Document]] = []
        outbox: list[InsertOne[Document]] = []
        done: list[UpdateOne] = []
        for document in documents:
            waiting = set(document["unrelayed"])
            for event in document["events"]:
                if event["id"] in waiting:
                    self._copy(collection.name, document, event, audit, outbox)
            done.append(UpdateOne({"_id": document["_id"]}, {"$pullAll": {"unrelayed": list(waiting)}}))
        if not documents:
            return 0
        await _insert_new(self.store.audit, audit)
        await _insert_new(self.store.outbox, outbox)
        await collection.driver.bulk_write(done, ordered=False)
        return len(audit)

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

    async def deliver(self, fence: int) -> int:
        """Handles what is due. Returns how many rows; run under a lease whose fencing number is `fence`."""
        handled = 0
        while True:
            now = wall_time()
            document = await self._store.outbox.change(
                {"state": "pending", "next_at": {"$lte": now}, "fence": {"$lte": fence}},
                {"$set": {"next_at": now + timedelta(seconds=_CLAIM_SECONDS), "fence": fence}, "$inc": {"attempts": 1}},
                sort=[("next_at", 1)],
            )
            if document is None:
                return handled
            await self._handle(document, fence)
            handled += 1

    async def pending(self) -> int:
        """How many rows wait."""
        return await self._store.outbox.count({"state": "pending"})

    async def _handle(self, document: Document, fence: int) -> None:
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
        await self._settle(document, left, fence)

    async def _settle(self, document: Document, left: list[str], fence: int) -> None:
        state = "done" if not left else "dead" if document["attempts"] >= _ATTEMPTS else "pending"
        delay = min(600.0, 2.0 ** document["attempts"])
        change = {"waiting": left, "state": state, "next_at": wall_time() + timedelta(seconds=delay)}
        await self._store.outbox.change({"_id": document["_id"], "fence": fence}, {"$set": change})


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

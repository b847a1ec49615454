"""The append-only log of every act and of every read of somebody's sensitive data, sealed into a hash chain.

Rows of acts are copied here by the relay (backend/outbox.py) under the event's id; reads are written directly.
A worker seals rows into batches: each batch's digest covers its rows and the digest before it, so that a row
changed, added to a batch or taken out afterwards is found by `verify_chain`.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from backend.clock import Clock
from backend.errors import Invalid
from backend.ids import new_id
from backend.store import Document, DuplicateKeyError, Store
from models.acts import Act, Actor, ScribeActor, staff_of
from models.base import Event, NoticeOrder

_GENESIS = "0" * 64
_BATCH_ROWS = 500
_STILL_COUNTS = timedelta(minutes=1)  # clocks of two processes that differ
_PART = 200  # batches of one look at the chain
_NEWEST = [("at", -1), ("_id", -1)]


def event_of(act: Act, action: str, *, detail: Mapping[str, Any] | None = None, notices: list[NoticeOrder] | None = None) -> Event:
    """The event of `act`: who did `action`, for whom, and what is to be told to whom because of it."""
    principal = {"id": act.person, "name": act.person_name} if act.acting or isinstance(act.actor, ScribeActor) else None
    return Event(
        id=new_id("evt"),
        at=act.at,
        action=action,
        actor=actor_row(act.actor),
        principal=principal,
        grant=act.acting.grant if act.acting else None,
        request_id=act.request_id,
        channel=act.channel,
        key=act.key,
        digest=act.digest,
        detail=dict(detail or {}),
        notices=list(notices or []),
    )


def actor_row(actor: Actor) -> dict[str, str]:
    """What an event and an audit row say of who acted."""
    row = {"kind": actor.kind, "id": actor.id, "name": actor.name}
    if (staff := staff_of(actor)) is not None:
        row["department"] = staff.department or ""
        row["roles"] = ",".join(sorted(staff.roles))
        if staff.in_place_of is not None:
            row |= {"in_place_of": staff.in_place_of.id, "in_place_of_name": staff.in_place_of.name}
    return row


class Audit:
    """Writes reads, lists rows, seals and verifies the chain. Nothing here changes or deletes a row.

    A row that still counts (backend/refusals.py) waits until its quarter of an hour is over.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def read(self, act: Act, action: str, *, person: str, subject: str, purpose: str = "", case: str = "", own: bool = False) -> None:
        """Records that the actor read sensitive data of `person`. Written before the data is given out.

        `own`: also where it is their own, such as a licence that is shown for them elsewhere.
        """
        if act.actor.id == person and not own:
            return
        await self._store.audit.insert(
            {
                "_id": new_id("evt"),
                "at": act.at,
                "action": action,
                "actor": actor_row(act.actor),
                "person": person,
                "subject": subject,
                "grant": act.acting.grant if act.acting else None,
                "request_id": act.request_id,
                "channel": act.channel,
                "detail": {name: value for name, value in (("purpose", purpose), ("case", case)) if value},
                "batch": None,
            }
        )

    async def rows(self, where: Mapping[str, Any], *, before: datetime | None = None, limit: int = 50) -> list[Document]:
        """Rows that match, newest first; `before` continues a list."""
        wanted = dict(where)
        if before is not None:
            wanted["at"] = {"$lt": before}
        return await self._store.audit.find(wanted, sort=_NEWEST, limit=limit)

    async def page(self, where: Mapping[str, Any], cursor: str | None, limit: int) -> tuple[list[Document], str | None]:
        """`limit` rows that match and come after the row `cursor`, newest first, and the cursor of the page after; None on the last.

        Raises `Invalid` for a cursor that is no row's.
        """
        beyond: list[Mapping[str, Any]] = [where]
        if cursor is not None:
            last = await self._store.audit.get(cursor)
            if last is None:
                raise Invalid("这一页的位置已经不在日志里，请从头再查一次。")
            beyond += [{"at": {"$lte": last["at"]}}, {"$or": [{"at": {"$lt": last["at"]}}, {"_id": {"$lt": cursor}}]}]
        rows = await self._store.audit.find({"$and": beyond}, sort=_NEWEST, limit=limit + 1)
        return rows[:limit], rows[limit - 1]["_id"] if len(rows) > limit else None

    async def waiting(self) -> int:
        """How many rows are not sealed yet."""
        return await self._store.audit.count({"batch": None})

    async def batches(self) -> int:
        """How many batches are sealed."""
        return await self._store.audit_batches.count({})

    async def tick(self) -> None:
        """Seals everything that waits. Periodic work, run under a lease."""
        while await self.seal():
            pass

    async def seal(self) -> int:
        """Seals up to 500 rows into the next batch. Returns how many.

        Safe against a second process: the batch's number is its `_id`, so only one of two can write it. The rows are
        read after the last batch and its marks, so that none is sealed twice.
        """
        last = await self._store.audit_batches.find({}, sort=[("_id", -1)], limit=1)
        if last:
            # A crash may have come between the batch and the marks on its rows.
            marked = await self._mark(last[0])
            if marked:
                return marked
        over = {"$not": {"$gt": self._clock.now() - _STILL_COUNTS}}
        rows = await self._store.audit.find({"batch": None, "counting": over}, sort=[("_id", 1)], limit=_BATCH_ROWS)
        if not rows:
            return 0
        number, before = (last[0]["_id"] + 1, last[0]["digest"]) if last else (1, _GENESIS)
        batch = {
            "_id": number,
            "at": self._clock.now(),
            "rows": [row["_id"] for row in rows],
            "before": before,
            "digest": _digest(before, rows),
        }
        try:
            await self._store.audit_batches.insert(batch)
        except DuplicateKeyError:
            return 0
        await self._mark(batch)
        return len(rows)

    async def verify_chain(self) -> list[str]:
        """Recomputes every batch. Returns what is wrong, in words; nothing wrong is an empty list."""
        faults: list[str] = []
        after: int | None = 0
        while after is not None:
            wrong, after = await self.verify_part(after)
            faults += wrong
        return faults

    async def verify_part(self, after: int, most: int = _PART) -> tuple[list[str], int | None]:
        """Recomputes at most `most` batches that follow the batch `after` (0: from the beginning): what is wrong, in words, and the last
        one looked at; None once there is none behind it."""
        known = await self._store.audit_batches.find_one({"_id": after})
        before, expected = (known["digest"], after + 1) if known else (_GENESIS, 1)
        batches = await self._store.audit_batches.find({"_id": {"$gt": after}}, sort=[("_id", 1)], limit=most + 1)
        faults: list[str] = []
        for batch in batches[:most]:
            faults += await self._faults_of(batch, before, expected)
            before, expected = batch["digest"], batch["_id"] + 1
        if len(batches) > most:
            return faults, batches[most - 1]["_id"]
        lost = await self._store.audit.find_one({"batch": {"$gte": expected}}, sort=[("batch", 1), ("_id", 1)], fields=("batch",))
        return faults + ([f"第 {lost['batch']} 批不见了，它的记录还在"] if lost else []), None

    async def _faults_of(self, batch: Mapping[str, Any], before: str, expected: int) -> list[str]:
        rows = await self._store.audit.find({"_id": {"$in": batch["rows"]}}, sort=[("_id", 1)])
        faults = [f"第 {batch['_id']} 批与前一批对不上"] if batch["_id"] != expected or batch["before"] != before else []
        if len(rows) != len(batch["rows"]):
            faults.append(f"第 {batch['_id']} 批少了 {len(batch['rows']) - len(rows)} 条记录")
        elif _digest(batch["before"], rows) != batch["digest"]:
            faults.append(f"第 {batch['_id']} 批的记录被改动过")
        return faults

    async def _mark(self, batch: Mapping[str, Any]) -> int:
        return await self._store.audit.change_many({"_id": {"$in": batch["rows"]}, "batch": None}, {"$set": {"batch": batch["_id"]}})


def audit_row(event: Mapping[str, Any], subject: str, person: str | None) -> Document:
    """The audit row of an event of the document `subject` ("cases/case_…"), about `person`."""
    return {
        "_id": event["id"],
        "at": event["at"],
        "action": event["action"],
        "actor": event["actor"],
        "principal": event.get("principal"),
        "person": person,
        "subject": subject,
        "grant": event.get("grant"),
        "request_id": event.get("request_id", ""),
        "channel": event.get("channel", ""),
        "detail": event.get("detail", {}),
        "batch": None,
    }


def _digest(before: str, rows: list[Document]) -> str:
    digest = hashlib.sha256(before.encode())
    for row in sorted(rows, key=lambda each: each["_id"]):
        content = {key: value for key, value in row.items() if key != "batch"}
        digest.update(json.dumps(content, sort_keys=True, ensure_ascii=False, default=_text).encode())
    return digest.hexdigest()


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)

"""What changes now, told at once: one change stream a process, handed to every open console its viewer has a right to.

A message says which case or appointment changed and how it stands, never what it contains: whoever needs more reads it under
their own rights. The last thousand changes are kept, so that a console whose line broke goes on where it was; one that was
away for longer is told to load its lists anew.

The database's own token of a change holds the id of what changed, which not everybody may know: a message is called by a
digest of it under a secret key, the same in every process and after a restart.
"""

import asyncio
import contextlib
import hashlib
import hmac
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import structlog
from pydantic import BaseModel, ConfigDict, Field
from pymongo.errors import PyMongoError

from backend.errors import TooMany, Unavailable
from backend.jobs import end
from backend.permissions import may
from backend.store import Document, Store
from models.acts import Act, KioskActor, Role
from models.cases import CaseState, InspectionState, ObligationKind
from models.catalogue import HandleArea, StepLevel
from models.live import ChangedBy, LiveView

log = structlog.get_logger()
_KEPT = 1000
_WAITING = 200  # messages a slow console may lag behind before its line is cut; it goes on with Last-Event-ID
_EACH = 6  # lines one member of staff may hold open
_START_SECONDS = 5.0
_HISTORY_LOST = frozenset({136, 280, 286})  # CappedPositionLost, ChangeStreamFatalError, ChangeStreamHistoryLost
_KINDS = {
    "cases": ("case", "case.live"),
    "places": ("appointment", "appointment.live"),
    "closures": ("closure", "appointment.live"),
    "extensions": ("closure", "appointment.live"),  # hours added to a day: what is closed is another then
    "kiosk_asks": ("kiosk", "kiosk.attest"),
    "grants": ("grant", "grant.live"),
}
_ANSWERED = frozenset({ObligationKind.CONFIRMATION.value, ObligationKind.SIGNATURE.value})
_FINAL = frozenset(state.value for state in CaseState if state.is_final)
_FIELDS = (
    "version",
    "state",
    "person",
    "department",
    "formerly",
    "region",
    "town",
    "hall",
    "received_town",
    "received_by.department",
    "accepted_by.department",
    "intake.region",
    "intake.town",
    "item",
    "items",
    "desk",
    "steps.department",
    "steps.level",
    "steps.role",
    "reviewer.id",
    "recused.id",
    "submissions.number",
    "inspection.state",
    "obligations.kind",
    "obligations.met_at",
    "obligations.declined_at",
    "obligations.ended_at",
)
_PIPELINE: list[Document] = [
    {
        "$match": {
            "ns.coll": {"$in": list(_KINDS)},
            "fullDocument.state": {"$nin": ["draft", "free", None]},
            "$and": [
                {"$or": [{"operationType": "insert"}, {"updateDescription.updatedFields.version": {"$exists": True}}]},
                {"$or": [{"ns.coll": {"$ne": "grants"}}, {"fullDocument.events.action": {"$in": ["grant.claimed", "grant.call_asked"]}}]},
                {"$or": [{"ns.coll": {"$ne": "kiosk_asks"}}, {"fullDocument.kind": "staff"}]},  # what else they ask is for a phone
            ],
        }
    },
    {
        "$project": {
            "ns": 1,
            "documentKey": 1,
            **{f"fullDocument.{name}": 1 for name in _FIELDS},
            "by": {"kind": {"$last": "$fullDocument.events.actor.kind"}, "id": {"$last": "$fullDocument.events.actor.id"}},
        }
    },
]


class _Share(BaseModel):
    department: str = ""
    level: StepLevel = StepLevel.DISTRICT
    role: Role | None = None


class _Reviewer(BaseModel):
    id: str = ""


class _Submission(BaseModel):
    number: int = 0


class _Taker(BaseModel):
    department: str | None = None


class _Intake(BaseModel):
    region: str = ""
    town: str | None = None


class _Inspection(BaseModel):
    state: str = ""


class _Owed(BaseModel):
    kind: str = ""
    met_at: datetime | None = None
    declined_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def awaits_answer(self) -> bool:
        """Whether somebody is still to confirm or sign."""
        return self.kind in _ANSWERED and self.met_at is None and self.declined_at is None and self.ended_at is None


class _Subject(BaseModel):
    """As much of a case or an appointment as rights depend on."""

    model_config = ConfigDict(extra="ignore")

    version: int = 0
    state: str
    person: str | None = None
    department: str = ""
    formerly: str | None = None
    region: str | None = None
    town: str | None = None
    received_town: str | None = None
    intake: _Intake | None = None
    received_by: _Taker | None = None
    accepted_by: _Taker | None = None
    handle_area: HandleArea = HandleArea.DISTRICT  # what nobody has taken in yet is told to its own district alone
    hall: str = ""
    item: str = ""
    items: list[str] = Field(default_factory=list[str])
    desk: dict[str, str] | None = None
    steps: list[_Share] = Field(default_factory=list[_Share])
    reviewer: _Reviewer | None = None
    recused: list[_Reviewer] = Field(default_factory=list[_Reviewer])
    submissions: list[_Submission] = Field(default_factory=list[_Submission])
    inspection: _Inspection | None = None
    obligations: list[_Owed] = Field(default_factory=list[_Owed])

    @property
    def awaits_statement(self) -> bool:
        """As of a case: its applicant may speak before its decision is taken back."""
        return self.inspection is not None and self.inspection.state == InspectionState.PROPOSED.value

    @property
    def awaits_answers(self) -> bool:
        """As of a case: somebody is still to confirm or sign."""
        return self.state not in _FINAL and any(each.awaits_answer for each in self.obligations)

    @property
    def handed_in(self) -> bool:
        return bool(self.submissions)


@dataclass(frozen=True)
class Message:
    """One line of a stream: a change, or that everything must be loaded anew. `id` goes into Last-Event-ID."""

    id: str
    kind: str  # case, appointment, closure, kiosk, grant, reset
    view: LiveView | None = None


class _By(BaseModel):
    """Who acted last on what changed."""

    kind: str | None = None
    id: str | None = None

    def seen_by(self, act: Act) -> ChangedBy:
        if self.kind == "system":
            return ChangedBy.SYSTEM
        return ChangedBy.YOU if self.id == act.actor.id else ChangedBy.OTHERS


@dataclass(frozen=True)
class _Change:
    id: str
    kind: str = ""
    right: str = ""
    subject: _Subject | None = None
    view: LiveView | None = None
    by: _By = field(default_factory=_By)

    def message_for(self, act: Act) -> Message | None:
        """The message, where the viewer may see what it is about."""
        if self.subject is None or not may(self.right, act, self.subject):
            return None
        if self.view is None or isinstance(act.actor, KioskActor):  # a screen learns that something changed, and nothing of it
            return Message(self.id, self.kind)
        return Message(self.id, self.kind, self.view.model_copy(update={"by": self.by.seen_by(act)}))


@dataclass(eq=False)
class Line:
    """One open console."""

    act: Act
    first: str = ""  # the id it goes on from; none while it must load anew
    last: str = ""  # the id of the latest change, whether it was for this viewer or not
    _queue: asyncio.Queue[Message | None] = field(default_factory=lambda: asyncio.Queue[Message | None](_WAITING))
    over: bool = False

    async def next(self, seconds: float) -> Message | None:
        """The next message; None where none came in that time, or the line is over."""
        try:
            async with asyncio.timeout(seconds):
                return await self._queue.get()
        except TimeoutError:
            return None

    @property
    def reached(self) -> str:
        """The id up to which everything was handed over; empty while something waits."""
        return self.last if self._queue.empty() else ""

    def put(self, message: Message) -> None:
        """Hands over a message; a console that does not keep up is cut off."""
        try:
            self._queue.put_nowait(message)
        except asyncio.QueueFull:
            self.end()

    def end(self) -> None:
        """Nothing more comes; whoever waits is woken."""
        self.over = True
        with contextlib.suppress(asyncio.QueueFull):
            self._queue.put_nowait(None)


class Live:
    """The change stream of this process and the lines that hang on it. Begins with the first line."""

    def __init__(self, store: Store, secret: bytes, heartbeat: float = 15.0) -> None:
        """`secret`: the same for all processes, names the messages. `heartbeat`: seconds after which a silent line says that it is alive."""
        self.heartbeat = heartbeat
        self._store = store
        self._key = hmac.new(secret, b"live", hashlib.sha256).digest()
        self._lines: set[Line] = set()
        self._kept: deque[_Change] = deque(maxlen=_KEPT)
        self._task: asyncio.Task[None] | None = None
        self._begun = asyncio.Event()
        self._closed = False

    async def open(self, act: Act, after: str = "") -> Line:
        """A line for the viewer, from the change with the id `after` on where it is still known.

        Raises `TooMany` where one person holds many already, `Unavailable` while the database cannot be watched.
        """
        if sum(line.act.actor.id == act.actor.id for line in self._lines) >= _EACH:
            raise TooMany("您打开的页面太多，实时消息先停在这里。请关掉不用的页面。", retry_after=60)
        await self._watching()
        line = Line(act, first=after or self._kept[-1].id, last=self._kept[-1].id)
        self._lines.add(line)
        if after:
            self._catch_up(line, after)
        return line

    def leave(self, line: Line) -> None:
        """The console has gone."""
        line.end()
        self._lines.discard(line)

    async def close(self) -> None:
        """Ends every line and the stream; no new line is opened. Safe to call twice."""
        self._closed = True
        for line in tuple(self._lines):
            self.leave(line)
        if self._task is not None:
            await end([self._task])
            self._task = None

    async def _watching(self) -> None:
        if self._closed:
            raise Unavailable()
        if self._task is None:
            self._task = asyncio.create_task(self._run(), name="live")
        try:
            async with asyncio.timeout(_START_SECONDS):
                await self._begun.wait()
        except TimeoutError:
            raise Unavailable() from None

    def _catch_up(self, line: Line, after: str) -> None:
        ids = [each.id for each in self._kept]
        if after not in ids:
            line.first = ""
            line.put(Message(line.last, "reset"))
            return
        for change in list(self._kept)[ids.index(after) + 1 :]:
            if message := change.message_for(line.act):
                line.put(message)

    async def _run(self) -> None:
        token: Mapping[str, Any] | None = None
        while True:
            try:
                async with await self._store.watch(_PIPELINE, after=token) as stream:
                    if token is None and stream.resume_token is not None:
                        self._begin(self._id_of(stream.resume_token))
                    async for change in stream:
                        token = change["_id"]
                        self._tell(_change_of(self._id_of(change["_id"]), change))
            except PyMongoError as error:
                log.warning("live_waits", error=type(error).__name__)
                if getattr(error, "code", None) in _HISTORY_LOST:
                    token = None
                await asyncio.sleep(1)

    def _id_of(self, token: Mapping[str, Any]) -> str:
        return hmac.new(self._key, str(token["_data"]).encode(), hashlib.sha256).hexdigest()[:32]

    def _begin(self, id: str) -> None:
        """A stream has begun with nothing before it: who hung on an earlier one loads anew."""
        self._kept.clear()
        self._kept.append(_Change(id))
        for line in tuple(self._lines):
            line.last = id
            line.put(Message(id, "reset"))
        self._begun.set()

    def _tell(self, change: _Change) -> None:
        self._kept.append(change)
        for line in tuple(self._lines):
            line.last = change.id
            if message := change.message_for(line.act):
                line.put(message)


def _change_of(id: str, change: Mapping[str, Any]) -> _Change:
    kind, right = _KINDS[change["ns"]["coll"]]
    subject = _Subject.model_validate(change["fullDocument"])
    view = LiveView(
        id=change["documentKey"]["_id"],
        state=subject.state,
        version=subject.version,
        items=[subject.item] if subject.item else subject.items,
        desk=(subject.desk or {}).get("department") or None,
        hall=subject.hall or None,
        by=ChangedBy.OTHERS,
    )
    return _Change(id, kind, right, subject, view, _By.model_validate(change.get("by", {})))

"""Which cases wait at whose desk: each queue as filters of one index each, so that a page costs the same however many cases there are.

A case in a waiting line has `queued_at`; the lines' indexes hold no others. Where somebody stands in several lines at once (their own
step, their town's, their department's as its head) there is a filter for each, and `merged` lays the lines together. What is in the
green channel stands `first`: each line is two, one after the other.
"""

from collections.abc import Iterable
from datetime import datetime
from heapq import merge

from backend.clock import SHANGHAI
from backend.errors import BadRequest
from backend.store import Document
from backend.store.indexes import SOME_DAY, TEXT
from models.acts import Role, StaffActor
from models.cases import Case, CaseState, Queue
from models.catalogue import StepLevel

LINES: dict[Queue, tuple[CaseState, ...]] = {
    Queue.PRE_REVIEW: (CaseState.SUBMITTED,),
    Queue.RECEPTION: (CaseState.PRE_APPROVED, CaseState.RECEIVED),
    Queue.PROCESSING: (CaseState.ACCEPTED,),
    Queue.DISTRICT_REVIEW: (CaseState.ACCEPTED,),
    Queue.RESULTS: (CaseState.GRANTED, CaseState.REFUSED),
}
"""The waiting lines and the states a case is in while it stands there; the other queues are lists, newest first."""

NEWEST_FIRST = [("_id", -1)]
LONGEST_FIRST = [("queued_at", 1), ("_id", 1)]  # in either half of a line
_NOWHERE = "-"
_UNDER_WAY = (CaseState.ACCEPTED, CaseState.CORRECTION_AFTER_ACCEPTANCE, CaseState.PAUSED)
_IN_HAND = (CaseState.SUBMITTED, CaseState.RECEIVED, CaseState.ACCEPTED, CaseState.PAUSED)
_EARLY = (Queue.PRE_REVIEW, Queue.RECEPTION)
_FIRST = "g"  # begins a cursor among those that stand first


def line(actor: StaffActor, queue: Queue, state: CaseState | None, cursor: str | None) -> list[Document]:
    """The filters of a waiting line, from `cursor` on. Raises `BadRequest` for a cursor that is none."""
    states = [each.value for each in LINES[queue] if state in (None, each)]
    wait: Document = {"state": {"$in": states}, "hold": None}
    halves: list[Document] = [{"first": True, "queued_at": SOME_DAY}, {"first": False, "queued_at": SOME_DAY}]
    if cursor:
        first, at, id = position(cursor)
        halves = halves[0 if first else 1 :]
        halves[0] |= {"queued_at": {"$gte": at}, "$nor": [{"queued_at": at, "_id": {"$lte": id}}]}  # `$or` would tempt to other indexes
    return [{**where, **wait, **half} for half in halves for where in _desks(actor, queue)] if states else []


def listed_for(actor: StaffActor, queue: Queue, state: CaseState | None) -> list[Document]:
    """The filters of a list that is no waiting line; what matches several of them stands in it once."""
    if actor.town is not None and queue in (Queue.SUPERVISED, Queue.ESCALATED):
        return []  # the department's own, and a town is not its department
    if queue is Queue.SUPERVISED:
        decided = (CaseState.GRANTED, CaseState.REFUSED, CaseState.CLOSED)
        return [{"formerly": actor.department or "", "state": {"$in": [each.value for each in decided if state in (None, each)]}}]
    if queue is Queue.ESCALATED:
        late: Document = {"clock.silent_at": SOME_DAY, "state": {"$in": _under_way(state)}}
        return [{"department": actor.department} | late]
    if queue is Queue.GIVEN_BACK:
        lapsed: Document = {"reviewer": None, "state": {"$in": [each.value for each in _IN_HAND if state in (None, each)]}}
        return [{"given_back.id": id, **lapsed} for id in actor.ids]
    if queue is Queue.ALL and actor.town is not None:
        return [where | {"state": {"$in": _under_way(state)}} for where in _all_of_town(actor)]
    wanted: list[Document] = [_taken_in(actor)] if queue is Queue.TAKEN_IN else [{"reviewer.id": id} for id in actor.ids]
    if queue is Queue.ALL:
        wanted = [{"department": actor.department, "submissions.0": {"$exists": True}}]  # no draft, thrown away or not
    return [where | ({"state": state.value} if state else {}) for where in wanted]


def _under_way(state: CaseState | None) -> list[str]:
    """The states of a case under way, or of them the one that is asked for."""
    return [each.value for each in _UNDER_WAY if state in (None, each)]


def merged(lines: Iterable[list[Document]], limit: int) -> list[Document]:
    """The first of all lines, in order; what stands in several of them once."""
    found: dict[str, Document] = {}
    for document in merge(*lines, key=_place):
        if len(found) == limit:
            break
        found.setdefault(document["_id"], document)
    return list(found.values())


def cursor_of(case: Case) -> str:
    """Where a waiting line goes on: whether among the first, the moment and the case."""
    assert case.queued_at is not None  # the line's filter
    return cursor_at(case.id, case.queued_at, first=case.first)


def cursor_at(id: str, at: datetime, *, first: bool) -> str:
    """What `position` reads."""
    return f"{_FIRST if first else ''}{int(at.timestamp() * 1000)}.{id}"


def position(cursor: str) -> tuple[bool, datetime, str]:
    """Whether a cursor is among what stands first, its moment and its case. Raises `BadRequest` for one that is none."""
    moment, _, id = cursor.removeprefix(_FIRST).partition(".")
    if not moment.isdecimal() or len(moment) > 13:
        raise BadRequest("列表的位置不对，请从头刷新。")
    return cursor.startswith(_FIRST), datetime.fromtimestamp(int(moment) / 1000, SHANGHAI), id


def _place(document: Document) -> tuple[bool, datetime, str]:
    """Where a case stands in a line."""
    return not document["first"], document["queued_at"], document["_id"]


def _desks(actor: StaffActor, queue: Queue) -> list[Document]:
    if queue is Queue.PROCESSING:
        return list(_steps_of(actor))
    if queue is Queue.DISTRICT_REVIEW:
        return _from_towns(actor)
    if queue is not Queue.PRE_REVIEW and actor.has(Role.RECEPTIONIST):
        own: Document = {} if actor.one_window else {"department": actor.department}
        if actor.one_window and actor.not_here:
            own = {"item": {"$nin": sorted(actor.not_here)}}
        return [own | _here(actor) | ({"received_town": {"$in": [None, actor.town]}} if actor.town is not None else {})]
    if actor.town is None:
        return [{"department": actor.department}]
    if queue in _EARLY and actor.has(Role.PRE_REVIEWER, Role.REVIEWER):
        return [{"department": actor.department, "town": {"$in": [None, actor.town]}} | _here(actor)]
    return []


def _from_towns(actor: StaffActor) -> list[Document]:
    """What towns took in and waits for a step of the district that is the actor's, but not what they took in themselves."""
    if actor.town is not None:
        return []
    roles = {"$in": sorted(role.value for role in actor.roles)}
    where: Document = {"desk.department": actor.department, "desk.level": StepLevel.DISTRICT.value, "desk.role": roles}
    return [where | {"received_town": TEXT, "received_by.id": {"$ne": actor.id}}]


def _all_of_town(actor: StaffActor) -> list[Document]:
    """What has a step for whoever looks in their town or village; each of the two is an index of its own."""
    near: Document = {"town": {"$in": [None, actor.town]}} | _here(actor)
    return [{"steps": {"$elemMatch": each}} | near for each in _near_steps(actor)]


def _near_steps(actor: StaffActor, prefix: str = "") -> list[Document]:
    """What a step of a town is like that is the actor's, and one of a village, which has no departments; see `is_step_of`."""
    roles = {"$in": sorted(role.value for role in actor.roles)}
    village: Document = {f"{prefix}level": StepLevel.VILLAGE.value, f"{prefix}role": roles}
    return [village, {f"{prefix}department": actor.department, f"{prefix}level": StepLevel.TOWN.value, f"{prefix}role": roles}]


def _steps_of(actor: StaffActor) -> Iterable[Document]:
    """The steps whose turn it is and that this member of staff may do."""
    roles = {"$in": sorted(role.value for role in actor.roles)}
    yield {"desk.department": actor.department, "desk.level": StepLevel.DISTRICT.value, "desk.role": roles}
    if actor.has(Role.CHIEF_REPRESENTATIVE):
        yield {"department": actor.department}
    if actor.town is not None:
        for step in _near_steps(actor, "desk."):
            yield {"town": actor.town, **step} | _here(actor)
            yield {"town": None, **step} | _here(actor)  # whose town nobody knows, or of another district


def _taken_in(actor: StaffActor) -> Document:
    """What the actor's counter took in for other districts; nothing away from counters."""
    region = actor.region if actor.has(Role.RECEPTIONIST) and actor.region is not None else _NOWHERE
    return {"intake.region": region} | ({"intake.town": actor.town} if actor.town is not None else {})


def _here(actor: StaffActor) -> Document:
    """Of the district of whoever looks; the city's own staff serve all of it."""
    return {"region": {"$in": [None, actor.region]}} if actor.region is not None else {}

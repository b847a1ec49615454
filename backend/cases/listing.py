"""Lists of cases: a citizen's own, and the queues of staff. Every queue is one index."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from backend.cases.core import Core
from backend.clock import SHANGHAI
from backend.errors import BadRequest, Forbidden
from backend.store import Document
from models.acts import Act, Power, Role, StaffActor
from models.cases import Case, CasesQuery, CaseState, Queue, QueueQuery

_STATES: dict[Queue, list[CaseState]] = {
    Queue.PRE_REVIEW: [CaseState.SUBMITTED],
    Queue.RECEPTION: [CaseState.PRE_APPROVED, CaseState.RECEIVED],
    Queue.PROCESSING: [CaseState.ACCEPTED],
    Queue.RESULTS: [CaseState.GRANTED, CaseState.REFUSED],
}


class Listing(Core):
    """Reads of more than one case. Lists carry no answers of forms."""

    async def mine(self, act: Act, query: CasesQuery) -> tuple[list[Case], str | None]:
        """The cases of the person whose matter it is, newest first, and where the next page begins.

        An agent gets those of granted items; without the power to see, those filed under the same grant.
        """
        where: Document = {"person": act.person, "bundle": None}  # a bundle is one case to its applicant
        if query.state:
            where["state"] = query.state.value
        if query.item:
            where["item"] = query.item
        if act.acting is not None:
            where["$and"] = [_within(act)]
        if query.cursor:
            where["_id"] = {"$lt": query.cursor}
        return await self._page(where, [("_id", -1)], query.limit, lambda case: case.id)

    async def queue(self, act: Act, query: QueueQuery) -> tuple[list[Case], str | None]:
        """The cases that wait at the viewer's desk, those waiting longest first. Raises `Forbidden` without a desk."""
        actor = act.actor
        if not isinstance(actor, StaffActor):
            raise Forbidden()
        where = self._queue(actor, query)
        if query.item:
            where["item"] = query.item
        if query.state:
            where = {"$and": [where, {"state": query.state.value}]}
        if query.queue in (Queue.MINE, Queue.ALL, Queue.ESCALATED):  # not waiting lines: the newest first
            if query.cursor:
                where = {"$and": [where, {"_id": {"$lt": query.cursor}}]}
            return await self._page(where, [("_id", -1)], query.limit, lambda case: case.id)
        if query.cursor:
            at, id = _position(query.cursor)
            where["$or"] = [{"queued_at": {"$gt": at}}, {"queued_at": at, "_id": {"$gt": id}}]
        return await self._page(where, [("queued_at", 1), ("_id", 1)], query.limit, _cursor)

    async def case_may_be_booked(self, act: Act, case_id: str, item: str) -> bool:
        """Whether a visit may be booked for this case: it is the person's, of that item, unfrozen, and waits for them to come."""
        document = await self.store.cases.get(case_id)
        case = Case.of(document) if document else None
        if case is None or case.person != act.person or case.item != item or case.hold is not None:
            return False
        comes = case.state in (CaseState.RECEIVED, CaseState.ACCEPTED) and self.version_of(case).visits.count > 0
        return case.may_book or comes

    def _queue(self, actor: StaffActor, query: QueueQuery) -> Document:
        if query.queue is Queue.MINE:
            return {"reviewer.id": actor.id}
        if query.queue is Queue.ESCALATED:
            open_states = [state.value for state in (CaseState.ACCEPTED, CaseState.CORRECTION_AFTER_ACCEPTANCE, CaseState.PAUSED)]
            return {"department": actor.department, "state": {"$in": open_states}, "clock.silent_at": {"$ne": None}}
        if query.queue is Queue.ALL:
            return {"department": actor.department, "state": {"$ne": CaseState.DRAFT.value}}
        states = [state.value for state in _STATES[query.queue]]
        where: Document = {"state": {"$in": states}, "hold": None}
        if query.queue is Queue.PROCESSING:
            return where | {"$and": [_steps_of(actor)]}
        if query.queue in (Queue.RECEPTION, Queue.RESULTS) and actor.has(Role.RECEPTIONIST):
            return where if actor.town is None else where | {"received_town": {"$in": [None, actor.town]}}
        return where | {"department": actor.department}

    async def _page(
        self, where: Document, sort: list[tuple[str, int]], limit: int, cursor: Callable[[Case], str]
    ) -> tuple[list[Case], str | None]:
        documents = await self.store.cases.find(where, sort=sort, limit=limit + 1)
        found = [Case.of(each) for each in documents[:limit]]
        return found, cursor(found[-1]) if len(documents) > limit else None


def _cursor(case: Case) -> str:
    """Where a queue goes on: the moment and the case."""
    return f"{int((case.queued_at or case.created_at).timestamp() * 1000)}.{case.id}"


def _position(cursor: str) -> tuple[datetime, str]:
    moment, _, id = cursor.partition(".")
    if not moment.isdecimal() or len(moment) > 13:
        raise BadRequest("列表的位置不对，请从头刷新。")
    return datetime.fromtimestamp(int(moment) / 1000, SHANGHAI), id


def _within(act: Act) -> Document:
    """What an agent may see of the principal's cases."""
    acting = act.acting
    assert acting is not None
    where: dict[str, Any] = {"item": {"$in": sorted(acting.items)}} if acting.items else {}
    return where if Power.SEE in acting.powers else {**where, "grant": acting.grant}


def _steps_of(actor: StaffActor) -> Document:
    """The steps whose turn it is and that this member of staff may do."""
    roles = sorted(role.value for role in actor.roles)
    own = {"desk.department": actor.department, "desk.level": "district", "desk.role": {"$in": roles}}
    choices: list[Document] = [own]
    if actor.has(Role.CHIEF_REPRESENTATIVE):
        choices.append({"department": actor.department})
    if actor.town is not None:
        choices.append({"desk.level": {"$in": ["town", "village"]}, "desk.role": {"$in": roles}, "town": {"$in": [None, actor.town]}})
    return {"$or": choices}

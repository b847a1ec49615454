"""How grants end: revoked, renounced, run out, ended by a death (by a register: `companies`). What an agent had begun is frozen by consumers of these events."""

from datetime import datetime, timedelta
from typing import Any

from backend.audit import event_of
from backend.errors import Conflict, NotFound
from backend.grants.companies import Companies
from backend.grants.core import Core
from backend.idempotency import once
from backend.outbox import OutboxRow
from backend.store import Store
from models.acts import Act, SystemActor
from models.base import Event, NoticeOrder
from models.catalogue import ProxyBasis
from models.grants import LIVE, OPEN, EndBody, Grant, GrantState, Side

# Events after which drafts, held places and pick-up codes of the agent are frozen; the subject is the grant.
ENDING_ACTIONS = frozenset({"grant.revoked", "grant.renounced", "grant.expired", "grant.ended"})
_WARN_DAYS = (7, 1)
_BATCH = 200


class Endings:
    """Ends grants, by people and by time."""

    def __init__(self, core: Core, companies: Companies) -> None:
        self._core = core
        self._companies = companies
        self.store: Store = core.store

    @once("grants", Grant)
    async def end(self, act: Act, grant_id: str, body: EndBody) -> Grant:
        """The principal revokes, or the agent renounces; at once, and both are told. Raises `NotFound`, `Conflict` where it has ended."""
        grant, side = await self._of_party(act, grant_id)
        offered = grant.state in (GrantState.INVITED, GrantState.CHECKING)
        standing = grant.as_of(act.at).state
        if standing not in OPEN:
            raise Conflict(f"这份授权现在的状态是「{standing.label}」，不用再撤销。")
        verb = "taken_back" if offered else "revoked" if side is Side.PRINCIPAL else "renounced"
        notices = [] if offered else self._core.tell(grant, f"grant_{verb}", Side.PRINCIPAL, Side.AGENT)
        changes = {
            "state": GrantState.REVOKED.value,
            "target": None,
            "call_back": None,
            "invitation": None,
            "ended_at": act.at,
            "reason": body.reason or "",
        }
        event = event_of(act, f"grant.{verb}", detail={"by": side.value}, notices=notices)
        return await self._end_now(grant, changes, event)

    async def _of_party(self, act: Act, grant_id: str) -> tuple[Grant, Side]:
        """A grant the actor is a side of; of a company's grant also whom the register names by now."""
        try:
            return await self._core.of_party(act, grant_id)
        except NotFound:
            grant = await self._core.get(grant_id)
            if grant.basis is not ProxyBasis.COMPANY:
                raise
            return await self._companies.by_successor(act, grant), Side.PRINCIPAL

    async def tick(self) -> None:
        """Periodic work: ends what has run out, and tells of what soon will. Safe to run twice."""
        now = self._core.clock.now()
        await self._expire(now)
        await self._lapse_offers(now)
        for days in _WARN_DAYS:
            await self._warn(now, days)

    async def on_person_deceased(self, row: OutboxRow) -> None:
        """Ends the grants of the deceased, on either side. The other side is told. Safe to run twice."""
        person = row.person or row.subject_id
        open_states = [state.value for state in OPEN]
        for document in await self.store.grants.find({"$or": [{"person": person}, {"agent": person}], "state": {"$in": open_states}}):
            grant = Grant.of(document)
            told = Side.AGENT if grant.person == person else Side.PRINCIPAL
            notices = self._core.tell(grant, "grant_ended", told) if grant.state in LIVE else []
            changes = {"state": GrantState.ENDED.value, "target": None, "call_back": None, "invitation": None, "ended_at": row.at}
            event = event_of(self._act(), "grant.ended", detail={"cause": "death"}, notices=notices)
            where = {"_id": grant.id, "state": {"$in": open_states}}
            await self.store.grants.change(where, {"$set": changes}, event)

    async def on_person_erased(self, row: OutboxRow) -> None:
        """Takes back what an erased person offered or asked for and nobody answered. Safe to run twice."""
        unanswered = {"state": {"$in": [GrantState.INVITED.value, GrantState.CHECKING.value]}}
        changes = {"state": GrantState.REVOKED.value, "target": None, "call_back": None, "invitation": None, "ended_at": row.at}
        for side in ("person", "agent"):
            for document in await self.store.grants.find({side: row.subject_id, **unanswered}):
                event = event_of(self._act(), "grant.taken_back", detail={"cause": "erased"})
                await self.store.grants.change({"_id": document["_id"], **unanswered}, {"$set": changes}, event)

    async def _end_now(self, grant: Grant, changes: dict[str, Any], event: Event) -> Grant:
        """Whatever the agent does at the same moment, the end comes first or right after; only another end stops it."""
        where = {"_id": grant.id, "state": {"$in": [state.value for state in OPEN]}}
        document = await self.store.grants.change(where, {"$set": changes}, event)
        if document is None:
            raise Conflict("这份授权刚刚已经结束，请刷新后查看。")
        return Grant.of(document)

    async def _expire(self, now: datetime) -> None:
        live = {"state": {"$in": [state.value for state in LIVE]}, "until": {"$lte": now}}
        for document in await self.store.grants.find(live, limit=_BATCH):
            grant = Grant.of(document)
            notices = self._core.tell(grant, "grant_expired", Side.PRINCIPAL, Side.AGENT)
            event = event_of(self._act(), "grant.expired", notices=notices)
            changes = {"state": GrantState.EXPIRED.value, "ended_at": now}
            await self.store.grants.change({**live, "_id": grant.id}, {"$set": changes}, event)

    async def _lapse_offers(self, now: datetime) -> None:
        unanswered = {"state": GrantState.INVITED.value, "answer_by": {"$lte": now}}
        for document in await self.store.grants.find(unanswered, limit=_BATCH):
            grant = Grant.of(document)
            notices = self._core.tell(grant, "grant_unanswered", grant.offered_by)
            changes = {"state": GrantState.EXPIRED.value, "target": None, "call_back": None, "invitation": None, "ended_at": now}
            event = event_of(self._act(), "grant.lapsed", notices=notices)
            await self.store.grants.change({**unanswered, "_id": grant.id}, {"$set": changes}, event)

    async def _warn(self, now: datetime, days: int) -> None:
        soon = {
            "state": {"$in": [state.value for state in LIVE]},
            "until": {"$gt": now, "$lte": now + timedelta(days=days)},
            "warned": {"$ne": days},
        }
        for document in await self.store.grants.find(soon, limit=_BATCH):
            grant = Grant.of(document)
            # A grant of a few days needs no warning a week ahead, and one told of a day ahead none a week ahead.
            skip = grant.until - grant.starts_at <= timedelta(days=2 * days) or any(each < days for each in grant.warned)
            notices = [] if skip else self._warning(grant, days)
            event = event_of(self._act(), "grant.expiring", detail={"days": days}, notices=notices) if notices else None
            where = {**soon, "_id": grant.id}
            await self.store.grants.change(where, {"$set": {"warned": sorted({*grant.warned, days})}}, event)

    def _warning(self, grant: Grant, days: int) -> list[NoticeOrder]:
        return self._core.tell(grant, "grant_expiring", Side.PRINCIPAL, Side.AGENT, days=str(days))

    def _act(self) -> Act:
        return Act(actor=SystemActor(id="grants"), at=self._core.clock.now(), channel="system")

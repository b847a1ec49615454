"""A company's handler (单位经办人): named by the legal representative, and only while the enterprise register says they are.

The principal is the enterprise. A grant holds within one `term` of it: `backend.people.enterprises` begins a new one
when the register names somebody else or the enterprise exists no more.
"""

from typing import Any

from backend.audit import event_of
from backend.errors import Conflict, Forbidden, NotFound
from backend.grants.core import NO_GRANT, Core
from backend.outbox import OutboxRow
from backend.people import is_representative
from backend.store import Session, Store
from models.acts import Act, SystemActor
from models.enterprises import Enterprise, EnterpriseBody
from models.grants import LIVE, OPEN, Grant, GrantState, Side
from models.people import Citizen

_AGAIN = "请单位的法定代表人重新指定经办人。"


class Companies:
    """What the register has to say about grants of handlers."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self.store: Store = core.store
        self._enterprises = core.people.enterprises

    async def principal(self, representative: Citizen, body: EnterpriseBody) -> dict[str, Any]:
        """The fields that put an enterprise on the principal's side, by its legal representative. Raises as `Enterprises.named`."""
        enterprise = await self._enterprises.named(body, representative)
        return {
            "person": enterprise.id,
            "person_name": enterprise.name,
            "representative": representative.id,
            "term": enterprise.term,
        }

    async def represents(self, citizen_id: str, enterprise_id: str) -> bool:
        """Whether a citizen is the legal representative of an enterprise, by the register's word of the last day. Raises `Unavailable`."""
        me = await self._core.people.get(citizen_id)
        return is_representative(me, (await self.fresh(enterprise_id)).representative)

    async def fresh(self, enterprise_id: str) -> Enterprise:
        """An enterprise by the register's word of the last day. Raises `Unavailable`."""
        return await self._enterprises.fresh(enterprise_id)

    async def still_stands(self, grant: Grant) -> None:
        """Asks the register now. Raises `Conflict` where it has ended the offer meanwhile, `Unavailable`."""
        enterprise = await self._enterprises.confirm(await self._enterprises.get(grant.person or ""))
        if lapsed(grant, enterprise):
            await self._end_all(enterprise)
            raise Conflict(f"{enterprise.changed_for}，这个邀请已失效。{_AGAIN}")

    async def require(self, grant: Grant) -> None:
        """Before the handler acts: the register's word is at most a day old and has not ended the grant.

        Raises `Forbidden` where it has, `Unavailable` where the register is silent for longer.
        """
        enterprise = await self._enterprises.fresh(grant.person or "")
        if lapsed(grant, enterprise):
            await self._end_all(enterprise)
            raise Forbidden(ended_text(enterprise.changed_for))

    async def require_within(self, grant: Grant, session: Session) -> None:
        """The same inside the transaction of an act, where only what is known already can be looked at."""
        document = await self.store.enterprises.get(grant.person or "", session=session)
        if document is None:
            raise NotFound()
        enterprise = Enterprise.of(document)
        if lapsed(grant, enterprise):
            raise Forbidden(ended_text(enterprise.changed_for))

    async def by_successor(self, act: Act, grant: Grant) -> Grant:
        """The grant after the register was asked on the word of whom it now names. Raises `NotFound` where that is not the actor.

        They need not revoke what their predecessor gave: the register's answer has ended it.
        """
        if act.acting is not None:
            raise NotFound(NO_GRANT)
        me = await self._core.people.get(act.actor.id)
        enterprise = await self._enterprises.confirm(await self._enterprises.get(grant.person or ""))
        if not is_representative(me, enterprise.representative):
            raise NotFound(NO_GRANT)
        await self._end_all(enterprise)
        return await self._core.get(grant.id)

    async def on_enterprise_renamed(self, row: OutboxRow) -> None:
        """The company goes on under a new name, and so do its grants. Consumes `enterprise.renamed`. Safe to run twice."""
        enterprise = await self._core.people.enterprises.get(row.subject_id)
        await self._core.store.grants.change_many({"person": enterprise.id}, {"$set": {"person_name": enterprise.name}})

    async def on_enterprise_changed(self, row: OutboxRow) -> None:
        """Consumes `enterprise.changed`. Safe to run twice."""
        await self._end_all(await self._enterprises.get(row.subject_id))

    async def _end_all(self, enterprise: Enterprise) -> None:
        """Ends every grant of a term that is over; the representative who gave it and the handler are told."""
        over = {"person": enterprise.id, "state": {"$in": [state.value for state in OPEN]}, "term": {"$lt": enterprise.term}}
        for document in await self.store.grants.find(over):
            grant = Grant.of(document)
            sides = (Side.PRINCIPAL, Side.AGENT) if grant.state in LIVE else (Side.PRINCIPAL,)
            reason = enterprise.changed_for or "企业登记已变更"
            notices = self._core.tell(grant, "grant_company_ended", *sides, reason=reason)
            changes = {
                "state": GrantState.ENDED.value,
                "target": None,
                "invitation": None,
                "ended_at": self._core.clock.now(),
                "reason": reason,
            }
            event = event_of(self._act(), "grant.ended", detail={"cause": "register"}, notices=notices)
            await self.store.grants.change({**over, "_id": grant.id}, {"$set": changes}, event)

    def _act(self) -> Act:
        return Act(actor=SystemActor(id="grants"), at=self._core.clock.now(), channel="system")


def lapsed(grant: Grant, enterprise: Enterprise) -> bool:
    """Whether the register has ended a grant since it was given."""
    return enterprise.gone or grant.term != enterprise.term


def ended_text(reason: str) -> str:
    """What a handler is told whose grant the register has ended."""
    return f"{reason or '企业登记已变更'}，单位给您的授权已终止，不能再以单位名义办理。{_AGAIN}"

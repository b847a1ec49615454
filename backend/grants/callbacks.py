"""The path for a parent without a phone, begun by their child: the paper they signed in photographs, and a time at which staff call.

The paper is evidence; what grants is that a member of staff heard the principal, by phone at the agreed time or otherwise.
"""

from datetime import timedelta
from typing import Any

from backend import ids
from backend.audit import event_of
from backend.errors import Conflict, FieldError, Forbidden, Invalid, NotFound, StaleVersion
from backend.grants.core import Core, named
from backend.grants.hearings import hearing_of, require_attested
from backend.grants.takings import HEARERS, HEARING_IS_OTHERS, require_held
from backend.grants.terms import require_agent, require_principal, require_two_people
from backend.idempotency import once
from backend.people import normalise_name
from backend.people.documents import check_number
from backend.store import Session, Store
from models.acts import Act, StaffActor
from models.catalogue import ProxyBasis
from models.documents import DocumentType
from models.grants import CallBack, CheckBody, Grant, GrantBody, GrantState, PartyBody, Side, Target
from models.people import PersonDocument

_AHEAD = 14  # days in which a call can be asked for: a default of our own
_UNHEARD = "请写明在哪里、怎么听取了委托人本人的意愿。只看授权书不能确认。"


class CallBacks:
    """Asks for a call, and records what came of it."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self.store: Store = core.store

    @once("grants", Grant)
    async def request(self, act: Act, body: GrantBody) -> Grant:
        """A grant that waits until staff have heard the principal, whether or not there is such a person.

        Raises `Forbidden`, `ProofNeeded` for an agent who may not be one, `Invalid` for terms, day or photographs, `Conflict` for a
        principal whom the population register holds for dead.
        """
        if act.acting is not None or body.call_back is None:
            raise Forbidden("授权不能转给别人。")
        today = act.at.date()
        agent = await self._core.people.get(act.actor.id)
        require_agent(agent, today)
        items = self._core.terms.check_items(ProxyBasis.DELEGATION, body.items, today)
        powers = self._core.terms.check_powers(body.powers, items, today)
        starts, until = self._core.terms.check_dates(body, items, act.at)
        target = _target(body.principal or PartyBody(), act)
        identity = agent.identity
        if identity is not None and (identity.document_type, identity.number) == (target.document_type, target.number):
            require_two_people(agent.id, agent.id)
        if not today < body.call_back.day <= today + timedelta(days=_AHEAD):
            raise Invalid(errors=[FieldError("/call_back/day", f"请约明天起 {_AHEAD} 天以内的一天，工作人员好安排打电话。")])
        await self._require_own(agent.id, body.evidence)
        await self._core.people.confirm(act, agent, "核对代办人身份")
        town = await self._core.town_of(act, _document(target), agent)
        grant = Grant(
            _id=ids.new_id("grant"),
            basis=ProxyBasis.DELEGATION,
            state=GrantState.CHECKING,
            items=items,
            powers=powers,
            starts_at=starts,
            until=until,
            single_use=body.single_use,
            offered_by=Side.AGENT,
            target=target,
            town=town,
            call_back=CallBack(**body.call_back.model_dump(mode="json"), agents_own=body.call_back.phone == agent.phone),
            note=body.note or "",
            evidence=body.evidence,
            created_at=act.at,
            **named(agent, Side.AGENT),
        )
        await self.store.grants.insert(grant, event_of(act, "grant.call_asked", detail={"items": items}))
        return grant

    @once("grants", Grant)
    async def answer(self, act: Act, grant_id: str, body: CheckBody) -> Grant:
        """What the principal said: the grant holds from now on, or it is refused.

        Raises `NotFound`, `Forbidden` for staff who hear nobody, as `require_held`, `require_attested`, `StaleVersion`, `Invalid` where
        nobody was heard or the register does not know the principal.
        """
        grant = await self._core.get(grant_id)
        if not isinstance(act.actor, StaffActor) or not act.actor.has(*HEARERS):
            raise Forbidden(HEARING_IS_OTHERS)
        require_held(act, grant)
        if grant.version != body.version:
            raise StaleVersion()
        if not body.confirmed:
            return await self._refuse(act, grant, body)
        if body.heard is None:
            raise Invalid(_UNHEARD, errors=[FieldError("/heard", _UNHEARD)])
        return await self._hold(act, grant, body)

    async def _refuse(self, act: Act, grant: Grant, body: CheckBody) -> Grant:
        changes = {
            "state": GrantState.DECLINED.value,
            "reason": body.note,
            "target": None,
            "call_back": None,
            "ended_at": act.at,
        }
        told = self._core.tell(grant, "grant_not_confirmed", Side.AGENT, reason=body.note)
        return await self._core.change_or_tell(grant, (GrantState.CHECKING,), changes, event_of(act, "grant.not_confirmed", notices=told))

    async def _hold(self, act: Act, grant: Grant, body: CheckBody) -> Grant:
        assert grant.target is not None
        assert body.heard is not None
        registration = await self._core.people.look_up(act, _document(grant.target))
        principal = registration.citizen
        await require_attested(self._core, act, principal, body.heard.method)
        require_two_people(principal.id, grant.agent)
        record = await self._core.people.confirm(act, principal, "核对委托人身份")
        require_principal(principal, record, act.at.date())
        agent = await self._core.people.get(grant.agent or "")
        require_agent(agent, act.at.date())
        if grant.until <= act.at:
            raise Conflict("要授权的期限已经过了，请代办人重新申请。")
        hearing = hearing_of(act, body.heard)
        changes: dict[str, Any] = {
            **named(principal, Side.PRINCIPAL),
            "state": GrantState.ACTIVE.value,
            "starts_at": max(grant.starts_at, act.at),
            "target": None,
            "call_back": None,
            "hearing": {**hearing.model_dump(), "method": hearing.method.value},
            "evidence": [*grant.evidence, *body.evidence],
        }
        held = grant.model_copy(update=named(principal, Side.PRINCIPAL))
        notices = self._core.tell(held, "grant_recorded", Side.PRINCIPAL, Side.AGENT)
        event = event_of(act, "grant.recorded", detail={"items": grant.items, "method": hearing.method.value}, notices=notices)

        async def write(session: Session) -> Grant:
            await self._core.people.register(registration, session)
            return await self._core.change_or_tell(grant, (GrantState.CHECKING,), changes, event, session=session)

        return await self.store.transact(write)

    async def evidence(self, grant: Grant, material: str) -> None:
        """Raises `NotFound` where an upload is none of a grant's evidence."""
        if material not in grant.evidence or not await self._core.are_of([material], grant.agent, grant.person):
            raise NotFound("这份授权没有这个附件。")

    async def _require_own(self, agent: str, uploads: list[str]) -> None:
        if not await self._core.are_of(uploads, agent):
            detail = "有照片没有上传好，请重新拍一次。"
            raise Invalid(detail, errors=[FieldError("/evidence", detail)])


def _target(party: PartyBody, act: Act) -> Target:
    number = check_number(party.document_type, party.id_number or "", act.at.date(), "/principal/id_number")
    return Target(name=normalise_name(party.name or ""), document_type=party.document_type, number=number)


def _document(target: Target) -> PersonDocument:
    return PersonDocument(document_type=target.document_type or DocumentType.RESIDENT_CARD, id_number=target.number or "", name=target.name)

"""A delegation between two people with phones: offered by either, answered by the other. A company's handler is named the same way.

An offer may name the other side by document or by phone, or name nobody and travel as a QR code. The answer to an
offer is the same whether or not we know such a person.
"""

from datetime import date, timedelta
from typing import Any

from backend import ids
from backend.audit import event_of
from backend.errors import Conflict, Forbidden, NotFound, ProofNeeded
from backend.grants.companies import Companies
from backend.grants.core import Core, named, shown_name
from backend.grants.terms import require_agent, require_principal, require_two_people
from backend.idempotency import once
from backend.people import normalise_name, same_name
from backend.people.documents import check_number
from backend.store import Store
from models.acts import Act
from models.base import NoticeOrder
from models.catalogue import ProxyBasis
from models.grants import AnswerBody, Consent, Grant, GrantBody, GrantState, PartyBody, Side, Target
from models.people import Citizen

ANSWER_WITHIN = timedelta(days=7)
_TOKEN_LENGTH = 16


class Offers:
    """Makes and answers offers."""

    def __init__(self, core: Core, companies: Companies) -> None:
        self._core = core
        self._companies = companies
        self.store: Store = core.store

    @once("grants", Grant)
    async def offer(self, act: Act, body: GrantBody) -> Grant:
        """A new grant, waiting for the other side. A legal representative who names themselves holds it at once.

        Raises `ProofNeeded` (a principal below level 2, an agent below level 1), `Invalid`, `Conflict`, `Forbidden`,
        `Unavailable` where a register does not answer.
        """
        if act.acting is not None:
            raise Forbidden("授权不能转给别人，只有委托人本人可以授权。")
        me = await self._core.people.get(act.actor.id)
        side = Side.PRINCIPAL if body.agent is not None else Side.AGENT
        today = act.at.date()
        items = self._core.terms.check_items(body.basis, body.items, today)
        powers = self._core.terms.check_powers(body.powers, items, today)
        starts, until = self._core.terms.check_dates(body, items, act.at)
        consent = await self._admit(act, me, side)
        target = _target(body.agent or body.principal or PartyBody(), today)
        mine = _is_me(me, target)
        if mine and body.enterprise is None:
            require_two_people(me.id, me.id)
        own = await self._companies.principal(me, body.enterprise) if body.enterprise else named(me, side)
        grant = Grant(
            _id=ids.new_id("grant"),
            basis=body.basis,
            state=GrantState.INVITED,
            items=items,
            powers=powers,
            starts_at=starts,
            until=until,
            single_use=body.single_use,
            offered_by=side,
            target=target,
            invitation=ids.short_token(_TOKEN_LENGTH),
            answer_by=min(act.at + ANSWER_WITHIN, until),
            consent=consent,
            note=body.note or "",
            created_at=act.at,
            **own,
        )
        if mine:
            return await self._hold_at_once(act, grant, me)
        notices = await self._invite(grant, target)
        await self.store.grants.insert(grant, event_of(act, "grant.offered", detail={"items": items}, notices=notices))
        return grant

    async def by_token(self, act: Act, token: str) -> Grant:
        """The offer a QR code carries. Raises `NotFound`."""
        document = await self.store.grants.find_one({"invitation": token, "state": GrantState.INVITED.value})
        grant = Grant.of(document) if document else None
        if grant is None or grant.answer_by is None or grant.answer_by <= act.at:
            raise NotFound("这个邀请不存在、已处理或已过期，请对方重新发起。")
        return grant

    @once("grants", Grant)
    async def accept(self, act: Act, grant_id: str, body: AnswerBody) -> Grant:
        """The other side agrees; the grant holds from now on. Raises as `offer`, and `NotFound` where the offer is not to the actor."""
        grant, me = await self._addressed(act, grant_id, body.token)
        side = grant.missing_side
        require_two_people(*((me.id, grant.agent) if side is Side.PRINCIPAL else (grant.person, me.id)))
        consent = await self._admit(act, me, side)
        await self._still_stands(act, grant)
        changes: dict[str, Any] = {
            **named(me, side),
            "state": GrantState.ACTIVE.value,
            "target": None,
            "invitation": None,
            "answer_by": None,
        }
        if consent is not None:
            changes["consent"] = {**consent.model_dump(), "method": consent.method.value}
        accepted = grant.model_copy(update=named(me, side))
        event = event_of(act, "grant.accepted", notices=self._core.tell(accepted, "grant_accepted", Side.PRINCIPAL, Side.AGENT))
        return await self._core.change_or_tell(grant, (GrantState.INVITED,), changes, event)

    @once("grants", Grant)
    async def decline(self, act: Act, grant_id: str, body: AnswerBody) -> Grant:
        """The other side says no. Raises `NotFound`, `StaleVersion`."""
        grant, _ = await self._addressed(act, grant_id, body.token)
        changes = {"state": GrantState.DECLINED.value, "target": None, "invitation": None, "ended_at": act.at}
        event = event_of(act, "grant.declined", notices=self._core.tell(grant, "grant_declined", grant.offered_by))
        return await self._core.change_or_tell(grant, (GrantState.INVITED,), changes, event)

    def addressed_to(self, citizen: Citizen) -> list[dict[str, Any]]:
        """Filters for the offers that name a citizen by document, or by phone and name."""
        filters: list[dict[str, Any]] = []
        if citizen.identity is not None:
            filters.append({"target.number": citizen.identity.number, "state": GrantState.INVITED.value})
            if citizen.phone is not None:
                filters.append({"target.phone": citizen.phone, "target.name": citizen.name, "state": GrantState.INVITED.value})
        return filters

    def is_addressed(self, grant: Grant, citizen: Citizen, token: str | None) -> bool:
        """Whether a citizen may see and answer an offer: named in it, or holding the QR code of one that names no number."""
        if grant.state is not GrantState.INVITED or grant.side_of(citizen.id) is not None or grant.target is None:
            return False
        target, identity = grant.target, citizen.identity
        if target.number is None and target.phone is None:
            right_name = not target.name or same_name(target.name, citizen.name)
            return token is not None and token == grant.invitation and right_name
        if identity is None or not same_name(target.name, citizen.name):
            return False
        if target.number is not None:
            return (target.document_type, target.number) == (identity.document_type, identity.number)
        return target.phone == citizen.phone

    async def _addressed(self, act: Act, grant_id: str, token: str | None) -> tuple[Grant, Citizen]:
        grant = await self._core.get(grant_id)
        me = await self._core.people.get(act.actor.id)
        if grant.state is GrantState.INVITED and grant.side_of(me.id) is not None:
            raise Conflict("这份授权是您自己发起的，要由对方确认。不能授权给自己。")
        if not self.is_addressed(grant, me, token):
            raise NotFound("没有找到这个邀请：它可能已处理、已撤回，或不是发给您的。请核对姓名和手机号，或请对方重新发起。")
        if grant.answer_by is not None and grant.answer_by <= act.at:
            raise NotFound("这个邀请已过期，请对方重新发起。")
        return grant, me

    async def _admit(self, act: Act, me: Citizen, side: Side) -> Consent | None:
        """The principal's consent, by a proof that holds now; for an agent only whether they may be one."""
        today = act.at.date()
        if side is Side.AGENT:
            require_agent(me, today)
            await self._core.people.confirm(act, me, "核对代办人身份")
            require_agent(me, today)
            return None
        proof = me.lasting_proof()
        if proof is None or me.level(act.at) < 2:
            raise ProofNeeded("授权要先确认是您本人的意愿：请用国家网络身份认证，或到任一窗口、村居服务站当面核验。")
        record = await self._core.people.confirm(act, me, "核对委托人身份")
        require_principal(me, record, today)
        return Consent(at=act.at, method=proof.method, proof=proof.id)

    async def _still_stands(self, act: Act, grant: Grant) -> None:
        """The side that offered is still alive and able, a company still theirs; asked of the registers, since days may have gone by."""
        giver = grant.representative or grant.person
        offered_by = await self._core.people.get((giver if grant.offered_by is Side.PRINCIPAL else grant.agent) or "")
        record = await self._core.people.confirm(act, offered_by, "核对授权另一方身份")
        if grant.offered_by is Side.PRINCIPAL:
            require_principal(offered_by, record, act.at.date())
        else:
            require_agent(offered_by, act.at.date())
        if grant.basis is ProxyBasis.COMPANY:
            await self._companies.still_stands(grant)

    async def _hold_at_once(self, act: Act, grant: Grant, me: Citizen) -> Grant:
        """A legal representative handles the company's matters themselves: nobody else has to agree."""
        require_agent(me, act.at.date())
        held = grant.model_copy(
            update={**named(me, Side.AGENT), "state": GrantState.ACTIVE, "target": None, "invitation": None, "answer_by": None}
        )
        notices = self._core.tell(held, "grant_accepted", Side.PRINCIPAL, Side.AGENT)
        await self.store.grants.insert(held, event_of(act, "grant.accepted", detail={"items": held.items}, notices=notices))
        return held

    async def _invite(self, grant: Grant, target: Target) -> list[NoticeOrder]:
        """Tells the other side, where we know them. The side that offers is not told whether we do."""
        where: dict[str, Any]
        if target.number is not None and target.document_type is not None:
            where = {"identity.number": target.number, "identity.document_type": target.document_type.value}
        elif target.phone is not None:
            where = {"phone": target.phone}
        else:
            return []
        found = await self.store.citizens.find({**where, "name": target.name}, fields=("_id",), limit=2)
        agents = grant.offered_by is Side.AGENT
        asks = f"{shown_name(grant, Side.AGENT)}想替您代办" if agents else f"{shown_name(grant, Side.PRINCIPAL)}想请您代办"
        return [NoticeOrder(to=each["_id"], template="grant_offered", data=self._core.data(grant, asks=asks)) for each in found]


def _target(party: PartyBody, today: date) -> Target:
    number = check_number(party.document_type, party.id_number, today) if party.id_number else None
    return Target(
        name=normalise_name(party.name) if party.name else "",
        document_type=party.document_type if number else None,
        number=number,
        phone=party.phone if number is None else None,
    )


def _is_me(me: Citizen, target: Target) -> bool:
    number = me.identity.number if me.identity else None
    same_phone = target.phone is not None and target.phone == me.phone and same_name(target.name, me.name)
    return (number is not None and target.number == number) or same_phone

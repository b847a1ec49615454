"""Guardianship (监护): of minors, where the population register shows parent and child; of everybody else on evidence staff checked."""

from datetime import datetime, timedelta
from typing import Any

from backend import ids
from backend.audit import event_of
from backend.errors import Conflict, FieldError, Forbidden, Invalid, ProofNeeded, StaleVersion
from backend.grants.core import Core, named
from backend.grants.takings import require_held
from backend.grants.terms import LONGEST, end_of_minority, require_agent, require_two_people
from backend.idempotency import once
from backend.people import PersonRecord, normalise_name, same_name
from backend.people.documents import check_number
from backend.store import Session, Store
from models.acts import Act
from models.catalogue import ProxyBasis
from models.documents import DocumentType, Relation
from models.grants import CheckBody, Grant, GrantBody, GrantState, Side, Target
from models.people import ADULT, Citizen, PersonDocument

_A_LIFETIME = timedelta(days=365 * 18)  # a guardian asks for no end: cut to the ward's majority, or to a year
_CHILD = frozenset({Relation.SON, Relation.DAUGHTER})


class Guardians:
    """Grants a guardian holds. The ward answers nothing; the register or a clerk does."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self.store: Store = core.store

    @once("grants", Grant)
    async def claim(self, act: Act, body: GrantBody) -> Grant:
        """The actor says they are the guardian of the named person.

        Active at once where the register shows it; otherwise it waits for staff, whether or not there is such a person.
        Raises `ProofNeeded` below level 2, `Forbidden` for those who may not act, `Invalid`, `Conflict`.
        """
        if act.acting is not None:
            raise Forbidden("授权不能转给别人。")
        ward = _ward(body)
        today = act.at.date()
        number = check_number(ward.document_type, ward.id_number, today, "/principal/id_number")
        guardian = await self._guardian(act)
        items = self._core.terms.check_items(ProxyBasis.GUARDIANSHIP, body.items, today)
        powers = self._core.terms.check_powers(body.powers, items, today)
        _refuse_oneself(guardian, ward.document_type, number)
        record = await self._core.people.confirm(act, guardian, "核对监护关系")
        require_agent(guardian, today)
        grant = Grant(
            _id=ids.new_id("grant"),
            basis=ProxyBasis.GUARDIANSHIP,
            state=GrantState.CHECKING,
            items=items,
            powers=powers,
            starts_at=act.at,
            until=self._core.terms.end_of(body.until, act.at) if body.until else act.at + _A_LIFETIME,
            offered_by=Side.AGENT,
            target=Target(name=normalise_name(ward.name), document_type=ward.document_type, number=number),
            note=body.note or "",
            evidence=body.evidence,
            created_at=act.at,
            **named(guardian, Side.AGENT),
        )
        relation = _relation(record, ward.document_type, number, ward.name)
        if relation is None:
            grant = grant.model_copy(update={"town": await self._core.town_of(act, ward, guardian)})
            await self.store.grants.insert(grant, event_of(act, "grant.claimed", detail={"basis": grant.basis.value}))
            return grant
        principal = await self._core.people.look_up(act, ward)
        active = _recognised(act, grant, principal.citizen, relation)
        told = self._core.tell(active, "guardianship_confirmed", Side.AGENT)
        event = event_of(act, "grant.recognised", detail={"relation": relation.value}, notices=told)
        return await self._core.insert(active, event, principal)

    @once("grants", Grant)
    async def check(self, act: Act, grant_id: str, body: CheckBody) -> Grant:
        """A clerk confirms or refuses a claim, on what they saw. Raises `NotFound`, as `require_held`, `StaleVersion`, `Invalid`."""
        grant = await self._core.get(grant_id)
        require_held(act, grant)
        assert grant.target is not None  # of a grant that waits
        if grant.version != body.version:
            raise StaleVersion()
        changes: dict[str, Any] = {"evidence": [*grant.evidence, *body.evidence], "note": body.note, "target": None}
        if not body.confirmed:
            changes |= {"state": GrantState.DECLINED.value, "reason": body.note, "ended_at": act.at}
            told = self._core.tell(grant, "guardianship_refused", Side.AGENT, reason=body.note)
            event = event_of(act, "grant.claim_refused", notices=told)
            return await self._core.change_or_tell(grant, (GrantState.CHECKING,), changes, event)
        ward = PersonDocument(
            document_type=grant.target.document_type or DocumentType.RESIDENT_CARD,
            id_number=grant.target.number or "",
            name=grant.target.name,
        )
        registration = await self._core.people.look_up(act, ward)
        principal = registration.citizen
        require_two_people(principal.id, grant.agent)
        confirmed = grant.model_copy(update=named(principal, Side.PRINCIPAL))
        until = min(grant.until, _longest(principal, act.at))
        changes |= {**named(principal, Side.PRINCIPAL), "state": GrantState.ACTIVE.value, "until": until}
        told = self._core.tell(confirmed, "guardianship_confirmed", Side.AGENT, Side.PRINCIPAL)
        event = event_of(act, "grant.claim_confirmed", notices=told)

        async def write(session: Session) -> Grant:
            await self._core.people.register(registration, session)
            return await self._core.change_or_tell(grant, (GrantState.CHECKING,), changes, event, session=session)

        return await self.store.transact(write)

    async def _guardian(self, act: Act) -> Citizen:
        guardian = await self._core.people.get(act.actor.id)
        require_agent(guardian, act.at.date())
        if guardian.level(act.at) < 2:
            raise ProofNeeded("以监护人身份代办要先确认是您本人：请用国家网络身份认证，或到任一窗口、村居服务站当面核验。")
        return guardian


def _recognised(act: Act, grant: Grant, principal: Citizen, relation: Relation) -> Grant:
    """The register knows the relation, so the grant holds. Raises `Conflict` for a child who is grown up."""
    age = principal.age(act.at.date())
    if relation in _CHILD and (age is None or age >= ADULT):
        raise Conflict("您的子女已满 18 周岁。请由本人授权您代办；本人没有行为能力的，请带法院判决或监护证明到窗口办理。")
    return grant.model_copy(
        update={
            **named(principal, Side.PRINCIPAL),
            "state": GrantState.ACTIVE,
            "target": None,
            "relation": relation.value,
            "until": min(grant.until, _longest(principal, act.at)),
        }
    )


def _longest(principal: Citizen, now: datetime) -> datetime:
    born = principal.identity.born if principal.identity else None
    age = principal.age(now.date())
    if born is not None and age is not None and age < ADULT:
        return end_of_minority(born)
    return now + LONGEST


def _relation(record: PersonRecord, document_type: DocumentType, number: str, name: str) -> Relation | None:
    """What the register says the named person is to the guardian, where that makes them a ward."""
    for relative in record.relatives:
        known = (relative.document_type, relative.id_number) == (document_type, number) and same_name(relative.name, name)
        if known and (relative.relation in _CHILD or relative.relation is Relation.WARD):
            return relative.relation
    return None


def _ward(body: GrantBody) -> PersonDocument:
    party = body.principal
    if party is None or party.id_number is None or party.name is None:
        detail = "请填写被监护人的姓名和证件号码。"
        raise Invalid(detail, errors=[FieldError("/principal", detail)])
    return PersonDocument(document_type=party.document_type, id_number=party.id_number, name=party.name)


def _refuse_oneself(guardian: Citizen, document_type: DocumentType, number: str) -> None:
    identity = guardian.identity
    if identity is not None and (identity.document_type, identity.number) == (document_type, number):
        require_two_people(guardian.id, guardian.id)

"""The path for a principal without a phone: a member of staff hears them and records it. Paper an agent brings never suffices."""

from backend import ids
from backend.audit import event_of
from backend.errors import Conflict, FieldError, Forbidden, Invalid, ProofNeeded
from backend.grants.companies import Companies
from backend.grants.core import Core, named
from backend.grants.speakers import Speakers
from backend.grants.terms import require_agent, require_principal, require_two_people
from backend.idempotency import once
from backend.people import Registration
from backend.store import Store
from models.acts import Act, StaffActor
from models.catalogue import ProxyBasis
from models.grants import LIVE, Grant, GrantState, Hearing, HearingBody, HearingMethod, Side, StaffGrantBody, StaffRevokeBody
from models.people import Citizen

_UNSEEN = (
    "您今天还没有当面核验委托人。请先看清本人和证件、在「窗口服务」做「当面核验」（Alt+A），再登记授权；"
    "不是本人到场，而是打电话或上门听的，请照实选听取的方式。"
)


class Hearings:
    """Grants and revocations by word of mouth."""

    def __init__(self, core: Core, companies: Companies, speakers: Speakers) -> None:
        self._core = core
        self._companies = companies
        self._speakers = speakers
        self.store: Store = core.store

    @once("grants", Grant)
    async def grant(self, act: Act, body: StaffGrantBody) -> Grant:
        """A grant that holds from now on, because a member of staff heard the principal want it.

        Raises `Invalid` where the register does not know one of the two, `Forbidden` or `Conflict` where one may not take part, as
        `require_attested`.
        """
        if body.basis is ProxyBasis.GUARDIANSHIP:
            raise Conflict("监护关系请由监护人申请后在「授权核实」里确认。")
        today = act.at.date()
        items = self._core.terms.check_items(body.basis, body.items, today)
        powers = self._core.terms.check_powers(body.powers, items, today)
        starts, until = self._core.terms.check_dates(body, items, act.at)
        sides = await self._sides(act, body)
        principal, agent = (side.citizen for side in sides)
        await self._require_evidence(body.heard, principal.id, agent.id)
        giver = await self._companies.principal(principal, body.enterprise) if body.enterprise else named(principal, Side.PRINCIPAL)
        grant = Grant(
            _id=ids.new_id("grant"),
            basis=body.basis,
            state=GrantState.ACTIVE,
            items=items,
            powers=powers,
            starts_at=starts,
            until=until,
            single_use=body.single_use,
            offered_by=Side.STAFF,
            hearing=hearing_of(act, body.heard),
            evidence=body.heard.evidence,
            town=(principal.identity.town if principal.identity else "") or None,
            created_at=act.at,
            **giver,
            **named(agent, Side.AGENT),
        )
        detail = {"items": items, "method": body.heard.method.value}
        notices = self._core.tell(grant, "grant_recorded", Side.PRINCIPAL, Side.AGENT)
        people = sides[:1] if principal.id == agent.id else sides  # a legal representative who handles it in person
        return await self._core.insert(grant, event_of(act, "grant.recorded", detail=detail, notices=notices), *people)

    @once("grants", Grant)
    async def revoke(self, act: Act, grant_id: str, body: StaffRevokeBody) -> Grant:
        """Revokes at the word of a principal who was heard, of their guardian, or of whom the register names for a company.

        Raises `NotFound`, `Conflict` for one that has ended, `Invalid` where the document is of somebody else.
        """
        grant = await self._core.get(grant_id)
        standing = grant.as_of(act.at).state
        if standing not in (*LIVE, GrantState.INVITED):
            raise Conflict(f"这份授权现在的状态是「{standing.label}」，不用再撤销。")
        said_by = await self._speakers.of(act, body.person, grant.person, here=body.heard.in_person)
        await self._require_evidence(body.heard, said_by.id)
        hearing = hearing_of(act, body.heard)
        who = "委托人" if said_by.id == grant.person else f"{said_by.name}代表委托人"
        changes = {
            "state": GrantState.REVOKED.value,
            "invitation": None,
            "target": None,
            "ended_at": act.at,
            "last_hearing": {**hearing.model_dump(), "method": hearing.method.value},
            "reason": f"{who}当面或电话要求撤销（{hearing.by_name}记录）",
        }
        detail = {"by": "staff", "method": hearing.method.value, "said_by": said_by.id}
        notices = self._core.tell(grant, "grant_revoked", Side.PRINCIPAL, Side.AGENT)
        return await self._core.change_or_tell(
            grant, (*LIVE, GrantState.INVITED), changes, event_of(act, "grant.revoked", detail=detail, notices=notices)
        )

    async def _require_evidence(self, heard: HearingBody, *people: str) -> None:
        if not await self._core.are_of(heard.evidence, *people):
            detail = "有照片没有放好，或者不是这两位的，请重新放一次。"
            raise Invalid(detail, errors=[FieldError("/heard/evidence", detail)])

    async def _sides(self, act: Act, body: StaffGrantBody) -> tuple[Registration, Registration]:
        """Principal and agent; who is new here is registered with the grant, and not at all where it is refused."""
        today = act.at.date()
        look_up = self._core.people.in_person if body.heard.in_person else self._core.people.look_up
        giver = await look_up(act, body.principal)
        await require_attested(self._core, act, giver.citizen, body.heard.method)
        taker = await self._core.people.look_up(act, body.agent)
        if _document(giver.citizen) == _document(taker.citizen):
            if body.enterprise is None:
                require_two_people(giver.citizen.id, giver.citizen.id)
            taker = giver
        principal, agent = giver.citizen, taker.citizen
        record = await self._core.people.confirm(act, principal, "核对委托人身份")
        require_principal(principal, record, today)
        await self._core.people.confirm(act, agent, "核对代办人身份")
        require_agent(agent, today)
        return giver, taker


def _document(citizen: Citizen) -> str | None:
    """Who somebody is, also before they have an id that lasts."""
    identity = citizen.identity
    return f"{identity.document_type.value} {identity.number}" if identity else None


async def require_attested(core: Core, act: Act, principal: Citizen, method: HearingMethod) -> None:
    """Whoever was heard at the counter was looked at there first, with their document, today and by the one who records it; the telephone
    and a visit at home show no document at the counter. Raises `ProofNeeded` without it, `Forbidden` to whoever is no staff."""
    if method is not HearingMethod.IN_PERSON:
        return
    if not isinstance(act.actor, StaffActor):
        raise Forbidden()
    if not await core.people.proofs.saw(act.actor, principal.id, act.at):
        raise ProofNeeded(_UNSEEN)


def hearing_of(act: Act, body: HearingBody) -> Hearing:
    """What a member of staff records. Raises `Forbidden` for anybody else."""
    if not isinstance(act.actor, StaffActor):
        raise Forbidden()
    return Hearing(
        at=act.at,
        by=act.actor.id,
        by_name=act.actor.name,
        place=body.place,
        method=body.method,
        note=body.note,
        evidence=body.evidence,
    )

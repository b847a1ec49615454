"""Level 2: proof that the living person consents, for a time. A face is never asked for.

Over the network it holds half an hour; seen by a clerk or a village officer it holds for that day.
"""

import contextlib
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any

from backend import ids
from backend.audit import event_of
from backend.clock import SHANGHAI
from backend.errors import Conflict, FieldError, Forbidden, Invalid, ProofNeeded, Unavailable
from backend.idempotency import once
from backend.network_identity import StartedVerification
from backend.people.citizens import Citizens
from backend.people.names import same_name
from backend.people.network import NetworkIdentity, require_same_person
from backend.people.sessions import Sessions
from backend.store import Session, Store
from models.acts import Act, Role, ScribeActor, StaffActor
from models.base import NoticeOrder
from models.people import AttestBody, Citizen, CitizenState, Proof, ProofBody, ProofMethod
from models.registers import PersonKey

NETWORK_PROOF = timedelta(minutes=30)
_UNMATCHED = "请先填写姓名和证件号码完成实名，再做这一步认证。"
_KEPT = 10  # proofs remembered in the document; every one stays in the audit log


class Proofs:
    """Takes proofs from the network and from staff."""

    def __init__(self, store: Store, citizens: Citizens, sessions: Sessions, network: NetworkIdentity) -> None:
        self.store = store
        self._citizens = citizens
        self._sessions = sessions
        self._network = network

    async def start(self, act: Act, purpose: str) -> StartedVerification:
        """Asks the actor to confirm `purpose` in their own network identity app. Raises `ProofNeeded`, `Unavailable`."""
        identity = (await self._citizens.get(act.actor.id)).identity
        if identity is None:
            raise ProofNeeded(_UNMATCHED)
        person = PersonKey(document_type=identity.document_type, id_number=identity.number, name=identity.name)
        return await self._network.start(person, purpose)

    @once("citizens", Citizen)
    async def prove(self, act: Act, body: ProofBody) -> Citizen:
        """The actor proves by network identity that it is them.

        Raises `ProofNeeded` before level 1, `Invalid` for a bad token, `Forbidden` for another person's, `Conflict` for a used
        one and for the dead.
        """
        if body.method is not ProofMethod.NETWORK_IDENTITY:
            detail = "窗口和村居的当面核验由工作人员登记，请带证件到任一窗口或村居服务站。"
            raise Invalid(detail, errors=[FieldError("/method", detail)])
        citizen = await self._citizens.get(act.actor.id)
        if citizen.identity is None:
            raise ProofNeeded(_UNMATCHED)
        person = await self._network.verify(body.token)
        require_same_person(person, citizen.identity)
        with contextlib.suppress(Unavailable):  # whom the register knows to be dead consents to nothing
            await self._citizens.confirm(act, citizen, "核对生存状态")
        proof = Proof(
            id=ids.new_id("proof"),
            method=ProofMethod.NETWORK_IDENTITY,
            at=act.at,
            until=act.at + NETWORK_PROOF,
            reference=person.reference,
        )
        changed = await self._add(act, citizen, proof, {"proofs.reference": {"$ne": person.reference}})
        if changed is None:
            raise Conflict("这次认证已经用过，请重新打开国家网络身份认证再试。")
        return changed

    @once("citizens", Citizen)
    async def attest(self, act: Act, body: AttestBody) -> Citizen:
        """A clerk or village officer attests that the person of the document stands before them, or that they have a paper form of theirs:
        that one proves nobody to be there. Whether the form is one, the caller has asked (`Outages.require_form`).

        Registers a person who is new. Raises as `Citizens.find_or_register`; `Forbidden`, with nothing written, to whoever may not
        write for this person.
        """
        if not isinstance(act.actor, StaffActor):
            raise Forbidden()
        filing = body.filing or body.paper is not None
        if filing:
            require_may_scribe(act.actor, body.citizen.name)
        admits = partial(_require_own_town, act.actor) if filing else None
        citizen = await self._citizens.find_or_register(act, body.citizen, here=body.paper is None, admits=admits)
        paper = body.paper.number if body.paper else ""
        return await self.attest_known(act, citizen, body.purpose, filing=filing, paper=paper)

    async def attest_known(self, act: Act, citizen: Citizen, purpose: str, *, filing: bool = False, paper: str = "") -> Citizen:
        """The same of a person who is known already. Raises `Conflict` where nothing can be attested of them."""
        if not isinstance(act.actor, StaffActor):
            raise Forbidden()
        seen = ProofMethod.VILLAGE_OFFICER if act.actor.has(Role.VILLAGE_OFFICER) else ProofMethod.COUNTER
        proof = Proof(
            id=ids.new_id("proof"),
            method=ProofMethod.PAPER_FORM if paper else seen,
            at=act.at,
            until=_end_of_day(act.at),
            purpose=purpose,
            by=act.actor.id,
            by_name=act.actor.name,
            department=act.actor.department or "",
            filing=filing,
            paper=paper,
        )
        changed = await self._add(act, citizen, proof, {}, notify=True)
        if changed is None:
            raise Conflict("这位人员目前不能核验，请刷新后重试。")
        return changed

    async def scribe(self, actor: StaffActor, person: str, at: datetime) -> ScribeActor:
        """A member of staff as the scribe of somebody they attested today, and who wants it. Village officers write for the people of
        their town. Where nobody was there, as the scribe of their paper forms alone. Raises `ProofNeeded` without such a proof, `Forbidden`
        to whoever may not write, or not for this person."""
        citizen, proofs = await self._proofs_by(actor, person, at)
        forms = [each for each in proofs if each.paper]
        found = [each for each in proofs if each.filing and not each.paper]
        if citizen is None or not (found or forms):
            raise ProofNeeded("请先核验申请人的证件，并登记由您代录。核验当天有效，只对核验的工作人员有效。")
        require_may_scribe(actor, citizen.name)
        _require_own_town(actor, citizen)
        papers = {} if found else {each.paper: each.id for each in forms}
        return ScribeActor(staff=actor, person=citizen.id, person_name=citizen.name, proof=(found or forms)[-1].id, papers=papers)

    async def keeper(self, actor: StaffActor, person: str, at: datetime) -> ScribeActor:
        """A member of staff who keeps photographs for somebody they attested today, and does nothing else in their name. Raises
        `ProofNeeded` without such a proof."""
        citizen, found = await self._seen(actor, person, at)
        if citizen is None or not found:
            raise ProofNeeded("请先当面核验本人的证件（Alt+A），再放照片。核验当天有效，只对核验的工作人员有效。")
        return ScribeActor(staff=actor, person=citizen.id, person_name=citizen.name, proof=found[-1].id)

    async def saw(self, actor: StaffActor, person: str, at: datetime) -> bool:
        """Whether a member of staff attested somebody today."""
        return bool((await self._seen(actor, person, at))[1])

    async def _seen(self, actor: StaffActor, person: str, at: datetime) -> tuple[Citizen | None, list[Proof]]:
        """As `_proofs_by`, of whom they saw: a form is not the person."""
        citizen, proofs = await self._proofs_by(actor, person, at)
        return citizen, [each for each in proofs if not each.paper]

    async def _proofs_by(self, actor: StaffActor, person: str, at: datetime) -> tuple[Citizen | None, list[Proof]]:
        """Somebody, where they are known and live, and the proofs that hold by which this member of staff attested them."""
        document = await self.store.citizens.get(person)
        citizen = Citizen.of(document) if document else None
        if citizen is None or citizen.state is not CitizenState.ACTIVE:
            return None, []
        return citizen, [each for each in citizen.proofs if each.by == actor.id and at < each.until]

    async def _add(self, act: Act, citizen: Citizen, proof: Proof, where: dict[str, Any], *, notify: bool = False) -> Citizen | None:
        stored = {**proof.model_dump(), "method": proof.method.value}
        notices = [_told(citizen, proof)] if notify and citizen.openid else []
        detail = {"method": proof.method.value, "purpose": proof.purpose, "until": proof.until.isoformat()}
        event = event_of(act, "person.proven", detail=detail, notices=notices)

        async def write(transaction: Session) -> dict[str, Any] | None:
            changed = await self.store.citizens.change(
                {"_id": citizen.id, "state": CitizenState.ACTIVE.value, **where},
                {"$push": {"proofs": {"$each": [stored], "$slice": -_KEPT}}},
                event,
                session=transaction,
            )
            if changed is not None:
                until = Citizen.of(changed).proven_until()
                await self._sessions.update_citizen(citizen.id, {"proven_until": until}, transaction)
            return changed

        changed = await self.store.transact(write)
        return Citizen.of(changed) if changed else None


def require_may_scribe(actor: StaffActor, name: str) -> None:
    """Raises `Forbidden` to whose work it is not to write down for others, and for who bears their own name: nobody files for themselves."""
    if not actor.has(Role.RECEPTIONIST, Role.VILLAGE_OFFICER):
        raise Forbidden("代录由窗口受理员或村居工作人员办理。")
    if same_name(name, actor.name):
        raise Forbidden("不能为自己代录。您本人的事请在手机上办；同名的居民，请交给另一位工作人员代录。")


def _require_own_town(actor: StaffActor, citizen: Citizen) -> None:
    """Raises `Forbidden` to a village officer for who lives in another town; a counter takes everybody."""
    if not actor.has(Role.RECEPTIONIST) and (citizen.identity is None or citizen.identity.town != actor.town):
        raise Forbidden("村居工作人员只为本镇街的居民代录。这位居民请到居住地的村居服务站，或者到任一办事窗口。")


def _told(citizen: Citizen, proof: Proof) -> NoticeOrder:
    if proof.paper:
        return NoticeOrder(to=citizen.id, template="paper_form_entered", data={"by": proof.by_name, "number": proof.paper})
    data = {"method": proof.method.label, "by": proof.by_name, "purpose": proof.purpose}
    return NoticeOrder(to=citizen.id, template="identity_attested", data=data)


def _end_of_day(at: datetime) -> datetime:
    return datetime.combine(at.astimezone(SHANGHAI).date() + timedelta(days=1), time(), SHANGHAI)

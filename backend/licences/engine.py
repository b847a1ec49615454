"""Licences under their holder's authorisation: asked for, given, looked up, looked at; each look leaves its mark.

What an authorisation does to a case is the cases engine's business: it writes the two together.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend.audit import Audit, event_of
from backend.catalogue import Catalogue
from backend.errors import Forbidden, Invalid, NotFound, ProofNeeded
from backend.ids import new_id
from backend.licences.lookup import Found, Holdings, Lookup
from backend.licences.views import fetched_for
from backend.outbox import OutboxRow
from backend.people import applicant_of
from backend.people.masking import mask_name
from backend.permissions import granted_items
from backend.spoken import day_of
from backend.store import Document, DuplicateKeyError, Session, Store
from backend.store.pages import page
from models.acts import Act, Power, StaffActor, SystemActor
from models.base import NoticeOrder
from models.cases import Case
from models.licence_uses import AuthorisationsQuery, AuthorisationState, LicenceAuthorisation, LicenceLook
from models.licences import LicenceKind, LicenceOnRecord
from models.people import Citizen
from models.registers import PersonKey

_NOT_YOURS = "没有找到这份授权，或它不属于您。"
_OPEN = [AuthorisationState.ASKED.value, AuthorisationState.GIVEN.value]
_OWN = "查看自己的电子证照"


@dataclass(frozen=True)
class Use:
    """What a licence is to be used for: a material of a case."""

    case: str
    item: str
    item_name: str
    material: str
    applicant: str
    applicant_name: str
    until: datetime

    @property
    def purpose(self) -> str:
        """As the holder reads it."""
        return f"办理{self.item_name}"

    @property
    def open_for(self) -> str:
        """What one authorisation at a time is open for."""
        return f"{self.case}/{self.material}"


class Licences:
    """The engine."""

    def __init__(self, store: Store, lookup: Lookup, catalogue: Catalogue, audit: Audit) -> None:
        self.store = store
        self._lookup = lookup
        self._catalogue = catalogue
        self._audit = audit

    async def key_of(self, act: Act) -> PersonKey:
        """Under which document the actor holds licences: their own, or the principal's they act for. Raises `Invalid`."""
        return await self.key_for(act.person)

    async def own_key(self, act: Act) -> PersonKey:
        """The document of who speaks, whomever they act for. Raises `Invalid`."""
        return await self.key_for(act.speaker)

    async def mine(self, act: Act) -> Holdings:
        """Everything the person holds, for their own eyes; the look is noted. An agent gets the kinds the granted items ask for.

        Where the licence register does not answer, what was issued here, and that the rest could not be asked for. Raises `ProofNeeded`.
        """
        _require_proven(act)
        key = await self.key_of(act)
        await self._audit.read(act, "licence.read", person=act.person, subject="licences/own", purpose=_OWN, own=True)
        if act.acting is None or not act.acting.items:
            return await self._lookup.all(key, _OWN)
        if Power.SUBMIT not in act.acting.powers:
            raise Forbidden("委托人没有授权您代为申请，不能查看委托人的证照。")
        return await self._lookup.of_kinds(self._catalogue.licence_kinds(act.acting.items, act.at.date()), key, _OWN)

    def kind_for(self, kind_id: str, holder: PersonKey) -> LicenceKind:
        """The kind of that id, which such a holder can hold. Raises `NotFound`."""
        return self._lookup.kind_for(kind_id, holder)

    async def use_own(self, act: Act, kind: LicenceKind, holder: PersonKey, person: str, use: Use) -> tuple[LicenceAuthorisation, Found]:
        """Authorises a use of one's own licence and looks it up: choosing it is the authorisation, so the chooser is proven.

        Raises `ProofNeeded`, `NotFound` where none holds, `RegisterUnavailable`.
        """
        _require_proven(act)
        authorisation = await self._open(act, self._new(act, kind, holder, person, use), AuthorisationState.GIVEN)
        found = await self.look_up(act, authorisation, holder)
        kept = await self.store.licence_authorisations.change(
            {"_id": authorisation.id, "state": AuthorisationState.GIVEN.value}, {"$set": {"record": found.licence.model_dump(mode="json")}}
        )
        if kept is None:
            raise NotFound(_NOT_YOURS)
        return LicenceAuthorisation.of(kept), found

    async def ask(self, act: Act, kind: LicenceKind, holder: PersonKey, use: Use) -> LicenceAuthorisation:
        """Asks another holder, who answers under their own identity. Whether they are known here is not told."""
        document = await self._known(holder)
        asked = self._new(act, kind, holder, document, use)
        notices = [_asks(asked)] if document else []
        return await self._open(act, asked, AuthorisationState.ASKED, notices)

    async def look_up(self, act: Act, authorisation: LicenceAuthorisation, holder: PersonKey) -> Found:
        """The licence itself; the look is noted before the register is asked. Raises `NotFound`, `RegisterUnavailable`."""
        kind = self._lookup.kind_for(authorisation.kind, holder)
        await self.note(act, authorisation, "调取证照")
        return await self._lookup.one(kind, holder, f"{authorisation.item} {authorisation.item_name}", act.at.date())

    async def lapsed(self, act: Act, authorisation: LicenceAuthorisation) -> str:
        """Why the licence that was looked up holds no more, in words; nothing where it does. The look is noted before the register is
        asked. Raises `RegisterUnavailable`."""
        if authorisation.record is None:
            return ""
        holder = PersonKey(
            document_type=authorisation.holder_document, id_number=authorisation.holder_number, name=authorisation.holder_name
        )
        kind, used = self._lookup.kind_for(authorisation.kind, holder), LicenceOnRecord.model_validate(authorisation.record)
        await self.note(act, authorisation, "决定前再核对证照")
        return await self._lookup.lapsed(kind, used, holder, f"{authorisation.item} {authorisation.item_name}", act.at.date())

    async def note(self, act: Act, authorisation: LicenceAuthorisation, what: str) -> None:
        """Writes down a look: in the holder's access log, and beside the authorisation."""
        look = LicenceLook(at=act.at, by=act.actor.id, by_name=act.actor.name, department=_department(act), what=what)
        if authorisation.person is not None:
            await self._audit.read(
                act,
                "licence.read",
                person=authorisation.person,
                subject=f"licences/{authorisation.id}",
                purpose=f"{authorisation.purpose}，{fetched_for(authorisation, act.actor.id, what)}「{authorisation.kind_name}」",
                case=authorisation.case,
                own=True,
            )
        # No act of the holder: the version of the page they answer on stays.
        await self.store.licence_authorisations.change_many({"_id": authorisation.id}, {"$push": {"looks": look.model_dump()}})

    async def load(self, id: str, session: Session | None = None) -> LicenceAuthorisation:
        """For engines that have checked the right to it. Raises `NotFound`."""
        document = await self.store.licence_authorisations.get(id, session=session)
        if document is None:
            raise NotFound(_NOT_YOURS)
        return LicenceAuthorisation.of(document)

    async def get(self, act: Act, id: str) -> LicenceAuthorisation:
        """An authorisation of which the actor — or whom they act for — is the holder. Raises `NotFound`."""
        authorisation = await self.load(id)
        holder = await self.key_of(act)
        if (authorisation.holder_document, authorisation.holder_number) != (holder.document_type, holder.id_number):
            raise NotFound(_NOT_YOURS)
        if act.acting is not None and act.acting.items and authorisation.item not in act.acting.items:
            raise NotFound(_NOT_YOURS)
        return authorisation

    async def authorisations(self, act: Act, query: AuthorisationsQuery) -> tuple[list[LicenceAuthorisation], str | None]:
        """What was asked of the person, and what they authorised, newest first; an agent's of granted items."""
        key = await self.key_of(act)
        where: Document = {"holder_number": key.id_number, "holder_document": key.document_type.value, **granted_items(act)}
        if query.state is not None:
            where["state"] = query.state.value
        return await page(self.store.licence_authorisations, LicenceAuthorisation, where, query.cursor, query.limit)

    async def on_case_ended(self, row: OutboxRow) -> None:
        """Ends what was authorised for a case that is over; what was looked up stays with a case that was handed in, as its
        other materials do. Safe to run twice. Consumes the events of cases that may end one."""
        document = await self.store.cases.get(row.subject_id)
        case = Case.of(document) if document else None
        if case is not None and not case.state.is_final:
            return
        act = Act(SystemActor(id="licences"), row.at, channel="system")
        found = await self.store.licence_authorisations.find({"case": row.subject_id, "state": {"$in": _OPEN}}, fields=["_id"])
        await self.end(act, [each["_id"] for each in found], "办件已经结束", keep=case is not None and bool(case.submissions))

    async def on_person_identified(self, row: OutboxRow) -> None:
        """Tells somebody who has just been identified which licences of theirs they were asked for before they were known here. Safe to
        run twice. Consumes `person.identified` and `person.registered`."""
        document = await self.store.citizens.get(row.subject_id)
        identity = Citizen.of(document).identity if document else None
        if identity is None:
            return
        act = Act(SystemActor(id="licences"), row.at, channel="system")
        where = {"holder_number": identity.number, "holder_document": identity.document_type.value, "holder_name": identity.name}
        for each in await self.store.licence_authorisations.find({**where, "person": None, "state": AuthorisationState.ASKED.value}):
            asked = LicenceAuthorisation.of(each).model_copy(update={"person": row.subject_id})
            event = event_of(act, "licence.holder_known", detail={"item": asked.item, "kind": asked.kind}, notices=[_asks(asked)])
            await self.store.licence_authorisations.change({"_id": asked.id, "person": None}, {"$set": {"person": asked.person}}, event)

    async def end(self, act: Act, ids: list[str], reason: str, *, keep: bool = False) -> None:
        """Ends authorisations nothing uses any more. `keep`: what was looked up. Safe to run twice."""
        for id in ids:
            where = {"_id": id, "state": {"$in": _OPEN}}
            event = event_of(act, "licence.authorisation_ended").model_copy(update={"key": None, "digest": None})
            await self.store.licence_authorisations.change(where, {"$set": ended(act, AuthorisationState.ENDED, reason, keep=keep)}, event)

    def _new(self, act: Act, kind: LicenceKind, holder: PersonKey, person: str | None, use: Use) -> LicenceAuthorisation:
        return LicenceAuthorisation(
            _id=new_id("auth"),
            person=person,
            holder_name=holder.name,
            holder_document=holder.document_type,
            holder_number=holder.id_number,
            kind=kind.id,
            kind_name=kind.name,
            case=use.case,
            item=use.item,
            item_name=use.item_name,
            material=use.material,
            applicant=use.applicant,
            applicant_name=use.applicant_name,
            purpose=use.purpose,
            state=AuthorisationState.ASKED,
            open_for=use.open_for,
            asked_at=act.at,
            asked_by=act.actor.id,
            until=use.until,
        )

    async def _open(
        self, act: Act, wanted: LicenceAuthorisation, state: AuthorisationState, notices: list[NoticeOrder] | None = None
    ) -> LicenceAuthorisation:
        """The authorisation as wanted, or the one that is open for the same material where it is for the same licence.

        One for another licence or holder is ended first: the applicant has chosen anew.
        """
        document = await self.store.licence_authorisations.find_one({"open_for": wanted.open_for})
        if document is not None:
            known = LicenceAuthorisation.of(document)
            if _same(known, wanted) and known.state is state and act.at < known.until:
                return known
            await self.end(act, [known.id], "改选了别的材料")
        given = given_by(act) if state is AuthorisationState.GIVEN else {}
        made = wanted.model_copy(update={"state": state, **given})
        event = event_of(act, f"licence.{state.value}", detail={"item": wanted.item, "kind": wanted.kind}, notices=notices)
        event = event.model_copy(update={"key": None, "digest": None})  # the key of the act belongs to the case
        try:
            await self.store.licence_authorisations.insert(made, event)
        except DuplicateKeyError:  # the same choice at the same moment
            return await self._open(act, wanted, state, notices)
        return made

    async def _known(self, holder: PersonKey) -> str | None:
        """The id of a holder who is known here."""
        number = holder.id_number
        enterprise = await self.store.enterprises.find_one({"uscc": number}, fields=["_id"])
        where = {"identity.number": number, "identity.document_type": holder.document_type.value, "name": holder.name}
        document = enterprise or await self.store.citizens.find_one(where, fields=["_id"])
        return document["_id"] if document else None

    async def key_for(self, person: str) -> PersonKey:
        """Under which document somebody holds licences. Raises `Invalid`."""
        applicant = await applicant_of(self.store, person)
        if applicant.key is None:
            raise Invalid("还没有实名，请先填写姓名和证件号码。")
        return applicant.key


def given_by(act: Act) -> dict[str, Any]:
    """What an authorisation keeps of who gave it."""
    return {
        "given_at": act.at,
        "given_by": act.speaker,
        "given_by_name": act.speaker_name,
        "grant": act.acting.grant if act.acting else None,
    }


def ended(act: Act, state: AuthorisationState, reason: str, *, keep: bool = False) -> dict[str, Any]:
    """What every end of an authorisation sets: nothing is open any more, and what was looked up is gone, unless kept."""
    gone = {} if keep else {"record": None}
    return {"state": state.value, "open_for": None, "ended_at": act.at, "ended_for": reason, **gone}


def _same(one: LicenceAuthorisation, other: LicenceAuthorisation) -> bool:
    return (one.kind, one.holder_document, one.holder_number) == (other.kind, other.holder_document, other.holder_number)


def _asks(authorisation: LicenceAuthorisation) -> NoticeOrder:
    data = {
        "applicant": mask_name(authorisation.applicant_name),
        "item": authorisation.item_name,
        "licence": authorisation.kind_name,
        "until": day_of(authorisation.until),
        "authorisation": authorisation.id,
    }
    return NoticeOrder(to=authorisation.person or "", template="licence_asked", data=data)


def _department(act: Act) -> str | None:
    return act.actor.department if isinstance(act.actor, StaffActor) else None


def _require_proven(act: Act) -> None:
    if not act.proven:
        raise ProofNeeded("用电子证照代替上传，要先确认是您本人。请用国家网络身份认证；也可以改为拍照上传。")

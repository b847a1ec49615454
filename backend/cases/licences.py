"""Licences in a case (免证办): chosen by the applicant, authorised by their holder, taken back, shown to staff as a marked copy."""

from collections.abc import Iterable
from typing import Any

from pydantic import JsonValue

from backend.audit import event_of
from backend.cases.actions import Action
from backend.cases.core import Core
from backend.cases.flow import rows
from backend.cases.holders import fits, whose_words
from backend.catalogue import asked_answers
from backend.clock import SHANGHAI
from backend.errors import FieldError, Forbidden, Invalid, NotFound, ProofNeeded, StaleVersion, Unavailable, WrongState
from backend.idempotency import once
from backend.licences import Found, Use, ended, given_by, licence_lines
from backend.permissions import require
from backend.spoken import day_of
from backend.store import Session
from models.acts import Act, CitizenActor, Power, StaffActor
from models.base import Event
from models.cases import Case, CaseMaterial, LicenceAsked, LicenceUse, MaterialChoice
from models.catalogue import AGENT, APPLICANT, ItemVersion, Material, Party
from models.documents import normal_number
from models.licence_uses import AuthorisationBody, AuthorisationState, HolderBody, LicenceAuthorisation
from models.licences import LicenceOnRecord
from models.registers import PersonKey

_GONE = "这份申请已经提交或结束，不用再授权。请刷新后查看。"
Chosen = tuple[LicenceUse | None, LicenceAsked | None]


class LicenceUses(Core):
    """What holders, applicants and staff do about licences."""

    async def choose_licence(
        self, act: Act, case: Case, version: ItemVersion, material: Material, slot: CaseMaterial, choice: MaterialChoice
    ) -> Chosen:
        """The licence for a material: looked up at once where it is the chooser's to authorise, else its holder is asked.

        What was chosen already is not asked for again while its authorisation holds. Raises `Invalid` with a pointer, also for the
        licence of somebody the item does not take it from.
        """
        pointer = f"/materials/{material.key}/licence"
        if material.licence is None:
            raise Invalid(errors=[FieldError(pointer, f"「{material.name}」没有电子证照，请拍照上传。")])
        if choice.holder is None and _stands(act, material.licence, slot):
            return slot.licence, slot.asked
        self.grants.require(act, Power.SUBMIT, version.item)
        person, holder = await self._holder(act, material, choice.holder)
        answers = asked_answers(version.form, case.form, act.at.date())
        if not fits(version, material, holder, answers, await self._documents(act)):
            raise Invalid(errors=[_not_theirs(version, material, holder.name, pointer)])
        try:
            return await self._use_or_ask(act, material, self._licence_use(act, case.id, version, material), person, holder)
        except NotFound as error:
            raise Invalid(errors=[FieldError(pointer, error.detail)]) from None

    @once("licence_authorisations", LicenceAuthorisation)
    async def authorise_licence(self, act: Act, authorisation_id: str, body: AuthorisationBody) -> LicenceAuthorisation:
        """The holder authorises the use they were asked for; the licence is looked up and goes into the case.

        Raises `ProofNeeded`, `NotFound` where none holds, `Forbidden` to who asked, `WrongState` where it is too late.
        """
        authorisation, case, slot = await self._requested(act, authorisation_id, body)
        if act.actor.id in (authorisation.applicant, authorisation.asked_by):
            raise Forbidden("授权要由证照持有人本人作出，不能由申请的人代为授权。")
        if act.at >= authorisation.until:
            raise WrongState("这份授权请求已经过期，请申请人重新选用。")
        holder = await self.licences.key_of(act)
        found = await self.licences.look_up(act, authorisation.model_copy(update={"person": act.person}), holder)
        given = authorisation.model_copy(update={"person": act.person, "state": AuthorisationState.GIVEN, **given_by(act)})
        record = found.licence.model_dump(mode="json")
        changes = {"person": act.person, "state": given.state.value, "record": record, **given_by(act)}
        chosen = slot.model_copy(
            update={
                "licence": _used(given, found, own=act.person == case.person),
                "asked": None,
                "files": [],
                "verdict": None,
                "original": None,
                "photo": None,
            }
        )
        return await self._answer(act, authorisation, case, chosen, changes, "authorised")

    @once("licence_authorisations", LicenceAuthorisation)
    async def decline_licence(self, act: Act, authorisation_id: str, body: AuthorisationBody) -> LicenceAuthorisation:
        """The holder does not agree; the applicant is told to hand in something else."""
        authorisation, case, slot = await self._requested(act, authorisation_id, body)
        changes = ended(act, AuthorisationState.DECLINED, body.reason or "持有人没有同意") | {"person": act.person}
        return await self._answer(act, authorisation, case, slot.model_copy(update={"asked": None}), changes, "declined")

    @once("licence_authorisations", LicenceAuthorisation)
    async def revoke_licence(self, act: Act, authorisation_id: str, body: AuthorisationBody) -> LicenceAuthorisation:
        """The holder takes the authorisation back before the case is handed in with it; what was looked up is erased.

        Raises `WrongState` once it was used.
        """
        authorisation = await self._take_authorisation(act, authorisation_id, AuthorisationState.GIVEN, body.version)
        case = await self._load(authorisation.case) if await self.store.cases.count({"_id": authorisation.case}) else None
        slot = _chosen_with(case, authorisation)
        if _is_used(case, authorisation):
            raise WrongState("这份申请已经带着证照提交，不能再撤回授权；需要的话，请申请人撤回申请。")
        changes = ended(act, AuthorisationState.REVOKED, body.reason or "持有人撤回")
        emptied = slot.model_copy(update={"licence": None, "verdict": None}) if slot is not None else None
        return await self._answer(act, authorisation, case, emptied, changes, "revoked")

    async def used_licences(self, found: Iterable[LicenceAuthorisation]) -> frozenset[str]:
        """Of these authorisations, those a case was handed in with: they cannot be taken back any more."""
        given = [each for each in found if each.state is AuthorisationState.GIVEN]
        rows = await self.store.cases.find({"_id": {"$in": sorted({each.case for each in given})}}) if given else []
        cases = {case.id: case for case in map(Case.of, rows)}
        return frozenset(each.id for each in given if _is_used(cases.get(each.case), each))

    async def licence_copy(self, act: Act, case_id: str, key: str) -> bytes:
        """A licence used in a case as PDF, marked for this use alone, for staff who work on the case; each look is noted.

        Raises `NotFound`, `Forbidden` to staff who do not work on it, `WrongState` once the case or the authorisation is over.
        """
        case = await self._load(case_id)
        require("case.see", act, case)
        require("case.read_form", act, case)
        slot = case.material(key)
        if slot is None or slot.licence is None or not slot.licence.authorisation:
            raise NotFound("这份材料没有用电子证照。")
        if self.renderer is None:
            raise Unavailable()
        authorisation = await self.licences.load(slot.licence.authorisation)
        if case.state.is_final or authorisation.record is None or not authorisation.holds(act.at):
            raise WrongState("办件已经结束，或持有人的授权已经到期，不能再查看证照副本。")
        await self.licences.note(act, authorisation, "查看证照副本")
        return await self.renderer.pdf("licence_copy", self._copy(act, case, authorisation), act.at)

    async def strange_licences(self, act: Act, case: Case, version: ItemVersion, materials: list[CaseMaterial]) -> list[FieldError]:
        """Licences of somebody the item does not take them from with the answers as they are: these may have changed since."""
        faults: list[FieldError] = []
        answers = asked_answers(version.form, case.form, act.at.date())
        for each in materials:
            material = version.material(each.key)
            if each.licence is None or material is None:
                continue
            given = await self.licences.load(each.licence.authorisation)
            holder = PersonKey(document_type=given.holder_document, id_number=given.holder_number, name=given.holder_name)
            own = await self._documents(act) | ({AGENT: holder} if case.agent and given.person == case.agent.id else {})
            if not fits(version, material, holder, answers, own):
                faults.append(_not_theirs(version, material, holder.name, f"/materials/{each.key}"))
        return faults

    async def _holder(self, act: Act, material: Material, named: HolderBody | None) -> tuple[str, PersonKey]:
        """Whose licence is wanted: the id of applicant or actor where it is theirs, else empty; and under which document."""
        person = act.person if material.party is Party.EVERYONE else act.speaker  # an agent shows their own card
        holder = await (self.licences.key_of(act) if person == act.person else self.licences.own_key(act))
        if named is None:
            return person, holder
        wanted = PersonKey(document_type=named.document_type, id_number=normal_number(named.id_number), name=named.name)
        own = {act.speaker: await self.licences.own_key(act), act.person: holder}
        return next((id for id, key in own.items() if key == wanted), ""), wanted

    async def _documents(self, act: Act) -> dict[str, PersonKey]:
        """The documents of the applicant and of who acts for them, by their word in `holders`."""
        own = {APPLICANT: await self.licences.key_of(act)}
        return own | {AGENT: await self.licences.own_key(act)} if act.acting else own

    async def _use_or_ask(self, act: Act, material: Material, use: Use, person: str, holder: PersonKey) -> Chosen:
        kind = self.licences.kind_for(material.licence or "", holder)
        if person:
            authorisation, found = await self.licences.use_own(act, kind, holder, person, use)
            return _used(authorisation, found, own=person == act.person), None
        asked = await self.licences.ask(act, kind, holder, use)
        return None, LicenceAsked(authorisation=asked.id, name=kind.name, holder=holder.name, at=asked.asked_at)

    def _licence_use(self, act: Act, case_id: str, version: ItemVersion, material: Material) -> Use:
        until = act.at + self.policy.licence_use
        return Use(case_id, version.item, version.name, material.key, act.person, act.person_name, until)

    async def _take_authorisation(self, act: Act, id: str, state: AuthorisationState, version: int) -> LicenceAuthorisation:
        if not isinstance(act.actor, CitizenActor) or act.actor.level < 2:
            raise ProofNeeded("授权使用您的证照，要先确认是您本人。请用国家网络身份认证。")
        authorisation = await self.licences.get(act, id)
        if authorisation.state is not state:
            raise WrongState(f"这份授权现在是「{authorisation.state.label}」，请刷新后查看。")
        if authorisation.version != version:
            raise StaleVersion()
        return authorisation

    async def _requested(self, act: Act, id: str, body: AuthorisationBody) -> tuple[LicenceAuthorisation, Case, CaseMaterial]:
        """The request, and where in the case it stands. Raises `WrongState` where nobody waits for it any more."""
        authorisation = await self._take_authorisation(act, id, AuthorisationState.ASKED, body.version)
        document = await self.store.cases.get(authorisation.case)
        case = Case.of(document) if document else None
        slot = case.material(authorisation.material) if case else None
        if case is None or slot is None or slot.asked is None or slot.asked.authorisation != id or not rows(Action.SAVE, case.state):
            raise WrongState(_GONE)
        return authorisation, case, slot

    async def _answer(
        self,
        act: Act,
        authorisation: LicenceAuthorisation,
        case: Case | None,
        slot: CaseMaterial | None,
        changes: dict[str, Any],
        what: str,
    ) -> LicenceAuthorisation:
        """Writes the holder's answer and what it does to the case as one; under a grant together with its use."""
        event = event_of(act, f"licence.{what}", detail={"item": authorisation.item, "kind": authorisation.kind})
        in_case = self._told(act, authorisation, case, what) if case is not None and slot is not None else None

        async def write(session: Session) -> LicenceAuthorisation:
            where = {"_id": authorisation.id, "state": authorisation.state.value, "version": authorisation.version}
            document = await self.store.licence_authorisations.change(where, {"$set": changes}, event, session=session)
            if document is None:
                raise StaleVersion()
            if case is not None and slot is not None:
                materials = [(slot if each.key == slot.key else each).model_dump() for each in case.materials]
                if await self.store.cases.change(self._filter(case), {"$set": {"materials": materials}}, in_case, session=session) is None:
                    raise StaleVersion()
            return LicenceAuthorisation.of(document)

        async def under_grant(session: Session | None) -> LicenceAuthorisation:
            return await (write(session) if session is not None else self.store.transact(write))

        return await self.grants.under(act, Power.SUBMIT, authorisation.item, under_grant, what="授权使用证照")

    def _told(self, act: Act, authorisation: LicenceAuthorisation, case: Case, what: str) -> Event:
        """The event in the case, which tells the applicant where the holder is somebody else."""
        data = {"licence": authorisation.kind_name, "holder": authorisation.holder_name}
        notices = self._tell(case, f"licence_{what}", **data) if act.person != case.person else []
        event = event_of(act, f"case.licence_{what}", detail={"item": case.item, "material": authorisation.material}, notices=notices)
        return event.model_copy(update={"key": None, "digest": None})

    def _copy(self, act: Act, case: Case, authorisation: LicenceAuthorisation) -> dict[str, JsonValue]:
        """What catalogue/templates/licence_copy.typ reads."""
        licence = LicenceOnRecord.model_validate(authorisation.record)
        moment = act.at.astimezone(SHANGHAI)
        department = self.catalogue.vocabulary.department(act.actor.department or "") if isinstance(act.actor, StaffActor) else ""
        only, given = f"仅用于办理{case.item_name}，他用无效", day_of(authorisation.given_at or authorisation.asked_at)
        viewer = f"{act.actor.name}{f'（{department}）' if department else ''} {moment:%Y-%m-%d %H:%M}"
        return {
            **licence_lines(licence),
            "watermark": [only, case.number or ""],
            "case_number": case.number or "",
            "notes": [
                ["用途", only],
                *([["办件编号", case.number]] if case.number else []),
                ["授权", f"{authorisation.given_by_name} {given}授权，{day_of(authorisation.until)}前有效"],
                ["查看", viewer],
            ],
            "footer": f"查看人 {viewer}　{only}",
        }


def dropped(before: list[CaseMaterial], after: list[CaseMaterial]) -> list[str]:
    """Authorisations that stood in a case and no longer do."""
    return sorted(_authorisations(before) - _authorisations(after))


def _authorisations(materials: list[CaseMaterial]) -> set[str]:
    used = {each.licence.authorisation for each in materials if each.licence and each.licence.authorisation}
    return used | {each.asked.authorisation for each in materials if each.asked}


def _stands(act: Act, kind: str, slot: CaseMaterial) -> bool:
    """Whether what was chosen before needs no second asking."""
    if slot.asked is not None:
        return True
    return slot.licence is not None and slot.licence.type == kind and (slot.licence.until is None or act.at < slot.licence.until)


def _not_theirs(version: ItemVersion, material: Material, holder: str, pointer: str) -> FieldError:
    whose = whose_words(version, material)
    return FieldError(pointer, f"「{material.name}」要用{whose}自己的电子证照，{holder}的不能用。请核对填写的内容，或者改为拍照上传。")


def _used(authorisation: LicenceAuthorisation, found: Found, *, own: bool) -> LicenceUse:
    told = found.told(authorisation.holder_name)
    given_at = authorisation.given_at
    assert given_at is not None  # it was given just now, or before
    return LicenceUse(
        **told.model_dump(),
        authorisation=authorisation.id,
        until=authorisation.until,
        authorised_by=authorisation.given_by_name,
        authorised_at=given_at,
        purpose=authorisation.purpose,
        own=own,
    )


def _chosen_with(case: Case | None, authorisation: LicenceAuthorisation) -> CaseMaterial | None:
    """The material of the case that holds the licence under this authorisation."""
    slot = case.material(authorisation.material) if case else None
    mine = slot is not None and slot.licence is not None and slot.licence.authorisation == authorisation.id
    return slot if mine else None


def _is_used(case: Case | None, authorisation: LicenceAuthorisation) -> bool:
    slot = _chosen_with(case, authorisation)
    return case is not None and slot is not None and _handed_in(case, slot)


def _handed_in(case: Case, slot: CaseMaterial) -> bool:
    """Whether the office has seen the licence: it was part of a handing-in."""
    marks = {mark for snapshot in case.snapshots for mark in snapshot.materials.get(slot.key, [])}
    return not marks.isdisjoint(slot.fingerprint)

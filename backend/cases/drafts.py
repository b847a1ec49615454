"""Drafts: begun, saved by themselves, resumed, frozen when a grant ends, taken over by the person whose matter it is."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from backend.audit import event_of
from backend.cases.actions import Action
from backend.cases.contents import file_faults, next_origins, uses_of_files
from backend.cases.core import somebody
from backend.cases.exempting import places
from backend.cases.flow import FILED, HOLDABLE
from backend.cases.form_views import form_view
from backend.cases.licences import LicenceUses, dropped
from backend.cases.organs import placed, town_there
from backend.cases.own_name import own_names, strange_names
from backend.cases.photos import looked_at
from backend.cases.scribing import scribes_with, signed_by_hand
from backend.cases.unfit import typed
from backend.cases.waiting import chosen_days_off
from backend.catalogue import completed, form_faults, not_open, origins, require_applicable, require_object, require_of_age, require_scribe
from backend.errors import Conflict, FieldError, Forbidden, Invalid, WrongState
from backend.idempotency import earlier, once
from backend.ids import new_id
from backend.outbox import OutboxRow
from backend.people import applicant_of
from backend.store import Session
from models.acts import Act, Power
from models.case_forms import CaseFormView
from models.cases import Case, CaseMaterial, CaseState, DraftBody, FileUse, Hold, MaterialChoice, SaveBody, VersionBody
from models.catalogue import ItemKind, ItemVersion, Material
from models.forms import Origin

Choices = Mapping[str, MaterialChoice]


class Drafts(LicenceUses):
    """Acts on what has not been handed in, and on what came back to be mended."""

    @once("cases", Case)
    async def create(self, act: Act, body: DraftBody) -> Case:
        """A new draft, its form filled in advance. Raises `Invalid`, `Forbidden` where nobody may act for the applicant, or a child acts alone,
        `Conflict` where there are too many drafts, `DoneElsewhere` where there is nothing to apply for here."""
        if body.materials and (repeated := await earlier(self.store, "cases", act)) is not None:
            return Case.of(repeated)  # before any licence is looked up again
        applicant = await applicant_of(self.store, act.person)
        version = self._version_there(body, applicant.town, act.at.date())
        town = town_there(version, applicant.town, self.catalogue.vocabulary)
        await self._may_begin(act, version, applicant.born)
        filled = await self.forms.filled(act, version)
        form = {**own_names(version, act.person, act.person_name), **filled.values, **body.form}
        sources = origins(filled, form)
        self._require_answers(version, form, sources, act)
        case = Case(
            _id=new_id("case"),
            person=act.person,
            person_name=act.person_name,
            agent=somebody(act) if act.acting else None,
            grant=act.acting.grant if act.acting else None,
            item=version.item,
            item_name=version.name,
            town=town,
            is_licence=version.is_licence,
            channel=act.channel,
            form=form,
            sources=sources,
            created_at=act.at,
            updated_at=act.at,
            **placed(version, town, self.catalogue.vocabulary),
        )
        case.scribes = scribes_with(act, case)
        case.exemptions = await self.forms.exempt(act, version)
        case.materials = await self._chosen(act, case, version, places(act, case, version, self.catalogue), body.materials)
        event = event_of(act, "case.begun", detail={"item": case.item})

        async def write(session: Session | None) -> None:
            await self.store.cases.insert(case, event, session=session)

        await self.grants.under(act, Power.SUBMIT, case.item, write, subject=case.id)
        return await self._load(case.id)

    @once("cases", Case)
    async def save(self, act: Act, case_id: str, body: SaveBody) -> Case:
        """An autosave. What is typed may be unfinished, but what is there must be of its type. Raises `Invalid`, `StaleVersion`."""
        case, row = await self._take(act, case_id, Action.SAVE, body.version)
        version = self._editable_version(case, act)
        form = case.form if body.form is None else body.form
        sources = next_origins(case, form)
        if body.fill and case.state is CaseState.DRAFT:
            form, sources = completed(await self.forms.filled(act, version), form, sources)
            case = case.model_copy(update={"exemptions": await self.forms.exempt(act, version)})
        self._require_answers(version, form, sources, act)
        filled = case.model_copy(update={"form": form})
        materials = await self._chosen(act, filled, version, places(act, filled, version, self.catalogue), body.materials or {})
        changes = {
            "form": form,
            "sources": sources,
            "exemptions": case.exemptions,
            "materials": materials,
            "signed": await signed_by_hand(self.materials, act, body.signed),
            **placed(version, case.town, self.catalogue.vocabulary),
            **self._agent(act),
        }
        saved = await self._apply(act, case, row, changes)
        await self.licences.end(act, dropped(case.materials, materials), "改交了别的材料")
        return saved

    async def own_draft(self, act: Act, case_id: str) -> str:
        """The name of the item of a draft the actor may see. Raises `NotFound`, `Conflict` where it was handed in."""
        case = await self.get(act, case_id)
        if case.state is not CaseState.DRAFT:
            raise Conflict("这份申请已经提交，请在手机小程序「办件」里看进度。")
        return case.item_name

    async def form(self, act: Act, case_id: str) -> CaseFormView:
        """What a case asks: its fields, and how each material may be handed in. Raises as `get`."""
        case = await self.get(act, case_id)
        return form_view(case, self._editable_version(case, act), act.at.date())

    @once("cases", Case)
    async def take_over(self, act: Act, case_id: str, body: VersionBody) -> Case:
        """Whose matter it is goes on with what a former agent had begun: a person by themselves, a company by its next handler."""
        case, row = await self._take(act, case_id, Action.TAKE_OVER, body.version)
        if case.hold is None:
            raise WrongState("这份申请没有冻结，可以直接接着办。")
        return await self._apply(act, case, row, {"hold": None, "agent": None, "grant": None, **self._agent(act)})

    async def on_grant_ended(self, row: OutboxRow) -> None:
        """Freezes what an agent had begun and not filed; what is filed goes on for the applicant. Safe to run twice.

        Consumes the events of `backend.grants.ENDING_ACTIONS`; their subject is the grant.
        """
        act = self._system()
        open_states = [state.value for state in HOLDABLE]
        for document in await self.store.cases.find({"grant": row.subject_id, "state": {"$in": open_states}, "hold": None}):
            case = Case.of(document)
            hold = Hold(reason="代办授权已经结束", grant=row.subject_id, at=act.at)
            notices = self._tell(case.model_copy(update={"agent_active": False}), "case_frozen")
            event = event_of(act, "case.frozen", detail={"item": case.item, "grant": row.subject_id}, notices=notices)
            where = {"_id": case.id, "grant": row.subject_id, "state": {"$in": open_states}, "hold": None}
            await self.store.cases.change(where, {"$set": {"hold": hold.model_dump(), "agent_active": False}}, event)
        filed = {"grant": row.subject_id, "state": {"$in": [state.value for state in FILED]}, "agent_active": True}
        await self.store.cases.change_many(filed, {"$set": {"agent_active": False}})

    async def _may_begin(self, act: Act, version: ItemVersion, born: date | None) -> None:
        require_applicable(version)
        require_scribe(act, version, self.catalogue.vocabulary)
        if version.kind is ItemKind.INSTANT:
            raise WrongState(f"「{version.name}」可以当场出证，不用提交申请，请返回事项页直接开具。")
        require_object(version, act)
        require_of_age(version, act, born)
        if act.acting is not None and not version.proxy.allowed:
            raise Forbidden(version.proxy.reason)
        drafts = await self.store.cases.count({"person": act.person, "state": CaseState.DRAFT.value})
        if drafts >= self.policy.drafts:
            raise Conflict(f"已有{drafts}份没有提交的草稿，请先提交或撤回其中一份，再新建。")

    def _editable_version(self, case: Case, act: Act) -> ItemVersion:
        """A draft follows the item as it is today; what has been handed in keeps the version it was handed in under."""
        if case.state is CaseState.DRAFT:
            return self.catalogue.version(case.item, act.at.date(), case.region)
        return self.version_of(case)

    def _version_there(self, body: DraftBody, town: str | None, on: date) -> ItemVersion:
        """The item as the chosen district has it; where none was chosen the applicant's own district, if it has the item, else
        the catalogue's. Raises `NotFound`, and `Invalid` where the chosen district does not have it."""
        if body.region is not None and body.region not in self.catalogue.offered_in(body.item, on):
            self.catalogue.version(body.item, on)
            raise Invalid(errors=[FieldError("/region", "这个区还没有开通网上办理这件事，请换一个办理地点。")])
        lives_in = self.catalogue.vocabulary.region_of_town(town)
        there = self.catalogue.version_there(body.item, on, body.region or lives_in)
        return there or self.catalogue.version(body.item, on)

    def _require_answers(self, version: ItemVersion, form: Mapping[str, Any], sources: Mapping[str, Origin], act: Act) -> None:
        """What people typed must be of its type; what a register gave is told beside its field and keeps nobody from going on."""
        found = form_faults(version.form, form, act.at.date(), complete=False, applicant=act.person_name)
        named = strange_names(version, act.person, act.person_name, form, sources)
        days_off = chosen_days_off(version, form, self.calendar)
        if faults := [*typed(found, sources), *named, *days_off, *not_open(version.form, form, act)]:
            raise Invalid(errors=faults)

    async def _chosen(
        self, act: Act, case: Case, version: ItemVersion, materials: list[CaseMaterial], choices: Choices
    ) -> list[CaseMaterial]:
        """The materials with what the applicant chose for them. Raises `Invalid` with pointers."""
        keys = {each.key for each in materials}
        unknown = [FieldError(f"/materials/{key}", "现在的填写内容不需要这份材料。") for key in choices if key not in keys]
        if unknown:
            raise Invalid(errors=unknown)
        return [await self._choose(act, case, version, each, choices[each.key]) if each.key in choices else each for each in materials]

    async def _choose(self, act: Act, case: Case, version: ItemVersion, slot: CaseMaterial, choice: MaterialChoice) -> CaseMaterial:
        definition = version.material(slot.key)
        assert definition is not None
        files = await self._files(act, definition, choice)
        licence, asked = await self.choose_licence(act, case, version, definition, slot, choice) if choice.licence else (None, None)
        chosen = slot.model_copy(
            update={"files": files, "licence": licence, "asked": asked, "committed": "" if files or licence else slot.committed}
        )
        if chosen.fingerprint == slot.fingerprint:
            return chosen  # the same papers: what was said of them stands
        photo = await looked_at(self.materials, version.photo_check, chosen, act.at)
        return chosen.model_copy(update={"verdict": None, "original": None, "photo": photo})

    async def _files(self, act: Act, material: Material, choice: MaterialChoice) -> list[FileUse]:
        pointer = f"/materials/{material.key}/files"
        uses = uses_of_files(await self.materials.usable(act, choice.files, pointer))
        if faults := file_faults(material, uses, pointer):
            raise Invalid(errors=faults)
        return uses

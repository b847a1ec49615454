"""A refusal that should never have been made is annulled (依职权撤销), and its applicant decided about anew.

They fill in nothing twice: the case that takes the old one's place is begun for them as a draft, with their answers and with the files
that still hold. They look it over and hand it in, as registers, licences and other people's words are asked anew; the old case
stays as it was.
"""

from dataclasses import replace
from typing import Any

from backend.audit import event_of
from backend.cases.bundles import FollowUp
from backend.cases.core import Core
from backend.cases.exempting import places
from backend.cases.organs import placed
from backend.catalogue import form_faults
from backend.errors import StaleVersion
from backend.ids import new_id
from backend.people import is_there
from backend.store import Session
from models.acts import Act
from models.cases import Case, CaseMaterial, InspectionOutcome
from models.catalogue import ItemVersion


class Renewing(Core):
    """Begins anew what was refused wrongly, and tells the re-check what became of what it found."""

    async def _renewed(self, act: Act, case: Case) -> Case | None:
        """The draft, not written yet; None where nobody could apply with it: the item is not offered any more, or whose matter it was is
        not there. Of a bundle's essential part it is the whole that is applied for again; of another part nothing is."""
        if case.bundle is not None:
            part, case = case.part, await self._load(case.bundle)
            standing = case.standing(part)
            if standing is None or not standing.essential:
                return None
        version = self.catalogue.version_there(case.item, act.at.date(), case.region)
        if version is None or not await is_there(self.store, case.person):
            return None
        form = _still_fitting(version, case, act)
        draft = Case(
            _id=new_id("case"),
            person=case.person,
            person_name=case.person_name,
            item=version.item,
            item_name=version.name,
            town=case.town,
            is_licence=version.is_licence,
            channel=act.channel,
            form=form,
            sources={key: origin for key, origin in case.sources.items() if key in form},
            exemptions=case.exemptions,
            created_at=act.at,
            updated_at=act.at,
            **placed(version, case.town, self.catalogue.vocabulary),
        )
        asked = places(act, draft, version, self.catalogue)
        draft.materials = [await self._handed_on(act, case, each) for each in asked]
        return draft

    def _begins(self, act: Act, draft: Case | None, case: Case) -> FollowUp | None:
        """Writes the draft."""
        if draft is None:
            return None
        event = event_of(replace(act, key=None, digest=None), "case.begun", detail={"item": draft.item, "instead_of": case.id})

        async def write(session: Session) -> None:
            await self.store.cases.insert(draft, event, session=session)

        return write

    def _recheck_settled(self, act: Act, case: Case, outcome: InspectionOutcome) -> FollowUp:
        """Supervision sees, with what a re-check has found, how the head decided about it."""
        event = event_of(replace(act, key=None, digest=None), "recheck.settled", detail={"case": case.id, "outcome": outcome.value})
        changes: dict[str, Any] = {"outcome": outcome.value, "settled_at": act.at}

        async def write(session: Session) -> None:
            where = {"_id": recheck_id(case.id), "outcome": None}
            if await self.store.rechecks.change(where, {"$set": changes}, event, session=session) is None:
                raise StaleVersion()

        return write

    async def _handed_on(self, act: Act, case: Case, slot: CaseMaterial) -> CaseMaterial:
        """A place of the draft with the files of the old case that may still be used; what was not passed is handed in anew. A licence
        is looked up anew, with the holder's word."""
        before = case.material(slot.key)
        if before is None or (before.verdict is not None and not before.verdict.passed):
            return slot
        files = [use for use in before.files if await self.materials.holds(case.person, use.material, use.version, act.at)]
        return slot.model_copy(update={"files": files, "photo": before.photo if files else None})


def recheck_id(case: str) -> str:
    """The re-check of a case: one follows from it, so that it is drawn once."""
    return f"recheck_{case}"


def _still_fitting(version: ItemVersion, case: Case, act: Act) -> dict[str, Any]:
    """The answers the item asks for today, in the type it asks them in."""
    form = {key: value for key, value in case.form.items() if version.field(key) is not None}
    faults = form_faults(version.form, form, act.at.date(), complete=False, applicant=case.person_name)
    wrong = {fault.pointer.split("/")[2] for fault in faults if fault.pointer}
    return {key: value for key, value in form.items() if key not in wrong}

"""What of a bundle one department is given: the case of a part that begins, and what it takes over of what was mended later."""

from typing import Any

from backend.cases import clocks
from backend.cases.book import UNCLAIMED, CaseBook
from backend.cases.contents import MENDED, changed_fields, changed_materials, snapshot
from backend.cases.differing import is_other
from backend.cases.naming import claim_of
from backend.cases.reopening import looked_at_anew, resting_on
from backend.catalogue import Catalogue
from backend.ids import new_id
from backend.store import Session
from models.acts import Act
from models.cases import Case, CaseClock, CaseMaterial, CaseState, PartStanding, Submission
from models.catalogue import ItemVersion


class Shares:
    """Each department's share of the form and of the materials. Prepares documents and changes; writes nothing."""

    def __init__(self, catalogue: Catalogue, book: CaseBook) -> None:
        self._catalogue = catalogue
        self._book = book

    async def begun(self, act: Act, bundle: Case, standing: PartStanding, session: Session) -> Case:
        """The case of a part that begins now: accepted, with its department's clock and steps, its share of form and materials."""
        version = self._catalogue.version_by_id(f"{bundle.item_version}#{standing.key}")
        whose = ("person", "person_name", "agent", "grant", "agent_active")
        kept = (*whose, "scribes", "item", "town", "region", "channel", "received_by", "filed_at", "green", "first", "founded")
        form, materials = _share(bundle, {field.key for field in version.form}, {material.key for material in version.materials})
        begins = bundle.clock.accepted_at if not standing.waits else act.at
        part = Case(
            _id=new_id("case"),
            number=standing.number,
            bundle=bundle.id,
            part=standing.key,
            item_name=version.name,
            item_version=version.id,
            department=version.department,
            is_licence=version.is_licence,
            form=form,
            **self._compared(bundle, version),
            materials=materials,
            snapshots=[snapshot(form, materials)],
            submissions=[Submission(number=1, mode="formal", at=act.at, by=bundle.submissions[-1].by)],
            clock=CaseClock(received_at=begins, internal=bundle.clock.internal),
            created_at=act.at,
            updated_at=act.at,
            **{name: getattr(bundle, name) for name in kept},
        )
        return await self._book.accepted(part, version, act, deemed=bundle.clock.deemed and not standing.waits, session=session)

    async def mended(self, act: Act, bundle: Case, part: Case, session: Session) -> dict[str, Any]:
        """What a part takes over from the bundle's latest handing-in; nothing where it is not concerned."""
        version = self._catalogue.version_by_id(part.item_version)
        form, given = _share(bundle, {field.key for field in version.form}, {material.key for material in version.materials})
        seen = {each.key: each for each in part.materials}
        materials = [seen[each.key] if each.key in seen and seen[each.key].fingerprint == each.fingerprint else each for each in given]
        before, now = part.snapshots[-1], snapshot(form, materials)
        asked = part.state is CaseState.CORRECTION_AFTER_ACCEPTANCE
        fields, papers = changed_fields(before, now), changed_materials(before, now)
        if not (asked or fields or papers):
            return {}
        anew = resting_on(part.model_copy(update={"form": form, "materials": materials}), version, fields)
        entry = Submission(
            number=len(part.submissions) + 1,
            mode=MENDED,
            at=act.at,
            by=bundle.submissions[-1].by,
            changed_fields=fields,
            changed_materials=papers,
            anew_materials=list(anew.materials),
            anew_steps=list(anew.steps),
        )
        changes: dict[str, Any] = {
            "form": form,
            **self._compared(bundle, version),
            "compared": None,
            "materials": looked_at_anew(materials, anew.materials),
            "snapshots": [*part.snapshots, now],
            "submissions": [*part.submissions, entry],
            "updated_at": act.at,
        }
        if asked:
            answered = [each if each.answered_at else each.model_copy(update={"answered_at": act.at}) for each in part.returns]
            clock = clocks.resumed(part.clock, self._book.calendar, self._book.policy, version.clocks, act.at)
            changes |= {"state": CaseState.ACCEPTED, "returns": answered, "clock": clock, "queued_at": act.at}
        after = part.model_copy(update=changes)
        after.steps = self._book.steps_anew(after, version, anew, act.at)
        back = await self._book.turned_back(part, after, version, act, session)
        free = UNCLAIMED if "desk" in back else {}
        return {**changes, **back, **free}

    def _compared(self, bundle: Case, version: ItemVersion) -> dict[str, Any]:
        """Where the answers a department sees come from, and which differ from what registers say. A new company's name is looked into
        by the department that registers it, and whoever the form names by the first that sees them, and by no other."""
        asked = {field.key for field in version.form}
        sources = {key: origin for key, origin in bundle.sources.items() if key in asked}
        claim = claim_of(version) if version.registration is None else None
        own = {key for key in asked if self._sees_first(bundle, version, key)}
        looked_up = {key: said for key, said in bundle.looked_up.items() if key in own}
        others = {key for key in asked if key not in own and not is_other(key, sources)} | ({claim.key} if claim else set[str]())
        return {
            "sources": sources,
            "looked_up": looked_up,
            "differs": [key for key in bundle.differs if key in asked and key not in others],
        }

    def _sees_first(self, bundle: Case, version: ItemVersion, key: str) -> bool:
        shared = self._catalogue.version_by_id(bundle.item_version)
        first = next((each.key for each in bundle.parts if (part := shared.part(each.key)) and key in part.fields), None)
        return first is not None and version.id == f"{bundle.item_version}#{first}"


def _share(bundle: Case, fields: set[str], materials: set[str]) -> tuple[dict[str, Any], list[CaseMaterial]]:
    """What of the bundle's answers and materials one department sees."""
    form = {key: value for key, value in bundle.form.items() if key in fields}
    return form, [each for each in bundle.materials if each.key in materials]

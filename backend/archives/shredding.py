"""Carries out approved destruction lists. Every step finds by itself what is still there, so a crash is made good by the next turn.

Of a case stay number, item, how it ended, and its dates; who did what stands in the log, which is never changed. What was
issued stays valid and verifiable: certificates, licences, receipts and points records are none of its content. An upload
goes where no other case, and no grant, names it.
"""

from backend.archives.core import Core
from backend.audit import event_of
from backend.cases import named_by, uploads_in_use
from backend.materials.files import Files
from backend.outbox import forget_delivered, redact
from backend.store import Document
from models.acts import Act, SystemActor
from models.cases import Archived, Case, Somebody, Submission
from models.destructions import Destruction, DestructionState
from models.materials import Material

_LISTS = 10  # carried out in one turn
_STAYS = (
    "number",
    "receipt",
    "person",
    "item",
    "item_name",
    "item_version",
    "department",
    "region",
    "organ",
    "formerly",
    "is_licence",
    "bundle",
    "part",
    "channel",
    "state",
    "completion",
    "certificate",
    "created_at",
    "filed_at",
    "closed_at",
)
_STORED = ("_id", "version", "events", "keys", "unrelayed")
_UNLOGGED: Document = {"unrelayed.0": {"$exists": True}}
_NOBODY = Somebody(id="", name="")


class Shredding(Core):
    """Periodic work, safe to run in several processes."""

    async def tick(self) -> None:
        """Destroys what approved lists name, case by case; a list whose last case is gone is done."""
        found = await self.store.destructions.find({"state": DestructionState.APPROVED.value}, sort=[("_id", 1)], limit=_LISTS)
        act = Act(SystemActor(id="archives"), self.clock.now(), channel="system")
        for of in map(Destruction.of, found):
            gone = [await self._destroyed(act, of, each.case) for each in of.entries]
            if all(gone):
                event = event_of(act, "destruction.carried_out", detail={"number": of.number, "cases": len(of.entries)})
                changes = {"state": DestructionState.DESTROYED.value, "live": False, "destroyed_at": act.at}
                await self.store.destructions.change({"_id": of.id, "state": DestructionState.APPROVED.value}, {"$set": changes}, event)

    async def _destroyed(self, act: Act, of: Destruction, case_id: str) -> bool:
        """Whether the case is gone, now or before; not while an act on it waits to be logged."""
        document = await self.store.cases.get(case_id)
        case = Case.of(document) if document else None
        if case is None or case.archived is None or case.archived.destroyed_at is not None:
            return True
        beside = (self.store.licence_authorisations, self.store.points_sheets)
        uploads = sorted({each.partition(":")[0] for each in named_by(case)})
        waiting = [await each.count({"case": case.id, **_UNLOGGED}) for each in beside]
        if case.unrelayed or any(waiting) or await self.store.materials.count({"_id": {"$in": uploads}, **_UNLOGGED}):
            return False
        await self._destroy_uploads(case)
        for collection in beside:
            await forget_delivered(self.store, collection, {"case": case.id})
            await collection.delete({"case": case.id})
        await self.store.deliveries.change_many({"case": case.id}, {"$set": {"recipient": None}})
        await forget_delivered(self.store, self.store.cases, {"_id": case.id})
        await redact(self.store.cases, {"_id": case.id})
        event = event_of(act, "case.destroyed", detail={"destruction": of.number})
        where = {"_id": case.id, "archived.destroyed_at": None}
        await self.store.cases.change(where, {"$set": _what_stays(case, case.archived, act)}, event)
        return True

    async def _destroy_uploads(self, case: Case) -> None:
        """The versions this case names, its counterparts' too, and nothing else does: their contents first, so that a crash leaves
        something to find."""
        ids = sorted({each.partition(":")[0] for each in named_by(case)})
        materials = [Material.of(each) for each in await self.store.materials.find({"_id": {"$in": ids}})]
        used: set[str] = set()
        for owner in {each.person for each in materials}:
            used |= await uploads_in_use(self.store, owner, {"_id": {"$ne": case.id}})
        mine = {each for each in named_by(case) - used if each.partition(":")[0] not in used}
        for material in materials:
            await self._destroy_versions(material, mine)

    async def _destroy_versions(self, material: Material, mine: set[str]) -> None:
        gone = [each for each in material.versions if f"{material.id}:{each.number}" in mine]
        if not gone:
            return
        files = {each.file for each in gone}
        for file in files - await self._named_elsewhere(files, mine):
            await Files(self.store).remove(file)
        kept = [each.model_dump() for each in material.versions if each not in gone]
        if kept:
            await self.store.materials.change({"_id": material.id}, {"$set": {"versions": kept}})
        else:
            await forget_delivered(self.store, self.store.materials, {"_id": material.id})
            await self.store.materials.delete({"_id": material.id})

    async def _named_elsewhere(self, files: set[str], mine: set[str]) -> set[str]:
        """Of these files those that a version names which stays: the same bytes are kept once per owner."""
        found = [Material.of(each) for each in await self.store.materials.find({"versions.file": {"$in": sorted(files)}})]
        return {each.file for other in found for each in other.versions if f"{other.id}:{each.number}" not in mine}


def _what_stays(case: Case, archived: Archived, act: Act) -> Document:
    """What is to be set on a destroyed case: every field it does not keep is as if nobody had ever filled it in."""
    handed_in = [Submission(number=each.number, mode=each.mode, at=each.at, by=_NOBODY) for each in case.submissions]
    bare = Case(
        _id=case.id,
        **{name: getattr(case, name) for name in _STAYS},
        person_name="",
        submissions=handed_in,
        archived=archived.model_copy(update={"destroyed_at": act.at}),
        updated_at=act.at,
    )
    document = bare.to_document()
    return {name: value for name, value in document.items() if name not in _STORED}

"""Materials: taken in, checked, kept once, shown to those who may see them."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from backend.audit import Audit, event_of
from backend.clock import Clock
from backend.errors import FieldError, Invalid, NotFound, StaleVersion, UnsupportedMedia
from backend.idempotency import once
from backend.ids import new_id
from backend.materials.files import Files
from backend.materials.inspect import Inspected, inspect
from backend.materials.portraits import look
from backend.materials.scanner import Scanner
from backend.materials.uploads import Spool, Upload
from backend.materials.watermark import watermarked
from backend.outbox import OutboxRow
from backend.permissions import may
from backend.processes import Workers
from backend.store import Document, DuplicateKeyError, Store
from backend.store.pages import page
from models.acts import Act, StaffActor
from models.catalogue import PhotoCheck
from models.materials import Material, MaterialVersion, StoredFile, UploadQuery
from models.photos import PhotoFinding

_USABLE_DAYS = 365  # how long a passed material can be used again
_INSPECT_SECONDS = 30.0
_LOOK_SECONDS = 10.0
_SWEEP_AFTER = timedelta(days=1)
_SWEEP_BACK = timedelta(days=8)
_NOT_YOURS = "没有找到这份材料，或它不属于您。请重新选择或上传。"


class Materials:
    """The engine. `scanner` is None where no virus scanner is configured."""

    def __init__(self, store: Store, clock: Clock, workers: Workers, spool: Spool, scanner: Scanner | None = None) -> None:
        self.store = store
        self.spool = spool
        self.files = Files(store)
        self._audit = Audit(store, clock)
        self._clock = clock
        self._workers = workers
        self._scanner = scanner

    @once("materials", Material)
    async def upload(self, act: Act, upload: Upload, wish: UploadQuery) -> Material:
        """Checks a finished upload and keeps it as a new material, or as the next version of `wish.replaces`.

        The same bytes are stored once per owner. Raises `UnsupportedMedia`, `PayloadTooLarge`, `NotFound`.
        """
        replaced = await self.get(act, wish.replaces) if wish.replaces else None
        file = await self.files.find(act.person, upload.sha256)
        if file is None:
            inspected = await self._inspected(upload)
            file = await self.files.keep(act.person, upload.sha256, inspected, act.at)
        if replaced is not None:
            return await self._next_version(act, replaced, file, upload.name)
        return await self._new(act, file, upload.name, wish.item)

    async def get(self, act: Act, id: str) -> Material:
        """A material its owner, or their agent for its items, may see. Raises `NotFound`."""
        document = await self.store.materials.get(id)
        if document is None:
            raise NotFound(_NOT_YOURS)
        material = Material.of(document)
        if not may("material.see", act, material):
            raise NotFound(_NOT_YOURS)
        return material

    async def mine(
        self, act: Act, *, item: str | None = None, passed: bool = False, cursor: str | None = None, limit: int = 20
    ) -> tuple[list[Material], str | None]:
        """The person's materials, newest first, and where the next page begins. An agent gets those of granted items."""
        where: Document = {"person": act.person}
        if act.acting is not None and act.acting.items:
            where["items"] = {"$in": sorted(act.acting.items & {item} if item else act.acting.items)}
        elif item:
            where["items"] = item
        if passed:
            where |= {"versions.passed_at": {"$type": "date"}, "expires_at": {"$gt": act.at}}
        return await page(self.store.materials, Material, where, cursor, limit)

    async def content(self, act: Act, id: str, number: int | None = None) -> tuple[MaterialVersion, AsyncIterator[bytes]]:
        """A version's content, decrypted as it is read; an agent's look is logged. Raises `NotFound`."""
        material = await self.get(act, id)
        version = material.version_of(number)
        if version is None:
            raise NotFound(_NOT_YOURS)
        await self._audit.read(act, "material.read", person=material.person, subject=f"materials/{id}", purpose="查看材料")
        return version, self.files.read(version.file)

    async def used(self, act: Act, material_id: str, number: int, purpose: str) -> tuple[MaterialVersion, AsyncIterator[bytes]]:
        """The content of a version used in a case, for a citizen whose right to the case was checked; a look at somebody else's is
        logged. Raises `NotFound`."""
        document = await self.store.materials.get(material_id)
        version = Material.of(document).version_of(number) if document else None
        if document is None or version is None:
            raise NotFound(_NOT_YOURS)
        await self._audit.read(act, "material.read", person=document["person"], subject=f"materials/{material_id}", purpose=purpose)
        return version, self.files.read(version.file)

    async def picture(self, act: Act, upload: Upload, case: str, item_name: str) -> tuple[str, MaterialVersion]:
        """Keeps a picture a member of staff took for a case whose right to was checked: nobody's upload, so in no list and no account.
        Its id, and its version. The same bytes are kept once a case. Raises `UnsupportedMedia`, `PayloadTooLarge`."""
        owner = f"cases/{case}"
        file = await self.files.find(owner, upload.sha256)
        if file is None:
            inspected = await self._inspected(upload)
            if not inspected.content_type.startswith("image/"):
                raise UnsupportedMedia("请放照片（JPG 或 PNG），不收别的文件。")
            file = await self.files.keep(owner, upload.sha256, inspected, act.at)
        if (known := await self._picture_of(owner, file)) is not None:
            return known.id, known.latest
        material = Material(
            _id=new_id("mat"),
            person=owner,
            person_name=item_name,
            versions=[_version(act, file, "现场照片", 1)],
            only_file=file.id,
            expires_at=act.at + timedelta(days=_USABLE_DAYS),
            created_at=act.at,
            updated_at=act.at,
        )
        quiet = replace(act, key=None, digest=None)  # the key is that of the case's own event
        event = event_of(quiet, "material.uploaded", detail={"version": 1, "content_type": file.content_type, "size": file.size})
        try:
            await self.store.materials.insert(material, event)
        except DuplicateKeyError:  # at the same moment
            if (known := await self._picture_of(owner, file)) is None:
                raise
            return known.id, known.latest
        return material.id, material.latest

    async def marked_copy(
        self, act: Act, material_id: str, number: int | None, item_name: str, about: str | None = None
    ) -> tuple[MaterialVersion, Path]:
        """A copy for a member of staff whose right to the case or grant was checked, with a watermark, logged; the caller removes it.

        An OFD file has no watermark, since any change would break its signature. `about`: whose data it is, where not its owner's.
        Raises `NotFound`.
        """
        document = await self.store.materials.get(material_id)
        version = Material.of(document).version_of(number) if document else None
        if document is None or version is None or not isinstance(act.actor, StaffActor):
            raise NotFound(_NOT_YOURS)
        await self._audit.read(
            act, "material.read", person=about or document["person"], subject=f"materials/{material_id}", purpose=item_name
        )
        plain = self.spool.scratch(".plain")
        try:
            await self._decrypted(version.file, plain)
            if version.content_type == "application/ofd":
                return version, plain.rename(plain.with_suffix(".ready"))
            words = f"仅用于办理{item_name}，他用无效 · {act.actor.name} {act.at:%Y-%m-%d %H:%M}"
            ready = plain.with_suffix(".ready")
            await self._workers.run(watermarked, str(plain), str(ready), version.content_type, words, timeout=_INSPECT_SECONDS)
            return version, ready
        finally:
            plain.unlink(missing_ok=True)

    async def usable(self, act: Act, ids: Sequence[str], pointer: str) -> list[tuple[str, MaterialVersion]]:
        """The newest version of each material, for use in a case. Raises `Invalid` with a pointer for those that are not
        the person's, or have expired."""
        found: list[tuple[str, MaterialVersion]] = []
        errors: list[FieldError] = []
        for index, id in enumerate(ids):
            document = await self.store.materials.get(id)
            material = Material.of(document) if document else None
            if material is None or not may("material.see", act, material):
                errors.append(FieldError(f"{pointer}/{index}", _NOT_YOURS))
            elif material.expires_at <= act.at:
                errors.append(FieldError(f"{pointer}/{index}", f"「{material.latest.name}」上传已超过一年，请重新拍照上传。"))
            else:
                found.append((material.id, material.latest))
        if errors:
            raise Invalid(errors=errors)
        return found

    async def holds(self, person: str, id: str, number: int, at: datetime) -> bool:
        """Whether a version that served a case of `person` may serve them in another: it is theirs, there, and not too old."""
        document = await self.store.materials.get(id)
        material = Material.of(document) if document else None
        return material is not None and material.person == person and at < material.expires_at and material.version_of(number) is not None

    async def photo_findings(self, material_id: str, number: int, wanted: PhotoCheck) -> list[PhotoFinding] | None:
        """What a machine finds wrong with a photograph; None where a reviewer has passed this very one.

        For an act whose right to the material was checked. Raises `NotFound`, `Unavailable` where no worker has time for it.
        """
        document = await self.store.materials.get(material_id)
        version = Material.of(document).version_of(number) if document else None
        if version is None:
            raise NotFound(_NOT_YOURS)
        if version.passed_at is not None:
            return None
        plain = self.spool.scratch(".photo")
        try:
            await self._decrypted(version.file, plain)
            return await self._workers.run(look, str(plain), wanted, timeout=_LOOK_SECONDS)
        finally:
            plain.unlink(missing_ok=True)

    async def on_case_event(self, row: OutboxRow) -> None:
        """Keeps with each material what came of it in cases: which items it serves, and whether it was passed.

        Consumes `case.material_passed`, `case.pre_approved`, `case.accepted` and the filings; safe to run twice.
        """
        uses = row.detail.get("uses", [])
        if uses:
            used = {"_id": {"$in": [str(use["material"]) for use in uses]}}
            await self.store.materials.change_many(used, {"$addToSet": {"items": row.detail["item"]}})
        for use in uses:
            id, number = str(use["material"]), int(use["version"])
            if use.get("passed"):
                await self.store.materials.change(
                    {"_id": id, "versions": {"$elemMatch": {"number": number, "passed_in": {"$ne": row.subject_id}}}},
                    {"$set": {"versions.$.passed_in": row.subject_id, "versions.$.passed_at": row.at}},
                )

    async def sweep(self) -> int:
        """Removes what uploads that broke off left behind. Returns how many files; run under a lease."""
        await asyncio.to_thread(self.spool.sweep)
        before = self._clock.now() - _SWEEP_AFTER
        lost = await self.files.unfinished(before)
        for id in await self.files.finished(before - _SWEEP_BACK, before):
            if await self.store.materials.find_one({"versions.file": id}, fields=["_id"]) is None:
                lost.append(id)
        for id in lost:
            await self.files.remove(id)
        return len(lost)

    async def _inspected(self, upload: Upload) -> Inspected:
        if self._scanner is not None:
            await self._scanner.scan(str(upload.path))
        return await self._workers.run(inspect, str(upload.path), str(upload.cleaned), timeout=_INSPECT_SECONDS)

    async def _new(self, act: Act, file: StoredFile, name: str, item: str | None) -> Material:
        if (known := await self._known(act, file)) is not None:
            return await self._again(act, known, item)
        material = Material(
            _id=new_id("mat"),
            person=act.person,
            person_name=act.person_name,
            items=[item] if item else [],
            grant=act.acting.grant if act.acting else None,
            versions=[_version(act, file, name, 1)],
            only_file=file.id if act.acting is None or item else "",  # an agent sees nothing that is for no item, not even their own
            expires_at=act.at + timedelta(days=_USABLE_DAYS),
            created_at=act.at,
            updated_at=act.at,
        )
        event = event_of(act, "material.uploaded", detail={"version": 1, "content_type": file.content_type, "size": file.size})
        try:
            await self.store.materials.insert(material, event)
        except DuplicateKeyError:  # at the same moment
            if (known := await self._known(act, file)) is None:
                raise
            return await self._again(act, known, item)
        return await self._fresh(material.id)

    async def _known(self, act: Act, file: StoredFile) -> Material | None:
        """The material these bytes are now, where the caller sees it."""
        found = await self.store.materials.find({"person": act.person, "versions.file": file.id})
        seen = (material for material in map(Material.of, found) if may("material.see", act, material))
        return next((material for material in seen if material.latest.file == file.id), None)

    async def _picture_of(self, owner: str, file: StoredFile) -> Material | None:
        known = await self.store.materials.find_one({"person": owner, "versions.file": file.id})
        return Material.of(known) if known is not None else None

    async def _again(self, act: Act, material: Material, item: str | None) -> Material:
        """The same bytes came in again: nothing new is kept, and they count as handed in today."""
        event = event_of(act, "material.uploaded_again", detail={"version": material.latest.number})
        change: Document = {"$set": {"expires_at": act.at + timedelta(days=_USABLE_DAYS), "updated_at": act.at}}
        if item:
            change["$addToSet"] = {"items": item}
        document = await self.store.materials.change({"_id": material.id}, change, event)
        if document is None:
            raise StaleVersion()
        return Material.of(document)

    async def _next_version(self, act: Act, material: Material, file: StoredFile, name: str) -> Material:
        if material.latest.file == file.id:
            return await self._again(act, material, None)
        version = _version(act, file, name, material.latest.number + 1)
        event = event_of(act, "material.replaced", detail={"version": version.number, "content_type": file.content_type, "size": file.size})
        document = await self.store.materials.change(
            {"_id": material.id, "version": material.version},
            {
                "$push": {"versions": version.model_dump()},
                "$set": {"expires_at": act.at + timedelta(days=_USABLE_DAYS), "updated_at": act.at, "only_file": ""},
            },
            event,
        )
        if document is None:
            raise StaleVersion()
        return Material.of(document)

    async def _fresh(self, id: str) -> Material:
        document = await self.store.materials.get(id)
        if document is None:
            raise NotFound(_NOT_YOURS)
        return Material.of(document)

    async def _decrypted(self, file_id: str, path: Path) -> None:
        with await asyncio.to_thread(path.open, "wb") as out:
            async for piece in self.files.read(file_id):
                await asyncio.to_thread(out.write, piece)


def _version(act: Act, file: StoredFile, name: str, number: int) -> MaterialVersion:
    return MaterialVersion(
        number=number,
        file=file.id,
        name=f"{name}.{file.extension}",
        content_type=file.content_type,
        size=file.size,
        sha256=file.sha256,
        pages=file.pages,
        uploaded_at=act.at,
        uploader=act.actor.id,
        uploader_name=act.actor.name,
    )

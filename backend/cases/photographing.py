"""Photographs staff take on the spot (现场照片): kept with the case like its materials — type told by content, re-encoded without
where they were taken, encrypted, seen as a copy with a watermark, destroyed with the case. The applicant does not see them."""

from pathlib import Path

from backend.audit import event_of
from backend.cases.core import Core, somebody
from backend.cases.photographed import MOST, photographed
from backend.errors import Forbidden, NotFound, StaleVersion, WrongState
from backend.idempotency import once
from backend.ids import new_id
from backend.materials import Upload
from backend.permissions import may, require
from models.acts import Act
from models.cases import Case, FileUse, Photograph


class Photographing(Core):
    """What whoever looks into something shows of it."""

    @once("cases", Case)
    async def photograph(self, act: Act, case_id: str, upload: Upload) -> Case:
        """Keeps one photograph with the step whose turn it is, or with the check after the decision. Raises `UnsupportedMedia` where it
        is no picture, `PayloadTooLarge`, `Forbidden` to who does not look into it now, `WrongState` where there are enough."""
        case = await self._load(case_id)
        require("case.see", act, case)
        if len(case.photographs) >= MOST:
            raise WrongState(f"一份办件最多放{MOST}张现场照片，已经放满。")
        of = photographed(case, self.version_of(case), await self.actions(act, case))
        if of is None or not may("case.read_files", act, case):
            raise Forbidden("现在不由您查看现场或核查，不能放照片。轮到您办的环节可以放。")
        material, version = await self.materials.picture(act, upload, case.id, case.item_name)
        use = FileUse(material=material, version=version.number, name=version.name, content_type=version.content_type, size=version.size)
        taken = Photograph(id=new_id("photo"), step=of[0], of=of[1], at=act.at, by=somebody(act), use=use)
        event = event_of(act, "case.photographed", detail={"item": case.item, "step": of[0], "photograph": taken.id})
        where = {"_id": case.id, "state": case.state.value, f"photographs.{MOST - 1}": {"$exists": False}}
        written = await self.store.cases.change(where, {"$push": {"photographs": taken.model_dump()}}, event)
        if written is None:
            raise StaleVersion()
        return Case.of(written)

    async def photograph_copy(self, act: Act, case_id: str, photograph: str) -> tuple[str, Path]:
        """A watermarked copy of one of them, for staff who read the case's files: its type, and where it lies until the caller removes it.
        The look is logged where the applicant sees it. Raises `NotFound`, `Forbidden`."""
        case = await self._load(case_id)
        require("case.see", act, case)
        if not may("case.read_files", act, case):
            raise Forbidden("这份办件不在您手上，不能查看它的照片。")
        taken = next((each for each in case.photographs if each.id == photograph), None)
        if taken is None:
            raise NotFound()
        version, path = await self.materials.marked_copy(act, taken.use.material, taken.use.version, case.item_name, about=case.person)
        return version.content_type, path

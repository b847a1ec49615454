"""What is kept from destruction (暂缓销毁) although its retention ends: a lawsuit, an inquiry or an audit still needs the case.

One keeper of the department says why; another lifts it. Meanwhile the case goes on no destruction list, and a list that names it
is not approved. What is approved already is beyond it.
"""

from backend.archives.core import Core, department_of, keeper
from backend.audit import event_of
from backend.errors import Forbidden, NotFound, StaleVersion, WrongState
from backend.idempotency import once
from backend.store import Document
from backend.store.indexes import TEXT
from backend.store.pages import page
from models.acts import Act
from models.archives import ArchivesQuery, PreserveBody
from models.base import Event
from models.cases import Archived, Case, Preservation

_OWN = "暂缓销毁是您提出的，要由本部门另一位档案人员或负责人解除。"


class Preserving(Core):
    """Acts on single archived cases."""

    async def preserved(self, act: Act, query: ArchivesQuery) -> tuple[list[Case], str | None]:
        """Cases of the viewer's department that are kept from destruction, and where the next page begins."""
        where: Document = {"department": department_of(act), "archived.preserved.reason": TEXT}
        return await page(self.store.cases, Case, where, query.cursor, query.limit)

    @once("cases", Case)
    async def preserve(self, act: Act, case_id: str, body: PreserveBody) -> Case:
        """Keeps an archived case from destruction. Raises `NotFound`, `WrongState` where it is not archived, kept already, or its
        destruction is approved, `StaleVersion`."""
        case, archived = await self._archived(act, case_id)
        if archived.destruction:
            raise WrongState(f"这份办件已经批准销毁（{archived.destruction}），不能再暂缓。")
        if archived.preserved is not None:
            raise WrongState(f"这份办件已经由{archived.preserved.by.name}提出暂缓销毁，不用再提。")
        order = Preservation(reason=body.reason, at=act.at, by=keeper(act))
        event = event_of(act, "case.preserved", detail={"archive": archived.number, "reason": body.reason})
        return await self._set(case, order, event)

    @once("cases", Case)
    async def lift(self, act: Act, case_id: str, body: PreserveBody) -> Case:
        """Lifts it: the case may go on a destruction list again. Raises as `preserve`, and `Forbidden` to who said it."""
        case, archived = await self._archived(act, case_id)
        if archived.preserved is None:
            raise WrongState("这份办件没有暂缓销毁，不用解除。")
        if archived.preserved.by.id == act.actor.id:
            raise Forbidden(_OWN)
        detail = {"archive": archived.number, "kept_for": archived.preserved.reason, "reason": body.reason}
        return await self._set(case, None, event_of(act, "case.preservation_lifted", detail=detail))

    async def reasons(self, ids: list[str]) -> dict[str, str]:
        """Of these cases, those kept from destruction, and why."""
        where: Document = {"_id": {"$in": ids}, "archived.preserved.reason": TEXT}
        found = [Case.of(each) for each in await self.store.cases.find(where)]
        return {case.id: order.reason for case in found if (order := case.archived and case.archived.preserved)}

    def preservation_actions(self, act: Act, archived: Archived) -> list[str]:
        """The last parts of the addresses open to the viewer, of the same department, now."""
        if archived.preserved is None:
            return [] if archived.destruction else ["preserve"]
        return [] if archived.preserved.by.id == act.actor.id else ["lift-preservation"]

    async def _archived(self, act: Act, case_id: str) -> tuple[Case, Archived]:
        document = await self.store.cases.get(case_id)
        case = Case.of(document) if document else None
        if case is None or case.department != department_of(act) or not case.submissions:
            raise NotFound("没有找到这份办件，或它不属于本部门。")
        if case.archived is None:
            raise WrongState("这份办件还没有归档，归档以前不会销毁，不用暂缓。")
        return case, case.archived

    async def _set(self, case: Case, order: Preservation | None, event: Event) -> Case:
        where = {"_id": case.id, "version": case.version}
        wanted = {"$set": {"archived.preserved": order.model_dump() if order else None}}
        written = await self.store.cases.change(where, wanted, event)
        if written is None:
            raise StaleVersion()
        return Case.of(written)


def against(archived: Archived) -> str:
    """What an order to keep it says against destroying it; nothing where there is none."""
    order = archived.preserved
    return f"{order.by.name}提出暂缓销毁：{order.reason}。要由另一位解除以后才能销毁。" if order else ""

"""Marks: a promise was not kept. Made and repaired after the acts that cause it; the head of the department may repair one too."""

from datetime import datetime

from backend.audit import event_of
from backend.cases.debts import has_word
from backend.clock import Clock
from backend.errors import Forbidden, NotFound, StaleVersion, WrongState
from backend.idempotency import once
from backend.outbox import OutboxRow
from backend.store import Document, DuplicateKeyError, Store
from backend.store.pages import page
from models.acts import Act, Role, StaffActor, SystemActor
from models.base import NoticeOrder
from models.cases import Case, Inspection, InspectionOutcome, Obligation, ObligationKind, Somebody
from models.marks import Mark, MarkKind, MarksQuery, Repair, RepairBody

CAUSES = frozenset({"case.obligations_looked_at", "case.debt_examined", "case.annulled", "case.inspected"})
"""After these events somebody may owe too long, or no longer; or was found to have committed to what is not so."""
_BROKEN = {
    InspectionOutcome.FALSE: MarkKind.FALSE_COMMITMENT,
    InspectionOutcome.NOT_KEPT: MarkKind.BROKEN_COMMITMENT,
}


async def require_no_mark(store: Store, person: str) -> None:
    """Raises `WrongState` that names what was not kept, and how it is repaired."""
    document = await store.marks.find_one({"person": person, "repaired_at": None})
    if document is not None:
        mark = Mark.of(document)
        raise WrongState(
            f"「{mark.item_name}」（{mark.case_number}）的「{mark.what}」：{mark.kind.label}，记录还没有修复，所以现在不能再用承诺代替材料。"
            f"{how_to_repair(mark)}这次请把材料交齐再办，办理不受影响。"
        )


def how_to_repair(mark: Mark) -> str:
    """What the person can do about it."""
    if not mark.is_open:
        return ""
    if mark.kind is MarkKind.DEBT:
        return f"补交「{mark.what}」并经审核通过，记录自动修复；办件已经结束或有特殊情况的，请向承办部门申请修复。"
    if mark.kind is MarkKind.DUTY:
        return f"把「{mark.what}」做好，在办件里报告，验收合格后记录自动修复；有特殊情况的，请向承办部门申请修复。"
    return "请向承办部门申请修复，由部门负责人决定。"


class Marks:
    """Who did not keep a promise, for what, until when."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store = store
        self._clock = clock

    async def own(self, act: Act) -> list[Mark]:
        """The marks on the person the act is for, newest first."""
        return [Mark.of(each) for each in await self.store.marks.find({"person": act.person}, sort=[("_id", -1)])]

    async def of_department(self, act: Act, query: MarksQuery) -> tuple[list[Mark], str | None]:
        """The marks the viewer's department made, newest first, and where the next page begins. Raises `Forbidden`."""
        actor = act.actor
        if not isinstance(actor, StaffActor) or actor.department is None:
            raise Forbidden()
        where: Document = {"department": actor.department}
        if query.case:
            where["case"] = query.case
        if query.open is not None:
            where["repaired_at"] = None if query.open else {"$ne": None}
        return await page(self.store.marks, Mark, where, query.cursor, query.limit)

    @once("marks", Mark)
    async def repair(self, act: Act, mark_id: str, body: RepairBody) -> Mark:
        """The head of the department repairs a mark. Raises `NotFound`, `Forbidden`, `WrongState` where it is repaired, `StaleVersion`."""
        document = await self.store.marks.get(mark_id)
        if document is None:
            raise NotFound()
        mark = Mark.of(document)
        actor = act.actor
        if not isinstance(actor, StaffActor) or actor.department != mark.department or not actor.has(Role.CHIEF_REPRESENTATIVE):
            raise Forbidden()
        if not mark.is_open:
            raise WrongState("这条记录已经修复。")
        by = Somebody(id=actor.id, name=actor.name, department=actor.department)
        changed = await self._repaired(act, {"_id": mark.id, "version": body.version}, mark, Repair.BY_HEAD, by, body.reason)
        if changed is None:
            raise StaleVersion()
        return changed

    async def on_case_event(self, row: OutboxRow) -> None:
        """Consumes `CAUSES`: marks promised debts that lapsed and commitments that were untrue or not kept, repairs marks whose debt
        was met. Safe to run twice."""
        document = await self.store.cases.get(row.subject_id)
        if document is None:
            return
        case = Case.of(document)
        for debt in case.obligations:
            if debt.kind is ObligationKind.DEBT and debt.lapsed_at is not None and has_word(case, debt.key):
                await self._follow(case, debt)
        if case.inspection is not None and case.inspection.duty is not None:
            await self._follow_duty(case, case.inspection)
        kind = _BROKEN.get(case.inspection.outcome) if case.inspection and case.inspection.outcome else None
        if kind is not None:
            await self._make(case, f"mark_{case.id}", kind, "告知承诺", self._clock.now())

    async def _follow_duty(self, case: Case, check: Inspection) -> None:
        """What was owed after the decision, and was not put right in time; repaired as soon as it is found done."""
        if check.broken_at is None:
            return
        id = f"mark_{case.id}_{check.duty}"
        await self._make(case, id, MarkKind.DUTY, check.duty_name, check.broken_at)
        document = await self.store.marks.get(id) if check.outcome is InspectionOutcome.DONE else None
        if document is not None and (mark := Mark.of(document)).is_open:
            await self._repaired(self._act(), {"_id": mark.id, "repaired_at": None}, mark, Repair.DONE_LATER, None, "")

    async def _follow(self, case: Case, debt: Obligation) -> None:
        await self._make(case, _id_of(debt), MarkKind.DEBT, debt.name, debt.lapsed_at or self._clock.now(), debt.id)
        if debt.met_at is not None:
            document = await self.store.marks.get(_id_of(debt))
            if document is not None and (mark := Mark.of(document)).is_open:
                await self._repaired(self._act(), {"_id": mark.id, "repaired_at": None}, mark, Repair.MET_LATER, None, "")

    async def _make(self, case: Case, id: str, kind: MarkKind, what: str, since: datetime, obligation: str | None = None) -> None:
        mark = Mark(
            _id=id,
            person=case.person,
            person_name=case.person_name,
            kind=kind,
            case=case.id,
            case_number=case.number or "",
            item_name=case.item_name,
            department=case.department,
            obligation=obligation,
            what=what,
            since=since,
        )
        notice = NoticeOrder(to=mark.person, template="mark_made", data=_words(mark))
        try:
            await self.store.marks.insert(mark, event_of(self._act(), "mark.made", detail={"kind": mark.kind.value}, notices=[notice]))
        except DuplicateKeyError:
            return  # made before

    async def _repaired(self, act: Act, where: Document, mark: Mark, how: Repair, by: Somebody | None, reason: str) -> Mark | None:
        changes: Document = {
            "repaired_at": act.at,
            "repair": how.value,
            "repaired_by": by.model_dump() if by else None,
            "repair_reason": reason,
        }
        notice = NoticeOrder(to=mark.person, template="mark_repaired", data=_words(mark))
        event = event_of(act, "mark.repaired", detail={"how": how.value}, notices=[notice])
        changed = await self.store.marks.change({**where, "repaired_at": None}, {"$set": changes}, event)
        return Mark.of(changed) if changed else None

    def _act(self) -> Act:
        return Act(actor=SystemActor(id="cases"), at=self._clock.now(), channel="system")


def _id_of(debt: Obligation) -> str:
    return f"mark_{debt.id}"


def _words(mark: Mark) -> dict[str, str]:
    return {"item": mark.item_name, "number": mark.case_number, "case": mark.case, "what": mark.what}

"""Destruction lists (销毁清册) of cases whose retention has ended: one person appraises and proposes, another, the head, approves.

Nothing that is kept for ever, or that anything still rests on, goes on a list. The list itself is kept for ever, sealed.
What an approved list names is destroyed by `backend.archives.shredding`.
"""

from collections.abc import Mapping
from datetime import datetime

from backend.archives.core import Core, department_of, keeper
from backend.archives.lists import DESTRUCTION_COLUMNS, destruction_lines, destruction_row
from backend.archives.matters import open_matter
from backend.archives.preserving import against
from backend.audit import event_of
from backend.clock import SHANGHAI
from backend.errors import Conflict, FieldError, Forbidden, Invalid, NotFound, StaleVersion, WrongState
from backend.idempotency import once
from backend.ids import new_id
from backend.spoken import full_day
from backend.store import Document, DuplicateKeyError, Session
from backend.store.indexes import TEXT
from backend.store.pages import page
from models.acts import Act, Role, StaffActor
from models.archives import ArchiveBatch, DestroyableQuery
from models.base import Event
from models.cases import Archived, Case
from models.destructions import (
    DestroyableView,
    Destruction,
    DestructionBody,
    DestructionEntry,
    DestructionsQuery,
    DestructionState,
    KeepBody,
    KeptEntry,
    OpinionBody,
)

_CHANGED = "列入清册以后有变动（例如解除过暂缓销毁），鉴定不再算数。请从清册中去掉，还要销毁的，再重新提出。"
_TAKE_OFF = "解除以后要重新鉴定，所以现在就请从清册中去掉，解除以后再重新提出。"
_DATE = 10  # characters of a day, as "2036-12-31"
_NOT_YOURS = "没有找到这份办件，或它不属于本部门。"
_OWN_LIST = "提出销毁的人不能批准同一份清册，请由另一位负责人批准；没有另一位的，由督查人员批准。"


class Destructions(Core):
    """Acts on destruction lists."""

    async def destroyable(self, act: Act, query: DestroyableQuery) -> tuple[list[DestroyableView], str | None]:
        """Archived cases of the viewer's department whose retention has ended, those that ended first first, with what stands
        against each; and where the next page begins."""
        over = {"$gt": "", "$lt": _today(act.at)}
        where: Document = {"department": department_of(act), "archived.destroyed_at": None, "archived.until": {**TEXT, **over}}
        if query.cursor:
            day, id = query.cursor[:_DATE], query.cursor[_DATE:]
            where["$or"] = [{"archived.until": {"$gt": day}}, {"archived.until": day, "_id": {"$gt": id}}]
        found = await self.store.cases.find(where, sort=[("archived.until", 1), ("_id", 1)], limit=query.limit + 1)
        cases = [Case.of(each) for each in found[: query.limit]]
        views = [await self._destroyable(case, archived, act.at) for case in cases if (archived := case.archived)]
        return views, f"{views[-1].until}{views[-1].case}" if len(found) > query.limit else None

    @once("destructions", Destruction)
    async def propose(self, act: Act, body: DestructionBody) -> Destruction:
        """Lists cases for destruction. Raises `Invalid` that names each case which may not go, `Conflict` where another list took one."""
        cases = await self._listed(act, body.cases)
        of = Destruction(
            _id=new_id("dest"),
            number=await self._number(act, "销"),
            department=department_of(act),
            at=act.at,
            by=keeper(act),
            appraisal=body.appraisal,
            entries=await self._entries(cases),
            by_head=_is_head(act),
        )
        try:
            await self.store.destructions.insert(of, event_of(act, "destruction.proposed", detail=_told(of)))
        except DuplicateKeyError:
            await self._listed(act, body.cases)  # names what a colleague was faster with
            raise Conflict("其中有办件刚刚被列入另一份销毁清册，请重新选择。") from None
        return of

    @once("destructions", Destruction)
    async def keep(self, act: Act, destruction_id: str, body: KeepBody) -> Destruction:
        """Takes cases off a proposed list: they are kept on. Raises `Invalid` where one is not on it, or none would be left."""
        of = await self._proposed(act, destruction_id, body.version)
        if of.department != department_of(act):
            raise Forbidden()
        numbers = {each.case: each.number for each in of.entries}
        if unknown := [index for index, id in enumerate(body.cases) if id not in numbers]:
            raise Invalid(errors=[FieldError(f"/cases/{index}", "这份办件不在清册上，请刷新后查看。") for index in unknown])
        left = [each for each in of.entries if each.case not in body.cases]
        if not left:
            raise Invalid("清册上至少要留一件。都不销毁的，请选「不予销毁」。")
        kept = [KeptEntry(case=id, number=numbers[id], reason=body.reason, at=act.at, by=keeper(act)) for id in dict.fromkeys(body.cases)]
        changes = {"entries": [each.model_dump() for each in left], "kept": [each.model_dump() for each in [*of.kept, *kept]]}
        return await self._change(of, changes, event_of(act, "destruction.kept", detail={"number": of.number, "cases": body.cases}))

    @once("destructions", Destruction)
    async def decline(self, act: Act, destruction_id: str, body: OpinionBody) -> Destruction:
        """The head does not approve, or who proposed takes it back: everything is kept on. Raises `Forbidden`, `WrongState`."""
        of = await self._proposed(act, destruction_id, body.version)
        if of.by.id != act.actor.id and not self._decides(act, of):
            raise Forbidden("清册由部门负责人决定，负责人自己提出的也可以由督查人员决定；提出人可以收回。")
        changes = _decided(act, DestructionState.DECLINED, body) | {"live": False}
        return await self._change(of, changes, event_of(act, "destruction.declined", detail=_told(of)))

    @once("destructions", Destruction)
    async def approve(self, act: Act, destruction_id: str, body: OpinionBody) -> Destruction:
        """The head, who did not propose it, approves the list as they saw it; supervision may approve what a head proposed, since
        there may be no other head. Nothing of it can be taken back from then on.

        Raises `Forbidden`, `StaleVersion` where the list changed, `WrongState` that names cases which may no longer go.
        """
        of = await self._proposed(act, destruction_id, body.version)
        if of.by.id == act.actor.id and _is_head(act):
            raise Forbidden(_OWN_LIST)
        if not self._decides(act, of):
            raise Forbidden()
        self._require_as_listed(of, await self.against_list(of, act.at))
        changes, event = _decided(act, DestructionState.APPROVED, body), event_of(act, "destruction.approved", detail=_told(of))
        quiet = [event_of(act, "case.destruction_approved", detail={"destruction": of.number}) for _ in of.entries]

        async def write(session: Session) -> Destruction:
            approved = await self._change(of, changes, event, session)
            for entry, told in zip(of.entries, quiet, strict=True):
                where = {"_id": entry.case, "version": entry.version}
                told = told.model_copy(update={"key": None, "digest": None})
                marked = {"$set": {"archived.destruction": of.number}}
                if await self.store.cases.change(where, marked, told, session=session) is None:
                    raise StaleVersion()
            return approved

        return await self.store.transact(write)

    def approval_waits(self, act: Act, of: Destruction, against: Mapping[str, str]) -> str:
        """Why whoever may approve the list cannot now, and what comes first; empty where they can, or it is not theirs."""
        if not against or of.state is not DestructionState.PROPOSED or not self._decides(act, of):
            return ""
        own = isinstance(act.actor, StaffActor) and act.actor.department == of.department
        mend = "把这些从清册中去掉" if own else "请提出的部门把这些从清册中去掉"
        if len(against) == len(of.entries):
            return f"清册上的 {len(against)} 件现在都不能销毁，不能批准。请按「不予销毁」，以后能销毁时重新提出。"
        return f"有 {len(against)} 件现在不能销毁（表里写着为什么），不能批准。先{mend}，留作继续保管，再批准其余的。"

    async def against_list(self, of: Destruction, now: datetime) -> dict[str, str]:
        """Of a proposed list, each case that changed since it was listed or may not be destroyed any more, and why."""
        ids = [each.case for each in of.entries]
        found = {each["_id"]: Case.of(each) for each in await self.store.cases.find({"_id": {"$in": ids}})}
        against: dict[str, str] = {}
        for entry in of.entries:
            case = found.get(entry.case)
            reason = await self._against_destroying(case, now) if case else ""
            if case and case.archived and case.archived.preserved:
                reason += _TAKE_OFF
            if not reason and (case is None or case.version != entry.version):
                reason = _CHANGED
            if reason:
                against[entry.case] = reason
        return against

    async def destructions(self, act: Act, query: DestructionsQuery) -> tuple[list[Destruction], str | None]:
        """The department's lists, for supervision those that heads in their region proposed; the newest first, and where the next
        page begins. `query.waiting`: those that wait for the viewer's own decision."""
        supervises = _is_supervisor(act)
        if query.waiting and not supervises and not (_is_head(act) and isinstance(act.actor, StaffActor) and act.actor.town is None):
            return [], None
        where: Document = self._supervised(act) if supervises else {"department": department_of(act)}
        if query.waiting:
            assert isinstance(act.actor, StaffActor)
            where |= {"state": DestructionState.PROPOSED.value, "by.id": {"$ne": act.actor.id}}
        return await page(self.store.destructions, Destruction, where, query.cursor, query.limit)

    async def destruction(self, act: Act, destruction_id: str) -> Destruction:
        """A list of the viewer's department, or one that supervision may decide. Raises `NotFound`."""
        document = await self.store.destructions.get(destruction_id)
        of = Destruction.of(document) if document else None
        if of is None or (of.department != department_of(act) and not self._decides(act, of)):
            raise NotFound("没有找到这份销毁清册，或它不属于本部门。")
        return of

    async def destruction_paper(self, act: Act, destruction_id: str) -> bytes:
        """The list as a sealed PDF, from its approval on. Raises `WrongState` before."""
        of = await self.destruction(act, destruction_id)
        if of.decided_at is None or of.state is DestructionState.DECLINED:
            raise WrongState(f"清册现在是「{of.state.label}」，批准以后才有盖章的清册。")
        rows = [destruction_row(each) for each in of.entries]
        at = of.destroyed_at or of.decided_at
        return await self._printed(of.department, "办件档案销毁清册", of.number, at, DESTRUCTION_COLUMNS, rows, destruction_lines(of))

    def destruction_actions(self, act: Act, of: Destruction, against: Mapping[str, str]) -> list[str]:
        """What the viewer may do to a list now. `against`: what `against_list` says; while there is any, nobody approves."""
        if of.state is not DestructionState.PROPOSED:
            return []
        decides = self._decides(act, of)
        open_ones = {
            "approve": decides and not against,
            "decline": decides or of.by.id == act.actor.id,
            "keep": of.department == department_of(act),
        }
        return [name for name, is_open in open_ones.items() if is_open]

    def _decides(self, act: Act, of: Destruction) -> bool:
        """Whether the actor may approve or decline a list of another: its department's head; supervision, where a head proposed it."""
        if of.by.id == act.actor.id or not isinstance(act.actor, StaffActor):
            return False
        if _is_head(act) and act.actor.department == of.department:
            return True
        region = self.catalogue.vocabulary.region_of(of.department)
        return of.by_head and _is_supervisor(act) and act.actor.serves(region)

    def _supervised(self, act: Act) -> Document:
        """The lists of heads in the supervisor's region, whoever may decide them."""
        names = self.catalogue.vocabulary
        assert isinstance(act.actor, StaffActor)
        return {"by_head": True, "department": {"$in": [each for each in names.departments if act.actor.serves(names.region_of(each))]}}

    async def _destroyable(self, case: Case, archived: Archived, now: datetime) -> DestroyableView:
        reason = await self._against_destroying(case, now) or await self._against_listing(case)
        return DestroyableView(
            case=case.id,
            number=case.number or "",
            item_name=case.item_name,
            archive=archived.number,
            retention=archived.retention.label,
            until=archived.until,
            ready=not reason,
            reason=reason,
        )

    async def _listed(self, act: Act, ids: list[str]) -> list[Case]:
        found = {each["_id"]: Case.of(each) for each in await self.store.cases.find({"_id": {"$in": ids}})}
        faults: list[FieldError] = []
        for index, id in enumerate(ids):
            case = found.get(id)
            if case is None or case.department != department_of(act) or not case.submissions:
                faults.append(FieldError(f"/cases/{index}", _NOT_YOURS))
            elif reason := await self._against_destroying(case, act.at) or await self._against_listing(case):
                faults.append(FieldError(f"/cases/{index}", f"{case.number}：{reason}"))
        if faults:
            raise Invalid("有办件不能列入销毁清册，请去掉后再提出。", errors=faults)
        return [found[id] for id in ids]

    async def _against_destroying(self, case: Case, now: datetime) -> str:
        """Why the case may not be destroyed now; nothing where it may."""
        if fault := _not_over(case.archived, now):
            return fault
        if case.archived is not None and (fault := against(case.archived)):
            return fault
        if matter := await open_matter(self.store, case):
            return matter
        if case.archived is not None and case.archived.changed_at is not None:
            return "归档以后重新查过它的决定，新的文书还没有移交，补充移交以后才能销毁。"
        if await self.store.marks.count({"case": case.id, "repaired_at": None}):
            return "有承诺履行记录以这份办件为依据，还没有修复，修复以后才能销毁。"
        sheets = await self.store.points_sheets.find({"person": case.person, "case": case.id}, fields=["_id"])
        if sheets and await self.store.points_records.count({"sheet": {"$in": [each["_id"] for each in sheets]}, "current": True}):
            return "有积分确认书以这份办件为依据，还在使用，失效以后才能销毁。"
        return ""

    async def _against_listing(self, case: Case) -> str:
        document = await self.store.destructions.find_one({"entries.case": case.id, "live": True}, fields=["number"])
        return f"已经列入销毁清册（{document['number']}）。" if document else ""

    async def _entries(self, cases: list[Case]) -> list[DestructionEntry]:
        """The lines of the transfer lists these cases went with last, and the numbers of all lists that name them."""
        went = {case.id: [each.batch for each in (case.archived, *case.archived.supplements)] for case in cases if case.archived}
        wanted = sorted({each for batches in went.values() for each in batches})
        found = {each["_id"]: ArchiveBatch.of(each) for each in await self.store.archives.find({"_id": {"$in": wanted}})}
        entries: list[DestructionEntry] = []
        for case in cases:
            batches = [found[each] for each in went[case.id]]
            line = next(each for each in batches[-1].entries if each.case == case.id)
            numbers = "、".join(each.number for each in batches)
            entries.append(DestructionEntry(**line.model_dump(), archive=numbers, version=case.version))
        return entries

    async def _proposed(self, act: Act, destruction_id: str, version: int) -> Destruction:
        of = await self.destruction(act, destruction_id)
        if of.state is not DestructionState.PROPOSED:
            raise WrongState(f"清册现在是「{of.state.label}」，不能再改，也不能再决定。")
        if of.version != version:
            raise StaleVersion()
        return of

    @staticmethod
    def _require_as_listed(of: Destruction, against: Mapping[str, str]) -> None:
        """Raises `WrongState` that names every case which stands against the list."""
        if faults := "".join(f"{each.number}：{against[each.case]}" for each in of.entries if each.case in against):
            raise WrongState(f"有办件现在不能销毁，请先从清册中去掉，留作继续保管。{faults}")

    async def _change(self, of: Destruction, changes: Document, event: Event, session: Session | None = None) -> Destruction:
        where = {"_id": of.id, "version": of.version, "state": DestructionState.PROPOSED.value}
        changed = await self.store.destructions.change(where, {"$set": changes}, event, session=session)
        if changed is None:
            raise StaleVersion()
        return Destruction.of(changed)


def _not_over(archived: Archived | None, now: datetime) -> str:
    """What the archive's own dates say against it."""
    if archived is None:
        return "还没有归档，归档并且保管期满以后才能销毁。"
    if archived.destruction:
        return f"已经批准销毁（{archived.destruction}），不用再列。"
    if not archived.until:
        return "永久保管，不能销毁。"
    if _today(now) <= archived.until:
        day = datetime.fromisoformat(archived.until).date()
        return f"要保管到{full_day(day)}，期满以后才能销毁。"
    return ""


def _decided(act: Act, state: DestructionState, body: OpinionBody) -> Document:
    return {"state": state.value, "decided_at": act.at, "decided_by": keeper(act).model_dump(), "opinion": body.opinion}


def _told(of: Destruction) -> Document:
    return {"number": of.number, "cases": len(of.entries)}


def _is_head(act: Act) -> bool:
    return isinstance(act.actor, StaffActor) and act.actor.has(Role.CHIEF_REPRESENTATIVE)


def _is_supervisor(act: Act) -> bool:
    return isinstance(act.actor, StaffActor) and act.actor.has(Role.SUPERVISOR)


def _today(now: datetime) -> str:
    return now.astimezone(SHANGHAI).date().isoformat()

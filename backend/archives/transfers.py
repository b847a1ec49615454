"""Closed cases handed over to the archive in batches, each with a transfer list (移交清单).

Nothing goes while somebody still owes something, objects to a card, is being checked, waits for money, or may seek a
remedy. What has gone is only read from then on (`backend.cases.timing`), but for its decision: where that was gone into again,
the case stands among the candidates once more and goes with a later list as a supplement.
"""

from datetime import date, datetime, timedelta

from backend.archives.contents import counted, pages_of
from backend.archives.core import Core, department_of, keeper
from backend.archives.lists import COLUMNS, row_of
from backend.archives.matters import ended_at, open_matter
from backend.audit import event_of
from backend.clock import SHANGHAI
from backend.errors import FieldError, Invalid, NotFound, StaleVersion
from backend.idempotency import once
from backend.ids import new_id
from backend.spoken import full_day
from backend.store import Document, Session
from backend.store.indexes import SOME_DAY
from backend.store.pages import page
from models.acts import Act
from models.archives import ArchivableView, ArchiveBatch, ArchiveBody, ArchiveEntry, ArchivesQuery
from models.base import Event
from models.cases import Archived, Case, CaseState, Supplement
from models.catalogue.codes import Retention

_FINAL = [state.value for state in CaseState if state.is_final]
_TO_GO: Document = {  # as the index has it
    "closed_at": SOME_DAY,
    "archived.number": None,
    "state": {"$in": _FINAL},
    "submissions.0": {"$exists": True},  # what was never handed in is no case
}
_CHANGED: Document = {"archived.changed_at": SOME_DAY}


class Transfers(Core):
    """Acts of whoever keeps a department's archives."""

    async def archivable(self, act: Act, query: ArchivesQuery) -> tuple[list[ArchivableView], str | None]:
        """Closed cases of the viewer's department that are not archived, or whose decision was gone into again since, the oldest
        first, with what stands against each; and where the next page begins."""
        own: Document = {"department": department_of(act)}
        where: Document = {"$or": [own | _TO_GO, own | _CHANGED]}
        cases, after = await page(self.store.cases, Case, where, query.cursor, query.limit, newest_first=False)
        return [await self._archivable(case, act.at) for case in cases], after

    @once("archives", ArchiveBatch)
    async def transfer(self, act: Act, body: ArchiveBody) -> ArchiveBatch:
        """Archives cases in one write. Raises `Invalid` that names each case which cannot go, `StaleVersion` where one changed meanwhile."""
        cases = await self._taken(act, body)
        batch = ArchiveBatch(
            _id=new_id("arch"),
            number=await self._number(act, "档"),
            department=department_of(act),
            at=act.at,
            by=keeper(act),
            entries=[await self._entry(case) for case in cases],
        )
        event = event_of(act, "archive.transferred", detail={"number": batch.number, "cases": len(cases)})
        acts = [(case, entry, _quiet(act, batch)) for case, entry in zip(cases, batch.entries, strict=True)]

        async def write(session: Session) -> None:
            await self.store.archives.insert(batch, event, session=session)
            for case, entry, archived in acts:
                mark = _marked(case, batch, entry)
                where = {"_id": case.id, "version": case.version}
                if await self.store.cases.change(where, {"$set": {"archived": mark.model_dump()}}, archived, session=session) is None:
                    raise StaleVersion()

        try:
            await self.store.transact(write)
        except StaleVersion:
            await self._taken(act, body)  # names what a colleague was faster with
            raise
        return batch

    async def batches(self, act: Act, query: ArchivesQuery) -> tuple[list[ArchiveBatch], str | None]:
        """The department's transfers, newest first, and where the next page begins."""
        where: Document = {"department": department_of(act)}
        return await page(self.store.archives, ArchiveBatch, where, query.cursor, query.limit)

    async def batch(self, act: Act, batch_id: str) -> ArchiveBatch:
        """A transfer of the viewer's department. Raises `NotFound`."""
        document = await self.store.archives.get(batch_id)
        if document is None or document["department"] != department_of(act):
            raise NotFound("没有找到这份移交清单，或它不属于本部门。")
        return ArchiveBatch.of(document)

    async def transfer_paper(self, act: Act, batch_id: str) -> bytes:
        """The transfer list as a sealed PDF."""
        batch = await self.batch(act, batch_id)
        pages = sum(entry.pages for entry in batch.entries)
        lines = [f"共{len(batch.entries)}件，{pages}页。移交人：{batch.by.name}"]
        rows = [row_of(each) for each in batch.entries]
        return await self._printed(batch.department, "办件档案移交清单", batch.number, batch.at, COLUMNS, rows, lines)

    async def _archivable(self, case: Case, now: datetime) -> ArchivableView:
        reason = await self._against(case, now)
        return ArchivableView(
            case=case.id,
            number=case.number or "",
            item_name=case.item_name,
            closed_at=case.closed_at or case.updated_at,
            retention=self._retention(case).label,
            supplements=case.archived.number if case.archived else "",
            ready=not reason,
            reason=reason,
        )

    async def _taken(self, act: Act, body: ArchiveBody) -> list[Case]:
        found = {each["_id"]: Case.of(each) for each in await self.store.cases.find({"_id": {"$in": body.cases}})}
        faults: list[FieldError] = []
        for index, id in enumerate(body.cases):
            case = found.get(id)
            mine = case is not None and case.department == department_of(act) and bool(case.submissions)
            reason = await self._against(case, act.at) if case is not None and mine else "没有找到这份办件，或它不属于本部门。"
            if reason:
                named = f"{case.number}：{reason}" if case is not None and mine else reason
                faults.append(FieldError(f"/cases/{index}", named))
        if faults:
            raise Invalid("有办件现在不能归档，请去掉后再移交。", errors=faults)
        return [found[id] for id in body.cases]

    async def _against(self, case: Case, now: datetime) -> str:
        """Why the case cannot be archived now; nothing where it can."""
        if case.archived is not None and case.archived.changed_at is None:
            batch = await self.store.archives.get(case.archived.batch)
            by = f"由{ArchiveBatch.of(batch).by.name}" if batch else ""
            return f"已经{by}归档（{case.archived.number}）。"
        ended = ended_at(case)
        if ended is None:
            return "还没有办结，办结以后才能归档。"
        if matter := await open_matter(self.store, case):
            return matter
        until = (ended + timedelta(days=self.book.policy.archive.wait_days)).astimezone(SHANGHAI)
        if case.decision is not None and now < until:
            return f"申请人还可以申请复议，{full_day(until.date())}以后才能归档。"
        return ""

    def _retention(self, case: Case) -> Retention:
        return self.catalogue.version_by_id(case.item_version).retention or self.book.policy.archive.retention

    async def _entry(self, case: Case) -> ArchiveEntry:
        ended = ended_at(case)
        assert case.closed_at is not None  # `_against` looked
        assert ended is not None
        kinds = await counted(self.store, case)
        closed, retention = case.closed_at.astimezone(SHANGHAI).date(), self._retention(case)
        until = retention.until(ended.astimezone(SHANGHAI).date())
        return ArchiveEntry(
            case=case.id,
            number=case.number or "",
            title=f"{case.person_name}{case.item_name}",
            item=case.item,
            item_name=case.item_name,
            filed_on=_iso(case.filed_at or case.submissions[0].at),
            closed_on=closed.isoformat(),
            outcome=case.completion.label if case.completion else case.state.label,
            files=sum(kinds.values()),
            kinds=kinds,
            pages=pages_of(case),
            retention=retention,
            until=until.isoformat() if until else "",
            supplements=case.archived.number if case.archived else "",
        )


def _marked(case: Case, batch: ArchiveBatch, entry: ArchiveEntry) -> Archived:
    """How the case keeps that it went with this list: for the first time, or with what came to it since."""
    if case.archived is None:
        return Archived(batch=batch.id, number=batch.number, at=batch.at, retention=entry.retention, until=entry.until)
    went = Supplement(batch=batch.id, number=batch.number, at=batch.at)
    seen = {"supplements": [*case.archived.supplements, went], "changed_at": None, "until": entry.until}
    return case.archived.model_copy(update=seen)


def _quiet(act: Act, batch: ArchiveBatch) -> Event:
    """The event in a case; the idempotency key is that of the transfer."""
    event = event_of(act, "case.archived", detail={"archive": batch.number})
    return event.model_copy(update={"key": None, "digest": None})


def _iso(at: datetime) -> str:
    day: date = at.astimezone(SHANGHAI).date()
    return day.isoformat()

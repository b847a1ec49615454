"""Archives of a department's closed cases: what may go, transfers, and their lists as PDF and for spreadsheets."""

from urllib.parse import quote

from backend.archives import transfer_csv
from handlers.access import endpoint, staff
from handlers.base import BaseHandler, Raw
from models.acts import Role
from models.archives import (
    ArchivableView,
    ArchiveBatch,
    ArchiveBody,
    ArchivesQuery,
    BatchRow,
    BatchView,
    EntryView,
    PreserveBody,
    PreservedView,
)
from models.base import Page
from models.cases import Case

_ID = r"(arch_[0-9A-Z]{26})"
_CASE = r"/api/v1/staff/cases/([A-Za-z0-9_\-]{1,80})"
_KEEPS = staff(Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)


def row(batch: ArchiveBatch) -> BatchRow:
    """A transfer in a list."""
    return BatchRow(id=batch.id, number=batch.number, at=batch.at, by=batch.by.name, cases=len(batch.entries))


def view(batch: ArchiveBatch) -> BatchView:
    """A transfer with its list."""
    entries = [EntryView(**each.model_dump(exclude={"item", "retention"}), retention=each.retention.label) for each in batch.entries]
    return BatchView(**row(batch).model_dump(), entries=entries)


class ArchivesHandler(BaseHandler):
    """Transfers of the department."""

    @endpoint(access=_KEEPS, query=ArchivesQuery, reply={200: Page[BatchRow]}, summary="本部门的移交清单")
    async def get(self, query: ArchivesQuery) -> Page[BatchRow]:
        found, after = await self.engines.archives.batches(self.act, query)
        return Page[BatchRow](items=[row(each) for each in found], next=after)

    @endpoint(access=_KEEPS, body=ArchiveBody, reply={201: BatchView}, summary="归档一批办件")
    async def post(self, body: ArchiveBody) -> BatchView:
        return view(await self.engines.archives.transfer(self.act, body))


class ArchivableHandler(BaseHandler):
    """What may be archived."""

    @endpoint(access=_KEEPS, query=ArchivesQuery, reply={200: Page[ArchivableView]}, summary="本部门办结后还没有归档的办件")
    async def get(self, query: ArchivesQuery) -> Page[ArchivableView]:
        found, after = await self.engines.archives.archivable(self.act, query)
        return Page[ArchivableView](items=found, next=after)


class ArchiveHandler(BaseHandler):
    """One transfer."""

    @endpoint(access=_KEEPS, reply={200: BatchView}, summary="一份移交清单")
    async def get(self, batch_id: str) -> BatchView:
        return view(await self.engines.archives.batch(self.act, batch_id))


class ArchivePaperHandler(BaseHandler):
    """Its list, sealed."""

    @endpoint(access=_KEEPS, reply={200: "application/pdf"}, summary="移交清单（PDF）")
    async def get(self, batch_id: str) -> Raw:
        return Raw(await self.engines.archives.transfer_paper(self.act, batch_id))


class ArchiveFileHandler(BaseHandler):
    """Its list for a spreadsheet."""

    @endpoint(access=_KEEPS, reply={200: "text/csv; charset=utf-8"}, summary="移交清单（CSV）")
    async def get(self, batch_id: str) -> Raw:
        batch = await self.engines.archives.batch(self.act, batch_id)
        self.set_header("Content-Disposition", f"attachment; filename*=UTF-8''{quote(f'移交清单 {batch.number}.csv')}")
        return Raw(transfer_csv(batch))


class _Preserved(BaseHandler):
    """What they share."""

    def shown(self, case: Case) -> PreservedView:
        archived = case.archived
        assert archived is not None
        order = archived.preserved
        return PreservedView(
            case=case.id,
            number=case.number or "",
            item_name=case.item_name,
            archive=archived.number,
            until=archived.until,
            reason=order.reason if order else "",
            at=order.at if order else None,
            by=order.by.name if order else "",
            actions=self.engines.archives.preservation_actions(self.act, archived),
        )


class PreservedHandler(_Preserved):
    """What the department keeps from destruction."""

    @endpoint(access=_KEEPS, query=ArchivesQuery, reply={200: Page[PreservedView]}, summary="本部门暂缓销毁的办件档案")
    async def get(self, query: ArchivesQuery) -> Page[PreservedView]:
        found, after = await self.engines.archives.preserved(self.act, query)
        return Page[PreservedView](items=[self.shown(each) for each in found], next=after)


class PreserveHandler(_Preserved):
    """One archived case is kept from destruction."""

    @endpoint(access=_KEEPS, body=PreserveBody, reply={200: PreservedView}, summary="暂缓销毁一份归档的办件")
    async def post(self, case_id: str, body: PreserveBody) -> PreservedView:
        return self.shown(await self.engines.archives.preserve(self.act, case_id, body))


class LiftPreservationHandler(_Preserved):
    """Somebody else lifts that."""

    @endpoint(access=_KEEPS, body=PreserveBody, reply={200: PreservedView}, summary="解除暂缓销毁")
    async def post(self, case_id: str, body: PreserveBody) -> PreservedView:
        return self.shown(await self.engines.archives.lift(self.act, case_id, body))


ROUTES = [
    (r"/api/v1/staff/archives", ArchivesHandler),
    (r"/api/v1/staff/archives/candidates", ArchivableHandler),
    (rf"/api/v1/staff/archives/{_ID}", ArchiveHandler),
    (rf"/api/v1/staff/archives/{_ID}\.pdf", ArchivePaperHandler),
    (rf"/api/v1/staff/archives/{_ID}\.csv", ArchiveFileHandler),
    (r"/api/v1/staff/preserved", PreservedHandler),
    (rf"{_CASE}/preserve", PreserveHandler),
    (rf"{_CASE}/lift-preservation", LiftPreservationHandler),
]

"""Archives of a department's closed cases: what may go, transfers, and their lists as PDF and for spreadsheets."""

from urllib.parse import quote

from backend.archives import transfer_csv
from handlers.access import endpoint, staff
from handlers.base import BaseHandler, Raw
from models.acts import Role
from models.archives import ArchivableView, ArchiveBatch, ArchiveBody, ArchivesQuery, BatchRow, BatchView, EntryView
from models.base import Page

_ID = r"(arch_[0-9A-Z]{26})"
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


ROUTES = [
    (r"/api/v1/staff/archives", ArchivesHandler),
    (r"/api/v1/staff/archives/candidates", ArchivableHandler),
    (rf"/api/v1/staff/archives/{_ID}", ArchiveHandler),
    (rf"/api/v1/staff/archives/{_ID}\.pdf", ArchivePaperHandler),
    (rf"/api/v1/staff/archives/{_ID}\.csv", ArchiveFileHandler),
]

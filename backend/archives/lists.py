"""The lines of a transfer list, on paper and for a spreadsheet."""

from backend.spreadsheets import as_csv
from models.archives import ArchiveBatch, ArchiveEntry

COLUMNS = ("办件编号", "题名", "收件日期", "办结日期", "办理结果", "文件数", "页数", "保管期限", "保管到")


def transfer_csv(batch: ArchiveBatch) -> bytes:
    """A transfer list for a spreadsheet."""
    return as_csv(COLUMNS, map(row_of, batch.entries))


def row_of(entry: ArchiveEntry) -> list[str]:
    """The cells of one case."""
    known = (entry.number, entry.title, entry.filed_on, entry.closed_on, entry.outcome, str(entry.files), str(entry.pages))
    return [*known, entry.retention.label, entry.until or "永久"]

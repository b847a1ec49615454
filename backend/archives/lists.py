"""The lines of transfer and destruction lists, on paper and for a spreadsheet."""

from datetime import datetime

from backend.clock import SHANGHAI
from backend.spoken import full_day
from backend.spreadsheets import as_csv
from models.archives import ArchiveBatch, ArchiveEntry
from models.cases import Somebody
from models.destructions import Destruction, DestructionEntry

COLUMNS = ("办件编号", "题名", "收件日期", "办结日期", "办理结果", "文件数", "其中", "页数", "保管期限", "保管到", "补充")
DESTRUCTION_COLUMNS = (*COLUMNS, "移交清单")


def transfer_csv(batch: ArchiveBatch) -> bytes:
    """A transfer list for a spreadsheet."""
    return as_csv(COLUMNS, map(row_of, batch.entries))


def destruction_csv(of: Destruction) -> bytes:
    """A destruction list for a spreadsheet."""
    return as_csv(DESTRUCTION_COLUMNS, map(destruction_row, of.entries))


def row_of(entry: ArchiveEntry) -> list[str]:
    """The cells of one case."""
    kinds = "、".join(f"{kind}{count}" for kind, count in entry.kinds.items())
    known = (entry.number, entry.title, entry.filed_on, entry.closed_on, entry.outcome, str(entry.files), kinds, str(entry.pages))
    of = f"补充{entry.supplements}" if entry.supplements else ""
    return [*known, entry.retention.label, entry.until or "永久", of]


def destruction_row(entry: DestructionEntry) -> list[str]:
    """The cells of one case on a destruction list."""
    return [*row_of(entry), entry.archive]


def destruction_lines(of: Destruction) -> list[str]:
    """Who appraised, who approved, when it was carried out: what stands under the title of a destruction list."""
    pages = sum(entry.pages for entry in of.entries)
    carried_out = f"已于{_day(of.destroyed_at)}销毁。" if of.destroyed_at else "已批准，正在销毁。"
    return [
        f"共{len(of.entries)}件，{pages}页。{carried_out}",
        f"鉴定意见：{of.appraisal}（{_by(of.by, of.at)}提出）",
        f"批准意见：{of.opinion}（{_by(of.decided_by, of.decided_at)}批准）",
    ]


def _by(who: Somebody | None, at: datetime | None) -> str:
    return f"{who.name if who else ''}，{_day(at)}"


def _day(at: datetime | None) -> str:
    return full_day(at.astimezone(SHANGHAI).date()) if at else ""

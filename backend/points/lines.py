"""The lines of a sheet: what counts, what a department may set, what became of an objection. Pure."""

from datetime import datetime

from backend.errors import FieldError, Invalid
from models.cases import PartStanding, Somebody
from models.points import ObjectedLine, SheetLine
from models.points.bodies import FindingBody


def total_of(lines: list[SheetLine]) -> int:
    """All together; never less than nothing."""
    return max(0, sum(line.counted for line in lines))


def settled(line: SheetLine, standing: PartStanding | None) -> SheetLine:
    """What counts in the end: of a department that did not agree, deductions only."""
    if standing is not None and standing.status.is_granted:
        return line.model_copy(update={"points": line.counted})
    return line.model_copy(update={"points": min(0, line.counted), "reason": "核验部门没有认定这一项。"})


def require_points(line: SheetLine, points: int, reason: str | None) -> None:
    """Raises `Invalid` outside the line's limits, or without the reason for what differs from the registers."""
    if not line.least <= points <= line.most:
        raise Invalid(errors=[FieldError("/points", f"「{line.name}」的分数在{line.least}到{line.most}之间。")])
    if points != line.proposed and not reason:
        raise Invalid(errors=[FieldError("/reason", f"系统查询得出{line.proposed}分，和您填的不一样，请写明理由。")])


def found_on(line: SheetLine, finding: FindingBody | None, by: Somebody, at: datetime) -> SheetLine:
    """The line after it was looked at again."""
    if finding is None or finding.points == line.counted:
        return line
    return line.model_copy(update={"points": finding.points, "reason": finding.finding, "by": by, "at": at})


def answered_with(line: ObjectedLine, finding: FindingBody) -> ObjectedLine:
    """What was objected to, with its answer."""
    return line.model_copy(update={"points": finding.points, "finding": finding.finding})

"""A mark on a person or enterprise: a promise was not kept. It closes promises to them until it is repaired (信用修复)."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from models.base import Body, Cursor, Query, Stored, View
from models.cases.parts import Somebody
from models.catalogue.codes import Worded
from models.staff_text import StaffText


class MarkKind(Worded):
    """What was not kept."""

    DEBT = "debt", "容缺的材料没有按时补交"
    FALSE_COMMITMENT = "false_commitment", "告知承诺不实"
    BROKEN_COMMITMENT = "broken_commitment", "告知承诺没有做到，限期没有改正"
    DUTY = "duty", "批准以后要做的没有做，限期没有改正"


class Repair(Worded):
    """How a mark was repaired."""

    MET_LATER = "met_later", "后来补交了材料"
    DONE_LATER = "done_later", "后来做好了，验收合格"
    BY_HEAD = "by_head", "由部门负责人决定"


class Mark(Stored):
    """One mark. `id` follows from what was not kept, so that it is made once."""

    person: str
    person_name: str
    kind: MarkKind
    case: str
    case_number: str
    item_name: str
    department: str
    obligation: str | None = None  # of a debt: which one; none of a commitment
    what: str
    since: datetime
    repaired_at: datetime | None = None
    repair: Repair | None = None
    repaired_by: Somebody | None = None
    repair_reason: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it still closes promises."""
        return self.repaired_at is None


class RepairBody(Body):
    """The head repairs a mark, with the reason."""

    version: Annotated[int, Field(ge=0)]
    reason: StaffText


class MarksQuery(Query):
    """Marks of the viewer's department; of one case where it is given."""

    case: str | None = None
    open: bool | None = None
    cursor: Cursor | None = None
    limit: int = Field(default=50, ge=1, le=100)


class MarkView(View):
    """A mark as the person it is on, and the department that made it, see it."""

    id: str
    kind: str
    label: str
    person_name: str
    case: str
    case_number: str
    item_name: str
    what: str
    since: datetime
    open: bool
    repaired_at: datetime | None
    repair: str | None
    repair_reason: str
    how_to_repair: str
    version: int

"""A sheet (积分核定表): one application's points while departments verify them, and what became of it."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from models.base import Stored
from models.cases.parts import Somebody
from models.catalogue.codes import Worded
from models.registers import Provenance


class SheetState(Worded):
    """How a sheet stands."""

    VERIFYING = "verifying", "部门核验中"
    TO_CONFIRM = "to_confirm", "等您确认积分"
    CONFIRMED = "confirmed", "已确认"
    LAPSED = "lapsed", "到期没有确认，已经作废"


class SheetLine(BaseModel):
    """One indicator of an application. `proposed`: what registers give; `points`: what counts, none until it is verified.

    A line a department has not touched counts as proposed when the department agrees; a judged one must be set first.
    """

    model_config = ConfigDict(extra="ignore")

    indicator: str
    name: str
    part: str
    department: str
    least: int
    most: int
    judged: bool = False
    proposed: int = 0
    points: int | None = None
    reason: str = ""  # why it differs from what was proposed
    by: Somebody | None = None
    at: datetime | None = None
    sources: list[Provenance] = Field(default_factory=list)

    @property
    def counted(self) -> int:
        """What it gives as things stand."""
        return self.proposed if self.points is None else self.points


class ObjectedLine(BaseModel):
    """One line somebody does not agree with; `points` and `finding` once it was looked at again."""

    model_config = ConfigDict(extra="ignore")

    indicator: str
    reason: str
    points: int | None = None
    finding: str = ""


class SheetObjection(BaseModel):
    """An objection (异议) of the applicant to their own points."""

    model_config = ConfigDict(extra="ignore")

    id: str
    at: datetime
    due: datetime
    lines: list[ObjectedLine]
    answered_at: datetime | None = None
    by: Somebody | None = None


class Sheet(Stored):
    """The points of one application. `case`: the bundle it belongs to; `total` once every department is done.

    While the applicant is asked: `confirm_by`, until when they are; `look_at`, when to remind them, then when their time is over.
    """

    person: str
    person_name: str
    case: str
    case_number: str
    item: str
    department: str
    state: SheetState = SheetState.VERIFYING
    lines: list[SheetLine]
    figures: dict[str, int] = Field(default_factory=dict)
    total: int | None = None
    record: str | None = None  # the newest record made of it
    editions: int = 0
    objections: list[SheetObjection] = Field(default_factory=list)
    created_at: datetime
    updated_at: datetime
    confirmed_at: datetime | None = None
    confirm_by: datetime | None = None
    look_at: datetime | None = None

    def line(self, indicator: str) -> SheetLine | None:
        """The line of that indicator."""
        return next((each for each in self.lines if each.indicator == indicator), None)

    @property
    def open_objection(self) -> SheetObjection | None:
        """The one that waits for an answer."""
        return next((each for each in self.objections if each.answered_at is None), None)

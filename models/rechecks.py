"""Re-checks (抽检复核): of what town counters took in and the district decided, a random share is looked at again by other eyes."""

from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationInfo, field_validator

from models.base import Body, Cursor, Identifier, Query, ShortText, Stored, View
from models.cases.inspections import InspectionOutcome
from models.cases.parts import Somebody
from models.catalogue.codes import Worded
from models.grounds import LegalBasis, checked_reason
from models.staff_text import StaffText

Month = Annotated[str, StringConstraints(pattern=r"^20\d{2}-(0[1-9]|1[0-2])$")]


class RecheckFinding(Worded):
    """What was found."""

    IN_ORDER = "in_order", "无误"
    MINOR = "minor", "有小差错，不影响决定"
    WRONG = "wrong", "决定有误"


class RecheckDraw(Stored):
    """The draw of one month; its id is the month. Whoever has `seed` and the cases counted in `among` can draw again and must find the same:
    of each town the share with the smallest numbers (`backend.cases.lots`), rounded up."""

    seed: str  # made when the month was over, so that nobody could know it while the cases were decided
    percent: int
    at: datetime
    among: dict[str, int] = Field(default_factory=dict)  # by town: cases among which was drawn
    digest: str = ""  # SHA-256 of their ids in order, a line each
    drawn: int = 0
    done_at: datetime | None = None


class Recheck(Stored):
    """One re-check; its id follows from the case, so that it is drawn once. Nothing in it is the applicant's."""

    case: str
    case_number: str
    item: str
    item_name: str
    department: str
    region: str | None
    town: str  # whose counter took it in
    month: str
    draw: int  # the number drawn, of 0 to 9999
    opened_at: datetime
    due: datetime
    rechecker: Somebody | None = None  # None: nobody is left who had no hand in it; the head names somebody
    finding: RecheckFinding | None = None
    note: str = ""
    found_at: datetime | None = None
    found_by: Somebody | None = None
    refusal: bool = False  # whether what was found wrong is a refusal
    outcome: InspectionOutcome | None = None  # of what was found wrong: what the head made of it
    settled_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still has to be done."""
        return self.finding is None


class FindBody(Body):
    """What was found; `note`: what was looked at, and what shows it, where something is wrong as a reason that can be answered. `basis`: of
    a wrong decision, the rule by which it is to be annulled."""

    version: Annotated[int, Field(ge=0)]
    finding: Annotated[RecheckFinding, Field(strict=False)]
    note: StaffText
    basis: LegalBasis | None = Field(default=None, validate_default=True)

    @field_validator("note", mode="after")
    @classmethod
    def names_what_is_wrong(cls, note: str, info: ValidationInfo) -> str:
        """Nothing is wrong, nobody is told why, with what is in order."""
        return note if info.data.get("finding") is RecheckFinding.IN_ORDER else checked_reason(note)

    @field_validator("basis", mode="after")
    @classmethod
    def names_the_rule(cls, basis: str | None, info: ValidationInfo) -> str | None:
        if info.data.get("finding") is RecheckFinding.WRONG and basis is None:
            raise ValueError("认定决定有误的，请写明依据的规定")
        return basis


class RecheckerBody(Body):
    """Who is to do it: a member of staff, by id."""

    version: Annotated[int, Field(ge=0)]
    rechecker: Identifier


class RechecksQuery(Query):
    """`case`: that of one case alone. `mine`: those the viewer is to do. `open`: those not done, or those done; both where absent. `refusal`: whether what was found
    wrong is a refusal; `settled`: whether the head has decided about what was found wrong."""

    case: Identifier | None = None
    mine: bool = False
    open: bool | None = None
    finding: RecheckFinding | None = None
    refusal: bool | None = None
    settled: bool | None = None
    month: Month | None = None
    town: ShortText | None = None
    cursor: Cursor | None = None
    limit: int = Field(default=50, ge=1, le=100)


class RecheckStatsQuery(Query):
    """One month; without it the last that was drawn, and before there was any the one before this."""

    month: Month | None = None


class RecheckView(View):
    """A re-check in a list. `annulment`: whether the finding has opened the way to annul the decision, `refusal`: and that is a refusal;
    `settled`: in words, how the head has decided about that."""

    id: str
    case: str
    case_number: str
    item: str
    item_name: str
    department: str
    town: str
    town_name: str
    month: str
    due: datetime
    overdue: bool
    rechecker: str | None
    finding: str | None
    label: str
    note: str
    found_at: datetime | None
    found_by: str | None
    annulment: bool
    refusal: bool
    settled: str | None
    settled_at: datetime | None
    version: int
    actions: list[str]


class RecheckTown(View):
    """One town's figures. `wrong_refusals`: of the wrong ones, refusals; `settled`: those the head has decided about. `in_order_share`:
    percent of those done; None before any is."""

    town: str
    name: str
    taken_in: int
    drawn: int
    done: int
    in_order: int
    minor: int
    wrong: int
    wrong_refusals: int
    settled: int
    in_order_share: float | None


class RecheckStatsView(View):
    """A month's re-checks by town, with the draw they rest on; `definition` says what is counted."""

    month: str
    percent: int | None
    seed: str | None
    digest: str | None
    drawn_at: datetime | None
    rows: list[RecheckTown]
    definition: str

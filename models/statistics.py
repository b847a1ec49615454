"""Statistics of finished cases: one row of facts a case, and figures with their definitions in words."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from models.base import Cursor, Query, ShortText, View
from models.catalogue.regional import RegionCode


class CaseFact(BaseModel):
    """What statistics keep of a decided case. Times are minutes of office time; `statutory` counts the same way."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True)

    id: str = Field(alias="_id")
    case: str
    person: str
    item: str
    department: str
    hall: str  # "" where nobody came
    region: str = ""  # the district that decided; "": of before districts were told apart
    intake: str = ""  # the other district whose counter took it in; "" where none did
    at: datetime  # of the decision
    instant: bool
    on_time: bool
    used: int
    statutory: int | None
    asked: int  # materials the item asks for in this case
    handed_in: int  # those people had to hand in themselves
    visits: int
    returns: int
    ended: bool = False  # neither granted nor refused: ended by the head


class By(StrEnum):
    """What figures are told apart by."""

    ITEM = "item"
    DEPARTMENT = "department"
    HALL = "hall"
    REGION = "region"  # that decided
    INTAKE = "intake"  # whose counters took it in for another


class StatsQuery(Query):
    """Cases decided from a day until the day before another. One of the others narrows it further."""

    since: date = Field(alias="from", ge=date(2000, 1, 1))
    until: date = Field(alias="to", le=date(2100, 1, 1))
    by: By = By.ITEM
    item: ShortText | None = None
    department: ShortText | None = None
    hall: ShortText | None = None
    region: RegionCode | None = None
    intake: RegionCode | None = None

    @model_validator(mode="after")
    def forwards(self) -> Self:
        if self.since >= self.until:
            raise ValueError("开始日期要早于结束日期")
        return self


class Figured(StrEnum):
    """The figures of `StatsRow`, by key."""

    CASES = "cases"
    ENDED = "ended"
    ON_TIME = "on_time"
    TIME_SAVED = "time_saved"
    MATERIALS_SAVED = "materials_saved"
    VISITS = "visits"
    INSTANT = "instant"
    RETURNS = "returns"


class Only(StrEnum):
    """Of what lies behind a figure: what has a part in it, or what has none."""

    COUNTED = "counted"
    REST = "rest"


class StatsCasesQuery(StatsQuery):
    """The cases behind one figure. `key`: of the row, as `by` tells rows apart; all of them where absent."""

    figure: Figured
    key: Annotated[str, StringConstraints(max_length=60)] | None = None
    only: Only | None = None
    cursor: Cursor | None = None
    limit: int = Field(default=50, ge=1, le=100)


class PublicStatsQuery(Query):
    """One whole month that is over; other periods could be subtracted from each other."""

    month: Annotated[str, StringConstraints(pattern=r"^20\d{2}-(0[1-9]|1[0-2])$")]


class Figure(View):
    """One number, with what it means beside it. None where there is nothing to count."""

    key: str
    name: str
    value: float | None
    unit: str
    definition: str


class StatsRow(View):
    """The figures of one item, department or hall."""

    key: str
    name: str
    figures: list[Figure]


class StatsView(View):
    """`total` is over all rows; a person is counted once in it."""

    since: date
    until: date
    total: StatsRow
    rows: list[StatsRow]


class StatsCase(View):
    """A case behind a figure. Its share: the figure is the sum of `part` over that of `whole`; `words` says it. The name is masked, and
    like the number empty once the case is destroyed."""

    case: str
    number: str
    item_name: str
    person_name: str
    department: str
    at: datetime
    part: int
    whole: int
    words: str


class StatsCasesView(View):
    """One page of what lies behind a figure, the newest first; `count`: all of it; `splits`: whether `only` can be asked."""

    figure: Figure
    name: str
    count: int
    splits: bool
    items: list[StatsCase]
    next: str | None


class PublicDepartment(View):
    """A department that is told, and those of its items that are."""

    department: StatsRow
    items: list[StatsRow]


class PublicStatsView(View):
    """`note` says what is left out and why."""

    month: str
    total: StatsRow | None
    departments: list[PublicDepartment]
    note: str

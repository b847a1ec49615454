"""Times a hall had no system: receipt numbers kept for paper forms, and who entered what was taken in then."""

from datetime import datetime, timedelta
from typing import Annotated, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from models.base import Body, Stored, View
from models.cases.parts import Somebody
from models.staff_text import StaffText

_LONGEST = timedelta(days=7)


class UsedNumber(BaseModel):
    """A number of the block that stands on a case. `at`: when the papers came in; `entered_at`: when that was entered."""

    model_config = ConfigDict(extra="ignore")

    number: str
    case: str
    case_number: str
    at: datetime
    entered_at: datetime
    by: Somebody


class Outage(Stored):
    """A block of receipt numbers (收件编号) of a hall. `word`: of whose notices the numbers are. `start`, `end`: when the hall had no
    system, told afterwards. Once it is closed what was not used is void."""

    hall: str
    hall_name: str
    organ: str
    word: str
    numbers: list[str]
    reason: str
    at: datetime
    by: Somebody
    start: datetime | None = None
    end: datetime | None = None
    used: list[UsedNumber] = Field(default_factory=list)
    closed_at: datetime | None = None
    closed_by: Somebody | None = None

    @property
    def unused(self) -> list[str]:
        """Numbers that stand on no case; void once it is closed."""
        taken = {each.number for each in self.used}
        return [number for number in self.numbers if number not in taken]


class ReserveBody(Body):
    """How many numbers a hall keeps, and what for."""

    count: Annotated[int, Field(ge=1, le=200)]
    reason: StaffText


class OutageTimesBody(Body):
    """When the hall had no system."""

    version: Annotated[int, Field(ge=0)]
    start: AwareDatetime
    end: AwareDatetime

    @model_validator(mode="after")
    def is_a_period(self) -> Self:
        if self.end <= self.start:
            raise ValueError("恢复的时间要晚于断网的时间")
        if self.end - self.start > _LONGEST:
            raise ValueError("一个号段最多管7天。更久的，请分开登记")
        return self


class CloseOutageBody(Body):
    """Everything was entered."""

    version: Annotated[int, Field(ge=0)]


class UsedNumberView(View):
    """A number that stands on a case."""

    number: str
    case: str
    case_number: str
    at: datetime
    entered_at: datetime
    by: str


class OutageView(View):
    """A block as its hall sees it. `unused`: void once it is closed."""

    id: str
    version: int
    hall: str
    reason: str
    at: datetime
    by: str
    first: str
    last: str
    count: int
    start: datetime | None
    end: datetime | None
    used: list[UsedNumberView]
    unused: list[str]
    closed_at: datetime | None
    closed_by: str | None


class OutagesView(View):
    """The blocks of a hall, the newest first."""

    items: list[OutageView]

"""Single days of the working calendar that staff change after the release: a holiday announced late, a make-up day."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from models.base import Body, Query, Stored, View
from models.cases.parts import Somebody
from models.catalogue.codes import Worded
from models.staff_text import StaffShortText


class DayKind(Worded):
    """What a day is made."""

    HOLIDAY = "holiday", "放假"
    WORKDAY = "workday", "上班"


class CalendarDay(Stored):
    """One changed day; `_id` is its ISO date. `revision`: which change of the calendar made it what it is."""

    kind: DayKind
    name: str
    source: str
    revision: int
    changed_at: datetime
    changed_by: Somebody


class CalendarDayBody(Body):
    """`version`: of the day as it was seen; absent where it had not been changed before. `source`: who ordered it, and where
    that can be read."""

    kind: DayKind
    name: StaffShortText
    source: StaffShortText
    version: Annotated[int, Field(ge=0)] | None = None


class CalendarQuery(Query):
    year: int = Field(ge=2000, le=2100)


class CalendarDayView(View):
    """A changed day."""

    day: date
    kind: str
    label: str
    name: str
    source: str
    changed_at: datetime
    changed_by: str
    version: int


class NotableDayView(View):
    """A day that is not what its weekday says. `changed`: by staff, after the release; who and why stands in `items`."""

    day: date
    works: bool
    name: str
    changed: bool


class CalendarDaysView(View):
    """A year. `days`: its holidays and make-up working days as they hold, in order; `items`: what staff changed, with who and
    why. `published`: whether the make-up working days are known; `source`: whose arrangement it is, empty where there is none."""

    year: int
    published: bool
    source: str
    days: list[NotableDayView]
    items: list[CalendarDayView]

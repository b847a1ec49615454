"""Stand-ins of clerks (AB角): whose post somebody else looks after while they are away, who named them, for which days."""

from datetime import date, datetime
from typing import Annotated, Self

from pydantic import Field, model_validator

from models.acts import SENSITIVE_ROLES, Role
from models.authorisations import Absence, AbsenceView, Holder
from models.base import Body, Cursor, Identifier, Query, Stored, View
from models.staff_text import StaffShortText

PASSED_ON = frozenset(Role) - SENSITIVE_ROLES
"""The roles a stand-in may be given. The others need a letter, a one-time password or an office of their own."""


class StandIn(Stored):
    """One post: `holder` (A角) has it, `deputy` (B角) looks after it during `absences`. Roles and place are those it was made for."""

    holder: Holder
    deputy: Holder
    roles: list[Role]
    department: str
    hall: str | None = None
    town: str | None = None
    named_by: Holder
    created_at: datetime
    absences: list[Absence] = Field(default_factory=list[Absence])
    away_until: datetime | None = None  # the end of the last absence; what is over by then is looked up no more
    live: bool = True
    ended_at: datetime | None = None
    ended_by: Holder | None = None
    ended_for: str = ""

    def absence_at(self, at: datetime) -> Absence | None:
        """The absence that runs at that moment."""
        return next((each for each in self.absences if each.covers(at)), None) if self.live else None

    def coming(self, at: datetime) -> list[Absence]:
        """The absences that have not begun."""
        return [each for each in self.absences if each.start > at]


# Requests


class StandInBody(Body):
    """Who stands in for whom; ids of staff."""

    holder: Identifier
    deputy: Identifier

    @model_validator(mode="after")
    def two_people(self) -> Self:
        if self.holder == self.deputy:
            raise ValueError("A角和B角不能是同一个人")
        return self


class StandInVersionBody(Body):
    """An act on the page as it was read."""

    version: int


class EndStandInBody(StandInVersionBody):
    reason: StaffShortText


class LeaveBody(StandInVersionBody):
    """Away on these days, both included; the first day is today: from now on."""

    first_day: date
    last_day: date
    reason: StaffShortText

    @model_validator(mode="after")
    def days_in_order(self) -> Self:
        if self.last_day < self.first_day:
            raise ValueError("最后一天不能早于第一天")
        return self


class StandInsQuery(Query):
    """`ended`: those that are over, too."""

    ended: bool = False
    cursor: Cursor | None = None
    limit: Annotated[int, Field(ge=1, le=100)] = 50


# Answers


class PostView(View):
    """A colleague whose post may be given a stand-in, or who may be one."""

    id: str
    name: str
    roles: list[Role]
    passed_on: list[Role]
    department: str
    hall: str | None
    town: str | None
    deputies: list[str]  # ids of who may stand in for them


class PostsView(View):
    items: list[PostView]


class StandInView(View):
    """One post for staff. `away_until`: the deputy looks after it now, until then; `away_from`: the next time they will; `actions`: end,
    leave, return – what the viewer may do."""

    id: str
    holder_id: str
    holder: str
    deputy_id: str
    deputy: str
    roles: list[Role]
    department: str
    hall: str | None
    town: str | None
    named_by: str
    created_at: datetime
    away_until: datetime | None
    away_from: datetime | None
    absences: list[AbsenceView]
    live: bool
    ended_at: datetime | None
    ended_for: str
    actions: list[str]
    version: int


class StandInsView(View):
    items: list[StandInView]
    next: str | None = None

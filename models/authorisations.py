"""Authorisations of chief representatives (首席代表授权): who may decide which items on the spot, until when, who stands in."""

from datetime import date, datetime
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from models.base import Body, Identifier, Query, ShortText, Stored, View
from models.catalogue.codes import Worded
from models.staff_text import StaffShortText

DocumentNumber = Annotated[str, StringConstraints(min_length=4, max_length=40, strip_whitespace=True)]
Items = Annotated[list[Identifier], Field(min_length=1, max_length=500)]


class AuthorisationLevel(Worded):
    """How far an authorisation goes; only the last one decides."""

    ACCEPT = "accept", "受理"
    REVIEW = "review", "审核"
    DECIDE = "decide", "终审"


class AuthorisationState(Worded):
    """Entered by one administrator, put in force by another, ended by either."""

    PROPOSED = "proposed", "待复核"
    ISSUED = "issued", "已签发"
    REVOKED = "revoked", "已撤销"


class Holder(BaseModel):
    """A member of staff an authorisation names."""

    model_config = ConfigDict(extra="ignore")

    id: str
    name: str


class Absence(BaseModel):
    """When the representative is away and the deputy decides. `end` None: until the return is recorded."""

    model_config = ConfigDict(extra="ignore")

    start: datetime
    end: datetime | None = None
    reason: str
    recorded_by: Holder

    def covers(self, at: datetime) -> bool:
        """Whether the representative is away at that moment."""
        return self.start <= at and (self.end is None or at < self.end)


class Authorisation(Stored):
    """One letter of authorisation (授权书). In force from `starts_at` until before `ends_at`, while issued."""

    representative: Holder
    deputy: Holder | None = None
    department: str
    items: list[str]
    level: AuthorisationLevel
    starts_at: datetime
    ends_at: datetime
    document_number: str
    state: AuthorisationState = AuthorisationState.PROPOSED
    proposed_by: Holder
    issued_by: Holder | None = None
    issued_at: datetime | None = None
    revoked_by: Holder | None = None
    revoked_at: datetime | None = None
    revoked_for: str = ""
    absences: list[Absence] = Field(default_factory=list[Absence])
    uses: int = 0  # decisions that rest on it
    created_at: datetime

    def absence_at(self, at: datetime) -> Absence | None:
        """The absence recorded for that moment."""
        return next((each for each in self.absences if each.covers(at)), None)

    def in_force_at(self, at: datetime) -> bool:
        """Whether it is issued and its days have begun and not ended."""
        return self.state is AuthorisationState.ISSUED and self.starts_at <= at < self.ends_at


# Requests


class AuthorisationBody(Body):
    """What a letter of authorisation says. Both days are included. `representative`, `deputy`: ids of staff."""

    representative: Identifier
    deputy: Identifier | None = None
    items: Items
    level: AuthorisationLevel
    valid_from: date
    valid_until: date
    document_number: DocumentNumber

    @model_validator(mode="after")
    def days_in_order(self) -> Self:
        if self.valid_until < self.valid_from:
            raise ValueError("授权的截止日期不能早于开始日期")
        if self.deputy == self.representative:
            raise ValueError("代行人不能是首席代表本人")
        return self


class AuthorisationVersionBody(Body):
    """An act on the page as it was read."""

    version: int


class RevocationBody(AuthorisationVersionBody):
    reason: StaffShortText


class AbsenceBody(AuthorisationVersionBody):
    """From now on; `until` left out: until the return is recorded."""

    reason: StaffShortText
    until: datetime | None = None


class AuthorisationsQuery(Query):
    """Which ones staff want to see; nothing named: all."""

    department: ShortText | None = None
    state: AuthorisationState | None = None


# Answers


class PublishedAuthorisation(View):
    """What everybody may read (公示): who decides what, on which letter, until when."""

    representative: str
    deputy: str | None
    away: bool  # the deputy decides at the moment
    department: str
    department_name: str
    items: list[str]
    item_names: list[str]
    level: str
    document_number: str
    valid_from: date
    valid_until: date


class PublishedAuthorisations(View):
    items: list[PublishedAuthorisation]


class AbsenceView(View):
    start: datetime
    end: datetime | None
    reason: str
    recorded_by: str


class AwaitingLetter(View):
    """Cases of an item that wait for a decision which only one letter allows."""

    item: str
    item_name: str
    cases: int


class AuthorisationView(PublishedAuthorisation):
    """One authorisation for staff: also how it came to be and how it ended. `awaiting`: what waits at the chief representative's step and
    nobody may decide but on this letter; once it has ended, nobody at all. `own`: whoever reads it entered it, so somebody else issues it."""

    id: str
    representative_id: str
    deputy_id: str | None
    state: str
    state_label: str
    in_force: bool
    proposed_by: str
    own: bool
    issued_by: str | None
    issued_at: datetime | None
    revoked_by: str | None
    revoked_at: datetime | None
    revoked_for: str
    absences: list[AbsenceView]
    uses: int
    awaiting: list[AwaitingLetter]
    version: int


class AuthorisationsView(View):
    items: list[AuthorisationView]

"""What others are asked for a case, as they see and answer it: requests and answers of `/api/v1/obligations`."""

from datetime import datetime
from typing import Annotated

from pydantic import Field, JsonValue, StringConstraints, model_validator

from models.base import Body, Identifier, Query, View
from models.cases import Answers
from models.catalogue import AskedFile
from models.common_views import WordView
from models.forms import FormField, Key
from models.grants import HearingBody
from models.obligation_views import EnclosureView
from models.people import PersonDocument
from models.staff_text import StaffText

Uploads = dict[Key, Annotated[list[Identifier], Field(max_length=20)]]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class ObligationsQuery(Query):
    """Open ones come first. `open`: only those, or only the others."""

    open: bool | None = None
    cursor: Annotated[str, StringConstraints(pattern=r"^(open|over)\.[A-Za-z0-9_]{0,80}$")] | None = None
    limit: int = Field(default=20, ge=1, le=100)


class SignBody(Body):
    """`digest`: of the page that was read; what was changed meanwhile is not signed unseen."""

    digest: Digest


class ConfirmBody(SignBody):
    """`answers`: the counterpart's own half of the form. `files`: what they uploaded, by what was asked for."""

    answers: Answers = Field(default_factory=dict)
    files: Uploads = Field(default_factory=dict)


class DeclineBody(Body):
    """Why not. The applicant and the staff read it."""

    reason: StaffText


class HeardBody(Body):
    """What somebody without a phone said to a member of staff: yes with their answers, or no with a reason."""

    person: PersonDocument
    heard: HearingBody
    digest: Digest
    agree: bool
    answers: Answers = Field(default_factory=dict)
    reason: StaffText | None = None

    @model_validator(mode="after")
    def a_no_says_why(self) -> "HeardBody":
        if self.agree == (self.reason is not None):
            raise ValueError("不同意的，请写明理由；同意的，不用写理由")
        return self


class StandingBody(Body):
    """Whoever stands at a counter, by their document, and why it is looked up: they read that in their access log."""

    person: PersonDocument
    reason: StaffText


class AwaitedWord(View):
    """One word somebody may give at a counter. `applicant`: masked, unless it is a unit or their own matter.

    `kind`: `statement` on a decision to be taken back, with why and until when; `confirmation` or `signature` of `obligation`, whose
    page (`…/at-counter`) is read to them first. `name`: of the obligation, or what is proposed. `here`: whether this counter hears it; `says`: that, or where to go.
    """

    case: str
    version: int
    case_number: str | None
    item_name: str
    applicant: str
    kind: WordView
    name: str
    obligation: str | None
    until: datetime | None
    proposed_for: str | None
    proposed_basis: str | None
    hearing_offered: bool
    statement: str | None
    here: bool
    says: str


class AskedRow(View):
    """One thing somebody has to do for a case, or has done, in a list. `applicant`: masked, unless it is a unit or themselves.

    `case`: for the applicant's own matters only; others see no more of it than they are asked about.
    """

    id: str
    kind: WordView
    name: str
    item: str
    item_name: str
    applicant: str
    who_name: str
    case: str | None
    since: datetime
    due: datetime | None
    open: bool
    overdue: bool
    met_at: datetime | None
    declined_at: datetime | None
    ended_for: str


class ShownAnswer(View):
    """One answer of the applicant's form that is shown; `words`: as people read it."""

    key: str
    label: str
    value: JsonValue
    words: str


class AskedView(AskedRow):
    """Everything somebody sees before they confirm or sign; `digest` goes into the answer.

    `applicant`: in full; `applicant_number`: their document number, masked, or the credit code of a unit.

    `asks`: the fields of their own half; `uploads`: what they upload with it. `text`, `materials`: what it is about beside the answers
    shown; `papers`: the files of those, to be looked at (`…/papers/{key}/{number}`). `answers`, `files`, `reason`: what they answered. `actions`: the last parts of the addresses that are open now.
    """

    case_number: str | None
    applicant_number: str
    text: str
    shown: list[ShownAnswer]
    materials: list[str]
    papers: list[EnclosureView]
    asks: list[FormField]
    digest: str
    answers: dict[str, JsonValue]
    reason: str
    actions: list[str]
    uploads: list[AskedFile]
    files: list[EnclosureView]

"""The audit log as auditors read it."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from models.base import Body, Cursor, Declared, Identifier, Query, View
from models.documents import DocumentType
from models.people import DocumentNumber
from models.staff_text import StaffShortText


class ActWords(Declared):
    """The words of `acts.yaml`: an act is named by its subject and what was done to it; some by both together."""

    subjects: dict[str, str]
    done: dict[str, str]
    acts: dict[str, str]
    reads: frozenset[str]  # what was done, where somebody only looked

    def of(self, action: str) -> str:
        """ "case.claimed" in words; the code itself where it has none."""
        subject, _, done = action.partition(".")
        if action in self.acts:
            return self.acts[action]
        return f"{self.subjects[subject]}：{self.done[done]}" if subject in self.subjects and done in self.done else action


# Requests


class LogQuery(Query):
    """Which rows an auditor wants to see; both days are included. `staff`: whose acts. `subject`: of what. `reads`: only looks."""

    since: date | None = None
    until: date | None = None
    staff: Identifier | None = None
    subject: Identifier | None = None
    reads: bool = False
    cursor: Cursor | None = None
    limit: Annotated[int, Field(ge=1, le=200)] = 50


class LogOfPersonBody(Body):
    """A person by their document, and why it is looked into who saw their data."""

    document_type: DocumentType = DocumentType.RESIDENT_CARD
    id_number: DocumentNumber
    purpose: StaffShortText
    cursor: Cursor | None = None


class ChainQuery(Query):
    """`after`: the last batch that was looked at."""

    after: Annotated[int, Field(ge=0)] = 0


# Answers


class LogRowView(View):
    """One row. `about`: whose data it was, masked. `detail`: what else is recorded, as text. `sealed`: it is in the chain."""

    id: str
    at: datetime
    action: str
    action_label: str
    actor: str
    department: str = ""
    roles: str = ""
    in_place_of: str = ""  # the colleague who was away and for whom it was done (AB角)
    principal: str = ""  # for whom a grant was used
    about: str = ""
    subject: str
    subject_id: str
    channel: str = ""
    purpose: str = ""
    detail: dict[str, str] = Field(default_factory=dict)
    sealed: bool


class LogView(View):
    items: list[LogRowView]
    next: str | None = None


class ChainView(View):
    """One part of the chain, recomputed. `next`: goes into `?after=` for the part behind it; None on the last."""

    faults: list[str]
    checked: int
    batches: int
    waiting: int
    next: int | None = None

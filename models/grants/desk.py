"""A grant that waits for staff, as their desk keeps it: who has it in hand, which calls nobody answered, whose document was shown."""

from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import AwareDatetime, model_validator

from models.base import Body, Declared, View
from models.documents import DocumentType


class NotReached(StrEnum):
    """Why a principal was not heard on the telephone this time."""

    NO_ANSWER = "no_answer"
    ENGAGED = "engaged"
    LATER = "later"  # somebody answered, and named another time

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def pause(self) -> timedelta:
        """How long the next call waits where nobody named a time: defaults of our own."""
        return timedelta(minutes=30) if self is NotReached.ENGAGED else timedelta(hours=2)


_LABELS = {NotReached.NO_ANSWER: "没人接", NotReached.ENGAGED: "占线", NotReached.LATER: "请过后再打"}


class Taken(Declared):
    """Who has a waiting grant in hand. After `until`, the end of their shift, it is everybody's again."""

    by: str
    by_name: str
    at: datetime
    until: datetime


class Tried(Declared):
    """A call in which the principal was not heard; the next one not before `again_at`."""

    at: datetime
    by_name: str
    outcome: NotReached
    again_at: datetime


class ShownDocument(Declared):
    """Whose document was shown to staff who took the grant on. Kept with it, so that an auditor finds who saw the data of somebody who
    was never registered here."""

    document_type: DocumentType
    number: str  # sealed in the database


class TakeBody(Body):
    """`early`: before the time agreed for the call, since the principal came or called by themselves."""

    early: bool = False


class TriedBody(Body):
    """What came of a call in which nobody was heard. `again_at`: when to call next; left out, a pause that fits the outcome."""

    outcome: NotReached
    again_at: AwareDatetime | None = None

    @model_validator(mode="after")
    def time_named(self) -> "TriedBody":
        """Who asks to be called later says when."""
        if self.outcome is NotReached.LATER and self.again_at is None:
            raise ValueError("请填写对方说的下次打电话的时间")
        return self


class TriedView(View):
    """A call in which the principal was not heard."""

    at: datetime
    by_name: str
    outcome: NotReached
    outcome_label: str

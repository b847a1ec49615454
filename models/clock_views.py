"""The clock of a case as it is answered: its limits, stops and extension."""

from datetime import date, datetime

from models.base import View
from models.word_views import WordView


class StopView(View):
    """`until`: the day it is expected to end, as its notice says; `end`: when it did, or will."""

    ground: WordView
    reason: str
    legal_basis: str
    start: datetime
    until: date | None
    end: datetime | None
    statutory: bool
    notice: str


class ExtensionView(View):
    """The one extension of the limits. `span`: in words."""

    span: str
    reason: str
    due_before: datetime
    due: datetime
    notice: str
    at: datetime


class ClockView(View):
    """When what is due. `provisional`: rests on a calendar that is not published yet."""

    received_at: datetime | None
    deficiency_due: datetime | None
    accepted_at: datetime | None
    deemed: bool
    promised_due: datetime | None
    statutory_due: datetime | None
    silent_at: datetime | None
    provisional: bool
    mend_due: datetime | None
    stops: list[StopView]
    extension: ExtensionView | None
    longer: str = ""  # of a whole: which of its parts were extended, by how much and by which notice, in words
    limits: str = ""  # of limits that depend on answers: which ones this case has, in words

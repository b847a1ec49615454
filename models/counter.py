"""What a desk asks and is answered about its hall's day: callers, the line, who is here."""

from datetime import date, datetime
from typing import Annotated, Self

from pydantic import AwareDatetime, Field, StringConstraints, model_validator

from models.appointments import AppointmentView, Items, PersonName, ReasonBody, Version, VersionBody
from models.base import Body, Identifier, PhoneNumber, Query, View
from models.booking import PlaceState
from models.closures import ClosedView
from models.documents import DocumentType
from models.people import DocumentNumber
from models.staff_text import StaffShortText, StaffText

Sought = Annotated[str, StringConstraints(min_length=1, max_length=50, strip_whitespace=True)]


class ProposeBody(ReasonBody):
    start: AwareDatetime
    hall: Identifier | None = None


class VisitBody(VersionBody):
    """An act on whoever is served. `theirs`: it is meant also where a colleague called them, who is told."""

    theirs: bool = False


class CallBody(VisitBody):
    """Calls a visitor to a counter; again, where they are called already."""

    counter: Identifier


class NextBody(Body):
    """Calls whoever is next in line at a counter; `besides`: also while somebody is still served there, who is not done."""

    counter: Identifier
    besides: bool = False


class ForwardBody(VisitBody):
    """Sends a visitor on to another counter of the hall, where they wait to be called."""

    counter: Identifier
    note: StaffShortText | None = None


class CallerBody(Body):
    """Whom staff book for: by document where they have an account, else by name and phone; who stands there may leave out both."""

    name: PersonName
    phone: PhoneNumber | None = None
    document_type: DocumentType | None = None
    id_number: DocumentNumber | None = None

    @model_validator(mode="after")
    def names_a_whole_document(self) -> Self:
        if (self.id_number is None) != (self.document_type is None):
            raise ValueError("证件类型和证件号码要一起填写")
        return self


class StaffClaimBody(Body):
    """Booking for a caller; without `start`, a walk-in who is here now. `urgent`: why they are called before the others."""

    caller: CallerBody
    items: Items
    hall: Identifier
    start: AwareDatetime | None = None
    people: list[PersonName] = Field(default_factory=list, max_length=3)
    urgent: StaffShortText | None = None

    @model_validator(mode="after")
    def can_be_found(self) -> Self:
        """Who comes another time is known by a document or can be called back; who is here has a number to be called by."""
        if self.start is not None and self.caller.id_number is None and self.caller.phone is None:
            raise ValueError("请填写证件号码或联系电话，至少一项")
        if self.start is not None and self.urgent is not None:
            raise ValueError("优先办理在本人到场以后再选")
        return self


class UrgentBody(VersionBody):
    """Puts a visitor before the others, and why; without a reason, back into the ordinary line."""

    reason: StaffShortText | None = None


class Seen(Body):
    """An appointment as it was seen in a list."""

    id: Identifier
    version: Version


class AnswersBody(Body):
    """Confirms many appointments at once, or declines them with one reason all of their citizens read."""

    appointments: Annotated[list[Seen], Field(min_length=1, max_length=100)]
    decline: StaffText | None = None


class DeskQuery(Query):
    """The desk's list of a day; `hall`: the clerk's own where it is left out. `escalated`: only what waits for the hall manager."""

    hall: Identifier | None = None
    date: date
    state: PlaceState | None = None
    escalated: bool = False
    cursor: str | None = None


class DaySheetQuery(Query):
    """Which day of a hall is printed."""

    date: date


class LookUpBody(Body):
    """Finds a visitor who is here by what a reader or a hand put into one field: the code they show, the number of their
    document, of any kind, or their name. In the body, for none of it belongs into an address."""

    hall: Identifier
    sought: Sought


class QueueView(View):
    """How it goes for somebody who has checked in. `before`: how many are called before them; None where nobody is waited for."""

    state: PlaceState
    status: str
    before: int | None
    ticket: str | None
    counter_name: str
    called_to: str | None


class PreparedView(View):
    """How the papers of a visit stand, by the pre-review of its case."""

    case: str
    ready: bool
    says: str


class SentOnView(View):
    """Who sent a visitor on to another counter, and what they say to whoever serves there."""

    by: str
    at: datetime
    note: str


class CalledByView(View):
    """Who called a visitor to a counter."""

    id: str
    name: str


class TakenView(View):
    """Who took over or ended a visit that a colleague (`of`) had called, and when."""

    by: str
    of: CalledByView
    at: datetime


class DeskView(AppointmentView):
    """What staff see besides. `prepared`: None where nothing was handed in online; `urgent`: why they come before the others;
    `sent_on`: what was said to the next counter, None where nothing was; `taken`: by whom from a colleague; `moved`: when and where they come instead, in words."""

    person: str
    channel: str | None
    claimed_at: datetime | None
    checked_in_at: datetime | None
    calls: int
    parked: bool
    walk_in: bool
    escalated_at: datetime | None
    urgent: str | None
    sent_on: SentOnView | None
    called_by: CalledByView | None
    taken: TakenView | None
    moved: str | None
    prepared: PreparedView | None


class DeskFoundView(View):
    """Who was looked up."""

    items: list[DeskView]


class AnsweredView(View):
    """What became of many appointments that were answered at once: as they are now, and those refused, each with the reason."""

    items: list[DeskView]
    refused: list["RefusedView"]


class RefusedView(View):
    id: str
    detail: str


class ServedView(View):
    """An item served at a counter."""

    item: str
    name: str
    bookable: bool


class CounterView(View):
    """A counter of a hall, as it is chosen from a list, and what is served there. `closed`: by somebody, now; `waiting`: how many it would
    call now, one after another; `next`: the first of them."""

    id: str
    name: str
    closed: bool
    waiting: int
    next: str | None
    serves: list[ServedView]


class ToConfirmView(View):
    """So many appointments of a day wait for a yes or a no."""

    date: date
    count: int


class PaperSpanView(View):
    """A time without the system that is still being entered."""

    id: str
    start: datetime
    end: datetime


class CountersView(View):
    """A hall today: its counters, in their order. `today` is the district's, whatever a desk's computer says; `closed`: what is closed
    now or later today, closing time included, as of `at`; `closed_until`: when that is next another by itself, today; `to_confirm`: the
    days on which appointments wait to be confirmed, the first first; `waiting`: how many wait to be called; `stranded`: how many of them
    no counter that is open would call; `paper`: times without the system that are still being entered."""

    hall: str
    hall_name: str
    today: date
    at: datetime
    closed: list[ClosedView]
    closed_until: datetime | None
    to_confirm: list[ToConfirmView]
    waiting: int
    stranded: int
    paper: list[PaperSpanView]
    items: list[CounterView]

"""What is asked and answered about halls, slots and appointments over the API."""

from datetime import date, datetime, timedelta
from typing import Annotated, Self

from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints, model_validator

from models.base import Body, Identifier, PhoneNumber, Query, ShortText, View
from models.booking import ClosureState, PlaceState, Remedy
from models.documents import DocumentType
from models.people import DocumentNumber
from models.staff_text import StaffShortText, StaffText

# ---------------------------------------------------------------- bodies and queries

ItemCode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,39}$")]


def _no_number(name: str) -> str:
    """What a card reader types must not become somebody's name."""
    if any(character.isdigit() for character in name):
        raise ValueError("姓名里不能有数字；证件号码请填在证件号码一栏")
    return name


PersonName = Annotated[str, StringConstraints(min_length=1, max_length=50, strip_whitespace=True), AfterValidator(_no_number)]
Items = Annotated[list[ItemCode], Field(min_length=1, max_length=5)]
Version = Annotated[int, Field(ge=0)]
Sought = Annotated[str, StringConstraints(min_length=1, max_length=50, strip_whitespace=True)]


class ClaimBody(Body):
    """A citizen's wish for a slot. `people`: names of others who come along, such as a spouse."""

    items: Items
    hall: Identifier
    start: AwareDatetime
    people: list[PersonName] = Field(default_factory=list, max_length=3)
    case: Identifier | None = None


class VersionBody(Body):
    """An act on what the actor saw: the version they looked at."""

    version: Version


class ReasonBody(VersionBody):
    reason: StaffText


class CancelBody(VersionBody):
    reason: ShortText | None = None


class RescheduleBody(VersionBody):
    """The new time; `hall` where it changes too."""

    start: AwareDatetime
    hall: Identifier | None = None


class ProposeBody(ReasonBody):
    start: AwareDatetime
    hall: Identifier | None = None


class CallBody(VersionBody):
    """Calls a visitor to a counter; again, where they are called already."""

    counter: Identifier


class NextBody(Body):
    """Calls whoever is next in line at a counter; `besides`: also while somebody is still served there, who is not done."""

    counter: Identifier
    besides: bool = False


class ForwardBody(VersionBody):
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


_YEAR = 366  # days


class ClosureBody(Body):
    """`preview` only lists those affected. Without `start`, from now on."""

    start: AwareDatetime | None = None
    end: AwareDatetime
    reason: StaffText
    counter: Identifier | None = None
    remedy: Remedy = Remedy.MOVE
    preview: bool = False

    @model_validator(mode="after")
    def is_a_period(self) -> Self:
        if self.start is not None and self.end <= self.start:
            raise ValueError("结束时间要晚于开始时间")
        if self.start is not None and self.end - self.start > timedelta(days=_YEAR):
            raise ValueError("一次最多关闭一年")
        return self


class HallsQuery(Query):
    item: ItemCode | None = None


class SlotsQuery(Query):
    """Days from `from` to `to`, both included; two weeks at most. `also`: what is to be done at the same counter, parted by commas."""

    item: ItemCode
    also: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,39}(,[a-z][a-z0-9-]{1,39}){0,3}$")] | None = None
    from_: date = Field(alias="from")
    to: date

    @model_validator(mode="after")
    def is_a_range(self) -> Self:
        if self.to < self.from_:
            raise ValueError("结束日期不能早于开始日期")
        if (self.to - self.from_).days >= 14:
            raise ValueError("一次最多查询 14 天")
        return self

    @property
    def items(self) -> tuple[str, ...]:
        """All that is to be done, each once."""
        return tuple(dict.fromkeys([self.item, *(self.also.split(",") if self.also else [])]))


class AppointmentsQuery(Query):
    """Own appointments: those still to come, or those over."""

    over: bool = False
    cursor: str | None = None


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


# ---------------------------------------------------------------- views


class HallView(View):
    """A hall and the items that can be booked there; it may serve others to whoever comes.

    `counters`: the names of those that serve the item that was asked for; none where none was.
    """

    id: str
    name: str
    address: str
    phone: str
    hours: str
    towns: list[str]
    items: list[str]
    counters: list[str]


class HallsView(View):
    items: list[HallView]


class SlotView(View):
    """One slot. `free` counts places open now; `released_at` is when its places open or opened."""

    start: datetime
    end: datetime
    free: int
    released_at: datetime
    extended: bool


class SlotsView(View):
    hall: str
    item: str
    items: list[SlotView]


class ProposalView(View):
    hall: str
    hall_name: str
    start: datetime
    end: datetime
    reason: str
    until: datetime


class ForView(View):
    """Who acts for whom: both names."""

    principal: str
    agent: str


class AppointmentView(View):
    """An appointment as its citizen, or their agent, sees it. `actions` are the acts open now."""

    id: str
    version: int
    state: PlaceState
    status: str  # in plain words, with whose turn it is
    hall: str
    hall_name: str
    counter_name: str
    start: datetime
    end: datetime
    when: str  # as people say it
    items: list[str]
    item_names: list[str]
    people: list[str]
    name: str
    case: str | None
    code: str
    ticket: str | None  # the number they are called by, once they are in the hall
    called_to: str | None
    reason: str | None
    proposal: ProposalView | None
    moved_to: str | None
    moved_from: str | None
    acting: ForView | None
    frozen: str | None  # why it stands still
    cancel_until: datetime | None
    actions: list[str]


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


class DeskView(AppointmentView):
    """What staff see besides. `prepared`: None where nothing was handed in online; `urgent`: why they come before the others;
    `sent_on`: what was said to the next counter, None where nothing was; `moved`: when and where they come instead, in words."""

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
    moved: str | None
    prepared: PreparedView | None


class DeskFoundView(View):
    """Who was looked up."""

    items: list[DeskView]


class AffectedView(View):
    """An appointment a closure hits; the name is masked."""

    id: str
    start: datetime
    name: str
    items: list[str]


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
    """A counter of a hall, as it is chosen from a list, and what is served there."""

    id: str
    name: str
    serves: list[ServedView]


class ClosedView(View):
    """What is closed, as a notice says it: the whole hall or one counter, now (`begun`) or later today, until when and why."""

    whole: bool
    begun: bool
    says: str


class ToConfirmView(View):
    """So many appointments of a day wait for a yes or a no."""

    date: date
    count: int


class CountersView(View):
    """A hall today: its counters, in their order. `today` is the district's, whatever a desk's computer says; `closed`: what is closed
    now or later today, closing time included; `to_confirm`: the days on which appointments wait to be confirmed, the first first."""

    hall: str
    hall_name: str
    today: date
    closed: list[ClosedView]
    to_confirm: list[ToConfirmView]
    items: list[CounterView]


class LiftBody(Body):
    """Why a closure is taken back."""

    reason: StaffText


class ClosureView(View):
    """`id` is absent from a preview."""

    id: str | None
    hall: str
    counter: str | None
    start: datetime
    end: datetime
    reason: str
    remedy: Remedy
    state: ClosureState | None
    free: int  # free places a closure would withdraw; 0 once it has
    affected: list[AffectedView]  # those who would be moved or told; once it is carried out, those still waiting for it
    moved: int
    told: int
    lifted_for: str  # why it was taken back; empty where it stands
    begun: bool  # its start has passed, by the clock of the hall
    over: bool  # its end has passed


class ClosuresView(View):
    """Closures of a hall, the one that ends last first."""

    items: list[ClosureView]

"""How a result reaches whom it is for: collected at a counter with a look at the document, or sent by courier and followed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from models.base import Body, Cursor, Identifier, Query, Sealing, Stored, View
from models.cases.parts import Part, Somebody
from models.catalogue.codes import Worded
from models.people import PersonDocument
from models.staff_text import StaffShortText, StaffText


class DeliveryMethod(Worded):
    """By what way."""

    COUNTER = "counter", "窗口领取"
    POST = "post", "邮寄"


class DeliveryState(Worded):
    """Where it stands. Coming back and getting lost do not end it: it is sent again, or waits at the counter."""

    WAITING = "waiting", "等您到窗口领取"
    TO_SEND = "to_send", "等快递取件"
    SENT = "sent", "在路上"
    RETURNED = "returned", "快递退回"
    LOST = "lost", "快递遗失"
    DONE = "done", "已送达"
    CANCELLED = "cancelled", "已取消"

    @property
    def is_over(self) -> bool:
        return self in (DeliveryState.DONE, DeliveryState.CANCELLED)


class Recipient(Part):
    """Where a parcel goes. Sealed as a whole."""

    name: str
    phone: str
    town: str
    detail: str


class TrackingEvent(Part):
    """What the courier says happened."""

    at: datetime
    text: str


class Waybill(Part):
    """One parcel: a lost or returned one is followed by another."""

    order: str  # our number of it at the courier
    number: str = ""  # the courier's own
    at: datetime
    events: list[TrackingEvent] = Field(default_factory=list)


class Waits(Part):
    """The counter at which something waits, for people: in which hall (none: of a department or another district), where, and when
    it is open."""

    hall: str | None = None
    place: str = ""
    hours: str = ""


class Collection(Part):
    """Who took it at the counter: their document was looked at, and they signed."""

    by: Somebody
    agent_under: str | None = None  # the grant, where it was not the applicant
    signature: str  # SHA-256 of the signature on the pad, or of the signed sheet
    at: datetime
    handed_by: Somebody


class Delivery(Stored):
    """The handing over of one case's result."""

    SEALED: ClassVar[Mapping[str, Sealing]] = {"recipient": Sealing.RANDOM}

    person: str
    person_name: str
    grant: str | None = None
    case: str
    case_number: str
    item: str
    item_name: str
    department: str
    region: str | None = None  # the district that decided; None: before districts were told apart
    window: str | None = None  # the other district at whose counter it waits, since that took the papers in
    window_town: str | None = None
    place: str = ""  # the counter where it waits, or would if it were not sent, for people
    kind: str  # what it is
    number: str = ""
    method: DeliveryMethod
    state: DeliveryState
    recipient: Recipient | None = None
    waybills: list[Waybill] = Field(default_factory=list)
    collection: Collection | None = None
    opened_at: datetime
    done_at: datetime | None = None
    check_at: datetime | None = None  # when the courier must be asked next
    hall: str | None = None  # in which hall that counter is
    hours: str = ""  # when it is open, for people
    pickup: str = ""  # what whoever collects it says, to be found by
    wish: str = ""  # what the applicant said who wants to come for it after all
    held: str = ""  # how its decision is to be taken back (撤销, 撤回): until that is decided it goes to nobody

    @property
    def waybill(self) -> Waybill | None:
        """The parcel that is under way, or was last."""
        return self.waybills[-1] if self.waybills else None


class DeliverBody(Body):
    """The result is made: by which way it goes. `kind`, `number`: what it is. `wish`: what the applicant said who wants it another way
    than they had chosen; they are told."""

    version: Annotated[int, Field(ge=0)]
    kind: StaffShortText
    number: StaffShortText | None = None
    method: Annotated[DeliveryMethod, Field(strict=False)]
    note: StaffText | None = None
    wish: StaffText | None = None


class DeliveryVersionBody(Body):
    """An act that needs nothing but the page it was taken on."""

    version: Annotated[int, Field(ge=0)]


class ToCounterBody(DeliveryVersionBody):
    """`wish`: what the applicant said who does not want it sent any more, as in `DeliverBody`; none is needed where the courier failed."""

    wish: StaffText | None = None


class TakeBackBody(DeliveryVersionBody):
    """Why it does not go this way; the applicant reads it."""

    reason: StaffText


class HandOverBody(DeliveryVersionBody):
    """Who stands at the counter, by their document, and what they signed."""

    person: PersonDocument
    signature: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class DeliveriesQuery(Query):
    """One's own; of one case where it is given."""

    case: Identifier | None = None
    cursor: Cursor | None = None
    limit: int = Field(default=20, ge=1, le=100)


class StaffDeliveriesQuery(Query):
    """What waits at the viewer's counter and what their department has to hand over, the oldest first; of one case, or found by
    the number of its case or what whoever collects it says, where it is given."""

    case: Identifier | None = None
    number: Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[0-9A-Za-z\-]{4,40}$")] | None = None
    cursor: Cursor | None = None
    limit: int = Field(default=50, ge=1, le=100)


class TrackingView(View):
    at: datetime
    text: str


class DeliveryView(View):
    """A delivery. `address`: where it goes, for the applicant; masked for all others. `actions`: the last parts of open addresses."""

    id: str
    case: str
    case_number: str
    item_name: str
    person_name: str
    kind: str
    number: str
    method: str
    method_label: str
    place: str  # the counter where it waits to be collected
    hours: str  # when that is open
    pickup: str  # what whoever collects it says, to be found by
    state: str
    label: str
    recipient: str
    address: str
    waybill: str
    tracking: list[TrackingView]
    held: str  # why it goes to nobody now
    collected_by: str
    collected_for: str  # the applicant, where an agent took it
    opened_at: datetime
    done_at: datetime | None
    version: int
    actions: list[str]

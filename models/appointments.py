"""What is asked and answered about halls, slots and appointments over the API."""

from datetime import date, datetime
from typing import Annotated, Self

from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints, model_validator

from models.base import Body, Identifier, Query, ShortText, View
from models.booking import PlaceState
from models.staff_text import StaffText

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

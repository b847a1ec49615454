"""Waiting for a freed place (候补): an entry in the line of a hall, and what is asked and answered about it."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, Self

from pydantic import Field, model_validator

from models.appointments import Items, PersonName
from models.base import Body, Declared, Identifier, Stored, View
from models.booking import ByGrant, IsoDate

_LONGEST = 31  # days


class WaitingState(StrEnum):
    """Of an entry. `waiting` and `offered` are in the line."""

    WAITING = "waiting"
    OFFERED = "offered"  # places are held for them until they answer
    TAKEN = "taken"  # they took what was offered
    LEFT = "left"
    LAPSED = "lapsed"  # too often without an answer
    OVER = "over"  # the last of their days is past
    ENDED = "ended"  # the product itself had to; `reason` says why


class Offer(Declared):
    """Places of one slot, held until `until`: one for each of those who come."""

    places: list[str]
    start: datetime
    end: datetime
    until: datetime


class Waiting(Stored):
    """One wish for a place nobody has given back yet. `rank` numbers the line; `needs` as of an appointment."""

    rank: int
    state: WaitingState = WaitingState.WAITING
    live: bool = True  # in the line; the unique index stands on it
    needs: list[str]
    person: str
    name: str
    people: list[str] = Field(default_factory=list)  # the family who come along, each with a place of their own
    items: list[str]
    item_names: list[str]
    hall: str
    hall_name: str
    first: IsoDate
    last: IsoDate
    case: str | None = None
    grant: ByGrant | None = None
    channel: str = ""
    joined_at: datetime
    offer: Offer | None = None
    passed: list[datetime] = Field(default_factory=list)  # slots that were offered and not taken
    unanswered: int = 0
    appointments: list[str] = Field(default_factory=list)
    reason: str | None = None

    def to_document(self) -> dict[str, Any]:
        """Without what is None: the partial indexes stand on `$exists`."""
        return {key: value for key, value in super().to_document().items() if value is not None}

    @property
    def places(self) -> int:
        """How many places they need at once."""
        return 1 + len(self.people)

    @property
    def item_text(self) -> str:
        """What it is about, for people."""
        return "、".join(self.item_names)


class WaitBody(Body):
    """Waits for a place of `hall` on the days from `first` to `last`. `people`: family who come along; each gets a place
    of their own at the same time, or nothing is offered."""

    items: Items
    hall: Identifier
    first: date
    last: date
    people: list[PersonName] = Field(default_factory=list, max_length=3)
    case: Identifier | None = None

    @model_validator(mode="after")
    def is_a_range(self) -> Self:
        if self.last < self.first:
            raise ValueError("结束日期不能早于开始日期")
        if (self.last - self.first).days >= _LONGEST:
            raise ValueError(f"一次最多候补 {_LONGEST} 天")
        if len(set(self.people)) < len(self.people):
            raise ValueError("同一个人写了两次")
        return self


class OfferView(View):
    """What is held for them now."""

    start: datetime
    end: datetime
    when: str
    places: int
    until: datetime
    until_text: str


class WaitlistEntryView(View):
    """An entry as its citizen, or their agent, sees it. `ahead`: how many before them wait in that hall for days of theirs."""

    id: str
    version: int
    state: WaitingState
    status: str
    hall: str
    hall_name: str
    first: date
    last: date
    items: list[str]
    item_names: list[str]
    name: str
    people: list[str]
    ahead: int
    offer: OfferView | None
    appointments: list[str]
    actions: list[str]


class WaitlistView(View):
    """Own entries: those in the line, then the newest of those over."""

    items: list[WaitlistEntryView]

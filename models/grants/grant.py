"""A grant as it is kept: its sides, what it covers, and how it came to hold."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, Self

from pydantic import Field

from models.acts import Power
from models.base import Declared, Sealing, Stored
from models.catalogue import ProxyBasis
from models.documents import DocumentType
from models.grants.desk import ShownDocument, Taken, Tried
from models.people import ProofMethod


class GrantState(StrEnum):
    """`checking`: a guardianship that staff still verify, or a principal without a phone whom they still have to hear. `used_up`: a single grant whose one matter has begun; it is seen through."""

    INVITED = "invited"
    CHECKING = "checking"
    ACTIVE = "active"
    USED_UP = "used_up"
    DECLINED = "declined"
    REVOKED = "revoked"
    EXPIRED = "expired"
    ENDED = "ended"  # by a death; of a company's handler by the enterprise register

    @property
    def label(self) -> str:
        return _STATE_LABELS[self]


_STATE_LABELS = {
    GrantState.INVITED: "等待对方确认",
    GrantState.CHECKING: "等待工作人员核实",
    GrantState.ACTIVE: "授权有效",
    GrantState.USED_UP: "已使用，正在办的事可以办完",
    GrantState.DECLINED: "没有同意",
    GrantState.REVOKED: "已撤销",
    GrantState.EXPIRED: "已到期",
    GrantState.ENDED: "已终止",
}
LIVE = (GrantState.ACTIVE, GrantState.USED_UP)
OPEN = (GrantState.INVITED, GrantState.CHECKING, *LIVE)


class Side(StrEnum):
    """Whose part in a grant; staff only ever offer."""

    PRINCIPAL = "principal"
    AGENT = "agent"
    STAFF = "staff"


class HearingMethod(StrEnum):
    """How a principal without a phone was heard."""

    IN_PERSON = "in_person"
    PHONE_CALL_BACK = "phone_call_back"
    HOME_VISIT = "home_visit"


class Half(StrEnum):
    """Which half of a day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"

    @property
    def label(self) -> str:
        return "上午" if self is Half.MORNING else "下午"

    def over_at(self, day: date, at: datetime) -> bool:
        """Whether this half of the day has passed: the morning at noon."""
        return day < at.date() or (day == at.date() and self is Half.MORNING and at.hour >= 12)


class CallBack(Declared):
    """When staff call a principal without a phone of their own, and at which number they can be reached."""

    phone: str  # sealed in the database
    day: str  # YYYY-MM-DD
    half: Half
    agents_own: bool = False  # the number the agent had confirmed as theirs when they asked


class Target(Declared):
    """The side that has not answered yet, as the other named them. Nobody is told whether such a person exists."""

    name: str = ""
    document_type: DocumentType | None = None
    number: str | None = None  # sealed in the database
    phone: str | None = None  # sealed in the database


class Consent(Declared):
    """The principal's consent: when, and by which proof that it was them."""

    at: datetime
    method: ProofMethod
    proof: str


class Hearing(Declared):
    """Who heard the principal, where and how. What an agent brings on paper is evidence, never a hearing."""

    at: datetime
    by: str
    by_name: str
    place: str
    method: HearingMethod
    note: str
    evidence: list[str] = Field(default_factory=list[str])


class Grant(Stored):
    """`person` is the principal, whose matter it is: a citizen id, or an enterprise's where a company names its handler.

    `representative` then is the citizen id of the legal representative who gave it, in the enterprise's `term`.
    An empty `items` is every item that allows it (guardians).
    """

    SEALED: ClassVar[Mapping[str, Sealing]] = {
        "target.number": Sealing.LOOKUP,
        "target.phone": Sealing.LOOKUP,
        "call_back.phone": Sealing.RANDOM,
        "shown.number": Sealing.LOOKUP,
        "hearing.place": Sealing.RANDOM,  # of a home visit: the principal's address
        "hearing.note": Sealing.RANDOM,
        "last_hearing.place": Sealing.RANDOM,
        "last_hearing.note": Sealing.RANDOM,
    }

    basis: ProxyBasis
    state: GrantState
    person: str | None = None
    person_name: str = ""
    representative: str | None = None
    term: int = 0
    agent: str | None = None
    agent_name: str = ""
    town: str | None = None  # whose staff see to it: where the principal lives, else the agent; in no answer
    items: list[str]
    powers: list[Power]
    starts_at: datetime
    until: datetime
    single_use: bool = False
    uses: int = 0
    used_for: str | None = None  # the one matter of a single grant: a case id
    offered_by: Side
    target: Target | None = None
    invitation: str | None = None  # token of the QR code; gone once answered
    answer_by: datetime | None = None
    consent: Consent | None = None
    call_back: CallBack | None = None  # asked for by an agent whose principal has no phone
    taken: Taken | None = None  # of one that waits for staff: who has it in hand
    tries: list[Tried] = Field(default_factory=list[Tried])
    shown: ShownDocument | None = None
    hearing: Hearing | None = None
    last_hearing: Hearing | None = None  # the one at which a principal without a phone revoked
    relation: str = ""  # what the principal is to their guardian
    note: str = ""
    evidence: list[str] = Field(default_factory=list[str])
    warned: list[int] = Field(default_factory=list[int])  # days before the end on which both were told
    created_at: datetime
    ended_at: datetime | None = None
    reason: str = ""

    def as_of(self, now: datetime) -> Self:
        """This grant as it stands at `now`: past its end, or its answer's, it has expired, even before the tick writes so."""
        run_out = self.state in LIVE and self.until <= now
        unanswered = self.state is GrantState.INVITED and self.answer_by is not None and self.answer_by <= now
        return self.model_copy(update={"state": GrantState.EXPIRED}) if run_out or unanswered else self

    def in_hand(self, now: datetime) -> Taken | None:
        """Who has it in hand at `now`, while it waits for staff."""
        held = self.state is GrantState.CHECKING and self.taken is not None and now < self.taken.until
        return self.taken if held else None

    def side_of(self, citizen_id: str) -> Side | None:
        """Which side a citizen is. Who handles their own company's matters is the principal first: they revoke."""
        if citizen_id in (self.person, self.representative):
            return Side.PRINCIPAL
        return Side.AGENT if citizen_id == self.agent else None

    @property
    def missing_side(self) -> Side:
        """The side that has to answer an offer."""
        return Side.AGENT if self.offered_by is Side.PRINCIPAL else Side.PRINCIPAL

"""Grants: who may act for whom, for which items, with which powers, until when."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import AwareDatetime, Field, StringConstraints, model_validator

from models.acts import Power
from models.base import Body, Cursor, Declared, Identifier, LongText, PhoneNumber, Query, Sealing, ShortText, Stored, View
from models.catalogue import ProxyBasis
from models.documents import DocumentType
from models.enterprises import EnterpriseBody
from models.grant_desk import ShownDocument, Taken, Tried, TriedView
from models.people import DocumentNumber, PersonDocument, ProofMethod
from models.staff_text import StaffText

Items = Annotated[list[Identifier], Field(max_length=20)]
Moment = date | AwareDatetime  # a day means the whole of it
ReachNumber = Annotated[str, StringConstraints(pattern=r"^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$")]
InvitationToken = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{10,32}$")]


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


# Requests


class PartyBody(Body):
    """The other side: by document or by phone, each with the name; with neither, whoever scans the QR code (and is called `name`, where given)."""

    name: ShortText | None = None
    document_type: DocumentType = DocumentType.RESIDENT_CARD
    id_number: DocumentNumber | None = None
    phone: PhoneNumber | None = None

    @model_validator(mode="after")
    def named_where_numbered(self) -> Self:
        """A number alone names nobody."""
        if (self.id_number or self.phone) and not self.name:
            raise ValueError("填了证件号码或手机号，也请填写姓名")
        return self


class GrantTerms(Body):
    """What is granted. `powers` left out: all that the items allow. `until` as a day includes that day; guardians may leave it out."""

    items: Items = Field(default_factory=list[str])
    powers: list[Power] | None = None
    starts: Moment | None = Field(default=None, alias="from")
    until: Moment | None = None
    single_use: bool = False


def require_enterprise(basis: ProxyBasis, enterprise: EnterpriseBody | None) -> None:
    """Raises `ValueError` unless a company's grant names the enterprise, and only such a grant does."""
    if basis is ProxyBasis.COMPANY and enterprise is None:
        raise ValueError("指定单位经办人，请填写单位名称和统一社会信用代码")
    if basis is not ProxyBasis.COMPANY and enterprise is not None:
        raise ValueError("只有指定单位经办人时才填写单位")


class CallBackBody(Body):
    """When the principal can be called, and at whose number: a neighbour's, a landline, the agent's own while they are together."""

    phone: ReachNumber
    day: date
    half: Half


class GrantBody(GrantTerms):
    """An offer by either side: who names the `agent` is the principal, who names the `principal` the agent.

    With a `call_back` the principal has no phone: the agent names them by document, adds photographs of the paper they signed
    (`evidence`, own uploads), and staff call. The paper alone grants nothing.

    A guardian names the ward as `principal`; `items` may then be left out. A legal representative names the
    `enterprise` and, as `agent`, who handles its matters: themselves or somebody else.
    """

    basis: ProxyBasis = ProxyBasis.DELEGATION
    agent: PartyBody | None = None
    principal: PartyBody | None = None
    enterprise: EnterpriseBody | None = None
    note: LongText | None = None
    evidence: list[Identifier] = Field(default_factory=list[str], max_length=10)
    call_back: CallBackBody | None = None

    @model_validator(mode="after")
    def called_back(self) -> Self:
        """Only a delegation by somebody named by their document is heard by phone, and on a paper they signed."""
        if self.call_back is None:
            return self
        if self.basis is not ProxyBasis.DELEGATION or self.principal is None or self.principal.id_number is None:
            raise ValueError("请填写老人的姓名和证件号码，再约工作人员打电话")
        if not self.evidence:
            raise ValueError("请拍下老人签了字的授权书")
        return self

    @model_validator(mode="after")
    def other_side_named(self) -> Self:
        """Exactly one of the two sides is the other one."""
        if (self.agent is None) == (self.principal is None):
            raise ValueError("请填写代办人或委托人其中一方")
        return self

    @model_validator(mode="after")
    def companies_named(self) -> Self:
        """See `require_enterprise`."""
        require_enterprise(self.basis, self.enterprise)
        if self.enterprise is not None and self.agent is None:
            raise ValueError("单位的经办人由法定代表人指定，请填写经办人")
        return self


class AnswerBody(Body):
    """`token`: of the QR code, where the offer names nobody."""

    token: InvitationToken | None = None


class EndBody(Body):
    """Why a grant ends; may be left out."""

    reason: ShortText | None = None


class HearingBody(Body):
    """How the principal was heard by the member of staff who records it."""

    place: ShortText
    method: HearingMethod
    note: LongText
    evidence: list[Identifier] = Field(default_factory=list[str], max_length=10)

    @property
    def in_person(self) -> bool:
        """Whether the document was seen; over the telephone it is not."""
        return self.method is not HearingMethod.PHONE_CALL_BACK


class EvidenceQuery(Query):
    """Whose photographs are kept: who stands there. Looked for after the log-in, since a file comes with it."""

    person: Identifier | None = None


class StaffGrantBody(GrantTerms):
    """A grant for a principal without a phone, recorded by the member of staff who heard them.

    Of an `enterprise` the `principal` named here is its legal representative.
    """

    basis: ProxyBasis = ProxyBasis.DELEGATION
    principal: PersonDocument
    agent: PersonDocument
    enterprise: EnterpriseBody | None = None
    heard: HearingBody

    @model_validator(mode="after")
    def companies_named(self) -> Self:
        """See `require_enterprise`."""
        require_enterprise(self.basis, self.enterprise)
        return self


class StaffRevokeBody(Body):
    """A revocation by a principal without a phone. `person`: the document of who was heard."""

    person: PersonDocument
    heard: HearingBody


class CheckBody(Body):
    """What a clerk found when checking a guardianship; or, with `heard`, what a principal without a phone said when they were called."""

    confirmed: bool
    note: StaffText
    evidence: list[Identifier] = Field(default_factory=list[str], max_length=10)
    version: int
    heard: HearingBody | None = None


class GrantsQuery(Query):
    state: GrantState | None = None
    cursor: Cursor | None = None
    limit: Annotated[int, Field(ge=1, le=100)] = 50


# Answers


class PartyView(View):
    """One side, masked for the other. Staff who took on one that waits read the names in full, and the document (`document_title`,
    `id_number`) of whom the agent named: it is compared with the paper, and they are asked for."""

    name: str
    known: bool  # whether this side has answered
    document_title: str = ""
    id_number: str = ""


class GrantedItemView(View):
    """`instant`: decided in seconds, so that it can be asked for without reading the guide first."""

    code: str
    name: str
    instant: bool


class InvitationView(View):
    """What the QR code carries; only for the side that offers."""

    token: str
    answer_by: datetime


class CallBackView(View):
    """`phone`: for staff only, masked until they take it on, else empty. `agents_own`: for them, too, whether it is the agent's: whoever
    answers need not be the principal. `missed`: the half-day is over, and nobody has heard them. For staff, too: `tries`, the calls in which
    they were not heard, `not_before`, when to call next, and `due`, whether it is time."""

    day: date
    half: Half
    half_label: str
    missed: bool = False
    phone: str = ""
    agents_own: bool = False
    not_before: datetime | None = None
    due: bool = True
    tries: list[TriedView] = Field(default_factory=list[TriedView])


class InHandView(View):
    """Who of the staff has a waiting grant in hand, since when, and until when it is theirs."""

    by_name: str
    at: datetime
    until: datetime
    mine: bool


class GrantView(View):
    """`you` is the reader's side; `actions` what they may do now. `evidence`: for staff only, ids to look at; of one that waits, for whoever
    took it on (`in_hand`)."""

    id: str
    basis: ProxyBasis
    basis_label: str
    state: GrantState
    state_label: str
    you: Side | None
    principal: PartyView
    agent: PartyView
    items: list[GrantedItemView]
    all_items: bool
    powers: list[Power]
    starts_at: datetime
    until: datetime
    single_use: bool
    uses: int
    heard_by: str = ""
    relation: str = ""
    reason: str = ""
    invitation: InvitationView | None = None
    call_back: CallBackView | None = None
    in_hand: InHandView | None = None
    evidence: list[str] = Field(default_factory=list[str])
    actions: list[str]
    version: int


class GrantActView(View):
    """One act of the agent, or one reading of the principal's data by them."""

    at: datetime
    agent: str
    power: Power | None = None
    what: str
    item: str = ""


class GrantActsView(View):
    items: list[GrantActView]

"""People: citizens, how they proved who they are, their sessions."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import AwareDatetime, Field, PlainSerializer, StringConstraints, model_validator

from models.base import Body, Declared, Identifier, PhoneNumber, Query, Sealing, ShortText, SixDigits, Stored, View
from models.documents import DocumentType
from models.staff_text import StaffShortText

Day = Annotated[date, PlainSerializer(date.isoformat, return_type=str)]  # MongoDB has no plain day: kept as ISO text
DocumentNumber = Annotated[str, StringConstraints(min_length=4, max_length=30, strip_whitespace=True)]

ADULT = 18  # years (民法典 art. 17)
INCAPABLE_BELOW = 8  # years: whoever is younger does nothing by themselves in law (民法典 art. 20)


def completed_years(born: date, on: date) -> int:
    """How old somebody is on a day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


class ProofMethod(StrEnum):
    """How it was shown that the living person is the one who acts."""

    NETWORK_IDENTITY = "network_identity"  # 国家网络身份认证（网号、网证）
    COUNTER = "counter"  # 窗口当面核验
    VILLAGE_OFFICER = "village_officer"  # 村居服务站当面核验
    PAPER_FORM = "paper_form"  # 断网时的收件单: who it is stands on the form, and nobody is there

    @property
    def label(self) -> str:
        return _PROOF_TITLES[self]


_PROOF_TITLES = {
    ProofMethod.NETWORK_IDENTITY: "国家网络身份认证",
    ProofMethod.COUNTER: "窗口当面核验",
    ProofMethod.VILLAGE_OFFICER: "村居当面核验",
    ProofMethod.PAPER_FORM: "断网时的收件单",
}


class CitizenState(StrEnum):
    """`merged`: the account turned out to be a person we already knew, and lives on there."""

    ACTIVE = "active"
    DECEASED = "deceased"
    MERGED = "merged"
    ERASED = "erased"


class Identity(Declared):
    """The document a citizen was matched by. `record`: digest of the register's answer, its provenance."""

    document_type: DocumentType
    number: str  # sealed in the database
    name: str
    born: Day | None = None
    sex: str = ""
    town: str = ""  # id of the town (镇街) of residence, as the register has it: its officers take their step of a case
    valid_until: Day | None = None  # None: no end is known, or it is valid for ever
    matched_at: datetime
    record: str = ""


class Proof(Declared):
    """One proof of the living person, or of who handed in a paper form. `by`: the member of staff who saw them, or has the form; empty
    for a proof over the network."""

    id: str
    method: ProofMethod
    at: datetime
    until: datetime
    purpose: str = ""
    by: str = ""
    by_name: str = ""
    department: str = ""
    filing: bool = False  # they want `by` to write down what they apply for
    paper: str = ""  # the number of the form `by` has of them, who has gone home: nobody was seen
    reference: str = ""  # the network identity service's own number of the authentication


class Binding(Declared):
    """A WeChat account a citizen used: `until` is None for the one in use."""

    openid: str
    since: datetime
    until: datetime | None = None


class Citizen(Stored):
    """A person. Without `openid` they have no account: staff registered them, or their account was moved."""

    SEALED: ClassVar[Mapping[str, Sealing]] = {
        "identity.number": Sealing.LOOKUP,
        "phone": Sealing.LOOKUP,
        "address": Sealing.RANDOM,
    }

    state: CitizenState = CitizenState.ACTIVE
    created_at: datetime
    openid: str | None = None
    bindings: list[Binding] = Field(default_factory=list[Binding])
    name: str = ""
    identity: Identity | None = None
    phone: str | None = None
    address: str | None = None
    proofs: list[Proof] = Field(default_factory=list[Proof])  # the newest last; a few are kept
    died_on: Day | None = None
    merged_into: str | None = None
    checked_at: datetime | None = None  # when the population register was last asked whether they live
    claim: str | None = None  # digest of the network verification this account started to claim an identity

    def proven_until(self) -> datetime | None:
        """Until when a proof of the living person holds."""
        proof = self.lasting_proof()
        return proof.until if proof else None

    def lasting_proof(self) -> Proof | None:
        """The proof of the living person that holds longest; a paper form is none."""
        living = [each for each in self.proofs if each.method is not ProofMethod.PAPER_FORM]
        return max(living, key=lambda each: each.until, default=None)

    def level(self, now: datetime) -> int:
        """0 logged in, 1 matched with the register, 2 proven to be the living person at `now`."""
        if self.identity is None or self.state is not CitizenState.ACTIVE:
            return 0
        until = self.proven_until()
        return 2 if until is not None and now < until else 1

    def is_minor(self, on: date) -> bool:
        """Whether they are known to be under 18 on a day."""
        age = self.age(on)
        return age is not None and age < ADULT

    def age(self, on: date) -> int | None:
        """Completed years on a day; None where the date of birth is not known."""
        born = self.identity.born if self.identity else None
        return None if born is None else completed_years(born, on)

    def document_expired(self, on: date) -> bool:
        """Whether the identity document has run out before a day."""
        until = self.identity.valid_until if self.identity else None
        return until is not None and until < on


class Session(Stored):
    """A citizen's session. What the edge needs on every request stands in it, so one read is enough.

    Ages by the machine's time, whatever the product's clock says; only `proven_until` is product time.
    """

    digest: str  # SHA-256 of the token; the token itself is never kept
    person: str  # citizen id
    name: str = ""
    matched: bool = False  # level 1
    proven_until: datetime | None = None  # level 2 until then
    device: str = ""
    created_at: datetime
    seen_at: datetime
    expires_at: datetime
    ended_at: datetime | None = None
    kiosk: str | None = None  # id of the kiosk it was opened at, and is good for
    web: bool = False  # in a browser, by digits from the phone
    last_at: datetime | None = None  # absolute end of a session at a kiosk or in a browser


# Requests


class LoginBody(Body):
    """`code` of `wx.login`; in the sandbox `demo:NAME` logs in as that openid."""

    code: Annotated[str, StringConstraints(min_length=1, max_length=200)]


class SmsCodeBody(Body):
    phone: PhoneNumber


class ProofBody(Body):
    """What the national network identity app handed to the mini-program."""

    method: ProofMethod
    token: Annotated[str, StringConstraints(min_length=1, max_length=4000)]


class ClaimedDocument(Body):
    """Who somebody without an identity says they are."""

    document_type: DocumentType
    id_number: DocumentNumber
    name: ShortText


class VerificationBody(Body):
    """`purpose`: what the person is asked to confirm, as their network identity app shows it.

    `person`, in its place: whose identity an account that has none claims. That purpose is not the claimant's to word.
    """

    purpose: ShortText | None = None
    person: ClaimedDocument | None = None

    @model_validator(mode="after")
    def is_one_of_two(self) -> Self:
        """Either or."""
        if (self.purpose is None) == (self.person is None):
            raise ValueError("请填写认证的用途；还没有实名的，请改填要认领的证件。两项只填一项。")
        return self


class IdentityBody(Body):
    """`proof` is only needed for a person who is known here under another phone, or none: of a verification this account began."""

    document_type: DocumentType
    id_number: DocumentNumber
    name: ShortText
    phone: PhoneNumber
    sms_code: SixDigits
    proof: ProofBody | None = None


class PersonDocument(Body):
    """A person named by their document, as staff read it off the card. `shown`: which other one was looked at, where the register holds
    this one for lost."""

    document_type: DocumentType = DocumentType.RESIDENT_CARD
    id_number: DocumentNumber
    name: ShortText
    phone: PhoneNumber | None = None
    shown: StaffShortText | None = None


class PaperForm(Body):
    """A paper form of a time without the system: of which block, its number, and the time on it, so that one that was misread is told
    before anything is written down."""

    outage: Identifier
    number: ShortText
    at: AwareDatetime | None = None


class AttestBody(Body):
    """A member of staff attests that this person stands before them, and for what. `filing`: the person wants them to write down what
    they apply for (代录). `paper`: they are not there; the form they signed while there was no system is written down, and nothing else."""

    citizen: PersonDocument
    purpose: StaffShortText
    filing: bool = False
    paper: PaperForm | None = None


# Answers


class CitizenView(View):
    """What a citizen sees of themselves: the name in full, the rest masked."""

    id: str
    level: int
    name: str
    document_type: DocumentType | None = None
    document_title: str = ""
    id_number: str = ""
    document_valid_until: Day | None = None
    phone: str = ""
    proven_until: datetime | None = None
    proof_method: ProofMethod | None = None


class VerificationView(View):
    """`token` goes to the network identity app, then back to us as the proof; `expires_in` in seconds."""

    token: str
    expires_in: int


class LoginView(View):
    token: str
    citizen: CitizenView


class SmsCodeView(View):
    """`expires_in` and `retry_after` in seconds."""

    phone: str
    expires_in: int
    retry_after: int
    detail: str


class SessionView(View):
    """`address`: where the log-in came from, in full; known of staff alone."""

    id: str
    device: str
    address: str = ""
    created_at: datetime
    seen_at: datetime
    current: bool
    web: bool = False  # a citizen's browser, let in by digits from the phone


class SessionsView(View):
    items: list[SessionView]


class AccessView(View):
    """Somebody read my data: who, of which department and role, what, when and why."""

    at: datetime
    reader: str
    role: str = ""
    department: str = ""
    action: str
    subject: str
    purpose: str
    case: str = ""  # id of the case it was of or for, where there is one


class ExportView(View):
    """Everything kept about a person, one entry a subject."""

    exported_at: datetime
    person: CitizenView
    records: dict[str, list[dict[str, object]]]


class ErasedView(View):
    """What was erased and what the law makes us keep."""

    erased: list[str]
    kept: list[str]
    detail: str


class PersonView(View):
    """A citizen as staff see them: masked."""

    id: str
    name: str
    document_type: DocumentType | None = None
    id_number: str = ""
    phone: str = ""
    has_account: bool = False
    level: int = 0


class AttestedView(View):
    person: PersonView
    method: ProofMethod
    until: datetime
    detail: str


class AccessLogView(View):
    """`next` goes into `?before=` for what came earlier."""

    items: list[AccessView]
    next: datetime | None = None


class AccessLogQuery(Query):
    before: datetime | None = None
    limit: Annotated[int, Field(ge=1, le=200)] = 50

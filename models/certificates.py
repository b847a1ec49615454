"""Certificates (证明): what we issue. Sealed, numbered, verifiable, revocable."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints, model_validator
from stdnum.cn import uscc

from models.base import Body, Cursor, Declared, Identifier, Query, Sealing, Stored, View
from models.catalogue import ItemCode, Outcome
from models.catalogue.codes import Worded
from models.documents import AnyDocument, DocumentType, OrganisationCode
from models.forms import Key
from models.grounds import GivenReason
from models.people import Day, DocumentNumber
from models.registers import Provenance
from models.staff_text import StaffShortText


class CertificateState(StrEnum):
    """`expired` is never stored: it follows from `valid_until`. `void` is a number that was taken and not used."""

    VALID = "valid"
    REVOKED = "revoked"
    SUPERSEDED = "superseded"
    EXPIRED = "expired"
    VOID = "void"

    @property
    def label(self) -> str:
        """What people read."""
        return _LABELS[self]


_LABELS = {
    CertificateState.VALID: "有效",
    CertificateState.REVOKED: "已撤销",
    CertificateState.SUPERSEDED: "已被新证明替换",
    CertificateState.EXPIRED: "已过有效期",
    CertificateState.VOID: "空号",
}


class CertificateKind(Declared):
    """How the certificates of one item are called, numbered and sealed: a row of catalogue/certificates.yaml."""

    title: str
    no_record_title: str = ""  # where the item offers a certificate that there is no record
    prefix: Annotated[str, StringConstraints(min_length=2, max_length=12)]  # 云社证字
    type_code: Annotated[str, StringConstraints(pattern=r"^[0-9A-Z]{21}$")]  # USCC of who defined the kind + 3 digits
    issuer: str
    issuer_code: str  # USCC
    seal: str  # what stands below the star

    @model_validator(mode="after")
    def codes_are_real(self) -> "CertificateKind":
        """Check characters of both credit codes (GB 32100)."""
        for code in (self.type_code[:18], self.issuer_code):
            if not uscc.is_valid(code):
                raise ValueError(f"{code} is no unified social credit code")
        return self

    def title_of(self, outcome: Outcome) -> str:
        """The title for what the rule said."""
        return self.no_record_title if outcome is Outcome.NO_RECORD and self.no_record_title else self.title


class CertificateKinds(Declared):
    """catalogue/certificates.yaml: `place` goes into signatures, `certificates` by item."""

    place: str
    certificates: dict[ItemCode, CertificateKind]

    @model_validator(mode="after")
    def prefixes_differ(self) -> "CertificateKinds":
        """Two items with one prefix would share numbers."""
        prefixes = [kind.prefix for kind in self.certificates.values()]
        if len(prefixes) != len(set(prefixes)):
            raise ValueError("prefixes must differ from item to item")
        return self


class Holder(BaseModel):
    """Whom a certificate is about, as they stood in the register on that day."""

    name: str
    document_type: AnyDocument
    number: str = Field(repr=False)  # sealed

    @property
    def is_unit(self) -> bool:
        """Whether it is an organisation, whose name and code are public."""
        return isinstance(self.document_type, OrganisationCode)

    @property
    def name_label(self) -> str:
        """What stands before the name."""
        return "单位名称" if self.is_unit else "姓名"

    @property
    def number_label(self) -> str:
        """What stands before the number."""
        return self.document_type.label if self.is_unit else f"{self.document_type.label}号码"


class Signatory(BaseModel):
    """Somebody who had a hand in it: the agent who asked, the clerk who decided, who revoked."""

    model_config = ConfigDict(extra="ignore")

    id: str
    name: str
    department: str | None = None


class Scribe(Signatory):
    """Who asked for it in the holder's own name, who stood before them: at a counter of the district, or in a town."""

    town: str | None = None


class Certificate(Stored):
    """One certificate. `person` is the citizen it is about; `agent` asked for it under `grant`, `scribe` wrote down that they asked."""

    SEALED: ClassVar[Mapping[str, Sealing]] = {"holder.number": Sealing.RANDOM, "data": Sealing.RANDOM}

    sequence: str  # the counter its serial is from
    serial: int
    number: str
    identifier: str
    code: str
    case: str
    result: str = ""  # which of the item's results it is the paper of; empty: the decision itself
    item: str
    item_version: str
    title: str
    department: str
    issuer: str
    person: str
    holder: Holder
    agent: Signatory | None = None
    scribe: Scribe | None = None
    grant: str | None = None
    outcome: Outcome
    rule: str  # digest of the rule that held
    decided_by: Signatory | None = None  # None: by the rule
    provenance: list[Provenance]
    data: dict[str, JsonValue]  # what the page says
    template: str = ""  # empty: relayed, the authority's own file
    template_digest: str = ""
    authority_number: str = ""  # of a relayed file
    sha256: str
    size: int
    issued_at: datetime
    valid_until: Day | None = None  # the last day on which it is valid
    state: CertificateState = CertificateState.VALID
    reason: str = ""  # of the revocation
    ended_at: datetime | None = None
    ended_by: Signatory | None = None
    superseded_by: str | None = None  # id of the new one

    @property
    def items(self) -> frozenset[str]:
        """The item, as rights under a grant are asked of it."""
        return frozenset({self.item})

    def state_on(self, day: date) -> CertificateState:
        """The state as people are told on a day."""
        if self.state is CertificateState.VALID and self.valid_until is not None and self.valid_until < day:
            return CertificateState.EXPIRED
        return self.state


class VoidNumber(Stored):
    """A number that was taken and not used; it stands among the certificates, so that every number has its row."""

    sequence: str
    serial: int
    number: str
    state: CertificateState = CertificateState.VOID
    issued_at: datetime  # when it was found


class CertificateFile(Stored):
    """The PDF, encrypted with AES-256-GCM under a key of its own; `_id` is the certificate's."""

    SEALED: ClassVar[Mapping[str, Sealing]] = {"key": Sealing.RANDOM}

    key: bytes = Field(repr=False)
    nonce: bytes
    content: bytes = Field(repr=False)


# Requests


class IssueBody(Body):
    """An instant certificate asked for; `form` as the item declares it. `read_out`: of a scribe, that what the form says to read out was
    read to the person, who agreed."""

    item: ItemCode
    form: dict[Key, JsonValue] = Field(default_factory=dict)
    read_out: bool = False


class RevokeBody(Body):
    """`superseded_by`: the certificate that takes its place, if there is one."""

    reason: GivenReason
    version: int
    superseded_by: Identifier | None = None


class ReissueCause(Worded):
    """Why another one takes a certificate's place. A duplicate says what the old one said; a corrected one what holds now."""

    LOST = "lost", "遗失补发"
    DAMAGED = "damaged", "损坏补发"
    CORRECTED = "corrected", "更正换发"


class ReissueBody(Body):
    """`corrections`: answers of the case that stand on its paper and were wrong, as they are right, after proof was seen."""

    version: int
    cause: ReissueCause
    reason: GivenReason
    corrections: dict[Key, JsonValue] = Field(default_factory=dict, max_length=20)


class FindCertificatesBody(Body):
    """By the holder's document, by the number of the case, or by `ending`, the digits a certificate's number ends with, as people write it
    (000123, or 123); `purpose`: what for, which the holder may read."""

    document_type: DocumentType = DocumentType.RESIDENT_CARD
    id_number: DocumentNumber | None = None
    case_number: Annotated[str, StringConstraints(min_length=4, max_length=40, strip_whitespace=True)] | None = None
    ending: Annotated[str, StringConstraints(pattern=r"^\d{1,8}$")] | None = None
    purpose: StaffShortText

    @model_validator(mode="after")
    def one_of_them(self) -> "FindCertificatesBody":
        """Exactly one of the three."""
        if sum(each is not None for each in (self.id_number, self.case_number, self.ending)) != 1:
            raise ValueError("证件号码、办件编号、证明号码的最后几位，请填一样")
        return self


class CertificatesQuery(Query):
    """A citizen's list."""

    item: str | None = None
    case: Identifier | None = None
    cursor: Cursor | None = None
    limit: int = Field(default=20, ge=1, le=100)


class NumberQuery(Query):
    """The number of a certificate, as it stands on the paper."""

    number: Annotated[str, StringConstraints(min_length=8, max_length=60, strip_whitespace=True)]


class CodeQuery(Query):
    """A verification code as people type it."""

    code: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]{1,40}$", strip_whitespace=True)] | None = None


# Answers


class CertificateView(View):
    """A certificate as its holder or agent sees it: their own name, the number masked."""

    id: str
    number: str
    title: str
    item: str
    issuer: str
    holder_name: str
    holder_number: str
    agent_name: str | None = None
    scribe_name: str | None = None  # of staff who wrote down that the holder asked for it
    issued_at: datetime
    valid_until: Day | None = None
    state: CertificateState
    state_label: str
    reason: str = ""
    no_record: bool = False  # it says that nothing is on record, not what was asked for
    verify_code: str
    verify_url: str
    file_url: str
    relayed: bool
    case: str
    version: int


class FoundCertificatesView(View):
    """The certificates of one's department that were looked for, the newest first."""

    items: list[CertificateView]


class CorrectableView(View):
    """An answer that stands on the paper of a result and may be put right: `kind` is the type of its field."""

    key: str
    label: str
    kind: str
    value: JsonValue


class CorrectablesView(View):
    """Nothing: what stands on it comes from registers, and is put right there."""

    items: list[CorrectableView]


class WaitingView(View):
    """202: a person decides. `reason` says why, `message` what happens next."""

    case: str
    number: str | None = None
    item: str
    state: str
    state_label: str
    reason: str
    message: str


class VerificationView(View):
    """What anybody is told who scans the code: a person's name and number masked."""

    result: str  # valid, revoked, superseded, expired, unknown
    label: str
    detail: str
    number: str | None = None
    identifier: str | None = None
    title: str | None = None
    issuer: str | None = None
    holder_is_unit: bool = False  # an organisation: its name and code are public and shown whole
    holder_name: str | None = None
    holder_document: str | None = None
    holder_number: str | None = None
    issued_on: date | None = None
    valid_until: Day | None = None
    ended_on: date | None = None
    superseded_by: str | None = None  # its number
    checked_at: datetime
    demo: bool = False


class FileVerdict(StrEnum):
    """What an uploaded PDF turned out to be."""

    AUTHENTIC = "authentic"  # ours, byte for byte; whether it still holds stands in `certificate`
    ALTERED = "altered"  # carries our code or signature, but is not the file we issued
    SEALED = "sealed"  # no certificate: a written notice under our seal, as it left us
    UNKNOWN = "unknown"


class FileVerificationView(View):
    """The answer to an uploaded PDF."""

    verdict: FileVerdict
    label: str
    detail: str
    certificate: VerificationView | None = None

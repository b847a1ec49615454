"""The holder's authorisation to use a licence (电子证照授权): for one purpose in one case, until a day, and every look under it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from stdnum.cn import uscc

from models.base import Body, Cursor, Query, Sealing, ShortText, Stored, View
from models.catalogue.codes import Worded
from models.documents import AnyDocument, DocumentType, is_well_formed, normal_number
from models.people import DocumentNumber


class AuthorisationState(Worded):
    """`asked`: another holder has to answer. A given one holds until its moment, and is over before it where revoked or ended."""

    ASKED = "asked", "等持有人授权"
    GIVEN = "given", "已授权"
    DECLINED = "declined", "没有同意"
    REVOKED = "revoked", "已撤回"
    ENDED = "ended", "已结束"


class LicenceLook(BaseModel):
    """One look at the licence: who, of which department, when, what for."""

    model_config = ConfigDict(extra="ignore")

    at: datetime
    by: str
    by_name: str
    department: str | None = None
    what: str


class LicenceAuthorisation(Stored):
    """`person` is the holder, where they are known here; before that the document says who is asked.

    `record` is the licence as it was looked up: gone again once the authorisation is revoked. `open_for` is what no second one
    may be open for: a material of a case.
    """

    SEALED: ClassVar[Mapping[str, Sealing]] = {"holder_number": Sealing.LOOKUP, "record": Sealing.RANDOM}

    person: str | None
    holder_name: str
    holder_document: AnyDocument
    holder_number: str = Field(repr=False)
    kind: str
    kind_name: str
    case: str
    item: str
    item_name: str
    material: str
    applicant: str
    applicant_name: str
    purpose: str
    state: AuthorisationState
    open_for: str | None = None
    asked_at: datetime
    asked_by: str
    until: datetime
    given_at: datetime | None = None
    given_by: str = ""
    given_by_name: str = ""
    grant: str | None = None
    ended_at: datetime | None = None
    ended_for: str = ""
    record: dict[str, Any] | None = Field(default=None, repr=False)
    looks: list[LicenceLook] = Field(default_factory=list[LicenceLook])

    def holds(self, now: datetime) -> bool:
        """Whether the licence may be used under it now."""
        return self.state is AuthorisationState.GIVEN and now < self.until


# Requests


class HolderBody(Body):
    """Whose licence it is, where it is not the applicant's own: a spouse, a landlord, a company. They are asked themselves."""

    name: ShortText
    document_type: AnyDocument = DocumentType.RESIDENT_CARD
    id_number: DocumentNumber

    @model_validator(mode="after")
    def number_is_well_formed(self) -> Self:
        """Shape and check characters; nobody is told whether such a person exists."""
        number, kind = normal_number(self.id_number), self.document_type
        if not (is_well_formed(kind, number) if isinstance(kind, DocumentType) else uscc.is_valid(number)):
            raise ValueError("持有人的证件号码不对，请对照证件检查")
        return self


class AuthorisationsQuery(Query):
    """`state`: only those in it."""

    state: AuthorisationState | None = None
    cursor: Cursor | None = None
    limit: int = Field(default=20, ge=1, le=100)


class AuthorisationBody(Body):
    """An answer to a request, or its end: on the page as it was seen."""

    version: int
    reason: ShortText | None = None


# Answers


class LicenceOwnView(View):
    """A licence as its holder sees it; the number masked. `advice`: what to do where it cannot be used."""

    kind: str
    name: str
    identifier: str
    number: str
    issuer: str
    issued_on: date
    valid_until: date | None
    status: str
    usable: bool
    holders: list[str]
    advice: str


class LicencesView(View):
    """`incomplete`: why what others issued is not among them, and what to do; empty where the register was asked."""

    items: list[LicenceOwnView]
    incomplete: str = ""


class LookView(View):
    at: datetime
    by: str
    department: str
    what: str


class AuthorisationView(View):
    """What was asked of me, or what I authorised: whose case, for what, until when, and who has looked."""

    id: str
    state: AuthorisationState
    state_label: str
    kind: str
    kind_name: str
    item: str
    item_name: str
    case: str
    applicant: str  # masked where it is somebody else
    purpose: str
    asked_at: datetime
    until: datetime
    given_at: datetime | None
    given_by: str
    ended_at: datetime | None
    ended_for: str
    looks: list[LookView]
    actions: list[str]
    version: int

"""What citizens ask of grants: offering, answering, ending, listing."""

from datetime import date
from typing import Annotated, Self

from pydantic import AwareDatetime, Field, StringConstraints, model_validator

from models.acts import Power
from models.base import Body, Cursor, Identifier, LongText, PhoneNumber, Query, ShortText
from models.catalogue import ProxyBasis
from models.documents import DocumentType
from models.enterprises import EnterpriseBody
from models.grants.grant import GrantState, Half
from models.people import DocumentNumber

Items = Annotated[list[Identifier], Field(max_length=20)]
Moment = date | AwareDatetime  # a day means the whole of it
ReachNumber = Annotated[str, StringConstraints(pattern=r"^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$")]
InvitationToken = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{10,32}$")]


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


class GrantsQuery(Query):
    state: GrantState | None = None
    cursor: Cursor | None = None
    limit: Annotated[int, Field(ge=1, le=100)] = 50

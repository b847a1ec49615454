"""What staff say who heard a principal: a grant or its end by word of mouth, and what came of checking one that waits."""

from typing import Self

from pydantic import Field, model_validator

from models.base import Body, Identifier, LongText, Query, ShortText
from models.catalogue import ProxyBasis
from models.enterprises import EnterpriseBody
from models.grants.grant import HearingMethod
from models.grants.offers import GrantTerms, require_enterprise
from models.people import PersonDocument
from models.staff_text import StaffText


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

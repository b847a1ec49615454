"""Electronic licences (电子证照): their kinds, and what a register says of one."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from stdnum.cn import uscc

from models.base import Declared
from models.catalogue.codes import Worded
from models.forms import Key, Label, Path, Text
from models.licence_identifier import LicenceId, LicenceIdentifier


class HolderKind(Worded):
    """Who can hold a kind of licence."""

    PERSON = "person", "个人"
    ENTERPRISE = "enterprise", "单位"
    EITHER = "either", "个人或单位"

    def fits(self, *, enterprise: bool) -> bool:
        """Whether an enterprise — or else a person — can hold it."""
        return self is HolderKind.EITHER or (self is HolderKind.ENTERPRISE) is enterprise


class LicencePart(StrEnum):
    """What of a licence stands on it whatever its kind."""

    NUMBER = "number"
    ISSUED_ON = "issued_on"
    VALID_UNTIL = "valid_until"
    STATUS = "status"
    ISSUER = "issuer"


class LicenceAnswer(Declared):
    """One value of a register's record as a licence tells it: `of` a part of it, its `line` of that label, or always the same (`value`).
    `words`: what the register calls it; `pattern`: a value of another shape is none, as the number of the decision before the card has
    its own."""

    of: LicencePart | None = None
    line: Label | None = None
    value: str | None = None
    words: dict[str, str] = Field(default_factory=dict)
    pattern: str | None = None

    @model_validator(mode="after")
    def tells_one_thing(self) -> Self:
        if sum(each is not None for each in (self.of, self.line, self.value)) != 1:
            raise ValueError("要写 of、line、value 里的一项，只写一项")
        return self


class StandsFor(Declared):
    """The register that a licence issued here answers for while that has no record of its holder, or an older one: what of the licence
    stands at which path of the record."""

    register_name: Key = Field(alias="register")
    record: dict[Path, LicenceAnswer] = Field(min_length=1)


class LicenceKind(Declared):
    """One kind: a row of catalogue/licences.yaml. `renew` says what to do where it has run out, was cancelled or lost."""

    id: Key
    name: Label
    holder: HolderKind = HolderKind.PERSON
    type_code: Annotated[str, StringConstraints(pattern=r"^[0-9A-Z]{21}$")]  # USCC of who defined the kind + 3 digits
    issuer: Label
    issuer_code: str  # USCC
    valid_years: int | None = Field(default=None, ge=1, le=100)  # from its issue; None: as it says itself, or without end
    renew: Text
    identifies: bool = False  # it says no more than who somebody is: that stays so where the card has run out
    stands_for: StandsFor | None = None

    @model_validator(mode="after")
    def codes_are_real(self) -> Self:
        """Check characters of both credit codes (GB 32100)."""
        for code in (self.type_code[:18], self.issuer_code):
            if not uscc.is_valid(code):
                raise ValueError(f"{code} 不是统一社会信用代码")
        return self


class LicenceStatus(StrEnum):
    """How a licence stands, in the register's words."""

    VALID = "有效"
    EXPIRED = "过期"
    CANCELLED = "注销"
    LOST = "遗失"


class LicenceLine(Declared):
    """One line a licence says of itself."""

    label: Label
    value: str


class LicenceOnRecord(BaseModel):
    """One licence as the register has it. `holders`: names of everybody who holds it, such as both spouses."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    identifier: LicenceId
    type_code: str
    name: str
    number: str = Field(repr=False)  # 证照编号, as it stands on the paper
    issuer: str
    issuer_code: str
    issued_on: date
    valid_from: date
    valid_until: date | None = None  # the last day; None: without end
    status: LicenceStatus
    holders: tuple[str, ...]
    lines: tuple[LicenceLine, ...] = Field(default=(), repr=False)

    @model_validator(mode="after")
    def agrees_with_itself(self) -> Self:
        """The identifier names the same kind and issuer, and no licence ends before it begins."""
        parts = LicenceIdentifier.parse(self.identifier)
        if (parts.type_code, parts.issuer_code) != (self.type_code, self.issuer_code):
            raise ValueError("identifier contradicts type or issuer")
        if self.valid_until is not None and self.valid_until < self.valid_from:
            raise ValueError("ends before it begins")
        return self

    def status_on(self, day: date) -> LicenceStatus:
        """The status on a day: a register may be late to mark what has run out."""
        if self.status is LicenceStatus.VALID and self.valid_until is not None and self.valid_until < day:
            return LicenceStatus.EXPIRED
        return self.status


class Licence(BaseModel):
    """What a register says of an electronic licence: that it is there and until when. No number leaves this class."""

    model_config = ConfigDict(extra="forbid")

    type: str
    name: str
    identifier: str
    holder: str
    register_name: str
    record: str  # digest of the register's record
    fetched_at: datetime
    valid_until: str | None = None

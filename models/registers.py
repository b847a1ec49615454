"""What the shared registers (基础库) are asked and answer. Values are the registers' own words, in Chinese.

Records come from outside: unknown fields are dropped, and what contradicts itself is refused by the models here.
"""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from models.base import View
from models.documents import AnyDocument, DocumentType, Relation, born_of
from models.licences import LicenceOnRecord

Month = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]  # "2026-10"
Money = Annotated[Decimal, Field(max_digits=14, decimal_places=2, ge=0)]  # yuan; a string in JSON


class PersonKey(BaseModel):
    """Who a register is asked about: a person by a document, an enterprise by its credit code."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document_type: AnyDocument
    id_number: str = Field(repr=False)
    name: str


class RegisterQuery(BaseModel):
    """The body of `POST {register}/query` and `POST {register}/file`. Never a URL: URLs are logged."""

    model_config = ConfigDict(extra="forbid")

    document_type: AnyDocument
    id_number: str
    name: str
    purpose: Annotated[str, StringConstraints(min_length=1, max_length=200)]  # item code or a sentence
    criteria: dict[str, str] = Field(default_factory=dict)  # such as from and to, months


class RegisterRecord(BaseModel):
    """What every record carries; also the model of registers without one of their own."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    record_id: str
    updated_at: datetime
    document_type: AnyDocument
    id_number: str
    name: str
    flags: tuple[str, ...] = ()  # what the register itself says must be looked at by a person

    def belongs_to(self, person: PersonKey) -> bool:
        """Whether the record names the person asked for."""
        return (self.document_type, self.id_number, self.name) == (person.document_type, person.id_number, person.name)


class OtherRecord(RegisterRecord):
    """A record of a register without a model of its own: whatever it sends is kept."""

    model_config = ConfigDict(frozen=True, extra="allow")


class LifeStatus(StrEnum):
    """Whether the population register knows a person as living."""

    ALIVE = "正常"
    DECEASED = "死亡"


class HouseholdMember(BaseModel):
    """One line of a household register (户口簿)."""

    name: str
    relation_to_head: str


class Household(BaseModel):
    """A household (户)."""

    number: str
    kind: str  # 家庭户, 集体户
    head: str
    address: str
    station: str  # the police station that keeps it
    members: tuple[HouseholdMember, ...]


class RelativeIdentity(BaseModel):
    """A relative the population register knows by number."""

    relation: Relation
    name: str
    document_type: DocumentType
    id_number: str = Field(repr=False)


class PopulationRecord(RegisterRecord):
    """人口库: who a person is, whether they live, their household and relatives."""

    sex: str
    born: date
    ethnicity: str = ""
    nationality: str = "中国"
    address: str
    town: str = ""  # id of the town (镇街) the address lies in
    town_name: str = ""
    valid_until: date | None = None  # of the document; None: not kept, or without end
    marital_status: str = ""
    status: LifeStatus
    died_on: date | None = None
    incapable: bool = False  # 无民事行为能力: acts through a guardian
    document_lost_on: date | None = None  # 挂失: whoever shows the document may have found it
    household: Household | None = None
    relatives: tuple[RelativeIdentity, ...] = ()

    @model_validator(mode="after")
    def agrees_with_itself(self) -> Self:
        """The date of birth is the one in the number, and a date of death goes with the status."""
        carried = born_of(self.document_type, self.id_number)
        if carried is not None and carried != self.born:
            raise ValueError("born contradicts id_number")
        if (self.died_on is not None) != (self.status is LifeStatus.DECEASED):
            raise ValueError("died_on contradicts status")
        return self


class Coverage(BaseModel):
    """One insurance somebody is in. `total_months` counts all paid months, whatever period was asked for."""

    insurance: str  # 企业职工基本养老保险, 失业保险, …
    state: str  # 参保缴费, 暂停缴费, 待遇领取, 终止
    since: Month
    until: Month
    total_months: Annotated[int, Field(ge=0)]
    employer: str  # the latest one


class Payment(BaseModel):
    """One month paid for one insurance."""

    month: Month
    insurance: str
    employer: str
    base: Money


class Period(BaseModel):
    """Months from and to, both included."""

    start: Month
    end: Month


class _InsuranceRecord(RegisterRecord):
    period: Period  # what `payments` covers: asked for by criteria `from` and `to`, else the last 24 months
    insured: tuple[Coverage, ...]
    payments: tuple[Payment, ...]

    @model_validator(mode="after")
    def payments_agree(self) -> Self:
        """Every payment lies in the period and belongs to an insurance that counts at least as many months."""
        for coverage in self.insured:
            months = {payment.month for payment in self.payments if payment.insurance == coverage.insurance}
            if len(months) > coverage.total_months:
                raise ValueError(f"{coverage.insurance}: more months paid than counted")
        insurances = {coverage.insurance for coverage in self.insured}
        for payment in self.payments:
            if payment.insurance not in insurances or not self.period.start <= payment.month <= self.period.end:
                raise ValueError("a payment outside the period or the insurances")
        return self


class SocialInsuranceRecord(_InsuranceRecord):
    """社会保险: insurances and payments month by month."""

    personal_number: str


class Expense(BaseModel):
    """One bill settled with the medical insurance."""

    settled_on: date
    institution: str
    kind: str  # 门诊, 住院, 药店购药
    total: Money
    fund_paid: Money
    own_paid: Money

    @model_validator(mode="after")
    def parts_make_the_total(self) -> Self:
        """Fund and person together pay the bill."""
        if self.fund_paid + self.own_paid != self.total:
            raise ValueError("an expense whose parts don't make its total")
        return self


class MedicalInsuranceRecord(_InsuranceRecord):
    """医疗保险: insurances, payments and settled bills of the period."""

    personal_number: str
    place: str  # 参保地
    expenses: tuple[Expense, ...] = ()


class TaxEntry(BaseModel):
    """One declared month of individual income tax."""

    month: Month
    item: str  # 工资薪金, 经营所得, …
    income: Money
    tax: Money
    declared_on: date
    authority: str


class TaxRecord(RegisterRecord):
    """个人所得税: declarations of the period."""

    taxpayer_number: str
    period: Period
    entries: tuple[TaxEntry, ...]
    total_tax: Money

    @model_validator(mode="after")
    def entries_make_the_total(self) -> Self:
        """The entries add up."""
        if sum((entry.tax for entry in self.entries), Decimal()) != self.total_tax:
            raise ValueError("total_tax is not the sum of the entries")
        return self


class Archive(BaseModel):
    """Somebody's personnel file (人事档案)."""

    number: str
    state: str  # 在库, 借出, 已转出
    kind: str  # 流动人员, 退休人员
    since: date
    depository: str


class ArchivedRelative(BaseModel):
    """A relative as the file names them."""

    relation: Relation
    name: str
    born: date | None = None
    noted_on: date  # the date of the form it stands in


class Retirement(BaseModel):
    """What is kept of a retired person (退休人员社会化管理)."""

    managed: bool  # under social management (社会化管理)
    managing_station: str = ""
    retired_on: date
    former_employer: str
    benefit_state: str  # 正常发放, 暂停发放, 终止
    benefit_since: Month
    monthly_benefit: Money
    housing: str = ""  # 已享受福利分房, 未享受福利分房; empty: not on file


class PersonnelRecord(RegisterRecord):
    """人事档案 and 退休管理: file, relatives named in it, retirement."""

    archive: Archive | None = None
    relatives: tuple[ArchivedRelative, ...] = ()
    retirement: Retirement | None = None


class EnterpriseState(StrEnum):
    """Whether an enterprise exists, in the register's words."""

    EXISTING = "存续"
    DEREGISTERED = "注销"
    REVOKED = "吊销"


class LegalRepresentative(BaseModel):
    """Who acts for an enterprise by law (法定代表人)."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str
    document_type: DocumentType
    id_number: str = Field(repr=False)


class EnterpriseRecord(RegisterRecord):
    """企业登记: what an enterprise is, whether it exists, and its legal representative."""

    kind: str  # 有限责任公司, 股份有限公司, …
    address: str
    town: str = ""  # id of the town (镇街) the address lies in
    state: EnterpriseState
    legal_representative: LegalRepresentative
    established_on: date


class EnterpriseEntry(BaseModel):
    """The body of `POST registers/enterprise/entries`: what the registrar has decided of an enterprise, under a case's number. Only what is
    given is entered; an enterprise the register does not know yet needs all of it. `town`: its name, as the address says it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    uscc: str
    case: str
    name: str | None = None
    kind: str | None = None
    town: str | None = None
    address: str | None = Field(default=None, repr=False)
    state: EnterpriseState | None = None
    legal_representative: LegalRepresentative | None = None
    established_on: date | None = None


class UnitCoverage(BaseModel):
    """One insurance a unit (单位) pays for its staff."""

    insurance: str
    state: str  # 参保缴费, 暂停缴费
    insured: Annotated[int, Field(ge=0)]  # people insured now
    since: Month
    until: Month  # the last month paid
    total_months: Annotated[int, Field(ge=0)]
    arrears: Money  # owed by the unit


class UnitInsuranceRecord(RegisterRecord):
    """单位社会保险: the insurances of a unit, how many people are in each, and what it owes."""

    unit_number: str
    insured: tuple[UnitCoverage, ...]
    total_arrears: Money

    @model_validator(mode="after")
    def arrears_make_the_total(self) -> Self:
        """The insurances' arrears add up."""
        if sum((each.arrears for each in self.insured), Decimal()) != self.total_arrears:
            raise ValueError("total_arrears is not the sum of the insurances")
        return self


class LicencesRecord(RegisterRecord):
    """证照库: the licences somebody holds; by criteria `type` (a type code) only those of one kind."""

    licences: tuple[LicenceOnRecord, ...]


RECORD_MODELS: Mapping[str, type[RegisterRecord]] = {
    "population": PopulationRecord,
    "social_insurance": SocialInsuranceRecord,
    "medical_insurance": MedicalInsuranceRecord,
    "tax": TaxRecord,
    "personnel": PersonnelRecord,
    "enterprise": EnterpriseRecord,
    "unit_insurance": UnitInsuranceRecord,
    "licences": LicencesRecord,
}  # a register that isn't here answers OtherRecord


class Outcome(StrEnum):
    """How a register answered."""

    FOUND = "found"
    NO_RECORD = "no_record"
    NAME_MISMATCH = "name_mismatch"  # it has the number under another name; whose, it doesn't tell


class Provenance(View):
    """Where a value comes from: kept with every value taken from a register, and with every "no record"."""

    source: str  # the register
    record_id: str  # empty where there is no record
    updated_at: datetime | None = None  # when the register last changed the record
    fetched_at: datetime
    digest: str  # sha256 of the canonical JSON of the answer (of the file's bytes for a file), hex


class LaidOver(View):
    """That these members of a record are told by somebody else than its register, which knows less of them."""

    members: frozenset[str]
    provenance: Provenance


class RegisterAnswer(View):
    """What one register said about one person."""

    outcome: Outcome
    record: RegisterRecord | None = None
    provenance: Provenance
    laid_over: LaidOver | None = None

    def data(self) -> dict[str, Any]:
        """The record as plain JSON values, for rules and templates; empty where there is none."""
        return {} if self.record is None else self.record.model_dump(mode="json")

    def provenance_of(self, *paths: str) -> Provenance:
        """Where what stands at these paths of the record comes from; from its register, where some of it does."""
        members = {path.split(".")[0] for path in paths}
        over = self.laid_over
        return over.provenance if over is not None and members and members <= over.members else self.provenance


class RegisterFile(View):
    """A file an authority signed itself, byte for byte as it came."""

    content: bytes = Field(repr=False)
    media_type: str
    document_number: str
    provenance: Provenance


class IdentityMatch(StrEnum):
    """Whether a name and a number belong to one living person."""

    MATCH = "match"
    MISMATCH = "mismatch"
    NO_RECORD = "no_record"
    DECEASED = "deceased"

"""The registers' data as catalogue/demo/records/*.yaml keep it: short, by the code of a citizen or an enterprise; expanded when asked for."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from pydantic import ConfigDict, Field

from models.base import Declared
from models.registers import Archive, ArchivedRelative, Month, Retirement


class Member(Declared):
    """One line of a household."""

    code: str
    relation_to_head: str


class DemoHousehold(Declared):
    """A household and its members."""

    number: str
    kind: str
    address: str
    station: str
    members: tuple[Member, ...]


class DemoRecord(Declared):
    """What every record has. `name`: how the register spells it, where it differs from the document."""

    record_id: str
    updated_at: datetime
    name: str = ""
    flags: tuple[str, ...] = ()


class DemoPopulation(DemoRecord):
    """A line of the population register."""

    nationality: str = "中国"
    ethnicity: str = ""
    marital_status: str = ""
    document_lost_on: date | None = None


class Spell(Declared):
    """Months paid without a gap, with one employer on one base."""

    start: Month = Field(alias="from")
    end: Month = Field(alias="to")
    employer: str
    base: int


class DemoCoverage(Declared):
    """Insurances paid together."""

    insurances: tuple[str, ...]
    state: str
    spells: tuple[Spell, ...]


class DemoExpense(Declared):
    """A settled bill; what the fund didn't pay, the person did."""

    settled_on: date
    institution: str
    kind: str
    total: Decimal
    fund_paid: Decimal


class DemoInsurance(DemoRecord):
    """A person in the social or the medical insurance."""

    personal_number: str
    insured: tuple[DemoCoverage, ...]
    expenses: tuple[DemoExpense, ...] = ()


class Declaration(Declared):
    """Months declared alike."""

    start: Month = Field(alias="from")
    end: Month = Field(alias="to")
    item: str
    income: Decimal
    tax: Decimal


class DemoTax(DemoRecord):
    """A taxpayer."""

    declared: tuple[Declaration, ...]


class DemoPersonnel(DemoRecord):
    """A personnel file."""

    archive: Archive | None = None
    relatives: tuple[ArchivedRelative, ...] = ()
    retirement: Retirement | None = None


class DemoUnitCoverage(Declared):
    """An insurance a unit pays for its staff."""

    insurance: str
    state: str
    insured: int
    start: Month = Field(alias="from")
    end: Month = Field(alias="to")  # the last month paid
    arrears: Decimal = Decimal("0.00")


class DemoUnitInsurance(DemoRecord):
    """A unit in the social insurance."""

    unit_number: str
    insured: tuple[DemoUnitCoverage, ...]


class PopulationFile(Declared):
    """records/population.yaml."""

    demo: Literal[True]
    households: tuple[DemoHousehold, ...]
    records: dict[str, DemoPopulation]


class InsuranceFile(Declared):
    """records/social_insurance.yaml and records/medical_insurance.yaml."""

    demo: Literal[True]
    records: dict[str, DemoInsurance]


class UnitInsuranceFile(Declared):
    """records/unit_insurance.yaml, by the code of the enterprise."""

    demo: Literal[True]
    records: dict[str, DemoUnitInsurance]


class PlainRecord(DemoRecord):
    """A record of a register that needs no rules of its own: whatever else it says is answered as it stands."""

    model_config = ConfigDict(extra="allow")


class PlainFile(Declared):
    """registers/NAME.yaml: a register that is data alone; by the code of a citizen or an enterprise."""

    demo: Literal[True]
    name: str  # what people call it
    records: dict[str, PlainRecord]


class TaxFile(Declared):
    """records/tax.yaml."""

    demo: Literal[True]
    records: dict[str, DemoTax]


class PersonnelFile(Declared):
    """records/personnel.yaml."""

    demo: Literal[True]
    records: dict[str, DemoPersonnel]


def month_number(month: str) -> int:
    """Months since year 0, to count with."""
    return int(month[:4]) * 12 + int(month[5:]) - 1


def month_text(number: int) -> str:
    """The month of a number."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def months(start: str, end: str) -> list[str]:
    """Every month from `start` to `end`, both included."""
    return [month_text(number) for number in range(month_number(start), month_number(end) + 1)]


def coverage_rows(coverages: tuple[DemoCoverage, ...]) -> list[dict[str, Any]]:
    """The insurances, each with the months paid in all."""
    rows: list[dict[str, Any]] = []
    for coverage in coverages:
        paid = {month for spell in coverage.spells for month in months(spell.start, spell.end)}
        latest = max(coverage.spells, key=lambda spell: spell.end)
        rows += [
            {
                "insurance": insurance,
                "state": coverage.state,
                "since": min(paid),
                "until": max(paid),
                "total_months": len(paid),
                "employer": latest.employer,
            }
            for insurance in coverage.insurances
        ]
    return rows


def payment_rows(coverages: tuple[DemoCoverage, ...], start: str, end: str) -> list[dict[str, Any]]:
    """The payments from `start` to `end`, month by month."""
    return [
        {"month": month, "insurance": insurance, "employer": spell.employer, "base": f"{spell.base}.00"}
        for coverage in coverages
        for insurance in coverage.insurances
        for spell in coverage.spells
        for month in months(max(spell.start, start), min(spell.end, end))
    ]

"""What the registers know: the demo district's records, and what was changed in them since."""

import copy
import json
import os
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from backend.clock import Clock
from backend.company_names import likeness, parts_of
from backend.declared import declared
from backend.demo import DemoDistrict
from models.base import Declared
from models.company_names import NamingRules, RegisteredName
from models.demo import DemoCitizen, DemoEnterprise
from models.documents import AnyDocument, Relation
from models.registers import EnterpriseEntry, EnterpriseState, LifeStatus
from sandbox.licences import LicenceShelf
from sandbox.records import (
    DemoRecord,
    InsuranceFile,
    PersonnelFile,
    PlainFile,
    PopulationFile,
    TaxFile,
    UnitInsuranceFile,
    coverage_rows,
    month_number,
    month_text,
    months,
    payment_rows,
)
from sandbox.weather import Stations

Record = dict[str, Any]
Subject = DemoCitizen | DemoEnterprise  # whom a register knows something about
File = TypeVar("File", bound=Declared)

REGISTERS = ("population", "social_insurance", "medical_insurance", "tax", "personnel", "enterprise", "unit_insurance", "licences")
WEATHER = "weather"  # answers for a place and a day: whoever asks gets the extract made out to them
_FILE, _ENTERED = "world.json", "enterprises.json"
_DEFAULT_MONTHS = 24
_NAME_RESTS = timedelta(days=365)  # 企业名称登记管理规定实施办法: the name of a deregistered enterprise is taken for a year


class World:
    """The demo people and enterprises as the registers know them. Changes are kept in `state`/world.json and survive a restart."""

    def __init__(self, catalogue: Path, state: Path, clock: Clock) -> None:
        """`catalogue`: catalogue/demo. `state`: a folder of the sandbox's own."""
        self.district = DemoDistrict(catalogue)
        self.state = state
        self._clock = clock
        self._citizens = {citizen.code: citizen for citizen in self.district.citizens}
        self._enterprises = self._as_at_first() | self._read_entered()
        self._towns = {town.id: town for town in self.district.district.towns}
        self._regions = {region.id: region.name for region in self.district.district.regions}
        records = catalogue / "records"
        self._population = declared(records / "population.yaml", PopulationFile)
        self._social = declared(records / "social_insurance.yaml", InsuranceFile)
        self._medical = declared(records / "medical_insurance.yaml", InsuranceFile)
        self._tax = declared(records / "tax.yaml", TaxFile)
        self._personnel = declared(records / "personnel.yaml", PersonnelFile)
        self._units = declared(records / "unit_insurance.yaml", UnitInsuranceFile)
        self._names = {subject.code: subject.name for subject in self._subjects()}
        self._licences = LicenceShelf(catalogue, self._names)
        self._of_people: Mapping[str, Callable[[DemoCitizen, str, str], Record | None]] = {
            "population": self._of_population,
            "social_insurance": self._of_social_insurance,
            "medical_insurance": self._of_medical_insurance,
            "tax": self._of_tax,
            "personnel": self._of_personnel,
            "licences": self._of_licences,
        }
        self._of_enterprises: Mapping[str, Callable[[DemoEnterprise], Record | None]] = {
            "enterprise": self._of_enterprise,
            "unit_insurance": self._of_unit_insurance,
            "licences": self._of_unit_licences,
        }
        self._naming = declared(catalogue.parent / "naming.yaml", NamingRules)
        self._plain = {path.stem: declared(path, PlainFile) for path in sorted((catalogue / "registers").glob("*.yaml"))}
        self._stations = Stations(catalogue / "stations.yaml")
        self._changes: dict[str, dict[str, Any]] = self._read(_FILE)

    @property
    def registers(self) -> tuple[str, ...]:
        """Every register there is: those with rules of their own, and those that are data alone."""
        return (*REGISTERS, WEATHER, *self._plain)

    @property
    def register_names(self) -> dict[str, str]:
        """What people call the registers that are data alone."""
        return {name: file.name for name, file in self._plain.items()}

    def citizen(self, code: str) -> DemoCitizen | None:
        """The demo citizen of that code."""
        return self._citizens.get(code)

    def subject(self, code: str) -> Subject | None:
        """The demo citizen or enterprise of that code."""
        return self._citizens.get(code) or self._enterprises.get(code)

    def subject_of(self, document_type: AnyDocument, id_number: str) -> Subject | None:
        """The demo citizen with that document, or the demo enterprise with that credit code."""
        return next((each for each in self._subjects() if (each.document_type, each.id_number) == (document_type, id_number)), None)

    def record(
        self, register: str, subject: Subject, start: str = "", end: str = "", criteria: Mapping[str, str] | None = None
    ) -> Record | None:
        """The record of `subject`, changes included. `start`, `end`: months; by default the last 24."""
        record = self._extract(subject, criteria or {}) if register == WEATHER else self._built(register, subject, start, end)
        change = self._changes.get(register, {}).get(subject.code)
        if change is None or record is None:
            return record
        return merged(record, change)

    def codes_of(self, register: str) -> list[str]:
        """Everybody the register has a record of."""
        return [subject.code for subject in self._subjects() if self.record(register, subject) is not None]

    def namesakes(self, name: str) -> list[RegisteredName]:
        """The registered names one might be taken for, as the register has them now; those deregistered for a year are free again."""
        wanted = parts_of(name, self._naming)
        found: list[RegisteredName] = []
        for enterprise in self._enterprises.values():
            record = self.record("enterprise", enterprise)
            near = likeness(wanted, parts_of(record["name"], self._naming)) if record and self._keeps_name(record) else None
            if record and near is not None:
                found.append(RegisteredName(name=record["name"], uscc=record["id_number"], likeness=near))
        return found

    def enter(self, entry: EnterpriseEntry) -> None:
        """Takes over what the registrar decided of an enterprise: a new one, or what of a known one changed. Raises `ValueError`."""
        known = next((each for each in self._enterprises.values() if each.uscc == entry.uscc), None)
        said: Record = entry.model_dump(include={"name", "kind", "address", "state", "established_on"}, exclude_none=True)
        if entry.town is not None:
            said["town"] = next((town.id for town in self._towns.values() if entry.town in (town.id, town.name)), entry.town)
        if (named := entry.legal_representative) is not None:
            citizen = self.subject_of(named.document_type, named.id_number)
            said["legal_representative"] = citizen.code if citizen and citizen.name == named.name else None
        before = (
            known.model_dump() if known else {"code": f"uscc-{entry.uscc.lower()}", "uscc": entry.uscc, "record_id": f"ENT-{entry.case}"}
        )
        entered = DemoEnterprise.model_validate(before | said | {"updated_at": self._clock.now()})
        if entered.town not in self._towns:
            raise ValueError(entered.town)
        self._enterprises[entered.code] = entered
        self._names[entered.code] = entered.name
        self._write(_ENTERED, {code: each.model_dump(mode="json") for code, each in self._entered().items()})

    def _entered(self) -> dict[str, DemoEnterprise]:
        first = self._as_at_first()
        return {code: each for code, each in self._enterprises.items() if first.get(code) != each}

    def _as_at_first(self) -> dict[str, DemoEnterprise]:
        return {enterprise.code: enterprise for enterprise in self.district.enterprises}

    def _read_entered(self) -> dict[str, DemoEnterprise]:
        return {code: DemoEnterprise.model_validate(each) for code, each in self._read(_ENTERED).items()}

    def _keeps_name(self, record: Record) -> bool:
        gone_on = datetime.fromisoformat(record["updated_at"])
        return record["state"] != EnterpriseState.DEREGISTERED or self._clock.now() - gone_on < _NAME_RESTS

    def change(self, register: str, code: str, patch: Record) -> None:
        """Lays a JSON merge patch (RFC 7396) over somebody's record, and dates it."""
        stamp = {"updated_at": self._clock.now().isoformat()}
        changes = self._changes.setdefault(register, {})
        changes[code] = merged(changes.get(code, {}), patch | stamp, keep_nulls=True)
        self._write_changes()

    def undo(self, register: str, code: str) -> None:
        """Takes every change of somebody's record back."""
        self._changes.get(register, {}).pop(code, None)
        self._write_changes()

    def undo_all(self) -> None:
        """Takes every change back, and what was entered since."""
        self._enterprises = self._as_at_first()
        self._write(_ENTERED, {})
        self._changes.clear()
        self._write_changes()

    def bury(self, code: str, died_on: date) -> None:
        """Records a death in the population register. The other registers learn of it in their own time, as they do."""
        self.change("population", code, {"status": LifeStatus.DECEASED.value, "died_on": died_on.isoformat()})

    def _subjects(self) -> Iterator[Subject]:
        yield from self.district.citizens
        yield from self._enterprises.values()

    def _built(self, register: str, subject: Subject, start: str, end: str) -> Record | None:
        if register in self._plain:
            plain = self._plain[register].records.get(subject.code)
            return plain and self._head(subject, plain) | plain.model_dump(mode="json", exclude=set(DemoRecord.model_fields))
        if isinstance(subject, DemoEnterprise):
            of_enterprise = self._of_enterprises.get(register)
            return of_enterprise(subject) if of_enterprise else None
        of_person = self._of_people.get(register)
        if of_person is None:
            return None
        end = end or f"{self._clock.now():%Y-%m}"
        return of_person(subject, start or month_text(month_number(end) - _DEFAULT_MONTHS + 1), end)

    def _extract(self, subject: Subject, criteria: Mapping[str, str]) -> Record:
        number = "-".join(["QX", *(criteria[name] for name in ("area", "day") if name in criteria)])
        head = self._head(subject, DemoRecord(record_id=number, updated_at=self._clock.now()))
        return head | self._stations.extract(criteria)

    def _read(self, name: str) -> dict[str, dict[str, Any]]:
        path = self.state / name
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def _write_changes(self) -> None:
        self._write(_FILE, self._changes)

    def _write(self, name: str, kept: dict[str, Any]) -> None:
        path = self.state / name
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        os.replace(fresh, path)

    def _head(self, subject: Subject, record: DemoRecord) -> Record:
        return {
            "record_id": record.record_id,
            "updated_at": record.updated_at.isoformat(),
            "document_type": subject.document_type.value,
            "id_number": subject.id_number,
            "name": record.name or subject.name,
            "flags": list(record.flags),
        }

    def _of_population(self, citizen: DemoCitizen, start: str, end: str) -> Record | None:
        record = self._population.records.get(citizen.code)
        if record is None:
            return None
        return self._head(citizen, record) | {
            "sex": citizen.sex,
            "born": citizen.born.isoformat(),
            "ethnicity": record.ethnicity,
            "nationality": record.nationality,
            "address": self._whole(citizen),
            "town": citizen.town,
            "town_name": self._towns[citizen.town].name,
            "marital_status": record.marital_status,
            "status": (LifeStatus.DECEASED if citizen.died else LifeStatus.ALIVE).value,
            "died_on": citizen.died.isoformat() if citizen.died else None,
            "incapable": citizen.incapable,
            "document_lost_on": record.document_lost_on.isoformat() if record.document_lost_on else None,
            "household": self._household(citizen.code),
            "relatives": [self._relative(relative.relation, self._citizens[relative.code]) for relative in citizen.family],
        }

    def _household(self, code: str) -> Record | None:
        for household in self._population.households:
            if any(member.code == code for member in household.members):
                members = [
                    {"name": self._citizens[member.code].name, "relation_to_head": member.relation_to_head} for member in household.members
                ]
                kept = household.model_dump(include={"number", "kind", "address", "station"})
                return kept | {"head": members[0]["name"], "members": members}
        return None

    def _relative(self, relation: Relation, relative: DemoCitizen) -> Record:
        return {
            "relation": relation.value,
            "name": relative.name,
            "document_type": relative.document_type.value,
            "id_number": relative.id_number,
        }

    def _of_social_insurance(self, citizen: DemoCitizen, start: str, end: str) -> Record | None:
        return self._insurance(self._social, citizen, start, end)

    def _of_medical_insurance(self, citizen: DemoCitizen, start: str, end: str) -> Record | None:
        record = self._insurance(self._medical, citizen, start, end)
        if record is None:
            return None
        expenses = [
            expense.model_dump(mode="json") | {"own_paid": str(expense.total - expense.fund_paid)}
            for expense in self._medical.records[citizen.code].expenses
            if start <= f"{expense.settled_on:%Y-%m}" <= end
        ]
        district = self.district.district
        return record | {"place": f"{district.city}{district.name}", "expenses": expenses}

    def _insurance(self, file: InsuranceFile, citizen: DemoCitizen, start: str, end: str) -> Record | None:
        record = file.records.get(citizen.code)
        if record is None:
            return None
        return self._head(citizen, record) | {
            "personal_number": record.personal_number,
            "period": {"start": start, "end": end},
            "insured": coverage_rows(record.insured),
            "payments": payment_rows(record.insured, start, end),
        }

    def _of_tax(self, citizen: DemoCitizen, start: str, end: str) -> Record | None:
        record = self._tax.records.get(citizen.code)
        if record is None:
            return None
        entries = [
            {
                "month": month,
                "item": declared.item,
                "income": str(declared.income),
                "tax": str(declared.tax),
                "declared_on": f"{month_text(month_number(month) + 1)}-10",  # by the 15th of the month after
                "authority": f"{self.district.district.city}{self.district.district.name}税务局",
            }
            for declared in record.declared
            for month in months(max(declared.start, start), min(declared.end, end))
        ]
        return self._head(citizen, record) | {
            "taxpayer_number": citizen.id_number,
            "period": {"start": start, "end": end},
            "entries": entries,
            "total_tax": str(sum((Decimal(entry["tax"]) for entry in entries), Decimal("0.00"))),
        }

    def _of_personnel(self, citizen: DemoCitizen, start: str, end: str) -> Record | None:
        record = self._personnel.records.get(citizen.code)
        if record is None:
            return None
        return self._head(citizen, record) | record.model_dump(mode="json", include={"archive", "relatives", "retirement"})

    def _of_enterprise(self, enterprise: DemoEnterprise) -> Record:
        representative = self._citizens[enterprise.legal_representative]
        head = self._head(enterprise, DemoRecord(record_id=enterprise.record_id, updated_at=enterprise.updated_at))
        return head | {
            "kind": enterprise.kind,
            "address": self._whole(enterprise),
            "town": enterprise.town,
            "state": enterprise.state.value,
            "legal_representative": {
                "name": representative.name,
                "document_type": representative.document_type.value,
                "id_number": representative.id_number,
            },
            "established_on": enterprise.established_on.isoformat(),
        }

    def _of_licences(self, citizen: DemoCitizen, start: str, end: str) -> Record | None:
        record = self._population.records.get(citizen.code)
        if record is None:
            return None
        issued = (("social_security_card", self._social), ("medical_insurance_code", self._medical))
        licences = self._licences.of_citizen(
            citizen,
            address=self._whole(citizen),
            household=(self._household(citizen.code) or {}).get("number", ""),
            cards=tuple(kind for kind, file in issued if citizen.code in file.records),
        )
        return self._head(citizen, DemoRecord(record_id=f"LIC-{record.record_id}", updated_at=record.updated_at)) | {"licences": licences}

    def _of_unit_licences(self, enterprise: DemoEnterprise) -> Record:
        representative = self._citizens[enterprise.legal_representative].name
        licences = self._licences.of_enterprise(enterprise, address=self._whole(enterprise), representative=representative)
        head = self._head(enterprise, DemoRecord(record_id=f"LIC-{enterprise.record_id}", updated_at=enterprise.updated_at))
        return head | {"licences": licences}

    def _whole(self, of: DemoCitizen | DemoEnterprise) -> str:
        """The address with city and district before it."""
        region = self._regions[self._towns[of.town].region or self.district.district.region]
        return f"{self.district.district.city}{region}{of.address}"

    def _of_unit_insurance(self, enterprise: DemoEnterprise) -> Record | None:
        record = self._units.records.get(enterprise.code)
        if record is None:
            return None
        insured = [
            {
                "insurance": each.insurance,
                "state": each.state,
                "insured": each.insured,
                "since": each.start,
                "until": each.end,
                "total_months": len(months(each.start, each.end)),
                "arrears": str(each.arrears),
            }
            for each in record.insured
        ]
        owed = sum((each.arrears for each in record.insured), Decimal("0.00"))
        return self._head(enterprise, record) | {"unit_number": record.unit_number, "insured": insured, "total_arrears": str(owed)}


def merged(value: Record, patch: Record, *, keep_nulls: bool = False) -> Record:
    """`value` after the JSON merge patch `patch` (RFC 7396). `keep_nulls`: the result is a patch itself."""
    result = copy.deepcopy(value)
    for key, change in patch.items():
        if change is None and not keep_nulls:
            result.pop(key, None)
        elif isinstance(change, dict) and isinstance(result.get(key), dict):
            result[key] = merged(result[key], change, keep_nulls=keep_nulls)
        else:
            result[key] = change
    return result

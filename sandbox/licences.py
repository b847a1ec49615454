"""The licence register (电子证照库): what people and enterprises hold.

Cards and booklets follow from the other registers' records, a business licence from the enterprise register; all others,
and what is not as it should be, stand in catalogue/demo/records/licences.yaml. Kinds are those of catalogue/licences.yaml.
"""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from backend.declared import declared
from models.base import Declared
from models.demo import DemoCitizen, DemoEnterprise
from models.documents import DocumentType
from models.licence_identifier import LicenceIdentifier
from models.licences import LicenceKind, LicenceStatus
from models.registers import EnterpriseState

Record = dict[str, Any]
Subject = DemoCitizen | DemoEnterprise
_FILE = "licences.yaml"


class DemoLicence(Declared):
    """A licence: `holders` are codes of citizens or of one enterprise."""

    kind: str
    holders: tuple[str, ...] = Field(min_length=1)
    number: str
    issued_on: date
    valid_until: date | None = None
    status: LicenceStatus = LicenceStatus.VALID
    version: int = 1
    lines: dict[str, str] = Field(default_factory=dict)


class LicencesFile(Declared):
    """records/licences.yaml."""

    demo: Literal[True]
    licences: tuple[DemoLicence, ...]


class _Kinds(Declared):
    """catalogue/licences.yaml."""

    licences: tuple[LicenceKind, ...]


class LicenceShelf:
    """Everything the register holds, by the code of a citizen or an enterprise."""

    def __init__(self, catalogue: Path, names: Mapping[str, str]) -> None:
        """`catalogue`: catalogue/demo. `names`: of everybody, by code."""
        kinds = declared(catalogue.parent / _FILE, _Kinds)
        self._kinds = {kind.id: kind for kind in kinds.licences}
        self._file = declared(catalogue / "records" / _FILE, LicencesFile)
        self._names = names

    def of_citizen(self, citizen: DemoCitizen, *, address: str, household: str, cards: tuple[str, ...]) -> list[Record]:
        """`address`: whole. `household`: number of the household, if there is one. `cards`: kinds the insurances have issued."""
        return self._with_own(citizen, list(self._derived(citizen, address, household, cards)))

    def of_enterprise(self, enterprise: DemoEnterprise, *, address: str, representative: str) -> list[Record]:
        """`representative`: name of who acts for it by law."""
        existing = enterprise.state is EnterpriseState.EXISTING
        lines = {
            "统一社会信用代码": enterprise.uscc,
            "类型": enterprise.kind,
            "法定代表人": representative,
            "住所": address,
            "成立日期": f"{enterprise.established_on:%Y年%m月%d日}",
        }
        licence = DemoLicence(
            kind="business_licence",
            holders=(enterprise.code,),
            number=enterprise.uscc,
            issued_on=enterprise.established_on,
            status=LicenceStatus.VALID if existing else LicenceStatus.CANCELLED,
            lines=lines,
        )
        return self._with_own(enterprise, [licence])

    def _derived(self, citizen: DemoCitizen, address: str, household: str, cards: tuple[str, ...]) -> Iterator[DemoLicence]:
        issued = max(citizen.born, date(2006, 1, 1))
        person = {"姓名": citizen.name, "性别": citizen.sex, "出生": f"{citizen.born:%Y年%m月%d日}"}
        numbered = {**person, "公民身份号码": citizen.id_number}
        if citizen.document_type is DocumentType.RESIDENT_CARD:
            lines = {**numbered, "住址": address}
            yield DemoLicence(kind="resident_card", holders=(citizen.code,), number=citizen.id_number, issued_on=issued, lines=lines)
        if household:
            lines = {"户号": household, **numbered}
            yield DemoLicence(kind="household_register", holders=(citizen.code,), number=household, issued_on=issued, lines=lines)
        for kind in cards:
            number = _serial(kind, citizen.code)[:9]
            yield DemoLicence(kind=kind, holders=(citizen.code,), number=number, issued_on=issued, lines={"姓名": citizen.name})

    def _with_own(self, subject: Subject, derived: list[DemoLicence]) -> list[Record]:
        """What the file says of a kind goes before what follows from other registers."""
        own = [each for each in self._file.licences if subject.code in each.holders]
        said = {each.kind for each in own}
        return [self._record(each) for each in (*own, *(each for each in derived if each.kind not in said))]

    def _record(self, licence: DemoLicence) -> Record:
        kind = self._kinds[licence.kind]
        serial = _serial(licence.kind, licence.holders[0], licence.number)
        return {
            "identifier": str(LicenceIdentifier(kind.type_code, kind.issuer_code, serial, licence.version)),
            "type_code": kind.type_code,
            "name": kind.name,
            "number": licence.number,
            "issuer": kind.issuer,
            "issuer_code": kind.issuer_code,
            "issued_on": licence.issued_on.isoformat(),
            "valid_from": licence.issued_on.isoformat(),
            "valid_until": licence.valid_until.isoformat() if licence.valid_until else None,
            "status": licence.status.value,
            "holders": [self._names[code] for code in licence.holders],
            "lines": [{"label": label, "value": value} for label, value in licence.lines.items()],
        }


def of_type(record: Record, type_code: str) -> Record:
    """The record with the licences of one kind only."""
    return record | {"licences": [each for each in record["licences"] if each["type_code"] == type_code]}


def _serial(*of: str) -> str:
    """Twenty characters that say nothing of the holder."""
    return hashlib.sha256("|".join(of).encode()).hexdigest()[:20].upper()

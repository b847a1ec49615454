"""What the registers give for an application: all of them asked at once, each indicator with where its points come from."""

import asyncio
from collections.abc import Mapping
from datetime import datetime

from backend.catalogue import Catalogue
from backend.licences import RegisterSource
from backend.people import People
from backend.points.scheme import Counted, PointsScheme
from backend.registers import RegisterMismatch
from models.cases import Case
from models.points import Sheet, SheetLine
from models.registers import Outcome, PersonKey, RegisterAnswer

_OTHER_NAME = "登记的姓名和证件上的不一致，要工作人员核对。"
_NO_MATCH = "登记信息对不上，要工作人员核对。"


class Counting:
    """Makes new sheets."""

    def __init__(self, catalogue: Catalogue, scheme: PointsScheme, registers: RegisterSource, people: People) -> None:
        self._catalogue = catalogue
        self._scheme = scheme
        self._registers = registers
        self._people = people

    async def sheet(self, case: Case, now: datetime, sheet_id: str) -> Sheet:
        """The sheet of a case that was just accepted. Raises `RegisterUnavailable`; a register whose answer cannot be used leaves
        its lines to a person instead."""
        today, key = now.date(), await self._people.key_of(case.person)
        asks = self._scheme.asks(case.form, today)
        answers, doubted = await self._answers(key, f"{case.item} {case.item_name}", asks)
        found = {name: name in answers and answers[name].outcome is Outcome.FOUND for name in self._scheme.scheme.registers}
        records = {name: answer.data() for name, answer in answers.items()}
        counted = self._scheme.counted({"form": dict(case.form), "today": today.isoformat(), "found": found, **records}, doubted)
        version = self._catalogue.version_by_id(case.item_version)
        departments = {part.key: part.department for part in version.parts}
        return Sheet(
            _id=sheet_id,
            person=case.person,
            person_name=case.person_name,
            case=case.id,
            case_number=case.number or "",
            item=case.item,
            department=case.department,
            lines=[_line(each, departments[each.indicator.part], answers) for each in counted.lines],
            figures=counted.figures,
            created_at=now,
            updated_at=now,
        )

    async def _answers(
        self, key: PersonKey | None, purpose: str, asks: Mapping[str, Mapping[str, str]]
    ) -> tuple[dict[str, RegisterAnswer], dict[str, str]]:
        """What can be used of the answers, and why the others cannot."""
        if key is None:
            return {}, dict.fromkeys(asks, _NO_MATCH)
        told = await asyncio.gather(*(self._asked(name, key, purpose, criteria) for name, criteria in asks.items()))
        pairs = list(zip(asks, told, strict=True))
        answers = {name: answer for name, answer in pairs if not isinstance(answer, str)}
        return answers, {name: doubt for name, doubt in pairs if isinstance(doubt, str)}

    async def _asked(self, name: str, key: PersonKey, purpose: str, criteria: Mapping[str, str]) -> RegisterAnswer | str:
        """What a register says, or why its answer cannot be used."""
        try:
            answer = await self._registers.fetch(name, key, purpose, **criteria)
        except RegisterMismatch:
            return _NO_MATCH
        if answer.outcome is Outcome.NAME_MISMATCH:
            return _OTHER_NAME
        flags = answer.record.flags if answer.record else ()
        return f"部门系统里的记录有标注（{'、'.join(flags)}），要工作人员核对。" if flags else answer


def _line(counted: Counted, department: str, answers: Mapping[str, RegisterAnswer]) -> SheetLine:
    indicator = counted.indicator
    return SheetLine(
        indicator=indicator.key,
        name=indicator.name,
        part=indicator.part,
        department=department,
        least=indicator.least,
        most=indicator.most,
        judged=indicator.judged or bool(counted.doubt),
        proposed=counted.points,
        reason=counted.doubt,
        sources=[answers[name].provenance for name in indicator.registers if name in answers],
    )

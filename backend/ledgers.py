"""Ledgers (台账) out of cases: nothing is keyed twice. A ledger is data (catalogue/ledgers/*.yaml); here it is checked and filled.

Names and numbers are masked and sealed answers left out, unless the ledger says why its purpose needs them; then each
look is logged for the person concerned.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path

import yaml
from pydantic import JsonValue, ValidationError

from backend import spreadsheets
from backend.audit import Audit
from backend.catalogue import Catalogue, hold
from backend.clock import SHANGHAI
from backend.declared import declared
from backend.errors import Invalid, NotFound
from backend.people import Applicant, People, mask_name, mask_number
from backend.store import Store
from models.acts import Act, StaffActor
from models.cases import Case
from models.certificates import CertificateState
from models.forms import FormField
from models.ledgers import Column, ColumnView, Ledger, LedgerSummary, LedgerView, Period

_MOST = 5000  # rows: more than a department reads
_COUNT = ColumnView(key="cases", label="件数")
_PERIODS = {Period.MONTH: "按月", Period.QUARTER: "按季", Period.YEAR: "按年"}
_OF_CASE: Mapping[str, Callable[[Case], str]] = {
    "number": lambda case: case.number or "",
    "item_name": lambda case: case.item_name,
    "town": lambda case: case.town or "",
    "filed_on": lambda case: _day(case.filed_at),
    "decided_on": lambda case: _day(case.decision.at if case.decision else None),
    "outcome": lambda case: case.decision.outcome.label if case.decision else "",
    "decision_number": lambda case: (case.decision.number or "") if case.decision else "",
}
_OF_APPLICANT = ("name", "number")


def load_ledgers(directory: Path, catalogue: Catalogue) -> tuple[Ledger, ...]:
    """The ledgers of `directory`/ledgers. Raises `ValueError` that names file and fault."""
    found: list[Ledger] = []
    for path in sorted((directory / "ledgers").glob("*.yaml")):
        try:
            ledger = declared(path, Ledger)
        except (ValidationError, yaml.YAMLError) as error:
            raise ValueError(f"{path}: {error}") from None
        if faults := list(ledger_faults(ledger, path.stem, catalogue)):
            raise ValueError(f"{path}: " + "; ".join(faults))
        found.append(ledger)
    return tuple(found)


def ledger_faults(ledger: Ledger, stem: str, catalogue: Catalogue) -> Iterable[str]:
    """Every unknown name of a ledger, and every sealed answer it would show without saying why."""
    if ledger.id != stem:
        yield f"{ledger.id} is not the name of its file"
    if ledger.department not in catalogue.vocabulary.departments:
        yield f"unknown department {ledger.department}"
    if unknown := [item for item in ledger.items if item not in catalogue]:
        yield f"unknown item {', '.join(unknown)}"
        return
    fields = _fields(ledger.items, catalogue)
    for column in ledger.columns:
        yield from _column_faults(column, ledger, catalogue)
    for condition in ledger.where:
        if condition.field not in fields:
            yield f"where asks {condition.field}, which no item has"


def _column_faults(column: Column, ledger: Ledger, catalogue: Catalogue) -> Iterable[str]:
    answers = {"form": _fields(ledger.items, catalogue), "filled": _fills(ledger.items, catalogue)}
    for path in column.paths:
        root, name = path.split(".")[:2]
        known = answers.get(root, {})
        if name not in known and name not in {"case": _OF_CASE, "applicant": _OF_APPLICANT}.get(root, ()):
            yield f"column {column.key}: {root} has no {name}"
        elif name in known and known[name].sealed and not column.full:
            yield f"column {column.key}: {name} is personal; show it in full and say why, or leave it out"
    for item in ledger.items:
        asked = {f"form.{key}" for key in _fields([item], catalogue)} | {f"filled.{key}" for key in _fills([item], catalogue)}
        wanted = {".".join(path.split(".")[:2]) for path in column.paths}
        if all(path.split(".")[0] in answers for path in wanted) and asked.isdisjoint(wanted):
            yield f"column {column.key}: {item} has none of {', '.join(column.paths)} and would always leave it empty"


def _fields(items: Iterable[str], catalogue: Catalogue) -> dict[str, FormField]:
    versions = (version for item in items for version in catalogue.item(item).versions)
    return {field.key: field for version in versions for field in version.form}


def _fills(items: Iterable[str], catalogue: Catalogue) -> dict[str, FormField]:
    versions = (version for item in items for version in catalogue.item(item).versions)
    return {field.key: field for version in versions for field in version.fills}


class Ledgers:
    """The ledgers of all departments; staff see those of their own."""

    def __init__(self, store: Store, catalogue: Catalogue, people: People, audit: Audit, ledgers: Iterable[Ledger]) -> None:
        self._store = store
        self._catalogue = catalogue
        self._people = people
        self._audit = audit
        self._ledgers = {ledger.id: ledger for ledger in ledgers}

    def mine(self, act: Act) -> list[LedgerSummary]:
        """The ledgers of the viewer's department."""
        return [
            LedgerSummary(
                id=each.id,
                title=each.title,
                period=_PERIODS[each.period],
                purpose=each.purpose,
                items=[self._catalogue.item(item).name for item in each.items],
                personal=each.full,
            )
            for each in self._ledgers.values()
            if _department(act) == each.department
        ]

    async def fill(self, act: Act, ledger_id: str, day: date | None = None) -> LedgerView:
        """A ledger for the period `day` lies in. Raises `NotFound` outside the department, `Invalid` where it is too long."""
        ledger = self._ledgers.get(ledger_id)
        if ledger is None or ledger.department != _department(act):
            raise NotFound("没有这个台账，或者不是您部门的。请返回台账列表重新选择。")
        since, after = bounds(ledger.period, day or act.at.date())
        cases = await self._cases(act, ledger, since, after)
        rows = [await self._row(act, ledger, case) for case in cases]
        heads = [ColumnView(key=column.key, label=column.label) for column in ledger.columns]
        return LedgerView(
            id=ledger.id,
            title=ledger.title,
            department=self._catalogue.vocabulary.department(ledger.department),
            since=since,
            until=after - timedelta(days=1),
            columns=[*heads, _COUNT] if ledger.group else heads,
            rows=[[*row, str(count)] for row, count in sorted(Counter(map(tuple, rows)).items())] if ledger.group else rows,
            cases=len(cases),
            defined=self._words(ledger, since, after),
        )

    async def _cases(self, act: Act, ledger: Ledger, since: date, after: date) -> list[Case]:
        """Of the whole district; a town's own staff get those of their town."""
        start, end = (datetime.combine(each, time(), SHANGHAI) for each in (since, after))
        where = {
            "item": {"$in": list(ledger.items)},
            "decision.at": {"$gte": start, "$lt": end},
            "decision.outcome": {"$in": [outcome.value for outcome in ledger.outcomes]},
            "decision.revoked": None,  # nobody is paid, nor counted, on a decision that holds no more
            "decision.ended": None,
            "bundle": None,
        }
        if isinstance(act.actor, StaffActor) and act.actor.town is not None:
            where["town"] = act.actor.town
        found = [Case.of(each) for each in await self._store.cases.find(where, sort=[("decision.at", 1)], limit=_MOST + 1)]
        if len(found) > _MOST:
            raise Invalid(f"这一期超过{_MOST}件，请联系系统管理员把台账拆成更短的周期。")
        revoked = await self._revoked(found)
        return [case for case in found if case.certificate not in revoked and hold(ledger.where, case.form, since)]

    async def _revoked(self, cases: list[Case]) -> set[str]:
        """The certificates that are the decisions of these cases, and hold no more."""
        numbers = {case.certificate: case.decision.number for case in cases if case.certificate and case.decision}
        where = {"_id": {"$in": list(numbers)}, "state": CertificateState.REVOKED.value}
        found = await self._store.certificates.find(where) if numbers else []
        return {each["_id"] for each in found if each["number"] == numbers[each["_id"]]}

    async def _row(self, act: Act, ledger: Ledger, case: Case) -> list[str]:
        if ledger.full:
            await self._audit.read(act, "ledger.read", person=case.person, subject=f"cases/{case.id}", purpose=ledger.title)
        person = (
            await self._people.applicant(case.person)
            if any(path.startswith("applicant.") for each in ledger.columns for path in each.paths)
            else None
        )
        version = self._catalogue.version_by_id(case.item_version)
        fields = {f"form.{each.key}": each for each in version.form} | {f"filled.{each.key}": each for each in version.fills}
        named = case.model_copy(update={"town": self._catalogue.vocabulary.town(case.town)}) if case.town else case
        return [_first(column, named, person, fields) for column in ledger.columns]

    def _words(self, ledger: Ledger, since: date, after: date) -> str:
        names = "、".join(f"「{self._catalogue.item(item).name}」" for item in ledger.items)
        outcomes = "、".join(outcome.label for outcome in ledger.outcomes)
        return f"{since.isoformat()}至{(after - timedelta(days=1)).isoformat()}作出决定（{outcomes}）的{names}办件，由系统从办件自动生成；决定后来撤回、撤销或者失效的不列入。"


def bounds(period: Period, day: date) -> tuple[date, date]:
    """The first day of the period `day` lies in, and of the one after."""
    months = {Period.MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12}[period]
    first = (day.month - 1) // months * months
    ahead = day.year * 12 + first + months
    return date(day.year, first + 1, 1), date(ahead // 12, ahead % 12 + 1, 1)


def as_csv(view: LedgerView) -> bytes:
    """A ledger for a spreadsheet."""
    return spreadsheets.as_csv([column.label for column in view.columns], view.rows)


def _first(column: Column, case: Case, person: Applicant | None, fields: Mapping[str, FormField]) -> str:
    """What the first of a column's paths that says something says."""
    words = (_cell(column, path, case, person, fields.get(".".join(path.split(".")[:2]))) for path in column.paths)
    return next((each for each in words if each), "")


def _cell(column: Column, path: str, case: Case, person: Applicant | None, field: FormField | None) -> str:
    root, *names = path.split(".")
    if root == "case":
        return _OF_CASE[names[0]](case)
    if root == "form":
        return _answer(case.form.get(names[0]), names[1:], field)
    if root == "filled":
        return _answer(case.filled.get(names[0]), names[1:], field)
    if person is None:
        return ""
    if names[0] == "name":
        return person.name if column.full else mask_name(person.name)
    number = person.key.id_number if person.key else ""
    return number if column.full else mask_number(number)


def _answer(value: JsonValue, parts: list[str], field: FormField | None) -> str:
    for part in parts:
        value = value.get(part) if isinstance(value, dict) else None
    if isinstance(value, list):
        return "、".join(field.label_of(str(each)) if field else str(each) for each in value)
    if value is None or isinstance(value, dict):
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    return field.label_of(str(value)) if field and not parts else str(value)


def _day(at: datetime | None) -> str:
    return at.astimezone(SHANGHAI).date().isoformat() if at else ""


def _department(act: Act) -> str | None:
    return act.actor.department if isinstance(act.actor, StaffActor) else None

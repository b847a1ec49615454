"""Keeps one row of facts of each case that was decided. A consumer of the outbox; safe to run twice."""

from datetime import date, datetime

from backend.cases import UNDECIDED_EVENTS, CaseBook
from backend.catalogue import ELSEWHERE, Catalogue, needed_materials
from backend.clock import SHANGHAI
from backend.outbox import OutboxRow
from backend.store import Store
from backend.supervision.subjects import subject_of
from models.cases import Case, CaseState, Completion
from models.catalogue import ItemVersion
from models.statistics import CaseFact
from models.supervision import Scope, SupervisionRules

_BY_RULE = "rule"  # who decides an instant case
_DECIDED = (Completion.GRANTED, Completion.REFUSED)
Ending = tuple[datetime, bool]  # when a case was decided or ended, and whether by rule at once


class Facts:
    """Writes `case_facts`."""

    def __init__(self, store: Store, catalogue: Catalogue, book: CaseBook, rules: SupervisionRules) -> None:
        self._store = store
        self._catalogue = catalogue
        self._book = book
        self._rules = rules

    async def on_event(self, row: OutboxRow) -> None:
        """Consumes every event of cases. What is no longer decided loses its row."""
        if row.action in UNDECIDED_EVENTS:
            return
        document = await self._store.cases.get(row.subject_id)
        case = Case.of(document) if document else None
        if case is not None and case.archived is not None and case.archived.destroyed_at is not None:
            return  # its row was written long ago, and stays
        ending = _ending(case) if case is not None and case.bundle is None else None
        if case is None or ending is None:
            await self._store.case_facts.delete({"case": row.subject_id})
            return
        fact = (await self.fact_of(case, ending)).model_dump(by_alias=True)
        await self._store.case_facts.put({"_id": fact.pop("_id")}, {"$set": fact})

    async def fact_of(self, case: Case, ending: Ending) -> CaseFact:
        """The facts of a decided case. Instant ones of one person, item and day are one row: the same paper again is no more work."""
        at, instant = ending
        version = self._catalogue.version_by_id(case.item_version)
        asked = needed_materials(version, case.form, at.date(), frozenset())
        used, statutory = self._time(case, version, ending)
        due = case.clock.promised_due
        return CaseFact(
            _id=f"{case.item}/{case.person}/{at.astimezone(SHANGHAI):%Y%m%d}" if instant else case.id,
            case=case.id,
            person=case.person,
            item=case.item,
            department=case.department,
            hall=await self._hall(case),
            region=case.region or "",
            intake=case.intake.region if case.intake else "",
            at=at,
            instant=instant,
            on_time=due is None or at <= due,
            used=used,
            statutory=statutory,
            asked=len(asked),
            handed_in=sum(bool(each.files) for each in case.materials),
            visits=await self._visits(case),
            returns=len(case.returns),
            ended=_is_ended(case),
        )

    def _time(self, case: Case, version: ItemVersion, ending: Ending) -> tuple[int, int | None]:
        """Minutes of office time used, and those the law gives: of an instant case, and of a bundle, from its filing to its end."""
        at, instant = ending
        calendar = self._book.calendar
        if instant or case.parts:
            begun = case.clock.accepted_at or case.filed_at or at
            span = version.clocks.statutory
            limit = calendar.office_minutes(begun, calendar.deadline(begun, span).at) if span is not None else None
            return 0 if instant else calendar.office_minutes(begun, at), limit
        budgets = subject_of(case, calendar, self._book.policy, self._rules, at).budgets
        promised = next((each for each in budgets if each.scope is Scope.PROMISED), None)
        statutory = next((each for each in budgets if each.scope is Scope.STATUTORY), None)
        return promised.used if promised else statutory.used if statutory else 0, statutory.limit if statutory else None

    async def _visits(self, case: Case) -> int:
        """How often they came: to an appointment or with their papers, to pay, to fetch the result; what was done on one day is one."""
        days: set[date] = set()
        for bill in await self._store.bills.find({"case": case.id}, fields=["events"]):
            days |= {_day(each["at"]) for each in bill["events"] if each["action"] == "bill.paid" and each["actor"]["kind"] == "staff"}
        for delivery in await self._store.deliveries.find({"case": case.id, "collection": {"$ne": None}}, fields=["collection"]):
            days.add(_day(delivery["collection"]["at"]))
        came = {_day(event.at) for event in case.events if event.action == "case.received" and event.actor["kind"] == "staff"}
        return max(len(case.appointments), int(case.received_by is not None)) + len(days - came)

    async def _hall(self, case: Case) -> str:
        """Where the applicant came to: the hall of the visit, else of the counter that took the papers in; one of another district is no
        hall of ours."""
        if case.appointments:
            place = await self._store.places.find_one({"_id": case.appointments[-1]}, fields=["hall"])
            if place is not None:
                return str(place["hall"])
        if case.intake is not None:
            return ELSEWHERE
        if case.received_by is not None:
            account = await self._store.staff.find_one({"_id": case.received_by.id}, fields=["hall"])
            return str((account or {}).get("hall") or "")
        return ""


def _ending(case: Case) -> Ending | None:
    """Of what was granted or refused, or ended by the head; a bundle's is when the last of its parts had been decided."""
    if case.decision is not None and case.decision.outcome in _DECIDED:
        return case.decision.at, case.decision.by.id == _BY_RULE
    if case.termination is not None:
        return case.termination.at, False
    if not case.parts or case.completion not in _DECIDED:
        return None
    decided = (CaseState.GRANTED.value, CaseState.REFUSED.value)
    return next(((each.at, False) for each in case.events if each.detail.get("to") in decided), None)


def _is_ended(case: Case) -> bool:
    """Ended by the head before anything was decided: counted, but no case that was decided on time."""
    decided = case.decision is not None and case.decision.outcome in _DECIDED
    return case.termination is not None and not decided and case.completion not in _DECIDED


def _day(at: datetime) -> date:
    return at.astimezone(SHANGHAI).date()

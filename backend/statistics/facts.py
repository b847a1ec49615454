"""Keeps one row of facts of each case that was decided. A consumer of the outbox; safe to run twice."""

from backend.cases import CaseBook
from backend.catalogue import Catalogue, needed_materials
from backend.clock import SHANGHAI
from backend.outbox import OutboxRow
from backend.store import Store
from backend.supervision.subjects import subject_of
from models.cases import Case, Completion
from models.statistics import CaseFact
from models.supervision import Scope, SupervisionRules

_BY_RULE = "rule"  # who decides an instant case
_DECIDED = (Completion.GRANTED, Completion.REFUSED)
_UNDECIDED = frozenset({"case.begun", "case.saved", "case.submitted", "case.claimed", "case.released"})


class Facts:
    """Writes `case_facts`."""

    def __init__(self, store: Store, catalogue: Catalogue, book: CaseBook, rules: SupervisionRules) -> None:
        self._store = store
        self._catalogue = catalogue
        self._book = book
        self._rules = rules

    async def on_event(self, row: OutboxRow) -> None:
        """Consumes every event of cases. What is no longer decided loses its row."""
        if row.action in _UNDECIDED:
            return
        document = await self._store.cases.get(row.subject_id)
        case = Case.of(document) if document else None
        if case is None or case.bundle is not None or case.decision is None or case.decision.outcome not in _DECIDED:
            await self._store.case_facts.delete({"case": row.subject_id})
            return
        fact = (await self.fact_of(case)).model_dump(by_alias=True)
        await self._store.case_facts.put({"_id": fact.pop("_id")}, {"$set": fact})

    async def fact_of(self, case: Case) -> CaseFact:
        """The facts of a decided case. Instant ones of one person, item and day are one row: the same paper again is no more work."""
        decision = case.decision
        assert decision is not None
        instant = decision.by.id == _BY_RULE
        version = self._catalogue.version_by_id(case.item_version)
        asked = needed_materials(version, case.form, decision.at.date(), frozenset())
        budgets = subject_of(case, self._book.calendar, self._book.policy, self._rules, decision.at).budgets
        promised = next((each for each in budgets if each.scope is Scope.PROMISED), None)
        statutory = next((each for each in budgets if each.scope is Scope.STATUTORY), None)
        due = case.clock.promised_due
        return CaseFact(
            _id=f"{case.item}/{case.person}/{decision.at.astimezone(SHANGHAI):%Y%m%d}" if instant else case.id,
            case=case.id,
            person=case.person,
            item=case.item,
            department=case.department,
            hall=await self._hall(case),
            region=case.region or "",
            intake=case.intake.region if case.intake else "",
            at=decision.at,
            instant=instant,
            on_time=due is None or decision.at <= due,
            used=promised.used if promised else statutory.used if statutory else 0,
            statutory=statutory.limit if statutory else None,
            asked=len(asked),
            handed_in=sum(bool(each.files) for each in case.materials),
            visits=max(len(case.appointments), int(case.received_by is not None)),
            returns=len(case.returns),
        )

    async def _hall(self, case: Case) -> str:
        """Where the applicant came to: the hall of the visit, else of the counter that took the papers in."""
        if case.appointments:
            place = await self._store.places.find_one({"_id": case.appointments[-1]}, fields=["hall"])
            if place is not None:
                return str(place["hall"])
        if case.received_by is not None:
            account = await self._store.staff.find_one({"_id": case.received_by.id}, fields=["hall"])
            return str((account or {}).get("hall") or "")
        return ""

"""What every act on a case does: looks at the table, at rights, at the page's version; then one compare-and-set."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from pydantic import JsonValue

from backend.audit import Audit, event_of
from backend.cases import clocks, commitments, debts
from backend.cases.billing import Billed, Billing, payment_data
from backend.cases.book import CaseBook
from backend.cases.bundles import Bundles, FollowUp
from backend.cases.flow import CLAIM_NEEDED, NOT_ON_PARTS, ON_BUNDLES, UNDER_HOLD, Action, Transition, When, Who, power_of, rows
from backend.cases.marks import require_no_mark
from backend.cases.needs import need_of, require_none_open
from backend.cases.obligations import changes_to, in_the_way, require_met
from backend.cases.offers import offers_of
from backend.cases.rights import is_head, is_principal, is_same_hand, may_take, require_right
from backend.cases.timing import refusal, turn_notices
from backend.cases.whose import require_home
from backend.cases.words import listed
from backend.catalogue import Catalogue, Forms
from backend.clock import Clock
from backend.errors import Conflict, Forbidden, NotFound, Problem, StaleVersion, WrongState
from backend.grants import Grants
from backend.licences import Licences
from backend.materials import Materials
from backend.payments import Bills
from backend.people import Authorisations
from backend.permissions import require
from backend.spoken import deadline
from backend.store import Document, DuplicateKeyError, Session, Store
from backend.workdays import WorkCalendar
from models.acts import Act, CitizenActor, Power, StaffActor, SystemActor
from models.base import Event, NoticeOrder
from models.cases import Case, CaseClock, CasePolicy, CaseState, Somebody, StepRecord, ToleranceNotice
from models.catalogue import ItemVersion

Changes = Mapping[str, Any]
_COUNTED = ("version", "events", "keys", "unrelayed")
_STEP_ACTS = frozenset({Action.COMPLETE_STEP, Action.GRANT, Action.REFUSE})


class PdfRenderer(Protocol):
    """What is needed of `backend.printing.Renderer`."""

    async def pdf(self, template: str, data: Mapping[str, JsonValue], at: datetime, max_pages: int = 20) -> bytes: ...

    async def sealed(self, template: str, data: Mapping[str, JsonValue], at: datetime, reason: str, max_pages: int = 20) -> bytes: ...


class Conditions(Protocol):
    """What a higher room wants of some items beside their own rules; each may refuse with a `Problem`."""

    async def before_handing_in(self, act: Act, case: Case, version: ItemVersion) -> str | None:
        """Asked at the first handing-in. Gives the round the case takes part in, where there is one."""
        ...

    async def before_step(self, act: Act, case: Case, version: ItemVersion, action: Action) -> None:
        """Asked before a step is completed, and before a decision."""
        ...


class Core:
    """The ground of the engine. Subclasses add the acts."""

    renderer: PdfRenderer | None = None
    demo: bool = False  # papers say that they are worth nothing

    conditions: Conditions | None = None

    def __init__(
        self,
        store: Store,
        clock: Clock,
        catalogue: Catalogue,
        book: CaseBook,
        materials: Materials,
        licences: Licences,
        forms: Forms,
        grants: Grants,
        audit: Audit,
        authorisations: Authorisations,
        bills: Bills,
    ) -> None:
        self.store = store
        self.clock = clock
        self.catalogue = catalogue
        self.book = book
        self.materials = materials
        self.licences = licences
        self.forms = forms
        self.grants = grants
        self.audit = audit
        self.authorisations = authorisations
        self.billing = Billing(store, bills)
        self.bundles = Bundles(store, catalogue, book, self._tell)

    @property
    def calendar(self) -> WorkCalendar:
        """The working days limits are counted in."""
        return self.book.calendar

    @property
    def policy(self) -> CasePolicy:
        """What the district has set."""
        return self.book.policy

    async def get(self, act: Act, case_id: str) -> Case:
        """A case its applicant, their agent for its item, or staff it concerns may see; a read by others is logged.

        Raises `NotFound`, to staff of elsewhere `Forbidden`.
        """
        case = await self._load(case_id)
        require("case.see", act, case)
        await self.audit.read(act, "case.read", person=case.person, subject=f"cases/{case.id}", purpose=case.item_name)
        return case

    async def bundle_of(self, act: Act, case_id: str) -> Case:
        """The bundle a part belongs to, for staff whom the part concerns. Raises `NotFound`, `Forbidden`."""
        part = await self._load(case_id)
        require("case.see", act, part)
        if part.bundle is None:
            raise NotFound("这份申请不是一件事里的环节。")
        return await self._load(part.bundle)

    def actions(self, act: Act, case: Case) -> list[Action]:
        """What this viewer may do to the case now, in the order of the table."""
        return [action for action in Action if self._is_open(act, case, action)]

    def version_of(self, case: Case) -> ItemVersion:
        """The item's version the case was submitted under (invariant 6)."""
        return self.catalogue.version_by_id(case.item_version)

    def heed(self, conditions: Conditions) -> None:
        """Hands over what a higher room wants of some items; called once by composition.py."""
        self.conditions = conditions

    async def _require_conditions(self, act: Act, case: Case, action: Action) -> None:
        """Raises what a higher room has against this step or decision."""
        if self.conditions is not None:
            await self.conditions.before_step(act, case, self.version_of(case), action)

    async def _load(self, case_id: str) -> Case:
        document = await self.store.cases.get(case_id)
        if document is None:
            raise NotFound()
        return Case.of(document)

    async def _take(self, act: Act, case_id: str, action: Action, version: int) -> tuple[Case, Transition]:
        """The case and the row of the table the act follows. Raises what stands against it, the right first."""
        case = await self._load(case_id)
        return case, self._allowed(act, case, action, version)

    def _allowed(self, act: Act, case: Case, action: Action, version: int) -> Transition:
        require_home(act, case, action, self.version_of(case), self.catalogue.vocabulary)
        require_right(act, case, action)
        if case.version != version:
            raise StaleVersion()
        if case.bundle is not None and action in NOT_ON_PARTS:
            raise WrongState(f"这是一件事里的一个环节，请打开整件事再{action.label}。")
        row = self._row(case, action)
        if row is None:
            raise WrongState(f"这份申请现在是「{case.state.label}」，不能{action.label}。请刷新后查看。")
        if not may_take(act, case, row):
            raise WrongState(f"现在这一步不由您{action.label}，请刷新后查看轮到谁办理。")
        if case.hold is not None and (action not in UNDER_HOLD or not self._may_lift(act, case)):
            raise WrongState("代办授权已经结束，这份申请已冻结。请申请人本人接着办理，或者撤回。")
        self._require_claim(act, case, action)
        self._require_other(act, case, action)
        require_met(case, row)
        if refused := refusal(case, action, self.version_of(case).clocks, act.at):
            raise WrongState(refused)
        return row

    def _row(self, case: Case, action: Action) -> Transition | None:
        """The first row whose condition holds; None where the action cannot be taken in this state."""
        if (case.bundle is not None and action in NOT_ON_PARTS) or (case.parts and action not in ON_BUNDLES):
            return None
        found = rows(action, case.state)
        return next((row for row in found if row.when is None or self._holds(row.when, case)), None)

    @staticmethod
    def _may_lift(act: Act, case: Case) -> bool:
        """Who may deal with a frozen case: whose matter it is, and the system at their death."""
        return isinstance(act.actor, SystemActor) or is_principal(act, case)

    def _holds(self, when: When, case: Case) -> bool:
        version = self.version_of(case)
        if when is When.ISSUED_AT_ONCE:
            return version.instant is not None or version.result.certificate is not None
        return version.visits.count == 0 and (case.file_when_passed or case.state is CaseState.PRE_APPROVED)

    def _is_offered(self, action: Action, case: Case, version: ItemVersion, at: datetime) -> bool:
        """Whether there is anything the action could be about: something owed, committed to, or a published ground."""
        if action is Action.GREEN_CHANNEL:
            return case.green is not None or bool(self.policy.green_grounds(case.item))
        return debts.offered(action, case, version) and commitments.offered(action, case, version, at.date())

    def _require_claim(self, act: Act, case: Case, action: Action) -> None:
        if not isinstance(act.actor, StaffActor) or action is Action.CLAIM or is_head(act, case):
            return
        if case.reviewer is not None and case.reviewer.id != act.actor.id:
            raise Conflict(f"这份申请正由{case.reviewer.name}办理，请等对方退回待领后再办。")
        if case.reviewer is None and (action, case.state) in CLAIM_NEEDED:
            raise Conflict("请先领取这份申请，再办理。")

    def _require_other(self, act: Act, case: Case, action: Action) -> None:
        """A step for another hand is never done by who received or accepted the case, whatever their roles."""
        if action in _STEP_ACTS and is_same_hand(act, case):
            raise Forbidden("收件、受理的人不能复核同一件，请转给另一位复核人员。")

    def _is_open(self, act: Act, case: Case, action: Action) -> bool:
        row = self._row(case, action)
        if row is None or row.who is Who.SYSTEM or not may_take(act, case, row):
            return False
        if (action is Action.TAKE_OVER) != (case.hold is not None) and action is not Action.WITHDRAW:
            return False
        if case.hold is not None and not self._may_lift(act, case):
            return False
        if action is Action.CLAIM:
            return case.reviewer is None
        version = self.version_of(case)
        if in_the_way(case, row) or refusal(case, action, version.clocks, act.at) or not self._is_offered(action, case, version, act.at):
            return False
        try:
            self._require_claim(act, case, action)
            self._require_other(act, case, action)
        except Problem:
            return False
        return True

    def _clocked(self, case: Case, clock: CaseClock, steps: list[StepRecord] | None = None) -> dict[str, Any]:
        """What changes with the clock of an accepted case: the clock, and by when the step whose turn it is must be done."""
        return {"clock": clock, "steps": clocks.with_due(case.steps if steps is None else steps, clock, self.calendar)}

    async def _tolerated(self, act: Act, after: Case) -> dict[str, Any]:
        """What acceptance adds to `after`, the case as it is accepted, where promised materials come later: notice and debts."""
        lines = debts.lines(after, self.version_of(after), act.at, self.calendar, self.policy.tolerance)
        if not lines:
            return {}
        notice = ToleranceNotice(number=await self.book.notice_number(act, after, "容"), at=act.at, lines=lines)
        owed = debts.owed(lines, act.at, self.calendar, self.policy.tolerance)
        return {"tolerance": notice, **changes_to([*after.obligations, *owed])}

    def _tell_tolerated(self, case: Case, tolerated: Changes) -> list[NoticeOrder]:
        """The applicant is told what they owe, and until when the first of it."""
        notice = tolerated.get("tolerance")
        if not isinstance(notice, ToleranceNotice):
            return []
        names, due = listed([each.name for each in notice.lines]), deadline(min(each.due for each in notice.lines))
        return self._tell(case, "case_tolerated", names=names, due=due, notice=notice.number)

    async def _require_words(self, case: Case, version: ItemVersion) -> None:
        """Raises `WrongState` where a material is missing, or would come later, without anybody's word, or a mark has closed that
        way since."""
        if names := commitments.unspoken(case, version):
            raise WrongState(f"{listed(names)}没有提交，申请人本人也还没有作告知承诺。请等申请人承诺，或当面告知并听取承诺，或发补正告知。")
        if names := debts.unpromised(case, version):
            raise WrongState(f"{listed(names)}没有提交。申请人承诺按时后补的，可以容缺受理；没有承诺的，请当面听取承诺，或发补正告知。")
        if debts.promised(case, version) or case.commitment is not None:
            await require_no_mark(self.store, case.person)

    def _filter(self, case: Case) -> Document:
        """What must still be true for a change of `case` to count."""
        return {"_id": case.id, "state": case.state.value, "version": case.version, "hold.grant": case.hold.grant if case.hold else None}

    async def _apply(
        self,
        act: Act,
        case: Case,
        row: Transition,
        changes: Changes,
        *,
        detail: Changes | None = None,
        notices: list[NoticeOrder] | None = None,
        beside: FollowUp | None = None,
    ) -> Case:
        """Writes the act: state, changes and event in one compare-and-set; under a grant together with its use.

        `beside`: what else is written in the same transaction. Raises `AlreadyOpen` where the case would be the second of one need.
        """
        billed = await self._billed(act, case, row, changes)
        told = [*(notices or []), *self._tell_billed(case, billed)]
        changes = {**changes, **billed.changes}
        after, event = self._after(act, case, row, changes, detail, told)
        follow_up = together(beside, billed.write, self.bundles.follow_up(act, row, case, after))

        async def write(session: Session | None) -> Case:
            if session is None and follow_up is not None:
                return await self.store.transact(write)
            written = await self._write(case, after, changes, event, session)
            if follow_up is None or session is None:
                return written
            await follow_up(session)
            return Case.of(await self.store.cases.get(case.id, session=session) or {})

        power = power_of(row.action, row.source) if isinstance(act.actor, CitizenActor) else None
        if act.acting is not None and row.who is Who.PRINCIPAL:
            power = Power.SUBMIT  # a company's next handler
        try:
            if power is None:
                return await write(None)
            return await self.grants.under(act, power, case.item, write, subject=case.id)
        except DuplicateKeyError:
            await require_none_open(self.store, act, after.open_need, case.id)
            raise

    async def _billed(self, act: Act, case: Case, row: Transition, changes: Changes) -> Billed:
        """The payment slip the act draws, where it draws one."""
        after = case.model_copy(update=dict(changes))
        return await self.billing.billed(act, after, row, self.version_of(after), self.calendar)

    def _tell_billed(self, case: Case, billed: Billed) -> list[NoticeOrder]:
        """What is to be paid, and until when."""
        slip = billed.slip
        if slip is None or not slip.due_fen:
            return []
        return self._tell(case, "payment_due", **payment_data(slip))

    def _after(
        self, act: Act, case: Case, row: Transition, changes: Changes, detail: Changes | None, notices: list[NoticeOrder] | None
    ) -> tuple[Case, Event]:
        after = case.model_copy(update={"state": row.target, "updated_at": act.at, **self._agent(act), **changes})
        after.open_need = self._open_need(case, after)
        told = {"item": case.item, "from": row.source.value, "to": row.target.value, **(detail or {})}
        return after, event_of(act, f"case.{row.effect}", detail=told, notices=notices)

    def _open_need(self, before: Case, after: Case) -> str | None:
        """Taken by the first handing-in, kept while the case is under way."""
        if not after.state.is_under_way:
            return None
        return need_of(self.version_of(after), after.person, after.form) if before.state is CaseState.DRAFT else before.open_need

    async def _write(self, case: Case, after: Case, changes: Changes, event: Event, session: Session | None) -> Case:
        document = after.to_document()
        keys = {"state", "open_need", "updated_at", *changes, *(("agent", "grant", "agent_active") if event.grant else ())}
        keys -= {key for key in Case.SEALED if key in keys and getattr(after, key) == getattr(case, key)}  # sealing takes its time
        wanted = {"$set": {key: document[key] for key in keys}}
        changed = await self.store.cases.change(self._filter(case), wanted, event, fields=_COUNTED, session=session)
        if changed is None:
            await self._explain(case, session)
        return Case.of({**document, **(changed or {})})

    async def _explain(self, case: Case, session: Session | None) -> None:
        """Raises why nothing was written: somebody else was faster."""
        document = await self.store.cases.get(case.id, session=session)
        now = Case.of(document) if document else None
        if now is not None and now.state is not case.state:
            raise WrongState(f"这份申请刚刚变成了「{now.state.label}」，请刷新后查看。")
        raise StaleVersion()

    def _agent(self, act: Act) -> dict[str, Any]:
        """Who acts for the applicant, remembered on the case; both names stand on it."""
        if act.acting is None or not isinstance(act.actor, CitizenActor):
            return {}
        return {"agent": somebody(act), "grant": act.acting.grant, "agent_active": True}

    def _tell(self, case: Case, template: str, **data: str) -> list[NoticeOrder]:
        """The notice to the applicant, and to who acts for them while the grant holds."""
        number = case.number or ""
        filled = {"item": case.item_name, "applicant": case.person_name, "number": number, "case_number": number}
        filled |= {"case": case.bundle or case.id, **data}
        people = [case.person, *([case.agent.id] if case.agent and case.agent_active else [])]
        return [NoticeOrder(to=person, template=template, data=filled) for person in people]

    def _offered(self, act: Act, case: Case) -> Changes:
        """What granting the case opens, as it is kept."""
        return {"offers": offers_of(case, self.catalogue, act.at.date())}

    def _tell_offered(self, case: Case, offered: Changes) -> list[NoticeOrder]:
        names = listed([each.name for each in offered["offers"]])
        return self._tell(case, "case_offers", offers=names) if names else []

    def _tell_turn(self, act: Act, before: Case, after: Case) -> list[NoticeOrder]:
        """What the applicant is told of stops that begin or end because it is another step's turn."""
        return turn_notices(before.clock, after, act.at, self._tell)

    def _tell_accepted(self, act: Act, before: Case, after: Case, template: str = "case_accepted") -> list[NoticeOrder]:
        """That the case was accepted, until when it is promised, and what stops at once."""
        due = after.acceptance.due if after.acceptance else None
        return [*self._tell(after, template, due=deadline(due or act.at)), *self._tell_turn(act, before, after)]

    def _system(self) -> Act:
        """The act of the engine itself."""
        return Act(SystemActor(id="cases"), self.clock.now(), channel="system")


def somebody(act: Act) -> Somebody:
    """Who acts, as a case keeps it."""
    department = act.actor.department if isinstance(act.actor, StaffActor) else None
    return Somebody(id=act.actor.id, name=act.actor.name, department=department)


def together(*writes: FollowUp | None) -> FollowUp | None:
    """Several things to write in one transaction, in order; None where there is nothing."""
    wanted = [each for each in writes if each is not None]

    async def write(session: Session) -> None:
        for each in wanted:
            await each(session)

    return write if wanted else None


def uses_of(case: Case, *, passed: bool) -> dict[str, Any]:
    """Which uploads a case uses, for the event: what the materials engine keeps with each of them."""
    uses = [
        {"material": use.material, "version": use.version, "passed": passed and bool(each.verdict and each.verdict.passed)}
        for each in case.materials
        for use in each.files
    ]
    return {"uses": uses}

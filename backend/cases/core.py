"""What every act on a case does: looks at the table, at rights, at the page's version; then one compare-and-set."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol

from pydantic import JsonValue

from backend.audit import Audit, event_of
from backend.cases import clocks, commitments, debts
from backend.cases.actions import Action
from backend.cases.billing import Billed, Billing
from backend.cases.book import CaseBook
from backend.cases.bundles import Bundles, FollowUp
from backend.cases.dated import runs
from backend.cases.flow import Transition, Who, power_of
from backend.cases.gate import Conditions
from backend.cases.in_place import place_of
from backend.cases.informing import Changes, Informing
from backend.cases.marks import require_no_mark
from backend.cases.named import NamedPeople
from backend.cases.naming import Naming, still_held
from backend.cases.needs import need_of, require_none_open
from backend.cases.numbers import still_numbered
from backend.cases.obligations import changes_to
from backend.cases.rights import require_not_recused
from backend.cases.scribing import scribes_with
from backend.cases.stale import stale_words
from backend.cases.waited import pauses
from backend.cases.words import listed
from backend.catalogue import Catalogue, Forms
from backend.clock import Clock
from backend.errors import NotFound, StaleVersion, WrongState
from backend.grants import Grants
from backend.licences import Licences
from backend.materials import Materials
from backend.payments import Bills
from backend.people import Authorisations
from backend.permissions import may, require
from backend.store import Document, DuplicateKeyError, Session, Store
from models.acts import Act, CitizenActor, Power, StaffActor, SystemActor, is_enterprise, staff_of
from models.base import Event, NoticeOrder
from models.cases import Case, CaseClock, CaseState, Somebody, StepRecord, ToleranceNotice
from models.catalogue import ItemVersion
from models.grants import Grant

_COUNTED = ("version", "events", "keys", "unrelayed")


class PdfRenderer(Protocol):
    """What is needed of `backend.printing.Renderer`."""

    async def pdf(self, template: str, data: Mapping[str, JsonValue], at: datetime, max_pages: int = 20) -> bytes: ...

    async def sealed(self, template: str, data: Mapping[str, JsonValue], at: datetime, reason: str, max_pages: int = 20) -> bytes: ...


class Core(Informing):
    """The ground of the engine. Subclasses add the acts."""

    renderer: PdfRenderer | None = None
    demo: bool = False  # papers say that they are worth nothing
    naming: Naming
    named: NamedPeople

    def name_with(self, naming: Naming, named: NamedPeople) -> None:
        """Hands over what looks up the names of companies, and the people a form names; called once by composition.py."""
        self.naming, self.named = naming, named

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

    async def get(self, act: Act, case_id: str) -> Case:
        """A case its applicant, their agent for its item, or staff it concerns may see; a read by others is logged.

        Raises `NotFound`, to staff of elsewhere `Forbidden`.
        """
        case = await self._load(case_id)
        act = await self.as_reader(act, case)
        require_not_recused(act, case)
        require("case.see", act, case)
        await self.audit.read(act, "case.read", person=case.person, subject=f"cases/{case.id}", purpose=case.item_name)
        return case

    async def reads_papers(self, act: Act, case: Case) -> bool:
        """Whether what is written to the applicant opens to this reader, and people's names stand on the page: to staff who work on the
        case, took it in, or may do something to it now. Whoever only looks on reads names masked, and no paper."""
        return not isinstance(act.actor, StaffActor) or may("case.read_papers", act, case) or bool(await self.actions(act, case))

    async def as_reader(self, act: Act, case: Case) -> Act:
        """The act as one of whoever may read the case: the legal representative of an enterprise, as its register has it today, reads
        in person, without a grant, what they have to speak for. Raises `Unavailable`."""
        actor, person = act.actor, case.person
        if act.acting is not None or not isinstance(actor, CitizenActor) or not is_enterprise(person):
            return act
        return replace(act, represents=person) if await self.grants.companies.represents(actor.id, person) else act

    async def bundle_of(self, act: Act, case_id: str) -> Case:
        """The bundle a part belongs to, for staff whom the part concerns. Raises `NotFound`, `Forbidden`."""
        part = await self._load(case_id)
        require("case.see", act, part)
        if part.bundle is None:
            raise NotFound("这份申请不是一件事里的环节。")
        return await self._load(part.bundle)

    async def grant_of(self, case: Case) -> Grant | None:
        """By what somebody acts for its applicant; none where nobody does."""
        document = await self.store.grants.get(case.grant) if case.grant else None
        return Grant.of(document) if document else None

    def timed(self, case: Case) -> Case:
        """The case with the limit of the step whose turn it is as supervision counts it: what others had to do first is not its time."""
        waited = pauses(case)
        return case.model_copy(update={"steps": clocks.with_due(case.steps, case.clock, self.calendar, waited)}) if waited else case

    async def as_shown(self, case: Case) -> Case:
        """A case as staff see it: a part with what others still owe its bundle, since that holds up its department too, and with
        the company another part has founded meanwhile."""
        case = self.timed(case)
        if case.bundle is None:
            return case
        whole = await self._load(case.bundle)
        owed = [each for each in whole.obligations if each.is_of_others and not each.is_settled]
        founded = case.founded or whole.founded
        return case.model_copy(update={"obligations": [*case.obligations, *owed], "founded": founded})

    async def in_place(self, act: Act, case_id: str, action: Action | None = None) -> Act:
        """The act, with whose place a stand-in (AB角) takes in it: in `action`, or in looking at the case."""
        actor = act.actor
        if not isinstance(actor, StaffActor) or not actor.stands_for:
            return act
        document = await self.store.cases.get(case_id)
        if document is None:
            return act
        case = Case.of(document)
        row = self._row(case, action) if action is not None else None
        return replace(act, actor=actor.model_copy(update={"in_place_of": place_of(act, case, row)}))

    def heed(self, conditions: Conditions) -> None:
        """Hands over what a higher room wants of some items; called once by composition.py."""
        self.conditions = conditions

    async def _load(self, case_id: str) -> Case:
        document = await self.store.cases.get(case_id)
        if document is None:
            raise NotFound()
        return Case.of(document)

    async def _take(self, act: Act, case_id: str, action: Action, version: int) -> tuple[Case, Transition]:
        """The case and the row of the table the act follows. Raises what stands against it, the right first."""
        case = await self._load(case_id)
        return case, self._allowed(act, case, action, version)

    def _clocked(self, case: Case, clock: CaseClock, steps: list[StepRecord] | None = None) -> dict[str, Any]:
        """What changes with the clock of an accepted case: the clock, and by when the step whose turn it is must be done."""
        return {"clock": clock, "steps": clocks.with_due(case.steps if steps is None else steps, clock, self.calendar)}

    async def _tolerated(self, act: Act, after: Case) -> dict[str, Any]:
        """What acceptance adds to `after`, the case as it is accepted, where promised materials come later: notice and debts."""
        lines = debts.lines(after, self.version_of(after), act.at, self.calendar, self.policy.tolerance)
        if not lines:
            return {}
        notice = ToleranceNotice(number=await self.book.notice_number(act, self.book.handler(after), "容"), at=act.at, lines=lines)
        owed = debts.owed(lines, act.at, self.calendar, self.policy.tolerance)
        return {"tolerance": notice, **changes_to([*after.obligations, *owed])}

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
        if case.archived is not None:
            changes = {**changes, "archived": case.archived.model_copy(update={"changed_at": act.at})}
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
            return await self._under(act, row, case, power, write)
        except DuplicateKeyError:
            await require_none_open(self.store, act, after.open_need, case.id)
            await self.naming.require_free(after)
            raise

    async def _under(
        self, act: Act, row: Transition, case: Case, power: Power | None, write: Callable[[Session | None], Awaitable[Case]]
    ) -> Case:
        """Writes it, under the grant where it needs one. Staff who were not the first are told who was."""
        try:
            if power is None:
                return await write(None)
            return await self.grants.under(act, power, case.item, write, subject=case.id)
        except StaleVersion as overtaken:
            if overtaken.detail != StaleVersion.default_detail:  # it was something beside the case, and says what
                raise
            raise StaleVersion(stale_words(act, row.action, await self._load(case.id))) from None

    async def _billed(self, act: Act, case: Case, row: Transition, changes: Changes) -> Billed:
        """The payment slip the act draws, where it draws one."""
        after = case.model_copy(update=dict(changes))
        return await self.billing.billed(act, after, row, self.version_of(after), self.calendar)

    def _after(
        self, act: Act, case: Case, row: Transition, changes: Changes, detail: Changes | None, notices: list[NoticeOrder] | None
    ) -> tuple[Case, Event]:
        by = {**self._agent(act), "scribes": scribes_with(act, case)}
        after = case.model_copy(update={"state": row.target, "updated_at": act.at, **by, **changes})
        after.open_need = self._open_need(case, after)
        after.name_held, after.numbers_held = still_held(after), still_numbered(after)
        after.counted_with = self._counted_with(case, after)
        told = {"item": case.item, **(detail or {}), "from": row.source.value, "to": row.target.value}  # supervision replays the states
        return after, event_of(act, f"case.{row.effect}", detail=told, notices=notices)

    def _open_need(self, before: Case, after: Case) -> str | None:
        """Taken by the first handing-in, kept while the case is under way."""
        if not after.state.is_under_way:
            return None
        return need_of(self.version_of(after), after.person, after.form) if before.state is CaseState.DRAFT else before.open_need

    def _counted_with(self, before: Case, after: Case) -> int | None:
        """The calendar of what runs beside the clock: the earliest anything of it was counted with, until it is counted anew."""
        if not runs(after):
            return None
        return self.calendar.revision if before.counted_with is None else before.counted_with

    async def _write(self, case: Case, after: Case, changes: Changes, event: Event, session: Session | None) -> Case:
        document = after.to_document()
        keys = {"state", "open_need", "counted_with", "updated_at", *changes, *(("agent", "grant", "agent_active") if event.grant else ())}
        keys |= {key for key in ("name_held", "numbers_held", "scribes") if getattr(after, key) != getattr(case, key)}
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
            raise WrongState(f"这份申请刚刚变成了「{now.state.label}」，请看过新的再办理。")
        raise StaleVersion()

    def _agent(self, act: Act) -> dict[str, Any]:
        """Who acts for the applicant, remembered on the case; both names stand on it."""
        if act.acting is None or not isinstance(act.actor, CitizenActor):
            return {}
        return {"agent": somebody(act), "grant": act.acting.grant, "agent_active": True}

    def _system(self) -> Act:
        """The act of the engine itself."""
        return Act(SystemActor(id="cases"), self.clock.now(), channel="system")


def somebody(act: Act) -> Somebody:
    """Who acts, as a case keeps it."""
    staff = staff_of(act.actor)
    place = staff.in_place_of if staff else None
    department = staff.department if staff else None
    return Somebody(id=act.actor.id, name=act.actor.name, department=department, in_place_of=place.name if place else None)


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

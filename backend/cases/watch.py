"""Watches the clocks of cases: warns, deems accepted, closes what was never mended. Periodic, safe to run twice at once."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from backend.audit import event_of
from backend.cases import clocks, debts
from backend.cases.actions import Action
from backend.cases.book import UNCLAIMED
from backend.cases.bundles import FollowUp
from backend.cases.coming import Coming
from backend.cases.core import somebody
from backend.cases.deaths import Deaths
from backend.cases.differing import to_look_into
from backend.cases.drawing import inspected
from backend.cases.duties import Duties
from backend.cases.filing import ACCEPTANCE
from backend.cases.findings import unsettled
from backend.cases.flow import FILED, UNFILED
from backend.cases.obligations import changes_to, replaced
from backend.cases.others import declared
from backend.cases.resting import Resting
from backend.cases.returning import answered
from backend.cases.unagreed import Sending
from backend.cases.unpaid import Unpaid, is_late_payment, never_paid
from backend.errors import Conflict, Unavailable, WrongState
from backend.outbox import OutboxRow
from backend.spoken import deadline
from backend.store import Document, Session
from backend.store.indexes import due
from models.acts import Act
from models.base import Event, NoticeOrder
from models.cases import Case, CaseClock, Completion, Decision, InspectionState, Obligation, ObligationKind
from models.catalogue.codes import OnSilence
from models.catalogue.limits import Silence

_BATCH = 200
_Deal = Callable[[Act, Case], Awaitable[None]]


class Watch(Sending, Duties, Coming, Deaths, Unpaid, Resting):
    """Acts of the system itself. Each change carries the state and version it was decided on."""

    async def tick(self) -> int:
        """Does what is due now. Returns how many cases were looked at."""
        act = self._system()
        due_before: Document = {"$lte": act.at}
        looked = 0
        for look, field, where in (
            (self._look, "clock.watch_at", due_before),
            (self._look_at_obligations, "obliged_at", due_before),
            (self._look_at_inspection, "inspect_at", due(act.at)),
            (self._look_at_duties, "duty_at", due(act.at)),
        ):  # each reads what the one before it wrote: a case may be due for two things at once
            documents = await self.store.cases.find({field: where}, sort=[(field, 1)], limit=_BATCH)
            looked += len(documents)
            for document in documents:
                try:
                    await look(act, Case.of(document))
                except Conflict:
                    continue  # somebody acted on it at this moment; the next turn looks again
        return looked

    async def on_person_deceased(self, row: OutboxRow) -> None:
        """Ends what a person who has died had under way; their heirs are helped at the counter. Safe to run twice.

        Consumes `person.deceased`. Who acted for them is told; what was decided already stands, unless the item says that it ends then.
        """
        act = self._system()
        open_states = [state.value for state in (*UNFILED, *FILED)]
        for document in await self.store.cases.find({"person": row.person, "bundle": None, "state": {"$in": open_states}}):
            await self._end_by_death(act, Case.of(document))
        if row.person is not None:
            await self._end_granted(act, row.person)

    async def _look(self, act: Act, case: Case) -> None:
        """The first thing that is due — lapse, deemed acceptance, a notice's end, silence — then the warnings."""
        clock = case.clock
        due: tuple[tuple[datetime | None, _Deal], ...] = (
            (clock.mend_due, self._lapse),
            (None if clock.deficiency_overdue_at else clock.deficiency_due, self._untold),
            (clock.public_until, self._public_notice_over),
            (None if clock.silent_at else clock.statutory_due, self._silence),
        )
        for moment, deal in due:
            if moment is not None and moment <= act.at:
                return await deal(act, case)
        if clock.deficiency_due is not None and clock.deficiency_warned_at is None:
            await self._warn(act, case, "deficiency_warned_at", "deficiency_due_soon")
        elif clock.due_warned_at is None and clock.warn_at is not None and clock.warn_at <= act.at:
            await self._warn(act, case, "due_warned_at", "due_soon")
        else:
            await self._warn(act, case, "statutory_warned_at", "statutory_due_soon")

    async def _look_at_obligations(self, act: Act, case: Case) -> None:
        """Reminds, once, whoever an open obligation is for; marks what was not met in time, and tells both sides."""
        if not case.state.is_under_way:
            await self._write_obligations(act, case, [_over(case, each, act) for each in case.obligations], [])
            return
        if (owed := never_paid(case, act.at)) is not None:
            await self._end_unpaid(act, case, owed)
            return
        for each in case.obligations:
            late = each.is_open and each.lapsed_at is None and each.due is not None and each.due <= act.at
            if late and await self._not_done(act, case, each):
                return  # the next turn looks at the rest
        notices: list[NoticeOrder] = []
        looked: list[Obligation] = []
        for each in case.obligations:
            if not each.is_open or each.next_moment is None or each.next_moment > act.at:
                looked.append(each)
            elif each.due is not None and each.due <= act.at:
                passed = self._passed(case, each, act)
                looked.append(passed)
                notices += await self._tell_overdue(act, case, each) if passed.lapsed_at else []
            else:
                looked.append(each.model_copy(update={"remind_at": None}))
                notices += await self._tell_obliged(case, each, "obligation_reminder")
        await self._write_obligations(act, case, looked, notices)

    async def _tell_overdue(self, act: Act, case: Case, obligation: Obligation) -> list[NoticeOrder]:
        if is_late_payment(obligation, act.at):
            return self._tell_unpaid(case, obligation)
        return await self._tell_obliged(case, obligation, "obligation_lapsed")

    async def _not_done(self, act: Act, case: Case, obligation: Obligation) -> bool:
        """What the item wants done of what was not done in time; False where nothing but telling so."""
        if obligation.kind is ObligationKind.VISIT:
            await self._absent(act, case, obligation)
            return True
        return await self._unanswered(act, case, obligation)

    async def _unanswered(self, act: Act, case: Case, obligation: Obligation) -> bool:
        """A counterpart or signatory said nothing in time: what the item wants done of that; False where the case goes on waiting."""
        asked = declared(self.version_of(case), obligation)
        if asked is None:
            return False
        late = obligation.model_copy(update={"lapsed_at": act.at, "remind_at": None})
        after = case.model_copy(update=changes_to(replaced(case, late)))
        row, then = await self._consequence(act, after, late, asked.if_lapsed, somebody(act), "到期没有答复")
        if row is None:
            if then.beside is not None:
                await self._write_obligations(
                    act, case, after.obligations, [*then.notices, *await self._tell_lapsed(after, late)], then.beside
                )
            return then.beside is not None
        changes = {**then.changes, "obligations": after.obligations, "obliged_at": after.obliged_at}
        notices = [*then.notices, *await self._tell_lapsed(after, late)]
        await self._apply(act, case, row, changes, detail={"obligation": obligation.key}, notices=notices)
        return True

    def _passed(self, case: Case, obligation: Obligation, act: Act) -> Obligation:
        """An obligation whose day has come, and was not met."""
        if obligation.kind is ObligationKind.DEBT:
            return debts.looked_at(case, obligation, act.at)
        return obligation.model_copy(update={"lapsed_at": act.at, "remind_at": None})

    async def _write_obligations(
        self, act: Act, case: Case, obligations: list[Obligation], notices: list[NoticeOrder], beside: FollowUp | None = None
    ) -> None:
        changes = changes_to(obligations)
        after = case.model_copy(update=changes).to_document()
        event = event_of(act, "case.obligations_looked_at", detail={"item": case.item}, notices=notices)
        where = {"_id": case.id, "state": case.state.value, "version": case.version}
        update = {"$set": {key: after[key] for key in changes}}
        if beside is None:
            await self.store.cases.change(where, update, event)
            return

        async def write(session: Session) -> None:
            if await self.store.cases.change(where, update, event, session=session) is not None:
                await beside(session)

        await self.store.transact(write)

    async def _tell_obliged(self, case: Case, obligation: Obligation, template: str) -> list[NoticeOrder]:
        """The applicant's side is told, and whoever has to do it: of an enterprise its handlers too."""
        due = deadline(obligation.due) if obligation.due else ""
        told = self._tell(case, template, what=obligation.name, who=obligation.who_name or case.person_name, due=due)
        known = {each.to for each in told}
        readers = [each for each in await self._readers(case, obligation) if each not in known]
        return [*told, *(told[0].model_copy(update={"to": reader}) for reader in readers)]

    async def _look_at_inspection(self, act: Act, case: Case) -> None:
        """A check was not done in time, or the time to put something right is nearly or wholly over."""
        inspection = case.inspection
        assert inspection is not None
        correction, notices = inspection.correction, list[NoticeOrder]()
        if inspection.state is InspectionState.WAITING:
            what, looked = "case.inspection_overdue", inspection.model_copy(update={"overdue_at": act.at})
        else:
            assert correction is not None
            over = correction.due <= act.at
            what = "case.correction_over" if over else "case.correction_due_soon"
            mark = "lapsed_at" if over else "reminded_at"
            looked = inspection.model_copy(update={"correction": correction.model_copy(update={mark: act.at})})
            if not over:
                notices = self._tell(case, "correction_due_soon", due=deadline(correction.due))
        changes = inspected(looked)
        document = case.model_copy(update=changes).to_document()
        where = {"_id": case.id, "state": case.state.value, "version": case.version}
        event = event_of(act, what, detail={"item": case.item, "department": case.department}, notices=notices)
        await self.store.cases.change(where, {"$set": {key: document[key] for key in changes}}, event)

    async def _lapse(self, act: Act, case: Case) -> None:
        """The answer to a correction notice never came: the papers go back (退件), and a new application is open."""
        row = self._allowed(act, case, Action.LAPSE, case.version)
        changes = {
            "clock": clocks.ended(case.clock),
            "completion": Completion.INCOMPLETE,
            "ended_for": "逾期未补正",
            "closed_at": act.at,
            "desk": None,
            "queued_at": None,
            "returns": answered(case.returns, act),
        }
        await self._apply(act, case, row, changes, notices=self._tell(case, "case_lapsed"))

    async def _untold(self, act: Act, case: Case) -> None:
        """Five working days are over. A licence counts as accepted from the day of receipt; other items are only warned of."""
        if not case.is_licence:
            await self._warn(act, case, "deficiency_overdue_at", "deficiency_overdue")
            return
        row = self._allowed(act, case, Action.DEEM_ACCEPTED, case.version)
        after = await self.book.accepted(case, self.version_of(case), act, deemed=True)
        tolerated = await self._tolerated(act, after)
        changes = {key: getattr(after, key) for key in ACCEPTANCE} | {"returns": answered(case.returns, act)} | tolerated
        notices = self._tell_accepted(act, case, after, "case_deemed_accepted")
        notices += self._tell_tolerated(after, tolerated)
        await self._apply(act, case, row, changes, notices=notices)

    async def _silence(self, act: Act, case: Case) -> None:
        """The statutory limit has ended without a decision: the head answers for it now, or, where the item's own law says so,
        it counts as granted; never against what a register says now of what it rests on, not before that answers, and never while a
        look on the spot stands that failed, or a difference that decides and nobody has looked into. Either way the applicant is told."""
        version = self.version_of(case)
        silence = version.clocks.on_silence
        if silence.effect is OnSilence.DEEMED_GRANTED and not unsettled(case, version) and not to_look_into(case, version):
            try:
                await self._require_still_so(act, case)
            except Unavailable:
                return  # asked again at the next turn
            except WrongState:
                pass  # nothing is granted to who has died since: a person sees to it
            else:
                await self._deem_granted(act, case, silence)
                return
        clock = clocks.watched(case.clock.model_copy(update={"silent_at": act.at}), self.calendar, self.policy)
        detail = {"item": case.item, "department": case.department, "reviewer": case.reviewer.id if case.reviewer else None}
        notices = self._tell(case, "case_silence", due=deadline(case.clock.statutory_due or act.at))
        await self._set_clock(case, clock, event_of(act, "case.silence_escalated", detail=detail, notices=notices))

    async def _deem_granted(self, act: Act, case: Case, silence: Silence) -> None:
        row = self._allowed(act, case, Action.DEEM_GRANTED, case.version)
        number = await self.book.notice_number(act, self.book.decider(case, self.version_of(case)), "准")
        reason = f"法定办理期限到{deadline(case.clock.statutory_due or act.at)}为止，没有作出决定，依照规定视为准予。"
        decision = Decision(outcome=Completion.GRANTED, number=number, at=act.at, by=somebody(act), reason=reason, basis=silence.basis)
        offered, (drawn, told) = self._offered(act, case), await self._drawn(act, case)
        changes = {
            **offered,
            **drawn,
            "decision": decision,
            "clock": clocks.ended(case.clock.model_copy(update={"silent_at": act.at})),
            **UNCLAIMED,
            "queued_at": act.at,
            "may_book": False,
            "returns": answered(case.returns, act),
        }
        notices = self._tell(case, "case_deemed_granted", notice=number) + self._tell_offered(case, offered)
        await self._apply(act, case, row, changes, detail={"decision": number} | told, notices=notices)

    async def _public_notice_over(self, act: Act, case: Case) -> None:
        """Its days are over: it is no longer shown, and granting waits for it no more. The applicant knew the day."""
        clock = clocks.watched(case.clock.model_copy(update={"public_until": None}), self.calendar, self.policy)
        event = event_of(
            act,
            "case.public_notice_over",
            detail={"item": case.item, "notice": case.clock.public_notice.number if case.clock.public_notice else ""},
        )
        await self._set_clock(case, clock, event)

    async def _set_clock(self, case: Case, clock: CaseClock, event: Event) -> None:
        where = {"_id": case.id, "state": case.state.value, "version": case.version}
        await self.store.cases.change(where, {"$set": {"clock": clock.model_dump()}}, event)

    async def _warn(self, act: Act, case: Case, mark: str, event: str) -> None:
        """Leaves an event for supervision and marks the warning as given: the queues show the mark."""
        marked = case.clock.model_copy(update={mark: act.at})
        clock = clocks.watched(marked, self.calendar, self.policy)
        detail = {"item": case.item, "department": case.department, "reviewer": case.reviewer.id if case.reviewer else None}
        await self._set_clock(case, clock, event_of(act, f"case.{event}", detail=detail))


def _over(case: Case, obligation: Obligation, act: Act) -> Obligation:
    """The case is over: what was still open need not be met any more. What was owed by a day before that was not kept all the same."""
    if obligation.is_settled:
        return obligation
    owed = obligation.kind is ObligationKind.DEBT and obligation.is_open and obligation.lapsed_at is None and case.death is None
    if owed and obligation.due is not None and obligation.due <= (case.closed_at or act.at):
        obligation = debts.looked_at(case, obligation, act.at)
    return obligation.model_copy(update={"ended_at": act.at, "ended_for": "办件已经结束"})

"""Watches the clocks of cases: warns, deems accepted, closes what was never mended. Periodic, safe to run twice at once."""

from backend.audit import event_of
from backend.cases import clocks
from backend.cases.core import Core
from backend.cases.filing import ACCEPTANCE, answered
from backend.cases.flow import FILED, UNFILED, Action
from backend.errors import Conflict
from backend.outbox import OutboxRow
from backend.spoken import deadline
from models.acts import Act
from models.cases import Case, Completion

_BATCH = 200


class Watch(Core):
    """Acts of the system itself. Each change carries the state and version it was decided on."""

    async def tick(self) -> int:
        """Does what is due now. Returns how many cases were looked at."""
        act = self._system()
        documents = await self.store.cases.find({"clock.watch_at": {"$lte": act.at}}, sort=[("clock.watch_at", 1)], limit=_BATCH)
        for document in documents:
            try:
                await self._look(act, Case.of(document))
            except Conflict:
                continue  # somebody acted on it at this moment; the next turn looks again
        return len(documents)

    async def on_person_deceased(self, row: OutboxRow) -> None:
        """Ends what a person who has died had under way; their heirs are helped at the counter. Safe to run twice.

        Consumes `person.deceased`. Who acted for them is told; what was decided already stands.
        """
        act = self._system()
        open_states = [state.value for state in (*UNFILED, *FILED)]
        for document in await self.store.cases.find({"person": row.person, "state": {"$in": open_states}}):
            await self._end_by_death(act, Case.of(document))

    async def _look(self, act: Act, case: Case) -> None:
        """The first thing that is due: lapse, deemed acceptance, then the warnings."""
        clock = case.clock
        if clock.mend_due is not None and clock.mend_due <= act.at:
            await self._lapse(act, case)
        elif clock.deficiency_due is not None and clock.deficiency_due <= act.at and clock.deficiency_overdue_at is None:
            await self._untold(act, case)
        elif clock.deficiency_due is not None and clock.deficiency_warned_at is None:
            await self._warn(act, case, "deficiency_warned_at", "deficiency_due_soon")
        else:
            await self._warn(act, case, "due_warned_at", "due_soon")

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

    async def _end_by_death(self, act: Act, case: Case) -> None:
        row = self._allowed(act, case, Action.END_BY_DEATH, case.version)
        changes = {
            "clock": clocks.ended(case.clock),
            "completion": Completion.VOID,
            "ended_for": "申请人已经去世",
            "closed_at": act.at,
            "desk": None,
            "queued_at": None,
            "reviewer": None,
            "claimed_at": None,
            "may_book": False,
        }
        await self._apply(act, case, row, changes, notices=self._tell(case, "case_ended_by_death"))

    async def _untold(self, act: Act, case: Case) -> None:
        """Five working days are over. A licence counts as accepted from the day of receipt; other items are only warned of."""
        if not case.is_licence:
            await self._warn(act, case, "deficiency_overdue_at", "deficiency_overdue")
            return
        row = self._allowed(act, case, Action.DEEM_ACCEPTED, case.version)
        after = self.book.accepted(case, self.version_of(case), act, deemed=True)
        changes = {key: getattr(after, key) for key in ACCEPTANCE} | {"returns": answered(case.returns, act)}
        notices = self._tell(after, "case_deemed_accepted", due=deadline(clocks.nearest(after.clock) or act.at))
        await self._apply(act, case, row, changes, notices=notices)

    async def _warn(self, act: Act, case: Case, mark: str, event: str) -> None:
        """Leaves an event for supervision and marks the warning as given: the queues show the mark."""
        marked = case.clock.model_copy(update={mark: act.at})
        clock = clocks.watched(marked, self.calendar, self.policy)
        detail = {"item": case.item, "department": case.department, "reviewer": case.reviewer.id if case.reviewer else None}
        where = {"_id": case.id, "state": case.state.value, "version": case.version}
        await self.store.cases.change(where, {"$set": {"clock": clock.model_dump()}}, event_of(act, f"case.{event}", detail=detail))

"""Counts open clocks anew after the calendar has changed, says why, and tells the applicant whose date has moved."""

from datetime import datetime

from backend.audit import event_of
from backend.cases import clocks
from backend.cases.asking import Asking
from backend.cases.obligations import changes_to
from backend.spoken import deadline
from backend.store.collections import SOME_REVISION
from models.acts import Act
from models.base import NoticeOrder
from models.cases import Case, CaseClock, Obligation, Return

_BATCH = 200
_DATES = ("promised_due", "deficiency_due", "mend_due")  # what an applicant was told
_WRITTEN = ("clock", "steps", "returns", "obligations", "obliged_at")
_BATCHES = 25  # in one turn; the next one goes on


class Recounting(Asking):
    """Work of the system itself. Safe to run twice: a clock that was counted with this calendar is not looked at again."""

    async def recount(self) -> int:
        """Counts anew every open clock that was counted with an earlier calendar. Returns how many were looked at."""
        revision, looked = self.calendar.revision, 0
        for _ in range(_BATCHES):
            where = {"clock.calendar": {**SOME_REVISION, "$lt": revision}}
            found = await self.store.cases.find(where, limit=_BATCH)
            for document in found:
                await self._recount(self._system(), Case.of(document))
            looked += len(found)
            if len(found) < _BATCH:
                break
        return looked

    async def _recount(self, act: Act, case: Case) -> None:
        """A case somebody acts on at this moment is left to the next turn."""
        clock, slip = self._counted_anew(case)
        asked = [self._asked_anew(case, each) for each in case.obligations]
        where = {"_id": case.id, "state": case.state.value, "version": case.version}
        moved = {name: [getattr(case.clock, name), getattr(clock, name)] for name in (*_DATES, "statutory_due", "public_until")}
        moved |= {each.name: [each.due, now.due] for each, now in zip(case.obligations, asked, strict=True)}
        moved = {name: pair for name, pair in moved.items() if pair[0] != pair[1]}
        if not moved:
            await self.store.cases.change_many(where, {"$set": {"clock.calendar": self.calendar.revision}})
            return
        returns = [slip if slip is not None and each.number == slip.number else each for each in case.returns]
        after = case.model_copy(update={**self._clocked(case, clock), "returns": returns, **changes_to(asked)})
        why = "；".join(each.words() for each in self.calendar.laid_since(case.clock.calendar or 0))
        detail = {"item": case.item, "why": why, "moved": moved}
        notices = [*self._tell_moved(case, clock, why), *await self._tell_asked_moved(case, asked, why)]
        event = event_of(act, "case.clock_recounted", detail=detail, notices=notices)
        document = after.to_document()
        await self.store.cases.change(where, {"$set": {key: document[key] for key in _WRITTEN}}, event)

    def _counted_anew(self, case: Case) -> tuple[CaseClock, Return | None]:
        """The clock, and the slip that waits for an answer with its new date. What was asked of the applicant never gets shorter."""
        clock, slip = case.clock, case.open_return
        if slip is not None and slip.due is not None and clock.mend_due is not None:
            due = max(clock.mend_due, clocks.mending_until(self.calendar, self.policy, slip.at))
            clock, slip = clock.model_copy(update={"mend_due": due}), slip.model_copy(update={"due": due})
        if clock.accepted_at is None:
            return clocks.received_anew(clock, self.calendar, self.policy), slip
        version = self.version_of(case)
        if clock.public_until is not None and version.public_notice is not None:
            clock = clocks.published_anew(clock, self.calendar, version.public_notice.within)
        return clocks.counted_anew(clock, self.calendar, self.policy, version.clocks), slip

    def _asked_anew(self, case: Case, obligation: Obligation) -> Obligation:
        """What is open and not lapsed, with as many working days as when it was asked, never fewer."""
        if not obligation.is_open or obligation.due is None or obligation.lapsed_at is not None:
            return obligation
        before = self.calendar.as_of(case.clock.calendar or 0)
        remind = obligation.remind_at and self.calendar.counted_anew(obligation.since, obligation.remind_at, before)
        due = self.calendar.counted_anew(obligation.since, obligation.due, before)
        return obligation.model_copy(update={"due": due, "remind_at": remind})

    async def _tell_asked_moved(self, case: Case, asked: list[Obligation], why: str) -> list[NoticeOrder]:
        """Whoever has to do it is told of the new day: the applicant where it is theirs."""
        notices: list[NoticeOrder] = []
        for before, now in zip(case.obligations, asked, strict=True):
            if before.due is None or now.due is None or before.due == now.due:
                continue
            days = {"before": deadline(before.due), "due": deadline(now.due)}
            told = self._tell(case, "obligation_due_moved", what=now.name, reason=why, **days)
            readers = await self._readers(case, now)
            notices += [told[0].model_copy(update={"to": reader}) for reader in readers] if readers else told
        return notices

    def _tell_moved(self, case: Case, clock: CaseClock, why: str) -> list[NoticeOrder]:
        """The applicant is told of the first date they knew that moved. Of a bundle they know the bundle's own alone."""
        if case.bundle is not None:
            return []
        for name in _DATES:
            before: datetime | None = getattr(case.clock, name)
            due: datetime | None = getattr(clock, name)
            if before is not None and due is not None and before != due:
                return self._tell(case, "case_due_moved", before=deadline(before), due=deadline(due), reason=why)
        return []

"""Counts open clocks anew after the calendar has changed, says why, and tells the applicant whose date has moved.

So are the days of what runs beside the clock, also after the decision (`backend.cases.dated`): debts, payment slips, time to put
right or to speak, checks.
"""

from datetime import datetime
from typing import Any

from backend.audit import event_of
from backend.cases import clocks, dated
from backend.cases.asking import Asking
from backend.cases.drawing import inspected
from backend.cases.obligations import changes_to
from backend.cases.whole_clocks import with_parts
from backend.spoken import deadline
from backend.store import Session
from backend.store.indexes import SOME_REVISION
from models.acts import Act
from models.base import NoticeOrder
from models.cases import Case, CaseClock, ObligationKind, Return

_BATCH = 200
_DATES = ("promised_due", "deficiency_due", "mend_due")  # what an applicant was told
_COUNTED = ("clock.calendar", "counted_with")  # the revisions a case was counted with: its clock, and all else
_BATCHES = 25  # in one turn; the next one goes on


class Recounting(Asking):
    """Work of the system itself. Safe to run twice: a clock that was counted with this calendar is not looked at again."""

    async def recount(self) -> int:
        """Counts anew everything open that was counted with an earlier calendar. Returns how many cases were looked at."""
        return sum([await self._recount_by(field) for field in _COUNTED])

    async def _recount_by(self, field: str) -> int:
        revision, looked = self.calendar.revision, 0
        for _ in range(_BATCHES):
            found = await self.store.cases.find({field: {**SOME_REVISION, "$lt": revision}}, limit=_BATCH)
            for document in found:
                await self._recount(self._system(), Case.of(document))
            looked += len(found)
            if len(found) < _BATCH:
                break
        return looked

    async def _recount(self, act: Act, case: Case) -> None:
        """A case somebody acts on at this moment is left to the next turn."""
        since = _since(case)
        counted = case.model_copy(update={"clock": await self._with_parts_anew(case)})
        changes = {**self._clock_anew(counted), **self._dated_anew(case)}
        after = case.model_copy(update=changes)
        moved = _moved(case, after)
        where = {"_id": case.id, "state": case.state.value, "version": case.version}
        if not moved:
            await self.store.cases.change_many(where, {"$set": _counted(after)})
            return
        why = "；".join(each.words() for each in self.calendar.laid_since(since))
        detail = {"item": case.item, "why": why, "moved": moved}
        notices = [
            *self._tell_moved(case, after, why),
            *await self._tell_asked_moved(case, after, why),
            *self._tell_check(case, after, why),
        ]
        event = event_of(act, "case.clock_recounted", detail=detail, notices=notices)
        document = after.to_document()
        wanted = {"$set": {key: document[key] for key in changes}}
        slips = _slips_moved(case, after)

        async def write(session: Session) -> None:
            if await self.store.cases.change(where, wanted, event, session=session) is not None:
                for id, due in slips:
                    await self.billing.move(act, id, due, why, session)

        if slips:
            await self.store.transact(write)
        else:
            await self.store.cases.change(where, wanted, event)

    async def _with_parts_anew(self, case: Case) -> CaseClock:
        """The clock of a bundle with its parts' stops and extensions as the calendar has them now, whichever is looked at first: the end
        of a public notice moves with it. Any other case's own."""
        if not case.parts or case.clock.calendar is None or case.clock.accepted_at is None:
            return case.clock
        parts = [Case.of(each) for each in await self.store.cases.find({"bundle": case.id})]
        return with_parts(case, {each.part or "": each.model_copy(update=self._clock_anew(each)) for each in parts})

    def _clock_anew(self, case: Case) -> dict[str, Any]:
        """The clock while it runs, its steps, and the slip that waits for an answer with its new date. What was asked of the
        applicant never gets shorter."""
        if case.clock.calendar is None:
            return {}
        clock, slip = case.clock, case.open_return
        if slip is not None and slip.due is not None and clock.mend_due is not None:
            due = max(clock.mend_due, clocks.mending_until(self.calendar, self.policy, slip.at))
            clock, slip = clock.model_copy(update={"mend_due": due}), slip.model_copy(update={"due": due})
        return {**self._clocked(case, self._counted_anew(case, clock)), "returns": _with(case, slip)}

    def _counted_anew(self, case: Case, clock: CaseClock) -> CaseClock:
        if clock.accepted_at is None:
            return clocks.received_anew(clock, self.calendar, self.policy)
        version = self.version_of(case)
        if clock.public_until is not None and version.public_notice is not None:
            clock = clocks.published_anew(clock, self.calendar, version.public_notice.within)
        return clocks.counted_anew(clock, self.calendar, self.policy, version.clocks)

    def _dated_anew(self, case: Case) -> dict[str, Any]:
        """All that runs beside the clock."""
        earlier = case.clock.calendar if case.counted_with is None else case.counted_with
        anew = dated.Anew(self.calendar, self.calendar.as_of(earlier or 0))
        changes = changes_to([anew.obligation(each) for each in case.obligations])
        if case.inspection is not None:
            changes |= inspected(anew.inspection(case.inspection))
        return {**changes, "counted_with": self.calendar.revision if dated.runs(case) else None}

    async def _tell_asked_moved(self, case: Case, after: Case, why: str) -> list[NoticeOrder]:
        """Whoever has to do it is told of the new day: the applicant where it is theirs."""
        notices: list[NoticeOrder] = []
        for before, now in zip(case.obligations, after.obligations, strict=True):
            if before.due is None or now.due is None or before.due == now.due:
                continue
            days = {"before": deadline(before.due), "due": deadline(now.due)}
            told = self._tell(case, "obligation_due_moved", what=now.name, reason=why, **days)
            readers = await self._readers(case, now)
            notices += [told[0].model_copy(update={"to": reader}) for reader in readers] if readers else told
        return notices

    def _tell_check(self, case: Case, after: Case, why: str) -> list[NoticeOrder]:
        """The applicant is told of more time to put something right, or to speak."""
        before, now = dated.until(case.inspection), dated.until(after.inspection)
        if before is None or now is None or before == now:
            return []
        what, due = now
        return self._tell(case, "obligation_due_moved", what=what, reason=why, before=deadline(before[1]), due=deadline(due))

    def _tell_moved(self, case: Case, after: Case, why: str) -> list[NoticeOrder]:
        """The applicant is told of the first date they knew that moved. Of a bundle they know the bundle's own alone."""
        if case.bundle is not None:
            return []
        for name in _DATES:
            before: datetime | None = getattr(case.clock, name)
            due: datetime | None = getattr(after.clock, name)
            if before is not None and due is not None and before != due:
                return self._tell(case, "case_due_moved", before=deadline(before), due=deadline(due), reason=why)
        return []


def _since(case: Case) -> int:
    """The earliest calendar anything of the case was counted with."""
    return min((each for each in (case.clock.calendar, case.counted_with) if each is not None), default=0)


def _with(case: Case, slip: Return | None) -> list[Return]:
    return [slip if slip is not None and each.number == slip.number else each for each in case.returns]


def _moved(case: Case, after: Case) -> dict[str, list[datetime | None]]:
    """The days that are others now, each before and after, by what they are of."""
    names = (*_DATES, "statutory_due", "public_until")
    moved: dict[str, list[datetime | None]] = {name: [getattr(case.clock, name), getattr(after.clock, name)] for name in names}
    moved |= {each.name: [each.due, now.due] for each, now in zip(case.obligations, after.obligations, strict=True)}
    if case.inspection is not None and after.inspection is not None:
        before, now = dated.until(case.inspection), dated.until(after.inspection)
        moved["核查"] = [case.inspection.due, after.inspection.due]
        moved |= {now[0]: [before[1], now[1]]} if before and now else {}
    return {name: pair for name, pair in moved.items() if pair[0] != pair[1]}


def _counted(after: Case) -> dict[str, int | None]:
    """The revisions alone: nothing moved, and a page that is open does not get stale."""
    clock = {} if after.clock.calendar is None else {"clock.calendar": after.clock.calendar}
    return {**clock, "counted_with": after.counted_with}


def _slips_moved(case: Case, after: Case) -> list[tuple[str, datetime]]:
    """Payment slips whose day is another now, by id."""
    pairs = zip(case.obligations, after.obligations, strict=True)
    return [(now.id, now.due) for was, now in pairs if now.kind is ObligationKind.PAYMENT and now.due is not None and now.due != was.due]

"""How a case comes back before the office: mended by the applicant, or since the word that was missing has come."""

from datetime import datetime
from typing import Any

from backend.cases import clocks
from backend.cases.book import UNCLAIMED
from backend.cases.contents import changed_fields, changed_materials, snapshot
from backend.cases.core import Core
from models.acts import Act
from models.cases import Case, CaseState, Desk, Return, ReturnKind
from models.catalogue import Span


class Returning(Core):
    """Queue and clock of what comes back."""

    def _queued(self, act: Act, case: Case, target: CaseState) -> dict[str, Any]:
        """What puts `case`, as it comes back, before the office: nobody has it in hand."""
        by = self._expected(act, case, target) if target is CaseState.SUBMITTED else None
        return {"desk": self._desk(case, target), "queued_at": act.at, "review_due": by, **UNCLAIMED}

    def _desk(self, case: Case, target: CaseState) -> Desk | None:
        if target is CaseState.ACCEPTED:
            return case.desk
        return Desk(department=case.department, role="pre_reviewer" if target is CaseState.SUBMITTED else "reviewer")

    def _expected(self, act: Act, case: Case, target: CaseState) -> datetime:
        """By when the applicant will hear."""
        if target is CaseState.ACCEPTED and (due := clocks.nearest(case.clock)) is not None:
            return due
        days = self.policy.pre_review_days if target is CaseState.SUBMITTED else self.policy.deficiency_days
        return self.calendar.deadline(act.at, Span(n=days)).at

    async def _clock_after_mending(self, act: Act, case: Case, after: Case, target: CaseState) -> dict[str, Any]:
        if target is CaseState.RECEIVED and case.awaited_visit is not None:
            return {"clock": clocks.awaited(case.clock, self.calendar, self.policy)}
        if target is CaseState.RECEIVED:
            return {"clock": clocks.mended(case.clock, self.calendar, self.policy, act.at)}
        if target is CaseState.ACCEPTED:
            version = self.version_of(case)
            clock = clocks.resumed(case.clock, self.calendar, self.policy, version.clocks, act.at)
            return await self.book.turned_back(case, after.model_copy(update={"clock": clock}), version, act)
        return {}


def answered(returns: list[Return], act: Act) -> list[Return]:
    """The slips, with the open ones marked as answered now."""
    return [each if each.answered_at else each.model_copy(update={"answered_at": act.at}) for each in returns]


def waits_for_no_mending(case: Case) -> bool:
    """Whether a case that was sent back has by now all it was sent back for: every slip was about somebody's word, nobody's is a no or
    late any more, and the applicant has not begun to change what was handed in."""
    slips = case.open_returns
    if not slips or any(each.kind is not ReturnKind.UNAGREED for each in slips):
        return False
    if any(each.is_of_others and not each.is_settled and (each.lapsed_at or each.declined_at) for each in case.obligations):
        return False
    now, before = snapshot(case.form, case.materials), case.snapshots[-1] if case.snapshots else None
    return not changed_fields(before, now) and not changed_materials(before, now)

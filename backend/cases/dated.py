"""What runs by working days beside the clock of a case, before the decision and after it: what is owed, paid, confirmed or signed,
a check, time to put right and time to speak. Pure.

Counted with a calendar whose revision the case keeps (`counted_with`), so that it is counted anew when the calendar changes; what
somebody was told never gets shorter by that.
"""

from dataclasses import dataclass
from datetime import datetime

from backend.workdays import WorkCalendar
from models.cases import Case, Correction, Inspection, InspectionState, Obligation, Proposal


@dataclass(frozen=True)
class Anew:
    """Counts as many working days as before, by another calendar."""

    calendar: WorkCalendar
    before: WorkCalendar

    def day(self, since: datetime, due: datetime) -> datetime:
        """`due`, counted from `since`; never sooner than it was."""
        return self.calendar.counted_anew(since, due, self.before)

    def obligation(self, each: Obligation) -> Obligation:
        """What is open and not lapsed, with as many working days as when it was asked."""
        if not _is_dated(each) or each.due is None:
            return each
        remind = each.remind_at and self.day(each.since, each.remind_at)
        return each.model_copy(update={"due": self.day(each.since, each.due), "remind_at": remind})

    def inspection(self, each: Inspection) -> Inspection:
        """The check that is waited for, the time to put right or to speak that runs."""
        if each.state is InspectionState.WAITING and each.overdue_at is None:
            return each.model_copy(update={"due": self.day(each.since, each.due)})
        if each.state is InspectionState.CORRECTING and each.correction is not None and each.correction.lapsed_at is None:
            return each.model_copy(update={"correction": self._correction(each.correction)})
        if each.state is InspectionState.PROPOSED and each.proposal is not None:
            return each.model_copy(update={"proposal": self._proposal(each.proposal)})
        return each

    def _correction(self, each: Correction) -> Correction:
        due = self.day(each.at, each.due)
        if due == each.due:
            return each
        remind = each.remind_at and self.day(each.at, each.remind_at)
        return each.model_copy(update={"due": due, "remind_at": remind, "told_due": each.told_due or each.due})

    def _proposal(self, each: Proposal) -> Proposal:
        until = self.day(each.at, each.until)
        return each if until == each.until else each.model_copy(update={"until": until, "told_until": each.told_until or each.until})


def runs(case: Case) -> bool:
    """Whether anything of that is open."""
    return any(_is_dated(each) for each in case.obligations) or _is_checked(case.inspection)


def until(inspection: Inspection | None) -> tuple[str, datetime] | None:
    """What the applicant has to do by when in a check: its name, its day; None where it is not their turn."""
    if inspection is None:
        return None
    if inspection.state is InspectionState.CORRECTING and inspection.correction is not None:
        return "改正", inspection.correction.due
    if inspection.state is InspectionState.PROPOSED and inspection.proposal is not None:
        return "说明情况（陈述申辩）", inspection.proposal.until
    return None


def _is_dated(each: Obligation) -> bool:
    return each.is_open and each.due is not None and each.lapsed_at is None


def _is_checked(inspection: Inspection | None) -> bool:
    if inspection is None or inspection.state is InspectionState.OVER:
        return False
    if inspection.state is InspectionState.CORRECTING:
        return inspection.correction is not None and inspection.correction.lapsed_at is None
    return inspection.state is InspectionState.PROPOSED or inspection.overdue_at is None

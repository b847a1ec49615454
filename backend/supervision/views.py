"""What supervision answers."""

from collections.abc import Callable
from datetime import datetime

from backend.spoken import deadline
from backend.workdays import WorkCalendar
from models.supervision import Budget, BudgetView, Holder, HolderView, Segment, SegmentView, Side, Subject, TimeView, UseView

Naming = Callable[[str], str]  # the name of a department


class Views:
    """Makes answers, with the names of departments."""

    def __init__(self, days: Callable[[], WorkCalendar], department: Naming) -> None:
        self._days = days
        self.department = department

    def time(self, subject: Subject, now: datetime) -> TimeView:
        """Who had a subject when."""
        return TimeView(
            kind=subject.kind,
            id=subject.id,
            number=subject.number,
            title=subject.title,
            sentence=self._sentence(subject),
            segments=[self._segment(each, now) for each in subject.segments],
            budgets=[self._budget(each) for each in subject.budgets],
        )

    def holder(self, holder: Holder) -> HolderView:
        """A department by its name, and the person."""
        return HolderView(department=holder.department, department_name=self.department(holder.department), person=holder.name)

    def called(self, holder: Holder) -> str:
        """「民政局姚淑贤」."""
        return self.department(holder.department) + holder.name

    def _segment(self, segment: Segment, now: datetime) -> SegmentView:
        return SegmentView(
            step=segment.step,
            name=segment.name,
            side=segment.side.value,
            side_name=segment.side.label,
            holder=self.holder(segment.holder) if segment.holder else None,
            start=segment.start,
            end=segment.end,
            minutes=self._days().office_minutes(segment.start, segment.end or now),
            why=segment.why,
        )

    def _budget(self, budget: Budget) -> BudgetView:
        return BudgetView(
            step=budget.step,
            name=budget.name,
            scope=budget.scope.value,
            scope_name=budget.scope.label,
            due=budget.due,
            limit_minutes=budget.limit,
            used_minutes=budget.used,
            over_minutes=budget.over,
            running=budget.running,
            uses=[UseView(holder=self.holder(use.holder), minutes=use.minutes) for use in budget.uses],
        )

    def _sentence(self, subject: Subject) -> str:
        at = subject.now_with
        if at is None:
            return "已经办完，或没有在办"
        if at.side is not Side.OFFICE:
            return f"{at.name}：{at.why or at.side.label}，这段时间不发督办牌"
        budget = next((each for each in subject.budgets if each.step == at.step), None)
        until = _until(budget) if budget else ""
        return f"{at.name}：在{self.called(at.holder) if at.holder else ''}手里{until}"


def _until(budget: Budget) -> str:
    if budget.due is None:
        return "，这个环节没有单独的时限"
    return f"，已超过{deadline(budget.due)}的时限" if budget.is_over else f"，{deadline(budget.due)}前要办完"

"""What supervision answers."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from backend.spoken import deadline
from backend.workdays import WorkCalendar
from models.supervision import (
    Budget,
    BudgetView,
    Card,
    CardView,
    Holder,
    HolderView,
    ReviewView,
    Segment,
    SegmentView,
    Side,
    Statement,
    StatementView,
    Subject,
    TimeView,
    UseView,
)

Naming = Callable[[str], str]  # the name of a department
_AS_STORED = {
    "id",
    "version",
    "number",
    "name",
    "kind",
    "subject",
    "subject_number",
    "title",
    "step",
    "step_name",
    "due",
    "rests_on",
    "at",
    "appeal_until",
}


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

    def card(self, card: Card, actions: list[str]) -> CardView:
        """A card with what its reader may do about it."""
        to = card.given_to
        holder = Holder(department=card.department, person=to.id if to else None, name=to.name if to else "")
        same = card.model_dump(include=_AS_STORED)
        return CardView(
            **same,
            level=card.level.value,
            level_name=card.level.label,
            state=card.state.value,
            state_name=card.state.label,
            sentence=self.outcome(card, holder),
            holder=self.holder(holder),
            heads=[head.name for head in card.heads],
            used_minutes=card.used,
            limit_minutes=card.limit,
            appeal=_statement(card.appeal),
            review=ReviewView(**_said(card.review), outcome=card.review.outcome.value) if card.review else None,
            actions=actions,
        )

    def outcome(self, card: Card, holder: Holder) -> str:
        """What the card says, in one sentence."""
        spent = ""
        if card.used is not None and card.limit is not None:
            spent = f"，已用{spoken(card.used)}，时限{spoken(card.limit)}（办公时间）"
        return f"{self.called(holder)}：「{card.title}」{card.step_name}，{card.name}{spent}"

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
        if at.side is not Side.OFFICE and not at.own:
            return f"{at.name}：{at.why or at.side.label}，这段时间不发督办牌"
        budget = next((each for each in subject.budgets if each.step == at.step), None)
        until = _until(budget) if budget else ""
        stopped = f"（{at.why}，{at.side.label}，本环节的时限照算）" if at.own else ""
        return f"{at.name}：在{self.called(at.holder) if at.holder else ''}手里{stopped}{until}"


def spoken(minutes: int) -> str:
    """「9小时20分钟」."""
    hours, rest = divmod(minutes, 60)
    return (f"{hours}小时" if hours else "") + (f"{rest}分钟" if rest or not hours else "")


def _said(statement: Statement) -> dict[str, Any]:
    return {"by": statement.by.name, "at": statement.at, "reason": statement.reason}


def _statement(statement: Statement | None) -> StatementView | None:
    return StatementView(**_said(statement)) if statement else None


def _until(budget: Budget) -> str:
    if budget.due is None:
        return "，这个环节没有单独的时限"
    return f"，已超过{deadline(budget.due)}的时限" if budget.is_over else f"，{deadline(budget.due)}前要办完"

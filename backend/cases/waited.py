"""What the office waits for before it can go on, and since when: one place for it, so that a queue, the case's page, its sentence and the
cards of supervision never tell two things of one moment. Pure."""

from collections.abc import Iterator
from datetime import datetime

from backend.workdays import Pause
from models.cases import Blocks, Case, CaseState, Obligation, ObligationKind

_STAGES = {
    CaseState.SUBMITTED: Blocks.ACCEPTANCE,
    CaseState.RECEIVED: Blocks.ACCEPTANCE,
    CaseState.GRANTED: Blocks.HAND_OUT,
    CaseState.REFUSED: Blocks.HAND_OUT,
}
_ORDER = list(Blocks)


def holds_up(blocks: Blocks, stage: Blocks | None) -> bool:
    """Whether it stands in the way of what the office would do next: of its own act and of all later ones. `stage`: that act's, None for
    a step before the decision, which goes on meanwhile."""
    return stage is not None and _ORDER.index(blocks) <= _ORDER.index(stage)


def stage_of(case: Case) -> Blocks | None:
    """What the office would do next."""
    if case.state is not CaseState.ACCEPTED:
        return _STAGES.get(case.state)
    return Blocks.DECISION if case.steps and case.current_step is case.steps[-1] else None


def waited_for(case: Case) -> list[Obligation]:
    """What has to be done by others before the office's turn comes; its own clock stands still meanwhile."""
    stage = stage_of(case)
    return [each for each in case.obligations if holds_up(each.blocks, stage) and any(end is None for _, end in stretches(case, each))]


def waiting_words(case: Case) -> str:
    """「等缴费」; empty where it is the office's turn."""
    return "、".join(dict.fromkeys(each.kind.label for each in waited_for(case)))


def pauses(case: Case) -> list[Pause]:
    """The time in which the step whose turn it is could not be ended for what others had to do."""
    stage = stage_of(case) if case.state is CaseState.ACCEPTED else None
    return [Pause(*stretch) for each in case.obligations if holds_up(each.blocks, stage) for stretch in stretches(case, each)]


def stretches(case: Case, obligation: Obligation) -> Iterator[tuple[datetime, datetime | None]]:
    """When it was to be done by others: again from each time that what came in was found unfit. Once a debt is overdue it is the office's
    turn, which may refuse, and so is what came in until it was looked at. Without the case's events (lists read none) a paper that came
    back counts as owed all the while."""
    over, start = _over(obligation), obligation.since
    for event in case.events:
        if over is not None and event.at >= over:
            break
        if start is not None and event.action == "case.debt_handed_in" and obligation.key in event.detail["materials"]:
            yield start, event.at
            start = None
        elif start is None and event.action == "case.debt_examined" and event.detail["debt"] == obligation.id:
            start = event.at
    if start is not None:
        yield start, over or obligation.handed_at


def _over(obligation: Obligation) -> datetime | None:
    overdue = obligation.due if obligation.lapsed_at and obligation.kind is ObligationKind.DEBT else None
    ends = [obligation.met_at, obligation.ended_at, overdue]
    return min((each for each in ends if each is not None), default=None)

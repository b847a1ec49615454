"""What a case waits for from others: which acts it holds up, when they are reminded, what is said when a moment passes."""

from datetime import datetime
from typing import Any

from backend.cases.actions import Action
from backend.cases.flow import Transition
from backend.cases.waited import holds_up
from backend.cases.words import listed
from backend.errors import WrongState
from models.cases import Blocks, Case, CaseState, Obligation

_ACCEPTING = frozenset({Action.ACCEPT, Action.PRE_APPROVE, Action.SUBMIT})
_WAITS = {Blocks.ACCEPTANCE: "受理", Blocks.DECISION: "批准", Blocks.HAND_OUT: "发放结果"}


def held_up_by(row: Transition) -> Blocks | None:
    """Which obligations hold up a row of the table. Deemed acceptance and refusal wait for nobody.

    Passing pre-review waits as acceptance does: nobody is sent on their way for a case that cannot be accepted. A refusal is handed
    out whatever is still open.
    """
    if row.action is Action.PRE_APPROVE or (row.target is CaseState.ACCEPTED and row.action in _ACCEPTING):
        return Blocks.ACCEPTANCE
    if row.action is Action.GRANT:
        return Blocks.DECISION
    return Blocks.HAND_OUT if row.action in (Action.RECORD_RESULT, Action.DELIVER) and row.source is CaseState.GRANTED else None


def in_the_way(case: Case, row: Transition) -> list[Obligation]:
    """Unsettled obligations that hold up this row: open ones, and those that were declined. One that is to be met before an earlier act holds up the later ones too."""
    held = held_up_by(row)
    return [each for each in case.obligations if not each.is_settled and holds_up(each.blocks, held)]


def require_met(case: Case, row: Transition) -> None:
    """Raises `WrongState` that names what is still to be done, and by whom."""
    if waiting := in_the_way(case, row):
        held = held_up_by(row)
        assert held is not None
        who = "、".join(dict.fromkeys(each.who_name or case.person_name for each in waiting))
        raise WrongState(f"{listed([each.name for each in waiting])}还没有完成，暂时不能{_WAITS[held]}。要由{who}完成。")


def require_whole_met(bundle: Case, row: Transition) -> None:
    """What others owe the whole holds up each of its departments. Raises `WrongState` as `require_met`."""
    try:
        require_met(bundle, row)
    except WrongState as error:
        raise WrongState(f"整件申请里的{error.detail}") from None


def changes_to(obligations: list[Obligation]) -> dict[str, Any]:
    """What to set on a case whose obligations are now these."""
    moments = [moment for each in obligations if (moment := each.next_moment) is not None]
    return {"obligations": obligations, "obliged_at": min(moments, default=None)}


def ended(obligations: list[Obligation], at: datetime, why: str) -> list[Obligation]:
    """The obligations, those still open ended for that reason."""
    return [each.model_copy(update={"ended_at": at, "ended_for": why}) if each.is_open else each for each in obligations]


def replaced(case: Case, obligation: Obligation) -> list[Obligation]:
    """The case's obligations with one of them as given, by id."""
    return [obligation if each.id == obligation.id else each for each in case.obligations]

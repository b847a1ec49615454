"""What waits for the head's own act (首席代表): each kind is one filter of one index, of which the first few are shown."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from backend.cases import debts
from backend.cases.actions import Action
from backend.cases.queues import LONGEST_FIRST, NEWEST_FIRST
from backend.spoken import deadline
from backend.store import Document
from backend.store.indexes import SOME_DAY, TEXT
from models.acts import Role
from models.cases import Case, CaseState, InspectionState
from models.catalogue import StepLevel
from models.desk_views import HeadRow

MOST = 20  # of a kind are shown
_UNDER_WAY = [each.value for each in (CaseState.ACCEPTED, CaseState.CORRECTION_AFTER_ACCEPTANCE, CaseState.PAUSED)]
Say = Callable[[Case, datetime], str]


@dataclass(frozen=True)
class Kind:
    """One kind of what waits. `where`: of a department; `act`: what the head does about it, where it is one thing; `counts`: of what
    the filter finds, what waits indeed."""

    key: str
    label: str
    where: Callable[[str], Document]
    sort: list[tuple[str, int]]
    says: Say
    act: Action | None = None
    counts: Callable[[Case], bool] = lambda case: True


def _decisions(department: str, *, first: bool) -> Document:
    desk: Document = {"desk.department": department, "desk.level": StepLevel.DISTRICT.value, "desk.role": Role.CHIEF_REPRESENTATIVE.value}
    return desk | {"state": CaseState.ACCEPTED.value, "hold": None, "first": first, "queued_at": SOME_DAY}


def _checks(department: str, state: InspectionState) -> Document:
    return {"inspection.department": department, "inspection.state": state.value}


def _unpaid(department: str) -> Document:
    lapsed = {"$elemMatch": {"kind": "debt", "lapsed_at": SOME_DAY, "met_at": None, "ended_at": None}}
    where: Document = {"department": department, "tolerance.number": TEXT, "state": CaseState.GRANTED.value}
    return where | {"obligations": lapsed}


def _due(case: Case, now: datetime) -> str:
    due = case.clock.promised_due or case.clock.statutory_due
    if due is None:
        return "没有时限"
    return f"{deadline(due, now)}前" + ("，已超期" if due <= now else "")


def _heard(case: Case, now: datetime) -> str:
    """Whether the applicant has spoken to what is proposed, or may still."""
    proposal = case.inspection.proposal if case.inspection else None
    if proposal is None:
        return ""
    if proposal.favours:
        return "对申请人有利，可以现在决定"
    if (said := case.said_to_proposal) is not None:
        return "申请人已经说明" + ("，要求听证，举行听证以后可以决定" if said.wants_hearing else "，可以决定")
    return "申请人没有说明，可以决定" if now >= proposal.until else f"申请人可以说明到{deadline(proposal.until, now)}"


def _silent(case: Case, now: datetime) -> str:
    due = case.clock.statutory_due
    return f"法定期限{deadline(due, now)}已过" if due else "法定期限已过"


def _owed(case: Case, now: datetime) -> str:
    return "、".join(each.name for each in debts.unpaid(case)) + "到期没有补交"


def _inspector_wanted(case: Case, now: datetime) -> str:
    return f"{deadline(case.inspection.due, now)}前要核查" if case.inspection else ""


def _is_withdrawable(case: Case) -> bool:
    return debts.withdrawable(case) and not (case.inspection and case.inspection.is_open)


_NEXT_FIRST = [("obliged_at", 1), ("_id", 1)]
KINDS: tuple[Kind, ...] = (
    Kind("green", "绿色通道，等您决定", lambda d: _decisions(d, first=True), LONGEST_FIRST, _due, Action.GRANT),
    Kind("decide", "等您决定", lambda d: _decisions(d, first=False), LONGEST_FIRST, _due, Action.GRANT),
    Kind(
        "silent",
        "超过法定期限，还没有决定",
        lambda d: {"department": d, "clock.silent_at": SOME_DAY, "state": {"$in": _UNDER_WAY}},
        NEWEST_FIRST,
        _silent,
        Action.GRANT,  # where it is theirs by now, as of what waits for the decision; else the page lists what may be done
    ),
    Kind(
        "recusals",
        "申请人申请回避，等您决定",
        lambda d: {"department": d, "recusal_open_at": SOME_DAY},
        [("recusal_open_at", 1), ("_id", 1)],
        lambda case, now: f"申请「{case.recusal_asked.who}」回避" if case.recusal_asked else "",
        Action.DECIDE_RECUSAL,
        lambda case: case.recusal_asked is not None and not case.state.is_final,
    ),
    Kind("heard", "拟撤销、撤回的决定", lambda d: _checks(d, InspectionState.PROPOSED), NEWEST_FIRST, _heard),
    Kind(
        "unassigned",
        "核查还没有人",
        lambda d: _checks(d, InspectionState.WAITING) | {"inspection.inspector": None},
        NEWEST_FIRST,
        _inspector_wanted,
        Action.ASSIGN_INSPECTOR,
    ),
    Kind("owed", "到期没有补交，可以撤回决定", _unpaid, _NEXT_FIRST, _owed, Action.REVOKE, _is_withdrawable),
)


def head_row(case: Case, kind: Kind, now: datetime) -> HeadRow:
    """A case of a kind in its list."""
    return HeadRow(
        case=case.id,
        number=case.number,
        item_name=case.item_name,
        person_name=case.person_name,
        words=kind.says(case, now),
        act=kind.act.value if kind.act else None,
    )

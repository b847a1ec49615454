"""What is still open about a closed case, for somebody: while anything is, it neither goes into the archive nor is destroyed."""

from datetime import datetime

from backend.cases import recheck_id
from backend.store import Store
from models.cases import Case, InspectionOutcome, InspectionState
from models.payments import RefundState
from models.supervision import CardState

_BY_HEAD = (InspectionOutcome.MISTAKEN, InspectionOutcome.REFUSED_MISTAKENLY, InspectionOutcome.BASIS_GONE)
_COMING_BACK = [RefundState.DUE.value, RefundState.AT_COUNTER.value]


async def open_matter(store: Store, case: Case) -> str:
    """The first matter that is open, in words that say what ends it; nothing where none is."""
    if any(each.is_open for each in case.obligations):
        return "还有没有完成的事项（确认、签名、补交或缴费），完成或终止以后再处理。"
    if undone := [each.name for each in case.duties if each.is_open]:
        return f"批准以后要做的「{undone[0]}」还没有验收合格，合格以后再处理。"
    if checked := await _looked_at(store, case):
        return checked
    if await store.bills.count({"case": case.id, "refunds.state": {"$in": _COMING_BACK}}):
        return "还有没有退完的款，退完以后再处理。"
    if await store.cards.count({"kind": "cases", "subject": case.id, "state": CardState.APPEALED.value}):
        return "有督办牌正在申诉，复核以后再处理。"
    if await store.points_sheets.count({"person": case.person, "case": case.id, "objections": {"$elemMatch": {"answered_at": None}}}):
        return "有积分异议还没有答复，答复以后再处理。"
    return ""


async def _looked_at(store: Store, case: Case) -> str:
    """That somebody is checking it, or the head is still to decide about what was found."""
    if await store.rechecks.count({"_id": recheck_id(case.id), "finding": None}):
        return "正在抽检复核，登记结果以后再处理。"
    if case.inspection is None or case.inspection.state is InspectionState.OVER:
        return ""
    if case.inspection.proposal is not None and case.inspection.proposal.by_recheck:
        return "抽检认定决定有误，首席代表还没有决定撤销还是保留，决定以后再处理。"
    if case.inspection.proposal is not None and case.inspection.proposal.ground in _BY_HEAD:
        return "部门已经拟撤销决定，首席代表还没有决定撤销还是保留，决定以后再处理。"
    return "承诺核查还没有结束，核查完毕以后再处理。"


def ended_at(case: Case) -> datetime | None:
    """When its end was settled: its closing, or the annulment of its decision where that came later; None while it is not over."""
    if not case.state.is_final or case.closed_at is None:
        return None
    revoked = case.decision.revoked if case.decision else None
    return max(case.closed_at, revoked.at) if revoked else case.closed_at

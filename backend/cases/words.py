"""How dates, lists and the standing of a case are said to people."""

from datetime import date, datetime

from pydantic import JsonValue

from backend.cases.clocks import nearest, standing
from backend.cases.debts import has_word, open_debts
from backend.cases.waited import waited_for
from backend.clock import SHANGHAI
from backend.spoken import deadline, full_day
from models.cases import (
    Blocks,
    Case,
    CaseState,
    ClockStop,
    DecisionForm,
    InspectionState,
    ObligationKind,
    PartStatus,
    ResultRecord,
    Revocation,
)
from models.deliveries import DeliveryMethod
from models.forms import FieldType, FormField

PAPERS_SHUT = "文书上有申请人的姓名和填写的内容。您只看办件办到哪一步，不经办这件，所以不能打开文书；要核对的，请找经办的部门。"


def needed(stop: ClockStop) -> str:
    """How long a stop will take, as its notice says."""
    return f"预计到{full_day(stop.until)}结束" if stop.until is not None else "结束的日子现在还定不下来"


def listed(names: list[str]) -> str:
    """「户口簿、近照等3项」: the first three by name."""
    unique = list(dict.fromkeys(names))
    return "、".join(f"「{name}」" for name in unique[:3]) + (f"等{len(unique)}项" if len(unique) > 3 else "")


def said(field: FormField, value: JsonValue) -> str:
    """An answer in words: the label of a choice, 是 or 否, a date as it is written, lists and addresses joined."""
    if isinstance(value, list):
        return "、".join(said(field, each) for each in value)
    if isinstance(value, dict):
        return "".join(str(each) for each in value.values())
    if isinstance(value, bool):
        return "是" if value else "否"
    if field.type is FieldType.DATE and isinstance(value, str):
        day = date.fromisoformat(value)
        return f"{day.year}年{day.month}月{day.day}日"
    if field.type is FieldType.MONTH and isinstance(value, str):
        return f"{int(value[:4])}年{int(value[5:])}月"
    return field.label_of(str(value))


def situation(case: Case, now: datetime) -> str:
    """One sentence: where the case stands, whose turn it is, and until when, or that this moment has passed."""
    if nothing_goes_on := _destroyed(case) or _frozen(case) or _ended(case):
        return nothing_goes_on
    if case.state in _TO_MEND:
        return _to_mend(case, now)
    if taken_back := withdrawn(case):
        return f"{taken_back}，{_instead(case)}"
    if waiting := _to_be_taken_back(case, now) or _waits_for(case, now) or _to_come(case, now) or _granted_owing(case, now):
        return waiting
    if case.intake is not None and case.state is CaseState.RECEIVED:
        return f"已由{case.intake.counter}代收，等待{case.intake.decided_by}决定是否受理" + _until(office_due(case), now)
    due = None if waited_for(case) and _is_over(case, now) else office_due(case)  # nobody is late while another's turn lasts
    if case.delivery and case.state is CaseState.GRANTED and case.result:
        return f"已批准，「{case.result.kind}」{_on_the_way(case.result)}" + _to_do_after(case, now)
    if case.parts and case.state in (CaseState.ACCEPTED, CaseState.GRANTED, CaseState.REFUSED):
        return _of_bundle(case)
    stop = standing(case.clock, now) if case.state is CaseState.ACCEPTED else None
    paused = f"（{stop.ground.label}期间不计承诺时限）" if stop else ""
    return (
        _SENTENCES[case.state].format(step=case.current_step.name if case.current_step else "审批")
        + paused
        + _until(due, now)
        + _still_owed(case, now)
        + _to_pay(case, now)
        + _to_do_after(case, now)
    )


def situation_for_staff(case: Case, now: datetime) -> str:
    """The sentence of `situation` as staff read it: the applicant is spoken of, not to, and nobody is asked to hurry themselves."""
    said = situation(case, now)
    for theirs, ours in _FOR_STAFF:
        said = said.replace(theirs, ours)
    return said.replace("您", "申请人")


def turn(case: Case, now: datetime) -> str:
    """Whose turn it is and until when, in few words for somebody else than the applicant; empty where nothing goes on or is over."""
    if _destroyed(case) or _frozen(case) or _ended(case):
        return ""
    to_pay = [each for each in case.obligations if each.kind is ObligationKind.PAYMENT and each.is_open]
    if case.state in _TO_MEND:
        return "等办事的人补正" + _by(case.clock.mend_due, now)
    if to_pay:
        return "等办事的人缴费" + _by(min((each.due for each in to_pay if each.due), default=None), now)
    due = office_due(case)
    if due is None:
        return ""
    return "等工作人员办" + (_by(due, now) if due > now else f"，{deadline(due, now)}的期限已经过了")


def _by(due: datetime | None, now: datetime) -> str:
    return f"，最晚{deadline(due, now)}前" if due else ""


def _to_be_taken_back(case: Case, now: datetime) -> str:
    """That the decision is to be taken back, and until when the applicant may speak for themselves first."""
    proposal = case.inspection.proposal if case.inspection is not None and case.inspection.state is InspectionState.PROPOSED else None
    if proposal is None or proposal.favours:
        return ""
    until = proposal.told_until or proposal.until
    if case.said_to_proposal is not None:
        then = "您已经说明情况，等承办部门决定"
    elif now < until:
        then = f"您在{deadline(until, now)}前可以说明情况"
    else:
        then = f"说明情况的时间到{deadline(until, now)}为止，等承办部门决定"
    return f"拟{proposal.verb}批准决定，{then}，理由见拟{proposal.verb}决定告知书"


def _granted_owing(case: Case, now: datetime) -> str:
    """That what was granted waits for its payment, or for what was to come later."""
    if case.state is not CaseState.GRANTED or case.parts or case.result is not None:
        return ""
    to_pay, owed = _to_pay(case, now), _owed_for_the_result(case, now)
    what = "和".join(each for each, is_so in (("缴费", to_pay), ("补交材料", owed)) if is_so)
    return f"已批准，等您{what}{to_pay}{owed}{_to_do_after(case, now)}" if what else ""


def _owed_for_the_result(case: Case, now: datetime) -> str:
    """The papers the result waits for that have not come in."""
    debts = [each for each in open_debts(case).values() if each.handed_at is None and each.blocks is Blocks.HAND_OUT]
    due = min((each.due for each in debts if each.due), default=None)
    when = "" if due is None else f"请在{deadline(due, now)}前补交" if due > now else f"补交期限{deadline(due, now)}已过，请尽快补交"
    return f"；{listed([each.name for each in debts])}还没有交，{when or '请尽快补交'}，补齐后发放结果" if debts else ""


def _to_pay(case: Case, now: datetime) -> str:
    """What is to be paid, until when, what follows once it is, and where it never is."""
    open_ones = [each for each in case.obligations if each.kind is ObligationKind.PAYMENT and each.is_open]
    said = ""
    for each in open_ones:
        until = f"请在{deadline(each.due, now)}前" if each.due and each.due > now else "请尽快"
        said += f"；{until}缴「{each.what}」，缴清后{_ONCE_PAID[each.blocks]}"
        said += f"，到{deadline(each.ends_at, now)}仍没有缴的，批准失效" if each.ends_at else ""
    return said


def _to_do_after(case: Case, now: datetime) -> str:
    """What is owed after the decision and not found done yet."""
    return "".join(f"；「{each.name}」请在{deadline(each.due, now)}前做好（{each.label}）" for each in case.duties if each.is_open)


def _still_owed(case: Case, now: datetime) -> str:
    """What is absent although nobody promised it, since the case counted as accepted without it, and has not come yet."""
    owed = [each for key, each in open_debts(case).items() if each.handed_at is None and not has_word(case, key)]
    due = min((each.due for each in owed if each.due), default=None)
    return f"；{listed([each.name for each in owed])}还没有交，请在{deadline(due, now)}前补交" if due else ""


def expected(due: datetime, now: datetime, verb: str = "办完") -> str:
    """「预计12月22日（周二）17:00前办完」; of a limit that has passed, that it has, who is told, and what can be done about it."""
    if due > now:
        return f"预计{deadline(due, now)}前{verb}"
    return f"办理期限{deadline(due, now)}已经过了，督办系统会提醒承办部门；您可以在办件里催办，也可以拨打12345"


def new_limit(promised: datetime | None, last: datetime | None) -> str:
    """The new day, and which of both it is: 「我们承诺12月2日（周三）17:00前办完」. `last`: the last day by law, where there is one."""
    if promised is not None:
        return f"我们承诺{deadline(promised)}前办完"
    by_law = f"；法律规定的最后期限是{deadline(last)}" if last else ""
    return f"承诺时限暂停，恢复后另行告知{by_law}"


def _until(due: datetime | None, now: datetime) -> str:
    if due is None:
        return ""
    return f" · 已超过{deadline(due, now)}的时限，您可以催办" if due <= now else f" · 预计{deadline(due, now)}前"


def withdrawn(case: Case) -> str:
    """That the decision was taken back after it was made; empty where it stands."""
    if case.decision is None or case.decision.revoked is None:
        return ""
    if case.was_refused:
        return "不予批准决定已撤销"
    return "批准决定已撤销" if case.decision.revoked.annulled else "批准决定已撤回"


def _instead(case: Case) -> str:
    """What follows for the applicant where a decision was taken back."""
    if not case.was_refused:
        return "不再有效，理由和救济途径见通知书"
    assert case.decision is not None
    assert case.decision.revoked is not None
    return what_next(case.decision.revoked)


def what_next(revoked: Revocation) -> str:
    """What somebody does now whose refusal was annulled."""
    if revoked.again is None:
        return "可以重新申请，请联系承办部门或带身份证到窗口办理"
    return "原来填写的内容和还能用的材料已放进一份新的申请，您核对后提交，我们重新审查、重新作出决定"


def label_of(case: Case) -> str:
    """Where the case stands, in a word or two."""
    if case.state is CaseState.GRANTED and any(each.status is PartStatus.WITHDRAWN for each in case.parts):
        return "其余环节已撤回"
    if _ended(case):
        return "已终止"
    return withdrawn(case) or case.state.label


def _destroyed(case: Case) -> str:
    """What is left of a case whose retention has ended."""
    if case.archived is None or case.archived.destroyed_at is None:
        return ""
    day = full_day(case.archived.destroyed_at.astimezone(SHANGHAI).date())
    return f"保管期满，申请内容和材料已于{day}销毁（{case.archived.destruction}），只留编号、事项和日期；出具的证明、证照仍可核验"


def _frozen(case: Case) -> str:
    return "代办授权已经结束，这份申请已冻结，等您决定：接着办，或者撤回" if case.hold else ""


def _ended(case: Case) -> str:
    """That what was granted has ended: with its person, unpaid, or with the part of a bundle without which it is nothing."""
    ended = case.decision.ended if case.decision else None
    if ended is None:
        return ""
    return ended.words if ended.part or ended.unpaid else f"申请人已经去世，{ended.words}"


def _waits_for(case: Case, now: datetime) -> str:
    """Whom the case waits for, as long as it does and an office cannot go on without them."""
    if case.state not in _WITH_OFFICE:
        return ""
    open_ones = [each for each in case.obligations if each.is_open and each.is_of_others]
    if not open_ones:
        return ""
    who = "、".join(dict.fromkeys(each.who_name for each in open_ones))
    due = min((each.due for each in open_ones if each.due), default=None)
    return f"{_LABELS[case.state]}，正在等{who}：{listed([each.name for each in open_ones])}" + (
        f" · 请对方在{deadline(due, now)}前办" if due else ""
    )


def _to_come(case: Case, now: datetime) -> str:
    """That nothing goes on before the applicant has come."""
    visit = case.awaited_visit
    if visit is None or case.state is not CaseState.RECEIVED:
        return ""
    how = "请先预约时间，没有预约的也可以直接来" if case.may_book else "不用预约"
    return f"已收件，等您{visit.name}，{how}" + (f" · 请在{deadline(visit.due, now)}前来" if visit.due else "")


def office_due(case: Case) -> datetime | None:
    """Until when it is the office's turn; None while it is not."""
    if case.state is CaseState.SUBMITTED:
        return case.review_due
    if case.state is CaseState.RECEIVED:
        return case.clock.deficiency_due
    return nearest(case.clock) if case.state is CaseState.ACCEPTED else None


def _is_over(case: Case, now: datetime) -> bool:
    due = office_due(case)
    return due is not None and due <= now


def whole_due(case: Case) -> datetime | None:
    """Until when the whole case, or what its applicant mends, is to be done."""
    return None if case.state.is_final else case.clock.mend_due or nearest(case.clock) or case.clock.deficiency_due


def turn_due(case: Case) -> datetime | None:
    """Until when what is to be done now must be: the step whose turn it is has a limit of its own, often long before the whole case.
    None while others are waited for: it is not the office's turn, and when that comes nobody knows."""
    if waited_for(case):
        return None
    step = case.current_step if case.state is CaseState.ACCEPTED else None
    return min((each for each in (office_due(case), step.due if step else None) if each), default=None) or whole_due(case)


def _of_bundle(case: Case) -> str:
    """What is done and who is at it; a partial success is said plainly."""
    if case.state is CaseState.REFUSED:
        stands = listed([each.name for each in case.parts if each.stands])
        by_parts = case.decision is not None and case.decision.form is DecisionForm.NOTICE
        refused = [each.name for each in case.parts if each.status in (PartStatus.REFUSED, PartStatus.ENDED) and each.decided_at]
        said = f"没有办成，理由和救济途径见{listed(refused)}的决定书" if by_parts and refused else _SENTENCES[case.state]
        return said + (f"；已经办好的{stands}继续有效" if stands else "")
    wanted = [each for each in case.parts if each.status is not PartStatus.NOT_WANTED]
    granted = [each.name for each in wanted if each.status.is_granted]
    taken_back = [each.name for each in wanted if each.status is PartStatus.WITHDRAWN]
    failed = [each.name for each in wanted if each.status.is_over and not each.status.is_granted and each.name not in taken_back]
    done = f"{len(wanted)}个环节已办好{len(granted)}个" + (f"，{listed(failed)}没有办成" if failed else "")
    if taken_back:
        done += f"，{listed(taken_back)}已按您的要求撤回，办好的继续有效"
    if case.state is CaseState.GRANTED:
        return f"{done}，结果正在汇总，一次发给您"
    at_it = [each.name for each in wanted if each.status is PartStatus.UNDER_WAY]
    return done + (f"，正在同时办{listed(at_it)}" if at_it else "")


def _on_the_way(result: ResultRecord) -> str:
    """「等您到云城区政务服务中心（…）窗口领取（周一至周五 …）」, 「正在寄给您」."""
    if result.delivery == DeliveryMethod.COUNTER.label:
        return f"等您到{result.place or '窗口'}领取" + (f"（{result.hours}）" if result.hours else "")
    return "正在寄给您" if result.delivery == DeliveryMethod.POST.label else result.delivery


_FOR_STAFF = (
    ("，看完以前不用跑", ""),
    ("的时限，您可以催办", "的时限"),
    ("，督办系统会提醒承办部门；您可以在办件里催办，也可以拨打12345", ""),
    ("；请在", "；申请人应在"),
    ("；请尽快", "；申请人应尽快"),
    ("，请在", "，申请人应在"),
    ("请尽快补交", "申请人应尽快补交"),
    ("，请先预约时间，没有预约的也可以直接来", "，可以先预约，也可以直接来"),
    (" · 请在", " · 申请人应在"),
)
_ONCE_PAID = {Blocks.ACCEPTANCE: "受理", Blocks.DECISION: "作出决定", Blocks.HAND_OUT: "发放结果"}
_LABELS = {CaseState.SUBMITTED: "等待预审", CaseState.RECEIVED: "已收件", CaseState.PRE_APPROVED: "预审通过", CaseState.ACCEPTED: "办理中"}
_WITH_OFFICE = frozenset(_LABELS)
_TO_MEND = (CaseState.RETURNED, CaseState.CORRECTION, CaseState.CORRECTION_AFTER_ACCEPTANCE)
_SENTENCES = {
    CaseState.DRAFT: "草稿，还没有提交",
    CaseState.SUBMITTED: "等待工作人员预审，看完以前不用跑",
    CaseState.PRE_APPROVED: "预审通过，等您预约到场或正式提交",
    CaseState.RECEIVED: "已收件，等待工作人员决定是否受理",
    CaseState.ACCEPTED: "办理中：{step}",
    CaseState.PAUSED: "特别程序中，时限暂停，等待恢复办理",
    CaseState.REFUSED: "不予批准，理由和救济途径见决定书",
    CaseState.GRANTED: "已批准，正在制作结果",
    CaseState.CLOSED: "已办结",
    CaseState.NOT_ACCEPTED: "不予受理，理由和救济途径见告知书",
    CaseState.WITHDRAWN: "已撤回",
    CaseState.ABORTED: "已终止办理",
}


def _to_mend(case: Case, now: datetime) -> str:
    count = sum(len(slip.defects) for slip in case.open_returns)
    first = min((slip.due for slip in case.open_returns if slip.due), default=None)
    due = f"，请在{deadline(first, now)}前提交" if first else ""
    return f"需要您修改 {count} 处{due}"

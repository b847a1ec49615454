"""What time forbids: changing what is archived (归档), extending a limit twice or too late (延长期限), granting while a public notice
(公示) still runs, handing out what is not there yet."""

from collections.abc import Callable
from datetime import datetime

from backend.cases import clocks
from backend.cases.actions import Action
from backend.cases.words import expected, listed, needed
from backend.spoken import deadline
from models.base import NoticeOrder
from models.cases import Archived, Case, CaseClock, CaseState, ClockStop, PartStatus, PauseGround
from models.catalogue import Clocks

_INTO_THE_DECISION = frozenset(
    {Action.FIND_WRONG, Action.PROPOSE_ANNULMENT, Action.SPEAK, Action.HEAR_STATEMENT, Action.ANNUL, Action.KEEP_DECISION}
)
"""A decision stays its office's to answer for after its papers have gone into the archive (行政许可法 art. 69)."""


def refusal(case: Case, action: Action, limits: Clocks, now: datetime) -> str:
    """Why the action cannot be taken at this time, in words for whoever asks; nothing where it can be."""
    if case.archived is not None and (shut := _only_read(case.archived, action)):
        return shut
    if action is Action.EXTEND:
        return _no_extension(case, limits, now)
    if action is Action.GRANT and case.clock.public_until is not None and now < case.clock.public_until:
        return f"这份申请正在公示，公示到{deadline(case.clock.public_until)}。公示期满后才能批准。"
    if action in (Action.DELIVER, Action.RECORD_RESULT):
        return _no_hand_out(case)
    if action in (Action.REQUEST_CORRECTION, Action.NOT_ACCEPT):
        return _told_too_late(case, action, now)
    return ""


def _only_read(archived: Archived, action: Action) -> str:
    """What an archived case is closed to: everything but going into its decision again, and that until its destruction is approved."""
    if archived.destruction:
        return f"这份办件的档案已经批准销毁（{archived.destruction}），不能再{action.label}。"
    if action in _INTO_THE_DECISION:
        return ""
    return f"这份办件已经归档（{archived.number}），只能查看，不能再{action.label}。"


def _told_too_late(case: Case, action: Action, now: datetime) -> str:
    """A licence nobody said anything of in five working days is accepted (行政许可法 第三十二条), whoever writes that down when."""
    due = case.clock.deficiency_due
    if not case.is_licence or case.acceptance is not None or due is None or now < due:
        return ""
    return f"{deadline(due)}前没有告知要补正的内容，依法自收到申请之日起就是受理，不能再{action.label}。系统马上记为已受理，请看新的，按已受理的申请办理。"


def _no_hand_out(case: Case) -> str:
    if case.delivery is not None:
        return "结果已经在交付（窗口领取或邮寄），送达后自动办结，不用再登记。"
    if case.decision is not None and case.decision.ended is not None and case.decision.ended.part:
        return f"{case.decision.ended.words}没有结果可以交付，不用登记。"
    missing = [each.name for each in case.parts if each.status is PartStatus.GRANTED and each.hands_out]
    if missing and case.state is CaseState.GRANTED:
        return f"{listed(missing)}的结果还没有交到出件窗口，请等齐后一次发放。"
    return ""


def _no_extension(case: Case, limits: Clocks, now: datetime) -> str:
    if limits.extension is None:
        return f"按规定，「{case.item_name}」的办理期限不能延长，请按期办理。"
    if (earlier := case.clock.extension) is not None:
        return f"这份申请的期限已经延长过一次（{earlier.notice}），不能再延长，请在{deadline(earlier.due)}前办理。"
    due = clocks.nearest(case.clock)
    if due is None:
        return "这份申请的时限现在暂停。恢复办理后、到期前才能延长。"
    if due <= now:
        return f"办理期限已在{deadline(due)}到期，只能在到期前延长。请尽快办理，并向申请人说明。"
    return ""


def _over_now(before: ClockStop, stop: ClockStop) -> bool:
    """Whether the step that had begun a stop has ended it: one without an end, or before the day it waited for."""
    return stop.end is not None and (before.end is None or (bool(stop.step) and before.end != stop.end))


def turn_notices(before: CaseClock, after: Case, now: datetime, tell: Callable[..., list[NoticeOrder]]) -> list[NoticeOrder]:
    """What the applicant is told when the turn has passed to another step: what stops from now on, or that time runs again."""
    told = stop_notices(before, after, tell)
    due = clocks.nearest(after.clock)
    went_on = any(_over_now(was, is_now) for was, is_now in zip(before.stops, after.clock.stops, strict=False))
    if went_on and due is not None and clocks.standing(after.clock, now) is None:
        told += tell(after, "case_resumed", expected=expected(due, now))
    return told


def stop_notices(before: CaseClock, after: Case, tell: Callable[..., list[NoticeOrder]]) -> list[NoticeOrder]:
    """What the applicant is told of the stops that have begun since."""
    told: list[NoticeOrder] = []
    for stop in after.clock.stops[len(before.stops) :]:
        if stop.ground is PauseGround.PUBLIC_NOTICE and stop.end is not None:
            told += tell(after, "case_published", until=deadline(stop.end), notice=stop.notice)
        elif stop.ground is PauseGround.CHOSEN_DAY and stop.end is not None:
            told += tell(after, "case_waits_for_day", chosen=stop.reason, notice=stop.notice)
        elif stop.ground is PauseGround.ANSWER:
            told += tell(after, "case_waits_for_answer", why=stop.reason, notice=stop.notice)
        else:
            told += tell(after, "case_paused", ground=stop.ground.label, needed=needed(stop), notice=stop.notice)
    return told

"""Re-checks as they are answered, and a month's figures by town."""

from collections.abc import Callable

from models.acts import Act, Role, StaffActor
from models.cases import InspectionOutcome
from models.rechecks import Recheck, RecheckDraw, RecheckFinding, RecheckStatsView, RecheckTown, RecheckView

Naming = Callable[[str], str]
_DEFINITION = (
    "镇街窗口收件、区级部门当月作出决定的办件，每个镇街按比例随机抽取，至少一件，由没有经手的另一位审批人员复核。"
    "无误率＝无误的÷已复核的；已撤销决定的办件不抽。决定有误的，由首席代表决定撤销还是保留，已决定的计入已处理。"
)


def recheck_view(act: Act, recheck: Recheck, town: Naming) -> RecheckView:
    """A re-check in a list."""
    return RecheckView(
        **recheck.model_dump(
            include={
                "id", "case", "case_number", "item", "item_name", "department", "town", "month", "due", "note", "found_at", "version",
            }
        ),
        town_name=town(recheck.town),
        overdue=recheck.is_open and recheck.due <= act.at,
        rechecker=recheck.rechecker.name if recheck.rechecker else None,
        finding=recheck.finding.value if recheck.finding else None,
        label=recheck.finding.label if recheck.finding else "待复核",
        found_by=recheck.found_by.name if recheck.found_by else None,
        annulment=recheck.finding is RecheckFinding.WRONG,
        refusal=recheck.refusal,
        settled=_settled(recheck),
        settled_at=recheck.settled_at,
        actions=_actions(act, recheck),
    )  # fmt: skip


def _settled(recheck: Recheck) -> str | None:
    if recheck.outcome is None:
        return None
    kept = recheck.outcome is InspectionOutcome.KEPT
    return "原决定继续有效" if kept else "不予批准决定已撤销，重新办理" if recheck.refusal else "批准决定已撤销"


def _actions(act: Act, recheck: Recheck) -> list[str]:
    actor = act.actor
    if not recheck.is_open or not isinstance(actor, StaffActor) or actor.department != recheck.department:
        return []
    mine = recheck.rechecker is not None and recheck.rechecker.id in actor.ids
    return [*(["record"] if mine else []), *(["assign"] if actor.has(Role.CHIEF_REPRESENTATIVE) else [])]


def recheck_stats(month: str, draw: RecheckDraw | None, found: list[Recheck], town: Naming) -> RecheckStatsView:
    """A month by town."""
    towns = sorted({each.town for each in found})
    return RecheckStatsView(
        month=month,
        percent=draw.percent if draw else None,
        seed=draw.seed if draw else None,
        digest=draw.digest if draw else None,
        drawn_at=draw.done_at if draw else None,
        rows=[_row(key, town(key), draw, [each for each in found if each.town == key]) for key in towns],
        definition=_DEFINITION,
    )


def _row(key: str, name: str, draw: RecheckDraw | None, found: list[Recheck]) -> RecheckTown:
    count = {each: sum(one.finding is each for one in found) for each in RecheckFinding}
    done = sum(count.values())
    return RecheckTown(
        town=key,
        name=name,
        taken_in=draw.among.get(key, 0) if draw else 0,
        drawn=len(found),
        done=done,
        in_order=count[RecheckFinding.IN_ORDER],
        minor=count[RecheckFinding.MINOR],
        wrong=count[RecheckFinding.WRONG],
        wrong_refusals=sum(one.refusal for one in found),
        settled=sum(one.outcome is not None for one in found),
        in_order_share=round(100 * count[RecheckFinding.IN_ORDER] / done, 1) if done else None,
    )

"""Whether the limits of a case can be extended now (延长期限): once, before they end, where the item's rule allows it."""

from datetime import datetime

from backend.cases.clocks import nearest
from backend.spoken import deadline
from models.cases import Case
from models.catalogue import Clocks


def refusal(case: Case, limits: Clocks, now: datetime) -> str:
    """Why not, in words for the head who asks; nothing where they can be."""
    if limits.extension is None:
        return f"按规定，「{case.item_name}」的办理期限不能延长，请按期办理。"
    if (earlier := case.clock.extension) is not None:
        return f"这份申请的期限已经延长过一次（{earlier.notice}），不能再延长，请在{deadline(earlier.due)}前办理。"
    due = nearest(case.clock)
    if due is None:
        return "这份申请的时限现在暂停。恢复办理后、到期前才能延长。"
    if due <= now:
        return f"办理期限已在{deadline(due)}到期，只能在到期前延长。请尽快办理，并向申请人说明。"
    return ""

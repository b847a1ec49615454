"""What staff are told whose page of a case is older than the case: who has it now, and that nothing typed is lost where something was."""

from backend.cases.actions import Action
from models.acts import Act, StaffActor
from models.cases import Case

_WORDLESS = frozenset({Action.CLAIM, Action.RELEASE, Action.PASS_MATERIAL, Action.PRE_APPROVE, Action.ACCEPT, Action.RESUME})
"""Acts by one key, of which there is nothing to type."""


def stale_words(act: Act, action: Action, now: Case) -> str:
    """Empty: the common words."""
    if not isinstance(act.actor, StaffActor):
        return ""
    holder = now.reviewer if now.reviewer is not None and now.reviewer.id != act.actor.id else None
    if action is Action.CLAIM and holder is not None:
        return f"{holder.called}先领取了这份办件，请办下一件。"
    whose = f"，现在在{holder.called}手里" if holder is not None else ""
    kept = "" if action in _WORDLESS else "；您填写的内容没有丢失"
    return f"这份办件刚刚有变化{whose}。请看过新的再办理{kept}。"

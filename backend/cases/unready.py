"""What a case itself still lacks before it may go on: said beside the act that waits for it, and by the act where it is tried all the same."""

from backend.cases import commitments
from backend.cases.actions import Action
from backend.cases.contents import not_passed, originals_open, to_examine
from backend.cases.words import listed
from backend.errors import WrongState
from models.cases import Case, Original
from models.catalogue import ItemVersion

_PASSED = "请先看完全部材料：{names}还没有通过。"
_EXAMINED = "受理以后交来的{names}还没有通过。请先看过，没有问题的点“材料通过”再批准；还有问题的，再发补正告知。"


_PROPOSED = "这份决定拟{verb}，正在等申请人说明和首席代表决定，结果先不交付。首席代表保留决定的，再交付；决定{verb}的，不用交付。"


def unready(case: Case, version: ItemVersion, action: Action) -> str:
    """Why the act waits, in words for staff; empty where nothing of the case is in its way."""
    if action is Action.PRE_APPROVE:
        return _not_passed(case, version)
    if action is Action.ACCEPT:
        return _not_passed(case, version) or _not_compared(case, version)
    if action in (Action.RECORD_RESULT, Action.DELIVER):
        return _proposed(case)
    names = [each.name for each in to_examine(case)] if action is Action.GRANT else []
    return _EXAMINED.format(names=listed(names)) if names else ""


def require_ready(case: Case, version: ItemVersion, action: Action) -> None:
    """Raises `WrongState` where the case still lacks something for the act."""
    if lacks := unready(case, version, action):
        raise WrongState(lacks)


def _proposed(case: Case) -> str:
    """What may be taken back in some days is not handed out meanwhile; a refusal that was wrong costs nobody anything."""
    return _PROPOSED.format(verb=case.questioned) if case.questioned else ""


def _not_passed(case: Case, version: ItemVersion) -> str:
    unspoken = commitments.unspoken(case, version)
    names = [each for each in not_passed(case, version) if each not in unspoken]
    return _PASSED.format(names=listed(names)) if names else ""


def _not_compared(case: Case, version: ItemVersion) -> str:
    if different := [each.name for each in case.materials if each.original and each.original.outcome is Original.DIFFERENT]:
        return f"{listed(different)}与原件不一致，不能受理，请发补正告知。"
    if unseen := originals_open(case, version):
        return f"{listed([each.name for each in unseen])}还没有核验原件，请先核验，或登记免核。"
    return ""

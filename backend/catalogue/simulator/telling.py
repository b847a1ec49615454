"""What a simulation says, in words."""

from collections import Counter
from collections.abc import Mapping, Sequence

from backend.catalogue.rules import Lack
from backend.spoken import full_day
from models.catalogue.simulation import CaseEffect, Verdict


def year_words(count: int, seed: int) -> str:
    """What a made-up year is called."""
    return f"按种子 {seed} 编出的一年申请，共{count}件（不是真实办件）"


def cases_words(count: int) -> str:
    """What the cases of the database are called."""
    return f"最近办结的最多{count}件办件"


def not_kept_words(*, mismatch: bool) -> str:
    """Why a case whose rule has changed cannot be decided anew: nothing the registers said is kept with it."""
    if mismatch:
        return "当时部门系统返回的信息对不上，没有能用的回答（或者本人注销账户时已经删除），规则又有改动，不能重算，也不猜。"
    return "当时各部门系统返回的内容没有保存（或者本人注销账户时已经删除），规则又有改动，不能重算，也不猜。"


def lack_words(lack: Lack, names: Mapping[str, str]) -> str:
    """What a rule would use that was not kept."""
    name = names.get(lack.register, lack.register)
    if lack.other_criteria:
        return f"新规则向「{name}」查询的范围和当时不一样，当时没有查过，不能重算。"
    if not lack.members:
        return f"新规则要查「{name}」，这些办件当时没有查过，不能重算。"
    what = "整条记录" if lack.members == ("*",) else "、".join(lack.members)
    return f"新规则要用「{name}」里的{what}，当时的规则没有用到，没有保存，不能重算。"


def summary_words(tried: int, changed: int, unknown: int, effects: Sequence[CaseEffect]) -> list[str]:
    """The sum of all cases; parts of which there is none are left out."""
    if not tried:
        return ["没有可以用来试的办件。"]
    asked = Counter(name for effect in effects for name in effect.newly_asked)
    dropped = Counter(name for effect in effects for name in effect.no_longer_asked)
    lines = [f"共试{tried}件：{changed}件的决定会不一样，{tried - changed - unknown}件的决定不变，{unknown}件无法重算。"]
    lines += [f"{count}件要多交「{name}」。" for name, count in asked.most_common()]
    lines += [f"{count}件不用再交「{name}」。" for name, count in dropped.most_common()]
    counts = (
        ("件以后不能申请。", sum(effect.after is not None and effect.after.branch.startswith("申请条件") for effect in effects)),
        ("件核定的内容（例如金额）会不一样。", sum(bool(effect.fixed) for effect in effects)),
        ("件证明的结果不变，但证明上的内容会不一样。", sum(bool(effect.data) for effect in effects)),
        ("件的表单要补填或改填。", sum(bool(effect.to_fill) for effect in effects)),
        ("件的办结日期会提前。", sum(_moved(effect) < 0 for effect in effects)),
        ("件的办结日期会推后。", sum(_moved(effect) > 0 for effect in effects)),
        ("件由别人代办的，以后不能代办。", sum(bool(effect.proxy) for effect in effects)),
    )
    return lines + [f"{count}{words}" for words, count in counts if count]


def effect_words(effect: CaseEffect) -> str:
    """What would be different for one case, in one sentence."""
    parts = [
        f"决定从「{_verdict(effect.before)}」变为「{_verdict(effect.after)}」" if effect.before and effect.after else "",
        effect.ended,
        f"核定内容：{'；'.join(effect.fixed)}" if effect.fixed else "",
        f"证明内容会不一样：{'、'.join(effect.data)}" if effect.data else "",
        f"要多交{'、'.join(effect.newly_asked)}" if effect.newly_asked else "",
        f"不用再交{'、'.join(effect.no_longer_asked)}" if effect.no_longer_asked else "",
        f"表单：{''.join(effect.to_fill)}" if effect.to_fill else "",
        f"办结日期从{full_day(effect.due_before)}变为{full_day(effect.due_after)}" if effect.due_before and effect.due_after else "",
        f"不能代办：{effect.proxy}" if effect.proxy else "",
    ]
    return "；".join(part for part in parts if part)


def _verdict(verdict: Verdict) -> str:
    why = "，".join(each for each in (verdict.branch, verdict.reason) if each)
    return f"{verdict.outcome}（{why}）" if why else verdict.outcome


def _moved(effect: CaseEffect) -> int:
    if effect.due_before is None or effect.due_after is None:
        return 0
    return 1 if effect.due_after > effect.due_before else -1

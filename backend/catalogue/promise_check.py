"""What is said of time must be the time that is promised: the guide's words, and what may come later."""

import re
from collections.abc import Iterator

from backend.catalogue.checks import Faults
from backend.catalogue.walk import everything
from models.cases import TolerancePolicy
from models.catalogue import ItemVersion, Span
from models.catalogue.codes import TimeUnit

_UNITS = {
    "工作日": TimeUnit.WORKDAY,
    "自然日": TimeUnit.DAY,
    "天": TimeUnit.DAY,
    "日": TimeUnit.DAY,
    "办公小时": TimeUnit.HOUR,
    "小时": TimeUnit.HOUR,
    "分钟": TimeUnit.MINUTE,
}
_STATED = re.compile(rf"(\d+|半)\s*个?({'|'.join(_UNITS)})")
_AT_ONCE = re.compile("当场|当天|即时|几秒钟|立等可取")
_HALF_DAY = Span(n=4, unit=TimeUnit.HOUR)
_WORKDAYS = 5 / 7
_A_BIT = 0.001


def promise_faults(version: ItemVersion, policy: TolerancePolicy) -> Faults:
    """Times that are told and not kept to."""
    yield from _told_otherwise(version)
    yield from _never_so_long(version, policy)


def _told_otherwise(version: ItemVersion) -> Faults:
    """Of the figures in `guide.duration` each is a time this item names somewhere, and one is what is promised. Minutes are how long
    people stand at a counter where no promise counts them. Words that tell no time say nothing that could be compared."""
    text, promised = version.guide.duration, _promised(version)
    stated = list(_stated(text))
    known = [each for _, each in everything(version, Span)]
    known += [Span(n=each.validity_days, unit=TimeUnit.DAY) for each in version.results if each.validity_days]
    in_minutes = any(each.unit is TimeUnit.MINUTE for each in promised)
    strange = [each for each in stated if not _is_among(each, known) and (in_minutes or each.unit is not TimeUnit.MINUTE)]
    for span in strange:
        yield ("guide", "duration"), f"这个事项没有{span.words()}这个时间，承诺的是{_words(promised)}"
    at_once = bool(_AT_ONCE.search(text))
    told = any(at_once if not each.n else _is_among(each, stated) for each in promised)
    if (stated or at_once) and not told and not strange:
        yield ("guide", "duration"), f"没有写承诺的{_words(promised)}，请写上"


def _stated(text: str) -> Iterator[Span]:
    for figure, unit in _STATED.findall(text):
        if figure != "半":
            yield Span(n=int(figure), unit=_UNITS[unit])
        elif unit in ("天", "工作日"):
            yield _HALF_DAY


def _promised(version: ItemVersion) -> list[Span]:
    clocks = version.clocks
    own = [clocks.promised, *([clocks.by_person] if clocks.by_person else [])]
    return [*own, *(each.promised for each in clocks.variants)]


def _words(spans: list[Span]) -> str:
    return "、".join(dict.fromkeys(each.words() for each in spans))


def _is_among(span: Span, spans: list[Span]) -> bool:
    return any((span.n, span.unit) == (each.n, each.unit) or (span.minutes is not None and span.minutes == each.minutes) for each in spans)


def _never_so_long(version: ItemVersion, policy: TolerancePolicy) -> Faults:
    """A time for what comes later that the district cuts short whatever is answered (`backend/cases/debts.py` counts it). Where a
    special procedure or a public notice stops the promised clock at acceptance, the promise has no end yet that could cut anything."""
    limits = [version.clocks.longest, *(each.promised for each in version.clocks.variants)]
    published = version.public_notice is not None and version.public_notice.after is None
    stopped = published or any(step.special for step in version.deciding_steps[:1])
    reached = policy.most if stopped else max(_at_most(limit, policy) for limit in limits)
    for index, material in enumerate(version.materials):
        if material.tolerance and material.tolerance.within.in_days() * _WORKDAYS > reached + _A_BIT:
            allowed = Span(n=int(reached + _A_BIT)).words()
            told = f"给不了{material.tolerance.within.words()}：按承诺时限和 cases.yaml，最多{allowed}"
            yield ("materials", index, "tolerance", "within"), told


def _at_most(promised: Span, policy: TolerancePolicy) -> float:
    """In working days."""
    return max(min(promised.in_days() * _WORKDAYS - policy.short_of_promise, policy.most), policy.least)

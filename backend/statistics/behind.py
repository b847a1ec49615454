"""What lies behind a figure: the rows it was counted from, each with its share in it. A figure is the parts over the wholes. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from backend.errors import FieldError, Invalid
from backend.store import Document
from backend.supervision.views import spoken
from models.statistics import CaseFact, Figured, Only

_DECIDED: Document = {"ended": {"$ne": True}}


@dataclass(frozen=True)
class Behind:
    """How one figure comes out of facts. `where`: which are counted; `counted`: those of them with a part in it, where they can be told
    apart; `words`: what a row says."""

    where: Document
    part: Callable[[CaseFact], int]
    whole: Callable[[CaseFact], int]
    words: Callable[[CaseFact], str]
    counted: Document | None = None

    def only(self, only: Only) -> Document:
        """The filter of those with a part in it, or without. Raises `Invalid` where they cannot be told apart."""
        if self.counted is None:
            raise Invalid(errors=[FieldError("/only", "这一项不能只看一部分，请看全部。")])
        return self.counted if only is Only.COUNTED else {"$nor": [self.counted]}


def _one(_: CaseFact) -> int:
    return 1


BEHIND: Mapping[Figured, Behind] = {
    Figured.CASES: Behind(_DECIDED, _one, _one, lambda _: "算一件"),
    Figured.ENDED: Behind({"ended": True}, _one, _one, lambda _: "首席代表终止办理"),
    Figured.ON_TIME: Behind(
        _DECIDED, lambda f: int(f.on_time), _one, lambda f: "在承诺时限内" if f.on_time else "超过承诺时限", {"on_time": True}
    ),
    Figured.TIME_SAVED: Behind(
        _DECIDED | {"statutory": {"$ne": None}},
        lambda f: (f.statutory or 0) - f.used,
        lambda f: f.statutory or 0,
        lambda f: f"用了{spoken(f.used)}，法定{spoken(f.statutory or 0)}",
    ),
    Figured.MATERIALS_SAVED: Behind(
        _DECIDED,
        lambda f: f.asked - f.handed_in,
        lambda f: f.asked,
        lambda f: f"要求 {f.asked} 份，自己交 {f.handed_in} 份",
    ),
    Figured.VISITS: Behind(_DECIDED, lambda f: f.visits, _one, lambda f: f"跑了 {f.visits} 次", {"visits": {"$gt": 0}}),
    Figured.INSTANT: Behind(
        _DECIDED, lambda f: int(f.instant), _one, lambda f: "系统当场办结" if f.instant else "人工办理", {"instant": True}
    ),
    Figured.RETURNS: Behind(_DECIDED, lambda f: f.returns, _one, lambda f: f"退回 {f.returns} 次", {"returns": {"$gt": 0}}),
}
"""Every figure of `figures`; a test counts each anew from what is listed."""

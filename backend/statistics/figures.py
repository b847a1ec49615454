"""Sums of facts as figures with their definitions, and which cells may be told in public. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from models.statistics import Figure, StatsRow

FEWEST = 10  # people in a cell that is told in public
_SUMS = ("on_time", "instant", "returns", "visits", "asked", "handed_in")


@dataclass(frozen=True)
class Cell:
    """The sums of one group of facts. What was ended undecided is counted apart, and in no other figure."""

    key: str
    cases: int
    people: int
    ended: int = 0
    on_time: int = 0
    instant: int = 0
    returns: int = 0
    visits: int = 0
    asked: int = 0
    handed_in: int = 0
    used: int = 0  # of cases with a statutory limit
    statutory: int = 0
    limited: int = 0  # people whose case has a statutory limit


def grouping(key: object) -> dict[str, object]:
    """The stage of an aggregation that makes cells."""
    decided = {"$ne": ["$ended", True]}
    limited = {"$and": [decided, {"$ne": ["$statutory", None]}]}
    return {
        "_id": key,
        "cases": {"$sum": {"$cond": [decided, 1, 0]}},
        "ended": {"$sum": {"$cond": [decided, 0, 1]}},
        "persons": {"$addToSet": {"$cond": [decided, "$person", "$$REMOVE"]}},
        **{name: {"$sum": {"$cond": [decided, {"$toInt": f"${name}"}, 0]}} for name in _SUMS},
        "used": {"$sum": {"$cond": [limited, "$used", 0]}},
        "statutory": {"$sum": {"$cond": [limited, "$statutory", 0]}},
        "limited_persons": {"$addToSet": {"$cond": [limited, "$person", "$$REMOVE"]}},
    }


def cell_of(document: Mapping[str, object], key: str) -> Cell:
    """A cell from what the aggregation gave; `people` was counted by it."""
    counted = ("cases", "people", "ended", *_SUMS, "used", "statutory", "limited")
    numbers = {name: int(str(document[name])) for name in counted}
    return Cell(key=key, **numbers)


def _share(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def _mean(sum: int, cases: int) -> float | None:
    return round(sum / cases, 2) if cases else None


_FIGURES: tuple[tuple[str, str, str, str, Callable[[Cell], float | None]], ...] = (
    (
        "cases",
        "办结量",
        "件",
        "期内作出准予、不予决定的办件，后来撤销、撤回的也算；终止办理、申请人撤回、退件和没有办完的不算，一件事只算一件，同一人同一天即时办理同一事项的只算一件",
        lambda c: c.cases,
    ),
    ("ended", "终止办理量", "件", "期内由首席代表终止办理、没有作出准予或者不予决定的办件；不算在办结量和其他各项里", lambda c: c.ended),
    (
        "on_time",
        "按时办结率",
        "%",
        "在承诺时限内作出准予、不予决定的办件 ÷ 办结量；终止办理和没有办完的不算，依法停止计时的时间已经扣除",
        lambda c: _share(c.on_time, c.cases),
    ),
    (
        "time_saved",
        "时限压缩率",
        "%",
        "1 − 部门实际用时 ÷ 法定时限，都按办公时间计；只算有法定时限的办件",
        lambda c: _share(c.statutory - c.used, c.statutory),
    ),
    (
        "materials_saved",
        "材料减免率",
        "%",
        "1 − 申请人自己交的材料份数 ÷ 事项要求的材料份数；用电子证照、共享数据代替或免交的算减免",
        lambda c: _share(c.asked - c.handed_in, c.asked),
    ),
    (
        "visits",
        "平均跑动次数",
        "次",
        "申请人为办件到窗口的次数合计 ÷ 办结量；预约、交件、缴费和领取都算，同一天的算一次",
        lambda c: _mean(c.visits, c.cases),
    ),
    ("instant", "即时办结占比", "%", "由系统按规则当场办结的办件 ÷ 办结量", lambda c: _share(c.instant, c.cases)),
    ("returns", "平均退回次数", "次", "预审退回和补正告知的次数合计 ÷ 办结量", lambda c: _mean(c.returns, c.cases)),
)


def row_of(cell: Cell, name: str) -> StatsRow:
    """A cell as people read it."""
    figures = [Figure(key=key, name=label, value=count(cell), unit=unit, definition=words) for key, label, unit, words, count in _FIGURES]
    return StatsRow(key=cell.key, name=name, figures=figures)


def public_row_of(cell: Cell, name: str) -> StatsRow:
    """The same for anybody to read: without what was ended undecided, which is of few, and without the figure that rests on fewer
    than ten of the cell's people."""
    row = row_of(cell, name)
    few = {"time_saved"} if cell.limited < FEWEST else set[str]()
    figures = [each.model_copy(update={"value": None}) if each.key in few else each for each in row.figures if each.key != "ended"]
    return row.model_copy(update={"figures": figures})


def told(cells: list[Cell]) -> list[Cell]:
    """The cells that may be told beside their total: none of fewer than ten people, and none that follows by subtraction.

    Where any is left out, the smallest that is large enough goes with it: what is missing then is at least two cells and
    at least ten people.
    """
    cells = [cell for cell in cells if cell.cases]  # nothing is told of what was ended undecided, and nothing follows from it
    large = sorted((cell for cell in cells if cell.people >= FEWEST), key=lambda cell: (cell.people, cell.key))
    shown = large[1:] if len(large) < len(cells) else large
    return sorted(shown, key=lambda cell: cell.key)

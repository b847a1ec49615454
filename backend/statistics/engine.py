"""Figures for staff over any period, and for everybody over a month that is over."""

from collections.abc import Callable
from datetime import date, datetime, time

from backend.clock import SHANGHAI
from backend.errors import Invalid
from backend.statistics.figures import Cell, cell_of, grouping, public_row_of, row_of, told
from backend.store import Document, Store
from models.acts import Act
from models.statistics import By, PublicDepartment, PublicStatsQuery, PublicStatsView, StatsQuery, StatsView

Naming = Callable[[str], str]
_NOTE = "不足10人的项目不单独公布；为了不能从合计倒推，与它相邻的一项也不公布。合计包含没有单独公布的项目。"
_TOTAL = "total"
_PEOPLE = {"people": "persons", "limited": "limited_persons"}
_NARROWED = ("item", "department", "hall", "region", "intake")

_NOWHERE = "没有到过大厅"


class Statistics:
    """Reads `case_facts`."""

    def __init__(self, store: Store, names: dict[By, Naming]) -> None:
        self._store = store
        self._names = names

    async def staff(self, act: Act, query: StatsQuery) -> StatsView:
        """Every row of the period, small ones too: who reads it works with the cases."""
        where = _period(query.since, query.until)
        where |= {key: value for key in _NARROWED if (value := getattr(query, key)) is not None}
        total = await self._cells(where, None)
        rows = await self._cells(where, f"${query.by.value}")
        name = self._names[query.by]
        return StatsView(
            since=query.since,
            until=query.until,
            total=row_of(total[0] if total else Cell(_TOTAL, 0, 0), "合计"),
            rows=[row_of(cell, name(cell.key) or _NOWHERE) for cell in sorted(rows, key=lambda cell: cell.key)],
        )

    async def public(self, act: Act, query: PublicStatsQuery) -> PublicStatsView:
        """A month by department and, within those told, by item. Raises `Invalid` for a month that is not over."""
        first = date.fromisoformat(f"{query.month}-01")
        after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        if after > act.at.date():
            raise Invalid("这个月还没有过完，请选已经过完的月份。")
        where = _period(first, after)
        total = told(await self._cells(where, None))
        departments = told(await self._cells(where, "$department")) if total else []
        return PublicStatsView(
            month=query.month,
            total=public_row_of(total[0], "合计") if total else None,
            departments=[await self._department(where, each) for each in departments],
            note=_NOTE,
        )

    async def _department(self, where: Document, cell: Cell) -> PublicDepartment:
        items = told(await self._cells({**where, "department": cell.key}, "$item"))
        name = self._names[By.ITEM]
        return PublicDepartment(
            department=public_row_of(cell, self._names[By.DEPARTMENT](cell.key)),
            items=[public_row_of(each, name(each.key)) for each in items],
        )

    async def _cells(self, where: Document, key: str | None) -> list[Cell]:
        pipeline = [
            {"$match": where},
            {"$group": grouping(key)},
            {"$set": {name: {"$size": f"${kept}"} for name, kept in _PEOPLE.items()}},
            {"$unset": list(_PEOPLE.values())},
        ]
        found = await self._store.case_facts.aggregate(pipeline)
        return [cell_of(each, str(each["_id"]) if each["_id"] is not None else _TOTAL) for each in found]


def _period(since: date, until: date) -> Document:
    return {"at": {"$gte": datetime.combine(since, time(), SHANGHAI), "$lt": datetime.combine(until, time(), SHANGHAI)}}

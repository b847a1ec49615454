"""Figures for staff over any period, and for everybody over a month that is over."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from backend.audit import Audit
from backend.clock import SHANGHAI
from backend.errors import Forbidden, Invalid
from backend.people import mask_name
from backend.spoken import full_day
from backend.statistics.behind import BEHIND, Behind
from backend.statistics.figures import Cell, cell_of, grouping, public_row_of, row_of, told
from backend.store import Document, Store
from models.acts import Act, Role, StaffActor
from models.statistics import (
    By,
    CaseFact,
    Only,
    PublicDepartment,
    PublicStatsQuery,
    PublicStatsView,
    StatsCase,
    StatsCasesQuery,
    StatsCasesView,
    StatsQuery,
    StatsView,
)

Naming = Callable[[str], str]
_NOTE = "不足10人的项目不单独公布；为了不能从合计倒推，与它相邻的一项也不公布。合计包含没有单独公布的项目。"
_TOTAL = "total"
_PEOPLE = {"people": "persons", "limited": "limited_persons"}
_NARROWED = ("item", "department", "hall", "region", "intake")

_NEWEST = [("at", -1), ("_id", -1)]
_NOWHERE = "没有到过大厅"


class Statistics:
    """Reads `case_facts`."""

    def __init__(self, store: Store, audit: Audit, names: dict[By, Naming]) -> None:
        self._store = store
        self._audit = audit
        self._names = names

    async def staff(self, act: Act, query: StatsQuery) -> StatsView:
        """Every row of the period, small ones too: who reads it works with the cases."""
        where = _narrowed(query)
        total = await self._cells(where, None)
        rows = await self._cells(where, f"${query.by.value}")
        name = self._names[query.by]
        return StatsView(
            since=query.since,
            until=query.until,
            total=row_of(total[0] if total else Cell(_TOTAL, 0, 0), "合计"),
            rows=[row_of(cell, name(cell.key) or _NOWHERE) for cell in sorted(rows, key=lambda cell: cell.key)],
        )

    async def cases(self, act: Act, query: StatsCasesQuery) -> StatsCasesView:
        """The cases behind one figure of `staff`, the newest first; the look is logged. Heads see those of their department, hall
        managers those of their hall: asked for by `department`, `hall`. Raises `Forbidden`, `Invalid` for a cursor that is none."""
        _require_theirs(act, query)
        behind = BEHIND[query.figure]
        where = _narrowed(query) | ({query.by.value: query.key} if query.key is not None else {}) | behind.where
        cells = await self._cells(where, None)
        where |= behind.only(query.only) if query.only is not None else {}
        row = row_of(cells[0] if cells else Cell(_TOTAL, 0, 0), "")
        figure = next(each for each in row.figures if each.key == query.figure.value)
        name = "合计" if query.key is None else self._names[query.by](query.key) or _NOWHERE
        if query.cursor is None:
            await self._audit.read(
                act, "stats.cases_read", person="", subject="stats/cases", purpose=self._looked_at(query, figure.name, name)
            )
        count = await self._store.case_facts.count(where)
        found, after = await self._page(where, query)
        return StatsCasesView(
            figure=figure,
            name=name,
            count=count,
            splits=behind.counted is not None,
            items=await self._rows(found, behind),
            next=after,
        )

    def _looked_at(self, query: StatsCasesQuery, figure: str, name: str) -> str:
        """What was asked, as the log says it: 「按时办结率」，合计，2026年11月1日到2026年11月30日，民政局，只看算在内的."""
        last = query.until - timedelta(days=1)
        said = [f"看「{figure}」背后的办件", name, f"{full_day(query.since)}到{full_day(last)}"]
        said += [self._names[by](value) for by in By if (value := getattr(query, by.value)) is not None]
        said += [{Only.COUNTED: "只看算在内的", Only.REST: "只看没算在内的"}[query.only]] if query.only is not None else []
        return "，".join(said)

    async def _page(self, where: Document, query: StatsCasesQuery) -> tuple[list[CaseFact], str | None]:
        if query.cursor is not None:
            last = await self._store.case_facts.find_one({"case": query.cursor})
            if last is None:
                raise Invalid("列表的位置不对，请从头再看一次。")
            beyond = {"at": {"$lte": last["at"]}, "$or": [{"at": {"$lt": last["at"]}}, {"_id": {"$lt": last["_id"]}}]}
            where = {"$and": [where, beyond]}
        documents = await self._store.case_facts.find(where, sort=_NEWEST, limit=query.limit + 1)
        found = [CaseFact.model_validate(each) for each in documents[: query.limit]]
        return found, found[-1].case if len(documents) > query.limit else None

    async def _rows(self, facts: list[CaseFact], behind: Behind) -> list[StatsCase]:
        ids = {"_id": {"$in": [each.case for each in facts]}}
        known = {each["_id"]: each for each in await self._store.cases.find(ids, fields=["number", "person_name"])}
        return [
            StatsCase(
                case=fact.case,
                number=known.get(fact.case, {}).get("number") or "",
                item_name=self._names[By.ITEM](fact.item),
                person_name=mask_name(known.get(fact.case, {}).get("person_name") or ""),
                department=self._names[By.DEPARTMENT](fact.department),
                at=fact.at,
                part=behind.part(fact),
                whole=behind.whole(fact),
                words=behind.words(fact),
            )
            for fact in facts
        ]

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


def _narrowed(query: StatsQuery) -> Document:
    where = _period(query.since, query.until)
    return where | {key: value for key in _NARROWED if (value := getattr(query, key)) is not None}


def _require_theirs(act: Act, query: StatsCasesQuery) -> None:
    """Raises `Forbidden` in words that say what may be looked at."""
    actor = act.actor
    assert isinstance(actor, StaffActor)  # the route's roles
    if actor.has(Role.SUPERVISOR, Role.AUDITOR):
        return
    if actor.has(Role.CHIEF_REPRESENTATIVE) and actor.department is not None and query.department == actor.department:
        return
    if actor.has(Role.HALL_MANAGER) and actor.hall is not None and query.hall == actor.hall:
        return
    raise Forbidden("数字背后的办件，首席代表看本部门的，大厅经理看本大厅的，请先选「本部门」或「本大厅」。")


def _period(since: date, until: date) -> Document:
    return {"at": {"$gte": datetime.combine(since, time(), SHANGHAI), "$lt": datetime.combine(until, time(), SHANGHAI)}}

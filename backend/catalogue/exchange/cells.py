"""Cells of an exchange table read as what they should be; each fault is noted with row and column, and none stops the reading."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from enum import Enum
from typing import TypeVar

from backend.catalogue.exchange.tables import Row, RowFault

T = TypeVar("T", bound=Enum)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


class Cells:
    """One row of a table; `row` as an editor of the file counts it."""

    def __init__(self, table: str, row: int, cells: Row, faults: list[RowFault]) -> None:
        self.table = table
        self.row = row
        self._cells = cells
        self._faults = faults

    def beside(self, table: str) -> "Cells":
        """An empty row of another table, for an item that has none there."""
        return Cells(table, 0, {}, self._faults)

    def fault(self, column: str, message: str) -> None:
        """Notes what is wrong with a cell."""
        self._faults.append(RowFault(self.table, self.row, column, message))

    def text(self, column: str, *, most: int = 2000) -> str:
        """A cell as it stands; nothing where it is empty."""
        value = self._cells.get(column, "")
        if len(value) > most:
            self.fault(column, f"最多{most}个字，现在有{len(value)}个，请缩短。")
        return value[:most]

    def needed(self, column: str, *, most: int = 2000) -> str:
        """A cell that must not be empty."""
        value = self.text(column, most=most)
        if not value:
            self.fault(column, "不能空着，请填写。")
        return value

    def lines(self, column: str) -> list[str]:
        """The lines of a cell."""
        return [line.strip() for line in self.text(column, most=20_000).splitlines() if line.strip()]

    def number(self, column: str, least: int, most: int) -> int:
        """A whole number; `least` where the cell is empty."""
        value = self.text(column)
        if not value:
            return least
        if not value.isdecimal() or not least <= int(value[:9]) <= most:
            self.fault(column, f"“{value}”应该是{least}到{most}之间的整数。")
            return least
        return int(value)

    def day(self, column: str) -> str:
        """A date; nothing where the cell is empty."""
        value = self.text(column)
        if value and not _is_day(value):
            self.fault(column, f"“{value}”不是日期，请写成 2026-01-01 这样。")
            return ""
        return value

    def amount(self, column: str) -> str:
        """Yuan, with or without 元."""
        value = self.needed(column).removesuffix("元")
        try:
            given = Decimal(value or "0")
        except InvalidOperation:
            given = Decimal(-1)
        if not given.is_finite() or given < 0 or given != given.quantize(Decimal("0.01")):
            self.fault(column, f"“{value}”不是金额，请写成 25.00 这样。")
            return "0.00"
        return f"{given:.2f}"

    def coded(self, column: str, codes: Mapping[T, str], otherwise: T) -> T:
        """The member of a code; `otherwise` where the cell is empty or no code."""
        found = self.all_coded(column, codes)
        return found[0] if found else otherwise

    def all_coded(self, column: str, codes: Mapping[T, str], *, passing: frozenset[str] = frozenset()) -> list[T]:
        """The members of several codes; those of `passing` are known and mean nothing here."""
        members = {code: member for member, code in codes.items()}
        given = self.several(column)
        if wrong := [code for code in given if code not in members and code not in passing]:
            self.fault(column, f"“{'、'.join(wrong)}”不在代码表里，可以用的是 {'、'.join(sorted({*members, *passing}))}。")
        return [members[code] for code in given if code in members]

    def several(self, column: str) -> list[str]:
        """The parts of a cell that lists several, by comma, semicolon or caret."""
        return [part.strip() for part in re.split(r"[,，;；、^]", self.text(column)) if part.strip()]

    def named(self, column: str, value: str, known: Mapping[str, str], what: str) -> str:
        """The id of a name (or of an id); nothing, with a fault, where there is none. `known`: name → id."""
        if value in known.values():
            return value
        if value in known:
            return known[value]
        near = get_close_matches(value, sorted(known), n=1, cutoff=0.6)
        self.fault(column, f"没有叫「{value}」的{what}" + (f"，是不是「{near[0]}」？" if near else "，请先登记，或改成已有的。"))
        return ""


def grouped(rows: Iterable[Cells]) -> dict[tuple[str, str], list[Cells]]:
    """Rows by item and version, in the order of `order_num` where it is given."""
    found: dict[tuple[str, str], list[Cells]] = {}
    for row in rows:
        found.setdefault((row.text("local_task_code"), row.text("task_version")), []).append(row)
    for group in found.values():
        group.sort(key=lambda row: row.number("order_num", 0, 9999))
    return found


def _is_day(value: str) -> bool:
    try:
        return bool(_DATE.fullmatch(value)) and date.fromisoformat(value) is not None
    except ValueError:
        return False

"""Tables for spreadsheets: CSV in UTF-8 with a byte order mark, so that Chinese shows, and no cell that would be calculated."""

import csv
import io
import re
from collections.abc import Iterable

_LONG_NUMBER = re.compile(r"\d{12,}")  # identity numbers, accounts: without the tab a spreadsheet rounds them to fifteen digits
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would calculate what begins so


def as_csv(head: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """The table as a file."""
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(head)
    table.writerows([[_cell(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def _cell(cell: str) -> str:
    if cell.startswith(_FORMULA):
        return f"'{cell}"
    return f"{cell}\t" if _LONG_NUMBER.fullmatch(cell) else cell

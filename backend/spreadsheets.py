"""Tables for spreadsheets: CSV in UTF-8 with a byte order mark, so that Chinese shows, and no cell that would be calculated."""

import csv
import io
from collections.abc import Iterable

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would calculate what begins so


def as_csv(head: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """The table as a file."""
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(head)
    table.writerows([[f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")

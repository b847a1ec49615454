"""The tables as files: one a table, CSV in UTF-8 with a byte order mark (so that spreadsheets show Chinese), or JSON."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from backend.catalogue.exchange.tables import COLUMNS, Row, RowFault, Tables

Format = Literal["csv", "json"]
_NEEDED = frozenset({"local_task_code", "task_version"})


def write_tables(tables: Tables, folder: Path, kind: Format) -> list[Path]:
    """Writes every table into `folder`; the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for name, columns in COLUMNS.items():
        path = folder / f"{name}.{kind}"
        text = _csv(columns, tables[name]) if kind == "csv" else json.dumps(tables[name], ensure_ascii=False, indent=1) + "\n"
        path.write_text(text, "utf-8-sig" if kind == "csv" else "utf-8", newline="")
        written.append(path)
    return written


def read_tables(folder: Path) -> tuple[Tables, list[RowFault]]:
    """The tables of a folder, CSV before JSON, and what is wrong with their form. A missing table but `basic` is empty."""
    tables: Tables = {name: [] for name in COLUMNS}
    faults: list[RowFault] = []
    for name in COLUMNS:
        path = next((each for kind in _READERS if (each := folder / f"{name}.{kind}").is_file()), None)
        if path is None:
            if name == "basic":
                faults.append(RowFault(name, 0, "", f"在 {folder} 里没有找到 basic.csv 或 basic.json。"))
            continue
        try:
            tables[name] = _READERS[path.suffix.removeprefix(".")](path.read_text("utf-8-sig"))
        except (OSError, UnicodeDecodeError):
            faults.append(RowFault(name, 0, "", f"{path.name} 读不出来，请另存为 UTF-8 编码。"))
        except (ValueError, csv.Error) as error:
            faults.append(RowFault(name, 0, "", f"{path.name} 的格式不对：{error}"))
        else:
            faults += _lacking(name, tables[name])
    return tables, faults


def _lacking(name: str, rows: list[Row]) -> list[RowFault]:
    """Columns without which a table says nothing; others are empty where they are missing."""
    needed = _NEEDED if name != "basic" else {*_NEEDED, "task_name", "catalog_code", "plan_effective_date"}
    return [RowFault(name, 0, column, "没有这一列，请补上。") for column in sorted(needed) if rows and column not in rows[0]]


def _csv(columns: tuple[str, ...], rows: list[Row]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _of_csv(text: str) -> list[Row]:
    rows = list(csv.DictReader(io.StringIO(text), strict=True, restkey="", restval=""))
    return [{key.strip(): value.strip() for key, value in row.items() if key} for row in rows]


def _of_json(text: str) -> list[Row]:
    rows: Any = json.loads(text)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError("应该是一个列表，每行一个对象")
    return [{str(key): "" if value is None else str(value).strip() for key, value in row.items()} for row in rows]


_READERS: dict[str, Callable[[str], list[Row]]] = {"csv": _of_csv, "json": _of_json}

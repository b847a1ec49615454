"""What was measured against what is asked for: figures, the table, the JSON file."""

import json
import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One measured value. `least` and `most` are what is asked for, both included; neither: for information."""

    name: str
    value: float
    unit: str = ""
    least: float | None = None
    most: float | None = None

    @property
    def ok(self) -> bool | None:
        """Whether it is as asked for; None where nothing is asked."""
        if self.least is None and self.most is None:
            return None
        return (self.least is None or self.value >= self.least) and (self.most is None or self.value <= self.most)

    @property
    def target(self) -> str:
        """What is asked for, for people."""
        if self.least is not None and self.least == self.most:
            return f"= {self.least:g}"
        bounds = [f"{sign} {bound:g}" for sign, bound in (("≥", self.least), ("≤", self.most)) if bound is not None]
        return " ".join(bounds)


def ratio(name: str, subject: Sequence[float], baseline: Sequence[float], least: float) -> list[Figure]:
    """The ratio of two rates measured in turns, by their medians, and the two rates for information."""
    rate, bare = statistics.median(subject), statistics.median(baseline)
    return [Figure(name, rate / bare, "×", least=least), Figure(f"{name}: product", rate, "/s"), Figure(f"{name}: baseline", bare, "/s")]


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of `values` lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, min(len(ordered) - 1, -int(-share * len(ordered) // 1) - 1))]


def table(figures: Sequence[Figure]) -> str:
    """Name, figure, target, ok: one line each."""
    marks = {True: "ok", False: "MISSED", None: ""}
    rows = [(each.name, f"{each.value:,.3g} {each.unit}".strip(), each.target, marks[each.ok]) for each in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join(f"{name:<{widths[0]}}  {value:>{widths[1]}}  {target:<{widths[2]}}  {mark}" for name, value, target, mark in rows)


def write_json(figures: Sequence[Figure], seconds: float, path: Path) -> None:
    """Everything, with the machine it was measured on."""
    rows = [
        {"name": each.name, "value": each.value, "unit": each.unit, "least": each.least, "most": each.most, "ok": each.ok}
        for each in figures
    ]
    machine = {"cores": os.cpu_count(), "load": os.getloadavg()[0], "python": platform.python_version(), "system": platform.platform()}
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "seconds": round(seconds, 1), "machine": machine, "figures": rows}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

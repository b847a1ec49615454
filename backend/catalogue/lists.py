"""The dated lists beside the items, read with every fault: what names an item, a department or a material must know it."""

from collections.abc import Collection, Iterable
from pathlib import Path

from backend.catalogue.checks import meant
from backend.catalogue.source import Fault, YamlFile
from backend.catalogue.vocabulary import Vocabulary, read_rows
from models.catalogue.lists import Dated, Exclusion


def read_exclusions(directory: Path, items: Collection[str], names: Vocabulary) -> tuple[tuple[Exclusion, ...], list[Fault]]:
    """The fields no commitment is taken in (commitments.yaml). `items`: the codes of the catalogue."""
    file = YamlFile(directory / "commitments.yaml", directory)
    rows, faults = read_rows(file, Exclusion)
    for index, each in enumerate(rows.values()):
        at = ("commitments", index)
        faults += _unknown(file, (*at, "items"), each.items, items, "item")
        faults += _unknown(file, (*at, "departments"), each.departments, names.departments, "department")
        faults += _dates(file, at, each)
        if not each.items and not each.departments:
            faults.append(file.fault(at, "names neither items nor departments"))
    return tuple(rows.values()), faults


def _dates(file: YamlFile, at: tuple[str | int, ...], entry: Dated) -> list[Fault]:
    if entry.ends is not None and entry.ends <= entry.begins:
        return [file.fault((*at, "until"), "ends before it begins")]
    return []


def _unknown(file: YamlFile, at: tuple[str | int, ...], names: Iterable[str], known: Iterable[str], what: str) -> list[Fault]:
    listed = frozenset(known)
    return [file.fault(at, f"unknown {what} {name}{meant(name, listed)}") for name in names if name not in listed]

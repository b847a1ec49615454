"""The commands of server.py that work on the catalogue, for whoever edits it. None needs a server or a database to run.

Each answers the exit code: 0 where it did what was asked, 1 where something is wrong with what it was given.
"""

from datetime import date
from pathlib import Path

from backend.catalogue import check, load_catalogue
from backend.catalogue.diff import difference, edition_before, last_two, of_file
from backend.catalogue.load import examine
from backend.errors import Invalid, NotFound
from models.catalogue import Item
from models.catalogue.changes import Difference


def check_files(path: Path, home: Path) -> int:
    """Every fault of a catalogue or of one item's file; `home`: the catalogue a file outside of one is written for."""
    faults = check(path, home)
    for fault in faults:
        print(fault)
    print(f"{path}: " + (f"{len(faults)} 处需要修改" if faults else "没有问题"))
    return 1 if faults else 0


def show_difference(subject: str, home: Path, before: str | None, after: str | None) -> int:
    """What changes between two versions of an item (`subject` is its code), or from the loaded one to a file."""
    catalogue = load_catalogue(home)
    earlier, later = _day(before), _day(after)
    if subject in catalogue and not Path(subject).is_file():
        was, now = last_two(catalogue, subject, earlier, later)
    elif not Path(subject).is_file():
        raise NotFound(f"没有代码是 {subject} 的事项，也没有叫这个名字的文件。")
    else:
        now = of_file(item_of(Path(subject), home), later)
        was = edition_before(catalogue, now, earlier)
    print(difference_text(difference(was, now, catalogue.vocabulary)))
    return 0


def difference_text(told: Difference) -> str:
    """A difference as lines."""
    lines = [f"{told.name}（{told.item}）：{told.before} → {told.after}"]
    lines += [f"  · {change.text}" for change in told.changes] or ["  两个版本没有差别。"]
    return "\n".join(lines)


def item_of(path: Path, home: Path) -> Item:
    """The item of a file. Raises Invalid, which tells every fault."""
    examined = examine(path, home)
    if examined.item is None or examined.faults:
        lines = "\n".join(str(fault) for fault in examined.faults)
        raise Invalid(f"{path} 有 {len(examined.faults)} 处需要修改：\n{lines}")
    return examined.item


def _day(text: str | None) -> date | None:
    """The day of a version: 2026-01-01, or the id of the version that ends in it."""
    try:
        return date.fromisoformat(text.rpartition("@")[2]) if text else None
    except ValueError:
        raise Invalid(f"「{text}」不是版本的施行日期，请写成 2026-01-01 这样。") from None

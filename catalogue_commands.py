"""The commands of server.py that work on the catalogue, for whoever edits it. None needs a server or a database to run.

Each answers the exit code: 0 where it did what was asked, 1 where something is wrong with what it was given.
"""

import re
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from backend.audit import Audit
from backend.catalogue import Catalogue, Fault, Vocabulary, check, load_catalogue
from backend.catalogue.deciding import headless, unreviewed
from backend.catalogue.diff import difference, edition_before, edition_in, last_two, of_file
from backend.catalogue.exchange import Format, import_tables, read_tables, tables_of, write_tables
from backend.catalogue.guides import guide_view
from backend.catalogue.load import around, examine, read_catalogue
from backend.catalogue.near_steps import unstaffed
from backend.catalogue.preview import guide_page, guide_text
from backend.catalogue.simulator import Recorded, cases_words, demo_year, simulate, year_words
from backend.catalogue.slip_text import slip_text
from backend.catalogue.source import YamlFile
from backend.catalogue.vocabulary import read_vocabulary
from backend.clock import SystemClock
from backend.demo import DemoDistrict
from backend.errors import Invalid, NotFound
from backend.points import SCHEME_FILE, check_scheme
from backend.printing import templates_of
from backend.spoken import full_day
from backend.workdays import WorkCalendar
from models.acts import Act, Role, SystemActor
from models.catalogue import Item, ItemVersion
from models.catalogue.changes import Difference
from models.catalogue.simulation import Simulation
from models.catalogue.views import AdviceBody
from models.settings import Settings

if TYPE_CHECKING:
    from backend.store import Store

_NOTHING = "没有代码是 {} 的事项，也没有叫这个名字的文件。"
_MOST_PAGES = 20
_TELL_EVERY = 200  # files written
_EDITION = r"\d{4}-\d\d-\d\d(/\d{6})?(~\d{4}-\d\d-\d\d)?"


def check_files(path: Path, home: Path) -> int:
    """Every fault of a catalogue, its scheme of points included, or of one file; `home`: the catalogue a file outside of one is
    written for. Of a catalogue without faults also the departments that decide and have no head, and those whose appeals nobody
    could decide, which are warnings only."""
    faults = _whole(path) if path.is_dir() else _scheme(path) if path.name == SCHEME_FILE else check(path, home)
    for fault in faults:
        print(fault)
    print(f"{path}: " + (f"{len(faults)} 处需要修改" if faults else "没有问题"))
    for line in _unheard(path) if path.is_dir() and not faults else ():
        print(f"提醒：{line}")
    return 1 if faults else 0


def _whole(directory: Path) -> list[Fault]:
    catalogue, faults = read_catalogue(directory)
    faults += check_scheme(directory, catalogue)
    return sorted(faults or _unstaffed(directory, catalogue))


def _unstaffed(directory: Path, catalogue: Catalogue) -> list[Fault]:
    """Steps of towns and villages nobody of the demo district could do."""
    posts = {(each.town, each.department, role) for each in DemoDistrict(directory / "demo").staff if each.town for role in each.roles}
    files = directory / "items"
    return [YamlFile(files / f"{each.item}.yaml", directory).fault(each.place, each.message) for each in unstaffed(catalogue, posts)]


def _unheard(directory: Path) -> list[str]:
    """Departments for which the staff file of the demo district has no head, or no supervisor outside of them."""
    catalogue, staff = load_catalogue(directory), DemoDistrict(directory / "demo").staff
    heads = {each.department for each in staff if Role.CHIEF_REPRESENTATIVE in each.roles}
    return headless(catalogue, heads) + unreviewed(catalogue, {each.department for each in staff if Role.SUPERVISOR in each.roles})


def _scheme(path: Path) -> list[Fault]:
    return check_scheme(path.parent, read_catalogue(path.parent)[0])


def show_difference(subject: str, home: Path, before: str | None, after: str | None) -> int:
    """What changes between two versions of an item (`subject` is its code), or from the loaded one to a file."""
    catalogue = load_catalogue(home)
    earlier, later = _edition(before), _edition(after)
    if subject in catalogue and not Path(subject).is_file():
        was, now = last_two(catalogue, subject, earlier, later)
    elif not Path(subject).is_file():
        raise NotFound(_NOTHING.format(subject))
    else:
        now = of_file(item_of(Path(subject), home), catalogue.vocabulary, later)
        was = edition_before(catalogue, now, earlier)
    print(difference_text(difference(was, now, catalogue.vocabulary)))
    return 0


def difference_text(told: Difference) -> str:
    """A difference as lines."""
    lines = [f"{told.name}（{told.item}）：{told.before} → {told.after}"]
    lines += [f"  · {change.text}" for change in told.changes] or ["  两个版本没有差别。"]
    return "\n".join(lines)


def preview_guide(subject: str, settings: Settings, page: Path | None, pdf: Path | None, region: str | None = None) -> int:
    """The guide of an item's last version (`subject`: its code or a file) as people of a district will read it; `page`, `pdf`:
    where to write it."""
    directory = settings.catalogue_dir
    path = Path(subject) if Path(subject).is_file() else directory / "items" / f"{subject}.yaml"
    if not path.is_file():
        raise NotFound(_NOTHING.format(subject))
    item, names = item_of(path, directory), read_vocabulary(directory, directory / "demo")[0]
    version = edition_in(item, names, region).version
    guide = guide_view(item, version, names)
    with _writing():
        if page is not None:
            page.write_text(guide_page(guide), "utf-8")
        if pdf is not None:
            pdf.write_bytes(_sheet(version, names, settings))
    written = [str(path) for path in (page, pdf) if path is not None]
    print("已写入 " + "、".join(written) if written else guide_text(guide))
    return 0


def _sheet(version: ItemVersion, names: Vocabulary, settings: Settings) -> bytes:
    """A version as the advice slip people are given who tell nothing of themselves."""
    from backend.printing.render import press

    now = SystemClock().now()
    text = slip_text(version, AdviceBody(), version.effective_from, names)
    shown = {"number": "预览", "given_on": full_day(now.date()), "given_by": "预览，尚未发布", "qr_text": version.id}
    return press(templates_of(settings)).pdf("advice_slip", {**shown, **text.model_dump(mode="json")}, now, _MOST_PAGES)


def try_on_year(path: Path, home: Path, seed: int) -> int:
    """A file's last version tried on a made-up year of applications."""
    catalogue, calendar = load_catalogue(home), WorkCalendar.load(home / "calendars")
    item = item_of(path, home)
    after = of_file(item, catalogue.vocabulary)
    before = edition_before(catalogue, after).version
    replays = demo_year(before, after.version, calendar, seed)
    print(simulation_text(simulate(item, after.version, replays, calendar, {}, year_words(len(replays), seed))))
    return 0


def try_on_cases(path: Path, last: int) -> Callable[["Store", Settings], Coroutine[Any, Any, int]]:
    """A file's last version tried on the last decided cases of a database; that they were looked at is recorded."""

    async def work(store: "Store", settings: Settings) -> int:
        catalogue, calendar = load_catalogue(settings.catalogue_dir), WorkCalendar.load(settings.catalogue_dir / "calendars")
        item = item_of(path, settings.catalogue_dir)
        recorded = Recorded(store, catalogue, Audit(store, SystemClock()))
        names, replays = catalogue.vocabulary.register_labels, await recorded.last(item.code, last)
        told = simulate(item, item.versions[-1], replays, calendar, names, cases_words(last))
        await recorded.note(Act(actor=SystemActor(id="command", name="命令行"), at=SystemClock().now(), channel="system"), told)
        print(simulation_text(told))
        return 0

    return work


def simulation_text(told: Simulation) -> str:
    """A simulation as lines: the sum, then each case for which something would be different."""
    lines = [f"{told.name}（{told.after}），试算对象：{told.tried_on}", *(f"  {line}" for line in told.summary)]
    lines += [f"  无法重算 {why}" for why in told.unknown_because]
    return "\n".join([*lines, *(f"  · {effect.number}（{full_day(effect.on)}）{effect.said}" for effect in told.effects)])


def export_catalogue(folder: Path, home: Path, kind: Format) -> int:
    """Every item as the national exchange tables have it, one file a table."""
    catalogue = load_catalogue(home)
    with _writing():
        written = write_tables(tables_of(catalogue.items, catalogue.vocabulary), folder, kind)
    print(f"已导出 {len(catalogue)} 个事项：" + "、".join(str(path) for path in written))
    return 0


def import_catalogue(folder: Path, home: Path, target: Path | None) -> int:
    """The items of exchange tables as YAML files for an editor to finish; 1 where a table or an item has a fault.

    Files that stand there already are left as they are, and said so.
    """
    tables, faults = read_tables(folder)
    imported = import_tables(tables, read_vocabulary(home, home / "demo")[0])
    target = target or folder / "items"
    with _writing():
        target.mkdir(parents=True, exist_ok=True)
    told = [str(fault) for fault in [*faults, *imported.faults]]
    catalogue, all_of_them = around(target, home), len(imported.items)
    for number, (code, data) in enumerate(imported.items.items(), 1):
        if number % _TELL_EVERY == 0:
            print(f"正在写第 {number} 个，共 {all_of_them} 个 …", file=sys.stderr)
        path = target / f"{code}.yaml"
        if path.exists():
            told.append(f"{path} 已经有了，没有改动；要重新导入请先移走它。")
            continue
        with _writing():
            path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120), "utf-8")
        told += [f"{path} 还要编辑：{fault}" for fault in examine(path, home, catalogue).faults]
    print("\n".join([*told, f"已读出 {all_of_them} 个事项，文件在 {target}；有 {len(told)} 处要处理。"]))
    return 1 if told else 0


@contextmanager
def _writing() -> Iterator[None]:
    """Raises Invalid, which names the place, where a file or folder cannot be written."""
    try:
        yield
    except OSError as error:
        raise Invalid(f"{error.filename} 写不了（{error.strerror}）。请换一个可以写的地方，再运行一次。") from None


def item_of(path: Path, home: Path) -> Item:
    """The item of a file. Raises Invalid, which tells every fault."""
    examined = examine(path, home)
    if examined.item is None or examined.faults:
        lines = "\n".join(str(fault) for fault in examined.faults)
        raise Invalid(f"{path} 有 {len(examined.faults)} 处需要修改：\n{lines}")
    return examined.item


def _edition(text: str | None) -> str | None:
    """What stands after the @ of a version's id: 2026-01-01, 2026-01-01/990102. Raises Invalid."""
    name = text.rpartition("@")[2] if text else None
    if name and not re.fullmatch(_EDITION, name):
        raise Invalid(
            f"「{text}」不是版本的名称，请写成 2026-01-01，别区的写成 2026-01-01/990102，改由别人行使的写成 2026-01-01~2026-07-01。"
        )
    return name or None

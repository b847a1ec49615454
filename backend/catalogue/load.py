"""Reads the whole catalogue, or says everything that is wrong with it."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from backend.catalogue.catalogue import Catalogue
from backend.catalogue.lists import read_exclusions, read_exemptions
from backend.catalogue.number_check import Taken, number_faults, taken_beside, taken_by
from backend.catalogue.partial import partial_item
from backend.catalogue.shape import shape_faults
from backend.catalogue.source import CatalogueFaults, Fault, YamlFile, YamlText, plain_text_fault
from backend.catalogue.validate import item_faults
from backend.catalogue.vocabulary import Vocabulary, read_vocabulary, validation_faults
from backend.workdays import CalendarYear, OfficeHours
from models.catalogue import Item

_DRAFT = "draft"  # the name of a text that is no file


def load_catalogue(directory: Path, district: Path | None = None) -> Catalogue:
    """The catalogue of `directory`: items/*.yaml, the names they use, calendars, and the departments and halls of
    `district` (`directory`/demo where none is given). Raises CatalogueFaults with every fault; none is survived."""
    catalogue, faults = read_catalogue(directory, district)
    if faults:
        raise CatalogueFaults(faults)
    return catalogue


def read_catalogue(directory: Path, district: Path | None = None) -> tuple[Catalogue, list[Fault]]:
    """As much of the catalogue as can be read, and every fault of the rest."""
    return _read(directory, district or directory / "demo", sorted((directory / "items").glob("*.yaml")))


def check(path: Path, home: Path | None = None) -> list[Fault]:
    """Every fault of a catalogue directory, or of one item's file, best read in order.

    `home`: the catalogue a file that lies elsewhere is written for; one in an items/ folder belongs to the catalogue around it.
    """
    if path.is_dir():
        return sorted(read_catalogue(path)[1])
    return examine(path, home).faults


@dataclass(frozen=True)
class Examined:
    """An item's YAML, read: the item where its shape is right, and every fault, best read in order."""

    item: Item | None
    faults: list[Fault]


@dataclass(frozen=True)
class Around:
    """The catalogue that files of items are written for: its names, and what is wrong with them and with its calendars."""

    directory: Path
    vocabulary: Vocabulary
    faults: list[Fault]


def around(folder: Path, home: Path | None = None) -> Around:
    """The catalogue of the files in a folder; see `check`."""
    beside = folder.resolve().parent
    directory = beside if home is None or (beside / "themes.yaml").exists() else home
    vocabulary, faults = read_vocabulary(directory, directory / "demo")
    return Around(directory, vocabulary, [*faults, *_calendars(directory)])


def examine(path: Path, home: Path | None = None, catalogue: Around | None = None) -> Examined:
    """One item's file against the names of its catalogue; see `check`. `catalogue`: already read, where there are many files."""
    path = path.resolve()
    names = catalogue or around(path.parent, home)
    file = YamlFile(path, names.directory)
    item, wrong = _read_item(file, names.vocabulary)
    wrong += _of_numbers(file, item, taken_beside(item, names.directory, names.vocabulary) if item else {}, names.vocabulary)
    return Examined(item, sorted([*names.faults, *wrong, *_name_faults(file, item, path)]))


def examine_text(text: str, directory: Path) -> Examined:
    """An item's YAML that is no file yet, from somebody who may have made it to do harm. Runs in a worker process:
    the examples of its rules are run, and may never end."""
    if (fault := plain_text_fault(_DRAFT, text)) is not None:
        return Examined(None, [fault])
    vocabulary, faults = read_vocabulary(directory, directory / "demo")
    file = YamlText(_DRAFT, text)
    item, wrong = _read_item(file, vocabulary)
    wrong += _of_numbers(file, item, taken_beside(item, directory, vocabulary) if item else {}, vocabulary)
    return Examined(item, sorted([*faults, *wrong]))


def read_text(name: str, text: str, vocabulary: Vocabulary) -> Examined:
    """An item's YAML that was examined before, such as one that was published, against the names of a catalogue."""
    item, wrong = _read_item(YamlText(name, text), vocabulary)
    return Examined(item, sorted(wrong))


def _read(directory: Path, district: Path, files: list[Path]) -> tuple[Catalogue, list[Fault]]:
    vocabulary, faults = read_vocabulary(directory, district)
    items: dict[str, Item] = {}
    sources: dict[str, YamlFile] = {}
    for path in files:
        file = YamlFile(path, directory)
        item, wrong = _read_item(file, vocabulary)
        faults += wrong
        faults += _name_faults(file, item, path)
        if item is not None:
            items[item.code] = item
            sources[item.code] = file
    taken = taken_by(items.values(), vocabulary)
    faults += [fault for code, item in items.items() for fault in _of_numbers(sources[code], item, taken, vocabulary)]
    if not files:
        return Catalogue((), vocabulary), [
            *faults,
            Fault("items", 0, "", "这里没有一个事项，请在 items 文件夹里放事项文件"),
            *_calendars(directory),
        ]
    exclusions, wrong = read_exclusions(directory, [path.stem for path in files], vocabulary)
    exemptions, more = read_exemptions(directory, [path.stem for path in files], items, vocabulary)
    return Catalogue(items.values(), vocabulary, exclusions, exemptions), [*faults, *wrong, *more, *_calendars(directory)]


def _of_numbers(file: YamlText, item: Item | None, taken: Taken, vocabulary: Vocabulary) -> list[Fault]:
    return [file.fault(place, message) for place, message in number_faults(item, taken, vocabulary)] if item is not None else []


def _name_faults(file: YamlText, item: Item | None, path: Path) -> list[Fault]:
    if item is None or item.code == path.stem:
        return []
    return [file.fault(("code",), f"{item.code} 与文件名不同，请改成一样")]


def _calendars(directory: Path) -> list[Fault]:
    return [fault for path in sorted((directory / "calendars").glob("*.yaml")) for fault in _calendar_faults(YamlFile(path, directory))]


def _read_item(file: YamlText, vocabulary: Vocabulary) -> tuple[Item | None, list[Fault]]:
    if file.faults:
        return None, file.faults
    try:
        item = Item.model_validate(file.data)
    except ValidationError as error:
        rest = partial_item(file.data, error)
        others = item_faults(rest, vocabulary) if rest is not None else ()
        return None, [*shape_faults(file, Item, error), *(file.fault(place, message) for place, message in others)]
    return item, [file.fault(place, message) for place, message in item_faults(item, vocabulary)]


def _calendar_faults(file: YamlFile) -> list[Fault]:
    if file.faults:
        return file.faults
    try:
        (OfficeHours if file.name.endswith("office_hours.yaml") else CalendarYear).model_validate(file.data)
    except ValidationError as error:
        return validation_faults(file, error)
    return []

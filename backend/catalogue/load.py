"""Reads the whole catalogue, or says everything that is wrong with it."""

from pathlib import Path

from pydantic import ValidationError

from backend.catalogue.catalogue import Catalogue
from backend.catalogue.source import CatalogueFaults, Fault, YamlFile
from backend.catalogue.validate import item_faults
from backend.catalogue.vocabulary import Vocabulary, read_vocabulary, validation_faults
from backend.workdays import CalendarYear
from models.catalogue import Item


def load_catalogue(directory: Path, district: Path | None = None) -> Catalogue:
    """The catalogue of `directory`: items/*.yaml, the names they use, calendars, and the departments and halls of
    `district` (`directory`/demo where none is given). Raises CatalogueFaults with every fault; none is survived."""
    catalogue, faults = _read(directory, district or directory / "demo", sorted((directory / "items").glob("*.yaml")))
    if faults:
        raise CatalogueFaults(faults)
    return catalogue


def check(path: Path) -> list[Fault]:
    """Every fault of a catalogue directory, or of one file of its items/, best read in order."""
    if path.is_dir():
        return sorted(_read(path, path / "demo", sorted((path / "items").glob("*.yaml")))[1])
    directory = path.resolve().parent.parent
    return sorted(_read(directory, directory / "demo", [path.resolve()])[1])


def _read(directory: Path, district: Path, files: list[Path]) -> tuple[Catalogue, list[Fault]]:
    vocabulary, faults = read_vocabulary(directory, district)
    items: dict[str, Item] = {}
    for path in files:
        file = YamlFile(path, directory)
        item, wrong = _read_item(file, vocabulary)
        faults += wrong
        if item is None:
            continue
        if item.code != path.stem:
            faults.append(file.fault(("code",), f"{item.code} is not the name of its file"))
        items[item.code] = item
    for path in sorted((directory / "calendars").glob("*.yaml")):
        faults += _calendar_faults(YamlFile(path, directory))
    if not files:
        faults.append(Fault("items", 0, "", "there is no item"))
    return Catalogue(items.values(), vocabulary), faults


def _read_item(file: YamlFile, vocabulary: Vocabulary) -> tuple[Item | None, list[Fault]]:
    if file.faults:
        return None, file.faults
    try:
        item = Item.model_validate(file.data)
    except ValidationError as error:
        return None, validation_faults(file, error)
    return item, [file.fault(place, message) for place, message in item_faults(item, vocabulary)]


def _calendar_faults(file: YamlFile) -> list[Fault]:
    if file.faults:
        return file.faults
    try:
        CalendarYear.model_validate(file.data)
    except ValidationError as error:
        return validation_faults(file, error)
    return []

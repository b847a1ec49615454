"""What must differ from item to item: what the numbers of result papers begin with, and the national code under one organ."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from backend.catalogue.checks import Faults, Place
from backend.catalogue.source import YamlFile
from backend.catalogue.vocabulary import Vocabulary
from models.catalogue import Item, ResultForm

Taken = Mapping[str, tuple[str, ...]]
"""The items that use each beginning, and each national code, under the organ's number; sorted."""

_NAMED = 3  # of the others: in a catalogue copied whole each item would name thousands


def number_faults(item: Item, taken: Taken, vocabulary: Vocabulary) -> Faults:
    """Beginnings, of any version, that are another item's: its papers would bear the same numbers. And a national code the same organ
    has given to another: the two together are the key of the exchange tables (实施编码)."""
    for place, prefix in _prefixes(item):
        if others := _others(item, taken, prefix):
            yield place, f"编号字头「{prefix}」已经是 {others} 的，两个事项不能发出同一个号，请换一个字头"
    for organ, key in _national(item, vocabulary):
        if others := _others(item, taken, key):
            yield (
                ("catalog_code",),
                f"基本编码 {item.catalog_code} 已经是 {organ} 的 {others} 的，同一个部门的两个事项不能用同一个编码，请核对",
            )


def _others(item: Item, taken: Taken, key: str) -> str:
    """The other items that use it, the first of them by name; empty where nobody does."""
    first = [code for code in taken.get(key, ())[: _NAMED + 2] if code != item.code]
    return "、".join(first[:_NAMED]) + ("等" if len(first) > _NAMED else "")


def taken_by(items: Iterable[Item], vocabulary: Vocabulary) -> Taken:
    """The beginnings these items use, and those of certificates.yaml."""
    users: defaultdict[str, set[str]] = defaultdict(set)
    for prefix, code in vocabulary.numbering.items():
        users[prefix].add(code)
    for item in items:
        for _, prefix in _prefixes(item):
            users[prefix].add(item.code)
        for _, key in _national(item, vocabulary):
            users[key].add(item.code)
    return {prefix: tuple(sorted(codes)) for prefix, codes in users.items()}


def taken_beside(item: Item, directory: Path, vocabulary: Vocabulary) -> Taken:
    """The same, as far as it concerns one item that stands beside the others of `directory`: only files in whose text one of its
    beginnings or its national code stands are read."""
    wanted = {item.catalog_code, *(prefix for _, prefix in _prefixes(item))}
    others = (path for path in sorted((directory / "items").glob("*.yaml")) if path.stem != item.code)
    found = [_read(path, directory) for path in others if any(prefix in path.read_text("utf-8") for prefix in wanted)]
    return taken_by((each for each in found if each is not None), vocabulary)


def _national(item: Item, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """The organs that have the item, by their names, each with its number and the code."""
    for name in sorted({item.department, *(version.department for version in item.versions)}):
        department = vocabulary.departments.get(name)
        if department is not None and department.uscc:
            yield department.name, f"{department.uscc} {item.catalog_code}"


def _prefixes(item: Item) -> Iterator[tuple[Place, str]]:
    for index, version in enumerate(item.versions):
        yield from _of_results(("versions", index), version.results)
        for number, part in enumerate(version.parts):
            yield from _of_results(("versions", index, "parts", number), part.results)


def _of_results(place: Place, results: Iterable[ResultForm]) -> Iterator[tuple[Place, str]]:
    for index, result in enumerate(results):
        if result.paper is not None:
            yield (*place, "results", index, "paper", "prefix"), result.paper.prefix


def _read(path: Path, directory: Path) -> Item | None:
    """None where it cannot be read: its own check says why."""
    try:
        return Item.model_validate(YamlFile(path, directory).data)
    except ValidationError:
        return None

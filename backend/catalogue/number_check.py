"""What the numbers of result papers begin with: no two items may issue the same number, so it differs from item to item."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from backend.catalogue.checks import Faults, Place
from backend.catalogue.source import YamlFile
from backend.catalogue.vocabulary import Vocabulary
from models.catalogue import Item, ResultForm

Taken = Mapping[str, frozenset[str]]
"""The items that use each beginning."""


def number_faults(item: Item, taken: Taken) -> Faults:
    """Beginnings, of any version, that are another item's: its papers would bear the same numbers."""
    for place, prefix in _prefixes(item):
        for other in sorted(taken.get(prefix, frozenset()) - {item.code}):
            yield place, f"编号字头「{prefix}」已经是 {other} 的，两个事项不能发出同一个号，请换一个字头"


def taken_by(items: Iterable[Item], vocabulary: Vocabulary) -> Taken:
    """The beginnings these items use, and those of certificates.yaml."""
    users: defaultdict[str, set[str]] = defaultdict(set)
    for prefix, code in vocabulary.numbering.items():
        users[prefix].add(code)
    for item in items:
        for _, prefix in _prefixes(item):
            users[prefix].add(item.code)
    return {prefix: frozenset(codes) for prefix, codes in users.items()}


def taken_beside(item: Item, directory: Path, vocabulary: Vocabulary) -> Taken:
    """The same, as far as it concerns one item that stands beside the others of `directory`: only files in whose text one of its
    beginnings stands are read."""
    wanted = {prefix for _, prefix in _prefixes(item)}
    others = (path for path in sorted((directory / "items").glob("*.yaml")) if wanted and path.stem != item.code)
    found = [_read(path, directory) for path in others if any(prefix in path.read_text("utf-8") for prefix in wanted)]
    return taken_by((each for each in found if each is not None), vocabulary)


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

"""Which two versions are compared."""

from datetime import date

from backend.catalogue.catalogue import Catalogue
from backend.catalogue.diff.compare import Edition
from backend.errors import Invalid, NotFound
from models.catalogue import Item


def last_two(catalogue: Catalogue, code: str, before: date | None = None, after: date | None = None) -> tuple[Edition, Edition]:
    """Two versions of an item by the days they take effect; none named: the last one, and the one before `after`.

    Raises NotFound for the item or a day on which no version begins, Invalid where there is nothing earlier to compare with.
    """
    item = catalogue.item(code)
    later = _starting(item, after or item.versions[-1].effective_from)
    if before is not None:
        return _starting(item, before), later
    earlier = [version for version in item.versions if version.effective_from < later.version.effective_from]
    if not earlier:
        raise Invalid(f"「{item.name}」在{later.version.effective_from}之前没有别的版本，没有可以对比的。")
    return Edition(item, earlier[-1]), later


def of_file(item: Item, after: date | None = None) -> Edition:
    """The version of a file that is to be compared: the one named, or the last. Raises NotFound."""
    return _starting(item, after or item.versions[-1].effective_from)


def edition_before(catalogue: Catalogue, edition: Edition, before: date | None = None) -> Edition:
    """What holds, in the catalogue as it is loaded, on the day `edition` begins: what it replaces, or an earlier text of itself.

    Raises NotFound where the catalogue has no such item or version.
    """
    item = catalogue.item(edition.item.code)
    if before is not None:
        return _starting(item, before)
    version = item.version_on(edition.version.effective_from) or item.versions[0]
    return Edition(item, version)


def _starting(item: Item, day: date) -> Edition:
    version = next((each for each in item.versions if each.effective_from == day), None)
    if version is None:
        days = "、".join(each.effective_from.isoformat() for each in item.versions)
        raise NotFound(f"「{item.name}」没有从{day}起施行的版本；现有版本：{days}。")
    return Edition(item, version)

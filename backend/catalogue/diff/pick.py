"""Which two versions are compared, or which two editions of one: `2026-01-01`, `2026-01-01/990102`, `2026-01-01~2026-07-01`."""

from backend.catalogue.catalogue import Catalogue
from backend.catalogue.diff.compare import Edition
from backend.catalogue.regional import editions
from backend.catalogue.vocabulary import Vocabulary
from backend.errors import Invalid, NotFound
from models.catalogue import Item


def last_two(catalogue: Catalogue, code: str, before: str | None = None, after: str | None = None) -> tuple[Edition, Edition]:
    """Two versions of an item by what stands after the @ of their ids; none named: the last one, and the one before `after`.

    Raises NotFound for the item or where it has no such edition, Invalid where there is nothing earlier to compare with.
    """
    item, names = catalogue.item(code), catalogue.vocabulary
    later = _named(item, after or _last(item), names)
    if before is not None:
        return _named(item, before, names), later
    earlier = [version for version in item.versions if version.effective_from < later.version.effective_from]
    if not earlier:
        raise Invalid(f"「{item.name}」在{later.version.effective_from}之前没有别的版本，没有可以对比的。")
    return Edition(item, earlier[-1]), later


def of_file(item: Item, names: Vocabulary, after: str | None = None) -> Edition:
    """The version of a file that is to be compared: the one named, or the last. Raises NotFound."""
    return _named(item, after or _last(item), names)


def edition_in(item: Item, names: Vocabulary, region: str | None) -> Edition:
    """An item's last version as it comes to be in a district; None: in the catalogue's own. Raises NotFound."""
    held = [each.version for each in editions(item, item.versions[-1], names) if region in (None, each.region)]
    if not held:
        raise NotFound(f"「{item.name}」没有写{names.region(region or '')}的差异（variants），在那里不办。")
    return Edition(item, held[-1] if region else held[0])


def edition_before(catalogue: Catalogue, edition: Edition, before: str | None = None) -> Edition:
    """What holds, in the catalogue as it is loaded, on the day `edition` begins: what it replaces, or an earlier text of itself.

    Raises NotFound where the catalogue has no such item or version.
    """
    item = catalogue.item(edition.item.code)
    if before is not None:
        return _named(item, before, catalogue.vocabulary)
    version = item.version_on(edition.version.effective_from) or item.versions[0]
    return Edition(item, version)


def _last(item: Item) -> str:
    return item.versions[-1].effective_from.isoformat()


def _named(item: Item, name: str, names: Vocabulary) -> Edition:
    held = {each.version.id.partition("@")[2]: each.version for version in item.versions for each in editions(item, version, names)}
    if name not in held:
        raise NotFound(f"「{item.name}」没有从{name}起施行的版本；现有版本：{'、'.join(held)}。")
    return Edition(item, held[name])

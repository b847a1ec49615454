"""The catalogue in memory: what there is, as of a day, and how it is found."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from backend.catalogue.regional import RegionalEdition, editions
from backend.catalogue.rules import Rule
from backend.catalogue.search import Search
from backend.catalogue.vocabulary import Theme, Vocabulary
from backend.errors import NotFound
from models.catalogue import Item, ItemVersion
from models.catalogue.lists import Exclusion, Exemption

_NOT_THERE = "「{item}」在{region}还没有开通网上办理。请换一个办理地点，或拨打12345询问怎么办。"
_NO_ITEM = "没有找到这个事项，可能已经调整。请返回事项列表重新查找，或拨打12345询问。"


@dataclass(frozen=True)
class Slice:
    """Some items of a list, and the code the next slice begins after (None: this is the last one)."""

    items: list[Item]
    after: str | None


class Catalogue:
    """Every item, with its dated versions. Built by `load_catalogue`; only `lay` changes it, between two requests."""

    def __init__(
        self,
        items: Iterable[Item],
        vocabulary: Vocabulary,
        exclusions: tuple[Exclusion, ...] = (),
        exemptions: tuple[Exemption, ...] = (),
    ) -> None:
        self.vocabulary = vocabulary
        self.exclusions = exclusions
        self.exemptions = exemptions
        self.laid = 0  # how often items were laid over those of the release
        self._base = {item.code: item for item in items}
        self._search: Search | None = None
        self._hold(self._base.values())

    def _hold(self, items: Iterable[Item]) -> None:
        self._items = {item.code: item for item in sorted(items, key=lambda item: item.code)}
        self._editions = {
            version.id: editions(item, version, self.vocabulary) for item in self._items.values() for version in item.versions
        }
        held = [edition.version for found in self._editions.values() for edition in found]
        self._versions = {version.id: version for version in _with_parts(held)}
        self._rules: dict[str, Rule] = {}
        if self._search is not None:
            self.index()

    def index(self) -> Search:
        """Makes ready for `search`, which takes as long as all the rest: a catalogue nobody searches in does without."""
        self._search = Search(_names(self._items.values()))
        return self._search

    def lay(self, items: Iterable[Item]) -> None:
        """Puts what staff have published in the place of the release's items; what was laid before is forgotten."""
        self._hold({**self._base, **{item.code: item for item in items}}.values())
        self.laid += 1

    def released(self, code: str) -> Item:
        """An item as the release has it. Raises KeyError."""
        return self._base[code]

    def with_item(self, item: Item) -> "Catalogue":
        """Another catalogue, in which this item stands in place of the one of its code."""
        return Catalogue({**self._items, item.code: item}.values(), self.vocabulary, self.exclusions, self.exemptions)

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, code: str) -> bool:
        return code in self._items

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item there is or was, by code."""
        return tuple(self._items.values())

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The themes people browse by, in the order of their file."""
        return tuple(self.vocabulary.themes.values())

    def item(self, code: str) -> Item:
        """The item of that code. Raises NotFound."""
        if code not in self._items:
            raise NotFound(_NO_ITEM)
        return self._items[code]

    def item_name(self, code: str) -> str:
        """The name of an item, for people; of one that is gone its code."""
        return self._items[code].name if code in self._items else code

    def version(self, code: str, on: date, region: str | None = None) -> ItemVersion:
        """The version of an item that holds on a day, as it is in `region` (None: the catalogue's own district).

        Raises NotFound where there is no such item then, or that district does not have it.
        """
        version = self.version_there(code, on, region)
        if version is None:
            known = self.item(code)
            if region is None or known.version_on(on) is None:
                raise NotFound(_NO_ITEM)
            raise NotFound(_NOT_THERE.format(item=known.name, region=self.vocabulary.region(region)))
        return version

    def version_there(self, code: str, on: date, region: str | None = None) -> ItemVersion | None:
        """The same; None where that district does not have the item on that day. Raises NotFound for an item nobody knows."""
        version = self.item(code).version_on(on)
        if version is None:
            return None
        there = region or self.vocabulary.home
        held = [each.version for each in self._editions[version.id] if each.region == there and each.since <= on]
        return held[-1] if held else None

    def offered_in(self, code: str, on: date) -> list[str]:
        """The districts that have an item on a day, the own one first."""
        version = self.item(code).version_on(on)
        return list(dict.fromkeys(each.region for each in self._editions[version.id])) if version else []

    def editions_of(self, version: ItemVersion) -> list[RegionalEdition]:
        """What a version is in each district, and since which day."""
        return self._editions[version.id.partition("/")[0].partition("~")[0]]

    def not_received_at(self, hall: str | None, on: date) -> frozenset[str]:
        """Items that one-window counters of a hall leave to others on a day: their department has counters of its own, and the item
        does not name this hall among those where it is handed in."""
        names, found = self.vocabulary, set[str]()
        for item in self._items.values():
            version = item.version_on(on) or item.versions[-1]
            if names.has_own_counters(version.department) and hall not in {each.hall for each in version.appointment.halls}:
                found.add(item.code)
        return frozenset(found)

    def licence_kinds(self, codes: Iterable[str], on: date) -> frozenset[str]:
        """Kinds of licence that materials of these items name on a day."""
        versions = (self._items[code].version_on(on) for code in codes if code in self._items)
        return frozenset(each.licence for version in versions if version for each in version.materials if each.licence)

    def version_by_id(self, version_id: str) -> ItemVersion:
        """A version by `ItemVersion.id`, whether it still holds or not. Raises NotFound."""
        if version_id not in self._versions:
            raise NotFound(_NO_ITEM)
        return self._versions[version_id]

    def rule(self, version: ItemVersion) -> Rule:
        """The compiled rule of an instant item's version. Raises ValueError where it has none."""
        if version.id not in self._rules:
            self._rules[version.id] = Rule(version)
        return self._rules[version.id]

    def excluded(self, version: ItemVersion, on: date) -> Exclusion | None:
        """The field for which no commitment is taken in this item on a day; None where one may be."""
        return next(
            (
                each
                for each in self.exclusions
                if each.holds_on(on) and (version.item in each.items or version.department in each.departments)
            ),
            None,
        )

    def exemptions_of(self, version: ItemVersion, on: date) -> list[Exemption]:
        """The entries of the exemption list for this item on a day."""
        return [each for each in self.exemptions if each.holds_on(on) and version.item in each.items]

    def browse(
        self,
        on: date,
        theme: str | None = None,
        department: str | None = None,
        after: str = "",
        limit: int = 50,
        region: str | None = None,
    ) -> Slice:
        """The items a district has on a day, by code, beginning after the code `after`."""
        rows = [item for item in self._items.values() if item.code > after and self.listed(item, on, theme, department, region)]
        return Slice(rows[:limit], rows[limit - 1].code if len(rows) > limit else None)

    def listed(self, item: Item, on: date, theme: str | None, department: str | None, region: str | None) -> bool:
        """Whether a district has the item on that day, under that theme and with that department, as far as they are asked for."""
        if theme is not None and theme not in item.themes:
            return False
        version = self.version_there(item.code, on, region)
        return version is not None and department in (None, item.department, version.department, *item.joint_departments)

    def search(self, query: str, limit: int = 20) -> list[Item]:
        """The items a query means, the likeliest first; see `backend.catalogue.search`."""
        index = self._search or self.index()
        return [self._items[code] for code in index.find(query, limit)]


def _with_parts(versions: Iterable[ItemVersion]) -> Iterable[ItemVersion]:
    """The versions and, of bundles, what each of their departments works by."""
    for version in versions:
        yield version
        yield from (version.of_part(part) for part in version.parts)


def _names(items: Iterable[Item]) -> dict[str, list[tuple[str, float]]]:
    """What each item is called; its name counts most, an old name least."""
    return {
        item.code: [(item.name, 1.0), *((alias, 0.98) for alias in item.aliases), *((name, 0.95) for name in item.old_names)]
        for item in items
    }

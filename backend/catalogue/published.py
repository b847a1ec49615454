"""What staff have published of items beside the release: the item of the last published draft stands in place of the release's.

Each process keeps it in memory and looks for more every few seconds. A version begins on the day after it was published at the
earliest, so by the time it counts every process knows it: no case is filed under a version another process has never heard of.
"""

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path

import structlog
from pymongo.errors import PyMongoError

from backend.catalogue.catalogue import Catalogue
from backend.catalogue.checks import Faults, Place
from backend.catalogue.lists import read_exemptions
from backend.catalogue.load import read_text
from backend.catalogue.number_check import number_faults, taken_by
from backend.catalogue.partial import OF_THE_ITEM
from backend.catalogue.source import CatalogueFaults, Fault
from backend.store import Store
from backend.store.indexes import SOME_NUMBER
from models.catalogue import Item, ItemVersion
from models.catalogue.drafts import CatalogueDraft

log = structlog.get_logger()

Fits = Callable[[Catalogue], list[str]]
"""What of the rest of the product would no longer fit a catalogue, in Chinese."""

_EVERY = 5.0  # seconds between two looks for what another process published
_AT_ONCE = ("versions", "aliases", "old_names", "themes")  # the versions have rules of their own; by the others an item is found
_LOST = "上线的新程序里这个事项有从{days}起施行的版本，而工作台发布的文本里没有。请先把它补进工作台发布的文本，再把程序里的换成同一份"


class Published:
    """Lays what was published over the catalogue."""

    def __init__(self, store: Store, catalogue: Catalogue, directory: Path, fits: Fits) -> None:
        self._store = store
        self._catalogue = catalogue
        self._directory = directory
        self._fits = fits
        self._held: dict[str, tuple[int, str, Item]] = {}

    def revision(self, code: str) -> int:
        """How often an item was published; 0: it is the release's."""
        return self._held[code][0] if code in self._held else 0

    async def source(self, code: str) -> str:
        """The text of an item of the catalogue as it holds."""
        if code in self._held:
            return self._held[code][1]
        return await asyncio.to_thread((self._directory / "items" / f"{code}.yaml").read_text, "utf-8")

    async def refresh(self) -> None:
        """Reads what was published. Raises CatalogueFaults where this release cannot use it."""
        rows = await self._store.catalogue_drafts.find({"revision": SOME_NUMBER}, sort=[("revision", 1)], fields=["item", "revision"])
        last = {str(row["item"]): row for row in rows}
        if {code: row["revision"] for code, row in last.items()} == {code: each[0] for code, each in self._held.items()}:
            return
        held = {code: await self._read(code, row["_id"], row["revision"]) for code, row in last.items()}
        self._catalogue.lay(item for _, _, item in held.values())
        self._held = held

    async def run(self) -> None:
        """Keeps this process's catalogue fresh until cancelled."""
        while True:
            try:
                await self.refresh()
            except PyMongoError as error:
                log.warning("catalogue_waits", error=type(error).__name__)
            except CatalogueFaults as error:
                log.error("published_item_unusable", detail=str(error))
            await asyncio.sleep(_EVERY)

    async def history(self, code: str) -> list[CatalogueDraft]:
        """What was published of an item, the latest first."""
        where = {"item": code, "revision": SOME_NUMBER}
        return [CatalogueDraft.of(each) for each in await self._store.catalogue_drafts.find(where, sort=[("revision", -1)])]

    def refused(self, item: Item, today: date) -> list[tuple[Place, str]]:
        """What of this text of an item of the catalogue changes what has begun, or would begin too early: where, and why it may not
        be, in Chinese. Of an item the catalogue has not, nothing."""
        if item.code not in self._catalogue:
            return []
        now = self._catalogue.item(item.code)
        return [*_untouched(now, item), *_of_begun(now, item, today), *_of_coming(now, item, today)]

    def hindrances(self, item: Item, today: date) -> list[str]:
        """Why this text of an item of the catalogue may not be published, in Chinese; empty where it may."""
        if refused := self.refused(item, today):
            return [message for _, message in refused]
        if self._catalogue.item(item.code) == item:
            return ["和现在的内容完全一样，没有要发布的"]
        taken = taken_by(self._catalogue.items, self._catalogue.vocabulary)
        wrong = [message for _, message in number_faults(item, taken, self._catalogue.vocabulary)]
        after = self._catalogue.with_item(item)
        items = {each.code: each for each in after.items}
        _, faults = read_exemptions(self._directory, list(items), items, after.vocabulary)
        return [*wrong, *(f"豁免清单（{each.file}）：{each.message}" for each in faults), *self._fits(after)]

    async def _read(self, code: str, draft_id: str, revision: int) -> tuple[int, str, Item]:
        held = self._held.get(code)
        if held is not None and held[0] == revision:
            return held
        draft = CatalogueDraft.of(await self._store.catalogue_drafts.get(draft_id) or {})
        name = f"published/{code}@{revision}"
        examined = read_text(name, draft.source, self._catalogue.vocabulary)
        if examined.item is None or examined.faults:
            raise CatalogueFaults(examined.faults)
        if lost := _lost(self._catalogue, examined.item):
            raise CatalogueFaults([Fault(name, 0, "/versions", _LOST.format(days="、".join(each.isoformat() for each in lost)))])
        return revision, draft.source, examined.item


def _lost(catalogue: Catalogue, item: Item) -> list[date]:
    """Days on which versions of the release begin that what was published does not know: a later release would be passed over."""
    known = {version.effective_from for version in item.versions}
    release = catalogue.released(item.code).versions if item.code in catalogue else ()
    return [version.effective_from for version in release if version.effective_from not in known]


def _untouched(now: Item, new: Item) -> Faults:
    """What belongs to all versions, running ones too, changes with a release only."""
    for name in Item.model_fields:
        if name not in _AT_ONCE and getattr(now, name) != getattr(new, name):
            yield (name,), f"{name} 对正在施行的版本也有效，不能在这里改；要改请随系统版本更新"


def _of_begun(now: Item, new: Item, today: date) -> Faults:
    """Versions that have begun stay as they are: cases run under them. The day one ends may still be set, as a day to come."""
    after = {version.effective_from: (index, version) for index, version in enumerate(new.versions)}
    for version in now.versions:
        if version.effective_from > today:
            continue
        index, kept = after.get(version.effective_from, (0, None))
        place: Place = ("versions", index) if kept else ("versions",)
        if kept is None or _own(kept, version) != version:
            yield place, f"从{version.effective_from}起施行的版本已经生效，不能改动或删去；请另写一个从明天或以后起施行的版本"
        elif kept.effective_until != version.effective_until and not all(
            each is None or each > today for each in (kept.effective_until, version.effective_until)
        ):
            yield (*place, "effective_until"), f"从{version.effective_from}起施行的版本，停办的日子（effective_until）要在明天或以后"


def _of_coming(now: Item, new: Item, today: date) -> Faults:
    known = {version.effective_from for version in now.versions}
    for index, version in enumerate(new.versions):
        if version.effective_from <= today and version.effective_from not in known:
            message = f"新版本的施行日（{version.effective_from}）要在明天或以后，各处的系统才来得及同时换上"
            yield ("versions", index, "effective_from"), message


def _own(new: ItemVersion, now: ItemVersion) -> ItemVersion:
    """A version with what it says itself, but for the day it ends; the rest, the item's name and such, as it is now."""
    return new.model_copy(update={name: getattr(now, name) for name in (*OF_THE_ITEM, "effective_until")})

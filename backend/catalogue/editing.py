"""What catalogue editors ask of the catalogue before they publish: differences, faults, the guide, and what
would become of cases. It changes nothing."""

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from backend.catalogue.catalogue import Catalogue
from backend.catalogue.diff import difference, edition_before, edition_in, last_two, marked_begun, of_file, other_versions
from backend.catalogue.guides import guide_view
from backend.catalogue.keys import means_of, shapes
from backend.catalogue.load import Examined, examine_text
from backend.catalogue.preview import guide_page
from backend.catalogue.published import Published
from backend.catalogue.simulator import Recorded, cases_words, simulate_draft, simulate_year
from backend.catalogue.source import Fault, YamlText
from backend.errors import FieldError, Invalid
from backend.processes import Workers, WorkerTimedOut
from models.acts import Act
from models.catalogue import Item
from models.catalogue.changes import CheckView, Difference, DiffQuery, DraftBody, FaultView, PreviewBody
from models.catalogue.keys import KeysView
from models.catalogue.simulation import SimulateBody, Simulation

T = TypeVar("T")

_EXAMINE_SECONDS = 30.0  # the first look of a worker loads everything, and a busy machine is slow, not wrong
_ENDLESS = "检查这份事项用时太久，已经停止：规则或示例里可能有算不完的表达式，请改简单后再试。"


class Editing:
    """The editor's desk. Drafts are read in worker processes: their rules are run, and nobody has checked them."""

    def __init__(self, catalogue: Catalogue, directory: Path, workers: Workers, recorded: Recorded, published: Published) -> None:
        self._catalogue = catalogue
        self._directory = directory.resolve()
        self._workers = workers
        self._recorded = recorded
        self._published = published
        self._means = means_of(self._directory)

    def keys(self) -> KeysView:
        """Every key of an item's YAML, for a form."""
        return KeysView(shapes=shapes(self._catalogue, self._means))

    def diff(self, act: Act, code: str, query: DiffQuery) -> Difference:
        """What changes between two loaded versions. Raises NotFound, and Invalid where there is only one."""
        before, after = last_two(self._catalogue, code, query.from_, query.to)
        return difference(before, after, self._catalogue.vocabulary)

    async def diff_draft(self, act: Act, body: DraftBody) -> Difference:
        """What changes from the loaded catalogue to a draft's last version, and in the other versions of it.

        Raises Invalid with the draft's faults, NotFound where the catalogue has no such item.
        """
        names = self._catalogue.vocabulary
        after = of_file(await self.require(body), names)
        told = difference(edition_before(self._catalogue, after), after, names)
        others = other_versions(self._catalogue.item(after.item.code), after, names, act.at.date())
        return told.model_copy(update={"changes": [*others, *marked_begun(told.changes, after, act.at.date())]})

    async def check(self, act: Act, body: DraftBody) -> CheckView:
        """Every fault of a draft, and what of it changes a version in force. Raises Invalid where its rules cannot be run to an end."""
        examined = await self._examined(body)
        faults = [*examined.faults, *await self._refused(body, examined, act.at.date())]
        return CheckView(faults=[FaultView(line=each.line, pointer=each.pointer, message=each.message) for each in faults])

    async def preview(self, act: Act, body: PreviewBody) -> str:
        """The guide of a draft's last version as a page, as a district has it. Raises Invalid with the draft's faults, NotFound."""
        item, names = await self.require(body), self._catalogue.vocabulary
        return guide_page(guide_view(item, edition_in(item, names, body.region).version, names))

    async def simulate(self, act: Act, body: SimulateBody) -> Simulation:
        """A draft's last version tried on cases. Each real case in the answer is recorded as looked at, for its person to see.

        Raises Invalid with the draft's faults, NotFound where the catalogue has no such item.
        """
        item = await self.require(body)
        if body.demo_year:
            before = edition_before(self._catalogue, of_file(item, self._catalogue.vocabulary)).version
            return await self._run(simulate_year, body.source, self._directory, before, body.seed)
        replays = await self._recorded.last(self._catalogue.item(item.code).code, body.last)
        names = self._catalogue.vocabulary.register_labels
        told = await self._run(simulate_draft, body.source, self._directory, replays, names, cases_words(body.last))
        await self._recorded.note(act, told)
        return told

    async def require(self, body: DraftBody) -> Item:
        """The item of a draft. Raises Invalid with its faults."""
        examined = await self._examined(body)
        if examined.item is None or examined.faults:
            errors = [FieldError("/source", f"第{each.line}行 {each.pointer or '/'}：{each.message}") for each in examined.faults]
            raise Invalid(f"这份事项有{len(errors)}处需要修改。", errors=errors)
        return examined.item

    async def _refused(self, body: DraftBody, examined: Examined, today: date) -> list[Fault]:
        """What of a text that can be read may not be changed by a draft; what is a fault anyway is told once."""
        refused = self._published.refused(examined.item, today) if examined.item else []
        if not refused:
            return []
        text = await asyncio.to_thread(YamlText, "", body.source)
        told = {each.pointer for each in examined.faults}
        return [fault for place, message in refused if (fault := text.fault(place, message)).pointer not in told]

    async def _examined(self, body: DraftBody) -> Examined:
        return await self._run(examine_text, body.source, self._directory)

    async def _run(self, work: Callable[..., T], *given: object) -> T:
        try:
            return await self._workers.run(work, *given, timeout=_EXAMINE_SECONDS)
        except WorkerTimedOut:
            raise Invalid(_ENDLESS) from None

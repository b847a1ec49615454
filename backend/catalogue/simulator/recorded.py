"""The last decided cases of an item, as far as what was kept of them allows to try a version on them."""

from backend.audit import Audit
from backend.catalogue.catalogue import Catalogue
from backend.catalogue.simulator.replay import Replay
from backend.clock import SHANGHAI
from backend.errors import NotFound
from backend.store import Store
from backend.workdays import Pause
from models.acts import Act
from models.cases import Case
from models.catalogue import ItemVersion
from models.catalogue.simulation import Simulation


class Recorded:
    """Reads decided cases. What registers answered is not kept with a case or certificate, only that they answered and when."""

    def __init__(self, store: Store, catalogue: Catalogue, audit: Audit) -> None:
        self._store = store
        self._catalogue = catalogue
        self._audit = audit

    async def last(self, item: str, count: int) -> list[Replay]:
        """The last `count` decided cases of an item, the latest first; those of versions nobody has any more are left out.

        Of a bundle the whole, not its departments' parts.
        """
        where = {"item": item, "decision.at": {"$exists": True}, "part": None}
        documents = await self._store.cases.find(where, sort=[("decision.at", -1)], limit=count)
        cases = [Case.of(document) for document in documents]
        return [_replay(case, version) for case in cases if (version := self._version(case)) is not None]

    async def note(self, act: Act, told: Simulation) -> None:
        """Records for each person that their case was looked at, before what became of it is given out."""
        numbers = [effect.number for effect in told.effects]
        for document in await self._store.cases.find({"number": {"$in": numbers}}, fields=["_id", "person"]):
            purpose = f"试算「{told.name}」的新版本"
            await self._audit.read(act, "case.simulated", person=document["person"], subject=f"cases/{document['_id']}", purpose=purpose)

    def _version(self, case: Case) -> ItemVersion | None:
        try:
            return self._catalogue.version_by_id(case.item_version)
        except NotFound:
            return None


def _replay(case: Case, version: ItemVersion) -> Replay:
    filed = case.filed_at or case.created_at
    return Replay(
        number=case.number or case.id,
        on=filed.astimezone(SHANGHAI).date(),
        before=version,
        form=case.form,
        agent=case.agent is not None,
        accepted_at=case.clock.accepted_at,
        pauses=tuple(Pause(stop.start, stop.end) for stop in case.clock.stops),
    )

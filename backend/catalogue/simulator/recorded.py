"""The last decided cases of an item, as far as what was kept of them allows to try a version on them."""

from datetime import datetime

from backend.audit import Audit
from backend.catalogue.catalogue import Catalogue
from backend.catalogue.simulator.replay import Replay
from backend.clock import SHANGHAI
from backend.errors import NotFound
from backend.store import Store
from backend.store.indexes import TEXT
from backend.workdays import Pause
from models.acts import Act
from models.cases import Case, Completion
from models.catalogue import ItemVersion
from models.catalogue.simulation import Simulation


class Recorded:
    """Reads decided cases, with what the registers answered to the rule that decided them or gave them to a person."""

    def __init__(self, store: Store, catalogue: Catalogue, audit: Audit) -> None:
        self._store = store
        self._catalogue = catalogue
        self._audit = audit

    async def last(self, item: str, count: int) -> list[Replay]:
        """The last `count` decided cases of an item, the latest first; those of versions nobody has any more are left out.

        What a rule gave to a person counts as decided by it, whether that person has decided yet or not. Of a bundle the whole, not
        its departments' parts.
        """
        own = {"item": item, "part": None}
        decided = await self._store.cases.find({**own, "decision.at": {"$exists": True}}, sort=[("decision.at", -1)], limit=count)
        waiting = {**own, "handed_over_for": TEXT, "decision": None}
        handed_over = await self._store.cases.find(waiting, sort=[("filed_at", -1)], limit=count)
        cases = sorted((Case.of(each) for each in [*decided, *handed_over]), key=_ruled_at, reverse=True)[:count]
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


def _ruled_at(case: Case) -> datetime:
    return case.decision.at if case.decision else (case.filed_at or case.created_at)


def _replay(case: Case, version: ItemVersion) -> Replay:
    filed = case.filed_at or case.created_at
    asked = case.snapshots[0] if version.instant is not None and case.snapshots else None
    return Replay(
        number=case.number or case.id,
        on=filed.astimezone(SHANGHAI).date(),
        before=version,
        form=asked.form if asked else case.form,
        agent=case.agent is not None,
        accepted_at=case.clock.accepted_at,
        pauses=tuple(Pause(stop.start, stop.end) for stop in case.clock.stops),
        answers=asked.answers if asked else None,
        handed_over_for=case.handed_over_for,
        ended=_ended(case),
        region=case.region,
        facts=frozenset(key for key, origin in case.sources.items() if origin.by == "register"),
        decided=case.decision.outcome.label if case.decision else "",
        decided_on=case.decision.at.astimezone(SHANGHAI).date() if case.decision else None,
        refused=case.was_refused or (case.decision is not None and case.decision.outcome is Completion.OTHER),
    )


def _ended(case: Case) -> str:
    """What became of a case the rule had given to a person."""
    if not case.handed_over_for:
        return ""
    how = case.decision.outcome if case.decision else case.completion
    return f"转人工后的结果：{how.label if how else case.state.label}"

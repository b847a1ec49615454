"""异地收件: any district's counter takes papers in for the district that decides, where the item's 通办范围 reaches that far (收受分离).

The counter looks at who comes and at originals, takes in, and hands out what waits at it; acceptance, decision, clock, numbers and
papers are those of the district that decides, which is told by the case and never by the counter.
"""

from dataclasses import dataclass
from typing import Any

from backend.cases.asking import Asking
from backend.cases.coming import Coming
from backend.cases.contents import originals_open
from backend.cases.core import somebody
from backend.cases.rights import is_from_elsewhere, town_of_counter
from backend.cases.whose import decided_by, not_here
from backend.catalogue import Vocabulary
from backend.desk_rights import TAKEN_IN_FROM, at_counter, at_other_counter
from backend.errors import Forbidden
from backend.permissions import may
from backend.store import Document
from models.acts import Act, Role, StaffActor
from models.cases import Case, CaseState, Intake
from models.catalogue import ItemVersion
from models.grants import GrantState
from models.people import PersonDocument

_MOST = 50
_HELD = [GrantState.ACTIVE.value, GrantState.USED_UP.value]


@dataclass(frozen=True)
class Brought:
    """A case somebody at the counter may hand papers in for. `here`: whether this counter takes them; `says`: that, or where to go.
    `taken`: whether this counter has them already, and nothing is left to be brought."""

    case: Case
    here: bool
    says: str
    taken: bool = False


class AtCounters(Asking, Coming):
    """What a counter may take in from whoever stands before it."""

    async def brought(self, act: Act, document: PersonDocument) -> list[Brought]:
        """The cases that wait for the papers of the person of a document, or of those they act for, newest first; each look is logged.

        Raises `Forbidden` away from counters, and as `People.in_person`.
        """
        actor = act.actor
        if not isinstance(actor, StaffActor) or not actor.has(Role.RECEPTIONIST):
            raise Forbidden()
        citizen = (await self.people.in_person(act, document)).citizen
        companies = [each.id for each in await self.people.enterprises.represented_by(citizen)]
        held = {"agent": citizen.id, "state": {"$in": _HELD}, "starts_at": {"$lte": act.at}, "until": {"$gt": act.at}}
        grants = [each["_id"] for each in await self.store.grants.find(held, fields=["_id"])]
        own = await self._waiting({"person": {"$in": [citizen.id, *companies]}})
        theirs = await self._waiting({"grant": {"$in": grants}}) if grants else []
        found = {each.id: each for each in (*own, *theirs)}
        for case in found.values():
            await self.audit.read(act, "case.read", person=case.person, subject=f"cases/{case.id}", purpose=f"窗口收件：{case.item_name}")
        return [self._brought(actor, found[id]) for id in sorted(found, reverse=True)]

    async def being_made(self, act: Act, whose: Document) -> list[Case]:
        """What of that filter is granted, its result not yet arranged to be handed out, and the viewer may see; newest first."""
        where: Document = {"$and": [whose, {"state": CaseState.GRANTED.value, "delivery": None, "bundle": None}]}
        found = [Case.of(each) for each in await self.store.cases.find(where, sort=[("_id", -1)], limit=_MOST)]
        return [each for each in found if may("case.see", act, each)]

    async def _waiting(self, whose: Document) -> list[Case]:
        where = {**whose, "state": {"$in": sorted(TAKEN_IN_FROM)}, "hold": None, "bundle": None}
        return [Case.of(each) for each in await self.store.cases.find(where, sort=[("_id", -1)], limit=_MOST)]

    def _brought(self, actor: StaffActor, case: Case) -> Brought:
        names = self.catalogue.vocabulary
        if at_counter(actor, case) and _nothing_to_bring(case, self.version_of(case)):
            return Brought(case, True, f"已经收件，请等{decided_by(case, names)}办理。", taken=True)
        if at_counter(actor, case):
            return Brought(case, True, "可以在这里收件。")
        if at_other_counter(actor, case):
            return Brought(case, True, f"可以在这里代收，由{decided_by(case, names)}受理和决定。")
        if case.handle_area.crosses_districts or actor.serves(case.region):
            return Brought(case, False, f"已经由{_taken_by(case, names)}收件，请等{decided_by(case, names)}办理。")
        return Brought(case, False, not_here(case, self.version_of(case), names))


def taken_in(act: Act, case: Case, names: Vocabulary) -> Intake | None:
    """What the case keeps of the counter of another district that takes it in now; the first one stays. None at its own counters."""
    actor = act.actor
    if case.intake is not None or not isinstance(actor, StaffActor) or not is_from_elsewhere(act, case):
        return case.intake
    place = names.hall(actor.hall) if actor.hall else names.department(actor.department or "")
    return Intake(
        region=actor.region or "",
        region_name=names.region(actor.region or ""),
        town=town_of_counter(act),
        counter=f"{place}窗口",
        decided_by=decided_by(case, names),
        at=act.at,
        by=somebody(act),
    )


def received_as(act: Act, case: Case, names: Vocabulary) -> dict[str, Any]:
    """What to set where a counter takes a case in: who did, and from which town's or other district's counter."""
    intake = taken_in(act, case, names)
    town = case.received_town or (None if intake else town_of_counter(act))
    return {"intake": intake, "received_by": case.received_by or somebody(act), "received_town": town}


def _nothing_to_bring(case: Case, version: ItemVersion) -> bool:
    """Whether a counter took it in, or wrote it down, and no original is left to be compared."""
    at_hand = case.received_by is not None or bool(case.scribes)
    return case.state is CaseState.RECEIVED and at_hand and case.awaited_visit is None and not originals_open(case, version)


def _taken_by(case: Case, names: Vocabulary) -> str:
    if case.intake is not None:
        return case.intake.counter
    department = case.received_by.department if case.received_by else None
    return f"{names.department(department)}窗口" if department else "别的窗口"

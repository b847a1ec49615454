"""What was granted is entered in the enterprise register (企业登记), so that every later item finds it there.

By a consumer of the cases' events: again until the register has taken it, and from the case as it is now, so safely twice. A name that
was kept for the case is the register's from then on. Where the decision is annulled the company it founded is struck off; what a
change had altered is put back by the registrar by hand.
"""

from typing import Any, Protocol

from backend.cases.granted import granted_of
from backend.catalogue import Catalogue
from backend.outbox import OutboxRow
from backend.people import Enterprises
from backend.store import Store
from models.cases import Case, Decision, Entered
from models.catalogue import ItemVersion, Registration
from models.documents import DocumentType
from models.registers import EnterpriseEntry, EnterpriseState, LegalRepresentative


class Registrar(Protocol):
    """What is needed of `backend.registers.Registers`."""

    async def enter(self, entry: EnterpriseEntry) -> None: ...


class Entering:
    """Brings the register to where cases are."""

    def __init__(self, store: Store, catalogue: Catalogue, registrar: Registrar, enterprises: Enterprises) -> None:
        self._store = store
        self._catalogue = catalogue
        self._registrar = registrar
        self._enterprises = enterprises

    async def on_case_event(self, row: OutboxRow) -> None:
        """Consumes `backend.cases.RESULT_EVENTS`. Raises `Unavailable` to be asked again."""
        if (found := await granted_of(self._store, row)) is None:
            return
        case, decision = found
        version = self._catalogue.version_by_id(case.item_version)
        if version.registration is None:
            return
        wanted = Entered.OVER if decision.over is not None else Entered.GRANTED
        if case.entered is wanted:
            return
        await self._enter(case, decision, version, version.registration, wanted)
        await self._store.cases.change_many({"_id": case.id}, {"$set": {"entered": wanted.value}})
        await self._store.cases.change_many({"_id": case.bundle or case.id}, {"$set": {"name_held": None}})

    async def _enter(self, case: Case, decision: Decision, version: ItemVersion, registration: Registration, wanted: Entered) -> None:
        if wanted is Entered.OVER:
            if case.founds is not None:
                await self._registrar.enter(EnterpriseEntry(uscc=case.founds, case=case.number or "", state=EnterpriseState.DEREGISTERED))
            return
        uscc = case.founds or (await self._enterprises.get(case.person)).uscc
        entry = EnterpriseEntry(uscc=uscc, case=case.number or "", **_answers(case, registration))
        if registration.founds:
            entry = entry.model_copy(
                update={"state": EnterpriseState.EXISTING, "kind": registration.kind, "established_on": decision.at.date()}
            )
        await self._registrar.enter(entry)
        if case.founds is None and entry.name is not None:
            await self._enterprises.renamed(case.person, entry.name)


def _answers(case: Case, registration: Registration) -> dict[str, Any]:
    """What of the answers is entered; what was not asked for stays as it is."""
    found: dict[str, Any] = {}
    name, address, person = (case.form.get(key or "") for key in (registration.name, registration.address, registration.representative))
    if isinstance(name, str):
        found["name"] = name
    if isinstance(address, dict):
        found |= {"town": str(address.get("town", "")), "address": str(address.get("detail", ""))}
    if isinstance(person, dict):
        found["legal_representative"] = LegalRepresentative(
            name=str(person["name"]),
            document_type=DocumentType(str(person.get("document_type", DocumentType.RESIDENT_CARD.value))),
            id_number=str(person["id_number"]),
        )
    return found

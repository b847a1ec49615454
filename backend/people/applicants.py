"""Whoever a matter belongs to, citizens and enterprises alike: what forms, cases and certificates ask of them."""

from dataclasses import dataclass, field
from datetime import date

from backend.errors import NotFound
from backend.store import Document, Store
from models.acts import is_enterprise
from models.documents import OrganisationCode
from models.enterprises import Enterprise
from models.people import Citizen, CitizenState
from models.registers import EnterpriseState, PersonKey


@dataclass(frozen=True)
class Applicant:
    """A citizen or an enterprise. `key`: who registers are asked about; None before a citizen has shown a document."""

    id: str
    name: str
    key: PersonKey | None = field(default=None, repr=False)
    town: str | None = None  # id of the town (镇街), whose officers take their step
    born: date | None = field(default=None, repr=False)  # of a person, where it is known


async def applicant_of(store: Store, person: str) -> Applicant:
    """The applicant of an id. Raises `NotFound`."""
    document = await _document(store, person)
    if document is None:
        raise NotFound()
    if is_enterprise(person):
        enterprise = Enterprise.of(document)
        return Applicant(person, enterprise.name, key_of_enterprise(enterprise.uscc, enterprise.name), enterprise.town or None)
    citizen = Citizen.of(document)
    identity = citizen.identity
    if identity is None:
        return Applicant(person, citizen.name)
    key = PersonKey(document_type=identity.document_type, id_number=identity.number, name=identity.name)
    return Applicant(person, citizen.name, key, identity.town or None, identity.born)


async def is_there(store: Store, person: str) -> bool:
    """Whether an applicant can still ask for anything: a person who lives and has an account, an enterprise that exists."""
    document = await _document(store, person)
    if document is None:
        return False
    if is_enterprise(person):
        return Enterprise.of(document).state is EnterpriseState.EXISTING
    return Citizen.of(document).state is CitizenState.ACTIVE


async def reader_of(store: Store, person: str) -> str:
    """Whose inbox a notice to `person` goes into: an enterprise's into its legal representative's, where they are known here."""
    document = await _document(store, person) if is_enterprise(person) else None
    if document is None:
        return person
    representative = Enterprise.of(document).representative
    where = {"identity.number": representative.number, "identity.document_type": representative.document_type.value}
    known = await store.citizens.find_one(where, fields=["_id"])
    return known["_id"] if known else person


def key_of_enterprise(uscc: str, name: str) -> PersonKey:
    """How registers are asked about an enterprise."""
    return PersonKey(document_type=OrganisationCode.USCC, id_number=uscc, name=name)


async def _document(store: Store, person: str) -> Document | None:
    return await (store.enterprises if is_enterprise(person) else store.citizens).get(person)

"""Citizens who are logged in, put straight into the database: thousands of log-ins over HTTP would take longer than the measuring.

The documents are those the engines write, made from the same models and sealed by the same store. Only the load under
measurement goes over HTTP.
"""

from dataclasses import dataclass
from datetime import timedelta

from backend import ids
from backend.clock import wall_time
from backend.demo import DemoDistrict
from backend.people.sessions import CITIZEN_SESSION, digest_of
from backend.store import Store
from models.demo import DemoCitizen
from models.documents import DocumentType
from models.people import Citizen, Identity, Proof, ProofMethod, Session
from models.settings import Settings


@dataclass(frozen=True)
class Visitor:
    """A citizen with the token of a session."""

    id: str
    name: str
    token: str


async def matched(store: Store, count: int) -> list[Visitor]:
    """`count` citizens of level 1, whom no register knows, without WeChat and phone: their notices go to the inbox."""
    now = wall_time()
    citizens = [
        Citizen(
            _id=ids.new_id("citizen"),
            created_at=now,
            name="压测市民",
            identity=Identity(document_type=DocumentType.RESIDENT_CARD, number=f"bench{ids.digits(13)}", name="压测市民", matched_at=now),
        )
        for _ in range(count)
    ]
    return await _logged_in(store, citizens)


async def proven(store: Store, settings: Settings) -> list[Visitor]:
    """The citizens of the demo district, whom the registers know, at level 2."""
    people = DemoDistrict(settings.catalogue_dir / "demo").citizens
    return await _logged_in(store, [_of_demo(person) for person in people])


def _of_demo(person: DemoCitizen) -> Citizen:
    now = wall_time()
    number, name = person.id_number, person.name
    proof = Proof(id=ids.new_id("proof"), method=ProofMethod.COUNTER, at=now, until=now + timedelta(hours=8), by_name="压测")
    identity = Identity(document_type=person.document_type, number=number, name=name, matched_at=now)
    return Citizen(_id=ids.new_id("citizen"), created_at=now, name=name, identity=identity, proofs=[proof])


async def _logged_in(store: Store, citizens: list[Citizen]) -> list[Visitor]:
    now = wall_time()
    visitors = [Visitor(citizen.id, citizen.name, ids.token()) for citizen in citizens]
    sessions = [
        Session(
            _id=ids.new_id("session"),
            digest=digest_of(visitor.token),
            person=citizen.id,
            name=citizen.name,
            matched=True,
            proven_until=citizen.proven_until(),
            device="bench",
            created_at=now,
            seen_at=now,
            expires_at=now + CITIZEN_SESSION,
        )
        for visitor, citizen in zip(visitors, citizens, strict=True)
    ]
    await store.citizens.insert_missing(citizens)
    await store.sessions.insert_missing(sessions)
    return visitors

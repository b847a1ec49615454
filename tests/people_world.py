"""People on a real store, with the outside world as small tables a test can change: no network, no stand-in server."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from backend import ids
from backend.audit import Audit
from backend.clock import SHANGHAI, SetClock
from backend.errors import Invalid, Unauthenticated, Unavailable
from backend.network_identity import StartedVerification
from backend.people import Attempts, NetworkPerson, Passwords, People, PersonRecord, Sessions, Staff, StaffLogins
from backend.refusals import Refusals
from backend.store import Store
from models.acts import Act, Acting, Actor, AnonymousActor, CitizenActor, Role, StaffActor
from models.documents import DocumentType, OrganisationCode, Relation, born_of, check_digit
from models.people import Citizen, IdentityBody, PersonDocument, ProofBody, ProofMethod
from models.registers import (
    EnterpriseRecord,
    EnterpriseState,
    IdentityMatch,
    LegalRepresentative,
    Outcome,
    PersonKey,
    Provenance,
    RegisterAnswer,
    RelativeIdentity,
)
from tests.people_edge import real_catalogue

DEPARTMENTS = {"government_services": "政务服务和数据管理局"}


def card(number: str) -> str:
    """A resident card number from its first seventeen digits."""
    return number + check_digit(number)


@dataclass
class Person:
    """Somebody the register knows."""

    name: str
    number: str
    phone: str = "16900000001"
    document_type: DocumentType = DocumentType.RESIDENT_CARD
    valid_until: date | None = None
    died_on: date | None = None
    incapable: bool = False
    relatives: tuple[RelativeIdentity, ...] = ()

    @property
    def document(self) -> PersonDocument:
        return PersonDocument(document_type=self.document_type, id_number=self.number, name=self.name)

    def relative(self, relation: Relation) -> RelativeIdentity:
        """This person as somebody's relative."""
        return RelativeIdentity(relation=relation, name=self.name, document_type=self.document_type, id_number=self.number)


def legal(person: Person) -> LegalRepresentative:
    """A person as the enterprise register names a legal representative."""
    return LegalRepresentative(name=person.name, document_type=person.document_type, id_number=person.number)


@dataclass
class FakePopulation:
    """The population register as a table."""

    people: list[Person] = field(default_factory=list[Person])
    down: bool = False

    async def match(self, document_type: DocumentType, number: str, name: str, purpose: str) -> PersonRecord:
        if self.down:
            raise Unavailable()
        person = next((each for each in self.people if (each.document_type, each.number) == (document_type, number)), None)
        if person is None:
            return PersonRecord(IdentityMatch.NO_RECORD)
        if person.name != name:
            return PersonRecord(IdentityMatch.MISMATCH)
        return PersonRecord(
            outcome=IdentityMatch.DECEASED if person.died_on else IdentityMatch.MATCH,
            record="digest",
            born=born_of(person.document_type, person.number),
            valid_until=person.valid_until,
            incapable=person.incapable,
            relatives=person.relatives,
            died_on=person.died_on,
        )


@dataclass
class FakeEnterprises:
    """The enterprise register as a table, by credit code."""

    clock: SetClock
    records: dict[str, EnterpriseRecord] = field(default_factory=dict[str, EnterpriseRecord])
    down: bool = False
    asked: int = 0

    async def fetch(self, name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterAnswer:
        assert name == "enterprise"
        self.asked += 1
        if self.down:
            raise Unavailable()
        record = self.records.get(person.id_number)
        provenance = Provenance(source=name, record_id="ENT-1", fetched_at=self.clock.now(), digest="d" * 64)
        if record is None:
            return RegisterAnswer(outcome=Outcome.NO_RECORD, provenance=provenance)
        if record.name != person.name:
            return RegisterAnswer(outcome=Outcome.NAME_MISMATCH, provenance=provenance)
        return RegisterAnswer(outcome=Outcome.FOUND, record=record, provenance=provenance)

    def keeps(self, uscc: str, **changes: object) -> None:
        """The register changes what it has."""
        self.records[uscc] = self.records[uscc].model_copy(update=changes)


class FakeWechat:
    """The code is the openid, but `bad`."""

    async def code_to_session(self, code: str) -> str:
        if code == "bad":
            raise Unauthenticated()
        return f"openid-{code}"


@dataclass
class FakeSms:
    """Keeps what it was asked to send."""

    sent: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    down: bool = False

    async def send(self, phone: str, template: str, data: Mapping[str, str]) -> None:
        if self.down:
            raise Unavailable()
        self.sent.append((phone, data["code"]))

    def last(self, phone: str) -> str:
        return next(code for to, code in reversed(self.sent) if to == phone)


@dataclass
class FakeNetwork:
    """Each token authenticates somebody, once they agreed."""

    tokens: dict[str, Person] = field(default_factory=dict[str, Person])
    asked: list[tuple[PersonKey, str]] = field(default_factory=list[tuple[PersonKey, str]])
    down: bool = False

    async def start(self, person: PersonKey, purpose: str) -> StartedVerification:
        if self.down:
            raise Unavailable()
        self.asked.append((person, purpose))
        return StartedVerification(ids.token(64), 300)

    async def verify(self, token: str) -> NetworkPerson:
        if token not in self.tokens:
            raise Invalid("认证没有通过。")
        person = self.tokens[token]
        return NetworkPerson(person.document_type, person.number, person.name, reference=token)


class World:
    """The engines of people, and shortcuts to the states tests begin at."""

    def __init__(self, store: Store, clock: SetClock) -> None:
        self.store = store
        self.clock = clock
        # Real time, so that MongoDB's own expiry never meets a test's documents; tests move it by hand.
        self.wall = SetClock(datetime.now(SHANGHAI).replace(microsecond=0))
        self.population = FakePopulation()
        self.enterprises = FakeEnterprises(clock)
        self.sms = FakeSms()
        self.network = FakeNetwork()
        self.audit = Audit(store, clock)
        self.attempts = Attempts(store, self.wall)
        self.sessions = Sessions(store, FakeWechat(), clock, self.wall)
        self.passwords = Passwords(memory_kib=64, rounds=1)
        self.staff = Staff(store, self.sessions, self.attempts, self.passwords, real_catalogue().vocabulary)
        refusals = Refusals(self.store, self.clock)
        self.logins = StaffLogins(self.staff, self.sessions, self.attempts, self.passwords, self.wall, refusals)
        key = base64.b64decode("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
        self.people = People(
            store,
            clock,
            self.wall,
            self.sessions,
            self.audit,
            self.attempts,
            self.population,
            self.enterprises,
            self.network,
            self.sms,
            key,
            lambda code: DEPARTMENTS.get(code, code),
        )

    def act(self, actor: Actor | None = None, *, acting: Acting | None = None) -> Act:
        """An act now; by nobody in particular where no actor is given. Each has a key of its own."""
        return Act(actor=actor or AnonymousActor(), at=self.clock.now(), acting=acting, key=ids.token(64), digest="digest")

    def public_act(self) -> Act:
        """An act without a key, such as a log-in."""
        return Act(actor=AnonymousActor(), at=self.clock.now())

    def clerk(self, *roles: Role, staff_id: str = "staff-clerk") -> StaffActor:
        """A member of staff at the counter."""
        at = {"department": "government_services", "hall": "center", "region": "990101", "one_window": True}
        return StaffActor(id=staff_id, name="陈晓", roles=frozenset(roles or (Role.RECEPTIONIST,)), **at)

    async def login(self, code: str) -> CitizenActor:
        """A citizen who has just logged in by WeChat."""
        token, _ = await self.sessions.login(self.public_act(), code, "test")
        return await self.actor(token)

    async def actor(self, token: str) -> CitizenActor:
        actor = await self.sessions.citizen(token)
        assert actor is not None
        return actor

    def knows(self, name: str, seventeen: str, **more: object) -> Person:
        """Somebody new in the population register."""
        person = replace(Person(name, card(seventeen)), **more)  # pyright: ignore[reportArgumentType]
        self.population.people.append(person)
        return person

    def keeps_enterprise(self, uscc: str, name: str, representative: Person) -> None:
        """Somebody new in the enterprise register."""
        self.enterprises.records[uscc] = EnterpriseRecord(
            record_id="ENT-1",
            updated_at=self.clock.now(),
            document_type=OrganisationCode.USCC,
            id_number=uscc,
            name=name,
            kind="有限责任公司",
            address="罗溪街道印刷路6号",
            town="luoxi",
            state=EnterpriseState.EXISTING,
            legal_representative=legal(representative),
            established_on=date(2002, 4, 18),
        )

    async def code(self, actor: CitizenActor, phone: str) -> str:
        """The code a phone has just been sent."""
        await self.people.codes.send(actor.id, phone)
        return self.sms.last(phone)

    async def identity_body(self, actor: CitizenActor, person: Person, **more: object) -> IdentityBody:
        """The form of level 1 filled in for `person`."""
        fields = {"document_type": person.document_type, "id_number": person.number, "name": person.name, "phone": person.phone}
        fields |= more
        return IdentityBody.model_validate({**fields, "sms_code": await self.code(actor, str(fields["phone"]))})

    async def matched(self, person: Person, code: str = "") -> CitizenActor:
        """Level 1: `person` with an account of their own."""
        token, _ = await self.sessions.login(self.public_act(), code or person.name, "test")
        actor = await self.actor(token)
        body = await self.identity_body(actor, person)
        await self.people.identity.bind(Act(actor=actor, at=self.clock.now()), body)
        return await self.actor(token)

    async def proven(self, person: Person, code: str = "") -> CitizenActor:
        """Level 2."""
        actor = await self.matched(person, code)
        token = ids.token(64)
        self.network.tokens[token] = person
        await self.people.proofs.prove(self.act(actor), ProofBody(method=ProofMethod.NETWORK_IDENTITY, token=token))
        return actor.model_copy(update={"level": 2})

    async def citizen(self, actor: CitizenActor) -> Citizen:
        return await self.people.get(actor.id)

    def later(self, **by: float) -> None:
        """Moves both clocks."""
        self.clock.forward(**by)
        self.wall.at += timedelta(**by)

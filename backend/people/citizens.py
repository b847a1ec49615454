"""The directory of citizens: who is known, who walks in, who has died."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import structlog

from backend import ids
from backend.audit import event_of
from backend.clock import Clock
from backend.errors import FieldError, Invalid, NotFound, ProofNeeded, Unavailable
from backend.people.applicants import Applicant, applicant_of
from backend.people.documents import check_number
from backend.people.names import normalise_name, same_name
from backend.people.population import PersonRecord, PopulationRegister, require_living
from backend.people.sessions import Sessions
from backend.registers import RegisterMismatch
from backend.store import DuplicateKeyError, Session, Store
from models.acts import Act, SystemActor
from models.base import Event
from models.documents import DocumentType, normal_number
from models.people import Citizen, CitizenState, Identity, PersonDocument
from models.registers import IdentityMatch, LifeStatus, PersonKey, PopulationRecord, RegisterAnswer

log = structlog.get_logger()
_RECHECK_AFTER = timedelta(days=1)
_RECHECK_BATCH = 50
_RECHECK_SECONDS = 60.0  # of one turn: in a city somebody is always due
_LOST = (
    "这张证件已经登记挂失，拿来的人不一定是本人：捡到的，请收下交大厅工作人员。是本人的，请核对户口簿、社保卡等别的证件，并写明看了哪一种。"
)


@dataclass(frozen=True)
class Registration:
    """Somebody by their document, and what has yet to be written of them: `event` is None where they are known as they are."""

    citizen: Citizen
    event: Event | None = None
    lost_on: date | None = None  # since when the register holds the document for lost

    @property
    def is_known(self) -> bool:
        """Whether they were registered before."""
        return self.event is None or self.event.action != "person.registered"


class Citizens:
    """Finds, registers and ends citizens."""

    def __init__(self, store: Store, clock: Clock, population: PopulationRegister, sessions: Sessions) -> None:
        self.store = store
        self.clock = clock
        self.population = population
        self.sessions = sessions

    async def get(self, citizen_id: str) -> Citizen:
        """Raises `NotFound`."""
        document = await self.store.citizens.get(citizen_id)
        if document is None:
            raise NotFound()
        return Citizen.of(document)

    async def applicant(self, person: str) -> Applicant:
        """The citizen or enterprise a matter belongs to. Raises `NotFound`."""
        return await applicant_of(self.store, person)

    async def key_of(self, person: str) -> PersonKey | None:
        """Who registers are asked about; None before a citizen has shown a document. Raises `NotFound`."""
        return (await self.applicant(person)).key

    async def account_of(self, number: str, name: str) -> str | None:
        """The id of whoever is known by that number and that name; None where nobody is."""
        document = await self.store.citizens.find_one({"identity.number": number, "state": CitizenState.ACTIVE.value})
        return document["_id"] if document and same_name(document["name"], name) else None

    async def find(self, document_type: DocumentType, number: str) -> Citizen | None:
        """The citizen of that document; `number` in its normal form."""
        where = {"identity.number": number, "identity.document_type": document_type.value}
        document = await self.store.citizens.find_one(where)
        return Citizen.of(document) if document else None

    async def find_or_register(
        self, act: Act, person: PersonDocument, *, here: bool = False, admits: Callable[[Citizen], None] | None = None
    ) -> Citizen:
        """The citizen of a document that lies before a member of staff; registered where they are new.

        For callers, for people who walk in and for principals without a phone. Matched with the population
        register each time. `here`: as `in_person`. `admits` raises for whom the act is not; nothing is written then. Raises `Invalid`
        where the register knows no such person, `Conflict` for the dead, `Unavailable`.
        """
        look_up = self.in_person if here else self.look_up
        registration = await look_up(act, person)
        if admits is not None:
            admits(registration.citizen)
        try:
            await self.register(registration)
        except DuplicateKeyError:  # two counters at once
            registration = await look_up(act, person)
            await self.register(registration)
        return registration.citizen

    async def in_person(self, act: Act, person: PersonDocument) -> Registration:
        """As `look_up`, of somebody who stands there and is known by nothing but the document they show. Raises `Invalid` (`/shown`),
        too, where the register holds it for lost and no other one was looked at: whoever brings it may have found it."""
        registration = await self.look_up(act, person)
        if registration.lost_on is not None and person.shown is None:
            raise Invalid(_LOST, errors=[FieldError("/shown", _LOST)])
        return registration

    async def look_up(self, act: Act, person: PersonDocument) -> Registration:
        """As `find_or_register`, but nothing is written yet: for acts that may still be refused. See `register`."""
        number, answer = await self.match(act, person.document_type, person.id_number, person.name, "窗口登记身份")
        name = normalise_name(person.name)
        known = await self.find(person.document_type, number)
        if known is not None:
            if person.phone is None or known.phone is not None:
                return Registration(
                    known, lost_on=answer.document_lost_on
                )  # a phone the person confirmed themselves is not overwritten by what a clerk typed
            noted = known.model_copy(update={"phone": person.phone})
            return Registration(noted, event_of(_keyless(act), "person.phone_noted"), answer.document_lost_on)
        citizen = Citizen(
            _id=ids.new_id("citizen"),
            created_at=act.at,
            name=name,
            identity=identity_of(act, person.document_type, number, name, answer),
            phone=person.phone,
            address=answer.address or None,
            checked_at=act.at,
        )
        return Registration(citizen, event_of(_keyless(act), "person.registered"), answer.document_lost_on)

    async def register(self, registration: Registration, session: Session | None = None) -> None:
        """Writes what `look_up` prepared. Raises `DuplicateKeyError` where the person was registered meanwhile."""
        citizen, event = registration.citizen, registration.event
        if event is None:
            return
        if event.action == "person.registered":
            await self.store.citizens.insert(citizen, event, session=session)
            return
        where = {"_id": citizen.id, "phone": None}
        await self.store.citizens.change(where, {"$set": {"phone": citizen.phone}}, event, session=session)

    async def match(self, act: Act, document_type: DocumentType, id_number: str, name: str, purpose: str) -> tuple[str, PersonRecord]:
        """The normal form of the number and the register's answer about a living person.

        `purpose` is told to the register. A death the register tells of is recorded. Raises `Invalid`, `Conflict`, `Unavailable`.
        """
        number = check_number(document_type, id_number, act.at.date())
        answer = await self.population.match(document_type, number, normalise_name(name), purpose)
        if answer.outcome is IdentityMatch.DECEASED:
            known = await self.find(document_type, number)
            if known is not None:
                await self.mark_deceased(self.system_act(), known.id, answer.died_on)
        require_living(answer)
        return number, answer

    async def confirm(self, act: Act, citizen: Citizen, purpose: str) -> PersonRecord:
        """What the population register says of somebody we know, now. Raises `Conflict` for the dead, `Invalid`, `Unavailable`.

        Its date of the document's end replaces ours, in `citizen` too.
        """
        identity = citizen.identity
        if identity is None:
            raise ProofNeeded("请先填写姓名和证件号码完成实名，再办理这一步。")
        answer = await self.population.match(identity.document_type, identity.number, identity.name, purpose)
        if answer.outcome is IdentityMatch.DECEASED:
            await self.mark_deceased(self.system_act(), citizen.id, answer.died_on)
        require_living(answer)
        citizen.identity = identity.model_copy(update={"valid_until": answer.valid_until or identity.valid_until})
        changes = {"checked_at": act.at, "identity.valid_until": _iso(citizen.identity.valid_until)}
        await self.store.citizens.change({"_id": citizen.id, "identity.number": identity.number}, {"$set": changes})
        return answer

    async def mark_deceased(self, act: Act, citizen_id: str, died_on: date | None) -> None:
        """Records a death: proofs and sessions end now, grants, bookings and payments as consumers of `person.deceased`."""
        event = event_of(_keyless(act), "person.deceased")
        changes = {"state": CitizenState.DECEASED.value, "died_on": _iso(died_on), "proofs": []}

        async def write(transaction: Session) -> None:
            where = {"_id": citizen_id, "state": CitizenState.ACTIVE.value}
            if await self.store.citizens.change(where, {"$set": changes}, event, session=transaction) is not None:
                await self.sessions.end_citizen(citizen_id, transaction)

        await self.store.transact(write)

    async def on_population_answer(self, person: PersonKey, answer: RegisterAnswer) -> None:
        """Whoever asked the population register, and for whatever: a death it tells of holds from that moment."""
        record = answer.record
        if not isinstance(record, PopulationRecord) or record.status is LifeStatus.ALIVE:
            return
        known = await self.find(DocumentType(person.document_type.value), normal_number(person.id_number))
        if known is not None:
            await self.mark_deceased(self.system_act(), known.id, record.died_on)

    async def fresh(self, citizen: Citizen) -> Citizen:
        """As the population register had them within the last day; as they were where it gives no usable answer now."""
        asked = citizen.checked_at
        if citizen.state is not CitizenState.ACTIVE or asked is None or self.clock.now() - asked < _RECHECK_AFTER:
            return citizen
        try:
            await self._recheck(citizen)
        except Unavailable:
            return citizen
        return await self.get(citizen.id)

    async def recheck(self) -> None:
        """Asks the population register about people not asked about for a day, for a minute at most. Run periodically; safe to run twice."""
        until = time.monotonic() + _RECHECK_SECONDS
        where = {"state": CitizenState.ACTIVE.value, "checked_at": {"$lt": self.clock.now() - _RECHECK_AFTER}}
        while documents := await self.store.citizens.find(where, sort=[("checked_at", 1)], limit=_RECHECK_BATCH):
            for document in documents:
                try:
                    await self._recheck(Citizen.of(document))
                except RegisterMismatch:  # a record that contradicts itself keeps nobody else from being looked at
                    await self._asked(document["_id"], {})
                except Unavailable:
                    log.warning("population_register_unreachable")
                    return
            if time.monotonic() > until:
                return

    def system_act(self) -> Act:
        """An act of the product itself."""
        return Act(actor=SystemActor(id="people"), at=self.clock.now(), channel="system")

    async def _recheck(self, citizen: Citizen) -> None:
        identity = citizen.identity
        if identity is None:
            await self._asked(citizen.id, {})
            return
        answer = await self.population.match(identity.document_type, identity.number, identity.name, "核对生存状态")
        if answer.outcome is IdentityMatch.DECEASED:
            await self.mark_deceased(self.system_act(), citizen.id, answer.died_on)
            return
        valid_until = answer.valid_until if answer.outcome is IdentityMatch.MATCH else None
        await self._asked(citizen.id, {"identity.valid_until": valid_until.isoformat()} if valid_until else {})

    async def _asked(self, citizen_id: str, changes: dict[str, object]) -> None:
        await self.store.citizens.change({"_id": citizen_id}, {"$set": {"checked_at": self.clock.now(), **changes}})


def identity_of(act: Act, document_type: DocumentType, number: str, name: str, answer: PersonRecord) -> Identity:
    """The identity a match with the register proves."""
    return Identity(
        document_type=document_type,
        number=number,
        name=name,
        born=answer.born,
        sex=answer.sex,
        town=answer.town,
        valid_until=answer.valid_until,
        matched_at=act.at,
        record=answer.record,
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _keyless(act: Act) -> Act:
    """The act without its idempotency key: the key belongs to the document the act is about, not to this one."""
    return Act(actor=act.actor, at=act.at, request_id=act.request_id, channel=act.channel, acting=act.acting)

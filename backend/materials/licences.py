"""Electronic licences (电子证照) used instead of an upload: what a register already says need not be handed in."""

from collections.abc import Callable, Mapping
from typing import Protocol

from backend.clock import Clock, today
from backend.errors import NotFound, ProofNeeded
from models.acts import Act, CitizenActor
from models.documents import DocumentType
from models.materials import Licence
from models.people import Citizen
from models.registers import MedicalInsuranceRecord, PersonKey, PopulationRecord, RegisterAnswer, RegisterRecord, SocialInsuranceRecord


class RegisterSource(Protocol):
    """What is needed of `backend.registers.Registers`."""

    async def fetch(self, name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterAnswer: ...


class Directory(Protocol):
    """Where a citizen is looked up."""

    async def get(self, citizen_id: str) -> Citizen: ...


Holds = Callable[[RegisterRecord], bool]


def _household(record: RegisterRecord) -> bool:
    return isinstance(record, PopulationRecord) and record.household is not None


def _social_security(record: RegisterRecord) -> bool:
    return isinstance(record, SocialInsuranceRecord) and bool(record.personal_number)


def _medical(record: RegisterRecord) -> bool:
    return isinstance(record, MedicalInsuranceRecord) and bool(record.personal_number)


_KINDS: Mapping[str, tuple[str, str, Holds]] = {
    "resident_card": ("居民身份证", "population", lambda record: record.document_type is DocumentType.RESIDENT_CARD),
    "household_register": ("居民户口簿", "population", _household),
    "social_security_card": ("社会保障卡", "social_insurance", _social_security),
    "medical_insurance_code": ("医保电子凭证", "medical_insurance", _medical),
}
"""Licence type → its name, the register it is derived from, and whether a record there stands for one."""


class Licences:
    """Looks licences up for one use at a time: who asks, for whom and for what is told to the register and kept."""

    def __init__(self, registers: RegisterSource, people: Directory, clock: Clock) -> None:
        self._registers = registers
        self._people = people
        self._clock = clock

    async def find(self, act: Act, type: str, purpose: str, holder: str | None = None) -> Licence:
        """The licence of the person whose matter it is, or of `holder`, such as the agent's own card.

        Choosing it is the holder's authorisation for this one use, so whoever chooses must be proven (level 2).
        Raises `ProofNeeded`, `NotFound` where there is none or it has expired, `RegisterUnavailable`.
        """
        if not isinstance(act.actor, CitizenActor) or act.actor.level < 2:
            raise ProofNeeded("用电子证照代替上传，要先确认是您本人。请用网号网证认证；也可以改为拍照上传。")
        return await self._of(holder or act.person, type, purpose)

    async def _of(self, citizen_id: str, type: str, purpose: str) -> Licence:
        if type not in _KINDS:
            raise NotFound("没有这种电子证照，请拍照上传。")
        name, register, holds = _KINDS[type]
        citizen = await self._people.get(citizen_id)
        if citizen.identity is None:
            raise NotFound(f"还没有查到您的{name}，请拍照上传。")
        person = PersonKey(document_type=citizen.identity.document_type, id_number=citizen.identity.number, name=citizen.identity.name)
        answer = await self._registers.fetch(register, person, purpose)
        if answer.record is None or not holds(answer.record):
            raise NotFound(f"系统里没有查到{citizen.name}的{name}，请拍照上传。")
        until = answer.record.valid_until if isinstance(answer.record, PopulationRecord) and type == "resident_card" else None
        if until is not None and until < today(self._clock):
            raise NotFound(f"{citizen.name}的{name}已过有效期，请换新证后再用，或到窗口办理。")
        return Licence(
            type=type,
            name=name,
            holder=citizen.name,
            register_name=register,
            record=answer.provenance.digest,
            fetched_at=answer.provenance.fetched_at,
            valid_until=until.isoformat() if until else None,
        )

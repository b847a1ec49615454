"""Electronic licences (电子证照) used instead of an upload: what the government already holds need not be handed in."""

from collections.abc import Mapping
from typing import Protocol

from backend.clock import Clock, today
from backend.errors import NotFound, ProofNeeded
from backend.people import Applicant, applicant_of
from backend.spoken import full_day
from backend.store import Store
from models.acts import Act, CitizenActor, is_enterprise
from models.licences import Licence, LicenceKind, LicenceOnRecord, LicenceStatus
from models.registers import LicencesRecord, PersonKey, Provenance, RegisterAnswer

REGISTER = "licences"
_UPLOAD = "也可以拍照上传。"


class RegisterSource(Protocol):
    """What is needed of `backend.registers.Registers`."""

    async def fetch(self, name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterAnswer: ...


class Licences:
    """Looks licences up for one use at a time: who asks, for whom and for what is told to the register and kept."""

    def __init__(self, store: Store, registers: RegisterSource, kinds: Mapping[str, LicenceKind], clock: Clock) -> None:
        """`kinds`: of catalogue/licences.yaml, by id."""
        self._store = store
        self._registers = registers
        self._kinds = kinds
        self._clock = clock

    async def find(self, act: Act, kind_id: str, purpose: str, holder: str | None = None) -> Licence:
        """The licence of the person whose matter it is, or of `holder`, such as the agent's own card.

        Choosing it is the holder's authorisation for this one use, so whoever chooses must be proven (level 2).
        Raises `ProofNeeded`, `NotFound` where there is none that holds, `RegisterUnavailable`.
        """
        if not isinstance(act.actor, CitizenActor) or act.actor.level < 2:
            raise ProofNeeded("用电子证照代替上传，要先确认是您本人。请用网号网证认证；也可以改为拍照上传。")
        kind = self._kinds.get(kind_id)
        if kind is None:
            raise NotFound("没有这种电子证照，请拍照上传。")
        person = await applicant_of(self._store, holder or act.person)
        found, provenance = await self._on_record(kind, person, purpose)
        licence = self._usable(kind, person.name, found)
        return Licence(
            type=kind.id,
            name=kind.name,
            holder=person.name,
            identifier=licence.identifier,
            register_name=REGISTER,
            record=provenance.digest,
            fetched_at=provenance.fetched_at,
            valid_until=licence.valid_until.isoformat() if licence.valid_until else None,
        )

    async def _on_record(self, kind: LicenceKind, holder: Applicant, purpose: str) -> tuple[list[LicenceOnRecord], Provenance]:
        if not kind.holder.fits(enterprise=is_enterprise(holder.id)):
            raise NotFound(f"{kind.name}是{kind.holder.label}的证照，{holder.name}没有这种证照。请拍照上传。")
        if holder.key is None:
            raise NotFound(f"还没有查到您的{kind.name}，请拍照上传。")
        answer = await self._registers.fetch(REGISTER, holder.key, purpose, type=kind.type_code)
        if not isinstance(answer.record, LicencesRecord):
            return [], answer.provenance
        return [each for each in answer.record.licences if each.type_code == kind.type_code], answer.provenance

    def _usable(self, kind: LicenceKind, holder: str, found: list[LicenceOnRecord]) -> LicenceOnRecord:
        """The newest one that holds. Raises `NotFound` that says why none does, and what to do."""
        if not found:
            raise NotFound(f"系统里没有查到{holder}的{kind.name}，请拍照上传。")
        newest = sorted(found, key=lambda each: each.issued_on, reverse=True)
        day = today(self._clock)
        valid = next((each for each in newest if each.status_on(day) is LicenceStatus.VALID), None)
        if valid is None:
            raise NotFound(f"{holder}的{kind.name}{_wrong(newest[0], newest[0].status_on(day))}，不能用来办事。{kind.renew}{_UPLOAD}")
        return valid


def _wrong(licence: LicenceOnRecord, status: LicenceStatus) -> str:
    """What is wrong with a licence, in words."""
    if status is LicenceStatus.EXPIRED and licence.valid_until is not None:
        return f"已经在{full_day(licence.valid_until)}到期"
    return {LicenceStatus.EXPIRED: "已经过期", LicenceStatus.CANCELLED: "已经注销", LicenceStatus.LOST: "已经登记遗失"}[status]

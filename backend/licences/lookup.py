"""Looking licences up: nothing that the government already holds need be handed in, and no more is asked than is authorised."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from backend.errors import NotFound
from backend.registers import RegisterMismatch, RegisterUnavailable
from backend.spoken import full_day
from models.documents import OrganisationCode
from models.licence_identifier import LicenceIdentifier
from models.licences import HolderKind, Licence, LicenceKind, LicenceOnRecord, LicenceStatus
from models.registers import LicencesRecord, PersonKey, Provenance, RegisterAnswer

REGISTER = "licences"
_UPLOAD = "也可以拍照上传。"
_GONE = "没有查到这份证照，可能已经换发。请在「我的证照」里刷新后再试。"


class RegisterSource(Protocol):
    """What is needed of `backend.registers.Registers`."""

    async def fetch(self, name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterAnswer: ...


class OwnRegister(Protocol):
    """What is needed of `backend.licences.issued.Issued`."""

    async def held(self, holder: PersonKey, type_code: str | None = None) -> list[LicenceOnRecord]: ...

    def provenance(self, licence: LicenceOnRecord) -> Provenance: ...


@dataclass(frozen=True)
class Found:
    """A licence that holds, with where it comes from."""

    kind: LicenceKind
    licence: LicenceOnRecord
    provenance: Provenance

    def told(self, holder: str) -> Licence:
        """What a case keeps of it: that it is there and until when."""
        until = self.licence.valid_until
        return Licence(
            type=self.kind.id,
            name=self.kind.name,
            identifier=self.licence.identifier,
            holder=holder,
            register_name=self.provenance.source,
            record=self.provenance.digest,
            fetched_at=self.provenance.fetched_at,
            valid_until=until.isoformat() if until else None,
        )


class Lookup:
    """Looks into the district's own register of what it issued, then asks the licence register."""

    def __init__(self, registers: RegisterSource, kinds: Mapping[str, LicenceKind], issued: OwnRegister) -> None:
        """`kinds`: of catalogue/licences.yaml, by id."""
        self._registers = registers
        self._issued = issued
        self.kinds = kinds
        self._by_code = {kind.type_code: kind for kind in kinds.values()}

    def kind_for(self, kind_id: str, holder: PersonKey) -> LicenceKind:
        """The kind, which such a holder can hold. Raises `NotFound`."""
        kind = self.kinds.get(kind_id)
        if kind is None:
            raise NotFound("没有这种电子证照，请拍照上传。")
        if not kind.holder.fits(enterprise=isinstance(holder.document_type, OrganisationCode)):
            raise NotFound(f"{kind.name}由{kind.holder.label}持有，{holder.name}没有这种证照，请写明持有人，或拍照上传。")
        return kind

    async def one(self, kind: LicenceKind, holder: PersonKey, purpose: str, day: date) -> Found:
        """The newest of the holder's licences of that kind that holds on `day`; one that was issued here needs no other register.

        Raises `NotFound` that says why none does and what to do, `RegisterUnavailable`.
        """
        own = await self._issued.held(holder, kind.type_code)
        if (newest := _newest_valid(own, day)) is not None:
            return Found(kind, newest, self._issued.provenance(newest))
        answer = await self._registers.fetch(REGISTER, holder, purpose, type=kind.type_code)
        record = answer.record
        found = [each for each in record.licences if each.type_code == kind.type_code] if isinstance(record, LicencesRecord) else []
        return Found(kind, _usable(kind, holder.name, [*found, *own], day), answer.provenance)

    def kind_of(self, identifier: str) -> LicenceKind:
        """Of which kind the licence of an identifier is. Raises `NotFound`."""
        try:
            return self._by_code[LicenceIdentifier.parse(identifier).type_code]
        except (ValueError, KeyError):
            raise NotFound(_GONE) from None

    async def numbered(self, kind: LicenceKind, identifier: str, holder: PersonKey, purpose: str) -> Found:
        """The holder's licence of that identifier, whether it holds or not. Raises `NotFound`, `RegisterUnavailable`."""
        for own in await self._issued.held(holder, kind.type_code):
            if own.identifier == identifier:
                return Found(kind, own, self._issued.provenance(own))
        answer = await self._registers.fetch(REGISTER, holder, purpose, type=kind.type_code)
        found = answer.record.licences if isinstance(answer.record, LicencesRecord) else ()
        for licence in found:
            if licence.identifier == identifier:
                return Found(kind, licence, answer.provenance)
        raise NotFound(_GONE)

    async def lapsed(self, kind: LicenceKind, used: LicenceOnRecord, holder: PersonKey, purpose: str, day: date) -> str:
        """Why a licence that was used holds no more, in words; nothing where it does, where no more than its paper was lost, and where
        its holder has a newer one in its place. One that was issued here and holds needs no other register.

        Raises `RegisterUnavailable`.
        """
        own = await self._issued.held(holder, kind.type_code)
        if any(each.identifier == used.identifier for each in own) and not _lapsed(kind, used, own, day):
            return ""
        record = (await self._registers.fetch(REGISTER, holder, purpose, type=kind.type_code)).record
        found = [each for each in record.licences if each.type_code == kind.type_code] if isinstance(record, LicencesRecord) else []
        return _lapsed(kind, used, [*own, *found], day)

    async def all(self, holder: PersonKey, purpose: str) -> "Holdings":
        """Everything the holder holds, of the kinds known here; where the register does not answer, what was issued here."""
        own, unasked = await self._issued.held(holder), ""
        try:
            record = (await self._registers.fetch(REGISTER, holder, purpose)).record
        except RegisterUnavailable as error:
            record, unasked = None, _unasked(error)
        licences = [*own, *(record.licences if isinstance(record, LicencesRecord) else ())]
        return Holdings([(self._by_code[each.type_code], each) for each in licences if each.type_code in self._by_code], unasked)

    async def of_kinds(self, kinds: Iterable[str], holder: PersonKey, purpose: str) -> "Holdings":
        """What the holder holds of some kinds, each asked for by itself; once the register does not answer, it is asked no more."""
        held: list[tuple[LicenceKind, LicenceOnRecord]] = []
        unasked = ""
        for kind in (self.kinds[id] for id in sorted(kinds)):
            found = await self._issued.held(holder, kind.type_code)
            try:
                record = None if unasked else (await self._registers.fetch(REGISTER, holder, purpose, type=kind.type_code)).record
            except RegisterUnavailable as error:
                record, unasked = None, _unasked(error)
            found += record.licences if isinstance(record, LicencesRecord) else ()
            held += [(kind, each) for each in found if each.type_code == kind.type_code]
        return Holdings(held, unasked)


@dataclass(frozen=True)
class Holdings:
    """What somebody holds. `unasked`: why what others issued could not be asked for, in words; empty where it was."""

    held: list[tuple[LicenceKind, LicenceOnRecord]]
    unasked: str = ""


def _unasked(error: RegisterUnavailable) -> str:
    """What the list leaves out, and what to do meanwhile."""
    if isinstance(error, RegisterMismatch):
        why, then = "证照库返回的信息与您的身份对不上", "请到窗口核对"
    else:
        why, then = "证照库暂时没有回应", "请过几分钟再看"
    return f"{why}，下面只有本区签发的证照；别处签发的没有查到，不等于没有，{then}。急着办事的，可以先拍照上传。"


def advice(kind: LicenceKind, licence: LicenceOnRecord, day: date) -> str:
    """Why a licence cannot be used on a day and what to do; nothing where it can."""
    status = licence.status_on(day)
    return "" if status is LicenceStatus.VALID else f"这份{kind.name}{_wrong(licence, status)}，不能用来办事。{kind.renew}"


def _usable(kind: LicenceKind, holder: str, found: list[LicenceOnRecord], day: date) -> LicenceOnRecord:
    if not found:
        raise NotFound(f"系统里没有查到{holder}的{kind.name}，请拍照上传。")
    valid = _newest_valid(found, day)
    if valid is None:
        newest = _newest_first(found)
        raise NotFound(f"{holder}的{kind.name}{_wrong(newest[0], newest[0].status_on(day))}，不能用来办事。{kind.renew}{_UPLOAD}")
    return valid


def _lapsed(kind: LicenceKind, used: LicenceOnRecord, held: list[LicenceOnRecord], day: date) -> str:
    now = next((each for each in held if each.identifier == used.identifier), None)
    status = now.status_on(day) if now is not None else None
    if status in (LicenceStatus.VALID, LicenceStatus.LOST) or (status is LicenceStatus.EXPIRED and kind.identifies):
        return ""
    if any(each.status_on(day) is LicenceStatus.VALID and _takes_the_place(kind, each, used) for each in held):
        return ""
    return _wrong(now, status) if now is not None and status is not None else "已经查不到了"


def _takes_the_place(kind: LicenceKind, other: LicenceOnRecord, used: LicenceOnRecord) -> bool:
    """Whether another licence of the kind says of its holder what the one that was used said: the same number, or the only one a person
    has at a time. An enterprise, and an owner of houses, may have several that say different things."""
    return other.issued_on >= used.issued_on and (other.number == used.number or kind.holder is HolderKind.PERSON)


def _newest_first(found: list[LicenceOnRecord]) -> list[LicenceOnRecord]:
    return sorted(found, key=lambda each: each.issued_on, reverse=True)


def _newest_valid(found: list[LicenceOnRecord], day: date) -> LicenceOnRecord | None:
    return next((each for each in _newest_first(found) if each.status_on(day) is LicenceStatus.VALID), None)


def _wrong(licence: LicenceOnRecord, status: LicenceStatus) -> str:
    """What is wrong with a licence, in words."""
    if status is LicenceStatus.EXPIRED and licence.valid_until is not None:
        return f"已经在{full_day(licence.valid_until)}到期"
    return {LicenceStatus.EXPIRED: "已经过期", LicenceStatus.CANCELLED: "已经注销", LicenceStatus.LOST: "已经登记遗失"}[status]

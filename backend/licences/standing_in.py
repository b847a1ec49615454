"""The shared registers, with the licences issued here answering where a register has no record of their holder yet, or an older one.

A card we granted today is in no register of ours to write: its office enters it days later. Until then the next application is filled
from the card itself, and says that it comes from here.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Protocol

import structlog
from pydantic import JsonValue, ValidationError

from backend.clock import SHANGHAI
from backend.licences.lookup import OwnRegister, RegisterSource
from models.licences import LicenceAnswer, LicenceKind, LicenceOnRecord, LicencePart, LicenceStatus, StandsFor
from models.registers import RECORD_MODELS, LaidOver, OtherRecord, Outcome, PersonKey, RegisterAnswer, RegisterFile, RegisterRecord

log = structlog.get_logger()


class AskedRegisters(RegisterSource, Protocol):
    """What is needed of `backend.registers.Registers`."""

    async def fetch_file(self, name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterFile | Outcome: ...


class StandingIn:
    """`backend.registers.Registers`, as far as whoever asks about people needs it."""

    def __init__(self, registers: AskedRegisters, kinds: Iterable[LicenceKind], issued: OwnRegister) -> None:
        """`kinds`: of catalogue/licences.yaml."""
        self._registers = registers
        self._issued = issued
        self._kinds: dict[str, list[tuple[LicenceKind, StandsFor]]] = {}
        for kind in kinds:
            if kind.stands_for is not None:
                self._kinds.setdefault(kind.stands_for.register_name, []).append((kind, kind.stands_for))

    async def fetch(self, name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterAnswer:
        """See `Registers.fetch`; a register that does not answer is not answered for."""
        answer = await self._registers.fetch(name, person, purpose, **criteria)
        for kind, stands in self._kinds.get(name, ()):
            held = [each for each in await self._issued.held(person, kind.type_code) if person.name in each.holders]
            if held and answer.outcome is not Outcome.NAME_MISMATCH:
                answer = self._laid_over(name, person, answer, stands, held)
        return answer

    async def fetch_file(self, name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterFile | Outcome:
        """See `Registers.fetch_file`: what an authority signs is its own alone."""
        return await self._registers.fetch_file(name, person, purpose, **criteria)

    def _laid_over(
        self, name: str, person: PersonKey, answer: RegisterAnswer, stands: StandsFor, held: list[LicenceOnRecord]
    ) -> RegisterAnswer:
        valid = [each for each in held if each.status is LicenceStatus.VALID]
        licence = max(valid or held, key=lambda each: each.issued_on)
        own = self._issued.provenance(licence)
        if answer.record is not None and not (valid and _knows_less(answer.record, licence)):
            return answer
        before = answer.data()
        whole = before or {**person.model_dump(mode="json"), "record_id": licence.identifier, "updated_at": own.fetched_at.isoformat()}
        told = _told(stands, licence, own.fetched_at.astimezone(SHANGHAI).date())
        try:
            record = RECORD_MODELS.get(name, OtherRecord).model_validate(whole | told)
        except ValidationError as error:  # its values stay out of logs
            log.warning("licence_does_not_stand_for", register=name, faults=error.error_count())
            return answer
        if answer.record is None:
            return RegisterAnswer(outcome=Outcome.FOUND, record=record, provenance=own)
        return answer.model_copy(update={"record": record, "laid_over": LaidOver(members=frozenset(told), provenance=own)})


def _knows_less(record: RegisterRecord, licence: LicenceOnRecord) -> bool:
    """Whether the register has not looked at its record since the licence was issued."""
    return record.updated_at.astimezone(SHANGHAI).date() <= licence.issued_on


def _told(stands: StandsFor, licence: LicenceOnRecord, today: date) -> dict[str, Any]:
    """The members of the record as far as the licence tells them, those inside others in their places."""
    found: dict[str, Any] = {}
    for path, answer in stands.record.items():
        *outer, last = path.split(".")
        value, inside = _value(answer, licence, today), found
        for each in outer if value is not None else ():
            inside = inside.setdefault(each, {})
        if value is not None:
            inside[last] = value
    return found


def _value(answer: LicenceAnswer, licence: LicenceOnRecord, today: date) -> JsonValue:
    said = answer.value if answer.value is not None else _of_licence(answer, licence, today)
    if said is None or (answer.pattern is not None and re.fullmatch(answer.pattern, said) is None):
        return None
    return answer.words.get(said, said)


def _of_licence(answer: LicenceAnswer, licence: LicenceOnRecord, today: date) -> str | None:
    if answer.line is not None:
        return next((each.value for each in licence.lines if each.label == answer.line), None)
    parts: Mapping[LicencePart | None, str | None] = {
        LicencePart.NUMBER: licence.number,
        LicencePart.ISSUED_ON: licence.issued_on.isoformat(),
        LicencePart.VALID_UNTIL: licence.valid_until.isoformat() if licence.valid_until else None,
        LicencePart.STATUS: licence.status_on(today).value,
        LicencePart.ISSUER: licence.issuer,
    }
    return parts[answer.of]

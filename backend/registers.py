"""The shared registers: asked over HTTP, each under its own limits, every answer with where it comes from.

A register is one entry of the setting `registers` (name → address). Those with a model in `models.registers` are
checked against it; any other answers `OtherRecord`.
"""

import hashlib
import json
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import aiohttp
import structlog
from pydantic import BaseModel, ConfigDict, ValidationError

from backend.clock import Clock
from backend.errors import Unavailable
from backend.outside import BreakerState, Limits, Monotonic, OutsideFailure, Reply, Service
from models.company_names import NameQuery, NamesReply, RegisteredName
from models.documents import normal_number
from models.registers import (
    RECORD_MODELS,
    EnterpriseEntry,
    IdentityMatch,
    LifeStatus,
    OtherRecord,
    Outcome,
    PersonKey,
    PopulationRecord,
    Provenance,
    RegisterAnswer,
    RegisterFile,
    RegisterQuery,
    RegisterRecord,
)

log = structlog.get_logger()

_OUTCOMES = {"NO_RECORD": Outcome.NO_RECORD, "NAME_MISMATCH": Outcome.NAME_MISMATCH}


class RegisterUnavailable(Unavailable):
    """A register gave no usable answer; asking later may help."""

    type, title = "register_unavailable", "查询的部门系统暂时没有回应"
    default_detail = "要查询的部门系统暂时没有回应，您填写的内容没有丢失，请过几分钟再试。"

    def __init__(self, register: str, reason: str) -> None:
        super().__init__(register=register)
        self.register = register
        self.reason = reason


class RegisterMismatch(RegisterUnavailable):
    """A register answered about somebody else, or contradicts itself: not to be used, a person must look."""

    type, title = "register_mismatch", "查询到的信息需要人工核对"
    default_detail = "部门系统返回的信息与您的身份对不上，需要工作人员核对，请到窗口办理或稍后再试。"


class _Answer(BaseModel):
    """The body of a register's answer: a record with 200, a code with 404 and 409."""

    model_config = ConfigDict(extra="ignore")

    code: str
    record: dict[str, Any] | None = None


def canonical(value: object) -> bytes:
    """One form for equal JSON values: keys sorted, no blanks. What digests are taken of."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


Watcher = Callable[[PersonKey, RegisterAnswer], Awaitable[None]]


class Registers:
    """Client of all registers."""

    def __init__(
        self,
        addresses: Mapping[str, str],
        session: aiohttp.ClientSession,
        clock: Clock,
        *,
        limits: Limits | None = None,
        own_limits: Mapping[str, Limits] | None = None,
        monotonic: Monotonic = time.monotonic,
    ) -> None:
        """`addresses`: register name → base address. `own_limits`: for registers that differ from `limits`."""
        own = own_limits or {}
        self._clock = clock
        self._watchers: dict[str, Watcher] = {}
        self._services = {name: Service(name, address, session, own.get(name, limits), monotonic) for name, address in addresses.items()}

    def watch(self, name: str, watcher: Watcher) -> None:
        """`watcher` is told every usable answer of a register, whoever asked, before the one who asked: deaths, changes."""
        self._watchers[name] = watcher

    @property
    def states(self) -> dict[str, BreakerState]:
        """Each register's breaker, for /readyz and metrics."""
        return {name: service.gate.breaker.state for name, service in self._services.items()}

    async def fetch(self, name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterAnswer:
        """What register `name` says about `person`. `purpose` is kept by the register: the item's code and name.

        Criteria narrow the answer, such as `**{"from": "2025-01", "to": "2025-12"}`.
        Raises RegisterUnavailable, or RegisterMismatch where the record names somebody else or contradicts itself.
        """
        reply = await self._post(name, "query", person, purpose, criteria)
        if reply.status in {404, 409}:
            return await self._told(person, self._without_record(name, reply))
        raw = self._parsed(name, reply).record
        if reply.status != 200 or raw is None:
            raise self._unusable(name, f"status_{reply.status}")
        record = self._record(name, raw)
        if not record.belongs_to(_normal(person)):
            raise self._mismatch(name, "another_person")
        provenance = Provenance(
            source=name,
            record_id=record.record_id,
            updated_at=record.updated_at,
            fetched_at=self._clock.now(),
            digest=hashlib.sha256(canonical(raw)).hexdigest(),
        )
        return await self._told(person, RegisterAnswer(outcome=Outcome.FOUND, record=record, provenance=provenance))

    async def match(self, person: PersonKey, purpose: str) -> tuple[IdentityMatch, RegisterAnswer]:
        """Whether name and number belong to one living person, by the population register. Raises as `fetch`."""
        answer = await self.fetch("population", person, purpose)
        record = answer.record
        if isinstance(record, PopulationRecord):
            living = record.status is LifeStatus.ALIVE
            return (IdentityMatch.MATCH if living else IdentityMatch.DECEASED), answer
        matches = {Outcome.NO_RECORD: IdentityMatch.NO_RECORD, Outcome.NAME_MISMATCH: IdentityMatch.MISMATCH}
        return matches[answer.outcome], answer

    async def fetch_file(self, name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterFile | Outcome:
        """The authority's own signed file, byte for byte; the outcome where there is none. Raises as `fetch`."""
        reply = await self._post(name, "file", person, purpose, criteria)
        if reply.status in {404, 409}:
            return self._without_record(name, reply).outcome
        digest = hashlib.sha256(reply.content).hexdigest()
        if reply.status != 200 or not reply.content.startswith(b"%PDF-"):
            raise self._unusable(name, f"status_{reply.status}")
        if reply.headers.get("X-Content-SHA256") != digest:
            raise self._unusable(name, "damaged_file")
        provenance = Provenance(source=name, record_id=reply.headers.get("X-Record-Id", ""), fetched_at=self._clock.now(), digest=digest)
        return RegisterFile(
            content=reply.content,
            media_type="application/pdf",
            document_number=reply.headers.get("X-Document-Number", ""),
            provenance=provenance,
        )

    async def namesakes(self, name: str, purpose: str) -> tuple[RegisteredName, ...]:
        """The names of enterprises, registered or not free again yet, that one might be taken for. Raises `RegisterUnavailable`."""
        reply = await self._sent("enterprise", "names", NameQuery(name=name, purpose=purpose).model_dump_json())
        try:
            said = NamesReply.model_validate_json(reply.content)
        except ValidationError:
            raise self._unusable("enterprise", f"not_json_{reply.status}") from None
        if reply.status != 200 or said.code != "OK":
            raise self._unusable("enterprise", f"status_{reply.status}")
        return said.names

    async def enter(self, entry: EnterpriseEntry) -> None:
        """Has the enterprise register take over what was decided here; twice is once. Raises `RegisterUnavailable` where it did not."""
        reply = await self._sent("enterprise", "entries", entry.model_dump_json(exclude_none=True))
        if reply.status != 200:
            raise self._unusable("enterprise", f"status_{reply.status}")

    async def _told(self, person: PersonKey, answer: RegisterAnswer) -> RegisterAnswer:
        if (watcher := self._watchers.get(answer.provenance.source)) is not None:
            await watcher(person, answer)
        return answer

    async def _post(self, name: str, path: str, person: PersonKey, purpose: str, criteria: Mapping[str, str]) -> Reply:
        query = RegisterQuery(**_normal(person).model_dump(), purpose=purpose, criteria=dict(criteria))
        return await self._sent(name, path, query.model_dump_json())

    async def _sent(self, name: str, path: str, body: str) -> Reply:
        """What a register answers; every question of ours may be asked twice. Raises `RegisterUnavailable`."""
        service = self._services.get(name)
        if service is None:
            raise self._unusable(name, "not_configured")
        try:
            return await service.post(path, body, repeatable=True)
        except OutsideFailure as failure:
            raise self._unusable(name, failure.reason) from failure

    def _record(self, name: str, raw: dict[str, Any]) -> RegisterRecord:
        model = RECORD_MODELS.get(name, OtherRecord)
        try:
            return model.model_validate(raw)
        except ValidationError as error:  # its values stay out of logs
            raise self._mismatch(name, "invalid:" + ",".join(sorted({fault["type"] for fault in error.errors()}))) from None

    def _without_record(self, name: str, reply: Reply) -> RegisterAnswer:
        code = self._parsed(name, reply).code
        if code not in _OUTCOMES:
            raise self._unusable(name, f"status_{reply.status}")
        digest = hashlib.sha256(canonical(code)).hexdigest()
        provenance = Provenance(source=name, record_id="", fetched_at=self._clock.now(), digest=digest)
        return RegisterAnswer(outcome=_OUTCOMES[code], provenance=provenance)

    def _parsed(self, name: str, reply: Reply) -> _Answer:
        try:
            return _Answer.model_validate_json(reply.content)
        except ValidationError:
            raise self._unusable(name, f"not_json_{reply.status}") from None

    @staticmethod
    def _unusable(name: str, reason: str) -> RegisterUnavailable:
        log.warning("register_unavailable", register=name, reason=reason)
        return RegisterUnavailable(name, reason)

    @staticmethod
    def _mismatch(name: str, reason: str) -> RegisterMismatch:
        log.error("register_mismatch", register=name, reason=reason)
        return RegisterMismatch(name, reason)


def _normal(person: PersonKey) -> PersonKey:
    """The number as registers keep it; names come normalised from whoever took them in."""
    return person.model_copy(update={"id_number": normal_number(person.id_number)})

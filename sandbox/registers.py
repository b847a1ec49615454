"""The shared registers: `POST registers/{name}/query` and `POST registers/{name}/file`; of the enterprise register `names` too.

Contract (the same for every register; a provincial data-sharing platform differs and is adapted at its gateway):
the body is `models.registers.RegisterQuery`. 200 `{code: "OK", record}`; 404 `{code: "NO_RECORD"}`;
409 `{code: "NAME_MISMATCH"}` when the number is known under another name (whose, is not told); 400 `BAD_QUERY`.
`file` answers 200 with the authority's own signed PDF, its number in `X-Document-Number`, its record in
`X-Record-Id` and its digest in `X-Content-SHA256`.
"""

import asyncio
import hashlib
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, Field, JsonValue, RootModel, ValidationError
from tornado.web import HTTPError

from models.base import Body
from models.company_names import NameQuery
from models.registers import EnterpriseEntry, Month, RegisterQuery
from sandbox.authority import NoFile
from sandbox.base import SandboxHandler, ServiceHandler
from sandbox.licences import of_type
from sandbox.switches import Lie
from sandbox.world import Record, Subject


class RegisterHandler(ServiceHandler):
    """What asking for a record and asking for a file share."""

    failure_status = 503
    query: RegisterQuery

    def service_name(self) -> str:
        """Each register has its switch."""
        return f"registers.{self.path_kwargs['name']}"

    def found(self, name: str) -> tuple[Subject, Record] | None:
        """The person or enterprise asked for and the record; None when it was answered that there is none."""
        if name not in self.outside.world.registers:
            raise HTTPError(404)
        try:
            self.query = RegisterQuery.model_validate_json(self.request.body)
            period = _Period.model_validate(self.query.criteria)
        except ValidationError:
            self.answer({"code": "BAD_QUERY", "message": "查询条件不对"}, 400)
            return None
        subject = self.outside.world.subject_of(self.query.document_type, self.query.id_number)
        record = subject and self.outside.world.record(name, subject, period.start, period.end, self.query.criteria)
        if subject is None or record is None:
            self.answer({"code": "NO_RECORD", "message": "没有查到记录"}, 404)
            return None
        if record["name"] != self.query.name:
            self.answer({"code": "NAME_MISMATCH", "message": "姓名与证件号码不一致"}, 409)
            return None
        return subject, self._asked_for(name, record)

    def _asked_for(self, name: str, record: Record) -> Record:
        """The licence register tells no more than the kind asked for."""
        type_code = self.query.criteria.get("type")
        return of_type(record, type_code) if name == "licences" and type_code else record


class RecordHandler(RegisterHandler):
    """Answers a record, or a lie."""

    def post(self, name: str) -> None:
        """See the module."""
        found = self.found(name)
        if found is None:
            return
        subject, record = found
        if self.lie is Lie.PERSON:
            record = self._record_of_another(name, subject)
        elif self.lie is Lie.VALUES:
            record = twisted(record)
        self.answer({"code": "OK", "record": record})

    def _record_of_another(self, name: str, subject: Subject) -> Record:
        world = self.outside.world
        other = next(code for code in world.codes_of(name) if code != subject.code)
        another = world.subject(other)
        assert another is not None
        record = world.record(name, another)
        assert record is not None
        return record


class FileHandler(RegisterHandler):
    """Answers the authority's own signed PDF; tax and medical insurance issue some."""

    async def post(self, name: str) -> None:
        """See the module."""
        found = self.found(name)
        if found is None:
            return
        subject, record = found
        if self.lie is not None:
            record = twisted(record)
        try:
            now = self.outside.clock.now()
            file = await asyncio.to_thread(self.outside.authorities.file, name, subject, record, now)
        except NoFile:
            self.answer({"code": "NO_RECORD", "message": "这个部门不出具这种文件"}, 404)
            return
        self.set_header("Content-Type", "application/pdf")
        self.set_header("X-Record-Id", str(record["record_id"]))
        self.set_header("X-Document-Number", file.number)
        self.set_header("X-Content-SHA256", hashlib.sha256(file.content).hexdigest())
        self.finish(file.content)


def twisted(record: Record) -> Record:
    """The record with values changed but well formed: every name in it but the person's own, and every state."""
    return {key: _twist(key, value) for key, value in record.items()}


def _twist(key: str, value: Any) -> Any:
    if isinstance(value, list):
        return [twisted(row) if isinstance(row, dict) else row for row in value]
    if isinstance(value, dict):
        return twisted(value) | ({"name": value["name"] + "某"} if "name" in value else {})
    changes = {
        "state": "终止",
        "benefit_state": "终止",
        "employer": "另一家单位",
        "relation": "兄弟",
        "address": "另一个地址",
        "issuer_code": "11990101MB9900013F",
    }
    return changes.get(key, value)


class _Period(BaseModel):
    start: Month | Literal[""] = Field(default="", alias="from")
    end: Month | Literal[""] = Field(default="", alias="to")


class NamesHandler(ServiceHandler):
    """`POST registers/enterprise/names {name, purpose}`: the names it might be taken for. 200 `{code: "OK", names: [{name, uscc, likeness}]}`,
    400 `BAD_QUERY`. The market regulator compares (企业名称自主申报); names of enterprises deregistered for a year are free again."""

    service = "registers.enterprise"
    failure_status = 503

    def post(self) -> None:
        """See the class."""
        try:
            query = NameQuery.model_validate_json(self.request.body)
        except ValidationError:
            self.answer({"code": "BAD_QUERY", "message": "查询条件不对"}, 400)
            return
        found = self.outside.world.namesakes(query.name)
        self.answer({"code": "OK", "names": [each.model_dump(mode="json") for each in found]})


class EntriesHandler(ServiceHandler):
    """`POST registers/enterprise/entries`: what the registrar decided, as `models.registers.EnterpriseEntry`; twice is once. 200
    `{code: "OK"}`, 400 `BAD_ENTRY` where something of it is missing or unknown here."""

    service = "registers.enterprise"
    failure_status = 503

    def post(self) -> None:
        """See the class."""
        try:
            self.outside.world.enter(EnterpriseEntry.model_validate_json(self.request.body))
        except ValueError:
            self.answer({"code": "BAD_ENTRY", "message": "登记的内容不全，或者对不上"}, 400)
            return
        self.answer({"code": "OK"})


class DeathBody(Body):
    """Whose death is recorded."""

    code: str
    died_on: date


class DeathsHandler(SandboxHandler):
    """`POST deaths {code, died_on}`: records a death in the population register."""

    def post(self) -> None:
        """See the class."""
        body = self.body(DeathBody)
        if self.outside.world.citizen(body.code) is None:
            raise HTTPError(404)
        self.outside.world.bury(body.code, body.died_on)
        self.answer({"code": body.code, "died_on": body.died_on.isoformat()}, 201)


class _Patch(RootModel[dict[str, JsonValue]]):
    """A JSON merge patch."""


class ChangesHandler(SandboxHandler):
    """`PUT records/{register}/{code}`: lays a JSON merge patch over a record; `DELETE` takes the changes back."""

    def put(self, register: str, code: str) -> None:
        """See the class."""
        subject = self._subject(register, code)
        patch = self.body(_Patch).root
        self.outside.world.change(register, code, patch)
        self.answer({"record": self.outside.world.record(register, subject)})

    def delete(self, register: str, code: str) -> None:
        """See the class."""
        subject = self._subject(register, code)
        self.outside.world.undo(register, code)
        self.answer({"record": self.outside.world.record(register, subject)})

    def _subject(self, register: str, code: str) -> Subject:
        subject = self.outside.world.subject(code)
        if register not in self.outside.world.registers or subject is None:
            raise HTTPError(404)
        return subject

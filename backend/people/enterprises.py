"""The directory of enterprises: registered when their legal representative first names a handler, looked at again every day.

What the register said is believed for a day. Whatever in it ends the grants of handlers (another representative, the
loss of existence or of the name) begins a new `term` and leaves `enterprise.changed`, whose consumer ends the grants.
The death of a legal representative changes nothing by itself: the enterprise lives on and is bound by what was done in
its name (民法典, art. 61); the register will name a successor, and that ends the grants.
"""

from datetime import timedelta
from typing import Protocol

import structlog

from backend import ids
from backend.audit import event_of
from backend.clock import Clock
from backend.errors import Conflict, FieldError, Forbidden, Invalid, NotFound, Unavailable
from backend.people.applicants import key_of_enterprise
from backend.people.names import normalise_name, same_name
from backend.registers import RegisterMismatch
from backend.store import DuplicateKeyError, Store
from models.acts import Act, SystemActor
from models.enterprises import Enterprise, EnterpriseBody, Representative
from models.people import Citizen
from models.registers import EnterpriseRecord, EnterpriseState, Outcome, PersonKey, RegisterAnswer

log = structlog.get_logger()
REGISTER = "enterprise"
FRESH = timedelta(days=1)
_BATCH = 50
_PURPOSE = "核对单位经办人的授权"
_NAMED = "核对申请里填写的单位"
_NEW_REPRESENTATIVE = "法定代表人的登记已变更"
_NEW_NAME = "单位名称的登记已变更"
_UNTOLD = "企业登记系统暂时没有回应，而单位的授权每天要核对一次登记，现在还不能以单位名义办理。请过几分钟再试。"
_GONE = {
    EnterpriseState.DEREGISTERED: "企业登记已注销",
    EnterpriseState.REVOKED: "营业执照已被吊销",
}
_MISSING = {
    Outcome.NO_RECORD: "企业登记信息里已经查不到这家单位",
    Outcome.NAME_MISMATCH: _NEW_NAME,
}


class EnterpriseRegister(Protocol):
    """What is needed of `backend.registers.Registers`."""

    async def fetch(self, name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterAnswer: ...


class Enterprises:
    """Finds, registers and watches enterprises."""

    def __init__(self, store: Store, clock: Clock, register: EnterpriseRegister) -> None:
        self.store = store
        self._clock = clock
        self._register = register

    async def get(self, enterprise_id: str) -> Enterprise:
        """As the register had it last. Raises `NotFound`."""
        document = await self.store.enterprises.get(enterprise_id)
        if document is None:
            raise NotFound()
        return Enterprise.of(document)

    async def named(self, body: EnterpriseBody, representative: Citizen) -> Enterprise:
        """The existing enterprise whose legal representative that citizen is by the register now; registered where it is new.

        Raises `Invalid` where the register knows no such code or name, `Conflict` where the enterprise exists no more,
        `Forbidden` where the register names somebody else, `Unavailable`.
        """
        record, known, answer = await self._asked(body, _PURPOSE)
        if gone := _GONE.get(record.state):
            raise Conflict(f"{record.name}的{gone}，不能再指定经办人。登记有误的，请先到市场监管窗口更正。")
        if not is_representative(representative, _representative(record)):
            raise Forbidden(
                "企业登记信息里，这家单位的法定代表人不是您。经办人只能由法定代表人指定；刚变更登记的，请等登记更新后再试，有疑问请到市场监管窗口核对。"
            )
        return known or await self._registered(record, answer)

    async def of_code(self, body: EnterpriseBody) -> Enterprise:
        """The existing enterprise of that code and name, which somebody's application names; registered where it is new.

        Raises `Invalid` where the register knows no such code or name, `Conflict` where the enterprise exists no more, `Unavailable`.
        """
        record, known, answer = await self._asked(body, _NAMED)
        if gone := _GONE.get(record.state):
            raise Conflict(f"{record.name}的{gone}，不能再由它确认。请核对单位，登记有误的请先到市场监管窗口更正。")
        return known or await self._registered(record, answer)

    async def represented_by(self, citizen: Citizen) -> list[Enterprise]:
        """The enterprises whose legal representative a citizen was by the register's last answer, and that exist."""
        if citizen.identity is None:
            return []
        found = await self.store.enterprises.find({"representative.number": citizen.identity.number, "gone": False})
        return [each for document in found if is_representative(citizen, (each := Enterprise.of(document)).representative)]

    async def confirm(self, enterprise: Enterprise) -> Enterprise:
        """Asks the register now and keeps what it says. Raises `Unavailable` where it gives no usable answer."""
        answer = await self._register.fetch(REGISTER, key_of_enterprise(enterprise.uscc, enterprise.name), _PURPOSE)
        return await self._noted(enterprise, answer)

    async def renamed(self, enterprise_id: str, name: str) -> None:
        """The register has taken over a new name that was granted here: its handlers go on under it. Safe to run twice."""
        enterprise = await self.get(enterprise_id)
        event = event_of(self._act(), "enterprise.renamed", detail={"term": enterprise.term})
        where = {"_id": enterprise.id, "version": enterprise.version, "name": {"$ne": name}}
        if (
            await self.store.enterprises.change(where, {"$set": {"name": name}}, event) is None
            and (await self.get(enterprise_id)).name != name
        ):
            raise Unavailable()

    async def on_answer(self, key: PersonKey, answer: RegisterAnswer) -> None:
        """Whoever asked the enterprise register, and for whatever: what it says of one we know is kept."""
        known = await self._find(key.id_number)
        if known is not None:
            await self._noted(known, answer)

    async def fresh(self, enterprise_id: str) -> Enterprise:
        """As the register had it within the last day. Raises `NotFound`, and `Unavailable` where it is older and the register silent."""
        enterprise = await self.get(enterprise_id)
        if self._clock.now() - enterprise.checked_at < FRESH:
            return enterprise
        try:
            return await self.confirm(enterprise)
        except Unavailable as error:
            raise Unavailable(_UNTOLD) from error

    async def recheck(self) -> None:
        """Asks the register about enterprises not asked about for a day. Run periodically; safe to run twice."""
        where = {"checked_at": {"$lte": self._clock.now() - FRESH}}
        for document in await self.store.enterprises.find(where, sort=[("checked_at", 1)], limit=_BATCH):
            try:
                await self.confirm(Enterprise.of(document))
            except RegisterMismatch:
                continue  # one record that contradicts itself keeps nobody else from being looked at
            except Unavailable:
                log.warning("enterprise_register_unreachable")
                return

    async def _asked(self, body: EnterpriseBody, purpose: str) -> tuple[EnterpriseRecord, Enterprise | None, RegisterAnswer]:
        """What the register says now of a code and a name, and the enterprise as we keep it after that. Raises `Invalid`, `Unavailable`."""
        answer = await self._register.fetch(REGISTER, key_of_enterprise(body.uscc, enterprise_name(body.name)), purpose)
        record = _known_record(answer)
        known = await self._find(body.uscc)
        return record, known and await self._noted(known, answer), answer

    async def _find(self, uscc: str) -> Enterprise | None:
        document = await self.store.enterprises.find_one({"uscc": uscc})
        return Enterprise.of(document) if document else None

    async def _registered(self, record: EnterpriseRecord, answer: RegisterAnswer) -> Enterprise:
        now = self._clock.now()
        enterprise = Enterprise(
            _id=ids.new_id("enterprise"),
            uscc=record.id_number,
            name=record.name,
            kind=record.kind,
            town=record.town,
            state=record.state,
            representative=_representative(record),
            record=answer.provenance.digest,
            checked_at=now,
            created_at=now,
        )
        try:
            await self.store.enterprises.insert(enterprise, event_of(self._act(), "enterprise.registered"))
        except DuplicateKeyError:  # named twice at once
            known = await self._find(record.id_number)
            if known is None:
                raise
            return known
        return enterprise

    async def _noted(self, enterprise: Enterprise, answer: RegisterAnswer) -> Enterprise:
        """Keeps an answer. Whoever was faster kept theirs, and that is as new."""
        changes: dict[str, object] = {"checked_at": self._clock.now()}
        record = answer.record
        if isinstance(record, EnterpriseRecord):
            changes |= _kept(record) | {"record": answer.provenance.digest}
        ended_for = _ended_for(enterprise, answer)
        event = None
        if ended_for:
            gone = not isinstance(record, EnterpriseRecord) or record.state in _GONE
            changes |= {"term": enterprise.term + 1, "gone": gone, "changed_for": ended_for}
            event = event_of(self._act(), "enterprise.changed", detail={"term": enterprise.term + 1, "gone": gone})
        elif enterprise.gone and isinstance(record, EnterpriseRecord) and record.state not in _GONE:
            changes |= {"gone": False, "changed_for": ""}
        where = {"_id": enterprise.id, "version": enterprise.version}
        changed = await self.store.enterprises.change(where, {"$set": changes}, event)
        return Enterprise.of(changed) if changed else await self.get(enterprise.id)

    def _act(self) -> Act:
        return Act(actor=SystemActor(id="people"), at=self._clock.now(), channel="system")


def enterprise_name(name: str) -> str:
    """One spelling for one name: without blanks, brackets as licences print them."""
    return normalise_name(name).replace("(", "（").replace(")", "）")


def is_representative(citizen: Citizen, representative: Representative) -> bool:
    """Whether a citizen is whom the register names."""
    identity = citizen.identity
    if identity is None or not same_name(identity.name, representative.name):
        return False
    return (identity.document_type, identity.number) == (representative.document_type, representative.number)


def _known_record(answer: RegisterAnswer) -> EnterpriseRecord:
    if isinstance(answer.record, EnterpriseRecord):
        return answer.record
    if answer.outcome is Outcome.NAME_MISMATCH:
        detail = "单位名称与统一社会信用代码对不上，请按营业执照上的全称填写。"
        raise Invalid(detail, errors=[FieldError("/enterprise/name", detail)])
    detail = "企业登记信息里没有查到这个统一社会信用代码，请对照营业执照检查。"
    raise Invalid(detail, errors=[FieldError("/enterprise/uscc", detail)])


def _representative(record: EnterpriseRecord) -> Representative:
    named = record.legal_representative
    return Representative(name=normalise_name(named.name), document_type=named.document_type, number=named.id_number)


def _kept(record: EnterpriseRecord) -> dict[str, object]:
    representative = _representative(record)
    return {
        "name": record.name,
        "kind": record.kind,
        "town": record.town,
        "state": record.state.value,
        "representative": {**representative.model_dump(), "document_type": representative.document_type.value},
    }


def _ended_for(enterprise: Enterprise, answer: RegisterAnswer) -> str:
    """What in an answer ends the grants of handlers, in words; nothing where all is as it was, or was gone already."""
    record = answer.record
    if not isinstance(record, EnterpriseRecord):
        return "" if enterprise.gone else _MISSING[answer.outcome]
    if (gone := _GONE.get(record.state)) is not None:
        return "" if enterprise.gone else gone
    if _representative(record) != enterprise.representative:
        return _NEW_REPRESENTATIVE
    return _NEW_NAME if record.name != enterprise.name else ""

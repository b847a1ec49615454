"""What we ask of the population register about a person, and what its answers mean to them."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from backend.errors import Conflict, FieldError, Invalid
from backend.registers import Registers
from models.documents import DocumentType
from models.registers import IdentityMatch, PersonKey, PopulationRecord, RelativeIdentity


@dataclass(frozen=True)
class PersonRecord:
    """The register's answer. Everything but `outcome` and `record` is only known for a match or a death."""

    outcome: IdentityMatch
    record: str = ""  # digest of the answer as it came
    born: date | None = None
    sex: str = ""
    valid_until: date | None = None  # of the document; None: no end, or the register does not say
    address: str = ""
    town: str = ""  # id of the town (镇街) they live in
    incapable: bool = False  # an adult without capacity
    relatives: tuple[RelativeIdentity, ...] = ()
    died_on: date | None = None
    document_lost_on: date | None = None  # reported lost (挂失)


class PopulationRegister(Protocol):
    """The population register, as far as people are concerned. Raises `Unavailable` where it does not answer."""

    async def match(self, document_type: DocumentType, number: str, name: str, purpose: str) -> PersonRecord: ...


class Population:
    """`PopulationRegister` over the client of all registers."""

    def __init__(self, registers: Registers) -> None:
        self._registers = registers

    async def match(self, document_type: DocumentType, number: str, name: str, purpose: str) -> PersonRecord:
        """Whether number (in normal form) and name belong to one living person, and what is known of them."""
        key = PersonKey(document_type=document_type, id_number=number, name=name)
        outcome, answer = await self._registers.match(key, purpose)
        record = answer.record
        if not isinstance(record, PopulationRecord):
            return PersonRecord(outcome, answer.provenance.digest)
        return PersonRecord(
            outcome=outcome,
            record=answer.provenance.digest,
            born=record.born,
            sex=record.sex,
            valid_until=record.valid_until,
            address=record.address,
            town=record.town,
            incapable=record.incapable,
            relatives=record.relatives,
            died_on=record.died_on,
            document_lost_on=record.document_lost_on,
        )


def require_living(answer: PersonRecord, pointer: str = "/name") -> None:
    """Raises what the person is told where the register does not know a living person of that number and name."""
    if answer.outcome is IdentityMatch.MATCH:
        return
    if answer.outcome is IdentityMatch.DECEASED:
        raise Conflict("人口库登记这位人员已经去世，不能再以其名义办理。如登记有误，或需要办理身后事项，请家属带户口簿到任一窗口。")
    if answer.outcome is IdentityMatch.MISMATCH:
        detail = "姓名与证件号码对不上，请对照证件检查；名字里有生僻字或间隔点的，请按证件上的写法填写。"
        raise Invalid(detail, errors=[FieldError(pointer, detail)])
    detail = "人口库里没有查到这个证件，请检查证件类型和号码；如填写无误，请带证件到任一窗口核验。"
    raise Invalid(detail, errors=[FieldError("/id_number", detail)])

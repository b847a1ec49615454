"""Whether an applicant is the parent or guardian of whom an application is for, as far as the population register says it."""

from backend.errors import FieldError
from backend.people import People, same_name
from backend.registers import Registers, RegisterUnavailable
from models.cases import Case
from models.catalogue import Ranking
from models.documents import Relation
from models.registers import PopulationRecord, RelativeIdentity

_OWN = frozenset({Relation.SON, Relation.DAUGHTER, Relation.WARD})
_UNSHOWN = (
    "人口信息里没有查到您是孩子的爸爸、妈妈或者监护人。请上传出生医学证明，或者法院、民政部门的监护证明，不要选用户口簿；"
    "工作人员核对以后再受理。"
)


class Kinship:
    """Asks the population register about the applicant."""

    def __init__(self, registers: Registers, people: People) -> None:
        self._registers = registers
        self._people = people

    async def faults(self, case: Case, ranking: Ranking) -> list[FieldError]:
        """What is to be mended: another name than the register's, or a kinship it does not say and nothing that was uploaded shows.

        What was uploaded is a person's to judge. A register that does not answer says nothing.
        """
        about = case.form.get(ranking.about) if ranking.about else None
        if ranking.kin is None or not isinstance(about, dict):
            return []
        relative = await self._relative(case, str(about.get("id_number") or "").upper())
        if relative is not None:
            fine = same_name(relative.name, str(about.get("name") or ""))
            return [] if fine else [FieldError(f"/form/{ranking.about}/name", "姓名和人口信息里的不一样，请照户口簿改过来。")]
        slot = case.material(ranking.kin)
        return [] if slot is not None and slot.files else [FieldError(f"/materials/{ranking.kin}", _UNSHOWN)]

    async def _relative(self, case: Case, number: str) -> RelativeIdentity | None:
        """The child or ward of that number the register has for the applicant."""
        key = await self._people.key_of(case.person)
        if key is None:
            return None
        try:
            answer = await self._registers.fetch("population", key, f"{case.item} {case.item_name}")
        except RegisterUnavailable:
            return None
        relatives = answer.record.relatives if isinstance(answer.record, PopulationRecord) else ()
        return next((each for each in relatives if each.id_number == number and each.relation in _OWN), None)

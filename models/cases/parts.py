"""What a case is made of: who, in whose name, and what stands beside its state."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from models.catalogue.codes import Retention


class Part(BaseModel):
    """Base of what a case is made of."""

    model_config = ConfigDict(extra="ignore")


class Somebody(Part):
    """Who did something. `in_place_of`: the name of the colleague who was away, and in whose place they did it (AB角)."""

    id: str
    name: str
    department: str | None = None
    in_place_of: str | None = None

    @property
    def called(self) -> str:
        """The name as colleagues read it."""
        return self.name if self.in_place_of is None else f"{self.name}（代{self.in_place_of}）"


class GivenBack(Somebody):
    """Who had a case in hand when their shift ended, and when it was given back to the others."""

    at: datetime


class LateEntry(Part):
    """断网补录: the case was taken in on paper at `at`, under a number of a hall's block, and entered later."""

    outage: str
    number: str
    at: datetime
    entered_at: datetime
    by: Somebody


class Organ(Part):
    """In whose name something of a case is given: the name and seal on its papers, the word in their numbers, and whom one applies to
    for reconsideration. `code`: its unified social credit code. `complaints`: of a body that is no organ, such as a bank, who hears
    complaints about it."""

    name: str
    word: str
    seal: str
    government: str
    code: str = ""
    complaints: str = ""


class Intake(Part):
    """异地收件: a counter of another district took the papers in for the district that decides. The names are as its receipt tells
    them: the counter's district, the counter itself, and who decides."""

    region: str
    region_name: str
    town: str | None = None  # of a town's counter
    counter: str
    decided_by: str
    at: datetime
    by: Somebody


class Hold(Part):
    """Why a case is frozen, beside its state. Only the person whose matter it is lifts it."""

    reason: str
    grant: str
    at: datetime


class GreenChannel(Part):
    """That a case goes through the green channel (绿色通道), on which ground, and who said so."""

    ground: str
    name: str
    reason: str
    by: Somebody
    at: datetime


class Desk(Part):
    """Whose turn it is among staff."""

    department: str
    role: str = ""
    level: str = ""


class Preservation(Part):
    """Kept from destruction (暂缓销毁), whatever its retention says: why, and by whom; somebody else lifts it."""

    reason: str
    at: datetime
    by: Somebody


class Supplement(Part):
    """What came to an archived case afterwards, handed over with a later transfer list."""

    batch: str
    number: str
    at: datetime


class Archived(Part):
    """Handed over with a transfer list: the case is only read from then on. `until`: the last day it is kept, as a date; "" for ever.

    `destruction`: the number of the approved list it is destroyed with. `changed_at`: when its decision was last gone into again
    (found wrong, heard, annulled or kept), until that is handed over too, as a supplement.
    """

    batch: str
    number: str
    at: datetime
    retention: Retention
    until: str
    destruction: str = ""
    destroyed_at: datetime | None = None
    preserved: Preservation | None = None
    changed_at: datetime | None = None
    supplements: list[Supplement] = Field(default_factory=list)

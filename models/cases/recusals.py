"""Recusal (回避): who has a tie to a matter neither reads nor decides it (公务员法第七十六条、第七十七条)."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from models.base import Identifier, LongText, ShortText, View
from models.cases.bodies import VersionBody
from models.cases.parts import Part, Somebody
from models.catalogue.codes import Worded
from models.common_views import WhoView, WordView
from models.grounds import GivenReason
from models.staff_text import StaffText


class RecusalGround(Worded):
    """What ties somebody to a matter."""

    OWN = "own", "涉及本人的利害关系"
    RELATIVE = "relative", "涉及本人亲属的利害关系"
    OTHER = "other", "其他可能影响公正办理的情形"


class Recusal(Somebody):
    """A member of staff who is out of a case. `by`: who said so: they themselves, or the head."""

    ground: RecusalGround | None = None
    reason: str
    at: datetime
    by: Somebody


class RecusalRequest(Part):
    """The applicant asks that somebody be out of their case. Sealed as a whole. `granted`: None until it is decided."""

    who: str
    reason: str
    at: datetime
    by: Somebody
    granted: bool | None = None
    answer: str = ""
    decided_at: datetime | None = None
    decided_by: Somebody | None = None

    @property
    def is_open(self) -> bool:
        return self.granted is None


class RecuseBody(VersionBody):
    """The actor declares a tie of their own. `reason` stays with the office."""

    ground: RecusalGround
    reason: StaffText


class AskRecusalBody(VersionBody):
    """`who`: by name, as the applicant knows them."""

    who: ShortText
    reason: LongText


class DecideRecusalBody(VersionBody):
    """What the head decides: on what the applicant asked, or of their own. `staff`: who is out (`granted`), or back in (not `granted`);
    it may be left out only where what was asked is refused. `reason` is told to an applicant who asked."""

    granted: bool
    staff: Annotated[Identifier | None, Field()] = None
    reason: GivenReason


class RecusalView(View):
    """Who is out of the case, why, and who said so."""

    staff: str  # their id
    who: WhoView
    ground: WordView | None
    reason: str
    at: datetime
    by: str


class HandView(View):
    """Who has the case in hand or had, as the applicant is told; `did`: 正在办, 收件, the names of steps."""

    name: str
    did: list[str]


class RecusalRequestView(View):
    """What the applicant asked, and what became of it; `granted` is None until it is decided."""

    who: str
    reason: str
    at: datetime
    granted: bool | None
    answer: str
    decided_at: datetime | None

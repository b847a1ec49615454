"""Promises of a person: a material that comes later (容缺受理). Who gave their word, how, and what was given in writing for it."""

from datetime import datetime

from pydantic import Field

from models.base import Query, ShortText, View
from models.cases.bodies import MaterialChoice, VersionBody
from models.cases.parts import Part, Somebody
from models.catalogue.codes import Blocks, DebtConsequence
from models.forms import Key
from models.grounds import GivenReason, LegalBasis
from models.people import PersonDocument
from models.staff_text import StaffText


class Word(Part):
    """Somebody's own word: given by themselves on their phone, or heard by a member of staff (`heard_by`)."""

    by: Somebody
    at: datetime
    heard_by: Somebody | None = None
    note: str = ""  # how they were heard


class DebtPromise(Part):
    """The promise to hand in one material later."""

    material: Key
    name: str
    word: Word
    told: str = ""  # until when it would be owed, as it was said before the word was given


class DebtLine(Part):
    """One material on the notice of tolerance."""

    material: Key
    name: str
    form: str  # in what form it is taken, in words
    due: datetime
    before: Blocks
    consequence: DebtConsequence


class ToleranceNotice(Part):
    """容缺受理通知书: what is owed, in what form, until when, and what follows otherwise."""

    number: str
    at: datetime
    lines: list[DebtLine]


class PromiseBody(VersionBody):
    """Which materials the applicant promises to hand in later."""

    materials: list[Key] = Field(min_length=1, max_length=20)


class HearPromiseBody(PromiseBody):
    """The same, heard by a member of staff. `person`: the document of who said so; `note`: where and how they were heard."""

    person: PersonDocument
    note: StaffText


class HandInBody(VersionBody):
    """Materials that were promised."""

    materials: dict[Key, MaterialChoice] = Field(min_length=1, max_length=20)


class ExamineBody(VersionBody):
    """What the office says of a material that came later. Where it does not pass, `advice` says what to change."""

    material: Key
    passed: bool
    advice: StaffText | None = None


class RevokeBody(VersionBody):
    """`basis`: the rule the revocation rests on."""

    reason: GivenReason
    basis: LegalBasis


class WordView(View):
    """Who gave their word, and who heard it."""

    by: str
    at: datetime
    heard_by: str | None


class PromiseView(View):
    """A promise to hand in a material later."""

    material: str
    name: str
    word: WordView


class DebtsQuery(Query):
    """What is owed at the viewer's desk; `limit`: so many cases."""

    cursor: ShortText | None = None
    limit: int = Field(default=50, ge=1, le=100)


class DebtRow(View):
    """One material that was promised later and has not passed yet. `came`: it is here and waits for a look; `promised`: by the
    applicant's word; `before`: which act it holds up; `consequence`: what follows where it does not come, in words."""

    case: str
    case_number: str
    item_name: str
    person_name: str
    name: str
    due: datetime | None
    came: bool
    came_at: datetime | None
    overdue: bool
    promised: bool
    before: str
    consequence: str

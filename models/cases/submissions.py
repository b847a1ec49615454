"""What is handed in for a case, what is said of it, and what came back."""

from datetime import datetime

from pydantic import Field, JsonValue

from models.cases.codes import Original, ReasonClass, ReturnKind
from models.cases.parts import Part, Somebody
from models.kept_answers import KeptAnswer
from models.photos import PhotoLook


class Verdict(Part):
    """What a reviewer said of one material."""

    passed: bool
    reason: ReasonClass | None = None
    advice: str = ""
    by: Somebody
    at: datetime


class OriginalCheck(Part):
    """The comparison with the original at the counter."""

    outcome: Original
    note: str = ""
    by: Somebody
    at: datetime


class FileUse(Part):
    """One version of one material, used in a case."""

    material: str
    version: int
    name: str
    content_type: str
    size: int
    pages: int = 1


class LicenceUse(Part):
    """An electronic licence used instead of an upload, with the holder's authorisation for this one use."""

    type: str
    name: str
    identifier: str = ""  # 证照标识
    record: str  # digest of the register's record
    register_name: str
    holder: str
    valid_until: str | None = None
    fetched_at: datetime
    authorisation: str = ""  # its id
    until: datetime | None = None  # how long the authorisation holds
    authorised_by: str
    authorised_at: datetime
    purpose: str
    own: bool = False  # of the applicant themselves


class LicenceAsked(Part):
    """Another holder was asked to authorise the use of their licence, and has not answered."""

    authorisation: str
    name: str
    holder: str
    at: datetime


class CaseMaterial(Part):
    """One material the item asks for, and what was handed in for it."""

    key: str
    name: str
    files: list[FileUse] = Field(default_factory=list)
    licence: LicenceUse | None = None
    asked: LicenceAsked | None = None
    exempt: str = ""  # why it need not be handed in
    exempt_by: str = ""  # the entry of the exemption list that says so
    committed: str = ""  # number of the letter of commitment that stands for it
    verdict: Verdict | None = None
    original: OriginalCheck | None = None
    photo: PhotoLook | None = None  # where the item wants a machine to look first

    @property
    def fingerprint(self) -> list[str]:
        """What was handed in, comparable between two submissions."""
        return [f"{use.material}:{use.version}" for use in self.files] + ([f"licence:{self.licence.record}"] if self.licence else [])

    @property
    def handed_in(self) -> bool:
        """Whether there is something to look at."""
        return bool(self.files or self.licence)

    @property
    def covered(self) -> bool:
        """Whether it need not be handed in: exempt, or replaced by a commitment."""
        return bool(self.exempt or self.committed)

    @property
    def settled(self) -> bool:
        """Whether nothing more is asked for it."""
        return self.handed_in or self.covered


class Compared(Part):
    """What a member of staff found about answers that differ from what registers say. `fields`: which they looked into."""

    fields: list[str]
    note: str
    by: Somebody
    at: datetime


class Defect(Part):
    """One thing to mend: a material or a field of the form."""

    target: str  # "materials/household_register" or "form/bank_account"
    name: str
    reason: ReasonClass
    advice: str
    late: bool = False  # the first look could have named it


class Return(Part):
    """Everything that was told at once, on one numbered slip."""

    number: str
    kind: ReturnKind
    at: datetime
    by: Somebody
    submission: int  # number of the handing-in that was looked at
    defects: list[Defect]
    due: datetime | None = None
    late_reason: str = ""
    counts_against: Somebody | None = None
    answered_at: datetime | None = None
    part: str | None = None  # in a bundle: whose slip it is
    closed: list[str] = Field(default_factory=list)  # after acceptance: what people call the answers that stay as they are


class Scribed(Part):
    """That a handing-in was written down by staff for an applicant who stood before them: where, by which proof it was them (an id among
    their proofs), and the photographs of the printed application they signed."""

    place: str  # the town, or the department of the counter
    proof: str
    signed: list[FileUse]  # none of what was issued at once: that is read out and agreed to
    town: str | None = None  # None: at a counter of the district


class Submission(Part):
    """One handing-in: when, by whom, and what changed since the one before (names only, no values). `scribed`: `by` is a scribe."""

    number: int
    mode: str  # pre_review, formal, mended
    at: datetime
    by: Somebody
    changed_fields: list[str] = Field(default_factory=list)
    changed_materials: list[str] = Field(default_factory=list)
    untouched: list[str] = Field(default_factory=list)  # targets of the slip that came back as they were
    anew_materials: list[str] = Field(
        default_factory=list
    )  # keys of what was passed and is looked at again, since it rests on what changed
    anew_steps: list[str] = Field(default_factory=list)  # keys of steps that were done and are done again
    scribed: Scribed | None = None


class Snapshot(Part):
    """What was handed in, kept sealed so that the next one can be compared with it. `answers`: what the registers said to the rule
    that looked at it at once, by register, no more of it than the rule used."""

    form: dict[str, JsonValue]
    materials: dict[str, list[str]]
    answers: dict[str, KeptAnswer] = Field(default_factory=dict)

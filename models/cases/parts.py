"""What a case is made of."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from models.acts import Role
from models.cases.codes import Completion, DecisionForm, Original, ReasonClass, ReturnKind, StepOutcome
from models.catalogue import Span, StepLevel
from models.catalogue.codes import PauseGround, Retention
from models.kept_answers import KeptAnswer
from models.photos import PhotoLook


class Part(BaseModel):
    """Base of what a case is made of."""

    model_config = ConfigDict(extra="ignore")


class Somebody(Part):
    """Who did something."""

    id: str
    name: str
    department: str | None = None


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


class Compared(Part):
    """What a member of staff found about answers that differ from what registers say. `fields`: which they looked into."""

    fields: list[str]
    note: str
    by: Somebody
    at: datetime


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


class Submission(Part):
    """One handing-in: when, by whom, and what changed since the one before (names only, no values)."""

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


class Snapshot(Part):
    """What was handed in, kept sealed so that the next one can be compared with it. `answers`: what the registers said to the rule
    that looked at it at once, by register, no more of it than the rule used."""

    form: dict[str, JsonValue]
    materials: dict[str, list[str]]
    answers: dict[str, KeptAnswer] = Field(default_factory=dict)


class ClockStop(Part):
    """One stop of a clock, told to the applicant in writing."""

    ground: PauseGround
    reason: str
    legal_basis: str = ""
    start: datetime
    end: datetime | None = None
    statutory: bool = False  # whether the statutory clock stops too
    step: str = ""  # the step that began it and ends it by itself
    notice: str = ""  # number of the written notice


class PublicNoticeRun(Part):
    """The public notice (公示) of a case: from when until when."""

    number: str
    since: datetime
    until: datetime


class ClockExtension(Part):
    """The one extension of a case's limits, told to the applicant in writing."""

    span: Span
    reason: str
    basis: str = ""  # the rule, where somebody has checked it
    due_before: datetime
    due: datetime
    notice: str  # number of the written notice
    at: datetime
    by: Somebody


class Acceptance(Part):
    """The acceptance notice (受理通知书): what it said when it was given."""

    number: str
    at: datetime
    due: datetime | None = None  # until when it was promised
    deemed: bool = False
    provisional: bool = False  # that day rests on a calendar that is not published yet


class CaseClock(Part):
    """The clocks of one case. `watch_at`: when the watch must look at it next."""

    received_at: datetime | None = None
    deficiency_due: datetime | None = None  # deficiencies are told until then; absent once they were
    deficiency_warned_at: datetime | None = None
    deficiency_overdue_at: datetime | None = None  # when it was found that they were not told in time
    accepted_at: datetime | None = None
    deemed: bool = False
    promised_due: datetime | None = None
    statutory_due: datetime | None = None
    calendar: int | None = None  # revision of the calendar it was last counted with; None while nothing runs
    provisional: bool = False  # rests on a calendar not published yet
    warn_at: datetime | None = None  # when to warn of the nearer of the two
    due_warned_at: datetime | None = None
    statutory_warned_at: datetime | None = None
    silent_at: datetime | None = None  # when it was found that the statutory limit had ended without a decision
    stops: list[ClockStop] = Field(default_factory=list)
    extension: ClockExtension | None = None
    public_notice: PublicNoticeRun | None = None
    public_until: datetime | None = None  # while it runs
    mend_due: datetime | None = None
    watch_at: datetime | None = None
    internal: Span | None = None  # what the office gives itself in the green channel
    internal_due: datetime | None = None  # never later than what was promised
    variant: str = ""  # which of the item's limits, chosen at acceptance by the answers; empty: the item's own


class StepRun(Part):
    """How a step was done once, before an answer it rested on was changed and it was done anew."""

    started_at: datetime | None
    done_at: datetime
    done_by: Somebody | None
    finding: str
    filled: dict[str, JsonValue]
    outcome: StepOutcome | None = None


class StepRecord(Part):
    """One step inside `accepted`."""

    key: str
    name: str
    role: Role
    department: str
    level: StepLevel
    limit: Span | None = None
    other_hand: bool = False
    started_at: datetime | None = None
    due: datetime | None = None  # by its limit, while it is this step's turn and the promised clock runs
    done_at: datetime | None = None
    done_by: Somebody | None = None
    finding: str = ""
    filled: dict[str, JsonValue] = Field(default_factory=dict)  # what was fixed there, by the keys of the item's `fills`
    added_at: datetime | None = None  # where it was wanted only later: by a changed answer, or since a commitment was declined
    earlier: list[StepRun] = Field(default_factory=list[StepRun])  # oldest first
    outcome: StepOutcome | None = None  # of a look whose item gives it `verdicts`
    verdict: str = ""  # the same in the item's words


class Revocation(Part):
    """A decision taken back by the head of the department (撤回、撤销)."""

    number: str
    at: datetime
    by: Somebody
    reason: str
    basis: str
    remedies: str
    annulled: bool = False  # 撤销: it should never have been made; else 撤回: what was owed for it never came
    again: str | None = None  # of a refusal: the case prepared in which the applicant is decided about anew


class Termination(Part):
    """The decision of the head that an application is not gone on with (终止办理): reason, rule and remedies, as of a refusal."""

    number: str
    at: datetime
    by: Somebody
    reason: str
    basis: str
    remedies: str


class DecisionEnd(Part):
    """That what was granted has ended by itself: since when, and what it means in words. No decision is taken back.

    `part`: with the refusal of which part of the bundle, by key; "" with the death of its applicant.
    """

    at: datetime
    words: str
    part: str = ""


class Authority(Part):
    """The chief representative's authorisation a decision rests on."""

    authorisation: str
    document_number: str
    as_deputy: bool = False


class Decision(Part):
    """What was decided, by whom, why, and what the applicant can do about it."""

    form: DecisionForm = DecisionForm.DECISION

    outcome: Completion
    number: str
    at: datetime
    by: Somebody
    reason: str = ""
    basis: str = ""
    remedies: str = ""
    certificate: str | None = None
    revoked: Revocation | None = None
    ended: DecisionEnd | None = None
    authority: Authority | None = None  # only where it was decided as chief representative
    despite: str = ""  # why the head granted it although a look had failed

    @property
    def over(self) -> str | None:
        """Why what was granted holds no more; None while it does."""
        if self.revoked is not None:
            return self.revoked.reason
        return self.ended.words if self.ended is not None else None


class Offer(Part):
    """What a granted case has opened for its applicant: an item they may apply for now, and what it brings."""

    item: str
    name: str
    note: str


class GreenChannel(Part):
    """That a case goes through the green channel (绿色通道), on which ground, and who said so."""

    ground: str
    name: str
    reason: str
    by: Somebody
    at: datetime


class ResultRecord(Part):
    """What was handed out."""

    kind: str
    number: str = ""
    delivery: str = ""
    note: str = ""
    at: datetime
    by: Somebody
    place: str = ""  # the counter where it waits to be collected
    hours: str = ""  # when that is open


class Preservation(Part):
    """Kept from destruction (暂缓销毁), whatever its retention says: why, and by whom; somebody else lifts it."""

    reason: str
    at: datetime
    by: Somebody


class Archived(Part):
    """Handed over with a transfer list: the case is only read from then on. `until`: the last day it is kept, as a date; "" for ever.

    `destruction`: the number of the approved list it is destroyed with.
    """

    batch: str
    number: str
    at: datetime
    retention: Retention
    until: str
    destruction: str = ""
    destroyed_at: datetime | None = None
    preserved: Preservation | None = None


class Desk(Part):
    """Whose turn it is among staff."""

    department: str
    role: str = ""
    level: str = ""

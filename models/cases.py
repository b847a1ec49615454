"""Cases (办件): one person's run through one item, from draft to closed."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints, model_validator

from models.acts import Role
from models.base import Body, Declared, Identifier, LongText, Query, Sealing, ShortText, Stored
from models.catalogue import StepLevel
from models.catalogue.codes import Worded
from models.forms import Key, Origin


class CaseState(StrEnum):
    """Where a case stands. `official_code` is that of the exchange tables (办件状态); a pause has none of its own."""

    DRAFT = "draft"
    SUBMITTED = "submitted"  # waits for pre-review
    RETURNED = "returned"  # pre-review found something to mend
    PRE_APPROVED = "pre_approved"
    RECEIVED = "received"  # filed formally: the receipt is out, the five-day clock runs
    CORRECTION = "correction"  # a correction notice is out, before acceptance
    ACCEPTED = "accepted"
    CORRECTION_AFTER_ACCEPTANCE = "correction_after_acceptance"
    PAUSED = "paused"
    REFUSED = "refused"
    GRANTED = "granted"
    CLOSED = "closed"
    NOT_ACCEPTED = "not_accepted"
    WITHDRAWN = "withdrawn"
    ABORTED = "aborted"

    @property
    def official_code(self) -> int:
        return _CODES[self]

    @property
    def label(self) -> str:
        """What people read."""
        return _LABELS[self]

    @property
    def is_final(self) -> bool:
        return self in (CaseState.CLOSED, CaseState.NOT_ACCEPTED, CaseState.WITHDRAWN, CaseState.ABORTED)


_CODES = {
    CaseState.DRAFT: 10,
    CaseState.SUBMITTED: 12,
    CaseState.RETURNED: 14,
    CaseState.PRE_APPROVED: 16,
    CaseState.RECEIVED: 26,
    CaseState.CORRECTION: 28,
    CaseState.ACCEPTED: 30,
    CaseState.CORRECTION_AFTER_ACCEPTANCE: 37,
    CaseState.PAUSED: 30,  # the tables know it as an accepted case with a special procedure beside it
    CaseState.REFUSED: 40,
    CaseState.GRANTED: 50,
    CaseState.CLOSED: 90,
    CaseState.NOT_ACCEPTED: 97,
    CaseState.WITHDRAWN: 98,
    CaseState.ABORTED: 99,
}
_LABELS = {
    CaseState.DRAFT: "草稿",
    CaseState.SUBMITTED: "等待预审",
    CaseState.RETURNED: "预审退回,待修改",
    CaseState.PRE_APPROVED: "预审通过",
    CaseState.RECEIVED: "已收件,等待受理",
    CaseState.CORRECTION: "待补正",
    CaseState.ACCEPTED: "已受理,办理中",
    CaseState.CORRECTION_AFTER_ACCEPTANCE: "办理中,待补正",
    CaseState.PAUSED: "特别程序中",
    CaseState.REFUSED: "不予批准",
    CaseState.GRANTED: "已批准,制作结果",
    CaseState.CLOSED: "已办结",
    CaseState.NOT_ACCEPTED: "不予受理",
    CaseState.WITHDRAWN: "已撤回",
    CaseState.ABORTED: "已终止",
}


class Completion(Worded):
    """How a case ended (办结结果), with the code of the exchange tables."""

    GRANTED = "0", "准予办结"
    REFUSED = "1", "不予批准"
    VOID = "2", "作废办结"
    INCOMPLETE = "5", "逾期未补正,退件"
    OTHER = "6", "其他办结"


class ReasonClass(Worded):
    """Why a material or an answer is returned."""

    MISSING = "missing", "缺少"
    UNCLEAR = "unclear", "看不清"
    WRONG_DOCUMENT = "wrong_document", "不是要求的材料"
    EXPIRED = "expired", "已过有效期"
    INCONSISTENT = "inconsistent", "与填写内容或登记信息不一致"
    INCOMPLETE = "incomplete", "不完整"
    SIGNATURE = "signature", "缺签名或盖章"
    WRONG_ANSWER = "wrong_answer", "填写有误"
    OTHER = "other", "其他"


class Original(Worded):
    """What the comparison of an original with its upload showed (核验原件)."""

    SAME = "same", "与原件一致"
    DIFFERENT = "different", "与原件不一致"
    EXEMPT = "exempt", "免核原件"


class PauseGround(Worded):
    """Why a clock stops. The first eight are those of 行政许可法 art. 45 and stop the statutory clock too."""

    HEARING = "hearing", "听证"
    TENDER = "tender", "招标"
    AUCTION = "auction", "拍卖"
    INSPECTION = "inspection", "检验"
    TESTING = "testing", "检测"
    QUARANTINE = "quarantine", "检疫"
    APPRAISAL = "appraisal", "鉴定"
    EXPERT_REVIEW = "expert_review", "专家评审"
    SITE_VISIT = "site_visit", "现场核查"
    PUBLIC_NOTICE = "public_notice", "公示"
    COUNTERPART = "counterpart", "等待其他单位答复"
    CORRECTION = "correction", "等待申请人补正"

    @property
    def stops_statutory_clock(self) -> bool:
        return self in STATUTORY_GROUNDS


STATUTORY_GROUNDS = frozenset(
    {
        PauseGround.HEARING,
        PauseGround.TENDER,
        PauseGround.AUCTION,
        PauseGround.INSPECTION,
        PauseGround.TESTING,
        PauseGround.QUARANTINE,
        PauseGround.APPRAISAL,
        PauseGround.EXPERT_REVIEW,
    }
)


class Part(BaseModel):
    """Base of what a case is made of."""

    model_config = ConfigDict(extra="ignore")


class Somebody(Part):
    """Who did something."""

    id: str
    name: str
    department: str | None = None


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
    record: str  # digest of the register's record
    register_name: str
    holder: str
    valid_until: str | None = None
    fetched_at: datetime
    authorised_by: str
    authorised_at: datetime
    purpose: str


class CaseMaterial(Part):
    """One material the item asks for, and what was handed in for it."""

    key: str
    name: str
    files: list[FileUse] = Field(default_factory=list)
    licence: LicenceUse | None = None
    exempt: str = ""  # why it need not be handed in
    verdict: Verdict | None = None
    original: OriginalCheck | None = None

    @property
    def fingerprint(self) -> list[str]:
        """What was handed in, comparable between two submissions."""
        return [f"{use.material}:{use.version}" for use in self.files] + ([f"licence:{self.licence.record}"] if self.licence else [])

    @property
    def handed_in(self) -> bool:
        return bool(self.files or self.licence or self.exempt)


class Defect(Part):
    """One thing to mend: a material or a field of the form."""

    target: str  # "materials/household_register" or "form/bank_account"
    name: str
    reason: ReasonClass
    advice: str
    late: bool = False  # the first look could have named it


class ReturnKind(StrEnum):
    """`pre_review` has no legal effect; the other two are correction notices (补正告知书)."""

    PRE_REVIEW = "pre_review"
    CORRECTION = "correction"
    AFTER_ACCEPTANCE = "after_acceptance"


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


class Submission(Part):
    """One handing-in: when, by whom, and what changed since the one before (names only, no values)."""

    number: int
    mode: str  # pre_review, formal, mended
    at: datetime
    by: Somebody
    changed_fields: list[str] = Field(default_factory=list)
    changed_materials: list[str] = Field(default_factory=list)
    untouched: list[str] = Field(default_factory=list)  # targets of the slip that came back as they were


class Snapshot(Part):
    """What was handed in, kept sealed so that the next one can be compared with it."""

    form: dict[str, JsonValue]
    materials: dict[str, list[str]]


class ClockStop(Part):
    """One stop of a clock, told to the applicant in writing."""

    ground: PauseGround
    reason: str
    legal_basis: str = ""
    start: datetime
    end: datetime | None = None
    statutory: bool = False  # whether the statutory clock stops too
    notice: str = ""  # number of the written notice


class CaseClock(Part):
    """The clocks of one case. `watch_at`: when the watch must look at it next."""

    received_at: datetime | None = None
    deficiency_due: datetime | None = None  # deficiencies are told until then; absent once they were
    deficiency_warned_at: datetime | None = None
    accepted_at: datetime | None = None
    deemed: bool = False
    promised_due: datetime | None = None
    statutory_due: datetime | None = None
    provisional: bool = False  # rests on a calendar not published yet
    due_warned_at: datetime | None = None
    stops: list[ClockStop] = Field(default_factory=list)
    mend_due: datetime | None = None
    watch_at: datetime | None = None


class StepRecord(Part):
    """One step inside `accepted`."""

    key: str
    name: str
    role: Role
    department: str
    level: StepLevel
    started_at: datetime | None = None
    done_at: datetime | None = None
    done_by: Somebody | None = None
    finding: str = ""


class Decision(Part):
    """What was decided, by whom, why, and what the applicant can do about it."""

    outcome: Completion
    number: str
    at: datetime
    by: Somebody
    reason: str = ""
    basis: str = ""
    remedies: str = ""
    certificate: str | None = None


class ResultRecord(Part):
    """What was handed out."""

    kind: str
    number: str = ""
    delivery: str = ""
    note: str = ""
    at: datetime
    by: Somebody


class Desk(Part):
    """Whose turn it is among staff."""

    department: str
    role: str = ""
    level: str = ""


class Case(Stored):
    """One case. `person` is the applicant's citizen id; who acts for them stands in `agent` and `grant`."""

    SEALED: ClassVar[Mapping[str, Sealing]] = {
        "form": Sealing.RANDOM,
        "sources": Sealing.RANDOM,
        "snapshots": Sealing.RANDOM,
    }

    number: str | None = None
    receipt: str | None = None
    person: str
    person_name: str
    agent: Somebody | None = None
    grant: str | None = None
    agent_active: bool = True  # False once the grant has ended: the agent is told nothing more
    item: str
    item_name: str
    item_version: str
    department: str
    is_licence: bool = False
    town: str | None = None
    channel: str = ""
    state: CaseState = CaseState.DRAFT
    hold: Hold | None = None
    form: dict[str, JsonValue] = Field(default_factory=dict)
    sources: dict[str, Origin] = Field(default_factory=dict)
    materials: list[CaseMaterial] = Field(default_factory=list)
    file_when_passed: bool = True
    snapshots: list[Snapshot] = Field(default_factory=list)
    submissions: list[Submission] = Field(default_factory=list)
    returns: list[Return] = Field(default_factory=list)
    reviewer: Somebody | None = None
    claimed_at: datetime | None = None
    desk: Desk | None = None
    queued_at: datetime | None = None
    received_by: Somebody | None = None
    clock: CaseClock = Field(default_factory=CaseClock)
    steps: list[StepRecord] = Field(default_factory=list)
    decision: Decision | None = None
    result: ResultRecord | None = None
    completion: Completion | None = None
    ended_for: str = ""
    certificate: str | None = None
    handed_over_for: str = ""  # why the rule of an instant item gave it to a person
    may_book: bool = False
    appointments: list[str] = Field(default_factory=list)
    urged_at: datetime | None = None
    urges: int = 0
    created_at: datetime
    updated_at: datetime
    filed_at: datetime | None = None
    closed_at: datetime | None = None

    def material(self, key: str) -> CaseMaterial | None:
        """What was handed in for that material of the item."""
        return next((each for each in self.materials if each.key == key), None)

    @property
    def current_step(self) -> StepRecord | None:
        """The first step that is not done."""
        return next((step for step in self.steps if step.done_at is None), None)

    @property
    def open_return(self) -> Return | None:
        """The slip the applicant has not answered yet."""
        return next((each for each in reversed(self.returns) if each.answered_at is None), None)


# Requests

CaseVersion = Annotated[int, Field(ge=0)]
Answers = dict[Key, JsonValue]


class MaterialChoice(Body):
    """What is handed in for one material: uploads by id, or the licence the government holds."""

    files: Annotated[list[Identifier], Field(max_length=20)] = Field(default_factory=list)
    licence: bool = False

    @model_validator(mode="after")
    def one_or_the_other(self) -> "MaterialChoice":
        if self.files and self.licence:
            raise ValueError("选择了电子证照,就不用再上传文件")
        return self


class CasePolicy(Declared):
    """What a district sets for all its cases (catalogue/cases.yaml). Working days, unless it says otherwise."""

    organ: str = "云政"  # stands in the numbers of written notices
    region: str = "990101"  # begins every case number
    pre_review_days: int = Field(default=1, ge=1)
    deficiency_days: int = Field(default=5, ge=1)
    warn_days: int = Field(default=1, ge=1)  # how long before a clock runs out somebody is warned
    mend_days: int = Field(default=10, ge=1)  # to answer a correction notice
    drafts: int = Field(default=20, ge=1)  # a person's unfinished drafts
    urge_hours: int = Field(default=24, ge=1)
    remedies: str = "不服本决定的,可以自收到之日起六十日内向云城区人民政府申请行政复议,或者自收到之日起六个月内依法向人民法院提起行政诉讼。"


class DraftBody(Body):
    """A new draft. Nothing but the item is needed yet."""

    item: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9\-]{1,39}$")]
    form: Answers = Field(default_factory=dict)
    materials: dict[Key, MaterialChoice] = Field(default_factory=dict)


class SaveBody(Body):
    """An autosave: what is given replaces what was there; `version` is that of the page."""

    version: CaseVersion
    form: Answers | None = None
    materials: dict[Key, MaterialChoice] | None = None


class VersionBody(Body):
    """An act that needs nothing but the page it was taken on."""

    version: CaseVersion


class PreReviewBody(VersionBody):
    """`file_when_passed`: where nothing must be brought, passing is taken as the formal application."""

    file_when_passed: bool = True


class WithdrawBody(VersionBody):
    reason: ShortText | None = None


class ReasonBody(VersionBody):
    reason: LongText


class PassBody(VersionBody):
    materials: Annotated[list[Key], Field(min_length=1, max_length=40)]


class DefectBody(Body):
    """One thing to mend: either `material` or `field`."""

    material: Key | None = None
    field: Key | None = None
    reason: ReasonClass
    advice: Annotated[str, StringConstraints(min_length=4, max_length=500, strip_whitespace=True)]

    @model_validator(mode="after")
    def names_one_thing(self) -> "DefectBody":
        if (self.material is None) == (self.field is None):
            raise ValueError("请指明是哪份材料,或哪一项填写内容")
        return self

    @property
    def target(self) -> str:
        return f"materials/{self.material}" if self.material else f"form/{self.field}"


class ReturnBody(VersionBody):
    """All defects at once. `late_reason`: the head's, where something could have been named the first time."""

    defects: Annotated[list[DefectBody], Field(min_length=1, max_length=60)]
    late_reason: LongText | None = None


class OriginalBody(Body):
    material: Key
    outcome: Original
    note: ShortText | None = None


class ReceiveBody(VersionBody):
    """The originals compared at the counter."""

    originals: Annotated[list[OriginalBody], Field(max_length=40)] = Field(default_factory=list)
    appointment: Identifier | None = None


class PauseBody(VersionBody):
    ground: PauseGround
    reason: LongText
    legal_basis: ShortText | None = None


class StepBody(VersionBody):
    step: Key
    finding: LongText


class GrantBody(VersionBody):
    """For a certificate of an instant item that a person decides: `no_record` where there is nothing on record, `facts`
    what the page says where the registers do not."""

    reason: LongText | None = None
    no_record: bool = False
    facts: dict[Key, JsonValue] | None = None


class RefuseBody(VersionBody):
    """`basis`: the rule the refusal rests on."""

    reason: LongText
    basis: LongText


class ResultBody(VersionBody):
    kind: ShortText
    number: ShortText | None = None
    delivery: ShortText
    note: LongText | None = None


class CasesQuery(Query):
    """A citizen's list."""

    state: CaseState | None = None
    item: str | None = None
    cursor: str | None = None
    limit: int = Field(default=20, ge=1, le=100)


class Queue(StrEnum):
    """What a member of staff wants to see of their department."""

    PRE_REVIEW = "pre_review"
    RECEPTION = "reception"
    PROCESSING = "processing"
    RESULTS = "results"
    MINE = "mine"
    ALL = "all"


class QueueQuery(Query):
    queue: Queue = Queue.PRE_REVIEW
    state: CaseState | None = None
    item: str | None = None
    cursor: str | None = None
    limit: int = Field(default=50, ge=1, le=100)

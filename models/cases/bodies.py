"""Requests about cases. Every act carries the version of the page it was taken on."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, Field, JsonValue, StringConstraints, model_validator

from models.base import Body, Cursor, Identifier, Query, ShortText
from models.cases.codes import CaseState, Original, ReasonClass, StepOutcome
from models.catalogue.codes import PauseGround, Worded
from models.catalogue.regional import RegionCode
from models.forms import Key
from models.grounds import GivenReason, LegalBasis, ShortLegalBasis
from models.licence_uses import HolderBody
from models.staff_text import Advice, StaffShortText, StaffText

CaseVersion = Annotated[int, Field(ge=0)]
Answers = dict[Key, JsonValue]


class MaterialChoice(Body):
    """What is handed in for one material: uploads by id, or the licence the government holds.

    `holder`: whose licence, where it is not the applicant's own; they are asked to authorise it.
    """

    files: Annotated[list[Identifier], Field(max_length=20)] = Field(default_factory=list)
    licence: bool = False
    holder: HolderBody | None = None

    @model_validator(mode="after")
    def one_or_the_other(self) -> "MaterialChoice":
        if self.files and self.licence:
            raise ValueError("选择了电子证照，就不用再上传文件")
        if self.holder is not None and not self.licence:
            raise ValueError("只有选用电子证照时才填写持有人")
        return self


class DraftBody(Body):
    """A new draft. Nothing but the item is needed yet. `region`: the district that is to decide it; the applicant's own where absent."""

    item: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9\-]{1,39}$")]
    form: Answers = Field(default_factory=dict)
    materials: dict[Key, MaterialChoice] = Field(default_factory=dict)
    region: RegionCode | None = None


class SaveBody(Body):
    """An autosave: what is given replaces what was there; `version` is that of the page. `fill`: what a draft has no answer to is asked
    of the registers, for whoever proved who they are only after they had begun. `signed`: of a scribe, the photographs of the printed
    application as its applicant signed it; any other change makes it void."""

    version: CaseVersion
    form: Answers | None = None
    materials: dict[Key, MaterialChoice] | None = None
    fill: bool = False
    signed: Annotated[list[Identifier], Field(max_length=10)] | None = None


class VersionBody(Body):
    """An act that needs nothing but the page it was taken on."""

    version: CaseVersion


class PreReviewBody(VersionBody):
    """`file_when_passed`: where nothing must be brought, passing is taken as the formal application."""

    file_when_passed: bool = True


class WithdrawBody(VersionBody):
    reason: ShortText | None = None


class ReasonBody(VersionBody):
    reason: GivenReason


class PassBody(VersionBody):
    materials: Annotated[list[Key], Field(min_length=1, max_length=40)]


class DefectBody(Body):
    """One thing to mend: either `material` or `field`."""

    material: Key | None = None
    field: Key | None = None
    reason: ReasonClass
    advice: Advice

    @model_validator(mode="after")
    def names_one_thing(self) -> "DefectBody":
        if (self.material is None) == (self.field is None):
            raise ValueError("请指明是哪份材料，或哪一项填写内容")
        return self

    @property
    def target(self) -> str:
        return f"materials/{self.material}" if self.material else f"form/{self.field}"


class ReturnBody(VersionBody):
    """All defects at once. `late_reason`: the head's, where something could have been named the first time."""

    defects: Annotated[list[DefectBody], Field(min_length=1, max_length=60)]
    late_reason: GivenReason | None = None


class OriginalBody(Body):
    material: Key
    outcome: Original
    note: StaffShortText | None = None


class LateBody(Body):
    """What was taken in on paper while the hall had no system: the number on the form, and when the papers came in."""

    outage: Identifier
    number: ShortText
    at: AwareDatetime


class ReceiveBody(VersionBody):
    """The originals compared at the counter. `appointment`: with which they came, today at this hall and checked in. `late`: they came in
    while there was no system, and are entered now."""

    originals: Annotated[list[OriginalBody], Field(max_length=40)] = Field(default_factory=list)
    appointment: Identifier | None = None
    late: LateBody | None = None


class SubmitBody(VersionBody):
    """`late`: it was taken in on paper while there was no system, and a window writes it down now."""

    late: LateBody | None = None


class PauseBody(VersionBody):
    """`until`: the day it is expected to be over, which the applicant is told in writing (行政许可法 art. 45: 应当将所需时间书面告知申请人)."""

    ground: PauseGround
    reason: GivenReason
    until: date
    legal_basis: ShortLegalBasis | None = None


class ExtendBody(VersionBody):
    """`n`: by how many of the item's days (or hours); absent: by all its rule allows."""

    reason: GivenReason
    n: Annotated[int, Field(ge=1)] | None = None


class GreenBody(VersionBody):
    """`ground`: one the district has published; absent: the case leaves the green channel. `reason`: why, in either case."""

    ground: Key | None = None
    reason: StaffText


class StepBody(VersionBody):
    """`differing`: what was found about answers that differ from what registers say. `fills`: what the step fixes, by key. `outcome`: what a
    look on the spot ended with, where the step has `verdicts`; not said, it passes."""

    step: Key
    finding: StaffText
    outcome: StepOutcome | None = None
    differing: StaffText | None = None
    fills: Answers = Field(default_factory=dict)


class GrantBody(VersionBody):
    """For a certificate of an instant item that a person decides: `no_record` where there is nothing on record, `facts`
    what the page says where the registers do not. `differing`: what was found about answers that differ from what registers say.
    `aside`: that what the applicant asked for is not among the facts, and the paper is given all the same.
    `fills`: what the deciding step fixes, such as the amount, by key. `despite`: why the head grants although a look had failed."""

    reason: StaffText | None = None
    despite: GivenReason | None = None
    differing: StaffText | None = None
    no_record: bool = False
    facts: dict[Key, JsonValue] | None = None
    aside: bool = False
    fills: Answers = Field(default_factory=dict)


class RefuseBody(VersionBody):
    """`basis`: the rule the refusal rests on."""

    reason: GivenReason
    basis: LegalBasis


class ResultWay(Worded):
    """How a result was given that no delivery follows. Over the counter and by post only what was decided against the applicant goes so."""

    DOWNLOAD = "download", "手机上下载"
    NOTICE = "notice", "消息通知"
    BANK = "bank", "银行网点领取"
    EXIT = "exit", "交综合出件窗口"
    COUNTER = "counter", "窗口领取"
    POST = "post", "邮寄"


class ResultBody(VersionBody):
    """`wish`: what the applicant said who wants it another way than they had chosen; they are told."""

    kind: StaffShortText
    number: StaffShortText | None = None
    way: Annotated[ResultWay, Field(strict=False)]
    note: StaffText | None = None
    wish: StaffText | None = None


class CasesQuery(Query):
    """A citizen's list."""

    state: CaseState | None = None
    item: str | None = None
    cursor: Cursor | None = None
    limit: int = Field(default=20, ge=1, le=100)


class Queue(StrEnum):
    """What a member of staff wants to see of their department."""

    PRE_REVIEW = "pre_review"
    RECEPTION = "reception"
    PROCESSING = "processing"
    DISTRICT_REVIEW = "district_review"  # towns took it in, and a step of the district is next: not for who took it in
    RESULTS = "results"
    ESCALATED = "escalated"  # the statutory limit ended without a decision: the head's to see to
    SUPERVISED = "supervised"  # decided by the approval bureau, of items that were the department's: it supervises afterwards
    TAKEN_IN = "taken_in"  # taken in by the own counter for other districts, however far they are
    MINE = "mine"
    GIVEN_BACK = "given_back"  # was in the viewer's hand when their shift ended, and nobody has taken it since
    ALL = "all"


class ClockKind(StrEnum):
    """Which clock."""

    PRE_REVIEW = "pre_review"  # what was handed in is looked at
    ACCEPTANCE = "acceptance"  # what is missing is told, or it is accepted
    PROMISED = "promised"
    STATUTORY = "statutory"
    PAUSED = "paused"  # stands still by a ground of the law


class ClocksQuery(Query):
    """Clocks of one kind; of one department, one item."""

    kind: ClockKind = ClockKind.PROMISED
    department: ShortText | None = None
    item: ShortText | None = None
    cursor: ShortText | None = None
    limit: int = Field(default=50, ge=1, le=100)


class QueueQuery(Query):
    queue: Queue = Queue.PRE_REVIEW
    state: CaseState | None = None
    item: str | None = None
    cursor: str | None = None
    limit: int = Field(default=50, ge=1, le=100)

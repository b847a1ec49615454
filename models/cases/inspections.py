"""The check of a commitment after the decision (事后核查): drawn by lot, done by staff, and what follows where it was not kept."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from models.base import Cursor, Identifier, LongText, Query, View
from models.cases.bodies import VersionBody
from models.cases.parts import Part, Somebody
from models.catalogue.codes import Worded
from models.grounds import GivenReason, LegalBasis
from models.people import PersonDocument
from models.staff_text import StaffText


class InspectionState(Worded):
    """How far a check is."""

    WAITING = "waiting", "待核查"
    CORRECTING = "correcting", "限期改正"
    PROPOSED = "proposed", "拟撤销决定，听取申请人意见"
    OVER = "over", "核查完毕"


class InspectionOutcome(Worded):
    """What a check showed. `corrected`: what was not kept was put right in time."""

    TRUE = "true", "承诺属实"
    CORRECTED = "corrected", "改正后符合承诺"
    NOT_KEPT = "not_kept", "没有按承诺做到"
    FALSE = "false", "承诺不实"
    DECIDED_WRONGLY = "decided_wrongly", "抽检复核发现决定有误"  # of a re-check, not of a commitment
    REFUSED_WRONGLY = "refused_wrongly", "抽检复核发现不予批准有误"  # the same of a refusal: taking it back favours the applicant
    REFUSED_MISTAKENLY = "refused_mistakenly", "部门发现不予批准有误"  # by the head of its department, such as after a reconsideration
    MISTAKEN = "mistaken", "部门发现决定有误"  # of an ordinary decision, by the head of its department
    BASIS_GONE = "basis_gone", "决定所依据的批准已经撤销"  # of what was granted beside it, or on the licence it had become
    OWED = "owed", "承诺后补的材料到期没有补齐"  # of a tolerated case, whose decision is withdrawn (撤回)
    KEPT = "kept", "原决定继续有效"
    DONE = "done", "验收合格"  # of what is owed after the decision
    LAPSED = "lapsed", "批准已经失效，不再核查"  # what was to be looked at ended by itself


class InspectionFinding(Part):
    """What was found, with what shows it."""

    outcome: InspectionOutcome
    note: str
    at: datetime
    by: Somebody


class Correction(Part):
    """限期改正通知书: what is to be put right, and until when."""

    number: str
    at: datetime
    what: str
    due: datetime
    remind_at: datetime | None = None
    reminded_at: datetime | None = None
    lapsed_at: datetime | None = None  # when it was found that `due` had passed
    told_due: datetime | None = None  # what the notice says, where a change of the calendar has moved `due` since


class Proposal(Part):
    """拟撤销（撤回）决定告知书: why the decision is to be taken back, and until when the applicant may speak for themselves."""

    number: str
    at: datetime
    ground: InspectionOutcome
    reason: str
    basis: str
    until: datetime
    hearing: bool  # whether they may ask for a hearing (听证)
    told_until: datetime | None = None  # what the notice says, where a change of the calendar has moved `until` since

    @property
    def verb(self) -> str:
        """撤回 where what was owed for it never came, 撤销 where it should never have been made."""
        return "撤回" if self.ground is InspectionOutcome.OWED else "撤销"

    @property
    def favours(self) -> bool:
        """Whether taking the decision back is for the applicant: they need not be heard before."""
        return self.ground in (InspectionOutcome.REFUSED_WRONGLY, InspectionOutcome.REFUSED_MISTAKENLY)

    @property
    def by_recheck(self) -> bool:
        """Whether a re-check has found it, and not a check of what was committed to or is owed."""
        return self.ground in (InspectionOutcome.DECIDED_WRONGLY, InspectionOutcome.REFUSED_WRONGLY)


class Statement(Part):
    """What the applicant says for themselves (陈述申辩). Sealed as a whole."""

    text: str
    at: datetime
    by: Somebody
    wants_hearing: bool
    heard_by: Somebody | None = None


class Inspection(Part):
    """One check. `draw`: the number drawn, of 0 to 9999; below `percent` × 100 the case is checked; None where nothing was drawn,
    since something is owed."""

    department: str  # whose check it is
    draw: int | None = None
    percent: int | None = None
    since: datetime
    due: datetime
    inspector: Somebody | None = None
    state: InspectionState = InspectionState.WAITING
    findings: list[InspectionFinding] = Field(default_factory=list)
    correction: Correction | None = None
    proposal: Proposal | None = None
    overdue_at: datetime | None = None  # when it was found that it had not been done in time
    outcome: InspectionOutcome | None = None
    ended_at: datetime | None = None
    duty: str | None = None  # what is owed after the decision that it looks at, by key; None: a commitment, or the decision itself
    duty_name: str = ""
    earlier: list[Correction] = Field(default_factory=list)  # times to put right that passed without it
    broken_at: datetime | None = None  # of a duty: when it was found not done although there was time to put it right

    @property
    def label(self) -> str:
        """How far it is, in words."""
        if self.state is InspectionState.PROPOSED and self.proposal is not None:
            return "拟撤销不予批准决定，等首席代表决定" if self.proposal.favours else f"拟{self.proposal.verb}决定，听取申请人意见"
        return _OF_DUTIES.get(self.state, self.state.label) if self.duty else self.state.label

    @property
    def is_open(self) -> bool:
        """Whether anything is still to be found, put right or decided."""
        return self.state is not InspectionState.OVER

    @property
    def is_of_debt(self) -> bool:
        """Whether the decision is to be withdrawn for what is owed still."""
        ground = self.proposal.ground if self.proposal else None
        return self.state is InspectionState.PROPOSED and ground is InspectionOutcome.OWED

    @property
    def next_moment(self) -> datetime | None:
        """When the watch must look at it next."""
        if self.state is InspectionState.WAITING:
            return None if self.overdue_at else self.due
        if self.state is not InspectionState.CORRECTING or self.correction is None or self.correction.lapsed_at:
            return None
        return (self.correction.reminded_at is None and self.correction.remind_at) or self.correction.due


_OF_DUTIES = {InspectionState.WAITING: "待现场验收", InspectionState.OVER: "验收完毕"}


class DutyOwed(Part):
    """What the applicant owes after the decision (批准后的义务): until when, when they said that it is done, and what was found.

    `number`: of the 验收单. `ended_at`: since when it is not asked any more, what was granted having ended by itself.
    """

    key: str
    name: str
    text: str
    due: datetime
    remind_at: datetime | None = None  # when to remind them, once; None: not, or already done
    opened_at: datetime | None = None  # since when somebody is to look at it
    met_at: datetime | None = None
    met_by: Somebody | None = None
    note: str = ""
    number: str = ""
    ended_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done, or to be found done."""
        return self.met_at is None and self.ended_at is None

    @property
    def next_moment(self) -> datetime | None:
        """When the watch must look at it next."""
        return None if self.opened_at or not self.is_open else self.remind_at or self.due

    @property
    def label(self) -> str:
        """How far it is, in words."""
        if self.ended_at:
            return "批准已经失效，不用做了"
        return "验收合格" if self.met_at else "等工作人员现场验收" if self.opened_at else "待完成"


class ReportDoneBody(VersionBody):
    """The applicant says that what they owe after the decision is done."""


class DutyView(View):
    """What is owed after the decision. `until`: by when it is done."""

    key: str
    name: str
    text: str
    until: datetime
    label: str
    met_at: datetime | None
    note: str


class InspectBody(VersionBody):
    """What the check showed; `note`: what was seen, where, and what shows it. What is owed after the decision was done (`true`) or not
    (`not_kept`). Where a commitment was untrue, or not kept after
    the time to correct, `basis` names the rule by which the decision is to be annulled."""

    outcome: Literal["true", "not_kept", "false"]
    note: GivenReason
    basis: LegalBasis | None = None


class InspectorBody(VersionBody):
    """Who is to do the check: a member of staff, by id."""

    inspector: Identifier


class SpeakBody(VersionBody):
    """What the applicant says before a decision is annulled."""

    text: LongText
    wants_hearing: bool = False


class HearStatementBody(SpeakBody):
    """The same, said at the counter. `person`: the document of who said it."""

    person: PersonDocument


class AnnulBody(VersionBody):
    """`basis`: the rule. `hearing`: when and how the hearing was held, where the applicant asked for one."""

    reason: GivenReason
    basis: LegalBasis
    hearing: StaffText | None = None


class InspectionsQuery(Query):
    """Checks of the viewer's department; `mine`: those the viewer is to do."""

    state: InspectionState | None = None
    mine: bool = False
    cursor: Cursor | None = None
    limit: int = Field(default=50, ge=1, le=100)


class FindingView(View):
    """What a check found."""

    outcome: str
    note: str
    at: datetime
    by: str


class InspectionView(View):
    """A check as the applicant sees it; `findings` and what was drawn are shown to staff alone."""

    state: str
    label: str
    due: datetime
    correction: str | None  # what is to be put right
    correct_by: datetime | None
    proposed_for: str | None  # why the decision is to be annulled
    proposed_basis: str | None
    speak_until: datetime | None
    hearing_offered: bool
    statement: str | None
    statement_at: datetime | None
    statement_by: str | None  # who spoke last
    statement_heard_by: str | None  # who wrote that down, where it was said at a counter
    wants_hearing: bool
    outcome: str | None
    ended_at: datetime | None
    inspector: str | None
    duty: str | None  # what is owed after the decision and looked at; None: a commitment, or the decision itself
    findings: list[FindingView]
    draw: int | None
    percent: int | None


class InspectionRow(View):
    """A check in the list of a department."""

    case: str
    case_number: str
    item: str
    item_name: str
    person_name: str
    state: str
    label: str
    duty: str | None
    inspector: str | None
    due: datetime
    correct_by: datetime | None
    speak_until: datetime | None
    overdue: bool
    version: int

"""A case as it is stored, and what a district sets for all of them."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import ClassVar

from pydantic import Field, JsonValue

from models.base import Declared, Sealing, Stored
from models.cases.bundles import PartStanding
from models.cases.clocks import Acceptance, CaseClock, StepRecord
from models.cases.codes import CaseState, Completion
from models.cases.commitments import CommitmentLetter, DeclinedCommitment
from models.cases.decisions import DeathNotice, Decision, Offer, ResultRecord, Termination
from models.cases.founding import Entered, Founded
from models.cases.inspections import DutyOwed, Inspection, InspectionState, Statement
from models.cases.looked_up import LookedUp
from models.cases.obligations import Obligation, ObligationKind, Reply
from models.cases.parts import Archived, Desk, GivenBack, GreenChannel, Hold, Intake, LateEntry, Organ, Somebody
from models.cases.photographs import Photograph
from models.cases.promises import DebtPromise, ToleranceNotice
from models.cases.recusals import Recusal, RecusalRequest
from models.cases.submissions import CaseMaterial, Compared, FileUse, Return, Snapshot, Submission
from models.catalogue import HandleArea, Span
from models.catalogue.codes import Retention
from models.forms import Key, Label, Origin


class TolerancePolicy(Declared):
    """How long a tolerated material (容缺) may take at most, whatever the item says. Working days."""

    short_of_promise: int = Field(default=2, ge=0)  # so many days before the promised limit ends
    most: int = Field(default=20, ge=1)
    least: int = Field(default=1, ge=1)  # where the promise is shorter than that; also after an unfit one came back
    remind: int = Field(default=1, ge=1)  # so many days before it is due


class CommitmentPolicy(Declared):
    """What the district sets for checks of commitments. Working days."""

    speak: int = Field(default=5, ge=1)  # for the applicant to speak before a decision is annulled
    remind: int = Field(default=1, ge=1)  # so many days before the time to put something right is over


class RecheckPolicy(Declared):
    """Re-checks of what towns' counters took in. `percent`: of each town's cases a month, at least one; `within`: working days."""

    percent: int = Field(default=5, ge=1, le=100)
    within: int = Field(default=10, ge=1)


class VisitPolicy(Declared):
    """How long a case waits for whoever must come before anything can be examined, where the item says nothing. Working days."""

    within: int = Field(default=10, ge=1)  # from filing
    again: int = Field(default=5, ge=1)  # once more, after nobody came; then the papers go back
    remind: int = Field(default=2, ge=1)  # so many days before


class GreenGround(Declared):
    """A ground on which a head may send a case through the green channel (绿色通道), as the district has published it.

    `items`: for which alone, by code; none named: for any. `within`: how long the office gives itself then, from acceptance on;
    what is promised to the applicant stays what it is.
    """

    key: Key
    name: Label
    items: tuple[str, ...] = ()
    within: Span | None = None

    def serves(self, item: str) -> bool:
        return not self.items or item in self.items


class ArchivePolicy(Declared):
    """How long cases are kept whose item says nothing, and how many natural days after a decision a case is archived at the
    earliest: while remedies may be sought, it stays where it is."""

    retention: Retention = Retention.TEN
    wait_days: int = Field(default=60, ge=0)


class CasePolicy(Declared):
    """What a district sets for all its cases (catalogue/cases.yaml). Working days, unless it says otherwise."""

    region: str = "990101"  # begins every case number
    pre_review_days: int = Field(default=1, ge=1)
    deficiency_days: int = Field(default=5, ge=1)
    warn_days: int = Field(default=1, ge=1)  # how long before a clock runs out somebody is warned
    warn_minutes: int = Field(default=30, ge=1)  # of office time: the same for clocks in hours, but never more than half of them
    mend_days: int = Field(default=10, ge=1)  # to answer a correction notice
    licence_days: int = Field(default=90, ge=1)  # natural days: how long an authorisation to use a licence holds
    drafts: int = Field(default=20, ge=1)  # a person's unfinished drafts
    urge_hours: int = Field(default=24, ge=1)
    tolerance: TolerancePolicy = TolerancePolicy()
    commitments: CommitmentPolicy = CommitmentPolicy()
    recheck: RecheckPolicy = RecheckPolicy()
    green_channel: tuple[GreenGround, ...] = ()
    archive: ArchivePolicy = ArchivePolicy()
    visit: VisitPolicy = VisitPolicy()
    remedies: str = (  # {government}: whom one applies to for reconsideration of what the organ that decided did
        "不服本决定的，可以自收到之日起六十日内向{government}申请行政复议，或者自收到之日起六个月内依法向人民法院提起行政诉讼。"
    )

    def green_grounds(self, item: str) -> list[GreenGround]:
        """The grounds on which a case of that item may go through the green channel."""
        return [each for each in self.green_channel if each.serves(item)]

    @property
    def licence_use(self) -> timedelta:
        """See `licence_days`."""
        return timedelta(days=self.licence_days)


class Case(Stored):
    """One case. `person` is the applicant's citizen id; who acts for them stands in `agent` and `grant`."""

    SEALED: ClassVar[Mapping[str, Sealing]] = {
        "form": Sealing.RANDOM,
        "sources": Sealing.RANDOM,
        "looked_up": Sealing.RANDOM,
        "snapshots": Sealing.RANDOM,
        "open_need": Sealing.LOOKUP,  # it may hold a digest of answers
        "same_object": Sealing.LOOKUP,  # a digest of answers
        "obligations.number": Sealing.LOOKUP,
        "replies": Sealing.RANDOM,
        "statement": Sealing.RANDOM,
        "recusal_requests": Sealing.RANDOM,
    }

    number: str | None = None
    receipt: str | None = None
    person: str
    person_name: str
    agent: Somebody | None = None
    grant: str | None = None
    scribes: list[Somebody] = Field(default_factory=list)  # staff who wrote it down for an applicant who stood before them
    signed: list[FileUse] = Field(default_factory=list)  # the printed application as its applicant signed it, until it is handed in
    agent_active: bool = True  # False once the grant has ended: the agent is told nothing more
    item: str
    item_name: str
    item_version: str
    department: str
    region: str | None = None  # the district whose rules it follows and that decides it; None: before districts were told apart
    organ: Organ | None = None  # in whose name its department handles it, where not its own
    formerly: str | None = None  # the department whose items an approval bureau decides: it may see them, and supervises afterwards
    is_licence: bool = False
    bundle: str | None = None  # of a part: the case it belongs to
    part: str | None = None  # of a part: its key in the item's version
    parts: list[PartStanding] = Field(default_factory=list)  # of a bundle, since its acceptance
    town: str | None = None
    channel: str = ""
    state: CaseState = CaseState.DRAFT
    hold: Hold | None = None
    open_need: str | None = None  # what nobody else may have open now, from the first handing-in to the decision; unique
    name_held: str | None = None  # the name of a company it asks for, as it is compared: nobody else gets it meanwhile; unique
    numbers_held: list[str] = Field(default_factory=list)  # kind and number of things others reported, such as seals; unique
    same_object: str | None = None  # what it is about, as the item names it: others of it are found by this
    form: dict[str, JsonValue] = Field(default_factory=dict)
    sources: dict[str, Origin] = Field(default_factory=dict)
    differs: list[str] = Field(
        default_factory=list
    )  # fields handed in otherwise than their register has them; `sources` and `looked_up` keep both
    looked_up: dict[str, list[LookedUp]] = Field(default_factory=dict)  # by field: what registers say of whom it names
    compared: Compared | None = None  # what staff found about these
    materials: list[CaseMaterial] = Field(default_factory=list)
    exemptions: list[str] = Field(default_factory=list)  # entries of the exemption list the applicant is entitled to, by id
    file_when_passed: bool = True
    snapshots: list[Snapshot] = Field(default_factory=list)
    submissions: list[Submission] = Field(default_factory=list)
    returns: list[Return] = Field(default_factory=list)
    reviewer: Somebody | None = None
    claimed_at: datetime | None = None
    claimed_until: datetime | None = None  # the end of that shift
    claimed_for: Somebody | None = None  # who is away, and in whose place the reviewer has it in hand (AB角)
    given_back: GivenBack | None = None  # whose claim lapsed last, until somebody takes it in hand
    recused: list[Recusal] = Field(default_factory=list)  # who neither reads nor decides it
    recusal_requests: list[RecusalRequest] = Field(default_factory=list)  # what the applicant asked; at most one is open
    recusal_open_at: datetime | None = None  # when the open one was asked
    desk: Desk | None = None
    queued_at: datetime | None = None
    review_due: datetime | None = None  # by when whoever pre-reviews has looked at what was handed in last
    received_by: Somebody | None = None
    received_town: str | None = None  # of the counter that took it in: other towns' counters see it no more
    handle_area: HandleArea = HandleArea.DISTRICT  # at whose counters its papers may be handed in
    late_entry: LateEntry | None = None  # taken in on paper, while there was no system
    intake: Intake | None = None  # where another district's counter took it in
    accepted_by: Somebody | None = None
    acceptance: Acceptance | None = None
    clock: CaseClock = Field(default_factory=CaseClock)
    steps: list[StepRecord] = Field(default_factory=list)
    hand_out: Span | None = None  # how long the item gives staff to hand out what was decided; chosen at acceptance
    obligations: list[Obligation] = Field(default_factory=list)
    obliged_at: datetime | None = None  # when an open obligation must be looked at next
    replies: dict[str, Reply] = Field(default_factory=dict)  # what others answered, by the id of their obligation
    promises: list[DebtPromise] = Field(default_factory=list)  # materials that come later, on the applicant's word
    tolerance: ToleranceNotice | None = None
    commitment: CommitmentLetter | None = None  # 告知承诺书
    declined: DeclinedCommitment | None = None  # where the applicant took it back, until they commit anew
    inspection: Inspection | None = None  # the check of the commitment, where it was drawn
    inspect_at: datetime | None = None  # when the watch must look at it next
    checks_over: list[Inspection] = Field(default_factory=list)  # those before it
    duties: list[DutyOwed] = Field(default_factory=list)  # what is owed after the decision
    duty_at: datetime | None = None  # when the watch must look at these next
    counted_with: int | None = None  # revision of the calendar of what runs beside the clock: debts, slips, checks; None: nothing
    photographs: list[Photograph] = Field(default_factory=list)  # that staff took of what they looked into
    statement: Statement | None = None  # what the applicant said before the decision would be annulled
    decision: Decision | None = None
    founds: str | None = None  # the credit code of the company it founded: nobody else's; unique
    founded: Founded | None = None  # that company; the whole of a bundle and its later parts have it too
    entered: Entered | None = None  # how far the enterprise register knows of its decision
    issued_as: str | None = None  # organ, kind and number of the result that was recorded: no other holder's bears the same; unique
    result: ResultRecord | None = None
    completion: Completion | None = None
    offers: list[Offer] = Field(default_factory=list)  # since it was granted
    delivery: str | None = None  # how its result reaches them, since it was made
    ended_for: str = ""
    termination: Termination | None = None
    death: DeathNotice | None = None  # where its applicant has died before it was decided: what their heirs are told
    certificate: str | None = None
    handed_over_for: str = ""  # why the rule of an instant item gave it to a person
    may_book: bool = False
    appointments: list[str] = Field(default_factory=list)
    urged_at: datetime | None = None
    urges: int = 0
    created_at: datetime
    updated_at: datetime
    filed_at: datetime | None = None
    round: str | None = None  # of an item that is ranked: the round it was handed in for
    round_told: str = ""  # which overdue duty of that round its applicant was told of last
    closed_at: datetime | None = None
    green: GreenChannel | None = None
    first: bool = False  # stands before all others in its queues: as long as it is in the green channel
    archived: Archived | None = None

    def material(self, key: str) -> CaseMaterial | None:
        """What was handed in for that material of the item."""
        return next((each for each in self.materials if each.key == key), None)

    @property
    def handed_in(self) -> bool:
        """Whether the office was ever given it: for pre-review or formally. Until then it is its applicant's alone, thrown away or not."""
        return bool(self.submissions)

    @property
    def has_debts_in_hand(self) -> bool:
        """Whether a material came in later that the office has still to look at."""
        return any(each.kind is ObligationKind.DEBT and each.is_open and each.handed_at is not None for each in self.obligations)

    @property
    def recusal_asked(self) -> RecusalRequest | None:
        """What the applicant asked and the head has not decided yet."""
        return next((each for each in self.recusal_requests if each.is_open), None)

    @property
    def awaits_statement(self) -> bool:
        """Whether its decision is to be annulled and the applicant may speak for themselves, at a counter too."""
        return self.inspection is not None and self.inspection.state is InspectionState.PROPOSED

    @property
    def said_to_proposal(self) -> Statement | None:
        """What the applicant said to what is proposed now; what they said to an earlier proposal, that came to nothing, does not count."""
        proposal = self.inspection.proposal if self.inspection is not None else None
        said = self.statement
        return said if proposal is not None and said is not None and said.at >= proposal.at else None

    @property
    def awaits_answers(self) -> bool:
        """Whether somebody is still to confirm or sign, on their phone or at a counter."""
        return not self.state.is_final and any(each.is_of_others and each.is_open for each in self.obligations)

    @property
    def reportable(self) -> DutyOwed | None:
        """What is owed after the decision and the applicant may say is done: what nobody is to look at yet, or was to be put right."""
        check = self.inspection
        mending = check.duty if check is not None and check.state is InspectionState.CORRECTING else None
        return next((each for each in self.duties if each.is_open and (each.opened_at is None or each.key == mending)), None)

    @property
    def mends_promise(self) -> bool:
        """Whether its applicant was given time to put right what was not as committed, and may say that it is."""
        check = self.inspection
        return check is not None and check.duty is None and check.state is InspectionState.CORRECTING

    @property
    def was_refused(self) -> bool:
        """Whether it was decided against the applicant."""
        return self.decision is not None and self.decision.outcome is Completion.REFUSED

    @property
    def questioned(self) -> str:
        """How its decision is to be taken back (撤销, 撤回) while the applicant is heard; empty where it stands, or that favours them."""
        check = self.inspection
        if check is None or check.state is not InspectionState.PROPOSED or check.proposal is None or check.proposal.favours:
            return ""
        return check.proposal.verb

    @property
    def current_step(self) -> StepRecord | None:
        """The first step that is not done."""
        return next((step for step in self.steps if step.done_at is None), None)

    @property
    def decided_in(self) -> str:
        """The department whose decision it is: that of the last step. Of a bundle, and before acceptance, its own."""
        return self.steps[-1].department if self.steps else self.department

    @property
    def filled(self) -> dict[str, JsonValue]:
        """What officers have fixed at its steps, by key."""
        return {key: value for step in self.steps if step.done_at is not None for key, value in step.filled.items()}

    @property
    def known(self) -> dict[str, JsonValue]:
        """The applicant's answers and what officers have fixed, by key: no field has a key of both."""
        return {**self.form, **self.filled}

    def standing(self, part: str | None) -> PartStanding | None:
        """How that part of a bundle stands."""
        return next((each for each in self.parts if each.key == part), None)

    @property
    def awaited_visit(self) -> Obligation | None:
        """The visit without which nothing can be examined, until somebody has come."""
        return next((each for each in self.obligations if each.kind is ObligationKind.VISIT and each.is_open), None)

    @property
    def open_returns(self) -> list[Return]:
        """The slips the applicant has not answered yet; several only in a bundle."""
        return [each for each in self.returns if each.answered_at is None]

    @property
    def open_return(self) -> Return | None:
        """The slip the applicant has not answered yet."""
        return next((each for each in reversed(self.returns) if each.answered_at is None), None)

"""Cases as they are answered: to the applicant, to staff, and in lists."""

from datetime import datetime

from pydantic import JsonValue

from models.answer_views import AnswerView, ChangeView, ComparedView, DifferenceView, UnfitView
from models.base import View
from models.cases.inspections import DutyView, InspectionView
from models.cases.photographs import PhotographView
from models.cases.recusals import HandView, RecusalRequestView, RecusalView
from models.clock_views import ClockView
from models.common_views import ActionView, NamedView, WhoView, WordView
from models.decision_views import (
    ArchivedView,
    AuthorityView,
    DecisionView,
    FoundedView,
    HandingView,
    OfferView,
    PaperView,
    RestsOnView,
    ResultView,
)
from models.fill_views import ByHandView, FilledView, ToFillView, VerdictsView
from models.forms import Origin
from models.material_views import CaseMaterialView, EarlierMaterialView, FileView
from models.obligation_views import ObligationView
from models.story_views import CaseGrantView


class StateView(View):
    """Where the case stands: the official code, the words, and one sentence that says whose turn it is. `holds`: whether the
    applicant has what they asked for; None while nothing is decided, or nothing any more."""

    state: str
    code: int
    label: str
    sentence: str
    holds: bool | None


class DefectView(View):
    target: str
    name: str
    reason: WordView
    advice: str
    late: bool


class ReturnView(View):
    """Everything that was told at once."""

    number: str
    kind: str
    at: datetime
    defects: list[DefectView]
    due: datetime | None
    late_reason: str
    answered_at: datetime | None
    part: str | None  # in a bundle: whose it is
    closed: list[str]  # after acceptance: the answers that stay as they are, as people call them


class SubmissionView(View):
    """One handing-in. `place`: where staff wrote it down for an applicant who stood before them, else empty; `signed`: the application
    they signed."""

    number: int
    mode: str
    at: datetime
    by: str
    changed_fields: list[str]
    changed_materials: list[str]
    untouched: list[str]
    anew_materials: list[str]  # passed before, looked at again: it rests on what was changed
    anew_steps: list[str]  # done before, done again
    place: str
    signed: list[FileView]


class StepView(View):
    key: str
    name: str
    started_at: datetime | None
    due: datetime | None
    done_at: datetime | None
    done_by: str | None
    finding: str = ""  # for staff; to the applicant where the look failed
    verdict: str = ""  # what a look ended with, in words
    stands: str = ""  # where `due` is not known since its time stands still: since when and for what, in words
    earlier: int = 0  # how often it was done before, until an answer it rested on was changed


class HoldView(View):
    reason: str
    at: datetime


class GreenView(View):
    """That a case goes through the green channel (绿色通道): `name` is the published ground."""

    name: str
    since: datetime


class IntakeView(View):
    """That a counter of another district took it in: which one, when, and who decides."""

    region: str
    region_name: str
    counter: str
    decided_by: str
    at: datetime


class LateEntryView(View):
    """Taken in on paper while the hall had no system, and entered later."""

    number: str
    at: datetime
    entered_at: datetime
    by: str


class IntakeRow(View):
    """What somebody at a counter may hand papers in for. `here`: whether this counter takes them; `says`: that, or where to go.
    `taken`: whether it has them already, with nothing left to be brought."""

    case: "CaseRow"
    here: bool
    says: str
    taken: bool


class CaseRow(View):
    """A case in a list: no answers, no materials."""

    id: str
    number: str | None
    item: str
    item_name: str
    person_name: str
    agent_name: str | None
    state: StateView
    hold: HoldView | None
    due: datetime | None
    overdue: bool  # what was missing was not told in time, or it was not decided in time
    turn_due: datetime | None  # by when what is to be done now must be: a look before acceptance, the acceptance, the step whose turn it is
    turn_overdue: bool
    waits_for: str  # what others have to do first, in a word: no limit of the office is used up meanwhile; empty where it is its turn
    waiting_minutes: int | None  # since `queued_at`, by the server's clock
    urges: int
    green: GreenView | None
    internal_due: datetime | None  # what the office gives itself in the green channel
    reviewer: str | None
    differs: bool  # some answer differs from what its register says
    in_place_of: str | None  # who is away, and whose work the reader does in it
    queued_at: datetime | None
    created_at: datetime
    updated_at: datetime
    version: int


class PartView(View):
    """One department's share of a bundle. `case`: where its own papers are, since it began; `any_of`: parts of which one must be
    granted before; `hands_out`: whether the applicant gets something of it."""

    key: str
    name: str
    department: str
    status: WordView
    essential: bool
    after: list[str]
    any_of: list[str]
    hands_out: bool
    case: str | None
    number: str | None
    due: datetime | None
    decided_at: datetime | None
    result: str


class BundleView(View):
    """The bundle a part belongs to, for the departments that work on it: who stands where, and nothing of the applicant's."""

    id: str
    number: str | None
    item_name: str
    state: StateView
    parts: list[PartView]


class CaseView(View):
    """A case as its applicant or their agent sees it."""

    id: str
    number: str | None
    receipt: str | None
    item: str
    item_name: str
    item_version: str
    department: str
    region: str | None  # the district that decides it
    in_the_name_of: str  # on its papers, where that is not the department of this district itself
    handle_area: WordView  # at whose counters its papers may be handed in
    intake: IntakeView | None
    person_name: str
    agent_name: str | None
    channel: str
    state: StateView
    hold: HoldView | None
    form: dict[str, JsonValue]
    sources: dict[str, Origin]
    differences: list[DifferenceView]
    unfit: list[UnfitView]
    materials: list[CaseMaterialView]
    signed: list[FileView]  # the printed application as its applicant signed it, until it is handed in
    file_when_passed: bool
    submissions: list[SubmissionView]
    returns: list[ReturnView]
    clock: ClockView
    steps: list[StepView]
    bundle: str | None
    parts: list[PartView]
    inspection: InspectionView | None  # the check of the commitment, where it was drawn
    obligations: list[ObligationView]
    decision: DecisionView | None
    result: ResultView | None
    delivery: str | None
    completion: WordView | None
    filled: list[FilledView]  # what officers have fixed, such as the amount
    founded: FoundedView | None
    offers: list[OfferView]
    duties: list[DutyView]  # what is owed after the decision
    ended_for: str
    certificate: str | None
    papers: list[PaperView]
    handed_over_for: str
    may_book: bool
    appointments: list[str]
    green: GreenView | None
    hands: list[HandView]  # who has it in hand or had
    recusal_requests: list[RecusalRequestView]  # who the applicant asked to be out of it; for staff who work on it and the applicant
    urges: int
    urged_at: datetime | None  # the last time
    created_at: datetime
    updated_at: datetime
    filed_at: datetime | None
    closed_at: datetime | None
    archived: ArchivedView | None
    version: int
    actions: list[ActionView]


class RestsView(View):
    """What was passed and done on an answer: naming it in a correction, it is looked at and done again once it was changed."""

    field: str
    name: str
    materials: list[str]
    steps: list[str]


class CaseForStaff(CaseView):
    """A case as staff see it: who has it in hand, and what changed since it was last looked at.

    `masked`: answers and findings are hidden from this reader, who does not work on the case.
    """

    masked: bool
    papers_shut: str  # why its papers do not open to this reader, in words; empty where they do
    barred: str  # why this reader finds nothing to look at or decide, in words; empty for most
    waits: dict[str, str]  # of the acts that wait for something the case still lacks: what, in words
    earlier_materials: list[
        EarlierMaterialView
    ]  # what was handed in before in places that changed; nothing for who does not read its files
    grant: CaseGrantView | None  # by what its agent acts
    recusals: list[RecusalView]  # who is out of it
    recusable: list[NamedView]  # whom the head may tell to stay out of it; nobody for others
    answers: list[AnswerView]
    compared: ComparedView | None
    reviewer: WhoView | None
    in_place_of: str | None  # who is away, and whose work the reader does in it
    claimed_at: datetime | None
    claimed_until: datetime | None  # the end of their shift: then it is given back
    received_by: WhoView | None
    changes: list[ChangeView]
    authority: AuthorityView | None
    received_town: str | None
    late_entry: LateEntryView | None
    accepted_by: WhoView | None
    is_licence: bool
    green_reason: str  # what the head wrote
    green_grounds: list[WordView]  # on which the reader may put it into the green channel: those published for its item
    internal_due: datetime | None
    handing: HandingView | None  # for who may hand the result out now
    rests_on: dict[str, RestsOnView]  # by act: on which letter the reader would take it now; not where they decide as a reviewer
    differs: bool  # an answer differs from its register: what was found about it can be written down
    failed_look: bool  # a look did not pass: it is granted only with the head's reason
    by_hand: ByHandView | None  # of a certificate its rule did not give: what is written on it
    verdicts: VerdictsView | None  # where the step whose turn it is ends with a finding
    to_fill: list[ToFillView]  # what the step whose turn it is must fix
    photographs: list[PhotographView]  # that staff took of what they looked into; nothing for who does not read its files
    may_photograph: bool
    rests: list[RestsView]  # accepted: what a correction that names an answer opens again, by name

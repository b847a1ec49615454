"""Points as they are answered: to whose they are, to staff, and to everybody."""

from datetime import datetime

from models.base import View
from models.common_views import WordView


class SheetLineView(View):
    """One indicator. `counted`: what it gives as things stand; `verified`: a department has said so itself."""

    indicator: str
    name: str
    department: str
    note: str
    least: int
    most: int
    judged: bool
    proposed: int
    counted: int
    verified: bool
    reason: str
    sources: list[str]


class ObjectedLineView(View):
    indicator: str
    reason: str
    points: int | None
    finding: str


class SheetObjectionView(View):
    id: str
    at: datetime
    due: datetime
    lines: list[ObjectedLineView]
    answered_at: datetime | None


class SheetView(View):
    id: str
    case: str
    case_number: str
    person_name: str
    state: WordView
    lines: list[SheetLineView]
    figures: dict[str, int]
    total: int
    final: bool  # every department is done
    objections: list[SheetObjectionView]
    confirm_by: datetime | None
    sentence: str
    version: int


class RecordLineView(View):
    name: str
    points: int


class RecordView(View):
    """One edition of confirmed points, and the sealed paper."""

    id: str
    edition: int
    total: int
    lines: list[RecordLineView]
    since: datetime
    until: datetime
    current: bool
    certificate: str
    certificate_number: str


class OwnPlaceView(View):
    """Where somebody stands in a ranking that was published."""

    round: str
    round_name: str
    item: str
    case: str
    place: int | None
    of: int
    total: int
    quota: int
    outcome: WordView
    given: str
    until: datetime | None
    offered: str  # of wishes: what is offered
    asked: bool  # an answer is waited for, until `answer_by`
    answer_by: datetime | None
    sentence: str


class OwnPointsView(View):
    sheets: list[SheetView]
    records: list[RecordView]
    places: list[OwnPlaceView]


class RoundView(View):
    """A round as everybody may see it. `due`: by when the department does what it owes next, its list or the end of it."""

    id: str
    item: str
    item_name: str
    name: str
    announcement: str
    department_name: str
    opens_at: datetime
    closes_at: datetime
    quota: int
    places: dict[str, int]
    least: int
    state: WordView
    takes_in: bool
    published_at: datetime | None
    published_until: datetime | None
    take_up_until: datetime | None
    passing_until: datetime | None
    due: datetime | None
    overdue: bool
    sentence: str


class RunView(View):
    at: datetime
    by: str
    count: int
    digest: str


class TellerView(View):
    """Who objected and was taken down, in full, to be told the answer. `phone` empty: they have none."""

    name: str
    phone: str


class RoundObjectionView(View):
    """An objection as the office reads it. `teller`: who said it at the counter or on the telephone, masked; None for an applicant's."""

    id: str
    at: datetime
    case: str | None
    teller: TellerView | None
    text: str
    answered_at: datetime | None
    upheld: bool | None
    finding: str


class ExclusionView(View):
    case: str
    number: str
    person_name: str
    reason: str
    by: str


class StaffRoundRowView(RoundView):
    """A round in the list of staff. `opens`: whether whoever reads is of an office that ranks or decides it, and may open it."""

    opens: bool


class LastActView(View):
    """What was done with a round last, and by whom."""

    by: str
    what: str
    at: datetime


class StaffRoundView(RoundView):
    """A round for whoever runs it. `left`: applications the last act did not bring to their end, and why; `others`: what colleagues
    brought to it meanwhile. `due_for`: what is owed by `due`.

    `ranks`, `decides`: whether that is for the department of whoever asks. `to_pass_on`, `undecided`: applications of an ended list that
    still lie with the ranking office, and those without a decision; both 0 before.
    """

    ranks: bool
    decides: bool
    deciding_name: str
    to_pass_on: int
    undecided: int
    runs: list[RunView]
    exclusions: list[ExclusionView]
    objections: list[RoundObjectionView]
    last: LastActView | None
    due_for: str
    done: int
    left: list[str]
    others: list[str]
    version: int


class PublicPlaceView(View):
    """One row as everybody may see it: the family name and no more."""

    place: int
    applicant: str
    number: str
    total: int
    within: bool
    given: str
    standing: str


class PassedOnView(View):
    """One place that became free, and to whom it was offered, each with the end of the case's number alone."""

    given: str
    number: str
    why: str
    at: datetime
    offers: list[str]


class StaffPlaceView(View):
    """One row of the ranking. `standing`: what was asked about the place and what came of it; `asked`: the answer is waited for."""

    order: int
    place: int | None
    case: str
    case_number: str
    person_name: str
    total: int
    edition: int
    ties: list[int | str]
    outcome: WordView
    given: str
    wish: int
    standing: str
    asked: bool


class AppliedView(View):
    """One application of a round. `about`: of whom it is for, masked; `over`: nothing of it can be ranked any more; `opens`: whether
    whoever reads may open the case itself."""

    case: str
    number: str
    person_name: str
    about: str
    state: str
    excluded: bool
    over: bool
    opens: bool


class AppliedListView(View):
    """A page of them. `same`: with the first page, those not excluded that are for one and the same person, of which one only is
    ranked."""

    items: list[AppliedView]
    next: str | None
    same: list[list[AppliedView]]


class PublicRankingView(View):
    """A list while it is public. `next`: goes into `?after=`."""

    round: RoundView
    count: int
    rows: list[PublicPlaceView]
    passed_on: list[PassedOnView]
    objections: str
    next: int | None


class StaffRankingView(View):
    count: int
    digest: str
    rows: list[StaffPlaceView]
    next: int | None

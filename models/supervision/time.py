"""Who had a subject when, and what its limits say of it: the ground every rule of supervision stands on.

A *subject* is whatever is watched: a case today, a ticket or a rectification by the same rules.
"""

from datetime import datetime

from pydantic import Field

from models.base import Declared, View
from models.catalogue.codes import Worded


class Side(Worded):
    """Whose turn it is in a segment. Only the office's own time counts against somebody."""

    OFFICE = "office", "部门办理"
    LATE_RETURN = "late_return", "等申请人补正，但应当上次一并告知，时限不停"
    CITIZEN = "citizen", "等申请人"
    COUNTERPART = "counterpart", "等其他单位或个人"
    LAWFUL_STOP = "lawful_stop", "特别程序，法定时限和承诺时限都停"
    OTHER_STOP = "other_stop", "只停承诺时限"

    @property
    def waits_for_people(self) -> bool:
        """Whether somebody outside the office is waited for."""
        return self in (Side.LATE_RETURN, Side.CITIZEN, Side.COUNTERPART)


class Scope(Worded):
    """Which limit a budget is of."""

    STEP = "step", "环节时限"
    PROMISED = "promised", "承诺时限"
    STATUTORY = "statutory", "法定时限"

    @property
    def counted(self) -> frozenset[Side]:
        """The sides whose time uses this limit up. What stops only the promised clock does not stop the statutory one."""
        office = frozenset({Side.OFFICE, Side.LATE_RETURN})
        return office | {Side.OTHER_STOP} if self is Scope.STATUTORY else office


class Holder(Declared):
    """Who has the subject: a department, and the person in it who has it in hand."""

    department: str
    person: str | None = None
    name: str = ""


class Segment(Declared):
    """One stretch of time in which the same side had the same step. `end` is absent while it goes on.

    `own`: the step itself stops the clocks of the whole (特别程序) and has a limit of its own, which goes on. `stops`: the promised
    clock stands still meanwhile.
    """

    step: str
    name: str
    side: Side
    holder: Holder | None = None  # whom the time counts against; absent where nobody
    start: datetime
    end: datetime | None = None
    why: str = ""  # what is waited for
    own: bool = False
    stops: bool = False

    def counts_for(self, scope: Scope) -> bool:
        """Whether it uses up a limit of that scope."""
        return self.side in scope.counted or (self.own and scope is Scope.STEP)


class Use(Declared):
    """How much office time one holder has used of a budget."""

    holder: Holder
    minutes: int = Field(ge=0)


class Budget(Declared):
    """One limit and what was used of it. Times are minutes of office time.

    `due` and `limit` are absent where nothing limits it, and while its clock stands still.
    """

    step: str
    name: str
    scope: Scope
    start: datetime
    end: datetime | None = None  # when it was done
    due: datetime | None = None
    limit: int | None = None
    used: int = 0
    uses: tuple[Use, ...] = ()  # the greatest first
    running: bool = False  # its clock runs at this moment

    @property
    def over(self) -> int:
        """Minutes beyond the limit; 0 where there is none."""
        return max(0, self.used - self.limit) if self.limit is not None else 0

    @property
    def is_over(self) -> bool:
        """Whether the limit is used up."""
        return self.limit is not None and self.used >= self.limit


class Breach(Declared):
    """A breach of procedure, found in the history of a subject."""

    key: str
    name: str
    step: str
    at: datetime
    holder: Holder


class Subject(Declared):
    """What is watched, as it stands at one moment."""

    kind: str  # "cases": the collection it is kept in
    id: str
    number: str
    title: str
    group: str  # what it is counted under: the item of a case
    department: str
    version: int
    segments: tuple[Segment, ...] = ()
    budgets: tuple[Budget, ...] = ()
    breaches: tuple[Breach, ...] = ()
    acted_at: datetime | None = None  # when the office did something last
    departments: frozenset[str] = frozenset()  # whose heads may look at it

    @property
    def now_with(self) -> Segment | None:
        """The segment that goes on; none once the subject is over."""
        return self.segments[-1] if self.segments and self.segments[-1].end is None else None


class HolderView(View):
    department: str
    department_name: str
    person: str = ""


class SegmentView(View):
    """One stretch of time: whose turn it was, and how many minutes of office time went by."""

    step: str
    name: str
    side: str
    side_name: str
    holder: HolderView | None
    start: datetime
    end: datetime | None
    minutes: int
    why: str


class UseView(View):
    holder: HolderView
    minutes: int


class BudgetView(View):
    """One limit: minutes of office time allowed, used and beyond it, and who used them."""

    step: str
    name: str
    scope: str
    scope_name: str
    due: datetime | None
    limit_minutes: int | None
    used_minutes: int
    over_minutes: int
    running: bool
    uses: list[UseView]


class TimeView(View):
    """Who had a subject when. `sentence` says it in one line."""

    kind: str
    id: str
    number: str
    title: str
    sentence: str
    segments: list[SegmentView]
    budgets: list[BudgetView]

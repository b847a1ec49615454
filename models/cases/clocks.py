"""The clocks of a case and what stops or lengthens them; the steps inside `accepted`."""

from datetime import date, datetime

from pydantic import Field, JsonValue, field_serializer

from models.acts import Role
from models.cases.codes import StepOutcome
from models.cases.parts import Part, Somebody
from models.catalogue import Span, StepLevel
from models.catalogue.codes import PauseGround


class ClockStop(Part):
    """One stop of a clock, told to the applicant in writing."""

    ground: PauseGround
    reason: str
    legal_basis: str = ""
    start: datetime
    end: datetime | None = None
    until: date | None = None  # the day it is expected to end, as its notice says; none: it ends on `end`, or nobody can know
    statutory: bool = False  # whether the statutory clock stops too
    step: str = ""  # the step that began it and ends it by itself
    notice: str = ""  # number of the written notice

    @field_serializer("until")
    def _kept(self, until: date | None) -> str | None:  # the database knows moments alone
        return until.isoformat() if until is not None else None


class PublicNoticeRun(Part):
    """The public notice (公示) of a case: from when until when."""

    number: str
    since: datetime
    until: datetime


class WholeMoved(Part):
    """What the extension of a part did to the days of its whole: the nearer one before, and both after it."""

    name: str  # of the whole
    due_before: datetime | None = None
    promised: datetime | None = None
    statutory: datetime | None = None


class ClockExtension(Part):
    """The one extension of a case's limits, told to the applicant in writing. `due` is the nearer of both as it was then; `promised` is
    absent while the promised clock stands still, `statutory` where the law sets none. `whole`: of a part of a bundle."""

    span: Span
    reason: str
    basis: str = ""  # the rule, where somebody has checked it
    due_before: datetime
    due: datetime
    promised: datetime | None = None
    statutory: datetime | None = None
    notice: str  # number of the written notice
    at: datetime
    by: Somebody
    whole: WholeMoved | None = None


class PartExtension(Part):
    """The extension of a part as its whole's clock keeps it: the whole ends no earlier than that part. `promised`, `statutory`: the part's
    days; the first is absent while the part stands still, the second where no law limits the part."""

    name: str
    span: Span
    notice: str
    promised: datetime | None = None
    statutory: datetime | None = None


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
    longer_parts: list[PartExtension] = Field(default_factory=list[PartExtension])  # of a bundle: which of its parts were extended
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

"""What was used of each limit of a case, and by whom. Pure, over the segments of `backend.supervision.timeline`."""

from collections.abc import Iterable
from datetime import datetime

from backend.supervision.timeline import ACCEPTANCE, FILING, HAND_OUT, PRE_REVIEW
from backend.workdays import Pause, WorkCalendar
from models.cases import Case, CaseClock, CasePolicy
from models.catalogue import Span
from models.supervision import Budget, Holder, Scope, Segment, SupervisionRules, Use
from models.supervision.time import Side


def budgets_of(
    case: Case,
    segments: list[Segment],
    calendar: WorkCalendar,
    policy: CasePolicy,
    rules: SupervisionRules,
    now: datetime,
    whole: CaseClock | None = None,
) -> list[Budget]:
    """A budget for each step of the history in order, then the promised and the statutory one of an accepted case.

    An accepted bundle's own clock is its parts' together and not counted with it: each part has its own promise, and where it
    has no statutory limit of its own, what is left of the bundle's (`whole`) from the moment it got it.
    """
    found: list[Budget] = []
    for step in dict.fromkeys(each.step for each in segments if each.step != FILING):
        own = _done([each for each in segments if each.step == step])
        found.append(_step_budget(own, _limit_of(case, step, policy, rules), calendar, now))
    return found if case.parts else [*found, *_whole(case, segments, calendar, now, whole)]


def _done(own: list[Segment]) -> list[Segment]:
    """Without the waiting at its end, once it is over: what the office answered with a question was done with the question."""
    while len(own) > 1 and own[-1].end is not None and not own[-1].counts_for(Scope.STEP):
        own = own[:-1]
    return own


def _limit_of(case: Case, step: str, policy: CasePolicy, rules: SupervisionRules) -> Span | None:
    phase = step.partition(".")[0]
    limits = {
        PRE_REVIEW: Span(n=policy.pre_review_days),
        ACCEPTANCE: Span(n=policy.deficiency_days),
        HAND_OUT: None if case.bundle else case.hand_out or rules.hand_out,  # a part's result goes out with the bundle's
    }
    return limits[phase] if phase in limits else next((each.limit for each in case.steps if each.key == phase), None)


def _step_budget(own: list[Segment], limit: Span | None, calendar: WorkCalendar, now: datetime) -> Budget:
    waits = [each for each in own if not each.counts_for(Scope.STEP)]
    due = None
    if limit is not None and not any(each.end is None for each in waits):
        due = calendar.deadline(own[0].start, limit, [Pause(each.start, each.end) for each in waits]).at
    return _budget(own, Scope.STEP, own[0].start, own[-1].end, due, calendar, now)


def _whole(case: Case, segments: list[Segment], calendar: WorkCalendar, now: datetime, bundle: CaseClock | None) -> Iterable[Budget]:
    """The limits of the whole: from acceptance — of one deemed accepted from receipt — to the decision."""
    start, end = case.clock.accepted_at, case.decision.at if case.decision else case.closed_at
    if start is None:
        return
    inside = [clipped for each in segments if (clipped := _clip(each, start, end)) is not None]
    statutory = case.clock.statutory_due or _left_of(bundle, start)
    for scope, due in ((Scope.PROMISED, case.clock.promised_due), (Scope.STATUTORY, statutory)):
        if inside and due is not None:
            named = [each.model_copy(update={"step": scope.value, "name": scope.label}) for each in inside]
            yield _budget(named, scope, start, end, due, calendar, now)


def _left_of(bundle: CaseClock | None, start: datetime) -> datetime | None:
    """When the bundle's statutory limit ends, for a part that began before; what begins after it used nothing of it up."""
    due = bundle.statutory_due if bundle is not None else None
    return due if due is not None and due > start else None


def _budget(
    own: list[Segment], scope: Scope, start: datetime, end: datetime | None, due: datetime | None, calendar: WorkCalendar, now: datetime
) -> Budget:
    """Minutes of office time. The limit is the time from start to due without what the limit's clock stood still for."""
    minutes: dict[Holder, int] = {}
    stood = 0
    for each in own:
        if each.counts_for(scope):
            holder = each.holder
            assert holder is not None  # whose time counts is known
            minutes[holder] = minutes.get(holder, 0) + calendar.office_minutes(each.start, each.end or now)
        elif due is not None and (
            (scope is not Scope.STATUTORY and each.stops) or scope is Scope.STEP or each.side is not Side.COUNTERPART
        ):
            # no whole limit moves for what others owe, but for the promise while the decision waits for them alone
            stood += calendar.office_minutes(each.start, min(each.end or now, due))
    limit = max(0, calendar.office_minutes(start, due) - stood) if due is not None else None
    return Budget(
        step=own[0].step,
        name=own[0].name,
        scope=scope,
        start=start,
        end=end,
        due=due,
        limit=limit,
        used=sum(minutes.values()),
        uses=tuple(Use(holder=holder, minutes=spent) for holder, spent in sorted(minutes.items(), key=lambda each: -each[1])),
        running=end is None and own[-1].end is None and own[-1].counts_for(scope),
    )


def _clip(segment: Segment, start: datetime, end: datetime | None) -> Segment | None:
    """The part of a segment between two moments."""
    begins = max(segment.start, start)
    ends = segment.end if end is None else min(segment.end or end, end)
    return None if ends is not None and ends <= begins else segment.model_copy(update={"start": begins, "end": ends})

"""The clocks of a case: five working days to tell deficiencies, the promised and the statutory limit, each step's own, stops.

Pure: every function takes a clock as stored and gives the clock as it is next. Of limits in days the day of acceptance is
not counted, and they end with the office hours of their last day; limits in hours and minutes count office time from the
moment of acceptance (`WorkCalendar.deadline`).
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from backend.workdays import Deadline, Pause, WorkCalendar
from models.cases import CaseClock, CasePolicy, ClockExtension, ClockStop, PauseGround, PublicNoticeRun, StepRecord
from models.catalogue import Clocks, Span, TimeUnit

_DAY = timedelta(days=1)


def received(clock: CaseClock, calendar: WorkCalendar, policy: CasePolicy, at: datetime) -> CaseClock:
    """Formal materials came in: deficiencies are to be told within five working days."""
    due = calendar.deadline(at, Span(n=policy.deficiency_days))
    changed = clock.model_copy(
        update={
            "received_at": at,
            "deficiency_due": due.at,
            "deficiency_warned_at": None,
            "provisional": bool(due.warning),
            "calendar": calendar.revision,
            "mend_due": None,
        }
    )
    return watched(changed, calendar, policy)


def told(clock: CaseClock, calendar: WorkCalendar, policy: CasePolicy, at: datetime, *, late: bool) -> CaseClock:
    """A correction notice went out before acceptance. One that should have been part of an earlier one stops nothing."""
    due = calendar.deadline(at, Span(n=policy.mend_days)).at
    stopped = {} if late else {"deficiency_due": None}
    return watched(clock.model_copy(update={"mend_due": due, **stopped}), calendar, policy)


def mended(clock: CaseClock, calendar: WorkCalendar, policy: CasePolicy, at: datetime) -> CaseClock:
    """The applicant answered: the five days begin again, unless they never stopped."""
    if clock.deficiency_due is not None:
        return watched(clock.model_copy(update={"mend_due": None}), calendar, policy)
    return received(clock, calendar, policy, at)


def awaited(clock: CaseClock, calendar: WorkCalendar, policy: CasePolicy) -> CaseClock:
    """Filed from afar, where nothing can be examined before somebody comes: no deficiency can be told yet, so no days run."""
    update = {"deficiency_due": None, "deficiency_warned_at": None, "mend_due": None, "calendar": calendar.revision}
    return watched(clock.model_copy(update=update), calendar, policy)


def accepted(
    clock: CaseClock, calendar: WorkCalendar, policy: CasePolicy, limits: Clocks, at: datetime, *, deemed: bool = False, variant: str = ""
) -> CaseClock:
    """The case was accepted at that moment; the limits run from the day after, and stay those of the `variant`."""
    update = {
        "accepted_at": at,
        "deemed": deemed,
        "variant": variant,
        "deficiency_due": None,
        "deficiency_warned_at": None,
        "mend_due": None,
    }
    started = clock.model_copy(update={"received_at": clock.received_at or at, **update})
    return counted(started, calendar, policy, limits)


def counted(clock: CaseClock, calendar: WorkCalendar, policy: CasePolicy, limits: Clocks) -> CaseClock:
    """The due dates, counted anew from acceptance and all stops. What stands still has no due date until it goes on."""
    assert clock.accepted_at is not None
    limits = limits.of(clock.variant)
    lawful = [stop for stop in clock.stops if stop.statutory]
    promised = _with_parts(calendar, clock, _extended(calendar, clock, limits.longest, clock.stops))
    statutory = _extended(calendar, clock, limits.statutory, lawful) if limits.statutory else None
    if statutory is not None:  # the law gives a whole what it gives its longest part, and no more
        statutory = _latest(statutory, (each.statutory for each in clock.longer_parts))
    internal = _due(calendar, clock.accepted_at, clock.internal, clock.stops) if clock.internal else None
    update = {
        "internal_due": min(internal.at, promised.at) if internal and promised else None,
        "promised_due": promised.at if promised else None,
        "statutory_due": statutory.at if statutory else None,
        "calendar": calendar.revision,
        "provisional": any(due is not None and due.warning for due in (promised, statutory)),
        "warn_at": _warn_at(clock, calendar, policy, limits, promised, statutory),
        "due_warned_at": None,
        "statutory_warned_at": clock.statutory_warned_at if statutory and statutory.at == clock.statutory_due else None,
    }
    return watched(clock.model_copy(update=update), calendar, policy)


def stopped(clock: CaseClock, calendar: WorkCalendar, policy: CasePolicy, limits: Clocks, stop: ClockStop) -> CaseClock:
    """A stop begins."""
    return counted(clock.model_copy(update={"stops": [*clock.stops, stop]}), calendar, policy, limits)


def resumed(clock: CaseClock, calendar: WorkCalendar, policy: CasePolicy, limits: Clocks, at: datetime) -> CaseClock:
    """Every stop still going on ends; those of steps end with their step."""
    stops = [stop if stop.end or stop.step else stop.model_copy(update={"end": at}) for stop in clock.stops]
    return counted(clock.model_copy(update={"stops": stops, "mend_due": None}), calendar, policy, limits)


def extended(clock: CaseClock, calendar: WorkCalendar, policy: CasePolicy, limits: Clocks, extension: ClockExtension) -> CaseClock:
    """Both limits are longer now by the extension, which knows the new date."""
    longer = counted(clock.model_copy(update={"extension": extension}), calendar, policy, limits)
    due = nearest(longer)
    assert due is not None  # a clock that stands still is not extended
    told = {"due": due, "promised": longer.promised_due, "statutory": longer.statutory_due}
    return longer.model_copy(update={"extension": extension.model_copy(update=told)})


def step_over(clock: CaseClock, at: datetime, step: str) -> CaseClock:
    """The stop a step began ends with it, before the day it waited for too. To be counted anew."""
    ended = {"end": at}
    stops = [each.model_copy(update=ended) if each.step == step and (each.end is None or each.end > at) else each for each in clock.stops]
    return clock.model_copy(update={"stops": stops})


def published(clock: CaseClock, calendar: WorkCalendar, span: Span, reason: str, at: datetime, number: str) -> CaseClock:
    """A public notice begins: a stop of the promised clock whose end is known. To be counted anew."""
    run = PublicNoticeRun(number=number, since=at, until=calendar.deadline(at, span).at)
    stop = ClockStop(ground=PauseGround.PUBLIC_NOTICE, reason=reason, start=at, end=run.until, notice=number)
    return clock.model_copy(update={"stops": [*clock.stops, stop], "public_notice": run, "public_until": run.until})


def unpublished(clock: CaseClock, at: datetime) -> CaseClock:
    """A public notice that is going on ends: what it shows, or the step before it, is another now. To be counted anew."""
    if clock.public_until is None:
        return clock
    notice, ended = clock.public_notice, {"end": at}
    stops = [
        each.model_copy(update=ended) if notice and each.notice == notice.number and each.end and each.end > at else each
        for each in clock.stops
    ]
    return clock.model_copy(update={"stops": stops, "public_notice": None, "public_until": None})


def standing(clock: CaseClock, now: datetime) -> ClockStop | None:
    """The stop that is going on."""
    return next((stop for stop in clock.stops if stop.start <= now and (stop.end is None or now < stop.end)), None)


def awaiting_answer(
    clock: CaseClock, calendar: WorkCalendar, policy: CasePolicy, limits: Clocks, at: datetime, notice: str, *, late: bool
) -> CaseClock:
    """A correction notice went out after acceptance: it stops at most the promised clock."""
    with_due = clock.model_copy(update={"mend_due": calendar.deadline(at, Span(n=policy.mend_days)).at})
    if late:
        return watched(with_due, calendar, policy)
    stop = ClockStop(ground=PauseGround.CORRECTION, reason="等待申请人补正", start=at, notice=notice)
    return stopped(with_due, calendar, policy, limits, stop)


def mending_until(calendar: WorkCalendar, policy: CasePolicy, told_at: datetime) -> datetime:
    """Until when a correction notice given then is to be answered."""
    return calendar.deadline(told_at, Span(n=policy.mend_days)).at


def received_anew(clock: CaseClock, calendar: WorkCalendar, policy: CasePolicy) -> CaseClock:
    """The clock before acceptance, after the calendar has changed. A warning that was given stands where its date does."""
    update: dict[str, object] = {"calendar": calendar.revision}
    if clock.deficiency_due is not None and clock.received_at is not None:
        due = calendar.deadline(clock.received_at, Span(n=policy.deficiency_days))
        update |= {"deficiency_due": due.at, "provisional": bool(due.warning)}
        if due.at != clock.deficiency_due:
            update["deficiency_warned_at"] = None
    return watched(clock.model_copy(update=update), calendar, policy)


def published_anew(clock: CaseClock, calendar: WorkCalendar, span: Span) -> CaseClock:
    """A running public notice, after the calendar has changed. To be counted anew."""
    assert clock.public_notice is not None
    run = clock.public_notice.model_copy(update={"until": calendar.deadline(clock.public_notice.since, span).at})
    stops = [stop.model_copy(update={"end": run.until}) if stop.notice == run.number else stop for stop in clock.stops]
    return clock.model_copy(update={"stops": stops, "public_notice": run, "public_until": run.until})


def counted_anew(clock: CaseClock, calendar: WorkCalendar, policy: CasePolicy, limits: Clocks) -> CaseClock:
    """The limits of an accepted case, after the calendar has changed. Warnings that were given stand where no limit moved."""
    now = counted(clock, calendar, policy, limits)
    due = nearest(now)
    if now.extension is not None and due is not None:
        now = now.model_copy(update={"extension": now.extension.model_copy(update={"due": due})})
    if due != nearest(clock):
        return now
    return watched(now.model_copy(update={"due_warned_at": clock.due_warned_at}), calendar, policy)


def hurried(clock: CaseClock, calendar: WorkCalendar, policy: CasePolicy, limits: Clocks, within: Span | None) -> CaseClock:
    """The office gives itself so long (green channel), or no longer less than was promised. What was warned of stays so."""
    changed = clock.model_copy(update={"internal": within, "internal_due": None})
    return changed if changed.accepted_at is None else counted_anew(changed, calendar, policy, limits)


def ended(clock: CaseClock) -> CaseClock:
    """The case is decided or over: nothing needs watching any more."""
    return clock.model_copy(update={"watch_at": None, "mend_due": None, "deficiency_due": None, "public_until": None, "calendar": None})


def watched(clock: CaseClock, calendar: WorkCalendar, policy: CasePolicy) -> CaseClock:
    """The clock with `watch_at`: the next moment at which something is due or to be warned of."""
    moments: list[datetime] = []
    if clock.deficiency_due is not None and clock.deficiency_overdue_at is None:
        warning = warning_at(calendar, policy, clock.deficiency_due)
        moments.append(clock.deficiency_due if clock.deficiency_warned_at else min(warning, clock.deficiency_due))
    if clock.mend_due is not None:
        moments.append(clock.mend_due)
    if clock.public_until is not None:
        moments.append(clock.public_until)
    if clock.accepted_at is not None and clock.statutory_due is not None and clock.silent_at is None:
        moments.append(clock.statutory_due if clock.statutory_warned_at else warning_at(calendar, policy, clock.statutory_due))
    if clock.warn_at is not None and clock.due_warned_at is None:
        moments.append(clock.warn_at)
    return clock.model_copy(update={"watch_at": min(moments, default=None)})


def nearest(clock: CaseClock) -> datetime | None:
    """The earlier of the promised and the statutory due date."""
    return min((due for due in (clock.promised_due, clock.statutory_due) if due is not None), default=None)


def warning_at(calendar: WorkCalendar, policy: CasePolicy, due: datetime) -> datetime:
    """When to warn of a due date: at the same hour, so many working days before it."""
    return workdays_before(calendar, due, policy.warn_days)


def workdays_before(calendar: WorkCalendar, due: datetime, days: int) -> datetime:
    """The same hour so many working days before a moment."""
    moment, left = due, days
    while left:
        moment -= _DAY
        left -= calendar.is_workday(moment.date())
    return moment


def with_due(steps: list[StepRecord], clock: CaseClock, calendar: WorkCalendar, waited: Sequence[Pause] = ()) -> list[StepRecord]:
    """The steps, the one whose turn it is with its due date: by its own limit, which goes on while the step itself is the stop; none while
    the promised clock stands still for something else. `waited`: when others had to do something first, which is not its time either."""
    return [each.model_copy(update={"due": _step_due(each, clock, calendar, waited)}) if each.done_at is None else each for each in steps]


def _step_due(step: StepRecord, clock: CaseClock, calendar: WorkCalendar, waited: Sequence[Pause]) -> datetime | None:
    if step.started_at is None or step.limit is None:
        return None
    started = step.started_at
    stops = [Pause(stop.start, stop.end) for stop in clock.stops if not is_own_stop(step, stop)]
    stops += [Pause(max(each.start, started), each.end) for each in waited]
    due = _ends(calendar, started, step.limit, [each for each in stops if each.end is None or each.end >= started])
    return due.at if due else None


def is_own_stop(step: StepRecord, stop: ClockStop) -> bool:
    """Whether a step is that stop itself (特别程序): whoever has it works meanwhile, within its limit. A day the applicant chose is none."""
    return bool(stop.step) and stop.step == step.key and stop.ground is not PauseGround.CHOSEN_DAY


def stands_for(step: StepRecord, clock: CaseClock, now: datetime) -> ClockStop | None:
    """For what a step whose turn it is stands still, where nobody knows yet when it will be due."""
    if step.started_at is None or step.done_at is not None or step.due is not None:
        return None
    stop = standing(clock, now)
    return None if stop is None or (step.limit is not None and is_own_stop(step, stop)) else stop


def _warn_at(
    clock: CaseClock, calendar: WorkCalendar, policy: CasePolicy, limits: Clocks, promised: Deadline | None, statutory: Deadline | None
) -> datetime | None:
    """When to warn of the nearer limit: working days before it, and of one in hours so many minutes of office time before."""
    dues = [due.at for due in (promised, statutory) if due is not None]
    if not dues:
        return None
    minutes = limits.longest.minutes
    if minutes is None or clock.extension is not None or clock.longer_parts or promised is None or promised.at > min(dues):
        return warning_at(calendar, policy, min(dues))
    assert clock.accepted_at is not None
    early = _due(calendar, clock.accepted_at, Span(n=minutes - min(policy.warn_minutes, minutes // 2), unit=TimeUnit.MINUTE), clock.stops)
    return early.at if early else None


def _extended(calendar: WorkCalendar, clock: CaseClock, span: Span, stops: list[ClockStop]) -> Deadline | None:
    """A limit from acceptance on; what it was extended by begins the day after it would have ended."""
    assert clock.accepted_at is not None
    due = _due(calendar, clock.accepted_at, span, stops)
    if due is None or clock.extension is None:
        return due
    longer = _due(calendar, due.at, clock.extension.span, [stop for stop in stops if stop.end is None or stop.end > due.at])
    return Deadline(longer.at, due.warning or longer.warning) if longer else None


def _with_parts(calendar: WorkCalendar, clock: CaseClock, due: Deadline | None) -> Deadline | None:
    """What is promised of a whole whose parts were extended: longer by the longest extension, since what follows that part needs its
    own days still, and never earlier than the part itself."""
    if due is None:
        return None
    later = [stop for stop in clock.stops if stop.end is None or stop.end > due.at]
    longer = [_due(calendar, due.at, each.span, later) for each in clock.longer_parts]
    ends = [*(each.at for each in longer if each is not None), *(each.promised for each in clock.longer_parts)]
    return _latest(Deadline(due.at, due.warning or next((each.warning for each in longer if each and each.warning), "")), ends)


def _latest(due: Deadline, others: Iterable[datetime | None]) -> Deadline:
    return Deadline(max([due.at, *(each for each in others if each is not None)]), due.warning)


def _due(calendar: WorkCalendar, accepted_at: datetime, span: Span, stops: Iterable[ClockStop]) -> Deadline | None:
    """None while a stop is going on."""
    return _ends(calendar, accepted_at, span, [Pause(stop.start, stop.end) for stop in stops])


def _ends(calendar: WorkCalendar, start: datetime, span: Span, pauses: Sequence[Pause]) -> Deadline | None:
    return None if any(each.end is None for each in pauses) else calendar.deadline(start, span, pauses)

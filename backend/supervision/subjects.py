"""What is watched, by kind. A kind is one adapter that tells a subject of it as it stands; cases are the first."""

from datetime import datetime
from typing import Protocol

from backend.cases import CaseBook
from backend.store import Store
from backend.supervision.budgets import budgets_of
from backend.supervision.timeline import ACCEPTANCE, segments_of
from backend.workdays import WorkCalendar
from models.cases import Case, CasePolicy
from models.supervision import Breach, Budget, Holder, Segment, ShortStops, Subject, SupervisionRules
from models.supervision.time import Side

DEFICIENCY_UNTOLD, LATE_RETURN, SHORT_STOPS = "deficiency_untold", "late_return", "short_stops"
_UNTOLD = ("case.deficiency_overdue", "case.deemed_accepted")


class Source(Protocol):
    """Tells subjects of one kind. `kind` is the collection they are kept in, `breaches` the breaches it can find."""

    kind: str
    breaches: frozenset[str]

    async def subject(self, id: str, now: datetime) -> Subject | None:
        """The subject as it stands at `now`; None where there is none."""
        ...


class CaseSource:
    """Cases as subjects."""

    kind = "cases"
    breaches = frozenset({DEFICIENCY_UNTOLD, LATE_RETURN, SHORT_STOPS})

    def __init__(self, store: Store, book: CaseBook, rules: SupervisionRules) -> None:
        self._store = store
        self._book = book
        self._rules = rules

    async def subject(self, id: str, now: datetime) -> Subject | None:
        """A case that was handed in; drafts are nobody's to watch."""
        document = await self._store.cases.get(id)
        case = Case.of(document) if document else None
        if case is None or case.number is None:
            return None
        return subject_of(case, self._book.calendar, self._book.policy, self._rules, now, await self._whole(case))

    async def _whole(self, case: Case) -> Case | None:
        """The bundle a part belongs to."""
        bundle = await self._store.cases.get(case.bundle) if case.bundle else None
        return Case.of(bundle) if bundle else None


def subject_of(
    case: Case, calendar: WorkCalendar, policy: CasePolicy, rules: SupervisionRules, now: datetime, whole: Case | None = None
) -> Subject:
    """The case as the rules of supervision see it. `whole`: of a part, its bundle: its clock, and what others owe it."""
    segments = segments_of(case, rules.villages, now, whole)
    budgets = budgets_of(case, segments, calendar, policy, rules, now, whole.clock if whole else None)
    return Subject(
        kind=CaseSource.kind,
        id=case.id,
        number=case.number or "",
        title=case.item_name,
        group=case.item,
        department=case.department,
        version=case.version,
        segments=tuple(segments),
        budgets=tuple(budgets),
        breaches=(*_breaches(case, segments, budgets), *_short_stops(case, calendar, rules.short_stops)),
        acted_at=max((event.at for event in case.events if event.actor["kind"] == "staff"), default=None),
        departments=frozenset(
            {case.department, *(step.department for step in case.steps), *(use.holder.department for each in budgets for use in each.uses)}
        ),
    )


def _breaches(case: Case, segments: list[Segment], budgets: list[Budget]) -> list[Breach]:
    found: list[Breach] = []
    untold = next((event for event in case.events if event.action in _UNTOLD), None)
    if untold is not None and not _was_waiting(segments, untold.at):
        found.append(_untold(case, untold.at, segments, budgets))
    for told in case.returns:
        if (missed := told.counts_against) is not None:
            holder = Holder(department=missed.department or case.department, person=missed.id, name=missed.name)
            found.append(Breach(key=LATE_RETURN, name=f"补正告知{told.number}", step=told.number, at=told.at, holder=holder))
    return found


def _short_stops(case: Case, calendar: WorkCalendar, limit: ShortStops) -> list[Breach]:
    """Stops by hand that were over in no time, again and again; whoever began the last of them answers for it."""
    short = [
        stop
        for stop in case.clock.stops
        if stop.ground.is_by_hand and not stop.step and stop.end and calendar.office_minutes(stop.start, stop.end) < limit.minutes
    ]
    if len(short) < limit.count:
        return []
    last = max(short, key=lambda stop: stop.start)
    actor = next((each.actor for each in reversed(case.events) if each.action == "case.paused" and each.at == last.start), None)
    holder = Holder(department=case.department, person=actor["id"], name=actor["name"]) if actor else Holder(department=case.department)
    return [Breach(key=SHORT_STOPS, name="手工停止计时", step=SHORT_STOPS, at=last.start, holder=holder)]


def _was_waiting(segments: list[Segment], at: datetime) -> bool:
    """Whether somebody else than the office was waited for up to that moment."""
    return any(each.side is not Side.OFFICE and each.start < at and (each.end is None or each.end >= at) for each in segments)


def _untold(case: Case, at: datetime, segments: list[Segment], budgets: list[Budget]) -> Breach:
    """Whoever had the papers longest answers for it."""
    steps = {each.step for each in segments if each.step.partition(".")[0] == ACCEPTANCE and each.start <= at}
    uses = [use for each in budgets if each.step in steps for use in each.uses]
    longest = max(uses, key=lambda use: use.minutes, default=None)
    holder = longest.holder if longest else Holder(department=case.department)
    return Breach(key=DEFICIENCY_UNTOLD, name="受理审查", step=ACCEPTANCE, at=at, holder=holder)

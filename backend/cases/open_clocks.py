"""Clocks that run (在办时限), in the order of who is next to be late; and those that stand still, with the ground."""

from datetime import datetime

from backend.cases.queues import position
from backend.clock import SHANGHAI
from backend.errors import FieldError, Forbidden, Invalid
from backend.people import mask_name
from backend.store import Document
from backend.store.indexes import SOME_DAY, SOME_REVISION
from backend.workdays import WorkCalendar
from models.acts import Act, Role, StaffActor, is_enterprise
from models.cases import Case, CaseState, ClockKind, ClocksQuery, ClockStop
from models.catalogue import StepLevel
from models.desk_views import ClockRow

_UNDER_WAY = (CaseState.ACCEPTED, CaseState.CORRECTION_AFTER_ACCEPTANCE)
_BEFORE_STEPS = (ClockKind.PRE_REVIEW, ClockKind.ACCEPTANCE)
_COUNTED: Document = {"clock.calendar": SOME_REVISION}
_KINDS: dict[ClockKind, tuple[str, tuple[CaseState, ...]]] = {
    ClockKind.PRE_REVIEW: ("review_due", (CaseState.SUBMITTED,)),
    ClockKind.ACCEPTANCE: ("clock.deficiency_due", (CaseState.RECEIVED,)),
    ClockKind.PROMISED: ("clock.promised_due", _UNDER_WAY),
    ClockKind.STATUTORY: ("clock.statutory_due", _UNDER_WAY),
    ClockKind.PAUSED: ("", (CaseState.PAUSED,)),
}


def running(act: Act, query: ClocksQuery, villages: str, district: str | None) -> tuple[list[Document], list[tuple[str, int]]]:
    """The filters, one after the other, and the order of one kind of clocks that the viewer may see: heads their department's,
    supervision its district's. `villages`: see `holder_of`; `district`: that of the department that is asked for. Many end at the same moment, the end of a day: a page goes on among those first.

    Raises `Forbidden`, `Invalid` where the city's own staff name no department, `BadRequest` for a cursor that is none."""
    field, states = _KINDS[query.kind]
    kept = {"queued_at": SOME_DAY} if query.kind is ClockKind.PRE_REVIEW else _COUNTED  # no clock of the law runs yet
    where = _of(act, query, villages, district) | {"state": {"$in": [each.value for each in states]}} | kept
    where |= {"item": query.item} if query.item else {}
    if not field:
        return [where | ({"_id": {"$gt": position(query.cursor)[2]}} if query.cursor else {})], [("_id", 1)]
    order = [(field, 1), ("_id", 1)]
    if query.cursor is None:
        return [where | {field: SOME_DAY}], order
    _, at, id = position(query.cursor)
    return [where | {field: at, "_id": {"$gt": id}}, where | {field: {"$gt": at}}], order


def _of(act: Act, query: ClocksQuery, villages: str, district: str | None) -> Document:
    actor = act.actor
    if not isinstance(actor, StaffActor):
        raise Forbidden()
    if not actor.has(Role.SUPERVISOR, Role.AUDITOR):
        if actor.department is None or query.department not in (None, actor.department):
            raise Forbidden("首席代表看本部门的时限。")
        return {"department": actor.department}
    where: Document = {"region": {"$in": [None, actor.region]}} if actor.region is not None else {}
    if query.department is not None:
        return (where or _in_district(district)) | _held_by(query.department, villages, query.kind)
    if not where:
        raise Invalid(errors=[FieldError("/department", "请先选一个部门：全市的时限要按部门看。")])
    return where


def _in_district(code: str | None) -> Document:
    return {"region": {"$in": [None, code]}} if code is not None else {}


def _held_by(department: str, villages: str, kind: ClockKind) -> Document:
    """`holder_of` as a filter."""
    nobodys: list[Document] = [{"desk": None, "department": department}]
    if kind in _BEFORE_STEPS:
        nobodys = [{"department": department}]
    else:
        nobodys.append({"desk.department": department, "desk.level": {"$ne": StepLevel.VILLAGE.value}})
        nobodys += [{"desk.level": StepLevel.VILLAGE.value}] if department == villages else []
    return {"$or": [{"reviewer.department": department}, *({"reviewer": None} | each for each in nobodys)]}


def holder_of(case: Case, kind: ClockKind, villages: str) -> str:
    """The department on whose account the time runs now, as supervision counts it: of whoever has the case in hand, else whose turn it is.
    `villages`: who answers for a village's step that nobody has taken."""
    if case.reviewer is not None and case.reviewer.department is not None:
        return case.reviewer.department
    desk = case.desk
    if desk is None or kind in _BEFORE_STEPS:
        return case.department
    return villages if desk.level == StepLevel.VILLAGE else desk.department


def due_of(case: Case, kind: ClockKind) -> datetime | None:
    """When the clock of that kind ends."""
    if kind is ClockKind.PRE_REVIEW:
        return case.review_due
    field, _ = _KINDS[kind]
    return getattr(case.clock, field.removeprefix("clock.")) if field else None


def clock_row(case: Case, kind: ClockKind, now: datetime, calendar: WorkCalendar, department: str) -> ClockRow:
    """A clock in the list; the name is masked."""
    due = due_of(case, kind)
    stops = [each for each in case.clock.stops if each.end is None]
    return ClockRow(
        case=case.id,
        number=case.number or "",
        item_name=case.item_name,
        person_name=case.person_name if is_enterprise(case.person) else mask_name(case.person_name),
        department=department,
        state=case.state.label,
        reviewer=case.reviewer.name if case.reviewer else None,
        due=due,
        overdue=due <= now if due is not None else _outlasts(stops, now),
        words=_remaining(due, now, calendar) if due else _stopped(stops, now),
        ground="、".join(each.ground.label for each in stops) or None,
        reason="；".join(each.reason for each in stops),
    )


def _remaining(due: datetime, now: datetime, calendar: WorkCalendar) -> str:
    days = calendar.workdays_between(*sorted((now.date(), due.date())))
    if due <= now:
        return f"超过 {days} 个工作日" if days else "今天超过的"
    return f"还有 {days} 个工作日" if days else "今天到期"


def _stopped(stops: list[ClockStop], now: datetime) -> str:
    since = min((each.start for each in stops), default=now)
    told = max((each.until for each in stops if each.until is not None), default=None)
    year = f"{told.year}年" if told is not None and told.year != now.year else ""
    until = f"，告知申请人到{year}{told.month}月{told.day}日结束" if told is not None else ""
    return f"停了 {(now.date() - since.date()).days} 天{until}{'，已经过了' if _outlasts(stops, now) else ''}"


def _outlasts(stops: list[ClockStop], now: datetime) -> bool:
    """Whether something goes on after the day its applicant was told."""
    return any(each.until is not None and each.until < now.astimezone(SHANGHAI).date() for each in stops)

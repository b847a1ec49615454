"""What citizens and staff see of an appointment, in plain words, with the acts open to them now."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from backend.booking.core import cancel_until, may_still_change
from backend.booking.for_callers import why_not
from backend.clock import SHANGHAI
from backend.people import mask_name
from backend.spoken import moment, when
from models.appointments import AppointmentView, ForView, ProposalView
from models.booking import BOOKED, IN_HALL, BookingRules, Closure, Place, PlaceState
from models.callers import CallerAppointmentView
from models.closures import AffectedView, ClosureView
from models.counter import CalledByView, DeskView, PreparedView, SentOnView, TakenView


def citizen_view(place: Place, at: datetime, rules: BookingRules) -> AppointmentView:
    """An appointment as its citizen, or their agent, sees it."""
    return AppointmentView(
        id=place.id,
        version=place.version,
        state=place.state,
        status=status_of(place, rules),
        hall=place.hall,
        hall_name=place.hall_name,
        counter_name=place.counter_name,
        start=place.start,
        end=place.end,
        when=time_of(place),
        items=place.items,
        item_names=place.item_names,
        people=place.people,
        name=place.name or "",
        case=place.case,
        code=place.code or "",
        ticket=place.ticket,
        called_to=place.called_to,
        reason=place.reason,
        proposal=_proposal(place),
        moved_to=place.moved_to,
        moved_from=place.moved_from,
        acting=ForView(principal=place.name or "", agent=place.grant.agent_name) if place.grant else None,
        frozen=place.freeze.reason if place.freeze else None,
        cancel_until=cancel_until(place, rules) if place.state in BOOKED else None,
        actions=citizen_actions(place, at, rules),
    )


def time_of(place: Place) -> str:
    """When somebody is expected; of who just came, when they took their number."""
    return f"{moment(place.start)} 取号" if place.walk_in else when(place.start, place.end)


def desk_view(
    place: Place,
    at: datetime,
    rules: BookingRules,
    prepared: PreparedView | None = None,
    instead: Place | None = None,
    *,
    paper: bool = False,
) -> DeskView:
    """An appointment or a visit as staff of the hall see it. `instead`: what it was moved to; `paper`: what paper knows of it may be
    entered."""
    seen = citizen_view(place, at, rules).model_dump()
    return DeskView(
        **{**seen, "actions": [*desk_actions(place, at, rules), *(["on-paper"] if paper else [])]},
        person=place.person or "",
        channel=place.channel,
        claimed_at=place.claimed_at,
        checked_in_at=place.checked_in_at,
        calls=place.calls,
        parked=place.parked,
        walk_in=place.walk_in,
        escalated_at=place.escalated_at,
        urgent=place.urgent.reason if place.urgent else None,
        sent_on=SentOnView(**place.sent_on.model_dump()) if place.sent_on else None,
        called_by=CalledByView(**place.called_by.model_dump()) if place.called_by else None,
        taken=TakenView(**place.taken.model_dump()) if place.taken else None,
        moved=_moved(instead, rules) if instead else None,
        prepared=prepared,
    )


def caller_view(
    place: Place, at: datetime, rules: BookingRules, bring: list[str], prepared: PreparedView | None, instead: Place | None
) -> CallerAppointmentView:
    """An appointment as it is told on the telephone, where nobody is proven: the caller said the names, so they are only recognised.
    `bring`: what to bring; `instead`: what it was moved to."""
    booked = place.state in BOOKED
    refusal = why_not(place, at, rules) if booked else ""
    return CallerAppointmentView(
        id=place.id,
        version=place.version,
        name=mask_name(place.name or ""),
        people=[mask_name(each) for each in place.people],
        agent=mask_name(place.grant.agent_name) if place.grant else None,
        hall=place.hall,
        hall_name=place.hall_name,
        counter_name=place.counter_name,
        start=place.start,
        when=time_of(place),
        items=place.items,
        item_names=place.item_names,
        status=status_of(place, rules),
        moved=_moved(instead, rules) if instead else None,
        code=place.code or "",
        bring=bring,
        papers=prepared.says if prepared else "",
        actions=_for_caller(place, at, refusal) if booked else [],
        why_not=refusal,
    )


def _for_caller(place: Place, at: datetime, refusal: str) -> list[str]:
    offered = place.proposal is not None and place.proposal.until > at and place.freeze is None
    return [*(["accept-proposal"] if offered else []), *([] if refusal else ["reschedule", "cancel"])]


def closure_view(
    closure: Closure, at: datetime, free: int = 0, affected: Sequence[AffectedView] = (), *, preview: bool = False
) -> ClosureView:
    """A closure, and whom it hits; names masked, for a list says nothing to one's face."""
    return ClosureView(
        **closure.model_dump(include={"hall", "counter", "start", "end", "reason", "remedy", "moved", "told", "lifted_for"}),
        id=None if preview else closure.id,
        state=None if preview else closure.state,
        free=free,
        begun=closure.start <= at,
        over=closure.end <= at,
        affected=list(affected),
    )


def status_of(place: Place, rules: BookingRules) -> str:
    """The state in a sentence: what is, whose turn it is, what to do next."""
    if place.state in BOOKED:
        return _booked_status(place, rules)
    if place.state is PlaceState.CHECKED_IN:
        return _waiting_status(place)
    if place.state is PlaceState.SERVING:
        return f"轮到您了，请到{place.called_to}"
    if place.state is PlaceState.CANCELLED and place.moved_to is not None:
        return "已改到新的时间"
    text = place.state_text
    return f"{text}：{place.reason}" if place.reason else text


def citizen_actions(place: Place, at: datetime, rules: BookingRules) -> list[str]:
    """What the citizen may do now; names as in the addresses of the API."""
    actions: list[str] = []
    if place.freeze is not None and place.state in BOOKED:
        actions.append("take-over")
    if place.proposal is not None and place.proposal.until > at and place.state in BOOKED:
        actions += ["accept-proposal", "decline-proposal"]
    if place.state is PlaceState.CONFIRMED and _may_check_in(place, at, rules):
        actions.append("check-in")
    if may_still_change(place, at, rules):
        actions += ["reschedule", "cancel"]
    return actions


_TAKEN_BACK = {PlaceState.DONE: "resume", PlaceState.MISSED: "not-missed"}  # on the same day


def desk_actions(place: Place, at: datetime, rules: BookingRules) -> list[str]:
    """What staff may do now."""
    actions: list[str] = []
    if place.state is PlaceState.PENDING:
        actions.append("confirm")
    if place.state in BOOKED:
        actions += ["decline", "propose"]
        if _is_today(place, at):
            actions.append("check-in")
        if at >= missed_from(place, rules):
            actions.append("missed")
    if _is_today(place, at) and (taken_back := _TAKEN_BACK.get(place.state)):
        actions.append(taken_back)
    return actions + _actions_in_hall(place) if place.state in IN_HALL else actions


def missed_from(place: Place, rules: BookingRules) -> datetime:
    """From when somebody with an appointment did not come: some minutes after the end of the time they were told."""
    return place.end + timedelta(minutes=rules.grace_minutes)


def _actions_in_hall(place: Place) -> list[str]:
    actions = ["call", "forward", "park", "done" if place.state is PlaceState.SERVING else "urgent"]
    if may_be_void(place):
        actions.append("void")
    if may_check_in_be_undone(place):
        actions.append("undo-check-in")
    if place.calls > 0:
        actions.append("missed")
    return actions


def may_be_void(place: Place) -> bool:
    """Whether a number can be taken back as given by mistake: of whoever just came, waits, and was never called."""
    return place.state is PlaceState.CHECKED_IN and place.walk_in and not place.calls


def may_check_in_be_undone(place: Place) -> bool:
    """Whether it can be taken back that somebody with an appointment is here: they wait, and were never called."""
    return place.state is PlaceState.CHECKED_IN and not place.walk_in and not place.parked and not place.calls


def _moved(place: Place, rules: BookingRules) -> str:
    """What an appointment was moved to, as one says it to whoever asks at the desk."""
    where = " ".join(each for each in (place.hall_name, place.counter_name) if each)
    over = "" if place.live else f"（{status_of(place, rules)}）"
    return f"{when(place.start, place.end)}，{where}{over}"


def _booked_status(place: Place, rules: BookingRules) -> str:
    if place.freeze is not None:
        return "代办授权已结束，等您决定：接手或取消"
    if place.proposal is not None:
        offered = when(place.proposal.start, place.proposal.end)
        return f"工作人员建议改到{offered}，请在{moment(place.proposal.until)}前答复"
    if place.state is PlaceState.PENDING:
        return f"等待工作人员确认 · 最晚{moment(place.start - rules.confirm_lead)}有结果"
    return f"预约成功 · 请提前{rules.check_in_minutes}分钟到场签到"


def _waiting_status(place: Place) -> str:
    if place.parked:
        return "叫号时您不在，回来后请告诉工作人员"
    number = f"，您的号码是 {place.ticket}" if place.ticket else ""
    return f"已签到{number}，请在{place.called_to}前等候叫号" if place.called_to else f"已签到{number}，请等候叫号"


def _may_check_in(place: Place, at: datetime, rules: BookingRules) -> bool:
    return _is_today(place, at) and at >= place.start - timedelta(minutes=rules.check_in_minutes)


def _is_today(place: Place, at: datetime) -> bool:
    return place.start.astimezone(SHANGHAI).date() == at.astimezone(SHANGHAI).date()


def _proposal(place: Place) -> ProposalView | None:
    if place.proposal is None or place.state not in BOOKED:
        return None
    return ProposalView(**place.proposal.model_dump(exclude={"place"}))

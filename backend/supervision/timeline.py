"""Who had a case when, from its own history. Pure; the clock's stops and what others owe are laid over the acts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from backend.cases import holds_up, stretches
from models.base import Event
from models.cases import Blocks, Case, CaseState, ClockStop, PauseGround, Return, StepRecord
from models.catalogue import StepLevel
from models.deliveries import DeliveryMethod
from models.supervision.time import Holder, Segment, Side

S = CaseState
PRE_REVIEW, FILING, ACCEPTANCE, HAND_OUT = "pre_review", "filing", "acceptance", "hand_out"
_NAMES = {PRE_REVIEW: "预审", FILING: "到场或正式提交", ACCEPTANCE: "受理审查", HAND_OUT: "发放结果"}
_PHASES = {
    S.SUBMITTED: PRE_REVIEW,
    S.RETURNED: PRE_REVIEW,
    S.PRE_APPROVED: FILING,
    S.RECEIVED: ACCEPTANCE,
    S.CORRECTION: ACCEPTANCE,
    S.GRANTED: HAND_OUT,
    S.REFUSED: HAND_OUT,
}
_MENDING = (S.RETURNED, S.CORRECTION, S.CORRECTION_AFTER_ACCEPTANCE)
_STEPS = (S.ACCEPTED, S.CORRECTION_AFTER_ACCEPTANCE, S.PAUSED)
_WAYS = {
    DeliveryMethod.COUNTER: (Side.CITIZEN, None, "结果已经做好，等申请人领取"),
    DeliveryMethod.POST: (Side.COUNTERPART, None, "结果已经寄出，等送达"),
}
_LAPSED = "case.claim_lapsed"
_SAME_HAND = (S.PAUSED, S.ACCEPTED)  # a special procedure leaves the case with whoever has it


@dataclass(frozen=True)
class _Turn:
    """What was true from a moment on."""

    at: datetime
    state: S
    step: str = ""  # the key of the step whose turn it is; none: the first
    runs: tuple[str, ...] = ()  # the steps that began again, once for each time
    rounds: int = 1  # how often this phase began anew
    hand: Holder | None = None
    frozen: bool = False
    way: DeliveryMethod | None = None  # by which a made result goes out


@dataclass(frozen=True)
class _Overlay:
    """Something that took the office's turn away for a while."""

    start: datetime
    end: datetime | None
    side: Side
    why: str
    blocks: Blocks | None = None  # none: whatever it is
    own: bool = False  # a stop that is a step of the office, with a limit of its own
    stops: bool = False  # a stop of the promised clock


def segments_of(case: Case, villages: str, now: datetime, whole: Case | None = None) -> list[Segment]:
    """The case's time from its first handing-in to its end, without gaps, oldest first. `villages`: the department that answers for
    steps of villages which nobody has taken. `whole`: the bundle of a part."""
    turns = list(_turns(case, now))
    last = case.closed_at if case.state.is_final else None
    bounds = [*((turn, after.at) for turn, after in pairwise(turns)), *([(turns[-1], last)] if turns else [])]
    overlays = [*sorted(_stops(case), key=_weight), *_debts(case), *(_debts(whole) if whole else ())]
    found: list[Segment] = []
    for turn, end in bounds:
        if turn.state is S.DRAFT or turn.state.is_final:
            continue
        base = _segment(case, turn, end, villages)
        found += _split(base, overlays, case) if base.side is Side.OFFICE else [base]
    return _joined(each for each in found if each.end is None or each.end > each.start)


def replayed(case: Case) -> S:
    """The state the history ends in; that of the case, or an event says something else than what was done."""
    return list(_turns(case, max((each.at for each in case.events), default=case.created_at)))[-1].state


def _history(case: Case, now: datetime) -> list[Event]:
    """The events as they followed one another, with a claim that ended with its shift put down when that was: the worker that gives back
    comes later, after an outage a long time later, and nobody had the case meanwhile."""
    events = list(case.events)
    ends = [datetime.fromisoformat(each.detail["until"]) for each in case.events if each.action == _LAPSED and "until" in each.detail]
    if case.reviewer is not None and case.claimed_until is not None and case.claimed_until <= now:
        ends.append(case.claimed_until)
    for at in ends:
        place = next((number for number, each in enumerate(events) if each.at >= at), len(events))
        events.insert(place, Event(id=f"{_LAPSED}@{at.isoformat()}", at=at, action=_LAPSED, actor={"kind": "system", "id": "", "name": ""}))
    return events


def _turns(case: Case, now: datetime) -> Iterator[_Turn]:
    """The history replayed: one turn for each act that changed whose turn it is."""
    turn = _Turn(case.created_at, S.DRAFT)
    for event in _history(case, now):
        after = _after(turn, event, case)
        if replace(after, at=turn.at) != turn:
            yield turn
            turn = after
    yield turn


def _after(turn: _Turn, event: Event, case: Case) -> _Turn:
    state = _state_after(turn, event, case)
    moved = state is not turn.state
    step = _step_after(turn, event, case)
    return _Turn(
        at=event.at,
        state=state,
        step=step,
        runs=(*turn.runs, *event.detail.get("again", ())),
        rounds=_round(turn, state, event, case) if moved else turn.rounds,
        hand=_hand(turn, state, event, moved or step != turn.step),
        frozen=event.action == "case.frozen" or (turn.frozen and event.action != "case.taken_over"),
        way=_way_after(turn, event, moved),
    )


def _way_after(turn: _Turn, event: Event, moved: bool) -> DeliveryMethod | None:
    """By which way the result goes out after the event; none before it is made, and once it is taken back to the office."""
    if event.action in ("case.delivery_opened", "case.delivery_moved"):
        method = event.detail.get("method")
        return DeliveryMethod(method) if method else None
    return None if moved else turn.way


def _step_after(turn: _Turn, event: Event, case: Case) -> str:
    """Whose turn the event made it: of the step after the one that was done, of those there were then, or of the one it names."""
    if "turn" in event.detail:
        return event.detail["turn"]
    if event.action != "case.step_completed":
        return turn.step
    keys = [each.key for each in _steps_at(case, event.at)]
    return keys[min(keys.index(turn.step) + 1, len(keys) - 1)] if turn.step in keys else keys[min(1, len(keys) - 1)]


def _state_after(turn: _Turn, event: Event, case: Case) -> S:
    """What the event says. A case that no draft began is accepted from its first event: handed over, or part of a bundle."""
    if "to" in event.detail and "from" in event.detail:
        return S(event.detail["to"])
    if event.id != case.events[0].id or event.action == "case.begun":
        return turn.state
    return S.CLOSED if event.action == "case.issued" else S.ACCEPTED


def _round(turn: _Turn, state: S, event: Event, case: Case) -> int:
    """The phase begins anew where a mended case comes back to pre-review or, told in time, to acceptance."""
    if state is S.SUBMITTED and turn.state is S.RETURNED:
        return turn.rounds + 1
    if state is S.RECEIVED and turn.state is S.CORRECTION:
        told = _return_at(case, event.at)
        return turn.rounds if told is not None and told.counts_against else turn.rounds + 1
    return turn.rounds if state in _MENDING else 1


def _hand(turn: _Turn, state: S, event: Event, moved: bool) -> Holder | None:
    """Who has it in hand after the event."""
    kept = event.action == "case.received" and event.actor["kind"] == "staff" and "intake" not in event.detail  # 代收 hands it on
    if event.action == "case.claimed" or kept:
        return Holder(department=event.actor.get("department", ""), person=event.actor["id"], name=event.actor["name"])
    if event.action in ("case.released", _LAPSED) or event.detail.get("freed"):
        return None
    stays = not moved or (turn.state in _SAME_HAND and state in _SAME_HAND and state is not turn.state)
    return turn.hand if stays else None


def _segment(case: Case, turn: _Turn, end: datetime | None, villages: str) -> Segment:
    step, name, department = _step(case, turn, villages)
    desk = turn.hand or Holder(department=department)
    desk = desk if desk.department else desk.model_copy(update={"department": department})
    side, holder, why = _side(case, turn, desk)
    return Segment(step=step, name=name, side=side, holder=holder, start=turn.at, end=end, why=why)


def _step(case: Case, turn: _Turn, villages: str) -> tuple[str, str, str]:
    """Key, name and department of what is being done; a phase that began anew carries its number."""
    if turn.state in _STEPS:
        return _own_step(case, turn, villages)
    phase = _PHASES[turn.state]
    again = turn.rounds > 1
    return (
        f"{phase}.{turn.rounds}" if again else phase,
        f"{_NAMES[phase]}（第{turn.rounds}次）" if again else _NAMES[phase],
        case.department,
    )


def _own_step(case: Case, turn: _Turn, villages: str) -> tuple[str, str, str]:
    steps = _steps_at(case, turn.at)
    record = next((each for each in case.steps if each.key == turn.step), steps[0] if steps else None)
    if record is None:
        return "decision", "审批", case.department
    run = 1 + turn.runs.count(record.key)
    key, name = (f"{record.key}.{run}", f"{record.name}（第{run}次）") if run > 1 else (record.key, record.name)
    return key, name, villages if record.level is StepLevel.VILLAGE else record.department


def _steps_at(case: Case, at: datetime) -> list[StepRecord]:
    """The steps there were at a moment: not those a changed answer wanted later."""
    return [each for each in case.steps if each.added_at is None or each.added_at <= at]


def _side(case: Case, turn: _Turn, desk: Holder) -> tuple[Side, Holder | None, str]:
    if turn.frozen:
        return Side.CITIZEN, None, "代办授权已经结束，等申请人决定"
    if turn.state is S.PRE_APPROVED:
        return Side.CITIZEN, None, "等申请人到场或正式提交"
    if turn.way is not None:
        return _WAYS[turn.way]
    if turn.state not in _MENDING:
        return Side.OFFICE, desk, ""
    told = _return_at(case, turn.at)
    if told is not None and told.counts_against is not None:
        missed = told.counts_against
        holder = Holder(department=missed.department or desk.department, person=missed.id, name=missed.name)
        return Side.LATE_RETURN, holder, told.number
    return Side.CITIZEN, None, f"等申请人补正{told.number if told else ''}"


def _return_at(case: Case, at: datetime) -> Return | None:
    """The slip that was sent last up to that moment."""
    return next((each for each in reversed(case.returns) if each.at <= at), None)


def _stops(case: Case) -> Iterator[_Overlay]:
    """The clock's stops, but for corrections, which the state tells."""
    limited = {each.key for each in case.steps if each.limit is not None}
    for stop in case.clock.stops:
        if stop.ground is not PauseGround.CORRECTION:
            own = stop.step in limited and stop.ground is not PauseGround.CHOSEN_DAY
            yield _Overlay(stop.start, stop.end, _stopped_by(stop), _stop_words(stop), own=own, stops=True)


def _weight(stop: _Overlay) -> tuple[bool, bool]:
    """Which of two stops at once tells whose time it is: one the law knows before one of the promise alone, and one by hand before that
    of a step, which nobody may do meanwhile, so that its own limit stands still too."""
    return stop.side is not Side.LAWFUL_STOP, stop.own


def _stopped_by(stop: ClockStop) -> Side:
    """Whose the time of a stop is: a day the applicant chose is their own."""
    if stop.ground is PauseGround.CHOSEN_DAY:
        return Side.CITIZEN
    if stop.ground is PauseGround.ANSWER:
        return Side.COUNTERPART
    return Side.LAWFUL_STOP if stop.statutory else Side.OTHER_STOP


def _stop_words(stop: ClockStop) -> str:
    return stop.ground.label + (f"（{stop.notice}）" if stop.notice else "")


def _debts(case: Case) -> Iterator[_Overlay]:
    """What the applicant or somebody else has to do before the office can go on; a signature or an answer the case goes on waiting for
    keeps it the other's."""
    for each in case.obligations:
        side = Side.CITIZEN if each.who in (None, case.person) else Side.COUNTERPART
        for start, end in stretches(case, each):
            yield _Overlay(start, end, side, f"{each.kind.label}：{each.what}", each.blocks)


def _split(base: Segment, overlays: list[_Overlay], case: Case) -> list[Segment]:
    """The office's segment with the stretches taken out in which something was waited for; of several, the first named counts."""
    pieces = [base]
    for overlay in overlays:
        if _holds_up(overlay, base, case):
            pieces = [piece for each in pieces for piece in (_cut(each, overlay) if each.side is Side.OFFICE else [each])]
    return pieces


def _holds_up(overlay: _Overlay, segment: Segment, case: Case) -> bool:
    """Whether it stands in the way of what the office would do next."""
    return overlay.blocks is None or holds_up(overlay.blocks, _stage(segment.step.partition(".")[0], case))


def _stage(phase: str, case: Case) -> Blocks | None:
    """What a phase leads to; a step before the last to nothing yet."""
    if phase in (PRE_REVIEW, ACCEPTANCE):
        return Blocks.ACCEPTANCE
    if phase == HAND_OUT:
        return Blocks.HAND_OUT
    return Blocks.DECISION if case.steps and phase == case.steps[-1].key else None


def _cut(segment: Segment, overlay: _Overlay) -> list[Segment]:
    """Before, during, after; what is empty is left out by the caller."""
    start = max(segment.start, overlay.start)
    end = _earlier(segment.end, overlay.end)
    if (end is not None and start >= end) or (segment.end is not None and start >= segment.end):
        return [segment]
    holder = segment.holder if overlay.own or overlay.side is Side.OTHER_STOP else None
    instead = {"side": overlay.side, "holder": holder, "why": overlay.why, "own": overlay.own, "stops": overlay.stops}
    during = segment.model_copy(update={**instead, "start": start, "end": end})
    pieces = [segment.model_copy(update={"end": start}), during]
    return pieces if end is None or end == segment.end else [*pieces, segment.model_copy(update={"start": end})]


def _earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((each for each in (one, other) if each is not None), default=None)


def _joined(segments: Iterable[Segment]) -> list[Segment]:
    """Neighbours that say the same as one."""
    found: list[Segment] = []
    for each in segments:
        last = found[-1] if found else None
        if last is not None and last.end == each.start and last == each.model_copy(update={"start": last.start, "end": last.end}):
            found[-1] = last.model_copy(update={"end": each.end})
        else:
            found.append(each)
    return found

"""A grant that waits for staff is taken on by one of them before they see whose it is, so that an old woman is not called by three halls at
once. It is theirs until their shift ends, they give it back, or they note that nobody was heard; what they found only they record."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from backend.audit import event_of
from backend.clock import SHANGHAI
from backend.errors import Conflict, FieldError, Forbidden, Invalid, StaleVersion
from backend.grants.core import Core
from backend.idempotency import once
from backend.spoken import moment
from backend.store import Store
from models.acts import Act, Role, StaffActor
from models.catalogue import ProxyBasis
from models.documents import DocumentType
from models.grants import Grant, GrantState, Half, ShownDocument, TakeBody, Taken, Tried, TriedBody

ShiftEnds = Callable[[str | None, datetime], Awaitable[datetime]]
HEARERS = (Role.RECEPTIONIST, Role.VILLAGE_OFFICER)
HEARING_IS_OTHERS = "听取委托人意愿由窗口或村居的工作人员办理。"
_AHEAD = timedelta(days=14)  # as far as a call can be asked for
_KEPT = 20  # calls remembered with the grant; every one stays in the log
_BEGINS = {Half.MORNING: time(9), Half.AFTERNOON: time(14)}  # nobody is called at night or over lunch: a default of our own
_DONE = {
    "grant.recorded": "已经确认",
    "grant.claim_confirmed": "已经确认",
    "grant.not_confirmed": "已经登记为不予确认",
    "grant.claim_refused": "已经登记为不予确认",
}


class Takings:
    """Takes a waiting grant on, gives it back, and notes a call that reached nobody."""

    def __init__(self, core: Core, shift_ends: ShiftEnds) -> None:
        """`shift_ends`: when the shift ends of whoever sits in a hall, or in none, at a moment."""
        self._core = core
        self._shift_ends = shift_ends
        self.store: Store = core.store

    @once("grants", Grant)
    async def take(self, act: Act, grant: Grant, body: TakeBody) -> Grant:
        """From now on the actor, and nobody else, sees it in full. Raises `Forbidden` to whoever hears nobody, of a call; `Conflict` once
        it is settled and, without `early`, before the agreed time; `StaleVersion` where a colleague has it."""
        actor = _staff(act)
        require_waiting(grant)
        if grant.basis is ProxyBasis.DELEGATION and not actor.has(*HEARERS):
            raise Forbidden(HEARING_IS_OTHERS)
        soonest = not_before(grant)
        if soonest is not None and act.at < soonest and not body.early:
            raise Conflict(f"约好{moment(soonest)}以后再打电话。本人已经来了或自己打来了，请说明以后再认领。")
        require_free(act, grant)
        target = grant.target
        assert target is not None  # of a grant that waits
        until = await self._shift_ends(actor.hall, act.at)
        taken = Taken(by=actor.id, by_name=actor.name, at=act.at, until=until)
        shown = ShownDocument(document_type=target.document_type or DocumentType.RESIDENT_CARD, number=target.number or "")
        changes = {"taken": taken.model_dump(), "shown": shown.model_dump(mode="json")}
        return await self._change(act, grant, changes, "grant.taken_on")

    @once("grants", Grant)
    async def give_back(self, act: Act, grant: Grant) -> Grant:
        """It is everybody's again. Raises as `require_held`."""
        require_held(act, grant)
        return await self._change(act, grant, {"taken": None}, "grant.given_back")

    @once("grants", Grant)
    async def tried(self, act: Act, grant: Grant, body: TriedBody) -> Grant:
        """Nobody was heard on the telephone: it waits for the next call, which is anybody's. Raises as `require_held`, `Conflict` where
        nobody is called, `Invalid` for a time that is past or too far away."""
        require_held(act, grant)
        if grant.call_back is None:
            raise Conflict("这份申请不用打电话核实。")
        again = body.again_at or act.at + body.outcome.pause
        if not act.at < again <= act.at + _AHEAD:
            raise Invalid(errors=[FieldError("/again_at", "下次打电话的时间请选现在以后、14天以内。")])
        call = Tried(at=act.at, by_name=_staff(act).name, outcome=body.outcome, again_at=again.astimezone(SHANGHAI))
        tries = [*grant.tries, call][-_KEPT:]
        changes = {"taken": None, "tries": [{**each.model_dump(), "outcome": each.outcome.value} for each in tries]}
        return await self._change(act, grant, changes, "grant.not_reached", {"outcome": body.outcome.value})

    async def _change(self, act: Act, grant: Grant, changes: dict[str, Any], action: str, detail: dict[str, str] | None = None) -> Grant:
        """One of those who try at once; the others are told by whom."""
        changed = await self._core.change(grant, (GrantState.CHECKING,), changes, event_of(act, action, detail=detail))
        if changed is not None:
            return changed
        now = await self._core.get(grant.id)
        require_waiting(now)
        require_free(act, now)
        raise StaleVersion()


def not_before(grant: Grant) -> datetime | None:
    """When the principal may be called: from the half-day that was agreed on, and after the pause since the last try; None where nobody is."""
    if grant.call_back is None:
        return None
    day = date.fromisoformat(grant.call_back.day)
    agreed = datetime.combine(day, _BEGINS[grant.call_back.half], SHANGHAI)
    return max([agreed, *(each.again_at for each in grant.tries[-1:])])


def require_waiting(grant: Grant) -> None:
    """Raises `Conflict`, with who settled it, where a grant waits for staff no longer."""
    if grant.state is GrantState.CHECKING and grant.target is not None:
        return
    last = next((each for each in reversed(grant.events) if each.action in _DONE), None)
    if last is None:
        raise Conflict(f"这份授权现在的状态是「{grant.state.label}」，不用再核实。")
    raise Conflict(f"{last.actor['name']} {moment(last.at)}{_DONE[last.action]}，不用再核实。这份授权现在的状态是「{grant.state.label}」。")


def require_free(act: Act, grant: Grant) -> None:
    """Raises `StaleVersion`, with who has it, where a colleague has a grant in hand."""
    taken = grant.in_hand(act.at)
    if taken is not None and taken.by != act.actor.id:
        raise StaleVersion(f"{taken.by_name} {moment(taken.at)}认领了这份授权，正在核实。请核实别的，或与同事商量。")


def require_held(act: Act, grant: Grant) -> None:
    """Raises `Conflict` where a grant is settled, or where the actor has not taken it on; `StaleVersion` where a colleague has it."""
    require_waiting(grant)
    require_free(act, grant)
    if grant.in_hand(act.at) is None:
        raise Conflict("请先认领这份授权，再看内容、记结果。认领到下班为止，过了要再认领。")


def _staff(act: Act) -> StaffActor:
    if not isinstance(act.actor, StaffActor):
        raise Forbidden()
    return act.actor

"""What moves the limits of an accepted case: a stop that begins and ends, and the one extension."""

from datetime import date, timedelta

from backend.cases import clocks
from backend.cases.actions import Action
from backend.cases.awaiting import Awaiting
from backend.cases.core import somebody
from backend.cases.timing import stop_notices
from backend.cases.words import expected, needed, new_limit
from backend.clock import SHANGHAI
from backend.errors import FieldError, Invalid
from backend.idempotency import once
from backend.spoken import full_day
from models.acts import Act
from models.cases import Case, ClockExtension, ClockStop, ExtendBody, PauseBody, PauseGround, VersionBody
from models.catalogue import Extension, Span

_LONGEST = timedelta(days=365)


class Stops(Awaiting):
    """Acts of staff on the clock of an accepted case. Each is told to the applicant in a numbered notice."""

    @once("cases", Case)
    async def pause(self, act: Act, case_id: str, body: PauseBody) -> Case:
        """Stops the clock for a named ground, told in writing. Only the grounds of 行政许可法 art. 45 stop the statutory one."""
        case, row = await self._take(act, case_id, Action.PAUSE, body.version)
        if not body.ground.is_by_hand:
            allowed = "、".join(each.label for each in PauseGround if each.is_by_hand)
            raise Invalid(
                errors=[FieldError("/ground", f"「{body.ground.label}」由相应的环节自动开始和结束，不能手工暂停。可以选：{allowed}。")]
            )
        if body.ground.stops_statutory_clock and not body.legal_basis:
            raise Invalid(errors=[FieldError("/legal_basis", f"「{body.ground.label}」会停止法定时限，请写明依据的法律条款。")])
        _require_time(act, body.until)
        if body.ground.stops_statutory_clock:
            await self._require_lawful(case, body.ground)
        number = await self.book.notice_number(act, self.book.handler(case), "特")
        stop = ClockStop(
            ground=body.ground,
            reason=body.reason,
            legal_basis=body.legal_basis or "",
            start=act.at,
            until=body.until,
            statutory=body.ground.stops_statutory_clock,
            notice=number,
        )
        clock = clocks.stopped(case.clock, self.calendar, self.policy, self.version_of(case).clocks, stop)
        notices = self._tell(case, "case_paused", ground=body.ground.label, needed=needed(stop), notice=number)
        detail = {"ground": body.ground.value, "statutory": stop.statutory, "until": body.until.isoformat(), "notice": number}
        return await self._apply(act, case, row, self._clocked(case, clock), detail=detail, notices=notices)

    async def _require_lawful(self, case: Case, ground: PauseGround) -> None:
        """A part's stop stops the whole's limit too. Raises `Invalid` where neither the part nor the whole is a licence, and no law
        limits the part's own time: whoever merely answers, as a bank does, stops nobody else's limit."""
        if case.bundle is None or case.is_licence or self.version_of(case).clocks.statutory is not None:
            return
        if not (await self._load(case.bundle)).is_licence:
            others = "、".join(each.label for each in PauseGround if each.is_by_hand and not each.stops_statutory_clock)
            detail = f"「{case.item_name}」没有自己的法定时限，不能用「{ground.label}」停止整件事的法定时限。要等的，可以选：{others}。"
            raise Invalid(errors=[FieldError("/ground", detail)])

    @once("cases", Case)
    async def resume(self, act: Act, case_id: str, body: VersionBody) -> Case:
        """Lets the clock run on; the days stood still are added to the limits they stopped."""
        case, row = await self._take(act, case_id, Action.RESUME, body.version)
        clock = clocks.resumed(case.clock, self.calendar, self.policy, self.version_of(case).clocks, act.at)
        clocked = self._clocked(case, clock)
        clocked |= await self._awaiting(act, case.model_copy(update={**clocked, "state": row.target}))
        after = case.model_copy(update=clocked)
        notices = stop_notices(case.clock, after, self._tell)  # others are waited for still
        due = None if notices else clocks.nearest(after.clock)  # none while a step's own stop goes on, which was told
        notices += self._tell(case, "case_resumed", expected=expected(due, act.at)) if due else []
        return await self._apply(act, case, row, clocked, notices=notices)

    @once("cases", Case)
    async def extend(self, act: Act, case_id: str, body: ExtendBody) -> Case:
        """Extends both limits, once, before they end; the head's act, by what the item's rule allows and no more.

        Raises `WrongState` where the item has no extension, it was used, or it is too late; `Invalid` where it is too long.
        """
        case, row = await self._take(act, case_id, Action.EXTEND, body.version)
        limits = self.version_of(case).clocks
        allowed, due = limits.extension, clocks.nearest(case.clock)
        assert allowed is not None
        assert due is not None
        if (body.n or 0) > allowed.n:
            raise Invalid(errors=[FieldError("/n", f"最多只能延长{allowed.words()}。")])
        extension = ClockExtension(
            span=_by(allowed, body.n),
            reason=body.reason,
            basis=allowed.basis if allowed.verified else "",
            due_before=due,
            due=due,
            notice=await self.book.notice_number(act, self.book.handler(case), "延"),
            at=act.at,
            by=somebody(act),
        )
        clock = clocks.extended(case.clock, self.calendar, self.policy, limits, extension)
        assert clock.extension is not None
        detail = {"notice": extension.notice, "by": extension.span.words(), "due_before": due, "due": clock.extension.due}
        told = {"span": extension.span.words(), "due": new_limit(clock.extension.promised, clock.extension.due), "notice": extension.notice}
        notices = [] if case.bundle else self._tell(case, "case_extended", **told)  # of a part, with what becomes of the whole
        return await self._apply(act, case, row, self._clocked(case, clock), detail=detail, notices=notices)


def _require_time(act: Act, until: date) -> None:
    """Raises `Invalid` where the day given for the end of a stop is over, or so far off that it says nothing."""
    today = act.at.astimezone(SHANGHAI).date()
    if until < today:
        raise Invalid(errors=[FieldError("/until", "预计结束的日子不能早于今天，请重新填写。")])
    if until > today + _LONGEST:
        raise Invalid(errors=[FieldError("/until", f"预计结束的日子最远到{full_day(today + _LONGEST)}，请重新填写。")])


def _by(allowed: Extension, n: int | None) -> Span:
    return Span(n=n or allowed.n, unit=allowed.unit)

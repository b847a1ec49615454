"""The stop while the decision waits for somebody else's answer and for nothing of the office's (等待对方办好). Of the promised clock alone."""

from datetime import datetime

from backend.cases import clocks
from backend.cases.asking import Asking
from backend.cases.words import listed
from models.acts import Act
from models.cases import Blocks, Case, CaseClock, CaseState, ClockStop, Obligation, PauseGround


class Awaiting(Asking):
    """Begins the stop with the turn of the step that decides, and ends it with the last answer."""

    async def _awaiting(self, act: Act, after: Case) -> dict[str, object]:
        """What to set on a case, as it is after an act, where the wait for others begins or ends with it: the clock and its steps."""
        going, waited = _going(after.clock), waited_for(after)
        if (going is not None) is bool(waited):
            return {}
        clock = answered_clock(after.clock, act.at)
        if waited:
            number = await self.book.notice_number(act, self.book.handler(after), "特")
            who = "、".join(dict.fromkeys(each.who_name for each in waited))
            reason = f"等{who}办好{listed([each.name for each in waited])}"
            stop = ClockStop(ground=PauseGround.ANSWER, reason=reason, start=act.at, notice=number)
            clock = clock.model_copy(update={"stops": [*clock.stops, stop]})
        return self._clocked(after, clocks.counted(clock, self.calendar, self.policy, self.version_of(after).clocks))


def waited_for(case: Case) -> list[Obligation]:
    """What others still have to answer before the step whose turn it is may decide; nothing while an earlier step is at work, or while
    the case stands still for something else."""
    if case.state is not CaseState.ACCEPTED or not case.steps or case.current_step is not case.steps[-1]:
        return []
    return [each for each in case.obligations if each.is_of_others and each.is_open and each.blocks is Blocks.DECISION]


def answered_clock(clock: CaseClock, at: datetime) -> CaseClock:
    """The clock with that stop ended, where it goes on. To be counted anew."""
    going = _going(clock)
    stops = [each.model_copy(update={"end": at}) if each is going else each for each in clock.stops]
    return clock if going is None else clock.model_copy(update={"stops": stops})


def _going(clock: CaseClock) -> ClockStop | None:
    return next((stop for stop in clock.stops if stop.ground is PauseGround.ANSWER and stop.end is None), None)

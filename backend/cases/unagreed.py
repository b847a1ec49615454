"""What a no, or no answer in time, does to a case: it goes back to the applicant to be mended, ends, or goes on waiting; and that it
goes on by itself where the word comes after all."""

from dataclasses import dataclass, field
from typing import Any

from backend.cases import clocks
from backend.cases.actions import Action
from backend.cases.awaiting import Awaiting, answered_clock
from backend.cases.book import OFF_DESK, UNCLAIMED
from backend.cases.bundles import FollowUp
from backend.cases.flow import FILED, Transition
from backend.cases.others import declared, fields_of, unagreed_slip
from backend.cases.returning import Returning, answered, waits_for_no_mending
from backend.cases.words import expected
from backend.spoken import deadline
from models.acts import Act
from models.base import NoticeOrder
from models.cases import Case, CaseClock, CaseState, Completion, Defect, Obligation, ReasonClass, Somebody
from models.catalogue import Unagreed

_ACTIONS = {Unagreed.RETURN: Action.SEND_BACK, Unagreed.END: Action.END_UNAGREED}
_AGREE = "请与对方商量，改好后再提交；不用改的，也可以直接再提交，会重新请对方办理。"
_ASK_THEM = "请提醒对方：对方补办好了，申请自己接着办，您不用再提交。内容要改的，改好后再提交，会重新请对方办理。"
_FREE: dict[str, Any] = {**UNCLAIMED, "may_book": False}


@dataclass(frozen=True)
class Consequence:
    """What to set on the case, and whom to tell."""

    changes: dict[str, Any] = field(default_factory=dict[str, Any])
    notices: list[NoticeOrder] = field(default_factory=list[NoticeOrder])
    beside: FollowUp | None = None  # what else is written in the same transaction


class Sending(Awaiting, Returning):
    """Sends cases back, or ends them, because somebody did not agree."""

    async def end_unconfirmed(self, act: Act, case_id: str, what: str, beside: FollowUp) -> Case:
        """Ends a case whose result needed the applicant's yes, which did not come in time; whoever asked them tells them. `beside` is
        written with it. Raises `WrongState` where the case is over."""
        case = await self._load(case_id)
        row = self._allowed(act, case, Action.END_UNCONFIRMED, case.version)
        changes = {**_over(case, act), "ended_for": f"到期没有确认{what}"}
        return await self._apply(act, case, row, changes, beside=beside)

    async def _consequence(
        self, act: Act, case: Case, obligation: Obligation, what: Unagreed, by: Somebody, reason: str
    ) -> tuple[Transition | None, Consequence]:
        """The row of the table that follows, with its changes; None where the case only goes on waiting, as while it is mended."""
        action = _ACTIONS.get(what)
        if action is not None and case.parts and case.state in FILED:
            return None, self._parts_asked(act, case, obligation, by, reason)
        row = self._row(case, action) if action else None
        if row is None:
            return None, Consequence({}, self._tell_unagreed(case, obligation, "obligation_declined", reason))
        if row.action is Action.SEND_BACK:
            return row, await self._sent_back(act, case, row, obligation, by, reason)
        return row, self._ended(act, case, obligation, reason)

    async def _word_came(self, act: Act, case: Case, obligation: Obligation) -> tuple[Transition | None, Consequence]:
        """What a yes does to `case`, which holds it already: where it was sent back for want of it and of nothing else, it goes on, and
        the applicant need not do anything. The row is None where the yes is only noted."""
        row = self._row(case, Action.GO_ON)
        if row is None or not waits_for_no_mending(case):
            return None, Consequence({}, self._tell(case, "obligation_met", what=obligation.name, who=obligation.who_name))
        changes = {"returns": answered(case.returns, act), **await self._clock_after_mending(act, case, case, row.target)}
        changes |= self._queued(act, case.model_copy(update=changes), row.target)
        changes |= await self._awaiting(act, case.model_copy(update={**changes, "state": row.target}))
        after = case.model_copy(update={**changes, "state": row.target})
        by = self._expected(act, after, row.target)
        told = {"what": obligation.name, "who": obligation.who_name, "expected": expected(by, act.at, "看完")}
        return row, Consequence(changes, self._tell(after, "obligation_met_late", **told))

    def _parts_asked(self, act: Act, bundle: Case, obligation: Obligation, by: Somebody, reason: str) -> Consequence:
        """Departments are at work on a bundle already: those the missing word concerns ask for the correction, and wait for it."""
        version = self.version_of(bundle)
        asked = declared(version, obligation)
        fields = fields_of(version, asked) if asked else ()
        write = self.bundles.asked_again(act, bundle, self._unagreed(bundle, obligation, reason, bundled=True), fields, by)
        return Consequence({}, self._tell_unagreed(bundle, obligation, "obligation_sent_back", reason), write)

    def _unagreed(self, case: Case, obligation: Obligation, reason: str, *, bundled: bool = False) -> Defect:
        """What is to be mended: the field that named them."""
        asked = declared(self.version_of(case), obligation)
        way = _ASK_THEM if obligation.lapsed_at and not bundled else _AGREE
        advice = f"{obligation.who_name}{reason}。{way}"
        return Defect(
            target=f"form/{asked.who if asked else obligation.key}", name=obligation.name, reason=ReasonClass.UNAGREED, advice=advice
        )

    async def _sent_back(self, act: Act, case: Case, row: Transition, obligation: Obligation, by: Somebody, reason: str) -> Consequence:
        """On a numbered slip, like all that is to be mended."""
        number = await self.book.notice_number(act, self.book.handler(case), "告")
        clock = self._clock_back(act, case, row, number)
        slip = unagreed_slip(case, number, act.at, by, self._unagreed(case, obligation, reason), clock.mend_due)
        desk = {} if row.target is CaseState.CORRECTION_AFTER_ACCEPTANCE else {"desk": None, "queued_at": None}
        changes = {"returns": [*case.returns, slip], "clock": clock, **_FREE, **desk}
        template = "obligation_silent" if obligation.lapsed_at else "obligation_sent_back"
        return Consequence(changes, self._tell_unagreed(case, obligation, template, reason))

    def _clock_back(self, act: Act, case: Case, row: Transition, number: str) -> CaseClock:
        """As with a correction notice: told before acceptance it ends the five days, after it it stops the promised clock."""
        if row.target is CaseState.CORRECTION:
            return clocks.told(case.clock, self.calendar, self.policy, act.at, late=False)
        if row.target is CaseState.CORRECTION_AFTER_ACCEPTANCE:
            limits = self.version_of(case).clocks
            return clocks.awaiting_answer(
                answered_clock(case.clock, act.at), self.calendar, self.policy, limits, act.at, number, late=False
            )
        return case.clock

    def _ended(self, act: Act, case: Case, obligation: Obligation, reason: str) -> Consequence:
        changes = {**_over(case, act), "ended_for": f"「{obligation.name}」：{obligation.who_name}{reason}"}
        return Consequence(changes, self._tell_unagreed(case, obligation, "obligation_ended", reason))

    async def _tell_lapsed(self, case: Case, obligation: Obligation) -> list[NoticeOrder]:
        """Whoever did not answer is told that the time is over."""
        due = deadline(obligation.due or case.updated_at)
        told = self._tell(case, "obligation_lapsed", what=obligation.name, who=obligation.who_name, due=due)
        return [told[0].model_copy(update={"to": reader}) for reader in await self._readers(case, obligation)]

    def _tell_unagreed(self, case: Case, obligation: Obligation, template: str, reason: str) -> list[NoticeOrder]:
        """The applicant's side is told who, what and why."""
        return self._tell(case, template, what=obligation.name, who=obligation.who_name, reason=reason)


def _over(case: Case, act: Act) -> dict[str, Any]:
    """What every end without a result sets."""
    ended = {"clock": clocks.ended(case.clock), "completion": Completion.VOID, "closed_at": act.at}
    return {**_FREE, **OFF_DESK, **ended}

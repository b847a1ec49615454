"""Recusal (回避): whoever has a tie to a matter says so and is out of it at once; the applicant may ask for it, and the head decides.

While it is not decided, whoever is named goes on, but makes no decision. Who is out neither reads nor acts, whatever their roles.
"""

from typing import Any

from backend.cases.actions import Action
from backend.cases.book import UNCLAIMED
from backend.cases.core import somebody
from backend.cases.drawing import Drawing
from backend.cases.flow import UNFILED
from backend.cases.hands import hands_of
from backend.errors import Conflict, FieldError, Forbidden, Invalid
from backend.idempotency import once
from models.acts import Act
from models.base import NoticeOrder
from models.cases import AskRecusalBody, Case, CaseState, DecideRecusalBody, Recusal, RecusalRequest, RecuseBody, Somebody

_NOT_ACCEPTED = frozenset({*UNFILED, CaseState.RECEIVED, CaseState.CORRECTION})
_ASKED = "已经提出过回避申请，正在等首席代表决定，不用再提。"
_OWN = "申请回避的是您本人，不能由您决定。您认为应当回避的，请点「申报回避」；否则请本部门另一位首席代表决定。"
_NOT_OURS = "请从列表里选：要回避的人应当是办过或可能办到这份申请的工作人员。"
_NOT_OUT = "这名工作人员在这份申请里没有回避，不用恢复。"


class Recusing(Drawing):
    """The three acts."""

    @once("cases", Case)
    async def recuse(self, act: Act, case_id: str, body: RecuseBody) -> Case:
        """The actor is out of the case from now on; what they had in hand goes to the others."""
        case, row = await self._take(act, case_id, Action.RECUSE, body.version)
        out = Recusal(**somebody(act).model_dump(), ground=body.ground, reason=body.reason, at=act.at, by=somebody(act))
        asked = case.recusal_asked
        request: list[RecusalRequest] = case.recusal_requests
        notices: list[NoticeOrder] = []
        if asked is not None and _names(asked, act):
            request, notices = self._answered(act, case, granted=True, answer="本人已经申报回避。")
        changes = {**self._without(case, out), **requested(request)}
        return await self._apply(act, case, row, changes, detail=_told(case, out), notices=notices)

    @once("cases", Case)
    async def ask_recusal(self, act: Act, case_id: str, body: AskRecusalBody) -> Case:
        """The applicant asks that somebody be out of it. Raises `Conflict` while another request is open."""
        case, row = await self._take(act, case_id, Action.ASK_RECUSAL, body.version)
        if case.recusal_asked is not None:
            raise Conflict(_ASKED)
        request = RecusalRequest(who=body.who, reason=body.reason, at=act.at, by=somebody(act))
        return await self._apply(act, case, row, requested([*case.recusal_requests, request]))

    @once("cases", Case)
    async def decide_recusal(self, act: Act, case_id: str, body: DecideRecusalBody) -> Case:
        """The head decides: somebody is out, or is not, or is back in; an applicant who asked is told with the reason.

        Raises `Forbidden` to whoever it is about, `Invalid` where nobody is named or who is named has nothing to do with the case.
        """
        case, row = await self._take(act, case_id, Action.DECIDE_RECUSAL, body.version)
        asked = case.recusal_asked
        if body.staff == act.actor.id or (asked is not None and _names(asked, act)):
            raise Forbidden(_OWN)
        changes, detail = await self._ruled(act, case, body)
        notices: list[NoticeOrder] = []
        if asked is not None:
            requests, notices = self._answered(act, case, granted=body.granted, answer=body.reason)
            changes |= requested(requests)
        return await self._apply(act, case, row, changes, detail={**detail, "granted": body.granted, "why": body.reason}, notices=notices)

    async def _ruled(self, act: Act, case: Case, body: DecideRecusalBody) -> tuple[dict[str, Any], dict[str, Any]]:
        """What the decision changes of who is out, and what its event says."""
        if body.granted:
            who = next((each for each in await self.recusable(case) if each.id == body.staff), None)
            if who is None:
                raise Invalid(errors=[FieldError("/staff", _NOT_OURS)])
            out = Recusal(**who.model_dump(), reason=body.reason, at=act.at, by=somebody(act))
            return self._without(case, out), _told(case, out)
        if case.recusal_asked is not None and body.staff is None:
            return {}, {}
        if not any(each.id == body.staff for each in case.recused):
            raise Invalid(errors=[FieldError("/staff", _NOT_OUT)])
        return {"recused": [each for each in case.recused if each.id != body.staff]}, {"staff": body.staff}

    async def recusable(self, case: Case) -> list[Somebody]:
        """Who may be told to stay out of it: who had a hand in it, who decides for its departments, and until it is accepted whoever may
        yet take it for a look before the trip; none who is out already."""
        known = {key: who for key, (who, _) in hands_of(case).items()}
        if case.state in _NOT_ACCEPTED:
            known |= {each.id: each for each in await self.pre_reviewers(case.department)}
        for department in dict.fromkeys([case.department, *(step.department for step in case.steps)]):
            known |= {each.id: each for each in await self.officers(department)}
        out = {each.id for each in case.recused}
        return [each for each in known.values() if each.id not in out]

    async def recusable_by(self, act: Act, case: Case) -> list[Somebody]:
        """Whom the actor may tell to stay out of it: nobody decides about themselves."""
        return [each for each in await self.recusable(case) if each.id != act.actor.id]

    @staticmethod
    def _without(case: Case, out: Recusal) -> dict[str, Any]:
        """What to set where somebody is out from now on."""
        freed = UNCLAIMED if case.reviewer is not None and case.reviewer.id == out.id else {}
        return {"recused": [*(each for each in case.recused if each.id != out.id), out], **freed}

    def _answered(self, act: Act, case: Case, *, granted: bool, answer: str) -> tuple[list[RecusalRequest], list[NoticeOrder]]:
        """The requests, the open one decided, and what its applicant is told."""
        decided = {"granted": granted, "answer": answer, "decided_at": act.at, "decided_by": somebody(act)}
        requests = [each.model_copy(update=decided) if each.is_open else each for each in case.recusal_requests]
        return requests, self._tell(case, "recusal_granted" if granted else "recusal_refused", reason=answer.rstrip("。"))


def requested(requests: list[RecusalRequest]) -> dict[str, Any]:
    """What to set on a case whose requests are now these."""
    return {"recusal_requests": requests, "recusal_open_at": next((each.at for each in requests if each.is_open), None)}


def _names(asked: RecusalRequest, act: Act) -> bool:
    """Whether the applicant means the actor."""
    return asked.who.strip() == act.actor.name


def _told(case: Case, who: Recusal) -> dict[str, Any]:
    """What the event says; `freed`: it was in their hand."""
    return {"staff": who.id, "freed": case.reviewer is not None and case.reviewer.id == who.id}

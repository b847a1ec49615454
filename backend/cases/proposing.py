"""The head of the department is to take a decision back: withdraw it (拟撤回) for what is owed still, or annul it (拟撤销) as it was wrong.

Never unheard: the applicant is told why in writing, and may speak first; then the head annuls or keeps it (`Inspecting`). A decision
made on forged papers, on false answers or by mistake is annulled by whoever made it (行政许可法 art. 69, catalogue/cases.yaml for the time).
"""

from backend.cases.actions import Action
from backend.cases.core import somebody
from backend.cases.flow import Transition
from backend.cases.inspecting import Inspecting, require_withdrawable
from backend.errors import WrongState
from backend.idempotency import once
from backend.spoken import deadline
from models.acts import Act
from models.cases import Case, Completion, Inspection, InspectionFinding, InspectionOutcome, InspectionState, RevokeBody

_TEMPLATES = {
    InspectionOutcome.OWED: "decision_to_be_withdrawn",
    InspectionOutcome.MISTAKEN: "decision_mistaken",
    InspectionOutcome.REFUSED_MISTAKENLY: "refusal_found_wrong",
}


class Proposing(Inspecting):
    """Acts of the head that begin to take a decision back."""

    @once("cases", Case)
    async def revoke(self, act: Act, case_id: str, body: RevokeBody) -> Case:
        """The head is to withdraw (拟撤回) what was granted on a promise that was not kept: the applicant is told why, and speaks first;
        then `annul` withdraws it, or `keep_decision` lets it stand.

        Raises `WrongState` without a ground, while what came in is still to be looked at, and while something else is being checked.
        """
        case, row = await self._take(act, case_id, Action.REVOKE, body.version)
        require_withdrawable(case)
        _require_unchecked(case, "拟撤回")
        return await self._proposed_by_head(act, case, row, InspectionOutcome.OWED, body)

    @once("cases", Case)
    async def find_wrong(self, act: Act, case_id: str, body: RevokeBody) -> Case:
        """The head found that a decision should not have been made, and is to annul it (拟撤销): the applicant is told why. Of a grant they
        speak first; then `annul` takes it back, or `keep_decision` lets it stand. A refusal, such as one a reconsideration (行政复议) found
        wrong, may be annulled at once, and the applicant is decided about anew.

        Raises `WrongState` where nothing was decided or it was taken back already, for certificates made at once (those are revoked by
        their number), and while something else is being checked.
        """
        case, row = await self._take(act, case_id, Action.FIND_WRONG, body.version)
        self._require_standing(case)
        _require_unchecked(case, "拟撤销")
        ground = InspectionOutcome.REFUSED_MISTAKENLY if case.was_refused else InspectionOutcome.MISTAKEN
        return await self._proposed_by_head(act, case, row, ground, body)

    async def _proposed_by_head(self, act: Act, case: Case, row: Transition, ground: InspectionOutcome, body: RevokeBody) -> Case:
        """The notice, with the time to speak, and what was found before kept beside it."""
        by = somebody(act)
        hearing = case.is_licence and not case.was_refused
        proposal = await self._proposal(act, case, ground, body.reason, body.basis, hearing=hearing)
        before = case.inspection.findings if case.inspection else []
        inspection = Inspection(
            department=case.decided_in,
            since=act.at,
            due=proposal.until,
            inspector=by,
            state=InspectionState.PROPOSED,
            findings=[*before, InspectionFinding(outcome=ground, note=body.reason, at=act.at, by=by)],
            proposal=proposal,
        )
        told = {"notice": proposal.number, "due": deadline(proposal.until)}
        return await self._written(act, case, row, inspection, _TEMPLATES[ground], told)

    async def _further(self, act: Act, case: Case, action: Action) -> None:
        await super()._further(act, case, action)
        if action is Action.REVOKE:
            require_withdrawable(case)
        elif action is Action.FIND_WRONG:
            self._require_standing(case)
            _require_unchecked(case, "拟撤销")

    def _require_standing(self, case: Case) -> None:
        """Raises `WrongState` where there is no decision to annul this way."""
        if case.decision is None or case.decision.outcome not in (Completion.GRANTED, Completion.REFUSED):
            raise WrongState("这份办件没有准予或不予批准的决定，没有可以撤销的。")
        if (revoked := case.decision.revoked) is not None:
            raise WrongState(f"这份办件的决定已经撤销、撤回（{revoked.number}），不能再拟撤销。")
        if self.version_of(case).instant is not None:
            raise WrongState("这份证明是系统即时出具的，请在「证明」里按编号撤销。")


def _require_unchecked(case: Case, what: str) -> None:
    if case.inspection is not None and case.inspection.is_open:
        raise WrongState(f"这份办件正在办「{case.inspection.label}」，请等它办完再{what}决定。")

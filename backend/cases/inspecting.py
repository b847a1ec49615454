"""After a decision on a commitment: the check, time to put right, the applicant's own say, and the decision annulled or kept.

An untrue commitment takes the decision away (撤销), a promise that was not kept too (撤回), never unheard: the applicant is told why and until when they may speak,
and may ask for a hearing where the item offers one (行政许可法 art. 69; the district's own time, catalogue/cases.yaml).
"""

from typing import Any

from backend.cases import clocks, debts
from backend.cases.actions import Action
from backend.cases.bundles import FollowUp
from backend.cases.core import somebody, together
from backend.cases.decisions import Decisions, rests_on
from backend.cases.drawing import inspected
from backend.cases.duties import Duties
from backend.cases.flow import Transition
from backend.cases.in_place import own_and_stood_for
from backend.cases.obligations import changes_to, ended
from backend.cases.owing import duty_of, met
from backend.cases.promising import Promising
from backend.cases.renewing import Renewing
from backend.cases.rights import require_right
from backend.cases.words import listed, what_next
from backend.errors import FieldError, Forbidden, Invalid, WrongState
from backend.idempotency import once
from backend.permissions import require
from backend.spoken import deadline
from backend.store import Document
from backend.store.indexes import TEXT
from backend.store.pages import page
from models.acts import Act, Role, StaffActor
from models.base import NoticeOrder
from models.cases import (
    AnnulBody,
    Case,
    Completion,
    Correction,
    HearStatementBody,
    InspectBody,
    Inspection,
    InspectionFinding,
    InspectionOutcome,
    InspectionsQuery,
    InspectionState,
    InspectorBody,
    Proposal,
    ReasonBody,
    Revocation,
    Somebody,
    SpeakBody,
    Statement,
)
from models.catalogue import CommitmentCheck, Span


class Inspecting(Decisions, Promising, Renewing, Duties):
    """Acts on checks of commitments."""

    async def inspections(self, act: Act, query: InspectionsQuery) -> tuple[list[Case], str | None]:
        """The checks of the viewer's department, for supervision those of their district, the newest case first, and where the next page
        begins. Raises `Forbidden`."""
        actor = act.actor
        states = [query.state] if query.state else [each for each in InspectionState if each is not InspectionState.OVER]
        where: Document = {**_checks_seen_by(act), "inspection.state": {"$in": [each.value for each in states]}}
        if query.mine:
            where["inspection.inspector.id"] = {"$in": list(own_and_stood_for(actor))}
        return await page(self.store.cases, Case, where, query.cursor, query.limit)

    async def inspectors(self, act: Act, case_id: str) -> list[Somebody]:
        """Whom the head may give the check of a case to. Raises `NotFound`, `Forbidden`, `WrongState` where nothing is checked."""
        case = await self._load(case_id)
        require_right(act, case, Action.ASSIGN_INSPECTOR)
        _open(case)
        return await self._may_inspect(case)

    async def _may_inspect(self, case: Case) -> list[Somebody]:
        """The reviewers of the department that decided, but not who did."""
        return [each for each in await self.officers(case.decided_in) if each.id != self._decided_by(case)]

    @once("cases", Case)
    async def assign_inspector(self, act: Act, case_id: str, body: InspectorBody) -> Case:
        """The head gives the check to somebody else. Raises `Invalid` for who is no reviewer there, or decided the case."""
        case, row = await self._take(act, case_id, Action.ASSIGN_INSPECTOR, body.version)
        inspection = _open(case)
        officers = {each.id: each for each in await self._may_inspect(case)}
        if body.inspector not in officers:
            raise Invalid(errors=[FieldError("/inspector", "核查要交给本部门没有作出这个决定的审批人员，请另选一位。")])
        changed = inspection.model_copy(update={"inspector": officers[body.inspector]})
        return await self._apply(act, case, row, inspected(changed), detail={"inspector": body.inspector})

    @once("cases", Case)
    async def inspect(self, act: Act, case_id: str, body: InspectBody) -> Case:
        """Records what the check showed. Not kept: time to put it right; untrue, or not put right in time: the decision is to be
        annulled, and the applicant may speak first. Raises `Forbidden`, `WrongState` while there is time to put right, whatever
        else was found meanwhile: what an office has asked for in writing it waits for."""
        case, row = await self._take(act, case_id, Action.INSPECT, body.version)
        inspection, outcome = _open(case), InspectionOutcome(body.outcome)
        self._require_inspector(act, case)
        finding = InspectionFinding(outcome=outcome, note=body.note, at=act.at, by=somebody(act))
        looked = inspection.model_copy(update={"findings": [*inspection.findings, finding]})
        if inspection.duty is not None:
            return await self._of_duty(act, case, row, looked, body)
        if outcome is InspectionOutcome.TRUE:
            over = InspectionOutcome.TRUE if inspection.correction is None else InspectionOutcome.CORRECTED
            return await self._written(act, case, row, _over(looked, act, over), "commitment_kept", {})
        if outcome is InspectionOutcome.NOT_KEPT and inspection.correction is None:
            return await self._to_correct(act, case, row, looked, body)
        if inspection.correction and act.at < inspection.correction.due:
            raise WrongState(
                f"已经通知限期改正，到{deadline(inspection.correction.due)}为止，期限没有到。已经改好的请登记“承诺属实”；没有改好的到期再核查。"
            )
        return await self._to_annul(act, case, row, looked, body)

    @once("cases", Case)
    async def speak(self, act: Act, case_id: str, body: SpeakBody) -> Case:
        """The applicant speaks for themselves before the decision is annulled. Raises `WrongState` when the time is over."""
        if act.acting is None:
            act = await self.in_own_name(act, case_id)
        case, row = await self._take(act, case_id, Action.SPEAK, body.version)
        statement = Statement(text=body.text, at=act.at, by=somebody(act), wants_hearing=body.wants_hearing)
        return await self._spoken(act, case, row, statement)

    @once("cases", Case)
    async def hear_statement(self, act: Act, case_id: str, body: HearStatementBody) -> Case:
        """The same, said at the counter and written down by a member of staff the case concerns; who said it is kept. Raises `Invalid`
        where the document is of somebody who may not speak for the applicant."""
        require("case.see", act, await self._load(case_id))
        return await self._heard_saying(act, case_id, body)

    async def _heard_saying(self, act: Act, case_id: str, body: HearStatementBody) -> Case:
        case, row = await self._take(act, case_id, Action.HEAR_STATEMENT, body.version)
        by = await self.speaking(act, case, body.person)
        statement = Statement(text=body.text, at=act.at, by=by, wants_hearing=body.wants_hearing, heard_by=somebody(act))
        return await self._spoken(act, case, row, statement)

    @once("cases", Case)
    async def keep_decision(self, act: Act, case_id: str, body: ReasonBody) -> Case:
        """The head has heard the applicant and lets the decision stand."""
        case, row = await self._take(act, case_id, Action.KEEP_DECISION, body.version)
        inspection, proposal = self._heard(act, case, Action.KEEP_DECISION)
        of_promise = proposal.ground in (InspectionOutcome.FALSE, InspectionOutcome.NOT_KEPT)
        outcome = InspectionOutcome.TRUE if of_promise else InspectionOutcome.KEPT
        finding = InspectionFinding(outcome=outcome, note=body.reason, at=act.at, by=somebody(act))
        kept = inspection.model_copy(update={"findings": [*inspection.findings, finding]})
        settled = self._recheck_settled(act, case, outcome) if proposal.by_recheck else None
        return await self._written(act, case, row, _over(kept, act, outcome), "decision_kept", {}, settled)

    @once("cases", Case)
    async def annul(self, act: Act, case_id: str, body: AnnulBody) -> Case:
        """The head annuls the decision (撤销), or withdraws it for what is owed (撤回), in writing, with its certificate; after a refusal
        the applicant's case is begun anew. It takes the letter the decision takes. Raises `Forbidden` without it, `WrongState` while the
        applicant may still speak against it, `Invalid` where they asked for a hearing and nothing is said of it."""
        case, row = await self._take(act, case_id, Action.ANNUL, body.version)
        inspection, proposal = self._heard(act, case, Action.ANNUL)
        letter = await self._letter_to_end(act, case, case.decided_in)
        if proposal.ground is InspectionOutcome.OWED:
            require_withdrawable(case)
        assert case.decision is not None
        again = await self._renewed(act, case) if proposal.favours else None
        revoked = await self._revocation(act, case, proposal, body, again)
        ended_for = f"决定已{proposal.verb}"
        changes: dict[str, Any] = {
            "decision": case.decision.model_copy(update={"revoked": revoked}),
            "completion": Completion.VOID,
            "ended_for": ended_for,
            "closed_at": case.closed_at or act.at,
            "desk": None,
            "queued_at": None,
            "clock": clocks.ended(case.clock),
            **changes_to(ended(case.obligations, act.at, ended_for)),
            **inspected(_over(inspection, act, proposal.ground)),
        }
        detail = {
            "notice": revoked.number,
            "ground": proposal.ground.value,
            "anew": revoked.again,
            "handed_out": case.closed_at is not None,
        }
        ends = await self.certificates.ending(act, case.certificate, ended_for) if self.certificates and case.certificate else None
        settled = self._recheck_settled(act, case, proposal.ground) if proposal.by_recheck else None
        whole = self.bundles.refusal_annulled(act, case, revoked) if proposal.favours else None
        beside = together(ends, self._begins(act, again, case), settled, whole, self._use(act, letter))
        return await self._apply(
            act, case, row, changes, detail=detail | rests_on(letter), notices=self._tell_taken_back(case, revoked), beside=beside
        )

    async def _revocation(self, act: Act, case: Case, proposal: Proposal, body: AnnulBody, again: Case | None) -> Revocation:
        """What stands on the notice that takes the decision back. Raises `Invalid` where a hearing was asked for and nothing is said of it."""
        said = case.said_to_proposal
        if said and said.wants_hearing and not body.hearing:
            raise Invalid(errors=[FieldError("/hearing", "申请人要求了听证，请写明什么时候、怎样举行的听证。")])
        by = self.book.decider(case, self.version_of(case))
        return Revocation(
            number=await self.book.notice_number(act, by, "撤"),
            at=act.at,
            by=somebody(act),
            reason=f"{body.reason}　听证：{body.hearing}" if body.hearing else body.reason,
            basis=body.basis,
            remedies=self.book.remedies(by),
            annulled=proposal.ground is not InspectionOutcome.OWED,
            again=again.id if again else None,
        )

    def _tell_taken_back(self, case: Case, revoked: Revocation) -> list[NoticeOrder]:
        if case.was_refused:
            return self._tell(case, "refusal_annulled", notice=revoked.number, next=what_next(revoked), again=revoked.again or case.id)
        return self._tell(case, "case_annulled" if revoked.annulled else "case_revoked", notice=revoked.number)

    async def _of_duty(self, act: Act, case: Case, row: Transition, looked: Inspection, body: InspectBody) -> Case:
        """What the look at something owed after the decision showed: done, with a slip (验收单); or time to put it right, again and again,
        and from the second time on a mark."""
        assert looked.duty is not None
        if body.outcome == "false":
            raise Invalid(errors=[FieldError("/outcome", "现场验收只登记做好了（true），或者没有做好（not_kept）。")])
        if body.outcome == "true":
            number = await self.book.notice_number(act, self.book.decider(case, self.version_of(case)), "验")
            done = met(case, looked.duty, met_at=act.at, met_by=somebody(act), note=body.note, number=number)
            changes = {**inspected(_over(looked, act, InspectionOutcome.DONE)), **done}
            notices = self._tell(case, "duty_met", what=looked.duty_name, notice=number)
            return await self._apply(act, case, row, changes, detail={"duty": looked.duty, "outcome": "done"}, notices=notices)
        before = looked.correction
        if before is not None and act.at < before.due:
            raise WrongState(f"限期改正到{deadline(before.due)}，期限没有到，到期再验收。")
        if before is not None:
            passed = {"earlier": [*looked.earlier, before], "broken_at": looked.broken_at or act.at}
            looked = looked.model_copy(update=passed)
        return await self._to_correct(act, case, row, looked, body)

    async def _to_correct(self, act: Act, case: Case, row: Transition, inspection: Inspection, body: InspectBody) -> Case:
        duty = duty_of(self.version_of(case), inspection.duty) if inspection.duty else None
        within = duty.check.correct_within if duty else self._check(case).correct_within
        due = self.calendar.deadline(act.at, within).at
        remind = clocks.workdays_before(self.calendar, due, self.policy.commitments.remind)
        correction = Correction(
            number=await self.book.notice_number(act, self.book.decider(case, self.version_of(case)), "改"),
            at=act.at,
            what=body.note,
            due=due,
            remind_at=remind if remind > act.at else None,
        )
        changed = inspection.model_copy(update={"state": InspectionState.CORRECTING, "correction": correction})
        told = {"notice": correction.number, "due": deadline(due)}
        if inspection.duty:
            return await self._written(act, case, row, changed, "duty_not_met", told | {"what": inspection.duty_name})
        return await self._written(act, case, row, changed, "commitment_not_kept", told)

    async def _to_annul(self, act: Act, case: Case, row: Transition, inspection: Inspection, body: InspectBody) -> Case:
        if not body.basis:
            raise Invalid(errors=[FieldError("/basis", "拟撤销决定的，请写明依据的规定。")])
        ground = InspectionOutcome(body.outcome)
        proposal = await self._proposal(act, case, ground, body.note, body.basis, hearing=self._check(case).hearing)
        changed = inspection.model_copy(update={"state": InspectionState.PROPOSED, "proposal": proposal})
        told = {"notice": proposal.number, "due": deadline(proposal.until)}
        return await self._written(act, case, row, changed, "decision_to_be_annulled", told)

    async def _proposal(self, act: Act, case: Case, ground: InspectionOutcome, reason: str, basis: str, *, hearing: bool) -> Proposal:
        """The notice that the decision is to be taken back, with the time to speak to it."""
        until = self.calendar.deadline(act.at, Span(n=self.policy.commitments.speak)).at
        number = await self.book.notice_number(act, self.book.decider(case, self.version_of(case)), "拟撤")
        return Proposal(number=number, at=act.at, ground=ground, reason=reason, basis=basis, until=until, hearing=hearing)

    async def _written(
        self,
        act: Act,
        case: Case,
        row: Transition,
        inspection: Inspection,
        template: str,
        told: dict[str, str],
        beside: FollowUp | None = None,
    ) -> Case:
        detail = {"state": inspection.state.value, "outcome": inspection.outcome.value if inspection.outcome else None}
        notices = self._tell(case, template, **told)
        return await self._apply(act, case, row, inspected(inspection), detail=detail, notices=notices, beside=beside)

    async def _spoken(self, act: Act, case: Case, row: Transition, statement: Statement) -> Case:
        proposal = self._may_speak(act, case)
        if statement.wants_hearing and not proposal.hearing:
            raise WrongState("这个事项不举行听证，请把要说的写在说明里，部门会一并考虑。")
        notices = self._tell(case, "statement_heard", who=statement.by.name) if statement.heard_by else []
        return await self._apply(act, case, row, {"statement": _beside(case.statement, statement, proposal)}, notices=notices)

    async def _further(self, act: Act, case: Case, action: Action) -> None:
        await super()._further(act, case, action)
        if action is Action.INSPECT:
            self._require_inspector(act, case)
        elif action in (Action.SPEAK, Action.HEAR_STATEMENT):
            self._may_speak(act, case)
        elif action in (Action.KEEP_DECISION, Action.ANNUL):
            self._heard(act, case, action)
            if action is Action.ANNUL:
                await self._letter_to_end(act, case, case.decided_in)

    def _may_speak(self, act: Act, case: Case) -> Proposal:
        """What the applicant may still speak to. Raises `WrongState` when the time is over."""
        _, proposal = _proposed(case)
        if act.at >= proposal.until:
            raise WrongState(f"说明情况的时间到{deadline(proposal.until)}为止，已经过了。请直接联系承办部门。")
        return proposal

    def _heard(self, act: Act, case: Case, action: Action) -> tuple[Inspection, Proposal]:
        """The check of a case whose applicant has spoken, or had the time to; what favours them need not wait for that. Raises
        `WrongState`, `Forbidden` to who found the decision wrong in a re-check."""
        inspection, proposal = _proposed(case)
        found_by = inspection.inspector.id if inspection.inspector and proposal.by_recheck else None
        if found_by == act.actor.id:
            raise Forbidden("这个决定是您抽检认定有误的，撤销还是保留要由另一位首席代表，或者代行职责的人决定。")
        for_them = action is Action.ANNUL and proposal.favours
        if not for_them and case.said_to_proposal is None and act.at < proposal.until:
            raise WrongState(f"申请人在{deadline(proposal.until)}前可以说明情况，听过以后或者到期以后再决定。")
        return inspection, proposal

    def _require_inspector(self, act: Act, case: Case) -> None:
        """Raises `Forbidden` where somebody else is to do the check, or the actor made the decision that is checked."""
        inspector = _open(case).inspector
        if self._decided_by(case) == act.actor.id:
            raise Forbidden("作出决定的人不能核查同一件，请由被抽中的核查人员办理。")
        if inspector is None or inspector.id not in own_and_stood_for(act.actor):
            raise Forbidden(f"这一件抽中由{inspector.name}核查。" if inspector else "这一件还没有核查人员，请首席代表先指定。")

    @staticmethod
    def _decided_by(case: Case) -> str | None:
        return case.decision.by.id if case.decision else None

    def _check(self, case: Case) -> CommitmentCheck:
        commitment = self.version_of(case).commitment
        assert commitment is not None
        return commitment.check


def _checks_seen_by(act: Act) -> Document:
    """The filter of the checks a viewer may see."""
    actor = act.actor
    if isinstance(actor, StaffActor) and actor.has(Role.SUPERVISOR, Role.AUDITOR):
        return {"inspection.department": TEXT} | ({"region": actor.region} if actor.region is not None else {})
    if not isinstance(actor, StaffActor) or actor.department is None:
        raise Forbidden()
    return {"inspection.department": actor.department}


def _open(case: Case) -> Inspection:
    """The check of a case. Raises `WrongState` where none was drawn, or it is over."""
    if case.inspection is None or case.inspection.state is InspectionState.OVER:
        raise WrongState("这份办件没有抽中核查，或者已经核查完毕。")
    return case.inspection


def _proposed(case: Case) -> tuple[Inspection, Proposal]:
    """The check whose outcome is that the decision is to be annulled. Raises `WrongState` where it has not come to that."""
    inspection = _open(case)
    if inspection.proposal is None:
        raise WrongState("核查还没有拟撤销这个决定，不用说明情况，也不能保留或撤销。")
    return inspection, inspection.proposal


def _beside(before: Statement | None, now: Statement, proposal: Proposal) -> Statement:
    """What was said before stays on the page, and a hearing that was asked for, to this proposal, stays asked for."""
    if before is None:
        return now
    wanted = before.wants_hearing and before.at >= proposal.at
    return now.model_copy(update={"text": f"{before.text}\n{now.text}", "wants_hearing": wanted or now.wants_hearing})


def require_withdrawable(case: Case) -> None:
    """Raises `WrongState` without a ground to withdraw, while what came in is still to be looked at, or something is being checked."""
    if came := debts.unexamined(case):
        names = listed([each.name for each in came])
        raise WrongState(f"申请人已经补交{names}，还没有审核，不能撤回决定。请先审核；不合要求、退回以后仍没有补齐的，才可以撤回。")
    if not debts.withdrawable(case):
        raise WrongState("没有可以撤回决定的情形：到期没有补交，而且受理时写明逾期要撤回决定的，才可以撤回。")


def _over(inspection: Inspection, act: Act, outcome: InspectionOutcome) -> Inspection:
    return inspection.model_copy(update={"state": InspectionState.OVER, "outcome": outcome, "ended_at": act.at})

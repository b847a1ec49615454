"""From acceptance to the end: steps one after another, the one decision, the result."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Protocol

from pydantic import JsonValue

from backend.cases import clocks
from backend.cases.actions import Action
from backend.cases.awaiting import Awaiting
from backend.cases.book import UNCLAIMED, desk_of
from backend.cases.bundles import FollowUp
from backend.cases.chosen_way import goes_another_way, require_recordable, way_words
from backend.cases.core import somebody, together
from backend.cases.differing import compared, require_looked_into
from backend.cases.drawing import Drawing
from backend.cases.filling import require_filled
from backend.cases.findings import outcome_of, require_agreed, require_passed
from backend.cases.flow import Transition, When
from backend.cases.founding import Founding
from backend.cases.held_in_common import require_not_asked_back
from backend.cases.looks import Looks
from backend.cases.obligations import require_whole_met
from backend.cases.periods import require_not_over
from backend.cases.resting import Resting
from backend.cases.result_numbers import taken, taken_as
from backend.cases.rights import head_signs_for, is_hand_of, is_head
from backend.cases.unready import require_ready
from backend.cases.wholes import rest_over, told_of_rest
from backend.certificates import Certificates, Prepared
from backend.errors import Forbidden, WrongState
from backend.idempotency import once
from backend.store import DuplicateKeyError, Session
from models.acts import Act, Role
from models.authorisations import Authorisation
from models.cases import (
    Authority,
    Case,
    CaseState,
    Completion,
    Decision,
    DecisionForm,
    GrantBody,
    PartStatus,
    RefuseBody,
    ResultBody,
    ResultRecord,
    StepBody,
    StepOutcome,
    StepRecord,
    Termination,
)
from models.catalogue import Delivery as Way
from models.decision_views import RestsOnView


class Deciding(Protocol):
    """Prepares the certificate of a case a person grants (`Instant.decided`)."""

    async def __call__(self, act: Act, case: Case, *, no_record: bool = ..., facts: Any = ..., aside: bool = ...) -> Prepared: ...


class Decisions(Awaiting, Drawing, Resting, Founding, Looks):
    """Acts of staff on accepted cases. `on_grant` and `certificates` serve items whose result is a certificate of ours."""

    certificates: Certificates | None = None
    on_grant: Deciding | None = None

    @once("cases", Case)
    async def complete_step(self, act: Act, case_id: str, body: StepBody) -> Case:
        """Finishes the step whose turn it is and hands the case to the next; who is asked after it is asked now.

        Raises `WrongState` for another step, `Invalid` where what the step fixes is missing or wrong.
        """
        case, row = await self._take(act, case_id, Action.COMPLETE_STEP, body.version)
        step = case.current_step
        assert step is not None  # the right to the action was found by it
        if step.key != body.step:
            raise WrongState(f"现在轮到的环节是「{step.name}」，请看过新的再办理。")
        await self._require_step(act, case)
        await self._require_company_exists(case)
        version = self.version_of(case)
        require_agreed(case, version)
        ended = outcome_of(version, body)
        filled = require_filled(case, version, body.fills, act.at.date(), failed=ended.get("outcome") is StepOutcome.FAILS)
        steps = self._with_step_done(act, case, body.finding, filled, ended)
        done = next(each for each in steps if each.key == step.key)
        following = next(each for each in steps if each.done_at is None)
        asked = await self._ask_after(act, case, step.key)  # before the turn passes: whom it would wait for may be asked no more
        clock = await self.book.turned(case.model_copy(update={"steps": steps}), self.version_of(case), act, over=step.key)
        clocked = self._clocked(case, clock, steps)
        clocked |= compared(case, body.differing, somebody(act), act.at)
        changes = {**clocked, **asked, "desk": desk_of(following), "queued_at": act.at, **UNCLAIMED}
        changes |= await self._awaiting(act, case.model_copy(update=changes))
        after = case.model_copy(update=changes)
        notices = [*self._tell_turn(act, case, after), *await self._tell_asked(case, after), *self._tell_look(case, done)]
        return await self._apply(act, case, row, changes, detail={"step": step.key, **_ended(done)}, notices=notices)

    @once("cases", Case)
    async def grant(self, act: Act, case_id: str, body: GrantBody) -> Case:
        """Decides for the applicant. A certificate of ours is issued by the same write; other results are recorded later.

        Raises `Invalid` where an answer that decides differs from its register and nobody has written what they found, or what the
        decision fixes is missing or wrong,
        `WrongState` where a file came after acceptance and was not passed, it would be for a time that is over, or a register no
        longer says what it rests on; `Unavailable` where that register does not answer.
        """
        case, row = await self._take(act, case_id, Action.GRANT, body.version)
        letter = await self._may_decide(act, case, Action.GRANT)
        require_ready(case, self.version_of(case), Action.GRANT)
        require_passed(act, case, self.version_of(case), body.despite)
        require_agreed(case, self.version_of(case))
        require_looked_into(case, self.version_of(case), body.differing)
        require_not_over(case, self.version_of(case), act.at)
        filled = require_filled(case, self.version_of(case), body.fills, act.at.date())
        await self._require_still_so(act, case)
        drawn, told = await self._drawn(act, case)
        founded = await self._founded(case)
        looked_into = compared(case, body.differing, somebody(act), act.at)
        changes: dict[str, Any] = {
            "steps": self._with_step_done(act, case, body.reason or "", filled),
            **drawn,
            **looked_into,
            **founded,
        }
        if row.target is CaseState.CLOSED:
            return await self._issue(act, case, row, body, changes, letter, told)
        version = self.version_of(case)
        number = await self.book.decision_number(act, case, version, "准")
        decision = Decision(
            form=self.book.form_of(case, version),
            outcome=Completion.GRANTED,
            number=number,
            at=act.at,
            by=somebody(act),
            reason=body.reason or "",
            authority=_authority(act, letter),
            despite=body.despite or "",
        )
        offered = self._offered(act, case)
        changes |= {"decision": decision, **self._decided(act, case), **offered}
        detail = {"decision": number} | rests_on(letter) | told
        notices = [*self._tell(case, self._granted_template(case)), *self._tell_founded(case, founded), *self._tell_offered(case, offered)]
        return await self._apply(act, case, row, changes, detail=detail, notices=notices, beside=self._use(act, letter))

    @once("cases", Case)
    async def refuse(self, act: Act, case_id: str, body: RefuseBody) -> Case:
        """Decides against the applicant, with reason, rule and remedies in writing."""
        case, row = await self._take(act, case_id, Action.REFUSE, body.version)
        letter = await self._may_decide(act, case, Action.REFUSE)
        version = self.version_of(case)
        form = self.book.form_of(case, version)
        number = await self.book.decision_number(act, case, version, "不准")
        decision = Decision(
            form=form,
            outcome=Completion.REFUSED,
            number=number,
            at=act.at,
            by=somebody(act),
            reason=body.reason,
            basis=body.basis,
            remedies=self.book.remedies(self.book.decider(case, version), form),
            authority=_authority(act, letter),
        )
        changes = {"steps": self._with_step_done(act, case, body.reason), "decision": decision, **self._decided(act, case)}
        notices = self._tell(case, "case_refused", notice=number)
        detail = {"decision": number} | rests_on(letter)
        return await self._apply(act, case, row, changes, detail=detail, notices=notices, beside=self._use(act, letter))

    @once("cases", Case)
    async def record_result(self, act: Act, case_id: str, body: ResultBody) -> Case:
        """Records what was given at once and how, and closes the case. Raises `Invalid` where it is to be handed over or sent, which a
        delivery follows, or its number is somebody else's."""
        case, row = await self._take(act, case_id, Action.RECORD_RESULT, body.version)
        version = self.version_of(case)
        require_ready(case, version, Action.RECORD_RESULT)
        require_recordable(case, version, body.way)
        outcome = case.decision.outcome if case.decision else case.completion
        assert outcome is not None  # a bundle ends as its parts did
        granted = case.state is CaseState.GRANTED and case.bundle is None  # what a department hands to the exit counter goes no way yet
        moved = granted and goes_another_way(case, version, Way(body.way.value), body.wish)
        result = ResultRecord(
            kind=body.kind,
            number=self._numbered(case, body),
            delivery=way_words(case, version, body.way),
            note=body.note or "",
            wish=(body.wish or "") if moved else "",
            at=act.at,
            by=somebody(act),
        )
        number = await taken_as(self.store, case, self.book.decider(case, version), body.kind, body.number)
        changes = {"result": result, "completion": outcome, "closed_at": act.at, "desk": None, "queued_at": None, **number}
        notices = self._tell(case, "case_closed", result=body.kind, delivery=result.delivery)
        notices += self._tell_other_way(case, version, result) if moved else []
        try:
            return await self._apply(act, case, row, changes, detail={"result": body.kind}, notices=notices)
        except DuplicateKeyError:
            raise taken() from None

    @once("cases", Case)
    async def abort(self, act: Act, case_id: str, body: RefuseBody) -> Case:
        """Ends a case that cannot go on, such as one whose item was abolished. The head's act, in writing: reason, rule, remedies."""
        case, row = await self._take(act, case_id, Action.ABORT, body.version)
        letter = await self._letter_to_end(act, case, case.department)
        by = self.book.handler(case)
        number = await self.book.notice_number(act, by, "终")
        termination = Termination(
            number=number, at=act.at, by=somebody(act), reason=body.reason, basis=body.basis, remedies=self.book.remedies(by)
        )
        changes = {
            **self._decided(act, case),
            "termination": termination,
            "desk": None,
            "queued_at": None,
            "completion": Completion.VOID,
            "ended_for": body.reason,
            "closed_at": act.at,
        }
        notices = self._tell(case, "case_aborted", notice=number)
        if row.when is When.SOMETHING_STANDS:
            changes |= rest_over(case, act.at)
            notices += self._tell(case, "bundle_rest_over", **told_of_rest(case, self.version_of(case), PartStatus.ENDED))
        detail = {"notice": number} | rests_on(letter)
        return await self._apply(act, case, row, changes, detail=detail, notices=notices, beside=self._use(act, letter))

    def _granted_template(self, case: Case) -> str:
        """What tells that it was granted: of a part that is an opinion for the other departments there is nothing to wait for."""
        return "part_agreed" if self.book.form_of(case, self.version_of(case)) is DecisionForm.OPINION else "case_granted"

    async def _issue(
        self,
        act: Act,
        case: Case,
        row: Transition,
        body: GrantBody,
        changes: dict[str, Any],
        letter: Authorisation | None,
        told: dict[str, Any],
    ) -> Case:
        """Writes the decision, the certificate and its file in one transaction."""
        if self.on_grant is None or self.certificates is None:
            raise WrongState("证明服务没有启动，暂时不能出证。")
        prepared = await self.on_grant(act, case, no_record=body.no_record, facts=body.facts, aside=body.aside)
        certificate = prepared.certificate
        decision = Decision(
            outcome=Completion.GRANTED,
            number=certificate.number,
            at=act.at,
            by=somebody(act),
            reason=body.reason or "",
            certificate=certificate.id,
            authority=_authority(act, letter),
            despite=body.despite or "",
        )
        decided = self._decided(act, case) | {"desk": None, "queued_at": None, "completion": Completion.GRANTED, "closed_at": act.at}
        offered = self._offered(act, case)
        changes = {**changes, **decided, "decision": decision, "certificate": certificate.id, **offered}
        data = {"title": certificate.title, "number": certificate.number, "certificate": certificate.id, "case_number": case.number or ""}
        detail = data | rests_on(letter) | told
        notices = self._tell(case, "certificate_issued", **data) + self._tell_offered(case, offered)
        after, event = self._after(act, case, row, changes, detail, notices)
        write_certificate = self.certificates.write
        follow_up = together(self._use(act, letter), self.bundles.follow_up(act, row, case, after))

        async def write(session: Session) -> Case:
            written = await self._write(case, after, changes, event, session)
            await write_certificate(prepared, session)
            if follow_up is not None:
                await follow_up(session)
            return written

        return await self.store.transact(write)

    async def _further(self, act: Act, case: Case, action: Action) -> None:
        await super()._further(act, case, action)
        if action is Action.COMPLETE_STEP:
            await self._require_step(act, case)
        elif action in (Action.GRANT, Action.REFUSE):
            await self._may_decide(act, case, action)
        elif action is Action.ABORT:
            await self._letter_to_end(act, case, case.department)

    async def _require_step(self, act: Act, case: Case) -> None:
        """Raises where the step is for another officer, or a higher room has something against it."""
        step = case.current_step
        assert step is not None  # the right to the action was found by it
        self._require_other_officer(act, case, step)
        await self._require_conditions(act, case, Action.COMPLETE_STEP)

    async def _may_decide(self, act: Act, case: Case, action: Action) -> Authorisation | None:
        """The authorisation the decision rests on; None where it is a reviewer's. Raises what forbids it: the same hand received the
        case or did a step this one is to be another's than, a higher room has something against it, the head has no letter for it."""
        self._require_other_hand(act, case)
        if case.current_step is not None:
            self._require_other_officer(act, case, case.current_step)
        await self._require_whole(case, action)
        await self._require_conditions(act, case, action)
        department = head_signs_for(act, case)
        if department is None:
            return None
        return await self.authorisations.to_decide(act, department, case.item, case.item_name)

    async def rests_on(self, act: Act, case: Case, actions: Sequence[Action]) -> dict[str, RestsOnView]:
        """By act, of `actions`: the letter to show before it is signed, where the actor may take it now as a head."""
        ends = {Action.ABORT: case.department, Action.ANNUL: case.decided_in}
        letters = {each: await self._letter_to_end(act, case, department) for each, department in ends.items() if each in actions}
        if decides := [each for each in (Action.GRANT, Action.REFUSE) if each in actions]:
            letters |= dict.fromkeys(decides, await self._may_decide(act, case, decides[0]))
        return {each.value: _letter_view(act, letter) for each, letter in letters.items() if letter is not None}

    async def _letter_to_end(self, act: Act, case: Case, department: str) -> Authorisation | None:
        """The letter on which a head ends a case or takes its decision back; None where nobody decides, as of a bundle. Raises `Forbidden`."""
        return await self.authorisations.to_decide(act, department, case.item, case.item_name) if case.steps else None

    async def _require_whole(self, case: Case, action: Action) -> None:
        """Raises `WrongState` where others still owe the bundle of this part something that holds the act up."""
        row = self._row(case, action)
        if case.bundle is not None and row is not None:
            whole = await self._load(case.bundle)
            require_whole_met(whole, row)
            if action is Action.GRANT:
                require_not_asked_back(whole, self.version_of(whole), case)

    def _use(self, act: Act, letter: Authorisation | None) -> FollowUp | None:
        """Written with the decision, so that a revocation and a decision cannot slip past each other."""
        if letter is None:
            return None

        async def write(session: Session) -> None:
            await self.authorisations.use(letter, act.at, session)

        return write

    def _with_step_done(
        self, act: Act, case: Case, finding: str, filled: Mapping[str, JsonValue] | None = None, ended: Mapping[str, Any] | None = None
    ) -> list[StepRecord]:
        """The steps, the current one done, with what it fixed and how a look `ended`, and the next one begun."""
        steps = list(case.steps)
        index = next(number for number, step in enumerate(steps) if step.done_at is None)
        done = {"done_at": act.at, "done_by": somebody(act), "finding": finding, "filled": dict(filled or {}), **(ended or {})}
        steps[index] = steps[index].model_copy(update=done)
        following = next((number for number, step in enumerate(steps) if step.done_at is None), None)
        if following is not None:
            steps[following] = steps[following].model_copy(update={"started_at": act.at})
        return steps

    def _decided(self, act: Act, case: Case) -> dict[str, Any]:
        """What every end of deciding sets: nothing to watch, nobody's in hand, the result desk next."""
        return {"clock": clocks.ended(case.clock), **UNCLAIMED, "queued_at": act.at, "may_book": False}

    def _require_other_officer(self, act: Act, case: Case, step: StepRecord) -> None:
        """Raises `Forbidden` where the item wants two people for two steps, such as a visit by two officers, and one did the other."""
        version = self.version_of(case)
        asked = version.step(step.key)
        others = asked.others if asked else ()
        first = next((each for each in case.steps if each.key in others and is_hand_of(act, each.done_by, step.role)), None)
        if first is not None:
            raise Forbidden(f"「{first.name}」是您办的，「{step.name}」要由另一位工作人员办理。")
        last = next(iter(version.deciding_steps[-1:]), None)
        if last is not None and last.role is Role.CHIEF_REPRESENTATIVE and step.key in last.others and is_head(act, case):
            raise Forbidden(f"「{last.name}」由首席代表办，「{step.name}」要由另一位工作人员办理，不然就没有人能审批了。")

    def _require_other_hand(self, act: Act, case: Case) -> None:
        """Who received a case at the counter does not decide it alone, except a chief representative, whose office that is."""
        if is_hand_of(act, case.received_by, Role.REVIEWER) and not is_head(act, case):
            raise Forbidden("收件和决定不能由同一人办理，请转给其他审核人员，或由首席代表办理。")


def _ended(step: StepRecord) -> dict[str, str]:
    """What the event says of how a look ended."""
    return {"outcome": step.outcome.value} if step.outcome is not None else {}


def _letter_view(act: Act, letter: Authorisation) -> RestsOnView:
    return RestsOnView(
        document_number=letter.document_number,
        representative=letter.representative.name,
        as_deputy=letter.representative.id != act.actor.id,
        scope=len(letter.items),
        until=(letter.ends_at - timedelta(days=1)).date(),
    )


def _authority(act: Act, letter: Authorisation | None) -> Authority | None:
    if letter is None:
        return None
    as_deputy = letter.representative.id != act.actor.id
    return Authority(authorisation=letter.id, document_number=letter.document_number, as_deputy=as_deputy)


def rests_on(letter: Authorisation | None) -> dict[str, str]:
    """What the event says of the authorisation."""
    return {"authorisation": letter.id} if letter else {}

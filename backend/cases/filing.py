"""What the applicant does with a case: asks for a look, files it, mends it, withdraws it, urges."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from backend.cases import clocks, debts
from backend.cases.actions import Action
from backend.cases.awaiting import Awaiting
from backend.cases.book import UNCLAIMED, over
from backend.cases.closed_answers import closed_answers
from backend.cases.coming import Coming, wanted
from backend.cases.commitments import outdated, unspoken
from backend.cases.contents import MENDED, changed_fields, changed_materials, missing_materials, snapshot, stale_licences, untouched
from backend.cases.core import somebody, uses_of
from backend.cases.differing import differing, is_other, still_compared
from backend.cases.exempting import places
from backend.cases.flow import Transition, When
from backend.cases.had_already import beside, told_of_it
from backend.cases.held_in_common import require_unchanged
from backend.cases.licences import LicenceUses
from backend.cases.marks import require_no_mark
from backend.cases.named import refound
from backend.cases.needs import require_not_granted
from backend.cases.obligations import changes_to
from backend.cases.organs import placed, require_town
from backend.cases.others import settled_answers
from backend.cases.outages import Late, late
from backend.cases.own_name import strange_names
from backend.cases.photos import unfit_photos
from backend.cases.reopening import Anew, looked_at_anew, resting_on, told_anew
from backend.cases.returning import Returning, answered
from backend.cases.same_object import object_of, own_cases, require_not_filed
from backend.cases.scribing import scribed
from backend.cases.telling import Telling
from backend.cases.timing import stop_notices
from backend.cases.unfit import advised
from backend.cases.waiting import chosen_days_off
from backend.cases.wholes import rest_over, told_of_rest
from backend.cases.words import expected, listed
from backend.catalogue import asked_answers, form_faults, require_of_age
from backend.errors import FieldError, Invalid, TooMany, WrongState
from backend.idempotency import once
from backend.spoken import deadline
from models.acts import Act, ScribeActor, is_enterprise, staff_of
from models.base import NoticeOrder
from models.cases import (
    Case,
    CaseMaterial,
    CaseState,
    Desk,
    LateBody,
    PartStatus,
    PreReviewBody,
    ReturnKind,
    Submission,
    SubmitBody,
    VersionBody,
    WithdrawBody,
)
from models.catalogue import ItemVersion


class Filing(Telling, Awaiting, Returning, Coming, LicenceUses):
    """The applicant's acts. Each may be taken by an agent whose grant covers it."""

    @once("cases", Case)
    async def pre_review(self, act: Act, case_id: str, body: PreReviewBody) -> Case:
        """Asks for a look before the trip; no clock runs. Raises `Invalid` with everything that is missing."""
        case, row = await self._take(act, case_id, Action.PRE_REVIEW, body.version)
        handed = await self._handed_in(act, case, "pre_review") | {"file_when_passed": body.file_when_passed}
        return await self._to_reviewers(act, case, row, handed, "case_submitted")

    @once("cases", Case)
    async def submit(self, act: Act, case_id: str, body: VersionBody) -> Case:
        """Files formally: a numbered receipt, and five working days in which deficiencies are told.

        What passed pre-review and needs nobody to come is accepted straight away, if nothing was changed since. What a window took in on
        paper while there was no system counts from then.
        """
        case, row = await self._take(act, case_id, Action.SUBMIT, body.version)
        on_paper = _on_paper(act, row, body)
        handed = await self._handed_in(act, case, "formal", on_paper=on_paper)
        entered = await self._entered(act, case, handed, on_paper) if on_paper else None
        if row.target is CaseState.ACCEPTED:
            return await self._accepted_at_once(act, case, row, handed)
        filed = {**handed, **await self._filed(act, case.model_copy(update=handed), entered)}
        after = case.model_copy(update=filed)
        notices = self._tell_received(after)
        notices += [*await self._tell_asked(case, after), *self._tell_uncommitted(after), *self._tell_differing(case, after)]
        notices += await self._tell_looked_into(act, after)
        detail = uses_of(after, passed=False) | {"receipt": filed["receipt"]}
        if entered is None:
            return await self._apply(act, case, row, filed, detail=detail, notices=notices)
        return await self._apply(act, case, row, filed, detail=detail | entered.detail, notices=notices, beside=entered.write)

    @once("cases", Case)
    async def resubmit(self, act: Act, case_id: str, body: VersionBody) -> Case:
        """Hands in what was mended; the reviewer sees what changed. Raises `Invalid` where nothing did."""
        case, row = await self._take(act, case_id, Action.RESUBMIT, body.version)
        handed = await self._handed_in(act, case, MENDED)
        latest: Submission = handed["submissions"][-1]
        require_unchanged(case, self.version_of(case), latest)
        self._require_as_looked_at(case, latest)
        if closed := closed_answers(case, self.version_of(case), latest.changed_fields, handed["form"], act.at.date()):
            raise Invalid(errors=closed)
        may_stay = _may_stay(case)
        if not may_stay and not latest.changed_fields and not latest.changed_materials:
            raise Invalid("还没有修改任何内容。请按一次性告知单逐项修改后再提交；对告知内容有疑问的，可以直接正式提交或拨打12345。")
        changes = handed | await self._clock_after_mending(act, case, case.model_copy(update=handed), row.target)
        changes |= await self._awaiting(act, case.model_copy(update={**changes, "state": row.target}))
        return await self._to_reviewers(act, case, row, changes, "case_resubmitted")

    @once("cases", Case)
    async def withdraw(self, act: Act, case_id: str, body: WithdrawBody) -> Case:
        """Takes the case back, at any time before it is decided. A draft is thrown away by the same act.

        Of a bundle of which something was granted only the rest: what was granted stands, and is still handed out.
        """
        case, row = await self._take(act, case_id, Action.WITHDRAW, body.version)
        changes: dict[str, Any] = {"ended_for": body.reason or "", **over(case, act.at)}
        notices = [] if case.state is CaseState.DRAFT else self._tell(case, "case_withdrawn")
        if row.when is When.SOMETHING_STANDS:
            changes |= rest_over(case, act.at)
            notices = self._tell(case, "bundle_rest_over", **told_of_rest(case, self.version_of(case), PartStatus.WITHDRAWN))
        return await self._apply(act, case, row, changes, notices=notices)

    @once("cases", Case)
    async def urge(self, act: Act, case_id: str, body: VersionBody) -> Case:
        """Asks to hurry, once in so many hours; an urged case stands out in its queue. Raises `TooMany`."""
        case, row = await self._take(act, case_id, Action.URGE, body.version)
        self._require_urgeable(act, case)
        return await self._apply(act, case, row, {"urged_at": act.at, "urges": case.urges + 1})

    async def _further(self, act: Act, case: Case, action: Action) -> None:
        await super()._further(act, case, action)
        if action is Action.URGE:
            self._require_urgeable(act, case)

    def _require_urgeable(self, act: Act, case: Case) -> None:
        again = case.urged_at + timedelta(hours=self.policy.urge_hours) if case.urged_at else act.at
        if act.at < again:
            wait = int((again - act.at).total_seconds())
            raise TooMany(f"已经催办过，在工作人员的待办里标出来了。{deadline(again)}以后可以再催。", retry_after=wait)

    async def _handed_in(self, act: Act, case: Case, mode: str, *, on_paper: LateBody | None = None) -> dict[str, Any]:
        """What a handing-in records, after everything was found complete, and what it asks of others. Raises `Invalid` with every fault
        at once; what others are asked, as `_ask` does; `Forbidden` to a child who files alone."""
        version = self._version_for(act, case)
        require_town(case, version)
        today = act.at.date()
        entitled = case.exemptions if case.submissions else await self.forms.exempt(act, version)
        materials = places(act, case.model_copy(update={"exemptions": entitled}), version, self.catalogue)
        applicant = await self.people.applicant(case.person)
        if not case.submissions:
            require_of_age(version, act, applicant.born)
        number = applicant.key.id_number if applicant.key else ""
        found = form_faults(version.form, case.form, today, complete=True, applicant=case.person_name, number=number)
        faults = advised(found, case.sources)
        later = act.acting is not None and case.acceptance is None  # nobody waits for the applicant's word after acceptance
        faults += strange_names(version, case.person, case.person_name, case.form, case.sources)
        faults += chosen_days_off(version, asked_answers(version.form, case.form, today), self.calendar)
        faults += missing_materials(version, materials, by_agent=later) + outdated(case, version, today)
        faults += stale_licences(materials, act.at) + unfit_photos(materials)
        faults += await self.strange_licences(act, case, version, materials)
        form = asked_answers(version.form, case.form, today)
        claimed = await self.naming.claimed(act, case, version, form, await self._own_codes(case))
        faults += claimed.faults
        if faults:
            raise Invalid(errors=faults)
        by_hand = scribed(act, case, self.catalogue.vocabulary, on_paper=on_paper)
        await self._require_promises_hold(act, case, version)
        if not case.submissions:
            await require_not_granted(self.store, act, case, version)
            await require_not_filed(self.store, act, case, version, form)
        if self.conditions is not None and not case.submissions:
            case = case.model_copy(update={"round": await self.conditions.before_handing_in(act, case, version)})
        known = {key: origin for key, origin in case.sources.items() if key in form}
        sources = await self.forms.compared(act, version, form, known, whole=True) | claimed.sources
        registers = await self.named.looked_up(act, case, version, form)
        looked_up = beside(registers, await own_cases(self.store, self.people, case, version, form, act.at))
        now, before = snapshot(form, materials), case.snapshots[-1] if case.snapshots else None
        entry = Submission(
            number=len(case.submissions) + 1,
            mode=mode,
            at=act.at,
            by=somebody(act),
            changed_fields=changed_fields(before, now),
            changed_materials=changed_materials(before, now),
            untouched=untouched(case.open_returns, before, now),
            scribed=by_hand,
        )
        anew = self._anew(case, version, form, materials, entry)
        entry = entry.model_copy(update={"anew_materials": list(anew.materials), "anew_steps": list(anew.steps)})
        handed: dict[str, Any] = {
            **placed(version, case.town, self.catalogue.vocabulary),
            "form": form,
            "signed": [],
            "sources": sources,
            "name_held": claimed.held,
            "same_object": object_of(version, form),
            "looked_up": looked_up,
            "differs": differing(version, sources, looked_up),
            "compared": still_compared(case, [*entry.changed_fields, *refound(case.looked_up, looked_up)]),
            "materials": looked_at_anew(materials, anew.materials),
            "exemptions": entitled,
            "snapshots": [*case.snapshots, now],
            "submissions": [*case.submissions, entry],
            "returns": answered(case.returns, act),
            "round": case.round,
        }
        if case.state is CaseState.CORRECTION_AFTER_ACCEPTANCE and case.steps:
            handed["steps"] = self.book.steps_anew(case.model_copy(update=handed), version, anew, act.at)
        return handed | await self._ask(act, case.model_copy(update=handed), version)

    async def _require_promises_hold(self, act: Act, case: Case, version: ItemVersion) -> None:
        """Raises `WrongState` where what is handed in leans on a promise and a mark has closed that way since; an agent is not told of
        what else the applicant owes."""
        if case.acceptance is not None or not (case.commitment is not None or debts.promised(case, version)):
            return
        try:
            await require_no_mark(self.store, case.person)
        except WrongState as error:
            raise WrongState(_NO_PROMISE if act.acting is not None else error.detail) from None

    async def _own_codes(self, case: Case) -> set[str]:
        """The credit codes of the enterprise that applies, and of the one this case has founded already."""
        key = (await self.people.applicant(case.person)).key if is_enterprise(case.person) else None
        return {key.id_number if key else "", case.founded.uscc if case.founded else ""}

    @staticmethod
    def _anew(case: Case, version: ItemVersion, form: dict[str, Any], materials: list[CaseMaterial], entry: Submission) -> Anew:
        """What was passed and done, and rests on what an accepted case's correction changed."""
        if case.state is not CaseState.CORRECTION_AFTER_ACCEPTANCE:
            return Anew()
        return resting_on(case.model_copy(update={"form": form, "materials": materials}), version, entry.changed_fields)

    def _require_as_looked_at(self, case: Case, latest: Submission) -> None:
        """Raises `Invalid` where an answer was changed that a step others are asked after has looked at, and no slip asks for it."""
        told = {defect.target for slip in case.open_returns for defect in slip.defects}
        steps = settled_answers(self.version_of(case), case.steps)
        changed = [key for key in latest.changed_fields if key in steps and f"form/{key}" not in told]
        if changed:
            raise Invalid(errors=[FieldError(f"/form/{key}", _LOOKED_AT.format(name=steps[key])) for key in changed])

    def _version_for(self, act: Act, case: Case) -> ItemVersion:
        """What is handed in for the first time falls under the item as it holds today, and keeps that version from then on."""
        return self.version_of(case) if case.submissions else self.catalogue.version(case.item, act.at.date(), case.region)

    async def _to_reviewers(self, act: Act, case: Case, row: Transition, changes: dict[str, Any], template: str) -> Case:
        """Puts the case before a reviewer."""
        number = case.number or await self.book.next_number(act, case.region)
        queued = {**changes, "number": number, **self._queued(act, case.model_copy(update=changes), row.target)}
        after = case.model_copy(update=queued)
        by = self._expected(act, after, row.target)
        notices = self._tell(after, template, due=deadline(by), expected=expected(by, act.at, "看完"))
        notices += stop_notices(case.clock, after, self._tell)
        notices += [*await self._tell_asked(case, after), *self._tell_uncommitted(after), *self._tell_differing(case, after)]
        notices += await self._tell_looked_into(act, after)
        detail = uses_of(after, passed=False) | told_anew(case, after)
        return await self._apply(act, case, row, queued, detail=detail, notices=notices)

    def _tell_differing(self, before: Case, after: Case) -> list[NoticeOrder]:
        """The applicant is told which answers differ from what registers say, where that was not told before."""
        version, told = self.version_of(after), list[NoticeOrder]()
        fresh = [field for field in version.form if field.key in after.differs and field.key not in before.differs]
        if names := listed([field.label for field in fresh if field.claims is None and is_other(field.key, after.sources)]):
            told += self._tell(after, "answers_differ", names=names)
        same = [field.label for field in fresh if told_of_it(after.looked_up.get(field.key, ()))]
        told += self._tell(after, "same_matter", names=listed(same)) if same else []
        if names := listed([field.label for field in fresh if field.label not in same and not is_other(field.key, after.sources)]):
            told += self._tell(after, "named_looked_into", names=names)
        for each in (field for field in fresh if field.claims is not None):
            why = str(after.sources[each.key].original)
            told += self._tell(after, "name_looked_into", name=str(after.form[each.key]), why=why)
        return told

    def _tell_uncommitted(self, case: Case) -> list[NoticeOrder]:
        """An agent handed in what only the applicant can commit to: they are told."""
        names = unspoken(case, self.version_of(case))
        told = self._tell(case, "commitment_wanted", names=listed(names)) if names else []
        return [each for each in told if each.to == case.person]

    async def _entered(self, act: Act, case: Case, handed: dict[str, Any], on_paper: LateBody) -> Late:
        """What was taken in on paper and is written down now, in the name of the member of staff; it has its number from here on."""
        handed["number"] = case.number or await self.book.next_number(act, case.region)
        by = replace(act, actor=staff_of(act.actor) or act.actor)
        return await late(self.store, by, case.model_copy(update=handed), self.book.handler(case).word, on_paper)

    async def _filed(self, act: Act, case: Case, entered: Late | None = None) -> dict[str, Any]:
        """What formal receipt adds: numbers, clock, and the department's queue; and the visit, where nothing is examined before."""
        came = entered.entry.at if entered else act.at
        version = self.version_of(case)
        visit = wanted(case, version, act.at, self.calendar, self.policy)
        waits = {"may_book": version.appointment.bookable, **changes_to([*case.obligations, visit])} if visit else {}
        clock = clocks.awaited(case.clock, self.calendar, self.policy) if visit else None
        return {
            **waits,
            "number": case.number or await self.book.next_number(act, case.region),
            "receipt": case.receipt or (entered and entered.receipt) or await self.book.notice_number(act, self.book.handler(case), "收"),
            "filed_at": came,
            "late_entry": entered.entry if entered else case.late_entry,
            "clock": clock or clocks.received(case.clock, self.calendar, self.policy, came),
            "desk": Desk(department=case.department, role="reviewer"),
            "queued_at": act.at,
            **UNCLAIMED,
        }

    async def _accepted_at_once(self, act: Act, case: Case, row: Transition, handed: dict[str, Any]) -> Case:
        """Filing of what passed pre-review and needs no visit."""
        filed = {**handed, **await self._filed(act, case.model_copy(update=handed))}
        version = self.version_of(case)
        after = await self.book.accepted(case.model_copy(update=filed), version, act)
        await self._require_words(after, version)
        tolerated = await self._tolerated(act, after)
        changes = {key: getattr(after, key) for key in {*filed, *ACCEPTANCE}} | tolerated
        notices = self._tell_accepted(act, case, after)
        notices += [*self._tell_tolerated(after, tolerated), *self._tell_differing(case, after), *await self._tell_looked_into(act, after)]
        return await self._apply(act, case, row, changes, detail=uses_of(after, passed=True) | {"receipt": after.receipt}, notices=notices)


_NO_PROMISE = "申请人现在不能用承诺代替材料，原因请申请人本人在手机上看。请把承诺过的材料交齐，或请申请人改为交材料，再提交。"
_BY_WINDOWS = "断网时用纸收下的，由收下的窗口补录。您在手机上提交的，按现在的时间收件。"
_THAT_FORM = "申请人不在场，只能补录登记过的收件单（{numbers}）。别的收件单请重新登记；要办别的事，请申请人到场。"
_RECEIVE = "这一件预审已经通过，请在办件页面「收件」里补录。"
_LOOKED_AT = "「{name}」已经按原来的内容办过，这一项不能再改，请改回原来的内容；确实要改的，请撤回后重新申请。"
ACCEPTANCE = ("acceptance", "filed_at", "clock", "steps", "parts", "desk", "queued_at", *UNCLAIMED, "may_book")
"""What `CaseBook.accepted` sets, beside the state."""


def _on_paper(act: Act, row: Transition, body: VersionBody) -> LateBody | None:
    """What a window took in while there was no system. Raises `Invalid` to all but a scribe, and where the window receives it anyway."""
    papers = act.actor.papers if isinstance(act.actor, ScribeActor) else {}
    late_body = body.late if isinstance(body, SubmitBody) else None
    if papers and (late_body is None or late_body.number not in papers):
        raise Invalid(errors=[FieldError("/late/number", _THAT_FORM.format(numbers="、".join(papers)))])
    if late_body is None:
        return None
    if not isinstance(act.actor, ScribeActor):
        raise Invalid(errors=[FieldError("/late", _BY_WINDOWS)])
    if row.target is not CaseState.RECEIVED:
        raise Invalid(errors=[FieldError("/late", _RECEIVE)])
    return late_body


def _may_stay(case: Case) -> bool:
    """Whether what was sent back may come back as it was: they may have talked it over with who did not agree, or the applicant does not
    commit any more, so that the steps the letter spared are done."""
    slip, declined = case.open_return, case.declined
    return slip is not None and (slip.kind is ReturnKind.UNAGREED or (declined is not None and declined.word.at >= slip.at))

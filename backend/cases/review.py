"""What reviewers and receptionists do up to acceptance: claim, pass, return everything at once, receive, accept."""

from pathlib import Path
from typing import Any

from backend.cases import clocks
from backend.cases.actions import Action
from backend.cases.book import OFF_DESK, UNCLAIMED
from backend.cases.closed_answers import stays_closed
from backend.cases.contents import defects_of, kind_of_return, not_looked_at, originals_open
from backend.cases.core import somebody, uses_of
from backend.cases.earlier import earlier_file
from backend.cases.filing import ACCEPTANCE
from backend.cases.flow import Transition
from backend.cases.held_in_common import require_not_granted_on
from backend.cases.informing import Changes
from backend.cases.intake import AtCounters, received_as
from backend.cases.outages import late
from backend.cases.rights import is_head, town_of_counter
from backend.cases.shifts import Shifts
from backend.cases.unready import require_ready
from backend.cases.words import listed
from backend.errors import Conflict, FieldError, Forbidden, Invalid, NotFound
from backend.idempotency import once
from backend.permissions import may, require
from backend.spoken import deadline
from models.acts import Act
from models.base import NoticeOrder
from models.cases import (
    Case,
    CaseMaterial,
    CaseState,
    Completion,
    Decision,
    Defect,
    Desk,
    OriginalCheck,
    PassBody,
    ReasonBody,
    ReceiveBody,
    Return,
    ReturnBody,
    ReturnKind,
    Verdict,
    VersionBody,
)
from models.catalogue import ItemVersion

_NOT_YOURS = "材料只给正在办理这份申请的人看。这份申请现在不由您办理；确实需要的，请找现在的经办人。"


class Review(Shifts, AtCounters):
    """Acts of staff before a case is accepted."""

    @once("cases", Case)
    async def claim(self, act: Act, case_id: str, body: VersionBody) -> Case:
        """Takes the case in hand; of several who try, one gets it. Raises `Conflict` where somebody has it."""
        case, row = await self._take(act, case_id, Action.CLAIM, body.version)
        if case.reviewer is not None:
            raise Conflict(f"这份申请已经由{case.reviewer.name}领取。")
        return await self._apply(act, case, row, await self.in_hand(act))

    @once("cases", Case)
    async def release(self, act: Act, case_id: str, body: VersionBody) -> Case:
        """Puts the case back for others; the head may do so for somebody who is away."""
        case, row = await self._take(act, case_id, Action.RELEASE, body.version)
        if case.reviewer is None:
            raise Conflict("这份申请没有人领取。")
        return await self._apply(act, case, row, UNCLAIMED)

    @once("cases", Case)
    async def pass_material(self, act: Act, case_id: str, body: PassBody) -> Case:
        """Finds materials in order. Raises `Invalid` for those that are not there."""
        case, row = await self._take(act, case_id, Action.PASS_MATERIAL, body.version)
        missing = [key for key in body.materials if (slot := case.material(key)) is None or not slot.handed_in]
        if missing:
            raise Invalid(errors=[FieldError(f"/materials/{body.materials.index(key)}", "这份材料没有提交，不能通过。") for key in missing])
        verdict = Verdict(passed=True, by=somebody(act), at=act.at)
        materials = [each.model_copy(update={"verdict": verdict}) if each.key in body.materials else each for each in case.materials]
        after = case.model_copy(update={"materials": materials})
        return await self._apply(
            act, case, row, {"materials": materials}, detail={"materials": body.materials} | uses_of(after, passed=True)
        )

    @once("cases", Case)
    async def return_all(self, act: Act, case_id: str, body: ReturnBody) -> Case:
        """Sends a pre-review back with everything to mend, at once. Raises `Invalid` where a material was not looked at."""
        case, row = await self._take(act, case_id, Action.RETURN, body.version)
        slip = await self._slip(act, case, body, ReturnKind.PRE_REVIEW)
        changes = {"returns": [*case.returns, slip], "materials": _returned(case, slip), **OFF_DESK}
        return await self._apply(act, case, row, changes, detail=_told(slip), notices=self._tell_return(case, slip, "case_returned"))

    @once("cases", Case)
    async def pre_approve(self, act: Act, case_id: str, body: VersionBody) -> Case:
        """Everything is in order: accepted straight away where nobody must come, else the applicant may book a visit."""
        case, row = await self._take(act, case_id, Action.PRE_APPROVE, body.version)
        version = self.version_of(case)
        require_ready(case, version, Action.PRE_APPROVE)
        if row.target is CaseState.ACCEPTED:
            await self._require_words(case, version)
            return await self._accept(act, case, row, version)
        changes = {**OFF_DESK, "queued_at": act.at, "may_book": version.appointment.bookable}  # the counter expects them
        notices = self._tell(case, _what_next(case, version))
        return await self._apply(act, case, row, changes, detail=uses_of(case, passed=True), notices=notices)

    @once("cases", Case)
    async def receive(self, act: Act, case_id: str, body: ReceiveBody) -> Case:
        """Takes the papers in at the counter: originals compared, receipt given; whoever receives has the case in hand, but for
        a counter of another district, which hands it on to the one that decides."""
        case, row = await self._take(act, case_id, Action.RECEIVE, body.version)
        await self._require_visit(act, case, body.appointment)
        entered = await late(self.store, act, case, self.book.handler(case).word, body.late) if body.late else None
        receipt = case.receipt or (entered and entered.receipt) or await self.book.notice_number(act, self.book.handler(case), "收")
        came = entered.entry.at if entered else act.at
        clock = clocks.received(case.clock, self.calendar, self.policy, came)
        received = received_as(act, case, self.catalogue.vocabulary)
        stays = received["intake"] is None
        changes: dict[str, Any] = {
            "materials": self._compared(act, case, body),
            "receipt": receipt,
            "filed_at": came,
            "late_entry": entered.entry if entered else None,
            "clock": clock,
            **received,
            **(await self.in_hand(act) if stays else UNCLAIMED),
            "desk": Desk(department=case.department, role="reviewer"),
            "queued_at": act.at,
            "may_book": False,
            "appointments": list(dict.fromkeys([*case.appointments, *([body.appointment] if body.appointment else [])])),
        }
        assert clock.deficiency_due is not None
        notices = self._tell(case, "case_received", receipt=receipt, due=deadline(clock.deficiency_due))
        notices += self._tell_taken_in(case, received)
        detail = {"receipt": receipt} | _intake_told(case, received)
        if entered is None:
            return await self._apply(act, case, row, changes, detail=detail, notices=notices)
        return await self._apply(act, case, row, changes, detail=detail | entered.detail, notices=notices, beside=entered.write)

    @once("cases", Case)
    async def check_originals(self, act: Act, case_id: str, body: ReceiveBody) -> Case:
        """Compares originals of a case that was filed from afar, when somebody comes after all. Where they had to, that they are
        there is what counts, with originals or without."""
        case, row = await self._take(act, case_id, Action.CHECK_ORIGINALS, body.version)
        await self._require_visit(act, case, body.appointment)
        waited_for = case.awaited_visit is not None
        if not body.originals and not waited_for:
            raise Invalid(errors=[FieldError("/originals", "请选择核验了哪些原件。")])
        received = received_as(act, case, self.catalogue.vocabulary)
        came = self._arrived(act, case, somebody(act), body.appointment)
        changes = {"materials": self._compared(act, case, body), **received, **came}
        notices = self._tell_taken_in(case, received)
        notices += self._tell_received(case.model_copy(update=changes)) if waited_for else []
        return await self._apply(act, case, row, changes, detail=_intake_told(case, received), notices=notices)

    @once("cases", Case)
    async def accept(self, act: Act, case_id: str, body: VersionBody) -> Case:
        """Accepts the case; its limits run from the day after. Raises `WrongState` while something is missing."""
        case, row = await self._take(act, case_id, Action.ACCEPT, body.version)
        version = self.version_of(case)
        require_ready(case, version, Action.ACCEPT)
        await self._require_words(case, version)
        return await self._accept(act, case, row, version)

    @once("cases", Case)
    async def not_accept(self, act: Act, case_id: str, body: ReasonBody) -> Case:
        """Does not accept the case, in writing, with the reason and what can be done against it."""
        case, row = await self._take(act, case_id, Action.NOT_ACCEPT, body.version)
        number = await self.book.notice_number(act, self.book.handler(case), "不受")
        decision = Decision(
            outcome=Completion.OTHER,
            number=number,
            at=act.at,
            by=somebody(act),
            reason=body.reason,
            remedies=self.book.remedies(self.book.handler(case)),
        )
        changes = {
            **OFF_DESK,
            "decision": decision,
            "completion": Completion.OTHER,
            "closed_at": act.at,
            "clock": clocks.ended(case.clock),
        }
        notices = self._tell(case, "case_not_accepted", notice=number)
        return await self._apply(act, case, row, changes, detail={"notice": number}, notices=notices)

    @once("cases", Case)
    async def request_correction(self, act: Act, case_id: str, body: ReturnBody) -> Case:
        """A numbered correction notice (补正告知书) with everything to mend, before or after acceptance."""
        case, row = await self._take(act, case_id, Action.REQUEST_CORRECTION, body.version)
        after_acceptance = case.state is CaseState.ACCEPTED
        if case.bundle is not None:
            whole = await self._load(case.bundle)
            require_not_granted_on(whole, self.version_of(whole), body.defects)
        slip = await self._slip(act, case, body, kind_of_return(after_acceptance))
        late = bool(slip.counts_against)
        version = self.version_of(case)
        if after_acceptance:
            clock = clocks.awaiting_answer(case.clock, self.calendar, self.policy, version.clocks, act.at, slip.number, late=late)
        else:
            clock = clocks.told(case.clock, self.calendar, self.policy, act.at, late=late)
        slip = slip.model_copy(update={"due": clock.mend_due})
        desk = {"desk": case.desk} if after_acceptance else {}
        clocked = self._clocked(case, clock)
        changes = {"returns": [*case.returns, slip], "materials": _returned(case, slip), **clocked, **OFF_DESK, **desk}
        return await self._apply(act, case, row, changes, detail=_told(slip), notices=self._tell_return(case, slip, "case_correction"))

    async def material_copy(self, act: Act, case_id: str, key: str, number: int) -> tuple[str, Path]:
        """A watermarked copy of the `number`-th upload (from 0) of a material, for staff who work on the case: its type and
        where it lies until the caller removes it. Raises `NotFound`, `Forbidden`."""
        case = await self._read(act, case_id)
        slot = case.material(key)
        if slot is None or not 0 <= number < len(slot.files):
            raise NotFound()
        use = slot.files[number]
        version, path = await self.materials.marked_copy(act, use.material, use.version, case.item_name)
        return version.content_type, path

    async def earlier_copy(self, act: Act, case_id: str, key: str, number: int, file: int) -> tuple[str, Path]:
        """As `material_copy`, of what stood in the place before: the `file`-th upload (from 0) of the `number`-th handing-in."""
        case = await self._read(act, case_id)
        material, version = earlier_file(case, key, number, file)
        found, path = await self.materials.marked_copy(act, material, version, case.item_name)
        return found.content_type, path

    async def _read(self, act: Act, case_id: str) -> Case:
        """A case whose files the act's actor may open."""
        case = await self._load(case_id)
        require("case.see", act, case)
        if not may("case.read_files", act, case):
            raise Forbidden(_NOT_YOURS)
        return case

    async def _accept(self, act: Act, case: Case, row: Transition, version: ItemVersion) -> Case:
        receipt = case.receipt or await self.book.notice_number(act, self.book.handler(case), "收")
        after = await self.book.accepted(case.model_copy(update={"receipt": receipt}), version, act)
        tolerated = await self._tolerated(act, after)
        changes = {key: getattr(after, key) for key in ("receipt", *ACCEPTANCE)} | tolerated
        changes |= {"accepted_by": somebody(act), "received_town": case.received_town or town_of_counter(act)}
        notices = self._tell_accepted(act, case, after)
        notices += self._tell_tolerated(after, tolerated)
        detail = uses_of(after, passed=True) | {"receipt": receipt}
        return await self._apply(act, case, row, changes, detail=detail, notices=notices)

    async def _slip(self, act: Act, case: Case, body: ReturnBody, kind: ReturnKind) -> Return:
        """Everything to mend on one numbered slip, after all of invariant 7 was kept."""
        version = self.version_of(case)
        defects = defects_of(case, version, body.defects)
        if kind is not ReturnKind.AFTER_ACCEPTANCE and (unseen := not_looked_at(case, defects)):
            raise Invalid("请把每份材料都看完，需要修改的一次性说清。", errors=unseen)
        late = [each for each in defects if each.late]
        if late:
            self._require_head(act, case, body, late)
        return Return(
            number=await self.book.notice_number(act, self.book.handler(case), "预告" if kind is ReturnKind.PRE_REVIEW else "补"),
            kind=kind,
            at=act.at,
            by=somebody(act),
            submission=len(case.submissions),
            defects=defects,
            closed=stays_closed(case, version, defects, act.at.date()) if kind is ReturnKind.AFTER_ACCEPTANCE else [],
            late_reason=body.late_reason or "",
            counts_against=next(told.by for told in case.returns if told.kind is not ReturnKind.UNAGREED) if late else None,
        )

    def _require_head(self, act: Act, case: Case, body: ReturnBody, late: list[Defect]) -> None:
        """A second return for what the first could have named is the head's to answer for."""
        names = listed([each.name for each in late])
        if not is_head(act, case):
            raise Forbidden(f"{names}上一次就应当一并告知。再次退回要由首席代表写明理由后办理，并记入上一次退回的工作人员。")
        if body.late_reason is None:
            raise Invalid(errors=[FieldError("/late_reason", f"{names}上一次就应当一并告知，请写明这次才提出的理由。")])

    def _compared(self, act: Act, case: Case, body: ReceiveBody) -> list[CaseMaterial]:
        given = {each.material: each for each in body.originals}
        keys = {each.key for each in case.materials}
        if unknown := [index for index, each in enumerate(body.originals) if each.material not in keys]:
            raise Invalid(errors=[FieldError(f"/originals/{index}", "这份申请里没有这份材料。") for index in unknown])
        by = somebody(act)
        return [
            each.model_copy(
                update={
                    "original": OriginalCheck(outcome=given[each.key].outcome, note=given[each.key].note or "", by=by, at=act.at),
                }
            )
            if each.key in given
            else each
            for each in case.materials
        ]

    def _tell_taken_in(self, case: Case, received: Changes) -> list[NoticeOrder]:
        """That another district's counter has taken it in now, and who decides."""
        intake = received["intake"]
        if intake is None or case.intake is not None:
            return []
        return self._tell(case, "case_taken_in", counter=intake.counter, by=intake.decided_by)

    def _tell_return(self, case: Case, slip: Return, template: str) -> list[Any]:
        names = listed([each.name for each in slip.defects])
        due = deadline(slip.due) if slip.due else ""
        return self._tell(case, template, count=str(len(slip.defects)), names=names, notice=slip.number, due=due)


def _told(slip: Return) -> dict[str, Any]:
    """What the event says of a slip: which things and why, never the free text of advice."""
    return {
        "notice": slip.number,
        "defects": [{"target": each.target, "reason": each.reason.value, "late": each.late} for each in slip.defects],
        "counts_against": slip.counts_against.id if slip.counts_against else None,
    }


def _intake_told(case: Case, received: Changes) -> dict[str, str]:
    """What the event says of a counter of another district that takes it in now."""
    intake = received["intake"]
    return {"intake": intake.region} if intake is not None and case.intake is None else {}


def _what_next(case: Case, version: ItemVersion) -> str:
    """The notice that says what to do after a pre-review: book, come with the originals, or file without coming."""
    if version.appointment.bookable:
        return "case_pre_approved"
    return "case_pre_approved_come" if originals_open(case, version) else "case_pre_approved_file"


def _returned(case: Case, slip: Return) -> list[CaseMaterial]:
    """The materials, those on the slip with their verdict."""
    told = {each.target: each for each in slip.defects}
    result: list[CaseMaterial] = []
    for each in case.materials:
        defect = told.get(f"materials/{each.key}")
        if defect is None:
            result.append(each)
            continue
        verdict = Verdict(passed=False, reason=defect.reason, advice=defect.advice, by=slip.by, at=slip.at)
        result.append(each.model_copy(update={"verdict": verdict}))
    return result

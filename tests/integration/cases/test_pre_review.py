"""Flow 4: uploaded at home, looked at, returned once with everything, mended, passed, accepted, decided."""

import pytest

from backend.errors import Forbidden, Invalid, TooMany, WrongState
from models.acts import Role
from models.cases import (
    CaseState,
    DraftBody,
    MaterialChoice,
    Original,
    OriginalBody,
    PassBody,
    PreReviewBody,
    ReasonClass,
    ReceiveBody,
    RefuseBody,
    ResultBody,
    ResultWay,
    ReturnBody,
    SaveBody,
    StepBody,
    VersionBody,
    WithdrawBody,
)
from models.catalogue import Fee
from tests.cases_world import CasesWorld, defect

S = CaseState


class TestHandingIn:
    async def test_everything_missing_is_told_at_once(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        case = await world.cases.create(world.act(mother), DraftBody(item="longevity"))
        with pytest.raises(Invalid) as caught:
            await world.cases.pre_review(world.act(mother), case.id, PreReviewBody(version=case.version))
        pointers = {each.pointer for each in caught.value.errors}
        assert {"/form/living", "/form/account", "/materials/resident_card", "/materials/account_proof"} <= pointers

    async def test_formal_filing_gives_a_receipt_and_starts_five_days(self, world: CasesWorld) -> None:
        case = await world.received(world.act(await world.proven(world.mother)))
        assert case.state is S.RECEIVED
        assert case.number == "99010120261123" + "00001"
        assert case.receipt == "〔2026〕云政收字第000001号"
        assert case.clock.deficiency_due is not None
        assert case.clock.deficiency_due.isoformat() == "2026-11-30T17:00:00+08:00"

    async def test_an_urge_is_heard_once_a_day(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        case = await world.submitted(world.act(mother))
        urged = await world.cases.urge(world.act(mother), case.id, VersionBody(version=case.version))
        with pytest.raises(TooMany) as caught:
            await world.cases.urge(world.act(mother), case.id, VersionBody(version=urged.version))
        assert caught.value.retry_after == 86400
        world.later(hours=25)
        again = await world.cases.urge(world.act(mother), case.id, VersionBody(version=urged.version))
        assert again.urges == 2

    async def test_withdrawing_ends_it(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        case = await world.received(world.act(mother))
        gone = await world.cases.withdraw(world.act(mother), case.id, WithdrawBody(version=case.version))
        assert (gone.state, gone.clock.watch_at, await world.cases.actions(world.act(mother), gone)) == (S.WITHDRAWN, None, [])


class TestReturning:
    @pytest.mark.parametrize("reason", [ReasonClass.WRONG_ANSWER, ReasonClass.INCOMPLETE, ReasonClass.UNCLEAR])
    async def test_nobody_is_asked_to_mend_in_the_form_what_only_the_register_can(self, world: CasesWorld, reason: ReasonClass) -> None:
        mother, clerk = await world.proven(world.mother), world.staff_of(Role.PRE_REVIEWER)
        case = await world.claimed(clerk, await world.submitted(world.act(mother)))
        case = await world.passed(clerk, case)
        wrong = ReturnBody(version=case.version, defects=[defect(field="elder_name", reason=reason)])
        with pytest.raises(Invalid) as refused:
            await world.cases.return_all(world.act(clerk), case.id, wrong)
        [error] = refused.value.errors
        assert error.pointer == "/defects/0/reason"
        assert f"不能按「{reason.label}」退回" in error.detail
        assert "先到登记的部门更正" in error.detail
        told = ReturnBody(version=case.version, defects=[defect(field="elder_name", reason=ReasonClass.INCONSISTENT)])
        assert (await world.cases.return_all(world.act(clerk), case.id, told)).state is S.RETURNED

    async def test_everything_at_once_and_what_changed_is_seen(self, world: CasesWorld) -> None:
        mother, clerk = await world.proven(world.mother), world.staff_of(Role.PRE_REVIEWER)
        case = await world.claimed(clerk, await world.submitted(world.act(mother)))
        case = await world.cases.pass_material(world.act(clerk), case.id, PassBody(version=case.version, materials=["resident_card"]))
        body = ReturnBody(version=case.version, defects=[defect("account_proof"), defect(field="phone", reason=ReasonClass.WRONG_ANSWER)])
        case = await world.cases.return_all(world.act(clerk), case.id, body)
        assert (case.state, case.reviewer, len(case.returns[0].defects)) == (S.RETURNED, None, 2)
        photo = await world.photo(world.act(mother), "green")
        mended = SaveBody(
            version=case.version, form={**case.form, "phone": "16900000009"}, materials={"account_proof": MaterialChoice(files=[photo.id])}
        )
        case = await world.cases.save(world.act(mother), case.id, mended)
        case = await world.cases.resubmit(world.act(mother), case.id, VersionBody(version=case.version))
        latest = case.submissions[-1]
        assert (latest.changed_fields, latest.changed_materials, latest.untouched) == (["phone"], ["account_proof"], [])
        card, account = case.material("resident_card"), case.material("account_proof")
        assert card is not None
        assert account is not None
        assert card.verdict is not None, "what was passed and not touched stays passed"
        assert card.verdict.passed
        assert account.verdict is None
        assert case.returns[0].answered_at is not None

    async def test_a_material_nobody_looked_at_blocks_the_return(self, world: CasesWorld) -> None:
        clerk = world.staff_of(Role.PRE_REVIEWER)
        case = await world.claimed(clerk, await world.submitted(world.act(await world.proven(world.mother))))
        with pytest.raises(Invalid) as caught:
            await world.cases.return_all(world.act(clerk), case.id, ReturnBody(version=case.version, defects=[defect("account_proof")]))
        assert [each.pointer for each in caught.value.errors] == ["/defects/resident_card"]

    async def test_a_return_names_only_what_is_there_and_once(self, world: CasesWorld) -> None:
        clerk = world.staff_of(Role.PRE_REVIEWER)
        case = await world.claimed(clerk, await world.submitted(world.act(await world.proven(world.mother))))
        defects = [defect("no_such"), defect("account_proof"), defect("account_proof")]
        with pytest.raises(Invalid) as caught:
            await world.cases.return_all(world.act(clerk), case.id, ReturnBody(version=case.version, defects=defects))
        assert [each.pointer for each in caught.value.errors] == ["/defects/0", "/defects/2"]

    async def test_resubmitting_unchanged_is_refused(self, world: CasesWorld) -> None:
        mother, clerk = await world.proven(world.mother), world.staff_of(Role.PRE_REVIEWER)
        case = await world.claimed(clerk, await world.submitted(world.act(mother)))
        body = ReturnBody(version=case.version, defects=[defect("account_proof"), defect("resident_card")])
        case = await world.cases.return_all(world.act(clerk), case.id, body)
        with pytest.raises(Invalid, match="还没有修改"):
            await world.cases.resubmit(world.act(mother), case.id, VersionBody(version=case.version))
        filed = await world.cases.submit(world.act(mother), case.id, VersionBody(version=case.version))
        assert filed.state is S.RECEIVED, "who disagrees may file formally"

    async def test_the_applicant_and_the_agent_are_told(self, world: CasesWorld) -> None:
        mother, daughter, grant = await world.granted()
        agent = await world.acting(daughter, grant)
        clerk = world.staff_of(Role.PRE_REVIEWER)
        case = await world.claimed(clerk, await world.submitted(agent))
        body = ReturnBody(version=case.version, defects=[defect(each.key) for each in case.materials])
        case = await world.cases.return_all(world.act(clerk), case.id, body)
        told = case.events[-1].notices
        assert {each.to for each in told} == {mother.id, daughter.id}
        assert told[0].data["count"] == str(len(case.materials))
        assert not any("四个角" in str(each.data) for each in told), "advice may name personal things; it stays in the case"


class TestLateFindings:
    """Invariant 7: a second return for what the first could have named."""

    async def _second_look(self, world: CasesWorld):
        mother, clerk = await world.proven(world.mother), world.staff_of(Role.PRE_REVIEWER)
        case = await world.claimed(clerk, await world.submitted(world.act(mother)))
        case = await world.cases.pass_material(world.act(clerk), case.id, PassBody(version=case.version, materials=["resident_card"]))
        case = await world.cases.return_all(world.act(clerk), case.id, ReturnBody(version=case.version, defects=[defect("account_proof")]))
        photo = await world.photo(world.act(mother), "green")
        saved = SaveBody(version=case.version, materials={"account_proof": MaterialChoice(files=[photo.id])})
        case = await world.cases.save(world.act(mother), case.id, saved)
        return mother, clerk, await world.cases.resubmit(world.act(mother), case.id, VersionBody(version=case.version))

    async def test_is_the_heads_and_counts_against_the_first_reviewer(self, world: CasesWorld) -> None:
        _, clerk, case = await self._second_look(world)
        second = world.staff_of(Role.PRE_REVIEWER, id="staff_2")
        case = await world.claimed(second, case)
        body = ReturnBody(version=case.version, defects=[defect("resident_card"), defect("account_proof")])
        with pytest.raises(Forbidden, match="首席代表"):
            await world.cases.return_all(world.act(second), case.id, body)
        head = world.staff_of(Role.CHIEF_REPRESENTATIVE, id="head")
        with pytest.raises(Invalid) as caught:
            await world.cases.return_all(world.act(head), case.id, body)
        assert caught.value.errors[0].pointer == "/late_reason"
        reasoned = body.model_copy(update={"late_reason": "上次漏看了背面。"})
        case = await world.cases.return_all(world.act(head), case.id, reasoned)
        slip = case.returns[-1]
        assert slip.counts_against is not None
        assert slip.counts_against.id == clerk.id
        assert {each.target: each.late for each in slip.defects} == {"materials/resident_card": True, "materials/account_proof": False}

    async def test_what_was_not_mended_is_no_late_finding(self, world: CasesWorld) -> None:
        _, clerk, case = await self._second_look(world)
        case = await world.claimed(clerk, case)
        case = await world.cases.return_all(world.act(clerk), case.id, ReturnBody(version=case.version, defects=[defect("account_proof")]))
        assert not case.returns[-1].defects[0].late

    async def test_what_the_applicant_changed_meanwhile_is_none_either(self, world: CasesWorld) -> None:
        mother, clerk = await world.proven(world.mother), world.staff_of(Role.PRE_REVIEWER)
        case = await world.claimed(clerk, await world.submitted(world.act(mother)))
        body = ReturnBody(version=case.version, defects=[defect("account_proof"), defect("resident_card")])
        case = await world.cases.return_all(world.act(clerk), case.id, body)
        form = {**case.form, "living": "elsewhere", "living_address": {"town": "青石镇", "detail": "青石大街1号"}}
        case = await world.cases.save(world.act(mother), case.id, SaveBody(version=case.version, form=form))
        case = await world.claimed(clerk, await world.cases.resubmit(world.act(mother), case.id, VersionBody(version=case.version)))
        given = [
            defect("account_proof"),
            defect("resident_card"),
            defect(field="living_address"),
            defect("recent_photo", reason=ReasonClass.MISSING),
        ]
        case = await world.cases.return_all(world.act(clerk), case.id, ReturnBody(version=case.version, defects=given))
        assert [each.late for each in case.returns[-1].defects] == [False] * 4

    async def test_it_stops_no_clock(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        clerk, head = world.staff_of(Role.REVIEWER), world.staff_of(Role.CHIEF_REPRESENTATIVE, id="head")
        case = await world.claimed(clerk, await world.received(world.act(mother)))
        case = await world.cases.pass_material(world.act(clerk), case.id, PassBody(version=case.version, materials=["resident_card"]))
        case = await world.cases.request_correction(
            world.act(clerk), case.id, ReturnBody(version=case.version, defects=[defect("account_proof")])
        )
        assert case.clock.deficiency_due is None, "told in time: the five days are over"
        photo = await world.photo(world.act(mother), "green")
        saved = SaveBody(version=case.version, materials={"account_proof": MaterialChoice(files=[photo.id])})
        case = await world.cases.save(world.act(mother), case.id, saved)
        case = await world.cases.resubmit(world.act(mother), case.id, VersionBody(version=case.version))
        due = case.clock.deficiency_due
        assert due is not None
        body = ReturnBody(version=case.version, defects=[defect("resident_card"), defect("account_proof")], late_reason="上次漏看了背面。")
        case = await world.cases.request_correction(world.act(head), case.id, body)
        assert case.clock.deficiency_due == due


class TestPassing:
    async def test_nothing_to_bring_is_accepted_straight_away(self, world: CasesWorld) -> None:
        mother, clerk = await world.proven(world.mother), world.staff_of(Role.PRE_REVIEWER)
        case = await world.passed(clerk, await world.claimed(clerk, await world.submitted(world.act(mother))))
        case = await world.cases.pre_approve(world.act(clerk), case.id, VersionBody(version=case.version))
        assert (case.state, case.receipt is not None, case.current_step and case.current_step.key) == (S.ACCEPTED, True, "village_check")
        assert case.clock.promised_due is not None
        assert case.clock.promised_due.isoformat() == "2026-11-30T17:00:00+08:00"

    async def test_who_wants_to_file_themselves_does_so_after_passing(self, world: CasesWorld) -> None:
        mother, clerk = await world.proven(world.mother), world.staff_of(Role.PRE_REVIEWER)
        case = await world.submitted(world.act(mother), file_when_passed=False)
        case = await world.passed(clerk, await world.claimed(clerk, case))
        case = await world.cases.pre_approve(world.act(clerk), case.id, VersionBody(version=case.version))
        assert case.state is S.PRE_APPROVED
        case = await world.cases.submit(world.act(mother), case.id, VersionBody(version=case.version))
        assert (case.state, case.receipt is not None) == (S.ACCEPTED, True)

    async def test_who_must_come_is_offered_an_appointment(self, world: CasesWorld) -> None:
        mother, clerk = await world.proven(world.mother), world.staff_of(Role.PRE_REVIEWER, department="public_security")
        case = await world.passed(clerk, await world.claimed(clerk, await world.submitted(world.act(mother), "idcard-lost")))
        assert not await world.cases.case_may_be_booked(world.act(mother), case.id, "idcard-lost")
        case = await world.cases.pre_approve(world.act(clerk), case.id, VersionBody(version=case.version))
        assert (case.state, case.may_book) == (S.PRE_APPROVED, True)
        assert await world.cases.case_may_be_booked(world.act(mother), case.id, "idcard-lost")
        assert not await world.cases.case_may_be_booked(world.act(mother), case.id, "longevity")
        assert not await world.cases.case_may_be_booked(world.act(await world.proven(world.stranger)), case.id, "idcard-lost")

    async def test_what_was_not_looked_at_cannot_pass(self, world: CasesWorld) -> None:
        clerk = world.staff_of(Role.PRE_REVIEWER)
        case = await world.claimed(clerk, await world.submitted(world.act(await world.proven(world.mother))))
        with pytest.raises(WrongState, match="还没有通过"):
            await world.cases.pre_approve(world.act(clerk), case.id, VersionBody(version=case.version))


class TestCounter:
    async def _at_the_counter(self, world: CasesWorld):
        mother, clerk = await world.proven(world.mother), world.staff_of(Role.PRE_REVIEWER, department="public_security")
        case = await world.passed(clerk, await world.claimed(clerk, await world.submitted(world.act(mother), "idcard-lost")))
        return await world.cases.pre_approve(world.act(clerk), case.id, VersionBody(version=case.version))

    async def test_originals_are_compared_before_acceptance(self, world: CasesWorld) -> None:
        case = await self._at_the_counter(world)
        desk = world.staff_of(Role.RECEPTIONIST, department="government_services", id="desk")
        case = await world.cases.receive(world.act(desk), case.id, ReceiveBody(version=case.version))
        assert (case.state, case.reviewer and case.reviewer.id) == (S.RECEIVED, "desk")
        with pytest.raises(WrongState, match="核验原件"):
            await world.cases.accept(world.act(desk), case.id, VersionBody(version=case.version))
        seen = ReceiveBody(version=case.version, originals=[OriginalBody(material="household_register", outcome=Original.DIFFERENT)])
        case = await world.cases.check_originals(world.act(desk), case.id, seen)
        with pytest.raises(WrongState, match="不一致"):
            await world.cases.accept(world.act(desk), case.id, VersionBody(version=case.version))
        seen = ReceiveBody(version=case.version, originals=[OriginalBody(material="household_register", outcome=Original.SAME)])
        case = await world.cases.check_originals(world.act(desk), case.id, seen)
        case = await world.cases.accept(world.act(desk), case.id, VersionBody(version=case.version))
        assert case.state is S.ACCEPTED

    async def test_who_received_does_not_decide_but_the_head_may(self, world: CasesWorld) -> None:
        world.alter("idcard-lost", fee=Fee())
        case = await self._at_the_counter(world)
        both = world.staff_of(Role.REVIEWER, department="public_security", id="both")
        seen = ReceiveBody(version=case.version, originals=[OriginalBody(material="household_register", outcome=Original.EXEMPT)])
        case = await world.cases.receive(world.act(both), case.id, seen)
        case = await world.cases.accept(world.act(both), case.id, VersionBody(version=case.version))
        case = await world.cases.complete_step(world.act(both), case.id, StepBody(version=case.version, step="verify", finding="核对无误"))
        with pytest.raises(Forbidden, match="同一人"):
            await world.cases.grant(world.act(both), case.id, world.granting(case))
        head = await world.account(world.staff_of(Role.CHIEF_REPRESENTATIVE, department="public_security", id="head"))
        await world.authorised(head, "idcard-lost")
        case = await world.cases.grant(world.act(head), case.id, world.granting(case))
        assert case.state is S.GRANTED


class TestDeciding:
    async def test_steps_go_one_after_another_to_the_result(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        reviewer = world.staff_of(Role.REVIEWER)
        case = await world.accepted(world.act(mother), world.staff_of(Role.PRE_REVIEWER, id="staff_2"))
        with pytest.raises(WrongState):
            await world.cases.grant(world.act(reviewer), case.id, world.granting(case))
        village = world.staff_of(Role.VILLAGE_OFFICER, department="government_services", id="v", town="luoxi")
        case = await world.cases.complete_step(
            world.act(village), case.id, StepBody(version=case.version, step="village_check", finding="健在")
        )
        town = world.staff_of(Role.REVIEWER, id="t", town="luoxi")
        case = await world.cases.complete_step(world.act(town), case.id, StepBody(version=case.version, step="town_review", finding="同意"))
        case = await world.cases.grant(world.act(reviewer), case.id, world.granting(case, reason="符合条件"))
        assert (case.state, case.clock.watch_at) == (S.GRANTED, None)
        desk = world.staff_of(Role.RECEPTIONIST, department="government_services", id="desk")
        case = await world.cases.record_result(
            world.act(desk), case.id, ResultBody(version=case.version, kind="待遇核定通知", way=ResultWay.NOTICE)
        )
        assert (case.state, case.completion and case.completion.value) == (S.CLOSED, "0")
        assert await world.events(case) == [
            "case.begun",
            "case.saved",
            "case.received",
            "case.claimed",
            "case.material_passed",
            "case.accepted",
            "case.step_completed",
            "case.step_completed",
            "case.granted",
            "case.closed",
        ]

    async def test_a_refusal_says_why_and_what_can_be_done(self, world: CasesWorld) -> None:
        case = await world.accepted(world.act(await world.proven(world.mother)), world.staff_of(Role.PRE_REVIEWER, id="staff_2"))
        head = await world.account(world.staff_of(Role.CHIEF_REPRESENTATIVE, id="head"))
        await world.authorised(head, "longevity")
        for step in ("village_check", "town_review"):
            body = StepBody(version=case.version, step=step, finding="不符合")
            case = await world.cases.complete_step(world.act(world.whose(case)), case.id, body)
        case = await world.cases.refuse(
            world.act(head), case.id, RefuseBody(version=case.version, reason="未满80周岁", basis="高龄津贴办法")
        )
        assert case.state is S.REFUSED
        assert case.decision is not None
        assert "行政复议" in case.decision.remedies
        assert case.decision.number == "〔2026〕云政不准字第000001号"

    async def test_reads_by_staff_are_logged_and_another_department_sees_nothing(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        case = await world.submitted(world.act(mother))
        await world.cases.get(world.act(world.staff_of(Role.PRE_REVIEWER)), case.id)
        rows = await world.store.audit.find({"person": mother.id, "action": "case.read"})
        assert [row["subject"] for row in rows] == [f"cases/{case.id}"]
        with pytest.raises(Forbidden):
            await world.cases.get(world.act(world.staff_of(Role.PRE_REVIEWER, department="taxation")), case.id)

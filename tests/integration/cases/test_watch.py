"""The clocks, played day by day: warned, deemed accepted, sent back, stopped and resumed."""

import pytest

from backend.cases.papers import papers_of
from backend.cases.views import staff_view
from backend.cases.words import situation
from backend.errors import Invalid, WrongState
from models.acts import CitizenActor, Role
from models.cases import (
    Blocks,
    Case,
    CaseState,
    MaterialChoice,
    ObligationKind,
    PauseBody,
    PauseGround,
    ReasonBody,
    ReturnBody,
    SaveBody,
    VersionBody,
)
from tests import road_digging
from tests.cases_world import LATER, CasesWorld, defect

S = CaseState


async def now(world: CasesWorld, case: Case) -> Case:
    return Case.of(await world.store.cases.get(case.id) or {})


async def filed(world: CasesWorld, *, licence: bool, mother: CitizenActor | None = None) -> Case:
    case = await world.received(world.act(mother or await world.proven(world.mother)))
    return Case.of(await world.store.cases.change({"_id": case.id}, {"$set": {"is_licence": licence}}) or {})


class TestFiveDays:
    async def test_a_licence_nobody_spoke_up_about_is_accepted_from_the_day_of_receipt(self, world: CasesWorld) -> None:
        case = await filed(world, licence=True)
        world.later(days=4, hours=7)  # Friday 17:00, a working day before
        await world.cases.tick()
        assert (await world.events(case))[-1] == "case.deficiency_due_soon"
        world.later(days=2, hours=23, minutes=59)  # Monday 16:59
        await world.cases.tick()
        assert (await now(world, case)).state is S.RECEIVED
        world.later(minutes=1)
        await world.cases.tick()
        accepted = await now(world, case)
        assert (accepted.state, accepted.clock.deemed, accepted.clock.accepted_at) == (S.ACCEPTED, True, case.clock.received_at)
        assert accepted.clock.promised_due is not None
        assert accepted.clock.promised_due.isoformat() == "2026-11-30T17:00:00+08:00"
        assert accepted.current_step is not None
        assert accepted.events[-1].notices[0].template == "case_deemed_accepted"

    async def test_what_may_come_later_is_owed_although_nobody_promised_it(self, world: CasesWorld) -> None:
        act = world.act(await world.proven(world.mother))
        case = await road_digging.filed(world, act, await road_digging.drafted(world, act))
        world.later(days=7, hours=7)
        for _ in range(2):
            await world.cases.tick()
        case = await now(world, case)
        assert (case.state, case.clock.deemed) == (S.ACCEPTED, True)
        assert [(each.key, each.blocks) for each in case.obligations if each.kind is ObligationKind.DEBT] == [
            (road_digging.MAP, Blocks.HAND_OUT)
        ]
        paper = next(each for each in papers_of(case) if each.key == "tolerance")
        assert paper.lines[0] == "您的申请已视为受理，下列材料还没有交，可以后补："
        assert "逾期：补齐以前，不批准或者不发放结果。" in paper.lines[1], "and not withdrawn: nobody was told so before"
        assert "没有对这些材料作过承诺" in paper.lines[2]
        assert not [each for each in paper.lines if "承诺人" in each or "书面承诺" in each]
        templates = [each.template for event in case.events for each in event.notices]
        assert "case_still_owed" in templates
        assert "case_tolerated" not in templates
        assert "；「地下管线分布图或管线单位意见」还没有交，请在" in situation(case, world.clock.now())
        view = staff_view(case, world.cases.version_of(case), [], world.clock.now(), {}, "", clear=True, reads_papers=True)
        assert [each.kind.label for each in view.obligations if each.key == road_digging.MAP] == ["受理后补交"]

    async def test_any_other_item_is_only_warned_of(self, world: CasesWorld) -> None:
        case = await filed(world, licence=False)
        for _ in range(3):
            world.later(days=5)
            await world.cases.tick()
        assert (await now(world, case)).state is S.RECEIVED
        assert (await world.events(case)).count("case.deficiency_overdue") == 1

    async def test_each_warning_is_given_once(self, world: CasesWorld) -> None:
        case = await filed(world, licence=True)
        world.later(days=5)
        for _ in range(3):
            await world.cases.tick()
        assert (await world.events(case)).count("case.deficiency_due_soon") == 1

    async def test_told_in_time_is_never_deemed_accepted(self, world: CasesWorld) -> None:
        case = await filed(world, licence=True)
        clerk = world.staff_of(Role.REVIEWER)
        case = await world.claimed(clerk, case)
        body = ReturnBody(version=case.version, defects=[defect(each.key) for each in case.materials])
        case = await world.cases.request_correction(world.act(clerk), case.id, body)
        world.later(days=10)
        await world.cases.tick()
        assert (await now(world, case)).state is S.CORRECTION

    async def test_once_the_five_days_are_over_nobody_tells_or_refuses_any_more(self, world: CasesWorld) -> None:
        """行政许可法 第三十二条: whether the watch has come round yet or not."""
        clerk = world.staff_of(Role.REVIEWER)
        case = await world.claimed(clerk, await filed(world, licence=True))
        assert case.clock.deficiency_due is not None
        world.clock.at = case.clock.deficiency_due
        told = ReturnBody(version=case.version, defects=[defect(each.key) for each in case.materials])
        with pytest.raises(WrongState, match="依法自收到申请之日起就是受理，不能再补正告知"):
            await world.cases.request_correction(world.act(clerk), case.id, told)
        with pytest.raises(WrongState, match="不能再不予受理"):
            await world.cases.not_accept(world.act(clerk), case.id, ReasonBody(version=case.version, reason="不属于本区"))
        await world.cases.tick()
        assert (await now(world, case)).clock.deemed

    async def test_a_late_finding_does_not_stop_it(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        clerk, head = world.staff_of(Role.REVIEWER), world.staff_of(Role.CHIEF_REPRESENTATIVE, id="head")
        case = await world.claimed(clerk, await filed(world, licence=True, mother=mother))
        case = await world.passed(clerk, case)
        first = ReturnBody(version=case.version, defects=[defect("account_proof")])
        case = await world.cases.request_correction(world.act(clerk), case.id, first)
        photo = await world.photo(world.act(mother), "green")
        mended = SaveBody(version=case.version, materials={"account_proof": MaterialChoice(files=[photo.id])})
        case = await world.cases.save(world.act(mother), case.id, mended)
        case = await world.cases.resubmit(world.act(mother), case.id, VersionBody(version=case.version))
        late = ReturnBody(version=case.version, defects=[defect("resident_card"), defect("account_proof")], late_reason="上次漏看了背面。")
        case = await world.cases.request_correction(world.act(head), case.id, late)
        world.later(days=8)
        await world.cases.tick()
        assert (await now(world, case)).state is S.ACCEPTED


class TestMending:
    async def test_papers_never_mended_go_back(self, world: CasesWorld) -> None:
        clerk = world.staff_of(Role.REVIEWER)
        case = await world.claimed(clerk, await filed(world, licence=False))
        body = ReturnBody(version=case.version, defects=[defect(each.key) for each in case.materials])
        case = await world.cases.request_correction(world.act(clerk), case.id, body)
        assert case.clock.mend_due is not None
        assert case.clock.mend_due.isoformat() == "2026-12-07T17:00:00+08:00"
        world.clock.at = case.clock.mend_due
        await world.cases.tick()
        closed = await now(world, case)
        assert (closed.state, closed.completion and closed.completion.value, closed.ended_for) == (S.CLOSED, "5", "逾期未补正")
        assert closed.events[-1].notices[0].template == "case_lapsed"


class TestStops:
    async def test_a_hearing_stops_both_clocks_and_names_its_rule(self, world: CasesWorld) -> None:
        clerk = world.staff_of(Role.REVIEWER)
        case = await world.accepted(world.act(await world.proven(world.mother)), clerk)
        body = PauseBody(until=LATER, version=case.version, ground=PauseGround.HEARING, reason="申请人要求举行听证")
        with pytest.raises(Invalid) as caught:
            await world.cases.pause(world.act(clerk), case.id, body)
        assert caught.value.errors[0].pointer == "/legal_basis"
        named = body.model_copy(update={"legal_basis": "行政许可法第四十五条"})
        paused = await world.cases.pause(world.act(clerk), case.id, named)
        assert (paused.state, paused.clock.promised_due, paused.clock.statutory_due) == (S.PAUSED, None, None)
        assert paused.clock.stops[0].notice == "〔2026〕云政特字第000001号"
        world.later(days=2)
        back = await world.cases.resume(world.act(clerk), case.id, VersionBody(version=paused.version))
        assert back.clock.promised_due is not None
        assert case.clock.promised_due is not None
        assert back.clock.promised_due > case.clock.promised_due
        assert back.clock.statutory_due is not None

    async def test_a_site_visit_stops_the_promised_one_alone(self, world: CasesWorld) -> None:
        clerk = world.staff_of(Role.REVIEWER)
        case = await world.accepted(world.act(await world.proven(world.mother)), clerk)
        body = PauseBody(until=LATER, version=case.version, ground=PauseGround.SITE_VISIT, reason="上门核查")
        paused = await world.cases.pause(world.act(clerk), case.id, body)
        assert (paused.clock.promised_due, paused.clock.statutory_due) == (None, case.clock.statutory_due)

    async def test_a_limit_that_nears_is_warned_of_once(self, world: CasesWorld) -> None:
        case = await world.accepted(world.act(await world.proven(world.mother)), world.staff_of(Role.REVIEWER))
        world.later(days=5)
        for _ in range(2):
            await world.cases.tick()
        assert (await world.events(case)).count("case.due_soon") == 1

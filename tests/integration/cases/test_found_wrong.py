"""An ordinary grant found wrong by the head of its department: told in writing, heard, annulled or kept."""

import pytest

from backend.archives.matters import open_matter
from backend.cases.actions import Action
from backend.cases.papers import papers_of
from backend.cases.words import situation
from backend.errors import Forbidden, Invalid, StaleVersion, WrongState
from models.acts import CitizenActor, Role, StaffActor
from models.cases import (
    AnnulBody,
    Case,
    CaseState,
    InspectionOutcome,
    ReasonBody,
    RefuseBody,
    RevokeBody,
    SpeakBody,
)
from tests.cases_world import CasesWorld
from tests.integration.cases.test_rechecks import decided, officer
from tests.integration.cases.test_town_counter import QINGSHI, _taken_in
from tests.road_digging import accepted, clerk, head
from tests.road_digging import decided as permitted

BASIS = "行政许可法第六十九条第一款"
WHY = "申请人在别的区已经领取同一笔待遇"


def boss(world: CasesWorld) -> StaffActor:
    return world.staff_of(Role.CHIEF_REPRESENTATIVE, department="social_insurance", id="boss")


def wrong(case: Case) -> RevokeBody:
    return RevokeBody(version=case.version, reason=WHY, basis=BASIS)


def annulling(case: Case, hearing: str | None = None) -> AnnulBody:
    return AnnulBody(version=case.version, reason=WHY, basis=BASIS, hearing=hearing)


async def proposed(world: CasesWorld) -> tuple[CitizenActor, Case]:
    citizen, case = await decided(world)
    return citizen, await world.cases.find_wrong(world.act(boss(world)), case.id, wrong(case))


async def test_the_head_annuls_an_ordinary_grant_after_the_applicant_was_heard(world: CasesWorld) -> None:
    citizen, case = await proposed(world)
    assert (case.state, case.inspection and case.inspection.label) == (CaseState.GRANTED, "拟撤销决定，听取申请人意见")
    assert [(each.template, each.to) for each in case.events[-1].notices] == [("decision_mistaken", citizen.id)]
    assert situation(case, world.clock.now()).startswith("拟撤销批准决定，您在")
    (paper,) = [each for each in papers_of(case) if each.title == "拟撤销决定告知书"]
    assert paper.lines[:2] == [f"经核查，部门发现决定有误。事实和理由：{WHY}", f"依据：{BASIS}"]
    with pytest.raises(WrongState, match="听过以后或者到期以后再决定"):
        await world.annulled(boss(world), case, annulling(case))
    with pytest.raises(WrongState, match="不举行听证"):
        await world.cases.speak(world.act(citizen), case.id, SpeakBody(version=case.version, text="请听证", wants_hearing=True))
    case = await world.cases.speak(world.act(citizen), case.id, SpeakBody(version=case.version, text="那边已经停了"))
    assert situation(case, world.clock.now()).startswith("拟撤销批准决定，您已经说明情况，等承办部门决定")
    actions = await world.cases.actions(world.act(boss(world)), case)
    shown = await world.cases.rests_on(world.act(boss(world)), case, actions)
    assert {act: each.document_number for act, each in shown.items()} == {"annul": "云首授〔2026〕1号"}, "the one on which they will sign"
    case = await world.annulled(boss(world), case, annulling(case))
    assert (case.state, case.completion and case.completion.label) == (CaseState.CLOSED, "作废办结")
    assert case.decision is not None
    assert case.decision.revoked is not None
    assert case.decision.revoked.annulled
    assert case.inspection is not None
    assert case.inspection.outcome is InspectionOutcome.MISTAKEN
    assert [each.template for each in case.events[-1].notices] == ["case_annulled"]
    with pytest.raises(WrongState, match="已经撤销、撤回"):
        await world.cases.find_wrong(world.act(boss(world)), case.id, wrong(case))


async def test_a_decision_the_head_keeps_stands_and_may_be_looked_at_again(world: CasesWorld) -> None:
    citizen, case = await proposed(world)
    case = await world.cases.speak(world.act(citizen), case.id, SpeakBody(version=case.version, text="那边已经停了"))
    kept = ReasonBody(version=case.version, reason="核实后没有重复领取")
    case = await world.cases.keep_decision(world.act(boss(world)), case.id, kept)
    assert case.inspection is not None
    assert (case.inspection.outcome, case.inspection.is_open) == (InspectionOutcome.KEPT, False)
    again = await world.cases.find_wrong(world.act(boss(world)), case.id, wrong(case))
    assert again.inspection is not None
    assert len(again.inspection.findings) == 3, "what was found before stays beside it"
    world.later(days=10)
    with pytest.raises(WrongState, match="已经过了"):
        await world.cases.speak(world.act(citizen), case.id, SpeakBody(version=again.version, text="晚了"))
    await world.annulled(boss(world), case, annulling(again))


async def test_of_a_licence_a_hearing_may_be_asked_for_and_is_held(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    case = await permitted(world, await accepted(world, mother))
    case = await world.cases.find_wrong(world.act(head(world)), case.id, wrong(case))
    asking = SpeakBody(version=case.version, text="请举行听证", wants_hearing=True)
    case = await world.cases.speak(world.act(mother), case.id, asking)
    with pytest.raises(Invalid) as unheard:
        await world.annulled(head(world), case, annulling(case))
    assert unheard.value.errors[0].pointer == "/hearing"
    case = await world.annulled(head(world), case, annulling(case, "十二月一日在区政务中心举行"))
    assert case.state is CaseState.CLOSED


async def test_nobody_but_the_head_of_its_department_and_once(world: CasesWorld) -> None:
    citizen, case = await decided(world)
    assert Action.FIND_WRONG in await world.cases.actions(world.act(boss(world)), case)
    elsewhere = world.staff_of(Role.CHIEF_REPRESENTATIVE, department="housing")
    for nobody in (officer(world, "first"), elsewhere, clerk(world), citizen):
        with pytest.raises(Forbidden):
            await world.cases.find_wrong(world.act(nobody), case.id, wrong(case))
        assert Action.FIND_WRONG not in await world.cases.actions(world.act(nobody), case)
    case = await world.cases.find_wrong(world.act(boss(world)), case.id, wrong(case))
    assert Action.FIND_WRONG not in await world.cases.actions(world.act(boss(world)), case)
    with pytest.raises(WrongState, match="请等它办完再拟撤销决定"):
        await world.cases.find_wrong(world.act(boss(world)), case.id, wrong(case))
    with pytest.raises(StaleVersion):
        await world.annulled(boss(world), case, annulling(case).model_copy(update={"version": 1}))
    assert "首席代表还没有决定撤销还是保留" in await open_matter(world.store, case)


@pytest.mark.parametrize("handed_out", [False, True])
async def test_a_refusal_found_wrong_is_annulled_at_once_and_decided_anew(world: CasesWorld, *, handed_out: bool) -> None:
    case = await _taken_in(world, QINGSHI)
    body = RefuseBody(version=case.version, reason="当月已有单位缴费", basis="社会保险经办条例第十八条")
    case = await world.cases.refuse(world.act(officer(world, "first")), case.id, body)
    if handed_out:
        await world.store.cases.change_many({"_id": case.id}, {"$set": {"state": CaseState.CLOSED.value}})
    case = await world.cases.find_wrong(world.act(boss(world)), case.id, wrong(case))
    assert [each.template for each in case.events[-1].notices] == ["refusal_found_wrong"]
    (paper,) = [each for each in papers_of(case) if each.title == "拟撤销决定告知书"]
    assert paper.lines[0].startswith("部门复核后发现")
    assert "首席代表还没有决定撤销还是保留" in await open_matter(world.store, case)
    case = await world.annulled(boss(world), case, annulling(case))
    assert case.decision is not None
    assert case.decision.revoked is not None
    again = await world.store.cases.get(case.decision.revoked.again or "")
    assert again is not None
    assert again["state"] == CaseState.DRAFT.value


async def test_where_nothing_was_decided_nothing_is_found_wrong(world: CasesWorld) -> None:
    case = await _taken_in(world, QINGSHI)
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"state": CaseState.CLOSED.value}})
    with pytest.raises(WrongState, match="没有准予或不予批准的决定"):
        await world.cases.find_wrong(world.act(boss(world)), case.id, wrong(case))


async def test_a_certificate_made_at_once_is_revoked_by_its_number(world: CasesWorld) -> None:
    _, case = await decided(world)
    instant = next(version for item in world.catalogue.items for version in item.versions if version.instant is not None)
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"item_version": instant.id}})
    case = Case.of(await world.store.cases.get(case.id) or {})
    assert Action.FIND_WRONG not in await world.cases.actions(world.act(boss(world)), case)
    with pytest.raises(WrongState, match="按编号撤销"):
        await world.cases.find_wrong(world.act(boss(world)), case.id, wrong(case))

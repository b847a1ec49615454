"""Tolerance (容缺): accepted on the applicant's own word, with a dated debt; what follows where it is not kept, and how it is repaired."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from backend.cases.actions import Action
from backend.cases.flow import rows
from backend.cases.papers import papers_of
from backend.errors import Forbidden, Invalid, StaleVersion, WrongState
from models.acts import CitizenActor, Role
from models.cases import (
    AnnulBody,
    Blocks,
    Case,
    CaseMaterial,
    CaseState,
    ExamineBody,
    HandInBody,
    HearPromiseBody,
    InspectionOutcome,
    InspectionState,
    MaterialChoice,
    ObligationKind,
    PromiseBody,
    ReasonBody,
    RevokeBody,
    SpeakBody,
    VersionBody,
    WithdrawBody,
)
from models.catalogue import Fee, ProxyBasis
from models.marks import MarksQuery, RepairBody
from tests.cases_world import CasesWorld
from tests.road_digging import MAP, accepted, clerk, decided, drafted, filed, given_out, head, heard, promised, told

S = CaseState


async def now(world: CasesWorld, case: Case) -> Case:
    return Case.of(await world.store.cases.get(case.id) or {})


async def handed_in(world: CasesWorld, case: Case, citizen: Any) -> Case:
    photo = await world.photo(world.act(citizen), "green", case.item)
    body = HandInBody(version=case.version, materials={MAP: MaterialChoice(files=[photo.id])})
    return await world.cases.hand_in(world.act(citizen), case.id, body)


async def examined(world: CasesWorld, case: Case, *, passed: bool = True, advice: str | None = None) -> Case:
    body = ExamineBody(version=case.version, material=MAP, passed=passed, advice=advice)
    return await world.cases.examine_debt(world.act(clerk(world)), case.id, body)


async def lapsed(world: CasesWorld, case: Case) -> Case:
    """The day has passed, and the watch has looked."""
    world.later(days=14)
    await world.cases.tick()  # one turn, though the clock is looked at first and changes the case
    case = await now(world, case)
    await told(world, case, "case.obligations_looked_at")
    return case


async def test_nobody_is_accepted_with_a_gap_and_without_a_word(world: CasesWorld) -> None:
    act = world.act(await world.proven(world.mother))
    case = await filed(world, act, await drafted(world, act))
    with pytest.raises(WrongState, match="「地下管线分布图或管线单位意见」没有提交。申请人承诺按时后补的，可以容缺受理"):
        await world.cases.accept(world.act(clerk(world)), case.id, VersionBody(version=case.version))


async def test_accepted_on_a_promise_with_a_notice_and_a_dated_debt(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    case = await accepted(world, mother)
    (debt,) = [each for each in case.obligations if each.kind is ObligationKind.DEBT]
    assert (debt.key, debt.blocks, debt.name) == (MAP, Blocks.HAND_OUT, "地下管线分布图或管线单位意见")
    # three working days by the item; the visit to the place has stopped the promised clock, which could cut them short
    assert debt.due is not None
    assert (debt.due.isoformat(), case.clock.promised_due) == ("2026-11-26T17:00:00+08:00", None)
    assert debt.remind_at is not None
    assert debt.remind_at < debt.due
    assert case.tolerance is not None
    assert "容字" in case.tolerance.number
    assert [each.template for each in case.events[-1].notices] == ["case_accepted", "case_paused", "case_tolerated"]


async def test_a_debt_before_hand_out_lets_the_decision_be_made_and_nothing_be_handed_out(world: CasesWorld) -> None:
    world.alter("road-dig", fee=Fee())  # what is to be paid is another matter
    mother = await world.proven(world.mother)
    case = await decided(world, await accepted(world, mother))
    assert case.state is S.GRANTED
    with pytest.raises(WrongState, match="还没有完成，暂时不能发放结果"):
        await given_out(world, case, None)
    case = await examined(world, await handed_in(world, case, mother))
    assert (await given_out(world, case, None)).state is S.CLOSED


async def test_what_comes_in_unfit_is_owed_again(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    case = await accepted(world, mother)
    with pytest.raises(WrongState, match="还没有交来"):
        await examined(world, case)
    case = await handed_in(world, case, mother)
    with pytest.raises(Invalid):
        await examined(world, case, passed=False)
    case = await examined(world, case, passed=False, advice="图上没有燃气管线，请补上。")
    (debt,) = case.obligations
    assert debt.is_open
    assert debt.handed_at is None
    assert [each.template for each in case.events[-1].notices] == ["debt_came_back"]


async def test_the_day_it_comes_in_counts_not_the_day_it_is_looked_at(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    case = await lapsed(world, await handed_in(world, await accepted(world, mother), mother))
    assert case.obligations[0].lapsed_at is None
    assert await world.marks.own(world.act(mother)) == []


async def test_a_promise_is_the_applicants_own(world: CasesWorld) -> None:
    mother, daughter, grant = await world.granted(items=["road-dig"])
    agent = await world.acting(daughter, grant)
    case = await drafted(world, agent)
    assert Action.PROMISE not in await world.cases.actions(world.again(agent), case)
    with pytest.raises(Forbidden, match="承诺要由申请人本人作出，代办人不能代替"):
        await promised(world, agent, case)
    by_phone = await promised(world, world.act(mother), case)
    assert by_phone.promises[0].word.by.name == "王桂芳"
    assert by_phone.agent is not None, "the agent goes on with all else"


async def test_a_promise_heard_at_the_counter_says_who_heard_it(world: CasesWorld) -> None:
    mother, daughter, grant = await world.granted(items=["road-dig"])
    agent = await world.acting(daughter, grant)
    case = await heard(world, await filed(world, agent, await drafted(world, agent)))
    word = case.promises[0].word
    assert (word.by.id, word.heard_by and word.heard_by.name) == (mother.id, "姚淑贤")
    assert {each.to for each in case.events[-1].notices} == {mother.id, daughter.id}
    case = await world.cases.accept(world.act(clerk(world)), case.id, VersionBody(version=case.version))
    (paper,) = [each for each in papers_of(case) if each.key == "tolerance"]
    assert "承诺人：王桂芳，2026年11月23日，在窗口出示证件、当面作出，由姚淑贤听取并记录。" in paper.lines


async def test_at_the_counter_their_agent_is_not_heard_for_them_and_their_guardian_is(world: CasesWorld) -> None:
    _, daughter, grant = await world.granted(items=["road-dig"])
    agent = await world.acting(daughter, grant)
    case = await filed(world, agent, await drafted(world, agent))
    with pytest.raises(Invalid, match="证件上的人不是本人"):
        await heard(world, case, world.daughter.document)
    guardianship = grant.model_copy(update={"id": "grant_ward", "basis": ProxyBasis.GUARDIANSHIP, "items": [], "keys": []})
    await world.store.grants.insert(guardianship)
    case = await heard(world, case, world.daughter.document)
    case = await world.cases.accept(world.act(clerk(world)), case.id, VersionBody(version=case.version))
    (paper,) = [each for each in papers_of(case) if each.key == "tolerance"]
    assert any(line.startswith("承诺人：王桂芳（监护人李敏），") for line in paper.lines)


async def test_only_what_may_come_later_can_be_promised(world: CasesWorld) -> None:
    act = world.act(await world.proven(world.mother))
    case = await drafted(world, act)
    with pytest.raises(Invalid) as raised:
        await world.cases.promise(world.again(act), case.id, PromiseBody(version=case.version, materials=[MAP, "drawings"]))
    assert [each.pointer for each in raised.value.errors] == ["/materials/1"]
    with pytest.raises(StaleVersion):
        await world.cases.promise(world.again(act), case.id, PromiseBody(version=case.version + 1, materials=[MAP]))


async def test_what_is_shown_on_the_spot_may_be_promised_and_no_day_is_told_for_it(world: CasesWorld) -> None:
    act = world.act(await world.proven(world.mother))
    case = await world.draft(act, "idcard-lost")
    bare = CaseMaterial(key="household_register", name="居民户口簿").model_dump()  # no register holds it
    case = Case.of(await world.store.cases.change({"_id": case.id}, {"$set": {"materials": [bare]}}) or {})
    body = PromiseBody(version=case.version, materials=["household_register"])
    promised_now = await world.cases.promise(world.again(act), case.id, body)
    assert [(each.material, each.told) for each in promised_now.promises] == [("household_register", "")]
    assert world.cases.expected(case, world.clock.now()) == {}


async def test_only_what_is_owed_can_be_handed_in_late(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    case = await accepted(world, mother)
    for materials in ({"drawings": MaterialChoice(licence=True)}, {MAP: MaterialChoice()}):
        with pytest.raises(Invalid):
            await world.cases.hand_in(world.act(mother), case.id, HandInBody(version=case.version, materials=materials))


async def test_unpaid_marks_the_person_and_closes_the_way_until_it_is_met(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    case = await lapsed(world, await decided(world, await accepted(world, mother)))
    (mark,) = await world.marks.own(world.act(mother))
    assert (mark.what, mark.is_open) == ("地下管线分布图或管线单位意见", True)
    again = await drafted(world, world.act(mother), begin="2027-01-04", end="2027-01-10")
    with pytest.raises(WrongState, match="记录还没有修复，所以现在不能再用承诺代替材料。补交「地下管线分布图或管线单位意见」"):
        await promised(world, world.act(mother), again)
    case = await examined(world, await handed_in(world, case, mother))
    await told(world, case, "case.debt_examined")
    (mark,) = await world.marks.own(world.act(mother))
    assert (mark.is_open, mark.repair and mark.repair.label) == (False, "后来补交了材料")
    assert (await promised(world, world.act(mother), again)).promises


async def test_a_mark_made_after_the_promise_closes_the_way_when_it_is_handed_in(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    owing = await accepted(world, mother)
    act = world.act(mother)
    second = await promised(world, act, await drafted(world, act, begin="2027-01-04", end="2027-01-10"))
    await lapsed(world, owing)
    with pytest.raises(WrongState, match="记录还没有修复"):
        await filed(world, act, second)


async def test_the_head_repairs_a_mark_with_a_reason(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    await lapsed(world, await accepted(world, mother))
    found, _ = await world.marks.of_department(world.act(head(world)), MarksQuery(open=True))
    body = RepairBody(version=found[0].version, reason="管线单位搬家，图纸晚到，责任不在申请人")
    for nobody in (clerk(world), world.staff_of(Role.CHIEF_REPRESENTATIVE, department="housing")):
        with pytest.raises(Forbidden):
            await world.marks.repair(world.act(nobody), found[0].id, body)
    with pytest.raises(StaleVersion):
        await world.marks.repair(world.act(head(world)), found[0].id, body.model_copy(update={"version": 9}))
    mended = await world.marks.repair(world.act(head(world)), found[0].id, body)
    assert (mended.is_open, mended.repaired_by and mended.repaired_by.name) == (False, "贺明")
    with pytest.raises(WrongState, match="已经修复"):
        await world.marks.repair(world.act(head(world)), found[0].id, body)


async def test_the_head_takes_the_decision_back_only_when_the_debt_is_overdue(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    case = await decided(world, await accepted(world, mother))
    body = RevokeBody(version=case.version, reason="到期没有补交管线图", basis="容缺受理通知书所载的后果")
    with pytest.raises(WrongState, match="没有可以撤回决定的情形"):
        await world.cases.revoke(world.act(head(world)), case.id, body)
    case = await lapsed(world, case)
    body = body.model_copy(update={"version": case.version})
    with pytest.raises(Forbidden):
        await world.cases.revoke(world.act(clerk(world)), case.id, body)
    case = await world.cases.revoke(world.act(head(world)), case.id, body)
    assert (case.state, case.inspection and case.inspection.label) == (S.GRANTED, "拟撤回决定，听取申请人意见")
    assert [each.template for each in case.events[-1].notices] == ["decision_to_be_withdrawn"]
    assert "拟撤回决定告知书" in [each.title for each in papers_of(case)]
    offered = await world.cases.actions(world.act(head(world)), case)
    assert (Action.REVOKE in offered, Action.ANNUL in offered) == (False, False), "asked once, and heard first"
    taking = AnnulBody(version=case.version, reason="到期没有补交管线图", basis="容缺受理通知书所载的后果")
    with pytest.raises(WrongState, match="听过以后或者到期以后再决定"):
        await world.annulled(head(world), case, taking)
    speaking = SpeakBody(version=case.version, text="管线单位搬家，图纸要等", wants_hearing=True)
    case = await world.cases.speak(world.act(mother), case.id, speaking)
    taking = taking.model_copy(update={"version": case.version})
    with pytest.raises(Invalid) as unheard:
        await world.annulled(head(world), case, taking)
    assert unheard.value.errors[0].pointer == "/hearing", "a licence is not taken away without the hearing that was asked for"
    case = await world.annulled(head(world), case, taking.model_copy(update={"hearing": "十二月一日在区政务中心举行"}))
    assert (case.state, case.completion and case.completion.label) == (S.CLOSED, "作废办结")
    assert (await world.events(case))[-1] == "case.revoked", "what was paid is given back, as of every withdrawal"
    assert case.decision is not None
    assert case.decision.revoked is not None
    assert "复议" in case.decision.revoked.remedies
    assert case.obligations[0].ended_for == "决定已撤回"
    assert not case.decision.revoked.annulled
    assert [each.template for each in case.events[-1].notices] == ["case_revoked"]


async def proposed(world: CasesWorld) -> tuple[Any, Case]:
    """A case whose decision is to be withdrawn, and whose it is."""
    mother = await world.proven(world.mother)
    case = await lapsed(world, await decided(world, await accepted(world, mother)))
    body = RevokeBody(version=case.version, reason="到期没有补交管线图", basis="容缺受理通知书所载的后果")
    return mother, await world.cases.revoke(world.act(head(world)), case.id, body)


async def test_what_comes_while_the_applicant_is_heard_ends_the_withdrawal(world: CasesWorld) -> None:
    mother, case = await proposed(world)
    case = await handed_in(world, case, mother)
    world.later(days=20)
    boss = world.act(head(world))
    assert Action.ANNUL not in await world.cases.actions(boss, case)
    with pytest.raises(WrongState, match="还没有审核，不能撤回决定"):
        await world.cases.annul(boss, case.id, AnnulBody(version=case.version, reason="没有补交图纸", basis="容缺受理通知书"))
    case = await examined(world, case)
    assert case.inspection is not None
    assert (case.inspection.state, case.inspection.outcome) == (InspectionState.OVER, InspectionOutcome.KEPT)
    assert "decision_not_withdrawn" in [each.template for each in case.events[-1].notices]
    assert (case.state, Action.ANNUL in await world.cases.actions(boss, case)) == (S.GRANTED, False)


async def test_silent_until_the_time_is_over_the_decision_is_withdrawn_or_kept(world: CasesWorld) -> None:
    mother, case = await proposed(world)
    case = await world.cases.speak(world.act(mother), case.id, SpeakBody(version=case.version, text="图纸在路上", wants_hearing=True))
    case = await world.cases.keep_decision(world.act(head(world)), case.id, ReasonBody(version=case.version, reason="图纸已经寄出，再等"))
    assert case.inspection is not None
    assert (case.inspection.outcome, case.state) == (InspectionOutcome.KEPT, S.GRANTED)
    world.later(days=1)
    case = await world.cases.revoke(
        world.act(head(world)), case.id, RevokeBody(version=case.version, reason="图纸还是没有来", basis="容缺受理通知书")
    )
    taking = AnnulBody(version=case.version, reason="图纸还是没有来", basis="容缺受理通知书所载的后果")
    with pytest.raises(WrongState, match="听过以后"):
        await world.annulled(head(world), case, taking)  # what was said to the first does not count for the second
    world.later(days=20)
    case = await world.annulled(head(world), case, taking.model_copy(update={"version": case.version}))
    assert (case.state, case.ended_for) == (S.CLOSED, "决定已撤回")
    paper = next(each for each in papers_of(case) if each.key == "revocation")
    assert any("您的陈述申辩：" in line and line.endswith("您没有提出。") for line in paper.lines), "nothing was said to this proposal"


async def test_what_came_in_late_is_looked_at_before_the_decision_is_taken_back(world: CasesWorld) -> None:
    mother, boss = await world.proven(world.mother), world.act(head(world))
    case = await lapsed(world, await decided(world, await accepted(world, mother)))
    assert Action.REVOKE in await world.cases.actions(boss, case)
    case = await handed_in(world, case, mother)
    offered = await world.cases.actions(boss, case)
    assert (Action.REVOKE in offered, Action.EXAMINE_DEBT in offered) == (False, True)
    body = RevokeBody(version=case.version, reason="到期没有补交管线图", basis="容缺受理通知书所载的后果")
    with pytest.raises(WrongState, match="已经补交「地下管线分布图或管线单位意见」，还没有审核，不能撤回决定。请先审核"):
        await world.cases.revoke(boss, case.id, body)
    assert (await now(world, case)).state is S.GRANTED

    unfit = await examined(world, case, passed=False, advice="图上没有燃气管线，请补上。")
    assert Action.REVOKE in await world.cases.actions(boss, unfit), "overdue still, and nothing to look at"
    case = await examined(world, await handed_in(world, unfit, mother))
    assert Action.REVOKE not in await world.cases.actions(boss, case)
    with pytest.raises(WrongState, match="没有可以撤回决定的情形"):
        await world.cases.revoke(boss, case.id, body.model_copy(update={"version": case.version}))


async def test_what_came_with_a_mended_form_is_looked_at_first_too(world: CasesWorld) -> None:
    """It lies with the office without having been handed in as what is owed."""
    mother, boss = await world.proven(world.mother), world.act(head(world))
    case = await lapsed(world, await decided(world, await accepted(world, mother)))
    files = next(each.files for each in case.materials if each.files)
    materials = [each.model_copy(update={"files": files}) if each.key == MAP else each for each in case.materials]
    set_ = {"materials": [each.model_dump() for each in materials]}
    case = Case.of(await world.store.cases.change({"_id": case.id}, {"$set": set_}) or {})
    assert Action.EXAMINE_DEBT in await world.cases.actions(world.act(clerk(world)), case)
    with pytest.raises(WrongState, match="还没有审核"):
        await world.cases.revoke(boss, case.id, RevokeBody(version=case.version, reason="没有补交图纸", basis="容缺受理通知书"))


async def test_a_case_that_is_over_owes_nothing(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    case = await accepted(world, mother)
    case = await world.cases.withdraw(world.act(mother), case.id, WithdrawBody(version=case.version))
    case = await lapsed(world, case)
    assert case.obligations[0].ended_for == "办件已经结束"
    assert await world.marks.own(world.act(mother)) == []


async def test_what_was_overdue_before_the_case_ended_was_not_kept_all_the_same(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    case = await accepted(world, mother)
    world.later(days=14)  # past the day, and nobody has looked yet
    case = await world.cases.withdraw(world.act(mother), case.id, WithdrawBody(version=case.version))
    await world.cases.tick()
    case = await now(world, case)
    (debt,) = [each for each in case.obligations if each.kind is ObligationKind.DEBT]
    assert (debt.lapsed_at, debt.ended_for) == (world.clock.now(), "办件已经结束")
    await told(world, case, "case.obligations_looked_at")
    assert [each.what for each in await world.marks.own(world.act(mother))] == [debt.name]


CALLS: dict[Action, Callable[[CasesWorld, Case], Awaitable[Any]]] = {
    Action.PROMISE: lambda w, c: w.cases.promise(w.act(_of(c)), c.id, PromiseBody(version=c.version, materials=[MAP])),
    Action.HEAR_PROMISE: lambda w, c: w.cases.hear_promise(
        w.act(clerk(w)), c.id, HearPromiseBody(version=c.version, materials=[MAP], person=w.mother.document, note="当面")
    ),
    Action.HAND_IN: lambda w, c: w.cases.hand_in(w.act(_of(c)), c.id, HandInBody(version=c.version, materials={MAP: MaterialChoice()})),
    Action.EXAMINE_DEBT: lambda w, c: w.cases.examine_debt(
        w.act(clerk(w)), c.id, ExamineBody(version=c.version, material=MAP, passed=True)
    ),
    Action.REVOKE: lambda w, c: w.cases.revoke(
        w.act(head(w)), c.id, RevokeBody(version=c.version, reason="没有补交图纸", basis="容缺受理通知书")
    ),
}


def _of(case: Case) -> Any:
    return CitizenActor(id=case.person, name=case.person_name, level=2)


@pytest.mark.parametrize("action", list(CALLS))
async def test_in_every_other_state_it_cannot_be_taken(world: CasesWorld, action: Action) -> None:
    case = await accepted(world, await world.proven(world.mother))
    for state in S:
        if rows(action, state):
            continue
        await world.store.cases.change_many({"_id": case.id}, {"$set": {"state": state.value, "reviewer": None}})
        standing = await now(world, case)
        with pytest.raises(WrongState, match="不能"):
            await CALLS[action](world, standing)
        assert (await now(world, case)).state is state

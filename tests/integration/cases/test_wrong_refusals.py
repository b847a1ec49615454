"""A refusal a re-check finds wrong: told in writing, annulled by the head, and taken up again in a new case nobody fills in anew."""

from datetime import timedelta
from typing import Any

import pytest

from backend.archives.matters import open_matter
from backend.cases import recheck_stats
from backend.cases.actions import Action
from backend.cases.papers import papers_of
from backend.cases.words import label_of, situation
from backend.errors import Forbidden, StaleVersion, WrongState
from models.acts import CitizenActor, Role, StaffActor
from models.cases import (
    AnnulBody,
    Case,
    CaseState,
    Completion,
    InspectionOutcome,
    ReasonBody,
    RefuseBody,
    ResultBody,
    ResultWay,
    Somebody,
    SpeakBody,
    VersionBody,
)
from models.people import CitizenState
from models.rechecks import Recheck, RecheckFinding
from tests.cases_world import CasesWorld
from tests.integration.cases.test_rechecks import BASIS, finding, next_month, officer, opened
from tests.integration.cases.test_town_counter import QINGSHI, _taken_in

HEAD = "boss"


async def refused(world: CasesWorld, *, handed_out: bool = False) -> tuple[CitizenActor, Case, Recheck, StaffActor]:
    """王桂芳's case, taken in by 青石's counter and refused, its re-check, and who is to do it."""
    world.officers = [Somebody(id=each, name=each, department="social_insurance") for each in ("first", "second", "third")]
    case = await _taken_in(world, QINGSHI)
    body = RefuseBody(version=case.version, reason="当月已有单位缴费", basis="社会保险经办条例第十八条")
    case = await world.cases.refuse(world.act(officer(world, "first")), case.id, body)
    if handed_out:
        result = ResultBody(version=case.version, kind="不予批准决定书", way=ResultWay.COUNTER)
        case = await world.cases.record_result(world.act(QINGSHI), case.id, result)
    assert await next_month(world) == 1
    (recheck,) = await opened(world)
    assert recheck.rechecker is not None
    return CitizenActor(id=case.person, name=case.person_name, level=2), case, recheck, officer(world, recheck.rechecker.id)


async def found_wrong(world: CasesWorld, **how: Any) -> tuple[CitizenActor, Case, Recheck]:
    citizen, case, recheck, by = await refused(world, **how)
    recheck = await world.cases.record_recheck(world.act(by), recheck.id, finding(recheck, "wrong", basis=BASIS))
    return citizen, await world.cases.get(world.act(by), case.id), recheck


def annul(case: Case) -> AnnulBody:
    return AnnulBody(version=case.version, reason="单位缴费属于补缴，不影响暂停", basis=BASIS)


def head(world: CasesWorld, id: str = HEAD) -> StaffActor:
    return officer(world, id, Role.CHIEF_REPRESENTATIVE)


async def the_new_one(world: CasesWorld, case: Case) -> Case:
    assert case.decision is not None
    assert case.decision.revoked is not None
    return Case.of(await world.store.cases.get(case.decision.revoked.again or "") or {})


@pytest.mark.parametrize("handed_out", [False, True])
async def test_the_applicant_is_told_and_need_do_nothing(world: CasesWorld, handed_out: bool) -> None:
    citizen, case, recheck = await found_wrong(world, handed_out=handed_out)
    assert (recheck.finding, recheck.refusal, recheck.note) == (RecheckFinding.WRONG, True, "比对参保记录")
    assert case.state is (CaseState.CLOSED if handed_out else CaseState.REFUSED), "it stays a refusal until the head has decided"
    assert [(each.template, each.to) for each in case.events[-1].notices] == [("refusal_found_wrong", citizen.id)]
    paper = next(each for each in papers_of(case) if each.key == "proposal")
    assert paper.title == "拟撤销决定告知书"
    assert case.decision is not None
    assert all(any(words in line for line in paper.lines) for words in (case.decision.number, "有误", "您现在不用做什么"))
    boss = head(world)
    assert Action.ANNUL not in await world.cases.actions(world.act(boss), case), "without a letter it is not theirs"
    with pytest.raises(Forbidden, match="首席代表授权"):
        await world.cases.annul(world.act(boss), case.id, annul(case))
    await world.authorised(boss, case.item)
    assert Action.ANNUL in await world.cases.actions(world.act(boss), case)
    assert "首席代表还没有决定" in await open_matter(world.store, case)


@pytest.mark.parametrize("handed_out", [False, True])
async def test_the_head_annuls_it_at_once_and_the_case_is_begun_anew(world: CasesWorld, handed_out: bool) -> None:
    citizen, case, _ = await found_wrong(world, handed_out=handed_out)
    before = case
    case = await world.annulled(head(world), case, annul(case))
    assert (case.state, case.completion, label_of(case)) == (CaseState.CLOSED, Completion.VOID, "不予批准决定已撤销")
    assert (case.form, case.materials, case.submissions) == (before.form, before.materials, before.submissions), "it keeps its record"
    assert case.events[-1].action == "case.refusal_annulled"
    paper = next(each for each in papers_of(case) if each.key == "revocation")
    assert "不予批准决定" in paper.lines[0]
    assert any("核对后提交" in line for line in paper.lines)
    assert not any("陈述申辩" in line for line in paper.lines), "nobody had to wait for what they might say"
    assert "核对后提交" in situation(case, world.clock.now())

    new = await the_new_one(world, case)
    assert (new.state, new.person, new.item, new.form, new.decision) == (CaseState.DRAFT, citizen.id, case.item, case.form, None)
    assert [(each.key, each.files, each.verdict) for each in new.materials] == [(each.key, each.files, None) for each in case.materials]
    (told,) = case.events[-1].notices
    assert (told.template, told.to, told.data["again"]) == ("refusal_annulled", citizen.id, new.id)
    new = await world.cases.submit(world.act(citizen), new.id, VersionBody(version=new.version))
    assert (new.state, new.number != case.number) == (CaseState.RECEIVED, True), "handed in as it is, decided about anew"


async def test_supervision_sees_what_became_of_it(world: CasesWorld) -> None:
    _, case, recheck = await found_wrong(world)
    await world.annulled(head(world), case, annul(case))
    (seen,) = await opened(world)
    assert (seen.outcome, seen.settled_at, seen.events[-1].action) == (
        InspectionOutcome.REFUSED_WRONGLY,
        world.clock.now(),
        "recheck.settled",
    )
    (town,) = recheck_stats(recheck.month, None, [seen], str).rows
    assert (town.wrong, town.wrong_refusals, town.settled) == (1, 1, 1)


async def test_who_is_not_the_head_or_found_it_does_not_annul_it_and_nobody_twice(world: CasesWorld) -> None:
    _, case, recheck = await found_wrong(world)
    assert recheck.rechecker is not None
    with pytest.raises(Forbidden, match="另一位首席代表"):
        await world.cases.annul(world.act(head(world, recheck.rechecker.id)), case.id, annul(case))
    for other in (officer(world, "first"), world.staff_of(Role.CHIEF_REPRESENTATIVE, department="taxation", id="boss")):
        with pytest.raises(Forbidden):
            await world.cases.annul(world.act(other), case.id, annul(case))
    with pytest.raises(StaleVersion):
        await world.annulled(head(world), case, annul(case).model_copy(update={"version": case.version - 1}))
    after = await world.annulled(head(world), case, annul(case))
    with pytest.raises(WrongState):
        await world.annulled(head(world), case, annul(after))
    assert await world.store.cases.count({"state": "draft"}) == 1


async def test_who_decided_it_and_a_stale_page_find_nothing(world: CasesWorld) -> None:
    _, _, recheck, by = await refused(world)
    stale = finding(recheck, "wrong", basis=BASIS).model_copy(update={"version": recheck.version + 1})
    with pytest.raises(Forbidden, match="不能抽检同一件"):
        await world.cases.record_recheck(world.act(officer(world, "first")), recheck.id, finding(recheck, "wrong", basis=BASIS))
    with pytest.raises(StaleVersion):
        await world.cases.record_recheck(world.act(by), recheck.id, stale)
    seen = await world.cases.record_recheck(world.act(by), recheck.id, finding(recheck, "wrong", basis=BASIS))
    with pytest.raises(WrongState, match="不能再改"):
        await world.cases.record_recheck(world.act(by), recheck.id, finding(seen, "wrong", basis=BASIS))


async def test_it_is_not_kept_before_the_applicant_was_heard(world: CasesWorld) -> None:
    citizen, case, _ = await found_wrong(world)
    kept = ReasonBody(version=case.version, reason="补缴记录后来核销了")
    with pytest.raises(WrongState, match="听过以后"):
        await world.cases.keep_decision(world.act(head(world)), case.id, kept)
    case = await world.cases.speak(world.act(citizen), case.id, SpeakBody(version=case.version, text="请看补缴的单子"))
    case = await world.cases.keep_decision(world.act(head(world)), case.id, kept.model_copy(update={"version": case.version}))
    assert (case.state, case.decision and case.decision.revoked) == (CaseState.REFUSED, None)
    assert [each.outcome for each in await opened(world)] == [InspectionOutcome.KEPT]
    assert await open_matter(world.store, case) == ""


async def test_what_the_registers_and_reviewers_did_not_like_is_asked_anew(world: CasesWorld) -> None:
    """A file that was not passed, or is too old, is not taken over; nor is an answer the item does not ask any more."""
    _, case, _ = await found_wrong(world)
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"materials.0.verdict.passed": False}})
    case = Case.of(await world.store.cases.get(case.id) or {})
    done = await world.annulled(head(world), case, annul(case))
    assert all(not each.files for each in (await the_new_one(world, done)).materials)


@pytest.mark.parametrize("what", ["too old", "gone"])
async def test_a_file_that_does_not_hold_any_more_is_left_out(world: CasesWorld, what: str) -> None:
    _, case, _ = await found_wrong(world)
    if what == "gone":
        await world.store.materials.delete({})
    else:
        await world.store.materials.change_many({}, {"$set": {"expires_at": world.clock.now()}})
    done = await world.annulled(head(world), case, annul(case))
    new = await the_new_one(world, done)
    assert (new.form, any(each.files for each in new.materials)) == (case.form, False)


async def test_nothing_is_begun_for_who_is_not_there(world: CasesWorld) -> None:
    citizen, case, _ = await found_wrong(world)
    await world.store.citizens.change_many({"_id": citizen.id}, {"$set": {"state": CitizenState.DECEASED.value}})
    case = await world.annulled(head(world), case, annul(case))
    assert case.decision is not None
    assert case.decision.revoked is not None
    assert case.decision.revoked.again is None
    assert "请联系承办部门" in case.events[-1].notices[0].data["next"]
    assert await world.store.cases.count({"state": "draft"}) == 0


async def test_an_agents_case_is_begun_for_whose_matter_it_is_and_both_are_told(world: CasesWorld) -> None:
    citizen, case, recheck, by = await refused(world)
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"agent": {"id": "citizen_li", "name": "李敏"}, "grant": "grant_1"}})
    await world.cases.record_recheck(world.act(by), recheck.id, finding(recheck, "wrong", basis=BASIS))
    case = await world.cases.get(world.act(by), case.id)
    assert [each.to for each in case.events[-1].notices] == [citizen.id, "citizen_li"]
    case = await world.annulled(head(world), case, annul(case))
    assert [each.to for each in case.events[-1].notices] == [citizen.id, "citizen_li"]
    new = await the_new_one(world, case)
    assert (new.person, new.agent, new.grant) == (citizen.id, None, None)


async def test_it_is_not_archived_while_it_is_looked_at_and_what_is_to_be_destroyed_is_only_read(world: CasesWorld) -> None:
    _, case, recheck, by = await refused(world, handed_out=True)
    assert "正在抽检复核" in await open_matter(world.store, case)
    archived = {
        "number": "档1",
        "batch": "b",
        "at": world.clock.now(),
        "retention": "years_10",
        "until": "2036-12-31",
        "destruction": "销1",
    }
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"archived": archived}})
    with pytest.raises(WrongState, match="已经批准销毁"):
        await world.cases.record_recheck(world.act(by), recheck.id, finding(recheck, "wrong", basis=BASIS))
    assert [each.finding for each in await opened(world)] == [None]


async def test_a_case_under_a_check_is_not_found_wrong_beside_it(world: CasesWorld) -> None:
    _, case, recheck, by = await refused(world)
    check = {"department": "social_insurance", "since": world.clock.now(), "due": world.clock.now() + timedelta(days=5)}
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"inspection": check}})
    with pytest.raises(WrongState, match="正在核查"):
        await world.cases.record_recheck(world.act(by), recheck.id, finding(recheck, "wrong", basis=BASIS))

"""Who has a tie to a matter is out of it: they say so, or the applicant asks and the head decides."""

from typing import Any

import pytest

from backend.cases import barred_words
from backend.cases.hands import hand_views
from backend.errors import Conflict, Forbidden, Invalid
from models.acts import CitizenActor, Role, StaffActor
from models.cases import (
    AskRecusalBody,
    Case,
    CaseState,
    DecideRecusalBody,
    Queue,
    QueueQuery,
    ReasonBody,
    RecusalGround,
    RecuseBody,
    Somebody,
    VersionBody,
)
from tests.cases_world import CasesWorld

BODY: dict[str, Any] = {"ground": RecusalGround.RELATIVE, "reason": "申请人是我的姐姐"}


@pytest.fixture
def clerk(world: CasesWorld) -> StaffActor:
    return world.staff_of(Role.PRE_REVIEWER, Role.REVIEWER)


@pytest.fixture
def other(world: CasesWorld) -> StaffActor:
    return world.staff_of(Role.PRE_REVIEWER, id="staff_2")


@pytest.fixture
def head(world: CasesWorld) -> StaffActor:
    return world.staff_of(Role.CHIEF_REPRESENTATIVE, id="staff_head")


@pytest.fixture
async def case(world: CasesWorld, clerk: StaffActor) -> Case:
    """In the clerk's hand."""
    return await world.claimed(clerk, await world.submitted(world.act(await world.proven(world.mother))))


async def asked(world: CasesWorld, case: Case, who: str = "姚淑贤") -> Case:
    body = AskRecusalBody(version=case.version, who=who, reason="她是隔壁邻居，和我打过官司")
    return await world.cases.ask_recusal(world.act(CitizenActor(id=case.person, name=case.person_name, level=2)), case.id, body)


async def waiting(world: CasesWorld, who: StaffActor) -> list[str]:
    return [each.id for each in (await world.cases.queue(world.act(who), QueueQuery(queue=Queue.PRE_REVIEW)))[0]]


async def test_whoever_declares_a_tie_neither_reads_nor_acts_and_the_case_goes_to_another(
    world: CasesWorld, case: Case, clerk: StaffActor, other: StaffActor
) -> None:
    out = await world.cases.recuse(world.act(clerk), case.id, RecuseBody(version=case.version, **BODY))
    assert out.reviewer is None
    assert [(each.id, each.by.id) for each in out.recused] == [(clerk.id, clerk.id)]
    assert await world.cases.actions(world.act(clerk), out) == []
    assert "您在这份申请里已经回避" in barred_words(world.act(clerk), out)
    assert barred_words(world.act(other), out) == ""
    with pytest.raises(Forbidden, match="已经回避"):
        await world.cases.get(world.act(clerk), case.id)
    with pytest.raises(Forbidden, match="已经回避"):
        await world.claimed(clerk, out)
    with pytest.raises(Forbidden):
        await world.cases.material_copy(world.act(clerk), case.id, case.materials[0].key, 0)
    assert await waiting(world, clerk) == []
    assert await waiting(world, other) == [case.id]
    assert (await world.claimed(other, out)).reviewer is not None


async def test_a_supervisor_who_is_out_does_not_look_on_either(world: CasesWorld, case: Case, clerk: StaffActor) -> None:
    both = clerk.model_copy(update={"roles": clerk.roles | {Role.SUPERVISOR}})
    await world.cases.recuse(world.act(both), case.id, RecuseBody(version=case.version, **BODY))
    with pytest.raises(Forbidden, match="已经回避"):
        await world.cases.get(world.act(both), case.id)


async def test_who_was_asked_out_of_it_goes_on_but_decides_nothing(world: CasesWorld) -> None:
    officer = world.staff_of(Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)
    case = await world.received(world.act(await world.proven(world.mother)))
    case = await asked(world, await world.passed(officer, await world.claimed(officer, case)))
    with pytest.raises(Conflict, match="不用再提"):
        await asked(world, case, "贺明")
    with pytest.raises(Forbidden, match="申请您回避"):
        await world.cases.not_accept(world.act(officer), case.id, ReasonBody(version=case.version, reason="未满八十周岁"))
    assert (await world.cases.accept(world.act(officer), case.id, VersionBody(version=case.version))).state.value == "accepted"


async def test_the_head_grants_it_and_the_applicant_is_told(world: CasesWorld, case: Case, clerk: StaffActor, head: StaffActor) -> None:
    case = await asked(world, case)
    body = DecideRecusalBody(version=case.version, granted=True, staff=clerk.id, reason="经核实是邻居并有诉讼")
    after = await world.cases.decide_recusal(world.act(head), case.id, body)
    assert after.reviewer is None
    assert [each.id for each in after.recused] == [clerk.id]
    assert [(each.granted, each.answer) for each in after.recusal_requests] == [(True, "经核实是邻居并有诉讼")]
    assert after.events[-1].notices[0].template == "recusal_granted"
    assert "邻居，和我打过官司" not in after.events[-2].model_dump_json()


async def test_the_head_refuses_it_with_a_reason(world: CasesWorld, case: Case, clerk: StaffActor, head: StaffActor) -> None:
    case = await asked(world, case)
    body = DecideRecusalBody(version=case.version, granted=False, reason="经核实没有诉讼，也不是邻居")
    after = await world.cases.decide_recusal(world.act(head), case.id, body)
    assert (after.recused, after.reviewer) == ([], case.reviewer)
    assert after.events[-1].notices[0].template == "recusal_refused"
    assert after.recusal_asked is None


async def test_who_is_named_may_agree_and_the_applicant_is_told(world: CasesWorld, case: Case, clerk: StaffActor) -> None:
    case = await asked(world, case)
    after = await world.cases.recuse(world.act(clerk), case.id, RecuseBody(version=case.version, **BODY))
    assert after.recusal_requests[0].granted
    assert after.events[-1].notices[0].template == "recusal_granted"
    assert "姐姐" not in after.events[-1].model_dump_json()


async def test_nobody_decides_about_themselves(world: CasesWorld, case: Case, head: StaffActor) -> None:
    named = await asked(world, case, head.name)
    body = DecideRecusalBody(version=named.version, granted=False, reason="没有利害关系，有户籍为证")
    with pytest.raises(Forbidden, match="另一位首席代表"):
        await world.cases.decide_recusal(world.act(head), case.id, body)


async def test_only_those_it_may_come_to_are_told_to_stay_out_and_only_who_is_out_comes_back(
    world: CasesWorld, case: Case, clerk: StaffActor, head: StaffActor
) -> None:
    reason = "经核实是邻居并有诉讼"
    world.officers = [Somebody(id="staff_2", name="贺明", department="civil_affairs")]
    assert {each.id for each in await world.cases.recusable(case)} == {clerk.id, "staff_2"}
    assert [each.id for each in await world.cases.recusable_by(world.act(clerk), case)] == ["staff_2"], "nobody decides about themselves"
    for granted, staff in ((True, "staff_nobody"), (False, clerk.id), (True, None)):
        body = DecideRecusalBody(version=case.version, granted=granted, staff=staff, reason=reason)
        with pytest.raises(Invalid):
            await world.cases.decide_recusal(world.act(head), case.id, body)
    out = await world.cases.recuse(world.act(clerk), case.id, RecuseBody(version=case.version, **BODY))
    body = DecideRecusalBody(version=out.version, granted=False, staff=clerk.id, reason="不是亲属，只是同名的人")
    back = await world.cases.decide_recusal(world.act(head), case.id, body)
    assert back.recused == []
    assert (await world.claimed(clerk, back)).reviewer is not None


async def test_the_applicant_is_told_by_name_who_had_a_hand_in_it_and_by_what(world: CasesWorld) -> None:
    officer = world.staff_of(Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)
    case = await world.claimed(officer, await world.received(world.act(await world.proven(world.mother))))
    assert [(each.name, each.did) for each in hand_views(case)] == [(officer.name, ["正在办"])]
    case = await world.passed(officer, case)
    case = await world.cases.accept(world.act(officer), case.id, VersionBody(version=case.version))
    assert [each.did for each in hand_views(case)] == [["看材料", "受理"]]
    out = await world.cases.recuse(world.act(officer), case.id, RecuseBody(version=case.version, **BODY))
    assert hand_views(out) == []


async def test_who_may_yet_look_at_it_before_the_trip_is_told_to_stay_out_of_it_before_they_take_it(
    world: CasesWorld, head: StaffActor
) -> None:
    world.pre_reviewers = [
        Somebody(id="staff_5", name="姚淑贤", department="civil_affairs"),
        Somebody(id="staff_6", name="冯立", department="tax"),
    ]
    case = await asked(world, await world.submitted(world.act(await world.proven(world.mother))))
    assert [each.id for each in await world.cases.recusable(case)] == ["staff_5"], "nobody has it in hand, and one may take it"
    body = DecideRecusalBody(version=case.version, granted=True, staff="staff_5", reason="经核实是邻居并有诉讼")
    out = await world.cases.decide_recusal(world.act(head), case.id, body)
    assert [each.id for each in out.recused] == ["staff_5"]
    with pytest.raises(Forbidden, match="已经回避"):
        await world.claimed(world.staff_of(Role.PRE_REVIEWER, id="staff_5"), out)
    accepted = case.model_copy(update={"state": CaseState.ACCEPTED})
    assert await world.cases.recusable(accepted) == [], "accepted, it comes to them no more"

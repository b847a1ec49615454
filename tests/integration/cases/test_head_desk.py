"""What waits for the head's own act: kind by kind, gone once it is done, each kind one index."""

import pytest

from backend.cases.head_desk import KINDS, Kind
from backend.errors import Forbidden
from models.acts import Role, StaffActor
from models.cases import AskRecusalBody, DecideRecusalBody, InspectorBody, SpeakBody, StepBody
from models.desk_views import HeadGroup
from tests.cases_world import CasesWorld
from tests.integration.cases.test_inspections import all_are_checked, boss, drawn, found
from tests.integration.cases.test_tolerance import lapsed, now
from tests.road_digging import accepted, decided, head


async def waiting(world: CasesWorld, actor: StaffActor) -> dict[str, HeadGroup]:
    return {each.key: each for each in (await world.cases.head_desk(world.act(actor))).groups}


async def test_a_step_of_the_head_waits_with_its_day_and_leads_to_the_grant(world: CasesWorld) -> None:
    assert await waiting(world, head(world)) == {}, "kinds with nothing in them are left out"
    case = await accepted(world, await world.proven(world.mother))
    while len([each for each in case.steps if each.done_at is None]) > 1:
        step = case.current_step
        assert step is not None
        body = StepBody(version=case.version, step=step.key, finding="无误")
        case = await world.cases.complete_step(world.act(world.whose(case)), case.id, body)
    (group,) = (await waiting(world, head(world))).values()
    assert (group.key, group.label, group.more) == ("decide", "等您决定", False)
    (row,) = group.items
    assert (row.case, row.act, row.person_name) == (case.id, "grant", "王桂芳")
    assert row.words.endswith("前")
    world.later(days=25)
    assert (await waiting(world, head(world)))["decide"].items[0].words.endswith("，已超期")
    case = await decided(world, case)
    assert "decide" not in await waiting(world, head(world))


async def test_a_recusal_that_is_asked_waits_until_it_is_decided(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    case = await accepted(world, mother)
    body = AskRecusalBody(version=case.version, who="白雪莹", reason="她是我邻居，有过纠纷")
    case = await world.cases.ask_recusal(world.act(mother), case.id, body)
    (row,) = (await waiting(world, head(world)))["recusals"].items
    assert (row.case, row.words, row.act) == (case.id, "申请「白雪莹」回避", "decide-recusal")
    assert await waiting(world, world.staff_of(Role.CHIEF_REPRESENTATIVE, department="taxation")) == {}
    await world.cases.decide_recusal(
        world.act(head(world)), case.id, DecideRecusalBody(version=case.version, granted=False, reason="没有这样的关系")
    )
    assert "recusals" not in await waiting(world, head(world))


async def test_a_check_without_anybody_and_a_decision_to_be_taken_back_wait(world: CasesWorld) -> None:
    all_are_checked(world)
    mother, case = await drawn(world)
    assert "unassigned" not in await waiting(world, boss(world))
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"inspection.inspector": None}})
    (row,) = (await waiting(world, boss(world)))["unassigned"].items
    assert (row.case, row.act) == (case.id, "assign-inspector")
    case = await now(world, case)
    case = await world.cases.assign_inspector(world.act(boss(world)), case.id, InspectorBody(version=case.version, inspector="staff_9"))
    case = await found(world, case, "false")
    assert (await waiting(world, boss(world)))["heard"].items[0].words.startswith("申请人可以说明到")
    await world.cases.speak(world.act(mother), case.id, SpeakBody(version=case.version, text="我以为不用填"))
    assert (await waiting(world, boss(world)))["heard"].items[0].words == "申请人已经说明，可以决定"
    said = (await now(world, case)).statement
    assert said is not None
    asks = said.model_copy(update={"wants_hearing": True})
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"statement": asks.model_dump()}})
    assert (await waiting(world, boss(world)))["heard"].items[0].words == "申请人已经说明，要求听证，举行听证以后可以决定"


async def test_what_was_never_brought_waits_to_be_withdrawn(world: CasesWorld) -> None:
    case = await decided(world, await accepted(world, await world.proven(world.mother)))
    assert await waiting(world, head(world)) == {}
    await lapsed(world, case)
    (row,) = (await waiting(world, head(world)))["owed"].items
    assert (row.words, row.act) == ("地下管线分布图或管线单位意见到期没有补交", "revoke")


async def test_it_is_of_a_department_of_the_district(world: CasesWorld) -> None:
    for actor in (head(world).model_copy(update={"department": None}), head(world).model_copy(update={"town": "luoxi"})):
        with pytest.raises(Forbidden):
            await world.cases.head_desk(world.act(actor))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
async def test_each_kind_is_read_by_an_index_in_its_order(world: CasesWorld, kind: Kind) -> None:
    where, sort = kind.where("urban_management"), kind.sort
    plan = str((await world.store.cases.driver.find(where).sort(sort).limit(21).explain())["queryPlanner"])
    assert "IXSCAN" in plan
    assert "COLLSCAN" not in plan

"""What is owed after an office said nothing in time: without a promise it holds up its act, and nothing else follows."""

import pytest

from backend.cases.actions import Action
from backend.cases.papers import papers_of
from backend.cases.words import situation
from backend.errors import WrongState
from models.cases import Case, CaseState, ResultBody, ResultWay
from models.catalogue import Fee
from tests import road_digging
from tests.cases_world import CasesWorld
from tests.road_digging import head


async def now(world: CasesWorld, case: Case) -> Case:
    return Case.of(await world.store.cases.get(case.id) or {})


async def deemed(world: CasesWorld, case: Case) -> Case:
    """Nobody said a word for five working days."""
    world.later(days=7, hours=7)
    for _ in range(2):
        await world.cases.tick()
    case = await now(world, case)
    assert (case.state, case.clock.deemed) == (CaseState.ACCEPTED, True)
    return case


async def overdue(world: CasesWorld, case: Case) -> Case:
    """The day of what is owed has passed, and the watch has looked."""
    world.later(days=14)
    for _ in range(3):
        await world.cases.tick()
    case = await now(world, case)
    assert any(each.key == road_digging.MAP and each.lapsed_at for each in case.obligations)
    await road_digging.told(world, case, "case.obligations_looked_at")
    return case


async def test_silence_marks_nobody_who_promised_nothing_and_takes_nothing_back(world: CasesWorld) -> None:
    world.alter("road-dig", fee=Fee())
    mother = await world.proven(world.mother)
    case = await deemed(world, await road_digging.filed(world, world.act(mother), await road_digging.drafted(world, world.act(mother))))
    case = await overdue(world, await road_digging.decided(world, case))
    assert await world.marks.own(world.act(mother)) == []
    assert Action.REVOKE not in await world.cases.actions(world.act(head(world)), case)
    body = ResultBody(version=case.version, kind="挖掘城市道路许可证", way=ResultWay.COUNTER)
    with pytest.raises(WrongState, match="还没有完成，暂时不能发放结果"):
        await world.cases.record_result(world.act(road_digging.clerk(world)), case.id, body)
    again = await road_digging.drafted(world, world.act(mother), begin="2027-01-04", end="2027-01-10")
    assert (await road_digging.promised(world, world.act(mother), again)).promises, "the way stays open"


async def test_a_promise_counts_after_silence_too(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    act = world.act(mother)
    case = await road_digging.promised(world, act, await road_digging.drafted(world, act))
    case = await deemed(world, await road_digging.filed(world, act, case))
    paper = next(each for each in papers_of(case) if each.key == "tolerance")
    assert paper.lines[0] == "您的申请已视为受理，下列材料您已书面承诺后补，现予容缺受理："
    assert "由负责人撤回已经作出的决定" in paper.lines[1]
    assert "还没有交" not in situation(case, world.clock.now())
    templates = [each.template for event in case.events for each in event.notices]
    assert ("case_tolerated" in templates, "case_still_owed" in templates) == (True, False)
    await overdue(world, case)
    assert [each.is_open for each in await world.marks.own(world.act(mother))] == [True]

"""The desk of what was promised later: what came in stands first, then what is due next; whose desk has what."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from backend.cases import debt_rows
from backend.cases.debt_lists import owing
from backend.clock import SHANGHAI
from backend.errors import BadRequest, Forbidden
from models.acts import CitizenActor, Role, StaffActor
from models.cases import Case, DebtRow, DebtsQuery
from tests.cases_world import CasesWorld
from tests.integration.cases.test_tolerance import examined, handed_in, lapsed
from tests.road_digging import accepted, clerk, head


async def listed(world: CasesWorld, actor: StaffActor | None = None) -> list[DebtRow]:
    act = world.act(actor or clerk(world))
    return [row for case in (await world.cases.debts(act, DebtsQuery()))[0] for row in debt_rows(case, act.at)]


async def three(world: CasesWorld) -> tuple[list[Case], CitizenActor]:
    """Accepted on a promise on three days, so that the first is due first."""
    mother, found = await world.proven(world.mother), []
    for _ in range(3):
        found.append(await accepted(world, mother))
        world.later(days=1)
        mother = await world.proven(world.mother)
    return found, mother


async def test_what_waits_for_the_office_stands_before_what_is_due(world: CasesWorld) -> None:
    (first, second, third), mother = await three(world)
    assert [row.case for row in await listed(world)] == [first.id, second.id, third.id]
    await handed_in(world, third, mother)
    rows = await listed(world)
    assert [(row.case, row.came) for row in rows] == [(third.id, True), (first.id, False), (second.id, False)]
    assert rows[1].promised
    assert (rows[1].before, rows[1].name) == ("发放结果以前", "地下管线分布图或管线单位意见")
    assert rows[1].consequence == "由负责人撤回已经作出的决定"


async def test_what_passed_is_owed_no_more_and_what_is_overdue_says_so(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    case = await lapsed(world, await accepted(world, mother))
    (row,) = await listed(world)
    assert (row.overdue, row.came) == (True, False)
    case = await handed_in(world, case, await world.proven(world.mother))
    (row,) = await listed(world)
    assert (row.overdue, row.came) == (False, True)
    await examined(world, case)
    assert await listed(world) == []


async def test_a_page_goes_on_where_the_last_one_ended(world: CasesWorld) -> None:
    cases, mother = await three(world)
    await handed_in(world, cases[2], mother)
    found, cursor = [], None
    for _ in range(3):
        page, cursor = await world.cases.debts(world.act(clerk(world)), DebtsQuery(limit=1, cursor=cursor))
        found += [each.id for each in page]
    assert (found, cursor) == ([cases[2].id, cases[0].id, cases[1].id], None)
    with pytest.raises(BadRequest, match="列表的位置不对"):
        await world.cases.debts(world.act(clerk(world)), DebtsQuery(cursor="不对"))


async def test_another_department_and_another_counter_have_none_of_it(world: CasesWorld) -> None:
    await accepted(world, await world.proven(world.mother))
    window = world.staff_of(Role.RECEPTIONIST, department="urban_management").model_copy(update={"one_window": True, "region": "990101"})
    assert len(await listed(world, window)) == 1, "its counter took the papers in"
    for other in (
        world.staff_of(Role.REVIEWER, department="taxation"),
        window.model_copy(update={"department": "government_services"}),
        window.model_copy(update={"town": "luoxi"}),
        window.model_copy(update={"region": "990102"}),
    ):
        assert await listed(world, other) == []
    assert len(await listed(world, head(world))) == 1
    with pytest.raises(Forbidden):
        await listed(world, window.model_copy(update={"department": None}))


async def test_either_desk_reads_little_more_than_it_shows(world: CasesWorld) -> None:
    """No sorting in memory, no walking through what owes nothing any more."""
    await world.store.cases.driver.insert_many([stored(number) for number in range(1200)])
    of_window = clerk(world).model_copy(update={"one_window": True, "region": "990101"})
    for actor, named in ((clerk(world), "department_1_state_1_obliged_at_1__id_1"), (of_window, "region_1_state_1_obliged_at_1__id_1")):
        for cursor in (None, "g1.case_00600", "1795572000000.case_00600"):
            for where, order in owing(world.act(actor), cursor):
                plan = await world.store.cases.driver.find(where).sort(order).limit(20).explain()
                assert f"'indexName': '{named}'" in str(plan["queryPlanner"]["winningPlan"]), plan
                assert "'stage': 'SORT'" not in str(plan["queryPlanner"]["winningPlan"]), (where, plan["queryPlanner"]["winningPlan"])
                assert plan["executionStats"]["totalDocsExamined"] <= 60, plan["executionStats"]


def stored(number: int) -> dict[str, Any]:
    """One of many cases as the database has it: one in four owes something still, half of those have brought it."""
    owes = number % 4 == 0
    handed = datetime(2026, 11, 20, tzinfo=SHANGHAI) if number % 8 == 0 else None
    debt = {"kind": "debt", "met_at": None if owes else datetime(2026, 11, 21, tzinfo=SHANGHAI), "handed_at": handed, "ended_at": None}
    return {
        "_id": f"case_{number:05}",
        "department": "urban_management",
        "region": "990101",
        "received_by": {"department": "urban_management"},
        "state": "accepted" if owes else "closed",
        "tolerance": {"number": f"容{number}"},
        "obligations": [debt],
        "obliged_at": datetime(2026, 11, 25, tzinfo=SHANGHAI) + timedelta(minutes=number) if owes and not handed else None,
    }

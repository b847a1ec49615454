"""Clocks that run: who is next to be late first, heads their department's, supervision its district's; little is read for a page."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from backend.cases.open_clocks import running
from backend.clock import SHANGHAI
from backend.errors import BadRequest, Forbidden, Invalid
from models.acts import Role, StaffActor
from models.cases import ClockKind, ClocksQuery, PauseBody, PauseGround, VersionBody
from tests.cases_world import LATER, CasesWorld
from tests.road_digging import clerk, drafted, filed, head, promised

VILLAGES = "government_services"
SUPERVISOR = StaffActor(id="s", name="严正", roles=frozenset({Role.SUPERVISOR}), department="government_services", region="990101")


async def test_from_filing_to_acceptance_and_through_a_pause(world: CasesWorld) -> None:
    act = world.act(await world.proven(world.mother))
    case = await filed(world, act, await promised(world, act, await drafted(world, act)))
    (row,), after = await world.cases.clocks(world.act(head(world)), ClocksQuery(kind=ClockKind.ACCEPTANCE), VILLAGES)
    assert (row.case, row.person_name, row.words, row.overdue, after) == (case.id, "王*芳", "还有 5 个工作日", False, None)
    world.later(days=10)
    (row,), _ = await world.cases.clocks(world.act(SUPERVISOR), ClocksQuery(kind=ClockKind.ACCEPTANCE), VILLAGES)
    assert (row.overdue, row.words[:2]) == (True, "超过")
    assert (await world.cases.clocks(world.act(SUPERVISOR), ClocksQuery(kind=ClockKind.ACCEPTANCE, item="longevity"), VILLAGES))[0] == []
    case = await world.cases.accept(world.act(clerk(world)), case.id, VersionBody(version=case.version))
    assert (await world.cases.clocks(world.act(head(world)), ClocksQuery(kind=ClockKind.ACCEPTANCE), VILLAGES))[0] == []
    pause = PauseBody(
        until=LATER, version=case.version, ground=PauseGround.EXPERT_REVIEW, reason="要请专家评审", legal_basis="行政许可法第四十五条"
    )
    await world.cases.pause(world.act(clerk(world)), case.id, pause)
    (row,), _ = await world.cases.clocks(world.act(SUPERVISOR), ClocksQuery(kind=ClockKind.PAUSED), VILLAGES)
    assert (row.ground, row.reason, row.words) == (
        "现场核查、专家评审",
        "现场踏勘；要请专家评审",
        "停了 0 天，告知申请人到2027年6月30日结束",
    )


async def test_a_look_that_is_not_taken_is_seen_before_any_card(world: CasesWorld) -> None:
    case = await world.submitted(world.act(await world.proven(world.mother)))
    query = ClocksQuery(kind=ClockKind.PRE_REVIEW)
    own = SUPERVISOR.model_copy(update={"region": case.region})
    (row,), after = await world.cases.clocks(world.act(own), query, VILLAGES)
    assert (row.case, row.due, row.words, row.overdue, after) == (case.id, case.review_due, "还有 1 个工作日", False, None)
    assert case.review_due is not None
    world.clock.at = case.review_due
    (row,), _ = await world.cases.clocks(world.act(own), query, VILLAGES)
    assert (row.overdue, row.words) == (True, "今天超过的")
    assert await world.cases.clocks(world.act(own), ClocksQuery(kind=ClockKind.ACCEPTANCE), VILLAGES) == ([], None)
    clerk = world.staff_of(Role.PRE_REVIEWER)
    case = await world.passed(clerk, await world.claimed(clerk, case))
    await world.cases.pre_approve(world.act(clerk), case.id, VersionBody(version=case.version))
    assert await world.cases.clocks(world.act(own), query, VILLAGES) == ([], None)


async def test_whose_list_holds_what(world: CasesWorld) -> None:
    for actor, query in (
        (head(world), ClocksQuery(department="taxation")),
        (head(world).model_copy(update={"department": None}), ClocksQuery()),
    ):
        with pytest.raises(Forbidden):
            await world.cases.clocks(world.act(actor), query, VILLAGES)
    of_city = SUPERVISOR.model_copy(update={"region": None})
    with pytest.raises(Invalid):
        await world.cases.clocks(world.act(of_city), ClocksQuery(), VILLAGES)
    assert await world.cases.clocks(world.act(of_city), ClocksQuery(department="taxation"), VILLAGES) == ([], None)
    with pytest.raises(BadRequest):
        await world.cases.clocks(world.act(SUPERVISOR), ClocksQuery(cursor="不对"), VILLAGES)


async def test_a_page_reads_little_more_than_it_shows(world: CasesWorld) -> None:
    await world.store.cases.driver.insert_many([stored(number) for number in range(1500)])
    wanted = ((head(world), ClockKind.PROMISED), (SUPERVISOR, ClockKind.PROMISED), (SUPERVISOR, ClockKind.STATUTORY))
    for actor, kind in wanted:
        for cursor in (None, f"{int(DUE.timestamp() * 1000)}.case_00600"):
            filters, order = running(world.act(actor), ClocksQuery(kind=kind, cursor=cursor), VILLAGES, None)
            for where in filters:
                plan = await world.store.cases.driver.find(where).sort(order).limit(20).explain()
                assert plan["executionStats"]["totalDocsExamined"] <= 60, (where, plan["queryPlanner"]["winningPlan"])


async def test_a_page_goes_on_among_those_that_end_at_the_same_moment(world: CasesWorld) -> None:
    ids = [f"case_{number:05}" for number in range(0, 1500, 3)]
    await world.store.cases.driver.insert_many([stored(number) for number in range(1500)])
    found: list[str] = []
    for start in range(0, 500, 100):
        cursor = f"{int(due_of_number(int(found[-1][5:])).timestamp() * 1000)}.{found[-1]}" if found else None
        filters, order = running(world.act(SUPERVISOR), ClocksQuery(cursor=cursor), VILLAGES, None)
        parts = [await world.store.cases.find(where, sort=order, limit=100, fields=["_id"]) for where in filters]
        found += [each["_id"] for part in parts for each in part][:100]
        assert found == ids[: start + 100]


DUE = datetime(2026, 11, 25, 9, tzinfo=SHANGHAI)


def due_of_number(number: int) -> datetime:
    """Two hundred that run end at the same moment."""
    return DUE + timedelta(minutes=number // 600)


def stored(number: int) -> dict[str, Any]:
    """One of many cases as the database has it: one in three runs."""
    runs, due = number % 3 == 0, due_of_number(number)
    return {
        "_id": f"case_{number:05}",
        "department": "urban_management",
        "region": "990101",
        "state": "accepted" if runs else "closed",
        "clock": {"calendar": 1 if runs else None, "promised_due": due, "statutory_due": due},
    }

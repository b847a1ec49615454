"""Every queue: complete, in order, page by page, and never read through."""

import itertools
import random
from datetime import datetime, timedelta
from typing import Any

import pytest

from backend.cases.queues import LINES, LONGEST_FIRST, NEWEST_FIRST, line, listed_for
from backend.clock import SHANGHAI
from backend.errors import BadRequest
from backend.store import Document
from models.acts import Role, StaffActor
from models.cases import Case, CaseClock, CaseState, Desk, GivenBack, Hold, Intake, Queue, QueueQuery, Somebody, StepRecord, Submission
from models.catalogue import StepLevel
from tests.cases_world import CasesWorld

START = datetime(2026, 11, 23, 9, tzinfo=SHANGHAI)
DEPARTMENTS = ("civil_affairs", "public_security", "housing")
REGIONS = (None, "990101", "990102")
TOWNS = (None, "qingshi", "luoxi")
LEVELS = ("district", "town", "village")
ROLES = ("pre_reviewer", "reviewer", "village_officer")
ITEMS = ("longevity", "idcard-lost")
CASES = 2000
LIMIT = 20


def staff(*roles: Role, department: str = "civil_affairs", town: str | None = None, region: str | None = "990101") -> StaffActor:
    one_window = department in ("government_services", "linjiang_services")
    return StaffActor(
        id="staff_1", name="林晓燕", roles=frozenset(roles), department=department, town=town, region=region, one_window=one_window
    )


ACTORS = {
    "pre_reviewer": staff(Role.PRE_REVIEWER),
    "reviewer": staff(Role.REVIEWER),
    "head": staff(Role.CHIEF_REPRESENTATIVE, Role.REVIEWER),
    "city's counter": staff(Role.RECEPTIONIST, department="government_services", region=None),
    "counter": staff(Role.RECEPTIONIST, department="government_services"),
    "another district's counter": staff(Role.RECEPTIONIST, department="linjiang_services", region="990102"),
    "its town's counter": staff(Role.RECEPTIONIST, department="linjiang_services", town="luoxi", region="990102"),
    "a department's counter": staff(Role.RECEPTIONIST, department="public_security"),
    "town counter": staff(Role.RECEPTIONIST, department="government_services", town="luoxi"),
    "village officer": staff(Role.VILLAGE_OFFICER, Role.REVIEWER, town="luoxi"),
}


def cases() -> list[Case]:
    """Of every state, department, step and town; many wait since the same moment."""
    chance = random.Random(1)
    made: list[Case] = []
    for number in range(CASES):
        state, department = chance.choice(list(CaseState)), chance.choice(DEPARTMENTS)
        waits = any(state in states for states in LINES.values())
        level = chance.choice(LEVELS)
        desk = Desk(department=department, role=chance.choice(ROLES), level=level)
        item = chance.choice(ITEMS)
        town = chance.choice(TOWNS)
        case = Case(
            _id=f"case_{number:05d}",
            person=f"citizen_{number}",
            person_name="演示",
            item=item,
            item_name="演示事项",
            item_version=f"{item}@2026-01-01",
            department=department,
            intake=intake(chance.choice(TOWNS)) if chance.random() < 0.1 else None,
            formerly=chance.choice((None, *DEPARTMENTS)),
            state=state,
            form={"elder_name": "演示"},
            desk=desk if waits else None,
            queued_at=START + timedelta(minutes=chance.randrange(60)) if waits else None,
            town=town,
            steps=[StepRecord(key="look", name="核实", role=Role(desk.role), level=StepLevel(level), department=department)]
            if number % 3
            else [],
            region=chance.choice(REGIONS) if town is None or number % 5 == 0 else "990101",
            received_town=chance.choice(TOWNS),
            submissions=handed_in(number) if given(state, number) else [],
            reviewer=Somebody(id=f"staff_{chance.randrange(3)}", name="林晓燕") if number % 4 else None,
            given_back=None if number % 4 else GivenBack(id=f"staff_{chance.randrange(3)}", name="林晓燕", at=START),
            hold=Hold(reason="代办授权已经结束", grant="g", at=START) if chance.random() < 0.1 else None,
            clock=CaseClock(silent_at=START if chance.random() < 0.2 else None),
            first=chance.random() < 0.05,
            created_at=START,
            updated_at=START,
        )
        made.append(case)
    return made


def given(state: CaseState, number: int) -> bool:
    """Whether it was ever handed in: no draft was, nor every one of those that are over."""
    return state is not CaseState.DRAFT and (state not in (CaseState.WITHDRAWN, CaseState.ABORTED) or number % 2 == 0)


def handed_in(number: int) -> list[Submission]:
    return [Submission(number=1, mode="formal", at=START, by=Somebody(id=f"citizen_{number}", name="演示"))]


def intake(town: str | None) -> Intake:
    by = Somebody(id="staff_9", name="龚月华")
    return Intake(region="990102", region_name="临江区", town=town, counter="窗口", decided_by="民政局", at=START, by=by)


@pytest.fixture
async def stock(world: CasesWorld) -> list[Case]:
    made = cases()
    assert await world.store.cases.insert_missing(made) == CASES
    return made


def stands_in(actor: StaffActor, queue: Queue, case: Case) -> bool:
    """Whether a case stands in that queue, said once more in other words."""
    own = case.department == actor.department
    if queue not in LINES:
        return is_listed(actor, queue, case)
    if case.state not in LINES[queue] or case.hold is not None:
        return False
    if queue is Queue.PROCESSING:
        return has_turn(actor, case) or (actor.has(Role.CHIEF_REPRESENTATIVE) and own)
    if queue is Queue.DISTRICT_REVIEW:
        of_district = case.desk is not None and case.desk.level == "district" and has_turn(actor, case)
        return of_district and actor.town is None and case.received_town is not None
    if queue is not Queue.PRE_REVIEW and actor.has(Role.RECEPTIONIST):
        here = actor.serves(case.region) and (actor.town is None or case.received_town in (None, actor.town))
        return here and (actor.one_window or own)
    if actor.town is not None:
        early = queue in (Queue.PRE_REVIEW, Queue.RECEPTION) and actor.has(Role.PRE_REVIEWER, Role.REVIEWER)
        return early and own and case.town in (None, actor.town) and actor.serves(case.region)
    return own


def is_listed(actor: StaffActor, queue: Queue, case: Case) -> bool:
    """The same for the queues that are lists."""
    own = case.department == actor.department
    if queue is Queue.ALL and actor.town is not None:
        near = case.town in (None, actor.town) and actor.serves(case.region) and case.handed_in
        under_way = case.state.value in ("accepted", "correction_after_acceptance", "paused")
        return near and under_way and any(is_theirs(actor, each.level, each.role, each.department) for each in case.steps)
    if actor.town is not None and queue in (Queue.SUPERVISED, Queue.ESCALATED):
        return False
    if queue is Queue.SUPERVISED:
        return case.formerly == actor.department and case.state.value in ("granted", "refused", "closed")
    if queue is Queue.TAKEN_IN:
        return took_in(actor, case)
    if queue in (Queue.MINE, Queue.GIVEN_BACK):
        return is_in_hand(actor, case) if queue is Queue.MINE else was_given_back(actor, case)
    if queue is Queue.ALL:
        return own and case.handed_in
    if queue is Queue.ESCALATED:
        return own and case.clock.silent_at is not None and case.state.value in ("accepted", "correction_after_acceptance", "paused")
    raise AssertionError(queue)


def is_in_hand(actor: StaffActor, case: Case) -> bool:
    return case.reviewer is not None and case.reviewer.id == actor.id


def was_given_back(actor: StaffActor, case: Case) -> bool:
    mine = case.given_back is not None and case.given_back.id == actor.id and case.reviewer is None
    return mine and case.state.value in ("submitted", "received", "accepted", "paused")


def took_in(actor: StaffActor, case: Case) -> bool:
    if case.intake is None or not actor.has(Role.RECEPTIONIST):
        return False
    return actor.region == case.intake.region and actor.town in (None, case.intake.town)


def has_turn(actor: StaffActor, case: Case) -> bool:
    desk = case.desk
    if desk is None or desk.role not in {role.value for role in actor.roles}:
        return False
    if desk.level == "district":
        return desk.department == actor.department
    near = actor.town is not None and case.town in (None, actor.town) and actor.serves(case.region)
    return near and is_theirs(actor, desk.level, desk.role, desk.department)


def is_theirs(actor: StaffActor, level: str, role: str, department: str) -> bool:
    """A step of a village by role, of a town by role and department."""
    return actor.has(Role(role)) and (level == "village" or (level == "town" and department == actor.department))


async def test_every_page_of_every_queue(world: CasesWorld, stock: list[Case]) -> None:
    for actor, queue, item in itertools.product(ACTORS.values(), Queue, (None, "longevity")):
        wanted = [each for each in stock if stands_in(actor, queue, each) and item in (None, each.item)]
        if queue in LINES:
            wanted.sort(key=lambda case: (not case.first, case.queued_at, case.id))
        else:
            wanted.sort(key=lambda case: case.id, reverse=True)
        found: list[str] = []
        cursor = None
        while True:
            page, cursor = await world.cases.queue(world.act(actor), QueueQuery(queue=queue, item=item, cursor=cursor, limit=100))
            found += [each.id for each in page]
            assert not any(each.form for each in page), "answers are decrypted for nobody who sees a list"
            if cursor is None:
                break
        assert found == [each.id for each in wanted], (actor, queue, item)
        assert len(found) > 3 or actor is not ACTORS["head"] or queue in (Queue.TAKEN_IN, Queue.DISTRICT_REVIEW)


async def test_a_page_reads_little_more_than_it_shows(world: CasesWorld, stock: list[Case]) -> None:
    """No sorting in memory, no walking through what waits at other desks, wherever in the line the page begins."""
    middle = f"{int((START + timedelta(minutes=30)).timestamp() * 1000)}.case_01000"
    cursors = (None, middle, f"g{middle}")
    for actor, queue in itertools.product(ACTORS.values(), Queue):
        filters = [(where, NEWEST_FIRST) for where in listed_for(actor, queue, None)] if queue not in LINES else []
        if queue in LINES:
            filters = [(where, LONGEST_FIRST) for cursor in cursors for where in line(actor, queue, None, cursor)]
        for where, sort in filters:
            plan = await explained(world, where, sort)
            told = (actor, queue, where, plan["queryPlanner"]["winningPlan"])
            assert "'stage': 'SORT'" not in str(plan["queryPlanner"]["winningPlan"]), told
            assert "COLLSCAN" not in str(plan["queryPlanner"]["winningPlan"]), told
            assert plan["executionStats"]["totalDocsExamined"] <= 3 * LIMIT, told


async def test_the_measure_finds_a_queue_that_is_read_through(world: CasesWorld, stock: list[Case]) -> None:
    plan = await explained(world, {"channel": "", "hold.grant": "g"}, LONGEST_FIRST)
    assert "'stage': 'SORT'" in str(plan["queryPlanner"]["winningPlan"])
    assert plan["executionStats"]["totalDocsExamined"] > 3 * LIMIT


async def test_a_state_narrows_a_queue(world: CasesWorld, stock: list[Case]) -> None:
    actor = ACTORS["head"]
    for queue, state in itertools.product(Queue, CaseState):
        page, _ = await world.cases.queue(world.act(actor), QueueQuery(queue=queue, state=state, limit=100))
        wanted = [each.id for each in stock if each.state is state and stands_in(actor, queue, each)]
        assert {each.id for each in page} <= set(wanted)
        assert len(page) == min(100, len(wanted))


@pytest.mark.parametrize("cursor", ["x", "12345678901234.case_1", "-1.case_1", "g.case_1", "gg1.case_1"])
async def test_a_position_that_is_none_is_told(world: CasesWorld, cursor: str) -> None:
    with pytest.raises(BadRequest, match="从头刷新"):
        await world.cases.queue(world.act(ACTORS["counter"]), QueueQuery(queue=Queue.RECEPTION, cursor=cursor))


async def explained(world: CasesWorld, where: Document, sort: list[tuple[str, int]]) -> dict[str, Any]:
    return await world.store.cases.driver.find(where).sort(sort).limit(LIMIT).explain()

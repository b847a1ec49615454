"""A claim ends with the shift: overnight it keeps nobody off, and whose it was is told."""

import asyncio
from datetime import datetime, time

import pytest

from backend.cases.actions import Action
from backend.clock import SHANGHAI
from backend.errors import Conflict, StaleVersion
from backend.supervision.timeline import segments_of
from models.acts import Role, StaffActor
from models.booking import Counter, DayKind, Hall, Window
from models.cases import Case, CaseState, Queue, QueueQuery, VersionBody
from tests.cases_world import CasesWorld
from tests.integration.cases.test_matrix import ALL_ROLES, made

FIVE = datetime(2026, 11, 23, 17, tzinfo=SHANGHAI)  # Monday
LATE = Hall(
    _id="late@2000-01-01",
    hall="late",
    valid_from="2000-01-01",
    name="夜间大厅",
    address="一号",
    days_ahead=7,
    embargo_minutes=10,
    counters=(
        Counter(
            id="c1",
            name="1号窗口",
            items=("longevity",),
            windows=(Window(days=(DayKind.MONDAY,), start=time(17), end=time(19), capacity=1),),
        ),
    ),
)


@pytest.fixture
def clerk(world: CasesWorld) -> StaffActor:
    return world.staff_of(Role.PRE_REVIEWER, Role.REVIEWER)


@pytest.fixture
async def case(world: CasesWorld, clerk: StaffActor) -> Case:
    """In a clerk's hand since ten on Monday morning."""
    return await world.claimed(clerk, await world.submitted(world.act(await world.proven(world.mother))))


async def lists(world: CasesWorld, clerk: StaffActor, queue: Queue) -> list[str]:
    return [each.id for each in (await world.cases.queue(world.act(clerk), QueueQuery(queue=queue)))[0]]


async def test_it_is_theirs_until_office_hours_end_and_then_everybodys(world: CasesWorld, clerk: StaffActor, case: Case) -> None:
    assert case.claimed_until == FIVE
    world.clock.at = FIVE.replace(hour=16, minute=59)
    assert await world.cases.give_back() == 0
    world.clock.at = FIVE
    assert await world.cases.give_back() == 1
    assert await world.cases.give_back() == 0
    back = await world.cases.get(world.act(clerk), case.id)
    assert (back.reviewer, back.claimed_at, back.claimed_until) == (None, None, None)
    assert (await world.events(back))[-1] == "case.claim_lapsed"
    assert (await lists(world, clerk, Queue.MINE), await lists(world, clerk, Queue.GIVEN_BACK)) == ([], [case.id])
    other = world.staff_of(Role.PRE_REVIEWER, id="staff_2")
    assert await lists(world, other, Queue.GIVEN_BACK) == []
    world.clock.forward(hours=15)
    taken = await world.claimed(other, back)
    assert taken.reviewer is not None
    assert taken.reviewer.id == "staff_2"
    assert await lists(world, clerk, Queue.GIVEN_BACK) == []


async def test_nobody_is_held_to_have_had_it_overnight(world: CasesWorld, clerk: StaffActor, case: Case) -> None:
    """Supervision counts the night for the department, not for whoever went home."""
    world.clock.at = datetime(2026, 12, 9, 9, tzinfo=SHANGHAI)  # nothing ran for two weeks
    held = [(clerk.id, FIVE), (None, None)]
    assert await hands(world, clerk, case) == held, "also before it is written down"
    await world.cases.give_back()
    assert await hands(world, clerk, case) == held
    later = await world.claimed(clerk, await world.cases.get(world.act(clerk), case.id))
    assert await hands(world, clerk, later) == [(None, world.clock.at), (clerk.id, None)]


async def hands(world: CasesWorld, clerk: StaffActor, case: Case) -> list[tuple[str | None, datetime | None]]:
    """The last two stretches: who had it, and until when."""
    parts = segments_of(await world.cases.get(world.act(clerk), case.id), "", world.clock.now())
    return [(each.holder.person if each.holder else "", each.end) for each in parts][-2:]


async def test_a_hall_with_extended_hours_keeps_it_longer(world: CasesWorld, clerk: StaffActor) -> None:
    await world.store.halls.insert(LATE)
    late = clerk.model_copy(update={"hall": "late"})
    case = await world.claimed(late, await world.submitted(world.act(await world.proven(world.mother))))
    assert case.claimed_until == FIVE.replace(hour=19)
    world.clock.at = FIVE.replace(hour=18)
    assert await world.cases.give_back() == 0


async def test_what_is_claimed_after_hours_is_kept_until_the_next_shift_ends(world: CasesWorld, clerk: StaffActor) -> None:
    case = await world.submitted(world.act(await world.proven(world.mother)))
    world.clock.at = datetime(2026, 11, 27, 20, tzinfo=SHANGHAI)  # Friday evening
    assert (await world.claimed(clerk, case)).claimed_until == datetime(2026, 11, 30, 17, tzinfo=SHANGHAI)


async def test_a_paused_case_is_given_back_too(world: CasesWorld) -> None:
    case = (await made(world, CaseState.PAUSED, Action.RESUME)).model_copy(update={"claimed_until": FIVE})
    await world.store.cases.insert(case)
    world.clock.at = FIVE
    assert await world.cases.give_back() == 1
    other = ALL_ROLES.model_copy(update={"id": "staff_2"})
    resumed = await world.cases.resume(world.act(other), case.id, VersionBody(version=case.version + 1))
    assert resumed.state.value == "accepted"


async def test_whoever_still_acts_on_the_page_of_before_is_told(world: CasesWorld, clerk: StaffActor, case: Case) -> None:
    world.clock.at = FIVE
    await world.cases.give_back()
    with pytest.raises(StaleVersion):
        await world.passed(clerk, case)


async def test_two_processes_give_it_back_once_and_an_act_at_that_moment_wins_or_loses_whole(
    world: CasesWorld, clerk: StaffActor, case: Case
) -> None:
    world.clock.at = FIVE
    given = await asyncio.gather(world.cases.give_back(), world.cases.give_back(), world.cases.give_back())
    assert sum(given) == 1
    assert (await world.events(case)).count("case.claim_lapsed") == 1
    with pytest.raises(Conflict):
        await world.cases.release(world.act(clerk), case.id, VersionBody(version=case.version + 1))

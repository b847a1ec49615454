"""Any town takes in for the whole district; two people receive and review; other towns' counters see nothing of it."""

import pytest

from backend.errors import Forbidden
from models.acts import Role, StaffActor
from models.cases import (
    Case,
    CaseState,
    GrantBody,
    Original,
    OriginalBody,
    Queue,
    QueueQuery,
    ReceiveBody,
    RefuseBody,
    ResultBody,
    ResultWay,
    VersionBody,
)
from models.catalogue import StepLevel
from tests.cases_world import CasesWorld

QINGSHI = StaffActor(
    id="qingshi",
    name="常秀英",
    roles=frozenset({Role.RECEPTIONIST}),
    department="government_services",
    hall="qingshi",
    town="qingshi",
    one_window=True,
)
LUOXI = QINGSHI.model_copy(update={"id": "luoxi", "name": "倪晨", "hall": "luoxi", "town": "luoxi"})
DISTRICT = QINGSHI.model_copy(update={"id": "center", "name": "林晓燕", "hall": "center", "town": None})
SEEN = [OriginalBody(material="resident_card", outcome=Original.SAME)]


async def _taken_in(world: CasesWorld, counter: StaffActor) -> Case:
    """王桂芳 of 罗溪 comes to a counter, which looks at her card and accepts."""
    case = await world.claimed(counter, await world.received(world.act(await world.proven(world.mother)), "social-town"))
    case = await world.cases.check_originals(world.act(counter), case.id, ReceiveBody(version=case.version, originals=SEEN))
    case = await world.passed(counter, case)
    return await world.cases.accept(world.act(counter), case.id, VersionBody(version=case.version))


async def _queue(world: CasesWorld, actor: StaffActor, queue: Queue) -> list[str]:
    return [each.id for each in (await world.cases.queue(world.act(actor), QueueQuery(queue=queue)))[0]]


async def test_the_review_is_due_in_half_an_hour_of_office_time(world: CasesWorld) -> None:
    case = await _taken_in(world, QINGSHI)
    step = case.current_step
    assert step is not None
    assert (step.key, step.other_hand, step.due and step.due.isoformat()) == ("review", True, "2026-11-23T10:30:00+08:00")
    assert (case.received_town, case.accepted_by and case.accepted_by.name) == ("qingshi", "常秀英")
    reviewer = world.staff_of(Role.REVIEWER, department="social_insurance", id="reviewer")
    assert await _queue(world, reviewer, Queue.PROCESSING) == [case.id]
    assert (await world.cases.grant(world.act(reviewer), case.id, GrantBody(version=case.version))).state is CaseState.GRANTED


async def test_before_it_is_taken_in_every_counter_sees_it_and_afterwards_its_own(world: CasesWorld) -> None:
    case = await world.received(world.act(await world.proven(world.mother)), "social-town")
    for counter in (QINGSHI, LUOXI, DISTRICT):
        assert await _queue(world, counter, Queue.RECEPTION) == [case.id]
    case = await world.claimed(QINGSHI, case)
    case = await world.cases.check_originals(world.act(QINGSHI), case.id, ReceiveBody(version=case.version, originals=SEEN))
    assert [await _queue(world, each, Queue.RECEPTION) for each in (QINGSHI, LUOXI, DISTRICT)] == [[case.id], [], [case.id]]
    with pytest.raises(Forbidden):
        await world.cases.get(world.act(LUOXI), case.id)
    with pytest.raises(Forbidden):
        await world.cases.accept(world.act(LUOXI), case.id, VersionBody(version=case.version))


async def test_whoever_took_it_in_hands_the_result_out(world: CasesWorld) -> None:
    case = await _taken_in(world, QINGSHI)
    reviewer = world.staff_of(Role.REVIEWER, department="social_insurance", id="reviewer")
    case = await world.cases.grant(world.act(reviewer), case.id, GrantBody(version=case.version))
    assert [await _queue(world, each, Queue.RESULTS) for each in (QINGSHI, LUOXI, DISTRICT)] == [[case.id], [], [case.id]]
    result = ResultBody(version=case.version, kind="业务回执", way=ResultWay.DOWNLOAD)
    with pytest.raises(Forbidden):
        await world.cases.record_result(world.act(LUOXI), case.id, result)
    assert (await world.cases.record_result(world.act(QINGSHI), case.id, result)).state is CaseState.CLOSED


@pytest.mark.parametrize("head", [False, True])
async def test_nobody_reviews_what_they_took_in_whatever_their_roles(world: CasesWorld, head: bool) -> None:
    roles = [Role.RECEPTIONIST, Role.REVIEWER, *([Role.CHIEF_REPRESENTATIVE] if head else [])]
    both = world.staff_of(*roles, department="social_insurance", id="both")
    case = await _taken_in(world, both)
    assert {"grant", "refuse"}.isdisjoint(each.value for each in await world.cases.actions(world.act(both), case))
    with pytest.raises(Forbidden, match="不能复核同一件"):
        await world.cases.grant(world.act(both), case.id, GrantBody(version=case.version))
    with pytest.raises(Forbidden, match="不能复核同一件"):
        await world.cases.refuse(world.act(both), case.id, RefuseBody(version=case.version, reason="住所不在本镇", basis="某条例第五条"))
    other = both.model_copy(update={"id": "other", "roles": frozenset({Role.RECEPTIONIST, Role.REVIEWER})})
    assert (await world.cases.grant(world.act(other), case.id, GrantBody(version=case.version))).state is CaseState.GRANTED


async def test_accepting_alone_is_a_hand_too(world: CasesWorld) -> None:
    """The papers were looked at by somebody else; whoever accepted still does not review."""
    case = await world.claimed(QINGSHI, await world.received(world.act(await world.proven(world.mother)), "social-town"))
    case = await world.cases.check_originals(world.act(QINGSHI), case.id, ReceiveBody(version=case.version, originals=SEEN))
    case = await world.passed(QINGSHI, case)
    case = await world.cases.release(world.act(QINGSHI), case.id, VersionBody(version=case.version))
    both = world.staff_of(Role.REVIEWER, department="social_insurance", id="both")
    case = await world.claimed(both, case)
    case = await world.cases.accept(world.act(both), case.id, VersionBody(version=case.version))
    with pytest.raises(Forbidden, match="不能复核同一件"):
        await world.cases.grant(world.act(both), case.id, GrantBody(version=case.version))


@pytest.mark.parametrize("role", [Role.VILLAGE_OFFICER, Role.REVIEWER])
async def test_a_town_reads_only_what_has_a_step_for_it(world: CasesWorld, role: Role) -> None:
    case = await world.accepted(world.act(await world.proven(world.mother)), world.staff_of(Role.REVIEWER))
    officer = world.staff_of(role, department=case.department, town=case.town or "luoxi", id="staff_3")
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"steps.$[].level": StepLevel.DISTRICT.value}})
    with pytest.raises(Forbidden):
        await world.cases.get(world.act(officer), case.id)
    step = case.steps[0].model_copy(update={"level": StepLevel.TOWN, "role": role}).model_dump(mode="json")
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"steps.0": step}})
    assert (await world.cases.get(world.act(officer), case.id)).id == case.id

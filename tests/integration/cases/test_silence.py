"""The statutory limit ends without a decision: warned before, then the head's to see to, or granted where the law says so."""

import pytest

from backend.cases.decided import decided
from backend.errors import WrongState
from models.acts import Role
from models.cases import Case, CaseState, GrantBody, PauseBody, PauseGround, Queue, QueueQuery, StepOutcome
from models.catalogue import Clocks, Span, StatutoryClock
from models.catalogue.codes import OnSilence
from models.catalogue.limits import Silence
from tests.cases_world import LATER, CasesWorld

LIMITS = Clocks(statutory=StatutoryClock(n=5), promised=Span(n=3))
GRANTED = LIMITS.model_copy(update={"on_silence": Silence(effect=OnSilence.DEEMED_GRANTED, basis="某条例第八条", verified=True)})


async def accepted(world: CasesWorld, limits: Clocks) -> Case:
    """Accepted on Monday 23 November: by law until Monday the 30th, 17:00."""
    world.alter("longevity", clocks=limits)
    return await world.accepted(world.act(await world.proven(world.mother)), world.staff_of(Role.REVIEWER))


async def now(world: CasesWorld, case: Case) -> Case:
    return Case.of(await world.store.cases.get(case.id) or {})


async def test_staff_are_warned_once_a_working_day_before(world: CasesWorld) -> None:
    case = await accepted(world, LIMITS)
    world.later(days=4, hours=7)  # Friday 17:00
    for _ in range(3):
        await world.cases.tick()
    events = await world.events(case)
    assert (events.count("case.due_soon"), events.count("case.statutory_due_soon"), events.count("case.silence_escalated")) == (1, 1, 0)


async def test_silence_is_the_heads_to_see_to_and_the_applicant_is_told(world: CasesWorld) -> None:
    case = await accepted(world, LIMITS)
    world.later(days=7, hours=7)
    for _ in range(4):
        await world.cases.tick()
    silent = await now(world, case)
    assert (await world.events(case)).count("case.silence_escalated") == 1
    assert (silent.state, silent.clock.silent_at) == (CaseState.ACCEPTED, world.clock.now())
    escalated = next(event for event in silent.events if event.action == "case.silence_escalated")
    assert [(each.template, each.data["due"]) for each in escalated.notices] == [("case_silence", "11月30日（周一）17:00")]
    head = world.staff_of(Role.CHIEF_REPRESENTATIVE, id="head")
    found, _ = await world.cases.queue(world.act(head), QueueQuery(queue=Queue.ESCALATED))
    assert [each.id for each in found] == [case.id]
    elsewhere = world.staff_of(Role.CHIEF_REPRESENTATIVE, department="taxes")
    assert (await world.cases.queue(world.act(elsewhere), QueueQuery(queue=Queue.ESCALATED)))[0] == []


async def test_a_stop_of_the_promise_alone_does_not_keep_silence_away(world: CasesWorld) -> None:
    case = await accepted(world, LIMITS)
    body = PauseBody(until=LATER, version=case.version, ground=PauseGround.SITE_VISIT, reason="上门核查")
    await world.cases.pause(world.act(world.staff_of(Role.REVIEWER)), case.id, body)
    world.later(days=8)
    await world.cases.tick()
    assert (await now(world, case)).clock.silent_at is not None


async def test_what_differs_and_nobody_has_looked_into_is_not_granted_by_silence(world: CasesWorld) -> None:
    case = await accepted(world, GRANTED)
    decides = next(field.key for field in world.cases.version_of(case).form if field.decides)
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"differs": [decides]}})
    world.later(days=8)
    for _ in range(3):
        await world.cases.tick()
    assert (await now(world, case)).state is CaseState.ACCEPTED
    assert (await world.events(case)).count("case.silence_escalated") == 1, "the head sees to it"


async def test_where_the_law_says_so_it_counts_as_granted(world: CasesWorld) -> None:
    case = await accepted(world, GRANTED)
    world.later(days=7, hours=6, minutes=59)
    await world.cases.tick()
    assert (await now(world, case)).state is CaseState.ACCEPTED
    world.later(minutes=1)
    for _ in range(2):
        await world.cases.tick()
    granted = await now(world, case)
    assert (granted.state, granted.clock.watch_at) == (CaseState.GRANTED, None)
    assert (await world.events(case)).count("case.deemed_granted") == 1
    assert granted.decision is not None
    assert (granted.decision.basis, granted.decision.by.id) == ("某条例第八条", "cases")
    assert granted.events[-1].notices[0].template == "case_deemed_granted"
    assert any("视为准予" in line for line in decided(granted, world.cases.version_of(granted)))
    with pytest.raises(WrongState):
        await world.cases.grant(world.act(world.staff_of(Role.REVIEWER)), case.id, GrantBody(version=granted.version))


async def test_nothing_counts_as_granted_while_a_look_on_the_spot_failed(world: CasesWorld) -> None:
    case = await accepted(world, GRANTED)
    looked = {"steps.0.done_at": world.clock.now(), "steps.0.outcome": StepOutcome.FAILS.value, "steps.0.verdict": "情况不属实"}
    await world.store.cases.change_many({"_id": case.id}, {"$set": looked})
    world.later(days=8)
    for _ in range(3):
        await world.cases.tick()
    silent = await now(world, case)
    assert (silent.state, silent.decision, silent.clock.silent_at) == (CaseState.ACCEPTED, None, world.clock.now())
    events = await world.events(case)
    assert (events.count("case.deemed_granted"), events.count("case.silence_escalated")) == (0, 1)
    head = world.staff_of(Role.CHIEF_REPRESENTATIVE, id="head")
    found, _ = await world.cases.queue(world.act(head), QueueQuery(queue=Queue.ESCALATED))
    assert [each.id for each in found] == [case.id]


async def test_a_decided_case_is_left_alone(world: CasesWorld) -> None:
    case = await accepted(world, LIMITS)
    await world.store.cases.change({"_id": case.id}, {"$set": {"steps": [each.model_dump() for each in case.steps[-1:]]}})
    head = world.staff_of(Role.CHIEF_REPRESENTATIVE, id="head")
    await world.authorised(head, case.item)
    await world.cases.grant(world.act(head), case.id, world.granting(await now(world, case)))
    world.later(days=30)
    await world.cases.tick()
    assert "case.silence_escalated" not in await world.events(case)


@pytest.mark.parametrize("what", ["another answer", "no answer"])
async def test_nothing_counts_as_granted_against_what_it_rests_on(world: CasesWorld, what: str) -> None:
    """As for a decision somebody takes: a register that says otherwise leaves it to the head, one that is silent is asked again."""
    case = await accepted(world, GRANTED)
    rests_on = world.cases.version_of(case).rests_on
    assert rests_on
    if what == "another answer":
        world.alter("longevity", clocks=GRANTED, rests_on=tuple(each.model_copy(update={"equals": "迁出"}) for each in rests_on))
    else:
        world.registers.down = True
    world.later(days=7, hours=7)
    for _ in range(3):
        await world.cases.tick()
    after = await now(world, case)
    assert (after.state, after.decision) == (CaseState.ACCEPTED, None)
    assert (await world.events(case)).count("case.silence_escalated") == (1 if what == "another answer" else 0)
    world.registers.down = False
    await world.cases.tick()
    assert ((await now(world, case)).state is CaseState.GRANTED) == (what == "no answer")

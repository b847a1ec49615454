"""A death ends what the person had under way, once, and says so to who acted for them."""

from backend.outbox import OutboxRow
from models.cases import CaseState, Completion
from tests.cases_world import CasesWorld


def death_of(person: str, world: CasesWorld) -> OutboxRow:
    return OutboxRow("evt_1", world.clock.now(), "person.deceased", f"citizens/{person}", person, {}, {}, [])


async def test_a_death_ends_drafts_and_filed_cases_and_twice_is_once(world: CasesWorld) -> None:
    act = world.act(await world.proven(world.mother))
    filed = await world.received(act)
    row = death_of(filed.person, world)
    await world.cases.on_person_deceased(row)
    await world.cases.on_person_deceased(row)
    ended = await world.cases._load(filed.id)
    assert (ended.state, ended.completion, ended.ended_for) == (CaseState.ABORTED, Completion.VOID, "申请人已经去世")
    assert (await world.events(ended)).count("case.ended_by_death") == 1


async def test_what_was_decided_stands(world: CasesWorld) -> None:
    act = world.act(await world.proven(world.mother))
    filed = await world.received(act)
    await world.store.cases.change({"_id": filed.id}, {"$set": {"state": CaseState.GRANTED.value}})
    await world.cases.on_person_deceased(death_of(filed.person, world))
    assert (await world.cases._load(filed.id)).state is CaseState.GRANTED

"""A death ends what the person had under way, once, and says so to who acted for them."""

import pytest

from backend.cases.deaths import _fees
from backend.cases.papers import papers_of
from backend.outbox import OutboxRow
from models.cases import Blocks, CaseState, Completion, Obligation, ObligationKind
from models.catalogue import RefundOn
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
    assert ended.death is not None
    (paper,) = [each for each in papers_of(ended) if each.key == "death"]
    assert (paper.title, paper.number, paper.sealed) == ("终止办理告知书", ended.death.number, True)
    assert f"{ended.person_name}的家属：" == paper.lines[0]
    assert "这份申请没有缴过费" in "".join(paper.lines)
    assert "申请行政复议" in paper.lines[-1]


async def test_a_draft_that_was_never_handed_in_leaves_no_paper(world: CasesWorld) -> None:
    act = world.act(await world.proven(world.mother))
    draft = await world.draft(act)
    await world.cases.on_person_deceased(death_of(draft.person, world))
    ended = await world.cases._load(draft.id)
    assert (ended.state, ended.death) == (CaseState.ABORTED, None)
    assert not [each for each in papers_of(ended) if each.key == "death"]


@pytest.mark.parametrize(("settled", "back", "says"), [(False, True, "不用再缴"), (True, True, "原路退回"), (True, False, "规定不退")])
async def test_the_heirs_are_told_what_becomes_of_a_fee(world: CasesWorld, settled: bool, back: bool, says: str) -> None:
    act = world.act(await world.proven(world.mother))
    filed = await world.received(act)
    slip = Obligation(id="bill_1", kind=ObligationKind.PAYMENT, key="fee", name="工本费", blocks=Blocks.HAND_OUT, since=act.at)
    slip = slip.model_copy(update={"met_at": act.at if settled else None})
    version = world.catalogue.version_by_id(filed.item_version)
    fee = version.fee.model_copy(update={"refunds": tuple(RefundOn) if back else ()})
    (line,) = _fees(filed.model_copy(update={"obligations": [slip]}), version.model_copy(update={"fee": fee}))
    assert "「工本费」" in line
    assert says in line

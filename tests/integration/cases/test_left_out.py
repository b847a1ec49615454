"""A paper that may come later (容缺), is not there, and was left out of the first notice of what to mend."""

import pytest

from backend.errors import Forbidden, Invalid, WrongState
from models.acts import Act
from models.cases import Case, CaseState, MaterialChoice, ObligationKind, PassBody, ReturnBody, SaveBody, VersionBody
from tests.cases_world import CasesWorld, defect
from tests.road_digging import MAP, clerk, drafted, filed, head, promised


async def mended(world: CasesWorld, act: Act) -> tuple[Case, str]:
    """The first notice named another paper alone, which was mended; somebody has the case in hand again."""
    case = await filed(world, act, await drafted(world, act))
    other = next(each.key for each in case.materials if each.handed_in)
    case = await world.cases.request_correction(world.act(clerk(world)), case.id, ReturnBody(version=case.version, defects=[defect(other)]))
    photo = await world.photo(world.again(act), "green", case.item)
    saved = SaveBody(version=case.version, materials={other: MaterialChoice(files=[photo.id])})
    case = await world.cases.save(world.again(act), case.id, saved)
    case = await world.cases.resubmit(world.again(act), case.id, VersionBody(version=case.version))
    return await world.claimed(clerk(world), case), other


async def test_it_is_asked_for_by_the_head_with_a_reason_and_counts_against_who_left_it_out(world: CasesWorld) -> None:
    case, other = await mended(world, world.act(await world.proven(world.mother)))
    body = ReturnBody(version=case.version, defects=[defect(MAP), defect(other)])
    with pytest.raises(Forbidden, match="首席代表"):
        await world.cases.request_correction(world.act(clerk(world)), case.id, body)
    with pytest.raises(Invalid) as raised:
        await world.cases.request_correction(world.act(head(world)), case.id, body)
    assert [each.pointer for each in raised.value.errors] == ["/late_reason"]
    before = case.clock.deficiency_due
    reasoned = body.model_copy(update={"late_reason": "上次漏写了没有交来的管线图。"})
    case = await world.cases.request_correction(world.act(head(world)), case.id, reasoned)
    slip = case.returns[-1]
    assert (case.state, {each.target: each.late for each in slip.defects}) == (
        CaseState.CORRECTION,
        {f"materials/{MAP}": True, f"materials/{other}": False},
    )
    assert slip.counts_against is not None
    assert (slip.counts_against.id, case.clock.deficiency_due) == (clerk(world).id, before), "and no clock begins anew"


async def test_or_it_becomes_a_dated_debt_when_the_applicant_promises_it(world: CasesWorld) -> None:
    act = world.act(await world.proven(world.mother))
    case, other = await mended(world, act)
    case = await world.cases.pass_material(world.act(clerk(world)), case.id, PassBody(version=case.version, materials=[other]))
    with pytest.raises(WrongState, match="承诺按时后补的，可以容缺受理"):
        await world.cases.accept(world.act(clerk(world)), case.id, VersionBody(version=case.version))
    case = await promised(world, act, case)
    case = await world.cases.accept(world.act(clerk(world)), case.id, VersionBody(version=case.version))
    [debt] = [each for each in case.obligations if each.kind is ObligationKind.DEBT]
    assert (debt.key, debt.due is not None) == (MAP, True)

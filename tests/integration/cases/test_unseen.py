"""What is handed in anew after acceptance is looked at before anything is granted on it."""

import pytest

from backend.cases.actions import Action
from backend.errors import WrongState
from models.cases import Case, CaseState, DefectBody, MaterialChoice, PassBody, ReasonClass, ReturnBody, SaveBody, VersionBody
from tests.cases_world import CasesWorld
from tests.road_digging import accepted, clerk, decided, head

PAPER = "drawings"


async def mended(world: CasesWorld, *, replaced: bool) -> Case:
    """The office asked for other drawings; something was handed in, or only the word that nothing changes."""
    mother = await world.proven(world.mother)
    case = await accepted(world, mother)
    wrong = [DefectBody(material=PAPER, reason=ReasonClass.UNCLEAR, advice="请交看得清尺寸的图。")]
    case = await world.cases.request_correction(world.act(world.whose(case)), case.id, ReturnBody(version=case.version, defects=wrong))
    act = world.act(mother)
    form, chosen = {**case.form, "phone": "16909900009"}, {}
    if replaced:
        chosen[PAPER] = MaterialChoice(files=[(await world.photo(act, "yellow", case.item)).id])
    case = await world.cases.save(world.again(act), case.id, SaveBody(version=case.version, form=form, materials=chosen))
    return await world.cases.resubmit(world.again(act), case.id, VersionBody(version=case.version))


async def at_the_decision(world: CasesWorld, case: Case) -> Case:
    with pytest.raises(WrongState, match=r"受理以后交来的.*还没有通过"):
        await decided(world, case)
    return Case.of(await world.store.cases.get(case.id) or {})


async def test_it_is_passed_before_the_grant(world: CasesWorld) -> None:
    case = await mended(world, replaced=True)
    assert case.state is CaseState.ACCEPTED
    case = await at_the_decision(world, case)
    boss = head(world)
    assert Action.PASS_MATERIAL in await world.cases.actions(world.act(boss), case)
    case = await world.cases.pass_material(world.act(boss), case.id, PassBody(version=case.version, materials=[PAPER]))
    assert Action.PASS_MATERIAL not in await world.cases.actions(world.act(boss), case)
    case = await world.cases.grant(world.act(boss), case.id, world.granting(case))
    assert case.state is CaseState.GRANTED


async def test_what_was_found_wrong_and_came_back_as_it_was_holds_up_too(world: CasesWorld) -> None:
    await at_the_decision(world, await mended(world, replaced=False))


async def test_who_has_no_step_of_the_case_does_not_pass_it(world: CasesWorld) -> None:
    case = await mended(world, replaced=True)
    stranger = world.staff_of(*clerk(world).roles, department="tax", id="staff_9")
    assert Action.PASS_MATERIAL not in await world.cases.actions(world.act(stranger), case)

"""The time of cases as the engine writes them, and who may look at it."""

import pytest

from backend.errors import Forbidden, NotFound
from models.acts import Role
from models.cases import PauseBody, PauseGround, ReturnBody, SaveBody, VersionBody
from models.cases.bodies import MaterialChoice
from tests.cases_world import LATER, defect
from tests.supervision_world import SupervisionWorld


async def test_a_whole_case_from_hand_to_hand(world: SupervisionWorld) -> None:
    mother = await world.proven(world.mother)
    case = await world.filed_by(mother)
    world.later(hours=1)
    case = await world.claimed(world.reviewer, case)
    world.later(hours=1)
    body = ReturnBody(version=case.version, defects=[defect(each.key) for each in case.materials])
    case = await world.cases.request_correction(world.act(world.reviewer), case.id, body)
    world.later(days=2)
    photos = [await world.photo(world.act(mother), colour) for colour in ("green", "yellow", "pink", "gold")]
    chosen = {slot.key: MaterialChoice(files=[photo.id]) for slot, photo in zip(case.materials, photos, strict=False)}
    case = await world.cases.save(world.act(mother), case.id, SaveBody(version=case.version, materials=chosen))
    case = await world.cases.resubmit(world.act(mother), case.id, VersionBody(version=case.version))
    world.later(hours=2)  # Wednesday 14:00, an hour of it the noon break
    case = await world.checked(await world.accepted_by_clerk(case))
    world.later(hours=1)
    case = await world.claimed(world.town_reviewer, case)
    pause = PauseBody(until=LATER, version=case.version, ground=PauseGround.SITE_VISIT, reason="上门核实")
    case = await world.cases.pause(world.act(world.town_reviewer), case.id, pause)
    world.later(days=1)

    time = await world.time(case)
    told = [(each.step, each.side, each.holder.person if each.holder else "", each.minutes) for each in time.segments]
    assert told == [
        ("acceptance", "office", "", 60),
        ("acceptance", "office", "姚淑贤", 60),
        ("acceptance", "citizen", "", 2 * 420),
        ("acceptance.2", "office", "", 60),
        ("town_review", "office", "", 60),
        ("town_review", "other_stop", "贺明", 120),
        ("town_review", "other_stop", "", 300),
    ]
    assert time.sentence.endswith("这段时间不发督办牌")
    budgets = {each.step: each for each in time.budgets}
    assert budgets["acceptance"].used_minutes == 120
    assert "promised" not in budgets, "its clock stands still"
    assert (budgets["statutory"].used_minutes, budgets["statutory"].running) == (480, True), "a site visit does not stop it"


async def test_who_may_look(world: SupervisionWorld) -> None:
    case = await world.filed_by(await world.proven(world.mother))
    auditor = world.staff_of(Role.AUDITOR, department="government_services", id="staff_a")
    for allowed in (world.head, auditor):
        assert (await world.time(case, allowed)).sentence.startswith("受理审查：在民政局手里，11月30日")
    elsewhere = world.staff_of(Role.CHIEF_REPRESENTATIVE, department="taxation", id="staff_t")
    for kept_out in (world.reviewer, elsewhere):
        with pytest.raises(Forbidden):
            await world.time(case, kept_out)


async def test_drafts_and_what_does_not_exist_are_not_there(world: SupervisionWorld) -> None:
    draft = await world.draft(world.act(await world.proven(world.mother)))
    with pytest.raises(NotFound):
        await world.time(draft)
    with pytest.raises(NotFound):
        await world.supervision.time(world.act(world.head), "moons", draft.id)

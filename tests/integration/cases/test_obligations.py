"""What a case waits for from others: nothing is decided without it, everybody is reminded once, lateness is said."""

from datetime import datetime, timedelta

import pytest

from backend.errors import WrongState
from models.acts import Role, StaffActor
from models.cases import Blocks, Case, CaseState, Obligation, ObligationKind, PassBody, VersionBody, WithdrawBody
from tests.cases_world import CasesWorld


def _waiting(at: datetime, blocks: Blocks, **more: object) -> Obligation:
    shape = {"id": "obl_1", "kind": ObligationKind.CONFIRMATION, "key": "landlord", "name": "房东确认", "blocks": blocks, "since": at}
    return Obligation.model_validate({**shape, "who": "person_landlord", "who_name": "李房东", **more})


async def _with(world: CasesWorld, case: Case, *obligations: Obligation) -> Case:
    changes = {
        "obligations": [each.model_dump() for each in obligations],
        "obliged_at": min((each.next_moment for each in obligations if each.next_moment), default=None),
    }
    return Case.of(await world.store.cases.change({"_id": case.id}, {"$set": changes}) or {})


async def _now(world: CasesWorld, case: Case) -> Case:
    return Case.of(await world.store.cases.get(case.id) or {})


async def _ready_to_accept(world: CasesWorld) -> tuple[Case, StaffActor]:
    case = await world.received(world.act(await world.proven(world.mother)))
    clerk = world.staff_of(Role.REVIEWER)
    case = await world.cases.claim(world.act(clerk), case.id, VersionBody(version=case.version))
    handed = [each.key for each in case.materials if each.handed_in]
    return await world.cases.pass_material(world.act(clerk), case.id, PassBody(version=case.version, materials=handed)), clerk


async def test_what_is_not_confirmed_is_not_accepted(world: CasesWorld) -> None:
    case, clerk = await _ready_to_accept(world)
    open_case = await _with(world, case, _waiting(world.clock.now(), Blocks.ACCEPTANCE))
    assert "accept" not in [each.value for each in await world.cases.actions(world.act(clerk), open_case)]
    with pytest.raises(WrongState, match="「房东确认」还没有完成，暂时不能受理。要由李房东完成。"):
        await world.cases.accept(world.act(clerk), case.id, VersionBody(version=open_case.version))
    met = await _with(world, open_case, _waiting(world.clock.now(), Blocks.ACCEPTANCE, met_at=world.clock.now()))
    assert (await world.cases.accept(world.act(clerk), case.id, VersionBody(version=met.version))).state is CaseState.ACCEPTED


async def test_what_holds_up_the_decision_lets_the_case_be_accepted(world: CasesWorld) -> None:
    case, clerk = await _ready_to_accept(world)
    case = await _with(world, case, _waiting(world.clock.now(), Blocks.DECISION))
    assert (await world.cases.accept(world.act(clerk), case.id, VersionBody(version=case.version))).state is CaseState.ACCEPTED


async def test_both_sides_are_reminded_once_and_told_once_that_it_is_late(world: CasesWorld) -> None:
    case = await world.received(world.act(await world.proven(world.mother)))
    at = world.clock.now()
    case = await _with(world, case, _waiting(at, Blocks.ACCEPTANCE, remind_at=at + timedelta(hours=1), due=at + timedelta(hours=2)))
    for _ in range(4):
        world.later(minutes=45)
        await world.cases.tick()
    looked = [each for each in (await _now(world, case)).events if each.action == "case.obligations_looked_at"]
    told = [(each.to, each.template) for event in looked for each in event.notices]
    assert told == [
        (case.person, "obligation_reminder"),
        ("person_landlord", "obligation_reminder"),
        (case.person, "obligation_lapsed"),
        ("person_landlord", "obligation_lapsed"),
    ]
    late = (await _now(world, case)).obligations[0]
    assert late.is_open
    assert late.lapsed_at is not None


async def test_nobody_is_reminded_for_a_case_that_is_over(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    case = await world.received(world.act(mother))
    at = world.clock.now()
    case = await _with(world, case, _waiting(at, Blocks.ACCEPTANCE, remind_at=at + timedelta(hours=1)))
    await world.cases.withdraw(world.act(mother), case.id, WithdrawBody(version=case.version))
    world.later(hours=2)
    await world.cases.tick()
    over = await _now(world, case)
    assert over.obligations[0].ended_for == "办件已经结束"
    assert over.events[-1].notices == []

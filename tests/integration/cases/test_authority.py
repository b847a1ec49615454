"""A chief representative decides on an authorisation, within it, and not a moment after it has ended."""

import asyncio
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from backend.cases import Action
from backend.clock import SHANGHAI
from backend.errors import Conflict, Forbidden, Invalid, StaleVersion, WrongState
from models.acts import Role, StaffActor
from models.authorisations import (
    AbsenceBody,
    Authorisation,
    AuthorisationBody,
    AuthorisationLevel,
    AuthorisationsQuery,
    AuthorisationVersionBody,
    RevocationBody,
)
from models.cases import Case, CaseState, RefuseBody, StepBody
from tests import road_digging
from tests.cases_world import CasesWorld

DAY = date(2026, 11, 23)  # the clock of tests stands on it


async def _head(world: CasesWorld, id: str = "head", *, more: Role | None = None) -> StaffActor:
    roles = [Role.CHIEF_REPRESENTATIVE, *([more] if more else [])]
    return await world.account(world.staff_of(*roles, id=id))


async def _at_last_step(world: CasesWorld) -> Case:
    """A case whose last step, a reviewer's, is to be done."""
    case = await world.accepted(world.act(await world.proven(world.mother)), world.staff_of(Role.PRE_REVIEWER, id="staff_2"))
    for step in ("village_check", "town_review"):
        case = await world.cases.complete_step(
            world.act(world.whose(case)), case.id, StepBody(version=case.version, step=step, finding="同意")
        )
    return case


async def _granted(world: CasesWorld, actor: StaffActor, case: Case) -> Case:
    return await world.cases.grant(world.act(actor), case.id, world.granting(case))


async def _revoked(world: CasesWorld, letter: Authorisation) -> Authorisation:
    admin = world.staff_of(Role.SYSTEM_ADMIN, id="system_admin")
    return await world.authorisations.revoke(world.act(admin), letter.id, RevocationBody(version=letter.version, reason="岗位调整"))


async def test_the_decision_names_what_it_rests_on(world: CasesWorld) -> None:
    head, case = await _head(world), await _at_last_step(world)
    letter = await world.authorised(head, "longevity")
    case = await _granted(world, head, case)
    assert case.decision is not None
    assert case.decision.authority is not None
    assert (case.decision.authority.authorisation, case.decision.authority.document_number) == (letter.id, "云首授〔2026〕1号")
    document = await world.store.cases.get(case.id)
    assert document is not None
    assert document["events"][-1]["detail"]["authorisation"] == letter.id
    used = await world.store.authorisations.get(letter.id)
    assert used is not None
    assert used["uses"] == 1


async def test_the_role_alone_decides_nothing(world: CasesWorld) -> None:
    head, case = await _head(world), await _at_last_step(world)
    with pytest.raises(Forbidden, match="的首席代表授权，不能当场决定"):
        await _granted(world, head, case)
    with pytest.raises(Forbidden, match="首席代表授权"):
        await world.cases.refuse(world.act(head), case.id, RefuseBody(version=case.version, reason="户口不在本区", basis="办法第三条"))


async def test_a_reviewer_who_is_head_too_decides_their_own_step_without_it(world: CasesWorld) -> None:
    both, case = await _head(world, more=Role.REVIEWER), await _at_last_step(world)
    case = await _granted(world, both, case)
    assert (case.state, case.decision and case.decision.authority) == (CaseState.GRANTED, None)


@pytest.mark.parametrize(
    ("items", "terms", "said"),
    [
        (["idcard-lost"], {}, "不包括「"),
        (["longevity"], {"level": AuthorisationLevel.REVIEW}, "只到「审核」"),
        (["longevity"], {"valid_until": DAY - timedelta(days=1)}, "已在2026年11月22日到期"),
        (["longevity"], {"valid_from": DAY + timedelta(days=1)}, "从2026年11月24日起才生效"),
    ],
)
async def test_what_is_outside_it_is_not_decided_and_said(world: CasesWorld, items: list[str], terms: dict[str, Any], said: str) -> None:
    head, case = await _head(world), await _at_last_step(world)
    if items == ["idcard-lost"]:  # not an item of this department: written as if it were
        letter = await world.authorised(head, "longevity")
        await world.store.authorisations.change_many({"_id": letter.id}, {"$set": {"items": items}})
    else:
        await world.authorised(head, *items, **terms)
    with pytest.raises(Forbidden, match=said):
        await _granted(world, head, case)


async def test_it_ends_at_midnight_of_its_last_day(world: CasesWorld) -> None:
    head, case = await _head(world), await _at_last_step(world)
    await world.authorised(head, "longevity", valid_until=DAY)
    world.clock.at = datetime(2026, 11, 24, tzinfo=SHANGHAI)
    with pytest.raises(Forbidden, match="到期"):
        await _granted(world, head, case)
    world.clock.at -= timedelta(seconds=1)
    assert (await _granted(world, head, case)).state is CaseState.GRANTED


async def test_a_revocation_ends_it_at_once(world: CasesWorld) -> None:
    head, case = await _head(world), await _at_last_step(world)
    await _revoked(world, await world.authorised(head, "longevity"))
    with pytest.raises(Forbidden, match="首席代表授权"):
        await _granted(world, head, case)


async def test_what_waits_for_one_letter_alone(world: CasesWorld) -> None:
    boss = road_digging.head(world)
    letter = await world.authorised(boss, "road-dig")

    async def awaiting() -> dict[str, dict[str, int]]:
        letters = [Authorisation.of(each) for each in await world.store.authorisations.find({})]
        found = await world.cases.awaiting_letter(world.act(boss), letters)
        return {key: dict(each) for key, each in found.items()}

    case = await road_digging.accepted(world, await world.proven(world.mother))
    assert await awaiting() == {letter.id: {}}, "it is not their turn yet"
    for step in case.steps[:-1]:
        body = StepBody(version=case.version, step=step.key, finding="无误")
        case = await world.cases.complete_step(world.act(world.whose(case)), case.id, body)
    assert await awaiting() == {letter.id: {"road-dig": 1}}
    colleague = boss.model_copy(update={"id": "colleague"})
    reviews = await world.authorised(colleague, "road-dig", level=AuthorisationLevel.REVIEW)
    assert await awaiting() == {letter.id: {"road-dig": 1}}, f"{reviews.level.label} decides nothing"
    other = await world.authorised(colleague, "road-dig")
    assert await awaiting() == {letter.id: {}, other.id: {}}, "either of them may"
    await _revoked(world, letter)
    assert await awaiting() == {letter.id: {}, other.id: {"road-dig": 1}}
    await _revoked(world, await _now(world, other))
    assert await awaiting() == {letter.id: {"road-dig": 1}, other.id: {"road-dig": 1}}, "nobody is left"


async def _now(world: CasesWorld, letter: Authorisation) -> Authorisation:
    return Authorisation.of(await world.store.authorisations.get(letter.id) or {})


async def test_a_revocation_between_the_look_and_the_write_is_not_slipped_past(world: CasesWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    head, case = await _head(world), await _at_last_step(world)
    letter = await world.authorised(head, "longevity")
    look = world.authorisations.to_decide

    async def slow(*args: Any) -> Authorisation:
        found = await look(*args)
        await _revoked(world, letter)
        return found

    monkeypatch.setattr(world.authorisations, "to_decide", slow)
    with pytest.raises(Forbidden, match="刚刚有变化"):
        await _granted(world, head, case)
    document = await world.store.cases.get(case.id)
    assert document is not None
    assert (document["state"], document["version"]) == ("accepted", case.version)


async def test_two_decisions_on_one_letter_at_once_both_count(world: CasesWorld) -> None:
    head, case = await _head(world), await _at_last_step(world)
    letter = await world.authorised(head, "longevity")
    twin = case.model_copy(update={"id": "case_twin", "number": None, "open_need": None, "keys": [], "events": [], "unrelayed": []})
    await world.store.cases.insert(twin)
    await asyncio.gather(_granted(world, head, case), _granted(world, head, twin))
    used = await world.store.authorisations.get(letter.id)
    assert used is not None
    assert used["uses"] == 2


async def test_the_deputy_decides_only_while_the_absence_is_recorded(world: CasesWorld) -> None:
    head, deputy, case = await _head(world), await _head(world, "deputy"), await _at_last_step(world)
    letter = await world.authorised(head, "longevity", deputy=deputy.id)
    with pytest.raises(Forbidden, match="没有登记离岗"):
        await _granted(world, deputy, case)
    away = await world.authorisations.leave(world.act(head), letter.id, AbsenceBody(version=letter.version, reason="外出开会"))
    with pytest.raises(Forbidden, match="登记返岗"):
        await _granted(world, head, case)
    back = await world.authorisations.come_back(world.act(head), letter.id, AuthorisationVersionBody(version=away.version))
    with pytest.raises(Forbidden, match="没有登记离岗"):
        await _granted(world, deputy, case)
    until = world.clock.now() + timedelta(hours=2)
    await world.authorisations.leave(world.act(head), letter.id, AbsenceBody(version=back.version, reason="外出", until=until))
    world.later(minutes=121)
    with pytest.raises(Forbidden, match="没有登记离岗"):
        await _granted(world, deputy, case)
    world.clock.at -= timedelta(minutes=60)
    case = await _granted(world, deputy, case)
    assert case.decision is not None
    assert case.decision.authority is not None
    assert case.decision.authority.as_deputy


class TestKeeping:
    async def test_whoever_enters_a_letter_does_not_issue_it(self, world: CasesWorld) -> None:
        head = await _head(world)
        admin = world.staff_of(Role.SYSTEM_ADMIN, id="system_admin")
        entered = await world.authorisations.propose(world.act(admin), _letter(head))
        with pytest.raises(Forbidden, match="不能由同一人"):
            await world.authorisations.issue(world.act(admin), entered.id, AuthorisationVersionBody(version=entered.version))
        assert await world.authorisations.published(world.clock.now()) == []

    async def test_what_was_entered_or_revoked_is_not_in_force(self, world: CasesWorld) -> None:
        head, case = await _head(world), await _at_last_step(world)
        letter = await world.authorised(head, "longevity")
        assert [each.id for each in await world.authorisations.published(world.clock.now())] == [letter.id]
        gone = await _revoked(world, letter)
        assert await world.authorisations.published(world.clock.now()) == []
        security = world.staff_of(Role.SECURITY_ADMIN, id="security_admin")
        with pytest.raises(Conflict, match="已撤销"):
            await world.authorisations.issue(world.act(security), gone.id, AuthorisationVersionBody(version=gone.version))
        with pytest.raises(Conflict, match="已经撤销"):
            await _revoked(world, gone)
        entered = await world.authorisations.propose(world.act(security), _letter(head))
        with pytest.raises(Forbidden):
            await _granted(world, head, case)
        with pytest.raises(StaleVersion):
            await world.authorisations.issue(world.act(security), entered.id, AuthorisationVersionBody(version=7))

    async def test_faults_of_a_letter_are_told_with_pointers(self, world: CasesWorld) -> None:
        head = await _head(world)
        clerk = await world.account(world.staff_of(Role.REVIEWER, id="clerk"))
        elsewhere = await world.account(world.staff_of(Role.CHIEF_REPRESENTATIVE, id="elsewhere", department="taxation"))
        admin = world.act(world.staff_of(Role.SYSTEM_ADMIN, id="system_admin"))
        for change, pointers in (
            ({"representative": clerk.id}, ["/representative"]),
            ({"representative": "nobody"}, ["/representative"]),
            ({"deputy": elsewhere.id}, ["/deputy"]),
            ({"items": ["longevity", "no-such", "tax-proof"]}, ["/items/1", "/items/2"]),
        ):
            with pytest.raises(Invalid) as caught:
                await world.authorisations.propose(admin, _letter(head, **change))
            assert [each.pointer for each in caught.value.errors] == pointers

    async def test_absences_are_the_representatives_own_and_make_sense(self, world: CasesWorld) -> None:
        head, deputy = await _head(world), await _head(world, "deputy")
        alone = await world.authorised(head, "longevity")
        with pytest.raises(Conflict, match="没有指定代行人"):
            await world.authorisations.leave(world.act(head), alone.id, AbsenceBody(version=alone.version, reason="外出"))
        letter = await world.authorised(head, "longevity", deputy=deputy.id)
        body = AbsenceBody(version=letter.version, reason="外出")
        with pytest.raises(Forbidden, match="本人或系统管理员"):
            await world.authorisations.leave(world.act(deputy), letter.id, body)
        with pytest.raises(Conflict, match="没有登记离岗"):
            await world.authorisations.come_back(world.act(head), letter.id, AuthorisationVersionBody(version=letter.version))
        with pytest.raises(Invalid):
            await world.authorisations.leave(world.act(head), letter.id, body.model_copy(update={"until": world.clock.now()}))
        away = await world.authorisations.leave(world.act(head), letter.id, body)
        with pytest.raises(Conflict, match="已经登记"):
            await world.authorisations.leave(world.act(head), letter.id, body.model_copy(update={"version": away.version}))
        over = await world.authorised(head, "longevity", deputy=deputy.id, valid_until=DAY - timedelta(days=1))
        with pytest.raises(Conflict, match="有效期"):
            await world.authorisations.leave(world.act(head), over.id, body.model_copy(update={"version": over.version}))

    async def test_heads_see_their_own_letters_and_administrators_all(self, world: CasesWorld) -> None:
        head, other = await _head(world), await _head(world, "other")
        await world.authorised(head, "longevity")
        for viewer, seen in ((head, 1), (other, 0), (world.staff_of(Role.AUDITOR, id="auditor"), 1)):
            assert len(await world.authorisations.listed(world.act(viewer), AuthorisationsQuery())) == seen
        assert await world.authorisations.listed(world.act(head), AuthorisationsQuery(department="taxation")) == []


def _letter(head: StaffActor, **changes: Any) -> AuthorisationBody:
    letter = {"representative": head.id, "items": ["longevity"], "level": AuthorisationLevel.DECIDE, "document_number": "云首授〔2026〕9号"}
    return AuthorisationBody.model_validate({**letter, "valid_from": DAY, "valid_until": DAY, **changes})


async def test_the_head_signs_for_no_other_department(world: CasesWorld) -> None:
    case = await road_digging.accepted(world, await world.proven(world.mother))
    boss = road_digging.head(world)
    await world.authorised(boss, "road-dig")
    visit = StepBody(version=case.version, step="site_visit", finding="无误")
    case = await world.cases.complete_step(world.act(boss), case.id, visit)
    step = case.current_step
    assert step is not None
    assert (step.key, step.department) == ("traffic", "public_security")
    assert Action.COMPLETE_STEP not in await world.cases.actions(world.act(boss), case)
    with pytest.raises(WrongState, match="不由您"):
        await world.cases.complete_step(world.act(boss), case.id, StepBody(version=case.version, step="traffic", finding="同意"))
    police = world.staff_of(Role.CHIEF_REPRESENTATIVE, department="public_security", id="staff_3")
    case = await world.cases.complete_step(world.act(police), case.id, StepBody(version=case.version, step="traffic", finding="同意"))
    assert case.steps[1].done_by is not None
    assert case.steps[1].done_by.id == police.id

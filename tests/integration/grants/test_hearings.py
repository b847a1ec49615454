"""Principals without a phone, and guardians."""

import asyncio
import json
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from backend.errors import Conflict, Forbidden, Invalid, ProofNeeded, StaleVersion, Unavailable
from models.acts import CitizenActor, Power, Role
from models.catalogue import ProxyBasis
from models.documents import Relation
from models.grants import CheckBody, Grant, GrantState, HearingBody, HearingMethod, Side, StaffGrantBody, StaffRevokeBody, TakeBody
from tests.grants_world import ITEM, OTHER_ITEM, GrantsWorld
from tests.people_world import Person

HEARD = {
    "place": "青石镇榕树村王桂芳家中",
    "method": "home_visit",
    "note": "老人说清楚了让女儿李敏代办高龄津贴",
}


def staff_body(world: GrantsWorld, principal: Person, agent: Person, **more: Any) -> StaffGrantBody:
    fields = {**world.terms(), "principal": world.party(principal), "agent": world.party(agent), "heard": HEARD, **more}
    return StaffGrantBody.model_validate_json(json.dumps(fields))


async def test_a_village_officer_hears_a_principal_without_a_phone(world: GrantsWorld) -> None:
    officer = world.clerk(Role.VILLAGE_OFFICER)
    daughter = await world.matched(world.daughter)
    grant = await world.grants.hearings.grant(world.act(officer), staff_body(world, world.mother, world.daughter))
    assert (grant.state, grant.offered_by, grant.agent, grant.consent) == (GrantState.ACTIVE, Side.STAFF, daughter.id, None)
    assert grant.hearing is not None
    assert (grant.hearing.by_name, grant.hearing.method, grant.hearing.evidence) == ("陈晓", HearingMethod.HOME_VISIT, [])
    await world.do(await world.acting(daughter, grant))
    principal = await world.people.get(grant.person or "")
    assert (principal.name, principal.openid, principal.phone) == ("王桂芳", None, None)
    assert world.grants.view(grant, world.act(daughter)).heard_by == "陈晓"


async def test_whoever_is_heard_at_the_counter_was_looked_at_there_today_by_who_records_it(world: GrantsWorld) -> None:
    clerk, colleague = world.clerk(), world.clerk(staff_id="staff-colleague")
    body = staff_body(world, world.mother, world.daughter, heard={**HEARD, "method": "in_person"})
    await world.attested(colleague, world.mother)
    people = await world.store.citizens.count({})
    with pytest.raises(ProofNeeded, match=r"今天还没有当面核验委托人.*Alt\+A.*再登记授权"):
        await world.grants.hearings.grant(world.act(clerk), body)
    assert await left_behind(world) == (0, people)
    await world.attested(clerk, world.mother)
    grant = await world.grants.hearings.grant(world.act(clerk), body)
    assert grant.hearing is not None
    assert grant.hearing.method is HearingMethod.IN_PERSON
    world.clock.forward(days=1)
    with pytest.raises(ProofNeeded):
        await world.grants.hearings.grant(world.act(clerk), body)


def test_paper_alone_is_no_hearing() -> None:
    for missing in ("place", "method", "note"):
        with pytest.raises(ValidationError):
            HearingBody.model_validate_json(json.dumps({key: value for key, value in HEARD.items() if key != missing}))


@pytest.mark.parametrize(
    ("principal", "agent", "error", "said"),
    [
        ("mother", "mother", Conflict, "自己"),
        ("mother", "teenager", Forbidden, "未满 18 周岁"),
        ("child", "daughter", Forbidden, "监护人"),
    ],
)
async def test_staff_cannot_grant_what_people_could_not(
    world: GrantsWorld, principal: str, agent: str, error: type[Exception], said: str
) -> None:
    body = staff_body(world, getattr(world, principal), getattr(world, agent))
    with pytest.raises(error, match=said):
        await world.grants.hearings.grant(world.act(world.clerk()), body)
    assert await left_behind(world) == (0, 0)


async def left_behind(world: GrantsWorld) -> tuple[int, int]:
    """How many grants and people there are."""
    return await world.store.grants.count({}), await world.store.citizens.count({})


async def test_staff_record_no_grant_of_people_the_register_does_not_know(world: GrantsWorld) -> None:
    body = staff_body(world, world.mother, world.daughter)
    for side in ("agent", "principal"):
        wrong = body.model_copy(update={side: getattr(body, side).model_copy(update={"name": "李明"})})
        with pytest.raises(Invalid, match="对不上"):
            await world.grants.hearings.grant(world.act(world.clerk()), wrong)
    assert await left_behind(world) == (0, 0)


@pytest.mark.parametrize(
    ("who", "fault", "said"),
    [
        ("mother", {"incapable": True}, "民事行为能力"),
        ("mother", {"died_on": date(2026, 5, 18)}, "去世"),
        ("daughter", {"died_on": date(2026, 5, 18)}, "去世"),
        ("daughter", {"valid_until": date(2026, 5, 18)}, "有效期"),
    ],
)
async def test_a_refused_grant_leaves_nobody_behind(world: GrantsWorld, who: str, fault: dict[str, Any], said: str) -> None:
    for name, value in fault.items():
        setattr(getattr(world, who), name, value)
    with pytest.raises((Conflict, Forbidden), match=said):
        await world.grants.hearings.grant(world.act(world.clerk()), staff_body(world, world.mother, world.daughter))
    assert await left_behind(world) == (0, 0)


async def test_a_refused_grant_notes_no_phone(world: GrantsWorld) -> None:
    known = await world.people.find_or_register(world.act(world.clerk()), world.mother.document)
    with_phone = world.mother.document.model_copy(update={"phone": "16900000088"})
    refused, taken = (
        staff_body(world, world.mother, agent).model_copy(update={"principal": with_phone}) for agent in (world.teenager, world.daughter)
    )
    with pytest.raises(Forbidden):
        await world.grants.hearings.grant(world.act(world.clerk()), refused)
    assert (await world.people.get(known.id)).phone is None
    await world.grants.hearings.grant(world.act(world.clerk()), taken)
    assert (await world.people.get(known.id)).phone == "16900000088"


async def test_a_register_that_is_down_leaves_nobody_behind(world: GrantsWorld) -> None:
    world.population.down = True
    with pytest.raises(Unavailable):
        await world.grants.hearings.grant(world.act(world.clerk()), staff_body(world, world.mother, world.daughter))
    assert await left_behind(world) == (0, 0)


async def test_two_counters_recording_at_once_register_nobody_twice(world: GrantsWorld) -> None:
    body = staff_body(world, world.mother, world.daughter)
    acts = [world.act(world.clerk()) for _ in range(4)]
    outcomes = await asyncio.gather(*(world.grants.hearings.grant(act, body) for act in acts), return_exceptions=True)
    done = [each for each in outcomes if isinstance(each, Grant)]
    assert done
    assert all(isinstance(each, (Grant, Conflict)) for each in outcomes)
    assert await left_behind(world) == (len(done), 2)
    for act in acts:  # whoever was told to try again may
        await world.grants.hearings.grant(act, body)
    assert await left_behind(world) == (4, 2)


async def test_a_principal_without_a_phone_revokes_at_the_counter(world: GrantsWorld) -> None:
    daughter = await world.matched(world.daughter)
    grant = await world.grants.hearings.grant(world.act(world.clerk()), staff_body(world, world.mother, world.daughter))
    body = StaffRevokeBody(person=world.mother.document, heard=HearingBody.model_validate_json(json.dumps(HEARD)))
    hers = body.model_copy(update={"person": world.daughter.document})
    with pytest.raises(Invalid, match="证件上的人不是本人"):
        await world.grants.hearings.revoke(world.act(world.clerk()), grant.id, hers)
    revoked = await world.grants.hearings.revoke(world.act(world.clerk()), grant.id, body)
    assert (revoked.state, revoked.events[-1].action) == (GrantState.REVOKED, "grant.revoked")
    with pytest.raises(Forbidden, match="已经撤销"):
        await world.grants.resolve(daughter, grant.id)
    with pytest.raises(Conflict):
        await world.grants.hearings.revoke(world.act(world.clerk()), grant.id, body)


async def claim(world: GrantsWorld, ward: Person, **more: Any) -> Grant:
    guardian = await world.proven(world.daughter)
    body = world.body(**{"basis": "guardianship", "principal": world.party(ward), "items": [], "until": None, **more})
    return await world.grants.create(world.act(guardian), body)


async def test_a_parent_is_a_guardian_because_the_register_says_so(world: GrantsWorld) -> None:
    world.related(world.daughter, world.child, Relation.DAUGHTER)
    grant = await claim(world, world.child)
    assert (grant.state, grant.basis, grant.relation, grant.items) == (GrantState.ACTIVE, ProxyBasis.GUARDIANSHIP, "女儿", [])
    assert grant.until.isoformat() == "2033-06-01T00:00:00+08:00"  # the eighteenth birthday
    guardian = await world.sessions.login(world.public_act(), world.daughter.name, "test")
    actor = await world.actor(guardian[0])
    act = await world.acting(actor, grant)
    assert act.person_name == "周子涵"
    await world.do(act, Power.SUBMIT, ITEM)
    await world.do(await world.acting(actor, grant), Power.SUBMIT, OTHER_ITEM)
    with pytest.raises(Forbidden, match="不能由别人代办"):
        await world.do(await world.acting(actor, grant), Power.SUBMIT, "idcard-lost")


async def test_a_guardian_must_be_proven_and_of_age(world: GrantsWorld) -> None:
    world.related(world.daughter, world.child, Relation.DAUGHTER)
    guardian = await world.matched(world.daughter)
    body = world.body(basis="guardianship", principal=world.party(world.child), items=[])
    with pytest.raises(ProofNeeded):
        await world.grants.create(world.act(guardian), body)
    teenager = await world.proven(world.teenager)
    with pytest.raises(Forbidden, match="未满 18"):
        await world.grants.create(world.act(teenager), body)


async def test_a_grown_child_is_no_ward(world: GrantsWorld) -> None:
    world.related(world.daughter, world.stranger, Relation.SON)
    with pytest.raises(Conflict, match="已满 18 周岁"):
        await claim(world, world.stranger)
    assert await left_behind(world) == (0, 1), "the guardian alone"


async def test_a_relation_the_register_does_not_show_waits_for_staff_and_tells_nothing(world: GrantsWorld) -> None:
    known = await claim(world, world.mother)
    nobody = world.party(world.mother) | {"name": "不存在"}
    unknown = await world.grants.create(
        world.act(await again(world)), world.body(basis="guardianship", principal=nobody, items=[], until=None)
    )
    assert {known.state, unknown.state} == {GrantState.CHECKING}
    assert (known.person, unknown.person) == (None, None)
    actor = await again(world)
    with pytest.raises(Forbidden, match="核实"):
        await world.grants.resolve(actor, known.id)


async def again(world: GrantsWorld) -> CitizenActor:
    token, _ = await world.sessions.login(world.public_act(), world.daughter.name, "test")
    return await world.actor(token)


async def test_staff_confirm_a_guardian_of_an_adult_on_evidence(world: GrantsWorld) -> None:
    waiting = await claim(world, world.mother)
    clerk = world.clerk()
    before = await world.store.audit.count({})
    assert await world.grants.count_for_staff(world.act(clerk), GrantState.CHECKING) == 1
    assert await world.store.audit.count({}) == before  # a number is nobody's data
    assert [each.id for each in await world.grants.for_staff(world.act(clerk), GrantState.CHECKING)] == [waiting.id]
    body = CheckBody(confirmed=True, note="看过法院宣告无民事行为能力的判决书原件", evidence=["material_9"], version=waiting.version)
    taken = await world.grants.take(world.act(clerk), waiting.id, TakeBody())
    with pytest.raises(StaleVersion):
        await world.grants.guardians.check(world.act(clerk), waiting.id, body.model_copy(update={"version": 7}))
    body = body.model_copy(update={"version": taken.version})
    assert await left_behind(world) == (1, 1), "the guardian alone"
    grant = await world.grants.guardians.check(world.act(clerk), waiting.id, body)
    assert (grant.state, grant.person_name, grant.evidence) == (GrantState.ACTIVE, "王桂芳", ["material_9"])
    assert (grant.until - world.clock.now()).days == 366
    await world.do(await world.acting(await again(world), grant))
    with pytest.raises(Conflict):
        await world.grants.guardians.check(world.act(clerk), waiting.id, body)


async def test_staff_refuse_a_claim_with_a_reason(world: GrantsWorld) -> None:
    waiting = await claim(world, world.mother)
    clerk = world.clerk()
    taken = await world.grants.take(world.act(clerk), waiting.id, TakeBody())
    body = CheckBody(confirmed=False, note="没有判决书，也没有监护证明", version=taken.version)
    grant = await world.grants.guardians.check(world.act(clerk), waiting.id, body)
    assert (grant.state, grant.reason) == (GrantState.DECLINED, "没有判决书，也没有监护证明")
    assert [order.template for order in grant.events[-1].notices] == ["guardianship_refused"]


async def test_a_ward_the_register_names_needs_no_clerk(world: GrantsWorld) -> None:
    world.related(world.daughter, world.mother, Relation.WARD)
    grant = await claim(world, world.mother)
    assert (grant.state, grant.relation) == (GrantState.ACTIVE, "被监护人")


async def test_nobody_is_their_own_guardian(world: GrantsWorld) -> None:
    with pytest.raises(Conflict, match="自己"):
        await claim(world, world.daughter)


async def test_a_guardian_names_the_ward_by_document(world: GrantsWorld) -> None:
    with pytest.raises(Invalid, match="被监护人"):
        await claim(world, world.child, principal={"name": "周子涵", "phone": "16900000002"})

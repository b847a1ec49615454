"""A company's handler: named by the legal representative, ended by the register, never used against what it has said."""

import asyncio
import json
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from backend.clock import SetClock
from backend.errors import Conflict, Forbidden, Invalid, NotFound, ProofNeeded, Unavailable
from backend.outbox import OutboxRow
from backend.store import Store
from models.acts import Act, Acting, CitizenActor, Power, Role
from models.grants import AnswerBody, EndBody, Grant, GrantBody, GrantsQuery, GrantState, Side, StaffGrantBody
from models.registers import EnterpriseState
from tests.grants_world import ITEM, GrantsWorld
from tests.people_world import Person, legal

PROOF = "ss-proof-unit"
USCC, NAME = "91990101MA990001XM", "江州晨光印刷有限公司"
COMPANY = {"uscc": USCC, "name": NAME}


class CompanyWorld(GrantsWorld):
    """The mother is the legal representative of a company, the daughter handles its matters."""

    def __init__(self, store: Store, clock: SetClock) -> None:
        super().__init__(store, clock)
        self.keeps_enterprise(USCC, NAME, self.mother)

    def company_body(self, handler: Person | None = None, **more: Any) -> GrantBody:
        """An offer by the legal representative as it comes over HTTP."""
        named = {"basis": "company", "enterprise": COMPANY, "agent": self.party(handler or self.daughter), "items": [PROOF]}
        return self.body(**{**named, **more})

    async def handled(self) -> tuple[CitizenActor, CitizenActor, Grant]:
        """Legal representative, handler, and the grant that holds."""
        mother, daughter = await self.proven(self.mother), await self.matched(self.daughter)
        offer = await self.grants.create(self.act(mother), self.company_body())
        grant = await self.grants.offers.accept(self.act(daughter), offer.id, AnswerBody())
        return mother, daughter, grant

    def succeeds(self, successor: Person) -> None:
        """The register names another legal representative."""
        self.enterprises.keeps(USCC, legal_representative=legal(successor))

    async def deliver(self) -> None:
        """What the relay would do with the events of enterprises."""
        for enterprise in await self.store.enterprises.find({}):
            row = OutboxRow("evt", self.clock.now(), "enterprise.changed", f"enterprises/{enterprise['_id']}", None, {}, {}, [])
            await self.grants.companies.on_enterprise_changed(row)

    async def state(self, grant: Grant) -> Grant:
        return Grant.of(await self.store.grants.get(grant.id) or {})

    async def used(self, act: Act) -> str:
        return await self.do(act, item=PROOF)


@pytest.fixture
def world(store: Store, clock: SetClock) -> CompanyWorld:
    return CompanyWorld(store, clock)


async def test_a_legal_representative_names_a_handler_who_agrees(world: CompanyWorld) -> None:
    mother, daughter, grant = await world.handled()
    enterprise = await world.people.enterprises.get(grant.person or "")
    assert (grant.state, grant.person_name, grant.representative, grant.agent) == (GrantState.ACTIVE, NAME, mother.id, daughter.id)
    assert (enterprise.uscc, enterprise.town, grant.term) == (USCC, "luoxi", enterprise.term)
    assert grant.consent is not None
    acting = (await world.acting(daughter, grant)).acting
    assert acting is not None
    assert (acting.principal, acting.principal_name) == (enterprise.id, NAME)
    assert [[(order.to, order.template) for order in event.notices] for event in grant.events] == [
        [(daughter.id, "grant_offered")],
        [(mother.id, "grant_accepted"), (daughter.id, "grant_accepted")],
    ]
    assert grant.events[1].notices[0].data["principal"] == NAME, "a company's name is public"


async def test_both_see_it_and_each_may_end_it(world: CompanyWorld) -> None:
    mother, daughter, grant = await world.handled()
    sides = {mother.id: Side.PRINCIPAL, daughter.id: Side.AGENT}
    for actor in (mother, daughter):
        [seen] = await world.grants.mine(world.act(actor), GrantsQuery())
        view = world.grants.view(seen, world.act(actor))
        assert (view.you, view.principal.name, view.actions) == (sides[actor.id], NAME, ["revoke"])
        assert [each["id"] for each in await world.grants.export(actor.id)] == [grant.id]
        assert await world.grants.obstacle(actor.id) == "还有 1 份有效的授权"
    await world.used(await world.acting(daughter, grant))
    assert [each.what for each in await world.grants.acts(world.act(mother), grant.id)] == ["申请"]
    ended = await world.revoke(mother, grant)
    assert (ended.state, ended.events[-1].action) == (GrantState.REVOKED, "grant.revoked")
    with pytest.raises(Forbidden, match="已经撤销"):
        await world.acting(daughter, grant)


async def test_the_handler_renounces(world: CompanyWorld) -> None:
    mother, daughter, grant = await world.handled()
    ended = await world.revoke(daughter, grant)
    assert ended.events[-1].action == "grant.renounced"
    assert {order.to for order in ended.events[-1].notices} == {mother.id, daughter.id}


async def test_a_representative_who_names_themselves_holds_it_at_once(world: CompanyWorld) -> None:
    mother = await world.proven(world.mother)
    grant = await world.grants.create(world.act(mother), world.company_body(world.mother))
    assert (grant.state, grant.agent, grant.representative) == (GrantState.ACTIVE, mother.id, mother.id)
    assert (grant.invitation, grant.target) == (None, None)
    assert [order.to for order in (await world.state(grant)).events[0].notices] == [mother.id], "told once"
    await world.used(await world.acting(mother, grant))
    assert world.grants.view(grant, world.act(mother)).you is Side.PRINCIPAL
    assert (await world.revoke(mother, grant)).events[-1].action == "grant.revoked"


async def test_names_are_typed_in_many_ways(world: CompanyWorld) -> None:
    world.keeps_enterprise("91990101MA9900028M", "江州绿源（云城）有限公司", world.mother)
    mother = await world.proven(world.mother)
    typed = {"uscc": " 91990101ma9900028m", "name": "江州绿源(云城) 有限公司"}
    grant = await world.grants.create(world.act(mother), world.company_body(enterprise=typed))
    assert grant.person_name == "江州绿源（云城）有限公司"


async def test_only_the_legal_representative_names_a_handler(world: CompanyWorld) -> None:
    stranger = await world.proven(world.stranger)
    with pytest.raises(Forbidden, match="法定代表人不是您"):
        await world.grants.create(world.act(stranger), world.company_body())
    assert await world.store.enterprises.count({}) == 0
    assert await world.store.grants.count({}) == 0


@pytest.mark.parametrize(("state", "told"), [(EnterpriseState.DEREGISTERED, "已注销"), (EnterpriseState.REVOKED, "吊销")])
async def test_a_company_that_exists_no_more_names_nobody(world: CompanyWorld, state: EnterpriseState, told: str) -> None:
    mother = await world.proven(world.mother)
    world.enterprises.keeps(USCC, state=state)
    with pytest.raises(Conflict, match=told):
        await world.grants.create(world.act(mother), world.company_body())


@pytest.mark.parametrize(
    ("company", "pointer"),
    [({"uscc": "91990101MA9900036G", "name": NAME}, "/enterprise/uscc"), ({"uscc": USCC, "name": "晨光"}, "/enterprise/name")],
)
async def test_a_company_the_register_does_not_know_is_told_with_a_pointer(
    world: CompanyWorld, company: dict[str, str], pointer: str
) -> None:
    mother = await world.proven(world.mother)
    with pytest.raises(Invalid) as raised:
        await world.grants.create(world.act(mother), world.company_body(enterprise=company))
    assert [fault.pointer for fault in raised.value.errors] == [pointer]


@pytest.mark.parametrize(
    "more",
    [
        {"enterprise": None},
        {"enterprise": {"uscc": "91990101MA990001XA", "name": NAME}},
        {"basis": "delegation"},
        {"agent": None, "principal": {"name": "王桂芳"}},
        {"agent": None},
    ],
)
async def test_what_does_not_go_together_is_refused(world: CompanyWorld, more: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        world.company_body(**more)


async def test_a_silent_register_is_told_and_nothing_is_written(world: CompanyWorld) -> None:
    mother = await world.proven(world.mother)
    world.enterprises.down = True
    with pytest.raises(Unavailable):
        await world.grants.create(world.act(mother), world.company_body())
    assert await world.store.grants.count({}) == 0


async def test_items_of_people_and_of_companies_are_kept_apart(world: CompanyWorld) -> None:
    mother = await world.proven(world.mother)
    with pytest.raises(Invalid, match="单位经办人"):
        await world.grants.create(world.act(mother), world.company_body(items=[ITEM]))
    with pytest.raises(Invalid, match="请选择"):
        await world.grants.create(world.act(mother), world.company_body(items=[]))
    with pytest.raises(Invalid, match="不接受以委托方式"):
        await world.offered(mother, items=[PROOF])


async def test_the_rules_for_people_hold_here_too(world: CompanyWorld) -> None:
    matched = await world.matched(world.mother)
    with pytest.raises(ProofNeeded):
        await world.grants.create(world.act(matched), world.company_body())
    world.later(minutes=2)
    mother, teenager = await world.proven(world.mother), await world.matched(world.teenager)
    offer = await world.grants.create(world.act(mother), world.company_body(world.teenager))
    with pytest.raises(Forbidden, match="18 周岁"):
        await world.grants.offers.accept(world.act(teenager), offer.id, AnswerBody())
    acting = Acting(grant="grant_x", principal="enterprise_x", principal_name=NAME, items=frozenset({PROOF}), powers=frozenset(Power))
    with pytest.raises(Forbidden, match="不能转给别人"):
        await world.grants.create(world.act(mother, acting=acting), world.company_body())
    world.mother.valid_until = date(2026, 1, 1)
    with pytest.raises(Forbidden, match="有效期"):
        await world.grants.create(world.act(mother), world.company_body(world.mother))


async def test_an_offer_falls_when_the_register_changed_before_it_is_accepted(world: CompanyWorld) -> None:
    mother, daughter = await world.proven(world.mother), await world.matched(world.daughter)
    offer = await world.grants.create(world.act(mother), world.company_body())
    world.succeeds(world.stranger)
    with pytest.raises(Conflict, match="法定代表人的登记已变更"):
        await world.grants.offers.accept(world.act(daughter), offer.id, AnswerBody())
    ended = await world.state(offer)
    assert (ended.state, ended.reason) == (GrantState.ENDED, "法定代表人的登记已变更")
    assert [order.to for order in ended.events[-1].notices] == [mother.id]


async def test_an_offer_is_not_accepted_while_the_register_is_silent(world: CompanyWorld) -> None:
    mother, daughter = await world.proven(world.mother), await world.matched(world.daughter)
    offer = await world.grants.create(world.act(mother), world.company_body())
    world.enterprises.down = True
    with pytest.raises(Unavailable):
        await world.grants.offers.accept(world.act(daughter), offer.id, AnswerBody())
    world.enterprises.down = False
    assert (await world.grants.offers.accept(world.act(daughter), offer.id, AnswerBody())).state is GrantState.ACTIVE


def deregistered(world: CompanyWorld) -> None:
    world.enterprises.keeps(USCC, state=EnterpriseState.DEREGISTERED)


def renamed(world: CompanyWorld) -> None:
    world.enterprises.keeps(USCC, name="江州晨光印务有限公司")


def succeeded(world: CompanyWorld) -> None:
    world.succeeds(world.stranger)


def vanished(world: CompanyWorld) -> None:
    del world.enterprises.records[USCC]


CHANGES = [(succeeded, "法定代表人"), (deregistered, "已注销"), (renamed, "单位名称"), (vanished, "查不到")]


@pytest.mark.parametrize(("change", "told"), CHANGES)
async def test_the_daily_look_ends_a_grant_the_register_no_longer_supports(world: CompanyWorld, change: Any, told: str) -> None:
    mother, daughter, grant = await world.handled()
    change(world)
    await world.people.enterprises.recheck()
    assert (await world.state(grant)).state is GrantState.ACTIVE, "looked at a day later"
    world.later(days=1)
    await world.people.enterprises.recheck()
    with pytest.raises(Forbidden, match=told):
        await world.acting(daughter, grant)
    await world.deliver()
    await world.deliver()
    ended = await world.state(grant)
    assert (ended.state, told in ended.reason) == (GrantState.ENDED, True)
    assert [event.action for event in ended.events].count("grant.ended") == 1
    assert [order.to for order in ended.events[-1].notices] == [mother.id, daughter.id]
    with pytest.raises(Forbidden, match=told):
        await world.acting(daughter, grant)


@pytest.mark.parametrize(("change", "told"), CHANGES)
async def test_a_use_a_day_later_asks_the_register_itself(world: CompanyWorld, change: Any, told: str) -> None:
    _, daughter, grant = await world.handled()
    change(world)
    world.later(days=1)
    with pytest.raises(Forbidden, match=told):
        await world.acting(daughter, grant)
    assert (await world.state(grant)).state is GrantState.ENDED


async def test_the_register_is_asked_once_a_day_and_its_last_answer_serves_as_long(world: CompanyWorld) -> None:
    _, daughter, grant = await world.handled()
    asked = world.enterprises.asked
    world.enterprises.down = True
    world.later(hours=23)
    await world.used(await world.acting(daughter, grant))
    assert world.enterprises.asked == asked
    world.later(hours=2)
    with pytest.raises(Unavailable, match="企业登记系统暂时没有回应"):
        await world.acting(daughter, grant)
    assert (await world.state(grant)).state is GrantState.ACTIVE, "silence ends nothing"
    world.enterprises.down = False
    await world.used(await world.acting(daughter, grant))
    await world.used(await world.acting(daughter, grant))
    assert world.enterprises.asked == asked + 2


async def test_an_act_begun_before_the_register_spoke_does_not_go_through(world: CompanyWorld) -> None:
    _, daughter, grant = await world.handled()
    act = await world.acting(daughter, grant)
    world.succeeds(world.stranger)
    await world.people.enterprises.confirm(await world.people.enterprises.get(grant.person or ""))
    assert (await world.state(grant)).state is GrantState.ACTIVE, "its end has not been delivered yet"
    with pytest.raises(Forbidden, match="法定代表人"):
        await world.used(act)
    assert await world.done() == 0


async def test_a_new_representative_names_anew_and_may_ask_for_the_end(world: CompanyWorld) -> None:
    mother, daughter, grant = await world.handled()
    stranger = await world.proven(world.stranger)
    with pytest.raises(NotFound):
        await world.revoke(stranger, grant)
    world.succeeds(world.stranger)
    with pytest.raises(Conflict, match="已终止"):
        await world.revoke(stranger, grant)
    assert (await world.state(grant)).state is GrantState.ENDED
    with pytest.raises(Forbidden, match="法定代表人不是您"):
        await world.grants.create(world.act(mother), world.company_body())
    offer = await world.grants.create(world.act(stranger), world.company_body())
    again = await world.grants.offers.accept(world.act(daughter), offer.id, AnswerBody())
    assert (again.person, again.term) == (grant.person, grant.term + 1)
    await world.used(await world.acting(daughter, again))


async def test_a_company_that_comes_back_names_its_handlers_anew(world: CompanyWorld) -> None:
    _, daughter, grant = await world.handled()
    renamed(world)
    enterprises = world.people.enterprises
    await enterprises.confirm(await enterprises.get(grant.person or ""))
    assert (await enterprises.get(grant.person or "")).gone
    renamed_company = {"uscc": USCC, "name": "江州晨光印务有限公司"}
    mother = CitizenActor(id=grant.representative or "", name="王桂芳", level=2)
    offer = await world.grants.create(world.act(mother), world.company_body(enterprise=renamed_company))
    again = await world.grants.offers.accept(world.act(daughter), offer.id, AnswerBody())
    assert (again.person, again.person_name) == (grant.person, "江州晨光印务有限公司")
    deregistered(world)
    await enterprises.confirm(await enterprises.get(grant.person or ""))
    world.enterprises.keeps(USCC, state=EnterpriseState.EXISTING)
    back = await enterprises.confirm(await enterprises.get(grant.person or ""))
    assert not back.gone
    with pytest.raises(Forbidden):
        await world.acting(daughter, again)


async def test_the_death_of_the_representative_ends_nothing_until_the_register_names_another(world: CompanyWorld) -> None:
    mother, daughter, grant = await world.handled()
    row = OutboxRow("evt", world.clock.now(), "person.deceased", f"citizens/{mother.id}", mother.id, {}, {}, [])
    await world.people.mark_deceased(world.people.system_act(), mother.id, world.day(0))
    await world.grants.endings.on_person_deceased(row)
    await world.used(await world.acting(daughter, grant))
    world.succeeds(world.stranger)
    world.later(days=1)
    with pytest.raises(Forbidden, match="法定代表人"):
        await world.acting(daughter, grant)


async def test_the_death_of_the_handler_ends_it_and_the_representative_is_told(world: CompanyWorld) -> None:
    mother, daughter, grant = await world.handled()
    row = OutboxRow("evt", world.clock.now(), "person.deceased", f"citizens/{daughter.id}", daughter.id, {}, {}, [])
    await world.grants.endings.on_person_deceased(row)
    ended = await world.state(grant)
    assert ended.state is GrantState.ENDED
    assert [order.to for order in ended.events[-1].notices] == [mother.id]


async def test_no_act_is_written_after_the_revocation_it_races(world: CompanyWorld) -> None:
    mother, daughter, grant = await world.handled()
    acts = [await world.acting(daughter, grant) for _ in range(12)]
    revoked = world.grants.endings.end(world.act(mother), grant.id, EndBody())
    outcomes = await asyncio.gather(
        *(world.used(act) for act in acts[:6]), revoked, *(world.used(act) for act in acts[6:]), return_exceptions=True
    )
    assert all(isinstance(each, (str, Grant, Forbidden)) for each in outcomes)
    ended = await world.state(grant)
    assert (ended.state, ended.uses, ended.events[-1].action) == (GrantState.REVOKED, await world.done(), "grant.revoked")


async def test_two_representatives_at_once_register_one_company(world: CompanyWorld) -> None:
    mother = await world.proven(world.mother)
    made = await asyncio.gather(*(world.grants.create(world.act(mother), world.company_body()) for _ in range(4)))
    assert len({grant.person for grant in made}) == 1
    assert await world.store.enterprises.count({}) == 1


async def test_the_representatives_number_is_sealed_and_the_company_is_not(world: CompanyWorld) -> None:
    await world.handled()
    raw = await world.store._plain[world.store.database].enterprises.find_one({})  # pyright: ignore[reportPrivateUsage]
    assert raw is not None
    assert (raw["uscc"], raw["name"]) == (USCC, NAME)
    assert world.mother.number not in str(raw)
    assert isinstance(raw["representative"]["number"], bytes)


def heard(world: CompanyWorld, agent: Person, **more: Any) -> StaffGrantBody:
    until = world.day(30).isoformat()
    told = {"place": "4号窗口", "method": "in_person", "note": "法定代表人带营业执照来，当面说由她经办"}
    people = {"principal": world.mother.document.model_dump(mode="json"), "agent": agent.document.model_dump(mode="json")}
    body = {"basis": "company", "enterprise": COMPANY, "items": [PROOF], "until": until, "heard": told, **people, **more}
    return StaffGrantBody.model_validate_json(json.dumps(body))


@pytest.mark.parametrize("oneself", [False, True])
async def test_a_representative_without_a_phone_is_heard_at_the_counter(world: CompanyWorld, oneself: bool) -> None:
    agent = world.mother if oneself else world.daughter
    clerk = world.clerk(Role.RECEPTIONIST)
    await world.attested(clerk, world.mother)
    grant = await world.grants.hearings.grant(world.act(clerk), heard(world, agent))
    assert (grant.state, grant.person_name, grant.offered_by) == (GrantState.ACTIVE, NAME, Side.STAFF)
    assert (grant.representative == grant.agent) is oneself
    actor = CitizenActor(id=grant.agent or "", name=agent.name, level=1)
    await world.used(await world.acting(actor, grant))


async def test_at_the_counter_the_register_is_believed_and_not_the_visitor(world: CompanyWorld) -> None:
    world.succeeds(world.stranger)
    clerk = world.clerk(Role.RECEPTIONIST)
    await world.attested(clerk, world.mother)
    with pytest.raises(Forbidden, match="法定代表人不是"):
        await world.grants.hearings.grant(world.act(clerk), heard(world, world.daughter))
    with pytest.raises(ValidationError):
        heard(world, world.daughter, enterprise=None)

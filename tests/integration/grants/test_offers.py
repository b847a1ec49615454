"""Offers by either side, by document, by phone, by QR code; and everything that is refused."""

import asyncio
import re
from datetime import date, timedelta
from typing import Any

import pytest

from backend.errors import Conflict, Forbidden, Invalid, NotFound, ProofNeeded, StaleVersion
from backend.notices.templates import NoticeTemplates
from models.acts import Act, Acting, Power
from models.grants import AnswerBody, EndBody, GrantsQuery, GrantState, Side
from tests.grants_world import ITEM, NOT_BY_PROXY, OTHER_ITEM, GrantsWorld
from tests.sandbox_control import ROOT


async def test_a_principal_names_an_agent_who_agrees(world: GrantsWorld) -> None:
    mother, daughter, grant = await world.granted()
    assert grant.state is GrantState.ACTIVE
    assert (grant.person, grant.person_name, grant.agent, grant.agent_name) == (mother.id, "王桂芳", daughter.id, "李敏")
    assert grant.consent is not None
    assert grant.powers == [Power.SUBMIT, Power.MEND, Power.SEE, Power.COLLECT, Power.WITHDRAW]
    assert grant.until.date() == world.day(31)  # the midnight that ends the last day
    assert [[(order.to, order.template) for order in event.notices] for event in grant.events] == [
        [(daughter.id, "grant_offered")],
        [(mother.id, "grant_accepted"), (daughter.id, "grant_accepted")],
    ]


async def test_notices_are_whole_sentences_whoever_is_known_yet(world: GrantsWorld) -> None:
    mother, daughter = await world.proven(world.mother), await world.matched(world.daughter)
    named = await world.offered(mother)
    data = (await world.grants.get(world.act(mother), named.id)).events[0].notices[0].data
    assert (data["principal"], data["agent"], data["until"], data["at"]) == ("王*芳", "李*", "2026年12月23日", "2026年11月23日 10:00")
    assert data["asks"] == "王*芳想请您代办"
    open_to_all = await world.offered(mother, agent={})
    declined = await world.grants.offers.decline(world.act(daughter), open_to_all.id, AnswerBody(token=open_to_all.invitation))
    assert declined.events[-1].notices[0].data["agent"] == "对方"


async def test_every_notice_ordered_has_its_text() -> None:
    templates = NoticeTemplates.load(ROOT / "catalogue" / "notices.yaml")
    sources = [*(ROOT / "backend" / "grants").glob("*.py"), *(ROOT / "backend" / "people").glob("*.py")]
    ordered = {name for source in sources for name in re.findall(r'"((?:grant|guardianship|identity)_[a-z_]+)"', source.read_text())}
    ordered |= {f"grant_{verb}" for verb in ("revoked", "renounced")}
    assert ordered - templates.keys() == set()


async def test_an_agent_asks_and_the_principal_agrees_at_level_two(world: GrantsWorld) -> None:
    mother, daughter = await world.matched(world.mother), await world.matched(world.daughter)
    offer = await world.grants.create(world.act(daughter), world.body(principal=world.party(world.mother)))
    assert (offer.state, offer.person, offer.offered_by) == (GrantState.INVITED, None, Side.AGENT)
    [told] = (await world.grants.get(world.act(mother), offer.id)).events[0].notices
    assert (told.to, told.data["asks"]) == (mother.id, "李*想替您代办")
    with pytest.raises(ProofNeeded, match="本人的意愿"):
        await world.grants.offers.accept(world.act(mother), offer.id, AnswerBody())
    world.later(minutes=2)
    proven = await world.proven(world.mother)
    grant = await world.grants.offers.accept(world.act(proven), offer.id, AnswerBody())
    assert (grant.state, grant.person, grant.agent) == (GrantState.ACTIVE, mother.id, daughter.id)


async def test_a_principal_below_level_two_cannot_offer(world: GrantsWorld) -> None:
    mother = await world.matched(world.mother)
    with pytest.raises(ProofNeeded):
        await world.offered(mother)


async def test_a_proof_that_ran_out_meanwhile_is_no_consent(world: GrantsWorld) -> None:
    mother = await world.proven(world.mother)
    world.later(minutes=31)
    with pytest.raises(ProofNeeded):
        await world.offered(mother)


async def test_an_offer_by_phone_reaches_who_has_that_phone_and_that_name(world: GrantsWorld) -> None:
    mother, daughter = await world.proven(world.mother), await world.matched(world.daughter)
    other = await world.matched(world.stranger)
    offer = await world.offered(mother, agent={"name": "李 敏", "phone": "16900000002"})
    assert [each.id for each in await world.grants.mine(world.act(daughter), GrantsQuery())] == [offer.id]
    assert await world.grants.mine(world.act(other), GrantsQuery()) == []
    assert (await world.grants.offers.accept(world.act(daughter), offer.id, AnswerBody())).state is GrantState.ACTIVE


async def test_an_offer_to_somebody_unknown_looks_the_same_and_waits_for_them(world: GrantsWorld) -> None:
    mother = await world.proven(world.mother)
    unknown = await world.offered(mother)
    stranger = world.party(world.stranger) | {"name": "没有这人"}
    nobody = await world.offered(mother, agent=stranger)
    first, second = (world.grants.view(each, world.act(mother)).model_dump() for each in (unknown, nobody))
    for view in (first, second):
        for field in ("id", "invitation"):
            view.pop(field)
    assert first["agent"] == {"name": "李*", "document_title": "", "id_number": "", "known": False}
    assert second["agent"] == {"name": "没**人", "document_title": "", "id_number": "", "known": False}
    assert {**first, "agent": None} == {**second, "agent": None}
    daughter = await world.matched(world.daughter)
    listed = await world.grants.mine(world.act(daughter), GrantsQuery())
    assert [each.id for each in listed] == [unknown.id]


async def test_numbers_of_offers_are_sealed(world: GrantsWorld) -> None:
    mother = await world.proven(world.mother)
    await world.offered(mother)
    await world.offered(mother, agent={"name": "李敏", "phone": "16900000002"})
    stored = str([each async for each in world.store._plain[world.store.database]["grants"].find({})])
    assert world.daughter.number not in stored
    assert "16900000002" not in stored


async def test_a_qr_code_lets_its_holder_agree_once(world: GrantsWorld) -> None:
    mother, daughter = await world.proven(world.mother), await world.matched(world.daughter)
    other = await world.matched(world.stranger)
    offer = await world.offered(mother, agent={})
    invitation = world.grants.view(offer, world.act(mother)).invitation
    assert invitation is not None
    assert len(invitation.token) <= 32
    assert await world.grants.invitation_code(world.act(mother), offer.id) == f"packages/family/grant/grant?{invitation.token}".encode()
    seen = await world.grants.offers.by_token(world.act(daughter), invitation.token)
    view = world.grants.view(seen, world.act(daughter))
    assert (view.principal.name, view.invitation, view.actions, view.you) == ("王*芳", None, ["accept", "decline"], Side.AGENT)
    with pytest.raises(NotFound):  # the id alone opens nothing
        await world.grants.offers.accept(world.act(daughter), offer.id, AnswerBody())
    await world.grants.offers.accept(world.act(daughter), offer.id, AnswerBody(token=invitation.token))
    with pytest.raises(NotFound):
        await world.grants.offers.by_token(world.act(other), invitation.token)
    with pytest.raises(NotFound):
        await world.grants.offers.accept(world.act(other), offer.id, AnswerBody(token=invitation.token))


async def test_a_qr_code_for_a_name_is_for_that_name(world: GrantsWorld) -> None:
    mother, other = await world.proven(world.mother), await world.matched(world.stranger)
    offer = await world.offered(mother, agent={"name": "李敏"})
    with pytest.raises(NotFound):
        await world.grants.offers.accept(world.act(other), offer.id, AnswerBody(token=offer.invitation))
    daughter = await world.matched(world.daughter)
    await world.grants.offers.accept(world.act(daughter), offer.id, AnswerBody(token=offer.invitation))


async def test_an_offer_can_be_declined_taken_back_and_lapses(world: GrantsWorld) -> None:
    mother, daughter = await world.proven(world.mother), await world.matched(world.daughter)
    declined, withdrawn, forgotten = [await world.offered(mother) for _ in range(3)]
    answer = await world.grants.offers.decline(world.act(daughter), declined.id, AnswerBody())
    assert (answer.state, answer.events[-1].notices[0].to) == (GrantState.DECLINED, mother.id)
    taken = await world.grants.endings.end(world.act(mother), withdrawn.id, EndBody())
    assert (taken.state, taken.events[-1].action) == (GrantState.REVOKED, "grant.taken_back")
    world.later(days=8)
    with pytest.raises(NotFound, match="过期"):
        await world.grants.offers.accept(world.act(daughter), forgotten.id, AnswerBody())
    await world.grants.tick()
    assert (await world.grants.get(world.act(mother), forgotten.id)).state is GrantState.EXPIRED
    for offer in (declined, withdrawn, forgotten):
        with pytest.raises(NotFound):
            await world.grants.offers.accept(world.act(daughter), offer.id, AnswerBody())


async def test_two_answers_at_once_are_one_answer(world: GrantsWorld) -> None:
    mother, daughter = await world.proven(world.mother), await world.matched(world.daughter)
    offer = await world.offered(mother)
    outcomes = await asyncio.gather(
        *(world.grants.offers.accept(world.act(daughter), offer.id, AnswerBody()) for _ in range(3)),
        *(world.grants.offers.decline(world.act(daughter), offer.id, AnswerBody()) for _ in range(3)),
        return_exceptions=True,
    )
    assert sum(not isinstance(each, BaseException) for each in outcomes) == 1
    assert all(isinstance(each, (StaleVersion, NotFound, Conflict)) for each in outcomes if isinstance(each, BaseException))


async def test_the_same_request_twice_makes_one_offer(world: GrantsWorld) -> None:
    mother = await world.proven(world.mother)
    act = world.act(mother)
    body = world.body(agent=world.party(world.daughter))
    first, second = await world.grants.create(act, body), await world.grants.create(act, body)
    assert first.id == second.id
    assert await world.store.grants.count({}) == 1


@pytest.mark.parametrize(
    ("terms", "pointer", "said"),
    [
        ({"items": []}, "/items", "选择要委托"),
        ({"items": [NOT_BY_PROXY]}, "/items/0", "不能由别人代办"),
        ({"items": [ITEM, "nothing"]}, "/items/1", "没有"),
        ({"until": "2026-11-22"}, "/until", "晚于"),
        ({"until": "2028-11-22"}, "/until", "最长"),
        ({"until": None}, "/until", "哪一天"),
        ({"from": "2026-12-30", "until": "2026-12-01"}, "/until", "晚于"),
        ({"powers": []}, "/powers", "至少"),
        ({"items": ["fp-reward-audit"], "powers": ["collect"]}, "/powers", "领取"),
    ],
)
async def test_terms_that_cannot_be_are_refused_at_their_place(world: GrantsWorld, terms: dict[str, Any], pointer: str, said: str) -> None:
    mother = await world.proven(world.mother)
    with pytest.raises(Invalid) as caught:
        await world.offered(mother, **terms)
    assert caught.value.errors[0].pointer == pointer
    assert said in caught.value.errors[0].detail


async def test_what_one_item_does_not_need_is_taken_from_no_other(world: GrantsWorld) -> None:
    _, daughter, grant = await world.granted(items=[ITEM, "retiree-proof"])
    assert grant.powers == list(Power), "an instant proof has nothing to mend; the allowance has"
    act = await world.acting(daughter, grant)
    await world.do(act, Power.MEND, ITEM)
    with pytest.raises(Forbidden, match="不能代为补正"):
        await world.do(act, Power.MEND, "retiree-proof")


async def test_a_grant_to_oneself_is_refused_however_it_is_named(world: GrantsWorld) -> None:
    mother = await world.proven(world.mother)
    for party in (world.party(world.mother), {"name": "王桂芳", "phone": "16900000001"}):
        with pytest.raises(Conflict, match="自己"):
            await world.offered(mother, agent=party)
    offer = await world.offered(mother, agent={})
    with pytest.raises(Conflict, match="自己"):
        await world.grants.offers.accept(world.act(mother), offer.id, AnswerBody(token=offer.invitation))


async def test_an_agent_cannot_pass_a_grant_on(world: GrantsWorld) -> None:
    _, daughter, grant = await world.granted()
    act = await world.acting(daughter, grant)
    with pytest.raises(Forbidden, match="不能转给别人"):
        await world.grants.create(act, world.body(agent=world.party(world.stranger)))
    with pytest.raises(Forbidden, match="不能转给别人"):
        await world.grants.create(act, world.body(basis="guardianship", principal=world.party(world.child)))


async def test_minors_are_no_agents_and_do_not_delegate(world: GrantsWorld) -> None:
    mother, teenager = await world.proven(world.mother), await world.proven(world.teenager)
    offer = await world.offered(mother, agent=world.party(world.teenager))
    with pytest.raises(Forbidden, match="未满 18 周岁不能替别人办事"):
        await world.grants.offers.accept(world.act(teenager), offer.id, AnswerBody())
    with pytest.raises(Forbidden, match="未满 18 周岁不能替别人办事"):
        await world.grants.create(world.act(teenager), world.body(principal=world.party(world.mother)))
    with pytest.raises(Forbidden, match="监护人"):
        await world.offered(teenager)


async def test_a_person_without_capacity_does_not_delegate(world: GrantsWorld) -> None:
    mother = await world.proven(world.mother)
    world.mother.incapable = True
    with pytest.raises(Forbidden, match="没有民事行为能力"):
        await world.offered(mother)


async def test_an_agent_whose_document_ran_out_is_refused_when_agreeing_and_when_acting(world: GrantsWorld) -> None:
    mother, daughter, grant = await world.granted()
    world.daughter.valid_until = date(2026, 11, 30)
    offer = await world.offered(mother)
    await world.grants.offers.accept(world.act(daughter), offer.id, AnswerBody())
    await world.acting(daughter, grant)
    world.later(days=8)
    with pytest.raises(Forbidden, match="已过有效期"):
        await world.grants.resolve(daughter, grant.id)


async def test_the_dead_neither_grant_nor_act(world: GrantsWorld) -> None:
    mother, daughter = await world.proven(world.mother), await world.matched(world.daughter)
    offer = await world.offered(mother)
    world.mother.died_on = date(2026, 11, 23)
    with pytest.raises(Conflict, match="去世"):
        await world.grants.offers.accept(world.act(daughter), offer.id, AnswerBody())
    assert (await world.citizen(mother)).state == "deceased"


async def test_mutual_grants_are_fine(world: GrantsWorld) -> None:
    _, _, grant = await world.granted()
    world.later(minutes=2)
    daughter = await world.proven(world.daughter)
    token, _ = await world.sessions.login(world.public_act(), world.mother.name, "test")
    mother = await world.actor(token)
    offer = await world.grants.create(world.act(daughter), world.body(agent=world.party(world.mother), items=[OTHER_ITEM]))
    back = await world.grants.offers.accept(world.act(mother), offer.id, AnswerBody())
    assert (back.person, back.agent) == (grant.agent, grant.person)


async def test_others_see_nothing_of_a_grant(world: GrantsWorld) -> None:
    mother, _, grant = await world.granted()
    other = await world.matched(world.stranger)
    for look in (world.grants.get, world.grants.acts):
        with pytest.raises(NotFound):
            await look(world.act(other), grant.id)
    with pytest.raises(NotFound):
        await world.grants.endings.end(world.act(other), grant.id, EndBody())
    assert await world.grants.mine(world.act(other), GrantsQuery()) == []
    acting = Act(
        actor=mother,
        at=world.clock.now(),
        acting=Acting(grant="g", principal="p", principal_name="n", items=frozenset(), powers=frozenset()),
    )
    with pytest.raises(NotFound):
        await world.grants.acts(acting, grant.id)


async def test_the_list_pages_by_cursor(world: GrantsWorld) -> None:
    mother = await world.proven(world.mother)
    made = [(await world.offered(mother)).id for _ in range(5)]
    first = await world.grants.mine(world.act(mother), GrantsQuery(limit=2))
    assert [each.id for each in first] == made[:1:-1]
    rest = await world.grants.mine(world.act(mother), GrantsQuery(limit=4, cursor=first[1].id))
    assert [each.id for each in rest] == made[2::-1]
    invited = await world.grants.mine(world.act(mother), GrantsQuery(state=GrantState.ACTIVE))
    assert invited == []


async def test_an_offer_lives_no_longer_than_the_grant_it_offers(world: GrantsWorld) -> None:
    mother = await world.proven(world.mother)
    offer = await world.offered(mother, until=(world.clock.now() + timedelta(hours=2)).isoformat())
    assert offer.answer_by == offer.until

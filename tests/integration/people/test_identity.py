"""Level 1: codes, matches with the register, one person on several accounts."""

import asyncio
from dataclasses import replace
from datetime import date

import pytest

from backend import ids
from backend.errors import Conflict, Forbidden, Invalid, ProofNeeded, TooMany, Unavailable, WrongState
from models.acts import Act, CitizenActor
from models.people import ClaimedDocument, ProofBody, ProofMethod
from tests.people_world import Person, World, card

WANG = "99010119440308002"
LI = "99010119700912006"


def act_of(world: World, actor: object) -> Act:
    return Act(actor=actor, at=world.clock.now())  # pyright: ignore[reportArgumentType]


async def test_a_match_with_the_register_gives_level_one_at_once(world: World) -> None:
    person = world.knows("王桂芳", WANG)
    token, _ = await world.sessions.login(world.public_act(), "one", "phone")
    actor = await world.actor(token)
    citizen = await world.people.identity.bind(act_of(world, actor), await world.identity_body(actor, person, name=" 王 桂芳"))
    assert citizen.name == "王桂芳"
    now = await world.actor(token)
    assert (now.id, now.level, now.name) == (actor.id, 1, "王桂芳")


async def test_number_and_phone_are_sealed_and_in_no_event(world: World) -> None:
    person = world.knows("王桂芳", WANG, phone="16900000009")
    await world.matched(person)
    stored = [each async for each in world.store._plain[world.store.database]["citizens"].find({})]
    assert person.number not in str(stored)
    assert "16900000009" not in str(stored)
    assert "王桂芳" in str(stored)


@pytest.mark.parametrize(
    ("name", "number", "said"),
    [("王桂芬", WANG, "对不上"), ("王桂芳", "99010119440308004", "没有查到")],
)
async def test_what_the_register_does_not_confirm_is_refused(world: World, name: str, number: str, said: str) -> None:
    person = world.knows("王桂芳", WANG)
    actor = await world.login("one")
    body = await world.identity_body(actor, person)
    with pytest.raises(Invalid, match=said):
        await world.people.identity.bind(act_of(world, actor), body.model_copy(update={"name": name, "id_number": card(number)}))
    assert (await world.citizen(actor)).identity is None


async def test_the_dead_are_refused_in_clear_words(world: World) -> None:
    person = world.knows("李德山", "99010119400715005", died_on=date(2026, 5, 18))
    actor = await world.login("one")
    with pytest.raises(Conflict, match="已经去世"):
        await world.people.identity.bind(act_of(world, actor), await world.identity_body(actor, person))


async def test_a_wrong_code_says_how_many_tries_are_left_and_a_right_one_survives_a_typing_error(world: World) -> None:
    person = world.knows("王桂芳", WANG)
    actor = await world.login("one")
    body = await world.identity_body(actor, person)
    wrong = body.model_copy(update={"sms_code": "000000" if body.sms_code != "000000" else "000001"})
    with pytest.raises(Invalid, match="还可以再试 2 次") as caught:
        await world.people.identity.bind(act_of(world, actor), wrong)
    assert caught.value.extra == {"remaining": 2}
    with pytest.raises(Invalid, match="对不上"):
        await world.people.identity.bind(act_of(world, actor), body.model_copy(update={"name": "王桂"}))
    await world.people.identity.bind(act_of(world, actor), body)


async def test_parallel_guesses_are_three_guesses(world: World) -> None:
    actor = await world.login("one")
    code = await world.code(actor, "16900000001")
    wrong = [f"{number:06}" for number in range(40) if f"{number:06}" != code]

    async def guess(text: str) -> str:
        try:
            await world.people.codes.check(actor.id, "16900000001", text)
        except Invalid as error:
            return error.detail
        return "right"

    said = await asyncio.gather(*(guess(text) for text in wrong))
    assert sum("验证码不对" in each for each in said) == 3
    assert await guess(code) != "right"


async def test_a_code_is_used_once_expires_and_belongs_to_its_account(world: World) -> None:
    person = world.knows("王桂芳", WANG)
    one, two = await world.login("one"), await world.login("two")
    body = await world.identity_body(one, person)
    with pytest.raises(Invalid, match="失效"):
        await world.people.identity.bind(act_of(world, two), body)
    await world.people.identity.bind(act_of(world, one), body)
    with pytest.raises(Invalid, match="失效"):
        await world.people.codes.check(one.id, body.phone, body.sms_code)
    world.later(minutes=2)
    late = await world.code(two, "16900000001")
    world.later(minutes=5)
    with pytest.raises(Invalid, match="失效"):
        await world.people.codes.check(two.id, "16900000001", late)


async def test_codes_are_limited_by_pair_by_phone_and_by_account(world: World) -> None:
    actor = await world.login("one")
    await world.people.codes.send(actor.id, "16900000001")
    with pytest.raises(TooMany) as caught:
        await world.people.codes.send(actor.id, "16900000001")
    assert 0 < caught.value.retry_after <= 61
    for number in range(9):  # relatives on the same phone
        await world.people.codes.send(f"citizen-{number}", "16900000001")
    with pytest.raises(TooMany, match="一小时"):
        await world.people.codes.send("citizen-9", "16900000001")
    for number in range(19):
        await world.people.codes.send(actor.id, f"169000001{number:02}")
    with pytest.raises(TooMany, match="今天"):
        await world.people.codes.send(actor.id, "16900000199")


async def test_a_code_that_could_not_be_sent_may_be_asked_for_again_at_once(world: World) -> None:
    actor = await world.login("one")
    world.sms.down = True
    with pytest.raises(Unavailable):
        await world.people.codes.send(actor.id, "16900000001")
    world.sms.down = False
    await world.people.codes.send(actor.id, "16900000001")


async def test_guessing_names_and_numbers_is_limited(world: World) -> None:
    person = world.knows("王桂芳", WANG)
    actor = await world.login("one")
    body = (await world.identity_body(actor, person)).model_copy(update={"name": "王大"})
    for _ in range(10):
        with pytest.raises(Invalid):
            await world.people.identity.bind(act_of(world, actor), body)
    with pytest.raises(TooMany):
        await world.people.identity.bind(act_of(world, actor), body)


async def test_relatives_share_a_phone(world: World) -> None:
    mother = await world.matched(world.knows("王桂芳", WANG))
    daughter = await world.matched(world.knows("李敏", LI))
    assert mother.id != daughter.id
    assert (mother.level, daughter.level) == (1, 1)


async def test_an_account_is_one_person(world: World) -> None:
    actor = await world.matched(world.knows("王桂芳", WANG))
    other = world.knows("李敏", LI)
    world.later(minutes=2)
    with pytest.raises(Conflict, match="王\\*芳"):
        await world.people.identity.bind(act_of(world, actor), await world.identity_body(actor, other))


async def test_a_new_account_with_the_same_phone_takes_the_person_over_and_the_old_one_is_told(world: World) -> None:
    person = world.knows("王桂芳", WANG)
    old_token, _ = await world.sessions.login(world.public_act(), "old", "phone")
    old = await world.actor(old_token)
    await world.people.identity.bind(act_of(world, old), await world.identity_body(old, person))
    new_token, _ = await world.sessions.login(world.public_act(), "new", "phone")
    new = await world.actor(new_token)
    await world.people.identity.bind(act_of(world, new), await world.identity_body(new, person))
    assert await world.sessions.citizen(old_token) is None
    moved = await world.actor(new_token)
    assert (moved.id, moved.level) == (old.id, 1)
    assert [(each.openid, each.until is None) for each in (await world.citizen(moved)).bindings] == [
        ("openid-old", False),
        ("openid-new", True),
    ]
    left = await world.login("old")
    assert left.id != old.id
    assert left.level == 0
    events = (await world.citizen(left)).events
    assert [(each.action, [notice.template for notice in each.notices]) for each in events if each.notices] == [
        ("person.moved_out", ["identity_moved"])
    ]


async def test_name_and_number_alone_do_not_take_a_person_over(world: World) -> None:
    person = world.knows("王桂芳", WANG)
    owner = await world.matched(person)
    thief = await world.login("thief")
    body = await world.identity_body(thief, person, phone="16900000077")
    with pytest.raises(ProofNeeded, match="国家网络身份认证"):
        await world.people.identity.bind(act_of(world, thief), body)
    assert (await world.citizen(owner)).openid == f"openid-{person.name}"
    with pytest.raises(Invalid, match="不是从这个微信账号发起"):
        await world.people.identity.bind(act_of(world, thief), body.model_copy(update={"proof": proof_of("unknown")}))


def proof_of(token: str) -> ProofBody:
    return ProofBody(method=ProofMethod.NETWORK_IDENTITY, token=token)


async def claimed(world: World, actor: CitizenActor, person: Person, *, agrees: Person | None = None) -> str:
    """The token of a claim begun by `actor`; `agrees`: who confirms it, where not the person themselves."""
    document = ClaimedDocument(document_type=person.document_type, id_number=person.number, name=person.name)
    started = await world.people.identity.claim(act_of(world, actor), document)
    world.network.tokens[started.token] = agrees or person
    return started.token


async def test_what_the_person_proved_to_their_old_account_opens_nothing_to_a_new_one(world: World) -> None:
    person = world.knows("王桂芳", WANG)
    owner = await world.proven(person)
    thief = await world.login("thief")
    body = await world.identity_body(thief, person, phone="16900000077")
    with pytest.raises(ProofNeeded):
        await world.people.identity.bind(act_of(world, thief), body)
    stolen = ids.token(64)
    world.network.tokens[stolen] = person
    with pytest.raises(Invalid, match="不是从这个微信账号发起"):
        await world.people.identity.bind(act_of(world, thief), body.model_copy(update={"proof": proof_of(stolen)}))
    assert stolen in world.network.tokens
    world.later(minutes=2)
    again = await world.login("another phone's new account")
    moved = await world.people.identity.bind(act_of(world, again), await world.identity_body(again, person))
    assert (moved.id, moved.level(world.clock.now())) == (owner.id, 1), "the old account's half hour ends with it"


async def test_a_claim_is_of_one_account_one_document_and_one_person(world: World) -> None:
    person, other = world.knows("王桂芳", WANG), world.knows("李敏", LI)
    for each in (person, other):
        await world.people.find_or_register(world.act(world.clerk()), each.document)
    one, two = await world.login("one"), await world.login("two")
    token = await claimed(world, one, person)
    assert [(key.name, purpose) for key, purpose in world.network.asked] == [("王桂芳", "把您的身份绑定到一个新的微信账号")]
    elsewhere = await world.identity_body(two, person, phone="16900000077", proof=proof_of(token))
    with pytest.raises(Invalid, match="不是从这个微信账号发起"):
        await world.people.identity.bind(act_of(world, two), elsewhere)
    for_another = await world.identity_body(one, other, phone="16900000077", proof=proof_of(token))
    with pytest.raises(Forbidden, match="不是同一个人"):
        await world.people.identity.bind(act_of(world, one), for_another)
    deceived = await claimed(world, two, person, agrees=other)
    with pytest.raises(Forbidden, match="不是同一个人"):
        await world.people.identity.bind(act_of(world, two), elsewhere.model_copy(update={"proof": proof_of(deceived)}))
    world.later(minutes=2)
    old, new = token, await claimed(world, one, person)
    body = await world.identity_body(one, person, phone="16900000078", proof=proof_of(old))
    with pytest.raises(Invalid, match="不是从这个微信账号发起"):
        await world.people.identity.bind(act_of(world, one), body)
    bound = await world.people.identity.bind(act_of(world, one), body.model_copy(update={"proof": proof_of(new)}))
    assert (bound.name, bound.phone, bound.level(world.clock.now())) == ("王桂芳", "16900000078", 1)


async def test_claims_are_no_oracle_and_limited(world: World) -> None:
    person = world.knows("王桂芳", WANG)
    actor = await world.login("one")
    with pytest.raises(Invalid, match="对不上"):
        await claimed(world, actor, replace(person, name="王大"))
    assert world.network.asked == []
    for service in (world.network, world.population):
        service.down = True
        with pytest.raises(Unavailable):
            await claimed(world, actor, person)
        service.down = False
    for _ in range(8):
        await claimed(world, actor, person)
    with pytest.raises(TooMany, match="明天"):
        await claimed(world, actor, person)
    bound = await world.matched(world.knows("李敏", LI))
    with pytest.raises(WrongState, match="已经实名"):
        await claimed(world, bound, person)


async def test_a_proof_of_the_person_moves_them_to_another_phone_and_the_old_phone_is_told(world: World) -> None:
    person = world.knows("王桂芳", WANG)
    owner = await world.matched(person, "old")
    new = await world.login("new")
    proof = proof_of(await claimed(world, new, person))
    citizen = await world.people.identity.bind(act_of(world, new), await world.identity_body(new, person, phone="16900000077", proof=proof))
    assert (citizen.id, citizen.phone) == (owner.id, "16900000077")
    left = await world.citizen(await world.login("old"))
    assert left.phone == "16900000001"


async def test_two_accounts_binding_one_new_person_at_once_make_one_person(world: World) -> None:
    person = world.knows("王桂芳", WANG)
    actors = [await world.login(f"a{number}") for number in range(6)]
    bodies = [await world.identity_body(actor, person, phone="16900000001") for actor in actors]

    async def bind(number: int) -> bool:
        try:
            await world.people.identity.bind(act_of(world, actors[number]), bodies[number])
        except Conflict:
            return False
        return True

    done = await asyncio.gather(*(bind(number) for number in range(6)))
    assert any(done)
    where = {"identity.number": person.number}
    holders = await world.store.citizens.find(where)
    assert len(holders) == 1
    assert await world.store.citizens.count({"openid": holders[0]["openid"]}) == 1

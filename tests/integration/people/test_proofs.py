"""Level 2: over the network, at the counter, by a village officer; for a time."""

from datetime import date

import pytest

from backend.errors import Conflict, Forbidden, Invalid, ProofNeeded
from backend.people import PersonRecord
from backend.registers import RegisterMismatch
from models.acts import Act, Role
from models.documents import DocumentType
from models.people import AttestBody, PaperForm, ProofBody, ProofMethod
from tests.people_world import World

WANG = "99010119440308002"
LI = "99010119700912006"


async def test_network_identity_proves_for_half_an_hour(world: World) -> None:
    person = world.knows("王桂芳", WANG)
    token, _ = await world.sessions.login(world.public_act(), person.name, "phone")
    await world.proven(person)
    assert (await world.actor(token)).level == 2
    world.later(minutes=29)
    assert (await world.actor(token)).level == 2
    world.later(minutes=1)
    assert (await world.actor(token)).level == 1


async def test_a_proof_of_somebody_else_or_a_used_one_is_refused(world: World) -> None:
    person, other = world.knows("王桂芳", WANG), world.knows("李敏", LI)
    actor = await world.matched(person)
    world.network.tokens |= {"mine": person, "other": other}
    for token, error in (("other", Forbidden), ("unknown", Invalid)):
        with pytest.raises(error):
            await world.people.proofs.prove(world.act(actor), ProofBody(method=ProofMethod.NETWORK_IDENTITY, token=token))
    body = ProofBody(method=ProofMethod.NETWORK_IDENTITY, token="mine")
    act = world.act(actor)
    await world.people.proofs.prove(act, body)
    again = await world.people.proofs.prove(act, body)  # the same request once more
    assert len(again.proofs) == 1
    with pytest.raises(Conflict, match="用过"):
        await world.people.proofs.prove(world.act(actor), body)


async def test_a_citizen_cannot_claim_a_counters_proof(world: World) -> None:
    actor = await world.matched(world.knows("王桂芳", WANG))
    with pytest.raises(Invalid, match="工作人员"):
        await world.people.proofs.prove(world.act(actor), ProofBody(method=ProofMethod.COUNTER, token="x"))


async def test_an_unmatched_account_is_sent_to_level_one_first(world: World) -> None:
    actor = await world.login("one")
    with pytest.raises(ProofNeeded, match="实名"):
        await world.people.proofs.prove(world.act(actor), ProofBody(method=ProofMethod.NETWORK_IDENTITY, token="x"))


@pytest.mark.parametrize(
    ("role", "method"), [(Role.RECEPTIONIST, ProofMethod.COUNTER), (Role.VILLAGE_OFFICER, ProofMethod.VILLAGE_OFFICER)]
)
async def test_staff_attest_a_person_for_the_day(world: World, role: Role, method: ProofMethod) -> None:
    person = world.knows("王桂芳", WANG)
    token, _ = await world.sessions.login(world.public_act(), person.name, "phone")
    await world.matched(person)
    clerk = world.clerk(role)
    citizen = await world.people.proofs.attest(world.act(clerk), AttestBody(citizen=person.document, purpose="代办授权"))
    proof = citizen.proofs[-1]
    assert (proof.method, proof.by, proof.by_name, proof.purpose) == (method, clerk.id, "陈晓", "代办授权")
    assert (await world.actor(token)).level == 2
    world.later(hours=13, minutes=59)
    assert (await world.actor(token)).level == 2
    world.later(minutes=1)
    assert (await world.actor(token)).level == 1
    assert [each.to for event in citizen.events for each in event.notices] == [citizen.id]


async def test_a_paper_form_proves_nobody_to_be_there(world: World) -> None:
    person = world.knows("王桂芳", WANG)
    token, _ = await world.sessions.login(world.public_act(), person.name, "phone")
    await world.matched(person)
    proofs, clerk, forms = world.people.proofs, world.clerk(), ("收1", "收2")
    bodies = [AttestBody(citizen=person.document, purpose="补录", paper=PaperForm(outage="outage_1", number=each)) for each in forms]
    _, citizen = [await proofs.attest(world.act(clerk), each) for each in bodies]
    assert [(each.method, each.paper, each.filing) for each in citizen.proofs] == [(ProofMethod.PAPER_FORM, each, True) for each in forms]
    assert (citizen.proven_until(), citizen.lasting_proof(), (await world.actor(token)).level) == (None, None, 1)
    told = [each for event in citizen.events for each in event.notices]
    assert [(each.template, each.data["number"]) for each in told] == [("paper_form_entered", each) for each in forms]
    now = world.clock.now()
    scribe = await proofs.scribe(clerk, citizen.id, now)
    assert (set(scribe.papers), Act(actor=scribe, at=now).proven) == (set(forms), False)
    assert not await proofs.saw(clerk, citizen.id, now)
    with pytest.raises(ProofNeeded):
        await proofs.keeper(clerk, citizen.id, now)
    await proofs.attest(world.act(clerk), AttestBody(citizen=person.document, purpose="代录申请", filing=True))
    assert not (await proofs.scribe(clerk, citizen.id, now)).papers, "who came in after all is there"


async def test_staff_register_a_person_without_a_phone_and_find_them_again(world: World) -> None:
    person = world.knows("王桂芳", WANG)
    act = world.act(world.clerk())
    first = await world.people.find_or_register(act, person.document)
    second = await world.people.find_or_register(world.act(world.clerk()), person.document)
    assert first.id == second.id
    assert (first.phone, first.openid) == (None, None)


async def test_a_person_the_counter_saw_may_take_over_what_staff_registered(world: World) -> None:
    person = world.knows("王桂芳", WANG)
    known = await world.people.find_or_register(world.act(world.clerk()), person.document)
    actor = await world.login("new")
    body = await world.identity_body(actor, person)
    act = Act(actor=actor, at=world.clock.now())
    form = PaperForm(outage="outage_1", number="收1")
    await world.people.proofs.attest(world.act(world.clerk()), AttestBody(citizen=person.document, purpose="补录", paper=form))
    with pytest.raises(ProofNeeded):
        await world.people.identity.bind(act, body)
    await world.people.proofs.attest(world.act(world.clerk()), AttestBody(citizen=person.document, purpose="绑定账号"))
    assert (await world.people.identity.bind(act, body)).id == known.id


async def test_the_register_is_asked_again_each_day_and_a_death_is_recorded(world: World) -> None:
    person = world.knows("王桂芳", WANG)
    actor = await world.proven(person)
    person.died_on = date(2026, 11, 24)
    world.later(hours=23)
    await world.people.recheck()
    assert (await world.citizen(actor)).level(world.clock.now()) > 0
    world.later(hours=2)
    await world.people.recheck()
    await world.people.recheck()
    citizen = await world.citizen(actor)
    assert (citizen.state, citizen.died_on, citizen.proofs) == ("deceased", date(2026, 11, 24), [])
    assert [event.action for event in citizen.events].count("person.deceased") == 1


async def test_a_record_that_contradicts_itself_keeps_no_other_death_from_being_found(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    puzzling, person = world.knows("李敏", LI), world.knows("王桂芳", WANG)
    first, actor = await world.matched(puzzling), await world.proven(person)
    person.died_on = date(2026, 11, 24)
    world.later(hours=25)
    match = world.population.match

    async def contradicting(document_type: DocumentType, number: str, name: str, purpose: str) -> PersonRecord:
        if name == puzzling.name:
            raise RegisterMismatch("population", "contradiction")
        return await match(document_type, number, name, purpose)

    monkeypatch.setattr(world.population, "match", contradicting)
    await world.people.recheck()
    assert (await world.citizen(actor)).state == "deceased"
    assert (await world.citizen(first)).checked_at == world.clock.now(), "asked about again tomorrow, not for ever"


async def test_the_dead_prove_nothing_over_the_network(world: World) -> None:
    person = world.knows("王桂芳", WANG)
    actor = await world.matched(person)
    person.died_on = date(2026, 11, 22)
    world.network.tokens["mine"] = person
    with pytest.raises(Conflict):
        await world.people.proofs.prove(world.act(actor), ProofBody(method=ProofMethod.NETWORK_IDENTITY, token="mine"))
    assert (await world.citizen(actor)).state == "deceased"


async def test_a_register_that_is_down_kills_nobody(world: World) -> None:
    actor = await world.matched(world.knows("王桂芳", WANG))
    world.later(days=2)
    world.population.down = True
    await world.people.recheck()
    assert (await world.citizen(actor)).state == "active"

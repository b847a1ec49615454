"""Licences in a case: own ones looked up at once, others' only when their holder agrees; every look leaves its mark."""

import pytest

from backend.errors import Forbidden, Invalid, NotFound, ProofNeeded, StaleVersion, WrongState
from backend.outbox import OutboxRow
from models.acts import Act, CitizenActor, Role
from models.cases import Case, DraftBody, MaterialChoice, SaveBody, VersionBody
from models.catalogue import ANYONE, APPLICANT
from models.licence_uses import AuthorisationBody, AuthorisationsQuery, AuthorisationState, HolderBody, LicenceAuthorisation
from tests.cases_world import LONGEVITY, CasesWorld
from tests.people_world import Person

CARD = "resident_card"
ASKED = AuthorisationsQuery(state=AuthorisationState.ASKED)


async def drafted(world: CasesWorld, act: Act, choice: MaterialChoice) -> Case:
    """A draft with that choice for the resident card."""
    return await world.cases.create(act, DraftBody(item="longevity", form=LONGEVITY, materials={CARD: choice}))


def of(person: Person) -> HolderBody:
    return HolderBody(name=person.name, document_type=person.document_type, id_number=person.number)


def lends(world: CasesWorld, item: str = "longevity") -> None:
    """Lets the item take anybody's card."""
    version = world.cases.catalogue.version(item, world.clock.now().date())
    lent = [each.model_copy(update={"holders": (APPLICANT, ANYONE)}) if each.key == CARD else each for each in version.materials]
    world.alter(item, materials=tuple(lent))


async def asked(world: CasesWorld, mother: CitizenActor) -> Case:
    """The mother's draft waits for the stranger's card."""
    lends(world)
    return await drafted(world, world.act(mother), MaterialChoice(licence=True, holder=of(world.stranger)))


async def waiting(world: CasesWorld, holder: CitizenActor) -> LicenceAuthorisation:
    """What was asked of the holder."""
    found, _ = await world.licences.authorisations(world.act(holder), ASKED)
    return found[0]


def at_level(actor: CitizenActor, level: int) -> CitizenActor:
    """The same person with a session of that level."""
    return actor.model_copy(update={"level": level})


def on(authorisation: LicenceAuthorisation) -> AuthorisationBody:
    return AuthorisationBody(version=authorisation.version)


async def looked(world: CasesWorld) -> list[tuple[str, str, str]]:
    """Reads of licences in the log: (of whom, by whom, why)."""
    rows = await world.store.audit.find({"action": "licence.read"}, sort=[("_id", 1)])
    return [(row["person"], row["actor"]["name"], row["detail"].get("purpose", "")) for row in rows]


def register_asked(world: CasesWorld) -> int:
    return sum(name == "licences" for name, _ in world.registers.asked)


async def loaded(world: CasesWorld, case: Case) -> Case:
    return Case.of(await world.store.cases.get(case.id) or {})


class TestWhose:
    async def test_the_licence_of_somebody_else_does_not_fit(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        with pytest.raises(Invalid) as refused:
            await drafted(world, world.act(mother), MaterialChoice(licence=True, holder=of(world.stranger)))
        (fault,) = refused.value.errors
        assert (fault.pointer, "要用申请人自己的电子证照，赵刚的不能用" in fault.detail) == (f"/materials/{CARD}/licence", True)
        assert (await world.store.licence_authorisations.count({}), register_asked(world)) == (0, 0), "nobody was asked"
        case = await drafted(world, world.act(mother), MaterialChoice(licence=True, holder=of(world.mother)))
        slot = case.material(CARD)
        assert slot is not None
        assert slot.licence is not None
        assert slot.licence.own

    async def test_an_agent_shows_their_own_and_an_applicants_card_is_no_agents(self, world: CasesWorld) -> None:
        _, daughter, grant = await world.granted()
        agent = await world.acting(at_level(daughter, 2), grant)
        body = DraftBody(item="longevity", form=LONGEVITY, materials={"agent_card": MaterialChoice(licence=True)})
        slot = (await world.cases.create(agent, body)).material("agent_card")
        assert slot is not None
        assert slot.licence is not None
        assert (slot.licence.holder, slot.licence.own) == ("李敏", False)
        theirs = {"agent_card": MaterialChoice(licence=True, holder=of(world.mother))}
        with pytest.raises(Invalid) as refused:
            await world.cases.create(world.again(agent), body.model_copy(update={"materials": theirs}))
        assert "要用代办人自己的电子证照" in refused.value.errors[0].detail


class TestOwn:
    async def test_choosing_is_the_authorisation_and_it_names_what_it_is_for(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        case = await drafted(world, world.act(mother), MaterialChoice(licence=True))
        (given,), _ = await world.licences.authorisations(world.act(mother), AuthorisationsQuery())
        assert (given.state, given.case, given.item, given.purpose) == (
            AuthorisationState.GIVEN,
            case.id,
            "longevity",
            f"办理{case.item_name}",
        )
        assert (given.until - world.clock.now()).days == world.book.policy.licence_days
        assert await looked(world) == [(mother.id, "王桂芳", f"办理{case.item_name}，调取证照「居民身份证」")]
        assert [(each.by_name, each.what) for each in given.looks] == [("王桂芳", "调取证照")]

    async def test_the_holder_sees_the_look_in_their_own_log(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        case = await drafted(world, world.act(mother), MaterialChoice(licence=True))
        (row,) = await world.people.records.access_log(mother.id, None, 50)
        assert (row.reader, row.action, row.subject, row.case) == ("办事系统", "licence.read", "电子证照", case.id)

    async def test_an_agent_uses_the_principals_licence_for_granted_items_only(self, world: CasesWorld) -> None:
        mother, daughter, grant = await world.granted()
        case = await drafted(world, await world.acting(at_level(daughter, 2), grant), MaterialChoice(licence=True))
        (given,), _ = await world.licences.authorisations(world.act(mother), AuthorisationsQuery())
        assert (given.person, given.given_by, given.grant) == (mother.id, daughter.id, grant.id)
        assert (await looked(world))[0][:2] == (mother.id, "李敏")
        act = await world.acting(at_level(daughter, 2), grant)
        with pytest.raises(Forbidden):
            await world.cases.create(act, DraftBody(item="ssc-apply", materials={CARD: MaterialChoice(licence=True)}))
        assert register_asked(world) == 1, "nothing is looked up that is not covered"
        assert case.agent is not None

    async def test_without_a_proof_nothing_is_looked_up(self, world: CasesWorld) -> None:
        with pytest.raises(ProofNeeded):
            await drafted(world, world.act(await world.matched(world.mother)), MaterialChoice(licence=True))
        assert (register_asked(world), await world.store.licence_authorisations.count({})) == (0, 0)

    async def test_a_repeated_request_looks_once(self, world: CasesWorld) -> None:
        act = world.act(await world.proven(world.mother))
        one = await drafted(world, act, MaterialChoice(licence=True))
        two = await drafted(world, act, MaterialChoice(licence=True))
        assert (one.id, register_asked(world)) == (two.id, 1)

    async def test_it_is_taken_back_before_the_case_is_handed_in(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        case = await drafted(world, world.act(mother), MaterialChoice(licence=True))
        (given,), _ = await world.licences.authorisations(world.act(mother), AuthorisationsQuery())
        with pytest.raises(StaleVersion):
            await world.cases.revoke_licence(world.act(mother), given.id, AuthorisationBody(version=given.version - 1))
        act = world.act(mother)
        revoked = await world.cases.revoke_licence(act, given.id, on(given))
        assert (revoked.state, revoked.record) == (AuthorisationState.REVOKED, None)
        assert (await world.cases.revoke_licence(act, given.id, on(given))).version == revoked.version, "once"
        slot = (await loaded(world, case)).material(CARD)
        assert slot is not None
        assert slot.licence is None
        with pytest.raises(WrongState):
            await world.cases.revoke_licence(world.act(mother), given.id, on(revoked))

    async def test_once_handed_in_it_is_the_case_that_is_withdrawn(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        case = await world.draft(world.act(mother))
        choice = {CARD: MaterialChoice(licence=True)}
        case = await world.cases.save(world.act(mother), case.id, SaveBody(version=case.version, materials=choice))
        await world.cases.submit(world.act(mother), case.id, VersionBody(version=case.version))
        (given,), _ = await world.licences.authorisations(world.act(mother), AuthorisationsQuery())
        with pytest.raises(WrongState, match="撤回申请"):
            await world.cases.revoke_licence(world.act(mother), given.id, on(given))

    async def test_a_choice_that_is_changed_ends_it(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        case = await drafted(world, world.act(mother), MaterialChoice(licence=True))
        await world.with_materials(world.act(mother), case)
        (over,), _ = await world.licences.authorisations(world.act(mother), AuthorisationsQuery())
        assert (over.state, over.record) == (AuthorisationState.ENDED, None)

    async def test_an_old_choice_is_made_again_before_handing_in(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        case = await world.draft(world.act(mother))
        choice = {CARD: MaterialChoice(licence=True)}
        case = await world.cases.save(world.act(mother), case.id, SaveBody(version=case.version, materials=choice))
        world.clock.forward(days=world.book.policy.licence_days)
        with pytest.raises(Invalid) as caught:
            await world.cases.submit(world.act(mother), case.id, VersionBody(version=case.version))
        assert [(each.pointer, "到期" in each.detail) for each in caught.value.errors] == [(f"/materials/{CARD}", True)]
        case = await world.cases.save(world.act(mother), case.id, SaveBody(version=case.version, materials=choice))
        await world.cases.submit(world.act(mother), case.id, VersionBody(version=case.version))

    async def test_an_expired_card_is_refused_with_what_to_do(self, world: CasesWorld) -> None:
        world.mother.valid_until = world.day(-1)
        mother = await world.proven(world.mother)
        with pytest.raises(Invalid) as caught:
            await drafted(world, world.act(mother), MaterialChoice(licence=True))
        assert "到期" in caught.value.errors[0].detail
        assert "换领" in caught.value.errors[0].detail


class TestAnothers:
    async def test_nothing_is_looked_up_before_the_holder_agrees(self, world: CasesWorld) -> None:
        mother, stranger = await world.proven(world.mother), await world.proven(world.stranger)
        case = await asked(world, mother)
        slot = case.material(CARD)
        assert slot is not None
        assert slot.asked is not None
        assert (slot.licence, slot.handed_in, register_asked(world)) == (None, False, 0)
        with pytest.raises(Invalid) as caught:
            await world.cases.submit(world.act(mother), case.id, VersionBody(version=case.version))
        assert "正在等赵刚授权" in {each.pointer: each.detail for each in caught.value.errors}[f"/materials/{CARD}"]
        request = await waiting(world, stranger)
        given = await world.cases.authorise_licence(world.act(stranger), request.id, on(request))
        assert (given.state, given.person, given.given_by) == (AuthorisationState.GIVEN, stranger.id, stranger.id)
        slot = (await loaded(world, case)).material(CARD)
        assert slot is not None
        assert slot.licence is not None
        assert (slot.asked, slot.licence.holder, slot.licence.authorised_by) == (None, "赵刚", "赵刚")
        assert (await looked(world))[-1][0] == stranger.id

    async def test_the_holder_is_told_with_a_masked_name_and_the_applicant_of_the_answer(self, world: CasesWorld) -> None:
        mother, stranger = await world.proven(world.mother), await world.proven(world.stranger)
        case = await asked(world, mother)
        request = await waiting(world, stranger)
        (order,) = request.events[0].notices
        assert (order.to, order.template, order.data["applicant"]) == (stranger.id, "licence_asked", "王*芳")
        await world.cases.authorise_licence(world.act(stranger), request.id, on(request))
        (told,) = (await loaded(world, case)).events[-1].notices
        assert (told.to, told.template) == (mother.id, "licence_authorised")

    async def test_the_applicant_cannot_answer_for_the_holder(self, world: CasesWorld) -> None:
        mother, stranger = await world.proven(world.mother), await world.proven(world.stranger)
        await asked(world, mother)
        request = await waiting(world, stranger)
        with pytest.raises(NotFound):
            await world.cases.authorise_licence(world.act(mother), request.id, on(request))
        with pytest.raises(ProofNeeded):
            await world.cases.authorise_licence(world.act(at_level(stranger, 1)), request.id, on(request))
        assert register_asked(world) == 0

    async def test_an_agent_who_is_the_applicant_cannot_answer_either(self, world: CasesWorld) -> None:
        mother, daughter, grant = await world.granted(items=["ssc-apply"])
        daughter = at_level(daughter, 2)
        lends(world, "ssc-apply")
        choice = {CARD: MaterialChoice(licence=True, holder=of(world.mother))}
        case = await world.cases.create(world.act(daughter), DraftBody(item="ssc-apply", materials=choice))
        request = await waiting(world, mother)
        with pytest.raises(Forbidden, match="持有人本人"):
            await world.cases.authorise_licence(await world.acting(daughter, grant), request.id, on(request))
        assert (await loaded(world, case)).version == case.version

    async def test_the_holder_may_decline_and_later_take_back(self, world: CasesWorld) -> None:
        mother, stranger = await world.proven(world.mother), await world.proven(world.stranger)
        case = await asked(world, mother)
        request = await waiting(world, stranger)
        declined = await world.cases.decline_licence(world.act(stranger), request.id, on(request))
        assert declined.state is AuthorisationState.DECLINED
        case = await loaded(world, case)
        assert case.events[-1].notices[0].template == "licence_declined"
        choice = {CARD: MaterialChoice(licence=True, holder=of(world.stranger))}
        await world.cases.save(world.act(mother), case.id, SaveBody(version=case.version, materials=choice))
        request = await waiting(world, stranger)
        given = await world.cases.authorise_licence(world.act(stranger), request.id, on(request))
        await world.cases.revoke_licence(world.act(stranger), given.id, on(given))
        slot = (await loaded(world, case)).material(CARD)
        assert slot is not None
        assert (slot.licence, slot.asked) == (None, None)

    async def test_somebody_unknown_here_finds_the_request_when_they_come(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        case = await asked(world, mother)
        assert (await world.store.licence_authorisations.find({}))[0]["events"][0]["notices"] == []
        stranger = await world.proven(world.stranger)
        row = OutboxRow("evt_1", world.clock.now(), "person.identified", f"citizens/{stranger.id}", stranger.id, {}, {}, [])
        for _ in range(2):
            await world.licences.on_person_identified(row)
        request = await waiting(world, stranger)
        told = [each for event in request.events for each in event.notices]
        assert [(each.template, each.to, each.data["applicant"]) for each in told] == [("licence_asked", stranger.id, "王*芳")]
        await world.cases.authorise_licence(world.act(stranger), request.id, on(request))
        slot = (await loaded(world, case)).material(CARD)
        assert slot is not None
        assert slot.handed_in

    async def test_a_request_nobody_waits_for_any_more(self, world: CasesWorld) -> None:
        mother, stranger = await world.proven(world.mother), await world.proven(world.stranger)
        case = await asked(world, mother)
        request = await waiting(world, stranger)
        await world.store.cases.change({"_id": case.id}, {"$set": {"state": "withdrawn"}})
        with pytest.raises(WrongState, match="不用再授权"):
            await world.cases.authorise_licence(world.act(stranger), request.id, on(request))


class TestCopies:
    async def test_only_who_works_on_the_case_may_ask_for_one(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        case = await world.draft(world.act(mother))
        choice = {CARD: MaterialChoice(licence=True)}
        case = await world.cases.save(world.act(mother), case.id, SaveBody(version=case.version, materials=choice))
        case = await world.cases.submit(world.act(mother), case.id, VersionBody(version=case.version))
        for staff in (world.staff_of(Role.SUPERVISOR), world.staff_of(Role.REVIEWER, department="health")):
            with pytest.raises(Forbidden):
                await world.cases.licence_copy(world.act(staff), case.id, CARD)
        with pytest.raises(NotFound, match="没有用电子证照"):
            await world.cases.licence_copy(world.act(world.staff_of(Role.REVIEWER)), case.id, "account_proof")

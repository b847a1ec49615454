"""Who may give somebody's word at a counter."""

import pytest

from backend.clock import SetClock
from backend.errors import Invalid, Unavailable
from backend.store import Store
from models.documents import Relation
from models.grants import AnswerBody, EndBody
from tests.grants_world import ITEM, OTHER_ITEM, GrantsWorld
from tests.people_world import Person

USCC, NAME = "91990101MA990001XM", "江州晨光印刷有限公司"


@pytest.fixture
def world(store: Store, clock: SetClock) -> GrantsWorld:
    return GrantsWorld(store, clock)


async def speaks(world: GrantsWorld, who: Person, person: str, item: str = ITEM) -> str:
    """Who was found to speak for `person`."""
    return (await world.grants.speakers.of(world.act(world.clerk()), who.document, person, item)).name


async def test_the_applicant_speaks_for_themselves_and_their_agent_does_not(world: GrantsWorld) -> None:
    mother, _, _ = await world.granted()
    assert await speaks(world, world.mother, mother.id) == "王桂芳"
    for other in (world.daughter, world.stranger):
        with pytest.raises(Invalid, match="证件上的人不是本人") as refused:
            await speaks(world, other, mother.id)
        assert [each.pointer for each in refused.value.errors] == ["/person"]
    assert await world.people.find(world.stranger.document_type, world.stranger.number) is None, "who is refused is not registered"


async def test_a_guardian_speaks_for_their_ward_while_they_are(world: GrantsWorld) -> None:
    world.related(world.daughter, world.child, Relation.DAUGHTER)
    daughter = await world.proven(world.daughter)
    body = world.body(basis="guardianship", principal=world.party(world.child), items=[ITEM], until=None)
    grant = await world.grants.create(world.act(daughter), body)
    assert grant.person is not None
    assert await speaks(world, world.daughter, grant.person) == "李敏"
    with pytest.raises(Invalid):
        await speaks(world, world.daughter, grant.person, OTHER_ITEM)
    await world.grants.endings.end(world.act(daughter), grant.id, EndBody())
    with pytest.raises(Invalid):
        await speaks(world, world.daughter, grant.person)


async def test_for_a_company_only_whom_the_register_names(world: GrantsWorld) -> None:
    world.keeps_enterprise(USCC, NAME, world.mother)
    mother, daughter = await world.proven(world.mother), await world.matched(world.daughter)
    named = {"basis": "company", "enterprise": {"uscc": USCC, "name": NAME}, "items": ["ss-proof-unit"]}
    offer = await world.grants.create(world.act(mother), world.body(agent=world.party(world.daughter), **named))
    grant = await world.grants.offers.accept(world.act(daughter), offer.id, AnswerBody())
    assert grant.person is not None
    assert await speaks(world, world.mother, grant.person) == "王桂芳"
    with pytest.raises(Invalid):
        await speaks(world, world.daughter, grant.person)
    world.population.down = True
    with pytest.raises(Unavailable):
        await speaks(world, world.mother, grant.person)

"""Whole names of a grant are for the ears of its two sides, once it is theirs; nobody else's, and never a wrong one."""

import pytest

from backend.grants import names_for
from models.acts import Role
from models.grants import Grant
from tests.grants_world import GrantsWorld
from tests.integration.grants.test_hearings import staff_body


async def heard(world: GrantsWorld) -> Grant:
    """A grant of the mother's to her daughter, heard at home."""
    officer = world.clerk(Role.VILLAGE_OFFICER)
    await world.matched(world.daughter)
    return await world.grants.hearings.grant(world.act(officer), staff_body(world, world.mother, world.daughter))


async def test_either_side_hears_both_names_and_nobody_else_any(world: GrantsWorld) -> None:
    grant = await heard(world)
    both = {"王*芳": "王桂芳", "李*": "李敏"}
    for person in (grant.person, grant.agent):
        assert await names_for(world.store, f"grants/{grant.id}", person or "") == both
    for subject, person in ((f"grants/{grant.id}", "citizen_other"), ("grants/nobodys", grant.person), (f"cases/{grant.id}", grant.person)):
        assert await names_for(world.store, subject, person or "") == {}


async def test_before_it_is_theirs_each_hears_their_own_name_alone(world: GrantsWorld) -> None:
    grant = await heard(world)
    await world.store.grants.change({"_id": grant.id}, {"$set": {"hearing": None}})
    assert await names_for(world.store, f"grants/{grant.id}", grant.person or "") == {"王*芳": "王桂芳"}


@pytest.mark.parametrize(("principal", "agent"), [("王桂芳", "王小芳"), ("阿依·买买提", "阿依")])
async def test_where_masked_names_cannot_be_told_apart_they_stay_masked(world: GrantsWorld, principal: str, agent: str) -> None:
    grant = await heard(world)
    await world.store.grants.change({"_id": grant.id}, {"$set": {"agent_name": agent, "person_name": principal}})
    assert await names_for(world.store, f"grants/{grant.id}", grant.person or "") == {}

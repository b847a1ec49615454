"""What lies with somebody in the list is what they may look at, and nothing else: every post of the demo district × where and for what."""

from itertools import product

from backend import ids
from backend.grants.desks import Desks
from backend.permissions import may
from backend.store import Store
from models.acts import Act, Role, StaffActor
from models.catalogue import ProxyBasis
from models.grants import Grant, GrantState, Side
from tests.grants_world import GrantsWorld
from tests.people_edge import demo_district, real_catalogue

TOWNS = (None, "qingshi", "luoxi", "shuibei", "of-another-city")
FOR = ([], ["longevity"], ["ssc-apply"], ["idcard-lost"], ["biz-start"], ["longevity", "ssc-apply"], ["gone-long-ago"])
CHECKS = frozenset({Role.RECEPTIONIST, Role.VILLAGE_OFFICER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE})


async def test_the_list_and_the_right_say_the_same(world: GrantsWorld, store: Store) -> None:
    now, names = world.clock.now(), real_catalogue().vocabulary
    common = {"basis": ProxyBasis.DELEGATION, "state": GrantState.CHECKING, "powers": [], "starts_at": now, "until": now, "created_at": now}
    grants = [
        Grant(_id=ids.new_id("grant"), town=town, items=items, offered_by=Side.AGENT, **common) for town, items in product(TOWNS, FOR)
    ]
    assert await store.grants.insert_missing(grants) == len(grants)
    desks, shown = Desks(real_catalogue()), set[int]()
    for staff in demo_district().staff:
        if CHECKS.isdisjoint(staff.roles):
            continue
        where = {"region": names.region_of(staff.department), "one_window": names.is_one_window(staff.department)}
        own = {"department": staff.department, "hall": staff.hall, "town": staff.town}
        actor = StaffActor(id=staff.id, name=staff.name, roles=staff.roles, **own, **where)
        found = {each["_id"] for each in await store.grants.find(desks.lying_with(actor, now.date()))}
        assert found == {each.id for each in grants if may("grant.check", Act(actor, now), desks.of(each, now.date()))}, staff.name
        shown.add(len(found))
    assert len(shown) > 5, "posts differ in what lies with them"

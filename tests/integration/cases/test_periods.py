"""Nothing is granted for a time that is over; what has begun holds from the day it is granted, and the decision says so."""

from datetime import timedelta

import pytest

from backend.cases.decided import decided as said
from backend.cases.periods import require_not_over
from backend.errors import WrongState
from models.cases import Case, CaseState
from models.issued_licences import IssuedLicence
from models.licences import LicenceOnRecord
from tests.cases_world import CasesWorld
from tests.integration.cases.test_issued_licences import follow
from tests.road_digging import ROAD, accepted, decided


async def road(world: CasesWorld, days: int) -> Case:
    """Accepted on 23 November for 7 to 20 December; decided so many days later."""
    case = await accepted(world, await world.proven(world.mother))
    world.clock.forward(days=days)
    return await decided(world, case)


async def permit(world: CasesWorld, case: Case) -> LicenceOnRecord:
    """The permit, once nothing is owed for it."""
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"obligations": []}})
    await follow(world, case, "case.payment_settled")
    stored = IssuedLicence.of(await world.store.licences_issued.find_one({"case": case.id}) or {})
    return LicenceOnRecord.model_validate(stored.record)


async def test_what_is_over_is_not_granted(world: CasesWorld) -> None:
    with pytest.raises(WrongState, match=r"「完工日期」填的是2026年12月20日，已经过了.*补正告知"):
        await road(world, 28)
    stored = await world.store.cases.find_one({"item": "road-dig"})
    assert stored is not None
    assert (stored["state"], stored["decision"]) == (CaseState.ACCEPTED, None)


async def test_its_last_day_is_not_over(world: CasesWorld) -> None:
    assert (await road(world, 27)).state is CaseState.GRANTED


async def test_what_has_begun_holds_from_the_day_it_is_granted(world: CasesWorld) -> None:
    case = await road(world, 16)  # 9 December
    lines = said(case, world.catalogue.version_by_id(case.item_version))
    assert "申请的开工日期2026年12月7日已经过了，准予的期限自2026年12月9日起算。" in lines
    found = await permit(world, case)
    assert (str(found.valid_from), str(found.valid_until)) == ("2026-12-09", "2026-12-20")


async def test_what_begins_later_holds_from_then_and_nothing_more_is_said(world: CasesWorld) -> None:
    case = await road(world, 0)
    assert not any("已经过了" in line for line in said(case, world.catalogue.version_by_id(case.item_version)))
    assert str((await permit(world, case)).valid_from) == ROAD["begin"]


async def test_a_lease_that_is_over_is_not_filed_either(world: CasesWorld) -> None:
    case = await accepted(world, await world.proven(world.mother))
    lease = case.model_copy(update={"form": {"lease_from": "2025-12-01", "lease_to": "2026-11-30"}})
    version = world.catalogue.version("lease-filing", world.clock.now().date())
    require_not_over(lease, version, world.clock.now())
    with pytest.raises(WrongState, match="2026年11月30日，已经过了"):
        require_not_over(lease, version, world.clock.now() + timedelta(days=8))


@pytest.mark.parametrize(
    ("item", "key", "name"), [("show-approval", "first_day", "第一场哪天"), ("construction-permit", "begin", "计划开工日期")]
)
async def test_what_has_taken_place_is_not_allowed_afterwards(world: CasesWorld, item: str, key: str, name: str) -> None:
    asked = await accepted(world, await world.proven(world.mother))
    asked = asked.model_copy(update={"form": {key: "2026-11-25", "last_day": "2026-12-20"}})
    version, monday = world.catalogue.version(item, world.clock.now().date()), world.clock.now()
    require_not_over(asked, version, monday + timedelta(days=2))
    with pytest.raises(WrongState, match=f"「{name}」填的是2026年11月25日，已经过了.*补正告知"):
        require_not_over(asked, version, monday + timedelta(days=3))

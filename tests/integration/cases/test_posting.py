"""A result that people may have sent to them goes where they said, and only where they asked for it."""

from collections.abc import Mapping
from typing import Any

import pytest

from backend.errors import Invalid
from models.cases import Case, VersionBody
from models.catalogue import Delivery, Fee
from models.deliveries import DeliverBody, DeliveryMethod
from tests.cases_world import CasesWorld
from tests.road_digging import clerk, decided, drafted, filed

PLACE = {"town": "罗溪街道", "detail": "罗溪路8号"}


async def granted(world: CasesWorld, form: Mapping[str, Any]) -> Case:
    """A permit that nothing is owed for."""
    item = world.catalogue.version("road-dig", world.clock.now().date())
    world.alter("road-dig", fee=Fee(), materials=tuple(each for each in item.materials if each.key != "pipeline_map"))
    act = world.act(await world.proven(world.mother))
    case = await filed(world, act, await drafted(world, act, **form))
    return await decided(world, await world.cases.accept(world.act(clerk(world)), case.id, VersionBody(version=case.version)))


def by_post(case: Case) -> DeliverBody:
    return DeliverBody(version=case.version, kind="挖掘城市道路许可证", method=DeliveryMethod.POST)


async def test_a_permit_is_sent_where_the_applicant_asked_for_it(world: CasesWorld) -> None:
    case = await granted(world, {"collection": "post", "post_address": PLACE})
    case = await world.cases.deliver(world.act(clerk(world)), case.id, by_post(case))
    (delivery,) = await world.store.deliveries.find({"case": case.id})
    assert (delivery["recipient"]["detail"], delivery["recipient"]["phone"]) == ("罗溪路8号", "16900000001")


async def test_who_did_not_ask_for_post_is_not_sent_a_parcel(world: CasesWorld) -> None:
    case = await granted(world, {"collection": "counter", "post_address": PLACE})
    assert "post_address" not in case.form
    with pytest.raises(Invalid) as refused:
        await world.cases.deliver(world.act(clerk(world)), case.id, by_post(case))
    assert "没有选择邮寄" in refused.value.errors[0].detail


async def test_every_item_that_sends_by_post_can(world: CasesWorld) -> None:
    """The address is asked of whoever chose post; where post is the only way, of everybody."""
    posting = [version for item in world.catalogue.items for version in item.versions if Delivery.POST in version.result.delivery]
    assert len(posting) >= 12
    for version in posting:
        field = version.field(version.result.post_to or "")
        assert field is not None, version.id
        assert field.required
        assert bool(field.show_when) == (version.result.delivery != (Delivery.POST,)), version.id

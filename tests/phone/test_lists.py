"""The tabs of one's own matters: cases and messages, filled and empty."""

import pytest

from tests.people_edge import Edge
from tests.phone.phone import Mode, Phone
from tests.world import World

MODES: list[Mode] = ["standard", "elder"]


@pytest.mark.parametrize("mode", MODES)
async def test_cases_say_how_they_stand_and_messages_what_happened(mobile: Phone, edge: Edge, world: World, mode: Mode) -> None:
    token = await edge.proven("zhou-zihan")
    assert (await edge.post("/api/v1/certificates", {"item": "archive-proof", "form": {"purpose": "work"}}, token=token)).status == 201
    assert (await edge.post("/api/v1/cases", {"item": "ssc-apply", "form": {}}, token=token)).status == 201
    await world.settle()
    if mode == "elder":
        await mobile.use_elder_mode()
    await mobile.open(person="zhou-zihan", agreed=True)
    await mobile.tap("办件")
    await mobile.sees("社会保障卡申领")
    await mobile.sees("人事档案存放证明")
    await mobile.shoot(f"cases-{mode}")
    await mobile.fits(elder=mode == "elder")
    await mobile.tap("消息")
    await mobile.sees("证明已开好")
    await mobile.shoot(f"messages-{mode}")
    await mobile.fits(elder=mode == "elder")
    await mobile.tap("证明已开好")
    await mobile.sees_not("未读")


async def test_without_any_the_tabs_say_how_to_begin(mobile: Phone, edge: Edge) -> None:
    await edge.matched("li-qiang")
    await mobile.open("pages/cases/cases", person="li-qiang")
    await mobile.sees("还没有办件")
    await mobile.shoot("cases-none")
    await mobile.fits()
    await mobile.tap("去找要办的事")
    await mobile.sees("大家常办")
    await mobile.tap("消息")
    await mobile.sees("还没有消息")
    await mobile.shoot("messages-none")
    await mobile.fits()

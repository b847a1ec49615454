"""The tabs of one's own matters: cases and messages, filled and empty."""

import re

import pytest

from models.notices import Notice
from tests.api.stories.counterparts import handed_in
from tests.api.stories.test_s30_lease import LANDLORD, TENANT, lease
from tests.factories import Town
from tests.payments_world import bill_of, lost_card
from tests.people_edge import Edge
from tests.phone.phone import Mode, Phone
from tests.sandbox_control import ROOT
from tests.world import World

MODES: list[Mode] = ["standard", "elder"]
NOTICES = ROOT / "catalogue" / "notices.yaml"


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


async def test_every_message_leads_to_what_it_is_about(mobile: Phone, town: Town) -> None:
    """Each kind of link a notice may bear, to something that is there; and the way back is the messages."""
    token = await town.proven(LANDLORD)
    await handed_in(town, await town.proven(TENANT), "lease-filing", lease(town, owned="alone", co_owners=None))
    await town.booked(token)
    asked = (await town.get("/api/v1/obligations", token=token)).json["items"][0]["id"]
    lost = await lost_card(town, token)
    bill = await bill_of(town, token, lost)
    leads: dict[str, str | re.Pattern[str]] = {
        f"packages/case/case/case?id={lost['id']}": "居民身份证丢失补领",
        f"packages/paying/bill/bill?id={bill['id']}": "40.00 元",
        f"packages/case/asked/asked?id={asked}": "李强在办「房屋租赁登记备案」",
        "packages/appointments/list/list": "11月25日",
        "packages/certificates/wallet/wallet": "还没有证明",
        "packages/family/family/family": "新的授权",
        "packages/account/readers/readers": re.compile("看[过了]"),
        "pages/me/me": "已实名",
    }
    told_elsewhere = {"packages/licences/authorisation/authorisation"}  # tests/phone/test_licences.py
    links = set(re.findall(r"^  link: ([\w/]+)", NOTICES.read_text(), re.MULTILINE))
    assert links - told_elsewhere <= {each.split("?")[0] for each in leads}
    await town.world.settle()
    await town.world.store.notices.delete({})
    person = (await town.get("/api/v1/me", token=token)).json["id"]
    for place, link in enumerate(leads):
        notice = Notice(
            _id=f"evt_{place}", person=person, template="x", title=f"第{place}条", body="请看。", link=link, at=town.world.clock.now()
        )
        await town.world.store.notices.insert(notice)
    await mobile.open("pages/messages/messages", person=LANDLORD, agreed=True)
    for place, (link, words) in enumerate(leads.items()):
        await mobile.tap(f"第{place}条")
        await mobile.sees(words)
        if link.startswith("packages/"):
            await mobile.page.get_by_label("返回").click()
    assert await mobile.title() == "我的"
    await mobile.tap("消息")
    await mobile.sees("第0条")
    await mobile.sees_not("未读")

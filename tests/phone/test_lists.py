"""The tabs of one's own matters: cases and messages, filled and empty."""

import re
from typing import Any

import pytest
from playwright.async_api import Route

from models.notices import Notice
from tests.api.stories.counterparts import handed_in
from tests.api.stories.test_s30_lease import LANDLORD, TENANT, lease
from tests.factories import Town
from tests.payments_world import bill_of, lost_card
from tests.people_edge import Edge
from tests.phone.phone import Phone
from tests.sandbox_control import ROOT
from tests.world import World

LONG_LISTED = "wang-guifang"
LONGEST = 50
LONG = "您的申请已经受理，最晚12月8日周二前告诉您结果，期间不用再来，有变化会再发消息给您。" * 4
NOTICES = ROOT / "catalogue" / "notices.yaml"


async def test_cases_say_how_they_stand_and_messages_what_happened(mobile: Phone, edge: Edge, world: World) -> None:
    token = await edge.proven("zhou-zihan")
    assert (await edge.post("/api/v1/certificates", {"item": "archive-proof", "form": {"purpose": "work"}}, token=token)).status == 201
    assert (await edge.post("/api/v1/cases", {"item": "ssc-apply", "form": {}}, token=token)).status == 201
    await world.settle()
    await mobile.open(person="zhou-zihan", agreed=True)
    await mobile.tap("办件")
    await mobile.sees("社会保障卡申领")
    await mobile.sees("人事档案存放证明")
    await mobile.fits_in_both_modes("cases")
    await mobile.tap("消息")
    await mobile.sees("证明已开好")
    await mobile.fits_in_both_modes("messages")
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
        f"packages/case/asked/asked?id={asked}": "在办「房屋租赁登记备案」，请您核对",
        "packages/appointments/list/list": "11月25日",
        "packages/certificates/wallet/wallet": "还没有证明",
        "packages/family/family/family": "新的授权",
        "packages/account/readers/readers": re.compile("看[过了]"),
        "packages/account/computer/computer": "也能在电脑上办",
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


def stretched(rows: list[dict[str, Any]], before: int) -> list[dict[str, Any]]:
    """As many rows as the longest page of the API has, each its own."""
    return [
        {**rows[place % len(rows)], "id": f"row-{before + place}", "code": f"row-{before + place}", "reader": f"第{place}人", "body": LONG}
        for place in range(LONGEST)
    ]


@pytest.mark.parametrize(
    ("path", "address", "words"),
    [
        ("pages/cases/cases", "/api/v1/cases", "居民身份证丢失补领"),
        ("pages/messages/messages", "/api/v1/notices", "预约"),
        ("packages/certificates/wallet/wallet", "/api/v1/certificates", "档案存放证明"),
        ("packages/appointments/list/list", "/api/v1/appointments", "11月25日"),
        ("packages/account/readers/readers", "/api/v1/me/access-log", "看了"),
        ("packages/family/family/family", "/api/v1/grants", "家人替我办"),
        ("packages/guide/search/search?theme=elderly", "/api/v1/items?theme=elderly", "长寿保健金"),
    ],
)
async def test_a_long_list_goes_to_its_page_in_small_portions(mobile: Phone, town: Town, path: str, address: str, words: str) -> None:
    token = await everything_of(town)
    rows = (await town.get(address, token=token)).json["items"]
    assert rows, "a list of nothing proves nothing"

    asked = 0

    async def long(route: Route) -> None:
        nonlocal asked
        asked += 1
        await route.fulfill(json={"items": stretched(rows, asked * LONGEST), "next": "more"})

    await mobile.page.route(re.compile(rf"{address.partition('?')[0]}(\?.*)?$"), long)
    await mobile.open(path, person=LONG_LISTED, agreed=True)
    await mobile.sees(words)
    shown = await mobile.page.locator("wx-view").count()
    assert shown > LONGEST
    more = mobile.top.get_by_role("button", name=re.compile("^看更"))
    if await more.count():
        await more.click()
        await mobile.page.wait_for_function(f"document.querySelectorAll('wx-view').length > {shown + LONGEST}")
    assert await mobile.heavy() == {}
    assert max((await mobile.page.evaluate("__device.largestData")).values()) > 5000, "it was long"


async def everything_of(town: Town) -> str:
    """Somebody who has something on every list; their token."""
    grant = await town.granted(LONG_LISTED, "li-min", "ssc-apply")
    token = grant.principal
    await town.booked(token)
    await town.certified(token)
    await lost_card(town, token)
    await town.world.settle()
    return token

"""Home, search, the guide of an item and its advice slip: what somebody does who wants to know what to bring."""

from typing import Any

import pytest
from playwright.async_api import Route

from tests.phone.phone import Mode, Phone

MODES: list[Mode] = ["standard", "elder"]


async def begin(mobile: Phone, mode: Mode, path: str = "pages/home/home") -> None:
    if mode == "elder":
        await mobile.use_elder_mode()
    await mobile.open(path, person="wang-guifang", agreed=True)


@pytest.mark.parametrize("mode", MODES)
async def test_home_leads_to_what_people_come_for(mobile: Phone, mode: Mode) -> None:
    await begin(mobile, mode)
    await mobile.sees("大家常办")
    await mobile.sees("老年生活")
    await mobile.shoot(f"home-{mode}")
    await mobile.fits(elder=mode == "elder")
    await mobile.tap("高龄津贴")
    await mobile.sees("长寿保健金（高龄津贴）申领")
    assert await mobile.taps() == 1


@pytest.mark.parametrize("mode", MODES)
async def test_everyday_words_find_an_item(mobile: Phone, mode: Mode) -> None:
    await begin(mobile, mode)
    await mobile.tap("想办什么？")
    await mobile.sees("别人常这样找")
    await mobile.shoot(f"search-begin-{mode}")
    await mobile.write("想办什么", "身份证丢了")
    await mobile.sees("居民身份证丢失补领")
    await mobile.shoot(f"search-{mode}")
    await mobile.fits(elder=mode == "elder")


@pytest.mark.parametrize("mode", MODES)
async def test_the_guide_says_all_before_one_begins(mobile: Phone, mode: Mode) -> None:
    await begin(mobile, mode, "packages/guide/item/item?code=longevity")
    for words in ("要多久", "要跑几趟", "收不收钱", "在哪里办", "我能办吗", "年满80周岁", "老人近照"):
        await mobile.sees(words)
    await mobile.sees_not("老人的居民身份证")
    await mobile.tap("政府已经有、不用交的")
    await mobile.sees("老人的居民身份证")
    await mobile.shoot(f"guide-{mode}")
    await mobile.fits(elder=mode == "elder")


@pytest.mark.parametrize("mode", MODES)
async def test_an_advice_slip_is_saved_and_sent(mobile: Phone, mode: Mode) -> None:
    await begin(mobile, mode, "packages/guide/item/item?code=longevity")
    await mobile.tap("一次性告知单")
    await mobile.sees("云政告〔2026〕第")
    await mobile.shoot(f"slip-{mode}")
    await mobile.fits(elder=mode == "elder")
    await mobile.tap("存成文件")
    await mobile.page.wait_for_function("__device.calls.some(each => each.name === 'openDocument')")
    assert (await mobile.asked("openDocument"))[0]["size"] > 1000
    await mobile.tap("发给家人")
    shared = (await mobile.asked("share"))[0]
    assert "长寿保健金" in shared["title"]
    await mobile.open(shared["path"].lstrip("/"), person="li-min")
    await mobile.sees("云政告〔2026〕第")


async def test_a_theme_is_browsed(mobile: Phone) -> None:
    await mobile.open(person="li-min")
    await mobile.tap("身份证件")
    assert await mobile.title() == "身份证件"
    await mobile.sees("社会保障卡申领")


async def test_an_item_done_elsewhere_says_where(mobile: Phone) -> None:
    await mobile.open("packages/guide/item/item?code=hotline")
    await mobile.sees("这件事在别处办")
    await mobile.tap("打 12345")
    assert (await mobile.asked("makePhoneCall"))[0] == {"phoneNumber": "12345"}


@pytest.mark.parametrize("name", ["长辈版", "亲情版", "关爱版", "关怀版"])
async def test_elder_mode_is_found_by_any_of_its_names(mobile: Phone, name: str) -> None:
    await mobile.open("packages/guide/search/search")
    await mobile.write("想办什么", name)
    await mobile.tap("打开长辈版")
    await mobile.sees("打电话问人（12345）")


async def test_elder_mode_is_one_tap_away_and_remembered(mobile: Phone) -> None:
    await mobile.open(person="wang-guifang")
    await mobile.tap("长辈版")
    await mobile.sees("回到标准版")
    assert await mobile.taps() == 1
    size = "parseFloat(getComputedStyle(document.querySelector('main:not([hidden]) .heading')).fontSize)"
    assert await mobile.page.evaluate(size) == 24
    await mobile.page.reload()
    await mobile.sees("回到标准版")
    await mobile.tap("回到标准版")
    await mobile.sees("长辈版")
    assert await mobile.page.evaluate(size) == 17


async def test_a_page_that_failed_has_one_button_to_call_in_elder_mode(mobile: Phone) -> None:
    await begin(mobile, "elder")
    await mobile.sees("身份证件")
    await mobile.context.set_offline(True)
    await mobile.tap("高龄津贴")
    await mobile.sees("现在连不上网络")
    await mobile.shoot("offline-elder")
    await mobile.fits(elder=True)
    assert await mobile.top.get_by_role("button", name="12345").count() == 1
    await mobile.tap("12345")
    assert (await mobile.asked("makePhoneCall"))[0] == {"phoneNumber": "12345"}


async def test_what_is_not_found_says_whom_to_ask(mobile: Phone) -> None:
    await mobile.open("packages/guide/search/search")
    await mobile.write("想办什么", "qqqqxxxx")
    await mobile.sees("没找到「qqqqxxxx」")
    await mobile.shoot("search-nothing")
    await mobile.fits()
    await mobile.tap("打 12345 问人")
    assert len(await mobile.asked("makePhoneCall")) == 1


async def test_without_a_network_a_page_says_so_and_opens_by_itself_when_there_is_one(mobile: Phone) -> None:
    await mobile.open(person="li-min")
    await mobile.sees("身份证件")
    await mobile.context.set_offline(True)
    await mobile.sees("没有网络。")
    await mobile.tap("高龄津贴")
    await mobile.sees("现在连不上网络")
    await mobile.sees_not("您填写的内容还在")
    await mobile.sees_not("已经打开过的办事指南还能看")
    await mobile.shoot("offline")
    await mobile.fits()
    await mobile.context.set_offline(False)
    await mobile.sees("我能办吗")


async def test_a_guide_read_before_is_there_without_a_network(mobile: Phone) -> None:
    await mobile.open(person="li-min")
    await mobile.tap("高龄津贴")
    await mobile.sees("我能办吗")
    await mobile.page.get_by_label("返回").click()
    await mobile.context.set_offline(True)
    await mobile.tap("高龄津贴")
    await mobile.sees("我能办吗")
    await mobile.sees("没有网络。已经打开过的办事指南还能看。")


async def test_a_slow_page_shows_a_skeleton_and_a_broken_server_is_told(mobile: Phone) -> None:
    held: list[Route] = []

    async def hold(route: Route) -> None:
        held.append(route)

    await mobile.page.route("**/api/v1/themes", hold)
    await mobile.open(person="li-min")
    await mobile.page.get_by_label("正在打开").wait_for()
    await mobile.shoot("loading")
    problem: dict[str, Any] = {"status": 500, "content_type": "text/html", "body": "<h1>oops</h1>"}
    await held[0].fulfill(**problem)
    await mobile.sees("现在暂时打不开")
    await mobile.shoot("broken")
    await mobile.page.unroute("**/api/v1/themes")
    await mobile.tap("再试一次")
    await mobile.sees("身份证件")


@pytest.mark.parametrize(
    ("path", "words"),
    [("pages/home/home", "老年生活"), ("packages/guide/item/item?code=longevity", "我能办吗"), ("pages/me/me", "您还没有实名")],
)
async def test_text_at_its_largest_loses_nothing(mobile: Phone, path: str, words: str) -> None:
    await mobile.open(path, person="li-min")
    await mobile.reads_at(2, words)
    await mobile.shoot(f"largest-{path.split('/')[-1].split('?')[0]}")

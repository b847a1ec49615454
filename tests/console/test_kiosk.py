"""The kiosk in Chromium at 1080 × 1920: a card, a check-in, an application handed in, and nothing left for the next person."""

import re
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, expect

from tests.api.kiosk_hall import CREDENTIAL
from tests.cases_world import LONGEVITY
from tests.console.desk import Desk
from tests.factories import TUESDAY_NINE, Town

_SIZE = {"width": 1080, "height": 1920}


class Kiosk(Desk):
    """A desk that stands upright and is touched."""

    async def shoot(self, name: str) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        await super().shoot(f"kiosk-{name}")

    async def start(self) -> None:
        """The first morning: the administrator sets the device up."""
        await self.page.goto(f"{self.url}/kiosk")
        await self.write("设备凭据", CREDENTIAL)
        await self.press("设为自助终端")
        await self.sees("请把身份证放在读卡区")

    async def card_of(self, name: str) -> None:
        await self.page.get_by_role("button", name=name, exact=True).click()

    async def large_enough(self) -> None:
        """Whatever is pressed is at least 60 high and lies within the lower two thirds."""
        boxes = [await each.bounding_box() for each in await self.page.get_by_role("button").all()]
        assert boxes
        assert all(box and box["height"] >= 60 and box["y"] >= _SIZE["height"] / 3 for box in boxes), boxes


@pytest.fixture
async def kiosk(_browser: Browser, _built: None, town: Town) -> AsyncIterator[Kiosk]:
    """A device nobody has set up yet."""
    context = await _browser.new_context(viewport={"width": 1080, "height": 1920}, locale="zh-CN", timezone_id="Asia/Shanghai")
    held = Kiosk(await context.new_page(), town.url)
    yield held
    await context.close()
    assert held.complaints == []


async def test_a_visitor_checks_in_by_the_card_alone(kiosk: Kiosk, town: Town) -> None:
    await town.booked(await town.matched("li-min"), {"items": ["ssc-apply"], "hall": "center", "start": TUESDAY_NINE})
    town.world.clock.forward(hours=22, minutes=45)
    await kiosk.start()
    await kiosk.fits()
    await kiosk.large_enough()
    await kiosk.shoot("start")
    await kiosk.press("没带身份证")
    await kiosk.sees("请到任一窗口")
    await kiosk.card_of("李敏")
    await kiosk.sees("李敏，请选择要办的事")
    await kiosk.fits()
    await kiosk.large_enough()
    await kiosk.shoot("menu")
    await kiosk.press("预约签到")
    await kiosk.press("我到了，签到")
    await kiosk.sees("签到好了")
    await kiosk.fits()
    await kiosk.shoot("checked-in")


async def test_an_application_prepared_on_the_phone_is_handed_in(kiosk: Kiosk, town: Town) -> None:
    phone = await town.proven("wang-guifang")
    licences = {key: {"licence": True} for key in ("resident_card", "account_proof")}
    await town.made("/api/v1/cases", {"item": "longevity", "form": LONGEVITY, "materials": licences}, phone)
    await kiosk.start()
    await kiosk.card_of("王桂芳")
    await kiosk.press("提交准备好的申请")
    await kiosk.shoot("prepared")
    await kiosk.press("确认提交")
    await kiosk.sees("提交好了，办件编号")
    await kiosk.fits()


async def test_a_lost_card_is_refused_in_words(kiosk: Kiosk, town: Town) -> None:
    await kiosk.start()
    await kiosk.card_of("黄文斌")
    await kiosk.sees("这张证件已经挂失")
    await kiosk.fits()
    await kiosk.shoot("lost-card")


async def test_a_certificate_is_looked_at_after_a_code(kiosk: Kiosk, town: Town) -> None:
    await town.certified(await town.proven("li-qiang"))
    await kiosk.start()
    await kiosk.card_of("李强")
    await kiosk.press("我的证明")
    await kiosk.sees("要再确认一次是您本人")
    async with kiosk.page.expect_response("**/kiosk/codes"):
        await kiosk.press("获取验证码")
    await kiosk.write("验证码", await town.sandbox.sms_code(str(town.citizen("li-qiang").phone)))
    await kiosk.press("确认")
    await kiosk.press("查看")
    await expect(kiosk.page.get_by_role("img", name="证明第 1 页")).to_be_visible()
    await expect(kiosk.page.get_by_role("button", name="打印")).to_be_visible()
    await kiosk.fits()
    await kiosk.shoot("certificate")


async def test_nothing_of_the_first_person_is_left_for_the_second(kiosk: Kiosk, town: Town) -> None:
    await kiosk.page.clock.install()
    await kiosk.start()
    await kiosk.card_of("李敏")
    await kiosk.sees("李敏，请选择要办的事")
    await kiosk.page.clock.run_for(65_000)
    await kiosk.sees(re.compile("您还在吗"))
    await kiosk.shoot("absent")
    async with kiosk.page.expect_navigation(url=f"{town.url}/kiosk"):
        await kiosk.page.clock.run_for(30_000)
    await kiosk.sees("请把身份证放在读卡区")
    await kiosk.sees_not("李敏，请选择要办的事")
    names = {each.get("name") for each in await kiosk.context.cookies()}
    assert names == {"yici_kiosk"}, "the device stays known, the person does not"
    assert await kiosk.page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert await kiosk.page.evaluate("caches.keys().then(keys => keys.length)") == 0
    (kept,) = await town.world.store.sessions.find({"kiosk": "kiosk-center-1"})
    assert kept["ended_at"] is not None
    await kiosk.page.go_back()
    assert "李敏，" not in await kiosk.page.content()
    assert kiosk.page.url in ("about:blank", f"{town.url}/kiosk")

"""The screen of a waiting room at 1920 × 1080: a registered device, calls as they are made, nothing private on it."""

import re

from playwright.async_api import expect

from tests.api.kiosk_hall import Device
from tests.console.desk import Desk
from tests.console.test_today import CLERK, comes, it_is
from tests.factories import Town

LUOXI = "demo-kiosk-luoxi-1"


async def test_who_is_called_stands_on_the_screen_at_once_by_number_and_masked(desk: Desk, town: Town) -> None:
    it_is(town, 9, 0)
    for name in ("罗海涛", "冯玉兰"):
        await comes(town, name)
    browser = desk.context.browser
    assert browser is not None
    context = await browser.new_context(viewport={"width": 1920, "height": 1080}, locale="zh-CN", timezone_id="Asia/Shanghai")
    screen = Desk(await context.new_page(), desk.url)
    try:
        await screen.open("/display/luoxi")
        await screen.sees("这台设备还没有登记为候叫屏")
        await screen.write("设备凭据", LUOXI)
        await screen.press("设为候叫屏")
        await screen.sees("2 人在等")
        await screen.sees(re.compile("11月24日 周二 9:0. · "))  # the product's time, whatever the device says
        await screen.sees(re.compile("这台设备的时钟快了"))
        await screen.sees("现在没有叫号。")
        clerk = await town.staff(CLERK)
        called = await town.post("/api/v1/staff/halls/luoxi/call-next", {"counter": "luoxi-01"}, token=clerk)
        assert called.json["ticket"] == "B001"
        now = screen.page.get_by_role("region", name="正在叫号")
        await expect(now).to_contain_text("B001")  # by itself
        await expect(now).to_contain_text("请到1号综合窗口")
        await expect(screen.page.get_by_role("cell", name="罗*涛")).to_be_visible()
        await screen.sees_not("罗海涛")
        again = {"version": called.json["version"], "counter": "luoxi-01"}
        await town.post(f"/api/v1/staff/appointments/{called.json['id']}/call", again, token=clerk)
        await screen.sees("第 2 次叫")
        closing = {"end": "2026-11-25T00:00:00+08:00", "reason": "停电", "remedy": "tell"}
        await town.made("/api/v1/staff/halls/luoxi/closures", closing, await town.head("ouyanghui"))
        await screen.sees("整个大厅关闭，到今天结束：停电")  # by itself
        await screen.sees("现在不叫号。")
        await expect(now).to_have_count(0)
        refused = await town.post(
            "/api/v1/staff/appointments", {"caller": {"name": "钱文博"}, "items": ["ssc-apply"], "hall": "luoxi"}, token=clerk
        )
        assert (refused.status, "大厅现在关闭" in refused.json["detail"]) == (409, True)
        await screen.fits()
        await screen.shoot("display")
        await screen.open("/display/center")
        await screen.sees("这台设备登记在别的大厅")
    finally:
        await context.close()
    assert screen.complaints == []


async def test_a_screen_is_told_of_its_own_hall_and_no_one_else_reads_it(town: Town) -> None:
    it_is(town, 9, 0)
    await comes(town, "罗海涛")
    device = Device(town, LUOXI)
    shown = await device.get("/api/v1/displays/luoxi")
    assert (shown.status, shown.json["waiting"], shown.json["items"]) == (200, 1, [])
    assert (await device.get("/api/v1/displays/center")).status == 403
    assert (await town.get("/api/v1/displays/luoxi", token=await town.staff(CLERK))).status == 401
    assert (await town.get("/api/v1/displays/luoxi")).status == 401
    assert (await town.get("/api/v1/display-events")).status == 401

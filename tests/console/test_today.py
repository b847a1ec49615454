"""The day at the counter: from check-in to done by keyboard and scanner, two clerks at one line, a day without a network."""

import asyncio
import re
from datetime import datetime
from typing import Any

from playwright.async_api import expect

from backend.clock import SHANGHAI
from models.counter import ForwardBody
from tests.console.desk import Desk
from tests.factories import TUESDAY_NINE, Town

CLERK, COLLEAGUE = "nichen", "situwen"
HALL, WINDOW = "luoxi", "luoxi-01"
HALF_PAST = "2026-11-24T09:30:00+08:00"


async def comes(town: Town, name: str, item: str = "ssc-apply", start: str | None = None) -> Any:
    """Somebody the window books for; a walk-in without `start`."""
    phone = f"169{sum(map(ord, name)) % 10**8:08d}"
    body = {"caller": {"name": name, "phone": phone}, "items": [item], "hall": HALL} | ({"start": start} if start else {})
    return await town.made("/api/v1/staff/appointments", body, await town.staff(CLERK))


def it_is(town: Town, hour: int, minute: int) -> None:
    """A time on Tuesday."""
    town.world.clock.at = datetime(2026, 11, 24, hour, minute, tzinfo=SHANGHAI)


async def sits_down(desk: Desk, who: str = CLERK) -> None:
    """Logs in, opens the day and says at which counter."""
    await desk.login(who)
    await desk.press("今日")
    await desk.page.get_by_label("我坐的窗口").select_option(WINDOW)


async def does(desk: Desk, key: str, said: str) -> None:
    await desk.page.keyboard.press(key)
    await expect(desk.page.get_by_role("status").filter(has_text=said)).to_be_visible()
    await expect(desk.page.get_by_role("button", name="叫下一位")).to_be_enabled()


async def test_a_day_from_check_in_to_done_by_keyboard_and_scanner(desk: Desk, town: Town) -> None:
    visit = await comes(town, "李强", start=TUESDAY_NINE)
    late = await comes(town, "冯玉兰", "longevity", HALF_PAST)
    it_is(town, 8, 50)
    await comes(town, "罗海涛")
    await desk.login(CLERK)
    await desk.press("今日")
    await desk.sees(re.compile("11月24日 周二"))
    await does_not_call_yet(desk)
    await desk.page.get_by_label("我坐的窗口").select_option(WINDOW)
    await desk.page.evaluate("() => { window.prints = 0; window.print = () => { window.prints += 1; }; }")
    await desk.page.get_by_label("自动打印号单").check()
    await desk.page.get_by_role("heading", name="今日").click()
    await desk.page.keyboard.type(visit["code"].lower())
    await does(desk, "Enter", "李强：已签到，号码 A001。")
    await prints_the_slip(desk)
    await desk.sees("2 人在等，下一个：B001 罗海涛")
    await expect(desk.page.get_by_role("row", name=re.compile("罗海涛"))).to_contain_text("下一个叫F2")
    await does(desk, "F2", "请 B001 号 罗海涛 到1号综合窗口。")
    await does(desk, "F8", "罗海涛：已办完。")
    await does(desk, "Shift+F10", "罗海涛：已恢复办理。")  # one key too many
    await desk.page.keyboard.press("F2")
    await expect(desk.page.get_by_role("dialog")).to_contain_text("这个窗口还在办：B001 罗海涛 在1号综合窗口")
    await desk.fits()
    await does(desk, "Control+Enter", "请 A001 号 李强 到1号综合窗口。")
    await expect(desk.page.get_by_role("row", name=re.compile("罗海涛"))).to_contain_text("已办完")
    await does(desk, "F4", "李强：已叫号。")
    await desk.sees(re.compile("叫过 2 次"))
    await does(desk, "F9", "李强：已挂起")
    await desk.sees("过号，挂起")
    await does(desk, "F4", "李强：已叫号。")
    await desk.fits()
    await desk.shoot("today")
    await desk.page.keyboard.press("F10")
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_label("转到").select_option("luoxi-02")
    (note, _) = ForwardBody.model_json_schema()["properties"]["note"]["anyOf"]
    await expect(dialog.get_by_label("交代一句")).to_have_attribute("maxlength", str(note["maxLength"]))
    await dialog.get_by_label("交代一句").fill("还要补照片")
    await expect(dialog).to_contain_text("已写 5 字，最多 60 字")
    await desk.fits()
    await dialog.get_by_label("交代一句").press("Enter")
    await desk.sees("李强：已转窗口。")
    await expect(desk.page.get_by_role("row", name=re.compile("李强"))).to_contain_text(re.compile("交代：还要补照片.*2号公安窗口"))
    await does(desk, "F4", "李强：已叫号。")
    await does(desk, "F8", "李强：已办完。")

    await desk.page.keyboard.press("ArrowDown")
    await desk.page.keyboard.press("Shift+F7")
    await dialog.get_by_role("button", name="建议别的时间").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写：几点、原因。")
    await expect(dialog.get_by_label("哪一天")).to_have_value("2026-11-24")
    await desk.picks_a_time("2026-11-25")
    await dialog.get_by_label("原因").fill("这个窗口那时要开会")
    await desk.fits()
    await desk.shoot("propose")
    await dialog.get_by_label("原因").press("Control+Enter")
    await desk.sees("冯玉兰：已建议别的时间，等本人答复。")
    await desk.sees(re.compile("11月25日 周三 .*本人.*前答复"))
    await desk.page.keyboard.press("Shift+F1")
    await desk.sees("冯玉兰：预约已确认。")
    it_is(town, 10, 10)
    await desk.page.reload()
    await expect(desk.page.get_by_label("我坐的窗口")).to_have_value(WINDOW)
    await desk.press("冯玉兰")
    await misses(desk, "冯玉兰")
    await does(desk, "Shift+F10", "冯玉兰：已撤回未到。")  # there she is
    await expect(desk.page.get_by_role("row", name=re.compile("冯玉兰"))).to_contain_text("等答复")
    await misses(desk, "冯玉兰")
    await only_those_who_are_here(desk)
    ends = [(await town.world.store.places.get(each["id"]) or {})["state"] for each in (visit, late)]
    assert ends == ["done", "missed"]


async def misses(desk: Desk, name: str) -> None:
    await desk.press("未到")
    await desk.page.get_by_role("dialog").get_by_role("button", name="记为未到").click()
    await desk.sees(f"{name}：已记为未到。")


async def only_those_who_are_here(desk: Desk) -> None:
    """By one tick, which the address keeps; at an office's small screen no name breaks."""
    await desk.page.set_viewport_size({"width": 1280, "height": 720})
    name = desk.page.get_by_role("button", name="罗海涛")
    assert await name.evaluate("(name) => name.offsetHeight / parseFloat(getComputedStyle(name).lineHeight)") < 2
    await desk.fits()
    await desk.shoot("today-small")
    await desk.page.keyboard.press("Alt+l")
    await expect(desk.page.get_by_label("只看在等和在办的（0 人）")).to_be_checked()
    await desk.sees("现在没有人在等，也没有人在办。")
    await desk.page.reload()
    await desk.page.get_by_label("只看在等和在办的").uncheck()
    await expect(desk.page.get_by_role("row", name="罗海涛")).to_be_visible()


async def printed(desk: Desk, times: int) -> None:
    """Waits until so many slips were printed; asked from outside, because the page's policy lets nothing be evaluated in it."""
    async with asyncio.timeout(20):
        while await desk.page.evaluate("window.prints") != times:
            await asyncio.sleep(0.1)


async def prints_the_slip(desk: Desk) -> None:
    """By itself, and once more by its key; nothing of the page and no whole name is on it."""
    await printed(desk, 1)
    await desk.page.keyboard.press("Shift+F3")
    await printed(desk, 2)
    slip = desk.page.get_by_role("article", name="号单")
    await expect(slip).to_be_hidden()
    await desk.page.emulate_media(media="print")
    await expect(slip).to_contain_text(re.compile("A001.*李\\*.*前面还有 1 人"))
    await expect(desk.page.get_by_role("heading", name="今日")).to_be_hidden()
    await desk.shoot("number-slip")
    await desk.page.emulate_media(media="screen")


async def does_not_call_yet(desk: Desk) -> None:
    await desk.page.keyboard.press("F2")
    await expect(desk.page.get_by_role("alert")).to_contain_text("请先选您坐的窗口")


async def test_two_clerks_at_one_counter_see_each_other_and_end_nobody_of_the_others_by_one_key(desk: Desk, town: Town) -> None:
    it_is(town, 9, 0)
    names = {"罗海涛", "钱文博"}
    for name in sorted(names):
        await comes(town, name)
    browser = desk.context.browser
    assert browser is not None
    other = await Desk.new(browser, desk.url)
    try:
        await sits_down(desk)
        await sits_down(other, COLLEAGUE)
        for each in (desk, other):
            await each.sees("2 人在等")
        await desk.page.keyboard.press("F2")
        await other.sees("也在这个窗口叫号，请核对您坐的窗口。")  # live, nothing was pressed
        dialog = other.page.get_by_role("dialog")
        await other.page.keyboard.press("F2")
        await expect(dialog.get_by_label("还没办完")).to_be_checked()  # a colleague's is not ended by Enter
        await dialog.get_by_label("还没办完").press("Control+Enter")
        await expect(dialog).to_have_count(0)
        for each in (desk, other):
            await expect(each.page.get_by_role("cell", name="正在办理")).to_have_count(2)
        called = [await each.page.get_by_role("region", name="办事人").get_by_role("heading").inner_text() for each in (desk, other)]
        assert set(called) == names
        await desk.press(called[1])
        await desk.page.keyboard.press("F8")
        await expect(desk.page.get_by_role("dialog")).to_contain_text("不是您叫的号")
        await desk.page.keyboard.press("Escape")
        await takes_over(desk, other, called[1])
        await desk.page.keyboard.press("F2")
        await desk.page.get_by_role("dialog").get_by_label("还没办完").press("Control+Enter")
        await expect(desk.page.get_by_role("alert")).to_contain_text("这个窗口现在没有等候的办事人。")
    finally:
        await other.context.close()
    assert other.complaints == []


async def takes_over(desk: Desk, other: Desk, name: str) -> None:
    """Whom a colleague serves is called away only after a word, and the colleague is told by whom."""
    await desk.page.keyboard.press("F4")
    dialog = desk.page.get_by_role("dialog")
    await expect(dialog).to_contain_text(re.compile(f"{name} 在1号综合窗口，(.+)叫的号。不是您叫的号，请先问一声\\1。"))
    await desk.fits()
    await desk.shoot("today-colleagues")
    await dialog.get_by_role("button").first.press("Control+Enter")
    await desk.sees(f"{name}：已叫号。")
    gone = other.page.get_by_role("status", name="同事接手的")
    await expect(gone).to_contain_text(re.compile(f"{name}：.+叫到了1号综合窗口。"))
    await expect(other.page.get_by_text(re.compile(f"请 .* 号 {name} 到1号综合窗口"))).to_have_count(0)
    await expect(other.page.get_by_role("region", name="办事人")).to_contain_text("接手")
    await other.fits()
    await other.shoot("today-taken")
    await gone.get_by_role("button", name="知道了").press("Enter")
    await expect(gone).to_have_count(0)


async def test_an_empty_day_a_code_nobody_has_a_refusal_and_a_lost_network(desk: Desk, town: Town) -> None:
    await comes(town, "王小芳", "longevity", "2026-11-25T09:30:00+08:00")
    it_is(town, 8, 50)
    await sits_down(desk)
    await desk.sees("今天还没有人预约。")
    await desk.page.get_by_role("link", name="11月25日 周三 1 个").click()
    await desk.sees("1 个预约等确认")
    await expect(desk.page.get_by_role("heading", name="11月25日 周三的预约")).to_be_visible()
    await desk.sees_not("扫码枪随时可以扫")
    await desk.page.keyboard.press("F7")
    await expect(desk.page.get_by_role("dialog").get_by_label("哪一天")).to_have_value("2026-11-25")
    await desk.page.keyboard.press("Escape")
    await desk.page.keyboard.press("F2")
    await expect(desk.page.get_by_role("alert")).to_contain_text("这里看的不是今天")
    await desk.fits()
    await desk.press("回到今天")
    await desk.sees("今天还没有人预约。")
    await desk.page.get_by_label("预约码").fill("ZZZZ9999")
    await desk.page.get_by_label("预约码").press("Enter")
    await expect(desk.page.get_by_role("alert")).to_contain_text("没有「ZZZZ9999」的预约")
    await desk.fits()

    visit = await comes(town, "冯玉兰", "longevity", HALF_PAST)
    await desk.press("冯玉兰")  # came by itself
    await expect(desk.page.get_by_role("alert")).to_have_count(0)  # the scan that failed was about somebody else
    await desk.press("不能确认")
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_label("理由").fill("当天停电，请改天来")
    await dialog.get_by_role("button", name="不能确认").click()
    await desk.sees("冯玉兰：已告知不能确认。")
    assert (await town.world.store.places.get(visit["id"]) or {})["state"] == "declined"

    for name in ("李强", "陈洁"):
        await comes(town, name, "longevity", "2026-11-24T14:30:00+08:00")
    await desk.sees("2 个预约等确认")
    await desk.page.keyboard.press("Shift+F6")
    await desk.sees("2 个预约等确认，选了 2 个")
    await does(desk, "Shift+F8", "2 个预约已确认。")
    await desk.sees_not("2 个预约等确认")

    here = await comes(town, "罗海涛")
    await desk.sees("1 人在等")
    await desk.context.set_offline(True)
    await desk.sees("网络断了")
    await desk.page.get_by_label("预约码").fill(here["code"])
    await desk.page.get_by_label("预约码").press("Enter")
    await expect(desk.page.get_by_role("alert").filter(has_text="连不上系统").first).to_be_visible()
    await expect(desk.page.get_by_label("预约码")).to_have_value(here["code"])
    await desk.context.set_offline(False)
    await expect(desk.page.get_by_text("网络断了")).to_have_count(0)
    await desk.page.get_by_label("预约码").press("Enter")
    await desk.sees("罗海涛 已经签到，不用再签。")

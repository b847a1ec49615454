"""A morning without the network: numbers kept and printed, papers taken in on paper, entered afterwards, the rest void."""

import re
from datetime import datetime

from playwright.async_api import expect

from backend.clock import SHANGHAI
from tests.api.stories.test_s13_pre_review import WINDOW, looked_at, theatre
from tests.console.desk import Desk
from tests.console.test_people_and_log import enters
from tests.factories import TUESDAY_NINE, Town

MANAGER = "hejianxin"


def it_is(town: Town, hour: int) -> None:
    """An hour of Tuesday."""
    town.world.clock.at = datetime(2026, 11, 24, hour, tzinfo=SHANGHAI)


async def test_a_morning_on_paper_is_entered_with_its_true_time(desk: Desk, town: Town) -> None:
    _, case = await theatre(town)
    await looked_at(town, case)
    caller = {"name": "李强", "phone": "16900000123"}
    body = {"caller": caller, "items": ["ssc-apply"], "hall": "center", "start": TUESDAY_NINE}
    await town.made("/api/v1/staff/appointments", body, await town.staff(WINDOW))
    it_is(town, 8)
    await enters(desk, town, MANAGER)
    await desk.press("大厅管理")
    await desk.press("断网收件")
    await desk.sees(re.compile("还没有留过编号"))
    await desk.fits()
    await desk.page.keyboard.press("n")
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_label("留多少个").fill("3")
    await dialog.get_by_role("button", name="留一段编号").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写：为什么留。")
    await dialog.get_by_label("为什么留").fill("机房检修，上午可能断网")
    await dialog.get_by_label("为什么留").press("Control+Enter")
    await desk.sees("留好了 3 个编号。请马上下载收件单打印，断网以后就取不到了。")
    async with desk.page.expect_download() as waiting:
        await desk.press("下载收件单")
    assert (await (await waiting.value).path()).read_bytes()[:5] == b"%PDF-"
    it_is(town, 14)
    await desk.press("登记断网时间")
    await dialog.get_by_role("button", name="登记断网时间").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写：什么时候断的、什么时候恢复的。")
    await dialog.get_by_label("断网日期").fill("2026-11-24")
    await dialog.get_by_label("断网时间").fill("09:00")
    await dialog.get_by_label("恢复日期").fill("2026-11-24")
    await dialog.get_by_label("恢复时间").fill("13:00")
    await desk.fits()
    await desk.shoot("outage-times")
    await dialog.get_by_label("恢复时间").press("Control+Enter")
    await desk.sees(re.compile("断网时间登记好了"))
    browser = desk.context.browser
    assert browser is not None
    window = await Desk.new(browser, desk.url)
    await at_the_window(window)
    await who_was_there(window)
    await window.context.close()
    assert window.complaints == []
    await desk.page.reload()
    await expect(desk.page.get_by_role("row", name=re.compile("11月24日 周二 10:15"))).to_be_visible()
    await desk.press("补录完了")
    await expect(dialog).to_contain_text("2 个没用的编号会作废")
    await dialog.get_by_role("button", name="补录完了").click()
    await desk.sees("补录结束，2 个没用的编号已作废。")
    await desk.sees(re.compile("作废 2 个："))
    await desk.fits()
    await desk.shoot("hall-outages")


async def at_the_window(desk: Desk) -> None:
    """The case is taken in as it stands on paper."""
    await desk.login(WINDOW)
    await desk.press(re.compile("待收件受理.*1 件", re.DOTALL))
    await desk.opens_case("举办营业性演出审批")
    await desk.press(re.compile("^收件"))
    dialog = desk.page.get_by_role("dialog")
    for each in await dialog.get_by_label("与原件一致").all():
        await each.check()
    await dialog.get_by_label("断网时已经用纸收下，现在补录").check()
    await dialog.get_by_role("button", name=re.compile("^收件")).click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写：纸上的编号、收件时间。")
    await dialog.get_by_label("纸上的编号").select_option(index=2)
    await dialog.get_by_label("收件时间").fill("15:30")
    await dialog.get_by_role("button", name=re.compile("^收件")).click()
    await expect(dialog.get_by_role("alert")).to_contain_text("收件时间要在断网的11月24日 周二 上午9:00到11月24日 周二 下午1:00之间")
    await dialog.get_by_label("收件时间").fill("10:15")
    await desk.fits()
    await desk.shoot("outage-entry")
    await dialog.get_by_role("button", name=re.compile("^收件")).click()
    await desk.sees(re.compile("收件，已办好。"))
    await desk.sees(re.compile("断网时纸质收件，编号 .*闻一鸣于 11月24日 周二 14:0. 补录，时限从 11月24日 周二 10:15 算起。"))
    await desk.shoot("outage-case")


async def who_was_there(desk: Desk) -> None:
    """The day list is entered: who had booked was there and served, and one who just came still waits."""
    await desk.press("今日")
    await desk.press("李强")
    await desk.page.keyboard.press("Alt+p")
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_role("button", name="补录纸上时间").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请照纸上至少填一个时间")
    for label, time in (("到场时间", "8:55"), ("叫号时间", "9点20分"), ("办结时间", "0940")):
        await dialog.get_by_label(label).fill(time)
    await dialog.get_by_label("办结时间").press("Control+Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text("到场时间要在断网的11月24日 周二 上午9:00到11月24日 周二 下午1:00之间")
    await dialog.get_by_label("到场时间").fill("9:05")
    await desk.fits()
    await desk.shoot("today-on-paper")
    await dialog.get_by_label("到场时间").press("Control+Enter")
    await desk.sees("李强：已照纸上补录。")
    await expect(desk.page.get_by_role("row", name=re.compile("李强"))).to_contain_text("已办完")
    await desk.page.keyboard.press("Alt+b")
    await dialog.get_by_label("姓名").fill("罗海涛")
    await dialog.get_by_label("找事项").fill("社会保障卡申领")
    await dialog.get_by_label("找事项").press("Enter")
    await dialog.get_by_label("到场时间").fill("10:00")
    await dialog.get_by_label("到场时间").press("Control+Enter")
    await desk.sees("罗海涛：已照纸上补录，号码 B001。")
    await expect(desk.page.get_by_role("row", name=re.compile("罗海涛"))).to_contain_text("已签到，等叫号")
    await desk.shoot("today-after-an-outage")

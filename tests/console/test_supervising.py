"""Supervision at the console: cards, the appeal of a head and its review by another office, and the picture of a month with the waiting."""

import re

from playwright.async_api import expect

from tests.api.stories.business import act
from tests.api.stories.test_s26_cards import filed, later
from tests.console.desk import Desk
from tests.console.test_entering import secret_of
from tests.console.test_hall_manager import booked
from tests.factories import Town
from tests.supervision_world import kept_in_hand

GROUNDS = "11月27日全天停电，窗口无法办理，有供电公告"


async def test_a_head_appeals_and_another_office_withdraws_the_card(desk: Desk, town: Town) -> None:
    citizen, clerk = await town.proven("wang-guifang"), await town.staff("gongxiaodong")
    case = await act(town, clerk, await filed(town, citizen), "claim")
    await kept_in_hand(town.world.product.engines.store, case["id"])
    await later(town, days=7, hours=7)

    await desk.login("liaojiaming", secret=secret_of(town, "liaojiaming"))
    await desk.press("等我决定")
    await desk.page.get_by_role("link", name=re.compile("^黄牌 ")).press("Enter")
    await desk.sees(re.compile("^民政局龚晓东：「"))
    await desk.press("申诉")
    dialog = desk.page.get_by_role("dialog")
    await desk.page.keyboard.press("Escape")
    await expect(desk.page.get_by_role("button", name="申诉")).to_be_focused()
    await desk.page.keyboard.press("Enter")
    await dialog.get_by_role("button", name="申诉").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写：理由。")
    await dialog.get_by_label("理由").fill(GROUNDS)
    await desk.fits()
    await dialog.get_by_label("理由").press("Control+Enter")
    await desk.sees(re.compile("：申诉，已办好。"))
    await desk.press("时间在谁手里")
    await desk.sees("时限（都按办公时间计）")
    await desk.sees("龚晓东")
    await desk.fits()
    await desk.shoot("case-time")
    await desk.press("退出")

    await desk.login("yanzheng", secret=secret_of(town, "yanzheng"))
    await desk.sees("在这里可以做")
    await desk.press(re.compile("^督办牌申诉等复核 1 张$"))
    await expect(desk.page.get_by_label("状态")).to_have_value("appealed")
    await expect(desk.page.locator("main li")).to_have_count(1)
    await desk.page.keyboard.press("Escape")
    await desk.page.get_by_role("heading", name="督办牌").click()  # away from the choice
    await desk.page.keyboard.press("j")
    await desk.page.keyboard.press("Enter")
    await desk.sees("全部督办牌")
    await expect(desk.page.locator("nav#pages [aria-current]")).to_have_text(["督办牌"])
    await desk.fits()
    await desk.shoot("card")
    await desk.page.go_back()
    await desk.page.get_by_label("状态").select_option("appealed")
    await desk.press("撤销")
    await expect(dialog.get_by_text(GROUNDS)).to_be_visible()
    await dialog.get_by_label("理由").fill("停电属实，这一天不应计入")
    await desk.shoot("card-review")
    await dialog.get_by_role("button", name="撤销").click()
    await desk.sees(re.compile("：撤销，已办好。"))
    await desk.sees("没有这样的督办牌。")
    await desk.page.get_by_label("状态").select_option("withdrawn")
    await desk.sees(re.compile("停电属实，这一天不应计入"))
    await desk.page.get_by_label("哪种牌").select_option("yellow")
    await desk.page.get_by_label("从哪天").fill("2026-12-02")
    await desk.page.get_by_label("到哪天").fill("2026-12-01")
    await desk.press("下载表格")
    await desk.sees("开始的日子在结束的后面，请改一下。")
    await desk.page.get_by_label("从哪天").fill("2026-11-01")
    await desk.page.get_by_label("到哪天").fill("2026-12-31")
    for button, form in (("下载表格", "csv"), ("下载数据", "json")):
        async with desk.page.expect_download() as waiting:
            await desk.press(button)
        kept = await waiting.value
        assert kept.suggested_filename == f"黄牌 2026-11-01 到 2026-12-31.{form}"
        assert "停电属实，这一天不应计入" in (await kept.path()).read_text(encoding="utf-8-sig")
    await desk.fits()
    await desk.shoot("cards")
    await desk.open("/cards/card_none")
    await desk.sees("没有找到这张督办牌，请返回列表重新进入。")


async def test_a_month_is_shown_with_what_each_number_means(desk: Desk, town: Town) -> None:
    await town.certified(await town.proven("wang-guifang"))
    await booked(town, "李强")
    town.world.clock.forward(days=3)
    await town.world.product.engines.booking.tick()
    await town.world.settle()
    await desk.login("yanzheng", secret=secret_of(town, "yanzheng"))
    await desk.press("办件统计")
    await desk.page.get_by_label("月份").fill("2026-11")
    rows = desk.page.get_by_label("各项数字").locator("tbody tr")
    await desk.page.get_by_text("每个数怎样算").click()
    await desk.sees("从取号到第一次叫号的平均时间；正在办的也算，没有叫过号的不算")
    await desk.page.get_by_label("各大厅的等候").get_by_role("button", name=re.compile("未到率 100 %，看是哪些")).press("Enter")
    await desk.sees("算出它的 1 次")
    await desk.sees("李*")
    await expect(rows).to_have_count(1)
    await expect(desk.page.locator(".picture canvas")).to_have_count(1)
    await desk.press("按时办结率")
    await desk.sees("按时办结率（%）")
    await desk.fits()
    await desk.shoot("figures")
    await rows.get_by_role("link", name=re.compile("按时办结率 100 %，看是哪些")).press("Enter")
    await desk.sees("下面是算出它的 1 件")
    await desk.sees("王*芳")
    await desk.page.get_by_label("看哪些").select_option("rest")
    await desk.sees("没有这样的办件。")
    await desk.page.get_by_label("看哪些").select_option("counted")
    await desk.sees("在承诺时限内")
    await desk.fits()
    await desk.shoot("figure-cases")
    await desk.press("回到统计")
    await desk.page.get_by_label("月份").fill("2026-01")
    await desk.sees("这个月还没有作出决定的办件。")
    await desk.page.get_by_label("月份").fill("")
    await desk.sees("请选一个月份")
    await desk.context.set_offline(True)
    await desk.page.get_by_label("月份").fill("2026-11")
    await desk.sees("连不上系统，请检查网络后再试。")
    await desk.context.set_offline(False)
    await desk.press("再统计一次等候")
    await desk.press("再试一次")
    await expect(rows).to_have_count(1)


async def test_figures_and_time_are_for_who_oversees_by_the_address_too(desk: Desk, town: Town) -> None:
    await desk.login("wenyiming")
    await desk.sees("今天要办的")
    for address in ("/figures", "/case-time/case_1"):
        await desk.open(address)
        await desk.sees("今天要办的")
        await desk.sees(re.compile("您的角色没有「.+」这个页面"))
        await expect(desk.page.get_by_role("link", name="办件统计")).to_have_count(0)

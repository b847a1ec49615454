"""The department's books at the console: ledgers, archives, what is kept from destruction, and destruction lists."""

import re

from playwright.async_api import expect

from tests.api.test_archives import closed_case
from tests.console.desk import Desk
from tests.console.test_people_and_log import enters
from tests.factories import Town

TEN_YEARS = 365 * 10


async def test_a_department_reports_hands_over_and_destroys_what_was_kept_long_enough(desk: Desk, town: Town) -> None:
    citizen = await town.proven("li-qiang")
    await town.certified(citizen, {"item": "archive-proof", "form": {"purpose": "work"}})
    faster = await closed_case(town, citizen)
    page, dialog = desk.page, desk.page.get_by_role("dialog")
    await desk.login("wuminyi")
    await desk.press("台账和档案")
    await desk.press("档案类证明开具台账")
    await desk.sees("这一期没有作出决定的办件。")
    for month in ("2026年12月，0 件", "2026年11月，2 件"):
        await page.keyboard.press("[")
        await desk.sees(f"档案类证明开具台账：{month}")
    await expect(page.get_by_role("cell", name="李*")).to_have_count(2)
    async with page.expect_download() as waiting:
        await desk.press("下载表格")
    assert "李*" in (await (await waiting.value).path()).read_text(encoding="utf-8-sig")
    await desk.fits()
    await desk.shoot("books-ledger")

    await desk.press("归档")
    await expect(page.get_by_role("checkbox")).to_have_count(2)
    await page.keyboard.press("y")
    await expect(page.get_by_role("alert")).to_have_text("请先勾选办件。")
    await desk.fits()
    await desk.shoot("books-archives")
    await page.keyboard.press("a")
    await page.keyboard.press("y")
    await town.made("/api/v1/staff/archives", {"cases": [faster]}, await town.staff("liangguodong"))
    await dialog.get_by_role("button", name="归档").press("Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text("已经由梁国栋归档")
    await expect(dialog).to_contain_text("去掉了 1 件刚刚有变化的，剩下的可以接着归档。这 1 件归档以后")
    await expect(page.get_by_role("checkbox")).to_have_count(1)
    await desk.fits()
    await desk.shoot("books-overtaken")
    await dialog.get_by_role("button", name="归档").press("Enter")
    await desk.sees(re.compile("^移交清单 .*：1 件"))
    async with page.expect_download() as waiting:
        await desk.press("下载盖章的清单")
    assert (await (await waiting.value).path()).read_bytes()[:5] == b"%PDF-"
    await desk.press(re.compile("^暂缓销毁 "))
    await dialog.get_by_label("理由").fill("正在行政诉讼")
    await dialog.get_by_label("理由").press("Control+Enter")
    await desk.sees(re.compile("：暂缓销毁，已办好。"))
    await desk.fits()
    await desk.shoot("books-transfer")

    town.world.clock.forward(days=TEN_YEARS)
    await desk.open("/login")
    await enters(desk, town, "xuwenjing")
    await desk.press("台账和档案")
    await page.get_by_role("link", name="销毁", exact=True).click()
    await desk.sees(re.compile("吴敏仪提出暂缓销毁：正在行政诉讼"))
    await page.get_by_role("link", name="暂缓销毁", exact=True).click()
    await desk.press("解除暂缓销毁")
    await dialog.get_by_label("理由").fill("判决已经生效")
    await desk.shoot("books-preserved")
    await dialog.get_by_label("理由").press("Control+Enter")
    await desk.sees("没有暂缓销毁的档案。")
    await page.get_by_role("link", name="销毁", exact=True).click()
    await page.get_by_role("checkbox").first.check()
    await page.get_by_role("heading", name="保管期满的").click()
    await page.keyboard.press("y")
    await dialog.get_by_label("鉴定意见").fill("没有继续保管的价值")
    await dialog.get_by_label("鉴定意见").press("Control+Enter")
    await desk.sees("您提出的清册由另一位负责人批准")
    await expect(page.get_by_role("button", name="批准销毁")).to_have_count(0)
    await page.get_by_role("checkbox").check()
    await desk.press("选中的继续保管")
    await dialog.get_by_label("为什么还要保管").fill("史志要用")
    await dialog.get_by_label("为什么还要保管").press("Control+Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text("清册上至少要留一件。")
    await expect(dialog.get_by_label("为什么还要保管")).to_have_value("史志要用")
    await desk.press("不办了")
    await desk.fits()
    await desk.shoot("books-destruction")
    await desk.press("退出")

    await enters(desk, town, "yanzheng")
    await page.get_by_role("link", name=re.compile("销毁清册等批准.*1 份", re.DOTALL)).press("Enter")
    await expect(page.get_by_role("link", name="归档", exact=True)).to_have_count(0)
    await page.locator("li.card").get_by_role("link").click()
    await expect(page.get_by_role("button", name="批准销毁")).to_be_visible()
    await page.keyboard.press("y")
    await dialog.get_by_label("意见").fill("同意销毁")
    await dialog.get_by_label("意见").press("Control+Enter")
    await desk.sees("批准销毁，已办好。清册现在是「已批准，正在销毁」。")
    await expect(page.get_by_role("button", name="批准销毁")).to_have_count(0)
    await desk.fits()

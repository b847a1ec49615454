"""Points at the console: a line set by the department that verifies it, and a round brought to its public list."""

import re

from playwright.async_api import expect

from tests.api.stories.points import OFFICE
from tests.api.test_points import begun, window_over
from tests.console.desk import Desk
from tests.factories import Town


async def test_a_line_is_set_and_a_round_is_ranked_published_and_objected_to(desk: Desk, town: Town) -> None:
    await begun(town)
    await window_over(town)
    await town.world.settle()
    page, dialog = desk.page, desk.page.get_by_role("dialog")
    await desk.login(OFFICE)
    await page.get_by_role("heading", name="还可以做").wait_for()
    await desk.open("/points/sheets")
    await page.locator("li.card").get_by_role("link").last.click()
    await page.get_by_role("button", name=re.compile("^核定")).first.click()
    await dialog.get_by_label("分数").fill("999")
    await dialog.get_by_label("分数").press("Control+Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text("请填整数")
    await dialog.get_by_role("button", name="不办了").click()
    await desk.fits()
    await desk.shoot("points-sheet")
    await page.get_by_role("link", name="申请批次").click()
    await desk.fits()
    await page.locator("li.card").get_by_role("link").first.press("Enter")
    await desk.sees("还没有排名。")
    await desk.press("登记不符合条件的申请")
    await expect(page.get_by_role("button", name=re.compile("不符合条件$"))).to_have_count(2)
    await page.keyboard.press("y")
    await dialog.get_by_role("button", name="排名").click()
    await desk.sees("排名，已办好。")
    await expect(page.locator("table.plain tbody tr")).to_have_count(2)
    await page.keyboard.press("y")
    await dialog.get_by_role("button", name="公示排名").click()
    await desk.sees("公示中")
    await desk.press("登记异议")
    await dialog.get_by_role("button", name="登记异议").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写：提了什么异议。")
    await dialog.get_by_label("提了什么异议").fill("第二名的社保年限算多了")
    await dialog.get_by_label("提了什么异议").press("Control+Enter")
    await desk.sees(re.compile("第二名的社保年限算多了"))
    await desk.press("异议不成立")
    await dialog.get_by_label("核对的结果").fill("已向社保部门核对，年限无误")
    await dialog.get_by_label("核对的结果").press("Control+Enter")
    await desk.sees(re.compile("不成立：已向社保部门核对"))
    await desk.fits()
    await desk.shoot("points-round")

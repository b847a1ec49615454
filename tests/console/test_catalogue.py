"""A new version of an item at the console: written, checked, tried and proposed by an editor, published by the head."""

import re

from playwright.async_api import expect

from tests.api.test_catalogue_drafts import SAID, begun, reworded, saved
from tests.console.desk import Desk
from tests.console.test_entering import secret_of
from tests.factories import Town


async def test_an_editor_writes_a_version_and_the_head_publishes_it(desk: Desk, town: Town) -> None:
    page, dialog = desk.page, desk.page.get_by_role("dialog")
    text = page.get_by_role("textbox", name="事项文本")
    await town.certified(await town.proven("li-qiang"))
    await desk.login("fuxiaolan", secret=secret_of(town, "fuxiaolan"))
    await desk.press("事项目录")
    await page.get_by_label("事项").fill("存档证明")
    await page.get_by_label("事项").press("Enter")
    await expect(page.locator("tbody tr").first).to_contain_text("archive-proof")
    await desk.fits()
    await desk.shoot("catalogue")
    await page.locator("tbody a").first.press("Enter")
    await desk.sees(re.compile("^现行版本从 .*1月1日 周四 起施行。$"))
    await page.keyboard.press("n")
    await dialog.get_by_label("从哪天起施行").fill("2026-11-23")
    await dialog.get_by_role("button", name="起草").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("新版本的施行日要晚于今天")
    await dialog.get_by_label("从哪天起施行").fill("2026-11-26")
    await dialog.get_by_label("从哪天起施行").press("Control+Enter")
    await desk.sees("草稿：编辑中")

    await text.press("Control+End")
    await page.keyboard.type("colour: red")  # k, n and y are letters here, not acts
    await desk.sees("有没保存的改动")
    await desk.press(re.compile("^检查"))
    await desk.sees("有 1 处要改，点一处跳到那一行：")
    await desk.press(re.compile(r"^第 \d+ 行$"))
    await expect(text).to_be_focused()
    await desk.fits()
    await desk.shoot("catalogue-check")
    draft = (await town.world.store.catalogue_drafts.find({}))[0]
    await text.press("Control+a")
    await page.keyboard.insert_text(reworded(draft))
    await page.keyboard.press("Control+s")
    await desk.sees("已保存。")
    await desk.press("办事指南")
    await expect(page.frame_locator("iframe").get_by_text(SAID)).to_be_visible()
    await desk.fits()
    await desk.shoot("catalogue-guide")
    await desk.press("试算")
    await desk.press(re.compile("^试算.*回车"))
    await desk.sees(re.compile("^共试1件：0件的决定会不一样"))
    await page.get_by_label("编出来的一年申请").check()
    await desk.press(re.compile("^试算.*回车"))
    await desk.sees(re.compile("^共试240件："))
    await desk.fits()
    await desk.shoot("catalogue-trial")
    await page.keyboard.press("y")
    await dialog.get_by_role("button", name="提交复核").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写：改了什么，为什么改。")
    await dialog.get_by_label("改了什么").fill("把概要写得更明白")
    await dialog.get_by_label("改了什么").press("Control+Enter")
    await desk.sees("已提交复核。")
    await expect(page.get_by_role("button", name="发布")).to_have_count(0)
    await desk.press("退出")

    await desk.login("xuwenjing", secret=secret_of(town, "xuwenjing"))
    await desk.press("事项目录")
    await page.get_by_label("只看有草稿的").check()
    await expect(page.locator("tbody tr")).to_have_count(1)
    await page.locator("tbody a").first.press("Enter")
    await desk.sees(re.compile("^等您核对："))
    await desk.press("改了什么")
    await desk.sees(re.compile(SAID))
    await desk.fits()
    await desk.shoot("catalogue-changes")
    await page.keyboard.press("y")
    await dialog.get_by_role("button", name="发布").click()
    await desk.sees(re.compile("^已发布。"))
    await desk.press("版本")
    await expect(page.get_by_role("row", name=re.compile("11月26日 周四 还没施行$"))).to_be_visible()
    await expect(page.get_by_role("row", name=re.compile("把概要写得更明白 傅晓岚 许文静"))).to_be_visible()
    await desk.fits()
    await desk.shoot("catalogue-history")


async def test_what_somebody_else_saved_is_told_and_nothing_typed_is_lost(desk: Desk, town: Town) -> None:
    page, text = desk.page, desk.page.get_by_role("textbox", name="事项文本")
    other = await town.head("luwenbo")
    draft = await begun(town, other)
    await desk.login("fuxiaolan", secret=secret_of(town, "fuxiaolan"))
    await desk.sees("在这里可以做")
    await desk.open("/catalogue/archive-proof")
    await text.press("Control+End")
    await page.keyboard.type("# mine")
    await saved(town, other, draft)
    await page.keyboard.press("Control+s")
    await desk.sees("这条记录刚刚被别人更新过")
    async with page.expect_download() as kept:
        await desk.press("下载文本")
    file = await kept.value
    assert file.suggested_filename == "archive-proof-草稿.yaml"
    assert "# mine" in (await file.path()).read_text("utf-8")
    await desk.press("读取最新的")
    await desk.sees("路文博")
    await expect(text).not_to_contain_text("# mine")
    await desk.press("退出")
    await desk.login("wenyiming")
    await desk.sees("今天要办的")
    await desk.open("/catalogue/archive-proof")
    await desk.sees("今天要办的")
    await desk.sees_not("事项目录")

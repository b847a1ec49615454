"""The day's queue at the console: who just came, who is found by card or name, who goes first, callers, many answered at once."""

import re

from playwright.async_api import expect

from tests.console.desk import Desk
from tests.console.test_today import HALF_PAST, comes, does, it_is, sits_down
from tests.factories import LONGEVITY_VISIT, TUESDAY_NINE, Town


async def test_numbers_at_the_counter_the_urgent_first_and_a_time_for_a_caller(desk: Desk, town: Town) -> None:
    it_is(town, 9, 0)
    await comes(town, "罗海涛")
    await sits_down(desk)
    await desk.sees("1 人在等")
    dialog = desk.page.get_by_role("dialog")

    await desk.page.keyboard.press("F3")
    await dialog.get_by_role("button", name=re.compile("^取号")).click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写姓名。")
    await dialog.get_by_label("姓名").fill("819901198710100024")  # a permit, read while the name had the focus
    await dialog.get_by_label("姓名").press("Enter")
    await expect(dialog.locator("[name=id_number]")).to_have_value("819901198710100024")
    await expect(dialog.locator("[name=document_type]")).to_have_value("hkmt_residence")
    await dialog.locator("[name=id_number]").fill("")
    await dialog.get_by_label("姓名").fill("冯玉兰")
    await dialog.get_by_label("社会保障卡申领").check()
    await dialog.get_by_label("优先叫号").check()
    await dialog.get_by_label("优先的原因").fill("八十岁，行动不便")
    await desk.fits()
    await desk.shoot("take-number")
    await dialog.get_by_label("优先的原因").press("Control+Enter")
    await desk.sees("冯玉兰 的号码是 B002。")
    await desk.sees("优先：八十岁，行动不便")
    await does(desk, "F2", "请 B002 号 冯玉兰 到1号综合窗口。")
    await does(desk, "F8", "冯玉兰：已办完。")

    await desk.page.get_by_label("预约码、证件").fill("B001")
    await desk.page.get_by_label("预约码、证件").press("Enter")
    await expect(desk.page.get_by_role("region", name="办事人").get_by_role("heading")).to_have_text("罗海涛")
    await desk.press("优先")
    await dialog.get_by_label("优先的原因").fill("带着婴儿")
    await dialog.get_by_role("button", name="优先叫号").click()
    await desk.sees("罗海涛：已改优先。")
    await desk.press("取消优先")
    await expect(desk.page.get_by_text("优先：带着婴儿")).to_have_count(0)

    await desk.page.keyboard.press("F7")
    await dialog.get_by_label("姓名").fill("钱文博")
    await dialog.get_by_label("手机号").fill("16900000088")
    await dialog.get_by_label("社会保障卡申领").check()
    await dialog.get_by_label("几点").select_option(label="9:30–10:00 还有 2 个")
    await desk.fits()
    await desk.shoot("book-for-caller")
    await dialog.get_by_role("button", name=re.compile("^约好")).click()
    await desk.sees(re.compile("已约好：钱文博，11月24日 周二 上午9:30"))


async def test_found_by_card_and_name_and_many_answered_at_once(desk: Desk, town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    await town.booked(citizen, {**LONGEVITY_VISIT, "start": TUESDAY_NINE})
    for name in ("冯玉兰", "罗海涛"):
        await comes(town, name, "longevity", HALF_PAST)
    await sits_down(desk)
    await desk.page.get_by_label("看哪天").fill("2026-11-24")
    toolbar = desk.page.get_by_role("toolbar", name="等确认的预约")
    await expect(toolbar).to_contain_text("3 个预约等确认")
    await desk.page.get_by_label("选中 罗海涛").check()
    await toolbar.get_by_role("button", name="不能确认选中的").click()
    await desk.page.get_by_role("dialog").get_by_label("理由").fill("当天上午窗口培训，请改下午")
    await desk.page.get_by_role("dialog").get_by_label("理由").press("Control+Enter")
    await desk.sees("1 个预约已告知不能确认。")
    await toolbar.get_by_role("button", name="全选").click()
    await desk.fits()
    await desk.shoot("pending")
    await toolbar.get_by_role("button", name=re.compile("^确认选中的")).click()
    await desk.sees("2 个预约已确认。")
    await expect(toolbar).to_have_count(0)

    it_is(town, 8, 50)
    await desk.page.goto(f"{desk.url}/console/today?counter=luoxi-01")
    await desk.sees("王桂芳")
    field = desk.page.get_by_label("预约码、证件")
    await field.fill(town.document("wang-guifang")["id_number"])
    await field.press("Enter")
    await desk.sees(re.compile("王桂芳：已签到，号码 A001。"))
    await field.fill("冯玉兰")
    await field.press("Enter")
    await desk.sees(re.compile("冯玉兰：已签到，号码 A002。"))
    await field.fill("没有这个人")
    await field.press("Enter")
    await expect(desk.page.get_by_role("alert")).to_contain_text("没有约过的，按 F3 取号")


async def test_a_hotline_agent_books_for_a_caller_and_moves_what_they_have(desk: Desk, town: Town) -> None:
    agent = next(each.username for each in town.district.staff if "hotline_agent" in each.roles)
    await desk.login(agent)
    await desk.press("电话代约")
    await desk.page.get_by_label("找事项").fill("保障卡")
    await desk.page.get_by_label("社会保障卡申领").check()
    today = await desk.holds_back(re.compile(r"/slots\?.*from=2026-11-23"))
    await desk.page.locator("select[name=hall]").select_option("luoxi")
    await today.is_asked()
    await desk.picks_a_time("2026-11-25")
    await today.comes()  # after the answer for Wednesday; nobody asks for it any more
    times = await desk.page.get_by_label("几点").locator("option:enabled").all()
    assert {str(await each.get_attribute("value"))[:10] for each in times} == {"2026-11-25"}
    await desk.write("姓名", "钱文博")
    await desk.press(re.compile("^约好"))
    await expect(desk.page.get_by_role("alert")).to_contain_text("至少一项")
    await desk.write("手机号", "16900000088")
    await desk.fits()
    await desk.shoot("book")
    await desk.press(re.compile("^约好"))
    await desk.sees(re.compile("约好了：钱文博，11月25日 周三"))

    await desk.press("查、改、取消")
    await desk.page.get_by_label("来电人报的号码").press_sequentially("0088")  # it has the focus
    await desk.page.keyboard.press("Enter")
    await expect(desk.page.get_by_role("alert")).to_contain_text("再问来电人的姓名")
    await desk.write("姓名", "钱文波")
    await desk.page.keyboard.press("Enter")
    await desk.sees(re.compile("没有查到今天和以后的预约"))
    await desk.write("姓名", "钱文博")
    await desk.page.keyboard.press("Enter")
    await desk.sees("钱*博")
    await desk.page.get_by_role("heading", name="社会保障卡申领").click()
    await desk.fits()
    await desk.shoot("book-found")
    await desk.page.keyboard.press("m")
    await desk.picks_a_time("2026-11-26")
    await desk.fits()
    await desk.shoot("book-move")
    await desk.page.keyboard.press("Control+Enter")
    await desk.sees(re.compile("已改约：钱\\*博，11月26日 周四"))
    [moved] = await town.world.store.places.find({"name": "钱文博", "live": True})
    other = {"version": moved["version"], "reason": "家里人先打来说不去了"}
    await town.post(f"/api/v1/staff/appointments/{moved['_id']}/cancel", other, token=await town.staff(agent))
    await desk.page.keyboard.press("c")
    await desk.page.get_by_label("来电人说的原因").fill("去不了了")
    await desk.page.keyboard.press("Control+Enter")
    await expect(desk.page.get_by_role("dialog").get_by_role("alert")).to_be_visible()
    await expect(desk.page.get_by_label("来电人说的原因")).to_have_value("去不了了")
    await desk.page.keyboard.press("Escape")
    await desk.press("重新查")
    await desk.sees("已取消：家里人先打来说不去了")
    await expect(desk.page.get_by_role("button", name="取消预约")).to_have_count(0)

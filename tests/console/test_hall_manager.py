"""A hall in the hands of its manager: closing it in one act, taking it back, and the days that are not as the calendar says."""

import re

from playwright.async_api import expect

from tests.console.desk import Desk
from tests.console.test_people_and_log import enters
from tests.factories import TUESDAY_NINE, Town

_ASKS = "() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"  # before the window is closed
MANAGER, CLERK, HALL = "ouyanghui", "nichen", "luoxi"


async def booked(town: Town, name: str, start: str = TUESDAY_NINE) -> None:
    caller = {"name": name, "phone": f"169{sum(map(ord, name)) % 10**8:08d}"}
    body = {"caller": caller, "items": ["ssc-apply"], "hall": HALL, "start": start}
    await town.made("/api/v1/staff/appointments", body, await town.staff(CLERK))


async def test_a_hall_closes_for_a_typhoon_in_one_act_and_opens_again(desk: Desk, town: Town) -> None:
    await booked(town, "李强")
    await booked(town, "冯玉兰")
    await enters(desk, town, MANAGER)
    await desk.press("大厅管理")
    await desk.sees("没有停办安排。")
    await desk.page.keyboard.press("n")
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_label("什么时候").select_option("days")
    await dialog.get_by_label("从哪一天").fill("2026-11-24")
    await dialog.get_by_label("到哪一天").fill("2026-11-24")
    await dialog.get_by_role("button", name="看影响到谁").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写：原因。")
    await dialog.get_by_label("原因").fill("台风红色预警，全区停工")
    await dialog.get_by_label("原因").press("Control+Enter")
    await expect(dialog.get_by_role("status")).to_contain_text("影响 2 人")
    await expect(dialog.get_by_text("李*")).to_be_visible()
    await expect(dialog.get_by_text("李强")).to_have_count(0)
    await desk.fits()
    await desk.shoot("hall-closing")
    await dialog.get_by_role("button", name="确认停办").click()
    await desk.sees(re.compile("整个大厅已停办，11月24日 周二 全天：改期 2 人，另外取消 0 人，都不算未到场。"))
    people = desk.page.get_by_role("region", name="停办影响到的人")
    await expect(people.get_by_role("row", name=re.compile("李\\*.*改到11月2.*已发通知"))).to_be_visible()
    await desk.sees("明天 0:00 起停办")
    await desk.fits()
    await desk.shoot("hall-closures")
    await desk.press("撤销停办")
    await dialog.get_by_label("理由").fill("台风转向，恢复办公")
    await dialog.get_by_role("button", name="撤销停办").click()
    await desk.sees("已撤销：台风转向，恢复办公")
    await desk.press("看名单")  # also when it is over
    await expect(people.get_by_role("row", name=re.compile("冯\\*兰.*改到"))).to_be_visible()
    await desk.context.set_offline(True)
    await desk.press("新的停办")
    await dialog.get_by_label("原因").fill("停电")
    await dialog.get_by_role("button", name="看影响到谁").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("连不上系统，请检查网络后再试。")
    await expect(dialog.get_by_label("原因")).to_have_value("停电")
    await desk.context.set_offline(False)


async def test_what_was_chosen_anew_is_looked_at_anew_before_it_is_done(desk: Desk, town: Town) -> None:
    await enters(desk, town, MANAGER)
    await desk.press("大厅管理")
    await desk.press("新的停办")
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_label("原因").fill("停电")
    await dialog.get_by_role("button", name="看影响到谁").click()
    await expect(dialog.get_by_role("button", name="确认停办")).to_be_visible()
    await dialog.get_by_label("停办什么").select_option("luoxi-02")
    await expect(dialog.get_by_role("button", name="看影响到谁")).to_be_visible()


async def test_a_day_is_made_a_holiday_by_who_keeps_the_calendar_and_seen_by_the_hall(desk: Desk, town: Town) -> None:
    keeper = next(each.username for each in town.district.staff if "catalogue_editor" in each.roles)
    await enters(desk, town, keeper)
    await desk.press("工作日历")
    await desk.page.get_by_label("年份").fill("2026")
    await desk.sees("2026 年没有后来改过的日子，全年按下面的安排。")
    await desk.sees("1日–3日 元旦，放假")
    await desk.sees("国务院办公厅关于2026年部分节假日安排的通知")
    await desk.page.get_by_role("heading", name="工作日历").click()
    await desk.page.keyboard.press("n")
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_role("button", name="改一天").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写：日期、名称、依据。")
    await dialog.get_by_label("日期").fill("2026-11-25")
    await dialog.get_by_label("名称").fill("台风停工")
    await dialog.get_by_label("依据").fill("市政府通告，市政府网站")
    await desk.fits()
    await dialog.get_by_label("依据").press("Control+Enter")
    await desk.sees(re.compile("11月25日 周三已改为放假。"))
    await desk.fits()
    await expect(desk.page.get_by_role("region", name="11月")).to_contain_text("25日 台风停工，放假（后来改的）")
    await desk.shoot("calendar")
    await desk.press("退出")
    await enters(desk, town, MANAGER)
    await desk.press("工作日历")
    await desk.page.get_by_label("年份").fill("2026")
    await expect(desk.page.get_by_role("row", name=re.compile("台风停工"))).to_be_visible()
    await expect(desk.page.get_by_role("button", name="改一天")).to_have_count(0)


async def test_a_schedule_is_changed_from_a_day_on_and_whom_it_has_no_room_for_is_shown(desk: Desk, town: Town) -> None:
    await booked(town, "李强")
    await enters(desk, town, MANAGER)
    await desk.open("/hall/schedule")
    await desk.sees(re.compile("每个时段 . 个号"))
    await desk.fits()
    await desk.shoot("hall-schedule")
    await desk.page.keyboard.press("e")
    assert not await desk.page.evaluate(_ASKS), "nothing is changed yet"
    for counter in ("1号综合窗口", "2号公安窗口"):
        part = desk.page.get_by_role("region", name=counter)
        while await part.get_by_role("button", name=re.compile("^去掉")).count():
            await part.get_by_role("button", name=re.compile("^去掉")).first.click()
    first = desk.page.get_by_role("region", name="1号综合窗口")
    await first.get_by_role("button", name="加一段").click()
    await first.get_by_label("从").fill("17:00")
    await first.get_by_label("到").fill("19:00")
    await first.get_by_label("延时服务").check()
    await desk.press("看影响到谁")
    lacks = desk.page.get_by_role("alert").filter(has_text="请选从哪一天开始。")
    await expect(lacks).to_be_focused()
    await expect(lacks).to_be_in_viewport()
    assert await desk.page.evaluate(_ASKS), "what is changed and not sent does not go without a question"
    await desk.page.get_by_label("从哪一天开始").fill("2026-11-24")
    await desk.press("看影响到谁")
    await desk.sees(re.compile("有 1 个已经约好的不在新排班里。"))
    await desk.sees(re.compile("李\\*"))
    await desk.fits()
    await desk.shoot("hall-schedule-change")
    await desk.page.get_by_role("dialog").get_by_role("button", name="确认新排班").click()
    await desk.sees(re.compile("新排班从11月24日 周二开始。有 1 个预约不在新排班里，照旧接待。"))
    await desk.sees("工作日 17:00–19:00，每个时段 2 个号 · 延时服务")
    await booked(town, "冯玉兰", "2026-11-25T17:00:00+08:00")
    await one_counter_comes_and_one_goes(desk)


async def one_counter_comes_and_one_goes(desk: Desk) -> None:
    """From the same day on; whoever is booked at the one that goes is moved."""
    await desk.page.keyboard.press("e")
    await desk.press("加一个窗口")
    await desk.press("撤掉1号综合窗口")
    await expect(desk.page.get_by_label("为什么撤掉")).to_be_focused()
    await desk.press("看影响到谁")
    await desk.sees("请给新窗口起名称。")
    new = desk.page.get_by_role("region", name="新窗口")
    await new.get_by_text("办理 0 个事项").click()
    await new.get_by_label("社会保障卡申领").check()
    await new.get_by_label("新窗口名称").fill("2号公安窗口")
    await desk.page.get_by_label("为什么撤掉").fill("设备调走")
    await desk.page.get_by_label("从哪一天开始").fill("2026-11-24")
    await desk.press("看影响到谁")
    await desk.sees(re.compile("请给新窗口起一个这个大厅没有用过的名称"))
    await desk.page.get_by_label("新窗口名称").fill("3号综合窗口")
    await desk.press("看影响到谁")
    await desk.sees(re.compile("约在撤掉的窗口的有 2 人"))
    await desk.fits()
    await desk.shoot("hall-counters")
    await desk.page.get_by_role("dialog").get_by_role("button", name="确认新排班").click()
    await desk.sees(re.compile("约在撤掉的窗口的 2 人已改期或通知。"))
    await expect(desk.page.get_by_role("cell", name="3号综合窗口")).to_be_visible()
    await expect(desk.page.get_by_role("cell", name="1号综合窗口")).to_have_count(0)


async def test_the_figures_of_a_hall_say_what_they_mean(desk: Desk, town: Town) -> None:
    await booked(town, "李强")
    town.world.clock.forward(days=3)
    await town.world.product.engines.booking.tick()
    await enters(desk, town, MANAGER)
    await desk.open("/hall/figures")
    await desk.sees("100 %")
    await desk.sees(re.compile("没有到场的预约 ÷ 应到预约"))
    await desk.press("合计：未到率 100 %，看是哪些")
    await desk.sees("算出它的 1 次")
    await desk.sees("李*")
    await desk.fits()
    await desk.shoot("hall-figures")
    await desk.page.get_by_label("月份").fill("2026-01")
    await desk.sees("这个月还没有结束的预约和取号，也没有人叫过号。")


async def test_the_day_is_taken_along_as_a_file_before_the_network_goes(desk: Desk, town: Town) -> None:
    await booked(town, "李强")
    town.world.clock.forward(days=1)
    await enters(desk, town, MANAGER)
    for page in ("大厅管理", "今日"):
        await desk.press(page)
        async with desk.page.expect_download() as waiting:
            await desk.press("下载11月24日 周二的清单")
        kept = await waiting.value
        assert kept.suggested_filename.endswith("2026-11-24 预约清单.pdf")
        assert (await kept.path()).read_bytes()[:5] == b"%PDF-"
        await desk.sees("已存到下载里，断网也能打开、打印。")
        await desk.fits()
        await desk.shoot("day-sheet" if page == "今日" else "hall-day-sheet")
    await desk.context.set_offline(True)
    await desk.press("下载11月24日 周二的清单")
    await desk.sees("连不上系统，请检查网络后再试。")
    await desk.sees_not("已存到下载里，断网也能打开、打印。")
    await desk.context.set_offline(False)


async def test_a_saturday_is_opened_for_once_and_taken_back_with_who_is_booked(desk: Desk, town: Town) -> None:
    await enters(desk, town, MANAGER)
    await desk.open("/hall/extra")
    await desk.sees("没有安排过单日延时。")
    await desk.page.keyboard.press("n")
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_label("1号综合窗口").check()
    await dialog.get_by_label("哪一天").press("Control+Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写：原因。")
    await dialog.get_by_label("原因").fill("周末办证的人多")
    await dialog.get_by_label("哪一天").fill("2026-11-24")
    await dialog.get_by_label("原因").press("Control+Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text(re.compile("1号综合窗口这天 .* 本来就开放，请选不重叠的时间。"))
    await dialog.get_by_label("哪一天").fill("2026-11-28")
    await dialog.get_by_label("原因").press("Control+Enter")
    await expect(dialog.get_by_role("status")).to_contain_text("11月28日 周六 9:00–12:00：1号综合窗口，一共多出 12 个号。")
    await desk.fits()
    await desk.shoot("hall-extra-new")
    await dialog.get_by_label("原因").press("Control+Enter")
    await desk.sees(re.compile("11月28日 周六 9:00–12:00 延时已安排：1号综合窗口，12 个号，可以预约。"))
    await booked(town, "李强", "2026-11-28T09:00:00+08:00")
    await desk.press("撤销延时")
    await expect(dialog.get_by_role("status")).to_contain_text("有 1 人已经约了：")
    await dialog.get_by_label("原因").fill("空调坏了")
    await desk.fits()
    await desk.shoot("hall-extra-lift")
    await dialog.get_by_label("原因").press("Control+Enter")
    await desk.sees(re.compile("的延时已撤销：改期 1 人，另外通知 0 人。"))
    await desk.fits()
    await desk.shoot("hall-extra")

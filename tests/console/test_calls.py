"""Notices told by phone: the hotline tries, an officer of her town reaches her from a phone, two never call at once."""

import re

from tests.api.test_notices import _to_be_phoned
from tests.console.desk import Desk
from tests.factories import Town


async def test_whom_no_message_reaches_is_phoned_by_the_hotline_and_by_her_town(desk: Desk, town: Town) -> None:
    await _to_be_phoned(town)
    other = await town.staff("jianglingling")
    [call] = (await town.get("/api/v1/staff/notices/calls", token=other)).json["items"]
    await desk.login("gaoyuan")
    await desk.press("电话通知")
    await desk.sees("王*芳")
    await desk.sees_not("王桂芳")
    await town.post(f"/api/v1/staff/notices/{call['id']}/claim", token=other)
    await desk.page.keyboard.press("n")  # the page still shows it as nobody's
    await desk.sees(re.compile("这个电话已有同事在打"))
    await desk.sees("姜玲玲在打")
    town.world.clock.forward(minutes=31)
    await desk.page.reload()
    await desk.page.get_by_role("button", name="打下一个").wait_for()
    await desk.page.keyboard.press("n")
    await desk.sees("16909900001")
    await desk.page.get_by_label("记一句").fill("响了很久没人接")
    await desk.page.get_by_role("heading", name="代办人退出了授权").click()
    await desk.fits()
    await desk.shoot("calls")
    await desk.page.keyboard.press("3")
    await desk.sees("王桂芳：放回列表最后，过后再打。")
    await desk.sees(re.compile("打过 1 次没人接"))
    await desk.press("退出")
    await town.world.store.citizens.change({"name": "王桂芳"}, {"$set": {"phone": None}})  # only a visit reaches her now
    await desk.page.set_viewport_size({"width": 390, "height": 844})
    await desk.login("liufang")
    await desk.page.get_by_role("button", name="退出").wait_for()
    await desk.open("/calls")
    await desk.press("认领")
    await desk.sees("没有登记电话，请上门告诉")
    await desk.sees(re.compile("李敏不再为王桂芳代办"))
    await desk.sees_not("号码不对")
    await desk.fits_a_hand()
    await desk.shoot("calls-phone")
    await desk.press(re.compile("^上门告诉了本人"))
    await desk.sees("王桂芳：已上门告诉本人。")
    await desk.sees(re.compile("没有要打的电话。"))

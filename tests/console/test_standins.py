"""AB角 at the console: the head names who stands in, the clerk says when they are away, the deputy sees whose work it is, and it goes back."""

import re

from playwright.async_api import expect

from tests.api.people.test_standins import DEPUTY, HEAD, HOLDER, accepted
from tests.console.desk import Desk
from tests.console.test_people_and_log import enters
from tests.factories import Town

ITEM = "社会保障卡"


async def goes(desk: Desk) -> None:
    await desk.press(re.compile("^退出$"))
    await expect(desk.page.get_by_label("用户名")).to_be_visible()


async def test_a_head_names_a_clerk_leaves_the_deputy_works_and_the_clerk_comes_back(desk: Desk, town: Town) -> None:
    await accepted(town)
    await enters(desk, town, HEAD)
    await desk.open("/standins")
    await desk.sees("还没有指定B角")
    await desk.page.keyboard.press("n")
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_role("button", name="指定B角").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请选A角和B角")
    await dialog.get_by_label("A角").select_option("staff-06")
    await dialog.get_by_label("B角").select_option("staff-05")
    await expect(dialog.get_by_text("会转给B角的角色：审批员")).to_be_visible()
    await desk.fits()
    await desk.shoot("standins-naming")
    await dialog.get_by_label("B角").press("Control+Enter")
    await desk.sees("A角 吴敏仪 · B角 周志远")
    await desk.fits()
    await desk.shoot("standins")
    await goes(desk)

    await desk.login(HOLDER)
    await desk.press(re.compile("^吴敏仪"))
    own = desk.page.get_by_role("region", name="我的AB角")
    await own.get_by_role("button", name="登记不在岗").press("Enter")
    await dialog.get_by_label("第一天").fill("2026-11-22")
    await dialog.get_by_label("最后一天").fill("2026-11-25")
    await dialog.get_by_label("原因").press("Control+Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text("请写明原因")
    await dialog.get_by_label("原因").fill("休年假")
    await dialog.get_by_label("原因").press("Control+Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text("不能早于今天")
    await expect(dialog.get_by_label("原因")).to_have_value("休年假")
    await dialog.get_by_label("第一天").fill("2026-11-23")
    await dialog.get_by_label("原因").press("Control+Enter")
    await desk.sees("现在由B角代您办理")
    await desk.open("/cases/processing")
    await desk.sees("回来了请在下面登记返岗")
    await desk.fits()
    await desk.shoot("standins-away")
    await goes(desk)

    await desk.login(DEPUTY)
    await desk.sees("您正在代 吴敏仪（审批员）办理，到 11月25日 周三。")
    await desk.fits()
    await desk.shoot("standins-home")
    await desk.open("/cases/processing")
    await desk.sees("代 吴敏仪")
    await desk.opens_case(ITEM)
    await desk.page.keyboard.press("l")
    await desk.sees(re.compile("在 周志远（代吴敏仪） 手里"))
    await desk.sees("您代 吴敏仪 办理")
    await desk.shoot("standins-case")
    await goes(desk)

    await desk.login(HOLDER)
    await desk.page.get_by_role("button", name="登记返岗").press("Enter")
    await dialog.get_by_role("button", name="登记返岗").press("Enter")
    await desk.sees("今天要办的")

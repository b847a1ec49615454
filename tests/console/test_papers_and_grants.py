"""Certificates found and revoked at the console, and guardianships confirmed or refused."""

import re
from datetime import datetime

from playwright.async_api import expect

from backend.clock import SHANGHAI
from tests.api.test_call_backs import CALL, HEARD, taken, waiting
from tests.console.desk import Desk
from tests.factories import Town


async def test_a_certificate_is_found_looked_at_replaced_and_revoked(desk: Desk, town: Town) -> None:
    made = await town.certified(await town.proven("li-qiang"))
    await desk.login("wuminyi")
    await desk.press("证明")
    await desk.press(re.compile("^查找"))
    await desk.sees("请填写证明的号码。")
    await desk.page.get_by_label("证明号码").fill("没有这个号码的证明")
    await desk.page.get_by_label("证明号码").press("Enter")
    await desk.sees("没有号码是「没有这个号码的证明」的证明")
    await desk.page.get_by_label("证明号码").fill("不存在12")
    await desk.page.get_by_label("证明号码").press("Enter")
    await desk.sees("也可以只写最后的几位数字，例如：000001")
    await desk.page.get_by_label("证明号码").fill("999")
    await desk.page.get_by_label("证明号码").press("Enter")
    await desk.sees("本部门近三年没有号码最后是「999」的证明")
    await desk.page.get_by_label("证明号码").fill(made["number"][-7:].strip("号"))
    await desk.page.get_by_label("证明号码").press("Enter")
    await desk.sees("有效")
    await desk.page.evaluate(
        "() => { window.printedPages = 0; window.print = () => (window.printedPages = document.querySelectorAll('.printed canvas').length); }"
    )
    await desk.page.get_by_role("heading", name=re.compile(made["title"])).click()
    await desk.page.keyboard.press("p")
    await desk.page.wait_for_function("() => window.printedPages > 0")
    await desk.press("看这份证明的办件")
    await desk.press("看这份证明：是否有效、打印、补发换发、撤销")
    await desk.press("看证明文件")
    await expect(desk.page.locator(".sheet canvas")).to_be_visible()
    await expect(desk.page.get_by_text("正在取")).to_have_count(0)
    await desk.fits()
    await desk.shoot("certificate")
    dialog = desk.page.get_by_role("dialog")
    await desk.page.keyboard.press("b")
    await dialog.get_by_role("button", name="补发换发").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写：事由，核对了什么。")
    await dialog.get_by_label("更正换发").check()
    await desk.sees("上面的内容都来自登记")
    await dialog.get_by_label("事由").fill("纸质证明丢了，核对了本人身份证")
    await dialog.get_by_label("事由").press("Control+Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text("内容和原来的一样")
    await desk.fits()
    await desk.shoot("certificate-reissue")
    await dialog.get_by_label("遗失补发").check()
    await dialog.get_by_label("事由").press("Control+Enter")
    await desk.sees(re.compile("^已开出新的一份："))
    await desk.page.get_by_label("按什么找").select_option("holder")
    await desk.page.get_by_label("证件号码").fill(town.citizen("li-qiang").id_number)
    await desk.page.get_by_label("为什么查").fill("核对补发")
    await desk.page.get_by_label("为什么查").press("Enter")
    await expect(desk.page.locator("tbody tr")).to_have_count(2)
    await expect(desk.page.locator("tbody tr").nth(1)).to_contain_text("已被新证明替换")
    await desk.fits()
    await desk.shoot("certificates-found")
    await desk.page.locator("tbody button").first.press("Enter")
    await desk.press("撤销")
    await dialog.get_by_label("理由").fill("档案已经转出")
    await dialog.get_by_label(re.compile("新证明的号码")).fill("没有这个号码的证明")
    await dialog.get_by_role("button", name="撤销").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("没有号码是「没有这个号码的证明」的证明")
    await dialog.get_by_label(re.compile("新证明的号码")).fill("")
    await desk.fits()
    await dialog.get_by_role("button", name="撤销").click()
    await desk.sees("这份证明现在是「已撤销」。")
    await desk.sees(re.compile("档案已经转出"))
    await expect(desk.page.get_by_role("button", name="撤销")).to_have_count(0)
    old = (await town.get(f"/verify/{made['verify_code']}")).json
    new = await town.world.store.certificates.find_one({"number": old["superseded_by"]}) or {}
    assert (old["result"], new["state"]) == ("superseded", "revoked")


async def test_a_certificate_of_another_department_is_not_found(desk: Desk, town: Town) -> None:
    made = await town.certified(await town.proven("li-qiang"))
    await desk.login("wenyiming")
    await desk.press("证明")
    await desk.page.get_by_label("证明号码").fill(made["number"])
    await desk.page.get_by_label("证明号码").press("Enter")
    await desk.sees("这份证明不是本部门开的，不能在这里查看。")
    await desk.sees_not("查验码")


async def test_a_guardianship_nobody_could_confirm_is_refused_with_its_reason(desk: Desk, town: Town) -> None:
    claimant = await town.proven("chen-jie")
    ward = {"id_number": town.citizen("wang-guifang").id_number, "name": "王桂芳"}
    grant = await town.made("/api/v1/grants", {"basis": "guardianship", "principal": ward}, claimant)
    assert grant["state"] == "checking"
    await desk.login("nichen")
    await desk.press("授权核实")
    await desk.sees("王*芳")
    await desk.press("认领")
    await desk.sees("替 王桂芳 办事")
    await desk.press("不予确认")
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_role("button", name="不予确认").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写：理由。")
    await dialog.get_by_label("理由").fill("没有法院判决或监护证明")
    await desk.fits()
    await desk.shoot("grants")
    await dialog.get_by_role("button", name="不予确认").click()
    await desk.sees("没有等待核实的监护申请和授权书。")
    assert (await town.get(f"/api/v1/grants/{grant['id']}", token=claimant)).json["state"] == "declined"


async def test_a_signed_paper_is_seen_and_its_signer_called(desk: Desk, town: Town) -> None:
    daughter, grant = await waiting(town)
    await desk.login("gongxiaodong")
    await desk.press("授权核实")
    await desk.sees("听取本人意愿由窗口或村居的工作人员办理")
    await expect(desk.page.get_by_role("button", name="本人同意")).to_have_count(0)
    await desk.press("退出")
    await desk.login("linxiaoyan")
    await desk.press("授权核实")
    await desk.sees("还没到时间，11月25日 周三 9:00 以后再打")
    await desk.sees_not(CALL["phone"])
    await desk.sees_not("王桂芳")
    await desk.fits()
    await desk.shoot("grants-waiting")
    town.world.clock.at = datetime(2026, 11, 25, 9, tzinfo=SHANGHAI)
    officer = await town.staff("liufang")
    await taken(town, grant, officer, early=False)  # the page learns of it by itself
    await desk.sees("柳芳 11月25日 周三 9:00 起在核实")
    await town.post(f"/api/v1/staff/grants/{grant['id']}/tries", {"outcome": "engaged"}, token=officer)
    await desk.sees(re.compile("打过 1 次没有听到本人，最近一次 11月25日 周三 9:00 柳芳：占线"))
    town.world.clock.forward(minutes=31)
    await desk.page.reload()
    await desk.page.get_by_role("button", name="下一份").wait_for()
    await desk.page.keyboard.press("n")
    await desk.sees(CALL["phone"])
    await desk.page.keyboard.press("m")
    await desk.page.get_by_role("dialog").get_by_label("请过后再打").check()
    await desk.page.keyboard.press("Control+Enter")
    await desk.sees("请填写对方说的下次打电话的时间。")
    await desk.fits()
    await desk.shoot("grant-not-heard")
    await desk.page.keyboard.press("Escape")
    await expect(desk.page.get_by_role("img", name="授权证明的照片")).to_be_visible()
    await desk.page.keyboard.press("y")
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_role("button", name="本人同意").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请写明在哪里听取、本人说了什么。")
    await dialog.get_by_label("本人说了什么").fill("老人在电话里说同意由女儿代办")
    await desk.fits()
    await desk.shoot("grant-call")
    mine = next(each for each in (await town.get("/api/v1/staff/grants", token=await town.staff("linxiaoyan"))).json["items"])
    body = {"confirmed": True, "note": "已听取", "version": mine["version"], "heard": HEARD}
    await town.post(f"/api/v1/staff/grants/{grant['id']}/check", body, token=await town.staff("linxiaoyan"))  # in another window
    await dialog.get_by_label("本人说了什么").press("Control+Enter")
    await desk.sees(re.compile("林晓燕 11月25日 周三 上午9:31已经确认，不用再核实。"))
    await desk.sees("没有等待核实的监护申请和授权书。")
    assert (await town.get(f"/api/v1/grants/{grant['id']}", token=daughter)).json["state"] == "active"

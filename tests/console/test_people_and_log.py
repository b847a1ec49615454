"""Accounts, authorisations and the audit log at the console: three administrators, each with their own part."""

import re

from playwright.async_api import Locator, expect

from models.acts import Act, AnonymousActor
from models.staff import StaffAccount
from tests.api.stories.test_looks_on_the_spot import waiting_for_a_look
from tests.api.stories.test_s23_chief_representative import looked_at
from tests.console.desk import Desk
from tests.console.test_entering import secret_of
from tests.factories import Town

NEW = {"name": "岑小雨", "username": "cenxiaoyu", "roles": ["receptionist"]}


async def enters(desk: Desk, town: Town, username: str) -> None:
    await desk.login(username, secret=secret_of(town, username))
    await expect(desk.page.get_by_role("button", name="退出")).to_be_visible()


async def token_of(town: Town, username: str) -> str:
    """A token of somebody who sits at the desk already: a one-time password works once."""
    document = await town.world.store.staff.find_one({"username": username})
    act = Act(actor=AnonymousActor(), at=town.world.clock.now())
    return (await town.world.product.engines.sessions.open_staff(act, StaffAccount.of(document or {}), "test"))[0]


def dialog_of(desk: Desk) -> Locator:
    return desk.page.get_by_role("dialog")


async def test_a_system_administrator_makes_an_account_sets_its_role_and_resets_it(desk: Desk, town: Town) -> None:
    await enters(desk, town, "taosiyuan")
    await desk.press("人员")
    await desk.sees("您是系统管理员：可以新建账号、设置角色和部门、重置密码；能作决定或要用动态口令的账号，由另一位管理员同意。")
    await desk.page.keyboard.press("n")
    dialog = dialog_of(desk)
    await dialog.get_by_role("button", name="新建账号").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写姓名和用户名。")
    await dialog.get_by_label("姓名").fill("岑小雨")
    await dialog.get_by_label("用户名").fill("gongxiaodong")
    for role in ("系统管理员", "审计员"):
        await dialog.get_by_label(role).check()
    await expect(dialog.get_by_role("alert")).to_contain_text("必须由不同的人担任")
    for role in ("系统管理员", "审计员"):
        await dialog.get_by_label(role).uncheck()
    await dialog.get_by_label("窗口受理员").check()
    await dialog.get_by_label("部门").select_option("government_services")
    await dialog.get_by_role("button", name="新建账号").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("已经有人使用")
    await dialog.get_by_label("用户名").fill("cenxiaoyu")
    await desk.fits()
    await dialog.get_by_role("button", name="新建账号").click()
    first = await desk.page.locator("code").inner_text()
    await desk.press("已经交给本人，不再显示")
    await desk.sees_not(first)
    logged = await town.post("/api/v1/staff/sessions", {"username": "cenxiaoyu", "password": first, "bearer": True}, key="")
    assert (logged.status, logged.json["staff"]["duties"]) == (201, ["password"])

    await desk.page.get_by_label("查找").fill("岑")
    await desk.press("岑小雨")
    aside = desk.page.get_by_role("complementary")
    await aside.get_by_label("预审员").check()
    await aside.get_by_role("button", name="保存").click()
    await desk.sees("岑小雨 的设置已经保存，需要重新登录。")
    assert (await town.get("/api/v1/staff/me", token=logged.json["token"])).status == 401, "a change of roles ends what was open"
    await desk.fits()
    await desk.shoot("people")
    await aside.get_by_role("button", name="重置密码和动态口令").click()
    await dialog_of(desk).get_by_role("button", name="重置密码和动态口令").click()
    await expect(dialog_of(desk).get_by_role("alert")).to_contain_text("请填写：事由。")
    await dialog_of(desk).get_by_label("事由").fill("忘了密码")
    await dialog_of(desk).get_by_role("button", name="重置密码和动态口令").click()
    await expect(desk.page.locator("code")).not_to_have_text(first)

    await desk.page.get_by_label("查找").fill("陶思源")
    await desk.page.get_by_role("table").get_by_role("button", name="陶思源").click()
    await desk.sees("自己的账号不能自己改")
    own = (await town.get("/api/v1/staff/me", token=await token_of(town, "hongan"))).json["id"]
    answer = await town.post(
        f"/api/v1/staff/accounts/{own}/reset", {"reason": "忘了密码"}, token=await token_of(town, "cuimingcha"), key=""
    )
    assert answer.status == 403, "who audits sets nothing"

    await desk.page.get_by_label("查找").fill("崔明察")
    await desk.page.get_by_role("table").get_by_role("button", name="崔明察").click()
    await aside.get_by_role("button", name="重置密码和动态口令").click()
    await dialog_of(desk).get_by_label("事由").fill("手机丢了，用不了动态口令")
    await dialog_of(desk).get_by_role("button", name="重置密码和动态口令").click()
    await desk.sees("崔明察：已经提出，等另一位管理员核对后同意才生效")
    await expect(aside.get_by_role("button", name="同意", exact=False)).to_have_count(0)
    await desk.press("退出")

    await enters(desk, town, "hongan")
    await desk.press(re.compile("^账号改动等同意 1 项$"))
    await expect(desk.page.get_by_label("只看等同意的")).to_be_checked()
    await desk.page.get_by_role("table").get_by_role("button", name="崔明察").click()
    await expect(aside).to_contain_text("手机丢了，用不了动态口令")
    await desk.fits()
    await desk.shoot("account-agreed-by-two")
    await desk.page.keyboard.press("y")
    await dialog_of(desk).get_by_role("button", name="同意重置密码和动态口令").click()
    handed = await desk.page.locator("code").inner_text()
    logged = await town.post("/api/v1/staff/sessions", {"username": "cuimingcha", "password": handed, "bearer": True}, key="")
    assert logged.json["staff"]["duties"] == ["password", "totp"]


async def test_a_security_administrator_ends_a_session_and_sets_nothing(desk: Desk, town: Town) -> None:
    clerk = await town.staff("gongxiaodong")
    guess = {"username": "gongxiaodong", "password": "not-the-one", "bearer": True}
    assert (await town.post("/api/v1/staff/sessions", guess, key="")).status == 401
    await enters(desk, town, "hongan")
    await desk.press("人员")
    await desk.sees("您是安全管理员：可以查看和结束登录，同意对账号的改动。")
    await expect(desk.page.get_by_role("button", name=re.compile("新建账号"))).to_have_count(0)
    await desk.page.get_by_label("查找").fill("龚晓东")
    await desk.press("龚晓东")
    await desk.sees("程序（Python）")
    await desk.sees("从 127.0.0.1 登录")
    await expect(desk.page.get_by_role("button", name="保存")).to_have_count(0)
    await desk.page.locator("h1").click()
    await desk.page.keyboard.press("l")
    await expect(desk.page.get_by_role("region", name="日志")).to_contain_text("没有登录的人，用龚晓东（gongxiaodong）的账号")
    await desk.fits()
    await desk.shoot("staff-sessions")
    await desk.page.keyboard.press("l")
    await town.staff("gongxiaodong")  # on another device
    await desk.page.get_by_role("button", name="收起").click()
    await desk.press("龚晓东")
    await desk.press("结束全部")
    await expect(dialog_of(desk)).to_contain_text("龚晓东 在 2 台设备上的登录马上全部结束")
    await desk.page.keyboard.press("Escape")
    aside = desk.page.get_by_role("complementary")
    await aside.get_by_role("button", name="结束", exact=True).first.click()
    await desk.sees("已结束 龚晓东 的这次登录。")
    await expect(aside.get_by_role("button", name="结束", exact=True)).to_have_count(1)
    await aside.get_by_role("button", name="结束", exact=True).first.click()
    await desk.sees("现在没有登录。")
    assert (await town.get("/api/v1/staff/me", token=clerk)).status == 401
    answer = await town.post("/api/v1/staff/accounts", NEW, token=await token_of(town, "hongan"), key="")
    assert answer.status == 403


async def test_a_long_list_of_people_is_read_part_by_part_and_searched_where_it_is_kept(desk: Desk, town: Town) -> None:
    everybody = len(town.district.staff)
    await enters(desk, town, "taosiyuan")
    await desk.press("人员")
    rows = desk.page.get_by_role("table").get_by_role("row")
    await expect(rows).to_have_count(51)  # with the head
    await desk.press("再看 50 人")
    await expect(rows).to_have_count(101)
    await desk.fits()
    last = max(town.district.staff, key=lambda each: each.username)
    assert everybody > 100
    await desk.page.get_by_label("查找").fill(last.name)
    await expect(desk.page.get_by_role("button", name=last.name, exact=True)).to_be_visible()
    await desk.page.get_by_label("查找").fill("没有这个人")
    await desk.sees("没有这样的人。换一个姓名、部门或角色再找。")
    await desk.context.set_offline(True)
    await desk.page.get_by_label("查找").fill("龚")
    await desk.sees("连不上系统，请检查网络后再试。")
    await desk.context.set_offline(False)
    await desk.press("再试一次")
    await expect(desk.page.get_by_role("button", name="龚晓东")).to_be_visible()


async def test_the_auditor_sees_log_ins_and_cannot_end_them(desk: Desk, town: Town) -> None:
    await town.staff("gongxiaodong")
    await enters(desk, town, "cuimingcha")
    await desk.press("人员")
    await desk.page.get_by_label("查找").fill("龚晓东")
    await desk.press("龚晓东")
    await desk.sees(re.compile("登录，最近"))
    await expect(desk.page.get_by_role("complementary").get_by_role("button", name="结束", exact=True)).to_have_count(0)
    auditor = await token_of(town, "hongan")  # another: one code works once
    found = (await town.get("/api/v1/staff/accounts", token=auditor, find="gongxiaodong")).json["items"]
    ended = found[0]["id"]
    assert (await town.send("DELETE", f"/api/v1/staff/accounts/{ended}/sessions", token=await town.staff("linxiaoyan"))).status == 403
    assert (await town.send("DELETE", f"/api/v1/staff/accounts/{ended}/sessions", token=auditor)).status == 204


async def test_a_letter_is_entered_by_one_issued_by_another_and_its_holder_goes_on_leave(desk: Desk, town: Town) -> None:
    await enters(desk, town, "taosiyuan")
    await desk.press("首席代表授权")
    await desk.press(re.compile("^录入授权书"))
    dialog = dialog_of(desk)
    await dialog.get_by_role("button", name="录入授权书").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写：首席代表、事项、开始日期、截止日期、授权书文号。")
    await dialog.get_by_label("首席代表").select_option(label="许文静（xuwenjing）")
    await dialog.get_by_label("代行人").select_option(label="方雅琴")
    await dialog.get_by_label("人事档案存放证明").check()
    await dialog.get_by_label("从", exact=True).fill("2026-11-23")
    await dialog.get_by_label("到", exact=True).fill("2027-11-22")
    await dialog.get_by_label("授权书文号").fill("云人社授〔2026〕99号")
    await desk.fits()
    await dialog.get_by_role("button", name="录入授权书").click()
    await desk.sees("云人社授〔2026〕99号 已录入，等另一位管理员签发。")
    await desk.page.get_by_label("现在").select_option("proposed")
    await desk.sees("您录入的，请另一位管理员（系统管理员或安全管理员）核对后签发。")
    await expect(desk.page.get_by_role("button", name="签发", exact=True)).to_have_count(0)
    await desk.press("退出")

    await enters(desk, town, "hongan")
    await desk.press("首席代表授权")
    await desk.page.get_by_label("现在").select_option("proposed")
    await desk.press("签发")
    await dialog_of(desk).get_by_role("button", name="签发").click()
    await desk.sees("云人社授〔2026〕99号：签发，已办好。")
    await desk.fits()
    await desk.press("退出")

    await enters(desk, town, "xuwenjing")
    await desk.press("首席代表授权")
    letter = desk.page.get_by_role("listitem").filter(has_text="云人社授〔2026〕99号")
    await letter.get_by_role("button", name="登记离岗").click()
    await dialog_of(desk).get_by_label("理由").fill("外出培训两天")
    await dialog_of(desk).get_by_role("button", name="登记离岗").click()
    await expect(letter).to_contain_text("生效中，现由代行人决定")
    await desk.shoot("authorisations")
    await letter.get_by_role("button", name="登记返岗").click()
    await dialog_of(desk).get_by_role("button", name="登记返岗").click()
    await expect(letter.get_by_role("button", name="登记离岗")).to_be_visible()
    await expect(letter.get_by_role("button", name="撤销授权")).to_have_count(0)


async def test_who_revokes_a_letter_is_told_what_nobody_may_decide_then(desk: Desk, town: Town) -> None:
    await looked_at(town, await waiting_for_a_look(town, await town.proven("li-qiang")))
    await enters(desk, town, "taosiyuan")
    await desk.press("首席代表授权")
    letter = desk.page.get_by_role("listitem").filter(has_text="云首授〔2026〕10号")
    await expect(letter).to_contain_text("只有凭它才能决定的")
    await expect(letter).to_contain_text("「占用、挖掘城市道路审批」1件")
    await letter.get_by_role("button", name="撤销授权").click()
    await expect(dialog_of(desk)).to_contain_text("「占用、挖掘城市道路审批」1件只有凭它才能决定，撤销以后没有人能决定，请先另办授权书。")
    await dialog_of(desk).get_by_label("理由").fill("岗位调整")
    await dialog_of(desk).get_by_role("button", name="撤销授权").click()
    await expect(letter).to_contain_text("现在没有人能决定的")
    await expect(letter).to_contain_text("请尽快另办授权书")
    await desk.fits()


async def test_the_auditor_finds_who_looked_at_whom_and_that_the_log_is_whole(desk: Desk, town: Town) -> None:
    await town.proven("wang-guifang")
    seen = {"document_type": "resident_card", "id_number": town.citizen("wang-guifang").id_number, "name": "王桂芳"}
    answer = await town.post("/api/v1/staff/people", seen, token=await town.staff("linxiaoyan"))
    assert answer.status == 200, answer.text
    await town.world.settle()
    await town.world.product.engines.audit.tick()

    await enters(desk, town, "cuimingcha")
    await expect(desk.page.get_by_text("按号码查一份证明")).to_be_visible()
    await desk.press("审计")
    await desk.sees("个人账号：查看")
    await desk.sees("全部，没有条件")
    await desk.page.get_by_label("谁做的").select_option(label="林晓燕（政务服务和数据管理局）")
    await desk.page.get_by_label("只看「查看」").check()
    await desk.press(re.compile("^查询"))
    table = desk.page.get_by_role("region", name="日志")
    await expect(table.locator("tbody tr")).to_have_count(1)
    await expect(table).to_contain_text("王*芳")
    await expect(table).to_contain_text("已封存")
    await desk.fits()
    await desk.shoot("audit-log")
    await desk.page.get_by_label("从").fill("2026-12-01")
    await desk.press(re.compile("^查询"))
    await desk.sees("这些条件下没有记录。")

    await desk.page.locator("h1").click()
    await desk.page.keyboard.press("2")
    await desk.page.get_by_label("证件号码").fill("990101197009120061")
    await desk.page.get_by_label("为什么查").fill("信访核实")
    await desk.press(re.compile("^查询"))
    await expect(desk.page.get_by_role("alert")).to_be_visible()
    await desk.page.get_by_label("证件号码").fill(town.citizen("wang-guifang").id_number)
    await desk.page.get_by_label("证件号码").press("Enter")
    await expect(desk.page.get_by_role("region", name="日志")).to_contain_text("林晓燕")
    await desk.sees("审计日志：查谁看过一个人的信息")
    await desk.shoot("audit-person")

    await desk.page.locator("h1").click()
    await desk.page.keyboard.press("3")
    await desk.page.keyboard.press("v")
    await desk.sees(re.compile("日志完整：共核对 1 批，没有发现改动。"))
    row = (await town.world.product.engines.audit.rows({"action": "person.read"}))[0]
    await town.world.store.audit.change_many({"_id": row["_id"]}, {"$set": {"action": "person.forged"}})
    await desk.press(re.compile("^从头核对"))
    await desk.sees("第 1 批的记录被改动过")
    await desk.fits()
    await desk.shoot("audit-chain")


async def test_these_pages_are_for_those_who_have_them_by_the_address_too(desk: Desk, town: Town) -> None:
    await desk.login("wenyiming")
    await desk.sees("今天要办的")
    for address in ("/people", "/audit", "/authorisations", "/devices"):
        await desk.open(address)
        await desk.sees("今天要办的")
    clerk = await town.staff("linxiaoyan")
    for path in ("accounts", "audit/log", "audit/chain", "audit/subjects", "authorisations"):
        assert (await town.get(f"/api/v1/staff/{path}", token=clerk)).status == 403


async def test_a_system_administrator_registers_a_screen_and_takes_a_kiosk_out_of_use(desk: Desk, town: Town) -> None:
    await enters(desk, town, "taosiyuan")
    await desk.press("自助终端")
    await desk.sees("政务服务中心1号自助终端")
    await desk.page.keyboard.press("n")
    dialog = dialog_of(desk)
    await dialog.get_by_role("button", name="登记一台设备").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写名称，选择大厅。")
    await dialog.get_by_label("名称").fill("政务服务中心候叫屏")
    await dialog.get_by_label("大厅").select_option("center")
    await desk.fits()
    await dialog.get_by_role("button", name="登记一台设备").click()
    credential = await desk.page.locator("dt:has-text('设备凭据') + dd code").inner_text()
    await desk.shoot("devices-registered")
    told = await town.post("/api/v1/kiosk/device", {"credential": credential}, key="")
    assert (told.status, told.json["reader"]) == (200, "")
    await desk.press("已经填好，收起")
    await desk.sees_not(credential)
    await desk.press("停用政务服务中心1号自助终端")
    await dialog_of(desk).get_by_label("理由").fill("读卡器坏了")
    await dialog_of(desk).get_by_role("button", name="停用政务服务中心1号自助终端").click()
    await desk.sees("已停用：读卡器坏了")
    await desk.fits()
    await desk.shoot("devices")
    assert (await town.post("/api/v1/kiosk/device", {"credential": "demo-kiosk-center-1"}, key="")).status == 401


async def test_the_register_of_devices_says_what_to_do_while_it_cannot_be_read(desk: Desk, town: Town) -> None:
    await enters(desk, town, "taosiyuan")
    await desk.page.route("**/api/v1/staff/kiosks", lambda route: route.abort())
    await desk.press("自助终端")
    await expect(desk.page.get_by_role("alert")).to_be_visible()
    await desk.page.unroute("**/api/v1/staff/kiosks")
    await desk.press("再试一次")
    await desk.sees("政务服务中心1号自助终端")

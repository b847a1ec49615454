"""An old woman without a phone stands at a counter: looked up, attested, heard, paid, given her card; and back to the day."""

import re
from typing import Any

from playwright.async_api import Locator, expect

from tests.api.cases.test_uploads import photo
from tests.api.stories.business import act
from tests.api.stories.counterparts import handed_in
from tests.api.stories.test_s30_lease import LANDLORD, TENANT, lease
from tests.api.test_deliveries import delivery_of, on_the_road, sent
from tests.console.desk import Desk
from tests.console.test_entering import secret_of
from tests.console.test_today import HALF_PAST, comes, it_is, sits_down
from tests.factories import Town
from tests.payments_world import CLERK, HEAD, WINDOW, bill_of, lost_card


async def shows(desk: Desk, town: Town, who: str, *, name: str = "") -> None:
    """A card is read into the field, as a reader types it, and Enter."""
    card = town.document(who)
    await desk.page.get_by_label("姓名（照证件）").fill(name or card["name"])
    await desk.page.get_by_label(re.compile("^证件号码")).fill(card["id_number"])
    await desk.page.get_by_label(re.compile("^证件号码")).press("Enter")


async def refused(at: Locator, words: str) -> None:
    await expect(at.get_by_role("alert")).to_contain_text(words)


async def signs(desk: Desk, dialog: Locator) -> None:
    """With a pen on the pad."""
    pad = await dialog.get_by_role("img", name="签名框").bounding_box()
    assert pad
    await desk.page.mouse.move(pad["x"] + 40, pad["y"] + 40)
    await desk.page.mouse.down()
    await desk.page.mouse.move(pad["x"] + 200, pad["y"] + 60, steps=4)
    await desk.page.mouse.up()


async def decided(town: Town, case: dict[str, Any]) -> None:
    """The police say yes; the card is still to be made."""
    clerk = await town.staff(CLERK)
    await town.world.settle()
    await act(town, clerk, case, "complete-step", step="verify", finding="人像、指纹一致")
    await act(town, clerk, case, "grant")


async def made(town: Town, case: dict[str, Any]) -> None:
    """The card waits at the counter."""
    await act(town, await town.staff(WINDOW), case, "deliver", kind="居民身份证", number="NO-1", method="counter")


async def takes_a_certificate(desk: Desk, town: Town) -> None:
    """The next person, attested for it, by keyboard; the registers say yes, and it lies ready to be printed."""
    page, dialog = desk.page, desk.page.get_by_role("dialog")
    await page.keyboard.press("Alt+n")
    await shows(desk, town, "wang-guifang")
    await desk.sees("王桂芳")
    await expect(page.get_by_role("region", name="证明", exact=True)).to_be_visible()
    await page.keyboard.press("Alt+g")  # whoever is heard about a grant is looked at first
    await expect(dialog).to_contain_text("您今天还没有当面核验这位来人。")
    await page.keyboard.press("Escape")
    await page.keyboard.press("Alt+i")
    await dialog.get_by_role("checkbox").press("Control+Enter")
    await refused(dialog, "请先当面对照证件，问清本人是不是要开证明，再勾选。")
    await dialog.get_by_role("checkbox").press("Space")
    await dialog.get_by_role("checkbox").press("Control+Enter")
    await expect(page.get_by_role("complementary", name="来的人")).to_contain_text("已核验，到")
    choices = page.get_by_role("group", name="开哪一种证明")
    await expect(choices.get_by_role("button").first).to_be_focused()
    await expect(choices.get_by_role("button", name="单位")).to_have_count(0)
    await choices.get_by_role("button", name=re.compile("社会化管理退休人员证明")).press("Enter")
    await expect(page.get_by_label("退休人员身份")).to_be_focused()
    await page.get_by_label("养老金待遇").check()
    await page.get_by_label("购房租房").check()
    await page.get_by_label("已经读给王桂芳听").check()
    await desk.fits()
    await desk.shoot("counter-certificate")
    await page.get_by_label("已经读给王桂芳听").press("Control+Enter")
    await desk.sees("开好了：社会化管理退休人员证明")
    await expect(page.get_by_role("button", name=re.compile("^打印"))).to_be_focused()
    await page.keyboard.press("Alt+i")
    await expect(page.get_by_role("region", name="证明", exact=True)).to_contain_text("倪晨代录")
    await page.keyboard.press("Alt+w")  # attested for it already: straight to what is written down for her
    await desk.sees("办什么")
    await expect(page.get_by_role("heading", name="代录申请")).to_be_visible()
    await page.keyboard.press("F6")
    await expect(page.get_by_role("complementary", name="来的人")).to_contain_text("王桂芳")


async def test_everything_for_one_person_on_one_page(desk: Desk, town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await lost_card(town, citizen)
    dialog, alert = desk.page.get_by_role("dialog"), desk.page.get_by_role("main")
    await desk.login(WINDOW)
    await desk.press("窗口服务")
    await desk.page.get_by_label(re.compile("^证件号码")).wait_for()
    await desk.page.keyboard.press("Alt+o")
    await refused(alert, "先刷证件找到人，再按这个键。")
    await desk.page.get_by_label(re.compile("^证件号码")).press("Enter")
    await refused(alert, "请刷卡，或照证件填写号码。")
    await shows(desk, town, "huang-wenbin")
    await refused(alert, "这张证件已经登记挂失")
    await desk.press("证件挂失了")
    await desk.page.get_by_label("看了哪种别的证件").fill("户口簿")
    await desk.page.get_by_label("看了哪种别的证件").press("Enter")
    await desk.sees("11月16日 周一登记挂失的证件，核对了户口簿。")
    await desk.page.keyboard.press("Alt+n")
    await desk.sees_not("黄文斌")
    looked_up = await desk.holds_back(re.compile("/staff/hearings$"))  # what is asked last of whoever is looked up
    await shows(desk, town, "wang-guifang")
    await looked_up.is_asked()
    await desk.page.keyboard.press("Alt+n")  # the next person steps up before the answer is there
    await looked_up.comes()
    await expect(desk.page.get_by_role("complementary", name="来的人")).to_have_count(0)
    await shows(desk, town, "wang-guifang", name="王桂芬")
    await refused(alert, "姓名与证件号码对不上")
    await shows(desk, town, "wang-guifang")
    await expect(desk.page.get_by_role("region", name="要缴的费")).to_contain_text("40.00 元")

    await desk.page.keyboard.press("Alt+a")
    await dialog.get_by_label("核验的用途").fill("补领身份证、委托女儿代办")
    await dialog.get_by_label("核验的用途").press("Control+Enter")
    await desk.sees(re.compile("王桂芳：已核验，今天 24:00 前有效"))
    await expect(desk.page.get_by_role("complementary", name="来的人")).to_contain_text("已核验，到")

    await desk.page.keyboard.press("Alt+g")
    await expect(dialog.get_by_role("checkbox", name=re.compile("施工许可"))).to_have_count(0)
    daughter = town.document("li-min")
    await dialog.get_by_label("代办人的证件号码").fill(daughter["id_number"])
    await dialog.get_by_label("姓名（照证件）").fill(daughter["name"])
    await dialog.get_by_label("按名称找事项").fill("长寿")
    await dialog.get_by_role("checkbox", name=re.compile("长寿")).first.check()
    await dialog.get_by_label("到哪一天为止").fill("2026-12-31")
    await dialog.get_by_label("本人说了什么").fill("老人说腿脚不便，让女儿替她办")
    await dialog.get_by_role("button", name="登记授权").click()
    await refused(dialog, "请先读给本人听，本人说同意再勾选。")
    paper = {"name": "授权书.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    await dialog.get_by_label(re.compile("^照片")).set_input_files([paper])  # pyright: ignore[reportArgumentType]
    await expect(dialog.get_by_label("读给本人听", exact=True)).to_contain_text("王桂芳，您同意由李敏替您办")
    await dialog.get_by_label("已把上面的话读给本人听").check()
    await desk.fits()
    await desk.shoot("counter-grant")
    await dialog.get_by_label("本人说了什么").press("Control+Enter")
    await desk.sees(re.compile("授权已登记"))
    await desk.press("看照片（1）")
    await expect(desk.page.get_by_role("img", name="授权的照片")).to_be_visible()
    await desk.press("收起照片")

    await desk.page.keyboard.press("Alt+c")
    await expect(dialog).to_contain_text(re.compile("请当面点清 王桂芳 要缴的 40.00 元"))
    (bill,) = await town.world.store.bills.find({"state": "open"})
    colleague = await town.post(
        f"/api/v1/staff/bills/{bill['_id']}/collect", {"version": bill["version"], "method": "cash"}, token=await town.staff(WINDOW)
    )
    assert colleague.status == 200
    await dialog.get_by_role("button", name="收现金").press("Enter")
    await refused(desk.page.get_by_role("main"), "在窗口已经缴清")  # a colleague was faster: the money in hand goes back
    await expect(dialog).to_have_count(0)
    await desk.sees("没有这个窗口能收的费，也没有等领的退款。")

    await decided(town, case)
    await desk.page.keyboard.press("Alt+n")
    await shows(desk, town, "wang-guifang")
    await desk.sees("没有这个窗口能收的费，也没有等领的退款。")
    waiting = desk.page.get_by_role("region", name="待领的结果")
    await expect(waiting).to_contain_text(re.compile("已批准，制作结果，还不能领"))
    await waiting.get_by_role("link", name="看办件").press("Enter")
    await desk.sees("回到窗口服务")
    await desk.page.keyboard.press("F6")  # she stands there still
    await expect(desk.page.get_by_role("complementary", name="来的人")).to_contain_text("王桂芳")
    await made(town, case)
    await desk.press("待交付的结果")
    await desk.sees(re.compile("居民身份证 NO-1"))
    await desk.page.keyboard.press("ArrowDown")
    await desk.page.keyboard.type("JKZZZ9")  # scanned with the focus in a row: none of it is a key
    await desk.page.keyboard.press("Enter")
    await desk.sees("没有编号或取件码是「JKZZZ9」的结果在这里交付，请核对后再找。")
    await desk.press("看全部")
    await desk.sees(re.compile("居民身份证 NO-1"))
    await desk.fits()
    await desk.shoot("results")
    await desk.page.keyboard.press("Alt+o")
    await dialog.get_by_role("button", name="交付").click()
    await refused(dialog, "请刷卡，或照证件填写号码。")
    await desk.page.keyboard.press("Escape")

    await desk.press("窗口服务")
    await shows(desk, town, "wang-guifang")
    await desk.sees(re.compile("李\\* 代办"))
    await desk.fits()
    await desk.shoot("counter")
    await desk.page.set_viewport_size({"width": 390, "height": 844})
    await desk.fits_a_hand()
    await desk.shoot("counter-phone")
    await desk.page.set_viewport_size({"width": 1440, "height": 900})
    await desk.page.keyboard.press("Alt+o")
    await dialog.get_by_role("button", name="交付").click()
    await refused(dialog, "请先当面核对证件原件")
    await dialog.get_by_label("已当面核对证件原件").check()
    await dialog.get_by_role("button", name="交付").click()
    await refused(dialog, "请领取人签名")
    await signs(desk, dialog)
    await desk.fits()
    await desk.shoot("counter-hand-over")
    await dialog.get_by_role("button", name="交付").click()
    await desk.sees(re.compile("居民身份证已交给 王桂芳。签名图片已存到下载里"))

    await desk.page.get_by_role("region", name="授权").get_by_role("button", name="撤销").click()
    await dialog.get_by_role("button", name="撤销授权").click()
    await refused(dialog, "请写明在哪里听取、本人说了什么。")
    await dialog.get_by_label("本人说了什么").fill("老人说自己来办，不再委托")
    await dialog.get_by_label("本人说了什么").press("Control+Enter")
    await desk.sees(re.compile("授权已撤销，马上不能再代办"))
    await desk.sees(re.compile("没有授权。"))


async def test_from_the_day_to_the_counter_and_back(desk: Desk, town: Town) -> None:
    await comes(town, "冯玉兰", "longevity", HALF_PAST)
    it_is(town, 8, 50)
    await sits_down(desk)
    await desk.page.keyboard.press("ArrowDown")
    await desk.sees("窗口服务：收件、收费、交付")
    await desk.page.keyboard.press("F6")
    await expect(desk.page.get_by_label("姓名（照证件）")).to_have_value("冯玉兰")
    await desk.sees(re.compile("冯玉兰：.*请刷身份证"))
    await desk.page.keyboard.press("F6")
    await expect(desk.page.get_by_label("我坐的窗口")).to_have_value("luoxi-01")


async def test_what_is_let_off_goes_back_or_came_back(desk: Desk, town: Town) -> None:
    other = await town.proven("zhou-jianping")
    parcel = await sent(town, other)
    await on_the_road(town, (await delivery_of(town, other, parcel))["waybill"], "returned", "没有送到")
    citizen = await town.proven("wang-guifang")
    case = await lost_card(town, citizen)
    number = (await bill_of(town, citizen, case))["number"]
    dialog, main = desk.page.get_by_role("dialog"), desk.page.get_by_role("main")
    await desk.login(HEAD, secret=secret_of(town, HEAD))
    await desk.press("待交付的结果")
    await desk.sees("有 1 件快递退回或遗失了，请重新寄送，或改为窗口领取。")
    await desk.sees(re.compile("没有送到"))
    await desk.press("改为窗口领取")
    await dialog.get_by_role("button", name="改为窗口领取").click()
    await desk.sees(re.compile("居民身份证改在.*领取，申请人会收到通知。"))

    await desk.press("窗口服务")
    field = desk.page.get_by_label(re.compile("^证件号码"))
    await field.fill("99010120261123999999")
    await field.press("Enter")
    await refused(main, "没有号码是「99010120261123999999」的缴款书")
    await field.fill(number)
    await field.press("Enter")
    await desk.press("减免")
    await dialog.get_by_label("理由").fill("家里刚遭火灾")
    await dialog.get_by_label("一共减免多少元").fill("十五")
    await dialog.get_by_role("button", name="减免").click()
    await refused(dialog, "减免的金额请填写数字")
    await dialog.get_by_label("一共减免多少元").fill("15")
    await dialog.get_by_role("button", name="减免").click()
    await desk.sees("已减免 15.00 元，还要缴 25.00 元。")
    await desk.press("刷卡")
    await dialog.get_by_role("button", name="刷卡收款").click()
    await refused(dialog, "请填写刷卡小票上的参考号。")
    await dialog.get_by_label("刷卡小票上的参考号").fill("820011")
    await dialog.get_by_label("刷卡小票上的参考号").press("Control+Enter")
    await desk.sees(re.compile("已收 25.00 元"))
    async with desk.page.expect_download() as receipt:
        await desk.press("下载票据")
    assert (await receipt.value).suggested_filename.startswith("电子票据 ")

    await town.world.settle()
    await act(town, citizen, case, "withdraw", staff=False)
    await town.world.settle()
    await field.press("Enter")
    await desk.press("退款给本人")
    await dialog.get_by_label("证件号码").fill(town.document("li-min")["id_number"])
    await dialog.get_by_label("姓名（照证件）").fill("李敏")
    await dialog.get_by_role("button", name="退款给本人").click()
    await refused(dialog, "请先当面核对缴款人本人的证件原件")
    await dialog.get_by_label("已当面核对证件原件").check()
    await dialog.get_by_role("button", name="退款给本人").click()
    await refused(dialog, "证件上的人不是缴款人，请核对。")
    await desk.fits()
    await desk.shoot("counter-refund")
    await dialog.get_by_label("证件号码").fill(town.document("wang-guifang")["id_number"])
    await dialog.get_by_label("姓名（照证件）").fill("王桂芳")
    await dialog.get_by_role("button", name="退款给本人").click()
    await desk.sees("已退给 王桂芳 25.00 元。")
    await expect(desk.page.get_by_role("button", name="退款给本人")).to_have_count(0)


async def test_a_landlord_without_a_phone_is_read_to_and_says_yes(desk: Desk, town: Town) -> None:
    await handed_in(town, await town.proven(TENANT), "lease-filing", lease(town, owned="alone", co_owners=None))
    dialog = desk.page.get_by_role("dialog")
    await desk.login("nichen")
    await desk.press("窗口服务")
    await shows(desk, town, LANDLORD)
    await desk.press("读给本人听")
    await expect(dialog.get_by_role("region", name="读给本人听")).to_contain_text("2600")
    await dialog.get_by_role("button", name="登记本人的话").click()
    await refused(dialog, "请选本人同意还是不同意。")
    await dialog.get_by_label("不同意", exact=True).check()
    await dialog.get_by_role("button", name="登记本人的话").click()
    await refused(dialog, "请写明本人不同意的理由。")
    await dialog.get_by_label("同意", exact=True).check()
    await dialog.get_by_label("怎样听取的、本人说了什么").fill("逐项念给房东听过，说没有问题")
    await dialog.get_by_role("checkbox").first.check()
    await desk.fits()
    await desk.shoot("counter-word")
    await dialog.get_by_role("button", name="登记本人的话").click()
    await desk.sees(re.compile("已登记：同意。"))
    await desk.sees("没有等本人确认、签名或陈述的事。")
    await takes_a_certificate(desk, town)

"""Who stands at a kiosk: a card or a phone, a check-in, a guide, a result to collect, and nothing left for the next person."""

import json
import re

from playwright.async_api import Route, expect

from tests.api.test_deliveries import at_counter, delivery_of
from tests.console.desk import Desk
from tests.console.kiosk import Kiosk
from tests.factories import TUESDAY_NINE, Town


async def test_a_visitor_checks_in_by_the_card_alone(kiosk: Kiosk, town: Town) -> None:
    await town.booked(await town.matched("li-min"), {"items": ["ssc-apply"], "hall": "center", "start": TUESDAY_NINE})
    town.world.clock.forward(hours=22, minutes=15)
    await kiosk.start()
    await kiosk.fits()
    await kiosk.large_enough()
    await kiosk.shoot("start")
    await kiosk.card_of("李敏")
    await kiosk.sees("李敏，请选择要办的事")
    await kiosk.fits()
    await kiosk.large_enough()
    await kiosk.shoot("menu")
    await kiosk.without_answers("**/api/v1/appointments")
    await kiosk.press("预约签到")
    await kiosk.sees("再试一次")
    await kiosk.fits()
    await kiosk.shoot("no-answer")
    await kiosk.page.unroute_all()
    await kiosk.press("再试一次")
    await kiosk.sees("还没到签到的时候")
    await kiosk.sees_not("我到了，签到")
    town.world.clock.forward(minutes=30)
    await kiosk.press("返回")
    await kiosk.press("预约签到")
    await kiosk.press("我到了，签到")
    await kiosk.sees("签到好了，请记住您的号码")
    await expect(kiosk.page.locator("main .ticket")).to_have_text("A001")
    await kiosk.sees("下一个就到您")
    await kiosk.sees_not("已签到")
    await kiosk.press("打印号单")
    await kiosk.sees("正在打印，请在出纸口取纸")
    await kiosk.press("打印号单")
    await kiosk.sees("还要再打印一份吗")
    await kiosk.press("不用了")
    assert await kiosk.printed() == 1
    await kiosk.page.emulate_media(media="print")
    await expect(kiosk.page.get_by_role("article", name="号单")).to_be_visible()
    await expect(kiosk.page.locator("#app")).to_be_hidden()
    await kiosk.page.emulate_media(media="screen")
    await kiosk.fits()
    await kiosk.shoot("checked-in")
    said = await kiosk.page.evaluate("window.said.join('；')")
    assert all(words in said for words in ("请选择要办的事", "预约签到", "签到好了，您的号码是 A001")), said
    await kiosk.context.set_offline(True)
    await kiosk.press("办完了，退出")
    await kiosk.sees("这台终端暂时连不上，请到窗口办理")
    assert "李敏" not in await kiosk.page.content(), "off the screen at once, whether a server is there or not"
    await kiosk.fits()
    await kiosk.shoot("away")
    await kiosk.context.set_offline(False)
    await kiosk.sees("请把身份证放在读卡区")
    assert {each.get("name") for each in await kiosk.context.cookies()} == {"yici_kiosk"}


async def test_whoever_has_no_card_enters_by_phone_and_is_looked_at_by_staff(kiosk: Kiosk, desk: Desk, town: Town) -> None:
    phone, stranger = await town.matched("li-qiang"), await town.matched("li-min")
    await town.sandbox.switch("reader", down=True)
    await kiosk.page.clock.install()
    await kiosk.start(reader=False)
    await kiosk.sees("读卡器没有回应，现在不能刷身份证")
    await kiosk.fits()
    await kiosk.shoot("reader-away")
    await town.sandbox.reset_switches()
    async with kiosk.page.expect_request("**/cards", timeout=5_000):  # where one is waited for it is looked for more often
        await kiosk.page.clock.run_for(3_000)
    await kiosk.sees("请把身份证放在读卡区")
    await kiosk.sees_not("读卡器没有回应，现在不能刷身份证")
    await kiosk.press("没带身份证")
    await kiosk.sees("请到任一窗口")
    await kiosk.press("带了手机，扫码进入")
    await kiosk.sees("请用手机微信扫这个码")
    await kiosk.fits()
    await kiosk.shoot("without-card")
    await kiosk.agreed_by(town, phone)
    await kiosk.sees("李强，请选择要办的事")
    await kiosk.press("我的证明")
    await kiosk.fits()
    await kiosk.shoot("proof-ways")
    await kiosk.press("用手机扫码")
    await kiosk.sees("请用您本人的手机微信扫这个码")
    await kiosk.shoot("proof-phone")
    await kiosk.agreed_by(town, stranger)
    await kiosk.sees("扫码的手机登录的不是您本人")
    await kiosk.fits()
    await kiosk.shoot("proof-refused")
    await kiosk.press("返回")
    await kiosk.press("请工作人员来核对")
    number = await kiosk.page.locator(".number").inner_text()
    await kiosk.fits()
    await kiosk.shoot("proof-staff")
    await desk.login("linxiaoyan")
    await desk.sees("有人请求当面核对：李*")
    await desk.fits()
    await desk.shoot("kiosk-waits")
    await desk.page.keyboard.press("Alt+k")
    await desk.write("终端屏幕上的数字", number)
    await desk.write("证件号码最后四位", "0000")
    await desk.page.keyboard.press("Control+Enter")
    await desk.sees("和自助终端上读到的证件不一样")
    await desk.fits()
    await desk.shoot("kiosk-help")
    await desk.write("证件号码最后四位", town.citizen("li-qiang").id_number[-4:])
    await desk.page.keyboard.press("Control+Enter")
    await desk.sees("核对好了，李*可以在政务服务中心1号自助终端上接着办")
    await desk.sees_not("有人请求当面核对")
    await kiosk.sees("您还没有开具过证明")


async def test_nothing_of_the_first_person_is_left_for_the_second(kiosk: Kiosk, town: Town) -> None:
    await town.made("/api/v1/cases", {"item": "ssc-apply"}, await town.matched("li-min"))
    await kiosk.page.clock.install()
    await kiosk.start()
    await kiosk.card_of("李敏")
    await kiosk.sees("李敏，请选择要办的事")
    await kiosk.page.clock.run_for(65_000)
    await kiosk.sees(re.compile("您还在吗"))
    await expect(kiosk.page.get_by_role("button", name="预约签到")).to_have_count(0)
    await kiosk.fits()
    await kiosk.large_enough()
    await kiosk.shoot("absent")
    await kiosk.press("我还在")
    await kiosk.press("提交准备好的申请")
    await kiosk.press("社会保障卡申领")
    await kiosk.sees("申请人 李敏")
    await kiosk.press("用手机接着填")
    await kiosk.sees("就能在手机上接着填")
    await kiosk.sees_not("李敏")
    await kiosk.page.clock.run_for(65_000)
    await kiosk.sees(re.compile("您还在等吗"))
    await kiosk.fits()
    await kiosk.shoot("absent-waiting")
    await kiosk.page.clock.run_for(40_000)
    await kiosk.sees("就能在手机上接着填")
    async with kiosk.page.expect_navigation(url=f"{town.url}/kiosk"):
        await kiosk.page.clock.run_for(50_000)
    await kiosk.sees("请把身份证放在读卡区")
    await kiosk.sees_not("李敏，请选择要办的事")
    names = {each.get("name") for each in await kiosk.context.cookies()}
    assert names == {"yici_kiosk"}, "the device stays known, the person does not"
    assert await kiosk.page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert await kiosk.page.evaluate("caches.keys().then(keys => keys.length)") == 0
    (kept,) = await town.world.store.sessions.find({"kiosk": "kiosk-center-1"})
    assert kept["ended_at"] is not None
    await kiosk.page.go_back()
    assert "李敏，" not in await kiosk.page.content()
    assert kiosk.page.url in ("about:blank", f"{town.url}/kiosk")


async def test_a_page_that_is_left_by_the_browser_leaves_no_session_behind(kiosk: Kiosk, town: Town) -> None:
    await kiosk.start()
    await kiosk.card_of("李敏")
    await kiosk.sees("李敏，请选择要办的事")
    await kiosk.page.goto("about:blank")
    await kiosk.page.go_back()
    await kiosk.sees("请把身份证放在读卡区")
    await kiosk.card_of("周子涵")
    await kiosk.sees("周子涵，请选择要办的事")
    await kiosk.page.reload()
    await kiosk.sees("请把身份证放在读卡区")
    assert [each["ended_at"] is not None for each in await town.world.store.sessions.find({"kiosk": "kiosk-center-1"})] == [True, True]
    assert {each.get("name") for each in await kiosk.context.cookies()} == {"yici_kiosk"}


async def test_a_guide_is_read_without_a_card_and_taken_away_on_the_phone(kiosk: Kiosk, town: Town) -> None:
    await kiosk.start()
    await kiosk.press("办事指南")
    await kiosk.fits()
    await kiosk.large_enough()
    await kiosk.shoot("themes")
    await kiosk.press("老年")
    await expect(kiosk.page.get_by_role("heading", name="老年")).to_be_visible()
    await kiosk.press("长寿保健金")
    await kiosk.sees("要准备的")
    async with kiosk.page.expect_response("**/advice-slips") as answered:
        await kiosk.press("用手机带走这份告知单")
    slip = await (await answered.value).json()
    await expect(kiosk.page.get_by_role("img", name=f"告知单 {slip['number']} 的二维码")).to_be_visible()
    await kiosk.fits()
    await kiosk.shoot("guide")
    assert await kiosk.read_code() == f"{town.url}{slip['page']}"
    assert "高龄" in (await town.get(slip["page"])).text
    await kiosk.without_answers("**/advice-slips/*.pdf")
    await kiosk.press("打印告知单")
    await kiosk.sees("还不行的，到窗口打印")
    assert await kiosk.printed() == 0
    await kiosk.page.unroute_all()
    await kiosk.press("打印告知单")
    await kiosk.sees("正在打印，请在出纸口取纸")
    assert await kiosk.page.locator(".sheets canvas").first.evaluate("canvas => canvas.width") > 2400, "300 dots an inch"
    await kiosk.press("返回")
    await kiosk.press("返回")
    await kiosk.press("返回")
    await kiosk.sees("请把身份证放在读卡区")


async def test_whoever_leaves_a_guide_open_leaves_the_first_page_to_the_next(kiosk: Kiosk) -> None:
    await kiosk.page.clock.install()
    await kiosk.start()
    await kiosk.press("办事指南")
    await kiosk.page.clock.run_for(65_000)
    await kiosk.sees(re.compile("您还在吗"))
    async with kiosk.page.expect_navigation():
        await kiosk.page.clock.run_for(30_000)
    await kiosk.sees("请把身份证放在读卡区")


async def test_a_childs_card_says_what_the_guardian_does(kiosk: Kiosk) -> None:
    await kiosk.start()
    await kiosk.card_of("赵一辰")
    await kiosk.sees("未满18周岁的，申请和开证明由爸爸妈妈或者别的监护人办")
    await kiosk.sees("预约签到")
    await kiosk.sees_not("我的证明")
    await kiosk.fits()
    await kiosk.large_enough()
    await kiosk.shoot("child")


async def test_where_a_result_waits_and_with_which_code_is_told_after_a_code(kiosk: Kiosk, town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    code = (await delivery_of(town, citizen, await at_counter(town, citizen)))["pickup"]
    await kiosk.start()
    await kiosk.card_of("王桂芳")
    await kiosk.press("取结果")
    await kiosk.sees_not(code)
    await kiosk.proven(town, "wang-guifang")
    await kiosk.sees(f"取件码 {code}")
    await kiosk.fits()
    await kiosk.shoot("pick-up")


async def test_a_reader_that_is_no_demos_reads_what_lies_on_it(kiosk: Kiosk, town: Town) -> None:
    async def without_cards_to_choose(route: Route) -> None:
        answer = await route.fetch()
        await route.fulfill(response=answer, json={**await answer.json(), "demo": False})

    async def her_card_lies_there(route: Route) -> None:
        asked: dict[str, str] = json.loads(route.request.post_data or "")
        await route.continue_(post_data=asked | {"card": "li-min"})

    await kiosk.page.route("**/api/v1/kiosk/device", without_cards_to_choose)
    await kiosk.page.route("**/read", her_card_lies_there)
    await kiosk.start()
    await kiosk.fits()
    await kiosk.shoot("start-real")
    await kiosk.press("身份证放好了，点这里读卡")
    await kiosk.sees("李敏，请选择要办的事")

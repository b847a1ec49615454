"""The kiosk in Chromium at 1080 × 1920: a card, a check-in, an application handed in, and nothing left for the next person."""

import re
from collections.abc import AsyncIterator
from io import BytesIO
from typing import TypeGuard

import pikepdf
import pytest
import zxingcpp
from PIL import Image
from playwright.async_api import Browser, expect

from tests.api.kiosk_hall import CREDENTIAL
from tests.api.test_deliveries import at_counter, delivery_of
from tests.browser.conftest import SHOTS
from tests.cases_world import LONGEVITY
from tests.console.desk import Desk
from tests.factories import TUESDAY_NINE, Town

_SIZE = {"width": 1080, "height": 1920}


def _is_picture(each: pikepdf.Object) -> TypeGuard[pikepdf.Stream]:
    return isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"


class Kiosk(Desk):
    """A desk that stands upright and is touched."""

    async def shoot(self, name: str) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        (await super().shoot(name)).rename(SHOTS / f"kiosk-{name}.png")

    async def start(self) -> None:
        """The first morning: the administrator sets the device up."""
        await self.page.goto(f"{self.url}/kiosk")
        await self.write("设备凭据", CREDENTIAL)
        await self.press("设为自助终端")
        await self.sees("请把身份证放在读卡区")

    async def card_of(self, name: str) -> None:
        await self.page.get_by_role("button", name=name, exact=True).click()

    async def proven(self, town: Town, who: str) -> None:
        """Types the code that was sent to the phone on record."""
        await self.sees("要再确认一次是您本人")
        await self.press("手机验证码")
        async with self.page.expect_response("**/kiosk/codes"):
            await self.press("获取验证码")
        await self.write("验证码", await town.sandbox.sms_code(str(town.citizen(who).phone)))
        await self.press("确认")

    async def touched(self) -> int:
        """How often the screen was touched since `counts_touches`."""
        return await self.page.evaluate("window.touches")

    async def counts_touches(self) -> None:
        await self.page.evaluate("window.touches = 0; addEventListener('pointerdown', () => { window.touches += 1; }, true)")

    async def read_code(self) -> str:
        """What the code on the page says to whoever scans it."""
        picture = await self.page.locator("canvas, .ask img").screenshot()
        return zxingcpp.read_barcodes(Image.open(BytesIO(picture)))[0].text

    async def agreed_by(self, town: Town, phone: str) -> None:
        """A phone scans the code on the screen and says yes, or is refused."""
        scene = (await self.read_code()).partition("?scene=")[2]
        await town.post(f"/api/v1/kiosk-asks/{scene}/agree", {}, token=phone)

    async def without_answers(self, address: str) -> None:
        """Nothing comes back from there until `unroute_all`."""
        await self.page.route(address, lambda route: route.abort())

    async def kept_answers(self, addresses: list[str]) -> list[str]:
        """Those of them the browser could answer out of its HTTP cache."""
        look = """async each => await fetch(each, {mode: 'same-origin', cache: 'only-if-cached'}).then(found => found.ok, () => false)"""
        return [each for each in addresses if await self.page.evaluate(look, each)]

    async def large_enough(self) -> None:
        """Whatever is pressed is at least 60 high and lies within the lower two thirds."""
        boxes = [await each.bounding_box() for each in await self.page.get_by_role("button").all()]
        assert boxes
        assert all(box and box["height"] >= 60 and box["y"] >= _SIZE["height"] / 3 for box in boxes), boxes


@pytest.fixture
async def kiosk(_browser: Browser, _built: None, town: Town) -> AsyncIterator[Kiosk]:
    """A device nobody has set up yet."""
    context = await _browser.new_context(viewport={"width": 1080, "height": 1920}, locale="zh-CN", timezone_id="Asia/Shanghai")
    await context.add_init_script("window.said = []; speechSynthesis.speak = words => { window.said.push(words.text); }")
    held = Kiosk(await context.new_page(), town.url)
    yield held
    await context.close()
    assert held.complaints == []


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
    await kiosk.sees("签到好了")
    await kiosk.fits()
    await kiosk.shoot("checked-in")
    said = await kiosk.page.evaluate("window.said.join('；')")
    assert all(words in said for words in ("请选择要办的事", "预约签到", "签到好了")), said
    await kiosk.context.set_offline(True)
    await kiosk.press("办完了，退出")
    await kiosk.sees("这台终端暂时连不上，请到窗口办理")
    assert "李敏" not in await kiosk.page.content(), "off the screen at once, whether a server is there or not"
    await kiosk.fits()
    await kiosk.shoot("away")
    await kiosk.context.set_offline(False)
    await kiosk.sees("请把身份证放在读卡区")
    assert {each.get("name") for each in await kiosk.context.cookies()} == {"yici_kiosk"}


async def test_an_application_prepared_on_the_phone_is_handed_in(kiosk: Kiosk, town: Town) -> None:
    phone = await town.proven("wang-guifang")
    licences = {key: {"licence": True} for key in ("resident_card", "account_proof")}
    await town.made("/api/v1/cases", {"item": "longevity", "form": LONGEVITY, "materials": licences}, phone)
    await kiosk.start()
    await kiosk.counts_touches()
    await kiosk.card_of("王桂芳")
    await kiosk.press("提交准备好的申请")
    await kiosk.press(re.compile("长寿保健金"))
    await kiosk.sees("请看一遍，都对了再提交")
    assert await kiosk.touched() == 3, "and one to hand it in: card, what to do, which"
    await kiosk.sees("用电子证照")
    await kiosk.sees(re.compile(r"王桂芳 江州银行 6222\*+0001"))
    await kiosk.sees_not("6222000000000001")
    await kiosk.fits()
    await kiosk.shoot("prepared")
    await kiosk.press("返回")
    await kiosk.press("长寿保健金")
    await kiosk.press("确认提交")
    await kiosk.sees("提交好了，办件编号")
    await kiosk.fits()


async def test_an_application_is_begun_here_filled_in_on_the_phone_and_its_papers_scanned_here(kiosk: Kiosk, town: Town) -> None:
    phone = await town.proven("wang-guifang")
    await kiosk.start()
    await kiosk.card_of("王桂芳")
    await kiosk.sees("请选择要办的事")
    await kiosk.press("办事指南")
    await kiosk.press("老年")
    await expect(kiosk.page.get_by_role("heading", name="老年")).to_be_visible()
    await kiosk.press("长寿保健金")
    await kiosk.press("现在申请")
    await kiosk.sees(re.compile(r"还有 \d 项没有填"))
    await kiosk.press("用手机接着填")
    await kiosk.sees("就能在手机上接着填")
    await kiosk.fits()
    await kiosk.large_enough()
    await kiosk.shoot("carried")
    await kiosk.agreed_by(town, phone)
    await kiosk.sees("手机上已经打开")
    (draft,) = (await town.get("/api/v1/cases", token=phone)).json["items"]
    now = (await town.get(f"/api/v1/cases/{draft['id']}", token=phone)).json
    body = {"version": now["version"], "form": LONGEVITY}
    assert (await town.send("PUT", f"/api/v1/cases/{draft['id']}", body, token=phone)).status == 200
    await kiosk.sees("手机上改过了")
    await kiosk.sees("罗溪街道榕树里12号")
    await kiosk.press("都对，确认提交")
    await kiosk.sees("请在这里或手机上补好")
    await kiosk.press("老人的居民身份证：扫描或拍照")
    await kiosk.press("没有放好的一页")
    await kiosk.sees("盖上盖子再扫")
    await kiosk.fits()
    await kiosk.shoot("scanned-dark")
    await kiosk.press("第 1 页不要")
    await town.sandbox.switch("scanner", down=True)
    await kiosk.press("身份证复印件")
    await kiosk.sees("扫描仪没有回应")
    await town.sandbox.reset_switches()
    for count in range(1, 7):
        await kiosk.press("身份证复印件")
        await kiosk.sees(f"第 {count} 页不要")
    await kiosk.shoot("scanned")
    await kiosk.press("交这 6 页")
    await kiosk.sees("材料交好了")
    await kiosk.press("老人的居民身份证：不用拍，用电子证照")
    await kiosk.proven(town, "wang-guifang")
    await kiosk.sees("用上了电子证照，不用拍。")
    await kiosk.fits()
    await kiosk.shoot("licence")
    await kiosk.press("老人的社会保障卡或银行卡：扫描或拍照")
    await kiosk.page.evaluate("navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotFoundError')); 0")
    await kiosk.press("用摄像头拍")
    await kiosk.sees("摄像头打不开")
    await kiosk.page.evaluate("delete navigator.mediaDevices.getUserMedia")
    await kiosk.press("用摄像头拍")
    await expect(kiosk.page.get_by_label("摄像头看到的画面")).to_be_visible()
    await kiosk.shoot("camera")
    await kiosk.press("拍照")
    await kiosk.press("交这 1 页")
    await kiosk.sees("材料交好了")
    await kiosk.fits()
    await kiosk.shoot("papers")
    await kiosk.press("都对，确认提交")
    await kiosk.sees("提交好了，办件编号")
    kinds = [each["versions"][0]["content_type"] for each in await town.world.store.materials.find({}, sort=[("_id", 1)])]
    assert kinds == ["application/pdf", "image/jpeg"], "more pages than files that are taken are one PDF"


async def test_a_lost_card_is_refused_and_forgotten_and_whoever_has_no_phone_answers_here(kiosk: Kiosk, town: Town) -> None:
    await kiosk.page.clock.install()
    await kiosk.start()
    await kiosk.card_of("黄文斌")
    await kiosk.sees("这张证件已经挂失")
    await kiosk.fits()
    await kiosk.shoot("lost-card")
    await kiosk.press("没带身份证")
    await kiosk.sees_not("请把身份证放在读卡区")
    await kiosk.page.clock.run_for(65_000)
    await kiosk.sees("请把身份证放在读卡区")
    await kiosk.sees_not("这张证件已经挂失")
    await kiosk.card_of("冯玉兰")
    await kiosk.press("办事指南")
    await kiosk.press("社会保险")
    await kiosk.press("社会保障卡申领")
    await kiosk.press("现在申请")
    await kiosk.sees("还有 3 项没有填：选一家银行、卡怎么拿、联系电话")
    await kiosk.sees(re.compile("「制卡照片」要专门拍：请用手机接着填；没有手机的，请带上证件到本大厅.*窗口.*，工作人员替您办"))
    await kiosk.sees_not("都对了再提交")
    await kiosk.fits()
    await kiosk.shoot("no-phone")
    await kiosk.press("在这里填")
    await kiosk.press("填好了，下一步")
    await kiosk.sees("请选择「选一家银行」")
    await kiosk.press("江州银行")
    await kiosk.fits()
    await kiosk.large_enough()
    await kiosk.shoot("answering")
    await kiosk.press("填好了，下一步")
    await kiosk.press("到银行网点领")
    await kiosk.press("填好了，下一步")
    await kiosk.press("青石镇支行")
    await kiosk.press("填好了，下一步")
    for figure in "0600810":
        await kiosk.page.get_by_role("button", name=figure, exact=True).click()
    await kiosk.press("填好了，下一步")
    await kiosk.sees("请填写11位手机号")
    for figure in "0900":
        await kiosk.page.get_by_role("button", name=figure, exact=True).click()
    await kiosk.fits()
    await kiosk.large_enough()
    await kiosk.shoot("figures")
    await kiosk.press("填好了，下一步")
    await kiosk.sees("都填好了，请看一遍")
    await kiosk.sees("江州银行（演示）")
    await kiosk.fits()
    await kiosk.shoot("answered")
    (draft,) = await town.world.store.cases.find({"item": "ssc-apply"})
    assert (draft["form"]["branch"], draft["form"]["phone"]) == ("qingshi", "06008100900")
    await kiosk.press("都对，确认提交")
    await kiosk.sees(re.compile("请在这里或手机上补好，也可以到本大厅.*窗口"))


async def test_a_certificate_is_looked_at_and_printed_after_a_code_and_is_in_no_cache_afterwards(kiosk: Kiosk, town: Town) -> None:
    certificate = await town.certified(await town.proven("li-qiang"))
    asked: list[str] = []
    kiosk.page.on("request", lambda request: asked.append(request.url) if request.method == "GET" else None)
    await kiosk.start()
    await kiosk.card_of("李强")
    await kiosk.press("我的证明")
    await kiosk.proven(town, "li-qiang")
    await kiosk.press("查看")
    await expect(kiosk.page.get_by_role("img", name="证明第 1 页")).to_be_visible()
    await expect(kiosk.page.get_by_role("button", name="打印")).to_be_enabled()
    await kiosk.fits()
    await kiosk.shoot("certificate")
    with pikepdf.open(BytesIO(await kiosk.page.pdf(prefer_css_page_size=True, print_background=True))) as printed:
        assert len(printed.pages) == 1, "the paper, and nothing of the screen around it"
        assert [round(float(side)) for side in printed.pages[0].mediabox[2:]] == [595, 842], "A4"
        sheet = max((pikepdf.PdfImage(each).as_pil_image() for each in printed.objects if _is_picture(each)), key=lambda each: each.width)
    assert sheet.width > 2400, "300 dots an inch"
    assert certificate["verify_code"] in {each.text.rpartition("/")[2] for each in zxingcpp.read_barcodes(sheet)}
    async with kiosk.page.expect_navigation():
        await kiosk.press("办完了，退出")
    await kiosk.sees("请把身份证放在读卡区")
    shown, files = [each for each in asked if "/api/v1/" in each], [each for each in asked if "/console/assets/" in each]
    assert any(each.endswith("/file") for each in shown)
    assert await kiosk.kept_answers(shown) == []
    assert await kiosk.kept_answers(files), "what belongs to nobody is kept: so the look would find what was"
    await kiosk.page.go_back()
    assert "李强" not in await kiosk.page.content()


async def test_whoever_has_no_card_enters_by_phone_and_is_looked_at_by_staff(kiosk: Kiosk, desk: Desk, town: Town) -> None:
    phone, stranger = await town.matched("li-qiang"), await town.matched("li-min")
    await kiosk.start()
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


async def test_a_new_certificate_is_asked_for_and_shown(kiosk: Kiosk, town: Town) -> None:
    await town.proven("li-qiang")
    await kiosk.start()
    await kiosk.card_of("李强")
    await kiosk.press("我的证明")
    await kiosk.proven(town, "li-qiang")
    await kiosk.sees("您还没有开具过证明")
    await kiosk.press("开一份新的证明")
    await kiosk.press("社会保险参保缴费证明（个人）")
    await kiosk.press("开证明")
    await kiosk.sees("请")
    await kiosk.shoot("asking-incomplete")
    await kiosk.press("办理贷款")
    await kiosk.fits()
    await kiosk.shoot("asking")
    await kiosk.press("开证明")
    await expect(kiosk.page.get_by_role("img", name="证明第 1 页")).to_be_visible()
    await kiosk.press("返回")
    await kiosk.sees("有效")
    assert await town.world.store.certificates.count({}) == 1


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

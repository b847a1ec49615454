"""代录申请 on a village officer's phone: a certificate is issued to 陈国强 and printed; 冯玉兰 is attested, her application filled in,
photographed, signed and handed in."""

import re
from datetime import timedelta

from playwright.async_api import FilePayload, Page, ViewportSize, expect

from tests.api.cases.test_uploads import photo
from tests.api.stories.business import accepted
from tests.browser.conftest import SHOTS
from tests.console.desk import Desk
from tests.factories import Town
from tests.portraits import Portrait

PHONE = ViewportSize(width=390, height=844)
_WIDER = "() => { const main = document.querySelector('main'); return main.scrollWidth > main.clientWidth; }"


def picture(name: str, colour: str) -> FilePayload:
    """A photograph as the phone's camera gives it."""
    return {"name": f"{name}.jpg", "mimeType": "image/jpeg", "buffer": photo(colour)}


async def attests(page: Page, number: str, name: str = "冯玉兰", *, signed: bool = False) -> None:
    """Looks at the card, or at the paper they `signed` when there was no system, and starts, by keyboard."""
    await page.get_by_label("证件号码").fill(number)
    await page.get_by_label("姓名", exact=True).fill(name)
    await page.get_by_label(re.compile("收件单上有申请人的签名" if signed else "是本人，本人要我代录")).set_checked(True)
    await page.get_by_label("姓名", exact=True).press("Enter")


async def lives_elsewhere(desk: Desk, town: Town) -> None:
    """A resident of another town is refused before anything is written, with the way on."""
    await attests(desk.page, "990101194403080025", "王桂芳")
    await desk.sees(re.compile("这位居民请到居住地的村居服务站，或者到任一办事窗口"))
    await expect(desk.page.get_by_role("heading", name="办什么")).to_have_count(0)
    assert await town.world.store.citizens.find({"name": "王桂芳"}) == []


async def moved_since(desk: Desk, town: Town, person: str) -> None:
    """Attested here, and of another town by now: one way on, and no matter to choose."""
    citizens = town.world.store.collection("citizens")
    await citizens.change_many({"_id": person}, {"$set": {"identity.town": "luoxi"}})
    await desk.open(f"/file/{person}")
    await desk.sees(re.compile("只为本镇街的居民代录"))
    await expect(desk.page.get_by_role("heading", name="办什么")).to_have_count(0)
    await expect(desk.page.get_by_role("button", name="再试一次")).to_have_count(0)
    await expect(desk.page.get_by_role("button", name="换一位居民")).to_be_visible()
    await citizens.change_many({"_id": person}, {"$set": {"identity.town": "qingshi"}})


async def chooses_the_proof(page: Page) -> None:
    """The proof of a retired person, to rent a flat; the text is not read out yet."""
    await page.get_by_role("button", name=re.compile("社会化管理退休人员证明.*当场开出")).press("Enter")
    await page.get_by_label("退休人员身份").check()
    await page.get_by_label("购房租房").check()


async def takes_a_certificate_along(desk: Desk) -> None:
    """陈国强 has the text read to him, agrees, and it is printed, alone; it stands there to be printed again."""
    page = desk.page
    await page.evaluate("() => { window.prints = 0; window.print = () => { window.prints += 1; }; }")
    await attests(page, "990101195602110156", "陈国强")
    await chooses_the_proof(page)
    await page.get_by_role("button", name=re.compile("^开证明")).click()
    await desk.sees("请先把上面的话读给本人听，本人说同意再勾选。")
    await expect(page.get_by_label("读给本人听", exact=True)).to_contain_text("要查公安人口信息、人事档案和退休人员信息里您的记录")
    await page.get_by_label("已经读给陈国强听").check()
    await expect(page.get_by_role("alert")).to_have_count(0)
    await desk.fits_a_hand()
    await desk.shoot("file-issue")
    await page.get_by_label("已经读给陈国强听").press("Control+Enter")
    await desk.sees("开好了：社会化管理退休人员证明")
    await expect(page.get_by_role("button", name=re.compile("^打印"))).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name=re.compile("^打印"))).to_have_attribute("aria-busy", "false")
    assert await page.evaluate("window.prints") == 1
    assert await page.locator("body > .printed canvas").first.evaluate("sheet => sheet.width > 2400")
    await page.emulate_media(media="print")
    await expect(page.locator("#app")).to_be_hidden()
    await expect(page.locator("body > .printed canvas").first).to_be_visible()
    await desk.shoot("file-printed")
    await page.emulate_media(media="screen")
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    await expect(page.locator("body > .printed")).to_have_count(0)
    await desk.fits_a_hand()
    await desk.shoot("file-issued")
    await desk.press("再给这位居民办一件")
    await expect(page.get_by_role("region", name=re.compile("在这里开过的证明"))).to_contain_text("韦春燕代录")
    await desk.open("/file")


async def goes_to_a_person(desk: Desk) -> None:
    """No register knows 冯玉兰's retirement: who decides, and how she hears of it."""
    await chooses_the_proof(desk.page)
    await desk.page.get_by_label("已经读给冯玉兰听").check()
    await desk.press(re.compile("^开证明"))
    await desk.sees(re.compile("没有查到您的退休管理记录"))
    await desk.sees(re.compile("办好后会打电话告诉本人"))
    await desk.fits_a_hand()
    await desk.press("再给这位居民办一件")


async def is_cut_to_size(desk: Desk) -> None:
    """A portrait from any camera: too small is told beside it, a large one is cut from its middle, shown, and goes up as it must be."""
    page = desk.page
    await page.get_by_label("找事项").fill("社会保障卡申领")
    await page.get_by_label("找事项").press("Enter")
    await page.get_by_role("button", name=re.compile("^社会保障卡申领")).press("Enter")
    paper, chooser = page.locator("[data-material=photo]"), page.get_by_label("给制卡照片拍照或选文件")
    await chooser.set_input_files({"name": "小.jpg", "mimeType": "image/jpeg", "buffer": Portrait(size=(300, 400)).jpeg()})
    await expect(paper.get_by_role("alert")).to_contain_text("这张只有宽300、高400像素")
    await chooser.set_input_files({"name": "相机.jpg", "mimeType": "image/jpeg", "buffer": Portrait(size=(1500, 1000)).jpeg()})
    await expect(paper.get_by_role("img")).to_be_visible()
    assert await paper.get_by_role("img").evaluate("shown => [shown.naturalWidth, shown.naturalHeight]") == [358, 441]
    await desk.fits_a_hand()
    await page.screenshot(path=SHOTS / "console-file-portrait.png", full_page=True)
    await desk.press("先放着，办别的")


async def fills(page: Page) -> None:
    """What no register knows, told by her; each answer is kept as it is left."""
    await page.get_by_label("就住在户口所在地").check()
    for label, text in (("开户人", "冯玉兰"), ("开户银行", "江州银行"), ("银行账号", "6222000000000034")):
        await page.get_by_label(label, exact=True).fill(text)
        await page.get_by_label(label, exact=True).press("Tab")
    await page.get_by_label("联系电话").fill("123")
    await page.get_by_label("联系电话").press("Tab")


async def was_taken_in_on_paper(desk: Desk, town: Town) -> str:
    """The hall had no system when she came: the number of her form and the time on it are chosen. Without a block that is told."""
    on_paper, path, manager = desk.page.get_by_label(re.compile("断网时已经用纸收下")), "/api/v1/staff/halls/qingshi/outages", "suzhiyong"
    await desk.open("/file")
    await on_paper.check()
    await desk.sees(re.compile("这个大厅没有可以补录的号段"))
    await on_paper.uncheck()
    head, since = await town.head(manager), town.world.clock.now()
    block = await town.made(path, {"count": 2, "reason": "机房检修"}, head)
    town.world.clock.forward(minutes=30)
    times = {"version": block["version"], "start": since.isoformat(), "end": town.world.clock.now().isoformat()}
    assert (await town.post(f"{path}/{block['id']}/times", times, token=head)).status == 200
    await on_paper.check()
    await attests(desk.page, "990101193812120660", signed=True)
    await desk.sees("请填写：纸上的编号、收件时间。")
    await desk.page.get_by_label("纸上的编号").select_option(block["unused"][0])
    await desk.page.get_by_label("收件时间").fill(f"{since - timedelta(minutes=10):%H:%M}")
    await attests(desk.page, "990101193812120660", signed=True)
    await desk.sees(re.compile("收件时间要在断网的.*之间"))  # before anything is written down
    await desk.page.get_by_label("收件时间").fill(f"{since + timedelta(minutes=12):%H:%M}")
    await desk.fits_a_hand()
    await desk.shoot("file-late")
    await attests(desk.page, "990101193812120660", signed=True)
    await desk.sees("申请人已经回去了，照收件单填。")
    await desk.page.get_by_role("button", name=re.compile("长寿保健金.*草稿")).press("Enter")
    await desk.sees("给冯玉兰补录")
    await desk.press("时间或编号不对")
    await desk.page.get_by_label("收件时间").fill("")
    await desk.press(re.compile("^改时间"))
    await desk.sees("请填写：收件时间。")
    await desk.page.get_by_label("收件时间").fill(f"{since + timedelta(minutes=10):%H:%M}")
    await desk.fits()
    await desk.page.get_by_label("收件时间").press("Enter")
    await desk.sees(re.compile(f"{since + timedelta(minutes=10):%H:%M} 收的"))
    await desk.page.reload()
    await desk.sees(re.compile("把上面的内容和收件单逐项对一遍"))
    for spoken in ("预审", "下载申请表", "读给"):
        await expect(desk.page.get_by_text(re.compile(spoken))).to_have_count(0)
    await desk.page.get_by_role("button", name="没拍好，去掉重拍").press("Enter")
    await desk.press(re.compile("^正式提交"))
    await desk.sees("请把断网时申请人签了字的收件单拍下来，放上来再提交。")
    await desk.page.get_by_label("拍签名的收件单").set_input_files(picture("收件单", "blue"))
    await desk.sees("已放好 1 张")
    return block["unused"][0]


async def test_a_village_officer_files_for_an_elder_without_a_phone(desk: Desk, town: Town) -> None:
    page = desk.page
    await page.set_viewport_size(PHONE)
    await desk.login("weichunyan")
    await desk.sees("今天要办的")
    await desk.fits_a_hand()
    await desk.open("/file")
    await attests(page, "990101193812120661")
    await desk.sees("身份证号不对，请对照证件核对。")
    await desk.fits_a_hand()
    await lives_elsewhere(desk, town)
    await takes_a_certificate_along(desk)
    await attests(page, "990101193812120660")
    await goes_to_a_person(desk)
    await is_cut_to_size(desk)
    await page.get_by_label("找事项").fill("高龄津贴")
    await page.get_by_label("找事项").press("Enter")
    await expect(page.get_by_role("button", name=re.compile("身份证"))).to_have_count(0)
    await desk.fits_a_hand()
    await desk.shoot("file-item")
    await page.get_by_role("button", name=re.compile("长寿保健金")).press("Enter")

    await desk.sees("给冯玉兰代录")
    await expect(page.get_by_label("老人姓名")).to_have_value("冯玉兰")
    await fills(page)
    await expect(page.get_by_role("alert").first).to_be_visible()
    await page.get_by_label("联系电话").fill("16909900099")
    await page.get_by_label("联系电话").press("Tab")
    await expect(page.get_by_text("填完一项存一项")).to_be_visible()
    await page.reload()
    await expect(page.get_by_label("银行账号")).to_have_value("6222000000000034")
    await page.get_by_label("是，已经当面问过").check()
    await page.get_by_role("button", name="不用拍，用电子证照").first.click()
    await expect(page.get_by_text("用电子证照", exact=True).first).to_be_visible()
    card = page.locator("[data-material=account_proof]")
    chooser = page.get_by_label("给老人的社会保障卡或银行卡拍照或选文件")
    await chooser.set_input_files({"name": "说明.txt", "mimeType": "text/plain", "buffer": b"no picture"})
    await expect(card.get_by_role("alert")).to_contain_text("不支持这种文件。请上传照片")
    await chooser.set_input_files(picture("银行卡", "white"))
    await expect(page.get_by_text("已上传")).to_be_visible()
    await expect(card.get_by_role("alert")).to_have_count(0)
    await page.get_by_role("button", name=re.compile("^看老人的社会保障卡或银行卡第 1 张")).press("Enter")
    await expect(card.get_by_role("img")).to_be_visible()
    await desk.fits_a_hand()
    await desk.shoot("file-form")

    await page.get_by_role("button", name=re.compile("^正式提交")).press("Enter")
    await desk.sees("请申请人签名或按手印")
    async with page.expect_download() as kept:
        await page.get_by_role("button", name="下载申请表").press("Enter")
    assert (await kept.value).suggested_filename.startswith("长寿保健金")
    await page.get_by_label("开户银行", exact=True).fill("江州农商银行")
    await page.get_by_label("开户银行", exact=True).press("Tab")
    await desk.sees(re.compile("开户银行.*江州农商银行"))
    await page.get_by_label("拍签名的申请表").set_input_files(picture("申请表", "red"))
    await desk.sees("已放好 1 张")
    await page.get_by_role("button", name=re.compile("^正式提交")).press("Enter")
    await expect(page.get_by_role("dialog")).to_contain_text("最后一次改动以后，这里没有打印或下载过申请表")
    await page.keyboard.press("Escape")
    await page.set_viewport_size({"width": 1440, "height": 900})
    await desk.fits()
    await desk.shoot("file-sign")
    await page.set_viewport_size(PHONE)
    number = await was_taken_in_on_paper(desk, town)
    await page.get_by_role("heading", name="补录断网时的收件单").click()
    await page.keyboard.press("y")
    await desk.sees("已提交：长寿保健金")
    await desk.sees(f"申请人手里的回执编号是 {number}")
    await desk.fits_a_hand()
    await desk.shoot("file-done")
    (case,) = await town.world.store.cases.find({"item": "longevity"})
    assert (case["state"], case["person_name"], [each["name"] for each in case["scribes"]]) == ("received", "冯玉兰", ["韦春燕"])
    assert f"补录断网时的收件单{number}" in [
        each["purpose"] for each in (await town.world.store.citizens.get(case["person"]) or {})["proofs"]
    ]
    await desk.press("补录下一张收件单")
    await expect(page.get_by_label("纸上的编号")).to_have_value("")
    assert (case["late_entry"]["number"], case["filed_at"] < case["late_entry"]["entered_at"]) == (number, True)

    await accepted(town, await town.staff("changxiuying"), {"id": case["_id"], "obligations": []})
    await desk.context.clear_cookies()
    await desk.resume(await town.staff("qindayong"))
    pages = (("/", "今天要办的"), ("/today", "叫下一位"), ("/cases", "冯玉兰"), ("/grants", "没有等待核实"))
    for path, there in (*pages, (f"/case/{case['_id']}", "代录的人不审核、不决定")):
        await desk.open(path)
        await desk.sees(re.compile(there))
        await desk.fits_a_hand()
        assert not await page.evaluate(_WIDER), path
        assert await page.evaluate("getComputedStyle(document.body).fontSize") == "17px", "read in a hand"
        await desk.shoot(f"phone{re.sub('/case/.*', '/case', path).replace('/', '-')}")
    await desk.press("签名的申请表")
    await expect(page.get_by_role("img", name=re.compile("签名的申请表"))).to_be_visible()
    await desk.context.clear_cookies()
    await desk.resume(await town.staff("weichunyan"))
    await desk.open(f"/case/{case['_id']}")
    await desk.sees("代录的人不审核、不决定")
    await expect(page.get_by_role("button", name="领取")).to_have_count(0)

    await moved_since(desk, town, case["person"])
    town.world.clock.forward(days=1)
    await desk.open(f"/file/{case['person']}")
    await desk.sees("请先核验申请人的证件")
    await desk.press("重新核验")
    await expect(page.get_by_label("证件号码")).to_be_focused()

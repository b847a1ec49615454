"""Certificates at a kiosk: asked for, looked at, printed."""

from io import BytesIO
from typing import TypeGuard

import pikepdf
import zxingcpp
from playwright.async_api import expect

from tests.console.kiosk import Kiosk
from tests.factories import Town


def _is_picture(each: pikepdf.Object) -> TypeGuard[pikepdf.Stream]:
    return isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"


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


async def test_a_new_certificate_is_asked_for_and_shown(kiosk: Kiosk, town: Town) -> None:
    await town.proven("li-qiang")
    await kiosk.start()
    await kiosk.card_of("李强")
    await kiosk.press("我的证明")
    await kiosk.proven(town, "li-qiang")
    await kiosk.sees("您还没有开具过证明")
    await kiosk.press("开一份新的证明")
    await kiosk.press("社会保险参保缴费证明（个人）")
    await kiosk.press("填好了，下一步")
    await kiosk.sees("请选择「拿去做什么用」")
    await kiosk.shoot("asking-incomplete")
    await kiosk.press("其他用途")
    await kiosk.without_answers("**/assets/modern-*.js")
    await kiosk.press("填好了，下一步")
    await kiosk.sees("拼音暂时用不了")
    await kiosk.page.unroute_all()
    await kiosk.press("再试一次")
    await kiosk.keys("1")
    await kiosk.press("填好了，下一步")
    await kiosk.sees("用途请写2到30个字")
    await kiosk.press("清空")
    await kiosk.spells("zu", "租")
    await kiosk.spells("fang", "房")
    await kiosk.fits()
    await kiosk.large_enough()
    await kiosk.shoot("asking")
    await kiosk.press("填好了，下一步")
    await kiosk.press("改请写明用途")
    await kiosk.press("返回")
    await kiosk.sees("请看一遍，都对了再开")
    await kiosk.fits()
    await kiosk.shoot("asked")
    await kiosk.press("开证明")
    await expect(kiosk.page.get_by_role("img", name="证明第 1 页")).to_be_visible()
    await kiosk.press("返回")
    await kiosk.sees("有效")
    assert await town.world.store.certificates.count({}) == 1

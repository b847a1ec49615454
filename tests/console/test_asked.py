"""Who is asked something answers in a browser: an engraver at a phone's size, and the personnel office of a hospital at a desk."""

import io
import re

from PIL import Image
from playwright.async_api import ViewportSize, expect

from tests.api.browser_seat import digits
from tests.api.stories.business import accepted
from tests.api.stories.counterparts import handed_in
from tests.api.stories.test_s03_seal import WINDOW, applicant, checked, engraver, filed
from tests.api.stories.test_s05_doctors import FORM, HALF, hospital
from tests.browser.conftest import SHOTS
from tests.console.desk import Desk
from tests.factories import Town

PHONE: ViewportSize = {"width": 390, "height": 844}


def _sheet() -> bytes:
    """An imprint on white paper."""
    out = io.BytesIO()
    Image.new("RGB", (80, 80), "red").save(out, "JPEG")
    return out.getvalue()


async def ended_on_the_phone(town: Town, token: str) -> None:
    """Whoever sits at the computer is logged out there by their own phone."""
    sessions = (await town.get("/api/v1/me/sessions", token=token)).json["items"]
    [here] = [each for each in sessions if each["web"]]
    await town.delete(f"/api/v1/me/sessions/{here['id']}", token=token)


async def test_an_engraver_and_a_hospital_answer_what_they_are_asked(desk: Desk, town: Town) -> None:
    shop, clinic, company = await engraver(town), await hospital(town, "chen-jie"), await applicant(town)
    case = await filed(town, company)
    await checked(town, await accepted(town, await town.staff(WINDOW), case))
    page = desk.page
    await page.set_viewport_size(PHONE)
    await desk.open("/asked")
    await page.get_by_label("八位数").fill("123")
    await page.get_by_label("八位数").press("Enter")
    await expect(page.get_by_role("alert")).to_have_text("请填手机上的八位数字。")
    await page.get_by_label("八位数").fill("1234 5678")
    await page.get_by_label("八位数").press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("重新取一个")
    await desk.fits_a_hand()
    await desk.shoot("asked-enter")
    code = await digits(town, shop.agent)
    await page.get_by_label("八位数").fill(f"{code[:4]} {code[4:]}")
    await page.get_by_label("八位数").press("Enter")
    await expect(page.get_by_label("替谁办")).to_have_value(shop.id)
    await desk.fits_a_hand()
    await desk.shoot("asked-list")
    await page.locator("button.name").first.press("Enter")
    await expect(page.get_by_role("heading", name="刻章店刻好并上传印模")).to_be_visible()
    await page.keyboard.press("y")
    await desk.sees("还有没填好的，请看红字。")
    await page.get_by_label("章上的13位编码").fill("9901010000017、9901010000018")
    await page.go_back()  # to the list, and not away; what was typed is kept
    await expect(page.locator("button.name").first).to_be_visible()
    await expect(page.get_by_role("heading", name="刻章店刻好并上传印模")).to_have_count(0)
    await page.locator("button.name").first.press("Enter")
    await expect(page.get_by_label("章上的13位编码")).to_have_value("9901010000017、9901010000018")
    await page.get_by_label("哪天刻好的").fill("2026-11-23")
    await page.get_by_label("章名、章种、规格、材质与公安核过的一致").check()
    await page.get_by_role("button", name=re.compile("^没错，确认")).click()
    await desk.sees("请先上传：印模。")
    chooser = page.get_by_label("印模", exact=True).locator("input")
    await chooser.set_input_files({"name": "说明.txt", "mimeType": "text/plain", "buffer": b"x"})
    await desk.sees(re.compile("说明.txt的格式收不了"))
    await chooser.set_input_files({"name": "印模.jpg", "mimeType": "image/jpeg", "buffer": _sheet()})
    await desk.sees("第 1 份：印模.jpg")
    await desk.fits_a_hand()
    await page.screenshot(path=SHOTS / "console-asked-matter.png", full_page=True)
    await page.get_by_role("button", name=re.compile("^没错，确认")).click()
    await desk.sees("已经办好了。")
    await expect(page.get_by_text("已经办好了。")).to_be_in_viewport()
    address = page.url
    await page.reload()
    await desk.sees("已经办好了。")
    assert page.url == address, "the matter has an address of its own"
    await page.get_by_role("button", name=re.compile("^看交的印模")).click()
    await expect(page.get_by_role("img", name="刻章店刻好并上传印模")).to_be_visible()
    await desk.fits_a_hand()
    await page.get_by_role("button", name="回到列表").click()
    await desk.sees("现在没有等您办的事。")
    await page.get_by_role("button", name="退出").click()
    await desk.sees("已经退出。")

    await handed_in(town, company.agent, "doctor-reg", FORM, "resident_card", "qualification", action="pre-review")
    await page.set_viewport_size({"width": 1440, "height": 900})
    await page.get_by_label("八位数").fill(await digits(town, clinic.agent))
    await page.get_by_label("八位数").press("Enter")
    await page.locator("button.name").first.click()
    await page.get_by_label("我单位聘用这位医师，以上内容属实").check()
    await page.get_by_label("科室").fill(HALF["ward"])
    await desk.fits()
    await desk.shoot("asked-desk")
    await page.get_by_role("button", name=re.compile("^不对")).click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name="不同意").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写：哪里不对。")
    await dialog.get_by_label("哪里不对").fill("这位医师不是我院聘用的")
    await ended_on_the_phone(town, clinic.agent)
    await dialog.get_by_label("哪里不对").press("Control+Enter")
    await desk.sees(re.compile("手机上已经退出"))
    await expect(page.get_by_label("哪里不对")).to_be_hidden()
    await desk.fits()
    await desk.shoot("asked-covered")
    await page.get_by_label("八位数").fill(await digits(town, clinic.agent))
    await page.get_by_label("八位数").press("Enter")
    await expect(dialog.get_by_label("哪里不对")).to_have_value("这位医师不是我院聘用的")
    await dialog.get_by_label("哪里不对").press("Control+Enter")
    await desk.sees("没有同意：这位医师不是我院聘用的")
    await ended_on_the_phone(town, clinic.agent)
    await page.get_by_role("button", name="办过的").click()
    await desk.sees(re.compile("手机上已经退出"))
    await page.get_by_label("八位数").fill(await digits(town, shop.agent))
    await page.get_by_label("八位数").press("Enter")
    await expect(page.get_by_label("替谁办")).to_have_value(shop.id)
    assert "医师" not in await page.content(), "somebody else finds nothing of whoever was here"

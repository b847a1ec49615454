"""Two doctors assess somebody at home, each at a desk of their own: what they find is chosen in the words of the assessment."""

from playwright.async_api import Locator, expect

from tests.api.stories.test_s07_home_assessment import FIRST, SECOND, waiting_for_doctors
from tests.console.desk import Desk
from tests.console.test_standins import goes
from tests.factories import Town


async def begins(desk: Desk, case: str) -> Locator:
    """The doctor's step, opened by its key."""
    await expect(desk.page.get_by_role("button", name="退出")).to_be_visible()
    await desk.open(f"/case/{case}")
    await expect(desk.page.get_by_role("toolbar", name="可以办的")).to_be_visible()
    await desk.page.keyboard.press("y")
    return desk.page.get_by_role("dialog")


async def test_each_doctor_says_what_they_found_in_the_words_of_the_assessment(desk: Desk, town: Town) -> None:
    _, case = await waiting_for_doctors(town)
    await desk.login(FIRST)
    dialog = await begins(desk, case["id"])
    await dialog.get_by_label("核查情况和意见").fill("双下肢瘫痪")
    await dialog.get_by_label("核查情况和意见").press("Control+Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text("结论")
    await expect(dialog.get_by_label("核查情况和意见")).to_have_value("双下肢瘫痪")
    await dialog.locator("select[name=outcome]").select_option(label="构成残疾")
    await desk.shoot("assessing")
    box, word = dialog.get_by_label("肢体"), dialog.get_by_text("肢体", exact=True)
    places = [await each.bounding_box() for each in (box, word)]
    assert places[0]
    assert places[1]
    assert places[1]["x"] > places[0]["x"] + places[0]["width"], "its word stands beside it"
    await box.check()
    await dialog.get_by_label("残疾等级（第一位医师评定）").select_option(label="一级")
    await desk.fits()
    await dialog.get_by_label("核查情况和意见").press("Control+Enter")
    await desk.sees("已办好")
    await goes(desk)
    await desk.login(SECOND)
    dialog = await begins(desk, case["id"])
    await expect(dialog.get_by_text("要和第一位医师的评定一致，不一致的重新评定。")).to_be_visible()
    await desk.fits()
    await desk.shoot("assessing-second")

"""Photographs of an officer who looked on the spot: put with the case at the console, and looked at by the next."""

import re

from playwright.async_api import expect

from tests.api.stories.test_looks_on_the_spot import picture, waiting_for_a_look
from tests.console.desk import Desk
from tests.factories import Town


async def test_an_officer_puts_a_photograph_with_the_step_and_sees_it(desk: Desk, town: Town) -> None:
    case = await waiting_for_a_look(town, await town.proven("li-qiang"))
    await desk.login("baixueying")
    await desk.sees("今天要办的")
    await desk.open(f"/case/{case['id']}")
    await desk.sees("还没有照片。")
    chosen = desk.page.get_by_label("放照片")
    await chosen.set_input_files({"name": "letter.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"})
    await expect(desk.page.get_by_role("alert").first).to_be_visible()
    await chosen.set_input_files({"name": "look.jpg", "mimeType": "image/jpeg", "buffer": picture()})
    await desk.sees(re.compile("现场踏勘 · 白雪映|现场踏勘 · "))
    await desk.press("照片1")
    await expect(desk.page.get_by_role("img").first).to_be_visible()
    await desk.page.get_by_role("heading", name="现场照片", exact=True).scroll_into_view_if_needed()
    await desk.shoot("photographs")
    await desk.fits()

"""Every page of the console by every role, by its address: it opens for whom it is for, and leads everybody else home.

Each page and each role meets a whole load once: the page where it is looked at, the role at the first page that is not its own."""

import re

import pytest
from playwright.async_api import expect

from handlers.permissions_page import ROOMS, rooms
from models.acts import Role
from models.staff import StaffAccount
from tests.api.test_roles import token_of
from tests.console.desk import Desk
from tests.factories import Town

PAGES = rooms(ROOMS.read_text(encoding="utf-8"))


@pytest.mark.parametrize("role", list(Role), ids=lambda role: role.value)
async def test_a_page_opens_for_whom_it_is_for(desk: Desk, town: Town, role: Role) -> None:
    now = town.world.clock.now()
    account = StaffAccount(
        _id=f"staff_{role.value}",
        username=role.value,
        name="某人",
        roles=[role],
        totp_secret="x",
        created_at=now,
        password_at=now,
        town="luoxi",
    )
    await town.world.store.staff.insert(account)
    await desk.resume(await token_of(town, role))
    await expect(desk.page.get_by_role("button", name="退出")).to_be_visible()
    shown = desk.page.get_by_role("navigation", name="主要页面")
    strange = next(name for name, (_, roles) in PAGES.items() if role not in roles)
    for name, (label, roles) in PAGES.items():
        looked_at = role is next(each for each in Role if each in roles)  # once, as it is before anything is there
        await (desk.open if looked_at or name == strange else desk.go)(f"/{name}")
        if role in roles:
            await expect(desk.page).to_have_url(re.compile(rf"/console/{name}(\?|$)"))
            await expect(shown.get_by_role("link", name=label, exact=True)).to_have_attribute("aria-current", "page")
            if looked_at:
                await expect(desk.page.get_by_text(re.compile("^正在读取"))).to_have_count(0)
                await desk.fits()
                await desk.shoot(f"page-{name}")
        else:
            await expect(desk.page).to_have_url(re.compile(r"/console/$"))
            await desk.sees(re.compile(f"您的角色没有「{label}.*」这个页面。"))
            await expect(shown.get_by_role("link", name=label, exact=True)).to_have_count(0)


async def test_whoever_goes_about_has_every_page_of_theirs_on_a_phone(desk: Desk, town: Town) -> None:
    await desk.page.set_viewport_size({"width": 390, "height": 844})
    await desk.login("liufang")
    await desk.sees("今天要办的")
    await desk.fits_a_hand()
    await desk.shoot("phone-home")
    for name, (label, roles) in PAGES.items():
        if Role.VILLAGE_OFFICER in roles:
            await desk.press("页面")
            await desk.page.get_by_role("navigation", name="主要页面").get_by_role("link", name=label, exact=True).click()
            await expect(desk.page).to_have_url(re.compile(rf"/console/{name}(\?|$)"))
            await expect(desk.page.get_by_text(re.compile("^正在读取"))).to_have_count(0)
            await desk.fits_a_hand()
            await desk.shoot(f"phone-{name}")

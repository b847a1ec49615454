"""Every page of the console by every role, by its address: it opens for whom it is for, and leads everybody else home."""

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
        _id=f"staff_{role.value}", username=role.value, name="某人", roles=[role], totp_secret="x", created_at=now, password_at=now
    )
    await town.world.store.staff.insert(account)
    await desk.resume(await token_of(town, role))
    shown = desk.page.get_by_role("navigation", name="主要页面")
    for name, (label, roles) in PAGES.items():
        await desk.open(f"/{name}")
        await expect(desk.page.get_by_role("button", name="退出")).to_be_visible()
        if role in roles:
            await expect(desk.page).to_have_url(re.compile(rf"/console/{name}(\?|$)"))
        else:
            await expect(desk.page).to_have_url(re.compile(r"/console/$"))
        await expect(shown.get_by_role("link", name=label, exact=True)).to_have_count(int(role in roles))

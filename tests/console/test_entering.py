"""Who may come in, and what they find."""

import re
from pathlib import Path

import aiohttp
import pytest
from playwright.async_api import expect

from handlers import console
from tests.console.desk import Desk
from tests.factories import Town


def secret_of(town: Town, username: str) -> str:
    return next(str(each.totp_secret) for each in town.district.staff if each.username == username)


async def test_a_wrong_password_is_told_and_the_name_stays(desk: Desk, town: Town) -> None:
    await desk.login("wenyiming", password="not-it")
    await desk.sees(re.compile("密码"))
    await expect(desk.page.get_by_role("alert")).to_be_visible()
    await expect(desk.page.get_by_label("用户名")).to_have_value("wenyiming")
    await desk.fits()
    await desk.shoot("login")


async def test_nothing_typed_is_told_before_anything_is_sent(desk: Desk, town: Town) -> None:
    await desk.open("/login")
    await desk.press("登录")
    await desk.sees("请填写用户名和密码。")


async def test_whoever_wanted_a_page_comes_back_to_it_after_logging_in(desk: Desk, town: Town) -> None:
    await desk.open("/cases/mine")
    await desk.login("wenyiming")
    await expect(desk.page.get_by_role("tab", name="在我手里")).to_have_attribute("aria-selected", "true")
    await desk.sees("您手里没有办件。")
    await desk.fits()


async def test_a_sensitive_role_needs_its_one_time_password(desk: Desk, town: Town) -> None:
    await desk.login("shuchang")
    await expect(desk.page.get_by_role("alert")).to_contain_text("动态口令")
    await desk.login("shuchang", secret=secret_of(town, "shuchang"))
    await desk.sees("今天要办的")
    await desk.sees("超过法定期限")
    await desk.shoot("home")
    await desk.fits()


async def test_a_role_that_handles_no_cases_finds_none_by_the_address_either(desk: Desk, town: Town) -> None:
    await desk.login("yanzheng", secret=secret_of(town, "yanzheng"))
    await desk.sees("您的角色不办理具体办件")
    await desk.open("/cases/all")
    await desk.sees("您的角色不办理具体办件")


async def test_who_leaves_is_out_here_there_and_everywhere(desk: Desk, town: Town) -> None:
    elsewhere = await town.staff("wenyiming")
    await desk.login("wenyiming")
    await desk.press(re.compile("^闻一鸣"))
    devices = desk.page.get_by_role("region", name="登录的设备")
    await expect(devices.get_by_text("现在这台")).to_have_count(1)
    await desk.fits()
    await desk.shoot("account")
    await devices.get_by_role("button", name=re.compile("^退出这台")).press("Enter")
    await desk.sees("那台设备已经退出登录。")
    assert (await town.get("/api/v1/staff/me", token=elsewhere)).status == 401
    elsewhere = await town.staff("wenyiming")
    await devices.get_by_role("button", name="退出所有设备").click()
    await desk.page.get_by_role("dialog").get_by_role("button", name="退出所有设备").press("Control+Enter")
    await expect(desk.page).to_have_url(re.compile("/console/login"))
    assert (await town.get("/api/v1/staff/me", token=elsewhere)).status == 401
    await desk.login("wenyiming")
    await desk.press(re.compile("^退出$"))
    await expect(desk.page).to_have_url(re.compile("/console/login"))
    await desk.open("/cases")
    await expect(desk.page).to_have_url(re.compile("/console/login"))


async def test_an_address_nobody_knows_says_so_and_leads_home(desk: Desk, town: Town) -> None:
    await desk.login("wenyiming")
    await desk.sees("今天要办的")
    await desk.open("/nowhere/at-all")
    await desk.sees("没有这个页面")
    await desk.press("回到首页")
    await desk.sees("今天要办的")


async def test_the_page_is_ours_alone_and_small(town: Town) -> None:
    """Its policy names no other host and no inline script; its scripts come with gzip and are kept by the browser."""
    async with aiohttp.ClientSession(auto_decompress=False) as session:
        async with session.get(f"{town.url}/console/cases/mine", headers={"Accept-Encoding": "gzip"}) as page:
            assert page.status == 200
            policy = page.headers["Content-Security-Policy"]
            assert ("'unsafe-inline'" in policy, "http" in policy, "script-src 'self'" in policy) == (False, False, True)
            assert (page.headers["Content-Encoding"], page.headers["Cache-Control"]) == ("gzip", "no-cache")
        async with session.get(f"{town.url}/console/", headers={"Accept-Encoding": "identity"}) as plain:
            text = await plain.text()
        (script,) = re.findall(r'src="(/console/assets/[^"]+\.js)"', text)
        async with session.get(town.url + script, headers={"Accept-Encoding": "gzip"}) as answer:
            assert ("immutable" in answer.headers["Cache-Control"], answer.headers["Content-Type"]) == (
                True,
                "text/javascript; charset=utf-8",
            )
            assert len(await answer.read()) < 100_000
            known = answer.headers["ETag"]
        async with session.get(town.url + script, headers={"If-None-Match": known}) as again:
            assert again.status == 304
        async with session.get(f"{town.url}/console/assets/../../server.py") as outside:
            assert outside.status == 404


async def test_what_was_not_built_is_said_with_how_to_build_it(
    desk: Desk, town: Town, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(console, "BUILT", tmp_path)
    answer = await town.get("/console/")
    assert (answer.status, "make console" in answer.json["detail"]) == (503, True)


async def test_the_words_of_the_console_are_those_of_the_product(desk: Desk, town: Town) -> None:
    words = (await town.get("/api/v1/staff/words", token=await town.staff("wenyiming"))).json
    assert {"code": "unclear", "label": "看不清"} in words["reason_classes"]
    assert "unagreed" not in {each["code"] for each in words["reason_classes"]}, "no reviewer's reason"
    assert {"code": "culture_tourism", "label": "文化广电旅游局"} in words["departments"]
    assert words["points_item"] == town.world.product.engines.points.scheme.scheme.item
    school = next(each for each in words["ranked_items"] if each["code"] == "points-school")
    assert (school["label"], {"code": "luoxi_school", "label": "罗溪学校（演示）"} in school["wishes"]) == ("积分制入学", True)
    settle = next(each for each in words["ranked_items"] if each["code"] == "points-settle")
    assert (settle["department"], settle["wishes"]) == ("newcomers", [])
    assert (await town.get("/api/v1/staff/words")).status == 401

"""A session that ends while somebody works: what they typed stays, nothing can be read, the same person goes on, anybody else begins anew."""

import re
from datetime import timedelta

import pytest
from playwright.async_api import Locator, Request, expect

from tests.api.stories.test_s13_pre_review import WINDOW, theatre
from tests.console.desk import Desk
from tests.factories import Town
from tests.people_edge import PASSWORD

REASON = "申请人是我姐夫的哥哥"
SEEN = """() => [...document.querySelectorAll('body > :not(.cover), body > :not(.cover) *')]
    .filter(each => getComputedStyle(each).visibility !== 'hidden').map(each => each.outerHTML.slice(0, 80))"""
FOCUS = "() => document.activeElement.closest('body > *')?.className ?? 'the browser itself'"


async def covered(desk: Desk) -> Locator:
    """The page is covered: nothing of it is seen, and keys walk on the cover alone."""
    cover = desk.page.get_by_role("dialog", name="请重新登录")
    await expect(cover).to_be_visible()
    await expect(cover.get_by_label("密码")).to_be_focused()
    for key in ("Tab", "Tab", "Escape", "Escape", "Shift+Tab", "h", "Control+Enter"):
        await desk.page.keyboard.press(key)
        assert await desk.page.evaluate(FOCUS) in ("cover", "the browser itself"), key
    await expect(cover).to_be_visible()
    assert await desk.page.evaluate(SEEN) == []
    return cover


async def ages(town: Town, *, minutes: float, left: float) -> None:
    """The session was last used so many minutes ago, and ends by itself in so many."""
    now = town.world.product.engines.sessions._wall.now()
    changes = {"seen_at": now - timedelta(minutes=minutes), "expires_at": now + timedelta(minutes=left)}
    await town.world.store.staff_sessions.change_many({"name": "闻一鸣"}, {"$set": changes})


async def test_what_is_typed_outlasts_its_session_and_nobody_else_reads_it(desk: Desk, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(town.world.product.engines.live, "heartbeat", 0.2)
    _, case = await theatre(town)
    guard, sent = await town.head("hongan"), list[Request]()
    desk.page.on("request", lambda each: sent.append(each) if each.url.endswith("/recuse") else None)
    await desk.login(WINDOW)
    await desk.sees("今天要办的")
    await desk.go(f"/case/{case['id']}")
    await expect(desk.page.get_by_role("toolbar", name="可以办的")).to_be_visible()
    await desk.page.keyboard.press("h")
    reason = desk.page.get_by_role("dialog", name="申报回避").locator("textarea")
    await reason.fill(REASON)

    [account] = (await town.get("/api/v1/staff/accounts", token=guard, find=WINDOW)).json["items"]
    assert (await town.send("DELETE", f"/api/v1/staff/accounts/{account['id']}/sessions", token=guard)).status == 204
    cover = await covered(desk)  # by itself: its line was cut
    await expect(cover).to_contain_text("管理员结束了这次登录")
    await expect(cover).to_contain_text("您填写的内容没有丢失，重新登录后接着办")
    await desk.fits()
    await desk.shoot("session-ended")
    await cover.get_by_label("密码").fill("Wrong-password-1")
    await cover.get_by_label("密码").press("Enter")
    await expect(cover.get_by_role("alert")).to_contain_text("密码")
    await cover.get_by_label("密码").fill(PASSWORD)
    async with desk.page.expect_request(re.compile("/api/v1/events")):
        await cover.get_by_label("密码").press("Enter")
    await expect(cover).to_have_count(0)
    await expect(reason).to_have_value(REASON)
    await expect(reason).to_be_focused()
    await desk.sees_not("这份办件刚才有变化")

    await ages(town, minutes=0, left=2)
    await desk.page.evaluate("() => window.dispatchEvent(new Event('focus'))")
    told = desk.page.get_by_role("status", name="登录还有多久")
    await expect(told).to_contain_text("很久没有操作，2 分钟后要重新登录")
    await desk.shoot("session-ends-soon")
    await ages(town, minutes=27, left=2)
    await desk.page.keyboard.press("End")  # any key says that somebody is here
    await expect(told).to_be_empty()
    [session] = await town.world.store.staff_sessions.find({"name": "闻一鸣", "ended_at": None})
    assert session["expires_at"] > town.world.product.engines.sessions._wall.now() + timedelta(minutes=20)

    await desk.context.clear_cookies()
    await desk.page.get_by_role("dialog", name="申报回避").locator("select").select_option(index=1)
    await reason.press("Control+Enter")
    cover = await covered(desk)
    assert len(sent) == 1, "refused, and not sent again by itself"
    other = await desk.context.new_page()
    await other.goto(f"{desk.url}/console/login")
    await other.get_by_label("用户名").fill(WINDOW)
    await other.get_by_label("密码").fill(PASSWORD)
    await other.get_by_label("密码").press("Enter")
    await expect(cover).to_have_count(0)  # the same person logged in again in another window
    await desk.sees("刚才登录过期，这一步没有办成。您填的内容还在，请再办一次。")
    await expect(reason).to_have_value(REASON)
    await other.get_by_role("button", name="退出").click()
    cover = await covered(desk)
    await cover.get_by_role("button", name="换人登录").press("Enter")
    await expect(desk.page).to_have_url(re.compile("/console/login$"))
    await expect(desk.page.get_by_label("用户名")).to_have_value("")
    await desk.page.go_back()
    await expect(desk.page).to_have_url(re.compile("/console/login"))
    await desk.sees_not(REASON)
    assert len(sent) == 1

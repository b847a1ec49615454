"""Tapped twice, done once: what the phone sends, and what the server has of it."""

from datetime import timedelta

import pytest
from playwright.async_api import Locator, expect

from tests.factories import CARD_VISIT, Town
from tests.phone.cards import STUDENT, drafted
from tests.phone.faults import Line
from tests.phone.phone import Phone
from tests.phone.test_appointments import NINE, all_taken

PERSON = "li-qiang"
MOTHER, DAUGHTER = "wang-guifang", "li-min"


async def logged_in(mobile: Phone, person: str) -> None:
    """Their phone with a session, so that nothing is sent again for want of one."""
    await mobile.open("pages/me/me", person=person, agreed=True)
    await mobile.sees("消息")
    await mobile.page.wait_for_function("localStorage.getItem('mini-program:token')")


def button(mobile: Phone, words: str) -> Locator:
    """The button of exactly those words."""
    return mobile.top.get_by_role("button", name=words, exact=True)


async def test_a_draft_is_withdrawn_once(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    draft = await drafted(town, token)
    line = Line(mobile, "/withdraw$")
    await mobile.open(f"packages/case/case/case?id={draft['id']}", person=STUDENT, agreed=True)
    await mobile.tap_twice("不办了，删掉草稿")
    await expect(mobile.page.locator(".wx-mask")).to_have_count(1)
    await mobile.answer_twice("删掉")
    await mobile.sees("已撤回")
    assert line.sent == 1
    assert (await town.get(f"/api/v1/cases/{draft['id']}", token=token)).json["state"]["state"] == "withdrawn"


@pytest.mark.parametrize("people", [[], ["李小明"]])
async def test_one_stands_in_a_line_once(mobile: Phone, town: Town, people: list[str]) -> None:
    token = await town.matched(PERSON)
    await all_taken(town.world)
    await logged_in(mobile, PERSON)
    line = Line(mobile, "/waitlist$")
    await mobile.open("packages/appointments/wait/wait?item=ssc-apply&hall=qingshi&day=2026-11-25")
    for name in people:
        await mobile.tap("家里人一起去")
        await mobile.write("一起去的人 1 的姓名", name)
    await mobile.tap_twice(button(mobile, "排队"))
    await mobile.sees("已经排上了")
    assert line.sent == 1
    assert [each["people"] for each in (await town.get("/api/v1/waitlist", token=token)).json["items"]] == [people]


async def test_a_certificate_is_shared_and_the_share_ended_once(mobile: Phone, town: Town) -> None:
    token = await town.proven("zhou-zihan")
    certificate = await town.certified(token)
    made, ended = Line(mobile, "/shares$"), Line(mobile, "/end$")
    await mobile.open(f"packages/certificates/share/share?id={certificate['id']}", person="zhou-zihan", agreed=True)
    await mobile.write("给谁看、做什么用", "给房东看")
    await mobile.tap_twice(button(mobile, "分享"))
    await mobile.sees("还没有人看过")
    await mobile.tap_twice(button(mobile, "结束这次分享"))
    await mobile.sees("已经结束")
    assert (made.sent, ended.sent) == (1, 1)
    assert len((await town.get(f"/api/v1/certificates/{certificate['id']}/shares", token=token)).json["items"]) == 1


async def test_a_grant_is_offered_agreed_to_and_revoked_once(mobile: Phone, theirs: Phone, town: Town) -> None:
    daughter, mother = await town.matched(DAUGHTER), await town.proven(MOTHER)
    await logged_in(mobile, DAUGHTER)
    offered = Line(mobile, "/grants$")
    await mobile.open("packages/family/offer/offer?side=agent&item=retiree-proof")
    await mobile.sees("社会化管理退休人员证明")
    await mobile.tap_twice(button(mobile, "下一步"))
    await mobile.sees("等对方确认")
    [offer] = (await town.get("/api/v1/grants", token=daughter)).json["items"]
    agreed, revoked = Line(theirs, "/accept$"), Line(theirs, "/revoke$")
    await theirs.open(f"packages/family/grant/grant?scene={offer['invitation']['token']}", person=MOTHER, agreed=True)
    await theirs.tap_twice(button(theirs, "同意"))
    await theirs.sees("授权有效")
    await theirs.tap_twice("撤销授权")
    await expect(theirs.page.locator(".wx-mask")).to_have_count(1)
    await theirs.answer_twice("撤销")
    await theirs.sees("已撤销")
    assert (offered.sent, agreed.sent, revoked.sent) == (1, 1, 1)
    assert [each["state"] for each in (await town.get("/api/v1/grants", token=mother)).json["items"]] == ["revoked"]


async def test_one_checks_in_once(mobile: Phone, town: Town) -> None:
    token = await town.matched(PERSON)
    made = await town.booked(token, CARD_VISIT)
    town.world.clock.at = NINE - timedelta(minutes=10)
    line = Line(mobile, "/check-in$")
    await mobile.open(f"packages/appointments/visit/visit?id={made['id']}", person=PERSON)
    await mobile.tap_twice("我到了，签到")
    await expect(mobile.top.get_by_role("button", name="我到了，签到")).to_have_count(0)
    assert line.sent == 1
    assert (await town.get(f"/api/v1/appointments/{made['id']}", token=token)).json["state"] == "checked_in"


async def test_an_account_is_erased_once(mobile: Phone, town: Town) -> None:
    await town.matched(PERSON)
    await logged_in(mobile, PERSON)
    line = Line(mobile, "/me$", "DELETE")
    await mobile.open("packages/account/erase/erase")
    await mobile.tap("我明白，注销以后不能恢复")
    await mobile.tap_twice("注销账号")
    await expect(mobile.page.locator(".wx-mask")).to_have_count(1)
    await mobile.answer_twice("注销")
    await mobile.sees("已经注销")
    assert line.sent == 1

"""The way on where something did not go as hoped: no record, a link without its page, a conflict, a cancelled visit, nothing found."""

import pytest

from tests.factories import CARD_VISIT, Town
from tests.phone.cards import STUDENT, drafted, sent_back
from tests.phone.phone import Phone

MOTHER, DAUGHTER = "wang-guifang", "li-min"
HOME = "/pages/home/home"
SCROLLED = "document.querySelector('main:not([hidden])').scrollTop"


async def test_a_certificate_that_nothing_is_on_record_says_so_first(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    await mobile.open("packages/certificates/issue/issue?code=ss-proof", person=STUDENT, agreed=True)
    await mobile.tap("子女入学")
    await mobile.tap("开证明")
    await mobile.sees("这一份写的是“没有查到记录”")
    await mobile.sees("社会保险无参保记录证明")
    await mobile.fits_in_both_modes("certificate-no-record")
    [made] = (await town.get("/api/v1/certificates", token=token)).json["items"]
    assert (await town.get(f"/api/v1/certificates/{made['id']}", token=token)).json["no_record"]
    await mobile.tap("换个范围再开一份")
    await mobile.sees("给宋晓雨开")


async def test_wechats_own_menu_sends_the_certificate_that_is_shared_and_nothing_else(mobile: Phone, theirs: Phone, town: Town) -> None:
    token = await town.proven(MOTHER)
    made = await town.certified(token)
    path = f"/api/v1/certificates/{made['id']}/shares"
    ended = await town.made(path, {"hours": 1, "purpose": "给中介看"}, token)
    assert (await town.post(f"{path}/{ended['id']}/end", {}, token=token)).status == 200
    await mobile.open(f"packages/certificates/share/share?id={made['id']}", person=MOTHER, agreed=True)
    await mobile.sees("给中介看")
    assert (await mobile.forwarded())["path"] == HOME, "what has ended is not sent"
    await mobile.write("给谁看、做什么用", "给房东看")
    await mobile.top.get_by_role("button", name="分享", exact=True).click()
    await mobile.sees("能看到")
    card = await mobile.forwarded()
    await theirs.open(card["path"].lstrip("/"), person="li-qiang", agreed=True)
    await theirs.sees("王桂芳")
    [open_share] = [each for each in (await town.get(path, token=token)).json["items"] if each["open"]]
    assert len(open_share["looks"]) == 1


async def test_wechats_own_menu_sends_an_invitation_only_while_it_can_be_answered(mobile: Phone, theirs: Phone, town: Town) -> None:
    await town.matched(DAUGHTER)
    mother = await town.proven(MOTHER)
    offer = await town.made(
        "/api/v1/grants", {"principal": {"name": "王桂芳"}, "items": ["longevity"], "until": "2026-12-31"}, await town.login(DAUGHTER)
    )
    await mobile.open(f"packages/family/grant/grant?id={offer['id']}", person=DAUGHTER, agreed=True)
    await mobile.sees("等对方确认")
    await theirs.open((await mobile.forwarded())["path"].lstrip("/"), person=MOTHER, agreed=True)
    await theirs.top.get_by_role("button", name="同意", exact=True).click()
    await theirs.sees("授权有效")
    assert (await theirs.forwarded())["path"] == HOME
    assert [each["state"] for each in (await town.get("/api/v1/grants", token=mother)).json["items"]] == ["active"]
    await theirs.open("packages/family/watch/watch", person=MOTHER, agreed=True)
    await theirs.sees("请人关注")
    assert (await theirs.forwarded())["path"] == HOME


@pytest.mark.parametrize("page", ["case", "form"])
async def test_a_conflict_is_told_where_whoever_scrolled_down_sees_it(mobile: Phone, town: Town, page: str) -> None:
    token = await town.proven(STUDENT)
    case = await (sent_back if page == "case" else drafted)(town, token)
    await mobile.use_elder_mode()
    await mobile.open(f"packages/{'case/case/case' if page == 'case' else 'apply/form/form'}?id={case['id']}", person=STUDENT, agreed=True)
    await mobile.sees("云山大道支行（演示）" if page == "case" else "江州农商银行（演示）")
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json
    changed = {"version": seen["version"], "form": {**seen["form"], "branch": "qingshi"}}
    assert (await town.put(f"/api/v1/cases/{case['id']}", changed, token=token)).status == 200
    last = mobile.top.get_by_role("radio").last
    await last.scroll_into_view_if_needed()
    assert await mobile.page.evaluate(SCROLLED) > 0
    await last.click()
    await mobile.sees("这份申请刚在别处改过")
    await mobile.page.wait_for_function(f"{SCROLLED} === 0")
    await mobile.shoot(f"conflict-{page}")
    await mobile.fits(elder=True)


async def test_after_a_cancelled_visit_another_is_a_tap_away(mobile: Phone, town: Town) -> None:
    token = await town.proven("li-qiang")
    made = await town.booked(token, CARD_VISIT)
    await mobile.open(f"packages/appointments/visit/visit?id={made['id']}", person="li-qiang", agreed=True)
    await mobile.tap("取消预约")
    await mobile.answer("取消预约")
    await mobile.sees("已取消")
    await mobile.sees_not(made["code"])
    await mobile.fits_in_both_modes("visit-cancelled")
    await mobile.tap("再约一次")
    await mobile.tap("云城区政务服务中心")
    await mobile.tap("下午1:30")
    await mobile.tap("预约 ")
    await mobile.sees("约好了")
    [anew] = (await town.get("/api/v1/appointments", token=token)).json["items"]
    assert (anew["items"], anew["id"] != made["id"]) == (made["items"], True)


async def test_nothing_found_while_a_grant_is_made_says_what_to_try(mobile: Phone, town: Town) -> None:
    await town.matched(DAUGHTER)
    await mobile.open("packages/family/offer/offer?side=agent", person=DAUGHTER, agreed=True)
    await mobile.write("找一件事加上", "qqqqxxxx")
    await mobile.sees("没找到能代办的「qqqqxxxx」")
    await mobile.fits_in_both_modes("family-nothing-found")
    await mobile.tap("下一步")
    await mobile.sees("请选至少一件事")
    await mobile.write("找一件事加上", "高龄津贴")
    await mobile.tap("加上长寿保健金")
    await mobile.sees_not("没找到能代办的「qqqqxxxx」")
    await mobile.tap("打电话问人")
    assert (await mobile.asked("makePhoneCall"))[0] == {"phoneNumber": "12345"}

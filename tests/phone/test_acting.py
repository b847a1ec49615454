"""A daughter does everything for her mother on her own phone: each page bears her mother's name, and none goes on after a revocation."""

import re
from typing import Any

import pytest
from playwright.async_api import expect

from tests.api.stories.business import act
from tests.api.test_agents_at_the_end import owed, slip_of
from tests.factories import ARCHIVE, CARD_VISIT, Granted, Town
from tests.payments_world import at_bank
from tests.phone.cards import ANSWERS, FIT, UNIFORM, WRONG, drafted, taken
from tests.phone.phone import Phone

MOTHER, DAUGHTER = "wang-guifang", "li-min"
FAMILY = "packages/family/family/family"
HERS = {**ANSWERS, "card_name": "王桂芳", "phone": "16909900001"}


async def bears_her_name(mobile: Phone) -> None:
    """The band of the page on top says for whom one acts."""
    await expect(mobile.top.locator(".band")).to_contain_text("正在替王*芳办事")


async def acting(mobile: Phone) -> None:
    """The daughter's phone, on the page from which she acts."""
    await mobile.open(FAMILY, person=DAUGHTER, agreed=True)


async def test_her_application_is_filled_in_and_handed_in(mobile: Phone, town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, "ssc-apply")
    await acting(mobile)
    await mobile.tap("替王*芳办社会保障卡申领")
    await mobile.tap("现在申请")
    await mobile.sees("给王桂芳办")
    for answer in ("江州银行（演示）", "到银行网点领", "罗溪支行（演示）"):
        await mobile.tap(answer)
    if not await mobile.top.get_by_label("联系电话", exact=True).count():
        await mobile.tap("下一步")
    await mobile.write("联系电话", "16909900001")
    await mobile.tap("下一步")
    await mobile.tap("不用拍，用电子证照")
    await mobile.sees("用的是王桂芳的居民身份证")
    await mobile.tap("不用拍，用电子证照")
    await mobile.sees("用的是李敏的居民身份证")
    await mobile.device_answers("chooseMedia", taken(FIT.jpeg()))
    await mobile.top.get_by_role("button", name="拍照", exact=True).click()
    await mobile.sees("照片符合要求")
    await bears_her_name(mobile)
    await mobile.fits_in_both_modes("acting-materials")
    await mobile.tap("下一步")
    await mobile.top.get_by_role("button", name="提交预审").dblclick()
    await mobile.sees("已经交上去了")
    await bears_her_name(mobile)
    await mobile.tap("看这件事")
    await mobile.sees("李*替王*芳办")
    await bears_her_name(mobile)
    await mobile.fits_in_both_modes("acting-case")
    [case] = (await town.get("/api/v1/cases", token=grant.principal)).json["items"]
    assert (case["state"]["state"], case["person_name"], case["agent_name"]) == ("submitted", "王桂芳", "李敏")


async def test_her_appointment_is_booked_and_cancelled_and_leaves_no_code_on_my_phone(mobile: Phone, town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, "ssc-apply")
    await acting(mobile)
    await mobile.tap("替王*芳办社会保障卡申领")
    await mobile.tap("约个时间去大厅办")
    await bears_her_name(mobile)
    await mobile.tap("云城区政务服务中心")
    await mobile.tap("下午1:30")
    await bears_her_name(mobile)
    await mobile.top.get_by_role("button", name="预约 ").dblclick()
    await mobile.sees("约好了")
    await mobile.sees("由李敏代约")
    await bears_her_name(mobile)
    await mobile.shoot("acting-visit")
    await mobile.fits()
    assert await mobile.page.evaluate("localStorage.getItem('mini-program:tickets')") is None
    [made] = (await town.get("/api/v1/appointments", token=grant.principal)).json["items"]
    assert made["name"] == "王桂芳"
    await mobile.tap("取消预约")
    await mobile.answer("取消预约")
    await mobile.sees("已取消")
    assert (await town.get("/api/v1/appointments", token=grant.principal)).json["items"] == []


async def test_her_certificates_and_visits_stand_under_her_name_and_mine_under_mine(mobile: Phone, town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, "archive-proof", "ssc-apply")
    await town.certified(grant.principal)
    await town.booked(grant.principal)
    await acting(mobile)
    await mobile.tap("看王*芳的证明")
    await mobile.sees("档案存放证明")
    assert await mobile.title() == "王*芳的证明"
    await bears_her_name(mobile)
    await mobile.fits_in_both_modes("acting-wallet")
    await mobile.tap("档案存放证明")
    await mobile.sees("王桂芳")
    await bears_her_name(mobile)
    await mobile.tap("打开文件，存或发")
    await mobile.page.wait_for_function("__device.calls.some(each => each.name === 'openDocument')")
    assert await mobile.top.get_by_role("button", name="限时分享").count() == 0, "sharing is hers alone"
    for _ in range(2):
        await mobile.page.get_by_label("返回").click()
    await mobile.tap("看王*芳的预约")
    await mobile.sees("11月25日")
    assert await mobile.title() == "王*芳的预约"
    await bears_her_name(mobile)
    await mobile.page.get_by_label("返回").click()
    await mobile.tap("看王*芳的办件")
    await mobile.tap("我的")
    await mobile.tap("我的证明")
    await mobile.sees("还没有证明")
    assert await mobile.title() == "我的证明"
    assert await mobile.top.locator(".band").count() == 0


async def test_her_slip_is_paid(mobile: Phone, town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, "road-dig")
    await owed(town, grant)
    bill = await slip_of(town, grant.agent, grant.id)
    await acting(mobile)
    await mobile.tap("看王*芳的办件")
    await mobile.tap("挖掘城市道路")
    await bears_her_name(mobile)
    await mobile.tap("去缴费")
    await bears_her_name(mobile)
    await mobile.shoot("acting-bill")
    await mobile.fits()
    await mobile.top.get_by_role("button", name="去缴 2160.00 元").dblclick()
    await mobile.sees("再打开一次")
    [order] = (await at_bank(town))["orders"]
    await town.sandbox.call("POST", "bank/payments", {"order": order["order"]})
    await town.world.settle()
    await mobile.tap("我付好了")
    await mobile.sees("已缴费")
    await bears_her_name(mobile)
    assert (await town.get(f"/api/v1/bills/{bill['id']}", token=grant.principal)).json["state"] == "paid"


async def returned_to_her(town: Town, grant: Granted) -> dict[str, Any]:
    """Her own application, sent back to be mended."""
    case = await act(town, grant.principal, await drafted(town, grant.principal, UNIFORM, HERS), "pre-review", staff=False)
    clerk = await town.staff("huanglijuan")
    await act(town, clerk, case, "claim")
    await act(town, clerk, case, "pass-material", materials=["resident_card"])
    return await act(town, clerk, case, "return", defects=list(WRONG))


async def test_what_came_back_to_her_is_mended_for_her(mobile: Phone, town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, "ssc-apply")
    case = await returned_to_her(town, grant)
    await acting(mobile)
    await mobile.tap("看王*芳的办件")
    await mobile.tap("社会保障卡申领")
    await mobile.sees("穿着校服，请换一件便装重新拍")
    await bears_her_name(mobile)
    await mobile.device_answers("chooseMedia", taken(FIT.jpeg()))
    await mobile.tap("重新拍")
    await mobile.sees("照片符合要求")
    await mobile.tap("云山大道支行（演示）")
    await mobile.sees("代办人的居民身份证")
    await mobile.shoot("acting-mended")
    await mobile.fits()
    await mobile.tap("不用拍，用电子证照")
    await mobile.sees_not("还要交的")
    await mobile.top.get_by_role("button", name="重新提交").dblclick()
    await mobile.sees("等待工作人员预审")
    await bears_her_name(mobile)
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=grant.principal)).json
    assert seen["submissions"][-1]["changed_materials"] == ["agent_card", "photo"], "she took it up, and shows who she is"


async def test_after_a_revocation_every_page_says_so_and_leads_on(mobile: Phone, town: Town) -> None:
    """Those that were open, those that are opened anew, and the buttons on them."""
    grant = await town.granted(MOTHER, DAUGHTER, "archive-proof", "ssc-apply")
    await town.certified(grant.principal, ARCHIVE)
    await town.booked(grant.principal, CARD_VISIT)
    await returned_to_her(town, grant)
    await acting(mobile)
    over = "不能再替王*芳办了。这份授权已经撤销"
    await mobile.tap("看王*芳的预约")
    await mobile.tap("11月25日")
    await mobile.sees("取消预约")
    assert (await town.post(f"/api/v1/grants/{grant.id}/revoke", {}, token=grant.principal)).status == 200
    await mobile.tap("取消预约")
    await mobile.answer("取消预约")
    await mobile.sees(over)
    await mobile.shoot("acting-over-visit")
    await mobile.fits()
    await mobile.page.get_by_label("返回").click()
    await mobile.sees(over)
    await mobile.sees_not("11月25日")
    await mobile.shoot("acting-over-list")
    await mobile.fits()
    await mobile.page.get_by_label("返回").click()
    await mobile.sees(over)
    await mobile.sees("以前的授权")
    assert await mobile.top.get_by_role("button", name=re.compile("[看替]王")).count() == 0
    await mobile.tap("回到自己")
    await mobile.sees("大家常办")
    assert await mobile.top.locator(".band").count() == 0
    assert len((await town.get("/api/v1/appointments", token=grant.principal)).json["items"]) == 1


@pytest.mark.parametrize(
    ("opens", "shown"),
    [("看王*芳的办件", "社会保障卡申领"), ("看王*芳的证明", "档案存放证明"), ("替王*芳办社会保障卡申领", "现在申请")],
)
async def test_what_was_open_when_she_revoked_shows_nothing_of_hers_any_more(mobile: Phone, town: Town, opens: str, shown: str) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, "archive-proof", "ssc-apply")
    await town.certified(grant.principal, ARCHIVE)
    await returned_to_her(town, grant)
    await acting(mobile)
    await mobile.tap(opens)
    await mobile.sees(shown)
    assert (await town.post(f"/api/v1/grants/{grant.id}/revoke", {}, token=grant.principal)).status == 200
    await mobile.tap(shown)
    await mobile.sees("不能再替王*芳办了。这份授权已经撤销")
    await mobile.sees_not("王桂芳")
    await mobile.tap("回到自己")
    await mobile.sees("大家常办")

"""A fee on the phone: what it is for, paid in the bank's own mini-program, its receipt; and what goes back."""

from typing import Any

import pytest

from tests.factories import Town
from tests.payments_world import at_bank, bill_of, lost_card
from tests.phone.phone import Mode, Phone


async def paid_in_app(town: Town, order: str, **how: Any) -> None:
    """The payer pays what the phone opened."""
    await town.sandbox.call("POST", "bank/payments", {"order": order, **how})
    await town.world.settle()


async def test_a_slip_is_read_paid_and_its_receipt_opened(mobile: Phone, town: Town) -> None:
    token = await town.proven("wang-guifang")
    case = await lost_card(town, token, temporary_card="wanted")
    bill = await bill_of(town, token, case)
    await mobile.open(f"packages/case/case/case?id={case['id']}", person="wang-guifang", agreed=True)
    await mobile.tap("去缴费")
    await mobile.sees("缴清以后才作决定")
    await mobile.sees("50.00 元")
    await mobile.fits_in_both_modes("bill")
    await mobile.top.get_by_role("button", name="去缴 50.00 元").dblclick()
    await mobile.sees("再打开一次")
    [open_order] = (await at_bank(town))["orders"]
    [led] = await mobile.asked("navigateToMiniProgram")
    assert led["extraData"]["token"] == open_order["token"]
    await paid_in_app(town, open_order["order"])
    await mobile.tap("我付好了")
    await mobile.sees("已缴费")
    await mobile.sees("网上缴费")
    await mobile.fits_in_both_modes("bill-paid")
    await mobile.tap("电子票据")
    await mobile.page.wait_for_function("__device.calls.some(each => each.name === 'openDocument')")
    assert (await town.get(f"/api/v1/bills/{bill['id']}", token=token)).json["state"] == "paid"


async def test_whoever_turns_away_from_the_bank_has_paid_nothing(mobile: Phone, town: Town) -> None:
    token = await town.proven("wang-guifang")
    bill = await bill_of(town, token, await lost_card(town, token))
    await mobile.open(f"packages/paying/bill/bill?id={bill['id']}", person="wang-guifang", agreed=True)
    await mobile.sees("去缴 40.00 元")
    await mobile.device_answers("navigateToMiniProgram", {"fail": "cancel"})
    await mobile.tap("去缴 40.00 元")
    await mobile.sees("钱没有付出去")
    await mobile.fits()
    assert [each["state"] for each in (await at_bank(town))["orders"]] == ["open"]


@pytest.mark.parametrize("mode", ["standard", "elder"])
async def test_what_the_bar_tells_leaves_no_hole_in_the_page_and_covers_nothing(mobile: Phone, town: Town, mode: Mode) -> None:
    token = await town.proven("wang-guifang")
    bill = await bill_of(town, token, await lost_card(town, token))
    if mode == "elder":
        await mobile.use_elder_mode()
    await mobile.open(f"packages/paying/bill/bill?id={bill['id']}", person="wang-guifang", agreed=True)
    await mobile.tap("去缴 40.00 元")
    looks = f"**/api/v1/bills/{bill['id']}"
    async with mobile.page.expect_response(looks):
        await mobile.tap("我付好了")
    for _ in range(4):
        async with mobile.page.expect_response(looks):
            await mobile.waits(2)
    await mobile.sees("银行还没有告诉我们结果")
    await mobile.shoot(f"bill-told-{mode}")
    between = """() => {
        const [counter, below] = ['.help', '.flush'].map(name => [...document.querySelectorAll(`main:not([hidden]) .card${name}`)].at(-1));
        return below.getBoundingClientRect().top - counter.getBoundingClientRect().bottom;
    }"""
    assert await mobile.page.evaluate(between) <= 12
    assert await mobile.lost() == []
    await mobile.page.evaluate("const page = document.querySelector('main:not([hidden])'); page.scrollTop = page.scrollHeight")
    await mobile.shoot(f"bill-told-end-{mode}")
    assert await mobile.lost_at_its_largest("bill-told") == []


async def test_a_bank_that_is_away_is_told_in_words(mobile: Phone, town: Town) -> None:
    token = await town.proven("wang-guifang")
    bill = await bill_of(town, token, await lost_card(town, token))
    await mobile.open(f"packages/paying/bill/bill?id={bill['id']}", person="wang-guifang", agreed=True)
    await mobile.sees("去缴 40.00 元")
    await town.sandbox.switch("bank", down=True)
    tries = f"**/api/v1/bills/{bill['id']}/pay"
    async with mobile.page.expect_response(tries):
        await mobile.tap("去缴 40.00 元")
    for _ in range(3):
        async with mobile.page.expect_response(tries):
            await mobile.waits(3)
    await mobile.page.get_by_text("不用再付").wait_for()
    await mobile.answer("知道了")
    await mobile.sees("去缴 40.00 元")
    assert await mobile.asked("navigateToMiniProgram") == []


async def test_money_that_goes_back_is_told_with_its_reason(mobile: Phone, town: Town) -> None:
    token = await town.proven("wang-guifang")
    case = await lost_card(town, token)
    bill = await bill_of(town, token, case)
    begun = await town.post(f"/api/v1/bills/{bill['id']}/pay", {"version": bill["version"]}, token=token)
    await paid_in_app(town, begun.json["order"]["id"], fen=3999)
    await mobile.open(f"packages/paying/bill/bill?id={bill['id']}", person="wang-guifang", agreed=True)
    await mobile.sees("退 39.99 元")
    await mobile.sees("原路退回中")
    await mobile.shoot("bill-refund")
    await mobile.fits()

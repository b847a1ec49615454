"""Fees over HTTP, with the bank's stand-in: paid once whatever is lost, told twice or comes late; and back to the payer alone."""

import asyncio
import re
from typing import Any

import pytest

from backend.outbox import OutboxRow
from tests.api.stories.business import act
from tests.cases_world import IDCARD
from tests.factories import Town
from tests.payments_world import CLERK, HEAD, WINDOW, at_bank, begun, bill_of, in_app, lost_card, paid_online, reconciled


async def state_of(town: Town, token: str, bill: dict[str, Any]) -> dict[str, Any]:
    await town.world.settle()
    return (await town.get(f"/api/v1/bills/{bill['id']}", token=token)).json


async def test_the_slip_holds_up_the_decision_until_it_is_paid_and_the_receipt_checks(town: Town) -> None:
    citizen, clerk = await town.proven("wang-guifang"), await town.staff(CLERK)
    case = await lost_card(town, citizen, temporary_card="wanted")
    bill = await bill_of(town, citizen, case)
    assert (bill["state"], bill["due_amount"], [each["amount"] for each in bill["lines"]]) == ("open", "50.00", ["40.00", "10.00"])
    assert (bill["due"], bill["actions"], bill["number"][:14]) == ("2026-12-07T17:00:00+08:00", ["pay"], "99010120261123")
    assert "payment_due" in await town.told(citizen)
    await act(town, clerk, case, "complete-step", step="verify", finding="人像、指纹一致")
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=clerk)).json
    assert "grant" not in [each["action"] for each in seen["actions"]]
    refused = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", {"version": seen["version"]}, token=clerk)
    assert (refused.status, "还没有完成，暂时不能批准。要由王桂芳完成" in refused.json["detail"]) == (409, True)
    none = await town.get(f"/api/v1/bills/{bill['id']}/receipt", token=citizen)
    assert none.status == 404

    paid = await paid_online(town, citizen, case)
    assert (paid["state"], paid["paid_by"], paid["receipt"]["number"], paid["actions"]) == ("paid", "网上缴费", "0000000001", [])
    granted = await act(town, clerk, case, "grant")
    assert granted["state"]["state"] == "granted"
    assert [(each["kind"]["code"], each["method"]) for each in granted["obligations"]] == [("visit", ""), ("payment", "online")]
    for paper in ("slip", "receipt"):
        pdf = await town.get(f"/api/v1/bills/{bill['id']}/{paper}", token=citizen)
        assert (pdf.status, pdf.body[:5]) == (200, b"%PDF-")
        checked = await town.post("/api/v1/verifications", pdf.body, headers={"Content-Type": "application/pdf"}, key="")
        assert checked.json["verdict"] == "sealed"
    receipt = paid["receipt"]
    public = await town.get(f"/api/v1/receipts/{receipt['number']}", check_code=receipt["check_code"])
    assert (public.json["amount"], public.json["payer"], public.json["valid"]) == ("50.00", "王*芳", True)
    assert (await town.get(f"/api/v1/receipts/{receipt['number']}", check_code="222222")).status == 404


async def test_a_lost_notice_is_asked_after(town: Town) -> None:
    """The bank has the money and we were not told: as when our process died between the two."""
    citizen = await town.proven("wang-guifang")
    case = await lost_card(town, citizen)
    bill = await paid_online(town, citizen, case, notices=0)
    assert bill["state"] == "open"
    await reconciled(town, minutes=1)
    assert (await state_of(town, citizen, bill))["state"] == "open", "not asked at every turn"
    await reconciled(town)
    assert (await state_of(town, citizen, bill))["state"] == "paid"
    await reconciled(town)
    assert (await at_bank(town))["refunds"] == []


async def test_a_notice_told_twice_or_late_counts_once(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await lost_card(town, citizen)
    bill = await begun(town, citizen, await bill_of(town, citizen, case))
    assert (await in_app(town, bill, notices=3))["notices"] == [200, 200, 200]
    await reconciled(town)
    assert (await town.sandbox.call("POST", "bank/notices", {"order": bill["order"]["id"]}))["notices"] == [200]
    after = await state_of(town, citizen, bill)
    assert (after["state"], after["refunds"], (await town.told(citizen)).count("payment_received")) == ("paid", [], 1)


@pytest.mark.parametrize("fen", [3999, 4001, 1])
async def test_a_wrong_amount_settles_nothing_and_goes_back(town: Town, fen: int) -> None:
    citizen = await town.proven("wang-guifang")
    case = await lost_card(town, citizen)
    bill = await paid_online(town, citizen, case, fen=fen)
    assert (bill["state"], bill["refunds"][0]["state"], bill["order"]) == ("open", "due", None)
    await reconciled(town)
    bill = await state_of(town, citizen, bill)
    assert (bill["refunds"][0]["state"], bill["refunds"][0]["amount"], bill["actions"]) == ("done", f"{fen / 100:.2f}", ["pay"])
    assert {"payment_refunding", "payment_refunded"} <= set(await town.told(citizen))
    again = await paid_online(town, citizen, case)
    assert again["state"] == "paid", "and it can still be paid rightly"


async def test_whoever_pays_twice_gets_the_second_back(town: Town) -> None:
    """Cash at the counter while the phone's payment was open, and then that one too."""
    citizen, window = await town.proven("wang-guifang"), await town.staff(WINDOW)
    case = await lost_card(town, citizen)
    bill = await begun(town, citizen, await bill_of(town, citizen, case))
    cash = await town.post(f"/api/v1/staff/bills/{bill['id']}/collect", {"version": bill["version"], "method": "cash"}, token=window)
    assert (cash.status, cash.json["paid_by"], cash.json["state"]) == (200, "窗口现金", "paid")
    assert (await in_app(town, bill))["notices"] == [200]
    await reconciled(town)
    after = await state_of(town, citizen, bill)
    assert [(each["state"], each["reason"]) for each in after["refunds"]] == [("done", "这张缴款书已经缴过，重复付款")]
    assert (after["paid_by"], after["receipt"]["void_at"]) == ("窗口现金", None), "the first payment stands"
    assert [each["fen"] for each in (await at_bank(town))["refunds"]] == [4000]


async def test_an_open_payment_is_closed_at_the_bank_once_the_slip_is_settled(town: Town) -> None:
    citizen, window = await town.proven("wang-guifang"), await town.staff(WINDOW)
    case = await lost_card(town, citizen)
    bill = await begun(town, citizen, await bill_of(town, citizen, case))
    body = {"version": bill["version"], "method": "pos", "reference": "参考号000812"}
    assert (await town.post(f"/api/v1/staff/bills/{bill['id']}/collect", body, token=window)).status == 200
    await reconciled(town, minutes=0)
    assert [each["state"] for each in (await at_bank(town))["orders"]] == ["closed"]


async def test_an_attempt_nobody_pays_is_closed_and_another_can_be_begun(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await lost_card(town, citizen)
    bill = await begun(town, citizen, await bill_of(town, citizen, case))
    same = await begun(town, citizen, bill)
    assert same["order"] == bill["order"], "a second tap finds the payment that is open"
    await reconciled(town)
    assert (await state_of(town, citizen, bill))["order"]["id"] == bill["order"]["id"], "asked after, and still open"
    await reconciled(town, minutes=40)
    closed = await state_of(town, citizen, bill)
    assert (closed["state"], closed["order"]) == ("open", None)
    assert [each["state"] for each in (await at_bank(town))["orders"]] == ["closed"]
    assert (await paid_online(town, citizen, case))["state"] == "paid"


async def test_while_the_bank_is_away_a_payment_begins_when_it_is_back(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await lost_card(town, citizen)
    bill = await bill_of(town, citizen, case)
    await town.sandbox.switch("bank", down=True, times=2)
    path, body = f"/api/v1/bills/{bill['id']}/pay", {"version": bill["version"]}
    away = await town.post(path, body, token=citizen, key="tap")
    assert (away.status, away.json["type"], "不用再付" in away.json["detail"]) == (503, "/problems/bank_unavailable", True)
    back = await town.post(path, body, token=citizen, key="tap")
    assert (back.status, back.json["order"]["token"] != "") == (200, True)
    await town.sandbox.switch("bank", down=True, times=2)
    await reconciled(town)  # the bank is away: nothing is concluded from that
    assert (await state_of(town, citizen, bill))["order"]["id"] == back.json["order"]["id"]


async def test_a_double_tap_makes_one_payment(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    bill = await bill_of(town, citizen, await lost_card(town, citizen))
    taps = [town.post(f"/api/v1/bills/{bill['id']}/pay", {"version": bill["version"]}, token=citizen, key="tap") for _ in range(4)]
    answers = await asyncio.gather(*taps)
    assert {each.status for each in answers} == {200}
    assert len((await at_bank(town))["orders"]) == 1


async def test_withdrawn_the_money_goes_back_to_the_payer_and_the_receipt_is_void(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await lost_card(town, citizen)
    bill = await paid_online(town, citizen, case)
    await act(town, citizen, case, "withdraw", staff=False)
    await town.world.settle()
    await reconciled(town)
    after = await state_of(town, citizen, bill)
    assert [(each["state"], each["amount"], each["reason"]) for each in after["refunds"]] == [("done", "40.00", "申请人撤回")]
    receipt = after["receipt"]
    public = (await town.get(f"/api/v1/receipts/{receipt['number']}", check_code=receipt["check_code"])).json
    assert (public["valid"], public["void_at"] is not None) == (False, True)
    await reconciled(town)
    assert len((await at_bank(town))["refunds"]) == 1


async def test_after_a_refusal_found_wrong_it_goes_back_whatever_the_item_says(town: Town) -> None:
    """Who is decided about anew is charged anew: nobody pays twice for the office's mistake."""
    citizen = await town.proven("wang-guifang")
    case = await lost_card(town, citizen)
    bill = await paid_online(town, citizen, case)
    await town.world.store.bills.change_many({"case": case["id"]}, {"$set": {"refunds_on": []}})
    row = OutboxRow("evt_1", town.world.clock.now(), "case.refusal_annulled", f"cases/{case['id']}", None, {}, {}, [])
    for _ in range(2):
        await town.world.product.engines.payments.on_case_ended(row)
    await reconciled(town)
    after = await state_of(town, citizen, bill)
    assert [(each["state"], each["amount"], each["reason"]) for each in after["refunds"]] == [("done", "40.00", "不予批准决定已经撤销")]


async def test_refused_the_money_goes_back_even_where_the_bank_was_away(town: Town) -> None:
    citizen, clerk = await town.proven("wang-guifang"), await town.staff(CLERK)
    case = await lost_card(town, citizen)
    bill = await paid_online(town, citizen, case)
    await act(town, clerk, case, "complete-step", step="verify", finding="指纹不一致")
    await act(town, clerk, case, "refuse", reason="身份核对不上", basis="居民身份证法")
    await town.world.settle()
    await town.sandbox.switch("bank", error_status=503, times=1)
    await reconciled(town, minutes=0)
    assert (await state_of(town, citizen, bill))["refunds"][0]["state"] == "due"
    await reconciled(town, minutes=1)
    assert (await state_of(town, citizen, bill))["refunds"][0]["state"] == "done"
    window = await town.staff(WINDOW)
    closed = await act(town, window, case, "record-result", kind="不予批准决定书", way="counter")
    assert closed["state"]["state"] == "closed", "a refusal waits for no payment"


async def test_an_unpaid_slip_ends_with_its_case_and_money_that_comes_later_goes_back(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await lost_card(town, citizen)
    bill = await begun(town, citizen, await bill_of(town, citizen, case))
    await act(town, citizen, case, "withdraw", staff=False)
    ended = await state_of(town, citizen, bill)
    assert (ended["state"], ended["ended_for"]) == ("cancelled", "申请人撤回")
    refused = await town.post(f"/api/v1/bills/{bill['id']}/pay", {"version": ended["version"]}, token=citizen)
    assert (refused.status, refused.json["detail"]) == (409, "这张缴款书已经不用缴了（申请人撤回）。")
    await in_app(town, bill)
    await reconciled(town)
    after = await state_of(town, citizen, bill)
    assert [(each["state"], each["reason"]) for each in after["refunds"]] == [("done", "这张缴款书已经不用缴")]


async def test_cash_goes_back_into_the_payers_own_hands(town: Town) -> None:
    citizen, window = await town.proven("wang-guifang"), await town.staff(WINDOW)
    case = await lost_card(town, citizen)
    bill = await bill_of(town, citizen, case)
    collected = await town.post(f"/api/v1/staff/bills/{bill['id']}/collect", {"version": bill["version"], "method": "cash"}, token=window)
    assert collected.json["receipt"]["number"] == "0000000001"
    await town.world.settle()
    await act(town, citizen, case, "withdraw", staff=False)
    bill = await state_of(town, citizen, bill)
    (refund,) = bill["refunds"]
    assert (refund["state"], refund["label"]) == ("at_counter", "等本人到窗口领取")
    path = f"/api/v1/staff/bills/{bill['id']}/hand-back"
    agent = {"version": bill["version"], "refund": refund["id"], "person": town.document("li-min")}
    refused = await town.post(path, agent, token=window)
    assert (refused.status, refused.json["detail"]) == (422, "退款只能交给缴款人本人，不能由代办人代领。")
    own = {**agent, "person": town.document("wang-guifang")}
    done = await town.post(path, own, token=window)
    assert (done.status, done.json["refunds"][0]["state"], done.json["actions"]) == (200, "done", [])
    again = await town.post(path, {**own, "version": done.json["version"]}, token=window)
    assert again.status == 409
    assert (await at_bank(town))["refunds"] == [], "none of it went through the bank"


async def test_what_the_bank_cannot_give_back_waits_at_the_counter(town: Town) -> None:
    """The account it came from was closed meanwhile."""
    citizen, window = await town.proven("wang-guifang"), await town.staff(WINDOW)
    case = await lost_card(town, citizen)
    bill = await paid_online(town, citizen, case, account="6299000000001234")
    await act(town, citizen, case, "withdraw", staff=False)
    await town.world.settle()
    await reconciled(town, minutes=1)
    bill = await state_of(town, citizen, bill)
    assert [(each["state"], each["label"]) for each in bill["refunds"]] == [("due", "原路退回中")]
    await reconciled(town, minutes=30)
    await reconciled(town, minutes=31)
    assert (await state_of(town, citizen, bill))["refunds"][0]["state"] == "due", "twice refused, and not asked in between"
    await reconciled(town, minutes=61)
    bill = await state_of(town, citizen, bill)
    (refund,) = bill["refunds"]
    assert (refund["state"], refund["label"]) == ("at_counter", "等本人到窗口领取")
    assert (await town.told(citizen)).count("payment_refund_at_counter") == 1
    await reconciled(town, minutes=61)
    assert (await at_bank(town))["refunds"] == []
    own = {"version": bill["version"], "refund": refund["id"], "person": town.document("wang-guifang")}
    done = await town.post(f"/api/v1/staff/bills/{bill['id']}/hand-back", own, token=window)
    assert (done.status, done.json["refunds"][0]["state"]) == (200, "done")


async def test_the_counter_takes_the_amount_once_and_says_how(town: Town) -> None:
    citizen, window = await town.proven("wang-guifang"), await town.staff(WINDOW)
    bill = await bill_of(town, citizen, await lost_card(town, citizen))
    found = (await town.get("/api/v1/staff/bills", token=window, number=bill["number"])).json["items"]
    assert [each["id"] for each in found] == [bill["id"]]
    assert (await town.get("/api/v1/staff/bills", token=window)).json["items"] == []
    path = f"/api/v1/staff/bills/{bill['id']}/collect"
    for body, pointer in (({"method": "online"}, "/method"), ({"method": "pos"}, "/reference")):
        wrong = await town.post(path, {"version": bill["version"], **body}, token=window)
        assert (wrong.status, wrong.json["errors"][0]["pointer"]) == (422, pointer)
    stale = await town.post(path, {"version": bill["version"] + 1, "method": "cash"}, token=window)
    assert stale.json["type"] == "/problems/stale_version"
    receipt = f"/api/v1/staff/bills/{bill['id']}/receipt"
    assert (await town.get(receipt, token=window)).status == 404, "nothing was paid yet"
    tills = [town.post(path, {"version": bill["version"], "method": "cash"}, token=window) for _ in range(2)]
    first, second = sorted(await asyncio.gather(*tills), key=lambda each: each.status)
    assert (first.status, second.status) == (200, 409)
    late = await town.post(path, {"version": bill["version"], "method": "cash"}, token=window)
    for refused in (second, late):  # at the same moment, and later: who took it and under which receipt, for the money is in hand
        assert re.search(r"这笔费\S+在窗口已经缴清（.*电子票据0000000001）。请不要再收", refused.json["detail"])
    printed = await town.get(receipt, token=window)
    assert (printed.status, printed.headers["Content-Type"]) == (200, "application/pdf")
    assert (await town.get(receipt, token=await town.staff("wenyiming"))).status == 403
    other = await town.proven("zhou-jianping")
    next_bill = await bill_of(town, other, await lost_card(town, other))
    collected = await town.post(
        f"/api/v1/staff/bills/{next_bill['id']}/collect", {"version": next_bill["version"], "method": "cash"}, token=window
    )
    assert collected.json["receipt"]["number"] == "0000000002", "who was too late took no number"


async def test_the_head_lets_off_part_or_all_of_it_with_a_reason(town: Town) -> None:
    citizen, head, clerk = await town.proven("wang-guifang"), await town.head(HEAD), await town.staff(CLERK)
    case = await lost_card(town, citizen)
    bill = await begun(town, citizen, await bill_of(town, citizen, case))
    path = f"/api/v1/staff/bills/{bill['id']}/reduce"
    assert (await town.post(path, {"version": bill["version"], "reason": "家里刚遭火灾"}, token=clerk)).status == 403
    too_much = await town.post(path, {"version": bill["version"], "reason": "家里刚遭火灾", "fen": 4001}, token=head)
    assert too_much.json["errors"][0]["pointer"] == "/fen"
    part = await town.post(path, {"version": bill["version"], "reason": "家里刚遭火灾", "fen": 1500}, token=head)
    assert (part.json["due_amount"], part.json["state"], part.json["order"]) == ("25.00", "open", None)
    await in_app(town, bill)  # what was begun over the old amount is no longer right
    await reconciled(town)
    assert (await state_of(town, citizen, bill))["refunds"][0]["amount"] == "40.00"
    bill = await state_of(town, citizen, bill)
    less = await town.post(path, {"version": bill["version"], "reason": "重新核定", "fen": 1499}, token=head)
    assert (less.status, less.json["errors"][0]["pointer"]) == (422, "/fen"), "what was let off stays let off"
    whole = await town.post(path, {"version": bill["version"], "reason": "家里刚遭火灾"}, token=head)
    assert (whole.json["state"], whole.json["due_amount"], whole.json["ended_for"]) == ("waived", "0.00", "家里刚遭火灾")
    await town.world.settle()
    await act(town, clerk, case, "complete-step", step="verify", finding="一致")
    assert (await act(town, clerk, case, "grant"))["state"]["state"] == "granted"
    assert "payment_reduced" in await town.told(citizen)


async def test_whom_the_rule_exempts_pays_nothing(town: Town) -> None:
    """A licence on record shows it; without one the answer alone frees nobody."""
    poor = await town.proven("wang-guifang")
    case = await lost_card(town, poor, hardship="low_income")
    bill = await bill_of(town, poor, case)
    held = any(each["key"] == "low_income_certificate" and each["licence"] for each in case["materials"])
    assert held
    assert (bill["state"], bill["ended_for"], bill["due_amount"]) == ("waived", "低收入困难家庭免收", "0.00")
    assert case["obligations"][0]["open"] is False


async def test_nobody_is_let_off_on_somebody_elses_certificate(town: Town) -> None:
    son, mother = await town.proven("li-qiang"), await town.proven("wang-guifang")
    mothers = {"low_income_certificate": {"licence": True, "holder": town.document("wang-guifang")}}
    body = {"item": "idcard-lost", "form": IDCARD | {"hardship": "low_income"}, "materials": mothers}
    refused = await town.post("/api/v1/cases", body, token=son)
    assert (refused.status, refused.json["errors"][0]["pointer"]) == (422, "/materials/low_income_certificate/licence")
    assert "要用申请人自己的电子证照" in refused.json["errors"][0]["detail"]
    assert (await town.get("/api/v1/licences/authorisations", token=mother)).json["items"] == [], "she is not even asked"


async def test_a_notice_that_is_not_the_banks_is_refused(town: Town) -> None:
    envelope = {"merchant": "yici-sandbox", "nonce": "n", "content": "{}", "signature": "0" * 64}
    forged = await town.post("/api/v1/payments/notifications", envelope, key="")
    assert (forged.status, forged.json["detail"]) == (403, "这条支付通知的签名不对，没有采用。")


async def test_slips_are_hidden_from_whom_they_do_not_concern(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    bill = await bill_of(town, citizen, await lost_card(town, citizen))
    stranger = await town.proven("li-qiang")
    for path in (f"/api/v1/bills/{bill['id']}", f"/api/v1/bills/{bill['id']}/slip"):
        assert (await town.get(path, token=stranger)).status == 404
    assert (await town.post(f"/api/v1/bills/{bill['id']}/pay", {"version": bill["version"]}, token=stranger)).status == 404
    assert (await town.get("/api/v1/bills", token=stranger)).json["items"] == []
    elsewhere = await town.staff("miaolixin")
    assert (await town.get(f"/api/v1/staff/bills/{bill['id']}", token=elsewhere)).status == 403


async def test_what_waits_for_the_fee_is_overdue_nowhere_and_supervision_says_the_same(town: Town) -> None:
    citizen, clerk = await town.proven("wang-guifang"), await town.staff(CLERK)
    case = await lost_card(town, citizen, temporary_card="wanted")
    bill = await bill_of(town, citizen, case)
    await act(town, clerk, case, "complete-step", step="verify", finding="人像、指纹一致")
    town.world.clock.forward(days=60)  # past every limit, and not by the office
    clerk, head = await town.staff(CLERK), await town.head(HEAD)
    queue = (await town.get("/api/v1/staff/cases", token=clerk, queue="all")).json["items"]
    row = next(each for each in queue if each["id"] == case["id"])
    assert (row["waits_for"], row["turn_due"], row["turn_overdue"], row["overdue"]) == ("等缴费", None, False, False)
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=clerk)).json
    step = next(each for each in seen["steps"] if not each["done_at"])
    assert (step["due"], step["stands"]) == (None, "停着，自2026年11月23日（周一）10:00起：等缴费")
    assert "超过" not in seen["state"]["sentence"]
    time = (await town.get(f"/api/v1/staff/supervision/cases/{case['id']}", token=head)).json
    assert time["segments"][-1]["why"].startswith("等缴费：丢失补领居民身份证")
    cash = {"version": bill["version"], "method": "cash"}
    paid = await town.post(f"/api/v1/staff/bills/{bill['id']}/collect", cash, token=await town.staff(WINDOW))
    assert paid.status == 200, paid.text
    await town.world.settle()
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=clerk)).json
    own = next(each for each in seen["steps"] if not each["done_at"])["due"]
    time = (await town.get(f"/api/v1/staff/supervision/cases/{case['id']}", token=head)).json
    last = [each for each in time["budgets"] if each["scope"] == "step"][-1]
    assert own is not None
    assert own == last["due"], "one limit of one step"

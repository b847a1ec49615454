"""A slip that is drawn anew because an answer changed: what was let off stays let off, and one notice tells both slips."""

import asyncio
from typing import Any

import pytest

from backend.errors import StaleVersion
from backend.store import Session
from models.payments import Bill
from tests.api.stories.business import act
from tests.factories import Town
from tests.payments_world import CLERK, HEAD, bill_of, lost_card, paid_online, reconciled

REASON = "生活困难"


async def _changing(town: Town, citizen: str, wish: str) -> dict[str, Any]:
    """The case, accepted, sent back for one answer that the applicant has changed and not handed in yet."""
    before = "wanted" if wish == "not_wanted" else "not_wanted"
    case = await lost_card(town, citizen, temporary_card=before)
    defect = {"field": "temporary_card", "reason": "wrong_answer", "advice": "请再看一遍要不要临时身份证"}
    await act(town, await town.staff(CLERK), case, "request-correction", defects=[defect])
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    form = {"version": mine["version"], "form": mine["form"] | {"temporary_card": wish}}
    assert (await town.put(f"/api/v1/cases/{case['id']}", form, token=citizen)).status == 200
    return case


async def _let_off(town: Town, bill: dict[str, Any], fen: int) -> dict[str, Any]:
    path = f"/api/v1/staff/bills/{bill['id']}/reduce"
    answer = await town.post(path, {"version": bill["version"], "reason": REASON, "fen": fen}, token=await town.head(HEAD))
    assert answer.status == 200, answer.text
    return answer.json


async def _stored(town: Town, bill_id: str) -> Bill:
    return Bill.of(await town.world.product.engines.payments.store.bills.get(bill_id) or {})


async def _told(town: Town, citizen: str, template: str) -> list[str]:
    await town.world.settle()
    return [each["body"] for each in await town.inbox(citizen) if each["template"] == template]


async def test_what_was_let_off_is_let_off_of_the_new_slip_and_one_notice_says_so(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await _changing(town, citizen, "not_wanted")
    old = await _let_off(town, await bill_of(town, citizen, case), 3000)
    assert old["due_amount"] == "20.00"
    mended = await act(town, citizen, case, "resubmit", staff=False)
    assert [each["open"] for each in mended["obligations"] if each["kind"]["code"] == "payment"] == [False, True]
    new = await bill_of(town, citizen, case)
    assert (new["total"], new["reduced"], new["reduced_for"], new["due_amount"]) == ("40.00", "30.00", REASON, "10.00")
    assert (await town.get(f"/api/v1/bills/{old['id']}", token=citizen)).json["state"] == "cancelled", "at once, not some time later"
    (told,) = await _told(town, citizen, "payment_changed")
    assert "应缴金额由20.00元改为10.00元（已经减免的30.00元仍然减免）" in told
    assert "原来的缴款书作废，不要再按它缴" in told
    assert await _told(town, citizen, "payment_cancelled") == [], "nobody is told that nothing is to be paid"
    assert (await paid_online(town, citizen, case))["state"] == "paid"


async def test_where_less_is_left_than_was_let_off_nothing_is_to_be_paid(town: Town) -> None:
    citizen, clerk = await town.proven("wang-guifang"), await town.staff(CLERK)
    case = await _changing(town, citizen, "not_wanted")
    await _let_off(town, await bill_of(town, citizen, case), 4500)
    mended = await act(town, citizen, case, "resubmit", staff=False)
    assert [each["open"] for each in mended["obligations"] if each["kind"]["code"] == "payment"] == [False, False]
    new = await bill_of(town, citizen, case)
    assert (new["state"], new["reduced"], new["due_amount"], new["ended_for"]) == ("waived", "40.00", "0.00", REASON)
    assert [REASON in each for each in await _told(town, citizen, "payment_cancelled")] == [True]
    assert await _told(town, citizen, "payment_changed") == []
    await act(town, clerk, case, "complete-step", step="verify", finding="一致")
    assert (await act(town, clerk, case, "grant"))["state"]["state"] == "granted"
    kept = (await _stored(town, new["id"])).reduction
    assert kept is not None
    assert kept.fen == 4500, "and would count whole were the card wanted again"


async def test_what_was_paid_on_the_old_slip_goes_back_once(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await _changing(town, citizen, "wanted")
    old = await paid_online(town, citizen, case)
    await act(town, citizen, case, "resubmit", staff=False)
    (told,) = await _told(town, citizen, "payment_changed")
    assert ("由40.00元改为50.00元，" in told, "原来缴的40.00元会退给您" in told) == (True, True)
    await reconciled(town)
    gone = (await town.get(f"/api/v1/bills/{old['id']}", token=citizen)).json
    assert [(each["state"], each["amount"]) for each in gone["refunds"]] == [("done", "40.00")]
    assert (await bill_of(town, citizen, case))["due_amount"] == "50.00"


async def test_a_head_who_lets_off_at_the_same_moment_is_never_passed_over(town: Town) -> None:
    citizen, head = await town.proven("wang-guifang"), await town.head(HEAD)
    case = await _changing(town, citizen, "not_wanted")
    bill = await bill_of(town, citizen, case)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    reduce = {"version": bill["version"], "reason": REASON, "fen": 3000}
    reduced, handed = await asyncio.gather(
        town.post(f"/api/v1/staff/bills/{bill['id']}/reduce", reduce, token=head),
        town.post(f"/api/v1/cases/{case['id']}/resubmit", {"version": mine["version"]}, token=citizen),
    )
    assert {reduced.status, handed.status} <= {200, 409}
    if handed.status == 409:
        await act(town, citizen, case, "resubmit", staff=False)
    new = await bill_of(town, citizen, case)
    assert (new["id"] != bill["id"], new["due_amount"]) == (True, "10.00" if reduced.status == 200 else "40.00")


async def test_a_slip_that_moved_meanwhile_is_not_ended_unread(town: Town) -> None:
    """The moment between reading the old slip and writing the new one, by hand."""
    citizen, payments = await town.proven("wang-guifang"), town.world.product.engines.payments
    case = await lost_card(town, citizen)
    bill = await bill_of(town, citizen, case)
    before = await _stored(town, bill["id"])
    await _let_off(town, bill, 1000)

    async def ends(session: Session) -> None:
        await payments.end_replaced(before, None, session)

    with pytest.raises(StaleVersion):
        await payments.store.transact(ends)
    before = await _stored(town, bill["id"])
    assert (before.state.value, before.due_fen) == ("open", 3000)
    await payments.store.transact(ends)  # nothing is charged any more, and no slip takes its place
    assert (await _stored(town, bill["id"])).state.value == "cancelled"
    assert ["没有应缴的金额" in each for each in await _told(town, citizen, "payment_cancelled")] == [True]

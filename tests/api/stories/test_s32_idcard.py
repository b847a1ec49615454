"""S32, 微警务: a lost identity card — booked, papers sent ahead, reminded an hour before, one visit with the temporary card on the
spot, and then the card by courier."""

from datetime import datetime
from typing import Any

from backend.clock import SHANGHAI
from tests.api.stories.business import act, filed, newest_licence
from tests.api.stories.test_s26_cards import cards, later
from tests.api.test_deliveries import POST, followed, on_the_road
from tests.cases_world import IDCARD
from tests.factories import WEDNESDAY_NINE, Town
from tests.payments_world import CLERK, WINDOW, bill_of, lost_card, paid_online


async def sent_ahead(town: Town, citizen: str) -> dict[str, Any]:
    """Filled in and looked at before the trip: the household register is known, nothing is copied."""
    draft = await town.made("/api/v1/cases", {"item": "idcard-lost", "form": IDCARD | POST | {"temporary_card": "wanted"}}, citizen)
    chosen = {"household_register": {"licence": True}}
    saved = await town.put(f"/api/v1/cases/{draft['id']}", {"version": draft["version"], "materials": chosen}, token=citizen)
    assert saved.status == 200, saved.text
    case = await act(town, citizen, saved.json, "pre-review", staff=False)
    officer = await town.staff("guxiaoming")
    await act(town, officer, case, "claim")
    await act(town, officer, case, "pass-material", materials=["household_register"])
    return await act(town, officer, case, "pre-approve")


async def booked(town: Town, citizen: str, case: dict[str, Any]) -> dict[str, Any]:
    """A time at the police's hall, which staff confirm."""
    visit = {"items": ["idcard-lost"], "hall": "household", "start": WEDNESDAY_NINE, "case": case["id"]}
    made = await town.booked(citizen, visit)
    assert made["state"] == "pending"
    path = f"/api/v1/staff/appointments/{made['id']}/confirm"
    confirmed = await town.post(path, {"version": made["version"]}, token=await town.staff(WINDOW))
    assert (confirmed.status, confirmed.json["state"]) == (200, "confirmed"), confirmed.text
    return confirmed.json


async def checked_in(town: Town, window: str, visit: dict[str, Any]) -> None:
    """They are there."""
    now = await town.world.store.places.get(visit["id"]) or {}
    answer = await town.post(f"/api/v1/staff/appointments/{visit['id']}/check-in", {"version": now["version"]}, token=window)
    assert answer.status == 200, answer.text


async def test_papers_are_taken_in_with_an_appointment_of_theirs_that_has_checked_in_here_today(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await sent_ahead(town, citizen)
    visit = await booked(town, citizen, case)
    window = await town.staff(WINDOW)
    others = await town.booked(await town.matched("li-qiang"))
    path, version = f"/api/v1/staff/cases/{case['id']}/receive", case["version"]
    told: dict[str, tuple[int, str]] = {}
    for name, appointment in (("nothing", "随便写的"), ("somebody else's", others["id"]), ("not checked in", visit["id"])):
        answer = await town.post(path, {"version": version, "appointment": appointment}, token=window)
        told[name] = (answer.status, answer.json["errors"][0]["pointer"] if answer.json.get("errors") else answer.json["detail"])
    assert told == {
        "nothing": (422, "/appointment"),
        "somebody else's": (422, "/appointment"),
        "not checked in": (409, "来人还没有签到。请先给来人签到，再办这一步；没有预约的，不用填预约。"),
    }
    town.world.clock.at = datetime(2026, 11, 25, 9, 0, tzinfo=SHANGHAI)
    window = await town.staff(WINDOW)
    await checked_in(town, window, visit)
    town.world.clock.at = datetime(2026, 11, 26, 9, 0, tzinfo=SHANGHAI)
    late = await town.post(path, {"version": version, "appointment": visit["id"]}, token=await town.staff(WINDOW))
    assert (late.status, "不是今天的" in late.json["errors"][0]["detail"]) == (422, True), late.text


async def test_an_appointment_elsewhere_or_cancelled_takes_nothing_in(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await sent_ahead(town, citizen)
    visit = await booked(town, citizen, case)
    path = f"/api/v1/staff/cases/{case['id']}/receive"
    elsewhere = {"$set": {"hall": "center", "hall_name": "云城区政务服务中心"}}
    await town.world.store.places.change_many({"_id": visit["id"]}, elsewhere)
    body = {"version": case["version"], "appointment": visit["id"]}
    answer = await town.post(path, body, token=await town.staff(WINDOW))
    assert (answer.status, "这个预约在云城区政务服务中心" in answer.json["errors"][0]["detail"]) == (422, True), answer.text
    await town.world.store.places.change_many({"_id": visit["id"]}, {"$set": {"hall": "household"}})
    gone = await town.post(f"/api/v1/appointments/{visit['id']}/cancel", {"version": visit["version"]}, token=citizen)
    assert gone.status == 200, gone.text
    answer = await town.post(path, body, token=await town.staff(WINDOW))
    assert (answer.status, "已经不算数（已取消）" in answer.json["detail"]) == (409, True), answer.text


async def test_one_visit_with_the_temporary_card_and_the_card_by_courier(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await sent_ahead(town, citizen)
    assert (case["state"]["state"], case["may_book"]) == ("pre_approved", True)
    visit = await booked(town, citizen, case)
    for hour in (9, 8):  # the day before, and an hour before
        town.world.clock.at = datetime(2026, 11, 24 if hour == 9 else 25, hour, 0, tzinfo=SHANGHAI)
        await town.world.product.engines.booking.tick()
    assert (await town.told(citizen))[:2] == ["appointment_reminder_hour", "appointment_reminder_day"]

    town.world.clock.at = datetime(2026, 11, 25, 9, 0, tzinfo=SHANGHAI)
    window, officer = await town.staff(WINDOW), await town.staff(CLERK)
    await checked_in(town, window, visit)
    seen = await act(town, window, case, "receive", appointment=visit["id"])
    assert (seen["state"]["state"], seen["appointments"]) == ("received", [visit["id"]])
    await act(town, window, case, "accept")
    citizen = await town.proven_again(await town.login("wang-guifang"), "wang-guifang")
    bill = await bill_of(town, citizen, case)
    assert (bill["due_amount"], [each["name"] for each in bill["lines"]]) == ("50.00", ["丢失补领居民身份证", "临时居民身份证"])
    assert (await paid_online(town, citizen, case))["state"] == "paid", "paid on the phone at the counter"
    await act(town, officer, case, "complete-step", step="verify", finding="人像、指纹一致，已挂失并采集")
    granted = await act(town, officer, case, "grant", reason="同意补领；临时居民身份证已当场发给本人")
    assert granted["decision"]["at"][:10] == "2026-11-25", "done in one visit"
    citizen = await town.proven_again(await town.login("wang-guifang"), "wang-guifang")
    temporary = await newest_licence(town, citizen, "temporary_resident_card")
    assert (temporary["valid_until"], temporary["number"][-4:]) == ("2027-02-22", "0025"), "three months, under her own number"

    town.world.clock.at = datetime(2026, 12, 9, 10, 0, tzinfo=SHANGHAI)
    window = await town.staff(WINDOW)
    await act(town, window, case, "deliver", kind="居民身份证", method="post")
    await followed(town, minutes=0)
    citizen = await town.proven_again(await town.login("wang-guifang"), "wang-guifang")
    parcel = (await town.get("/api/v1/deliveries", token=citizen)).json["items"][0]
    await on_the_road(town, parcel["waybill"], "delivered", "本人签收")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert (mine["state"]["state"], mine["completion"]["code"], len(mine["appointments"])) == ("closed", "0", 1)
    assert (await town.get(f"/api/v1/bills/{bill['id']}/receipt", token=citizen)).status == 200


async def filed_from_the_phone(town: Town, citizen: str) -> dict[str, Any]:
    """Handed in without a look beforehand."""
    return await filed(town, citizen, "idcard-lost", IDCARD | POST, photo_receipt={})


async def sides(town: Town, supervisor: str, case: dict[str, Any]) -> dict[str, str]:
    """Whose turn each step was at last, as supervision sees it."""
    time = (await town.get(f"/api/v1/staff/supervision/cases/{case['id']}", token=supervisor)).json
    return {each["step"]: each["side"] for each in time["segments"]}


async def test_who_files_from_the_phone_is_told_to_come_and_no_clock_runs_before(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await filed_from_the_phone(town, citizen)
    assert (case["state"]["state"], case["may_book"], case["clock"]["deficiency_due"]) == ("received", True, None)
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert seen["state"]["sentence"] == (
        "已收件，等您到场（要当面拍照、采集指纹），请先预约时间，没有预约的也可以直接来 · 请在12月7日（周一）17:00前来"
    )
    assert "case_received_come" in await town.told(citizen)
    await later(town, days=8)
    supervisor = await town.head("yanzheng")
    assert await cards(town, supervisor) == [], "five days are over, and nobody could examine anything"
    officer = await town.staff(CLERK)
    seen = await act(town, officer, case, "claim")
    early = await town.post(f"/api/v1/staff/cases/{case['id']}/accept", {"version": seen["version"]}, token=officer)
    assert (early.status, "到场" in early.json["detail"]) == (409, True), early.text
    assert await sides(town, supervisor, case) == {"acceptance": "citizen"}


async def test_who_booked_and_checks_in_is_there_and_the_office_has_its_days(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await filed_from_the_phone(town, citizen)
    visit = await booked(town, citizen, case)
    town.world.clock.at = datetime(2026, 11, 25, 9, 0, tzinfo=SHANGHAI)
    window, officer = await town.staff(WINDOW), await town.staff(CLERK)
    now = await town.world.store.places.get(visit["id"]) or {}
    answer = await town.post(f"/api/v1/staff/appointments/{visit['id']}/check-in", {"version": now["version"]}, token=window)
    assert answer.status == 200, answer.text
    await town.world.settle()
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=officer)).json
    assert (seen["appointments"], seen["may_book"], seen["clock"]["deficiency_due"][:10]) == ([visit["id"]], False, "2026-12-02")
    again = await town.post(
        "/api/v1/appointments",
        {"items": ["idcard-lost"], "hall": "household", "start": "2026-11-26T09:00:00+08:00", "case": case["id"]},
        token=await town.proven_again(await town.login("wang-guifang"), "wang-guifang"),
    )
    assert again.status == 404, again.text
    await act(town, officer, seen, "claim")
    seen = await act(town, officer, seen, "pass-material", materials=["household_register"])
    seen = await act(town, officer, seen, "accept")
    assert seen["steps"][0]["started_at"] == "2026-11-25T09:00:00+08:00", "its ten minutes begin with them there"
    await later(town, days=3)
    assert await sides(town, await town.head("yanzheng"), case) == {"acceptance": "citizen", "verify": "office"}


async def test_the_fee_before_the_decision_is_waited_for_on_the_citizens_time(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await lost_card(town, citizen)
    await act(town, await town.staff(CLERK), case, "complete-step", step="verify", finding="人像、指纹一致")
    await later(town, days=3)
    supervisor = await town.head("yanzheng")
    assert (await sides(town, supervisor, case))["temporary"] == "citizen"
    assert await cards(town, supervisor) == []


async def test_who_comes_without_booking_is_taken_in(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await filed_from_the_phone(town, citizen)
    window = await town.staff(WINDOW)
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=window)).json
    assert {"action": "check-originals", "label": "登记到场、核验原件"} in seen["actions"]
    seen = await act(town, window, case, "check-originals")
    assert (seen["may_book"], seen["clock"]["deficiency_due"][:10]) == (False, "2026-11-30")
    assert (await town.told(citizen))[0] == "case_received"
    nothing = await town.post(f"/api/v1/staff/cases/{case['id']}/check-originals", {"version": seen["version"]}, token=window)
    assert nothing.status == 422, "they are there already, and no original is named"


async def test_who_never_comes_is_asked_once_more_then_the_papers_go_back(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await filed_from_the_phone(town, citizen)
    for days, told in ((11, "obligation_reminder"), (4, "case_come_again"), (8, "case_unattended")):
        town.world.clock.forward(days=days)
        await town.world.product.engines.cases.tick()
        await town.world.settle()
        citizen = await town.proven_again(await town.login("wang-guifang"), "wang-guifang")
        assert (await town.told(citizen))[0] == told
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert (seen["state"]["state"], seen["ended_for"], seen["actions"]) == ("closed", "逾期没有到场", [])
    assert await cards(town, await town.head("yanzheng")) == []
    assert (await filed_from_the_phone(town, citizen))["state"]["state"] == "received", "a new application is open"


async def test_what_is_mended_before_they_come_still_waits_for_them(town: Town) -> None:
    citizen, officer = await town.proven("wang-guifang"), await town.staff(CLERK)
    case = await filed_from_the_phone(town, citizen)
    seen = await act(town, officer, case, "claim")
    seen = await act(town, officer, seen, "pass-material", materials=["household_register"])
    wrong = [{"field": "temporary_card", "reason": "wrong_answer", "advice": "请确认要不要临时身份证"}]
    await act(town, officer, seen, "request-correction", defects=wrong)
    town.world.clock.forward(days=15)
    await town.world.product.engines.cases.tick()
    citizen = await town.proven_again(await town.login("wang-guifang"), "wang-guifang")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert mine["state"]["state"] == "closed", "neither mended nor come: the correction ran out"

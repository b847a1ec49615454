"""S32, 微警务: a lost identity card — booked, papers sent ahead, reminded an hour before, one visit with the temporary card on the
spot, and then the card by courier."""

from datetime import datetime
from typing import Any

from backend.clock import SHANGHAI
from tests.api.stories.business import act
from tests.api.test_deliveries import POST, followed, on_the_road
from tests.cases_world import IDCARD
from tests.factories import WEDNESDAY_NINE, Town
from tests.payments_world import CLERK, WINDOW, bill_of, paid_online


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

"""Booking on the whole product: cases, staff, callers and notices come together."""

from typing import Any

from tests.factories import CARD_VISIT, LONGEVITY_VISIT, TUESDAY_NINE, WEDNESDAY_NINE, Town

DESK = "/api/v1/staff/appointments"


async def at_the_desk(town: Town, act: str, place: dict[str, Any], clerk: str, **more: Any) -> Any:
    """The appointment after an act of staff."""
    answer = await town.post(f"{DESK}/{place['id']}/{act}", {"version": place["version"], **more}, token=clerk)
    assert answer.status == 200, answer.text
    return answer.json


async def test_a_visit_for_a_case_is_booked_only_where_the_case_wants_one(town: Town) -> None:
    token, other = await town.proven("wang-guifang"), await town.proven("li-min")
    draft = await town.made("/api/v1/cases", {"item": "longevity"}, token)
    for asker, wish in ((token, LONGEVITY_VISIT), (other, LONGEVITY_VISIT), (token, CARD_VISIT)):
        answer = await town.post("/api/v1/appointments", {**wish, "case": draft["id"]}, token=asker)
        assert (answer.status, "我的办件" in answer.json["detail"]) == (404, True)


async def test_a_look_by_staff_is_seen_by_the_citizen(town: Town) -> None:
    token = await town.matched("li-qiang")
    place = await town.booked(token)
    await town.get(f"{DESK}/{place['id']}", token=await town.staff("zhengkai"))
    log = (await town.get("/api/v1/me/access-log", token=token)).json["items"]
    assert [(each["reader"], each["role"], each["subject"], each["purpose"]) for each in log] == [
        ("郑凯", "窗口受理员", "预约", "窗口查看预约")
    ]


async def test_staff_see_the_name_and_never_number_or_phone(town: Town) -> None:
    await town.booked(await town.matched("li-qiang"))
    listed = await town.get(DESK, token=await town.staff("zhengkai"), date="2026-11-25")
    assert [each["name"] for each in listed.json["items"]] == ["李强"]
    person = town.citizen("li-qiang")
    assert not any(secret in listed.text for secret in (person.id_number, str(person.phone), str(person.address)))


async def test_a_caller_known_by_their_card_finds_the_visit_when_they_log_in(town: Town) -> None:
    body = {"caller": town.document("li-qiang"), **CARD_VISIT}
    made = await town.made(DESK, body, await town.staff("gaoyuan"))
    token = await town.login("li-qiang")
    assert (await town.bind(token, "li-qiang")).status == 403, "somebody registered them: they prove who they are first"
    await town.made("/api/v1/staff/proofs", {"citizen": town.document("li-qiang"), "purpose": "绑定微信"}, await town.staff("linxiaoyan"))
    phone = str(town.citizen("li-qiang").phone)
    bound = {**town.document("li-qiang"), "phone": phone, "sms_code": await town.sandbox.sms_code(phone)}
    assert (await town.put("/api/v1/me/identity", bound, token=token)).status == 200
    mine = (await town.get("/api/v1/appointments", token=token)).json["items"]
    assert [each["id"] for each in mine] == [made["id"]]


async def test_nobody_confirms_and_the_manager_sees_it_first_then_it_confirms_itself(town: Town) -> None:
    token = await town.matched("wang-guifang")
    place = await town.booked(token, LONGEVITY_VISIT)
    town.world.clock.forward(hours=24)
    await town.world.product.engines.booking.tick()
    manager = await town.head("ouyanghui")
    waiting = (await town.get(DESK, token=manager, date="2026-11-25", escalated="true")).json["items"]
    assert [each["id"] for each in waiting] == [place["id"]]
    town.world.clock.at = town.world.clock.at.replace(day=25, hour=7)
    await town.world.product.engines.booking.tick()
    assert (await town.get(f"/api/v1/appointments/{place['id']}", token=token)).json["state"] == "confirmed"
    assert (await town.told(token))[0] == "appointment_confirmed"


async def test_a_closed_hall_moves_people_and_tells_them_by_sms(town: Town) -> None:
    token = await town.matched("li-qiang")
    place = await town.booked(token, {**CARD_VISIT, "hall": "qingshi"})
    closing = {"start": WEDNESDAY_NINE, "end": "2026-11-25T12:00:00+08:00", "reason": "停电检修"}
    closed = await town.made("/api/v1/staff/halls/qingshi/closures", closing, await town.head("suzhiyong"))
    assert (closed["moved"], closed["told"]) == (1, 0)
    await town.world.settle()
    [moved] = (await town.get("/api/v1/appointments", token=token)).json["items"]
    assert (moved["moved_from"], moved["code"], moved["start"] != place["start"]) == (place["id"], place["code"], True)
    assert "停电检修" in (await town.sandbox.sms("16909900004"))[-1]


async def test_three_missed_visits_close_the_phone_and_never_the_door(town: Town) -> None:
    token, clerk = await town.matched("li-qiang"), await town.staff("linxiaoyan")
    for day in (24, 25, 26):
        place = await town.booked(token, {**CARD_VISIT, "start": f"2026-11-{day}T09:00:00+08:00"})
        town.world.clock.at = town.world.clock.at.replace(day=day, hour=9, minute=40)
        await at_the_desk(town, "missed", place, clerk)
    assert "booking_blocked" in await town.told(token)
    refused = await town.post("/api/v1/appointments", {**CARD_VISIT, "start": "2026-11-27T09:00:00+08:00"}, token=token)
    assert (refused.status, refused.json["type"]) == (403, "/problems/booking_blocked")
    assert "现场取号" in refused.json["detail"]
    visit = {"caller": town.document("li-qiang"), "items": ["ssc-apply"], "hall": "center"}
    assert (await town.made(DESK, visit, clerk))["state"] == "checked_in"


async def test_both_reminders_reach_the_phone(town: Town) -> None:
    token = await town.matched("li-qiang")
    await town.booked(token)
    for moment, said in ((TUESDAY_NINE, "提醒："), ("2026-11-25T08:00:00+08:00", "一小时后：")):
        town.world.clock.at = town.world.clock.at.fromisoformat(moment)
        await town.world.product.engines.booking.tick()
        await town.world.settle()
        assert said in (await town.sandbox.sms("16909900004"))[-1]
    assert (await town.told(token))[:2] == ["appointment_reminder_hour", "appointment_reminder_day"]


async def test_the_desk_prints_its_day_and_nobody_elses(town: Town) -> None:
    await town.booked(await town.matched("li-qiang"))
    path = "/api/v1/staff/halls/center/day-sheet"
    clerk = await town.staff("zhengkai")
    for day in ("2026-11-25", "2026-11-28"):  # somebody comes; nobody does, and the blank lines are there all the same
        sheet = await town.get(path, token=clerk, date=day)
        assert (sheet.status, sheet.headers["Content-Type"], sheet.body[:5]) == (200, "application/pdf", b"%PDF-")
    elsewhere = await town.get(path, token=await town.head("ouyanghui"), date="2026-11-25")
    assert elsewhere.status == 403
    undated = await town.get(path, token=clerk)
    assert (undated.status, "date" in undated.text) == (422, True)

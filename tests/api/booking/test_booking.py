"""Booking over HTTP: the citizen's way, the agent's, the desk's, and what bad requests are told."""

import asyncio
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from models.acts import Role
from tests.booking_edge import BookingEdge
from tests.booking_world import TUESDAY_NINE, WEDNESDAY_NINE

NINE = TUESDAY_NINE.isoformat()
COUNTERS = {
    Role.RECEPTIONIST,
    Role.PRE_REVIEWER,
    Role.REVIEWER,
    Role.CHIEF_REPRESENTATIVE,
    Role.HALL_MANAGER,
    Role.VILLAGE_OFFICER,
}
WISH: dict[str, Any] = {"items": ["ssc-apply"], "hall": "qingshi", "start": NINE}  # one counter, one place a slot


async def book(edge: BookingEdge, token: str, **wish: Any) -> Any:
    """A new appointment."""
    answer = await edge.post("/api/v1/appointments", {**WISH, **wish}, token=token)
    assert answer.status == 201, answer.text
    return answer.json


async def test_what_a_hall_lists_can_be_booked_there_and_nothing_else_can(edge: BookingEdge) -> None:
    for hall in (await edge.get("/api/v1/halls")).json["items"]:
        for item in ("idcard-lost", "ssc-apply", "longevity", "retiree-proof", "fp-reward-audit", "ss-proof"):
            serving = await edge.get("/api/v1/halls", item=item)
            there = serving.status == 200 and hall["id"] in {each["id"] for each in serving.json["items"]}
            assert (item in hall["items"]) == there, (hall["id"], item)


async def test_from_the_list_of_halls_to_a_cancelled_appointment(edge: BookingEdge) -> None:
    token = await edge.citizen("anna")
    halls = (await edge.get("/api/v1/halls", item="ssc-apply")).json["items"]
    assert {hall["id"] for hall in halls} == {"center", "qingshi", "luoxi"}
    assert {hall["id"]: hall["items"] for hall in halls}["qingshi"] == ["longevity", "retiree-proof", "ssc-apply"]
    assert all(hall["counters"] for hall in halls), "which of its counters"
    assert all(not hall["counters"] for hall in (await edge.get("/api/v1/halls")).json["items"]), "of no item: none"
    week = {"item": "ssc-apply", "from": "2026-11-23", "to": "2026-11-29"}
    slots = (await edge.send("GET", "/api/v1/halls/qingshi/slots", query=week)).json["items"]
    assert slots[0]["start"] == "2026-11-23T10:30:00+08:00"  # those that have begun are left out
    nine = next(slot for slot in slots if slot["start"] == NINE)
    assert nine == {
        "start": NINE,
        "end": "2026-11-24T09:30:00+08:00",
        "free": 1,
        "released_at": "2026-11-19T08:00:00+08:00",
        "extended": False,
    }
    made = await book(edge, token)
    assert (made["state"], made["when"]) == ("confirmed", "11月24日 周二 上午9:00–9:30")
    assert made["actions"] == ["reschedule", "cancel"]
    moved = await edge.post(
        f"/api/v1/appointments/{made['id']}/reschedule", {"version": made["version"], "start": WEDNESDAY_NINE.isoformat()}, token=token
    )
    assert (moved.status, moved.json["moved_from"], moved.json["code"]) == (200, made["id"], made["code"])
    mine = (await edge.get("/api/v1/appointments", token=token)).json["items"]
    assert [each["id"] for each in mine] == [moved.json["id"]]
    gone = await edge.post(f"/api/v1/appointments/{moved.json['id']}/cancel", {"version": moved.json["version"]}, token=token)
    assert (gone.status, gone.json["state"], gone.json["actions"]) == (200, "cancelled", [])
    over = (await edge.get("/api/v1/appointments", token=token, over="true")).json["items"]
    assert [(each["state"], each["status"]) for each in over] == [("cancelled", "已取消"), ("cancelled", "已改到新的时间")]


async def test_an_extended_saturday_is_marked(edge: BookingEdge) -> None:
    saturday = {"item": "ssc-apply", "from": "2026-11-28", "to": "2026-11-28"}
    slots = (await edge.send("GET", "/api/v1/halls/center/slots", query=saturday)).json["items"]
    assert slots
    assert all(slot["extended"] for slot in slots)


async def test_a_week_of_slots_counts_what_is_booked(edge: BookingEdge) -> None:
    await book(edge, await edge.citizen("anna"))
    edge.booking.slots.forget()
    day = {"item": "ssc-apply", "from": "2026-11-24", "to": "2026-11-24"}
    slots = (await edge.send("GET", "/api/v1/halls/qingshi/slots", query=day)).json["items"]
    assert {slot["start"]: slot["free"] for slot in slots}[NINE] == 0


async def test_the_last_place_is_sold_once(edge: BookingEdge) -> None:
    tokens = [await edge.citizen(f"p{number}") for number in range(20)]
    answers = await asyncio.gather(*(edge.post("/api/v1/appointments", WISH, token=token) for token in tokens))
    assert Counter(answer.status for answer in answers) == {201: 1, 409: 19}
    assert {answer.json["type"] for answer in answers if answer.status == 409} == {"/problems/slot_full"}


async def test_a_double_tap_is_one_appointment_and_another_body_is_refused(edge: BookingEdge) -> None:
    token = await edge.citizen("anna")
    taps = await asyncio.gather(*(edge.post("/api/v1/appointments", WISH, token=token, key="tap-1") for _ in range(5)))
    assert {tap.status for tap in taps} == {201}
    assert len({tap.json["id"] for tap in taps}) == 1
    other = await edge.post("/api/v1/appointments", {**WISH, "hall": "luoxi"}, token=token, key="tap-1")
    assert (other.status, other.json["type"]) == (422, "/problems/idempotency_key_reused")


async def test_one_need_is_booked_once_in_the_city(edge: BookingEdge) -> None:
    token = await edge.citizen("anna")
    made = await book(edge, token)
    again = await edge.post("/api/v1/appointments", {**WISH, "hall": "luoxi"}, token=token)
    assert (again.status, again.json["type"], again.json["appointment"]) == (409, "/problems/already_booked", made["id"])
    assert "青石镇便民服务中心" in again.json["detail"]


@pytest.mark.parametrize(
    ("change", "status", "problem"),
    [
        ({"items": []}, 422, "invalid"),
        ({"items": ["no-such-item"]}, 422, "invalid"),
        ({"items": ["idcard-lost"]}, 422, "invalid"),
        ({"hall": "nowhere"}, 404, "not_found"),
        ({"start": "2026-11-24T09:00:00"}, 422, "invalid"),  # which zone?
        ({"start": "2026-11-20T09:00:00+08:00"}, 409, "wrong_state"),
        ({"start": "2026-11-24T09:10:00+08:00"}, 404, "not_found"),
        ({"start": 5}, 422, "invalid"),
        ({"people": ["甲", "乙", "丙", "丁"]}, 422, "invalid"),
        ({"case": "case_of_somebody_else"}, 404, "not_found"),
        ({"surprise": True}, 422, "invalid"),
    ],
)
async def test_bad_wishes_are_told_in_chinese(edge: BookingEdge, change: dict[str, Any], status: int, problem: str) -> None:
    answer = await edge.post("/api/v1/appointments", {**WISH, **change}, token=await edge.citizen("anna"))
    assert (answer.status, answer.json["type"]) == (status, f"/problems/{problem}"), answer.text
    assert any("\u4e00" <= letter <= "\u9fff" for letter in answer.json["detail"])


async def test_who_is_not_known_by_name_cannot_book(edge: BookingEdge) -> None:
    answer = await edge.post("/api/v1/appointments", WISH, token=await edge.citizen("anna", matched=False))
    assert answer.status == 403
    assert (await edge.post("/api/v1/appointments", WISH)).status == 401


@pytest.mark.parametrize("act", ["cancel", "reschedule", "check-in", "accept-proposal", "decline-proposal", "take-over"])
async def test_another_citizens_appointment_is_not_found(edge: BookingEdge, act: str) -> None:
    made = await book(edge, await edge.citizen("anna"))
    stranger = await edge.citizen("berta")
    body: dict[str, Any] = {"version": made["version"], **({"start": NINE} if act == "reschedule" else {})}
    assert (await edge.post(f"/api/v1/appointments/{made['id']}/{act}", body, token=stranger)).status == 404
    assert (await edge.get(f"/api/v1/appointments/{made['id']}", token=stranger)).status == 404


async def test_an_agent_books_for_the_parent_and_both_names_stand_there(edge: BookingEdge) -> None:
    daughter, grant = await edge.citizen("daughter"), edge.grant("daughter", "father", "longevity")
    answer = await edge.post("/api/v1/appointments", {**WISH, "items": ["longevity"]}, token=daughter, acting=grant)
    assert answer.status == 201, answer.text
    assert answer.json["acting"] == {"principal": "father", "agent": "daughter"}
    assert answer.json["state"] == "pending"
    father = (await edge.get("/api/v1/appointments", token=await edge.citizen("father"))).json["items"]
    assert [each["id"] for each in father] == [answer.json["id"]]
    assert (await edge.get("/api/v1/appointments", token=daughter)).json["items"] == []
    assert len((await edge.get("/api/v1/appointments", token=daughter, acting=grant)).json["items"]) == 1
    refused = await edge.post("/api/v1/appointments", WISH, token=daughter, acting=grant)
    assert refused.status == 403


async def test_the_desk_confirms_checks_in_calls_and_is_done(edge: BookingEdge) -> None:
    made = await book(edge, await edge.citizen("anna"), items=["longevity"])
    clerk = await edge.staff(Role.RECEPTIONIST, hall="qingshi")
    listed = (await edge.get("/api/v1/staff/appointments", token=clerk, date="2026-11-24", state="pending")).json["items"]
    assert [(each["id"], each["actions"]) for each in listed] == [(made["id"], ["confirm", "decline", "propose"])]
    seen: dict[str, Any] = listed[0]
    for act, more in (("confirm", {}), ("check-in", {}), ("call", {"counter": "qingshi-01"}), ("done", {})):
        if act == "check-in":
            edge.clock.at = TUESDAY_NINE
        answer = await edge.post(f"/api/v1/staff/appointments/{made['id']}/{act}", {"version": seen["version"], **more}, token=clerk)
        assert answer.status == 200, answer.text
        seen = answer.json
    assert (seen["state"], seen["called_to"]) == ("done", "1号综合窗口")
    stale = await edge.post(f"/api/v1/staff/appointments/{made['id']}/done", {"version": 0}, token=clerk)
    assert (stale.status, stale.json["type"]) == (409, "/problems/stale_version")


async def test_staff_propose_and_the_citizen_accepts(edge: BookingEdge) -> None:
    token, clerk = await edge.citizen("anna"), await edge.staff(Role.RECEPTIONIST, hall="qingshi")
    made = await book(edge, token, items=["longevity"])
    offer = {"version": made["version"], "start": WEDNESDAY_NINE.isoformat(), "reason": "当天停电"}
    proposed = await edge.post(f"/api/v1/staff/appointments/{made['id']}/propose", offer, token=clerk)
    assert proposed.status == 200, proposed.text
    shown = (await edge.get(f"/api/v1/appointments/{made['id']}", token=token)).json
    assert shown["proposal"]["start"] == WEDNESDAY_NINE.isoformat()
    assert "accept-proposal" in shown["actions"]
    accepted = await edge.post(f"/api/v1/appointments/{made['id']}/accept-proposal", {"version": shown["version"]}, token=token)
    assert (accepted.status, accepted.json["state"], accepted.json["start"]) == (200, "confirmed", WEDNESDAY_NINE.isoformat())


async def test_a_hotline_agent_books_for_a_caller_in_any_hall(edge: BookingEdge) -> None:
    agent = await edge.staff(Role.HOTLINE_AGENT, hall=None)
    body = {"caller": {"name": "李强", "phone": "16900000001"}, **WISH}
    booked = await edge.post("/api/v1/staff/appointments", body, token=agent)
    assert (booked.status, booked.json["name"], booked.json["channel"]) == (201, "李强", "hotline")
    nameless = await edge.post("/api/v1/staff/appointments", {**body, "caller": {"name": "李强"}}, token=agent)
    assert nameless.status == 422


async def test_a_hotline_agent_reads_no_halls_day(edge: BookingEdge) -> None:
    agent = await edge.staff(Role.HOTLINE_AGENT, hall=None)
    made = await book(edge, await edge.citizen("anna"))
    day = await edge.get("/api/v1/staff/appointments", token=agent, hall=made["hall"], date=made["start"][:10])
    one = await edge.get(f"/api/v1/staff/appointments/{made['id']}", token=agent)
    sought = await edge.post("/api/v1/staff/appointments/look-up", {"hall": made["hall"], "sought": made["code"]}, token=agent)
    counters = await edge.get(f"/api/v1/staff/halls/{made['hall']}/counters", token=agent)
    assert [each.status for each in (day, one, sought)] == [403] * 3
    assert counters.status == 200, "what is served where is nobody's data, and what a caller is offered begins with it"


async def test_a_hotline_agent_finds_moves_and_cancels_what_a_caller_has(edge: BookingEdge) -> None:
    agent = await edge.staff(Role.HOTLINE_AGENT, hall=None)
    made = (await edge.post("/api/v1/staff/appointments", {"caller": {"name": "李小强", "phone": "16900000001"}, **WISH}, token=agent)).json
    find = "/api/v1/staff/appointments/callers"
    [shown] = (await edge.post(find, {"name": "李小强", "sought": "0001"}, token=agent)).json["items"]
    assert (shown["id"], shown["name"], shown["actions"]) == (made["id"], "李*强", ["reschedule", "cancel"])
    assert not {"person", "phone", "case"} & shown.keys()
    moved = await edge.post(
        f"/api/v1/staff/appointments/{made['id']}/reschedule",
        {"version": shown["version"], "start": WEDNESDAY_NINE.isoformat(), "hall": "luoxi"},
        token=agent,
    )
    assert (moved.status, moved.json["hall"], moved.json["code"]) == (200, "luoxi", made["code"])
    path = f"/api/v1/staff/appointments/{moved.json['id']}/cancel"
    speechless = await edge.post(path, {"version": moved.json["version"]}, token=agent)
    assert (speechless.status, speechless.json["errors"][0]["pointer"]) == (422, "/reason")
    gone = await edge.post(path, {"version": moved.json["version"], "reason": "不去了"}, token=agent)
    assert (gone.status, gone.json["status"], gone.json["actions"]) == (200, "已取消：不去了", [])
    stored = await edge.store.places.get(moved.json["id"]) or {}
    assert {event["action"]: event["channel"] for event in stored["events"]}["appointment.cancelled_by_phone"] == "hotline"


@pytest.mark.parametrize("role", sorted(set(Role) - COUNTERS - {Role.HOTLINE_AGENT}))
async def test_who_answers_no_telephone_changes_nothing_for_a_caller(edge: BookingEdge, role: Role) -> None:
    made, by = await book(edge, await edge.citizen("anna")), await edge.staff(role)
    for act, body in (("cancel", {"reason": "不去了"}), ("reschedule", {"start": WEDNESDAY_NINE.isoformat()}), ("accept-proposal", {})):
        answer = await edge.post(f"/api/v1/staff/appointments/{made['id']}/{act}", {"version": made["version"], **body}, token=by)
        assert answer.status == 403, answer.text
    assert (await edge.post("/api/v1/staff/appointments/callers", {"sought": made["code"]}, token=by)).status == 403


async def test_whoever_books_for_a_caller_sees_the_places_that_are_kept_from_going_online(edge: BookingEdge) -> None:
    query = {"item": "ssc-apply", "from": "2026-11-24", "to": "2026-11-24"}
    agent = await edge.staff(Role.HOTLINE_AGENT, hall=None)
    known = await edge.send("GET", "/api/v1/staff/halls/luoxi/slots", token=agent, query=query)
    public = await edge.send("GET", "/api/v1/halls/luoxi/slots", query=query)
    assert (known.json["items"][0]["free"], public.json["items"][0]["free"]) == (2, 1)
    elsewhere = await edge.staff(Role.RECEPTIONIST, hall="qingshi")
    assert (await edge.send("GET", "/api/v1/staff/halls/luoxi/slots", token=elsewhere, query=query)).status == 403


async def test_many_are_answered_at_once_and_somebody_is_put_first(edge: BookingEdge) -> None:
    booked = await edge.post("/api/v1/appointments", {**WISH, "items": ["longevity"]}, token=await edge.citizen("王小芳"))
    clerk = await edge.staff(Role.RECEPTIONIST, hall="qingshi")
    chosen = [{"id": each, "version": booked.json["version"]} for each in (booked.json["id"], "nobodys")]
    answered = await edge.post("/api/v1/staff/appointments/answers", {"appointments": chosen}, token=clerk)
    assert [each["state"] for each in answered.json["items"]] == ["confirmed"]
    assert [each["id"] for each in answered.json["refused"]] == ["nobodys"]
    elsewhere = await edge.staff(Role.RECEPTIONIST, hall="luoxi")
    body = {"caller": {"name": "李强"}, "items": ["ssc-apply"], "hall": "qingshi"}
    visit = (await edge.post("/api/v1/staff/appointments", body, token=clerk)).json
    urgent, path = {"version": visit["version"], "reason": "行动不便"}, f"/api/v1/staff/appointments/{visit['id']}/urgent"
    assert (await edge.post(path, urgent, token=elsewhere)).status == 403
    first = await edge.post(path, urgent, token=clerk)
    assert (first.json["urgent"], first.json["ticket"], first.json["prepared"]) == ("行动不便", "B001", None)


async def test_the_number_slip_says_how_many_are_before_one_and_no_whole_name(edge: BookingEdge) -> None:
    clerk = await edge.staff(Role.RECEPTIONIST, hall="qingshi")
    body = {"caller": {"name": "李强"}, "items": ["ssc-apply"], "hall": "qingshi"}
    visit: Any = {}
    for before, number in enumerate(("B001", "B002")):
        visit = (await edge.post("/api/v1/staff/appointments", body, token=clerk)).json
        slip = (await edge.get(f"/api/v1/staff/appointments/{visit['id']}/slip", token=clerk)).json
        assert (slip["ticket"], slip["before"], slip["name"], slip["urgent"]) == (number, before, "李*", False)
        assert (bool(slip["counter_names"]), slip["item_names"]) == (True, visit["item_names"])
    called = {
        "version": visit["version"],
        "counter": (await edge.get("/api/v1/staff/halls/qingshi/counters", token=clerk)).json["items"][0]["id"],
    }
    await edge.post(f"/api/v1/staff/appointments/{visit['id']}/call", called, token=clerk)
    assert (await edge.get(f"/api/v1/staff/appointments/{visit['id']}/slip", token=clerk)).json["before"] is None
    booked = await book(edge, await edge.citizen("anna"))
    early = await edge.get(f"/api/v1/staff/appointments/{booked['id']}/slip", token=clerk)
    assert (early.status, early.json["detail"]) == (409, "还没有号码，请先签到或取号，再打印号单。")
    elsewhere = await edge.staff(Role.RECEPTIONIST, hall="luoxi")
    assert (await edge.get(f"/api/v1/staff/appointments/{visit['id']}/slip", token=elsewhere)).status == 403


async def test_a_walk_in_is_checked_in_and_looked_up_without_a_trace_in_the_address(edge: BookingEdge) -> None:
    clerk = await edge.staff(Role.RECEPTIONIST, hall="qingshi")
    body = {"caller": {"name": "李强", "phone": "16900000001"}, "items": ["ssc-apply"], "hall": "qingshi"}
    visit = await edge.post("/api/v1/staff/appointments", body, token=clerk)
    assert (visit.status, visit.json["state"], visit.json["walk_in"]) == (201, "checked_in", True)
    found = await edge.post("/api/v1/staff/appointments/look-up", {"hall": "qingshi", "sought": visit.json["code"]}, token=clerk)
    assert [each["id"] for each in found.json["items"]] == [visit.json["id"]]
    read = {**body, "caller": {"name": "990101197409200090"}}
    refused = await edge.post("/api/v1/staff/appointments", read, token=clerk)
    assert (refused.status, "姓名里不能有数字" in str(refused.json)) == (422, True)
    void = await edge.post(
        f"/api/v1/staff/appointments/{visit.json['id']}/void", {"version": visit.json["version"], "reason": "取错了"}, token=clerk
    )
    assert (void.status, void.json["state"], void.json["actions"]) == (200, "cancelled", [])


async def test_a_hall_manager_previews_then_closes(edge: BookingEdge) -> None:
    await book(edge, await edge.citizen("王小芳"))
    manager = await edge.staff(Role.HALL_MANAGER, hall="qingshi")
    closing = {"start": NINE, "end": (TUESDAY_NINE + timedelta(hours=3)).isoformat(), "reason": "停电", "remedy": "move"}
    preview = await edge.post("/api/v1/staff/halls/qingshi/closures", {**closing, "preview": True}, token=manager)
    assert (preview.status, preview.json["id"], preview.json["affected"][0]["name"]) == (200, None, "王*芳")
    assert preview.json["affected"][0]["reached"] is False, "neither telephone nor account"
    closed = await edge.post("/api/v1/staff/halls/qingshi/closures", closing, token=manager)
    assert (closed.status, closed.json["state"], closed.json["moved"], closed.json["affected"]) == (201, "done", 1, [])
    clerk = await edge.staff(Role.RECEPTIONIST, hall="qingshi")
    assert (await edge.post("/api/v1/staff/halls/qingshi/closures", closing, token=clerk)).status == 403
    elsewhere = await edge.staff(Role.HALL_MANAGER, hall="luoxi")
    assert (await edge.post("/api/v1/staff/halls/qingshi/closures", closing, token=elsewhere)).status == 403


async def test_a_hall_manager_takes_a_closure_back(edge: BookingEdge) -> None:
    manager, path = await edge.staff(Role.HALL_MANAGER, hall="qingshi"), "/api/v1/staff/halls/qingshi/closures"
    closing = {"start": NINE, "end": (TUESDAY_NINE + timedelta(hours=3)).isoformat(), "reason": "停电"}
    closure = (await edge.post(path, closing, token=manager)).json
    listed = (await edge.get(path, token=manager)).json["items"]
    assert [(each["id"], each["state"], each["lifted_for"]) for each in listed] == [(closure["id"], "done", "")]
    monday, edge.clock.at = edge.clock.at, TUESDAY_NINE
    begun = (await edge.get(path, token=manager)).json["items"]
    assert ([each["begun"] for each in listed], [(each["begun"], each["over"]) for each in begun]) == ([False], [(True, False)])
    edge.clock.at = monday
    lifted = await edge.post(f"{path}/{closure['id']}/lift", {"reason": "输错了日期"}, token=manager)
    assert (lifted.status, lifted.json["state"], lifted.json["lifted_for"]) == (200, "lifted", "输错了日期")
    assert (await book(edge, await edge.citizen("anna")))["start"] == NINE
    again = await edge.post(f"{path}/{closure['id']}/lift", {"reason": "输错了日期"}, token=manager)
    assert (again.status, again.json["type"]) == (409, "/problems/wrong_state")
    clerk = await edge.staff(Role.RECEPTIONIST, hall="qingshi")
    assert (await edge.get(path, token=clerk)).status == 403
    assert (await edge.post(f"{path}/{closure['id']}/lift", {"reason": "输错了日期"}, token=clerk)).status == 403


@pytest.mark.parametrize(
    "query", [{"from": "2026-11-23", "to": "2026-12-23"}, {"from": "2026-11-25", "to": "2026-11-24"}, {"from": "soon", "to": "x"}]
)
async def test_a_bad_range_of_days_is_refused(edge: BookingEdge, query: dict[str, str]) -> None:
    assert (await edge.send("GET", "/api/v1/halls/center/slots", query={"item": "ssc-apply", **query})).status == 422


async def test_an_item_that_cannot_be_booked_has_no_halls(edge: BookingEdge) -> None:
    assert (await edge.get("/api/v1/halls", item="no-such-item")).status == 422


async def test_a_broken_cursor_is_refused(edge: BookingEdge) -> None:
    token = await edge.citizen("anna")
    for cursor in ("x", "2026-11-24~a", "~"):
        assert (await edge.get("/api/v1/appointments", token=token, cursor=cursor)).status == 400


async def test_the_desk_knows_its_counters_and_what_day_it_is(edge: BookingEdge) -> None:
    clerk = await edge.staff(Role.RECEPTIONIST, hall="qingshi")
    found = await edge.get("/api/v1/staff/halls/qingshi/counters", token=clerk)
    assert (found.status, found.json["today"], found.json["hall_name"]) == (200, "2026-11-23", "青石镇便民服务中心")
    first = found.json["items"][0]
    assert (first["id"], first["name"]) == ("qingshi-01", "1号综合窗口")
    assert {"item": "longevity", "name": "长寿保健金（高龄津贴）申领", "bookable": True} in first["serves"]
    assert [each["item"] for each in first["serves"] if not each["bookable"]] == ["fp-reward-audit"]
    assert (await edge.get("/api/v1/staff/halls/center/counters", token=clerk)).status == 403


async def test_a_saturday_is_opened_seen_by_citizens_and_taken_back(edge: BookingEdge) -> None:
    manager, path = await edge.staff(Role.HALL_MANAGER, hall="qingshi"), "/api/v1/staff/halls/qingshi/extra-hours"
    counters = (await edge.get("/api/v1/staff/halls/qingshi/counters", token=manager)).json["items"]
    serves = next(each["id"] for each in counters if any(item["item"] == "ssc-apply" and item["bookable"] for item in each["serves"]))
    nine, day = (TUESDAY_NINE + timedelta(days=4)).isoformat(), "2026-11-28"
    hours = {"day": day, "start": "09:00", "end": "11:00", "counters": [serves], "capacity": 2, "reason": "周末办证的人多"}
    preview = await edge.post(path, {**hours, "preview": True}, token=manager)
    assert (preview.status, preview.json["id"], preview.json["places"]) == (200, None, 8)
    wrong = await edge.post(path, {**hours, "end": "08:00"}, token=manager)
    assert (wrong.status, wrong.json["errors"][0]["detail"]) == (422, "结束时刻要晚于开始时刻")
    made = await edge.post(path, hours, token=manager)
    assert (made.status, made.json["places"]) == (201, 8)
    slots = await edge.send("GET", "/api/v1/halls/qingshi/slots", query={"item": "ssc-apply", "from": day, "to": day})
    assert [(each["free"], each["extended"]) for each in slots.json["items"]] == [(2, True)] * 4
    visit = await book(edge, await edge.citizen("anna"), start=nine)
    lift = f"{path}/{made.json['id']}/lift"
    asked = await edge.post(lift, {"reason": "看一看", "preview": True}, token=manager)
    assert [each["id"] for each in asked.json["affected"]] == [visit["id"]]
    lifted = await edge.post(lift, {"reason": "空调坏了", "remedy": "move"}, token=manager)
    assert (lifted.status, lifted.json["state"], lifted.json["moved"], lifted.json["affected"]) == (200, "lifted", 1, [])
    clerk = await edge.staff(Role.RECEPTIONIST, hall="qingshi")
    assert {(await edge.get(path, token=clerk)).status, (await edge.post(path, hours, token=clerk)).status} == {403}
    assert (await edge.post(lift.replace(made.json["id"], f"extension_{'0' * 26}"), {"reason": "x"}, token=manager)).status == 404

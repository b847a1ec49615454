"""Visits on the phone: booked in six taps, moved, cancelled, waited for, checked in; the code is there without a network."""

import re
from datetime import datetime, timedelta
from typing import Any

from playwright.async_api import Route

from backend.clock import SHANGHAI
from tests.people_edge import Edge
from tests.phone.faults import starts_offline
from tests.phone.phone import Phone
from tests.world import World

MOST_TAPS = 6
VISIT = {"items": ["ssc-apply"], "hall": "center", "start": "2026-11-25T09:00:00+08:00"}
NINE = datetime(2026, 11, 25, 9, tzinfo=SHANGHAI)
LIST = "packages/appointments/list/list"
SLOTS = "packages/appointments/slots/slots?item=ssc-apply&hall=qingshi"


async def booked(edge: Edge, token: str, **more: Any) -> dict[str, Any]:
    answer = await edge.post("/api/v1/appointments", {**VISIT, **more}, token=token)
    assert answer.status == 201, answer.text
    return answer.json


async def live(edge: Edge, token: str) -> list[dict[str, Any]]:
    return (await edge.get("/api/v1/appointments", token=token)).json["items"]


async def all_taken(world: World) -> None:
    """Nothing is free in 青石镇, on any day."""
    await world.store.places.change_many({"hall": "qingshi", "state": "free"}, {"$set": {"state": "withdrawn", "held_for": "test"}})
    await world.store.places.change_many({"held_for": "test"}, {"$set": {"state": "held"}})
    world.product.engines.booking.forget()


async def test_a_visit_is_booked_within_six_taps(mobile: Phone, edge: Edge) -> None:
    token = await edge.matched("li-qiang")
    await mobile.open(person="li-qiang", agreed=True)
    await mobile.tap("办社保卡")
    await mobile.tap("约个时间去大厅办")
    await mobile.sees("云城区云山大道1号")
    await mobile.fits_in_both_modes("halls")
    await mobile.tap("云城区政务服务中心")
    await mobile.tap("下午1:30")
    await mobile.fits_in_both_modes("slots")
    await mobile.tap("预约 ")
    await mobile.sees("约好了")
    assert await mobile.taps() <= MOST_TAPS
    [made] = await live(edge, token)
    await mobile.sees(made["code"])
    assert await mobile.asked("requestSubscribeMessage") == [], "not before there is something to tell"
    await mobile.tap("到时候微信提醒我")
    await mobile.sees("会在微信里提醒您")
    assert (await mobile.asked("requestSubscribeMessage"))[0]["tmplIds"] == ["appoint_remind"]
    await mobile.fits_in_both_modes("visit")


async def test_whoever_wants_no_message_is_not_asked_twice(mobile: Phone, edge: Edge) -> None:
    made = await booked(edge, await edge.matched("li-qiang"))
    await mobile.open(f"packages/appointments/visit/visit?id={made['id']}&fresh=1", person="li-qiang")
    await mobile.sees("到时候微信提醒我")
    await mobile.device_answers("requestSubscribeMessage", {"appoint_remind": "reject"})
    await mobile.tap("到时候微信提醒我")
    await mobile.sees_not("到时候微信提醒我")
    await mobile.sees_not("会在微信里提醒您")
    assert len(await mobile.asked("requestSubscribeMessage")) == 1


async def test_a_visit_is_moved_and_cancelled(mobile: Phone, edge: Edge) -> None:
    token = await edge.matched("li-qiang")
    made = await booked(edge, token)
    await mobile.open(LIST, person="li-qiang")
    await mobile.tap("11月25日")
    await mobile.tap("改时间")
    await mobile.tap("下午3:30")
    await mobile.tap("改到")
    await mobile.sees("约好了")
    [moved] = await live(edge, token)
    assert (moved["code"], moved["moved_from"]) == (made["code"], made["id"])
    await mobile.tap("取消预约")
    await mobile.answer("不取消")
    assert len(await live(edge, token)) == 1
    await mobile.tap("取消预约")
    await mobile.answer("取消预约")
    await mobile.sees("已取消")
    assert await live(edge, token) == []


async def test_two_taps_book_once_and_a_taken_slot_is_told(mobile: Phone, edge: Edge, world: World) -> None:
    token = await edge.matched("li-qiang")
    await mobile.open("packages/appointments/slots/slots?item=ssc-apply&hall=center", person="li-qiang", agreed=True)
    await mobile.tap("下午2:00")
    slot = {"hall": "center", "state": "free", "start": {"$lt": NINE.replace(day=23, hour=15)}}
    await world.store.places.change_many(slot, {"$set": {"state": "held"}})
    world.product.engines.booking.forget()
    await mobile.tap("预约 ")
    await mobile.sees("刚刚约满")
    await mobile.tap("下午3:30")
    await mobile.top.get_by_role("button", name="预约 ").dblclick()
    await mobile.sees("约好了")
    assert len(await live(edge, token)) == 1


async def test_whoever_is_not_known_is_led_to_their_name_first(mobile: Phone, edge: Edge) -> None:
    await edge.login("li-qiang")
    await mobile.open("packages/appointments/slots/slots?item=ssc-apply&hall=center", person="li-qiang")
    await mobile.tap("先实名，再预约")
    assert await mobile.title() != "选时间"


async def test_the_code_is_there_without_a_network(mobile: Phone, edge: Edge) -> None:
    made = await booked(edge, await edge.matched("li-qiang"))
    await mobile.open(f"packages/appointments/visit/visit?id={made['id']}", person="li-qiang")
    await mobile.sees(made["code"])
    kept = await mobile.page.evaluate("localStorage.getItem('mini-program:tickets')")
    assert not any(word in kept for word in ("李强", "社会保障卡"))

    async def away(route: Route) -> None:
        await route.abort()

    await mobile.page.route("**/api/v1/**", away)
    await starts_offline(mobile)
    await mobile.page.reload()
    await mobile.sees("没有网络，预约码照样能用")
    await mobile.sees("没有网络。预约码照样能用。")
    await mobile.sees(made["code"])
    await mobile.shoot("visit-offline")
    await mobile.fits()
    await mobile.open(LIST)
    await mobile.sees("没有网络，预约码照样能用")
    await mobile.sees("没有网络。打开过的预约码照样能用。")
    await mobile.sees_not("办事指南还能看")


async def test_waiting_for_a_place_and_taking_it(mobile: Phone, edge: Edge, world: World) -> None:
    token = await edge.matched("li-qiang")
    await all_taken(world)
    await mobile.open(SLOTS, person="li-qiang", agreed=True)
    await mobile.tap("都约满了，候补排队")
    await mobile.fits_in_both_modes("wait")
    await mobile.top.get_by_label(re.compile("最晚哪天")).click()
    await mobile.page.locator(".wx-mask input").fill("2026-11-26")
    await mobile.answer("确定")
    await mobile.sees("11月26日 周四")
    await mobile.top.get_by_role("button", name="排队", exact=True).click()
    await mobile.sees("已经排上了")
    await world.store.places.change_many({"hall": "qingshi", "start": NINE + timedelta(days=1)}, {"$set": {"state": "free"}})
    await world.product.engines.booking.tick()
    await mobile.tap("看我的预约")
    await mobile.sees("空出了时段，等您答复")
    await mobile.sees("前答复，过时就给下一位")
    await mobile.fits_in_both_modes("waiting")
    await mobile.tap("要，约上")
    await mobile.sees("约好了")
    [made] = await live(edge, token)
    assert made["start"] == "2026-11-26T09:00:00+08:00"


async def test_a_family_waits_and_leaves(mobile: Phone, edge: Edge, world: World) -> None:
    token = await edge.matched("li-qiang")
    await all_taken(world)
    await mobile.open("packages/appointments/wait/wait?item=ssc-apply&hall=qingshi&day=2026-11-25", person="li-qiang", agreed=True)
    await mobile.tap("家里人一起去")
    await mobile.write("一起去的人 1 的姓名", "李小明")
    await mobile.top.get_by_role("button", name="排队", exact=True).click()
    await mobile.sees("已经排上了")
    [entry] = (await edge.get("/api/v1/waitlist", token=token)).json["items"]
    assert entry["people"] == ["李小明"]
    await mobile.tap("看我的预约")
    await mobile.tap("退出候补")
    await mobile.answer("退出候补")
    await mobile.sees("没有要去的预约")
    await mobile.shoot("appointments-none")
    await mobile.fits()


async def test_how_many_are_before_me(mobile: Phone, edge: Edge, world: World) -> None:
    token, other = await edge.matched("li-qiang"), await edge.matched("zhou-zihan")
    made = await booked(edge, token, start="2026-11-25T09:30:00+08:00")
    first = await booked(edge, other)
    await world.store.places.change_many({"_id": {"$in": [made["id"], first["id"]]}}, {"$set": {"counter": "center-01"}})
    world.clock.at = NINE + timedelta(minutes=20)
    now = {"version": (await edge.get(f"/api/v1/appointments/{first['id']}", token=other)).json["version"]}
    assert (await edge.post(f"/api/v1/appointments/{first['id']}/check-in", now, token=other)).status == 200
    await mobile.open(f"packages/appointments/visit/visit?id={made['id']}", person="li-qiang")
    await mobile.tap("我到了，签到")
    await mobile.sees("前面还有 1 位")
    await mobile.shoot("visit-queue")
    await mobile.fits()
    await world.store.places.change({"_id": first["id"]}, {"$set": {"state": "done", "live": False}})
    await mobile.waits(10)
    await mobile.sees("下一位就是您")


async def test_a_notice_leads_to_ones_visits(mobile: Phone, edge: Edge, world: World) -> None:
    await booked(edge, await edge.matched("li-qiang"))
    await world.settle()
    await mobile.open("pages/messages/messages", person="li-qiang")
    await mobile.tap("预约成功")
    await mobile.sees("11月25日 周三")
    assert await mobile.title() == "我的预约"

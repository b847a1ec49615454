"""Notices reach people: the inbox, WeChat, SMS, or a member of staff with a telephone."""

import pytest

from backend.clock import wall_time
from tests.factories import CARD_VISIT, LONGEVITY_VISIT, Town

CALLS = "/api/v1/staff/notices/calls"


async def test_an_appointment_is_told_in_the_inbox_by_wechat_and_by_sms(town: Town) -> None:
    token = await town.matched("li-qiang")
    place = await town.booked(token)
    [notice] = await town.inbox(token)
    assert (notice["template"], notice["title"], notice["read_at"]) == ("appointment_booked", "预约成功", None)
    assert place["code"] in notice["body"]
    assert "11月25日 周三 上午9:00–9:30" in notice["body"]
    [message] = await town.sandbox.subscribe_messages("li-qiang")
    assert (message["template_id"], message["data"]["time3"]) == ("appoint_remind", "2026年11月25日 09:00")
    assert message["data"]["character_string4"] == place["code"]
    assert place["code"] in (await town.sandbox.sms("16909900004"))[-1]


async def test_a_notice_is_read_once_and_the_unread_are_what_is_left(town: Town) -> None:
    token = await town.matched("li-qiang")
    place = await town.booked(token)
    await town.post(f"/api/v1/appointments/{place['id']}/cancel", {"version": place["version"]}, token=token)
    newest, oldest = await town.inbox(token)
    read = await town.post(f"/api/v1/notices/{oldest['id']}/read", token=token)
    assert (read.status, read.json["read_at"]) == (200, town.world.clock.now().isoformat())
    town.world.clock.forward(hours=1)
    again = await town.post(f"/api/v1/notices/{oldest['id']}/read", token=token)
    assert again.json["read_at"] == read.json["read_at"], "reading twice changes nothing"
    unread = (await town.get("/api/v1/notices", token=token, unread="true")).json["items"]
    assert [each["id"] for each in unread] == [newest["id"]]


async def test_a_long_inbox_goes_by_pages(town: Town) -> None:
    token = await town.matched("li-qiang")
    for day in (24, 25, 26, 27) * 3:  # each booked and cancelled: 24 notices
        place = await town.booked(token, {**CARD_VISIT, "start": f"2026-11-{day}T09:00:00+08:00"})
        await town.post(f"/api/v1/appointments/{place['id']}/cancel", {"version": place["version"]}, token=token)
    first = await town.inbox(token)
    page = (await town.get("/api/v1/notices", token=token)).json
    rest = (await town.get("/api/v1/notices", token=token, cursor=page["next"])).json
    assert (len(first), len(rest["items"]), rest["next"]) == (20, 4, None)
    ids = [each["id"] for each in page["items"] + rest["items"]]
    assert ids == sorted(set(ids), reverse=True)


async def test_nobody_reads_anothers_notices(town: Town) -> None:
    token, other = await town.matched("li-qiang"), await town.matched("li-min")
    await town.booked(token)
    [notice] = await town.inbox(token)
    assert await town.inbox(other) == []
    assert (await town.post(f"/api/v1/notices/{notice['id']}/read", token=other)).status == 404
    assert (await town.get(CALLS, token=token)).status == 401


async def test_who_refuses_wechat_still_gets_the_sms(town: Town) -> None:
    await town.sandbox.refuse_messages("li-qiang")
    token = await town.matched("li-qiang")
    await town.booked(token)
    assert await town.told(token) == ["appointment_booked"]
    assert await town.sandbox.subscribe_messages("li-qiang") == []
    assert "预约码" in (await town.sandbox.sms("16909900004"))[-1]


@pytest.mark.parametrize("service", ["wechat.message", "sms"])
async def test_a_channel_that_is_down_is_tried_again_and_the_other_is_used_once(town: Town, service: str) -> None:
    token = await town.matched("li-qiang")
    await town.sandbox.switch(service, down=True)
    await town.booked(token)
    await town.world.settle()
    [waiting] = await town.world.store.outbox.find({"state": "pending"})
    await town.sandbox.switch(service, down=False)
    await town.world.store.outbox.change({"_id": waiting["_id"]}, {"$set": {"next_at": wall_time()}})
    await town.world.product.outbox.deliver(fence=2**53)
    assert await town.world.store.outbox.count({"_id": waiting["_id"], "state": "done"}) == 1
    assert len(await town.sandbox.subscribe_messages("li-qiang")) == 1
    assert len([text for text in await town.sandbox.sms("16909900004") if "预约码" in text]) == 1
    assert len(await town.inbox(token)) == 1


async def _to_be_phoned(town: Town) -> str:
    """Somebody no channel reached; her token."""
    await town.sandbox.refuse_messages("wang-guifang")
    grant = await town.granted("wang-guifang", "li-min", "longevity")
    await town.post(f"/api/v1/grants/{grant.id}/revoke", {}, token=grant.agent)
    await town.world.settle()
    return grant.principal


async def test_whom_no_channel_reaches_is_phoned_and_the_call_is_recorded_once(town: Town) -> None:
    principal, clerk = await _to_be_phoned(town), await town.staff("gaoyuan")
    [waiting] = (await town.get(CALLS, token=clerk)).json["items"]
    shown = ("王*芳", "169****0001", "代办人退出了授权", "", False)
    assert tuple(waiting[key] for key in ("name", "phone", "title", "body", "mine")) == shown, "masked until somebody takes it on"
    path = f"/api/v1/staff/notices/{waiting['id']}"
    early = await town.post(f"{path}/call", {"outcome": "reached"}, token=clerk)
    assert (early.status, "先认领" in early.json["detail"]) == (409, True)
    taken = (await town.post(f"{path}/claim", token=clerk)).json
    assert (taken["name"], taken["phone"], taken["mine"], taken["door"]) == ("王桂芳", "16909900001", True, False)
    assert taken["body"].startswith("李敏不再为王桂芳代办"), "read to herself, whole names"
    assert (await town.inbox(principal))[0]["body"].startswith("李*不再为王*芳代办"), "in writing, masked"
    log = (await town.get("/api/v1/me/access-log", token=principal)).json["items"]
    assert ("notice.phone_read", "电话通知") in [(each["action"], each["purpose"]) for each in log]
    told = await town.post(f"{path}/call", {"outcome": "reached", "note": "已说明，会另外请人"}, token=clerk)
    assert told.status == 200, told.text
    assert (await town.post(f"{path}/call", {"outcome": "no_answer"}, token=clerk)).status == 409
    assert (await town.get(CALLS, token=clerk)).json["items"] == []


async def test_a_call_is_one_persons_until_half_an_hour_has_passed(town: Town) -> None:
    await _to_be_phoned(town)
    first, second = await town.staff("gaoyuan"), await town.staff("jianglingling")
    [waiting] = (await town.get(CALLS, token=first)).json["items"]
    claim = f"/api/v1/staff/notices/{waiting['id']}/claim"
    assert (await town.post(claim, token=first)).status == 200
    [seen] = (await town.get(CALLS, token=second)).json["items"]
    assert (seen["caller"], seen["name"], seen["mine"]) == ("高远", "王*芳", False)
    taken = await town.post(claim, token=second)
    assert (taken.status, "已有同事" in taken.json["detail"]) == (409, True)
    assert (await town.post(f"{claim[:-5]}call", {"outcome": "reached"}, token=second)).status == 409
    town.world.clock.forward(minutes=31)
    [free] = (await town.get(CALLS, token=second)).json["items"]
    assert (free["caller"], free["claimed_at"]) == ("", None)
    assert (await town.post(claim, token=second)).json["name"] == "王桂芳"


async def test_a_call_nobody_took_is_tried_again_later_by_anybody(town: Town) -> None:
    await _to_be_phoned(town)
    first, second = await town.staff("gaoyuan"), await town.staff("jianglingling")
    [waiting] = (await town.get(CALLS, token=first)).json["items"]
    path = f"/api/v1/staff/notices/{waiting['id']}"
    assert (await town.post(f"{path}/claim", token=first)).status == 200
    later = {"outcome": "later", "note": "没人接"}
    assert (await town.post(f"{path}/call", later, token=first)).status == 200
    assert (await town.post(f"{path}/call", later, token=first)).status == 409, "it is nobody's now"
    [again] = (await town.get(CALLS, token=second)).json["items"]
    assert (again["tries"], again["tried_at"], again["caller"]) == (1, town.world.clock.now().isoformat(), "")
    assert (await town.post(f"{path}/claim", token=second)).json["phone"] == "16909900001"
    assert (await town.post(f"{path}/call", {"outcome": "reached"}, token=second)).status == 200
    assert (await town.get(CALLS, token=second)).json["items"] == []


async def test_a_town_phones_its_own_people_and_nobody_elses(town: Town) -> None:
    await _to_be_phoned(town)
    own, other, center = await town.staff("liufang"), await town.staff("weichunyan"), await town.staff("linxiaoyan")
    [waiting] = (await town.get(CALLS, token=own)).json["items"]
    claim = f"/api/v1/staff/notices/{waiting['id']}/claim"
    assert (await town.get(CALLS, token=other)).json["items"] == []
    assert (await town.post(claim, token=other)).status == 404
    assert (await town.post(f"{claim[:-5]}call", {"outcome": "reached"}, token=other)).status == 404
    refused = await town.get(CALLS, token=center)
    assert (refused.status, "镇街" in refused.json["detail"]) == (403, True)
    assert (await town.post(claim, token=own)).json["phone"] == "16909900001"


async def test_who_has_no_number_is_told_at_her_door_by_her_town_and_not_by_the_hotline(town: Town) -> None:
    await _to_be_phoned(town)
    await town.world.store.citizens.change({"name": "王桂芳"}, {"$set": {"phone": None}})
    hotline, officer = await town.staff("gaoyuan"), await town.staff("liufang")
    [call] = (await town.get(CALLS, token=officer)).json["items"]
    assert (call["phone"], call["door"], (await town.get(CALLS, token=hotline)).json["items"][0]["door"]) == ("", True, False)
    path, told = f"/api/v1/staff/notices/{call['id']}", {"outcome": "told_at_door", "note": "在家里念给她听了"}
    assert (await town.post(f"{path}/claim", token=hotline)).status == 200
    refused = await town.post(f"{path}/call", told, token=hotline)
    assert (refused.status, "上门告诉由本人居住的镇街、村居去做" in refused.json["detail"]) == (403, True)
    assert (await town.post(f"{path}/call", {"outcome": "later"}, token=hotline)).status == 200
    assert (await town.post(f"{path}/claim", token=officer)).status == 200
    assert (await town.post(f"{path}/call", told, token=officer)).status == 200
    assert (await town.get(CALLS, token=officer)).json["items"] == []
    kept = await town.world.store.notices.get(call["id"]) or {}
    assert (kept["outcome"], kept["events"][-1]["action"], kept["events"][-1]["actor"]["name"]) == (
        "told_at_door",
        "notice.told_at_door",
        "柳芳",
    )


async def test_the_dead_are_not_written_to(town: Town) -> None:
    token = await town.matched("wang-guifang")
    await town.booked(token, LONGEVITY_VISIT)
    await town.world.settle()
    before = await town.sandbox.sms("16909900001"), await town.sandbox.subscribe_messages("wang-guifang")
    await town.dies("wang-guifang")
    after = await town.sandbox.sms("16909900001"), await town.sandbox.subscribe_messages("wang-guifang")
    assert after == before

"""Results over HTTP: collected by whom they are for or an agent who may, or sent, followed, sent again, brought back to the counter."""

from typing import Any

import pytest

from tests.api.stories.business import act
from tests.factories import Town
from tests.payments_world import WINDOW, granted_card

CARD = "居民身份证"
SIGNED = "5" * 64
POLICE_HALL = "公安分局户政办事大厅（云城区长宁路18号）窗口"
POST: dict[str, Any] = {"collection": "post", "post_address": {"town": "罗溪街道", "detail": "榕树里12号"}}


async def delivery_of(town: Town, token: str, case: dict[str, Any]) -> dict[str, Any]:
    """As the applicant sees it, once everything has settled."""
    await town.world.settle()
    return (await town.get("/api/v1/deliveries", token=token, case=case["id"])).json["items"][0]


async def handed(town: Town, delivery: dict[str, Any], who: str, by: str = WINDOW) -> Any:
    """The counter hands it to whoever stands there."""
    window = await town.staff(by)
    seen = (await town.get(f"/api/v1/staff/deliveries/{delivery['id']}", token=window)).json
    body = {"version": seen["version"], "person": town.document(who), "signature": SIGNED}
    return await town.post(f"/api/v1/staff/deliveries/{delivery['id']}/hand-over", body, token=window)


async def at_counter(town: Town, citizen: str) -> dict[str, Any]:
    """The card waits at the counter."""
    case = await granted_card(town, citizen)
    await act(town, await town.staff(WINDOW), case, "deliver", kind=CARD, number="NO-1", method="counter")
    return case


async def sent(town: Town, citizen: str) -> dict[str, Any]:
    """The card is given to the courier."""
    case = await granted_card(town, citizen, **POST)
    await act(town, await town.staff(WINDOW), case, "deliver", kind=CARD, method="post")
    await followed(town, minutes=0)
    return case


async def followed(town: Town, minutes: int = 31) -> None:
    """Time passes, and the product asks the courier."""
    town.world.clock.forward(minutes=minutes)
    await town.world.product.engines.deliveries.tick()
    await town.world.settle()


async def on_the_road(town: Town, waybill: str, state: str, text: str) -> None:
    await town.sandbox.call("PUT", f"courier/parcels/{waybill}", {"state": state, "text": text})
    await followed(town)


async def state_of(town: Town, token: str, case: dict[str, Any]) -> dict[str, Any]:
    return (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json


async def test_collected_by_the_applicant_who_signs_and_the_case_closes(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await at_counter(town, citizen)
    mine = await state_of(town, citizen, case)
    sentence = f"已批准，「居民身份证」等您到{POLICE_HALL}领取（周一至周五 9:00–12:00、13:00–17:00；周六上午延时服务 9:00–12:00）"
    assert (mine["state"]["state"], mine["state"]["sentence"], mine["result"]["place"]) == ("granted", sentence, POLICE_HALL)
    assert mine["result"]["number"] == "NO-1"
    assert "delivery_waiting" in await town.told(citizen)
    window = await town.staff(WINDOW)
    again = await town.post(
        f"/api/v1/staff/cases/{case['id']}/deliver", {"version": mine["version"], "kind": CARD, "method": "counter"}, token=window
    )
    assert (again.status, again.json["detail"]) == (409, "结果已经在交付（窗口领取或邮寄），送达后自动办结，不用再登记。")
    waiting = (await town.get("/api/v1/staff/deliveries", token=window)).json["items"]
    assert [each["actions"] for each in waiting] == [["hand-over", "take-back"]]

    answer = await handed(town, waiting[0], "wang-guifang")
    assert (answer.status, answer.json["state"], answer.json["collected_by"], answer.json["collected_for"]) == (200, "done", "王桂芳", "")
    await town.world.settle()
    closed = await state_of(town, citizen, case)
    assert (closed["state"]["state"], closed["completion"]["code"]) == ("closed", "0")
    assert "delivery_collected" in await town.told(citizen)
    assert (await handed(town, waiting[0], "wang-guifang")).status == 409, "it is gone"


async def test_whom_nobody_has_named_collects_nothing(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await at_counter(town, citizen)
    delivery = await delivery_of(town, citizen, case)
    refused = await handed(town, delivery, "li-min")
    assert (refused.status, "可以代领这个事项结果的有效授权" in refused.json["detail"]) == (422, True)
    assert (await state_of(town, citizen, case))["state"]["state"] == "granted"


async def test_sent_followed_and_delivered_without_a_visit(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await sent(town, citizen)
    delivery = await delivery_of(town, citizen, case)
    assert (delivery["state"], delivery["recipient"], delivery["address"]) == ("sent", "王桂芳", "罗溪街道榕树里12号")
    (parcel,) = (await town.sandbox.call("GET", "courier/parcels"))["parcels"]
    assert parcel["waybill"] == delivery["waybill"]
    assert "delivery_sent" in await town.told(citizen)
    staff = (await town.get(f"/api/v1/staff/deliveries/{delivery['id']}", token=await town.staff(WINDOW))).json
    assert (staff["recipient"], staff["address"], staff["actions"]) == ("王*芳", "罗溪街道***", [])
    assert (staff["place"], staff["hours"], staff["pickup"]) == ("", "", ""), "it waits nowhere"

    await on_the_road(town, delivery["waybill"], "in_transit", "到达云城区转运中心")
    await on_the_road(town, delivery["waybill"], "delivered", "本人签收")
    delivery = await delivery_of(town, citizen, case)
    assert [each["text"] for each in delivery["tracking"]] == ["快递员已取件", "到达云城区转运中心", "本人签收"]
    assert (await state_of(town, citizen, case))["state"]["state"] == "closed"
    assert (await town.told(citizen)).count("delivery_done") == 1
    store = town.world.store
    document = await store._plain[store.database].deliveries.find_one({"_id": delivery["id"]})
    assert document is not None
    assert "榕树里" not in str(document["recipient"]), "the address is sealed in the database"


async def test_what_was_to_be_sent_waits_at_a_counter_only_on_the_applicants_word(town: Town) -> None:
    citizen, window = await town.proven("wang-guifang"), await town.staff(WINDOW)
    case = await granted_card(town, citizen, **POST)
    mine = await state_of(town, citizen, case)
    body = {"version": mine["version"], "kind": CARD, "method": "counter"}
    refused = await town.post(f"/api/v1/staff/cases/{case['id']}/deliver", body, token=window)
    assert [(each["pointer"], each["detail"][:11]) for each in refused.json["errors"]] == [("/wish", "申请人选的是邮寄到家，")]
    offered = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=window)).json["handing"]
    assert (offered["act"], offered["chosen"], offered["chosen_words"], offered["kind"]) == ("deliver", "post", "邮寄到家", CARD)
    assert ([each["code"] for each in offered["deliver"]], offered["record"]) == (["counter", "post"], [])
    await act(town, window, case, "deliver", kind=CARD, method="counter", wish="她打电话说这周出门，回来自己取")
    assert {"delivery_waiting", "result_other_way"} <= set(await town.told(citizen))
    notice = next(each for each in await town.inbox(citizen) if each["template"] == "result_other_way")
    assert "您原来选的是邮寄到家，现在改为窗口领取" in notice["body"]
    assert "她打电话说这周出门，回来自己取" in notice["body"]


async def test_a_parcel_not_picked_up_yet_stays_a_parcel_without_the_applicants_word(town: Town) -> None:
    citizen, window = await town.proven("wang-guifang"), await town.staff(WINDOW)
    case = await granted_card(town, citizen, **POST)
    await act(town, window, case, "deliver", kind=CARD, method="post")
    delivery = (await town.get("/api/v1/deliveries", token=citizen, case=case["id"])).json["items"][0]
    assert delivery["state"] == "to_send"
    path = f"/api/v1/staff/deliveries/{delivery['id']}/to-counter"
    refused = await town.post(path, {"version": delivery["version"]}, token=window)
    assert (refused.status, refused.json["errors"][0]["pointer"]) == (422, "/wish")
    kept = await town.post(path, {"version": delivery["version"], "wish": "申请人到窗口说今天就取走"}, token=window)
    assert (kept.status, kept.json["method"]) == (200, "counter"), kept.text
    assert {"delivery_waiting", "result_other_way"} <= set(await town.told(citizen))
    stored = (await town.world.store.cases.get(case["id"]) or {})["result"]
    assert stored["wish"] == "申请人到窗口说今天就取走"


@pytest.mark.parametrize(("what", "template"), [("returned", "delivery_returned"), ("lost", "delivery_lost")])
async def test_what_comes_back_or_is_lost_is_sent_again_or_waits_at_the_counter(town: Town, what: str, template: str) -> None:
    citizen, window = await town.proven("wang-guifang"), await town.staff(WINDOW)
    case = await sent(town, citizen)
    first = (await delivery_of(town, citizen, case))["waybill"]
    await on_the_road(town, first, what, "没有送到")
    assert template in await town.told(citizen)
    delivery = await delivery_of(town, citizen, case)
    path = f"/api/v1/staff/deliveries/{delivery['id']}"
    again = await town.post(f"{path}/resend", {"version": delivery["version"]}, token=window)
    assert (again.status, again.json["state"]) == (200, "to_send")
    await followed(town, minutes=0)
    second = await delivery_of(town, citizen, case)
    assert second["waybill"] != first
    await on_the_road(town, second["waybill"], what, "又没有送到")
    delivery = await delivery_of(town, citizen, case)
    kept = await town.post(f"{path}/to-counter", {"version": delivery["version"]}, token=window)
    assert (kept.json["state"], kept.json["method"], kept.json["place"]) == ("waiting", "counter", POLICE_HALL)
    await town.world.settle()
    assert (await state_of(town, citizen, case))["state"]["sentence"].startswith(f"已批准，「居民身份证」等您到{POLICE_HALL}领取")
    assert (await handed(town, delivery, "wang-guifang")).json["state"] == "done"
    await town.world.settle()
    assert (await state_of(town, citizen, case))["state"]["state"] == "closed"


async def test_while_the_courier_is_away_nothing_is_lost_and_nothing_sent_twice(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await granted_card(town, citizen, **POST)
    await act(town, await town.staff(WINDOW), case, "deliver", kind=CARD, method="post")
    await town.sandbox.switch("courier", error_status=503, times=2)
    await followed(town, minutes=0)
    assert (await delivery_of(town, citizen, case))["state"] == "to_send"
    await town.sandbox.reset_switches()
    for _ in range(2):
        await followed(town, minutes=0)
    assert len((await town.sandbox.call("GET", "courier/parcels"))["parcels"]) == 1


async def test_only_ways_the_item_offers_and_an_address_somebody_gave(town: Town) -> None:
    citizen, window = await town.proven("wang-guifang"), await town.staff(WINDOW)
    case = await granted_card(town, citizen)
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=window)).json
    path = f"/api/v1/staff/cases/{case['id']}/deliver"
    refused = await town.post(path, {"version": seen["version"], "kind": CARD, "method": "post"}, token=window)
    assert (refused.status, refused.json["errors"][0]["pointer"]) == (422, "/method")
    assert "没有选择邮寄" in refused.json["errors"][0]["detail"]


async def test_deliveries_are_seen_by_whom_they_concern(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    delivery = await delivery_of(town, citizen, await at_counter(town, citizen))
    stranger = await town.proven("li-qiang")
    assert (await town.get(f"/api/v1/deliveries/{delivery['id']}", token=stranger)).status == 404
    assert (await town.get("/api/v1/deliveries", token=stranger)).json["items"] == []
    elsewhere = await town.staff("miaolixin")
    assert (await town.get(f"/api/v1/staff/deliveries/{delivery['id']}", token=elsewhere)).status == 403
    body = {"version": delivery["version"], "person": town.document("wang-guifang"), "signature": SIGNED}
    assert (await town.post(f"/api/v1/staff/deliveries/{delivery['id']}/hand-over", body, token=elsewhere)).status == 403


async def test_the_reception_of_the_hall_where_it_waits_has_it_in_its_list_and_finds_it_by_number(town: Town) -> None:
    """A card of the police, handed out at the one-window counter of the street whose hall its item names; the centre has no part in it."""
    citizen = await town.proven("wang-guifang")
    case = await granted_card(town, citizen)
    reception = await town.staff("nichen")
    await act(town, reception, case, "deliver", kind=CARD, method="counter")
    mine = await delivery_of(town, citizen, case)
    assert (mine["place"], mine["hours"][:4]) == ("罗溪街道便民服务中心（罗溪街道罗溪路50号）窗口", "周一至周")
    listed = (await town.get("/api/v1/staff/deliveries", token=reception)).json["items"]
    assert [each["id"] for each in listed] == [mine["id"]]
    assert (await town.get("/api/v1/staff/deliveries", token=await town.staff("linxiaoyan"))).json["items"] == [], "not of that hall"
    household = await town.staff("gongyuehua")
    assert (await town.get("/api/v1/staff/deliveries", token=household)).json["items"] == [], "another district's reception"
    for number in (case["number"], mine["pickup"], mine["pickup"].lower()):
        found = (await town.get("/api/v1/staff/deliveries", token=reception, number=number)).json["items"]
        assert [each["id"] for each in found] == [mine["id"]]
        assert (await town.get("/api/v1/staff/deliveries", token=household, number=number)).json["items"] == [], "not theirs to find"
    assert (await town.get("/api/v1/staff/deliveries", token=reception, number="〔2026〕1")).status == 422
    assert (await handed(town, mine, "wang-guifang", by="nichen")).json["state"] == "done"


@pytest.mark.parametrize("after", ["waiting", "returned"])
async def test_what_nobody_collected_or_came_back_is_taken_back_and_delivered_anew(town: Town, after: str) -> None:
    citizen, window = await town.proven("wang-guifang"), await town.staff(WINDOW)
    case = await at_counter(town, citizen) if after == "waiting" else await sent(town, citizen)
    delivery = await delivery_of(town, citizen, case)
    if after == "returned":
        await on_the_road(town, delivery["waybill"], "returned", "没有送到")
        delivery = await delivery_of(town, citizen, case)
    path = f"/api/v1/staff/deliveries/{delivery['id']}/take-back"
    body = {"version": delivery["version"], "reason": "三十天没有人来领，改为重新约定"}
    back = await town.post(path, body, token=window)
    assert (back.status, back.json["state"], back.json["actions"]) == (200, "cancelled", []), back.text
    assert (await town.post(path, {**body, "version": back.json["version"]}, token=window)).status == 409, "it is over"
    await town.world.settle()
    assert "delivery_taken_back" in await town.told(citizen)
    mine = await state_of(town, citizen, case)
    assert (mine["state"]["state"], mine["result"], mine["delivery"]) == ("granted", None, None)
    assert (await handed(town, delivery, "wang-guifang")).status == 409, "nobody collects it meanwhile"
    await act(town, window, case, "deliver", kind=CARD, method="counter")
    again = await delivery_of(town, citizen, case)
    assert (again["id"] != delivery["id"], again["state"]) == (True, "waiting")
    assert (await handed(town, again, "wang-guifang")).json["state"] == "done"
    await town.world.settle()
    assert (await state_of(town, citizen, case))["state"]["state"] == "closed"


async def questioned(town: Town, case: dict[str, Any]) -> str:
    """The head finds the grant wrong: the applicant is heard first."""
    head = await town.head("leizhenyu")
    await act(town, head, case, "find-wrong", reason="照片不是本人的", basis="中华人民共和国居民身份证法第八条")
    return head


async def test_what_waits_goes_to_nobody_while_its_decision_may_be_taken_back_and_goes_on_after(town: Town) -> None:
    citizen, window = await town.proven("wang-guifang"), await town.staff(WINDOW)
    case = await at_counter(town, citizen)
    delivery = await delivery_of(town, citizen, case)
    head = await questioned(town, case)
    refused = await handed(town, delivery, "wang-guifang")  # also in the moment before the delivery itself knows
    assert (refused.status, "这份决定拟撤销，正在等申请人说明和首席代表决定，结果先不交付" in refused.json["detail"]) == (409, True)
    assert "delivery_held" in await town.told(citizen)
    held = (await town.get(f"/api/v1/staff/deliveries/{delivery['id']}", token=window)).json
    assert (held["label"], held["held"], held["actions"]) == ("决定拟撤销，先不交付", "决定拟撤销，先不交付", ["take-back"])
    await act(town, citizen, case, "speak", staff=False, text="照片是我本人的，可以当面看")
    await act(town, head, case, "keep-decision", reason="当面核对过，是本人")
    assert (await town.told(citizen)).count("delivery_goes_on") == 1
    notice = next(each for each in await town.inbox(citizen) if each["template"] == "delivery_goes_on")
    assert f"领取，取件码 {delivery['pickup']}" in notice["body"]
    assert (await delivery_of(town, citizen, case))["held"] == ""
    assert (await handed(town, delivery, "wang-guifang")).json["state"] == "done"


async def test_nothing_is_sent_while_its_decision_may_be_taken_back(town: Town) -> None:
    citizen, window = await town.proven("wang-guifang"), await town.staff(WINDOW)
    case = await granted_card(town, citizen, **POST)
    await act(town, window, case, "deliver", kind=CARD, method="post")
    head = await questioned(town, case)
    await town.world.product.engines.deliveries.tick()  # in the moment before the delivery itself knows
    await followed(town)
    delivery = await delivery_of(town, citizen, case)
    assert (delivery["state"], delivery["label"]) == ("to_send", "决定拟撤销，先不交付")
    assert (await town.sandbox.call("GET", "courier/parcels"))["parcels"] == []
    await act(town, citizen, case, "speak", staff=False, text="照片是我本人的")
    await act(town, head, case, "keep-decision", reason="当面核对过，是本人")
    await town.world.settle()
    await followed(town, minutes=0)
    assert (await delivery_of(town, citizen, case))["state"] == "sent"
    notice = next(each for each in await town.inbox(citizen) if each["template"] == "delivery_goes_on")
    assert "照常寄给您" in notice["body"]


async def test_what_came_back_is_not_sent_again_while_its_decision_may_be_taken_back(town: Town) -> None:
    citizen, window = await town.proven("wang-guifang"), await town.staff(WINDOW)
    case = await sent(town, citizen)
    delivery = await delivery_of(town, citizen, case)
    await on_the_road(town, delivery["waybill"], "returned", "无人签收")
    await questioned(town, case)
    await town.world.settle()
    back = (await town.get(f"/api/v1/staff/deliveries/{delivery['id']}", token=window)).json
    assert back["actions"] == ["to-counter", "take-back"]
    refused = await town.post(f"/api/v1/staff/deliveries/{delivery['id']}/resend", {"version": back["version"]}, token=window)
    assert (refused.status, "结果先不交付" in refused.json["detail"]) == (409, True)
    assert "delivery_held" not in await town.told(citizen), "it is with nobody who waits for it"

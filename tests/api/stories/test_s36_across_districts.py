"""S36, 跨省通办、跨区通办: 任何一个区的窗口都能代收，由户口所在的区受理和决定、以它的名义出具；结果寄到家，或在代收的窗口领。"""

from typing import Any

from tests.api.stories.business import accepted
from tests.api.stories.counterparts import act, handed_in
from tests.api.test_deliveries import followed, handed
from tests.factories import Town

LINJIANG = "990102"
RENEWAL: dict[str, Any] = {"application": "renew", "situation": "able", "phone": "16909900004", "truthful": True}
PAPERS = ("resident_card", "household_register", "agent_card")
AWAY, HOME, FEDERATION, NEAR = "gongyuehua", "linxiaoyan", "jianghaiyan", "ouzhiwen"
NOVEMBER: dict[str, Any] = {"from": "2026-11-01", "to": "2026-12-01"}
SEEN = [{"material": "old_card", "outcome": "same"}]


async def _filed(town: Town, citizen: str, collection: str = "counter", **form: Any) -> dict[str, Any]:
    """唐建国 of 罗溪 in 云城 files on the phone to renew his card; he lives with his son in 临江 now."""
    return await handed_in(town, citizen, "disability-cert", RENEWAL | {"collection": collection} | form, *PAPERS)


async def _brought(town: Town, counter: str, code: str) -> list[dict[str, Any]]:
    """He shows his identity card at a counter."""
    answer = await town.post("/api/v1/staff/intake", town.document(code), token=counter)
    assert answer.status == 200, answer.text
    return answer.json["items"]


async def _taken_in(town: Town, case: dict[str, Any]) -> dict[str, Any]:
    return await act(town, await town.staff(AWAY), case, "check-originals", originals=SEEN)


async def _granted(town: Town, case: dict[str, Any]) -> None:
    """The home district accepts, looks and decides."""
    await accepted(town, await town.staff(FEDERATION), case)
    await act(town, await town.staff(NEAR), case, "complete-step", step="town_review", finding="情况属实")
    await act(town, await town.staff(FEDERATION), case, "grant", reason="符合换领条件")


async def _queue(town: Town, username: str, queue: str) -> list[str]:
    rows = (await town.get("/api/v1/staff/cases", token=await town.staff(username), queue=queue)).json["items"]
    return [each["id"] for each in rows]


async def test_the_guide_says_from_how_far_it_may_be_handed_in(town: Town) -> None:
    guide = (await town.get("/api/v1/items/disability-cert")).json
    assert guide["handle_area"]["label"] == "全国通办"
    assert any("由它代收" in line for line in guide["where"])


async def test_another_districts_window_takes_it_in_and_the_home_district_decides(town: Town) -> None:
    citizen, away = await town.proven("tang-jianguo"), await town.staff(AWAY)
    case = await _filed(town, citizen)
    assert await _queue(town, AWAY, "reception") == [], "who has not come is nobody's business there"
    (row,) = await _brought(town, away, "tang-jianguo")
    assert (row["case"]["id"], row["here"], row["says"]) == (case["id"], True, "可以在这里代收，由云城区残疾人联合会受理和决定。")
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=away)).json
    assert {each["action"] for each in seen["actions"]} == {"check-originals"}

    taken = await _taken_in(town, case)
    assert (taken["intake"]["region_name"], taken["intake"]["counter"]) == ("临江区", "临江区政务服务和数据管理局窗口")
    assert (taken["reviewer"], taken["received_by"]["name"], taken["region"]) == (None, "龚月华", "990101")
    assert "已由临江区政务服务和数据管理局窗口代收，等待云城区残疾人联合会决定是否受理" in taken["state"]["sentence"]
    receipt = await town.get(f"/api/v1/staff/cases/{case['id']}/papers/receipt", token=away)
    assert (receipt.status, receipt.body[:4]) == (200, b"%PDF")
    told = next(each for each in await town.inbox(citizen) if each["template"] == "case_taken_in")
    assert "由云城区残疾人联合会受理和决定" in told["body"]
    assert [await _queue(town, each, "taken_in") for each in (AWAY, HOME)] == [[case["id"]], []]

    await _granted(town, case)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert (mine["state"]["state"], mine["decision"]["number"][:9]) == ("granted", "〔2026〕云政准")
    followed_there = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=away)).json
    assert (followed_there["state"]["label"], followed_there["actions"]) == (mine["state"]["label"], [])


async def test_the_result_waits_at_the_window_that_took_it_in(town: Town) -> None:
    citizen = await town.proven("tang-jianguo")
    case = await _filed(town, citizen)
    await _taken_in(town, case)
    await _granted(town, case)
    await act(town, await town.staff(FEDERATION), case, "deliver", kind="残疾人证", number="YC-1", method="counter")
    notice = next(each for each in await town.inbox(citizen) if each["template"] == "delivery_waiting")
    assert "请带身份证到临江区政务服务和数据管理局窗口领取" in notice["body"]
    away = await town.staff(AWAY)
    (waiting,) = (await town.get("/api/v1/staff/deliveries", token=away)).json["items"]
    assert (waiting["place"], waiting["actions"]) == ("临江区政务服务和数据管理局窗口", ["hand-over", "take-back"])
    for elsewhere in (HOME, "changxiuying", FEDERATION):
        token = await town.staff(elsewhere)
        seen = await town.get(f"/api/v1/staff/deliveries/{waiting['id']}", token=token)
        assert seen.json.get("actions", []) == [], "it does not lie there"
        assert (await handed(town, waiting, "tang-jianguo", elsewhere)).status == 403
    given = await handed(town, waiting, "tang-jianguo", AWAY)
    assert (given.status, given.json["state"]) == (200, "done")
    await town.world.settle()
    assert (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json["state"]["state"] == "closed"

    facts = await town.world.store.case_facts.get(case["id"])
    assert facts is not None
    assert (facts["department"], facts["region"], facts["intake"]) == ("disabled_federation", "990101", LINJIANG)
    assert facts["hall"] == "elsewhere"
    supervisor = await town.head("yanzheng")
    assert (await town.get("/api/v1/staff/stats", token=supervisor, hall="elsewhere", **NOVEMBER)).json["total"]["figures"][0]["value"] == 1
    for by, names in (("region", ["云城区"]), ("intake", ["临江区窗口代收"]), ("hall", ["外地窗口"])):
        rows = (await town.get("/api/v1/staff/stats", token=supervisor, by=by, **NOVEMBER)).json["rows"]
        assert [each["name"] for each in rows] == names


async def test_or_it_comes_by_courier_and_is_nobodys_to_hand_out(town: Town) -> None:
    citizen = await town.proven("tang-jianguo")
    case = await _filed(town, citizen, "post", post_address={"town": "水北镇", "detail": "水北大街3号"})
    await _taken_in(town, case)
    await _granted(town, case)
    await act(town, await town.staff(FEDERATION), case, "deliver", kind="残疾人证", method="post")
    await followed(town, minutes=0)
    (delivery,) = (await town.get("/api/v1/deliveries", token=citizen)).json["items"]
    assert (delivery["state"], delivery["address"], delivery["place"]) == ("sent", "水北镇水北大街3号", "")
    away = await town.staff(AWAY)
    assert (await town.get("/api/v1/staff/deliveries", token=away)).json["items"] == []
    assert (await town.get(f"/api/v1/staff/deliveries/{delivery['id']}", token=away)).status == 403


async def test_what_the_window_may_not_do_is_told_in_words(town: Town) -> None:
    citizen, away = await town.proven("tang-jianguo"), await town.staff(AWAY)
    case = await _taken_in(town, await _filed(town, citizen))
    for action, body in (("accept", {}), ("claim", {}), ("pass-material", {"materials": ["photo"]})):
        refused = await town.post(f"/api/v1/staff/cases/{case['id']}/{action}", {"version": case["version"], **body}, token=away)
        assert (refused.status, "由云城区残疾人联合会受理和决定" in refused.json["detail"]) == (403, True), action


async def test_an_item_that_is_only_done_at_home_says_where_to_go(town: Town) -> None:
    """The longevity allowance is taken in by any counter of its own district, and by no other."""
    citizen, away = await town.proven("wang-guifang"), await town.staff(AWAY)
    form = {
        "living": "same",
        "account": {"holder": "王桂芳", "bank": "江州银行", "account": "6222990100000101"},
        "phone": "16909900001",
        "alive_statement": True,
    }
    case = await handed_in(town, citizen, "longevity", form, "resident_card", "agent_card")
    (row,) = await _brought(town, away, "wang-guifang")
    assert (row["here"], "只在云城区的窗口收件" in row["says"], "0600-81000300" in row["says"]) == (False, True, True)
    body = {"version": case["version"], "originals": [{"material": "resident_card", "outcome": "same"}]}
    refused = await town.post(f"/api/v1/staff/cases/{case['id']}/check-originals", body, token=away)
    assert (refused.status, refused.json["detail"]) == (403, row["says"])
    assert "罗溪街道便民服务中心" in row["says"]
    assert (await town.get(f"/api/v1/staff/cases/{case['id']}", token=away)).status == 403
    (at_home,) = await _brought(town, await town.staff(HOME), "wang-guifang")
    assert (at_home["here"], at_home["taken"], at_home["says"]) == (True, False, "可以在这里收件。")


async def test_what_a_home_counter_took_in_no_other_district_sees(town: Town) -> None:
    citizen, away = await town.proven("tang-jianguo"), await town.staff(AWAY)
    case = await act(town, await town.staff(HOME), await _filed(town, citizen), "check-originals", originals=SEEN)
    assert case["intake"] is None
    (at_home,) = await _brought(town, await town.staff(HOME), "tang-jianguo")
    assert (at_home["here"], at_home["taken"], at_home["says"]) == (True, True, "已经收件，请等云城区残疾人联合会办理。")
    (row,) = await _brought(town, away, "tang-jianguo")
    assert (row["here"], row["says"]) == (False, "已经由政务服务和数据管理局窗口收件，请等云城区残疾人联合会办理。")
    assert (await town.get(f"/api/v1/staff/cases/{case['id']}", token=away)).status == 403


async def test_who_acts_for_somebody_brings_their_papers(town: Town) -> None:
    grant = await town.granted("wang-guifang", "li-min", "disability-cert")
    form = RENEWAL | {"collection": "counter", "card_number": "99010119440308002X21", "card_state": "valid"}
    case = await handed_in(town, grant.agent, "disability-cert", form, *PAPERS, acting=grant.id)
    (row,) = await _brought(town, await town.staff(AWAY), "li-min")
    assert (row["case"]["id"], row["case"]["agent_name"], row["here"]) == (case["id"], "李敏", True)
    assert (await town.post("/api/v1/staff/intake", town.document("li-min"), token=await town.staff(FEDERATION))).status == 403

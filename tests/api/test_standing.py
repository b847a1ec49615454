"""Whoever stands at a counter shows a document: what waits for them there, who reads of the look, and a card reported lost."""

from typing import Any

from tests.api.cases.test_uploads import JPEG, photo
from tests.api.stories.business import act
from tests.api.test_deliveries import CARD, SIGNED, at_counter
from tests.client import Answer
from tests.factories import Town
from tests.payments_world import HEAD, WINDOW, bill_of, granted_card, lost_card

REASON = "来窗口缴费、领证"


async def stands(town: Town, who: str, by: str = WINDOW, **more: Any) -> Answer:
    """Somebody shows their document at a counter."""
    body = {"person": town.document(who) | more, "reason": REASON}
    return await town.post("/api/v1/staff/standing", body, token=await town.staff(by))


async def purposes(town: Town, token: str) -> list[str]:
    """What the access log of somebody says, newest first."""
    return [each["purpose"] for each in (await town.get("/api/v1/me/access-log", token=token)).json["items"]]


async def test_a_counter_finds_what_it_does_for_whoever_stands_there(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    bill = await bill_of(town, citizen, await lost_card(town, citizen))
    other = await town.proven("zhou-jianping")
    waiting = await at_counter(town, other)
    seen = (await stands(town, "wang-guifang")).json
    assert (seen["known"], seen["lost_on"], seen["expired"], seen["person"]["id_number"]) == (True, None, False, "9901**********0025")
    assert ([each["id"] for each in seen["bills"]], seen["deliveries"]) == ([bill["id"]], [])
    assert seen["bills"][0]["actions"] == ["collect"]
    assert (await purposes(town, citizen))[0] == f"窗口服务：{REASON}"
    seen = (await stands(town, "zhou-jianping")).json
    assert (seen["bills"], [each["case"] for each in seen["deliveries"]]) == ([], [waiting["id"]]), "what is paid is over"
    elsewhere = (await stands(town, "wang-guifang", by="wenyiming")).json
    assert (elsewhere["bills"], elsewhere["deliveries"]) == ([], []), "another department's counter"


async def test_what_is_granted_and_not_made_yet_is_found_until_it_waits_to_be_handed_out(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    assert (await stands(town, "wang-guifang")).json["making"] == []
    case = await granted_card(town, citizen)
    seen = (await stands(town, "wang-guifang")).json
    assert [(each["id"], each["state"]["label"]) for each in seen["making"]] == [(case["id"], "已批准，制作结果")]
    assert seen["deliveries"] == []
    assert (await stands(town, "wang-guifang", by="wenyiming")).json["making"] == [], "another department's counter"
    await act(town, await town.staff(WINDOW), case, "deliver", kind=CARD, number="NO-1", method="counter")
    seen = (await stands(town, "wang-guifang")).json
    assert (seen["making"], [each["case"] for each in seen["deliveries"]]) == ([], [case["id"]])


async def test_who_is_new_is_looked_up_and_not_registered(town: Town) -> None:
    seen = (await stands(town, "chen-guoqiang")).json
    assert (seen["known"], seen["bills"], seen["deliveries"], seen["grants"], seen["proven_until"]) == (False, [], [], [], None)
    assert await town.world.store.citizens.count({"name": "陈国强"}) == 0
    wrong = await stands(town, "chen-guoqiang", name="陈国")
    assert (wrong.status, wrong.json["errors"][0]["pointer"]) == (422, "/name")


async def test_an_agent_finds_what_the_grant_lets_them_pay_and_collect(town: Town) -> None:
    grant = await town.granted("wang-guifang", "li-min", "longevity")
    case = await lost_card(town, grant.principal)
    bill = await bill_of(town, grant.principal, case)
    assert (await stands(town, "li-min")).json["bills"] == [], "no grant for this item"
    stored = {"items": [], "powers": ["submit"]}  # as a guardian has it
    await town.world.store.grants.change_many({"_id": grant.id}, {"$set": stored})
    found = (await stands(town, "li-min")).json
    assert [each["id"] for each in found["bills"]] == [bill["id"]]
    assert (await purposes(town, grant.principal))[0] == f"窗口服务：{REASON}", "whose slip it is reads it, too"
    (held,) = found["grants"]
    assert (held["you"], held["principal"]["name"], held["agent"]["name"], held["actions"]) == ("agent", "王*芳", "李敏", ["revoke"])
    await town.post(f"/api/v1/grants/{grant.id}/revoke", {}, token=grant.principal)
    gone = (await stands(town, "li-min")).json
    assert (gone["bills"], gone["grants"]) == ([], [])


async def test_grants_are_shown_to_those_who_hear_people(town: Town) -> None:
    await town.granted("wang-guifang", "li-min", "longevity")
    (grant,) = (await stands(town, "wang-guifang", by="linxiaoyan")).json["grants"]
    assert (grant["you"], grant["agent"]["name"], grant["invitation"]) == ("principal", "李*", None)
    assert (await stands(town, "wang-guifang", by="zhongweiguo")).json["grants"] == []
    head = await town.head(HEAD)
    body = {"person": town.document("wang-guifang"), "reason": REASON}
    assert (await town.post("/api/v1/staff/standing", body, token=head)).status == 200
    assert (await town.post("/api/v1/staff/standing", body, token=await town.head("fuxiaolan"))).status == 403


async def test_a_card_reported_lost_needs_another_document(town: Town) -> None:
    refused = await stands(town, "huang-wenbin")
    assert (refused.status, refused.json["errors"][0]["pointer"]) == (422, "/shown")
    assert "已经登记挂失" in refused.json["detail"]
    seen = await stands(town, "huang-wenbin", shown="户口簿")
    assert (seen.status, seen.json["lost_on"]) == (200, "2026-11-16")
    window, card = await town.staff(WINDOW), town.document("huang-wenbin")
    for more, status in (({}, 422), ({"shown": "户口簿"}, 201)):
        body = {"citizen": card | more, "purpose": "补领身份证"}
        assert (await town.post("/api/v1/staff/proofs", body, token=window)).status == status
    assert (await town.post("/api/v1/staff/intake", card, token=window)).status == 422
    citizen = await town.proven("huang-wenbin")
    await stands(town, "huang-wenbin", shown="户口簿")
    assert (await purposes(town, citizen))[0] == f"窗口服务：{REASON}；证件已挂失，核对了户口簿"


async def test_nothing_is_handed_over_or_recorded_on_a_lost_card(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await at_counter(town, citizen)
    await town.sandbox.change_record("population", "wang-guifang", {"document_lost_on": "2026-11-20"})
    window = await town.staff(WINDOW)
    (delivery,) = (await town.get("/api/v1/staff/deliveries", token=window, case=case["id"])).json["items"]
    path = f"/api/v1/staff/deliveries/{delivery['id']}/hand-over"
    body = {"version": delivery["version"], "person": town.document("wang-guifang"), "signature": SIGNED}
    refused = await town.post(path, body, token=window)
    assert (refused.status, refused.json["errors"][0]["pointer"]) == (422, "/shown")
    terms = {"items": ["longevity"], "until": "2026-12-31", "agent": town.document("li-min"), "principal": town.document("wang-guifang")}
    heard: dict[str, Any] = {"place": "1号窗口", "method": "in_person", "note": "老人说让女儿办"}
    grants = "/api/v1/staff/grants"
    assert (await town.post(grants, terms | {"heard": heard}, token=window)).status == 422
    by_phone = terms | {"heard": heard | {"method": "phone_call_back"}}
    assert (await town.post(grants, by_phone, token=window)).status == 201, "over the telephone nobody shows a card"
    body["person"]["shown"] = "社保卡"
    assert (await town.post(path, body, token=window)).status == 200


async def test_photographs_of_a_grant_that_is_heard_are_of_whom_the_clerk_attested(town: Town) -> None:
    window, colleague = await town.staff("linxiaoyan"), await town.staff("zhengkai")
    attested = await town.made("/api/v1/staff/proofs", {"citizen": town.document("wang-guifang"), "purpose": "登记授权"}, window)
    path = f"/api/v1/staff/grants/evidence?person={attested['person']['id']}"
    by_other = await town.post(path, photo(), token=colleague, headers=JPEG)
    assert (by_other.status, by_other.json["type"], "当面核验" in by_other.json["detail"]) == (403, "/problems/proof_needed", True)
    assert (await town.post("/api/v1/staff/grants/evidence?person=citizen_nobody", photo(), token=window, headers=JPEG)).status == 403
    nobodys = await town.post("/api/v1/staff/grants/evidence", photo(), token=window, headers=JPEG)
    assert (nobodys.status, [each["pointer"] for each in nobodys.json["errors"]]) == (422, ["/person"])
    kept = await town.post(path, photo(), token=window, headers=JPEG)
    assert kept.status == 201, kept.text
    seen = {by: (await stands(town, "wang-guifang", by)).json["attested"] for by in ("linxiaoyan", "zhengkai")}
    assert seen == {"linxiaoyan": True, "zhengkai": False}, "each looks at whom they write for"
    heard: dict[str, Any] = {"place": "3号窗口", "method": "in_person", "note": "老人说让女儿办", "evidence": [kept.json["id"]]}
    terms = {"items": ["longevity"], "until": "2026-12-31", "heard": heard, "agent": town.document("li-min")}
    await town.made("/api/v1/staff/proofs", {"citizen": town.document("chen-guoqiang"), "purpose": "登记授权"}, window)
    wrong = await town.post("/api/v1/staff/grants", terms | {"principal": town.document("chen-guoqiang")}, token=window)
    assert (wrong.status, [each["pointer"] for each in wrong.json["errors"]]) == (422, ["/heard/evidence"])
    hers = terms | {"principal": town.document("wang-guifang")}
    unseen = await town.post("/api/v1/staff/grants", hers | {"heard": heard | {"evidence": []}}, token=colleague)
    assert (unseen.status, unseen.json["type"], "当面核验" in unseen.json["detail"]) == (403, "/problems/proof_needed", True)
    grant = await town.made("/api/v1/staff/grants", hers, window)
    assert grant["evidence"] == [kept.json["id"]]
    looked = await town.get(f"/api/v1/staff/grants/{grant['id']}/evidence/{kept.json['id']}", token=colleague)
    assert (looked.status, looked.headers["Content-Type"]) == (200, "image/jpeg")
    revoked = {"person": town.document("wang-guifang"), "heard": heard | {"evidence": ["mat_nobodys"]}}
    refused = await town.post(f"/api/v1/staff/grants/{grant['id']}/revoke", revoked, token=window)
    assert (refused.status, refused.json["errors"][0]["pointer"]) == (422, "/heard/evidence")

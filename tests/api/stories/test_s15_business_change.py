"""S15, 工商全程电子化: applied for online, signed by the legal representative on their own phone, the licence by courier: no visit."""

from typing import Any

from tests.api.stories.business import accepted, act
from tests.api.stories.counterparts import answered, asked, photo
from tests.api.test_companies import COMPANY, HANDLER, REPRESENTATIVE
from tests.api.test_deliveries import followed, on_the_road
from tests.factories import Granted, Town

ITEM = "biz-change-online"
FORM: dict[str, Any] = {
    "company_name": COMPANY["name"],
    "changes": ["address", "capital"],
    "new_address": {"town": "罗溪街道", "detail": "罗溪路66号3楼"},
    "new_capital": 300,
    "decided_on": "2026-11-20",
    "collection": "post",
    "post_address": {"town": "罗溪街道", "detail": "罗溪路66号3楼"},
    "phone": "16909900006",
}


async def handled(town: Town) -> Granted:
    """The legal representative has named who applies for the company."""
    return await town.granted(REPRESENTATIVE, HANDLER, ITEM, basis="company", enterprise=COMPANY)


async def submitted(town: Town, grant: Granted, form: dict[str, Any] = FORM) -> dict[str, Any]:
    """Filled in, papers uploaded, handed in, all by the handler."""
    draft = await town.made("/api/v1/cases", {"item": ITEM, "form": form}, grant.agent, grant.id)
    chosen: dict[str, Any] = {"business_licence": {"licence": True}}
    for key, colour in (("resolution", "red"), ("articles", "blue")):
        chosen[key] = {"files": [await photo(town, grant.agent, ITEM, colour, grant.id)]}
    path = f"/api/v1/cases/{draft['id']}"
    saved = await town.put(path, {"version": draft["version"], "materials": chosen}, token=grant.agent, acting=grant.id)
    assert saved.status == 200, saved.text
    filed = await town.post(f"{path}/submit", {"version": saved.json["version"]}, token=grant.agent, acting=grant.id)
    assert filed.status == 200, filed.text
    return filed.json


async def test_applied_online_signed_and_brought_by_courier_without_a_visit(town: Town) -> None:
    grant = await handled(town)
    case = await submitted(town, grant)
    assert "正在等黄莉莉" in case["state"]["sentence"]
    assert "signature_asked" in await town.told(grant.principal)
    reviewer = await town.staff("linxiaoyan")
    seen = await act(town, reviewer, case, "claim")
    await act(
        town, reviewer, seen, "pass-material", materials=[each["key"] for each in seen["materials"] if each["files"] or each["licence"]]
    )
    early = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=reviewer)).json
    refused = await town.post(f"/api/v1/staff/cases/{case['id']}/accept", {"version": early["version"]}, token=reviewer)
    assert (refused.status, "要由黄莉莉完成" in refused.json["detail"]) == (409, True), "nothing goes on without the signature"

    page = await asked(town, grant.principal)
    assert page["text"].startswith("本人是江州晨光印刷有限公司的法定代表人")
    assert {"股东会决议或股东决定", "修正后的章程或章程修正案", "营业执照"} <= set(page["materials"])
    await answered(town, grant.principal, page, "sign")
    await act(town, reviewer, case, "accept")
    granted = await act(town, await town.staff("miaolixin"), case, "grant")
    (signature,) = granted["obligations"]
    assert (signature["met_by"], signature["intact"], signature["method"] != "") == ("黄莉莉", True, True)

    await act(town, await town.staff("linxiaoyan"), case, "deliver", kind="营业执照", number="91990101MA990001XM", method="post")
    await followed(town, minutes=0)
    sent = (await town.get("/api/v1/deliveries", token=grant.agent, acting=grant.id)).json["items"][0]
    assert (sent["state"], sent["waybill"][:2]) == ("sent", "YC")
    await on_the_road(town, sent["waybill"], "delivered", "单位前台签收")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=grant.agent, acting=grant.id)).json
    assert (mine["state"]["state"], mine["completion"]["code"], mine["appointments"]) == ("closed", "0", [])
    assert "delivery_done" in await town.told(grant.principal)


async def test_nobody_signs_for_the_representative(town: Town) -> None:
    grant = await handled(town)
    person = town.document(HANDLER)
    named = FORM | {"legal_representative": {"name": person["name"], "id_number": person["id_number"]}}
    told = await town.post("/api/v1/cases", {"item": ITEM, "form": named}, token=grant.agent, acting=grant.id)
    assert (told.status, told.json["errors"][0]["pointer"]) == (422, "/form/legal_representative"), "no form says who it is"
    await submitted(town, grant)
    assert (await town.get("/api/v1/obligations?open=true", token=grant.agent)).json["items"] == [], "nothing is asked of the handler"
    page = await asked(town, grant.principal)
    tried = await town.post(f"/api/v1/obligations/{page['id']}/sign", {"digest": page["digest"]}, token=grant.agent, acting=grant.id)
    assert tried.status in (403, 404)
    assert (await town.post(f"/api/v1/obligations/{page['id']}/sign", {"digest": page["digest"]}, token=grant.agent)).status == 404


async def test_what_is_changed_after_the_signature_is_signed_again(town: Town) -> None:
    grant = await handled(town)
    case = await submitted(town, grant)
    await answered(town, grant.principal, await asked(town, grant.principal), "sign")
    reviewer = await town.staff("linxiaoyan")
    seen = await act(town, reviewer, case, "claim")
    papers = [each["key"] for each in seen["materials"] if each["files"] or each["licence"]]
    await act(town, reviewer, seen, "pass-material", materials=papers)
    defect = {"field": "new_capital", "reason": "inconsistent", "advice": "决议写的是500万元，请核对。"}
    await act(town, reviewer, case, "request-correction", defects=[defect])
    path = f"/api/v1/cases/{case['id']}"
    mine = (await town.get(path, token=grant.agent, acting=grant.id)).json
    form = {"version": mine["version"], "form": mine["form"] | {"new_capital": 500}}
    saved = await town.put(path, form, token=grant.agent, acting=grant.id)
    again = await town.post(f"{path}/resubmit", {"version": saved.json["version"]}, token=grant.agent, acting=grant.id)
    assert [(each["open"], each["met_at"] is not None) for each in again.json["obligations"]] == [(False, True), (True, False)]


async def test_the_reception_may_accept_too(town: Town) -> None:
    grant = await handled(town)
    case = await submitted(town, grant)
    await answered(town, grant.principal, await asked(town, grant.principal), "sign")
    seen = await accepted(town, await town.staff("linxiaoyan"), case)
    assert seen["clock"]["promised_due"] == "2026-11-24T17:00:00+08:00"

"""S21 容缺受理: accepted with a dated debt. 王桂芳 digs up the pavement before her door; the map of pipelines comes later."""

from typing import Any

from tests.api.cases.test_uploads import JPEG, photo
from tests.api.stories.business import accepted, act, handed_out
from tests.api.test_companies import COMPANY, HANDLER, REPRESENTATIVE
from tests.factories import Town
from tests.road_digging import MAP, ROAD


async def uploaded(town: Town, token: str, acting: str = "") -> dict[str, Any]:
    made = await town.post("/api/v1/materials?item=road-dig", photo(), token=token, acting=acting, headers=JPEG)
    return {"files": [made.json["id"]]}


async def drafted(town: Town, token: str, acting: str = "", **form: Any) -> dict[str, Any]:
    """Everything handed in but the map of pipelines."""
    draft = await town.made("/api/v1/cases", {"item": "road-dig", "form": ROAD | form}, token, acting)
    chosen: dict[str, Any] = {"business_licence" if acting else "resident_card": {"licence": True}}
    for key in ("planning_permit", "drawings", "method"):
        chosen[key] = await uploaded(town, token, acting)
    body = {"version": draft["version"], "materials": chosen}
    saved = await town.put(f"/api/v1/cases/{draft['id']}", body, token=token, acting=acting)
    assert saved.status == 200, saved.text
    return saved.json


async def _permits(town: Town, token: str) -> list[str]:
    """Who issued the permits to dig that somebody holds."""
    answer = await town.get("/api/v1/licences", token=token)
    assert answer.status == 200, answer.text
    return [each["issuer"] for each in answer.json["items"] if each["name"] == "挖掘城市道路许可证"]


async def test_accepted_with_a_dated_debt_decided_and_handed_out_when_it_is_met(town: Town) -> None:
    citizen, window, boss = await town.proven("wang-guifang"), await town.staff("linxiaoyan"), await town.head("qinling")
    case = await drafted(town, citizen)
    later = next(each["later"] for each in case["materials"] if each["key"] == MAP)
    assert (later["within"], later["consequence"]) == ("3个工作日", "由负责人撤回已经作出的决定")
    before = "受理后3个工作日内补齐（11月23日受理的，是11月26日（周四）17:00前），并且要在发放结果以前补齐"
    assert (later["says"], later["due"], later["told"]) == (before, "2026-11-26T17:00:00+08:00", ""), "told before it is promised"
    case = await act(town, citizen, case, "promise", staff=False, materials=[MAP])
    promised = next(each["later"] for each in case["materials"] if each["key"] == MAP)
    assert promised["told"] == before
    case = await act(town, citizen, case, "submit", staff=False)
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=window)).json
    assert next(each["later"]["says"] for each in seen["materials"] if each["key"] == MAP) == before
    await accepted(town, window, case)

    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    (debt,) = mine["obligations"]
    assert (debt["kind"]["label"], debt["name"], debt["due"]) == ("容缺后补", "地下管线分布图或管线单位意见", "2026-11-26T17:00:00+08:00")
    after = next(each["later"] for each in mine["materials"] if each["key"] == MAP)
    assert (after["says"], after["due"], after["told"]) == ("", None, before), "what it turned out to be is the debt's own date"
    assert "容缺受理通知书" in [each["title"] for each in mine["papers"]]
    paper = await town.get(f"/api/v1/cases/{case['id']}/papers/tolerance", token=citizen)
    assert (paper.status, paper.headers["Content-Type"]) == (200, "application/pdf")
    assert {"case_tolerated", "tolerance_promised_self"} <= set(await town.told(citizen))

    office = await town.staff("baixueying")
    await act(town, office, case, "complete-step", step="site_visit", finding="人行道完好，围挡范围合适")
    await act(town, await town.staff("zhongweiguo"), case, "complete-step", step="traffic", finding="同意，夜间施工")
    granted = await act(town, boss, case, "grant", reason="符合条件")
    assert "deliver" not in [each["action"] for each in granted["actions"]]
    await town.world.settle()
    assert await _permits(town, citizen) == [], "nothing to show before the map has come and the fee is paid"

    case = await act(town, citizen, case, "hand-in", staff=False, materials={MAP: await uploaded(town, citizen)})
    await act(town, office, case, "examine-debt", material=MAP, passed=True)
    bill = (await town.get("/api/v1/bills", token=citizen, case=case["id"])).json["items"][0]
    assert (bill["lines"][0]["quantity"], bill["due_amount"]) == ("12", "2160.00"), "by the square metre"
    paid = await town.post(f"/api/v1/staff/bills/{bill['id']}/collect", {"version": bill["version"], "method": "cash"}, token=window)
    assert paid.json["state"] == "paid"
    await town.world.settle()
    assert await _permits(town, citizen) == ["江州市云城区城市管理和综合执法局"], "issued by whoever decided"
    closed = await handed_out(town, window, case, "挖掘城市道路许可证", "城挖〔2026〕1号")
    assert closed["state"]["state"] == "closed"
    assert "debt_met" in await town.told(citizen)
    paper = await town.get(f"/api/v1/cases/{case['id']}/papers/decision", token=citizen)
    assert (paper.status, paper.headers["Content-Type"]) == (200, "application/pdf")


async def test_unpaid_the_decision_is_withdrawn_and_the_way_is_closed_until_the_head_repairs_it(town: Town) -> None:
    citizen, window, boss = await town.proven("wang-guifang"), await town.staff("linxiaoyan"), await town.head("qinling")
    case = await act(town, citizen, await drafted(town, citizen), "promise", staff=False, materials=[MAP])
    case = await act(town, citizen, case, "submit", staff=False)
    await accepted(town, window, case)
    await act(town, boss, case, "complete-step", step="site_visit", finding="无误")
    await act(town, await town.staff("zhongweiguo"), case, "complete-step", step="traffic", finding="无误")
    await act(town, boss, case, "grant")

    town.world.clock.forward(days=10)
    await town.world.product.engines.cases.tick()
    await town.world.settle()
    citizen = await town.proven_again(await town.login("wang-guifang"), "wang-guifang")
    (mark,) = (await town.get("/api/v1/marks", token=citizen)).json["items"]
    assert (mark["open"], mark["label"]) == (True, "容缺的材料没有按时补交")
    again = await drafted(town, citizen)
    refused = await town.post(f"/api/v1/cases/{again['id']}/promise", {"version": again["version"], "materials": [MAP]}, token=citizen)
    assert refused.status == 409
    assert "记录还没有修复" in refused.json["detail"]

    asked = await act(town, boss, case, "revoke", reason="到期没有补交管线图", basis="容缺受理通知书载明的逾期后果")
    assert (asked["state"]["state"], asked["inspection"]["label"]) == ("granted", "拟撤回决定，听取申请人意见")
    assert "decision_to_be_withdrawn" in await town.told(citizen)
    await act(town, citizen, case, "speak", staff=False, text="管线单位搬家，图纸要等", wants_hearing=False)
    over = await act(town, boss, case, "annul", reason="到期没有补交管线图", basis="容缺受理通知书载明的逾期后果")
    assert (over["state"]["state"], over["state"]["label"], over["completion"]["label"]) == ("closed", "批准决定已撤回", "作废办结")
    assert over["decision"]["revoked"]["by"]["name"] == "秦岭"
    (seen,) = (await town.get("/api/v1/staff/marks", token=boss, case=case["id"])).json["items"]
    body = {"version": seen["version"], "reason": "已停工，没有造成影响"}
    mended = await town.post(f"/api/v1/staff/marks/{seen['id']}/repair", body, token=boss)
    assert (mended.status, mended.json["open"]) == (200, False)
    assert "mark_repaired" in await town.told(citizen)
    await act(town, citizen, again, "promise", staff=False, materials=[MAP])


async def test_an_agent_cannot_promise_for_their_principal(town: Town) -> None:
    between = await town.granted("wang-guifang", "li-min", "road-dig")
    draft = await drafted(town, between.principal)
    body = {"version": draft["version"], "materials": [MAP]}
    refused = await town.post(f"/api/v1/cases/{draft['id']}/promise", body, token=between.agent, acting=between.id)
    assert (refused.status, "承诺要由申请人本人作出" in refused.json["detail"]) == (403, True)


async def test_for_a_company_the_counter_hears_whom_the_register_names_and_nobody_else(town: Town) -> None:
    grant = await town.granted(REPRESENTATIVE, HANDLER, "road-dig", basis="company", enterprise=COMPANY)
    case = await drafted(town, grant.agent, grant.id, applicant_kind="company")
    path = f"/api/v1/cases/{case['id']}/submit"
    assert (await town.post(path, {"version": case["version"]}, token=grant.agent, acting=grant.id)).status == 200
    window = await town.staff("linxiaoyan")
    path = f"/api/v1/staff/cases/{case['id']}"
    said = {"version": (await town.get(path, token=window)).json["version"], "materials": [MAP], "note": "在窗口当面说的"}
    refused = await town.post(f"{path}/hear-promise", {**said, "person": town.document(HANDLER)}, token=window)
    assert (refused.status, refused.json["errors"][0]["pointer"]) == (422, "/person"), "the handler speaks for the company in all else"
    heard = await act(town, window, case, "hear-promise", **{**said, "person": town.document(REPRESENTATIVE)})
    later = next(each["later"] for each in heard["materials"] if each["key"] == MAP)
    assert (later["promised_by"], later["heard_by"]) == ("黄莉莉", "林晓燕")
    assert "tolerance_promised" in await town.told(grant.agent)

"""S2: 用地多事项合并办理. Three approvals merged: one set of materials, parallel sign-off, one deadline in place of 45 days."""

import io
from typing import Any

import pikepdf

from tests.api.cases.test_uploads import JPEG, photo
from tests.api.stories.business import accepted, act, handed_out, part
from tests.api.stories.test_s26_cards import cards, later
from tests.factories import Granted, Town

COMPANY = {"uscc": "91990101MA990001XM", "name": "江州晨光印刷有限公司"}
INDEBTED = {"uscc": "91990101MA9900028M", "name": "江州绿源环保有限公司"}
FORM: dict[str, Any] = {
    "change": ["term"],
    "project": "印刷包装生产线扩建项目",
    "hectares": 3.2,
    "plot_ratio": 1.5,
    "handler_phone": "16909900006",
}
PDF = {"Content-Type": "application/pdf"}


async def land_handled(town: Town, representative: str, company: dict[str, str]) -> Granted:
    return await town.granted(representative, "zhou-zihan", "land-merge", basis="company", enterprise=company)


async def land_filed(town: Town, grant: Granted) -> dict[str, Any]:
    """The company's application, with everything it has to hand in."""
    draft = await town.made("/api/v1/cases", {"item": "land-merge", "form": FORM}, grant.agent, grant.id)
    assert draft["person_name"] == COMPANY["name"]
    assert draft["form"]["contract_number"] == "YC-2023-0017", "what the land office has is not asked for again"
    chosen = {}
    for each in draft["materials"]:
        survey = each["key"] == "survey"
        sent = await town.post(
            "/api/v1/materials?item=land-merge",
            _pdf() if survey else photo(),
            token=grant.agent,
            acting=grant.id,
            headers=PDF if survey else JPEG,
        )
        assert sent.status == 201, sent.text
        chosen[each["key"]] = {"files": [sent.json["id"]]}
    assert set(chosen) == {"filing", "survey", "resolution"}, "three papers of fourteen, where there were forty-five"
    path = f"/api/v1/cases/{draft['id']}"
    saved = await town.put(path, {"version": draft["version"], "materials": chosen}, token=grant.agent, acting=grant.id)
    assert saved.status == 200, saved.text
    filed = await town.post(f"{path}/submit", {"version": saved.json["version"]}, token=grant.agent, acting=grant.id)
    assert filed.status == 200, filed.text
    return filed.json


def _pdf() -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(out)
    return out.getvalue()


async def test_one_table_three_offices_at_once_one_deadline(town: Town) -> None:
    grant = await land_handled(town, "huang-lili", COMPANY)
    window, office = await town.staff("zhuangxiaodong"), await town.staff("tangwenjie")
    case = await accepted(town, window, await land_filed(town, grant))
    assert case["clock"]["promised_due"] == "2026-12-02T17:00:00+08:00", "seven working days"
    at_it = [each["key"] for each in case["parts"] if each["status"]["code"] == "under_way"]
    assert at_it == ["contract_review", "planning_review", "land_review"]

    for key in at_it:
        await act(town, office, {"id": part(case, key)["case"]}, "grant")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=grant.agent, acting=grant.id)).json
    decision = {"id": part(mine, "decision")["case"]}
    planner = await town.staff("luosiyuan")
    begun = await act(town, planner, decision, "complete-step", step="publish", finding="方案已拟定")
    await _on_public_notice(town, office, begun)
    town.world.clock.forward(days=8)
    office, window = await town.staff("tangwenjie"), await town.staff("zhuangxiaodong")
    await act(town, office, decision, "grant")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=grant.agent, acting=grant.id)).json
    assert mine["state"]["state"] == "granted"
    for key in ("contract_review", "planning_review", "land_review", "decision"):
        await act(town, office, {"id": part(mine, key)["case"]}, "record-result", kind=part(mine, key)["name"], way="exit")
    closed = await handed_out(town, window, case, "建设用地规划许可证和变更协议", "地字第2026-001号")
    assert (closed["state"]["state"], closed["completion"]["code"]) == ("closed", "0")


async def _on_public_notice(town: Town, office: str, decision: dict[str, Any]) -> None:
    """The seven days are shown to everybody, count in no promise, and nothing is granted while they run."""
    assert [each["ground"]["code"] for each in decision["clock"]["stops"]] == ["public_notice"]
    assert decision["clock"]["promised_due"] == "2026-12-02T17:00:00+08:00", "two working days, the seven of the notice not counted"
    [shown] = (await town.get("/api/v1/public-notices?item=land-merge")).json["items"]
    assert (shown["applicant"], shown["facts"][0]["value"]) == (COMPANY["name"], FORM["project"])
    body = {"version": decision["version"]}
    early = await town.post(f"/api/v1/staff/cases/{decision['id']}/grant", body, token=office)
    assert (early.status, "公示" in early.json["detail"]) == (409, True), early.text


async def test_the_limit_of_the_law_runs_out_and_whoever_has_it_in_hand_gets_the_red_card(town: Town) -> None:
    grant = await land_handled(town, "huang-lili", COMPANY)
    case = await accepted(town, await town.staff("zhuangxiaodong"), await land_filed(town, grant))
    office = await town.staff("tangwenjie")
    for key in ("contract_review", "planning_review", "land_review"):
        await act(town, office, {"id": part(case, key)["case"]}, "grant")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=grant.agent, acting=grant.id)).json
    decision = part(mine, "decision")["case"]
    assert (await town.get(f"/api/v1/cases/{decision}", token=grant.agent, acting=grant.id)).json["clock"]["statutory_due"] is None
    await later(town, days=100)
    supervisor, head = await town.head("yanzheng"), await town.head("shimingyuan")
    lawful = [each for each in await cards(town, supervisor, level="red") if each["step"] == "statutory"]
    assert [(each["subject"], each["heads"]) for each in lawful] == [(decision, ["石明远"])], "the part alone, not the bundle beside it"
    await town.world.product.engines.cases.tick()
    queue = (await town.get("/api/v1/staff/cases?queue=escalated", token=head)).json["items"]
    assert [each["id"] for each in queue] == [case["id"]]


async def test_one_office_against_it_and_the_whole_is_refused_with_its_reason(town: Town) -> None:
    grant = await land_handled(town, "huang-lili", COMPANY)
    case = await accepted(town, await town.staff("zhuangxiaodong"), await land_filed(town, grant))
    office = await town.staff("tangwenjie")
    planning = {"id": part(case, "planning_review")["case"]}
    await act(town, office, planning, "refuse", reason="容积率超出控规上限", basis="城乡规划法第三十八条")
    for key in ("contract_review", "land_review"):
        await act(town, office, {"id": part(case, key)["case"]}, "grant")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=grant.agent, acting=grant.id)).json
    assert (mine["state"]["state"], part(mine, "decision")["status"]["code"]) == ("refused", "impossible")
    refusal = (await town.get(f"/api/v1/cases/{planning['id']}", token=grant.agent, acting=grant.id)).json
    assert refusal["decision"]["reason"] == "容积率超出控规上限"
    assert [each["title"] for each in refusal["papers"] if each["key"] == "decision"] == ["审查意见书"], "one refusal, one decision"
    assert "对整件申请的决定不服" in refusal["decision"]["remedies"]
    assert "申请行政复议" in mine["decision"]["remedies"]


async def test_who_has_not_paid_for_the_land_is_told_what_to_do(town: Town) -> None:
    grant = await land_handled(town, "zhao-peng", INDEBTED)
    body = {"item": "land-merge", "form": {**FORM, "change": ["none"]}}
    draft = await town.made("/api/v1/cases", body, grant.agent, grant.id)
    answer = await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]}, token=grant.agent, acting=grant.id)
    assert answer.status == 422
    told = {each["pointer"]: each["detail"] for each in answer.json["errors"]}
    assert told["/form/price_paid"].startswith("出让价款要先缴清才能办。已经缴清而系统没有查到的，请带缴款凭证到窗口。")


async def _next_handler(town: Town, former: Granted) -> Granted:
    """The representative names somebody else."""
    taker = await town.proven("wu-jixiang")
    body = {"agent": town.document("wu-jixiang"), "items": ["land-merge"], "until": "2026-12-31", "basis": "company", "enterprise": COMPANY}
    offer = await town.made("/api/v1/grants", body, former.principal)
    assert (await town.post(f"/api/v1/grants/{offer['id']}/accept", {}, token=taker)).status == 200
    return Granted(former.principal, taker, offer["id"])


async def test_the_next_handler_takes_over_what_the_last_one_had_begun(town: Town) -> None:
    grant = await land_handled(town, "huang-lili", COMPANY)
    draft = await town.made("/api/v1/cases", {"item": "land-merge", "form": FORM}, grant.agent, grant.id)
    assert (await town.post(f"/api/v1/grants/{grant.id}/revoke", {}, token=grant.principal)).status == 200
    await town.world.settle()
    following = await _next_handler(town, grant)
    seen = (await town.get(f"/api/v1/cases/{draft['id']}", token=following.agent, acting=following.id)).json
    assert seen["hold"] is not None
    assert "take-over" in [each["action"] for each in seen["actions"]]
    path = f"/api/v1/cases/{draft['id']}/take-over"
    taken = await town.post(path, {"version": seen["version"]}, token=following.agent, acting=following.id)
    assert (taken.status, taken.json["hold"], taken.json["agent_name"]) == (200, None, "吴𠮷祥"), taken.text

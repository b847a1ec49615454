"""挖掘城市道路，竣工修复验收: after the permit the road is restored by the last day; the office looks on the spot, whether asked or not."""

from typing import Any

from tests.api.stories.business import accepted, act
from tests.api.stories.test_s21_tolerance import drafted
from tests.factories import Town
from tests.road_digging import MAP


async def _permitted(town: Town, citizen: str, boss: str) -> dict[str, Any]:
    """A permit that was granted, its fee not yet paid."""
    case = await act(town, citizen, await drafted(town, citizen), "promise", staff=False, materials=[MAP])
    case = await act(town, citizen, case, "submit", staff=False)
    await accepted(town, await town.staff("linxiaoyan"), case)
    await act(town, boss, case, "complete-step", step="site_visit", finding="围挡范围合适")
    await act(town, await town.staff("zhongweiguo"), case, "complete-step", step="traffic", finding="同意")
    return await act(town, boss, case, "grant")


async def test_the_road_is_restored_looked_at_mended_and_found_good(town: Town) -> None:
    citizen, boss = await town.proven("wang-guifang"), await town.head("qinling")
    case = await _permitted(town, citizen, boss)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    (duty,) = mine["duties"]
    assert (duty["name"], duty["until"], duty["label"]) == ("修复路面", "2026-12-21T17:00:00+08:00", "待完成")  # the 20th is a Sunday
    assert "「修复路面」请在12月21日" in mine["state"]["sentence"]
    assert "duty_owed" in await town.told(citizen)

    case = await act(town, citizen, mine, "report-done", staff=False)
    office, officer = await town.staff("baixueying"), await town.world.store.staff.find_one({"username": "baixueying"})
    assert officer is not None
    case = await act(town, boss, case, "assign-inspector", inspector=officer["_id"])  # on whomever the lot fell
    (row,) = (await town.get("/api/v1/staff/inspections", token=office, mine="true")).json["items"]
    assert (row["case"], row["label"], row["duty"], row["due"]) == (case["id"], "待现场验收", "修复路面", "2026-11-30T17:00:00+08:00")
    seen = await act(town, office, case, "inspect", outcome="not_kept", note="井盖边有沉陷")
    assert seen["inspection"]["label"] == "限期改正"
    assert "duty_not_met" in await town.told(citizen)
    case = await act(town, citizen, case, "report-done", staff=False)
    assert case["inspection"]["label"] == "待现场验收"
    await act(town, office, case, "inspect", outcome="true", note="路面平整，现场已清")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert (mine["duties"][0]["label"], mine["inspection"]["outcome"]) == ("验收合格", "验收合格")
    assert {"限期改正通知书", "验收单"} <= {each["title"] for each in mine["papers"]}
    paper = await town.get(f"/api/v1/cases/{case['id']}/papers/duty-0", token=citizen)
    assert (paper.status, paper.headers["Content-Type"]) == (200, "application/pdf")
    seen = (await town.get("/api/v1/staff/inspections", token=await town.head("yanzheng"), state="over")).json["items"]
    assert [each["duty"] for each in seen] == ["修复路面"], "supervision sees what was looked at"


async def test_a_permit_annulled_before_it_was_handed_out_was_not_paid_for(town: Town) -> None:
    citizen, window, boss = await town.proven("wang-guifang"), await town.staff("linxiaoyan"), await town.head("qinling")
    case = await _permitted(town, citizen, boss)
    (bill,) = (await town.get("/api/v1/bills", token=citizen, case=case["id"])).json["items"]
    paid = await town.post(f"/api/v1/staff/bills/{bill['id']}/collect", {"version": bill["version"], "method": "cash"}, token=window)
    assert paid.json["state"] == "paid"
    await act(town, boss, case, "find-wrong", reason="位置与规划的地铁站重叠", basis="行政许可法第六十九条")
    await act(town, citizen, case, "speak", staff=False, text="没有意见", wants_hearing=False)
    await act(town, boss, case, "annul", reason="位置与规划的地铁站重叠", basis="行政许可法第六十九条")
    await town.world.settle()
    (bill,) = (await town.get("/api/v1/bills", token=citizen, case=case["id"])).json["items"]
    assert [(each["state"], each["amount"]) for each in bill["refunds"]] == [("at_counter", "2160.00")]
    assert "payment_refund_at_counter" in await town.told(citizen) or "payment_refunding" in await town.told(citizen)

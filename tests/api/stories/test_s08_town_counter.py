"""S8, 社保业务下沉镇街: 任何一个镇街的窗口都能收件，区里实时复核，收件的和复核的是两个人；存档在区里一处；每月随机抽检。"""

import json
from typing import Any

import pytest

from tests.api.cases.test_pre_review import act
from tests.api.stories.business import handed_out
from tests.api.test_events import _line, _message
from tests.factories import Town
from tests.sandbox_control import SandboxProcess
from tests.world import World

QUEUE = "/api/v1/staff/cases"


@pytest.fixture
def town(world: World, sandbox: SandboxProcess) -> Town:
    """The demo district."""
    return Town(world, sandbox)


async def _filed(town: Town, citizen: str) -> dict[str, Any]:
    """Filled in on the phone: which of the twelve kinds, and what that kind asks."""
    form = {"applicant_kind": "person", "business": "suspend", "suspend_from": "2026-12", "phone": "16900000001"}
    draft = await town.made(
        "/api/v1/cases", {"item": "social-town", "form": form, "materials": {"resident_card": {"licence": True}}}, citizen
    )
    return await act(town, citizen, draft, "submit")


async def _rows(town: Town, token: str, queue: str) -> list[str]:
    answer = await town.get(QUEUE, token=token, queue=queue)
    assert answer.status == 200, answer.text
    return [row["id"] for row in answer.json["items"]]


async def test_the_form_asks_what_the_chosen_business_needs(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    form = (await town.get("/api/v1/items/social-town/form", token=citizen)).json
    business = next(each for each in form["fields"] if each["key"] == "business")
    assert len(business["options"]) == 12
    draft = await town.made("/api/v1/cases", {"item": "social-town", "form": {"business": "unemployment", "phone": "16900000001"}}, citizen)
    answer = await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]}, token=citizen)
    pointers = {each["pointer"] for each in answer.json["errors"]}
    assert {"/form/left_work_on", "/form/paid_into"} <= pointers
    assert "/form/suspend_from" not in pointers


async def test_a_town_takes_it_in_and_the_district_reviews_it_live(town: Town) -> None:
    """A person of 罗溪 goes to 青石's counter; the district's reviewer sees it the moment it is accepted."""
    citizen, reviewer = await town.proven("wang-guifang"), await town.staff("dengliping")
    qingshi, luoxi = await town.staff("changxiuying"), await town.staff("nichen")
    case = await _filed(town, citizen)
    async with _line(town, reviewer) as live:
        case = await act(town, qingshi, case, "claim", staff=True)
        seen = [{"material": "resident_card", "outcome": "same"}]
        case = await act(town, qingshi, case, "check-originals", staff=True, originals=seen)
        case = await act(town, qingshi, case, "pass-material", staff=True, materials=["resident_card"])
        assert await _rows(town, luoxi, "reception") == []
        case = await act(town, qingshi, case, "accept", staff=True)
        while (told := json.loads((await _message(live))["data"]))["state"] != "accepted":
            pass
        assert (told["id"], told["desk"]) == (case["id"], "social_insurance")
    assert case["steps"][0]["due"] == "2026-11-23T10:30:00+08:00", "half an hour of office time"
    assert await _rows(town, reviewer, "processing") == [case["id"]]
    again = await town.post(f"{QUEUE}/{case['id']}/grant", {"version": case["version"]}, token=qingshi)
    assert again.status == 403, "who received does not review"
    case = await act(town, reviewer, case, "grant", staff=True)
    assert await _rows(town, qingshi, "results") == [case["id"]]
    assert await _rows(town, luoxi, "results") == []
    await handed_out(town, qingshi, case, "业务回执")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert (mine["state"]["state"], mine["result"]["kind"], mine["department"]) == ("closed", "业务回执", "social_insurance")


async def taken_in(town: Town) -> tuple[str, dict[str, Any]]:
    """王桂芳's token, and her case as 青石's counter accepted it."""
    citizen, clerk = await town.proven("wang-guifang"), await town.staff("changxiuying")
    case = await act(town, clerk, await _filed(town, citizen), "claim", staff=True)
    case = await act(town, clerk, case, "check-originals", staff=True, originals=[{"material": "resident_card", "outcome": "same"}])
    case = await act(town, clerk, case, "pass-material", staff=True, materials=["resident_card"])
    return citizen, await act(town, clerk, case, "accept", staff=True)


async def _with_a_reviewer(town: Town, row: dict[str, Any], head: str) -> dict[str, Any]:
    """The re-check as it lies with 曾伟: where the lot fell on the head, who would decide about a wrong decision, the head passes it on."""
    if row["rechecker"] == "曾伟":
        return row
    reviewer = await town.world.store.staff.find_one({"name": "曾伟"})
    assert reviewer is not None
    passed = {"version": row["version"], "rechecker": reviewer["_id"]}
    assigned = await town.post(f"/api/v1/staff/rechecks/{row['id']}/assign", passed, token=head)
    assert assigned.status == 200, assigned.text
    return assigned.json


async def test_each_month_a_share_is_looked_at_again_by_other_eyes(town: Town) -> None:
    """The lot falls on the one case of the month; supervision sees who found what, and how each town stands."""
    citizen, case = await taken_in(town)
    await act(town, await town.staff("dengliping"), case, "grant", staff=True)
    town.world.clock.forward(days=9)  # December
    cases = town.world.product.engines.cases
    supervisor = await town.head("yanzheng")
    never = (await town.get("/api/v1/staff/stats/rechecks", token=supervisor)).json
    assert (never["month"], never["rows"]) == ("2026-11", []), "the month that is drawn next"
    assert [await cases.draw_rechecks(), await cases.draw_rechecks()] == [1, 0]

    first = await town.staff("dengliping")
    (row,) = (await town.get("/api/v1/staff/rechecks", token=first)).json["items"]
    assert (row["case"], row["town_name"], row["label"], row["actions"]) == (case["id"], "青石镇", "待复核", [])
    assert row["rechecker"] in ("曾伟", "潘少华"), "neither who received nor who reviewed it"
    path = f"/api/v1/staff/rechecks/{row['id']}"
    assert (await town.get("/api/v1/staff/rechecks", token=first, case=case["id"])).json["items"] == [row]
    assert (await town.get("/api/v1/staff/rechecks", token=first, case="case_another")).json["items"] == []
    row = await _with_a_reviewer(town, row, await town.head("panshaohua"))
    found = {"version": row["version"], "finding": "wrong", "note": "当月已有单位缴费，不应暂停"}
    by = await town.staff("zengwei")
    assert (await town.get("/api/v1/staff/rechecks", token=by, mine="true")).json["items"][0]["id"] == row["id"]
    refused = await town.post(f"{path}/record", found | {"basis": "社会保险经办条例"}, token=first)
    assert (refused.status, "不能抽检同一件" in refused.json["detail"]) == (403, True)
    without = await town.post(f"{path}/record", found, token=by)
    assert (without.status, "请写明依据的规定" in without.text) == (422, True)
    done = await town.post(f"{path}/record", found | {"basis": "社会保险经办条例"}, token=by)
    assert (done.status, done.json["label"], done.json["annulment"]) == (200, "决定有误", True)

    (seen,) = (await town.get("/api/v1/staff/rechecks", token=supervisor, finding="wrong")).json["items"]
    assert (seen["note"], seen["found_by"]) == ("当月已有单位缴费，不应暂停", row["rechecker"])
    month = (await town.get("/api/v1/staff/stats/rechecks", token=supervisor, month="2026-11")).json
    last = await town.get("/api/v1/staff/stats/rechecks", token=supervisor)
    assert last.json == month, "without a month it is the last that was drawn"
    (figures,) = month["rows"]
    assert (figures["name"], figures["taken_in"], figures["drawn"], figures["wrong"], figures["in_order_share"]) == ("青石镇", 1, 1, 1, 0)
    assert (len(month["seed"]) > 20, len(month["digest"]), month["percent"]) == (True, 64, 5)
    assert "decision_found_wrong" in await town.told(citizen)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert (mine["inspection"]["proposed_for"], mine["inspection"]["label"]) == (found["note"], "拟撤销决定，听取申请人意见")
    assert "speak" in {each["action"] for each in mine["actions"]}


async def test_a_refusal_found_wrong_is_annulled_and_the_case_is_taken_up_again(town: Town) -> None:
    """What was filled in and looked at once is not asked for twice: the new application is there, and is handed in as it is."""
    citizen, case = await taken_in(town)
    against = {"reason": "当月已有单位缴费", "basis": "社会保险经办条例"}
    case = await act(town, await town.staff("dengliping"), case, "refuse", staff=True, **against)
    town.world.clock.forward(days=9)  # December
    assert await town.world.product.engines.cases.draw_rechecks() == 1
    by = await town.staff("zengwei")
    head = await town.head("panshaohua")
    row = await _with_a_reviewer(town, (await town.get("/api/v1/staff/rechecks", token=by)).json["items"][0], head)
    found = {"version": row["version"], "finding": "wrong", "note": "单位缴费是补缴", "basis": "行政许可法第六十九条"}
    done = await town.post(f"/api/v1/staff/rechecks/{row['id']}/record", found, token=by)
    assert (done.status, done.json["refusal"], done.json["settled"]) == (200, True, None)
    assert "refusal_found_wrong" in await town.told(citizen)

    (to_do,) = (await town.get("/api/v1/staff/inspections", token=head)).json["items"]
    assert (to_do["case"], to_do["label"]) == (case["id"], "拟撤销不予批准决定，等首席代表决定")
    page = (await town.get(f"{QUEUE}/{case['id']}", token=head)).json
    case = await act(town, head, page, "annul", staff=True, reason="补缴不影响暂停", basis="行政许可法第六十九条")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert mine["state"]["label"] == "不予批准决定已撤销"
    again = (await town.get(f"/api/v1/cases/{mine['decision']['revoked']['again']}", token=citizen)).json
    assert (again["state"]["state"], again["form"]) == ("draft", mine["form"])
    assert "refusal_annulled" in await town.told(citizen)
    await town.proven_again(citizen, "wang-guifang")
    choice = {"version": again["version"], "materials": {"resident_card": {"licence": True}}}
    saved = await town.put(f"/api/v1/cases/{again['id']}", choice, token=citizen)
    assert saved.status == 200, saved.text
    again = await act(town, citizen, saved.json, "submit")
    assert again["state"]["state"] == "received"
    (seen,) = (await town.get("/api/v1/staff/rechecks", token=await town.head("yanzheng"), finding="wrong")).json["items"]
    assert (seen["refusal"], seen["settled"]) == (True, "不予批准决定已撤销，重新办理")

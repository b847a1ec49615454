"""Flow 4 over HTTP: a draft, uploads, a look, everything to mend at once, mended, passed, decided, closed."""

import io
from typing import Any

import pikepdf
import pytest
from PIL import Image

from tests.api.cases.test_uploads import JPEG, photo
from tests.cases_world import LONGEVITY
from tests.people_edge import Edge
from tests.world import World


async def act(edge: Edge, token: str, case: dict[str, Any], action: str, *, staff: bool = False, **body: Any) -> dict[str, Any]:
    """One act on the page as it is; the case after it."""
    base = "/api/v1/staff/cases" if staff else "/api/v1/cases"
    answer = await edge.post(f"{base}/{case['id']}/{action}", {"version": case["version"], **body}, token=token)
    assert answer.status == 200, answer.text
    return answer.json


async def handed_in(edge: Edge, token: str) -> dict[str, Any]:
    """王桂芳's application for the longevity allowance, handed in for pre-review."""
    draft = (await edge.post("/api/v1/cases", {"item": "longevity"}, token=token)).json
    chosen: dict[str, Any] = {"resident_card": {"licence": True}}
    for slot in draft["materials"]:
        if slot["key"] not in chosen and slot["need"]["code"] == "required":
            made = (await edge.post("/api/v1/materials?item=longevity", photo(), token=token, headers=JPEG)).json
            chosen[slot["key"]] = {"files": [made["id"]]}
    form = {**LONGEVITY, **{key: value for key, value in draft["form"].items() if key in draft["sources"]}}
    saved = await edge.put(f"/api/v1/cases/{draft['id']}", {"version": draft["version"], "form": form, "materials": chosen}, token=token)
    assert saved.status == 200, saved.text
    return await act(edge, token, saved.json, "pre-review")


async def test_from_the_draft_to_the_result(edge: Edge, world: World) -> None:
    citizen = await edge.proven("wang-guifang")
    clerk = await edge.staff("yaoshuxian")
    case = await handed_in(edge, citizen)
    assert (case["state"]["state"], case["state"]["code"]) == ("submitted", 12)
    assert "预审" in case["state"]["sentence"]

    queue = (await edge.get("/api/v1/staff/cases", token=clerk, queue="pre_review")).json["items"]
    assert [row["id"] for row in queue] == [case["id"]]
    assert "form" not in queue[0]
    assert (queue[0]["turn_due"], queue[0]["turn_overdue"], queue[0]["waiting_minutes"]) == ("2026-11-24T17:00:00+08:00", False, 0)
    seen = (await edge.get(f"/api/v1/staff/cases/{case['id']}", token=clerk)).json
    assert [each["action"] for each in seen["actions"]] == ["claim", "recuse"]
    seen = await act(edge, clerk, seen, "claim", staff=True)
    assert "还没有通过" in seen["waits"].pop("pre-approve"), "what the attempt would be refused for stands beside the act"
    assert seen["waits"] == {}
    seen = await act(edge, clerk, seen, "pass-material", staff=True, materials=["resident_card"])
    absent = {"material": "account_proof", "reason": "missing", "advice": "请交存折首页的照片。"}
    refused = await edge.post(f"/api/v1/staff/cases/{case['id']}/return", {"version": seen["version"], "defects": [absent]}, token=clerk)
    [fault] = refused.json["errors"]
    assert (refused.status, fault["pointer"], "已经交了" in fault["detail"]) == (422, "/defects/0/reason", True)
    assert seen["earlier_materials"] == []
    defects = [{"material": "account_proof", "reason": "unclear", "advice": "卡号看不清，请在亮处重新拍。"}]
    seen = await act(edge, clerk, seen, "return", staff=True, defects=defects)
    assert (seen["state"]["state"], seen["state"]["sentence"]) == ("returned", "需要申请人修改 1 处")

    await world.settle()
    inbox = (await edge.get("/api/v1/notices", token=citizen)).json["items"]
    assert "case_returned" in {each["template"] for each in inbox}
    mine = (await edge.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert mine["returns"][0]["defects"][0]["advice"] == "卡号看不清，请在亮处重新拍。"
    assert mine["state"]["sentence"] == "需要您修改 1 处"
    made = (await edge.post("/api/v1/materials?item=longevity", photo("black"), token=citizen, headers=JPEG)).json
    body = {"version": mine["version"], "materials": {"account_proof": {"files": [made["id"]]}}}
    mine = (await edge.put(f"/api/v1/cases/{case['id']}", body, token=citizen)).json
    mine = await act(edge, citizen, mine, "resubmit")

    stale = await edge.post(f"/api/v1/staff/cases/{case['id']}/claim", {"version": mine["version"] - 1}, token=clerk)
    assert stale.json["detail"] == "这份办件刚刚有变化。请看过新的再办理。", "nobody has it in hand, and nothing was typed"
    seen = await act(edge, clerk, mine, "claim", staff=True)
    late = await edge.post(f"/api/v1/staff/cases/{case['id']}/claim", {"version": mine["version"]}, token=await edge.staff("gongxiaodong"))
    assert (late.status, late.json["detail"]) == (409, "姚淑贤先领取了这份办件，请办下一件。")
    typed = {"version": mine["version"], "defects": defects}
    late = await edge.post(f"/api/v1/staff/cases/{case['id']}/return", typed, token=await edge.staff("gongxiaodong"))
    assert (late.status, "现在在姚淑贤手里。请看过新的再办理；您填写的内容没有丢失" in late.json["detail"]) == (409, True), late.text
    assert seen["submissions"][-1]["changed_materials"] == ["account_proof"]
    [before] = seen["earlier_materials"]
    assert (before["material"], before["number"], before["files"], before["licence"]) == ("account_proof", 1, 1, False)
    assert (before["reason"]["label"], before["advice"]) == ("看不清", "卡号看不清，请在亮处重新拍。")
    assert before["at"] == seen["submissions"][0]["at"]
    earlier = f"/api/v1/staff/cases/{case['id']}/materials/account_proof/earlier"
    with Image.open(io.BytesIO((await edge.get(f"{earlier}/1/0", token=clerk)).body)) as image:
        assert max(image.convert("L").tobytes()[:9]) > 100, "it is the photograph that was sent back, not the black one"
    assert [(await edge.get(f"{earlier}/{which}", token=clerk)).status for which in ("1/1", "0/0", "3/0")] == [404, 404, 404]
    assert (await edge.get(f"{earlier}/1/0", token=await edge.staff("liufang"))).status == 403
    copy = await edge.get(f"/api/v1/staff/cases/{case['id']}/materials/account_proof/0", token=clerk)
    with Image.open(io.BytesIO(copy.body)) as image:
        assert max(image.convert("L").tobytes()) > 40, "the black photograph carries a watermark"
    seen = await act(edge, clerk, seen, "pass-material", staff=True, materials=["account_proof"])
    assert seen["waits"] == {}
    seen = await act(edge, clerk, seen, "pre-approve", staff=True)
    assert (seen["state"]["state"], seen["receipt"] is not None) == ("accepted", True)

    village = await edge.staff("liufang")
    rows = (await edge.get("/api/v1/staff/cases", token=village, queue="processing")).json["items"]
    assert [row["id"] for row in rows] == [case["id"]]
    assert rows[0]["turn_due"] == seen["steps"][0]["due"] < rows[0]["due"], "the step's own limit, not the whole promise alone"
    seen = await act(edge, village, seen, "complete-step", staff=True, step="village_check", finding="健在，住在本地")
    mine = (await edge.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert mine["steps"][0]["done_by"] == "柳芳"
    assert mine["steps"][0]["finding"] == "", "findings are the office's own"

    story = (await edge.get(f"/api/v1/staff/cases/{case['id']}/story", token=clerk)).json["items"]
    names = {each["key"]: each["name"] for each in seen["materials"]}
    card, proof = names["resident_card"], names["account_proof"]
    told = [(each["who"], each["did"], each["about"]) for each in reversed(story)]
    assert told == [
        ("申请人王桂芳", "提交", ""),
        ("姚淑贤", "领取", ""),
        ("姚淑贤", "一份材料通过", card),
        ("姚淑贤", "退回", f"{seen['returns'][0]['number']}：{proof}"),
        ("申请人王桂芳", "再次提交", f"改了{proof}"),
        ("姚淑贤", "领取", ""),
        ("姚淑贤", "一份材料通过", proof),
        ("姚淑贤", "受理", ""),
        ("柳芳", "完成一个环节", "村居核实健在和户籍"),
    ]
    assert (await edge.get(f"/api/v1/staff/cases/{case['id']}/story", token=await edge.staff("huanglijuan"))).status == 403

    await world.settle()
    log = (await edge.get("/api/v1/me/access-log", token=citizen)).json["items"]
    assert {"case.read", "material.read"} <= {row["action"] for row in log}
    passed = (await edge.get("/api/v1/materials", token=citizen, passed="true")).json["items"]
    assert made["id"] in {each["id"] for each in passed}, "what was passed can be used again"


async def test_problems_are_told_with_pointers(edge: Edge) -> None:
    citizen = await edge.matched("wang-guifang")
    draft = (await edge.post("/api/v1/cases", {"item": "longevity"}, token=citizen)).json
    answer = await edge.post(f"/api/v1/cases/{draft['id']}/pre-review", {"version": draft["version"]}, token=citizen)
    assert answer.status == 422
    pointers = {each["pointer"] for each in answer.json["errors"]}
    assert {"/form/account", "/materials/resident_card"} <= pointers
    stale = await edge.post(f"/api/v1/cases/{draft['id']}/withdraw", {"version": 99}, token=citizen)
    assert (stale.status, stale.json["type"]) == (409, "/problems/stale_version")
    wrong = await edge.post(f"/api/v1/cases/{draft['id']}/urge", {"version": draft["version"]}, token=citizen)
    assert (wrong.status, wrong.json["type"]) == (409, "/problems/wrong_state")
    unknown = await edge.post("/api/v1/cases", {"item": "longevity", "more": 1}, token=citizen)
    assert unknown.status == 422
    nothing = await edge.post("/api/v1/cases", {"item": "no-such-item"}, token=citizen)
    assert nothing.status == 404
    broken = await edge.post("/api/v1/cases", b"{", token=citizen)
    assert broken.status == 400
    assert (await edge.post("/api/v1/cases", {"item": "longevity"}, token=citizen, key="")).status == 400


@pytest.mark.parametrize("action", ["claim", "return", "grant", "abort"])
async def test_staff_acts_are_for_staff_of_the_department(edge: Edge, action: str) -> None:
    citizen = await edge.proven("wang-guifang")
    case = await handed_in(edge, citizen)
    path = f"/api/v1/staff/cases/{case['id']}/{action}"
    bodies = {
        "return": {"defects": [{"field": "phone", "reason": "wrong_answer", "advice": "请核对号码"}]},
        "abort": {"reason": "事项已经取消", "basis": "某条例第八条"},
    }
    body = {"version": case["version"], **bodies.get(action, {})}
    assert (await edge.post(path, body, token=citizen)).status == 401
    elsewhere = await edge.staff("duyu")
    assert (await edge.post(path, body, token=elsewhere)).status == 403
    assert (await edge.get(f"/api/v1/staff/cases/{case['id']}", token=elsewhere)).status == 403


async def test_lists_go_on_page_by_page(edge: Edge) -> None:
    citizen = await edge.matched("wang-guifang")
    made = [(await edge.post("/api/v1/cases", {"item": "longevity"}, token=citizen)).json["id"] for _ in range(3)]
    first = (await edge.get("/api/v1/cases", token=citizen, limit=2)).json
    second = (await edge.get("/api/v1/cases", token=citizen, limit=2, cursor=first["next"])).json
    assert [row["id"] for row in [*first["items"], *second["items"]]] == made[::-1]
    assert second["next"] is None


async def test_what_is_to_be_mended_is_had_on_paper(edge: Edge) -> None:
    citizen, clerk = await edge.proven("wang-guifang"), await edge.staff("yaoshuxian")
    case = await handed_in(edge, citizen)
    seen = await act(edge, clerk, case, "claim", staff=True)
    defects = [
        {"material": each["key"], "reason": "unclear", "advice": "看不清，请在亮处重新拍。"}
        for each in seen["materials"]
        if each["files"] or each["licence"]
    ]
    await act(edge, clerk, seen, "return", staff=True, defects=defects)
    mine = (await edge.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    paper = mine["papers"][0]
    assert (paper["title"], paper["number"]) == ("预审一次性告知单", "〔2026〕云政预告字第000001号")
    printed = await edge.get(f"/api/v1/cases/{case['id']}/papers/{paper['key']}", token=citizen)
    assert (printed.status, printed.headers["Content-Type"]) == (200, "application/pdf"), printed.text
    with pikepdf.open(io.BytesIO(printed.body)) as document:
        assert len(document.pages) == 1
    assert (await edge.get(f"/api/v1/staff/cases/{case['id']}/papers/{paper['key']}", token=clerk)).status == 200
    assert (await edge.get(f"/api/v1/cases/{case['id']}/papers/return-9", token=citizen)).status == 404
    assert (await edge.get(f"/api/v1/cases/{case['id']}/papers/{paper['key']}", token=await edge.matched("li-qiang"))).status == 404

"""S21 告知承诺: told everything in writing, committed to it, decided without the proof and without waiting; checked afterwards."""

from typing import Any

import pytest

from backend.cases.lots import Lots
from tests.api.stories.business import accepted, act
from tests.committing import FILLED_IN, PROOF
from tests.factories import Town


async def _drafted(town: Town, token: str, acting: str = "") -> dict[str, Any]:
    draft = await town.made("/api/v1/cases", {"item": "fp-reward-audit", "form": FILLED_IN}, token, acting)
    assert [each["key"] for each in draft["materials"] if each["by_word"]] == [PROOF]
    chosen = {each["key"]: {"licence": True} for each in draft["materials"] if each["key"] != PROOF}
    saved = await town.put(f"/api/v1/cases/{draft['id']}", {"version": draft["version"], "materials": chosen}, token=token, acting=acting)
    assert saved.status == 200, saved.text
    return saved.json


async def _committed(town: Town, token: str, case: dict[str, Any]) -> dict[str, Any]:
    read = (await town.get(f"/api/v1/cases/{case['id']}/commitment", token=token)).json
    return await act(town, token, case, "commit", staff=False, digest=read["digest"])


async def test_decided_on_a_commitment_without_the_proof_and_without_the_visit(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await _drafted(town, citizen)
    read = (await town.get(f"/api/v1/cases/{case['id']}/commitment", token=citizen)).json
    assert [each["name"] for each in read["terms"]] == [
        "事项名称", "设定依据", "证明内容", "承诺内容", "不实承诺的责任", "核查方式", "承诺书的公开和期限",
    ]  # fmt: skip
    assert (read["materials"], read["steps"], read["why_not"]) == (["婚育情况没有变化的证明"], ["村居核实"], "")
    case = await _committed(town, citizen, case)
    case = await act(town, citizen, case, "submit", staff=False)
    case = await accepted(town, await town.staff("linxiaoyan"), case)
    assert [each["key"] for each in case["steps"]] == ["town_review", "district_decision"]
    paper = await town.get(f"/api/v1/cases/{case['id']}/papers/commitment", token=citizen)
    assert (paper.status, paper.headers["Content-Type"]) == (200, "application/pdf")


async def test_a_proxy_needs_the_applicants_own_word_which_the_counter_may_take(town: Town) -> None:
    between = await town.granted("wang-guifang", "li-min", "fp-reward-audit")
    case = await _drafted(town, between.agent, between.id)
    read = await town.get(f"/api/v1/cases/{case['id']}/commitment", token=between.agent, acting=between.id)
    body = {"version": case["version"], "digest": read.json["digest"]}
    refused = await town.post(f"/api/v1/cases/{case['id']}/commit", body, token=between.agent, acting=between.id)
    assert (refused.status, "承诺要由申请人本人作出" in refused.json["detail"]) == (403, True)
    path = f"/api/v1/cases/{case['id']}/submit"
    assert (await town.post(path, {"version": case["version"]}, token=between.agent, acting=between.id)).status == 200
    assert "commitment_wanted" in await town.told(between.principal)
    assert "commitment_wanted" not in await town.told(between.agent)
    window = await town.staff("linxiaoyan")
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}/commitment", token=window)).json
    said = {"digest": seen["digest"], "note": "王桂芳本人在窗口看过承诺书，当面签名"}
    now = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=window)).json["version"]
    hers = {"version": now, "person": town.document("li-min"), **said}
    refused = await town.post(f"/api/v1/staff/cases/{case['id']}/hear-commitment", hers, token=window)
    assert (refused.status, refused.json["errors"][0]["pointer"]) == (422, "/person"), "the daughter stands there, not the applicant"
    await act(town, window, case, "hear-commitment", person=town.document("wang-guifang"), **said)
    assert "commitment_heard" in await town.told(between.principal)
    case = await accepted(town, window, case)
    assert next(each for each in case["materials"] if each["key"] == PROOF)["committed"]


class EveryLot(Lots):
    """Draws every case."""

    def number(self, subject: str) -> int:
        return 0


async def decided_on_a_commitment(town: Town, citizen: str, head: str) -> dict[str, Any]:
    case = await _committed(town, citizen, await _drafted(town, citizen))
    case = await act(town, citizen, case, "submit", staff=False)
    case = await accepted(town, await town.staff("linxiaoyan"), case)
    await act(town, await town.staff("luochunmei"), case, "complete-step", step="town_review", finding="与去年一致")
    return await act(town, head, case, "grant", reason="符合条件")


async def test_drawn_found_untrue_heard_annulled_and_the_way_is_closed(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(town.world.product.engines.cases, "lots", EveryLot(b"any"))
    citizen, head = await town.proven("wang-guifang"), await town.head("houpeiling")
    case = await decided_on_a_commitment(town, citizen, head)
    officer = await town.staff("duanzhiqiang")
    (row,) = (await town.get("/api/v1/staff/inspections", token=officer, mine="true")).json["items"]
    assert (row["case"], row["label"], row["inspector"], row["due"]) == (case["id"], "待核查", "段志强", "2026-12-21T17:00:00+08:00")
    (seen,) = (await town.get("/api/v1/staff/inspections", token=await town.head("yanzheng"))).json["items"]
    assert (row["person_name"], seen["person_name"]) == ("王桂芳", "王*芳"), "whoever only looks on reads names masked"
    case = await act(town, officer, case, "inspect", outcome="false", note="比对婚姻登记：今年三月再婚", basis="行政许可法第六十九条")
    assert case["inspection"]["draw"] == 0
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert (mine["inspection"]["label"], mine["inspection"]["draw"]) == ("拟撤销决定，听取申请人意见", None)
    assert "拟撤销决定告知书" in [each["title"] for each in mine["papers"]]
    path, window = f"/api/v1/staff/cases/{case['id']}", await town.staff("linxiaoyan")
    seen = (await town.get(path, token=window)).json
    handed = {"version": seen["version"], "kind": "批复", "way": "notice"}
    held = await town.post(f"{path}/record-result", handed, token=window)
    assert (held.status, held.json["detail"]) == (409, seen["waits"]["record-result"]), "what may be taken back is not handed out meanwhile"
    assert "拟撤销" in held.json["detail"]
    early = await town.post(
        f"/api/v1/staff/cases/{case['id']}/annul",
        {"version": mine["version"], "reason": "承诺不实", "basis": "行政许可法第六十九条"},
        token=head,
    )
    assert (early.status, "可以说明情况" in early.json["detail"]) == (409, True)
    case = await act(town, citizen, case, "speak", staff=False, text="我以为再婚不用填")
    case = await act(town, head, case, "annul", reason="承诺不实", basis="行政许可法第六十九条")
    assert (case["state"]["state"], case["completion"]["label"]) == ("closed", "作废办结")
    paper = await town.get(f"/api/v1/cases/{case['id']}/papers/revocation", token=citizen)
    assert (paper.status, paper.headers["Content-Type"]) == (200, "application/pdf")
    assert {"case_annulled", "mark_made", "decision_to_be_annulled"} <= set(await town.told(citizen))
    again = await _drafted(town, citizen)
    read = (await town.get(f"/api/v1/cases/{again['id']}/commitment", token=citizen)).json
    assert "告知承诺不实，记录还没有修复" in read["why_not"]
    refused = await town.post(f"/api/v1/cases/{again['id']}/commit", {"version": again["version"], "digest": read["digest"]}, token=citizen)
    assert refused.status == 409


async def test_drawn_and_found_true_nothing_more_is_asked(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(town.world.product.engines.cases, "lots", EveryLot(b"any"))
    citizen = await town.proven("wang-guifang")
    case = await decided_on_a_commitment(town, citizen, await town.head("houpeiling"))
    case = await act(town, await town.staff("duanzhiqiang"), case, "inspect", outcome="true", note="比对公安、民政信息，一致")
    assert (case["state"]["state"], case["inspection"]["outcome"]) == ("granted", "承诺属实")
    assert "commitment_kept" in await town.told(citizen)

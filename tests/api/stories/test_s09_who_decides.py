"""S09, 公安核发准迁证: the points office collects and ranks, the police decide, under their own name, seal, number and remedies."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pytest
from pydantic import JsonValue

from tests.api.stories.points import OFFICE, POLICE, RIVAL, THIRD, applied, listed, opened, places, run, with_points
from tests.factories import Town

THE_POLICE, THE_OFFICE = "江州市公安局云城分局", "江州市云城区来江人员服务管理局"


async def _printed(town: Town, monkeypatch: pytest.MonkeyPatch, token: str, case: str, key: str) -> Mapping[str, JsonValue]:
    """What a paper of the case says, as it goes to be printed and sealed."""
    renderer = town.world.product.engines.cases.renderer
    assert renderer is not None
    seen: list[Mapping[str, JsonValue]] = []

    async def sealed(template: str, data: Mapping[str, JsonValue], at: datetime, *_: Any) -> bytes:
        seen.append(data)
        return b"%PDF-"

    with monkeypatch.context() as patch:
        patch.setattr(renderer, "sealed", sealed)
        paper = await town.get(f"/api/v1/cases/{case}/papers/{key}", token=token)
    assert paper.status == 200, paper.text
    return seen[0]


async def test_the_police_decide_in_their_own_name_what_the_points_office_ranked(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = (await town.get("/api/v1/items/points-settle")).json
    assert guide["exercised"] == "由来江人员服务管理局受理和审查，由公安分局决定，以公安分局的名义出具结果。"
    rival, third = await town.proven(RIVAL), await town.proven(THIRD)
    await with_points(town, rival, 130)
    await with_points(town, third, 90)
    of = await opened(town, OFFICE, "points-settle", quota=1)
    won = await applied(town, rival, "points-settle", places(town, RIVAL))
    lost = await applied(town, third, "points-settle", places(town, THIRD))
    assert won["in_the_name_of"] == THE_POLICE
    of = await listed(town, of)
    await run(town, OFFICE, of, "conclude")
    assert (await run(town, POLICE, of, "decide"))["done"] == 2

    for code, token, case, word in ((RIVAL, rival, won, "准"), (THIRD, third, lost, "不准")):
        await town.proven_again(token, code)
        mine = (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json
        assert mine["decision"]["number"].startswith(f"〔2026〕云公{word}字")
        assert mine["receipt"].startswith("〔2026〕云政收字"), "what came before the decision is the points office's"
        paper = await _printed(town, monkeypatch, token, case["id"], "decision")
        assert (paper["organ"], paper["seal"]) == (THE_POLICE, "行政审批专用章")
        accepted = await _printed(town, monkeypatch, token, case["id"], "acceptance")
        assert accepted["organ"] == THE_OFFICE
    mine = (await town.get(f"/api/v1/cases/{lost['id']}", token=third)).json
    assert "向江州市云城区人民政府申请行政复议" in mine["decision"]["remedies"]

    await town.world.settle()
    made = (await town.get("/api/v1/certificates", token=rival, case=won["id"])).json["items"][0]
    checked = (await town.get(f"/verify/{made['verify_code']}")).json
    assert (checked["result"], checked["issuer"]) == ("valid", THE_POLICE)
    stored = await town.world.store.certificates.get(made["id"])
    assert stored is not None
    assert (stored["department"], "11990101MB9900021A" in stored["identifier"]) == ("public_security", True)


async def test_only_the_head_of_whoever_decided_takes_the_decision_back(town: Town) -> None:
    rival = await town.proven(RIVAL)
    await with_points(town, rival, 130)
    of = await opened(town, OFFICE, "points-settle", quota=1)
    case = await applied(town, rival, "points-settle", places(town, RIVAL))
    of = await listed(town, of)
    await run(town, OFFICE, of, "conclude")
    await run(town, POLICE, of, "decide")
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=await town.staff(POLICE))).json
    body = {"version": seen["version"], "reason": "落户地址的权属和申请时填写的不一致", "basis": "《行政许可法》第六十九条"}
    refused = await town.post(f"/api/v1/staff/cases/{case['id']}/find-wrong", body, token=await town.head("bishengnan"))
    assert refused.status == 403, refused.text
    proposed = await town.post(f"/api/v1/staff/cases/{case['id']}/find-wrong", body, token=await town.head("leizhenyu"))
    assert proposed.status == 200, proposed.text
    number = next(each["number"] for each in proposed.json["papers"] if each["key"] == "proposal")
    assert number.startswith("〔2026〕云公拟撤字")

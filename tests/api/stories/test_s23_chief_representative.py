"""S23, 首席代表制: 各部门授权首席代表，在窗口当场决定写明的事项；每次决定都记下依据的授权。"""

from typing import Any

import pytest

from tests.api.cases.test_pre_review import act, handed_in
from tests.api.stories.business import proposed
from tests.api.stories.test_looks_on_the_spot import waiting_for_a_look
from tests.factories import Town
from tests.sandbox_control import SandboxProcess
from tests.world import World

BASE = "/api/v1/staff/authorisations"


@pytest.fixture
def town(world: World, sandbox: SandboxProcess) -> Town:
    """The demo district."""
    return Town(world, sandbox)


async def _accepted(town: Town) -> dict[str, Any]:
    citizen, clerk = await town.proven("wang-guifang"), await town.staff("yaoshuxian")
    case = await act(town, clerk, await handed_in(town, citizen), "claim", staff=True)
    case = await act(
        town,
        clerk,
        case,
        "pass-material",
        staff=True,
        materials=[each["key"] for each in case["materials"] if each["files"] or each["licence"]],
    )
    return await act(town, clerk, case, "pre-approve", staff=True)


async def _looked_at(town: Town, case: dict[str, Any]) -> dict[str, Any]:
    """The village and the town have done their steps, which no head does for them."""
    for username, step in (("liufang", "village_check"), ("situwen", "town_review")):
        case = await act(town, await town.staff(username), case, "complete-step", staff=True, step=step, finding="健在，住在本地")
    return case


async def test_the_representative_decides_on_the_spot_within_a_published_letter(town: Town) -> None:
    published = (await town.get("/api/v1/authorisations")).json["items"]
    shown = next(each for each in published if each["department"] == "civil_affairs")
    assert (shown["representative"], shown["items"], shown["level"]) == ("廖家明", ["longevity", "low-income", "medaid-onestop"], "终审")
    head, case = await town.head("liaojiaming"), await _accepted(town)
    case = await _looked_at(town, case)
    case = await act(town, head, case, "grant", staff=True, fills=proposed(case))
    assert case["authority"]["document_number"] == shown["document_number"]
    mine = await town.get(f"/api/v1/cases/{case['id']}", token=await town.login("wang-guifang"))
    assert "authority" not in mine.json, "which letter is the office's own"


async def test_a_revoked_letter_decides_nothing_and_a_new_one_needs_two(town: Town) -> None:
    head, admin, second = await town.head("liaojiaming"), await town.head("taosiyuan"), await town.head("hongan")
    case = await _accepted(town)
    case = await _looked_at(town, case)
    letter = next(each for each in (await town.get(BASE, token=head)).json["items"])
    gone = await town.post(f"{BASE}/{letter['id']}/revoke", {"version": letter["version"], "reason": "岗位调整"}, token=admin)
    assert gone.json["state"] == "revoked"
    refused = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", {"version": case["version"]}, token=head)
    assert (refused.status, "首席代表授权" in refused.json["detail"]) == (403, True)
    assert [each for each in (await town.get("/api/v1/authorisations")).json["items"] if each["department"] == "civil_affairs"] == []

    body = {"representative": letter["representative_id"], "items": ["longevity"], "level": "decide"}
    body |= {"valid_from": "2026-11-23", "valid_until": "2027-11-22", "document_number": "云首授〔2026〕99号"}
    assert (await town.post(BASE, body, token=head)).status == 403
    entered = await town.made(BASE, body, admin)
    alone = await town.post(f"{BASE}/{entered['id']}/issue", {"version": entered["version"]}, token=admin)
    assert (alone.status, "同一人" in alone.json["detail"]) == (403, True)
    issued = await town.post(f"{BASE}/{entered['id']}/issue", {"version": entered["version"]}, token=second)
    assert issued.json["in_force"]
    case = await act(town, head, case, "grant", staff=True, fills=proposed(case))
    assert case["authority"]["authorisation"] == entered["id"]


async def looked_at(town: Town, case: dict[str, Any]) -> None:
    """A digging of a road, left to its chief representative."""
    officer = await town.staff("baixueying")
    case = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=officer)).json
    case = await act(town, officer, case, "complete-step", staff=True, step="site_visit", finding="具备开挖条件")
    await act(town, await town.staff("zhongweiguo"), case, "complete-step", staff=True, step="traffic", finding="同意开挖")


async def test_a_letter_says_what_waits_for_a_decision_that_it_alone_allows(town: Town) -> None:
    admin, supervisor = await town.head("taosiyuan"), await town.head("yanzheng")
    case = await waiting_for_a_look(town, await town.proven("li-qiang"))

    async def letter() -> dict[str, Any]:
        found = (await town.get(BASE, token=supervisor)).json["items"]
        return next(each for each in found if each["items"] == ["road-dig"])

    assert (await letter())["awaiting"] == [], "its turn is still another's"
    await looked_at(town, case)
    waits = [{"item": "road-dig", "item_name": "占用、挖掘城市道路审批", "cases": 1}]
    before = await letter()
    assert (before["in_force"], before["awaiting"]) == (True, waits)
    body = {"version": before["version"], "reason": "岗位调整"}
    gone = await town.post(f"{BASE}/{before['id']}/revoke", body, token=admin)
    assert (gone.json["in_force"], gone.json["awaiting"]) == (False, waits), "whoever revokes it is told what is left without a hand"
    assert (await letter())["awaiting"] == waits, "supervision sees it, too"


async def test_who_stands_in_while_the_representative_is_away(town: Town) -> None:
    head, admin = await town.head("xuwenjing"), await town.head("taosiyuan")
    letter = (await town.get(BASE, token=head)).json["items"][0]
    assert (letter["deputy"], letter["away"]) == ("方雅琴", False)
    away = await town.post(f"{BASE}/{letter['id']}/absences", {"version": letter["version"], "reason": "外出培训"}, token=head)
    assert away.json["away"]
    public = (await town.get("/api/v1/authorisations")).json["items"]
    assert next(each for each in public if each["department"] == "human_resources")["away"]
    back = await town.post(f"{BASE}/{letter['id']}/return", {"version": away.json["version"]}, token=admin)
    assert (back.status, back.json["away"], back.json["absences"][0]["end"] is not None) == (200, False, True)

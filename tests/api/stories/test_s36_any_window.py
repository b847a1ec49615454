"""S36, 跨镇街通办: 任何一个窗口都能收件，由申请人所在地办理和决定，结果从收件的窗口寄出。"""

from typing import Any

import pytest

from tests.api.cases.test_pre_review import act
from tests.api.cases.test_uploads import JPEG, photo
from tests.api.stories.business import proposed
from tests.cases_world import LONGEVITY
from tests.factories import Town
from tests.sandbox_control import SandboxProcess
from tests.world import World

QUEUE = "/api/v1/staff/cases"


@pytest.fixture
def town(world: World, sandbox: SandboxProcess) -> Town:
    """The demo district."""
    return Town(world, sandbox)


async def _filed(town: Town, citizen: str) -> dict[str, Any]:
    """王桂芳 of 罗溪 files for the longevity allowance."""
    draft = await town.made("/api/v1/cases", {"item": "longevity"}, citizen)
    chosen: dict[str, Any] = {"resident_card": {"licence": True}}
    for slot in draft["materials"]:
        if slot["key"] not in chosen and slot["need"]["code"] == "required":
            made = (await town.post("/api/v1/materials?item=longevity", photo(), token=citizen, headers=JPEG)).json
            chosen[slot["key"]] = {"files": [made["id"]]}
    form = {**LONGEVITY, **{key: value for key, value in draft["form"].items() if key in draft["sources"]}}
    saved = await town.put(f"/api/v1/cases/{draft['id']}", {"version": draft["version"], "form": form, "materials": chosen}, token=citizen)
    assert saved.status == 200, saved.text
    return await act(town, citizen, saved.json, "submit")


async def _rows(town: Town, token: str, queue: str) -> list[str]:
    answer = await town.get(QUEUE, token=token, queue=queue)
    assert answer.status == 200, answer.text
    return [row["id"] for row in answer.json["items"]]


async def test_another_towns_window_takes_it_in_and_the_home_town_decides(town: Town) -> None:
    citizen, away = await town.proven("wang-guifang"), await town.staff("changxiuying")
    case = await _filed(town, citizen)
    case = await act(town, away, case, "claim", staff=True)
    originals = [{"material": each["key"], "outcome": "same"} for each in case["materials"] if each["files"] or each["licence"]]
    case = await act(town, away, case, "check-originals", staff=True, originals=originals)
    case = await act(town, away, case, "pass-material", staff=True, materials=[each["material"] for each in originals])
    case = await act(town, away, case, "accept", staff=True)
    assert (case["received_town"], case["received_by"]["name"]) == ("qingshi", "常秀英")

    there, home = await town.staff("weichunyan"), await town.staff("liufang")
    assert await _rows(town, there, "processing") == [], "the window's own village has no part in it"
    assert await _rows(town, home, "processing") == [case["id"]]
    refused = await town.post(f"{QUEUE}/{case['id']}/complete-step", _step(case, "village_check"), token=there)
    assert refused.status == 403
    case = await act(town, home, case, "complete-step", staff=True, step="village_check", finding="健在，住在本地")
    reviewers = await town.staff("kangweidong"), await town.staff("situwen")
    assert [await _rows(town, each, "processing") for each in reviewers] == [[], [case["id"]]]
    case = await act(town, reviewers[1], case, "complete-step", staff=True, step="town_review", finding="同意")
    case = await act(town, await town.head("liaojiaming"), case, "grant", staff=True, fills=proposed(case))

    assert await _rows(town, away, "results") == [case["id"]]
    assert await _rows(town, await town.staff("nichen"), "results") == []
    case = await act(town, away, case, "record-result", staff=True, kind="待遇核定通知", way="notice")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert (mine["state"]["state"], mine["result"]["delivery"]) == ("closed", "消息通知")


def _step(case: dict[str, Any], step: str) -> dict[str, Any]:
    return {"version": case["version"], "step": step, "finding": "不该由我核实"}

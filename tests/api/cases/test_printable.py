"""No text that people type keeps a paper from being printed: refused where it is typed, and what was kept before comes out all the same."""

import io
from typing import Any

import pikepdf

from tests.api.stories.business import accepted, act
from tests.api.stories.test_s21_tolerance import drafted
from tests.factories import Town
from tests.road_digging import MAP, ROAD

_TOLD = "请去掉表情符号或看不见的字符"


async def _promised(town: Town, citizen: str, **form: Any) -> dict[str, Any]:
    case = await act(town, citizen, await drafted(town, citizen, **form), "promise", staff=False, materials=[MAP])
    return await act(town, citizen, case, "submit", staff=False)


async def test_what_no_paper_shows_is_refused_at_its_field(town: Town) -> None:
    citizen, boss = await town.proven("wang-guifang"), await town.head("qinling")
    for text in ("罗溪路9号🏠门前", "\u200b\u200b", "罗溪路\u202e9号", "ຖະໜົນ ไทย العربية"):
        answer = await town.post("/api/v1/cases", {"item": "road-dig", "form": ROAD | {"road": text}}, token=citizen)
        assert answer.status == 422, answer.text
        assert [each["pointer"] for each in answer.json["errors"]] == ["/form/road"]
        assert _TOLD in answer.json["errors"][0]["detail"]
    case = await drafted(town, citizen, road="罗溪路𠮷㛃里9号门前")
    path = f"/api/v1/cases/{case['id']}"
    answer = await town.put(path, {"version": case["version"], "form": ROAD | {"project": "接驳🚰"}}, token=citizen)
    assert (answer.status, answer.json["errors"][0]["pointer"]) == (422, "/form/project")
    case = await act(town, citizen, case, "promise", staff=False, materials=[MAP])
    case = await act(town, citizen, case, "submit", staff=False)
    await act(town, boss, case, "claim")
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=boss)).json
    defects = [{"field": "road", "reason": "wrong_answer", "advice": "请写清楚门牌🙏"}]
    body = {"version": seen["version"], "defects": defects}
    answer = await town.post(f"/api/v1/staff/cases/{case['id']}/request-correction", body, token=boss)
    assert (answer.status, answer.json["errors"][0]["pointer"]) == (422, "/defects/0/advice"), answer.text


async def test_what_was_kept_before_comes_out_with_the_sign_for_a_missing_character(town: Town) -> None:
    citizen, window, boss = await town.proven("wang-guifang"), await town.staff("linxiaoyan"), await town.head("qinling")
    case = await _promised(town, citizen, road="罗溪路𠮷㛃里9号门前")
    await accepted(town, window, case)
    await act(town, boss, case, "complete-step", step="site_visit", finding="无误")
    await act(town, await town.staff("zhongweiguo"), case, "complete-step", step="traffic", finding="无误")
    case = await act(town, boss, case, "grant")
    stored = await town.world.store.cases.get(case["id"])
    assert stored is not None
    form, decision = stored["form"] | {"project": "\u200b接驳🚰"}, stored["decision"] | {"reason": "符合条件👍"}
    assert await town.world.store.cases.change_many({"_id": case["id"]}, {"$set": {"form": form, "decision": decision}}) == 1
    listed = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json["papers"]
    for key in (each["key"] for each in listed):
        paper = await town.get(f"/api/v1/cases/{case['id']}/papers/{key}", token=citizen)
        assert paper.status == 200, f"{key}: {paper.text}"
        with pikepdf.open(io.BytesIO(paper.body)) as pages:
            assert len(pages.pages) >= 1
    assert {"decision", "acceptance", "tolerance"} <= {each["key"] for each in listed}

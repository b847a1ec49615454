"""S13, 许可预审: a theatre uploads its papers, hears at once all that is wrong, comes only when everything has passed, and has its
approval within half a day of the chief representative."""

from datetime import datetime
from typing import Any

from tests.api.stories.business import handed_out
from tests.api.stories.counterparts import act, handed_in, photo
from tests.factories import Granted, Town

THEATRE = {"uscc": "91990101MA9902031F", "name": "江州云歌演艺有限公司"}
FORM: dict[str, Any] = {
    "show_name": "新年音乐会",
    "kind": ["music", "dance"],
    "performers_from": "mainland",
    "venue": "云歌剧院",
    "stage": "fixed",
    "audience": 800,
    "first_day": "2026-12-30",
    "last_day": "2026-12-31",
    "shows": 2,
    "performers": [{"name": "宋晓雨", "id_number": "990101200403030624"}, {"name": "罗海涛", "id_number": "990101198106060755"}],
    "phone": "16909900006",
    "lawful": True,
}
WINDOW, HEAD = "wenyiming", "shuchang"


async def theatre(town: Town) -> tuple[Granted, dict[str, Any]]:
    """The theatre's handler has asked for a look at everything that can be photographed."""
    grant = await town.granted("deng-xiaofang", "zhou-zihan", "show-approval", basis="company", enterprise=THEATRE)
    licences = ("performance_permit", "business_licence")
    form = FORM | {"stage": "temporary"}
    return grant, await handed_in(town, grant.agent, "show-approval", form, *licences, action="pre-review", acting=grant.id)


async def looked_at(town: Town, case: dict[str, Any], *wrong: dict[str, str]) -> dict[str, Any]:
    """The window passes what is right and returns everything else at once."""
    window = await town.staff(WINDOW)
    seen = await act(town, window, case, "claim")
    bad = {each.get("material") for each in wrong}
    passed = [each["key"] for each in seen["materials"] if (each["files"] or each["licence"]) and each["key"] not in bad]
    await act(town, window, case, "pass-material", materials=passed)
    return await act(town, window, case, "return", defects=list(wrong)) if wrong else await act(town, window, case, "pre-approve")


async def mended(town: Town, grant: Granted, case: dict[str, Any], form: dict[str, Any], *materials: str) -> dict[str, Any]:
    """The handler mends everything and hands it in again."""
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=grant.agent, acting=grant.id)).json
    files = {key: {"files": [await photo(town, grant.agent, "show-approval", "yellow", grant.id)]} for key in materials}
    body = {"version": mine["version"], "form": {**mine["form"], **form}, "materials": files}
    saved = await town.put(f"/api/v1/cases/{case['id']}", body, token=grant.agent, acting=grant.id)
    assert saved.status == 200, saved.text
    return await act(town, grant.agent, case, "resubmit", staff=False, acting=grant.id)


async def test_all_that_is_wrong_at_once_then_one_trip_and_half_a_day(town: Town) -> None:
    grant, case = await theatre(town)
    returned = await looked_at(
        town,
        case,
        {"material": "programme", "reason": "unclear", "advice": "第二页拍糊了，请重新拍。"},
        {"field": "shows", "reason": "wrong_answer", "advice": "节目单写了三场，请核对场数。"},
    )
    assert returned["state"]["state"] == "returned"
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=grant.agent, acting=grant.id)).json
    assert (mine["state"]["sentence"], mine["clock"]["deficiency_due"]) == ("需要您修改 2 处", None), "a look starts no clock"
    assert {each["target"] for each in mine["returns"][0]["defects"]} == {"materials/programme", "form/shows"}

    await mended(town, grant, case, {"shows": 3}, "programme")
    again = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=await town.staff(WINDOW))).json
    told = {each["field"]: (each["shown"], [(one["number"], one["shown"]) for one in each["earlier"]]) for each in again["answers"]}
    assert told["shows"] == ("3", [(1, "2")]), "what was answered before stands beside the new answer"
    assert told["venue"] == ("云歌剧院", [])
    assert [(each["material"], each["number"]) for each in again["earlier_materials"]] == [("programme", 1)]
    await looked_at(town, case)
    assert "case_pre_approved_come" in await town.told(grant.agent), "now they are told to come, and not before"
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=grant.agent, acting=grant.id)).json
    assert mine["state"]["state"] == "pre_approved"

    window = await town.staff(WINDOW)
    seen = await act(town, window, case, "receive")
    originals = [each["key"] for each in seen["materials"] if each["key"] == "consents"]
    seen = await act(town, window, case, "check-originals", originals=[{"material": key, "outcome": "same"} for key in originals])
    seen = await act(town, window, case, "accept")
    due = datetime.fromisoformat(seen["clock"]["promised_due"])
    assert due.isoformat() == "2026-11-23T15:00:00+08:00", "four hours of office time, the noon break between"

    early = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", {"version": seen["version"]}, token=window)
    assert early.status == 403, "the window decides nothing"
    town.world.clock.forward(hours=4)
    granted = await act(town, await town.head(HEAD), case, "grant", reason="材料齐全，符合规定")
    assert granted["authority"]["document_number"] == "云首授〔2026〕14号"
    closed = await handed_out(town, await town.staff(WINDOW), case, "准予许可决定", "云文演〔2026〕1号")
    assert closed["state"]["state"] == "closed"
    assert datetime.fromisoformat(closed["closed_at"]) <= due
    checked = await town.get(f"/api/v1/cases/{case['id']}/papers/decision", token=grant.agent, acting=grant.id)
    assert checked.status == 200


async def test_a_list_of_performers_is_read_by_who_works_on_it_and_by_nobody_else(town: Town) -> None:
    _, case = await theatre(town)
    window = await town.staff(WINDOW)
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=window)).json
    assert seen["form"]["performers"][0] == {"name": "宋晓雨", "id_number": "990101200403030624"}
    elsewhere = await town.get(f"/api/v1/staff/cases/{case['id']}", token=await town.staff("yaoshuxian"))
    assert elsewhere.status == 403


async def test_performers_are_not_named_twice_and_those_from_abroad_go_to_the_province(town: Town) -> None:
    grant = await town.granted("deng-xiaofang", "zhou-zihan", "show-approval", basis="company", enterprise=THEATRE)
    twice = FORM | {"performers": [FORM["performers"][0], FORM["performers"][0]], "performers_from": "beyond"}
    refused = await town.post("/api/v1/cases", {"item": "show-approval", "form": twice}, token=grant.agent, acting=grant.id)
    told = {each["pointer"]: each["detail"] for each in refused.json["errors"]}
    assert refused.status == 422
    assert "由省里审批" in told["/form/performers_from"]
    assert any(pointer.startswith("/form/performers/") for pointer in told)


async def test_the_fire_plan_may_come_later_on_the_representatives_own_word(town: Town) -> None:
    grant = await town.granted("deng-xiaofang", "zhou-zihan", "show-approval", basis="company", enterprise=THEATRE)
    draft = await town.made("/api/v1/cases", {"item": "show-approval", "form": FORM}, grant.agent, grant.id)
    body = {"version": draft["version"], "materials": ["safety_plan"]}
    refused = await town.post(f"/api/v1/cases/{draft['id']}/promise", body, token=grant.agent, acting=grant.id)
    assert (refused.status, "法定代表人" in refused.json["detail"] or "本人" in refused.json["detail"]) == (403, True)
    note = (await town.get("/api/v1/items/show-approval")).json
    later = {each["key"]: each["later"] for each in note["materials"]}
    assert later["safety_plan"].startswith("单位法定代表人承诺后")
    assert later["safety_plan_stage"] == "", "a stage put up for the day is no matter to be promised"
    assert "没有存取件柜" in note["trips"]

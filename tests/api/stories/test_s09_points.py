"""S9: 积分制入户、积分制入学. 申请人核定并确认积分后，后续在申请积分制入学和积分制入户时，无需再提交资料: confirming them."""

import pytest

from models.points import IfSilent
from tests.api.stories.business import accepted, act, filed, part
from tests.api.stories.points import (
    APPLICANT,
    CLAIMS,
    OFFICE,
    RECEPTION,
    STAFF,
    confirmed,
    points,
    verified,
)
from tests.factories import Town


async def test_points_are_confirmed_once_and_certified(town: Town) -> None:
    me = await town.proven(APPLICANT)
    sheet = await verified(town, me)
    lines = {each["indicator"]: (each["counted"], each["sources"]) for each in sheet["lines"]}
    assert {key: value for key, (value, _) in lines.items()} == {
        "age": 20,
        "conduct": 0,
        "insurance": 11,
        "education": 40,
        "skills": 40,
        "home": 5,
    }
    assert lines["education"][1] == ["学历学位信息（学信网）"], "each line says where it is from"
    assert (sheet["total"], sheet["state"]["code"]) == (116, "to_confirm")
    assert "points_to_confirm" in await town.told(me)
    answer = await town.post(f"/api/v1/points/sheets/{sheet['id']}/confirm", {"version": sheet["version"]}, token=me)
    assert answer.status == 200, answer.text
    record = (await points(town, me))["records"][0]
    assert (record["edition"], record["total"], record["until"][:10]) == (1, 116, "2027-11-23")
    paper = await town.get(f"/api/v1/certificates/{record['certificate']}", token=me)
    assert (paper.json["title"], paper.json["state"]) == ("积分确认书", "valid")
    checked = (await town.get(f"/verify/{paper.json['verify_code']}")).json
    assert checked["result"] == "valid"
    again = await town.post(f"/api/v1/points/sheets/{sheet['id']}/confirm", {"version": answer.json["version"]}, token=me)
    assert again.status == 409


async def test_a_yes_that_never_comes_means_what_was_told_before(town: Town) -> None:
    me, engine = await town.proven(APPLICANT), town.world.product.engines.points
    sheet = await verified(town, me)
    assert sheet["confirm_by"][:10] == "2026-11-30", "five working days"
    assert "到期没有确认的，这次核定作废，不出积分确认书，可以重新申请" in sheet["sentence"]
    assert await engine.tick() == 0
    town.world.clock.forward(days=4)
    assert (await engine.tick(), await engine.tick()) == (1, 0), "reminded once"
    town.world.clock.forward(days=4)
    await town.proven_again(me, APPLICANT)
    late = await town.post(f"/api/v1/points/sheets/{sheet['id']}/confirm", {"version": sheet["version"] + 1}, token=me)
    assert (late.status, "到11月30日（周一）17:00为止" in late.json["detail"]) == (409, True)
    assert (await engine.tick(), await engine.tick()) == (1, 0)
    await town.world.settle()
    assert {"points_confirm_reminder", "points_unconfirmed"} <= set(await town.told(me))
    mine = await points(town, me)
    assert (mine["sheets"][0]["state"]["label"], mine["records"]) == ("到期没有确认，已经作废", [])
    over = (await town.get(f"/api/v1/cases/{sheet['case']}", token=me)).json
    assert (over["state"]["state"], {each["status"]["code"] for each in over["parts"]}) == ("aborted", {"granted", "not_wanted"})
    assert (await filed(town, me, "points-confirm", CLAIMS))["state"]["state"] == "received", "they may apply again"


async def test_where_the_scheme_takes_silence_for_a_yes_the_paper_is_made(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    me, engine = await town.proven(APPLICANT), town.world.product.engines.points
    scheme = engine.scheme.scheme
    agreeing = scheme.confirmation.model_copy(update={"if_silent": IfSilent.AGREE})
    monkeypatch.setattr(engine.scheme, "scheme", scheme.model_copy(update={"confirmation": agreeing}))
    assert "视为没有意见" in (await verified(town, me))["sentence"]
    town.world.clock.forward(days=8)
    assert (await engine.tick(), await engine.tick()) == (1, 0)
    await town.world.settle()
    mine = await points(town, me)
    assert (mine["sheets"][0]["state"]["code"], mine["records"][0]["total"]) == ("confirmed", 116)
    assert "points_agreed_by_silence" in await town.told(me)


async def test_while_an_objection_is_open_the_time_to_say_yes_does_not_run(town: Town) -> None:
    me, engine = await town.proven(APPLICANT), town.world.product.engines.points
    sheet = await verified(town, me)
    body = {"version": sheet["version"], "lines": [{"indicator": "home", "reason": "我上个月买了房"}]}
    objected = (await town.post(f"/api/v1/points/sheets/{sheet['id']}/objections", body, token=me)).json
    assert objected["confirm_by"] is None
    town.world.clock.forward(days=8)
    assert await engine.tick() == 0
    where = f"{STAFF}/sheets/{sheet['id']}/objections/{objected['objections'][0]['id']}/answer"
    finding = {"indicator": "home", "points": 10, "finding": "产权登记已查到"}
    answered = await town.post(where, {"version": objected["version"], "findings": [finding]}, token=await town.staff(OFFICE))
    assert answered.status == 200, answered.text
    assert answered.json["confirm_by"][:10] == "2026-12-08", "all of the time again, from the answer"


async def test_an_objection_makes_a_new_edition_and_the_old_one_stays(town: Town) -> None:
    me, office = await town.proven(APPLICANT), await town.staff(OFFICE)
    first = await confirmed(town, me)
    sheet = (await points(town, me))["sheets"][0]
    body = {"version": sheet["version"], "lines": [{"indicator": "home", "reason": "我上个月买了房，已经办了产权证"}]}
    objected = await town.post(f"/api/v1/points/sheets/{sheet['id']}/objections", body, token=me)
    assert objected.status == 200, objected.text
    assert "正在复核" in objected.json["sentence"]
    queue = (await town.get(f"{STAFF}/sheets?objected=true", token=office)).json["items"]
    assert [each["id"] for each in queue] == [sheet["id"]]
    where = f"{STAFF}/sheets/{sheet['id']}/objections/{objected.json['objections'][0]['id']}/answer"
    finding = {"indicator": "home", "points": 10, "finding": "产权登记已查到，按自有住房计分"}
    answered = await town.post(where, {"version": objected.json["version"], "findings": [finding]}, token=office)
    assert answered.status == 200, answered.text
    records = (await points(town, me))["records"]
    assert [(each["edition"], each["total"], each["current"]) for each in records] == [(2, 121, True), (1, 116, False)]
    old = (await town.get(f"/api/v1/certificates/{first['certificate']}", token=me)).json
    assert old["state"] == "superseded"
    assert "points_objection_answered" in await town.told(me)
    again = await town.post(where, {"version": answered.json["version"], "findings": [finding]}, token=office)
    assert again.status == 409


async def test_what_a_reviewer_must_judge_is_set_before_the_department_agrees(town: Town) -> None:
    me = await town.proven(APPLICANT)
    photo = await town.post("/api/v1/materials", (await _picture()), token=me, headers={"Content-Type": "image/jpeg"})
    claims = {**CLAIMS, "claims": ["service"], "service_note": "志愿服务120小时"}
    draft = await town.made("/api/v1/cases", {"item": "points-confirm", "form": claims}, me)
    chosen = {"residence_permit": {"licence": True}, "service_proof": {"files": [photo.json["id"]]}}
    saved = await town.put(f"/api/v1/cases/{draft['id']}", {"version": draft["version"], "materials": chosen}, token=me)
    case = await accepted(town, await town.staff(RECEPTION), await act(town, me, saved.json, "submit", staff=False))
    await town.world.settle()
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=me)).json
    share, clerk = part(seen, "service")["case"], await town.staff("gongxiaodong")
    now = (await town.get(f"/api/v1/staff/cases/{share}", token=clerk)).json
    refused = await town.post(f"/api/v1/staff/cases/{share}/grant", {"version": now["version"]}, token=clerk)
    assert refused.status == 409
    assert "先填写分数" in refused.json["detail"]
    sheet = (await town.get(f"{STAFF}/cases/{share}", token=clerk)).json
    lines = f"{STAFF}/cases/{share}/lines"
    for wrong, status in (
        ({"indicator": "service", "points": 30, "reason": "很多"}, 422),
        ({"indicator": "service", "points": 12}, 422),
        ({"indicator": "age", "points": 20}, 422),
        ({"indicator": "magic", "points": 20}, 422),
    ):
        answer = await town.post(lines, {"version": sheet["version"], **wrong}, token=clerk)
        assert answer.status == status, answer.text
    good = {"version": sheet["version"], "indicator": "service", "points": 12, "reason": "志愿服务120小时，按每10小时1分"}
    assert (await town.post(lines, good, token=clerk)).status == 200
    assert (await town.post(lines, good, token=clerk)).status == 409, "the page is not the newest any more"
    await act(town, clerk, {"id": share}, "grant")
    late = (await town.get(f"{STAFF}/cases/{share}", token=clerk)).json
    assert (await town.post(lines, {**good, "version": late["version"]}, token=clerk)).status == 409
    other = await town.post(lines, {**good, "version": late["version"]}, token=await town.staff("wuminyi"))
    assert other.status == 403


async def _picture() -> bytes:
    from tests.portraits import Portrait

    return Portrait().jpeg()

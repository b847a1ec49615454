"""S9: 积分制入户、积分制入学. 申请人核定并确认积分后，后续在申请积分制入学和积分制入户时，无需再提交资料. 入户20个工作日，入学40个工作日."""

import asyncio
from typing import Any

import pytest

from models.documents import check_digit
from models.points import IfSilent
from tests.api.stories.business import accepted, act, filed, part
from tests.api.stories.points import (
    APPLICANT,
    CLAIMS,
    OFFICE,
    POLICE,
    RECEPTION,
    RIVAL,
    SCHOOL,
    SCHOOLS,
    SETTLE,
    STAFF,
    THIRD,
    applied,
    confirmed,
    opened,
    points,
    pupil,
    run,
    shows,
    verified,
    with_points,
)
from tests.factories import Town


def number_of(born: str) -> str:
    """An identity number of somebody born that day (YYYYMMDD) whom no register has."""
    body = f"990101{born}001"
    return body + check_digit(body)


OWN_CHILD: dict[str, Any] = {**SCHOOL, "child": {"name": "邓小宝", "id_number": number_of("20150321")}}


def places(town: Town, code: str, **more: Any) -> dict[str, Any]:
    """A settlement asked for by one of the demo people."""
    return {**SETTLE, "applicant_name": town.document(code)["name"], **more}


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


async def test_settlement_and_school_take_the_points_without_a_single_paper(town: Town) -> None:
    me, rival, third = await town.proven(APPLICANT), await town.proven(RIVAL), await town.proven(THIRD)
    await confirmed(town, me)
    await with_points(town, rival, 130, residence_months=160)
    await with_points(town, third, 116, residence_months=90)
    settle = await opened(town, OFFICE, "points-settle", quota=2, least=60)
    cases = {code: await applied(town, token, "points-settle", places(town, code)) for code, token in _by_code(me, rival, third).items()}
    mine = (await town.get(f"/api/v1/cases/{cases[APPLICANT]['id']}", token=me)).json
    assert mine["materials"] == [], "nothing is handed in again"
    assert mine["clock"]["stops"][-1]["ground"]["label"] == "等待统一排名和公示"

    early = await town.post(f"{STAFF}/rounds/{settle['id']}/rank", {"version": settle["version"]}, token=await town.staff(OFFICE))
    assert early.status == 409
    town.world.clock.forward(days=11)
    ranked = await run(town, OFFICE, settle, "rank")
    again = await run(town, OFFICE, settle, "rank")
    assert [each["digest"] for each in again["runs"]] == [ranked["runs"][0]["digest"]] * 2, "the same again, however often"
    table = (await town.get(f"{STAFF}/rounds/{settle['id']}/ranking", token=await town.staff(OFFICE))).json
    assert [(each["place"], each["person_name"], each["total"], each["outcome"]["code"]) for each in table["rows"]] == [
        (1, "邓晓芳", 130, "within"),
        (2, "买买提·吐尔逊", 116, "within"),
        (3, "古丽·艾合买提", 116, "beyond"),
    ], "of equal points the longer residence comes first"

    assert (await town.get(f"/api/v1/points/rounds/{settle['id']}/ranking")).json["rows"] == [], "not public yet"
    published = await run(town, OFFICE, settle, "publish")
    assert published["published_until"][:10] == "2026-12-11", "five working days"
    public = (await town.get(f"/api/v1/points/rounds/{settle['id']}/ranking")).json
    assert [(each["applicant"], each["within"]) for each in public["rows"]] == [("邓*", True), ("买*", True), ("古*", False)]
    assert "round_published" in await town.told(third)
    own = (await points(town, third))["places"][0]
    assert (own["place"], own["of"], own["outcome"]["label"]) == (3, 3, "未入围")

    town.world.clock.forward(days=8)
    assert (await town.get(f"/api/v1/points/rounds/{settle['id']}/ranking")).json["rows"] == [], "its days are over"
    concluded = await run(town, OFFICE, settle, "conclude")
    assert (concluded["done"], concluded["left"]) == (3, [])
    decided = await run(town, POLICE, settle, "decide")
    assert (decided["done"], decided["left"], decided["state"]["code"]) == (3, [], "decided")
    refused = (await town.get(f"/api/v1/cases/{cases[THIRD]['id']}", token=third)).json
    assert refused["state"]["state"] == "refused"
    assert refused["decision"]["reason"] == "本批共3人参加排名，名额2个，您的积分116分，排第3名，在名额以外。"
    assert "申请行政复议" in refused["decision"]["remedies"]
    won = (await town.get(f"/api/v1/cases/{cases[APPLICANT]['id']}", token=me)).json
    assert won["state"]["state"] == "granted"
    assert won["decision"]["reason"].endswith("排第2名，在名额以内。")

    for code, token in _by_code(me, rival, third).items():
        await town.proven_again(token, code)
    capacity = {"yunshan_school": 1, "luoxi_school": 1, "qingshi_school": 0, "donghu_school": 0, "binhe_school": 0}
    school = await opened(town, SCHOOLS, "points-school", places=capacity)
    pupils = {
        APPLICANT: (pupil(town, "aili-maimaiti"), me),
        RIVAL: (OWN_CHILD, rival),
        THIRD: (pupil(town, "zhao-yichen"), third),
    }
    shown = {code: await shows(town, token) for code, (_, token) in pupils.items() if code != APPLICANT}
    schools = {code: await applied(town, token, "points-school", form, **shown.get(code, {})) for code, (form, token) in pupils.items()}
    town.world.clock.forward(days=11)
    await run(town, SCHOOLS, school, "rank")
    await run(town, SCHOOLS, school, "publish")
    town.world.clock.forward(days=9)
    await run(town, SCHOOLS, school, "conclude")
    for code, token in ((RIVAL, rival), (APPLICANT, me)):
        await town.proven_again(token, code)
        status, seen = await _answered(town, token, school, schools[code], take=True)
        assert (status, seen["sentence"]) == (200, "入围。已经接受。")
    assert (await run(town, SCHOOLS, school, "conclude"))["done"] == 3
    assert (await run(town, SCHOOLS, school, "decide"))["done"] == 3
    reasons = {
        code: (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json["decision"]["reason"]
        for (code, case), token in zip(schools.items(), (me, rival, third), strict=True)
    }
    assert "派到第1志愿「云山实验学校（演示）」" in reasons[RIVAL]
    assert "派到第2志愿「罗溪学校（演示）」" in reasons[APPLICANT]
    assert "填报的志愿都已经派满" in reasons[THIRD]


def _by_code(me: str, rival: str, third: str) -> dict[str, str]:
    return {APPLICANT: me, RIVAL: rival, THIRD: third}


async def test_the_promises_are_twenty_and_forty_working_days(town: Town) -> None:
    spans = {item: (await town.get(f"/api/v1/items/{item}")).json["duration"] for item in ("points-settle", "points-school")}
    assert spans["points-settle"].startswith("20个工作日")
    assert spans["points-school"].startswith("40个工作日")


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


async def test_nobody_applies_outside_the_window_or_without_points_that_suffice(town: Town) -> None:
    rival = await town.proven(RIVAL)
    draft = await town.made("/api/v1/cases", {"item": "points-settle", "form": places(town, RIVAL)}, rival)

    async def tried() -> str:
        answer = await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]}, token=rival)
        return answer.json["detail"] if answer.status == 409 else answer.text

    assert "不在申请时间内" in await tried()
    await opened(town, OFFICE, "points-settle", quota=2, least=140)
    assert "没有查到您在有效期内的积分确认书" in await tried()
    await with_points(town, rival, 130)
    assert "这一批要140分以上" in await tried()


async def test_a_ranked_case_goes_as_the_ranking_says_and_no_other_way(town: Town) -> None:
    rival, third = await town.proven(RIVAL), await town.proven(THIRD)
    await with_points(town, rival, 130)
    await with_points(town, third, 90)
    of = await opened(town, OFFICE, "points-settle", quota=1)
    office, police = await town.staff(OFFICE), await town.staff(POLICE)
    case = await applied(town, rival, "points-settle", places(town, RIVAL))
    other = await applied(town, third, "points-settle", places(town, THIRD))
    body = {"step": "ranking", "finding": "先办"}
    early = await town.post(f"/api/v1/staff/cases/{case['id']}/complete-step", {"version": case["version"], **body}, token=office)
    assert early.status == 409
    assert "统一排名" in early.json["detail"]
    waiting = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=office)).json
    assert "complete-step" not in {each["action"] for each in waiting["actions"]}, "what the attempt is refused is not offered"
    closed = await run(town, OFFICE, of, "close")
    assert (closed["takes_in"], closed["state"]["label"]) == (False, "申请已截止，待排名")
    shown = (await town.get("/api/v1/points/rounds?item=points-settle")).json["items"][0]
    assert shown["state"]["code"] == "closed"
    await run(town, OFFICE, of, "rank")
    await run(town, OFFICE, of, "publish")
    early = await town.post(f"{STAFF}/rounds/{of['id']}/conclude", {"version": 99}, token=office)
    assert "公示期满以后" in early.json["detail"]

    objected = await town.post(
        f"/api/v1/points/rounds/{of['id']}/objections", {"text": "第一名没有住在本区", "case": other["id"]}, token=third
    )
    assert objected.status == 200, objected.text
    stranger = await town.post(f"/api/v1/points/rounds/{of['id']}/objections", {"text": "不服", "case": case["id"]}, token=third)
    assert stranger.status == 404
    await town.post(f"{STAFF}/rounds/{of['id']}/objections", {"text": "电话反映同一件事"}, token=office)
    town.world.clock.forward(days=8)
    blocked = await town.post(f"{STAFF}/rounds/{of['id']}/conclude", {"version": 99}, token=office)
    assert "2个异议没有答复" in blocked.json["detail"]
    seen = (await town.get(f"{STAFF}/rounds/{of['id']}", token=office)).json
    first, second = seen["objections"]
    await run(town, OFFICE, of, f"objections/{second['id']}/answer", upheld=False, finding="和申请人反映的是同一件事")
    back = await run(town, OFFICE, of, f"objections/{first['id']}/answer", upheld=True, finding="居住登记已经注销")
    assert back["state"]["label"] == "申请已截止，待重新排名", "the list is taken back"
    await run(town, OFFICE, of, "exclusions", case=case["id"], reason="居住登记已经注销，不符合申请条件。")
    again = await run(town, OFFICE, of, "rank")
    assert again["runs"][0]["digest"] != again["runs"][1]["digest"]
    await run(town, OFFICE, of, "publish")
    public = (await town.get(f"/api/v1/points/rounds/{of['id']}/ranking")).json
    assert [(each["place"], each["applicant"], each["within"]) for each in public["rows"]] == [(1, "古*", True)]
    town.world.clock.forward(days=8)
    await run(town, OFFICE, of, "conclude")

    for outcome, id in (("grant", case["id"]), ("refuse", other["id"])):
        now = (await town.get(f"/api/v1/staff/cases/{id}", token=police)).json
        assert outcome not in {each["action"] for each in now["actions"]}, "the ranking says otherwise"
        more = {"reason": "r" * 5, "basis": "b" * 5} if outcome == "refuse" else {}
        answer = await town.post(f"/api/v1/staff/cases/{id}/{outcome}", {"version": now["version"], **more}, token=police)
        assert answer.status == 409, answer.text
    held = await act(town, await town.staff("wenting"), {"id": other["id"]}, "claim")
    halfway = await run(town, POLICE, of, "decide")
    assert (halfway["done"], halfway["state"]["code"]) == (1, "concluded")
    assert "温婷" in halfway["left"][0], "a colleague has it in hand"
    await act(town, await town.staff("wenting"), held, "release")
    assert (await run(town, POLICE, of, "decide"))["state"]["code"] == "decided"
    refused = (await town.get(f"/api/v1/cases/{case['id']}", token=rival)).json
    assert (refused["state"]["state"], refused["decision"]["reason"]) == ("refused", "居住登记已经注销，不符合申请条件。")


@pytest.mark.parametrize(
    ("terms", "pointer"),
    [
        ({"closes_at": "2026-11-01T09:00:00+08:00"}, "/closes_at"),
        ({"quota": 0}, "/quota"),
        ({"places": {"yunshan_school": 3}}, "/quota"),
        ({"item": "points-school", "places": {"yunshan_school": 3}}, "/places"),
        ({"item": "longevity"}, "/item"),
    ],
)
async def test_a_round_that_does_not_fit_its_item_is_told_where(town: Town, terms: dict[str, Any], pointer: str) -> None:
    body = {
        "item": "points-settle",
        "name": "2026年第一批",
        "announcement": "通告",
        "opens_at": "2026-11-23T09:00:00+08:00",
        "closes_at": "2026-12-23T09:00:00+08:00",
        "quota": 5,
    } | terms
    by = SCHOOLS if terms.get("item") == "points-school" else OFFICE
    answer = await town.post(f"{STAFF}/rounds", body, token=await town.staff(by))
    assert answer.status == 422, answer.text
    assert [each["pointer"] for each in answer.json["errors"]] == [pointer]


async def test_one_round_at_a_time_and_only_by_its_office(town: Town) -> None:
    of = await opened(town, OFFICE, "points-settle", quota=1)
    now = town.world.clock.now().isoformat()
    body = {
        "item": "points-settle",
        "name": "第二批",
        "announcement": "通告",
        "opens_at": now,
        "closes_at": "2026-12-24T09:00:00+08:00",
        "quota": 1,
    }
    second = await town.post(f"{STAFF}/rounds", body, token=await town.staff(OFFICE))
    assert second.status == 409
    assert "还有一批没有办完" in second.json["detail"]
    stranger = await town.post(f"{STAFF}/rounds", body, token=await town.staff(SCHOOLS))
    assert stranger.status == 403
    assert (await town.get(f"{STAFF}/rounds/{of['id']}", token=await town.staff(SCHOOLS))).status == 403
    assert (await town.get(f"{STAFF}/rounds/{of['id']}", token=await town.staff(POLICE))).status == 200, "who decides may look"
    decide = await town.post(f"{STAFF}/rounds/{of['id']}/decide", {"version": of["version"]}, token=await town.staff(OFFICE))
    assert decide.status == 403
    early = await town.post(f"{STAFF}/rounds/{of['id']}/decide", {"version": of["version"]}, token=await town.staff(POLICE))
    assert early.status == 409
    listed = (await town.get("/api/v1/points/rounds?item=points-settle")).json["items"]
    assert [(each["quota"], each["takes_in"]) for each in listed] == [(1, True)]


async def test_filed_cases_that_staff_still_have_keep_the_ranking_back(town: Town) -> None:
    rival = await town.proven(RIVAL)
    await with_points(town, rival, 130)
    of = await opened(town, OFFICE, "points-settle", quota=1)
    await filed(town, rival, "points-settle", places(town, RIVAL))
    town.world.clock.forward(days=11)
    answer = await town.post(f"{STAFF}/rounds/{of['id']}/rank", {"version": of["version"]}, token=await town.staff(OFFICE))
    assert "还有1份申请没有完成资格审核" in answer.json["detail"]


PLACES = {"yunshan_school": 5, "luoxi_school": 5, "qingshi_school": 0, "donghu_school": 0, "binhe_school": 0}


async def test_one_child_holds_one_place_however_many_ask_for_it(town: Town) -> None:
    rival, third = await town.proven(RIVAL), await town.proven(THIRD)
    await with_points(town, rival, 130)
    await with_points(town, third, 90)
    school = await opened(town, SCHOOLS, "points-school", places=PLACES)
    first = await applied(town, rival, "points-school", pupil(town, "aili-maimaiti"), **await shows(town, rival))
    second = await applied(town, third, "points-school", pupil(town, "aili-maimaiti"))
    town.world.clock.forward(days=11)
    office = await town.staff(SCHOOLS)
    now = (await town.get(f"{STAFF}/rounds/{school['id']}", token=office)).json
    early = await town.post(f"{STAFF}/rounds/{school['id']}/rank", {"version": now["version"]}, token=office)
    assert early.status == 409
    assert f"{first['number']}、{second['number']}" in early.json["detail"]
    await run(town, SCHOOLS, school, "exclusions", case=first["id"], reason="申请人不是孩子的爸爸或妈妈")
    await run(town, SCHOOLS, school, "rank")
    table = (await town.get(f"{STAFF}/rounds/{school['id']}/ranking", token=office)).json["rows"]
    assert [(each["case_number"], each["place"]) for each in table] == [(second["number"], 1), (first["number"], None)]


async def test_a_child_the_register_does_not_have_as_theirs_is_shown_by_a_paper_a_person_looks_at(town: Town) -> None:
    rival, third = await town.proven(RIVAL), await town.proven(THIRD)
    for token in (rival, third):
        await with_points(town, token, 130)
    await opened(town, SCHOOLS, "points-school", places=PLACES)

    async def refused(token: str, form: dict[str, Any]) -> dict[str, str]:
        body = {"item": "points-school", "form": form, "materials": {"birth_certificate": {"licence": True}}}
        draft = await town.made("/api/v1/cases", body, token)
        answer = await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]}, token=token)
        assert answer.status == 422, answer.text
        return {each["pointer"]: each["detail"] for each in answer.json["errors"]}

    form = pupil(town, "aili-maimaiti")
    told = await refused(rival, form)
    assert told["/materials/birth_certificate"].startswith("人口信息里没有查到您是孩子的爸爸、妈妈或者监护人")
    named = await refused(third, form | {"child": form["child"] | {"name": "艾里·买买提"}})
    assert named == {"/form/child/name": "姓名和人口信息里的不一样，请照户口簿改过来。"}
    young = {"child": {"name": "小小", "id_number": number_of("20200901")}, "born": "2020-09-01", "grade": "primary"}
    draft = await town.post("/api/v1/cases", {"item": "points-school", "form": SCHOOL | young}, token=third)
    assert "孩子要在今年8月31日以前满6周岁" in str(draft.json["errors"])
    await filed(town, third, "points-school", form)  # their own: the register says so, and nothing is handed in
    await filed(town, rival, "points-school", form, **await shows(town, rival))


async def test_a_birthday_that_is_not_the_childs_and_a_wish_that_stands_twice_are_told(town: Town) -> None:
    rival = await town.proven(RIVAL)
    await with_points(town, rival, 130)
    await opened(town, SCHOOLS, "points-school", places=PLACES)
    form = {**pupil(town, "aili-maimaiti"), "born": "2014-01-01", "wish_second": SCHOOL["wish_first"]}
    body = {"item": "points-school", "form": form, "materials": {"birth_certificate": {"licence": True}}}
    draft = await town.made("/api/v1/cases", body, rival)
    answer = await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]}, token=rival)
    assert answer.status == 422, answer.text
    told = {each["pointer"]: each["detail"] for each in answer.json["errors"]}
    assert told["/form/born"] == "出生日期和身份证号码里的不一样，请照证件改过来。"
    assert told["/form/wish_second"] == "「第二志愿」和前面的志愿重复了，请另选一个；不是必填的可以空着。"


async def _listed(town: Town, of: dict[str, Any], days: int = 9) -> dict[str, Any]:
    """A round whose window is over, ranked, public, and at the end of its days."""
    town.world.clock.forward(days=11)
    for what in ("rank", "publish"):
        of = await run(town, SCHOOLS if of["item"] == "points-school" else OFFICE, of, what)
    town.world.clock.forward(days=days)
    return of


async def _answered(town: Town, token: str, of: dict[str, Any], case: dict[str, Any], *, take: bool) -> tuple[int, dict[str, Any]]:
    answer = await town.post(f"/api/v1/points/rounds/{of['id']}/place", {"case": case["id"], "take": take}, token=token)
    return answer.status, answer.json


async def test_a_school_place_nobody_takes_goes_to_the_next_in_the_list(town: Town) -> None:
    tokens = {code: await town.proven(code) for code in (RIVAL, APPLICANT, THIRD)}
    for code, total in ((RIVAL, 130), (APPLICANT, 116), (THIRD, 90)):
        await with_points(town, tokens[code], total)
    capacity = {**PLACES, "yunshan_school": 1, "luoxi_school": 1}
    school = await opened(town, SCHOOLS, "points-school", places=capacity)
    forms = {RIVAL: OWN_CHILD, APPLICANT: pupil(town, "aili-maimaiti"), THIRD: pupil(town, "zhao-yichen")}
    cases = {
        code: await applied(town, tokens[code], "points-school", form, **await shows(town, tokens[code])) for code, form in forms.items()
    }
    school = await _listed(town, school)
    passing = await run(town, SCHOOLS, school, "conclude")
    assert (passing["state"]["label"], passing["done"]) == ("公示结束，确认名额和递补中", 0)
    await town.world.settle()
    assert "place_to_take" in await town.told(tokens[RIVAL])
    assert "place_to_take" not in await town.told(tokens[THIRD]), "who has no place is asked nothing"
    early = await town.post(f"{STAFF}/rounds/{school['id']}/conclude", {"version": passing["version"]}, token=await town.staff(SCHOOLS))
    assert (early.status, "还有入围或者递补的人没有答复" in early.json["detail"]) == (409, True)
    for code, token in tokens.items():
        await town.proven_again(token, code)

    status, seen = await _answered(town, tokens[RIVAL], school, cases[RIVAL], take=False)
    assert (status, seen["outcome"]["label"], seen["asked"]) == (200, "没有保留名额", False)
    assert (await _answered(town, tokens[RIVAL], school, cases[RIVAL], take=True))[0] == 409, "a no is a no"
    assert (await _answered(town, tokens[RIVAL], school, cases[THIRD], take=True))[0] == 404
    assert (await _answered(town, tokens[THIRD], school, cases[THIRD], take=True))[0] == 409, "nothing is asked of them yet"
    mine = (await points(town, tokens[APPLICANT]))["places"][0]
    assert (mine["given"], mine["offered"], mine["asked"]) == ("luoxi_school", "云山实验学校（演示）", True)
    assert "place_offered" in await town.told(tokens[APPLICANT])
    status, seen = await _answered(town, tokens[APPLICANT], school, cases[APPLICANT], take=True)
    assert (status, seen["given"], seen["outcome"]["label"], seen["asked"]) == (200, "yunshan_school", "递补入围", False)
    status, seen = await _answered(town, tokens[THIRD], school, cases[THIRD], take=True)
    assert (status, seen["given"]) == (200, "luoxi_school"), "what was left behind went on"

    public = (await town.get(f"/api/v1/points/rounds/{school['id']}/ranking")).json
    assert [(each["standing"], each["given"]) for each in public["rows"]] == [
        ("没有保留名额", "yunshan_school"),
        ("递补入围", "yunshan_school"),
        ("递补入围", "luoxi_school"),
    ]
    assert [(each["why"], len(each["offers"])) for each in public["passed_on"]] == [("本人放弃", 1), ("改派到更靠前的志愿", 1)]
    assert all(each.endswith("：已经接受") for passed in public["passed_on"] for each in passed["offers"])
    concluded = await run(town, SCHOOLS, school, "conclude")
    assert (concluded["state"]["code"], concluded["done"], concluded["left"]) == ("concluded", 3, [])
    assert (await run(town, SCHOOLS, school, "decide"))["done"] == 3
    decided = {code: (await town.get(f"/api/v1/cases/{case['id']}", token=tokens[code])).json for code, case in cases.items()}
    assert [decided[code]["state"]["state"] for code in (RIVAL, APPLICANT, THIRD)] == ["refused", "granted", "granted"]
    assert decided[RIVAL]["decision"]["reason"].endswith("本人放弃，名额没有保留。")
    assert "由前面空出的名额递补，派到第1志愿" in decided[APPLICANT]["decision"]["reason"]


async def test_who_says_nothing_in_time_loses_the_place_to_the_next(town: Town) -> None:
    tokens = {code: await town.proven(code) for code in (RIVAL, THIRD)}
    for code, total in ((RIVAL, 130), (THIRD, 90)):
        await with_points(town, tokens[code], total)
    school = await opened(town, SCHOOLS, "points-school", places={**PLACES, "yunshan_school": 1, "luoxi_school": 0})
    forms = {RIVAL: OWN_CHILD, THIRD: pupil(town, "zhao-yichen")}
    cases = {
        code: await applied(town, tokens[code], "points-school", form, **await shows(town, tokens[code])) for code, form in forms.items()
    }
    school = await _listed(town, school)
    passing = await run(town, SCHOOLS, school, "conclude")
    assert passing["take_up_until"][:10] == "2026-12-18", "five working days, as the item says"
    engine = town.world.product.engines.round_places
    town.world.clock.forward(days=8)
    assert await engine.tick() == 1
    await town.world.settle()
    assert "place_passed_on" in await town.told(tokens[RIVAL])
    assert "place_offered" in await town.told(tokens[THIRD])
    await town.proven_again(tokens[RIVAL], RIVAL)
    assert (await _answered(town, tokens[RIVAL], school, cases[RIVAL], take=True))[0] == 409
    town.world.clock.forward(days=3)
    await engine.tick()
    await engine.tick()
    of = await town.world.product.engines.rounds.get(school["id"])
    assert [(each.why.value, [offer.answer and offer.answer.value for offer in each.offers]) for each in of.vacancies] == [
        ("silent", ["silent"])
    ]
    assert of.vacancies[0].ended_at is not None, "nobody is left who wants it"
    await town.world.settle()
    assert "place_passed_on" in await town.told(tokens[THIRD])
    await run(town, SCHOOLS, school, "conclude")
    assert (await run(town, SCHOOLS, school, "decide"))["done"] == 2


async def test_a_withdrawal_frees_a_place_of_the_quota_and_of_two_at_once_each_goes_once(town: Town) -> None:
    codes = (RIVAL, APPLICANT, THIRD, "tang-jianguo")
    tokens = {code: await town.proven(code) for code in codes}
    for number, code in enumerate(codes):
        await with_points(town, tokens[code], 130 - number)
    settle = await opened(town, OFFICE, "points-settle", quota=2)
    cases = {code: await applied(town, tokens[code], "points-settle", places(town, code)) for code in codes}
    town.world.clock.forward(days=11)
    await run(town, OFFICE, settle, "rank")
    await run(town, OFFICE, settle, "publish")
    for code in codes[:2]:
        await town.proven_again(tokens[code], code)
        await act(town, tokens[code], cases[code], "withdraw", staff=False, reason="不办了")
    town.world.clock.forward(days=9)
    engines = town.world.product.engines
    passing = await run(town, OFFICE, settle, "conclude")
    assert passing["state"]["code"] == "passing"
    await asyncio.gather(*(engines.round_places.pass_on(settle["id"]) for _ in range(3)))
    of = await engines.rounds.get(settle["id"])
    offered = [[offer.case for offer in each.offers] for each in of.vacancies]
    assert offered == [[cases[THIRD]["id"]], [cases["tang-jianguo"]["id"]]], "in order, each place once"
    for code in codes[2:]:
        await town.proven_again(tokens[code], code)
    both = await asyncio.gather(*(_answered(town, tokens[code], settle, cases[code], take=True) for code in codes[2:]))
    assert [status for status, _ in both] == [200, 200]
    assert (await run(town, OFFICE, settle, "conclude"))["done"] == 2
    assert (await run(town, POLICE, settle, "decide"))["done"] == 2
    won = (await town.get(f"/api/v1/cases/{cases[THIRD]['id']}", token=tokens[THIRD])).json
    assert "由前面空出的名额递补" in won["decision"]["reason"]


async def test_a_list_somebody_left_before_it_was_public_is_ranked_again(town: Town) -> None:
    rival = await town.proven(RIVAL)
    await with_points(town, rival, 130)
    settle = await opened(town, OFFICE, "points-settle", quota=1)
    case = await applied(town, rival, "points-settle", places(town, RIVAL))
    town.world.clock.forward(days=11)
    ranked = await run(town, OFFICE, settle, "rank")
    await town.proven_again(rival, RIVAL)
    await act(town, rival, case, "withdraw", staff=False, reason="不办了")
    answer = await town.post(f"{STAFF}/rounds/{settle['id']}/publish", {"version": ranked["version"]}, token=await town.staff(OFFICE))
    assert (answer.status, "请重新排名" in answer.json["detail"]) == (409, True)

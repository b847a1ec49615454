"""S9: 积分制入户、积分制入学: places are given by confirmed points, without a single paper. 入户20个工作日，入学40个工作日."""

from typing import Any

import pytest

from backend.people import mask_name
from tests.api.stories.business import accepted, act, filed
from tests.api.stories.counterparts import photo
from tests.api.stories.points import (
    APPLICANT,
    OFFICE,
    OWN_CHILD,
    PLACES,
    POLICE,
    RECEPTION,
    RIVAL,
    SCHOOL,
    SCHOOLS,
    STAFF,
    THIRD,
    answered,
    applied,
    confirmed,
    number_of,
    opened,
    places,
    points,
    pupil,
    run,
    shows,
    with_points,
)
from tests.factories import Town


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
        status, seen = await answered(town, token, school, schools[code], take=True)
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


async def test_the_family_who_moves_along_is_named(town: Town) -> None:
    rival = await town.proven(RIVAL)
    form = places(town, RIVAL) | {"family": "with_family"}
    draft = await town.made("/api/v1/cases", {"item": "points-settle", "form": form}, rival)
    answer = await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]}, token=rival)
    assert "/form/movers" in {each["pointer"] for each in answer.json["errors"]}, answer.text


async def _moving(town: Town, *movers: tuple[str, str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """A settlement of a family whose round is concluded: the case and the round."""
    token = await town.proven(APPLICANT)
    await with_points(town, token, 130)
    settle = await opened(town, OFFICE, "points-settle", quota=1)
    named = [{key: town.document(code)[key] for key in ("name", "id_number")} | {"relation": relation} for code, relation in movers]
    form = places(town, APPLICANT) | {"family": "with_family", "movers": named}
    register = {"files": [await photo(town, token, "points-settle", "green")]}
    filed_case = await filed(town, token, "points-settle", form, household_register=register)
    case = await accepted(town, await town.staff(RECEPTION), filed_case)
    await act(town, await town.staff(OFFICE), case, "complete-step", step="qualification", finding="符合申请条件")
    town.world.clock.forward(days=11)
    for what in ("rank", "publish"):
        settle = await run(town, OFFICE, settle, what)
    town.world.clock.forward(days=8)
    return case, await run(town, OFFICE, settle, "conclude")


async def test_who_moves_along_is_family_by_the_register(town: Town) -> None:
    case, settle = await _moving(town, ("guli-aihemaiti", "配偶"), ("aili-maimaiti", "儿子"))
    assert case["differences"] == []
    assert (await run(town, POLICE, settle, "decide"))["state"]["code"] == "decided"


async def test_a_stranger_does_not_move_along_unseen(town: Town) -> None:
    case, settle = await _moving(town, ("guli-aihemaiti", "配偶"), ("zhao-yichen", "儿子"))
    assert [each["field"] for each in case["differences"]] == ["movers"]
    carried = await run(town, POLICE, settle, "decide")
    assert (carried["done"], carried["state"]["code"]) == (0, "concluded")
    assert "一起迁的家属" in carried["left"][0], "the ranking does not grant past what a register says"
    differing = "孩子户口在别处，出生医学证明看过"
    granted = await act(town, await town.staff(POLICE), case, "grant", reason="符合条件", differing=differing)
    assert granted["state"]["state"] == "granted"


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
    said = {"text": "电话反映同一件事"}
    nobody = await town.post(f"{STAFF}/rounds/{of['id']}/objections", said, token=office)
    assert (nobody.status, [each["pointer"] for each in nobody.json["errors"]]) == (422, ["/name"]), "nobody could be told the answer"
    taken = await town.post(f"{STAFF}/rounds/{of['id']}/objections", {**said, "name": "王小芳", "phone": "16900000001"}, token=office)
    assert taken.status == 200, taken.text
    assert [each["teller"] for each in taken.json["objections"]] == [None, {"name": "王*芳", "phone": "169****0001"}]
    plain = await town.world.store._plain[town.world.store.database]["rounds"].find_one({})  # pyright: ignore[reportPrivateUsage]
    assert plain is not None
    assert isinstance(plain["objections"][1]["teller"], bytes), "sealed where it is kept"
    by_whom = [f"{STAFF}/rounds/{of['id']}/objections/{each['id']}/teller" for each in taken.json["objections"]]
    assert (await town.get(by_whom[1], token=office)).json == {"name": "王小芳", "phone": "16900000001"}
    assert [each["subject"] for each in await town.world.store.audit.find({"action": "round.teller_read"})] == [f"rounds/{of['id']}"]
    assert (await town.get(by_whom[0], token=office)).status == 404, "whoever applied is told on the phone"
    assert (await town.get(by_whom[1], token=police)).status == 403, "who decides later tells nobody"
    town.world.clock.forward(days=8)
    blocked = await town.post(f"{STAFF}/rounds/{of['id']}/conclude", {"version": 99}, token=office)
    assert "2个异议没有答复" in blocked.json["detail"]
    seen = (await town.get(f"{STAFF}/rounds/{of['id']}", token=office)).json
    first, second = seen["objections"]
    await run(town, OFFICE, of, f"objections/{second['id']}/answer", upheld=False, finding="和申请人反映的是同一件事")
    back = await run(town, OFFICE, of, f"objections/{first['id']}/answer", upheld=True, finding="居住登记已经注销")
    assert back["state"]["label"] == "申请已截止，待重新排名", "the list is taken back"
    await town.world.settle()
    assert "round_objection_answered" in await town.told(third)
    await run(town, OFFICE, of, "exclusions", case=case["id"], reason="居住登记已经注销，不符合申请条件。")
    again = await run(town, OFFICE, of, "rank")
    assert again["runs"][0]["digest"] != again["runs"][1]["digest"]
    await run(town, OFFICE, of, "publish")
    public = (await town.get(f"/api/v1/points/rounds/{of['id']}/ranking")).json
    assert [(each["place"], each["applicant"], each["within"]) for each in public["rows"]] == [(1, "古*", True)]
    town.world.clock.forward(days=8)
    await run(town, OFFICE, of, "conclude")

    now = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=police)).json
    assert "grant" not in {each["action"] for each in now["actions"]}, "the ranking says otherwise"
    answer = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", {"version": now["version"]}, token=police)
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
    for who, opens in ((OFFICE, True), (POLICE, True), (SCHOOLS, False)):
        rows = (await town.get(f"{STAFF}/rounds", token=await town.staff(who))).json["items"]
        assert [(each["id"], each["opens"]) for each in rows] == [(of["id"], opens)], "whoever may not open it is offered no way there"


async def test_filed_cases_that_staff_still_have_keep_the_ranking_back(town: Town) -> None:
    rival = await town.proven(RIVAL)
    await with_points(town, rival, 130)
    of = await opened(town, OFFICE, "points-settle", quota=1)
    await filed(town, rival, "points-settle", places(town, RIVAL))
    town.world.clock.forward(days=11)
    answer = await town.post(f"{STAFF}/rounds/{of['id']}/rank", {"version": of["version"]}, token=await town.staff(OFFICE))
    assert "还有1份申请没有完成资格审核" in answer.json["detail"]


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
    (both,) = (await _of_the_round(town, school, SCHOOLS))["same"]
    assert [(each["number"], each["state"], each["opens"]) for each in both] == [
        (first["number"], "等待排名", True),
        (second["number"], "等待排名", True),
    ], "both are named for whoever is to find which one does not meet the conditions"
    out = await run(town, SCHOOLS, school, "exclusions", case=first["id"], reason="申请人不是孩子的爸爸或妈妈")
    assert [(each["number"], each["person_name"], each["by"]) for each in out["exclusions"]] == [
        (first["number"], town.document(RIVAL)["name"], "秦岚")
    ]
    assert (await _of_the_round(town, school, SCHOOLS))["same"] == []
    back = await run(town, SCHOOLS, school, "readmissions", case=first["id"], reason="补交了出生医学证明，登记错了")
    assert (back["exclusions"], len((await _of_the_round(town, school, SCHOOLS))["same"])) == ([], 1), "as if never said"
    for case, told in ((first["id"], "不用恢复"), ("case_none", "不用恢复")):
        body = {"version": back["version"], "case": case, "reason": "登记错了，已经核实"}
        gone = await town.post(f"{STAFF}/rounds/{school['id']}/readmissions", body, token=office)
        assert (gone.status, told in gone.json["detail"]) == (404, True)
    await run(town, SCHOOLS, school, "exclusions", case=first["id"], reason="申请人不是孩子的爸爸或妈妈")
    await run(town, SCHOOLS, school, "rank")
    table = (await town.get(f"{STAFF}/rounds/{school['id']}/ranking", token=office)).json["rows"]
    assert [(each["case_number"], each["place"]) for each in table] == [(second["number"], 1), (first["number"], None)]
    again = await run(town, SCHOOLS, school, "readmissions", case=first["id"], reason="补交了出生医学证明，登记错了")
    assert again["state"]["code"] == "retaken", "a ranking without it does not count any more"
    await run(town, SCHOOLS, school, "exclusions", case=second["id"], reason="由积分高的一方申请")
    for what in ("rank", "publish"):
        now = await run(town, SCHOOLS, school, what)
    body = {"version": now["version"], "case": second["id"], "reason": "登记错了，已经核实"}
    late = await town.post(f"{STAFF}/rounds/{school['id']}/readmissions", body, token=office)
    assert (late.status, "公示中" in late.json["detail"]) == (409, True)


async def _of_the_round(town: Town, of: dict[str, Any], who: str, query: str = "") -> dict[str, Any]:
    """What was handed in to a round, as one of its offices reads it."""
    answer = await town.get(f"{STAFF}/rounds/{of['id']}/applications{query}", token=await town.staff(who))
    assert answer.status == 200, answer.text
    return answer.json


async def test_whoever_runs_a_round_finds_its_own_applications_and_nobody_else_does(town: Town) -> None:
    rival, third = await town.proven(RIVAL), await town.proven(THIRD)
    for token in (rival, third):
        await with_points(town, token, 100)
    school = await opened(town, SCHOOLS, "points-school", places=PLACES)
    ready = await applied(town, rival, "points-school", pupil(town, "aili-maimaiti"), **await shows(town, rival))
    early = await filed(town, third, "points-school", OWN_CHILD, **await shows(town, third))
    first = await _of_the_round(town, school, SCHOOLS, "?limit=1")
    rest = await _of_the_round(town, school, SCHOOLS, f"?limit=1&cursor={first['next']}")
    rows = [*first["items"], *rest["items"]]
    child = mask_name(town.document("aili-maimaiti")["name"])
    assert [(each["number"], each["about"], each["state"], each["opens"]) for each in rows] == [
        (early["number"], "邓*宝", "已收件，等待受理", False),
        (ready["number"], child, "等待排名", True),
    ]
    assert (first["same"], rest["same"], rest["next"]) == ([], [], None), "another child is another place"
    assert not any(each["excluded"] or each["over"] for each in rows)
    other = await town.get(f"{STAFF}/rounds/{school['id']}/applications", token=await town.staff(OFFICE))
    assert other.status == 403, "who looks at the conditions does so case by case"


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

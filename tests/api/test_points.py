"""Points where something fails half-way: registers that do not answer, rankings and decisions that die, two at once."""

import asyncio
from typing import Any

import pytest

from backend.errors import Problem, StaleVersion
from backend.registers import RegisterUnavailable
from models.acts import Act, Role, StaffActor
from models.points.bodies import VersionedBody
from tests.api.stories.business import accepted, act, filed, part
from tests.api.stories.points import (
    APPLICANT,
    CLAIMS,
    OFFICE,
    POLICE,
    RECEPTION,
    RIVAL,
    SETTLE,
    STAFF,
    THIRD,
    applied,
    opened,
    places,
    points,
    run,
    with_points,
)
from tests.factories import Town

_OFFICER = StaffActor(id="staff-101", name="易建新", roles=frozenset({Role.REVIEWER}), department="newcomers")


def officer(town: Town) -> Act:
    return Act(_OFFICER, town.world.clock.now())


async def begun(town: Town) -> tuple[str, dict[str, Any]]:
    """An application that was accepted; nothing is settled yet."""
    me = await town.proven(APPLICANT)
    case = await accepted(town, await town.staff(RECEPTION), await filed(town, me, "points-confirm", CLAIMS))
    return me, (await town.get(f"/api/v1/cases/{case['id']}", token=me)).json


async def window_over(town: Town) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A round whose window is over, with two qualified applications."""
    of, made = await opened(town, OFFICE, "points-settle", quota=1), []
    for code, total in ((RIVAL, 130), (THIRD, 90)):
        token = await town.proven(code)
        await with_points(town, token, total)
        made.append(await applied(town, token, "points-settle", {**SETTLE, "applicant_name": town.document(code)["name"]}))
    town.world.clock.forward(days=11)
    return of, made


async def test_while_a_register_is_silent_nobody_agrees_and_nothing_is_lost(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    me, case = await begun(town)
    engines = town.world.product.engines
    fetch = engines.points._counting._registers.fetch

    async def silent(name: str, *args: Any, **criteria: str) -> Any:
        if name == "education":
            raise RegisterUnavailable("education", "timeout")
        return await fetch(name, *args, **criteria)

    monkeypatch.setattr(engines.points._counting._registers, "fetch", silent)
    await town.world.settle()
    assert (await points(town, me))["sheets"] == []
    share, police = part(case, "police")["case"], await town.staff("zhongweiguo")
    version = (await town.get(f"/api/v1/staff/cases/{share}", token=police)).json["version"]
    early = await town.post(f"/api/v1/staff/cases/{share}/grant", {"version": version}, token=police)
    assert (early.status, "没有算好" in early.json["detail"]) == (409, True)
    assert (await town.get(f"/api/v1/staff/points/cases/{share}", token=police)).status == 404
    monkeypatch.undo()
    row = (await town.world.store.outbox.find({"action": "case.parts_begun"}))[0]
    assert row["state"] == "pending", "it is tried again"
    await town.world.store.outbox.change_many({"state": "pending"}, {"$set": {"next_at": town.world.clock.now()}})
    await town.world.store.outbox.change({"_id": row["_id"]}, {"$set": {"next_at": row["at"].replace(year=2020)}})
    await town.world.settle()
    assert len((await points(town, me))["sheets"]) == 1


async def test_a_department_sees_its_own_lines_and_the_office_all_of_them(town: Town) -> None:
    _, case = await begun(town)
    await town.world.settle()
    seen = {
        (who, key): (await town.get(f"/api/v1/staff/points/cases/{part(case, key)['case']}", token=await town.staff(who))).json
        for who, key in (("dengliping", "insurance"), (OFFICE, "home"), ("zhongweiguo", "police"))
    }
    lines = {key: [line["indicator"] for line in sheet["lines"]] for (_, key), sheet in seen.items()}
    assert lines == {"insurance": ["insurance"], "home": ["home"], "police": ["age", "conduct"]}
    insurance = seen["dengliping", "insurance"]
    assert (insurance["total"], insurance["figures"]) == (11, {})
    assert insurance["sentence"] == "这里只有本部门核验的几项，合计不是申请人的总分。"
    assert (await town.get(f"/api/v1/staff/points/cases/{case['id']}", token=await town.staff("dengliping"))).status == 403
    whole = (await town.get(f"/api/v1/staff/points/cases/{case['id']}", token=await town.staff(OFFICE))).json
    assert (len(whole["lines"]), whole["total"]) == (6, 116)


async def test_schooling_the_scheme_does_not_list_gives_nothing_until_a_person_has_looked(town: Town) -> None:
    me = await town.proven(APPLICANT)
    await town.sandbox.change_record("education", APPLICANT, {"level": "肄业"})
    case = await accepted(town, await town.staff(RECEPTION), await filed(town, me, "points-confirm", CLAIMS))
    await town.world.settle()
    line = next(each for each in (await points(town, me))["sheets"][0]["lines"] if each["indicator"] == "education")
    assert (line["counted"], line["judged"], "方案里没有列出" in line["reason"]) == (0, True, True)
    share = {"id": part((await town.get(f"/api/v1/cases/{case['id']}", token=me)).json, "human")["case"]}
    human = await town.staff("wuminyi")
    version = (await town.get(f"/api/v1/staff/cases/{share['id']}", token=human)).json["version"]
    early = await town.post(f"/api/v1/staff/cases/{share['id']}/grant", {"version": version}, token=human)
    assert (early.status, "文化程度" in early.json["detail"]) == (409, True)


async def test_a_sheet_is_made_once_however_often_the_news_comes(town: Town) -> None:
    me, _ = await begun(town)
    await town.world.settle()
    rows = await town.world.store.outbox.find({"action": "case.parts_begun"})
    await town.world.store.outbox.change_many({}, {"$set": {"state": "pending", "next_at": rows[0]["at"].replace(year=2020)}})
    await town.world.settle()
    assert len((await points(town, me))["sheets"]) == 1
    assert len((await town.world.store.points_sheets.find({}))[0]["events"]) == 1


async def test_of_two_rankings_at_once_one_counts_and_only_its_rows_stay(town: Town) -> None:
    of, _ = await window_over(town)
    rounds = town.world.product.engines.rounds
    body = VersionedBody(version=of["version"])
    results = await asyncio.gather(*(rounds.rank(officer(town), of["id"], body) for _ in range(2)), return_exceptions=True)
    assert sorted(isinstance(each, Problem) for each in results) == [False, True]
    assert len((await rounds.get(of["id"])).runs) == 1
    ranked = await run(town, OFFICE, of, "rank")
    assert len(ranked["runs"]) == 2
    rows = await town.world.store.ranked.find({})
    runs = {each.id for each in (await rounds.get(of["id"])).runs}
    assert {row["run"] for row in rows} == runs, "of the one that lost nothing stays"


async def test_what_the_watch_marks_is_nobodys_act_and_whoever_was_overtaken_reads_by_whom(town: Town) -> None:
    of, _ = await window_over(town)
    engines, office = town.world.product.engines, await town.staff(OFFICE)
    before = await engines.rounds.get(of["id"])
    assert await engines.round_duties.tick() == 1
    assert (await engines.rounds.get(of["id"])).version > before.version
    await engines.rounds.changed(officer(town), before, {}, "round.closed")
    with pytest.raises(StaleVersion):
        await engines.rounds.changed(officer(town), before, {}, "round.closed")
    seen = (await town.get(f"{STAFF}/rounds/{of['id']}", token=office)).json
    assert (seen["version"], seen["due_for"]) == (of["version"] + 1, "审核、排名并公布名单")
    ranked = await run(town, OFFICE, of, "rank")
    late = await town.post(f"{STAFF}/rounds/{of['id']}/rank", {"version": of["version"]}, token=office)
    assert (late.status, late.json["type"].endswith("/stale_version")) == (409, True)
    assert (ranked["last"]["by"], ranked["last"]["what"]) == ("易建新", "排了名")


async def test_what_a_colleague_decided_meanwhile_is_called_theirs(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    of, (first, _) = await window_over(town)
    for what in ("rank", "publish"):
        await run(town, OFFICE, of, what)
    town.world.clock.forward(days=8)
    await run(town, OFFICE, of, "conclude")
    cases, colleague = town.world.product.engines.cases, await town.staff("wenting")
    grant = cases.grant

    async def slower(*args: Any) -> Any:
        monkeypatch.undo()
        await act(town, colleague, first, "grant")
        return await grant(*args)

    monkeypatch.setattr(cases, "grant", slower)
    decided = await run(town, POLICE, of, "decide")
    assert (decided["done"], decided["left"], decided["others"]) == (1, [], ["温婷办了1件"])
    assert decided["state"]["code"] == "decided"


async def test_a_round_ends_by_itself_when_the_last_one_was_decided_by_hand(town: Town) -> None:
    rival = await town.proven(RIVAL)
    await with_points(town, rival, 130)
    of = await opened(town, OFFICE, "points-settle", quota=1)
    only = await applied(town, rival, "points-settle", places(town, RIVAL))
    for what in ("close", "rank", "publish"):
        await run(town, OFFICE, of, what)
    town.world.clock.forward(days=8)
    await run(town, OFFICE, of, "conclude")
    deciding = town.world.product.engines.ranking_decisions
    assert await deciding.tick() == 0, "one has no decision"
    await act(town, await town.staff("wenting"), only, "grant")
    assert (await deciding.tick(), await deciding.tick()) == (1, 0)
    seen = (await town.get(f"{STAFF}/rounds/{of['id']}", token=await town.staff(POLICE))).json
    assert (seen["state"]["code"], seen["last"]["by"], seen["undecided"]) == ("decided", "系统", 0)


async def test_of_two_who_end_a_list_at_once_one_does(town: Town) -> None:
    of, _ = await window_over(town)
    await run(town, OFFICE, of, "rank")
    await run(town, OFFICE, of, "publish")
    town.world.clock.forward(days=8)
    engines = town.world.product.engines
    now = await engines.rounds.get(of["id"])
    assert now.shown(town.world.clock.now()).label == "公示期满，待处理"
    both = (engines.ranking_decisions.conclude(officer(town), of["id"], VersionedBody(version=now.seen)) for _ in range(2))
    results = await asyncio.gather(*both, return_exceptions=True)
    assert sorted(type(each).__name__ for each in results) == ["Carried", "StaleVersion"]
    stale = await town.post(f"{STAFF}/rounds/{of['id']}/conclude", {"version": now.seen}, token=await town.staff(OFFICE))
    assert stale.status == 409, "nor does a third one on what it saw before"


async def test_a_ranking_that_dies_half_way_counts_for_nothing(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    of, _ = await window_over(town)
    rounds = town.world.product.engines.rounds

    async def dies(*_: Any) -> None:
        raise ConnectionError

    monkeypatch.setattr(rounds, "changed", dies)
    with pytest.raises(ConnectionError):
        await rounds.rank(officer(town), of["id"], VersionedBody(version=of["version"]))
    monkeypatch.undo()
    assert await town.world.store.ranked.count({}) == 2, "its rows were written"
    assert await rounds.rows(await rounds.get(of["id"]), 0, 10) == []
    await run(town, OFFICE, of, "rank")
    assert await town.world.store.ranked.count({}) == 2, "and are gone with the next one"


async def test_everybody_is_told_once_and_a_conclusion_goes_on_where_it_died(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    of, (first, second) = await window_over(town)
    await run(town, OFFICE, of, "rank")
    await run(town, OFFICE, of, "publish")
    await town.world.settle()
    rows = await town.world.store.outbox.find({"action": "round.published"})
    await town.world.store.outbox.change(
        {"_id": rows[0]["_id"]}, {"$set": {"state": "pending", "next_at": rows[0]["at"].replace(year=2020)}}
    )
    await town.world.settle()
    assert await town.world.store.notices.count({"template": "round_published"}) == 2

    town.world.clock.forward(days=8)
    engines = town.world.product.engines
    complete, done = engines.cases.complete_step, []

    async def dies_at_the_second(*args: Any) -> Any:
        if done:
            raise ConnectionError
        done.append(args)
        return await complete(*args)

    monkeypatch.setattr(engines.cases, "complete_step", dies_at_the_second)
    now = await engines.rounds.get(of["id"])
    with pytest.raises(ConnectionError):
        await engines.ranking_decisions.conclude(officer(town), of["id"], VersionedBody(version=now.seen))
    monkeypatch.undo()
    seen = (await town.get(f"{STAFF}/rounds/{of['id']}", token=await town.staff(POLICE))).json
    assert (seen["to_pass_on"], seen["undecided"]) == (1, 2)
    assert (seen["ranks"], seen["decides"], seen["deciding_name"]) == (False, True, "公安分局")
    again = await run(town, OFFICE, of, "conclude")
    assert (again["state"]["code"], again["done"], again["left"]) == ("concluded", 1, [])
    assert (again["to_pass_on"], again["undecided"], again["ranks"], again["decides"]) == (0, 2, True, False)
    steps = [(await town.world.store.cases.get(each["id"]) or {})["steps"] for each in (first, second)]
    assert all(each[1]["done_at"] for each in steps)


async def test_points_that_have_run_out_open_no_round(town: Town) -> None:
    token = await town.proven(RIVAL)
    await with_points(town, token, 130)
    await town.world.store.points_records.change({}, {"$set": {"until": town.world.clock.now().replace(day=1)}})
    await opened(town, OFFICE, "points-settle", quota=1)
    draft = await town.made("/api/v1/cases", {"item": "points-settle", "form": {**SETTLE, "applicant_name": "邓晓芳"}}, token)
    answer = await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]}, token=token)
    assert "没有查到您在有效期内的积分确认书" in answer.json["detail"]


async def test_an_exclusion_names_an_application_of_the_round_once(town: Town) -> None:
    of, (first, _) = await window_over(town)
    office = await town.staff(OFFICE)
    body = {"version": of["version"], "case": "case_nobodys", "reason": "不符合申请条件"}
    assert (await town.post(f"/api/v1/staff/points/rounds/{of['id']}/exclusions", body, token=office)).status == 404
    seen = await run(town, OFFICE, of, "exclusions", case=first["id"], reason="不符合申请条件")
    again = {"version": seen["version"], "case": first["id"], "reason": "再登记一次"}
    assert (await town.post(f"/api/v1/staff/points/rounds/{of['id']}/exclusions", again, token=office)).status == 409
    late = await town.post(f"/api/v1/staff/points/rounds/{of['id']}/close", {"version": seen["version"]}, token=office)
    assert "已经在" in late.json["detail"]


async def test_what_a_register_marks_or_says_of_another_name_is_left_to_a_person(town: Town) -> None:
    await town.sandbox.change_record("education", APPLICANT, {"flags": ["学籍待核"]})
    await town.sandbox.change_record("homes", APPLICANT, {"name": "买买提"})
    me, case = await begun(town)
    await town.world.settle()
    sheet = (await points(town, me))["sheets"][0]
    lines = {each["indicator"]: (each["proposed"], each["judged"], each["reason"]) for each in sheet["lines"]}
    assert lines["education"] == (0, True, "部门系统里的记录有标注（学籍待核），要工作人员核对。")
    assert lines["home"][:2] == (0, True)
    assert lines["skills"] == (40, False, "")
    share, clerk = part(case, "human")["case"], await town.staff("wuminyi")
    version = (await town.get(f"/api/v1/staff/cases/{share}", token=clerk)).json["version"]
    early = await town.post(f"/api/v1/staff/cases/{share}/grant", {"version": version}, token=clerk)
    assert "「文化程度」要由您核定分数" in early.json["detail"]


@pytest.mark.parametrize(
    ("times", "field", "words"),
    [
        ({"closes_at": "9999-12-31T09:00:00+08:00"}, "/closes_at", "请填1850年到2200年之间的日期"),
        ({"closes_at": "2199-12-31T09:00:00+08:00"}, "/closes_at", "一批最多受理一年"),
        ({"opens_at": "2028-01-10T09:00:00+08:00", "closes_at": "2028-02-10T09:00:00+08:00"}, "/opens_at", "请在一年以内开始"),
        ({"closes_at": "2026-11-20T09:00:00+08:00"}, "/closes_at", "截止时间要在开始时间和现在以后"),
    ],
)
async def test_a_round_nobody_could_end_is_refused_and_not_kept(town: Town, times: dict[str, str], field: str, words: str) -> None:
    terms = {"opens_at": "2026-11-23T10:00:00+08:00", "closes_at": "2026-12-03T10:00:00+08:00", "quota": 2, "least": 60} | times
    body = {"item": "points-settle", "name": "2026年第一批", "announcement": "通告（演示）", **terms}
    refused = await town.post(f"{STAFF}/rounds", body, token=await town.staff(OFFICE))
    assert (refused.status, [each["pointer"] for each in refused.json["errors"]]) == (422, [field])
    assert words in refused.json["errors"][0]["detail"]
    assert (await town.get("/api/v1/points/rounds")).json["items"] == []
    await opened(town, OFFICE, "points-settle", quota=2, least=60)


async def test_who_takes_part_no_more_holds_up_no_list(town: Town) -> None:
    rival = await town.proven(RIVAL)
    await with_points(town, rival, 130)
    of = await opened(town, OFFICE, "points-settle", quota=1)
    case = await applied(town, rival, "points-settle", places(town, RIVAL))
    for what in ("close", "rank", "publish"):
        await run(town, OFFICE, of, what)
    now = (await town.get(f"/api/v1/cases/{case['id']}", token=rival)).json
    gone = await town.post(f"/api/v1/cases/{case['id']}/withdraw", {"version": now["version"]}, token=rival)
    assert gone.status == 200, gone.text
    body = {"text": "名次不对", "case": case["id"]}
    refused = await town.post(f"/api/v1/points/rounds/{of['id']}/objections", body, token=rival)
    assert (refused.status, "已经撤回或者结束" in refused.json["detail"]) == (409, True)

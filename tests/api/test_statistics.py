"""Statistics over HTTP: facts of what was decided, figures for staff, and what the public is told."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from models.statistics import CaseFact, Figured
from tests.conftest import MONDAY
from tests.factories import Town

BACKWARDS: dict[str, Any] = {"from": "2026-12-01", "to": "2026-11-01"}
NOVEMBER: dict[str, Any] = {"from": "2026-11-01", "to": "2026-12-01"}


async def decided(town: Town, item: str, department: str, people: int, at: datetime = MONDAY, **more: Any) -> None:
    """So many people's cases of an item, one each, decided then."""
    fields = {"hall": "", "instant": False, "on_time": True, "used": 420, "statutory": 8400, "asked": 4, "handed_in": 1}
    fields |= {"visits": 0, "returns": 0} | more
    facts = [
        CaseFact.model_validate(
            {"_id": f"{item}-{index}-{at}", "case": f"case_{item}_{index}".replace("-", "_"), "person": f"p-{item}-{index}"}
            | fields
            | {"item": item, "department": department, "at": at}
        )
        for index in range(people)
    ]
    await town.world.store.case_facts.insert_missing(fact.model_dump(by_alias=True) for fact in facts)


def figures(row: Any) -> dict[str, float | None]:
    return {each["key"]: each["value"] for each in row["figures"]}


async def stats(town: Town, token: str, **query: Any) -> Any:
    answer = await town.get("/api/v1/staff/stats", token=token, **NOVEMBER | query)
    assert answer.status == 200, answer.text
    return answer.json


async def test_what_the_rule_decided_is_a_fact_and_what_is_unfinished_is_none(town: Town) -> None:
    citizen, supervisor = await town.proven("wang-guifang"), await town.head("yanzheng")
    await town.certified(citizen)
    await town.certified(citizen)
    await town.made("/api/v1/cases", {"item": "longevity"}, citizen)
    await town.world.settle()
    told = await stats(town, supervisor)
    assert [row["key"] for row in told["rows"]] == ["archive-proof"]
    assert figures(told["total"]) | {"materials_saved": 0} == {
        "cases": 1,
        "ended": 0,
        "on_time": 100,
        "time_saved": 100,
        "materials_saved": 0,
        "visits": 0,
        "instant": 100,
        "returns": 0,
    }, "the same paper twice on one day is one case"
    assert all(each["definition"] for each in told["rows"][0]["figures"])


async def test_a_refused_case_counts_with_its_time_and_an_event_again_changes_nothing(town: Town) -> None:
    citizen, clerk = await town.proven("wang-guifang"), await town.staff("wuminyi")
    await town.sandbox.switch("registers.personnel", lie="person")
    answer = await town.post("/api/v1/certificates", {"item": "archive-proof", "form": {"purpose": "work"}}, token=citizen)
    assert answer.status == 202
    found = (await town.get("/api/v1/cases", token=citizen)).json["items"][0]
    path = f"/api/v1/staff/cases/{found['id']}"
    seen = (await town.get(path, token=clerk)).json
    while "refuse" not in {each["action"] for each in seen["actions"]}:
        step = next(each["key"] for each in seen["steps"] if each["done_at"] is None)
        body = {"version": seen["version"], "step": step, "finding": "已核对档案"}
        seen = (await town.post(f"{path}/complete-step", body, token=clerk)).json
    town.world.clock.forward(hours=1)
    refused = await town.post(
        f"{path}/refuse", {"version": seen["version"], "reason": "档案不在本中心", "basis": "办法第三条"}, token=clerk
    )
    assert refused.status == 200, refused.text
    await town.world.settle()
    document = await town.world.store.case_facts.get(found["id"])
    assert document is not None
    assert (document["on_time"], document["instant"], document["used"]) == (True, False, 60)
    await town.world.store.outbox.change_many({}, {"$set": {"state": "pending", "waiting": ["statistics"]}})
    await town.world.settle()
    assert await town.world.store.case_facts.find({}) == [document]


async def test_staff_narrow_it_by_department_item_and_hall(town: Town) -> None:
    await decided(town, "longevity", "civil_affairs", 3, hall="center", visits=1)
    await decided(town, "ssc-apply", "human_resources", 2, on_time=False)
    await decided(town, "ssc-apply", "human_resources", 2, at=MONDAY + timedelta(days=30))
    supervisor = await town.head("yanzheng")
    told = await stats(town, supervisor, by="department")
    assert [(row["name"], figures(row)["cases"]) for row in told["rows"]] == [("民政局", 3), ("人力资源和社会保障局", 2)]
    assert figures(told["total"])["on_time"] == 60
    halls = await stats(town, supervisor, by="hall")
    assert [row["name"] for row in halls["rows"]] == ["没有到窗口", "云城区政务服务中心"]
    only = await stats(town, supervisor, department="human_resources", item="ssc-apply")
    assert figures(only["total"])["cases"] == 2
    assert figures((await stats(town, supervisor, hall="luoxi"))["total"])["cases"] == 0
    wrongs: list[dict[str, Any]] = [BACKWARDS, NOVEMBER | {"from": "0001-01-01"}, NOVEMBER | {"to": "9999-12-31"}]
    for wrong in wrongs:
        assert (await town.get("/api/v1/staff/stats", token=supervisor, **wrong)).status == 422
    assert (await town.get("/api/v1/staff/stats", token=await town.staff("wuminyi"), **NOVEMBER)).status == 403


async def test_what_was_ended_undecided_is_counted_apart_and_never_as_on_time(town: Town) -> None:
    await decided(town, "longevity", "civil_affairs", 3, on_time=False, statutory=None)
    await decided(town, "ssc-apply", "civil_affairs", 2, ended=True, returns=4, instant=True)
    supervisor = await town.head("yanzheng")
    total = figures((await stats(town, supervisor))["total"])
    assert total | {"materials_saved": 0} == {
        "cases": 3,
        "ended": 2,
        "on_time": 0,
        "time_saved": None,
        "materials_saved": 0,
        "visits": 0,
        "instant": 0,
        "returns": 0,
    }
    definitions = {each["key"]: each["definition"] for each in (await stats(town, supervisor))["total"]["figures"]}
    assert "终止办理和没有办完的不算" in definitions["on_time"]


async def behind(town: Town, token: str, **query: Any) -> Any:
    answer = await town.get("/api/v1/staff/stats/cases", token=token, **NOVEMBER | query)
    assert answer.status == 200, answer.text
    return answer.json


async def every_fact(town: Town) -> None:
    """Cases of all kinds: late, without a limit, ended, by rule, with visits and returns, in two departments."""
    await decided(town, "longevity", "civil_affairs", 3, hall="center", visits=1, returns=2)
    await decided(town, "fp-reward-audit", "civil_affairs", 2, on_time=False, statutory=None, visits=3)
    await decided(town, "archive-proof", "human_resources", 2, instant=True, used=0, handed_in=0)
    await decided(town, "ssc-apply", "human_resources", 1, ended=True, returns=4, instant=True, visits=5)
    await decided(town, "ssc-apply", "human_resources", 2, at=MONDAY + timedelta(days=30))


async def test_what_lies_behind_each_figure_counts_up_to_it(town: Town) -> None:
    await every_fact(town)
    supervisor = await town.head("yanzheng")
    for by in ("item", "department"):
        told = await stats(town, supervisor, by=by)
        for row in (told["total"], *told["rows"]):
            key = {} if row["key"] == "total" else {"key": row["key"]}
            for figure in row["figures"]:
                found = await behind(town, supervisor, by=by, figure=figure["key"], **key)
                part, whole = sum(each["part"] for each in found["items"]), sum(each["whole"] for each in found["items"])
                counted = {"%": 100 * part / whole if whole else None, "次": part / whole if whole else None, "件": float(part)}
                assert counted[figure["unit"]] == (figure["value"] if figure["value"] is None else pytest.approx(figure["value"], abs=0.06))
                assert found["count"] == len(found["items"])
                assert found["figure"] == figure, "the same words and number as on the page it was pressed on"
    assert {each["key"] for each in told["total"]["figures"]} == set(Figured)


async def test_the_late_ones_alone_page_by_page_with_names_masked_and_the_look_logged(town: Town) -> None:
    await every_fact(town)
    await town.certified(await town.proven("wang-guifang"))
    await town.world.settle()
    supervisor = await town.head("yanzheng")
    late = await behind(town, supervisor, figure="on_time", only="rest")
    assert [(each["item_name"], each["words"]) for each in late["items"]] == [("计划生育奖励扶助金资格年审", "超过承诺时限")] * 2
    assert (late["splits"], late["count"], late["figure"]["value"]) == (True, 2, 75.0), "the number stays that of all"
    first = await behind(town, supervisor, figure="on_time", limit=1)
    everything = await behind(town, supervisor, figure="instant", only="counted")
    assert "王*芳" in {each["person_name"] for each in everything["items"] if each["number"]}
    assert first["count"] == 8
    ids, cursor = [first["items"][0]["case"]], first["next"]
    while cursor:
        page = await behind(town, supervisor, figure="on_time", limit=3, cursor=cursor)
        ids, cursor = ids + [each["case"] for each in page["items"]], page["next"]
    assert len(set(ids)) == len(ids) == 8
    rows = await town.world.store.audit.find({"action": "stats.cases_read"})
    assert len(rows) == 3, "a further page is the same look"
    assert [each["detail"]["purpose"] for each in rows][1:] == [
        "看「按时办结率」背后的办件，合计，2026年11月1日到2026年11月30日",
        "看「即时办结占比」背后的办件，合计，2026年11月1日到2026年11月30日，只看算在内的",
    ]
    wrongs: list[dict[str, Any]] = [
        {"figure": "time_saved", "only": "rest"},
        {"figure": "people"},
        {"figure": "cases", "cursor": "case_none"},
    ]
    for wrong in wrongs:
        assert (await town.get("/api/v1/staff/stats/cases", token=supervisor, **NOVEMBER | wrong)).status == 422


async def test_a_head_sees_what_is_behind_the_numbers_of_the_own_department_a_hall_manager_of_the_own_hall(town: Town) -> None:
    await every_fact(town)
    head, manager = await town.head("liaojiaming"), await town.head("hejianxin")
    assert (await behind(town, head, figure="cases", department="civil_affairs"))["count"] == 5
    assert (await behind(town, manager, figure="cases", hall="center"))["count"] == 3
    tried: list[tuple[str, dict[str, Any]]] = [
        (head, {}),
        (head, {"department": "human_resources"}),
        (manager, {}),
        (manager, {"hall": "luoxi"}),
    ]
    for token, elsewhere in tried:
        asked: dict[str, Any] = NOVEMBER | {"figure": "cases"} | elsewhere
        answer = await town.get("/api/v1/staff/stats/cases", token=token, **asked)
        assert (answer.status, "首席代表看本部门的" in answer.json["detail"]) == (403, True)


async def test_the_public_is_told_no_small_number_and_none_by_subtraction(town: Town) -> None:
    await decided(town, "longevity", "civil_affairs", 30)
    await decided(town, "low-income-proof", "civil_affairs", 12)
    await decided(town, "ssc-apply", "human_resources", 11)
    await decided(town, "archive-proof", "human_resources", 9)
    await decided(town, "tax-proof", "taxation", 40)
    await decided(town, "fp-reward-audit", "health", 3)
    not_yet = await town.get("/api/v1/stats", month="2026-11")
    assert (not_yet.status, "还没有过完" in not_yet.json["detail"]) == (422, True)
    town.world.clock.forward(days=8)
    told = (await town.get("/api/v1/stats", month="2026-11")).json
    assert figures(told["total"])["cases"] == 105
    shown = {each["department"]["key"]: [item["key"] for item in each["items"]] for each in told["departments"]}
    assert shown == {"civil_affairs": ["longevity", "low-income-proof"], "taxation": ["tax-proof"]}, (
        "health is small, and with it goes the next"
    )
    empty = (await town.get("/api/v1/stats", month="2026-10")).json
    assert (empty["total"], empty["departments"]) == (None, [])
    assert "不足10人" in empty["note"]

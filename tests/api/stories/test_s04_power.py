"""S4: 办理用电零跑动. Applied for online, the power company comes, and the simple kind is connected the same day."""

from typing import Any

import pytest

from tests.api.stories.business import accepted
from tests.api.stories.counterparts import act, handed_in
from tests.factories import Town

SIMPLE: dict[str, Any] = {
    "business": "new",
    "user_kind": "home",
    "address": {"town": "罗溪街道", "detail": "榕树里12号"},
    "outside_line": "none",
    "capacity": 8,
    "arrears": "clear",
    "tenure": "owned",
    "visit_day": "2026-11-23",
    "visit_half": "morning",
    "phone": "16909900001",
}
FACTORY: dict[str, Any] = SIMPLE | {
    "user_kind": "unit",
    "voltage": "high",
    "supply": "dual",
    "capacity": 800,
    "outside_line": "needed",
    "visit_day": "2026-11-25",
}
COMPANY = {"uscc": "91990101MA990001XM", "name": "江州晨光印刷有限公司"}
DISPATCH, FIRST, SECOND = "luyaoyuan", "niujianguo", "wengxiaoming"


async def step(town: Town, username: str, case: dict[str, Any], key: str, finding: str) -> dict[str, Any]:
    """Somebody of the power company finishes a step."""
    return await act(town, await town.staff(username), case, "complete-step", step=key, finding=finding)


async def test_applied_in_the_morning_and_connected_in_the_afternoon(town: Town) -> None:
    citizen = await town.proven("li-qiang")
    case = await handed_in(town, citizen, "power-connect", SIMPLE, "resident_card", "title")
    seen = await accepted(town, await town.staff(DISPATCH), case)
    assert (seen["clock"]["promised_due"], seen["clock"]["limits"]) == ("2026-11-23T17:00:00+08:00", "低压、不用拉外线"), "the same day"
    assert [each["key"] for each in seen["steps"]] == ["dispatch", "survey", "survey_second", "connect"]
    assert seen["steps"][0]["due"] == "2026-11-23T12:00:00+08:00", "they ring within two hours of office time"
    await step(town, DISPATCH, case, "dispatch", "电话约好今天11点上门")
    await step(town, FIRST, case, "survey", "表箱有空表位，8千瓦可以供")
    first = await town.staff(FIRST)
    now = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=first)).json
    body = {"version": now["version"], "step": "survey_second", "finding": "一同勘查"}
    alone = await town.post(f"/api/v1/staff/cases/{case['id']}/complete-step", body, token=first)
    assert (alone.status, "要由另一位工作人员办理" in alone.json["detail"]) == (403, True)
    await step(town, SECOND, case, "survey_second", "一同勘查，同意")
    town.world.clock.forward(hours=5)
    await act(town, first, case, "grant", reason="合同已签，表已装")
    closed = await act(town, await town.staff(DISPATCH), case, "record-result", kind="户号", number="0990100391", way="notice")
    assert (closed["state"]["state"], closed["closed_at"] < closed["clock"]["promised_due"]) == ("closed", True)


async def test_a_factory_has_other_limits_and_keeps_them(town: Town) -> None:
    grant = await town.granted("huang-lili", "zhou-zihan", "power-connect", basis="company", enterprise=COMPANY)
    case = await handed_in(town, grant.agent, "power-connect", FACTORY, "business_licence", "title", acting=grant.id)
    clerk = await town.staff(DISPATCH)
    seen = await accepted(town, clerk, case)
    keys = ["dispatch", "survey", "survey_second", "outside_works", "user_works", "connect"]
    assert ([each["key"] for each in seen["steps"]], seen["clock"]["limits"]) == (keys, "高压双电源")
    assert seen["clock"]["statutory_due"] is None
    due = seen["clock"]["promised_due"]
    wrong = [{"field": "supply", "reason": "wrong_answer", "advice": "方案只批了一路电源，请改为一路"}]
    await act(town, await town.staff(FIRST), case, "request-correction", defects=wrong)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=grant.agent, acting=grant.id)).json
    saving = {"version": mine["version"], "form": mine["form"] | {"supply": "single"}}
    await town.put(f"/api/v1/cases/{case['id']}", saving, token=grant.agent, acting=grant.id)
    mended = await act(town, grant.agent, case, "resubmit", staff=False, acting=grant.id)
    assert mended["clock"]["limits"] == "高压双电源", "what was promised at acceptance stays promised"
    assert mended["clock"]["promised_due"] == due, "asked and answered on the day of acceptance, which is not counted anyway"
    await step(town, DISPATCH, case, "dispatch", "约好周三上午")
    await step(town, FIRST, case, "survey", "方案已答复")
    await step(town, SECOND, case, "survey_second", "同意")
    building = await step(town, FIRST, case, "outside_works", "外线已架好")
    assert building["clock"]["stops"][-1]["ground"]["code"] == "counterpart", "the factory builds its own substation meanwhile"
    assert building["clock"]["promised_due"] is None


async def test_who_owes_for_power_pays_first(town: Town) -> None:
    debtor = await town.proven("zhao-peng")
    filled = (await town.get("/api/v1/items/power-connect/form", token=debtor)).json
    assert filled["values"]["arrears"] == "owing"
    body = {"item": "power-connect", "form": SIMPLE | {"arrears": "owing", "phone": "16909900010"}}
    draft = await town.made("/api/v1/cases", body, debtor)
    refused = await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]}, token=debtor)
    assert (refused.status, "请先交清" in str(refused.json["errors"])) == (422, True)


async def test_who_types_over_what_they_owe_is_looked_into_before_the_power_comes(town: Town) -> None:
    debtor = await town.proven("zhao-peng")
    case = await handed_in(town, debtor, "power-connect", SIMPLE | {"phone": "16909900010"}, "resident_card", "title")
    assert [(each["label"], each["registered"], each["typed"]) for each in case["differences"]] == [("有没有欠电费", "owing", "clear")]
    assert "answers_differ" in await town.told(debtor)
    clerk = await town.staff(DISPATCH)
    (row,) = (await town.get("/api/v1/staff/cases", token=clerk, queue="reception")).json["items"]
    assert row["differs"]
    await accepted(town, clerk, case)
    for username, key in ((DISPATCH, "dispatch"), (FIRST, "survey"), (SECOND, "survey_second")):
        await step(town, username, case, key, "可以供电")
    first = await town.staff(FIRST)
    now = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=first)).json
    body = {"version": now["version"], "reason": "表已装"}
    early = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", body, token=first)
    assert (early.status, early.json["errors"][0]["pointer"]) == (422, "/differing")
    done = await act(town, first, case, "grant", reason="表已装", differing="营业厅已收到昨天补交的电费")
    assert done["compared"]["note"] == "营业厅已收到昨天补交的电费"


async def test_without_the_deed_it_is_surveyed_on_a_promise_and_connected_once_it_is_there(town: Town) -> None:
    citizen, clerk = await town.proven("li-min"), await town.staff(DISPATCH)
    draft = await town.made("/api/v1/cases", {"item": "power-connect", "form": SIMPLE | {"outside_line": "needed"}}, citizen)
    chosen = {"version": draft["version"], "materials": {"resident_card": {"licence": True}}}
    assert (await town.put(f"/api/v1/cases/{draft['id']}", chosen, token=citizen)).status == 200
    await act(town, citizen, draft, "promise", staff=False, materials=["title"])
    await act(town, citizen, draft, "submit", staff=False)
    seen = await accepted(town, clerk, draft)
    assert seen["clock"]["limits"] == "", "a household that needs a line: the ordinary three days"
    assert seen["clock"]["promised_due"] == "2026-11-26T17:00:00+08:00"
    await step(town, DISPATCH, draft, "dispatch", "约好今天下午")
    await step(town, FIRST, draft, "survey", "要架线20米")
    await step(town, SECOND, draft, "survey_second", "同意")
    await step(town, FIRST, draft, "outside_works", "架好")
    first = await town.staff(FIRST)
    now = (await town.get(f"/api/v1/staff/cases/{draft['id']}", token=first)).json
    early = await town.post(f"/api/v1/staff/cases/{draft['id']}/grant", {"version": now["version"]}, token=first)
    assert (early.status, "房产证明" in early.json["detail"]) == (409, True)


async def test_the_guide_and_the_slip_tell_each_kind_its_own_time(town: Town) -> None:
    guide = (await town.get("/api/v1/items/power-connect")).json
    assert {each["name"]: each["promised"] for each in guide["limits"]} == {
        "高压双电源": "32个工作日",
        "高压单电源": "22个工作日",
        "低压、不用拉外线": "当天",
        "低压单位、店铺，要拉外线": "15个工作日",
    }
    assert all(each["statutory"] == "" for each in guide["limits"]), "nobody has checked the rule yet"
    works = next(each for each in guide["steps"] if each["name"] == "外线施工")
    assert works["asked_when"] == "「旁边有现成的电表箱吗」选“没有，要拉外线”或“不清楚”时"
    body = {"circumstances": {"user_kind": "home", "outside_line": "none"}}
    slip = await town.post("/api/v1/items/power-connect/advice-slips", body, key="")
    assert slip.status == 201, slip.text
    assert slip.json["text"]["duration"].endswith("您的情况是「低压、不用拉外线」：当天。")


async def test_the_time_until_the_day_the_household_chose_is_its_own(town: Town) -> None:
    citizen = await town.proven("li-qiang")
    case = await handed_in(town, citizen, "power-connect", SIMPLE | {"visit_day": "2026-11-26"}, "resident_card", "title")
    seen = await accepted(town, await town.staff(DISPATCH), case)
    lawful = seen["clock"]["statutory_due"]
    assert seen["clock"]["promised_due"] == "2026-11-23T17:00:00+08:00", "they ring on the same day"
    waiting = await step(town, DISPATCH, case, "dispatch", "电话确认周四上门")
    (stop,) = waiting["clock"]["stops"]
    assert (stop["ground"]["code"], stop["end"], stop["statutory"]) == ("chosen_day", "2026-11-26T00:00:00+08:00", False)
    assert (waiting["clock"]["promised_due"], waiting["clock"]["statutory_due"]) == ("2026-11-26T17:00:00+08:00", lawful)
    assert next(each for each in waiting["steps"] if each["key"] == "survey")["due"] == "2026-11-26T17:00:00+08:00"
    assert "case_waits_for_day" in await town.told(citizen)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert "等待申请人选定的日子期间不计承诺时限" in mine["state"]["sentence"]
    assert [each["title"] for each in mine["papers"]].count("特别程序告知书") == 1
    wrong = [{"field": "visit_day", "reason": "wrong_answer", "advice": "您电话里说改到周五，请改一下"}]
    await act(town, await town.staff(FIRST), case, "request-correction", defects=wrong)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    saving = {"version": mine["version"], "form": mine["form"] | {"visit_day": "2026-11-27"}}
    assert (await town.put(f"/api/v1/cases/{case['id']}", saving, token=citizen)).status == 200
    mended = await act(town, citizen, case, "resubmit", staff=False)
    assert mended["clock"]["promised_due"] == "2026-11-27T17:00:00+08:00"
    town.world.clock.forward(days=2)
    came = await step(town, FIRST, case, "survey", "正好路过，和您说好提前来了")
    assert came["clock"]["stops"][-1]["end"] == "2026-11-25T10:00:00+08:00", "who comes earlier ends the wait"
    assert came["clock"]["promised_due"] == "2026-11-26T17:00:00+08:00"
    assert "case_resumed" in await town.told(citizen)
    time = (await town.get(f"/api/v1/staff/supervision/cases/{case['id']}", token=await town.head("yanzheng"))).json
    waited = [each for each in time["segments"] if each["why"].startswith("等待申请人选定的日子")]
    assert {each["side"] for each in waited} == {"citizen"}, "nobody's card for the days the household chose"


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"capacity": 161}, "capacity", "居民低压供电最多160千瓦"),
        ({"user_kind": "unit", "voltage": "low", "capacity": 50000}, "capacity", "请把「低压还是高压」改选“高压”"),
        ({"visit_day": "2026-11-29"}, "visit_day", "2026年11月29日是休息日，没有人上门。请换一个工作日，之后最近的是2026年11月30日"),
    ],
)
async def test_what_nobody_could_do_is_told_while_it_is_filled_in(town: Town, wrong: dict[str, Any], field: str, words: str) -> None:
    citizen = await town.proven("li-qiang")
    body = {"item": "power-connect", "form": SIMPLE | wrong}
    refused = await town.post("/api/v1/cases", body, token=citizen)
    (fault,) = refused.json["errors"]
    assert (refused.status, fault["pointer"]) == (422, f"/form/{field}")
    assert words in fault["detail"]


async def test_a_day_that_became_a_day_off_since_the_draft_is_told_at_the_handing_in(town: Town) -> None:
    citizen = await town.proven("li-qiang")
    draft = (await town.post("/api/v1/cases", {"item": "power-connect", "form": SIMPLE | {"visit_day": "2026-11-27"}}, token=citizen)).json
    closed = {"kind": "holiday", "name": "台风停工", "source": "区政府通告2026年第9号"}
    editor = await town.head("fuxiaolan")
    assert (await town.put("/api/v1/staff/calendar/days/2026-11-27", closed, token=editor)).status == 200
    refused = await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]}, token=citizen)
    assert "/form/visit_day" in {each["pointer"] for each in refused.json["errors"]}

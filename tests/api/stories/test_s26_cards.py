"""S26 综合协同调度 + 红黄牌: deadlines are watched, cards go to who used up the time, the head appeals, another office reviews.

王桂芳 hands in her application for the longevity allowance. 民政局's 姚淑贤 takes it and lets it lie.
"""

import re
from typing import Any

from tests.api.cases.test_pre_review import act
from tests.cases_world import LONGEVITY
from tests.factories import Town
from tests.supervision_world import kept_in_hand

LICENCES = {key: {"licence": True} for key in ("resident_card", "account_proof")}
EXPORT: dict[str, Any] = {"from": "2026-11-01T00:00:00+08:00", "to": "2027-01-01T00:00:00+08:00"}


async def filed(town: Town, token: str) -> dict[str, Any]:
    """Her application, filed formally at ten on Monday."""
    made = await town.made("/api/v1/cases", {"item": "longevity", "form": LONGEVITY, "materials": LICENCES}, token)
    return await act(town, token, made, "submit")


async def later(town: Town, **by: float) -> None:
    """Time goes by, events reach whoever consumes them, and supervision has its turn."""
    await town.world.settle()
    town.world.clock.forward(**by)
    await town.world.product.engines.supervision.tick()


async def cards(town: Town, token: str, **query: Any) -> list[Any]:
    answer = await town.get("/api/v1/staff/supervision/cards", token=token, **query)
    assert answer.status == 200, answer.text
    return answer.json["items"]


async def test_who_lets_a_case_lie_is_reminded_then_gets_yellow_then_red(town: Town) -> None:
    citizen, clerk, head, supervisor = (
        await town.proven("wang-guifang"),
        await town.staff("gongxiaodong"),
        await town.head("liaojiaming"),
        await town.head("yanzheng"),
    )
    case = await filed(town, citizen)
    case = await act(town, clerk, case, "claim", staff=True)
    await kept_in_hand(town.world.product.engines.store, case["id"])

    await later(town, days=4, hours=1)
    assert [each["level_name"] for each in await cards(town, clerk, mine="true")] == ["提醒"]
    await later(town, days=3, hours=6)
    mine = (await cards(town, clerk, mine="true"))[0]
    assert (mine["level_name"], mine["holder"]["person"], mine["heads"]) == ("黄牌", "龚晓东", ["廖家明"])
    assert mine["sentence"].startswith("民政局龚晓东：「")
    assert mine["actions"] == []
    await later(town, days=1)
    assert [each["level_name"] for each in await cards(town, head, mine="true")] == ["红牌", "黄牌", "提醒"]
    assert len(await cards(town, await town.staff("fangzhigang"))) == 0, "nobody else's business"

    time = (await town.get(f"/api/v1/staff/supervision/cases/{case['id']}", token=supervisor)).json
    assert [(each["side"], each["holder"]["person"]) for each in time["segments"]] == [("office", "龚晓东")]
    assert time["budgets"][0]["over_minutes"] >= 420

    exported = (await town.get("/api/v1/staff/supervision/export", token=supervisor, **EXPORT)).json["items"]
    assert [(row["预警类型"], row["责任部门"], row["责任人"], row["办件编号"]) for row in exported] == [
        ("红牌", "民政局", "龚晓东", case["number"])
    ]
    sheet = await town.get("/api/v1/staff/supervision/export.csv", token=supervisor, **EXPORT, level="yellow")
    assert sheet.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert sheet.text.splitlines()[0].startswith("\ufeff监察编号,规则编号,督办内容,被督办机构,发出时间,预警类型,结果描述,责任部门")
    assert "黄牌" in sheet.text
    assert re.search(r",2026-\d\d-\d\d \d\d:\d\d:\d\d,黄牌,", sheet.text), "the time as a spreadsheet reads it"
    both = (await town.get("/api/v1/staff/supervision/export", token=supervisor, **EXPORT, level="all")).json["items"]
    assert [row["预警类型"] for row in both] == ["黄牌", "红牌"], "oldest first, and no reminder"
    assert (await town.get("/api/v1/staff/supervision/export", token=head, **EXPORT)).status == 403
    looked = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=supervisor)).json
    assert (looked["masked"], looked["person_name"]) == (True, "王*芳"), "as in the lists of who only looks on"
    assert (await town.get("/api/v1/staff/words", token=supervisor)).json["today"] == f"{town.world.clock.now():%Y-%m-%d}"
    wrongs: list[dict[str, Any]] = [
        {"from": "0001-01-01T00:00:00+08:00"},
        {"from": "2026-11-01T00:00:00"},
        {"to": "2026-10-01T00:00:00+08:00"},
    ]
    for wrong in wrongs:
        answer = await town.get("/api/v1/staff/supervision/export", token=supervisor, **EXPORT | wrong)
        assert answer.status == 422, answer.text


async def test_nobody_is_carded_while_the_citizen_is_waited_for(town: Town) -> None:
    citizen, clerk = await town.proven("wang-guifang"), await town.staff("gongxiaodong")
    case = await act(town, clerk, await filed(town, citizen), "claim", staff=True)
    await later(town, days=3)
    defects = [
        {"material": each["key"], "reason": "unclear", "advice": "请在亮处重新拍。"} for each in case["materials"] if each["licence"]
    ]
    await act(town, clerk, case, "request-correction", staff=True, defects=defects)
    await later(town, days=9)
    assert await cards(town, clerk, mine="true") == []


async def test_the_head_appeals_and_another_office_decides(town: Town) -> None:
    citizen, clerk = await town.proven("wang-guifang"), await town.staff("gongxiaodong")
    head, supervisor = await town.head("liaojiaming"), await town.head("yanzheng")
    case = await act(town, clerk, await filed(town, citizen), "claim", staff=True)
    await kept_in_hand(town.world.product.engines.store, case["id"])
    await later(town, days=7, hours=7)
    card = (await cards(town, head, mine="true", level="yellow"))[0]
    assert card["actions"] == ["appeal"]
    path = f"/api/v1/staff/supervision/cards/{card['id']}"
    reason = {"version": card["version"], "reason": "11月27日全天停电，窗口无法办理，有供电公告"}
    assert (await town.post(f"{path}/appeal", reason, token=clerk)).status == 403, "the head speaks for the department"
    empty = await town.post(f"{path}/appeal", {**reason, "reason": "无"}, token=head)
    assert (empty.status, empty.json["errors"][0]["pointer"]) == (422, "/reason"), "the one appeal is not used up by a word"
    key = "appeal-once"
    answer = await town.post(f"{path}/appeal", reason, token=head, key=key)
    assert (answer.status, answer.json["state_name"]) == (200, "申诉中，等复核"), answer.text
    assert (await town.post(f"{path}/appeal", reason, token=head, key=key)).json["version"] == answer.json["version"]

    decision = {"version": answer.json["version"], "outcome": "withdrawn", "reason": "停电属实，这一天不应计入"}
    answer = await town.post(f"{path}/review", decision, token=supervisor)
    assert (answer.status, answer.json["state_name"], answer.json["review"]["by"]) == (200, "已撤销", "严正"), answer.text
    assert (await town.get(path, token=clerk)).json["review"]["reason"] == "停电属实，这一天不应计入"
    assert (await town.delete(path, token=supervisor)).status == 405, "a card is never deleted"

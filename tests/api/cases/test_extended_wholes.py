"""The limits of a whole when somebody lengthens them: the head of a part lengthens both, the head of its lead the whole's own."""

from typing import Any

from backend.cases.papers import papers_of
from models.cases import Case
from tests.api.stories.business import COMPANY, accepted, act, filed, granted, part
from tests.api.stories.test_s02_land import COMPANY as LAND_COMPANY
from tests.api.stories.test_s02_land import land_filed, land_handled
from tests.factories import Town

WHY = "名称要和外地登记机关核对"


async def _lines(town: Town, case: str) -> list[str]:
    """What the notice of extension of a case says."""
    stored = Case.of(await town.world.store.cases.get(case) or {})
    return next(each.lines for each in papers_of(stored) if each.key == "extension")


async def _begun(town: Town) -> tuple[str, dict[str, Any]]:
    citizen = await town.proven("li-min")
    return citizen, await accepted(town, await town.staff("linxiaoyan"), await filed(town, citizen, "biz-start", COMPANY))


async def test_what_a_part_is_given_the_whole_is_given_too_and_told_once_with_both_days(town: Town) -> None:
    citizen, case = await _begun(town)
    assert case["clock"]["promised_due"] == "2026-11-24T17:00:00+08:00"
    licence = {"id": part(case, "licence")["case"]}
    await act(town, await town.head("mengxiangrui"), licence, "extend", reason=WHY)
    await town.world.settle()
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    theirs = (await town.get(f"/api/v1/cases/{licence['id']}", token=citizen)).json
    assert mine["clock"]["promised_due"] == "2026-11-27T17:00:00+08:00", "three days later: what follows the licence needs its own time"
    assert theirs["clock"]["promised_due"] <= mine["clock"]["promised_due"]
    assert theirs["clock"]["statutory_due"] == mine["clock"]["statutory_due"], "the law gives the whole what it gives its part"
    assert mine["clock"]["statutory_due"] > case["clock"]["statutory_due"]
    assert mine["clock"]["longer"].startswith("「设立登记」延长3个工作日（延期告知书〔2026〕云政延字第")
    assert case["clock"]["longer"] == theirs["clock"]["longer"] == ""
    told = [each for each in await town.inbox(citizen) if each["title"] == "办理期限延长了"]
    assert [each["template"] for each in told] == ["part_extended"], "one act, one notice"
    for said in ("「设立登记」", "延长3个工作日", WHY, "我们承诺11月27日（周五）17:00前办完"):
        assert said in told[0]["body"]
    lines = await _lines(town, licence["id"])
    assert "整件「企业开办一件事」原定11月24日" in lines[2].replace("2026年", "")
    assert "现在我们承诺在2026年11月27日（周五）17:00前办结" in lines[2]
    assert "法律规定的最后期限" in lines[2]


async def test_the_whole_stays_longer_when_the_next_part_begins_and_is_given_nothing_twice(town: Town) -> None:
    citizen, case = await _begun(town)
    licence = part(case, "licence")
    await act(town, await town.head("mengxiangrui"), {"id": licence["case"]}, "extend", reason=WHY, n=2)
    before = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json["clock"]
    await granted(town, "miaolixin", licence, "营业执照")
    after = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json["clock"]
    assert (after["promised_due"], after["statutory_due"]) == (before["promised_due"], before["statutory_due"])
    assert after["promised_due"] == "2026-11-26T17:00:00+08:00"
    stop = await town.staff("fanxuemei")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    await act(town, stop, {"id": part(mine, "tax")["case"]}, "pause", ground="site_visit", until="2026-12-31", reason="核对经营场所")
    town.world.clock.forward(hours=24)
    await act(town, await town.staff("fanxuemei"), {"id": part(mine, "tax")["case"]}, "resume")
    later = (await town.get(f"/api/v1/cases/{case['id']}", token=await town.login("li-min"))).json["clock"]
    assert later["promised_due"] == "2026-11-27T17:00:00+08:00", "a stop moves the longer day as it would have moved the shorter"


async def test_a_part_whose_extension_ends_while_the_whole_stands_still_is_told_so(town: Town) -> None:
    citizen, case = await _begun(town)
    bank = await town.staff("hongqiming")
    await act(
        town, bank, {"id": part(case, "bank_reservation")["case"]}, "pause", ground="site_visit", until="2026-12-31", reason="上门核对"
    )
    licence = {"id": part(case, "licence")["case"]}
    await act(town, await town.head("mengxiangrui"), licence, "extend", reason=WHY)
    await town.world.settle()
    (told,) = [each["body"] for each in await town.inbox(citizen) if each["template"] == "part_extended"]
    assert "整件事承诺时限暂停，恢复后另行告知；法律规定的最后期限是" in told
    assert "承诺办理时限现在暂停，恢复后我们告诉您新的承诺日期；法律规定的最后期限是" in (await _lines(town, licence["id"]))[2]


async def test_the_head_of_the_lead_extends_the_whole_once_where_its_item_allows_it(town: Town) -> None:
    grant = await land_handled(town, "huang-lili", LAND_COMPANY)
    case = await accepted(town, await town.staff("zhuangxiaodong"), await land_filed(town, grant))
    head = await town.head("shimingyuan")
    body = {"version": case["version"], "reason": "区政府批准延长，方案要专家论证"}
    for token in (await town.staff("tangwenjie"), await town.head("mengxiangrui")):
        assert (await town.post(f"/api/v1/staff/cases/{case['id']}/extend", body, token=token)).status == 403
    seen = await act(town, head, case, "extend", reason=body["reason"], n=5)
    assert (case["clock"]["promised_due"], seen["clock"]["promised_due"]) == ("2026-12-02T17:00:00+08:00", "2026-12-09T17:00:00+08:00")
    assert seen["clock"]["statutory_due"] > case["clock"]["statutory_due"]
    lines = await _lines(town, case["id"])
    assert "经首席代表石明远批准，延长5个工作日" in lines[0]
    assert lines[1].startswith("我们承诺在2026年12月9日（周三）17:00前办结。法律规定的最后期限延到")
    again = await town.post(f"/api/v1/staff/cases/{case['id']}/extend", {**body, "version": seen["version"]}, token=head)
    assert (again.status, "已经延长过一次" in again.json["detail"]) == (409, True)
    await town.world.settle()
    assert "case_extended" in {each["template"] for each in await town.inbox(grant.agent)}
    for key in ("contract_review", "planning_review", "land_review"):
        await act(town, await town.staff("tangwenjie"), {"id": part(case, key)["case"]}, "grant")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=grant.agent, acting=grant.id)).json
    assert mine["clock"]["promised_due"] == "2026-12-09T17:00:00+08:00", "what the parts do leaves the extension as it is"


async def test_a_whole_whose_item_knows_no_extension_is_not_extended(town: Town) -> None:
    _, case = await _begun(town)
    head = await town.head("luqiming")
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=head)).json
    assert "extend" not in {each["action"] for each in seen["actions"]}
    refused = await town.post(f"/api/v1/staff/cases/{case['id']}/extend", {"version": seen["version"], "reason": WHY}, token=head)
    assert (refused.status, "办理期限不能延长" in refused.json["detail"]) == (409, True)

"""S14: 一窗受理, 部门联办, 并联审批, 全程代办. One window takes in, departments work side by side, one exit; a large project goes first."""

from typing import Any

from tests.api.stories.business import COMPANY, accepted, act, filed, granted, handed_out, part, signed
from tests.factories import Town

SMALL: dict[str, Any] = COMPANY | {"bank_wanted": "not_wanted", "insurance_wanted": "not_wanted"}
LARGE: dict[str, Any] = SMALL | {"company_name": "江州云岭新材料有限公司", "capital": 1200}
HEAD = "luqiming"


async def queue(town: Town, username: str, name: str) -> list[dict[str, Any]]:
    """What waits at somebody's desk, in order."""
    return (await town.get("/api/v1/staff/cases", token=await town.staff(username), queue=name)).json["items"]


async def by_agent(town: Town) -> tuple[str, str, str, dict[str, Any]]:
    """全程代办: somebody files the large project for its founder, who does nothing but sign."""
    grant = await town.granted("huang-lili", "zhou-zihan", "biz-start")
    person = town.document("huang-lili")
    named = {"name": person["name"], "id_number": person["id_number"]}
    form = LARGE | {"shareholders": [named], "legal_representative": named | {"phone": "16909900006"}}
    draft = await town.made("/api/v1/cases", {"item": "biz-start", "form": form}, grant.agent, grant.id)
    materials = {each["key"]: {"licence": True} for each in draft["materials"]}
    path = f"/api/v1/cases/{draft['id']}"
    saved = await town.put(path, {"version": draft["version"], "materials": materials}, token=grant.agent, acting=grant.id)
    assert saved.status == 200, saved.text
    case = await act(town, grant.agent, saved.json, "submit", staff=False, acting=grant.id)
    await signed(town, grant.principal)
    return grant.principal, grant.agent, grant.id, case


async def test_one_reception_departments_in_parallel_one_hand_out_and_large_projects_first(town: Town) -> None:
    earlier = await filed(town, await town.proven("li-min"), "biz-start", SMALL)
    town.world.clock.forward(minutes=5)
    founder, agent, grant, case = await by_agent(town)
    assert [each["id"] for each in await queue(town, "linxiaoyan", "reception")] == [earlier["id"], case["id"]]

    head = await town.head(HEAD)
    offered = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=head)).json["green_grounds"]
    assert [each["code"] for each in offered] == ["large_enterprise", "urgent_relief"], "no ground of another item"
    marked = await act(town, head, case, "green-channel", ground="large_enterprise", reason="注册资本1200万元")
    assert (marked["green"]["name"], marked["green_reason"]) == ("投资1000万元以上的企业开办", "注册资本1200万元")
    waiting = await queue(town, "linxiaoyan", "reception")
    assert [each["id"] for each in waiting] == [case["id"], earlier["id"]], "it stands first"
    assert waiting[0]["green"]["name"] == "投资1000万元以上的企业开办"

    window = await town.staff("linxiaoyan")
    await accepted(town, window, earlier)
    mine = await accepted(town, window, case)
    assert (mine["clock"]["promised_due"], mine["internal_due"]) == ("2026-11-24T17:00:00+08:00", "2026-11-23T15:05:00+08:00")
    market = await queue(town, "miaolixin", "processing")
    assert [each["green"] is not None for each in market] == [True, False], "in the departments too"
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=agent, acting=grant)).json
    assert seen["green"]["name"] == "投资1000万元以上的企业开办"
    assert "internal_due" not in seen, "what the office gives itself is no promise"

    await granted(town, "miaolixin", part(seen, "licence"), "营业执照")
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=founder)).json
    under_way = {each["key"] for each in seen["parts"] if each["status"]["code"] == "under_way"}
    assert under_way == {"seal", "tax"}, "side by side"
    await granted(town, "fanxuemei", part(seen, "tax"), "税务信息确认表")
    await act(town, await town.staff("guxiaoming"), {"id": part(seen, "seal")["case"]}, "complete-step", step="file_seals", finding="备案")
    await granted(town, "zhongweiguo", part(seen, "seal"), "首套印章和备案回执")
    closed = await handed_out(town, window, case, "开办大礼包", "PARCEL-2", wish="申请人说就在附近，自己来取")
    assert (closed["state"]["state"], closed["completion"]["code"]) == ("closed", "0"), "one exit"


async def test_only_the_head_and_only_on_a_published_ground(town: Town) -> None:
    case = await filed(town, await town.proven("li-min"), "biz-start", SMALL)
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=await town.staff("linxiaoyan"))).json
    body = {"version": seen["version"], "ground": "large_enterprise", "reason": "熟人"}
    path = f"/api/v1/staff/cases/{case['id']}/green-channel"
    assert (await town.post(path, body, token=await town.staff("linxiaoyan"))).status == 403
    unknown = await town.post(path, body | {"ground": "friendship"}, token=await town.head(HEAD))
    assert (unknown.status, unknown.json["errors"][0]["pointer"]) == (422, "/ground")
    assert "投资1000万元以上的企业开办（large_enterprise）" in unknown.json["errors"][0]["detail"]
    assert "项目用地" not in unknown.json["errors"][0]["detail"]


async def test_what_was_put_first_by_mistake_goes_back(town: Town) -> None:
    case = await filed(town, await town.proven("li-min"), "biz-start", SMALL)
    head = await town.head(HEAD)
    await act(town, head, case, "green-channel", ground="urgent_relief", reason="看错了情况")
    back = await act(town, head, case, "green-channel", reason="不属于急难救助")
    assert (back["green"], back["internal_due"]) == (None, None)
    await town.world.settle()
    logged = await town.world.product.engines.store.cases.get(case["id"])
    assert logged is not None
    told = [event["detail"]["ground"] for event in logged["events"] if event["action"] == "case.green_channel"]
    assert told == ["urgent_relief", None], "both are on record, with their reasons"

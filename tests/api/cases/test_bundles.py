"""What holds for every bundle: departments at the same moment, the end of the whole, what cannot be done to whom."""

import asyncio
from typing import Any

from tests.api.stories.business import COMPANY, accepted, act, filed, granted, part, signed
from tests.factories import Town


async def _with_licence(town: Town, **form: Any) -> tuple[str, dict[str, Any]]:
    """A company that has its licence: the other departments have begun."""
    citizen = await town.proven("li-min")
    case = await accepted(town, await town.staff("linxiaoyan"), await filed(town, citizen, "biz-start", COMPANY | form))
    await granted(town, "miaolixin", part(case, "licence"), "营业执照")
    return citizen, (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json


async def test_departments_that_decide_at_the_same_moment_all_count(town: Town) -> None:
    citizen, mine = await _with_licence(town, bank_wanted="not_wanted", fund_wanted="wanted")
    deciders = {"tax": "fanxuemei", "insurance": "dengliping", "fund": "rensiqi"}
    tokens = {key: await town.staff(username) for key, username in deciders.items()}

    async def grant(key: str) -> int:
        case = part(mine, key)["case"]
        seen = (await town.get(f"/api/v1/staff/cases/{case}", token=tokens[key])).json
        return (await town.post(f"/api/v1/staff/cases/{case}/grant", {"version": seen["version"]}, token=tokens[key])).status

    assert await asyncio.gather(*map(grant, deciders)) == [200, 200, 200]
    mine = (await town.get(f"/api/v1/cases/{mine['id']}", token=citizen)).json
    assert {part(mine, key)["status"]["code"] for key in deciders} == {"granted"}
    await act(town, await town.staff("guxiaoming"), {"id": part(mine, "seal")["case"]}, "complete-step", step="file_seals", finding="备案")
    await granted(town, "zhongweiguo", part(mine, "seal"))
    assert (await town.get(f"/api/v1/cases/{mine['id']}", token=citizen)).json["state"]["state"] == "granted"


async def test_a_repeated_decision_begins_nothing_twice(town: Town) -> None:
    citizen = await town.proven("li-min")
    case = await accepted(town, await town.staff("linxiaoyan"), await filed(town, citizen, "biz-start", COMPANY))
    market, licence = await town.staff("miaolixin"), part(case, "licence")["case"]
    body = {"version": (await town.get(f"/api/v1/staff/cases/{licence}", token=market)).json["version"]}
    answers = await asyncio.gather(
        *(town.post(f"/api/v1/staff/cases/{licence}/grant", body, token=market, key="twice") for _ in range(3)),
    )
    assert {each.status for each in answers} <= {200, 409}
    assert 200 in {each.status for each in answers}
    police = (await town.get("/api/v1/staff/cases", token=await town.staff("guxiaoming"), queue="processing")).json["items"]
    assert len(police) == 1


async def test_a_bundle_is_decided_by_its_departments_alone(town: Town) -> None:
    _, mine = await _with_licence(town)
    head = await town.head("xuwenjing")
    window = await town.staff("linxiaoyan")
    for action, body in (("claim", {}), ("grant", {}), ("pause", {"ground": "site_visit", "reason": "到现场核查", "until": "2026-12-31"})):
        for token in (head, window):
            answer = await town.post(f"/api/v1/staff/cases/{mine['id']}/{action}", {"version": mine["version"], **body}, token=token)
            assert answer.status in (403, 409), f"{action}: {answer.text}"


async def test_a_stop_of_one_department_stops_the_one_limit_of_the_whole(town: Town) -> None:
    citizen, mine = await _with_licence(town)
    tax, case = await town.staff("fanxuemei"), {"id": part(mine, "tax")["case"]}
    before = mine["clock"]["promised_due"]
    await act(town, tax, case, "pause", ground="site_visit", until="2026-12-31", reason="核对经营场所")
    mine = (await town.get(f"/api/v1/cases/{mine['id']}", token=citizen)).json
    assert mine["clock"]["promised_due"] is None
    assert mine["clock"]["statutory_due"] is not None, "a site visit stops the promise only"
    town.world.clock.forward(hours=24)
    await act(town, await town.staff("fanxuemei"), case, "resume")
    citizen = await town.login("li-min")
    mine = (await town.get(f"/api/v1/cases/{mine['id']}", token=citizen)).json
    assert (before, mine["clock"]["promised_due"]) == ("2026-11-24T17:00:00+08:00", "2026-11-25T17:00:00+08:00")


async def test_urging_the_whole_urges_every_department_at_work(town: Town) -> None:
    citizen, mine = await _with_licence(town)
    await act(town, citizen, mine, "urge", staff=False)
    for username, key in (("fanxuemei", "tax"), ("dengliping", "insurance")):
        seen = (await town.get(f"/api/v1/staff/cases/{part(mine, key)['case']}", token=await town.staff(username))).json
        assert seen["urges"] == 1


async def test_a_department_sees_who_else_is_at_it_and_nothing_of_theirs(town: Town) -> None:
    _, mine = await _with_licence(town)
    tax = await town.staff("fanxuemei")
    whole = await town.get(f"/api/v1/staff/cases/{part(mine, 'tax')['case']}/bundle", token=tax)
    assert whole.status == 200, whole.text
    assert part(whole.json, "licence")["result"] == f"营业执照 {mine['founded']['uscc']}"
    assert "form" not in whole.json
    assert (await town.get(f"/api/v1/staff/cases/{mine['id']}", token=tax)).status == 403
    assert (await town.get(f"/api/v1/staff/cases/{part(mine, 'seal')['case']}", token=tax)).status == 403
    alone = await town.get(f"/api/v1/staff/cases/{mine['id']}/bundle", token=await town.staff("linxiaoyan"))
    assert alone.json["detail"] == "这份申请不是一件事里的环节。"


async def test_an_agents_bundle_goes_on_for_the_principal(town: Town) -> None:
    grant = await town.granted("li-min", "zhou-jianping", "biz-start")
    case = await filed_by_agent(town, grant.agent, grant.id)
    await signed(town, grant.principal)
    mine = await accepted(town, await town.staff("linxiaoyan"), case)
    revoked = await town.post(f"/api/v1/grants/{grant.id}/revoke", {}, token=grant.principal)
    assert revoked.status == 200, revoked.text
    await town.world.settle()
    await granted(town, "miaolixin", part(mine, "licence"), "营业执照")
    mine = (await town.get(f"/api/v1/cases/{mine['id']}", token=grant.principal)).json
    assert part(mine, "tax")["status"]["code"] == "under_way"
    await town.world.settle()
    told = {each["template"] for each in (await town.get("/api/v1/notices", token=grant.agent)).json["items"]}
    assert "case_granted" not in told, "an agent whose grant has ended hears no more"


async def filed_by_agent(town: Town, token: str, grant: str) -> dict[str, Any]:
    """The company's application, filed by somebody for its founder."""
    draft = await town.made("/api/v1/cases", {"item": "biz-start", "form": COMPANY}, token, grant)
    materials = {each["key"]: {"licence": True} for each in draft["materials"]}
    saved = await town.put(f"/api/v1/cases/{draft['id']}", {"version": draft["version"], "materials": materials}, token=token, acting=grant)
    assert saved.status == 200, saved.text
    answer = await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": saved.json["version"]}, token=token, acting=grant)
    assert answer.status == 200, answer.text
    return answer.json


async def test_a_withdrawal_and_a_decision_at_the_same_moment_leave_nothing_that_cannot_be_handed_out(town: Town) -> None:
    citizen = await town.proven("li-min")
    case = await accepted(town, await town.staff("linxiaoyan"), await filed(town, citizen, "biz-start", COMPANY))
    market, licence = await town.staff("miaolixin"), part(case, "licence")["case"]
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    seen = (await town.get(f"/api/v1/staff/cases/{licence}", token=market)).json
    both = await asyncio.gather(
        town.post(f"/api/v1/cases/{case['id']}/withdraw", {"version": mine["version"]}, token=citizen),
        town.post(f"/api/v1/staff/cases/{licence}/grant", {"version": seen["version"]}, token=market),
    )
    assert sorted(each.status for each in both) == [200, 409], "one of them is told that the other was faster"
    now = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    withdrawn = both[0].status == 200
    assert (now["state"]["state"], part(now, "licence")["status"]["code"]) == (
        ("withdrawn", "withdrawn") if withdrawn else ("accepted", "granted")
    )

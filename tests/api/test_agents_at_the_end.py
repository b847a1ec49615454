"""What an agent does at the end of a case: pays the slip and collects the result, each by its own power; and slips that were replaced."""

from typing import Any

from tests.api.stories.business import accepted, act
from tests.api.stories.counterparts import photo
from tests.api.test_deliveries import handed
from tests.factories import Granted, Town
from tests.payments_world import CLERK, WINDOW, at_bank, begun, bill_of, in_app, lost_card
from tests.road_digging import ROAD

ITEM = "road-dig"
OWNER, AGENT, OTHER = "li-qiang", "zhou-zihan", "chen-jie"
_COLOURS = {"planning_permit": "red", "drawings": "green", "method": "blue", "pipeline_map": "black"}


async def owed(town: Town, grant: Granted) -> dict[str, Any]:
    """A road to be dug up, applied for by the agent and granted: what is left is to pay and to collect."""
    draft = await town.made("/api/v1/cases", {"item": ITEM, "form": ROAD | {"phone": "16909900004"}}, grant.agent, grant.id)
    chosen: dict[str, Any] = {"resident_card": {"files": [await photo(town, grant.agent, ITEM, "white", grant.id)]}}
    for key, colour in _COLOURS.items():
        chosen[key] = {"files": [await photo(town, grant.agent, ITEM, colour, grant.id)]}
    path = f"/api/v1/cases/{draft['id']}"
    saved = await town.put(path, {"version": draft["version"], "materials": chosen}, token=grant.agent, acting=grant.id)
    assert saved.status == 200, saved.text
    await act(town, grant.agent, draft, "submit", staff=False, acting=grant.id)
    await accepted(town, await town.staff("linxiaoyan"), draft)
    await act(town, await town.staff("baixueying"), draft, "complete-step", step="site_visit", finding="围挡范围合适")
    await act(town, await town.staff(CLERK), draft, "complete-step", step="traffic", finding="同意")
    return await act(town, await town.head("qinling"), draft, "grant", reason="符合条件")


async def slip_of(town: Town, token: str, grant: str) -> dict[str, Any]:
    """The newest slip an agent sees."""
    answer = await town.get("/api/v1/bills", token=token, acting=grant)
    assert answer.status == 200, answer.text
    return answer.json["items"][0]


async def paying(town: Town, token: str, bill: dict[str, Any], grant: str = "") -> Any:
    """What beginning to pay a slip answers."""
    return await town.post(f"/api/v1/bills/{bill['id']}/pay", {"version": bill["version"]}, token=token, acting=grant)


async def settled(town: Town, grant: Granted, case: dict[str, Any]) -> dict[str, Any]:
    """The agent pays the slip, and the result waits at the counter; the delivery."""
    bill = await slip_of(town, grant.agent, grant.id)
    paid = await paying(town, grant.agent, bill, grant.id)
    assert paid.status == 200, paid.text
    await in_app(town, paid.json)
    await town.world.settle()
    await act(town, await town.staff("linxiaoyan"), case, "deliver", kind="挖掘城市道路许可证", number="XK-2026-7", method="counter")
    await town.world.settle()
    return (await town.get("/api/v1/deliveries", token=grant.agent, acting=grant.id)).json["items"][0]


async def looking(town: Town, grant: Granted) -> Granted:
    """The principal lets somebody else look, and nothing more."""
    token = await town.proven(OTHER)
    body = {"agent": town.document(OTHER), "items": [ITEM], "until": "2026-12-31", "powers": ["see"]}
    offer = await town.made("/api/v1/grants", body, grant.principal)
    assert (await town.post(f"/api/v1/grants/{offer['id']}/accept", {}, token=token)).status == 200
    return Granted(grant.principal, token, offer["id"])


async def test_an_agent_pays_the_slip_and_collects_the_permit(town: Town) -> None:
    grant = await town.granted(OWNER, AGENT, ITEM, powers=["submit", "mend", "see", "collect"])
    case = await owed(town, grant)
    waiting = await settled(town, grant, case)
    bill = await slip_of(town, grant.principal, "")
    assert (bill["state"], bill["due_amount"]) == ("paid", "2160.00")
    taken = await handed(town, waiting, AGENT, "linxiaoyan")
    assert (taken.status, taken.json["collected_by"], taken.json["collected_for"]) == (200, "周子涵", "李强")
    await town.world.settle()
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=grant.principal)).json
    assert (mine["state"]["state"], mine["completion"]["code"]) == ("closed", "0")
    acts = (await town.get(f"/api/v1/grants/{grant.id}/acts", token=grant.principal)).json["items"]
    assert {"缴费", "代领结果"} <= {each["what"] for each in acts}, "the principal sees both in the grant's own list"
    assert {"payment_received", "delivery_collected_by_agent"} <= set(await town.told(grant.principal))


async def test_an_agent_without_the_power_is_told_what_is_missing(town: Town) -> None:
    grant = await town.granted(OWNER, AGENT, ITEM, powers=["submit", "see"])
    case = await owed(town, grant)
    looks = await looking(town, grant)
    bill = await slip_of(town, looks.agent, looks.id)
    refused = await paying(town, looks.agent, bill, looks.id)
    assert (refused.status, "缴费要有代办申请的授权" in refused.json["detail"]) == (403, True)
    assert bill["actions"] == [], "and it is not offered"
    waiting = await settled(town, grant, case)
    for who in (AGENT, OTHER):
        kept = await handed(town, waiting, who, "linxiaoyan")
        assert (kept.status, kept.json["errors"][0]["pointer"]) == (422, "/person")
        assert "可以代领这个事项结果的有效授权" in kept.json["detail"]
    assert (await town.get(f"/api/v1/cases/{case['id']}", token=grant.principal)).json["state"]["state"] == "granted"


async def test_a_replaced_slip_is_not_paid_any_more_and_the_new_one_is(town: Town) -> None:
    citizen, clerk = await town.proven("wang-guifang"), await town.staff(CLERK)
    case = await lost_card(town, citizen)
    old = await begun(town, citizen, await bill_of(town, citizen, case))
    wish = {"field": "temporary_card", "reason": "wrong_answer", "advice": "您说要临时身份证，请改选“要”"}
    await act(town, clerk, case, "request-correction", defects=[wish])
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    form = {"version": mine["version"], "form": mine["form"] | {"temporary_card": "wanted"}}
    assert (await town.put(f"/api/v1/cases/{case['id']}", form, token=citizen)).status == 200
    mended = await act(town, citizen, case, "resubmit", staff=False)
    assert [(each["open"], each["ended_for"]) for each in mended["obligations"] if each["kind"]["code"] == "payment"] == [
        (False, "金额有变化，已重新开具缴款书"),
        (True, ""),
    ]
    await town.world.settle()
    gone = (await town.get(f"/api/v1/bills/{old['id']}", token=citizen)).json
    assert (gone["state"], gone["ended_for"], gone["actions"]) == ("cancelled", "金额有变化，已重新开具缴款书", [])
    again = await paying(town, citizen, gone)
    assert (again.status, again.json["detail"]) == (409, "这张缴款书已经不用缴了（金额有变化，已重新开具缴款书）。")
    taken = {"version": gone["version"], "method": "cash"}
    counter = await town.post(f"/api/v1/staff/bills/{old['id']}/collect", taken, token=await town.staff(WINDOW))
    assert counter.status == 409

    await in_app(town, old)
    await town.world.settle()
    await town.world.product.engines.payments.tick()
    assert [each["fen"] for each in (await at_bank(town))["refunds"]] == [4000], "what the bank's open page still took goes back whole"

    new = await bill_of(town, citizen, case)
    assert (new["id"] != old["id"], new["due_amount"]) == (True, "50.00")
    await in_app(town, await begun(town, citizen, new))
    await town.world.settle()
    assert (await town.get(f"/api/v1/bills/{new['id']}", token=citizen)).json["state"] == "paid"
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert [each["open"] for each in seen["obligations"] if each["kind"]["code"] == "payment"] == [False, False]

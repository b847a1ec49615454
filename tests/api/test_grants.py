"""A grant on the whole product: what is done under it, and what its end does to what was begun."""

from typing import Any

import pytest

from tests.factories import ARCHIVE, CARD_VISIT, LONGEVITY_VISIT, Granted, Town

MOTHER, DAUGHTER = "wang-guifang", "li-min"
RETIREE: dict[str, Any] = {"item": "retiree-proof", "form": {"proof_kind": "status", "purpose": "house"}}


async def begun(town: Town) -> tuple[Granted, str, str]:
    """A daughter has booked a visit and begun an application for her mother: the grant, the appointment, the draft."""
    grant = await town.granted(MOTHER, DAUGHTER, "longevity")
    visit = await town.booked(grant.agent, LONGEVITY_VISIT, acting=grant.id)
    draft = await town.made("/api/v1/cases", {"item": "longevity"}, grant.agent, grant.id)
    return grant, visit["id"], draft["id"]


async def test_both_names_stand_on_everything_and_the_principal_sees_each_act(town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, "longevity", "retiree-proof")
    visit = await town.booked(grant.agent, LONGEVITY_VISIT, acting=grant.id)
    draft = await town.made("/api/v1/cases", {"item": "longevity"}, grant.agent, grant.id)
    proof = await town.certified(grant.agent, RETIREE, acting=grant.id)
    assert visit["acting"] == {"principal": "王桂芳", "agent": "李敏"}
    assert (draft["person_name"], draft["agent_name"]) == ("王桂芳", "李敏")
    assert (proof["holder_name"], proof["agent_name"]) == ("王桂芳", "李敏")
    await town.get(proof["file_url"], token=grant.agent, acting=grant.id)
    acts = (await town.get(f"/api/v1/grants/{grant.id}/acts", token=grant.principal)).json["items"]
    assert {(each["agent"], each["what"]) for each in acts} == {("李敏", "预约"), ("李敏", "申请"), ("李敏", "查看")}
    for path, made in (("appointments", visit), ("cases", draft), ("certificates", proof)):
        own = (await town.get(f"/api/v1/{path}", token=grant.principal)).json["items"]
        assert made["id"] in [each["id"] for each in own], path
        assert (await town.get(f"/api/v1/{path}", token=grant.agent)).json["items"] == [], f"the agent's own {path}"


async def test_under_a_grant_only_its_items_are_seen(town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, "longevity")
    await town.booked(grant.principal, CARD_VISIT)
    await town.made("/api/v1/cases", {"item": "ssc-apply"}, grant.principal)
    proof = await town.certified(grant.principal, ARCHIVE)
    for path in ("appointments", "cases", "certificates"):
        assert (await town.get(f"/api/v1/{path}", token=grant.agent, acting=grant.id)).json["items"] == [], path
    assert (await town.get(proof["file_url"], token=grant.agent, acting=grant.id)).status in (403, 404)
    assert (await town.get("/api/v1/items/ssc-apply/form", token=grant.agent, acting=grant.id)).status == 403


@pytest.mark.parametrize("ended_by", ["principal", "agent", "time"])
async def test_whatever_the_agent_began_stands_still_until_the_principal_decides(town: Town, ended_by: str) -> None:
    grant, visit, draft = await begun(town)
    if ended_by == "time":
        town.world.clock.at = town.world.clock.at.replace(year=2027, month=1, day=1)
        await town.world.product.engines.grants.tick()
    else:
        ender = grant.principal if ended_by == "principal" else grant.agent
        assert (await town.post(f"/api/v1/grants/{grant.id}/revoke", {}, token=ender)).status == 200
    for path in ("/api/v1/appointments", f"/api/v1/cases/{draft}", "/api/v1/materials"):
        refused = await town.get(path, token=grant.agent, acting=grant.id)
        assert (refused.status, "不能再代办" in refused.json["detail"]) == (403, True), path
    await town.world.settle()
    frozen = (await town.get(f"/api/v1/cases/{draft}", token=grant.principal)).json
    assert frozen["hold"] is not None
    assert "take-over" in [each["action"] for each in frozen["actions"]]
    place = (await town.get(f"/api/v1/appointments/{visit}", token=grant.principal)).json
    assert place["status"] == "代办授权已结束，等您决定：接手或取消"


async def test_both_are_told_of_a_revocation_and_the_principal_takes_over(town: Town) -> None:
    grant, visit, draft = await begun(town)
    await town.post(f"/api/v1/grants/{grant.id}/revoke", {"reason": "我自己来"}, token=grant.principal)
    told = await town.told(grant.principal)
    assert {"grant_revoked", "appointment_frozen", "case_frozen"} <= set(told)
    assert {"grant_revoked", "appointment_frozen_agent"} <= set(await town.told(grant.agent))
    assert any("已撤销" in text for text in await town.sandbox.sms("16909900001"))
    for path, id in (("appointments", visit), ("cases", draft)):
        held = (await town.get(f"/api/v1/{path}/{id}", token=grant.principal)).json
        body = {"version": held["version"]}
        taken = await town.post(f"/api/v1/{path}/{id}/take-over", body, token=grant.principal)
        assert taken.status == 200, taken.text
        assert [taken.json[name] for name in ("frozen", "hold") if name in taken.json] == [None], path
    again = await town.post(f"/api/v1/appointments/{visit}/take-over", body, token=grant.agent, acting=grant.id)
    assert again.status == 400, "taking over is the principal's alone"


async def test_a_death_ends_the_grant_and_what_was_begun_under_it(town: Town) -> None:
    grant, visit, draft = await begun(town)
    await town.dies(MOTHER)
    refused = await town.get("/api/v1/appointments", token=grant.agent, acting=grant.id)
    assert (refused.status, "户口簿" in refused.json["detail"]) == (403, True)
    shown = (await town.get(f"/api/v1/grants/{grant.id}", token=grant.agent)).json
    assert (shown["state"], shown["state_label"]) == ("ended", "已终止")
    assert (await town.world.store.places.get(visit) or {})["state"] == "cancelled"
    assert (await town.world.store.cases.get(draft) or {})["state"] == "aborted"
    assert "grant_ended" in await town.told(grant.agent)
    assert (await town.get("/api/v1/me", token=grant.principal)).status == 401


async def test_the_death_of_an_agent_leaves_the_matter_with_its_principal(town: Town) -> None:
    grant, visit, draft = await begun(town)
    await town.dies(DAUGHTER)
    place = (await town.get(f"/api/v1/appointments/{visit}", token=grant.principal)).json
    assert (place["state"], "take-over" in place["actions"]) == ("pending", True)
    assert (await town.get(f"/api/v1/cases/{draft}", token=grant.principal)).json["hold"] is not None
    assert "grant_ended" in await town.told(grant.principal)


async def test_a_single_grant_is_used_up_by_the_certificate_and_not_by_looking(town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, "retiree-proof", single_use=True)
    assert (await town.get("/api/v1/items/retiree-proof/form", token=grant.agent, acting=grant.id)).status == 200
    proof = await town.certified(grant.agent, RETIREE, acting=grant.id)
    assert (await town.get(f"/api/v1/certificates/{proof['id']}", token=grant.agent, acting=grant.id)).status == 200
    second = await town.post("/api/v1/certificates", RETIREE, token=grant.agent, acting=grant.id)
    assert (second.status, "只能办一次" in second.json["detail"]) == (403, True)


async def test_where_a_principal_was_heard_is_kept_sealed(town: Town) -> None:
    heard = {"place": "青石镇柳湾村五组2号", "method": "home_visit", "note": "在家里当面说的"}
    body = {
        "principal": town.document("feng-yulan"),
        "agent": town.document("xie-jun"),
        "items": ["longevity"],
        "until": "2026-12-31",
        "heard": heard,
    }
    officer = await town.staff("weichunyan")
    grant = await town.made("/api/v1/staff/grants", body, officer)
    await town.post(f"/api/v1/staff/grants/{grant['id']}/revoke", {"heard": heard, "person": body["principal"]}, token=officer)
    await town.world.settle()
    kept = await town.world.product.engines.grants._core.get(grant["id"])
    assert kept.hearing is not None
    assert kept.last_hearing is not None
    assert (kept.hearing.place, kept.last_hearing.note) == (heard["place"], heard["note"])
    rows = [*await town.world.store.audit.find({}), *await town.world.store.outbox.find({})]
    assert rows
    assert "柳湾村" not in str(rows)


async def test_a_death_the_register_tells_of_counts_from_that_moment(town: Town) -> None:
    """The grant's last look is a day old: the next use asks again, and nothing is done in the name of the dead."""
    grant = await town.granted("wang-guifang", "li-min", "ss-proof")
    await town.sandbox.death("wang-guifang", "2026-11-24")
    town.world.clock.forward(days=1, minutes=1)
    refused = await town.get("/api/v1/items/ss-proof/form", token=grant.agent, acting=grant.id)
    assert (refused.status, "去世" in refused.json["detail"]) == (403, True), refused.text


async def test_whoever_asks_the_register_a_death_is_recorded(town: Town) -> None:
    grant = await town.granted("wang-guifang", "li-min", "ss-proof")
    await town.sandbox.death("wang-guifang", "2026-11-22")
    body = {"item": "ss-proof", "form": {"range": "year", "purpose": "loan"}}
    asked = await town.post("/api/v1/certificates", body, token=grant.agent, acting=grant.id)
    assert asked.status in (202, 403, 409), asked.text
    await town.world.settle()
    after = await town.get("/api/v1/items/ss-proof/form", token=grant.agent, acting=grant.id)
    assert (after.status, "去世" in after.json["detail"]) == (403, True), after.text

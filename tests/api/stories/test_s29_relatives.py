"""S29: 授权代理、亲友代办. A daughter does her mother's errands on her own phone, each under one grant, and both names stand on each."""

from typing import Any

from tests.api.stories.business import accepted, act
from tests.factories import Granted, Town
from tests.portraits import Portrait

MOTHER, DAUGHTER = "wang-guifang", "li-min"
ERRANDS = ("longevity", "ssc-apply", "retiree-proof")
LONGEVITY: dict[str, Any] = {
    "living": "same",
    "account": {"holder": "王桂芳", "bank": "江州银行", "account": "6222000000000001"},
    "phone": "16909900001",
    "alive_statement": True,
}
CARD: dict[str, Any] = {"bank": "jiangzhou_bank", "under_age": "adult", "collection": "bank", "branch": "luoxi", "phone": "16909900001"}


async def filed(town: Town, grant: Granted, item: str, form: dict[str, Any], **chosen: Any) -> dict[str, Any]:
    """What the daughter hands in for her mother: her mother's licences and her own where nothing else is `chosen`."""
    draft = await town.made("/api/v1/cases", {"item": item, "form": form}, grant.agent, grant.id)
    needed = [each["key"] for each in draft["materials"] if each["need"]["code"] == "required"]
    materials = {key: chosen.get(key, {"licence": True}) for key in needed}
    path = f"/api/v1/cases/{draft['id']}"
    saved = await town.put(path, {"version": draft["version"], "materials": materials}, token=grant.agent, acting=grant.id)
    assert saved.status == 200, saved.text
    sent = await town.post(f"{path}/submit", {"version": saved.json["version"]}, token=grant.agent, acting=grant.id)
    assert sent.status == 200, sent.text
    return sent.json


async def test_the_allowance_of_a_mother_without_a_smartphone(town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, *ERRANDS)
    case = await filed(town, grant, "longevity", LONGEVITY)
    assert (case["person_name"], case["agent_name"], case["form"]["elder_name"]) == ("王桂芳", "李敏", "王桂芳")
    await accepted(town, await town.staff("gongxiaodong"), case)
    await act(town, await town.staff("liufang"), case, "complete-step", step="village_check", finding="健在，住在本村")
    await act(town, await town.staff("situwen"), case, "complete-step", step="town_review", finding="符合条件")
    await act(town, await town.staff("gongxiaodong"), case, "grant", reason="符合条件")
    for token, acting in ((grant.principal, ""), (grant.agent, grant.id)):
        seen = await town.get(f"/api/v1/cases/{case['id']}", token=token, acting=acting)
        assert (seen.json["state"]["state"], seen.json["agent_name"]) == ("granted", "李敏")
    assert "case_granted" in await town.told(grant.principal)
    assert "case_granted" in await town.told(grant.agent)


async def test_money_goes_to_the_mothers_account_alone(town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, *ERRANDS)
    account = {"holder": "李敏", "bank": "江州银行", "account": "6222000000000002"}
    refused = await town.post(
        "/api/v1/cases", {"item": "longevity", "form": {**LONGEVITY, "account": account}}, token=grant.agent, acting=grant.id
    )
    assert refused.status == 422
    assert [each["pointer"] for each in refused.json["errors"]] == ["/form/account/holder"]


async def test_a_proof_of_being_retired_at_once(town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, *ERRANDS)
    wish = {"item": "retiree-proof", "form": {"proof_kind": "status", "purpose": "house"}}
    made = await town.certified(grant.agent, wish, grant.id)
    case = (await town.get(f"/api/v1/cases/{made['case']}", token=grant.principal)).json
    assert (case["person_name"], case["agent_name"], made["state"]) == ("王桂芳", "李敏", "valid")


async def test_a_social_security_card_and_an_end_of_it_by_one_word(town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, *ERRANDS)
    picture = await town.post(
        "/api/v1/materials?item=ssc-apply",
        Portrait().jpeg(),
        token=grant.agent,
        acting=grant.id,
        headers={"Content-Type": "image/jpeg"},
    )
    assert picture.status == 201, picture.text
    case = await filed(town, grant, "ssc-apply", CARD, photo={"files": [picture.json["id"]]})
    revoked = await town.post(f"/api/v1/grants/{grant.id}/revoke", {}, token=grant.principal)
    assert revoked.status == 200, revoked.text
    assert (await town.get(f"/api/v1/cases/{case['id']}", token=grant.agent, acting=grant.id)).status in (403, 404)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=grant.principal)).json
    assert (mine["state"]["state"], mine["hold"]) == ("received", None), "what was handed in goes on for the mother"

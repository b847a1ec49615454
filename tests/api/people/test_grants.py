"""Acting for a parent over HTTP: offered, agreed, used up to its revocation."""

from typing import Any

import pytest

from tests.people_edge import Edge

TERMS: dict[str, Any] = {"items": ["longevity"], "until": "2026-12-31"}
HEARD = {"place": "罗溪街道榕树里", "method": "home_visit", "note": "老人当面说同意由女儿代办"}


async def grant_of(edge: Edge, principal: str, agent: str, **terms: Any) -> tuple[str, str, str]:
    """Tokens of both and the id of a grant between them that holds."""
    mother, daughter = await edge.proven(principal), await edge.matched(agent)
    offer = await edge.post("/api/v1/grants", {**TERMS, **terms, "agent": edge.document(agent)}, token=mother)
    assert offer.status == 201, offer.text
    accepted = await edge.post(f"/api/v1/grants/{offer.json['id']}/accept", {}, token=daughter)
    assert accepted.status == 200, accepted.text
    return mother, daughter, offer.json["id"]


async def test_a_mother_lets_her_daughter_act(edge: Edge) -> None:
    mother, daughter, grant = await grant_of(edge, "wang-guifang", "li-min")
    seen = (await edge.get(f"/api/v1/grants/{grant}", token=daughter)).json
    assert (seen["state"], seen["you"], seen["principal"]["name"], seen["agent"]["name"]) == ("active", "agent", "王*芳", "李敏")
    assert (seen["items"][0]["code"], seen["until"], seen["actions"]) == ("longevity", "2027-01-01T00:00:00+08:00", ["revoke"])
    assert [each["id"] for each in (await edge.get("/api/v1/grants", token=mother)).json["items"]] == [grant]
    revoked = await edge.post(f"/api/v1/grants/{grant}/revoke", {"reason": "不用了"}, token=mother)
    assert (revoked.status, revoked.json["state"], revoked.json["actions"]) == (200, "revoked", [])
    again = await edge.post(f"/api/v1/grants/{grant}/revoke", {}, token=daughter)
    assert (again.status, again.json["type"]) == (409, "/problems/conflict")


async def test_a_scanned_code_shows_the_offer_and_takes_the_answer(edge: Edge) -> None:
    mother, daughter = await edge.proven("wang-guifang"), await edge.matched("li-min")
    offer = (await edge.post("/api/v1/grants", {**TERMS, "agent": {}}, token=mother)).json
    token = offer["invitation"]["token"]
    picture = await edge.get(f"/api/v1/grants/{offer['id']}/invitation-code", token=mother)
    assert (picture.status, picture.headers["Content-Type"]) == (200, "image/png")
    assert len(picture.body) > 100
    shown = await edge.get(f"/api/v1/grant-invitations/{token}", token=daughter)
    assert (shown.status, shown.json["actions"], shown.json["invitation"]) == (200, ["accept", "decline"], None)
    assert (await edge.get("/api/v1/grant-invitations/0000000000000000", token=daughter)).status == 404
    answer = await edge.post(f"/api/v1/grants/{offer['id']}/accept", {"token": token}, token=daughter)
    assert (answer.status, answer.json["state"]) == (200, "active")


async def test_a_principal_must_be_proven_an_agent_only_matched(edge: Edge) -> None:
    mother = await edge.matched("wang-guifang")
    answer = await edge.post("/api/v1/grants", {**TERMS, "agent": edge.document("li-min")}, token=mother)
    assert (answer.status, answer.json["type"]) == (403, "/problems/proof_needed")
    nobody = await edge.login("li-min")
    answer = await edge.post("/api/v1/grants", {**TERMS, "principal": edge.document("wang-guifang")}, token=nobody)
    assert (answer.status, answer.json["type"]) == (403, "/problems/proof_needed")


@pytest.mark.parametrize(
    "change",
    [
        {"items": ["idcard-lost"]},
        {"items": "longevity"},
        {"until": "tomorrow"},
        {"until": "2030-01-01"},
        {"powers": ["decide"]},
        {"agent": None},
        {"principal": {}},
        {"agent": {"id_number": "990101197009120061"}},
        {"agent": {"name": "李敏", "id_number": "990101197009120062"}},
        {"forever": True},
    ],
)
async def test_bad_terms_are_unprocessable_with_a_pointer(edge: Edge, change: dict[str, Any]) -> None:
    mother = await edge.proven("wang-guifang")
    body = {**TERMS, "agent": edge.document("li-min"), **change}
    answer = await edge.post("/api/v1/grants", body, token=mother)
    assert answer.status == 422, answer.text
    assert answer.json["errors"]


async def test_grants_cannot_be_handled_under_a_grant(edge: Edge) -> None:
    _, daughter, grant = await grant_of(edge, "wang-guifang", "li-min")
    answer = await edge.post("/api/v1/grants", {**TERMS, "agent": {}}, token=daughter, acting=grant)
    assert answer.status == 400
    assert (await edge.get("/api/v1/me", token=daughter, acting=grant)).status == 400


async def test_others_grants_are_not_found(edge: Edge) -> None:
    _, _, grant = await grant_of(edge, "wang-guifang", "li-min")
    other = await edge.proven("li-qiang")
    for answer in (
        await edge.get(f"/api/v1/grants/{grant}", token=other),
        await edge.get(f"/api/v1/grants/{grant}/acts", token=other),
        await edge.post(f"/api/v1/grants/{grant}/revoke", {}, token=other),
        await edge.post(f"/api/v1/grants/{grant}/accept", {}, token=other),
    ):
        assert (answer.status, answer.json["type"]) == (404, "/problems/not_found")


async def test_a_repeated_key_makes_one_grant_and_another_body_is_refused(edge: Edge) -> None:
    mother = await edge.proven("wang-guifang")
    body = {**TERMS, "agent": {}}
    first = await edge.post("/api/v1/grants", body, token=mother, key="tap")
    second = await edge.post("/api/v1/grants", body, token=mother, key="tap")
    assert (first.status, second.status, first.json["id"]) == (201, 201, second.json["id"])
    other = await edge.post("/api/v1/grants", {**body, "single_use": True}, token=mother, key="tap")
    assert (other.status, other.json["type"]) == (422, "/problems/idempotency_key_reused")
    assert (await edge.post("/api/v1/grants", body, token=mother, key="")).status == 400


async def test_an_officer_records_the_grant_of_a_mother_without_a_phone(edge: Edge) -> None:
    daughter = await edge.matched("li-min")
    officer = await edge.staff(next(each.username for each in edge.district.staff if "village_officer" in each.roles))
    body = {**TERMS, "principal": edge.document("wang-guifang"), "agent": edge.document("li-min"), "heard": HEARD}
    answer = await edge.post("/api/v1/staff/grants", body, token=officer)
    assert (answer.status, answer.json["state"]) == (201, "active")
    listed = (await edge.get("/api/v1/grants", token=daughter)).json["items"]
    assert [(each["id"], each["you"]) for each in listed] == [(answer.json["id"], "agent")]
    scans = {key: value for key, value in body.items() if key != "heard"}
    assert (await edge.post("/api/v1/staff/grants", scans, token=officer)).status == 422
    ended = await edge.post(
        f"/api/v1/staff/grants/{answer.json['id']}/revoke", {"heard": HEARD, "person": edge.document("wang-guifang")}, token=officer
    )
    assert (ended.status, ended.json["state"]) == (200, "revoked")
    assert (await edge.post("/api/v1/staff/grants", body, token=daughter)).status == 401


async def test_a_mother_is_the_guardian_of_her_child_by_the_register(edge: Edge) -> None:
    on = edge.engines.clock.now().date()
    parent, child = next(
        (each, kid)
        for each in edge.district.citizens
        for relative in each.family
        if relative.relation in {"儿子", "女儿"} and (kid := edge.citizen(relative.code)) and on.year - kid.born.year < 17
        if each.phone and not each.died
    )
    token = await edge.proven(parent.code)
    body = {"basis": "guardianship", "principal": edge.document(child.code)}
    answer = await edge.post("/api/v1/grants", body, token=token)
    assert answer.status == 201, answer.text
    assert (answer.json["state"], answer.json["all_items"], answer.json["you"]) == ("active", True, "agent")
    assert answer.json["until"].startswith(f"{child.born.year + 18}-{child.born.month:02}-{child.born.day:02}")

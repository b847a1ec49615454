"""A parent without a phone: the daughter sends the signed paper in photographs and a time to call; staff hear the mother, or do not."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from backend.clock import SHANGHAI
from models.grants import Half
from tests.api.cases.test_uploads import JPEG, photo
from tests.factories import Town

MOTHER, DAUGHTER = "wang-guifang", "li-min"
CALL = {"phone": "0600-8112233", "day": "2026-11-25", "half": "morning"}
HEARD = {"place": "电话 0600-8112233", "method": "phone_call_back", "note": "老人在电话里说同意由女儿代办高龄津贴"}
OFFICER = "liufang"


async def paper(town: Town, token: str) -> str:
    """A photograph of what the mother signed."""
    made = await town.post("/api/v1/materials", photo(), token=token, headers=JPEG)
    assert made.status == 201, made.text
    return made.json["id"]


async def asked(town: Town, token: str, **more: Any) -> dict[str, Any]:
    """The body of a call asked for."""
    terms = {"items": ["longevity"], "until": "2027-02-21", "principal": town.document(MOTHER), "call_back": CALL}
    return {**terms, "evidence": [await paper(town, token)], **more}


async def taken(town: Town, grant: dict[str, Any], token: str, **more: Any) -> dict[str, Any]:
    """The grant in the hand of a member of staff, as they see it from then on."""
    answer = await town.post(f"/api/v1/staff/grants/{grant['id']}/claim", {"early": True, **more}, token=token)
    assert answer.status == 200, answer.text
    return answer.json


async def waiting(town: Town) -> tuple[str, dict[str, Any]]:
    daughter = await town.matched(DAUGHTER)
    return daughter, await town.made("/api/v1/grants", await asked(town, daughter), daughter)


async def test_a_number_that_is_the_agents_own_is_told_to_whoever_calls(town: Town) -> None:
    daughter = await town.matched(DAUGHTER)
    own = {**CALL, "phone": town.citizen(DAUGHTER).phone}
    made = await town.made("/api/v1/grants", await asked(town, daughter, call_back=own), daughter)
    assert not made["call_back"]["agents_own"], "for whoever calls"
    line = await taken(town, made, await town.staff(OFFICER))
    assert (line["call_back"]["phone"], line["call_back"]["agents_own"]) == (own["phone"], True)


def test_a_half_day_is_over_at_noon_and_at_midnight() -> None:
    day, noon = date(2026, 11, 25), datetime(2026, 11, 25, 12, tzinfo=SHANGHAI)
    assert [Half.MORNING.over_at(day, at) for at in (noon - timedelta(minutes=1), noon)] == [False, True]
    assert [Half.AFTERNOON.over_at(day, at) for at in (noon, noon + timedelta(hours=12))] == [False, True]


async def test_the_mother_is_called_and_the_grant_holds(town: Town) -> None:
    daughter, grant = await waiting(town)
    assert (grant["state"], grant["you"], grant["actions"]) == ("checking", "agent", ["revoke"])
    assert grant["call_back"] == {
        "day": "2026-11-25",
        "half": "morning",
        "half_label": "上午",
        "missed": False,
        "phone": "",
        "agents_own": False,
        "not_before": None,
        "due": True,
        "tries": [],
    }
    assert (grant["principal"]["name"], grant["principal"]["id_number"]) == ("王*芳", ""), "as it is to everybody but who calls"
    refused = await town.get("/api/v1/cases", token=daughter, acting=grant["id"])
    assert (refused.status, refused.json["type"]) == (403, "/problems/grant_over")
    officer = await town.staff(OFFICER)
    line = await taken(town, grant, officer)
    assert (line["call_back"]["phone"], line["call_back"]["agents_own"], len(line["evidence"])) == (CALL["phone"], False, 1)
    mother = town.citizen(MOTHER)
    said = {"name": mother.name, "known": False, "document_title": "居民身份证", "id_number": mother.id_number}
    assert (line["principal"], line["agent"]["name"]) == (said, town.citizen(DAUGHTER).name), "compared with the paper"
    look = f"/api/v1/staff/grants/{grant['id']}/evidence"
    picture = await town.get(f"{look}/{line['evidence'][0]}", token=officer)
    assert (picture.status, picture.headers["Content-Type"]) == (200, "image/jpeg")
    assert (await town.get(f"{look}/material_of_another", token=officer)).status == 404
    check = f"/api/v1/staff/grants/{grant['id']}/check"
    body = {"confirmed": True, "note": "已电话听取", "version": line["version"]}
    unheard = await town.post(check, body, token=officer)
    assert (unheard.status, unheard.json["errors"][0]["pointer"]) == (422, "/heard")
    stale = await town.post(check, {**body, "heard": HEARD, "version": 9}, token=officer)
    assert (stale.status, stale.json["type"]) == (409, "/problems/stale_version")
    came = await town.post(check, {**body, "heard": {**HEARD, "method": "in_person"}}, token=officer)
    assert (came.status, came.json["type"], "Alt+A" in came.json["detail"]) == (403, "/problems/proof_needed", True)
    held = await town.post(check, {**body, "heard": HEARD}, token=officer)
    assert (held.status, held.json["state"], held.json["call_back"]) == (200, "active", None), held.text
    assert (held.json["principal"]["name"], held.json["principal"]["id_number"]) == ("王*芳", ""), "no longer needed in full"
    assert (await town.get("/api/v1/cases", token=daughter, acting=grant["id"])).status == 200
    assert (await town.get(f"/api/v1/grants/{grant['id']}", token=daughter)).json["heard_by"]
    again = await town.post(check, {**body, "heard": HEARD}, token=officer)
    assert (again.status, again.json["type"]) == (409, "/problems/conflict")


async def test_a_mother_who_does_not_want_it_is_believed(town: Town) -> None:
    daughter, grant = await waiting(town)
    body = {"confirmed": False, "note": "老人说不知道这件事", "version": grant["version"]}
    reviewer = await town.staff("gongxiaodong")
    check = f"/api/v1/staff/grants/{grant['id']}/check"
    assert (await town.post(check, body, token=reviewer)).status == 403
    officer = await town.staff(OFFICER)
    body["version"] = (await taken(town, grant, officer))["version"]
    declined = await town.post(check, body, token=officer)
    assert (declined.status, declined.json["state"], declined.json["reason"]) == (200, "declined", "老人说不知道这件事")
    await town.world.settle()
    titles = [each["title"] for each in (await town.get("/api/v1/notices", token=daughter)).json["items"]]
    assert "授权没有确认" in titles


async def test_the_daughter_takes_it_back_before_anybody_called(town: Town) -> None:
    daughter, grant = await waiting(town)
    taken = await town.post(f"/api/v1/grants/{grant['id']}/revoke", {}, token=daughter)
    assert (taken.status, taken.json["state"], taken.json["call_back"]) == (200, "revoked", None)
    stored = await town.world.store.grants.get(grant["id"])
    assert stored is not None
    assert (stored["target"], stored["call_back"]) == (None, None)


@pytest.mark.parametrize(
    "change",
    [
        {"evidence": []},
        {"evidence": ["material_of_another"]},
        {"call_back": {**CALL, "day": "2026-11-23"}},
        {"call_back": {**CALL, "day": "2026-12-24"}},
        {"call_back": {**CALL, "phone": "112"}},
        {"call_back": {**CALL, "half": "night"}},
        {"principal": {"name": "王桂芳", "phone": "16909900001"}},
        {"basis": "guardianship"},
        {"items": []},
    ],
)
async def test_what_is_missing_is_said_at_its_place(town: Town, change: dict[str, Any]) -> None:
    daughter = await town.matched(DAUGHTER)
    answer = await town.post("/api/v1/grants", await asked(town, daughter, **change), token=daughter)
    assert answer.status == 422, answer.text
    assert answer.json["errors"]


async def test_nobody_asks_a_call_to_themselves_or_for_whom_the_register_does_not_know(town: Town) -> None:
    daughter = await town.matched(DAUGHTER)
    own = await town.post("/api/v1/grants", await asked(town, daughter, principal=town.document(DAUGHTER)), token=daughter)
    assert own.status == 409
    unknown = {**town.document(MOTHER), "name": "王桂花"}
    grant = await town.made("/api/v1/grants", await asked(town, daughter, principal=unknown), daughter)
    officer = await town.staff(OFFICER)
    version = (await taken(town, grant, officer))["version"]
    body = {"confirmed": True, "note": "已电话听取", "version": version, "heard": HEARD}
    answer = await town.post(f"/api/v1/staff/grants/{grant['id']}/check", body, token=officer)
    assert answer.status == 422, answer.text


async def test_no_call_is_promised_for_whom_the_register_holds_for_dead(town: Town) -> None:
    daughter = await town.matched(DAUGHTER)
    body = await asked(town, daughter, principal=town.document("li-deshan"))
    refused = await town.post("/api/v1/grants", body, token=daughter)
    assert refused.status == 409, refused.text
    assert "已经去世" in refused.json["detail"]
    assert "请家属带户口簿到任一窗口" in refused.json["detail"]
    assert (await town.get("/api/v1/grants", token=daughter)).json["items"] == []

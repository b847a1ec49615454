"""S6 and S28 for units: the proof of the weather at once, and the look into a file that a unit asks for by letter."""

from typing import Any

from tests.api.cases.test_uploads import JPEG, photo
from tests.api.stories.business import accepted, act
from tests.api.stories.test_s06_weather import FLOOD
from tests.factories import Granted, Town

COMPANY: dict[str, Any] = {"uscc": "91990101MA990001XM", "name": "江州晨光印刷有限公司"}
WEATHER, FILE = "weather-proof-unit", "political-proof-unit"


async def handler(town: Town, *items: str) -> Granted:
    """The company's legal representative has named who handles these items."""
    return await town.granted("huang-lili", "zhou-zihan", *items, basis="company", enterprise=COMPANY)


async def test_a_unit_gets_its_proof_of_the_weather_at_once(town: Town) -> None:
    grant = await handler(town, WEATHER)
    form = (await town.get(f"/api/v1/items/{WEATHER}/form", token=grant.agent, acting=grant.id)).json
    assert form["values"]["place"], "where the register has the unit stands there already"
    wish = {"item": WEATHER, "form": FLOOD | {"place": form["values"]["place"], "damage": "纸张和印刷机"}}
    made = await town.certified(grant.agent, wish, acting=grant.id)
    assert (made["title"], made["holder_name"], made["holder_number"]) == ("气象灾害证明（单位）", COMPANY["name"], COMPANY["uscc"])
    assert (await town.get(made["file_url"], token=grant.agent, acting=grant.id)).body.startswith(b"%PDF-")
    refused = await town.post("/api/v1/certificates", wish, token=grant.agent)
    assert (refused.status, "由单位办理" in refused.json["detail"]) == (403, True)


async def test_a_letter_opens_a_file_for_the_unit_and_nobody_else_reads_the_proof(town: Town) -> None:
    grant, archivist = await handler(town, FILE), await town.staff("wuminyi")
    form = {
        "subject": town.document("li-qiang"),
        "matter": "hire",
        "letter_number": "江晨函〔2026〕12号",
        "letter_date": "2026-11-10",
        "phone": "16909900006",
    }
    form["subject"] = {key: form["subject"][key] for key in ("name", "id_number")}
    old = await town.post("/api/v1/cases", {"item": FILE, "form": form | {"letter_date": "2026-07-01"}}, token=grant.agent, acting=grant.id)
    assert [each["detail"] for each in old.json["errors"]] == ["函已经过了90天，请重新出函。"]
    draft = await town.made("/api/v1/cases", {"item": FILE, "form": form}, grant.agent, grant.id)
    assert [each["key"] for each in draft["materials"]] == ["letter"], "two people come only where the unit wants to look itself"
    letter = await town.post(f"/api/v1/materials?item={FILE}", photo(), token=grant.agent, acting=grant.id, headers=JPEG)
    body = {"version": draft["version"], "materials": {"letter": {"files": [letter.json["id"]]}}}
    assert (await town.put(f"/api/v1/cases/{draft['id']}", body, token=grant.agent, acting=grant.id)).status == 200
    case = await act(town, grant.agent, draft, "submit", staff=False, acting=grant.id)
    case = await accepted(town, await town.staff("linxiaoyan"), case)
    assert case["clock"]["promised_due"] == "2026-11-26T17:00:00+08:00", "three working days"
    mute = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=archivist)).json
    silent = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", {"version": mute["version"]}, token=archivist)
    assert {each["pointer"] for each in silent.json["errors"]} == {"/fills/conclusion", "/fills/found"}, "a proof says what was found"
    found = {"conclusion": "clear", "found": "看了全部十类材料，没有处分记载"}
    case = await act(town, archivist, case, "grant", fills=found)
    assert [each["value"] for each in case["filled"]] == ["档案材料中没有发现与函上事由有关的问题", "看了全部十类材料，没有处分记载"]
    await town.world.settle()
    shown = (await town.get("/api/v1/certificates", token=grant.agent, acting=grant.id, case=case["id"])).json["items"]
    assert [each["title"] for each in shown] == ["政审材料情况证明"]
    assert (await town.get("/api/v1/certificates", token=grant.agent)).json["items"] == [], "the handler's own"


async def drafted(town: Town, grant: Granted, code: str, **wrong: str) -> dict[str, Any]:
    """A draft about somebody's file, with its letter; `wrong`: how they are named otherwise than they are called."""
    person = town.document(code)
    form = {
        "subject": {"name": person["name"], "id_number": person["id_number"], **wrong},
        "matter": "hire",
        "letter_number": "江晨函〔2026〕13号",
        "letter_date": "2026-11-10",
        "phone": "16909900006",
    }
    draft = await town.made("/api/v1/cases", {"item": FILE, "form": form}, grant.agent, grant.id)
    letter = await town.post(f"/api/v1/materials?item={FILE}", photo(), token=grant.agent, acting=grant.id, headers=JPEG)
    body = {"version": draft["version"], "materials": {"letter": {"files": [letter.json["id"]]}}}
    assert (await town.put(f"/api/v1/cases/{draft['id']}", body, token=grant.agent, acting=grant.id)).status == 200
    return draft


async def readers(town: Town, token: str) -> list[tuple[str, str]]:
    """Who looked into somebody's matters, as they find it."""
    log = (await town.get("/api/v1/me/access-log", token=token)).json["items"]
    return [(each["reader"], each["purpose"]) for each in log if each["action"] == "person.looked_into"]


async def test_whose_file_is_looked_into_is_told_by_whom_and_what_for(town: Town) -> None:
    grant, subject = await handler(town, FILE), await town.proven("li-qiang")
    draft = await drafted(town, grant, "li-qiang")
    assert ("looked_into" in await town.told(subject), await readers(town, subject)) == (False, []), "nothing is handed in yet"
    await act(town, grant.agent, draft, "submit", staff=False, acting=grant.id)
    (notice,) = [each for each in await town.inbox(subject) if each["template"] == "looked_into"]
    assert all(word in notice["body"] for word in (COMPANY["name"], "录用、调动", "0600-81000400"))
    assert town.document("li-qiang")["id_number"] not in str(notice)
    assert [purpose for _, purpose in await readers(town, subject)] == ["政审材料情况证明（单位来函）"]
    assert "looked_into" not in await town.told(grant.agent), "who applies knows"


async def test_a_number_under_another_name_tells_nobody(town: Town) -> None:
    grant, subject = await handler(town, FILE), await town.proven("li-qiang")
    draft = await drafted(town, grant, "li-qiang", name="李墙")
    await act(town, grant.agent, draft, "submit", staff=False, acting=grant.id)
    assert ("looked_into" in await town.told(subject), await readers(town, subject)) == (False, [])


async def test_what_was_found_in_a_file_stands_on_the_proof_and_with_whom_it_concerns(town: Town) -> None:
    grant, archivist = await handler(town, FILE), await town.staff("wuminyi")
    draft = await drafted(town, grant, "li-qiang")
    case = await accepted(town, await town.staff("linxiaoyan"), await act(town, grant.agent, draft, "submit", staff=False, acting=grant.id))
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=archivist)).json
    for wrong, pointer in (
        ({"conclusion": "noted", "found": "有"}, "/fills/found"),
        ({"conclusion": "unknown", "found": "看了全部十类材料"}, "/fills/conclusion"),
        ({"conclusion": "noted", "found": "身份证990101197009120061的处分"}, "/fills/found"),
    ):
        path = f"/api/v1/staff/cases/{case['id']}/grant"
        refused = await town.post(path, {"version": seen["version"], "fills": wrong}, token=archivist)
        assert (refused.status, [each["pointer"] for each in refused.json["errors"]]) == (422, [pointer])
    found = {"conclusion": "noted", "found": "2016年受过警告处分，2017年已经解除"}
    case = await act(town, archivist, case, "grant", fills=found)
    assert [each["value"] for each in case["filled"]] == ["档案材料中有需要说明的情况，见查档情况", found["found"]]
    await town.world.settle()
    (proof,) = (await town.get("/api/v1/certificates", token=grant.agent, acting=grant.id, case=case["id"])).json["items"]
    assert (await town.get(proof["file_url"], token=grant.agent, acting=grant.id)).body.startswith(b"%PDF-")

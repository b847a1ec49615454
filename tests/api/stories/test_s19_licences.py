"""S19: 免证办. Licences are looked up instead of handed in: with the holder's authorisation for this use, a log, a marked copy."""

from typing import Any

import pytest

from models.licence_identifier import LicenceIdentifier
from tests.api.bad_input.shapes import assert_clear
from tests.api.stories.business import act, filed
from tests.api.stories.test_s30_lease import lease
from tests.cases_world import LONGEVITY
from tests.factories import Town

OWN = [  # whose licence, for which item, with which answers, in place of which material; and the kind
    ("li-qiang", "ssc-apply", {}, "resident_card", "resident_card"),
    ("chen-guoqiang", "medaid-onestop", {}, "household_register", "household_register"),
    ("wang-guifang", "longevity", {}, "account_proof", "social_security_card"),
    ("li-min", "birth-reg", {"marriage": "married"}, "marriage_certificate", "marriage_certificate"),
    ("chen-jie", "birth-reg", {"born_already": "born"}, "birth_certificate", "birth_certificate"),
    ("sun-haoran", "low-income", {"hardship": ["disability"]}, "hardship_proof", "disability_card"),
    ("zhou-zihan", "doctor-reg", {}, "qualification", "doctor_qualification"),
    ("zhao-peng", "lease-filing", {}, "title", "real_estate_title"),
]
COMPANY = {"uscc": "91990101MA9900036G", "name": "江州云数科技有限公司"}
OF_COMPANY = [
    ("road-dig", {"applicant_kind": "company"}, "business_licence", "business_licence"),
    ("road-dig", {"applicant_kind": "company"}, "planning_permit", "construction_planning_permit"),
    ("land-merge", {}, "filing", "investment_filing"),
]
TITLE = "title"


async def chosen(town: Town, token: str, item: str, form: dict[str, Any], key: str, acting: str = "", **choice: Any) -> dict[str, Any]:
    """A new draft with the licence chosen for a material; the material as the applicant sees it."""
    body = {"item": item, "form": form, "materials": {key: {"licence": True, **choice}}}
    draft = await town.made("/api/v1/cases", body, token, acting)
    return {**next(each for each in draft["materials"] if each["key"] == key), "case": draft["id"]}


async def mine(town: Town, token: str, acting: str = "") -> list[dict[str, Any]]:
    """What somebody was asked for and has authorised, newest first."""
    answer = await town.get("/api/v1/licences/authorisations", token=token, acting=acting)
    assert answer.status == 200, answer.text
    return answer.json["items"]


async def answered(town: Town, token: str, page: dict[str, Any], how: str, **body: Any) -> dict[str, Any]:
    """The holder's answer to the page as they saw it."""
    answer = await town.post(f"/api/v1/licences/authorisations/{page['id']}/{how}", {"version": page["version"], **body}, token=token)
    assert answer.status == 200, answer.text
    return answer.json


async def wants_title(town: Town, token: str, landlord: str = "zhao-peng") -> dict[str, Any]:
    """The tenant's application, which names the landlord's title in place of a copy."""
    form = lease(town, owned="alone", co_owners=None)
    return await chosen(town, token, "lease-filing", form, TITLE, holder=town.document(landlord))


def test_eleven_kinds() -> None:
    kinds = {kind for *_, kind in (*OWN, *OF_COMPANY)}
    assert len(kinds) == 11


async def test_nothing_is_photographed_that_the_government_holds(town: Town) -> None:
    for person, item, form, key, kind in OWN:
        token = await town.login(person)
        assert (await town.bind(token, person, town.citizen(person).phone or "16909900099")).status == 200
        slot = await chosen(town, await town.proven_again(token, person), item, form, key)
        assert (slot["files"], slot["licence"]["type"]) == ([], kind), f"{person}: {kind}"
        LicenceIdentifier.parse(slot["licence"]["identifier"])  # raises where the check character does not fit
        [given] = await mine(town, token)
        assert (given["state"], given["case"], given["purpose"]) == ("given", slot["case"], f"办理{given['item_name']}")
        assert [(look["by"], look["what"]) for look in given["looks"]] == [("办事系统", "调取证照")]


async def test_a_companys_licences_are_used_by_its_handler(town: Town) -> None:
    items = sorted({item for item, *_ in OF_COMPANY})
    grant = await town.granted("wu-jixiang", "zhou-zihan", *items, basis="company", enterprise=COMPANY)
    for item, form, key, kind in OF_COMPANY:
        slot = await chosen(town, grant.agent, item, form, key, grant.id)
        assert (slot["licence"]["type"], slot["licence"]["holder"]) == (kind, COMPANY["name"])
    given = await mine(town, grant.agent, grant.id)
    assert {(each["kind"], each["given_by"]) for each in given} == {(kind, "周子涵") for *_, kind in OF_COMPANY}
    assert await mine(town, grant.agent) == [], "they are the company's, not the handler's own"
    stranger = await town.proven("li-qiang")
    assert (await town.get(f"/api/v1/licences/authorisations/{given[0]['id']}", token=stranger)).status == 404


async def test_the_landlord_is_asked_and_answers_under_their_own_identity(town: Town) -> None:
    tenant, landlord = await town.proven("li-qiang"), await town.matched("zhao-peng")
    slot = await wants_title(town, tenant)
    assert (slot["licence"], slot["asked"]["holder"]) == (None, "赵鹏")
    assert "licence_asked" in await town.told(landlord)
    [request] = await mine(town, landlord)
    assert (request["applicant"], request["item"], request["looks"]) == ("李*", "lease-filing", []), "nothing was looked at"
    path = f"/api/v1/licences/authorisations/{request['id']}/authorise"
    unproven = await town.post(path, {"version": request["version"]}, token=landlord)
    assert (unproven.status, unproven.json["type"]) == (403, "/problems/proof_needed")
    assert (await town.post(path, {"version": request["version"]}, token=tenant)).status == 404

    await town.proven_again(landlord, "zhao-peng")
    given = await answered(town, landlord, request, "authorise")
    assert (given["state"], given["given_by"]) == ("given", "赵鹏")
    assert "licence_authorised" in await town.told(tenant)
    seen = (await town.get(f"/api/v1/cases/{slot['case']}", token=tenant)).json
    title = next(each for each in seen["materials"] if each["key"] == TITLE)
    assert (title["licence"]["type"], title["licence"]["holder"]) == ("real_estate_title", "赵鹏")
    log = (await town.get("/api/v1/me/access-log", token=landlord)).json["items"]
    assert [(each["reader"], each["purpose"]) for each in log if each["action"] == "licence.read"] == [
        ("办事系统", f"{given['purpose']}，为李*的申请调取证照「不动产权证书」")
    ]
    assert [(look["by"], look["what"]) for look in given["looks"]] == [("办事系统", "为李*的申请调取证照")]


async def test_a_title_stands_only_for_the_landlord_the_form_names(town: Town) -> None:
    tenant, landlord = await town.proven("li-qiang"), await town.proven("zhao-peng")
    slot = await wants_title(town, tenant)
    await answered(town, landlord, (await mine(town, landlord))[0], "authorise")
    path = f"/api/v1/cases/{slot['case']}"
    seen = (await town.get(path, token=tenant)).json
    other = {key: town.document("wang-guifang")[key] for key in ("name", "id_number")}
    another = lease(town, owned="alone", co_owners=None) | {"other_person": other}
    changed = await town.put(path, {"version": seen["version"], "form": another}, token=tenant)
    assert changed.status == 200, changed.text
    refused = await town.post(f"{path}/submit", {"version": changed.json["version"]}, token=tenant)
    faults = {each["pointer"]: each["detail"] for each in refused.json["errors"]}
    assert refused.status == 422
    assert "赵鹏的不能用" in faults[f"/materials/{TITLE}"]
    nobody = await town.put(
        path,
        {"version": changed.json["version"], "materials": {TITLE: {"licence": True, "holder": town.document("zhao-peng")}}},
        token=tenant,
    )
    assert nobody.status == 422, "whom the form does not name is not asked"


async def test_the_landlord_says_no_and_may_take_a_yes_back(town: Town) -> None:
    tenant, landlord = await town.proven("li-qiang"), await town.proven("zhao-peng")
    slot = await wants_title(town, tenant)
    [request] = await mine(town, landlord)
    refused = await answered(town, landlord, request, "decline", reason="我把房产证给您看原件就行")
    assert (refused["state"], refused["ended_for"], refused["actions"]) == ("declined", "我把房产证给您看原件就行", [])
    assert "licence_declined" in await town.told(tenant)

    seen = (await town.get(f"/api/v1/cases/{slot['case']}", token=tenant)).json
    again = {TITLE: {"licence": True, "holder": town.document("zhao-peng")}}
    path = f"/api/v1/cases/{slot['case']}"
    asked = await town.put(path, {"version": seen["version"], "materials": again}, token=tenant)
    assert asked.status == 200, asked.text
    given = await answered(town, landlord, (await mine(town, landlord))[0], "authorise")
    revoked = await answered(town, landlord, given, "revoke")
    assert revoked["state"] == "revoked"
    title = next(each for each in (await town.get(path, token=tenant)).json["materials"] if each["key"] == TITLE)
    assert (title["licence"], title["asked"]) == (None, None)
    late = await town.post(f"/api/v1/licences/authorisations/{given['id']}/authorise", {"version": revoked["version"]}, token=landlord)
    assert_clear(late)
    assert late.status == 409


async def test_the_clerk_sees_a_marked_copy_and_the_holder_sees_the_clerk(town: Town) -> None:
    applicant, clerk = await town.proven("wang-guifang"), await town.staff("gongxiaodong")
    case = await filed(town, applicant, "longevity", LONGEVITY)
    path = f"/api/v1/staff/cases/{case['id']}/materials/resident_card/licence"
    refused = await town.get(path, token=await town.staff("fanxuemei"))
    assert refused.status == 403, refused.text
    await act(town, clerk, case, "claim")
    copy = await town.get(path, token=clerk)
    assert (copy.status, copy.body[:5]) == (200, b"%PDF-")
    given = next(each for each in await mine(town, applicant) if each["kind"] == "resident_card")
    look = given["looks"][-1]
    assert (look["what"], look["department"] != "") == ("查看证照副本", True)
    assert given["actions"] == [], "what was handed in is not offered to be taken back"
    one = await town.get(f"/api/v1/licences/authorisations/{given['id']}", token=applicant)
    assert one.json["actions"] == []
    log = (await town.get("/api/v1/me/access-log", token=applicant)).json["items"]
    assert look["by"] in {each["reader"] for each in log if each["action"] == "licence.read"}

    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=clerk)).json
    assert [each["licence"]["open"] for each in seen["materials"] if each["licence"]] == [True, True]
    await act(town, applicant, case, "withdraw", staff=False)
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=clerk)).json
    assert [each["licence"]["open"] for each in seen["materials"] if each["licence"]] == [False, False]
    over = await town.get(path, token=clerk)
    assert (over.status, "不能再查看证照副本" in over.json["detail"]) == (409, True), "as the page was told"


@pytest.mark.parametrize("number", ["990101199001010001", "12345", "91990101MA9900036X"])
async def test_a_holders_number_that_cannot_be_is_told_at_once(town: Town, number: str) -> None:
    tenant = await town.matched("li-qiang")
    body = {"item": "lease-filing", "materials": {TITLE: {"licence": True, "holder": {"name": "赵鹏", "id_number": number}}}}
    answer = await town.post("/api/v1/cases", body, token=tenant)
    assert_clear(answer)
    assert answer.status == 422


async def test_while_the_licence_register_is_down_the_answer_says_what_it_leaves_out(town: Town) -> None:
    token = await town.proven("li-qiang")
    whole = (await town.get("/api/v1/licences", token=token)).json
    assert (len(whole["items"]) > 0, whole["incomplete"]) == (True, "")
    await town.sandbox.switch("registers.licences", down=True)
    try:
        part = await town.get("/api/v1/licences", token=token)
    finally:
        await town.sandbox.reset_switches()
    assert (part.status, part.json["items"]) == (200, []), part.text
    assert "证照库暂时没有回应" in part.json["incomplete"]

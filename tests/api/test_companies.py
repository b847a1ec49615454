"""A company's handler on the whole product: named, used for the company's certificate, ended by the register."""

from typing import Any

import pytest

from tests.factories import ARCHIVE, Granted, Town

REPRESENTATIVE, HANDLER = "huang-lili", "zhou-zihan"
COMPANY: dict[str, Any] = {"uscc": "91990101MA990001XM", "name": "江州晨光印刷有限公司"}
INDEBTED: dict[str, Any] = {"uscc": "91990101MA9900028M", "name": "江州绿源环保有限公司"}
PROOF: dict[str, Any] = {"item": "ss-proof-unit", "form": {"purpose": "bid"}}


async def handled(town: Town, representative: str = REPRESENTATIVE, company: dict[str, Any] = COMPANY) -> Granted:
    """A legal representative has named a handler, who agreed."""
    return await town.granted(representative, HANDLER, PROOF["item"], basis="company", enterprise=company)


async def successor(town: Town, code: str = "chenguang-print", person: str = "wu-jixiang") -> None:
    """The register names another legal representative."""
    other = town.document(person)
    await town.sandbox.change_record("enterprise", code, {"legal_representative": {key: other[key] for key in ("name", "id_number")}})


async def test_a_handler_gets_the_companys_certificate_and_anybody_may_verify_it(town: Town) -> None:
    grant = await handled(town)
    form = await town.get("/api/v1/items/ss-proof-unit/form", token=grant.agent, acting=grant.id)
    assert (form.status, form.json["applicant"], form.json["agent"]) == (200, COMPANY["name"], "周子涵")
    proof = await town.certified(grant.agent, PROOF, acting=grant.id)
    assert (proof["holder_name"], proof["holder_number"], proof["agent_name"]) == (COMPANY["name"], COMPANY["uscc"], "周子涵")
    file = await town.get(proof["file_url"], token=grant.agent, acting=grant.id)
    assert (file.status, file.body[:5]) == (200, b"%PDF-")
    shown = (await town.get(f"/verify/{proof['verify_code']}")).json
    assert (shown["result"], shown["holder_is_unit"]) == ("valid", True)
    assert (shown["holder_name"], shown["holder_document"], shown["holder_number"]) == (
        COMPANY["name"],
        "统一社会信用代码",
        COMPANY["uscc"],
    )
    assert (await town.get("/api/v1/certificates", token=grant.agent)).json["items"] == [], "the handler's own"
    acts = (await town.get(f"/api/v1/grants/{grant.id}/acts", token=grant.principal)).json["items"]
    assert {each["what"] for each in acts} == {"申请", "查看"}
    assert "certificate_issued" in await town.told(grant.principal)
    assert "certificate_issued" in await town.told(grant.agent)
    for token in (grant.principal, grant.agent):
        assert (await town.get("/api/v1/me/access-log", token=token)).status == 200


async def test_a_representative_handles_it_themselves_and_is_told_once(town: Town) -> None:
    token = await town.proven(REPRESENTATIVE)
    body = {"basis": "company", "enterprise": COMPANY, "agent": town.document(REPRESENTATIVE), "items": [PROOF["item"]]}
    grant = await town.made("/api/v1/grants", {**body, "until": "2026-12-31"}, token)
    assert (grant["state"], grant["you"], grant["principal"]["name"]) == ("active", "principal", COMPANY["name"])
    await town.certified(token, PROOF, acting=grant["id"])
    assert (await town.told(token)).count("certificate_issued") == 1


async def test_a_person_in_their_own_name_is_told_how_a_unit_does_it(town: Town) -> None:
    token = await town.proven(HANDLER)
    refused = [await town.post("/api/v1/certificates", PROOF, token=token), await town.get("/api/v1/items/ss-proof-unit/form", token=token)]
    for answer in refused:
        assert (answer.status, "指定您为经办人" in answer.json["detail"]) == (403, True)


async def test_a_companys_grant_opens_nothing_of_people(town: Town) -> None:
    grant = await handled(town)
    for path in ("/api/v1/certificates", "/api/v1/cases", "/api/v1/appointments"):
        assert (await town.get(path, token=grant.agent, acting=grant.id)).json["items"] == [], path
    assert (await town.post("/api/v1/certificates", ARCHIVE, token=grant.agent, acting=grant.id)).status == 403
    body = {"basis": "company", "enterprise": COMPANY, "agent": {}, "items": ["archive-proof"], "until": "2026-12-31"}
    refused = await town.post("/api/v1/grants", body, token=grant.principal)
    assert (refused.status, refused.json["errors"][0]["pointer"]) == (422, "/items/0")
    passed_on = await town.post("/api/v1/grants", {**body, "items": [PROOF["item"]]}, token=grant.agent, acting=grant.id)
    assert passed_on.status == 400


async def test_a_unit_without_a_record_gets_a_proof_of_that(town: Town) -> None:
    company = {"uscc": "91990101MA9900036G", "name": "江州云数科技有限公司"}
    grant = await handled(town, "wu-jixiang", company)
    assert (await town.certified(grant.agent, PROOF, acting=grant.id))["title"] == "社会保险无参保记录证明（单位）"


async def test_arrears_go_to_a_clerk_who_decides(town: Town) -> None:
    grant = await handled(town, "zhao-peng", INDEBTED)
    waiting = await town.post("/api/v1/certificates", PROOF, token=grant.agent, acting=grant.id)
    assert (waiting.status, "欠缴" in waiting.json["reason"]) == (202, True)
    case = await town.world.store.cases.get(waiting.json["case"])
    assert case is not None
    assert (case["person_name"], case["agent"]["name"], case["town"], case["state"]) == (INDEBTED["name"], "周子涵", "luoxi", "accepted")
    row = {"insurance": "失业保险", "state": "参保缴费", "insured": 23, "since": "2016-11", "until": "2026-10", "total_months": 120}
    paid = {"insured": [{**row, "arrears": "0.00"}], "total_arrears": "0.00"}
    await town.sandbox.change_record("unit_insurance", "lvyuan-environment", paid)
    reviewer = await reviewer_of(town, "social_insurance")
    claimed = await town.post(f"/api/v1/staff/cases/{case['_id']}/claim", {"version": case["version"]}, token=reviewer)
    assert claimed.status == 200, claimed.text
    body = {"version": claimed.json["version"], "reason": "单位已补缴，同意出具"}
    granted = await town.post(f"/api/v1/staff/cases/{case['_id']}/grant", body, token=reviewer)
    assert granted.status == 200, granted.text
    shown = await town.get(f"/api/v1/certificates/{granted.json['certificate']}", token=grant.agent, acting=grant.id)
    assert (shown.status, shown.json["holder_name"]) == (200, INDEBTED["name"])
    assert (await town.told(grant.principal)).count("certificate_issued") == 1


async def reviewer_of(town: Town, department: str) -> str:
    """A token of somebody who decides in a department."""
    name = next(
        each.username
        for each in town.district.staff
        if each.department == department and "reviewer" in {role.value for role in each.roles} and not each.totp_secret
    )
    return await town.staff(name)


@pytest.mark.parametrize("changed", ["representative", "state"])
async def test_the_register_ends_it_and_both_are_told(town: Town, changed: str) -> None:
    grant = await handled(town)
    if changed == "representative":
        await successor(town)
    else:
        await town.sandbox.change_record("enterprise", "chenguang-print", {"state": "注销"})
    town.world.clock.forward(days=1)
    await town.world.product.engines.people.enterprises.recheck()
    refused = await town.get("/api/v1/certificates", token=grant.agent, acting=grant.id)
    assert (refused.status, "重新指定经办人" in refused.json["detail"]) == (403, True)
    for token in (grant.principal, grant.agent):
        assert "grant_company_ended" in await town.told(token)
        shown = (await town.get(f"/api/v1/grants/{grant.id}", token=token)).json
        assert (shown["state"], shown["actions"], bool(shown["reason"])) == ("ended", [], True)


async def test_a_silent_register_is_trusted_for_a_day(town: Town) -> None:
    grant = await handled(town)
    await town.sandbox.switch("registers.enterprise", down=True)
    assert (await town.get("/api/v1/certificates", token=grant.agent, acting=grant.id)).status == 200
    town.world.clock.forward(days=1, minutes=1)
    silent = await town.get("/api/v1/certificates", token=grant.agent, acting=grant.id)
    assert (silent.status, "企业登记系统" in silent.json["detail"]) == (503, True)


@pytest.mark.parametrize(
    ("company", "status"),
    [
        (INDEBTED, 403),
        ({"uscc": "91990101MA99000526", "name": "云城装饰工程有限公司"}, 409),
        ({"uscc": "91990101MA990001XA", "name": "江州晨光印刷有限公司"}, 422),
        ({"uscc": "91990101MA990001XM", "name": "晨光"}, 422),
    ],
)
async def test_who_may_not_name_a_handler_is_told_why(town: Town, company: dict[str, Any], status: int) -> None:
    token = await town.proven(REPRESENTATIVE)
    body = {"basis": "company", "enterprise": company, "agent": town.document(HANDLER), "items": [PROOF["item"]], "until": "2026-12-31"}
    refused = await town.post("/api/v1/grants", body, token=token)
    assert refused.status == status, refused.text


async def test_while_they_hold_company_grants_a_representative_is_not_erased(town: Town) -> None:
    grant = await handled(town)
    kept = await town.delete("/api/v1/me", token=grant.principal)
    assert (kept.status, "有效的授权" in kept.json["detail"]) == (409, True)


async def test_what_the_register_says_for_a_certificate_ends_the_grant_before_it_is_issued(town: Town) -> None:
    """The last answer is minutes old, but the certificate's own question brings a newer one."""
    grant = await handled(town)
    await successor(town)
    refused = await town.post("/api/v1/certificates", PROOF, token=grant.agent, acting=grant.id)
    assert (refused.status, "法定代表人的登记已变更" in refused.json["detail"]) == (403, True)
    assert await town.world.store.certificates.count({}) == 0
    assert "grant_company_ended" in await town.told(grant.agent)


async def test_what_a_person_decides_for_a_company_can_be_withdrawn(town: Town) -> None:
    grant = await handled(town)
    await town.sandbox.switch("registers.unit_insurance", lie="person")
    waiting = await town.post("/api/v1/certificates", PROOF, token=grant.agent, acting=grant.id)
    assert waiting.status == 202, waiting.text
    case = (await town.get(f"/api/v1/cases/{waiting.json['case']}", token=grant.agent, acting=grant.id)).json
    gone = await town.post(f"/api/v1/cases/{case['id']}/withdraw", {"version": case["version"]}, token=grant.agent, acting=grant.id)
    assert (gone.status, gone.json["state"]["state"]) == (200, "withdrawn"), gone.text


async def test_the_representative_reads_what_they_have_to_speak_for_and_does_nothing_else_there(town: Town) -> None:
    grant = await town.granted(REPRESENTATIVE, HANDLER, "road-dig", basis="company", enterprise=COMPANY)
    case = await town.made("/api/v1/cases", {"item": "road-dig", "form": {}}, grant.agent, acting=grant.id)
    page = f"/api/v1/cases/{case['id']}"
    read = await town.get(page, token=grant.principal)
    assert (read.status, {each["action"] for each in read.json["actions"]}) == (200, {"promise", "commit"})
    promised = await town.post(f"{page}/promise", {"version": read.json["version"], "materials": ["pipeline_map"]}, token=grant.principal)
    assert promised.status == 200, promised.text
    withdrawn = await town.post(f"{page}/withdraw", {"version": promised.json["version"]}, token=grant.principal)
    assert withdrawn.status == 404, "the handler's to do"
    assert (await town.get(page, token=await town.proven("li-min"))).status == 404

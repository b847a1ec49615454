"""Certificates on the whole product: the case behind each, the person who decides where the rule cannot, and what follows."""

from datetime import timedelta
from typing import Any

from tests.factories import ARCHIVE, Town

DAUGHTER: dict[str, Any] = {"item": "relation-proof", "form": {"relative_name": "黄莉莉", "relation": "daughter", "purpose": "settle"}}
FACTS = {
    "depository": "云城区人才服务中心",
    "relatives": [{"relation": "女儿", "name": "黄莉莉", "born": "1979-03-27", "noted_on": "1985-09-01"}],
}
LETTER: dict[str, Any] = {
    "item": "political-proof",
    "form": {"matter": "party", "unit": "江州精工机械有限公司", "letter_number": "江精函〔2026〕12号", "letter_date": "2026-11-10"},
}
RETIREE: dict[str, Any] = {"item": "retiree-proof", "form": {"proof_kind": "benefit", "purpose": "house"}}


async def handed_over(town: Town) -> tuple[str, dict[str, Any]]:
    """A father whose files say nothing of his daughter asks for a kinship proof: his token and the case as the reviewer sees it."""
    token = await town.proven("huang-wenbin")
    answer = await town.post("/api/v1/certificates", DAUGHTER, token=token)
    assert answer.status == 202, answer.text
    case = await town.get(f"/api/v1/staff/cases/{answer.json['case']}", token=await town.staff("wuminyi"))
    return token, case.json


async def test_each_certificate_is_a_closed_case_with_its_number(town: Town) -> None:
    token = await town.proven("li-qiang")
    made = await town.certified(token)
    case = (await town.get(f"/api/v1/cases/{made['case']}", token=token)).json
    assert (case["state"]["state"], case["state"]["code"], case["certificate"]) == ("closed", 90, made["id"])
    assert case["decision"]["number"] == made["number"]
    assert case["decision"]["by"]["name"] == "系统自动核对"
    [message] = await town.sandbox.subscribe_messages("li-qiang") or [None]
    assert message is None, "nothing is sent before the relay has run"
    assert await town.told(token) == ["certificate_issued"]
    [message] = await town.sandbox.subscribe_messages("li-qiang")
    assert message["data"]["character_string1"] == case["number"]


async def test_a_person_who_decides_has_the_days_promised_for_that(town: Town) -> None:
    _, case = await handed_over(town)
    assert case["clock"]["promised_due"] == "2026-11-26T17:00:00+08:00", "three working days, not zero"
    queue = (await town.get("/api/v1/staff/cases", token=await town.staff("wuminyi"), queue="processing")).json["items"]
    assert [each["id"] for each in queue] == [case["id"]]


async def test_what_a_clerk_found_stands_on_the_certificate_and_both_messages_arrive(town: Town) -> None:
    token, case = await handed_over(town)
    reviewer = await town.staff("wuminyi")
    body = {"version": case["version"], "reason": "原始档案第12页", "facts": FACTS}
    granted = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", body, token=reviewer)
    assert granted.status == 200, granted.text
    made = (await town.get(f"/api/v1/certificates/{granted.json['certificate']}", token=token)).json
    assert (made["title"], made["state"]) == ("亲属关系情况证明", "valid")
    assert await town.told(token) == ["certificate_issued", "certificate_handed_over"]
    messages = await town.sandbox.subscribe_messages("huang-wenbin")
    assert [each["data"]["character_string1"] for each in messages] == [case["number"]] * 2


async def test_a_true_paper_without_what_was_asked_for_is_not_given_unawares(town: Town) -> None:
    token, case = await handed_over(town)
    reviewer, path = await town.staff("wuminyi"), f"/api/v1/staff/cases/{case['id']}/grant"
    mother = {"relation": "母亲", "name": "刘守珍", "born": None, "noted_on": "1985-09-01"}
    body = {"version": case["version"], "facts": {**FACTS, "relatives": [mother]}}
    refused = await town.post(path, body, token=reviewer)
    assert (refused.status, [each["pointer"] for each in refused.json["errors"]]) == (422, ["/aside"])
    assert "申请人要的是「女儿、黄莉莉」，证明上写的里面没有" in refused.json["errors"][0]["detail"]
    nearly = {**body, "facts": {**FACTS, "relatives": [mother | {"name": "黄莉", "relation": "女儿"}]}}
    assert (await town.post(path, nearly, token=reviewer)).status == 422
    assert await town.told(token) == ["certificate_handed_over"]
    granted = await town.post(path, body | {"aside": True}, token=reviewer)
    assert (granted.status, granted.json["certificate"] is not None) == (200, True), granted.text


async def test_the_reviewer_sees_what_the_archive_says_and_what_the_page_still_needs(town: Town) -> None:
    _, case = await handed_over(town)
    assert "档案里没有查到这位亲属" in case["handed_over_for"]
    depository, relatives = case["by_hand"]["facts"]
    assert (depository["proposed"], case["by_hand"]["offers_no_record"]) == ("云城区人才服务中心", False)
    assert (relatives["fact"]["label"], relatives["proposed"]) == ("档案里记载的亲属", [])
    assert (depository["asked"], relatives["asked"]) == (
        {},
        {"relation": {"said": "女儿", "choice": True}, "name": {"said": "黄莉莉", "choice": False}},
    )
    assert "黄莉莉" not in [each["name"] for each in relatives["on_record"]], "what there is, and she is not among it"
    other = await town.get(f"/api/v1/staff/cases/{case['id']}", token=await town.staff("huanglijuan"))
    assert other.json["by_hand"] is None, "who may not grant it has nothing to write"


async def test_what_is_written_on_the_page_is_looked_at_place_by_place(town: Town) -> None:
    _, case = await handed_over(town)
    row = {"relation": "女儿", "name": "990101197903270304", "born": "", "noted_on": "1985年9月", "age": 47}
    body = {"version": case["version"], "reason": "原始档案第12页", "facts": {"relatives": [row, 3], "issuer": "云城区"}}
    reviewer, grant = await town.staff("wuminyi"), f"/api/v1/staff/cases/{case['id']}/grant"
    refused = await town.post(grant, body, token=reviewer)
    places = {each["pointer"]: each["detail"] for each in refused.json["errors"]}
    assert places == {
        "/facts/issuer": "证明上没有由您填写的这一项，请删去。",
        "/facts/depository": "请填写「档案由哪里保管」。",
        "/facts/relatives/0/age": "证明上没有这一项，请删去。",
        "/facts/relatives/0/name": "第1行的「亲属姓名」不要写身份证号、手机号。",
        "/facts/relatives/0/noted_on": "第1行的「记载材料的日期」要写成年-月-日，例如 2026-11-23。",
        "/facts/relatives/1": "请填写「档案里记载的亲属」。",
    }
    both = await town.post(grant, body | {"facts": FACTS, "no_record": True}, token=reviewer)
    assert (both.status, "不出具无记录证明" in both.json["detail"]) == (422, True)
    without = await town.post(grant, {"version": case["version"], "reason": "同意"}, token=reviewer)
    assert (without.status, "照原始档案写明" in without.json["detail"]) == (422, True)


async def test_what_registers_decide_has_no_site_to_look_at_and_no_procedure_that_stops_its_limit(town: Town) -> None:
    _, case = await handed_over(town)
    assert (case["may_photograph"], "pause" in {each["action"] for each in case["actions"]}) == (False, False)
    body = {
        "version": case["version"],
        "ground": "expert_review",
        "reason": "请专家看",
        "legal_basis": "行政许可法第四十五条",
        "until": "2026-12-31",
    }
    refused = await town.post(f"/api/v1/staff/cases/{case['id']}/pause", body, token=await town.staff("wuminyi"))
    assert (refused.status, "没有听证、检验这样的特别程序" in refused.json["detail"]) == (409, True)


async def test_a_record_in_the_file_is_counted_on_the_proof_and_never_denied(town: Town) -> None:
    """The register holds one penalty: the rule gives it to a person, and what they found stands on the page as they wrote it."""
    token, reviewer = await town.proven("chen-jie"), await town.staff("wuminyi")
    answer = await town.post("/api/v1/certificates", LETTER, token=token)
    assert answer.status == 202, answer.text
    case = (await town.get(f"/api/v1/staff/cases/{answer.json['case']}", token=reviewer)).json
    proposed = {each["fact"]["key"]: each["proposed"] for each in case["by_hand"]["facts"]}
    assert proposed["penalties"] == 1, "as the register says"
    proposed["archive"] = {key: proposed["archive"][key] for key in ("number", "depository")}
    body = {"version": case["version"], "reason": "看过原件", "facts": proposed | {"penalties": "没有"}}
    wrong = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", body, token=reviewer)
    assert [(each["pointer"], each["detail"]) for each in wrong.json["errors"]] == [
        ("/facts/penalties", "「处分记载有几份」要填整数，没有的填0。")
    ]
    granted = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", body | {"facts": proposed}, token=reviewer)
    assert granted.status == 200, granted.text
    kept = await town.world.store.certificates.get(granted.json["certificate"])
    assert kept is not None
    assert kept["data"]["facts"]["penalties"] == 1


async def test_who_decides_is_of_the_department(town: Town) -> None:
    _, case = await handed_over(town)
    for username in ("zengwei", "huanglijuan", "zhengkai"):  # another department, a pre-reviewer, a receptionist
        answer = await town.post(
            f"/api/v1/staff/cases/{case['id']}/grant", {"version": case["version"], "facts": FACTS}, token=await town.staff(username)
        )
        assert answer.status == 403, username


async def test_a_refusal_by_a_person_says_why_and_what_can_be_done(town: Town) -> None:
    token, case = await handed_over(town)
    body = {"version": case["version"], "reason": "原始档案没有记载", "basis": "流动人员人事档案管理服务规定第七条"}
    refused = await town.post(f"/api/v1/staff/cases/{case['id']}/refuse", body, token=await town.staff("wuminyi"))
    assert refused.status == 200, refused.text
    shown = (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json
    assert shown["decision"]["reason"] == "原始档案没有记载"
    assert shown["decision"]["remedies"]
    assert shown["certificate"] is None


async def test_a_parent_sees_who_downloaded_the_certificate(town: Town) -> None:
    grant = await town.granted("chen-guoqiang", "chen-jie", "retiree-proof")
    made = await town.certified(grant.agent, RETIREE, acting=grant.id)
    assert (await town.get(made["file_url"], token=grant.agent, acting=grant.id)).status == 200
    assert (await town.get(made["file_url"], token=grant.agent)).status == 404, "as herself she has no such certificate"
    assert (await town.get(made["file_url"], token=grant.principal)).body.startswith(b"%PDF-")
    log = (await town.get("/api/v1/me/access-log", token=grant.principal)).json["items"]
    assert ("陈洁", "证明") in [(each["reader"], each["subject"]) for each in log]


async def test_a_revocation_reaches_the_holder_by_sms_and_the_paper_by_its_code(town: Town) -> None:
    token, reviewer = await town.proven("li-qiang"), await town.staff("wuminyi")
    made = await town.certified(token)
    body = {"version": made["version"], "reason": "档案已经转出"}
    assert (await town.post(f"/api/v1/staff/certificates/{made['id']}/revoke", body, token=reviewer)).status == 200
    assert (await town.told(token))[0] == "certificate_revoked"
    assert "已撤销，原因：档案已经转出" in (await town.sandbox.sms("16909900004"))[-1]
    public = (await town.get(f"/verify/{made['verify_code']}")).json
    assert (public["result"], public["holder_name"]) == ("revoked", "李*")
    assert "档案已经转出" not in str(public), "why is told to the holder, not to whoever has the code"


async def test_after_its_last_day_the_code_says_expired(town: Town) -> None:
    made = await town.certified(await town.proven("li-qiang"))
    town.world.clock.forward(days=90)
    assert (await town.get(f"/verify/{made['verify_code']}")).json["result"] == "valid"
    town.world.clock.forward(days=1)
    assert (await town.get(f"/verify/{made['verify_code']}")).json["result"] == "expired"


async def test_a_holders_death_leaves_what_was_certified_true(town: Town) -> None:
    made = await town.certified(await town.proven("wang-guifang"), ARCHIVE)
    await town.dies("wang-guifang")
    assert (await town.get(f"/verify/{made['verify_code']}")).json["result"] == "valid"


async def test_a_proof_that_ran_out_is_asked_for_again(town: Town) -> None:
    token = await town.proven("li-qiang")
    town.world.clock.at += timedelta(minutes=31)
    answer = await town.post("/api/v1/certificates", ARCHIVE, token=token)
    assert (answer.status, answer.json["type"]) == (403, "/problems/proof_needed")
    proof = {"method": "network_identity", "token": "demo:li-qiang"}
    assert (await town.post("/api/v1/me/identity/proofs", proof, token=token)).status == 201
    await town.certified(token)

"""即时证明代录: somebody without a phone asks a clerk or a village officer for a certificate, and takes it along, printed."""

from typing import Any

import pytest

from tests.api.stories.test_s29_written_down import attested
from tests.factories import Town

RETIREE: dict[str, Any] = {"item": "retiree-proof", "form": {"proof_kind": "benefit", "purpose": "house"}}
HEARD: dict[str, Any] = {**RETIREE, "read_out": True}


async def issued(town: Town, token: str, person: dict[str, str], body: dict[str, Any] = HEARD) -> Any:
    """A certificate asked for in the name of who stands there."""
    answer = await town.post("/api/v1/certificates", body, token=token, headers=person)
    assert answer.status == 201, answer.text
    return answer.json


async def refused(town: Town, token: str, person: dict[str, str], body: dict[str, Any] = HEARD) -> tuple[int, str]:
    """The status, and what was said; nothing was issued."""
    answer = await town.post("/api/v1/certificates", body, token=token, headers=person)
    assert await town.world.store.certificates.find({}) == []
    assert await town.world.store.cases.find({}) == []
    return answer.status, answer.json["errors"][0]["detail"] if answer.json.get("errors") else answer.json["detail"]


async def test_an_elder_without_a_phone_takes_a_certificate_along(town: Town) -> None:
    """Read out, agreed to, issued under his name; printed there, again by a colleague, and he reads who wrote it down."""
    officer = await town.staff("weichunyan")
    person = await attested(town, officer, "chen-guoqiang")
    form = (await town.get("/api/v1/items/retiree-proof/form", token=officer, headers=person)).json
    assert (form["applicant"], "要查公安人口信息、人事档案和退休人员信息里您的记录" in form["read_out"]) == ("陈国强", True)
    assert (await refused(town, officer, person, RETIREE)) == (422, "请先把告知的内容读给本人听，本人说同意，再开。")

    made = await issued(town, officer, person)
    assert (made["holder_name"], made["agent_name"], made["scribe_name"], made["state"]) == ("陈国强", None, "韦春燕", "valid")
    pdf = await town.get(made["file_url"], token=officer, headers=person)
    assert (pdf.status, pdf.body[:5]) == (200, b"%PDF-")
    (case,) = await town.world.store.cases.find({})
    assert (case["channel"], case["state"], [each["name"] for each in case["scribes"]]) == ("town", "closed", ["韦春燕"])
    assert (case["submissions"][0]["scribed"]["place"], case["agent"], case["person_name"]) == ("青石镇", None, "陈国强")
    (event,) = case["events"]
    assert event["actor"]["name"] == "韦春燕"
    assert (event["principal"]["name"], event["detail"]["read_out"]) == ("陈国强", form["read_out"])

    colleague = await town.staff("qindayong")
    there = await attested(town, colleague, "chen-guoqiang")
    listed = (await town.get("/api/v1/certificates", token=colleague, headers=there)).json["items"]
    assert [each["id"] for each in listed] == [made["id"]]
    assert (await town.get(made["file_url"], token=colleague, headers=there)).body == pdf.body

    citizen = await town.proven("chen-guoqiang")
    await town.world.settle()
    log = (await town.get("/api/v1/me/access-log", token=citizen)).json["items"]
    assert {("韦春燕", "case.issued"), ("韦春燕", "certificate.downloaded"), ("覃大勇", "certificate.downloaded")} <= {
        (each["reader"], each["action"]) for each in log
    }
    own = (await town.get("/api/v1/certificates", token=citizen)).json["items"]
    assert [(each["id"], each["scribe_name"]) for each in own] == [(made["id"], "韦春燕")], "it is his"


async def test_what_the_rule_does_not_grant_goes_to_a_person_and_is_printed_there_later(town: Town) -> None:
    window = await town.staff("linxiaoyan")
    person = await attested(town, window, "feng-yulan")
    body = {"item": "retiree-proof", "form": {"proof_kind": "status", "purpose": "house"}, "read_out": True}
    answer = await town.post("/api/v1/certificates", body, token=window, headers=person)
    assert answer.status == 202, answer.text
    assert "没有查到您的退休管理记录" in answer.json["reason"]
    assert "打电话告诉本人" in answer.json["message"]
    again = await town.post("/api/v1/certificates", body, token=window, headers=person)
    assert (again.status, again.json["type"].rsplit("/", 1)[-1]) == (409, "already_open")
    seen = (await town.get(f"/api/v1/cases/{answer.json['case']}", token=window, headers=person)).json
    assert (seen["channel"], seen["submissions"][0]["place"]) == ("window", "政务服务和数据管理局")

    facts = {
        "retirement": {
            "managing_station": "青石镇退休人员社会化管理服务站",
            "retired_on": "1994-03-08",
            "former_employer": "江州市第二棉纺厂",
        },
    }
    reviewer = await town.staff("wuminyi")
    version = (await town.get(f"/api/v1/staff/cases/{answer.json['case']}", token=reviewer)).json["version"]
    grant = {"version": version, "reason": "原始档案有记载", "facts": facts}
    granted = await town.post(f"/api/v1/staff/cases/{answer.json['case']}/grant", grant, token=reviewer)
    assert granted.status == 200, granted.text
    town.world.clock.forward(days=3)
    colleague = await town.staff("zhengkai")
    there = await attested(town, colleague, "feng-yulan")
    (made,) = (await town.get("/api/v1/certificates", token=colleague, headers=there)).json["items"]
    assert (made["id"], made["scribe_name"]) == (granted.json["certificate"], "林晓燕")
    assert (await town.get(made["file_url"], token=colleague, headers=there)).body.startswith(b"%PDF-")


async def test_a_key_used_twice_issues_once_and_is_one_persons(town: Town) -> None:
    window = await town.staff("linxiaoyan")
    person = await attested(town, window, "chen-guoqiang")
    twice = [await town.post("/api/v1/certificates", HEARD, token=window, headers=person, key="certificate") for _ in range(2)]
    assert twice[0].json["id"] == twice[1].json["id"]
    hers = await attested(town, window, "wang-guifang")
    other = await town.post("/api/v1/certificates", HEARD, token=window, headers=hers, key="certificate")
    assert other.status == 201, other.text
    assert other.json["holder_name"] == "王桂芳"


async def test_who_may_ask_for_whom(town: Town) -> None:
    officer, elsewhere = await town.staff("weichunyan"), await town.staff("liufang")
    person = await attested(town, officer, "chen-guoqiang")
    assert (await refused(town, "", person))[0] == 401
    code, says = await refused(town, await town.staff("linxiaoyan"), person)
    assert (code, "核验申请人的证件" in says) == (403, True), "attested by somebody else"
    body = {"citizen": town.document("chen-guoqiang"), "purpose": "开证明", "filing": True}
    other_town = await town.post("/api/v1/staff/proofs", body, token=elsewhere)
    assert (other_town.status, "任一办事窗口" in other_town.json["detail"]) == (403, True)
    assert (await refused(town, elsewhere, person))[0] == 403
    seen_only = await town.staff("changxiuying")
    await town.made("/api/v1/staff/proofs", {**body, "filing": False}, seen_only)
    assert (await refused(town, seen_only, person))[0] == 403, "attested for something else"
    code, says = await refused(town, await town.staff("kangweidong"), person)
    assert code == 403, "no counter and no village officer"

    insured: dict[str, Any] = {"item": "ss-proof", "form": {"range": "year", "purpose": "loan"}, "read_out": True}
    code, says = await refused(town, officer, person, insured)
    assert (code, "不能在青石镇代录" in says, "请申请人到" in says) == (403, True, True), "not asked for in towns"
    asked = await town.get("/api/v1/items/ss-proof/form", token=officer, headers=person)
    assert (asked.status, "不能在青石镇代录" in asked.json["detail"]) == (403, True), "nor are its registers asked"
    own_window = await town.staff("caijunjie")
    code, says = await refused(town, own_window, await attested(town, own_window, "chen-guoqiang"))
    assert (code, "不能在这个窗口代录" in says) == (403, True), "a department's own window issues its own"
    unit = {"item": "ss-proof-unit", "form": {}, "read_out": True}
    window = await town.staff("linxiaoyan")
    assert (await refused(town, window, await attested(town, window, "chen-guoqiang"), unit))[0] == 403, "a unit's, and no person's"
    applied = {"item": "longevity", "form": {}, "read_out": True}
    assert (await refused(town, officer, person, applied))[0] == 409, "nothing is done at once there"

    town.world.clock.forward(days=1)
    code, says = await refused(town, officer, person)
    assert (code, "核验当天有效" in says) == (403, True)


async def test_staff_see_no_certificate_that_was_asked_for_elsewhere(town: Town) -> None:
    """Neither what the person did on their phone, nor what another desk wrote down."""
    citizen = await town.proven("chen-guoqiang")
    own = await town.certified(citizen, RETIREE)
    window = await town.staff("linxiaoyan")
    there = await issued(town, window, await attested(town, window, "chen-guoqiang"))
    officer = await town.staff("weichunyan")
    person = await attested(town, officer, "chen-guoqiang")
    assert (await town.get("/api/v1/certificates", token=officer, headers=person)).json["items"] == []
    for certificate in (own, there):
        for path in (f"/api/v1/certificates/{certificate['id']}", certificate["file_url"]):
            assert (await town.get(path, token=officer, headers=person)).status == 404
    shares = await town.get(f"/api/v1/certificates/{own['id']}/shares", token=officer, headers=person)
    assert shares.status == 400, "nothing else of a certificate is done for somebody"


@pytest.mark.parametrize("level", ["phone", "agent"])
async def test_nobody_says_that_it_was_read_to_themselves(town: Town, level: str) -> None:
    if level == "agent":
        grant = await town.granted("chen-guoqiang", "chen-jie", "retiree-proof")
        answer = await town.post("/api/v1/certificates", HEARD, token=grant.agent, acting=grant.id)
    else:
        answer = await town.post("/api/v1/certificates", HEARD, token=await town.proven("chen-guoqiang"))
    assert (answer.status, [each["pointer"] for each in answer.json["errors"]]) == (422, ["/read_out"])

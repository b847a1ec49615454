"""A certificate that was lost or says what is not so: found by its holder or case, and another one put in its place."""

from typing import Any

from backend.audit import event_of
from models.acts import Act, SystemActor
from models.cases import Case, CaseState, Completion, Decision, Somebody
from tests.client import Answer
from tests.factories import ARCHIVE, Town
from tests.lease_world import LEASE

STAFF = "/api/v1/staff/certificates"
NUMBER, CASE = "9901012026112300077", "case_" + "0" * 20 + "LEASE1"


async def anew(town: Town, made: Any, token: str, cause: str = "lost", key: str = "again", **more: Any) -> Answer:
    body = {"version": made["version"], "cause": cause, "reason": "纸质证明搬家时丢了，本人到窗口要求补发", **more}
    return await town.post(f"{STAFF}/{made['id']}/reissue", body, token=token, key=key)


async def verified(town: Town, made: Any) -> Any:
    return (await town.get(f"/verify/{made['verify_code']}")).json


async def leased(town: Town, citizen: str) -> dict[str, Any]:
    """The paper of a lease filing that was granted a moment ago."""
    person, now = (await town.get("/api/v1/me", token=citizen)).json["id"], town.world.clock.now()
    version = town.world.product.engines.catalogue.version("lease-filing", now.date())
    clerk = Somebody(id="staff_1", name="工作人员")
    case = Case(
        _id=CASE,
        number=NUMBER,
        person=person,
        person_name="李强",
        item=version.item,
        item_name=version.name,
        item_version=version.id,
        department=version.department,
        region="990101",
        state=CaseState.GRANTED,
        form={**LEASE, "other_person": {"name": "赵鹏", "id_number": town.citizen("zhao-peng").id_number}},
        decision=Decision(outcome=Completion.GRANTED, number="〔2026〕云准字第000009号", at=now, by=clerk),
        created_at=now,
        updated_at=now,
        channel="mini_program",
    )
    event = event_of(Act(SystemActor(id="test"), now, channel="system"), "case.granted")
    await town.world.store.cases.insert(case, event)
    await town.world.settle()
    [paper] = (await town.get(f"/api/v1/certificates?case={case.id}", token=citizen)).json["items"]
    return paper


async def lines(town: Town, made: Any) -> dict[str, str]:
    """What stands on a paper."""
    document = await town.world.store.certificates.get(made["id"]) or {}
    return dict(document["data"]["facts"]["lines"])


async def test_a_lost_one_gets_a_duplicate_under_a_new_number_and_whoever_finds_it_is_told(town: Town) -> None:
    citizen, reviewer = await town.proven("li-qiang"), await town.staff("wuminyi")
    old = await town.certified(citizen)
    for username, status in (("zengwei", 403), ("zhengkai", 403)):  # another department's reviewer; a receptionist
        assert (await anew(town, old, await town.staff(username))).status == status, username
    assert (await anew(town, old, reviewer, reason="无")).status == 422
    assert (await anew(town, {**old, "version": 7}, reviewer)).status == 409
    made = await anew(town, old, reviewer)
    assert made.status == 201, made.text
    new = made.json
    assert (new["number"] != old["number"], new["valid_until"], new["state"]) == (True, old["valid_until"], "valid")
    assert (await anew(town, old, reviewer)).json["id"] == new["id"], "pressed twice it is one"
    seen = await verified(town, old)
    assert (seen["result"], seen["superseded_by"], "由新的证明替换" in seen["detail"]) == ("superseded", new["number"], True)
    assert (await verified(town, new))["result"] == "valid"
    first, second = [(await town.world.store.certificates.get(each["id"]) or {})["data"] for each in (old, new)]
    assert (second["facts"], second["replaces"], first["replaces"]) == (first["facts"], old["number"], None)
    assert (await town.get(new["file_url"], token=citizen)).body.startswith(b"%PDF-")
    assert "certificate_replaced" in await town.told(citizen)
    assert (await town.world.store.cases.get(new["case"]) or {})["certificate"] == new["id"]
    late = await anew(town, old, reviewer, key="another")
    assert (late.status, "不能再补发" in late.json["detail"]) == (409, True), late.text


async def test_a_corrected_one_says_what_the_registers_say_now(town: Town) -> None:
    citizen, reviewer = await town.proven("li-qiang"), await town.staff("wuminyi")
    old = await town.certified(citizen, ARCHIVE)
    same = await anew(town, old, reviewer, "corrected")
    assert (same.status, "内容和原来的一样" in same.json["detail"]) == (422, True), same.text
    archive = {"number": "YC000004", "state": "在库", "kind": "流动人员", "since": "2013-07-03", "depository": "云城区人才服务中心"}
    await town.sandbox.change_record("personnel", "li-qiang", {"archive": archive})
    made = await anew(town, old, reviewer, "corrected")
    assert made.status == 201, made.text
    new = await town.world.store.certificates.get(made.json["id"]) or {}
    assert (new["data"]["facts"]["archive"]["since"], new["decided_by"]["name"]) == ("2013-07-03", "吴敏仪")
    await town.sandbox.change_record("personnel", "li-qiang", {"archive": {**archive, "state": "已转出"}})
    gone = await anew(town, made.json, reviewer, "corrected", key="third")
    assert gone.status == 422, gone.text
    assert (await verified(town, made.json))["result"] == "valid", "what could not be made leaves the old one as it is"


async def test_the_paper_of_a_result_is_put_right_with_its_licence(town: Town) -> None:
    citizen, reviewer = await town.proven("li-qiang"), await town.head("baiyunfei")
    old = await leased(town, citizen)
    answer = await town.get(f"{STAFF}/{old['id']}/correctable", token=reviewer)
    assert answer.status == 200, answer.text
    offered = answer.json["items"]
    assert {each["key"]: each["value"] for each in offered}["lease_to"] == "2027-11-30"
    for corrections, pointer in (({"lease_to": "2026-13-01"}, "lease_to"), ({"other_person": {"name": "赵四"}}, "other_person")):
        wrong = await anew(town, old, reviewer, "corrected", corrections=corrections)
        assert (wrong.status, pointer in wrong.json["errors"][0]["pointer"]) == (422, True), wrong.text
    duplicate = await anew(town, old, reviewer, "lost", corrections={"lease_to": "2027-12-31"})
    assert (duplicate.status, "补发照原样" in duplicate.text) == (422, True)
    made = await anew(town, old, reviewer, "corrected", corrections={"lease_to": "2027-12-31"}, key="put right")
    assert made.status == 201, made.text
    before, after = await lines(town, old), await lines(town, made.json)
    assert [after[key] for key in after if after[key] != before[key]] == ["2027年12月31日"]
    case = await town.world.store.cases.get(CASE) or {}
    assert (case["form"]["lease_to"], case["events"][-1]["action"]) == ("2027-12-31", "case.answers_corrected")
    await town.world.settle()
    [licence] = [each["record"] for each in await town.world.store.licences_issued.find({"case": CASE})]
    assert (licence["number"], licence["valid_until"], licence["status"]) == (made.json["number"], "2027-12-31", "有效")
    assert made.json["valid_until"] == "2027-12-31"


async def test_an_archived_case_is_put_right_as_a_supplement_and_a_destroyed_one_never(town: Town) -> None:
    citizen, head = await town.proven("li-qiang"), await town.head("baiyunfei")
    old, now = await leased(town, citizen), town.world.clock.now()
    kept = {"batch": "arch_1", "number": "〔2026〕云住档字第000001号", "at": now, "retention": "years_10", "until": "2036-12-31"}
    await town.world.store.cases.change({"_id": CASE}, {"$set": {"archived": kept}})
    made = await anew(town, old, head, "corrected", corrections={"rent": 1900})
    assert made.status == 201, made.text
    assert (await town.world.store.cases.get(CASE) or {})["archived"]["changed_at"] == now
    await town.world.store.cases.change({"_id": CASE}, {"$set": {"archived.destruction": "〔2036〕云住销字第000001号"}})
    gone = await anew(town, made.json, head, "corrected", key="third", corrections={"rent": 2000})
    assert (gone.status, "批准销毁" in gone.json["detail"]) == (409, True), gone.text
    assert (await anew(town, made.json, head, "lost", key="fourth")).status == 201


async def test_it_ends_with_the_decision_and_not_before(town: Town) -> None:
    """What took the place of the first paper is the paper of the case: annulled, that one is revoked."""
    citizen, head = await town.proven("li-qiang"), await town.head("baiyunfei")
    old = await leased(town, citizen)
    new = (await anew(town, old, head, "damaged")).json
    decision = (await town.world.store.cases.get(CASE) or {})["decision"]
    over = {
        "number": "〔2026〕云撤字第000001号",
        "remedies": "",
        "at": town.world.clock.now(),
        "by": {"id": "s", "name": "负责人"},
        "reason": "材料是假的",
        "basis": "行政许可法第六十九条",
    }
    event = event_of(Act(SystemActor(id="test"), town.world.clock.now(), channel="system"), "case.annulled")
    await town.world.store.cases.change({"_id": CASE}, {"$set": {"decision": {**decision, "revoked": over}}}, event)
    await town.world.settle()
    assert ((await verified(town, old))["result"], (await verified(town, new))["result"]) == ("superseded", "revoked")


async def test_it_is_found_by_its_holder_or_its_case_and_they_read_what_for(town: Town) -> None:
    citizen, clerk = await town.proven("li-qiang"), await town.staff("wuminyi")
    made = await town.certified(citizen)
    number = (await town.world.store.cases.get(made["case"]) or {})["number"]
    by_card = {"id_number": town.citizen("li-qiang").id_number, "purpose": "补发证明"}
    for body in (by_card, {"case_number": number, "purpose": "补发证明"}):
        found = await town.post(f"{STAFF}/searches", body, token=clerk, key="")
        assert (found.status, [each["number"] for each in found.json["items"]]) == (200, [made["number"]]), found.text
    other = await town.post(f"{STAFF}/searches", by_card, token=await town.staff("wenyiming"), key="")
    assert other.json["items"] == [], "another department's"
    for body, status in (
        ({**by_card, "id_number": town.citizen("wang-guifang").id_number}, 404),  # nobody has come here with it
        ({"case_number": "9901012026112399999", "purpose": "补发证明"}, 404),
        ({**by_card, "case_number": number}, 422),
        ({"purpose": "补发证明"}, 422),
        ({**by_card, "id_number": "990101194403080021"}, 422),
    ):
        answer = await town.post(f"{STAFF}/searches", body, token=clerk, key="")
        assert answer.status == status, (body, answer.text)
    log = (await town.get("/api/v1/me/access-log", token=citizen)).json["items"]
    assert ("吴敏仪", "补发证明") in [(each["reader"], each.get("purpose")) for each in log], log


async def test_what_has_run_out_is_applied_for_anew(town: Town) -> None:
    made = await town.certified(await town.proven("li-qiang"))
    town.world.clock.forward(days=91)
    answer = await anew(town, made, await town.staff("wuminyi"))
    assert (answer.status, "已过有效期" in answer.json["detail"]) == (409, True), answer.text


async def test_a_certificate_is_found_by_the_digits_its_number_ends_with(town: Town) -> None:
    citizen = await town.proven("li-qiang")
    made = await town.certified(citizen)
    ending = {"ending": made["number"][-7:-1], "purpose": "核对来人带的证明"}
    for digits in (ending["ending"], ending["ending"].lstrip("0")):
        found = await town.post(f"{STAFF}/searches", ending | {"ending": digits}, token=await town.staff("wuminyi"), key="")
        assert [each["id"] for each in found.json["items"]] == [made["id"]], found.text
    read = (await town.get("/api/v1/me/access-log", token=citizen)).json["items"]
    assert "核对来人带的证明" in [each["purpose"] for each in read]
    elsewhere = await town.post(f"{STAFF}/searches", ending, token=await town.staff("wenyiming"), key="")
    assert (elsewhere.status, elsewhere.json["items"]) == (200, []), "another department's are not theirs to see"
    for body in ({"ending": "12a"}, {"ending": "1", "case_number": NUMBER}):
        refused = await town.post(f"{STAFF}/searches", body | {"purpose": "核对"}, token=await town.staff("wuminyi"), key="")
        assert refused.status == 422, refused.text

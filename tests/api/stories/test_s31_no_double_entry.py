"""S31: 数据共享减填报. Forms arrive filled from the registers, each answer knows its source, and nothing is typed twice."""

from typing import Any

from tests.api.stories.business import accepted, act, filed
from tests.api.stories.longevity import found_wrong, paid_every_month
from tests.factories import Town

CHILD: dict[str, Any] = {
    "marriage": "married",
    "which": "third",
    "earlier_children": 2,
    "born_already": "expected",
    "due_on": "2027-04-10",
    "number_of_babies": "one",
    "phone": "16909900009",
    "promise": True,
}
SCHOOL: dict[str, Any] = {
    "wanted_name": "江州市云城区晨光职业培训学校",
    "trades": ["computing", "machining"],
    "phone": "16909900015",
}
PRINTERS: dict[str, Any] = {"uscc": "91990101MA990001XM", "name": "江州晨光印刷有限公司"}


async def test_a_third_child_registered_with_what_the_state_knows_already_filled_in(town: Town) -> None:
    mother, office = await town.proven("chen-jie"), await town.staff("duanzhiqiang")
    form = (await town.get("/api/v1/items/birth-reg/form", token=mother)).json
    known = {each["key"]: (each["value"], each["source"]["label"]) for each in form["filled"]}
    assert known["name"] == ("陈洁", "公安人口信息")
    assert known["marital_record"] == ("已婚", "公安人口信息")
    assert known["which"] == ("third", "公安人口信息"), "two of her children are registered"
    assert known["household_place"][0].endswith("罗溪街道东湖花园6栋302")

    father = {key: town.document("zhao-peng")[key] for key in ("name", "id_number")}
    case = await filed(town, mother, "birth-reg", CHILD | {"partner": father})
    assert {each["key"] for each in case["materials"]} >= {"resident_card", "marriage_certificate"}
    assert all(each["licence"] for each in case["materials"] if each["key"] in ("resident_card", "marriage_certificate"))
    await accepted(town, office, case)
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=office)).json
    assert seen["sources"]["name"]["by"] == "register", "the office sees what nobody typed"
    assert (seen["sources"]["which"]["by"], seen["sources"]["due_on"]["by"]) == ("register", "applicant")
    await act(town, office, case, "grant")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=mother)).json
    assert mine["state"]["state"] == "granted"


async def test_another_child_than_the_register_counts_is_looked_into_before_it_is_granted(town: Town) -> None:
    mother, office = await town.proven("chen-jie"), await town.staff("duanzhiqiang")
    case = await filed(town, mother, "birth-reg", CHILD | {"marriage": "not_married", "which": "first"})
    assert "answers_differ" in await town.told(mother)
    await accepted(town, office, case)
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=office)).json
    (found,) = [each for each in seen["differences"] if each["field"] == "which"]
    assert (found["registered"], found["typed"], found["decides"]) == ("third", "first", True)
    body = {"version": seen["version"], "reason": "同意"}
    early = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", body, token=office)
    assert (early.status, "这是第几个孩子" in early.json["detail"]) == (422, True)
    await act(town, office, case, "grant", differing="两个孩子随父亲的前一段婚姻登记，核对出生医学证明后按三孩更正")


async def test_more_children_than_names_for_them_are_counted(town: Town) -> None:
    mother = await town.proven("chen-jie")
    values = (await town.get("/api/v1/items/birth-reg/form", token=mother)).json["values"]
    assert (values["which"], values["earlier_children"]) == ("third", 2)


async def test_what_somebody_corrects_keeps_what_the_register_said(town: Town) -> None:
    mother = await town.proven("chen-jie")
    form = {**CHILD, "marriage": "not_married", "marital_record": "离异"}
    draft = await town.made("/api/v1/cases", {"item": "birth-reg", "form": form}, mother)
    origin = draft["sources"]["marital_record"]
    assert (origin["by"], origin["original"]) == ("applicant", "已婚")
    assert {each["key"] for each in draft["materials"]} == {"resident_card"}, "unmarried: no marriage certificate is asked for"


async def test_a_date_that_cannot_be_is_told_before_anything_is_handed_in(town: Town) -> None:
    mother = await town.proven("chen-jie")
    form = CHILD | {"marriage": "not_married", "due_on": "2028-01-01"}
    answer = await town.post("/api/v1/cases", {"item": "birth-reg", "form": form}, token=mother)
    told = {each["pointer"]: each["detail"] for each in answer.json["errors"]}
    assert told["/form/due_on"] == "预产期不会晚于十个月以后，请核对。"


async def test_a_company_names_its_school_and_types_its_own_particulars_nowhere(town: Town) -> None:
    grant = await town.granted("huang-lili", "zhou-zihan", "edu-naming", basis="company", enterprise=PRINTERS)
    form = (await town.get("/api/v1/items/edu-naming/form", token=grant.agent, acting=grant.id)).json
    assert (form["values"]["organiser"], form["values"]["representative"]) == ("江州晨光印刷有限公司", "黄莉莉")
    draft = await town.made("/api/v1/cases", {"item": "edu-naming", "form": SCHOOL}, grant.agent, grant.id)
    assert draft["sources"]["organiser_address"]["by"] == "register"
    path = f"/api/v1/cases/{draft['id']}/submit"
    handed = await town.post(path, {"version": draft["version"]}, token=grant.agent, acting=grant.id)
    assert handed.status == 200, handed.text
    office = await town.staff("wuminyi")
    await accepted(town, office, handed.json)
    await act(town, office, handed.json, "grant")
    told = await town.told(grant.agent)
    assert "case_granted" in told


async def test_a_name_that_is_no_school_is_not_taken(town: Town) -> None:
    grant = await town.granted("huang-lili", "zhou-zihan", "edu-naming", basis="company", enterprise=PRINTERS)
    form = SCHOOL | {"wanted_name": "江州市云城区晨光补习班大全"}
    answer = await town.post("/api/v1/cases", {"item": "edu-naming", "form": form}, token=grant.agent, acting=grant.id)
    assert [each["pointer"] for each in answer.json["errors"]] == ["/form/wanted_name"]


async def test_a_person_in_their_own_name_is_told_who_names_a_school(town: Town) -> None:
    answer = await town.post("/api/v1/cases", {"item": "edu-naming", "form": {}}, token=await town.proven("li-qiang"))
    assert (answer.status, "由单位办理" in answer.json["detail"]) == (403, True)


async def test_the_months_report_comes_out_of_the_cases_and_nobody_keys_it(town: Town) -> None:
    mother, office = await town.proven("chen-jie"), await town.staff("duanzhiqiang")
    case = await filed(town, mother, "birth-reg", CHILD | {"marriage": "not_married"})
    before = (await town.get("/api/v1/staff/ledgers/births-by-child", token=office)).json
    assert (before["rows"], before["cases"]) == ([], 0), "only what is decided is reported"
    await accepted(town, office, case)
    await act(town, office, case, "grant")
    listed = (await town.get("/api/v1/staff/ledgers", token=office)).json["items"]
    assert [(each["id"], each["period"], each["personal"]) for each in listed] == [("births-by-child", "按月", False)]
    report = (await town.get("/api/v1/staff/ledgers/births-by-child", token=office)).json
    assert [each["label"] for each in report["columns"]] == ["镇街", "孩次", "件数"]
    assert report["rows"] == [["罗溪街道", "三孩", "1"]]
    assert (report["since"], report["until"]) == ("2026-11-01", "2026-11-30")
    october = (await town.get("/api/v1/staff/ledgers/births-by-child", token=office, day="2026-10-15")).json
    assert october["rows"] == []
    file = await town.get("/api/v1/staff/ledgers/births-by-child.csv", token=office)
    assert file.body.decode("utf-8-sig").splitlines() == ["镇街,孩次,件数", "罗溪街道,三孩,1"]


async def test_a_ledger_masks_who_it_need_not_know_and_is_the_departments_own(town: Town) -> None:
    made = await town.certified(await town.proven("li-qiang"))
    ledger = (await town.get("/api/v1/staff/ledgers/archive-proofs", token=await town.staff("wuminyi"))).json
    [row] = ledger["rows"]
    assert (row[1], row[2], row[4], row[5]) == ("人事档案存放证明", "李*", "求职或单位要求", made["number"])
    assert row[3] == "9901**********0090", "the number is masked"
    elsewhere = await town.get("/api/v1/staff/ledgers/archive-proofs", token=await town.staff("duanzhiqiang"))
    assert elsewhere.status == 404
    assert (await town.get("/api/v1/staff/ledgers", token=await town.staff("linxiaoyan"))).status == 403


async def test_a_ledger_says_for_what_each_proof_was_whatever_its_item_calls_that(town: Town) -> None:
    token = await town.proven("li-qiang")
    letter = {"unit": "江州精工机械有限公司", "letter_number": "江精函〔2026〕12号", "letter_date": "2026-11-10"}
    await town.certified(token, {"item": "political-proof", "form": {"matter": "party", **letter}})
    await town.certified(token, {"item": "archive-proof", "form": {"purpose": "other", "purpose_other": "办理居住证"}})
    ledger = (await town.get("/api/v1/staff/ledgers/archive-proofs", token=await town.staff("wuminyi"))).json
    assert {(row[1], row[4]) for row in ledger["rows"]} == {("政审材料情况证明", "入党"), ("人事档案存放证明", "办理居住证")}


async def test_a_certificate_that_was_revoked_stands_in_no_ledger(town: Town) -> None:
    made, office = await town.certified(await town.proven("li-qiang")), await town.staff("wuminyi")
    path = "/api/v1/staff/ledgers/archive-proofs"
    assert [row[5] for row in (await town.get(path, token=office)).json["rows"]] == [made["number"]]
    body = {"version": made["version"], "reason": "档案已经转出"}
    assert (await town.post(f"/api/v1/staff/certificates/{made['id']}/revoke", body, token=office)).status == 200
    ledger = (await town.get(path, token=office)).json
    assert (ledger["rows"], ledger["cases"]) == ([], 0), "as its own words say"


async def test_a_ledger_that_pays_shows_the_account_and_the_elder_sees_who_looked(town: Town) -> None:
    elder = await town.proven("wang-guifang")
    case = await paid_every_month(town, elder)
    reviewer = await town.staff("gongxiaodong")
    roll = (await town.get("/api/v1/staff/ledgers/longevity-roll", token=reviewer)).json
    assert [row[1:5] for row in roll["rows"]] == [["王桂芳", "990101194403080025", "江州银行", "6222000000000001"]]
    assert [row[5:7] for row in roll["rows"]] == [["100", "2026-12"]], "what the reviewer fixed is not keyed again"
    log = (await town.get("/api/v1/me/access-log", token=elder)).json["items"]
    assert "ledger.read" in {each["action"] for each in log}
    await found_wrong(town, elder, case)
    assert (await town.get("/api/v1/staff/ledgers/longevity-roll", token=reviewer)).json["rows"] == [], "nobody is paid on it"

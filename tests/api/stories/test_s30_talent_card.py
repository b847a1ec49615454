"""S30: 人才绿卡申领. 全流程网上办: degrees, insurance and tax are looked up, the lease filing is a licence; seven working days."""

from typing import Any

import pytest

from tests.api.stories.business import accepted, act
from tests.factories import Town
from tests.portraits import Portrait

DOCTOR = "he-jiaxin"
RECEPTION, CHECKER, REVIEWER = "huanglijuan", "zhouzhiyuan", "wuminyi"
CARD: dict[str, Any] = {
    "applicant_name": "何嘉欣",
    "identity_kind": "permit",
    "basis": "doctor",
    "education_level": "博士研究生",
    "work_kind": "employed",
    "employer": {"name": "粤港（江州）贸易有限公司", "uscc": "91990101MA9909225Q"},
    "work_since": "2024-03-01",
    "home": "rented",
    "home_address": {"town": "罗溪街道", "detail": "滨河路19号1201"},
    "cards": "main",
    "phone": "16909900024",
}

HUSBAND, CARD_NAME = "lin-zhihao", "人才绿卡申领（主卡、副卡）"
FAMILY: dict[str, Any] = {
    **CARD,
    "applicant_name": "林志豪",
    "basis": "executive",
    "employer": {"name": "两岸精密电子有限公司", "uscc": "91990101MA9909233K"},
    "home": "own",
    "cards": "with_family",
    "family": ["spouse"],
    "spouse": {"name": "許雅婷", "id_number": "99012612"},
    "phone": "16909900027",
}
del FAMILY["education_level"]


async def uploaded(town: Town, token: str, seed: int) -> str:
    """A page photographed; another picture for another seed."""
    picture = Portrait(seed=seed).jpeg()
    answer = await town.post("/api/v1/materials?item=talent-card", picture, token=token, headers={"Content-Type": "image/jpeg"})
    assert answer.status == 201, answer.text
    return answer.json["id"]


async def filed(town: Town, token: str, **more: Any) -> dict[str, Any]:
    """Handed in: by licence where the government holds one, photographed where not."""
    draft = await town.made("/api/v1/cases", {"item": "talent-card", "form": {**CARD, **more}}, token)
    chosen: dict[str, Any] = {}
    for number, each in enumerate(draft["materials"]):
        by_licence = each["key"] == "lease"
        chosen[each["key"]] = {"licence": True} if by_licence else {"files": [await uploaded(town, token, number)]}
    saved = await town.put(f"/api/v1/cases/{draft['id']}", {"version": draft["version"], "materials": chosen}, token=token)
    assert saved.status == 200, saved.text
    return await act(town, token, saved.json, "submit", staff=False)


async def test_a_doctor_from_elsewhere_has_the_card_in_time_and_never_travels(town: Town) -> None:
    me = await town.proven(DOCTOR)
    form = (await town.get("/api/v1/items/talent-card/form", token=me)).json
    assert form["values"]["education_level"] == "博士研究生", "looked up, not asked"
    case = await filed(town, me)
    assert {each["key"] for each in case["materials"]} == {"identity_paper", "contract", "lease"}
    lease = next(each for each in case["materials"] if each["key"] == "lease")
    assert lease["licence"]["name"] == "房屋租赁登记备案证明"
    case = await accepted(town, await town.staff(RECEPTION), case)
    assert case["clock"]["promised_due"][:10] == "2026-12-02", "seven working days"
    await act(town, await town.staff(CHECKER), case, "complete-step", step="verify", finding="学历、社保和租赁备案都查到了")
    reviewer = await town.staff(REVIEWER)
    await act(town, reviewer, case, "grant", reason="符合博士条件")
    await town.world.settle()
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=me)).json
    assert (mine["state"]["state"], mine["appointments"]) == ("closed", [])
    (card,) = (await town.get("/api/v1/certificates", token=me, case=case["id"])).json["items"]
    assert card["valid_until"] == "2031-11-22", "five years"


async def test_what_is_doubtful_is_asked_once_and_mended(town: Town) -> None:
    me, reviewer = await town.proven(DOCTOR), await town.staff(REVIEWER)
    case = await accepted(town, await town.staff(RECEPTION), await filed(town, me))
    defects = [{"material": "contract", "reason": "unclear", "advice": "看不清合同期限，请把有期限的那一页重新拍"}]
    await act(town, reviewer, case, "request-correction", defects=defects)
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=me)).json
    body = {"version": seen["version"], "materials": {"contract": {"files": [await uploaded(town, me, 77)]}}}
    assert (await town.put(f"/api/v1/cases/{case['id']}", body, token=me)).status == 200
    assert (await act(town, me, case, "resubmit", staff=False))["state"]["state"] == "accepted"


async def test_the_family_comes_along_on_one_application_where_the_marriage_is_registered(town: Town) -> None:
    me, wife = await town.proven(HUSBAND), await town.proven("xu-yating")
    draft = await town.made("/api/v1/cases", {"item": "talent-card", "form": FAMILY}, me)
    assert {each["key"] for each in draft["materials"]} == {
        "identity_paper",
        "contract",
        "executive_proof",
        "title",
        "marriage",
        "family_papers",
    }
    case = await filed(town, me, **FAMILY)
    assert (case["differences"], "named_looked_into" in await town.told(me)) == ([], False)
    assert [each["purpose"] for each in await looks(town, wife)] == [CARD_NAME], "she sees that she was looked up"
    case = await accepted(town, await town.staff(RECEPTION), case)
    await act(town, await town.staff(CHECKER), case, "complete-step", step="verify", finding="任职和婚姻登记都查到了")
    await act(town, await town.staff(REVIEWER), case, "grant", reason="符合高管条件")


async def test_somebody_who_is_no_spouse_by_the_register_is_looked_into_and_the_applicant_learns_no_more(town: Town) -> None:
    me, stranger = await town.proven(HUSBAND), await town.proven("chen-jie")
    case = await filed(town, me, **FAMILY | {"spouse": {"name": "陈洁", "id_number": town.document("chen-jie")["id_number"]}})
    (own,) = case["differences"]
    assert (own["field"], own["registered"], own["finding"], own["decides"]) == ("spouse", None, "", True)
    assert "工作人员会再核实" in own["told"]
    assert "婚姻登记" not in str(own), "nothing of what a register says of her"
    (notice,) = [each for each in await town.inbox(me) if each["template"] == "named_looked_into"]
    assert ("配偶" in notice["body"], "登记" in notice["body"], "陈洁" in notice["body"]) == (True, False, False)
    assert [each["purpose"] for each in await looks(town, stranger)] == [CARD_NAME]
    case = await accepted(town, await town.staff(RECEPTION), case)
    await act(town, await town.staff(CHECKER), case, "complete-step", step="verify", finding="任职查到了")
    reviewer = await town.staff(REVIEWER)
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=reviewer)).json
    assert [(each["register"], each["finding"]) for each in seen["differences"]] == [("婚姻登记信息", "陈洁：没有登记为申请人现在的配偶")]
    early = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", {"version": seen["version"]}, token=reviewer)
    assert (early.status, early.json["errors"][0]["pointer"], "配偶" in early.json["detail"]) == (422, "/differing", True)
    done = await act(town, reviewer, case, "grant", reason="符合高管条件", differing="在境外登记结婚，公证认证过的证明已核对")
    assert done["compared"]["note"] == "在境外登记结婚，公证认证过的证明已核对"
    export = (await town.get("/api/v1/me/export", token=me)).text
    assert "没有登记为" not in export, "what a register says of another is not the applicant's to take along"


async def test_a_name_under_anothers_number_and_a_child_of_others_do_not_pass(town: Town) -> None:
    me, owner = await town.proven(HUSBAND), await town.proven("zhao-peng")
    spouse = {"name": "林志明", "id_number": town.document("zhao-peng")["id_number"]}
    children = [{"name": "蔡欣怡", "id_number": town.document("cai-xinyi")["id_number"]}]
    case = await filed(town, me, **FAMILY | {"family": ["spouse", "children"], "spouse": spouse, "children": children})
    assert [each["field"] for each in case["differences"]] == ["spouse", "children"]
    assert await looks(town, owner) == [], "his number, not his name"
    clerk = await town.staff(RECEPTION)
    seen = await act(town, clerk, case, "claim")
    assert [(each["field"], each["finding"]) for each in seen["differences"]] == [
        ("spouse", "林志明：没有登记为申请人现在的配偶"),
        ("spouse", "林志明：登记的姓名和证件号码对不上"),
        ("children", "蔡欣怡：没有登记为申请人的孩子"),
    ]


async def test_a_register_that_is_silent_is_no_yes_and_is_asked_again(town: Town) -> None:
    me, clerk = await town.proven(HUSBAND), await town.staff(RECEPTION)
    await town.sandbox.switch("registers.marriages", down=True)
    case = await filed(town, me, **FAMILY)
    assert [each["field"] for each in case["differences"]] == ["spouse"]
    await town.sandbox.switch("registers.marriages")
    seen = await act(town, clerk, case, "claim")
    assert [each["finding"] for each in seen["differences"]] == ["許雅婷：暂时没有回应，还没有核对"]
    await act(town, clerk, case, "pass-material", materials=[each["key"] for each in seen["materials"] if each["key"] != "contract"])
    defects = [{"material": "contract", "reason": "unclear", "advice": "看不清合同期限，请重新拍"}]
    await act(town, clerk, case, "request-correction", defects=defects)
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=me)).json
    body = {"version": seen["version"], "materials": {"contract": {"files": [await uploaded(town, me, 77)]}}}
    assert (await town.put(f"/api/v1/cases/{case['id']}", body, token=me)).status == 200
    assert (await act(town, me, case, "resubmit", staff=False))["differences"] == []


async def looks(town: Town, token: str) -> list[dict[str, Any]]:
    """Who had registers asked about somebody, as they find it."""
    log = (await town.get("/api/v1/me/access-log", token=token)).json["items"]
    return [each for each in log if each["action"] == "person.looked_up"]


async def test_no_marriage_is_shown_where_only_children_come_along_and_who_comes_is_named(town: Town) -> None:
    me = await town.proven(DOCTOR)
    nobody = {"cards": "with_family", "family": ["children"]}
    draft = await town.made("/api/v1/cases", {"item": "talent-card", "form": {**CARD, **nobody}}, me)
    assert "marriage" not in {each["key"] for each in draft["materials"]}
    answer = await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]}, token=me)
    assert "/form/children" in {each["pointer"] for each in answer.json["errors"]}


@pytest.mark.parametrize(("basis", "field", "level"), [("doctor", "education_level", "大专"), ("master", "master_level", "本科")])
async def test_the_degree_is_that_of_the_ground_claimed(town: Town, basis: str, field: str, level: str) -> None:
    me = await town.proven(DOCTOR)
    body = {"item": "talent-card", "form": {**CARD, "basis": basis, field: level}}
    answer = await town.post("/api/v1/cases", body, token=me)
    assert [(each["pointer"], "请选符合的那一条" in each["detail"]) for each in answer.json["errors"]] == [(f"/form/{field}", True)]


@pytest.mark.parametrize(
    ("basis", "more"),
    [("overseas", {"overseas_degree"}), ("executive", {"executive_proof"}), ("talent", set()), ("master", set())],
)
async def test_each_ground_asks_for_its_own_proof_and_no_other(town: Town, basis: str, more: set[str]) -> None:
    me = await town.proven(DOCTOR)
    draft = await town.made("/api/v1/cases", {"item": "talent-card", "form": {**CARD, "basis": basis}}, me)
    assert {each["key"] for each in draft["materials"]} == {"identity_paper", "contract", "lease"} | more


async def test_who_has_not_worked_here_for_half_a_year_is_told_when_to_come(town: Town) -> None:
    me = await town.proven(DOCTOR)
    body = {"item": "talent-card", "form": {**CARD, "work_since": "2026-10-01"}}
    answer = await town.post("/api/v1/cases", body, token=me)
    assert answer.status == 422
    assert [(each["pointer"], "满6个月" in each["detail"]) for each in answer.json["errors"]] == [("/form/work_since", True)]


async def test_who_employs_is_asked_of_the_registers_and_who_founded_is_its_representative(town: Town) -> None:
    me, clerk = await town.proven(DOCTOR), await town.staff(RECEPTION)
    other = {"name": "江州云数科技有限公司", "uscc": "91990101MA9900036G"}
    case = await filed(town, me, employer=other)
    assert [(each["field"], each["told"]) for each in case["differences"]] == [
        ("employer", "您写到的单位，工作人员会再核实，可能请您补充证明。")
    ]
    seen = await act(town, clerk, case, "claim")
    assert [each["finding"] for each in seen["differences"]] == ["江州云数科技有限公司：没有登记现在为申请人缴社保"]


async def test_who_founded_their_company_is_its_representative(town: Town) -> None:
    me = await town.proven(HUSBAND)
    case = await filed(town, me, **FAMILY | {"work_kind": "founded", "cards": "main", "employer": FAMILY["employer"]})
    assert case["differences"] == []


async def test_a_company_founded_by_another_is_looked_into(town: Town) -> None:
    me, clerk = await town.proven(HUSBAND), await town.staff(RECEPTION)
    case = await filed(town, me, **FAMILY | {"work_kind": "founded", "cards": "main", "employer": CARD["employer"]})
    seen = await act(town, clerk, case, "claim")
    assert [each["finding"] for each in seen["differences"]] == ["粤港（江州）贸易有限公司：登记的法定代表人不是申请人"]

"""S28: 个人常用证明“秒批”: 亲属关系、政审材料、福利分房、档案存放, no approval, the result at once."""

from typing import Any

import pytest

from tests.factories import Town

LETTER: dict[str, Any] = {
    "matter": "party",
    "unit": "江州精工机械有限公司",
    "letter_number": "江精函〔2026〕12号",
    "letter_date": "2026-11-10",
}
COMMON: list[tuple[str, str, dict[str, Any]]] = [
    ("wang-guifang", "relation-proof", {"relative_name": "李敏", "relation": "daughter", "purpose": "settle"}),
    ("li-qiang", "political-proof", LETTER),
    ("wang-guifang", "housing-benefit-proof", {"scope": "couple", "purpose": "house"}),
    ("li-min", "housing-benefit-proof", {"scope": "own", "purpose": "fund"}),
    ("li-qiang", "archive-proof", {"purpose": "work"}),
]
TO_A_PERSON: list[tuple[str, str, dict[str, Any], str]] = [
    ("chen-jie", "political-proof", LETTER, "当面核对"),
    ("qian-wenbo", "political-proof", LETTER, "不在库"),
    ("li-qiang", "political-proof", LETTER | {"letter_date": "2026-08-20"}, "过了90天"),
    ("zhou-jianping", "housing-benefit-proof", {"scope": "couple", "purpose": "fund"}, "配偶的房改登记"),
    ("huang-wenbin", "housing-benefit-proof", {"scope": "own", "purpose": "house"}, "购房面积登记不全"),
    ("wang-guifang", "housing-benefit-proof", {"scope": "own", "purpose": "house", "objection": "那套房早就退了"}, "您说登记得不对"),
    ("li-qiang", "housing-benefit-proof", {"scope": "own", "purpose": "house"}, "没有查到"),
]


@pytest.mark.parametrize(("who", "item", "form"), COMMON)
async def test_a_common_certificate_at_once_and_true(town: Town, who: str, item: str, form: dict[str, Any]) -> None:
    token = await town.proven(who)
    made = await town.certified(token, {"item": item, "form": form})
    assert made["state"] == "valid"
    assert (await town.get(f"/verify/{made['verify_code']}")).json["result"] == "valid"
    case = (await town.get(f"/api/v1/cases/{made['case']}", token=token)).json
    assert (case["state"]["state"], case["decision"]["by"]["name"]) == ("closed", "系统自动核对")


@pytest.mark.parametrize(("who", "item", "form", "why"), TO_A_PERSON)
async def test_where_the_records_do_not_say_so_a_person_takes_over(town: Town, who: str, item: str, form: dict[str, Any], why: str) -> None:
    token = await town.proven(who)
    answer = await town.post("/api/v1/certificates", {"item": item, "form": form}, token=token)
    assert answer.status == 202, answer.text
    case = (await town.get(f"/api/v1/cases/{answer.json['case']}", token=token)).json
    assert why in case["handed_over_for"]
    queue = (await town.get("/api/v1/staff/cases", token=await town.staff("wuminyi"), queue="processing")).json["items"]
    assert [each["id"] for each in queue] == [case["id"]]


async def test_a_political_review_is_the_persons_own_to_ask_for(town: Town) -> None:
    token = await town.proven("wang-guifang")
    offer = {"agent": town.document("li-min"), "items": ["political-proof"], "until": "2026-12-31"}
    refused = await town.post("/api/v1/grants", offer, token=token)
    assert (refused.status, "本人" in refused.text) == (422, True), refused.text

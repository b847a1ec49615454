"""S37: 评残后的政策送达. What an assessment opens is offered with it; the allowances are applied for with the card just made."""

from typing import Any

import pytest

from tests.api.stories.business import accepted, act, handed_out
from tests.api.stories.counterparts import handed_in, photo
from tests.factories import Town

FORM: dict[str, Any] = {
    "category": "肢体",
    "grade": "一级",
    "card_state": "valid",
    "kinds": ["living", "nursing"],
    "care": "family",
    "account": {"holder": "王桂芳", "bank": "江州银行", "account": "6222000000000001"},
    "phone": "16909900001",
}


async def begun(town: Town, form: dict[str, Any]) -> tuple[str, Any]:
    token = await town.proven("wang-guifang")
    return token, await town.post("/api/v1/cases", {"item": "disability-allowance", "form": form}, token=token)


async def test_the_guide_of_the_card_says_what_it_opens(town: Town) -> None:
    for item in ("disability-cert", "disability-home"):
        guide = (await town.get(f"/api/v1/items/{item}")).json
        assert [each["item"] for each in guide["opens"]] == ["disability-allowance"]


async def test_both_allowances_with_one_form_and_what_the_offices_know(town: Town) -> None:
    token, draft = await begun(town, FORM)
    assert draft.status == 201, draft.text
    case = draft.json
    assert case["form"]["hardship"] == "低收入家庭成员", "nobody asks for a proof the office holds"
    chosen: dict[str, Any] = {each["key"]: {"licence": True} for each in case["materials"]}
    chosen["disability_card"] = {"files": [await photo(town, token, "disability-allowance", "green")]}
    saved = await town.put(f"/api/v1/cases/{case['id']}", {"version": case["version"], "materials": chosen}, token=token)
    assert saved.status == 200, saved.text
    await act(town, token, case, "submit", staff=False)
    await accepted(town, await town.staff("gongxiaodong"), case)
    await act(town, await town.staff("situwen"), case, "complete-step", step="town_review", finding="符合条件")
    looked = "本市没有登记，核对了外市发的残疾人证原件：肢体一级，有效"
    await act(town, await town.staff("jianghaiyan"), case, "complete-step", step="card_check", finding="有效", differing=looked)
    granted = await act(town, await town.staff("gongxiaodong"), case, "grant", reason="两项都符合")
    assert granted["state"]["state"] == "granted"


@pytest.mark.parametrize(
    ("wrong", "pointer", "words"),
    [
        ({"card_state": "expired"}, "/form/card_state", "请先换领"),
        ({"grade": "三级"}, "/form/grade", "不要选护理补贴"),
        ({"hardship": "特困人员"}, "/form/hardship", "不要选生活补贴"),
        ({"grade": "十级"}, "/form/grade", "一级、二级、三级或四级"),
        ({"account": {**FORM["account"], "holder": "李敏"}}, "/form/account/holder", ""),
    ],
)
async def test_what_does_not_fit_is_told_before_anything_is_handed_in(town: Town, wrong: dict[str, Any], pointer: str, words: str) -> None:
    _, refused = await begun(town, FORM | wrong)
    assert refused.status == 422, refused.text
    told = {each["pointer"]: each["detail"] for each in refused.json["errors"]}
    assert words in told[pointer]


NURSING: dict[str, Any] = {
    "kinds": ["nursing"],
    "care": "family",
    "account": {"holder": "唐建国", "bank": "江州银行", "account": "6222000000000002"},
    "phone": "16909900036",
}


async def about_the_card(town: Town, application: str, **more: Any) -> None:
    """His card renewed or given up, with the papers handed in as they are and no doctor; handed out."""
    token = await town.proven_again(await town.login("tang-jianguo"), "tang-jianguo")
    form = {"application": application, "situation": "able", "phone": "16909900036", "truthful": True, **more}
    case = await handed_in(town, token, "disability-cert", form, "resident_card", "household_register")
    district = await town.staff("jianghaiyan")
    await accepted(town, district, case)
    await act(town, await town.staff("ouzhiwen"), case, "complete-step", step="town_review", finding="属实")
    fills = {} if application == "cancel" else {"kept_categories": ["limb"], "kept_grade": "two"}
    await act(town, district, case, "grant", reason="符合条件", fills=fills)
    await handed_out(town, district, case, "残疾人证")
    await town.world.settle()


async def applied(town: Town, *licences: str) -> dict[str, Any]:
    """His allowance, filled in from the card he was given here, before the decision."""
    token = await town.proven_again(await town.login("tang-jianguo"), "tang-jianguo")
    filled = (await town.get("/api/v1/items/disability-allowance/form", token=token)).json["values"]
    assert (filled["grade"], filled["card_state"]) == ("二级", "valid")
    case = await handed_in(town, token, "disability-allowance", filled | NURSING, "resident_card", *licences)
    await accepted(town, await town.staff("gongxiaodong"), case)
    await act(town, await town.staff("situwen"), case, "complete-step", step="town_review", finding="符合条件")
    await act(town, await town.staff("jianghaiyan"), case, "complete-step", step="card_check", finding="有效")
    return case


async def test_a_card_given_up_before_the_decision_is_not_granted_on(town: Town) -> None:
    await town.proven("tang-jianguo")
    await about_the_card(town, "renew", collection="counter")
    case = await applied(town, "disability_card")
    await about_the_card(town, "cancel", cancel_statement=True)
    clerk = await town.staff("gongxiaodong")
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=clerk)).json
    fills = {"nursing_amount": 160, "paid_from": "2026-11"}
    refused = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", {"version": seen["version"], "fills": fills}, token=clerk)
    assert (refused.status, "《残疾人证》，现在已经注销，不能凭它批准" in refused.json["detail"]) == (409, True), refused.text


@pytest.mark.parametrize("licences", [["disability_card"], []], ids=["handed in", "filled in from"])
async def test_a_card_given_up_after_the_grant_is_told_and_its_allowance_proposed_to_end(town: Town, licences: list[str]) -> None:
    token = await town.proven("tang-jianguo")
    await about_the_card(town, "renew", collection="counter")
    case = await applied(town, *licences)
    await act(town, await town.staff("gongxiaodong"), case, "grant", reason="符合条件")
    await about_the_card(town, "renew", collection="counter")
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json
    assert seen["inspection"] is None, "a new card in the place of the old one changes nothing"
    await about_the_card(town, "cancel", cancel_statement=True)
    assert "decision_basis_gone" in await town.told(token)
    head = await town.head("liaojiaming")
    (row,) = (await town.get("/api/v1/staff/inspections", token=head)).json["items"]
    assert (row["case"], row["label"]) == (case["id"], "拟撤销决定，听取申请人意见")
    theirs = (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json
    assert "《残疾人证》已经注销" in theirs["inspection"]["proposed_for"]


async def test_who_was_in_need_until_last_june_is_told_to_renew_it_first(town: Town) -> None:
    token = await town.proven("zhao-peng")
    form = FORM | {"account": FORM["account"] | {"holder": "赵鹏"}}
    draft = await town.made("/api/v1/cases", {"item": "disability-allowance", "form": form}, token)
    assert draft["form"]["hardship_until"] == "2026-06-30"
    assert "认定已经到期" in str(draft["unfit"])
    answer = await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]}, token=token)
    told = {each["pointer"]: each["detail"] for each in answer.json["errors"]}
    assert "请先到镇街续办" in told["/form/hardship_until"]

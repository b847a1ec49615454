"""S37: 评残后的政策送达. What an assessment opens is offered with it; the allowances are applied for with the card just made."""

from typing import Any

import pytest

from tests.api.stories.business import accepted, act
from tests.api.stories.counterparts import photo
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

"""Reasons and bases that a citizen reads: what says nothing is refused, with words that say what is wanted."""

import json
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from backend.refused_words import refused_words
from models.cases import AnnulBody, ExtendBody, PauseBody, ReasonBody, RefuseBody, RevokeBody
from models.certificates import RevokeBody as RevokeCertificateBody
from models.destructions import DestructionBody
from models.grounds import names_a_rule, says_something
from models.rechecks import FindBody

EMPTY = ("无", "11", "不符合", "不符合条件", "不符合申请条件。", "没有", "材料不符合要求", "审核不通过", "同上", "12345678", "……", "aaaa")
TELLING = ("未满80周岁", "没有设立登记", "名下已有住房", "承诺不实", "到期没有补交管线图", "申请人要求举行听证", "容积率超出控规上限")
NO_RULES = ("无", "11", "y", "第十二条", "按规定", "依法办理", "领导同意")
RULES = (
    "行政许可法第六十九条",
    "《税收征收管理法》",
    "城市道路管理条例第三十三条",
    "容缺受理通知书所载的后果",
    "专项救治病种目录",
    "残疾人残疾分类和分级 GB/T 26341-2010",
    "云政发〔2026〕3号",
)


@pytest.mark.parametrize("text", EMPTY)
def test_what_fits_every_refusal_says_nothing(text: str) -> None:
    assert not says_something(text)


@pytest.mark.parametrize("text", TELLING)
def test_a_fact_says_something(text: str) -> None:
    assert says_something(text)


@pytest.mark.parametrize("text", NO_RULES)
def test_what_names_no_rule_is_no_basis(text: str) -> None:
    assert not names_a_rule(text)


@pytest.mark.parametrize("text", RULES)
def test_a_law_a_standard_or_a_document_is_a_basis(text: str) -> None:
    assert names_a_rule(text)


GIVEN = {"version": 1, "reason": "名下已有住房", "basis": "某条例第八条"}
BODIES: list[tuple[type[BaseModel], dict[str, Any], str]] = [
    (RefuseBody, GIVEN, "reason"),
    (RefuseBody, GIVEN, "basis"),
    (RevokeBody, GIVEN, "reason"),
    (RevokeBody, GIVEN, "basis"),
    (AnnulBody, GIVEN, "reason"),
    (AnnulBody, GIVEN, "basis"),
    (ReasonBody, {"version": 1}, "reason"),
    (ExtendBody, {"version": 1}, "reason"),
    (PauseBody, {"version": 1, "ground": "hearing", "reason": "申请人要求举行听证", "until": "2026-12-18"}, "legal_basis"),
    (RevokeCertificateBody, {"version": 1}, "reason"),
    (FindBody, {"version": 1, "finding": "wrong", "note": "比对参保记录"}, "basis"),
    (FindBody, {"version": 1, "finding": "wrong", "basis": "某条例第八条"}, "note"),
    (FindBody, {"version": 1, "finding": "minor"}, "note"),
]


@pytest.mark.parametrize(("model", "body", "field"), BODIES, ids=[f"{model.__name__}-{field}" for model, _, field in BODIES])
def test_every_act_that_gives_one_asks_for_it_in_the_same_words(model: type[BaseModel], body: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        model.model_validate_json(json.dumps(body | {field: "不符合"}))
    (fault,) = refused.value.errors()
    assert fault["loc"] == (field,)
    assert refused_words(fault).startswith("请写明依据的是哪部法律法规" if "basis" in field else "请写清楚具体事实")


@pytest.mark.parametrize("words", ["到期", "同意", "无"])
def test_what_is_appraised_is_asked_for_in_words_of_the_archive(words: str) -> None:
    with pytest.raises(ValidationError) as refused:
        DestructionBody.model_validate_json(json.dumps({"cases": ["case_1"], "appraisal": words}))
    (fault,) = refused.value.errors()
    assert fault["loc"] == ("appraisal",)
    assert refused_words(fault).startswith("请写清楚这些档案为什么都不用再保管")
    assert "申请人" not in refused_words(fault)


def test_of_what_is_in_order_anything_may_be_said() -> None:
    found = FindBody.model_validate_json(json.dumps({"version": 1, "finding": "in_order", "note": "核对无误"}))
    assert (found.note, found.basis) == ("核对无误", None)


def test_what_is_wrong_without_its_rule_is_told_at_the_rule() -> None:
    with pytest.raises(ValidationError) as refused:
        FindBody.model_validate_json(json.dumps({"version": 1, "finding": "wrong", "note": "比对参保记录"}))
    (fault,) = refused.value.errors()
    assert (fault["loc"], refused_words(fault)) == (("basis",), "认定决定有误的，请写明依据的规定")

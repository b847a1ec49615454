"""The evaluator of form rules, on the vectors its TypeScript twin runs too; and the check of whole forms."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import JsonValue, TypeAdapter

from backend.catalogue import Catalogue, asked_answers, form_faults, needed_materials, require_form, visible_fields
from backend.catalogue.answers import answer_fault
from backend.catalogue.forms import bound_value, satisfies
from backend.errors import Invalid
from models.catalogue import Party
from models.forms import FormField, Reference, Test

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "form_rules.json").read_text("utf-8"))
ANSWER_VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "answer_types.json").read_text("utf-8"))
VECTOR_DAY = date.fromisoformat(VECTORS["today"])
TODAY = date(2026, 11, 23)
LONGEVITY: dict[str, JsonValue] = {
    "elder_name": "王桂芳",
    "born": "1944-03-08",
    "household_place": "罗溪街道榕树里12号",
    "living": "same",
    "account": {"holder": "王桂芳", "bank": "江州银行", "account": "6222000000000000001"},
    "phone": "16909900001",
    "alive_statement": True,
}


@pytest.mark.parametrize("vector", VECTORS["tests"], ids=lambda vector: vector["name"])
def test_rule_vectors(vector: dict[str, Any]):
    test = Test.model_validate(vector["test"])
    assert satisfies(test, vector["value"], vector.get("answers", {}), VECTOR_DAY) is vector["holds"]


@pytest.mark.parametrize("vector", VECTORS["forms"], ids=lambda vector: vector["name"])
def test_form_vectors(vector: dict[str, Any]):
    fields = TypeAdapter(list[FormField]).validate_python(vector["fields"])
    assert [field.key for field in visible_fields(fields, vector["answers"], VECTOR_DAY)] == vector["visible"]
    faults = form_faults(fields, vector["answers"], VECTOR_DAY, complete=True)
    assert [fault.pointer for fault in faults] == vector["missing"]


@pytest.mark.parametrize("vector", ANSWER_VECTORS["answers"], ids=lambda vector: vector["name"])
def test_answer_vectors(vector: dict[str, Any]):
    field = FormField.model_validate(vector["field"])
    found = answer_fault(field, vector["value"], complete=vector["complete"], applicant=vector.get("applicant", ""))
    assert found == (vector["fault"], vector["at"])


def faults(catalogue: Catalogue, changes: dict[str, JsonValue], *, code: str = "longevity", complete: bool = True) -> dict[str, str]:
    """Pointers and messages for the longevity form with some answers changed (None: left out)."""
    answers = {key: value for key, value in {**LONGEVITY, **changes}.items() if value is not None}
    fields = catalogue.version(code, TODAY).form
    return {fault.pointer: fault.detail for fault in form_faults(fields, answers, TODAY, complete=complete, applicant="王桂芳")}


def test_a_whole_form_is_fine(catalogue: Catalogue):
    assert faults(catalogue, {}) == {}


@pytest.mark.parametrize(
    ("changes", "pointer", "words"),
    [
        ({"elder_name": None}, "/form/elder_name", "请填写「老人姓名」"),
        ({"elder_name": "   "}, "/form/elder_name", "请填写「老人姓名」"),
        ({"elder_name": "王" * 51}, "/form/elder_name", "照身份证"),
        ({"elder_name": "王\u0000芳"}, "/form/elder_name", "「老人姓名」里有印不到纸上的字符，请去掉表情符号或看不见的字符"),
        ({"household_place": "罗溪路9号🏠"}, "/form/household_place", "印不到纸上的字符（🏠）"),
        ({"living": "elsewhere", "living_address": {"town": "罗溪街道", "detail": "\u200b9号"}}, "/form/living_address/detail", "看不见"),
        ({"elder_name": 5}, "/form/elder_name", "填写文字"),
        ({"household_place": "长" * 501}, "/form/household_place", "最多500个字"),
        ({"born": "1950-01-01"}, "/form/born", "年满80周岁"),
        ({"born": "1944-02-30"}, "/form/born", "选择一个日期"),
        ({"born": "19440308"}, "/form/born", "选择一个日期"),
        ({"living": "moon"}, "/form/living", "列出的选项"),
        ({"living": None}, "/form/living", "请选择「老人现在住在哪里」"),
        ({"living": "elsewhere"}, "/form/living_address", "请填写「现在的住址」"),
        ({"living": "elsewhere", "living_address": {"town": "罗溪街道"}}, "/form/living_address/detail", "详细地址"),
        ({"living": "elsewhere", "living_address": "罗溪"}, "/form/living_address", "逐项填写"),
        ({"account": {"holder": "李敏", "bank": "江州银行", "account": "6222000000000000001"}}, "/form/account/holder", "本人的账户"),
        ({"account": {"holder": "王桂芳", "bank": "江州银行", "account": "12"}}, "/form/account/account", "银行账号不对"),
        ({"account": {"holder": "王桂芳", "bank": "江州银行"}}, "/form/account/account", "银行账号"),
        ({"account": {"holder": "王桂芳", "pin": "1"}}, "/form/account/pin", "多余"),
        ({"phone": "123"}, "/form/phone", "11位手机号"),
        ({"alive_statement": False}, "/form/alive_statement", "勾选"),
        ({"alive_statement": "yes"}, "/form/alive_statement", "勾选"),
        ({"shoe_size": 42}, "/form/shoe_size", "没有这一项"),
        ({"a/b~c": 1}, "/form/a~1b~0c", "没有这一项"),
    ],
)
def test_what_is_wrong_is_told_where_it_is(catalogue: Catalogue, changes: dict[str, JsonValue], pointer: str, words: str):
    found = faults(catalogue, changes)
    assert list(found) == [pointer]
    assert words in found[pointer]


def test_a_draft_may_stop_anywhere_but_not_hold_nonsense(catalogue: Catalogue):
    fields = catalogue.version("longevity", TODAY).form
    assert form_faults(fields, {}, TODAY, complete=False) == []
    assert form_faults(fields, {"account": {"bank": "江州银行"}}, TODAY, complete=False) == []
    assert [fault.pointer for fault in form_faults(fields, {"phone": "1"}, TODAY, complete=False)] == ["/form/phone"]


def test_person_parts(catalogue: Catalogue):
    fields = [field for field in catalogue.version("idcard-lost", TODAY).form if field.key in ("under_age", "guardian")]

    def of(number: str) -> list[str]:
        guardian: JsonValue = {"name": "李敏", "id_number": number, "relation": "母亲"}
        return [fault.pointer for fault in form_faults(fields, {"under_age": "minor", "guardian": guardian}, TODAY, complete=True)]

    assert of("990101197009120061") == []
    assert of("990101197009120062") == ["/form/guardian/id_number"]
    assert of("E12345678") == []
    assert of("x") == ["/form/guardian/id_number"]


def test_multi_takes_each_option_once():
    fields = TypeAdapter(list[FormField]).validate_python(
        [{"key": "kinds", "label": "险种", "type": "multi", "options": [{"value": "a", "label": "甲"}, {"value": "b", "label": "乙"}]}]
    )
    values: list[tuple[JsonValue, bool]] = [(["a", "b"], True), (["a", "a"], False), (["c"], False), ("a", False), ([1], False)]
    for value, fine in values:
        assert (form_faults(fields, {"kinds": value}, TODAY, complete=True) == []) is fine


@pytest.mark.parametrize("value", [float("nan"), float("inf"), True, "5", [5]])
def test_numbers_are_numbers(value: JsonValue):
    fields = TypeAdapter(list[FormField]).validate_python([{"key": "n", "label": "数", "type": "number"}])
    assert form_faults(fields, {"n": value}, TODAY, complete=True) != []


def test_hidden_answers_are_not_kept(catalogue: Catalogue):
    fields = catalogue.version("longevity", TODAY).form
    answers: dict[str, JsonValue] = {**LONGEVITY, "living_address": {"town": "罗溪街道", "detail": "旧址"}}
    assert "living_address" not in asked_answers(fields, answers, TODAY)
    assert "living_address" not in require_form(fields, answers, TODAY, complete=True)
    with pytest.raises(Invalid) as raised:
        require_form(fields, {}, TODAY, complete=True)
    assert len(raised.value.errors) == 7


def test_materials_follow_answers_and_parties(catalogue: Catalogue):
    version = catalogue.version("longevity", TODAY)

    def keys(answers: dict[str, JsonValue], *parties: Party) -> list[str]:
        return [each.key for each in needed_materials(version, answers, TODAY, frozenset(parties))]

    assert keys({"living": "same"}) == ["resident_card", "account_proof"]
    assert keys({"living": "elsewhere"}) == ["resident_card", "account_proof", "recent_photo"]
    assert keys({"living": "same"}, Party.AGENT) == ["resident_card", "account_proof", "agent_card"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(deadline=None)  # the machine may be busy
@given(answers=st.dictionaries(st.sampled_from([*LONGEVITY, "living_address"]), JSON))
def test_no_answer_breaks_the_check(catalogue: Catalogue, answers: dict[str, JsonValue]):
    fields = catalogue.version("longevity", TODAY).form
    for complete in (True, False):
        for fault in form_faults(fields, answers, TODAY, complete=complete, applicant="王桂芳"):
            assert fault.pointer.startswith("/form/")
            assert fault.detail


@pytest.mark.parametrize(("months", "bound"), [(6, "9999-12-31"), (-6, "9999-06-30"), (-12 * 9999, "0001-01-01")])
def test_a_limit_beyond_the_calendar_ends_with_it(months: int, bound: str):
    assert bound_value(Reference(of="begin", months=months), {"begin": "9999-12-30"}, date(2026, 11, 23)) == bound

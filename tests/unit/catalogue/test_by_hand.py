"""What whoever decides in an instant rule's place writes on the paper: each kind of value, records, rows, what is not asked now."""

from datetime import date
from typing import Any

import pytest

from backend.catalogue import facts_asked, require_facts
from backend.errors import Invalid
from models.catalogue import Fact, Instant

TODAY = date(2026, 11, 23)


def rule(*facts: dict[str, Any]) -> Instant:
    made = {"registers": [{"register": "population"}], "branches": [], "otherwise": "由人来看", "examples": []}
    return Instant.model_validate(made | {"data": {fact["key"]: "today" for fact in facts}, "by_hand": list(facts)})


PARTS = [{"key": "name", "label": "名称"}, {"key": "since", "label": "起月", "type": "month", "optional": True}]


@pytest.mark.parametrize(
    ("fact", "value", "place", "words"),
    [
        ({}, "  ", "", "请填写「甲」。"),
        ({}, 3, "", "「甲」要填文字。"),
        ({}, "字" * 201, "", "「甲」最多200个字。"),
        ({"type": "number"}, True, "", "「甲」要填数字。"),
        ({"type": "number"}, "12", "", "「甲」要填数字。"),
        ({"type": "count"}, -1, "", "「甲」要填整数，没有的填0。"),
        ({"type": "count"}, 1.5, "", "「甲」要填整数，没有的填0。"),
        ({"type": "count"}, True, "", "「甲」要填整数，没有的填0。"),
        ({"type": "month"}, "2026-13", "", "「甲」要写成年-月，例如 2026-11。"),
        ({"type": "date"}, "20261123", "", "「甲」要写成年-月-日，例如 2026-11-23。"),
        ({"parts": PARTS}, "甲", "", "请填写「甲」。"),
        ({"parts": PARTS, "many": True}, [], "", "请填写「甲」，至少一行。"),
        ({"parts": PARTS, "many": True}, [{"name": "乙"}] * 61, "", "「甲」最多填60行。"),
        ({"parts": PARTS, "many": True}, [{"name": "乙"}, {"since": "2026-11"}], "/1/name", "请填写第2行的「名称」。"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(fact: dict[str, Any], value: Any, place: str, words: str) -> None:
    with pytest.raises(Invalid) as caught:
        require_facts(rule({"key": "a", "label": "甲", **fact}), {}, {"a": value}, TODAY)
    assert [(each.pointer, each.detail) for each in caught.value.errors] == [(f"/facts/a{place}", words)]


def test_what_is_left_empty_and_need_not_be_there_is_empty_on_the_page() -> None:
    facts = [{"key": "a", "label": "甲", "optional": True}, {"key": "b", "label": "乙", "optional": True, "many": True, "parts": PARTS}]
    facts.append({"key": "c", "label": "丙", "parts": PARTS})
    kept = require_facts(rule(*facts), {}, {"c": {"name": " 丁 "}}, TODAY)
    assert kept == {"a": None, "b": [], "c": {"name": "丁", "since": None}}


def test_none_of_something_is_an_answer() -> None:
    assert require_facts(rule({"key": "a", "label": "甲", "type": "count"}), {}, {"a": 0}, TODAY) == {"a": 0}


def test_what_the_answers_do_not_call_for_is_not_asked() -> None:
    when = [{"field": "kind", "equals": "housing"}]
    instant = rule(
        {"key": "a", "label": "甲", "show_when": when}, {"key": "c", "label": "丙", "parts": [PARTS[0], PARTS[1] | {"show_when": when}]}
    )
    assert [(each.key, len(each.parts)) for each in facts_asked(instant, {"kind": "status"}, TODAY)] == [("c", 1)]
    assert [(each.key, len(each.parts)) for each in facts_asked(instant, {"kind": "housing"}, TODAY)] == [("a", 0), ("c", 2)]
    with pytest.raises(Invalid) as caught:
        require_facts(instant, {"kind": "status"}, {"a": "x", "c": {"name": "y"}}, TODAY)
    assert [each.pointer for each in caught.value.errors] == ["/facts/a"]


def test_a_rule_that_asks_for_what_is_not_on_its_page_or_looks_where_it_does_not_ask_is_refused() -> None:
    made = rule({"key": "a", "label": "甲"}).model_dump(by_alias=True)
    for fact, words in (
        ({"key": "b", "label": "乙"}, "不在证明的内容"),
        ({"key": "a", "label": "甲", "on_record": "tax.rows"}, "规则没有查它"),
        ({"key": "a", "label": "甲", "many": True}, "每一行有哪几项"),
    ):
        with pytest.raises(ValueError, match=words):
            Instant.model_validate(made | {"by_hand": [fact]})


def test_what_a_person_fills_in_decides_nothing() -> None:
    assert rule({"key": "a", "label": "甲"}).digest == rule({"key": "a", "label": "乙"}).digest
    assert Fact(key="a", label="甲").parts == ()

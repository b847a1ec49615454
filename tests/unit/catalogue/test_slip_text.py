"""An advice slip tells at once all that somebody may have to bring, as far as they have said what their case is."""

from datetime import date

import pytest
from pydantic import JsonValue

from backend.catalogue import Catalogue, asked_when
from backend.catalogue.slip_text import slip_text
from backend.errors import Invalid
from models.catalogue.views import AdviceBody, SlipText
from models.forms import Condition

TODAY = date(2026, 11, 23)


def slip(catalogue: Catalogue, item: str, **circumstances: JsonValue) -> SlipText:
    return slip_text(catalogue.version(item, TODAY), AdviceBody(circumstances=circumstances), TODAY, catalogue.vocabulary)


def test_what_hangs_on_circumstances_nobody_told_is_listed_with_its_condition(catalogue: Catalogue) -> None:
    notes = {each.name: each.note for each in slip(catalogue, "disability-cert").materials}
    assert notes["残疾评定表"].startswith(
        "「要办哪一种」选“新办”或“等级变更”，并且「一年内在评定医院评定过吗」选“评定过，有残疾评定表”时才要。"
    )
    assert {"近期二寸免冠白底彩色照片", "病历、诊断证明和检查报告", "监护关系证明"} < notes.keys()


def test_what_is_told_settles_what_is_needed(catalogue: Catalogue) -> None:
    names = {each.name: each.note for each in slip(catalogue, "disability-cert", application="cancel").materials}
    assert "近期二寸免冠白底彩色照片" not in names
    assert "残疾评定表" not in names
    (plan,) = [each for each in slip(catalogue, "show-approval", stage="temporary").materials if "安全保卫" in each.name]
    assert "才要" not in plan.note


def test_a_number_something_hangs_on_is_a_circumstance(catalogue: Catalogue) -> None:
    def equipment(text: SlipText) -> list[str]:
        return [each for each in text.nothing_to_hand_in if each.startswith("用电设备清单")]

    (perhaps,) = equipment(slip(catalogue, "power-connect"))
    assert perhaps.endswith("「要用多少（千瓦）」100以上（含100）时才用得上。")
    (needed,) = equipment(slip(catalogue, "power-connect", capacity=500))
    assert "才用得上" not in needed
    assert equipment(slip(catalogue, "power-connect", capacity=5)) == []
    with pytest.raises(Invalid):
        slip(catalogue, "power-connect", phone="16900000001")


def test_limits_by_answers_are_all_told_until_one_is_chosen(catalogue: Catalogue) -> None:
    told = slip(catalogue, "power-connect").duration
    assert "高压双电源（「要几路电源」选“两路（双电源）”时）：32个工作日" in told
    assert "您的情况是" not in told


def test_what_may_come_later_is_to_be_prepared(catalogue: Catalogue) -> None:
    text = slip(catalogue, "power-connect")
    assert "用电地址的房产证明" in [each.name for each in text.materials]
    assert not [each for each in text.nothing_to_hand_in if "房产证明" in each]


@pytest.mark.parametrize(
    ("test", "said"),
    [
        ({"field": "capacity", "min": 100}, "「要用多少（千瓦）」100以上（含100）时"),
        ({"field": "capacity", "min": 8, "max": 100}, "「要用多少（千瓦）」8以上（含8）、100以下（含100）时"),
        ({"field": "phone", "length": {"min": 3, "max": 9}}, "「联系电话」写了3个字以上、9个字以下时"),
        ({"field": "phone", "pattern": "1.*"}, "「联系电话」填的是规定的那一类时"),
        ({"field": "phone", "min": "2026-01", "max": {"of": "capacity", "months": -1, "days": 2}}, "「联系电话」不早于2026-01、不晚于"),
        ({"field": "phone", "min": {"of": "today", "months": 6}}, "「联系电话」不早于填表当天以后6个月时"),
        (
            {"field": "phone", "max": {"of": "today", "year_day": "08-31", "months": -72}},
            "「联系电话」不晚于填表当天那一年8月31日以前72个月时",
        ),
    ],
)
def test_a_bound_is_said_in_words(catalogue: Catalogue, test: dict[str, object], said: str) -> None:
    form = catalogue.version("power-connect", TODAY).form
    assert asked_when([Condition.model_validate(test)], form).startswith(said)


def test_no_condition_says_nothing(catalogue: Catalogue) -> None:
    assert asked_when([], catalogue.version("power-connect", TODAY).form) == ""


def test_no_item_tells_a_condition_nobody_understands(catalogue: Catalogue) -> None:
    for item in catalogue.items:
        for version in item.versions:
            for each in version.materials:
                assert "符合规定时" not in asked_when(each.when, version.form)

"""Which limits hold for which answers."""

from datetime import date
from typing import Any

import pytest

from backend.catalogue import Catalogue, Guides, limits_for, variant_for
from backend.catalogue.preview import guide_sections
from models.catalogue import ItemVersion, Span, TimeUnit

TODAY = date(2026, 11, 23)


@pytest.fixture
def power(catalogue: Catalogue) -> ItemVersion:
    """An item with limits by answers."""
    return catalogue.version("power-connect", TODAY)


@pytest.mark.parametrize(
    ("form", "promised"),
    [
        ({"user_kind": "home", "outside_line": "needed"}, "3个工作日"),
        ({"user_kind": "home", "outside_line": "none"}, "当天"),
        ({"user_kind": "unit", "voltage": "low", "outside_line": "needed"}, "15个工作日"),
        ({"user_kind": "unit", "voltage": "high", "supply": "dual", "outside_line": "none"}, "32个工作日"),
        ({}, "3个工作日"),
    ],
)
def test_the_first_that_holds(power: ItemVersion, form: dict[str, Any], promised: str):
    assert limits_for(power, form, TODAY).longest.words() == promised


def test_an_answer_nobody_is_asked_for_decides_nothing(power: ItemVersion):
    form = {"user_kind": "home", "voltage": "high", "supply": "dual", "outside_line": "needed"}
    assert limits_for(power, form, TODAY) == power.clocks
    assert variant_for(power.clocks, form, TODAY) == "high_dual", "it is the form that hides it"


def test_a_kind_says_both_limits_anew_and_keeps_the_rest(power: ItemVersion):
    high = power.clocks.of("high_dual")
    assert (high.statutory, high.on_silence, high.extension) == (None, power.clocks.on_silence, power.clocks.extension)
    assert power.clocks.of("") == power.clocks.of("unheard_of") == power.clocks


def test_no_time_at_all_in_words():
    assert [Span(n=0, unit=unit).words() for unit in (TimeUnit.DAY, TimeUnit.WORKDAY, TimeUnit.HOUR)] == ["当天", "当场", "当场"]


def test_a_preview_tells_every_kind(catalogue: Catalogue):
    sections = dict(guide_sections(Guides(catalogue).view(catalogue.version("power-connect", TODAY))))
    assert "高压双电源（「要几路电源」选“两路（双电源）”时）：承诺时限32个工作日" in sections["多久"]


def test_licences_under_the_general_limit_may_be_extended_once(catalogue: Catalogue) -> None:
    """行政许可法 art. 42: twenty days and ten more, merged ones forty-five and fifteen more; what an own law limits follows that law."""
    limits = {item.code: item.versions[-1].clocks for item in catalogue.items if item.is_licence}
    more = {code: each.extension.words() for code, each in limits.items() if each.statutory and each.extension}
    general = {code for code, each in limits.items() if each.statutory and each.statutory.n in (20, 45)}
    assert {code: more.get(code) for code in general} == {
        "road-dig": "10个工作日",
        "doctor-reg": "10个工作日",
        "nurse-reg": "10个工作日",
        "land-merge": "15个工作日",
    }

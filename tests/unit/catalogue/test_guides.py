"""Guides: what a citizen reads of an item, and what is kept from them until it is checked."""

import json
from datetime import date

import pytest

from backend.catalogue import Catalogue, Guides
from backend.errors import NotFound
from tests.unit.catalogue.conftest import CATALOGUE

TODAY = date(2026, 11, 23)


@pytest.fixture
def guides(catalogue: Catalogue) -> Guides:
    return Guides(catalogue)


def test_a_guide_is_whole(guides: Guides, catalogue: Catalogue):
    for item in catalogue.items:
        guide = json.loads(guides.guide(item.code, TODAY).content)
        for key in (
            "summary",
            "conditions",
            "how",
            "duration",
            "trips",
            "where",
            "when",
            "phone",
            "complaints",
            "fee",
            "materials",
            "steps",
        ):
            assert guide[key], f"{item.code}: {key}"
        assert guide["department"]["label"] != guide["department"]["value"]


def test_what_nobody_checked_is_not_told_as_law(guides: Guides):
    longevity = json.loads(guides.guide("longevity", TODAY).content)
    assert longevity["statutory"] == ""
    assert longevity["legal_basis"] == []
    assert longevity["promised"] == "5个工作日"
    assert json.loads(guides.guide("idcard-lost", TODAY).content)["charges"] == []
    archive = json.loads(guides.guide("archive-proof", TODAY).content)
    assert [law["article"] for law in archive["legal_basis"]] == ["第七条", "第八条"]


def test_a_guide_is_made_once_and_known_by_its_tag(guides: Guides):
    first, again = guides.guide("longevity", TODAY), guides.guide("longevity", TODAY)
    assert first is again
    assert first.etag != guides.guide("ssc-apply", TODAY).etag
    with pytest.raises(NotFound):
        guides.guide("flying", TODAY)


def test_materials_say_when_and_for_whom(guides: Guides):
    materials = {each["key"]: each for each in json.loads(guides.guide("fp-reward-audit", TODAY).content)["materials"]}
    assert materials["marriage_proof"]["asked_when"] == "「这一年婚姻有变化吗」选“有变化”时"
    assert "“生育了子女”或“收养了子女”" in materials["children_proof"]["asked_when"]
    assert materials["agent_card"]["asked_when"] == "别人代办时"
    register = json.loads(guides.guide("idcard-lost", TODAY).content)["materials"][0]
    assert register["need_label"] == "可以后补"
    assert "户口簿原件" in register["later"]


def test_proxy_and_appointment_in_words(guides: Guides):
    longevity = json.loads(guides.guide("longevity", TODAY).content)
    assert longevity["proxy"]["powers"] == ["替您提交", "替您补材料", "替您看进度", "替您领结果", "替您撤回"]
    assert longevity["appointment"]["halls"][0]["name"] == "青石镇便民服务中心"
    assert "指纹" in json.loads(guides.guide("idcard-lost", TODAY).content)["proxy"]["reason"]


def test_lists_and_themes(guides: Guides):
    items, _ = guides.browse(TODAY, None, None, "")
    assert len(items) == min(50, len(list((CATALOGUE / "items").glob("*.yaml"))))
    themes = {theme.id: theme.items for theme in guides.themes(TODAY).items}
    assert themes["proof"] >= 7
    assert {item.code for item in guides.search("证明", TODAY, "elderly", None)} == {"retiree-proof", "housing-benefit-proof"}
    assert guides.search("身份证", date(2020, 1, 1), None, None) == []
    assert guides.themes(date(2020, 1, 1)).items == []

"""Results that enter the district's licence register: what is wrong with one is told, and the guide says so."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from backend.catalogue import Catalogue, check
from backend.catalogue.guides import guide_view
from backend.catalogue.issued_check import issued_faults, paper_faults
from backend.catalogue.preview import guide_text
from models.catalogue import ResultLicence
from tests.unit.catalogue.conftest import Change

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("code", "licence", "place", "words"),
    [
        ("lease-filing", {"kind": "lease_filing"}, "kind", "lease_filing"),
        ("lease-filing", {"kind": "lease_filing_proof", "shows": ["rant"]}, "shows", "rant"),
        ("lease-filing", {"kind": "lease_filing_proof", "until": "usage"}, "until", "没有叫 usage 的 date 字段"),
        ("lease-filing", {"kind": "lease_filing_proof", "since": "usage"}, "since", "没有叫 usage 的 date 字段"),
        ("disability-home", {"kind": "disability_card", "shows": ["rated_grade"]}, "shows", "要有「残疾类别」"),
        ("disability-home", {"kind": "disability_card", "when": [{"field": "wen", "equals": "x"}]}, "when", "wen"),
        ("birth-reg", {"kind": "land_planning_permit"}, "kind", "能申请这个事项的人都不能持有"),
        ("archive-proof", {"kind": "birth_registration"}, "licence", "不是电子证照"),
    ],
)
def test_a_fault_is_told(catalogue: Catalogue, code: str, licence: dict[str, object], place: str, words: str) -> None:
    version = catalogue.version(code, TODAY)
    result = version.result.model_copy(update={"licence": ResultLicence.model_validate(licence)})
    altered = version.model_copy(update={"results": (result,)})
    faults = list(issued_faults(altered, catalogue.vocabulary))
    assert any(place in where and words in message for where, message in faults), faults


def test_a_paper_is_the_licence_it_enters_the_register_as(catalogue: Catalogue) -> None:
    version = catalogue.version("lease-filing", TODAY)
    paper = version.result.paper
    assert paper is not None
    assert list(paper_faults(version, version.result, paper, catalogue.vocabulary)) == []
    party = paper.parties[0].model_copy(update={"who": ("rent",)})
    altered = paper.model_copy(update={"type_code": "11990101MB9900099A001", "parties": (party,)})
    faults = list(paper_faults(version, version.result, altered, catalogue.vocabulary))
    assert [place for place, _ in faults] == [("paper", "parties", 0, "who"), ("paper", "type_code")]
    assert "11990101MB9900099A102" in faults[1][1]


def test_what_is_a_licence_by_its_nature_enters_its_holders_licences(catalogue: Catalogue) -> None:
    kinds = {
        code: {each.licence.kind for each in version.results if each.licence}
        for code in (item.code for item in catalogue.items)
        if (version := catalogue.version(code, TODAY)).results
    }
    assert {code: found.pop() for code, found in kinds.items() if found} == {
        "animal-cert": "animal_epidemic_certificate",
        "archive-custody": "archive_custody",
        "birth-reg": "birth_registration",
        "construction-permit": "construction_permit",
        "disability-cert": "disability_card",
        "disability-home": "disability_card",
        "doctor-reg": "doctor_licence",
        "idcard-lost": "temporary_resident_card",
        "lease-filing": "lease_filing_proof",
        "low-income": "low_income_certificate",
        "nurse-reg": "nurse_licence",
        "road-dig": "road_digging_permit",
        "show-approval": "show_approval",
        "ssc-apply": "social_security_card",
        "talent-card": "talent_card",
    }


def test_the_guide_says_that_no_copy_is_needed_later(catalogue: Catalogue) -> None:
    guide = guide_view(catalogue.item("lease-filing"), catalogue.version("lease-filing", TODAY), catalogue.vocabulary)
    assert guide.results[0].licence == "房屋租赁登记备案证明"
    assert "以后办事直接选用，不用再交复印件" in guide_text(guide)


@pytest.mark.parametrize(
    ("stands_for", "place", "words"),
    [
        ({"register": "moon", "record": {"grade": {"line": "残疾等级"}}}, "register", "没有叫 moon 的基础库"),
        ({"register": "disability", "record": {"moon": {"line": "残疾等级"}}}, "record", "disability 的记录里没有 moon"),
        ({"register": "tax", "record": {"taxpayer_number": {"of": "number"}}}, "record", "tax 的记录必须有 entries、period、total_tax"),
        ({"register": "disability", "record": {"grade": {"line": "残疾等级", "of": "number"}}}, "grade", "只写一项"),
    ],
)
def test_a_register_that_no_licence_can_answer_for_is_told(
    spoil: Callable[[str, Change], Path], stands_for: dict[str, Any], place: str, words: str
) -> None:
    def change(data: dict[str, Any]) -> None:
        next(each for each in data["licences"] if each["id"] == "disability_card")["stands_for"] = stands_for

    faults = check(spoil("licences.yaml", change))
    assert any(place in each.pointer and words in each.message for each in faults), [str(each) for each in faults]

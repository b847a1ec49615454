"""Results that enter the district's licence register: what is wrong with one is told, and the guide says so."""

from datetime import date

import pytest

from backend.catalogue import Catalogue
from backend.catalogue.guides import guide_view
from backend.catalogue.issued_check import issued_faults, paper_faults
from backend.catalogue.preview import guide_text
from models.catalogue import ResultLicence

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("code", "licence", "place", "words"),
    [
        ("lease-filing", {"kind": "lease_filing"}, "kind", "lease_filing"),
        ("lease-filing", {"kind": "lease_filing_proof", "shows": ["rant"]}, "shows", "rant"),
        ("lease-filing", {"kind": "lease_filing_proof", "until": "usage"}, "until", "没有叫 usage 的 date 字段"),
        ("lease-filing", {"kind": "lease_filing_proof", "since": "usage"}, "since", "没有叫 usage 的 date 字段"),
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


def test_the_guide_says_that_no_copy_is_needed_later(catalogue: Catalogue) -> None:
    guide = guide_view(catalogue.item("lease-filing"), catalogue.version("lease-filing", TODAY), catalogue.vocabulary)
    assert guide.results[0].licence == "房屋租赁登记备案证明"
    assert "以后办事直接选用，不用再交复印件" in guide_text(guide)

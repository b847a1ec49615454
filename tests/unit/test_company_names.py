"""Names of companies: taken apart, compared, and what nobody may be called."""

import pytest
from stdnum.cn import uscc

from backend.company_names import NameParts, doubts, likeness, name_faults, parts_of
from backend.declared import declared
from models.company_names import Likeness, NamingRules
from models.documents import company_code
from tests.unit.catalogue.conftest import CATALOGUE

RULES = declared(CATALOGUE / "naming.yaml", NamingRules)


def near(one: str, other: str) -> Likeness | None:
    return likeness(parts_of(one, RULES), parts_of(other, RULES))


def test_a_name_is_place_what_it_is_called_by_trade_and_form() -> None:
    assert parts_of("江州市云溪餐饮管理有限公司", RULES) == NameParts("云溪", "餐饮管理")
    assert parts_of("云溪（江州）餐饮有限公司", RULES) == NameParts("云溪", "餐饮")
    assert parts_of("江州云溪有限公司", RULES) == NameParts("云溪", "")


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("江州云溪餐饮有限公司", "江州市云城区云溪餐饮有限责任公司", Likeness.SAME),
        ("江州云溪餐饮有限公司", "云溪(江州)餐饮有限公司", Likeness.SAME),
        ("江州云溪餐饮有限公司", "江州云西餐饮有限公司", Likeness.ALIKE),  # sounds the same
        ("江州云溪餐饮有限公司", "江州新云溪餐饮有限公司", Likeness.ALIKE),  # stands in the other
        ("江州云溪餐饮有限公司", "江州云溪餐饮管理有限公司", Likeness.ALIKE),  # nearly the same trade
        ("江州云溪餐饮有限公司", "江州云溪物流有限公司", None),
        ("江州云溪餐饮有限公司", "江州晨光餐饮有限公司", None),
    ],
)
def test_names_are_the_same_alike_or_neither(one: str, other: str, found: Likeness | None) -> None:
    assert near(one, other) is found
    assert near(other, one) is found


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("江州Cloud餐饮有限公司", "规范汉字"),
        ("中国云溪餐饮有限公司", "中国"),
        ("江州公安餐饮有限公司", "公安"),
        ("江州第一餐饮有限公司", "第一"),
        ("江州溪餐饮有限公司", "至少要有2个字"),
    ],
)
def test_what_nobody_may_be_called(name: str, why: str) -> None:
    assert any(why in each for each in name_faults(name, RULES))


def test_what_a_person_must_look_at_is_no_fault() -> None:
    assert name_faults("江州云溪证券咨询有限公司", RULES) == []
    assert "证券" in doubts("江州云溪证券咨询有限公司", RULES)[0]
    assert doubts("江州云溪餐饮有限公司", RULES) == []


def test_credit_codes_are_well_formed_and_all_different() -> None:
    codes = [company_code("990101", running) for running in range(1, 200)]
    assert all(uscc.is_valid(code) for code in codes)
    assert len(set(codes)) == len(codes)
    assert company_code("990101", 990001)[8:17] == "MA990001X", "the organisation code of GB 11714, as the demo's first company has it"

"""What people say of themselves and registers know: nothing to be typed past, and nobody is refused for a register's mistake."""

from typing import Any

import pytest

from tests.api.stories.business import accepted, act
from tests.api.stories.counterparts import handed_in
from tests.api.stories.test_named_people import flagged, found
from tests.api.stories.test_s03_seal import FORM as SEAL
from tests.api.stories.test_s03_seal import ITEM as SEALS
from tests.api.stories.test_s03_seal import applicant as company
from tests.api.stories.test_s07_home_assessment import CARD, HOME, LIMB, PAPERS
from tests.api.stories.test_s30_talent_card import CARD as TALENT
from tests.committing import FILLED_IN
from tests.factories import Town

OFFICE = "duanzhiqiang"


async def test_the_yearly_audit_is_compared_with_marriages_and_children(town: Town) -> None:
    mother = await town.proven("chen-jie")
    account = {"holder": "陈洁", "bank": "江州银行", "account": "6222000000000001"}
    form = {key: value for key, value in FILLED_IN.items() if key not in ("recipient", "household_place")} | {"account": account}
    await town.sandbox.change_record(
        "marriages", "chen-jie", {"entries": [{"name": "赵鹏", "state": "在婚", "registered_on": "2026-08-08"}]}
    )
    child = {"relation": "女儿", "name": "赵小小", "document_type": "resident_card", "id_number": "99010120260901002X"}
    await town.sandbox.change_record("population", "chen-jie", {"relatives": [child]})
    case = await handed_in(town, mother, "fp-reward-audit", form, "resident_card")
    assert flagged(case) == ["marriage_change", "children_change"]
    assert all("没有对上" in each["told"] for each in case["differences"])
    await accepted(town, await town.staff(OFFICE), case)
    assert await found(town, OFFICE, case) == ["陈洁：最近一年里有婚姻登记", "陈洁：最近一年里登记了新出生的子女"]


async def test_an_audit_that_changed_nothing_has_nothing_to_look_into(town: Town) -> None:
    case = await handed_in(town, await town.proven("wang-guifang"), "fp-reward-audit", FILLED_IN, "resident_card")
    assert case["differences"] == []


async def test_who_moved_since_is_looked_into(town: Town) -> None:
    form = FILLED_IN | {"household_place": "青石镇青石大街26号"}
    case = await handed_in(town, await town.proven("wang-guifang"), "fp-reward-audit", form, "resident_card")
    assert [(each["field"], each["decides"]) for each in case["differences"]] == [("household_place", True)]


async def test_a_card_that_is_on_record_is_no_first_one(town: Town) -> None:
    patient = await town.proven("tang-jianguo")
    case = await handed_in(town, patient, "disability-home", HOME, *PAPERS)
    assert flagged(case) == ["other_disability_card"]
    assert await found(town, "jianghaiyan", case) == ["唐建国：登记里有残疾人证"]


@pytest.mark.parametrize("item", ["disability-home", "disability-cert"])
async def test_who_is_under_age_by_the_register_is_not_of_age_by_their_word(town: Town, item: str) -> None:
    child = await town.proven("cai-xinyi")
    form = HOME if item == "disability-home" else CARD | LIMB
    case = await handed_in(town, child, item, form, *PAPERS)
    assert flagged(case) == ["situation"]
    assert await found(town, "jianghaiyan", case) == ["蔡欣怡：登记的出生日期不满18周岁"]


async def test_a_company_is_no_institution(town: Town) -> None:
    grant = await company(town)
    case = await handed_in(town, grant.agent, SEALS, SEAL | {"unit_kind": "institution"}, acting=grant.id)
    assert ("unit_kind", None, "") in [(each["field"], each["registered"], each["finding"]) for each in case["differences"]]
    kept = await town.world.store.cases.get(case["id"])
    assert kept is not None
    assert kept["looked_up"]["unit_kind"][0]["found"] == ["登记的不是事业单位"]


async def test_the_talent_card_is_for_who_is_not_registered_here(town: Town) -> None:
    local: dict[str, Any] = TALENT | {"applicant_name": "周子涵", "identity_kind": "resident_card", "basis": "executive", "home": "own"}
    del local["education_level"]
    token = await town.proven("zhou-zihan")
    case = await handed_in(town, token, "talent-card", local)
    assert "identity_kind" in [each["field"] for each in case["differences"]]
    seen = await act(town, await town.staff("huanglijuan"), case, "claim")
    assert [each["finding"] for each in seen["differences"] if each["field"] == "identity_kind"] == ["周子涵：登记的是本市户口"]

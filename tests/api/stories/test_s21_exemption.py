"""S21 豁免清单: what the office knows, or checks anyway, is not asked for; the list is dated data."""

from typing import Any

from tests.api.stories.business import act
from tests.committing import FILLED_IN, PROOF
from tests.factories import Town

ILLNESS: dict[str, Any] = {"disease": "cancer", "hospital": "people", "phone": "16909900001"}


async def test_whom_a_register_knows_need_not_show_the_booklet(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    draft = await town.made("/api/v1/cases", {"item": "medaid-onestop", "form": ILLNESS}, citizen)
    slot = next(each for each in draft["materials"] if each["key"] == "household_register")
    assert slot["exempt"] == "您不用交「身份证、户口簿」，因为民政部门认定困难家庭时已经核过户口，系统里查得到。"
    assert slot["exempt_by"] == "hardship_household"
    guide = (await town.get("/api/v1/items/medaid-onestop")).json
    told = next(each["waived"] for each in guide["materials"] if each["key"] == "household_register")
    assert "不用交的：民政部门认定困难家庭时已经核过户口" in told


async def test_an_answer_spares_the_proof_and_the_case_says_why(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    form = FILLED_IN | {"reward_kind": "special_support"}
    draft = await town.made("/api/v1/cases", {"item": "fp-reward-audit", "form": form}, citizen)
    chosen = {each["key"]: {"licence": True} for each in draft["materials"] if each["key"] != PROOF}
    saved = await town.put(f"/api/v1/cases/{draft['id']}", {"version": draft["version"], "materials": chosen}, token=citizen)
    case = await act(town, citizen, saved.json, "submit", staff=False)
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=await town.staff("duanzhiqiang"))).json
    slot = next(each for each in seen["materials"] if each["key"] == PROOF)
    assert (slot["exempt_by"], "每月比对" in slot["exempt"]) == ("special_support_unchanged", True)

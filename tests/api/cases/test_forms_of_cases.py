"""What a case asks is told by the case: under its own version, also where the item has a newer one by now."""

from typing import Any

from tests.api.stories.business import filed
from tests.factories import Town

FORM: dict[str, Any] = {
    "loss_reason": "lost",
    "loss_confirmed": True,
    "household_place": "江州市云城区罗溪街道文昌路2号",
    "temporary_card": "wanted",
    "under_age": "adult",
    "collection": "counter",
    "phone": "16909900031",
}


async def test_a_draft_tells_its_questions_and_how_each_material_may_be_handed_in(town: Town) -> None:
    token = await town.proven("song-xiaoyu")
    draft = await town.made("/api/v1/cases", {"item": "ssc-apply"}, token)
    form = (await town.get(f"/api/v1/cases/{draft['id']}/form", token=token)).json
    assert (form["item_version"], form["applicant"], form["on"]) == ("ssc-apply@2026-01-01", "宋晓雨", "2026-11-23")
    assert [each["key"] for each in form["fields"]][:3] == ["card_name", "bank", "under_age"]
    photo = next(each for each in form["materials"] if each["key"] == "photo")
    assert (photo["accepts"], photo["max_files"], photo["max_mb"]) == (["jpeg"], 1, 2)
    assert (photo["width"], photo["height"], photo["licence"]) == (358, 441, False)
    card = next(each for each in form["materials"] if each["key"] == "resident_card")
    assert (card["width"], card["licence"], card["upload"]) == (0, True, True)


async def test_a_filed_case_tells_those_of_its_own_version(town: Town) -> None:
    token = await town.proven("song-xiaoyu")
    case = await filed(town, token, "idcard-lost", FORM, photo_receipt={})
    form = (await town.get(f"/api/v1/cases/{case['id']}/form", token=token)).json
    assert form["item_version"] == case["item_version"]
    assert {"loss_reason", "phone"} <= {each["key"] for each in form["fields"]}

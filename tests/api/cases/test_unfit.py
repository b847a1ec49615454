"""A register's own answer the form does not take is in nobody's way before the draft is handed in, and says what to do."""

from typing import Any

from tests.factories import Town

FORM: dict[str, Any] = {"disease": "cancer", "hospital": "people", "phone": "16909900001"}
ITEM, UNTIL, RUN_OUT = "medaid-onestop", "hardship_until", "2026-06-30"


async def _draft(town: Town) -> tuple[str, dict[str, Any]]:
    """Somebody whose hardship, as civil affairs has it, has run out; they typed nothing of it."""
    token = await town.proven("zhao-peng")
    return token, await town.made("/api/v1/cases", {"item": ITEM, "form": FORM}, token)


async def test_a_draft_begins_and_shows_what_is_wrong_with_what_the_register_has(town: Town) -> None:
    token, draft = await _draft(town)
    assert draft["form"][UNTIL] == RUN_OUT
    (unfit,) = draft["unfit"]
    assert (unfit["field"], unfit["label"]) == (UNTIL, "认定到哪天")
    assert unfit["told"].startswith("认定已经到期，请先到镇街续办")
    assert "请先到登记的部门更正" in unfit["told"]
    assert "请到窗口问工作人员" in unfit["told"]
    form = (await town.get(f"/api/v1/items/{ITEM}/form", token=token)).json
    assert next(each["note"] for each in form["filled"] if each["key"] == UNTIL) == unfit["told"]
    assert unfit["told"] in form["notes"]


async def test_it_is_saved_again_and_refused_when_handed_in(town: Town) -> None:
    token, draft = await _draft(town)
    path = f"/api/v1/cases/{draft['id']}"
    whole = {"version": draft["version"], "form": {**draft["form"], "phone": "16909900002"}}
    saved = await town.put(path, whole, token=token)
    assert saved.status == 200, saved.text
    refused = await town.post(f"{path}/submit", {"version": saved.json["version"]}, token=token)
    told = {each["pointer"]: each["detail"] for each in refused.json["errors"]}
    assert (refused.status, told[f"/form/{UNTIL}"]) == (422, draft["unfit"][0]["told"])
    typed = await town.put(path, {"version": saved.json["version"], "form": {**draft["form"], UNTIL: "2026-05-31"}}, token=token)
    assert (typed.status, typed.json["errors"][0]["pointer"]) == (422, f"/form/{UNTIL}"), "what somebody types is refused as ever"
    assert "登记的部门" not in typed.json["errors"][0]["detail"]
    mended = await town.put(path, {"version": saved.json["version"], "form": {**draft["form"], UNTIL: "2027-06-30"}}, token=token)
    assert (mended.status, mended.json["unfit"]) == (200, []), mended.text

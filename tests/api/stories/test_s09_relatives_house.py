"""S9: 积分制入户. Whose house it is says yes under their own identity before somebody's household is moved into it."""

from typing import Any

from tests.api.stories.counterparts import act, answered, asked, photo
from tests.api.stories.points import OFFICE, RECEPTION, RIVAL, opened, places, with_points
from tests.factories import Town

OWNER, WIFE = "zhao-peng", "chen-jie"
HOUSE = {"town": "罗溪街道", "detail": "东湖花园6栋302"}


async def asked_for(town: Town, *owners: str) -> tuple[str, dict[str, Any]]:
    """Somebody with points who wants to settle in a relative's house, handed in with a picture of its title; token and case."""
    token = await town.proven(RIVAL)
    await with_points(town, token, 130)
    await opened(town, OFFICE, "points-settle", quota=2)
    named = [{**{key: town.document(code)[key] for key in ("name", "id_number")}, "relation": "表哥"} for code in owners]
    form = places(town, RIVAL, household_kind="relatives", household_address=HOUSE, house_owners=named)
    draft = await town.made("/api/v1/cases", {"item": "points-settle", "form": form}, token)
    body = {"version": draft["version"], "materials": {"house_title": {"files": [await photo(town, token, "points-settle", "red")]}}}
    saved = await town.put(f"/api/v1/cases/{draft['id']}", body, token=token)
    assert saved.status == 200, saved.text
    return token, await act(town, token, saved.json, "submit", staff=False)


async def test_every_owner_of_the_house_agrees_from_their_phone_and_then_it_is_accepted(town: Town) -> None:
    owner, wife, clerk = await town.proven(OWNER), await town.proven(WIFE), await town.staff(RECEPTION)
    _, case = await asked_for(town, OWNER, WIFE)
    assert "正在等赵鹏、陈洁" in case["state"]["sentence"]
    assert "confirmation_asked" in await town.told(owner)
    page = await asked(town, owner)
    assert (page["applicant"], page["name"]) == ("邓晓芳", "产权人同意落户")
    shown = {each["key"]: each for each in page["shown"]}
    assert set(shown) == {"applicant_name", "household_address", "house_owners", "family"}, "their points and phone are not the owner's"
    assert town.document(WIFE)["id_number"] not in str(page)
    unsaid = await town.post(f"/api/v1/obligations/{page['id']}/confirm", {"digest": page["digest"], "answers": {}}, token=owner)
    assert (unsaid.status, unsaid.json["errors"][0]["pointer"]) == (422, "/answers/agrees")
    await answered(town, owner, page, "confirm", answers={"agrees": True})

    seen = await act(town, clerk, case, "claim")
    await act(town, clerk, seen, "pass-material", materials=["house_title"])
    now = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=clerk)).json
    early = await town.post(f"/api/v1/staff/cases/{case['id']}/accept", {"version": now["version"]}, token=clerk)
    assert (early.status, "要由陈洁完成" in early.json["detail"]) == (409, True)
    await answered(town, wife, await asked(town, wife), "confirm", answers={"agrees": True})
    accepted = await act(town, clerk, case, "accept")
    assert accepted["state"]["state"] == "accepted"
    assert {each["name"]: each["met_by"] for each in accepted["obligations"] if each["kind"]["code"] == "confirmation"}


async def test_an_owner_who_does_not_agree_sends_it_back_in_words(town: Town) -> None:
    owner = await town.proven(OWNER)
    token, case = await asked_for(town, OWNER)
    await answered(town, owner, await asked(town, owner), "decline", reason="家里已经有人要迁进来了")
    assert "obligation_sent_back" in await town.told(token)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json
    assert mine["state"]["state"] == "correction"
    [defect] = mine["returns"][0]["defects"]
    assert defect["advice"].startswith("赵鹏没有同意：家里已经有人要迁进来了"), defect
    changed = {key: value for key, value in mine["form"].items() if key not in ("house_owners", "household_address")}
    body = {"version": mine["version"], "form": {**changed, "household_kind": "public"}}
    assert (await town.put(f"/api/v1/cases/{case['id']}", body, token=token)).status == 200
    again = await act(town, token, case, "resubmit", staff=False)
    assert [each for each in again["obligations"] if each["open"]] == [], "nobody's house: nobody is asked"


async def test_an_owner_who_says_nothing_is_reminded_and_then_it_goes_back(town: Town) -> None:
    owner = await town.proven(OWNER)
    token, case = await asked_for(town, OWNER)
    town.world.clock.forward(hours=32)
    await town.world.product.engines.cases.tick()
    assert "obligation_reminder" in await town.told(owner)
    town.world.clock.forward(days=2)
    await town.world.product.engines.cases.tick()
    assert "obligation_lapsed" in await town.told(owner)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json
    assert mine["state"]["state"] == "correction"
    assert "到期没有" in mine["returns"][0]["defects"][0]["advice"]


async def test_who_moves_into_a_house_of_their_own_asks_nobody(town: Town) -> None:
    token = await town.proven(RIVAL)
    await with_points(town, token, 130)
    await opened(town, OFFICE, "points-settle", quota=2)
    form = places(town, RIVAL, household_kind="own_home", household_address=HOUSE)
    draft = await town.made("/api/v1/cases", {"item": "points-settle", "form": form}, token)
    case = await act(town, token, draft, "submit", staff=False)
    assert case["obligations"] == []


async def test_whose_house_it_is_has_to_be_named(town: Town) -> None:
    token = await town.proven(RIVAL)
    form = places(town, RIVAL, household_kind="relatives", household_address=HOUSE)
    draft = await town.made("/api/v1/cases", {"item": "points-settle", "form": form}, token)
    answer = await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]}, token=token)
    assert {"/form/house_owners", "/materials/house_title"} <= {each["pointer"] for each in answer.json["errors"]}, answer.text

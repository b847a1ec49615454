"""Watchers: a son sees how his mother's cases stand, can do nothing, and sees nothing once she ends it."""

from typing import Any

from tests.api.stories.business import act
from tests.factories import ARCHIVE, Town
from tests.payments_world import lost_card
from tests.phone.cards import ANSWERS, UNIFORM, WRONG, drafted

MOTHER, SON = "wang-guifang", "li-qiang"


async def watched(town: Town, **body: Any) -> tuple[str, str, dict[str, Any]]:
    """Tokens of mother and son, and a watch that stands."""
    mother, son = await town.proven(MOTHER), await town.matched(SON)
    offer = await town.made("/api/v1/watches", body, mother)
    scene = offer["invitation"]["token"]
    shown = await town.get(f"/api/v1/watch-invitations/{scene}", token=son)
    assert (shown.status, shown.json["principal"], shown.json["invitation"]) == (200, "王*芳", None)
    taken = await town.post(f"/api/v1/watches/{offer['id']}/accept", {"token": scene}, token=son)
    assert (taken.status, taken.json["state"], taken.json["mine"]) == (200, "active", False), taken.text
    return mother, son, offer


async def seen(town: Town, token: str, watch: dict[str, Any]) -> list[tuple[str, str]]:
    answer = await town.get(f"/api/v1/watches/{watch['id']}/cases", token=token)
    assert answer.status == 200, answer.text
    return [(each["item_name"], each["status"]) for each in answer.json["items"]]


async def test_a_watcher_sees_words_of_progress_and_can_do_nothing(town: Town) -> None:
    mother, son, watch = await watched(town)
    proof = await town.certified(mother, ARCHIVE)
    await town.made("/api/v1/cases", {"item": "longevity"}, mother)  # not handed in: no progress yet
    assert await seen(town, son, watch) == [("人事档案存放证明", "已办结")]
    [case] = [each for each in (await town.get("/api/v1/cases", token=mother)).json["items"] if each["item"] == "archive-proof"]
    for path in (f"cases/{case['id']}", f"cases/{case['id']}/form", f"certificates/{proof['id']}"):
        assert (await town.get(f"/api/v1/{path}", token=son)).status == 404, path
    assert (await town.post(f"/api/v1/cases/{case['id']}/urge", {"version": case["version"]}, token=son)).status == 404


async def test_only_the_chosen_cases_are_seen(town: Town) -> None:
    mother = await town.proven(MOTHER)
    draft = await town.made("/api/v1/cases", {"item": "longevity"}, mother)
    son = await town.matched(SON)
    offer = await town.made("/api/v1/watches", {"cases": [draft["id"]]}, mother)
    assert offer["items"] == ["长寿保健金（高龄津贴）申领"]
    await town.post(f"/api/v1/watches/{offer['id']}/accept", {"token": offer["invitation"]["token"]}, token=son)
    await town.certified(mother, ARCHIVE)
    assert await seen(town, son, offer) == []
    other = await town.post("/api/v1/watches", {"cases": [draft["id"]]}, token=son)
    assert (other.status, other.json["errors"][0]["pointer"]) == (422, "/cases")


async def test_each_look_is_logged_and_the_mother_is_told_who_watches(town: Town) -> None:
    mother, son, watch = await watched(town)
    await seen(town, son, watch)
    log = (await town.get("/api/v1/me/access-log", token=mother)).json["items"]
    assert [(each["subject"], each["purpose"]) for each in log] == [("办件进度", "关注办件进度")]
    assert "watch_accepted" in await town.told(mother)
    assert [each["watcher"] for each in (await town.get("/api/v1/watches", token=mother)).json["items"]] == ["李*"]


async def test_one_act_ends_it_and_nothing_is_seen_any_more(town: Town) -> None:
    mother, son, watch = await watched(town)
    ended = await town.post(f"/api/v1/watches/{watch['id']}/end", {}, token=mother)
    assert (ended.status, ended.json["state"], ended.json["ends"]) == (200, "ended", False)
    assert (await town.post(f"/api/v1/watches/{watch['id']}/end", {}, token=son)).status == 200
    assert (await town.get(f"/api/v1/watches/{watch['id']}/cases", token=son)).status == 403
    for token in (mother, son):
        assert (await town.get("/api/v1/watches", token=token)).json["items"] == []


async def test_an_invitation_is_taken_once_in_time_and_by_somebody_else(town: Town) -> None:
    mother, son = await town.proven(MOTHER), await town.matched(SON)
    offer = await town.made("/api/v1/watches", {}, mother)
    path, body = f"/api/v1/watches/{offer['id']}/accept", {"token": offer["invitation"]["token"]}
    assert (await town.get(f"/api/v1/watches/{offer['id']}/code", token=mother)).status == 200
    assert (await town.get(f"/api/v1/watches/{offer['id']}/code", token=son)).status == 404
    assert (await town.post(path, body, token=mother)).status == 409
    assert (await town.post(path, {"token": "0" * 16}, token=son)).status == 404
    assert (await town.post(f"/api/v1/watches/watch_{'0' * 26}/accept", body, token=son)).status == 404
    town.world.clock.forward(days=8)
    assert (await town.post(path, body, token=son)).status == 404
    assert (await town.get("/api/v1/watches", token=mother)).json["items"] == []


async def test_no_more_than_twenty_watch_at_once(town: Town) -> None:
    mother = await town.proven(MOTHER)
    for _ in range(20):
        await town.made("/api/v1/watches", {}, mother)
    answer = await town.post("/api/v1/watches", {}, token=mother)
    assert (answer.status, answer.json["type"]) == (409, "/problems/wrong_state")


async def test_both_export_it_and_it_goes_with_either(town: Town) -> None:
    mother, son, watch = await watched(town)
    for token, other in ((mother, "李*"), (son, "王*芳")):
        [kept] = (await town.get("/api/v1/me/export", token=token)).json["records"]["watches"]
        assert (kept["id"], kept["other"], kept["mine"]) == (watch["id"], other, token == mother)
    await town.world.settle()
    assert (await town.send("DELETE", "/api/v1/me", token=son)).status == 200
    await town.world.settle()
    stored = await town.world.store.watches.get(watch["id"])
    assert stored is not None
    assert (stored["watcher"], stored["watcher_name"], stored["state"]) == (None, "", "ended")
    assert "李强" not in str(stored)
    assert (await town.send("DELETE", "/api/v1/me", token=mother)).status == 200
    await town.world.settle()
    assert await town.world.store.watches.get(watch["id"]) is None


async def test_whose_turn_it_is_and_until_when_is_told_to_who_watches(town: Town) -> None:
    mother, son, watch = await watched(town)
    proof = await town.certified(mother, ARCHIVE)
    case = await lost_card(town, mother)
    looked = (await town.get(f"/api/v1/watches/{watch['id']}/cases", token=son)).json["items"]
    turns = {each["item_name"]: each["turn"] for each in looked}
    assert turns[case["item_name"]].startswith("等办事的人缴费，最晚12月")
    assert turns["人事档案存放证明"] == "", f"{proof['id']} is over"


async def test_a_turn_of_the_office_and_one_to_mend_are_told_apart(town: Town) -> None:
    mother, son, watch = await watched(town)

    async def told() -> str:
        [only] = (await town.get(f"/api/v1/watches/{watch['id']}/cases", token=son)).json["items"]
        return only["turn"]

    case = await act(
        town,
        mother,
        await drafted(town, mother, UNIFORM, {**ANSWERS, "card_name": "王桂芳", "phone": "16909900001"}),
        "pre-review",
        staff=False,
    )
    assert (await told()).startswith("等工作人员办，最晚11月")
    clerk = await town.staff("huanglijuan")
    await act(town, clerk, case, "claim")
    town.world.clock.forward(days=9)
    assert (await told()).endswith("的期限已经过了")
    await act(town, clerk, case, "pass-material", materials=["resident_card"])
    await act(town, clerk, case, "return", defects=list(WRONG))
    assert await told() == "等办事的人补正"

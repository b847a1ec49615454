"""授权核实: one of the staff takes a waiting grant on, sees whose it is, and that look is logged; a call that reached nobody is noted."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from backend.clock import SHANGHAI
from tests.api.test_call_backs import CALL, HEARD, asked, taken, waiting
from tests.factories import Town

LIST = "/api/v1/staff/grants"
DAY_OF_CALL = datetime(2026, 11, 25, 9, tzinfo=SHANGHAI)  # a Wednesday, in the half-day asked for


async def _row(town: Town, name: str) -> dict[str, Any]:
    """The one grant that waits, as somebody's list shows it."""
    [row] = (await town.get(LIST, token=await town.staff(name))).json["items"]
    return row


async def test_the_list_is_masked_until_one_of_them_takes_it_on(town: Town) -> None:
    _, grant = await waiting(town)
    mother = town.citizen("wang-guifang")
    row = await _row(town, "linxiaoyan")
    listed = str(row)
    assert mother.id_number not in listed
    assert CALL["phone"] not in listed
    assert mother.name not in listed
    assert (row["principal"]["name"], row["evidence"], row["in_hand"], row["actions"]) == ("王*芳", [], None, [])
    looks = await town.world.store.audit.count({"action": "grant.read"})
    assert looks == 0, "a masked list is a look at nobody"
    town.world.clock.at = DAY_OF_CALL
    officer = await town.staff("liufang")
    mine = await taken(town, grant, officer, early=False)
    assert (mine["principal"]["id_number"], mine["call_back"]["phone"], mine["in_hand"]["mine"]) == (mother.id_number, CALL["phone"], True)
    assert mine["in_hand"]["until"] == "2026-11-25T17:00:00+08:00", "as long as the shift"
    theirs = (await _row(town, "linxiaoyan"))["in_hand"]
    assert (theirs["by_name"], theirs["at"], theirs["mine"]) == ("柳芳", "2026-11-25T09:00:00+08:00", False)
    other = await town.staff("linxiaoyan")
    refused = await town.post(f"{LIST}/{grant['id']}/claim", {}, token=other)
    assert (refused.status, refused.json["type"]) == (409, "/problems/stale_version")
    assert "柳芳 11月25日 周三 上午9:00认领了这份授权" in refused.json["detail"]
    assert (await town.get(f"{LIST}/{grant['id']}/evidence/{mine['evidence'][0]}", token=other)).status == 409
    body = {"confirmed": True, "note": "已听取", "version": mine["version"], "heard": HEARD}
    assert (await town.post(f"{LIST}/{grant['id']}/check", body, token=other)).status == 409
    assert (await town.post(f"{LIST}/{grant['id']}/give-back", {}, token=other)).status == 409
    given = await town.post(f"{LIST}/{grant['id']}/give-back", {}, token=officer)
    assert (given.status, given.json["in_hand"], given.json["principal"]["name"]) == (200, None, "王*芳")
    assert (await taken(town, grant, other, early=False))["in_hand"]["mine"]


async def test_what_is_in_hand_when_the_shift_ends_is_everybodys_again(town: Town) -> None:
    _, grant = await waiting(town)
    town.world.clock.at = DAY_OF_CALL
    await taken(town, grant, await town.staff("liufang"))
    town.world.clock.at = DAY_OF_CALL.replace(hour=17)
    assert (await _row(town, "linxiaoyan"))["in_hand"] is None
    assert (await taken(town, grant, await town.staff("linxiaoyan")))["in_hand"]["by_name"] == "林晓燕"


async def test_an_auditor_finds_who_saw_somebody_who_was_never_registered(town: Town) -> None:
    _, grant = await waiting(town)
    auditor = await town.head("cuimingcha")
    mother = town.citizen("wang-guifang")
    about = {"id_number": mother.id_number, "purpose": "投诉"}
    unknown = await town.post("/api/v1/staff/audit/log-of-person", about, token=auditor, key="")
    assert (unknown.status, "没有用这个证件登记过的人" in unknown.json["detail"]) == (404, True)
    officer = await town.staff("liufang")
    await taken(town, grant, officer)
    await town.world.settle()
    found = (await town.post("/api/v1/staff/audit/log-of-person", about, token=auditor, key="")).json["items"]
    assert {(each["actor"], each["action"]) for each in found} >= {("柳芳", "grant.read"), ("柳芳", "grant.taken_on")}
    hers = (await town.get("/api/v1/me/access-log", token=await town.proven("wang-guifang"))).json["items"]
    assert "柳芳" in str(hers), "who registers later sees who looked before"
    found = (await town.post("/api/v1/staff/audit/log-of-person", about, token=auditor, key="")).json["items"]
    assert ("柳芳", "grant.read") in {(each["actor"], each["action"]) for each in found}, "and so does the auditor"


async def test_a_call_before_its_time_needs_a_word(town: Town) -> None:
    _, grant = await waiting(town)
    officer = await town.staff("liufang")
    row = await _row(town, "liufang")
    assert (row["call_back"]["due"], row["call_back"]["not_before"]) == (False, "2026-11-25T09:00:00+08:00")
    early = await town.post(f"{LIST}/{grant['id']}/claim", {}, token=officer)
    assert (early.status, "约好11月25日 周三 上午9:00以后" in early.json["detail"]) == (409, True)
    assert (await taken(town, grant, officer, early=True))["in_hand"]["mine"], "she came by herself"


async def test_a_call_nobody_answered_waits_for_the_next(town: Town) -> None:
    _, grant = await waiting(town)
    town.world.clock.at = DAY_OF_CALL
    officer, path = await town.staff("liufang"), f"{LIST}/{grant['id']}"
    first = await town.post(f"{path}/tries", {"outcome": "no_answer"}, token=officer)
    assert (first.status, "请先认领" in first.json["detail"]) == (409, True)
    await taken(town, grant, officer, early=False)
    unsaid = await town.post(f"{path}/tries", {"outcome": "later"}, token=officer)
    assert (unsaid.status, "下次打电话的时间" in unsaid.text) == (422, True)
    for when in (DAY_OF_CALL, DAY_OF_CALL + timedelta(days=15)):
        wrong = await town.post(f"{path}/tries", {"outcome": "later", "again_at": when.isoformat()}, token=officer)
        assert (wrong.status, wrong.json["errors"][0]["pointer"]) == (422, "/again_at")
    noted = await town.post(f"{path}/tries", {"outcome": "engaged"}, token=officer)
    call = noted.json["call_back"]
    assert (noted.json["in_hand"], call["due"], call["not_before"]) == (None, False, "2026-11-25T09:30:00+08:00")
    [tried] = call["tries"]
    assert (tried["by_name"], tried["outcome_label"], tried["at"]) == ("柳芳", "占线", "2026-11-25T09:00:00+08:00")
    assert (await town.post(f"{path}/claim", {}, token=await town.staff("linxiaoyan"))).status == 409
    town.world.clock.at = DAY_OF_CALL + timedelta(minutes=30)
    await taken(town, grant, await town.staff("linxiaoyan"), early=False)


async def test_no_call_is_noted_of_a_guardianship(town: Town) -> None:
    claim = {"basis": "guardianship", "principal": town.document("wang-guifang"), "items": []}
    grant = await town.made("/api/v1/grants", claim, await town.proven("li-min"))
    window = await town.staff("nichen")
    await taken(town, grant, window)
    answer = await town.post(f"{LIST}/{grant['id']}/tries", {"outcome": "engaged"}, token=window)
    assert (answer.status, "不用打电话" in answer.json["detail"]) == (409, True)


@pytest.mark.parametrize("repeated", [True, False])
async def test_a_claim_is_made_once(town: Town, repeated: bool) -> None:
    """The same key twice is one act; another page of the same person takes on what is theirs already, without harm."""
    daughter = await town.matched("li-min")
    grant = await town.made("/api/v1/grants", await asked(town, daughter), daughter)
    officer, path = await town.staff("liufang"), f"{LIST}/{grant['id']}/claim"
    answers = [await town.post(path, {"early": True}, token=officer, key="once" if repeated else f"key-{n}") for n in range(2)]
    assert [each.status for each in answers] == [200, 200]
    assert answers[1].json["version"] - answers[0].json["version"] == int(not repeated)

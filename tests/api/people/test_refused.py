"""What was refused stands in the audit log: log-ins, the locking of an account, looks. Who guards and who audits finds it; no password does."""

from typing import Any

import pytest

from backend.refusals import _LOOKS
from tests.api.people.test_standins import ZHOU, accepted, seated
from tests.factories import Town
from tests.unit.test_acts_words import WORDS

LOG = "/api/v1/staff/audit/log"
REFUSED = "/api/v1/staff/audit/refused"
GUESS = "guess-1234-Secret"


async def tries(town: Town, username: str, password: str = GUESS) -> int:
    return (await town.post("/api/v1/staff/sessions", {"username": username, "password": password, "bearer": True}, key="")).status


async def refused(town: Town, by: str = "hongan") -> list[tuple[str, str, str]]:
    answer = await town.get(REFUSED, token=await seated(town, by))
    assert answer.status == 200, answer.text
    return [(each["action"], each["actor"], each["detail"]["count"]) for each in answer.json["items"]]


async def test_guessed_passwords_and_the_lock_are_two_rows_that_count(town: Town) -> None:
    assert [await tries(town, "zhouzhiyuan") for _ in range(7)] == [401] * 5 + [429] * 2
    whose = "没有登录的人，用周志远（zhouzhiyuan）的账号"
    rows = {("staff.login_refused", whose, "7"), ("staff.locked", whose, "1")}
    assert set(await refused(town, "hongan")) == set(await refused(town, "cuimingcha")) == rows
    found = (await town.get(LOG, token=await seated(town, "cuimingcha"), staff=ZHOU)).json["items"]
    told = {each["action_label"]: each["purpose"] for each in found}
    assert told["工作人员账号：连续输错，锁定15分钟"] == "1次，网络地址 127.0.0.1"
    assert told["工作人员登录：没有成功"].startswith("7次，最后一次 ")
    assert told["工作人员登录：没有成功"].endswith("，网络地址 127.0.0.1")


async def test_nothing_that_was_typed_is_kept_and_who_gets_in_is_no_row(town: Town) -> None:
    assert await tries(town, "nobody-of-that-name", "Yici-demo-2026") == 401
    assert await tries(town, GUESS.casefold()) == 401  # a password typed where the name belongs
    assert await tries(town, "zhouzhiyuan", "Yici-demo-2026") == 201
    assert await refused(town) == [("staff.login_refused", "没有登录的人，用户名不存在", "2")]
    assert GUESS.casefold() not in str(await town.world.store.audit.find({}))


async def test_a_row_counts_for_its_quarter_and_is_sealed_after_it(town: Town) -> None:
    audit, clock = town.world.product.engines.audit, town.world.clock
    await tries(town, "zhouzhiyuan")
    await audit.tick()
    [row] = await town.world.store.audit.find({"action": "staff.login_refused"})
    assert row["batch"] is None, "it still counts"
    clock.forward(minutes=17)
    await tries(town, "zhouzhiyuan")
    await audit.tick()
    assert [count for _, _, count in await refused(town)] == ["1", "1"]
    [old] = [each for each in await town.world.store.audit.find({"action": "staff.login_refused"}) if each["_id"] == row["_id"]]
    assert (old["batch"] is not None, old["detail"]["count"]) == (True, 1)
    assert await audit.verify_chain() == []
    await town.world.store.audit.change_many({"_id": row["_id"]}, {"$set": {"detail.count": 0}})
    assert await audit.verify_chain() != [], "nobody makes it less afterwards"


async def test_a_look_at_anothers_case_that_was_refused_is_a_row(town: Town) -> None:
    _, case = await accepted(town)
    stranger, phone = await town.staff("wenyiming"), await town.staff("gaoyuan")
    for token in (stranger, stranger, phone):
        assert (await town.get(f"/api/v1/staff/cases/{case['id']}", token=token)).status == 403
    assert (await town.get("/api/v1/staff/audit/log", token=stranger)).status == 403  # of nobody: a page they do not have
    assert set(await refused(town)) == {("case.access_refused", "闻一鸣", "2"), ("case.access_refused", "高远", "1")}
    [row] = await town.world.store.audit.find({"action": "case.access_refused", "actor.name": "闻一鸣"})
    assert (row["subject"], row["detail"]["which"]) == (f"cases/{case['id']}", [case["id"]] * 2)
    assert (await town.get(REFUSED, token=await seated(town, "taosiyuan"))).status == 403, "who sets accounts up does not watch over them"


@pytest.mark.parametrize(
    "action", ["staff.login_refused", "staff.locked", *(f"{subject}.access_refused" for subject, _ in _LOOKS.values())]
)
def test_what_is_refused_has_words(action: str) -> None:
    assert WORDS.of(action) != action


async def test_a_colleague_who_mistypes_their_own_password_five_times_is_a_row(town: Town) -> None:
    token: Any = await town.staff("zhouzhiyuan")
    change = {"password": GUESS, "new_password": "Another-word-2026"}
    assert [(await town.put("/api/v1/staff/me/password", change, token=token)).status for _ in range(5)] == [422] * 5
    assert await refused(town) == [("staff.locked", "周志远", "1")]

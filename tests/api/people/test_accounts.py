"""Accounts of roles that decide or need a one-time password: proposed by one administrator, agreed to by another; nobody becomes another one alone."""

from typing import Any

import pytest

from tests.api.people.test_standins import named, seated
from tests.client import Answer
from tests.factories import Town

ACCOUNTS = "/api/v1/staff/accounts"
SECRETS = ("password_hash", "password_first", "totp_secret")
LOST = {"reason": "手机丢了，动态口令用不了"}


async def account_of(town: Town, username: str) -> dict[str, Any]:
    return (await town.get(ACCOUNTS, token=await seated(town, "taosiyuan"), find=username)).json["items"][0]


async def does(town: Town, by: str, username: str, verb: str, **more: Any) -> Answer:
    account = await account_of(town, username)
    return await town.post(
        f"{ACCOUNTS}/{account['id']}/{verb}", {"version": account["version"], **more}, token=await seated(town, by), key=""
    )


async def resets(town: Town, by: str, username: str) -> Answer:
    account = await account_of(town, username)
    return await town.post(f"{ACCOUNTS}/{account['id']}/reset", LOST, token=await seated(town, by), key="")


@pytest.mark.parametrize("username", ["cuimingcha", "hongan", "xuwenjing", "yanzheng", "wuminyi"])
async def test_a_system_administrator_alone_does_not_become_somebody_with_power(town: Town, username: str) -> None:
    before = await town.world.store.staff.find_one({"username": username}) or {}
    asked = await resets(town, "taosiyuan", username)
    assert (asked.status, asked.json["password"]) == (200, None)
    assert "另一位管理员" in asked.json["detail"]
    assert (asked.json["staff"]["proposed"]["mine"], asked.json["staff"]["proposed"]["own"]) == (False, True)
    kept = await town.world.store.staff.find_one({"username": username}) or {}
    assert [kept[each] for each in SECRETS] == [before[each] for each in SECRETS], "nothing has changed yet"
    assert (await does(town, "taosiyuan", username, "agree")).status == 403, "nor do they agree to it"


async def test_a_second_administrator_agrees_and_hands_the_password_over(town: Town) -> None:
    await resets(town, "taosiyuan", "cuimingcha")
    auditor = await seated(town, "cuimingcha")
    again = await resets(town, "taosiyuan", "cuimingcha")
    assert (again.status, "等同意" in again.json["detail"]) == (409, True)
    assert (await does(town, "cuimingcha", "cuimingcha", "agree")).status == 403, "not about oneself"
    waiting = (await town.get(ACCOUNTS, token=await seated(town, "hongan"), proposed="true")).json["items"]
    assert [(each["username"], each["proposed"]["label"], each["proposed"]["mine"]) for each in waiting] == [
        ("cuimingcha", "重置密码和动态口令", True)
    ]
    stale = await does(town, "hongan", "cuimingcha", "agree", version=0)
    assert (stale.status, stale.json["type"]) == (409, "/problems/stale_version")
    agreed = await does(town, "hongan", "cuimingcha", "agree")
    assert (agreed.status, agreed.json["staff"]["proposed"]) == (200, None)
    assert (await town.get("/api/v1/staff/me", token=auditor)).status == 401
    logged = await town.post(
        "/api/v1/staff/sessions", {"username": "cuimingcha", "password": agreed.json["password"], "bearer": True}, key=""
    )
    assert logged.json["staff"]["duties"] == ["password", "totp"]
    assert (await does(town, "hongan", "cuimingcha", "agree")).status == 409, "once"
    [event] = [
        each
        for each in (await town.world.store.staff.find_one({"username": "cuimingcha"}) or {})["events"]
        if each["action"] == "staff.reset"
    ]
    assert event["detail"]["reason"] == LOST["reason"]
    assert event["detail"]["proposed_by"] == (await account_of(town, "taosiyuan"))["id"]


async def test_about_the_security_administrator_the_auditor_agrees_and_about_nobody_else(town: Town) -> None:
    await resets(town, "taosiyuan", "hongan")
    assert (await does(town, "hongan", "hongan", "agree")).status == 403
    assert (await does(town, "cuimingcha", "hongan", "agree")).json["password"]
    await resets(town, "taosiyuan", "xuwenjing")
    refused = await does(town, "cuimingcha", "xuwenjing", "agree")
    assert (refused.status, "由安全管理员核对后同意" in refused.json["detail"]) == (403, True)


async def test_roles_of_power_are_given_and_taken_by_two(town: Town) -> None:
    admin = await seated(town, "taosiyuan")
    head = await account_of(town, "xuwenjing")
    body = {"roles": ["auditor"], "department": "government_services", "version": head["version"]}
    unsaid = await town.put(f"{ACCOUNTS}/{head['id']}", body, token=admin)
    assert (unsaid.status, [each["pointer"] for each in unsaid.json["errors"]]) == (422, ["/reason"])
    asked = await town.put(f"{ACCOUNTS}/{head['id']}", {**body, "reason": "轮岗"}, token=admin)
    assert (asked.status, asked.json["roles"], asked.json["proposed"]["settings"]["roles"]) == (200, ["chief_representative"], ["auditor"])
    assert (await does(town, "linxiaoyan", "xuwenjing", "decline", reason="不是我的事")).status == 403
    declined = await does(town, "hongan", "xuwenjing", "decline", reason="没有调令")
    assert (declined.status, declined.json["roles"], declined.json["proposed"]) == (200, ["chief_representative"], None)
    await town.put(f"{ACCOUNTS}/{head['id']}", {**body, "reason": "有调令", "version": declined.json["version"]}, token=admin)
    agreed = await does(town, "hongan", "xuwenjing", "agree")
    assert (agreed.json["password"], agreed.json["staff"]["roles"]) == (None, ["auditor"])


async def test_a_new_account_of_power_lets_nobody_in_before_a_second_person_agreed(town: Town) -> None:
    new = {"name": "岑小雨", "username": "cenxiaoyu", "roles": ["security_admin"], "department": "government_services"}
    admin = await seated(town, "taosiyuan")
    unsaid = await town.post(ACCOUNTS, new, token=admin, key="")
    assert (unsaid.status, [each["pointer"] for each in unsaid.json["errors"]]) == (422, ["/reason"])
    made = await town.post(ACCOUNTS, {**new, "reason": "洪安调走，接他的班"}, token=admin, key="")
    assert (made.status, made.json["password"]) == (201, None)
    tried = await town.post("/api/v1/staff/sessions", {"username": "cenxiaoyu", "password": " ", "bearer": True}, key="")
    assert tried.status == 401
    taken_back = await does(town, "taosiyuan", "cenxiaoyu", "decline", reason="人不来了")
    assert (taken_back.json["disabled"], taken_back.json["proposed"]) == (True, None)
    other = await town.post(ACCOUNTS, {**new, "username": "cenxiaoyu2", "reason": "洪安调走，接他的班"}, token=admin, key="")
    assert other.status == 201
    first = (await does(town, "hongan", "cenxiaoyu2", "agree")).json["password"]
    logged = await town.post("/api/v1/staff/sessions", {"username": "cenxiaoyu2", "password": first, "bearer": True}, key="")
    assert logged.json["staff"]["duties"] == ["password", "totp"]


async def test_one_s_own_account_is_neither_reset_nor_changed(town: Town) -> None:
    refused = await resets(town, "taosiyuan", "taosiyuan")
    assert (refused.status, "不能重置自己的账号" in refused.json["detail"]) == (403, True)


async def test_a_reviewer_is_made_and_given_the_role_by_two(town: Town) -> None:
    """Also by whoever is none yet: a clerk who is to decide from now on."""
    admin = await seated(town, "taosiyuan")
    new = {"name": "岑小雨", "username": "cenxiaoyu", "roles": ["receptionist", "reviewer"], "department": "civil_affairs"}
    made = await town.post(ACCOUNTS, {**new, "reason": "新来的审批员"}, token=admin, key="")
    assert (made.status, made.json["password"]) == (201, None), made.text
    assert (await does(town, "hongan", "cenxiaoyu", "agree")).json["password"]
    clerk = await account_of(town, "linxiaoyan")
    body = {"roles": [*clerk["roles"], "reviewer"], "department": clerk["department"], "hall": clerk["hall"], "version": clerk["version"]}
    unsaid = await town.put(f"{ACCOUNTS}/{clerk['id']}", body, token=admin)
    assert (unsaid.status, [each["pointer"] for each in unsaid.json["errors"]]) == (422, ["/reason"])
    asked = await town.put(f"{ACCOUNTS}/{clerk['id']}", {**body, "reason": "轮岗"}, token=admin)
    assert (asked.status, asked.json["roles"]) == (200, clerk["roles"])


async def test_who_stands_in_for_a_reviewer_is_reset_by_two(town: Town) -> None:
    """A clerk of no such role is reset by one, until they are to decide for a colleague who is away."""
    assert (await account_of(town, "zhouzhiyuan"))["roles"] == ["pre_reviewer"]
    alone = await resets(town, "taosiyuan", "zhouzhiyuan")
    assert alone.json["password"]
    await named(town)
    asked = await resets(town, "taosiyuan", "zhouzhiyuan")
    assert (asked.status, asked.json["password"], asked.json["staff"]["proposed"]["kind"]) == (200, None, "reset")

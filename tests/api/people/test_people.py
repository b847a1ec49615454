"""Citizens and staff over HTTP, against the stand-ins of WeChat, SMS, population register and network identity."""

from datetime import timedelta

import pytest
from pyotp.totp import TOTP

from models.acts import Act, Role, SystemActor
from models.staff import NewStaff
from tests.people_edge import PASSWORD, Edge
from tests.sandbox_control import SandboxProcess

LONG_TOKEN = "x" * 300


async def test_from_first_log_in_to_level_two(edge: Edge) -> None:
    token = await edge.login("wang-guifang")
    me = await edge.get("/api/v1/me", token=token)
    assert (me.status, me.json["level"], me.json["name"]) == (200, 0, "")
    bound = await edge.bind(token, "wang-guifang")
    assert bound.status == 200
    assert bound.json["level"] == 1
    assert bound.json["name"] == "王桂芳"
    assert bound.json["id_number"] == "9901**********0025"
    assert bound.json["phone"] == "169****0001"
    assert edge.citizen("wang-guifang").id_number not in bound.text
    started = await edge.post("/api/v1/me/identity/verifications", {"purpose": "开具证明"}, token=token, key="")
    assert started.status == 201
    waiting = {"method": "network_identity", "token": started.json["token"]}
    early = await edge.post("/api/v1/me/identity/proofs", waiting, token=token)
    assert (early.status, "还没有在手机上确认" in early.json["detail"]) == (422, True)
    await edge.sandbox.call("POST", f"identity/verifications/{started.json['token']}/decision", {"agree": True})
    proven = await edge.post("/api/v1/me/identity/proofs", waiting, token=token)
    assert (proven.status, proven.json["level"], proven.json["proof_method"]) == (201, 2, "network_identity")


async def test_every_document_kind_of_the_demo_district_binds(edge: Edge) -> None:
    seen: set[str] = set()
    for person in edge.district.citizens:
        if person.died or person.document_type in seen or person.phone is None:
            continue
        answer = await edge.bind(await edge.login(person.code), person.code)
        assert answer.status == 200, (person.code, answer.text)
        seen.add(person.document_type)
    assert len(seen) == 6


async def test_what_is_wrong_with_an_identity_is_said_in_its_place(edge: Edge) -> None:
    token = await edge.login("li-min")
    phone = edge.citizen("li-min").phone
    await edge.post("/api/v1/sms-codes", {"phone": phone}, token=token, key="")
    good = {**edge.document("li-min"), "phone": phone, "sms_code": await edge.sandbox.sms_code(str(phone))}
    cases = [
        ({"id_number": "990101197009120062"}, "/id_number"),
        ({"id_number": "99010119700912006"}, "/id_number"),
        ({"name": "李明"}, "/name"),
        ({"sms_code": "000000" if good["sms_code"] != "000000" else "000001"}, "/sms_code"),
        ({"phone": "12345"}, "/phone"),
        ({"name": "名" * 61}, "/name"),
        ({"document_type": "library_card"}, "/document_type"),
        ({"level": 2}, "/level"),
    ]
    for change, pointer in cases:
        answer = await edge.put("/api/v1/me/identity", {**good, **change}, token=token)
        assert (answer.status, [each["pointer"] for each in answer.json["errors"]]) == (422, [pointer]), change
        assert str(good["id_number"]) not in answer.text
    assert (await edge.get("/api/v1/me", token=token)).json["level"] == 0


async def test_the_dead_of_the_register_are_told_where_to_go(edge: Edge) -> None:
    answer = await edge.bind(await edge.login("li-deshan"), "li-deshan", phone="16900000099")
    assert (answer.status, "户口簿" in answer.json["detail"]) == (409, True)


async def test_a_code_is_not_sent_twice_a_minute_and_says_when_again(edge: Edge) -> None:
    token = await edge.login("li-min")
    first = await edge.post("/api/v1/sms-codes", {"phone": "16900000001"}, token=token, key="")
    assert (first.status, first.json["phone"]) == (202, "169****0001")
    second = await edge.post("/api/v1/sms-codes", {"phone": "16900000001"}, token=token, key="")
    assert second.status == 429
    assert 0 < int(second.headers["Retry-After"]) <= 61


@pytest.mark.parametrize("service", ["population", "sms", "wechat", "identity"])
async def test_a_service_outside_that_is_down_is_a_clear_problem(edge: Edge, service: str) -> None:
    citizen, clerk = await edge.matched("li-min"), await edge.staff("linxiaoyan")
    requests: dict[str, tuple[str, dict[str, str], str]] = {
        "population": ("/api/v1/staff/people", edge.document("li-qiang"), clerk),
        "sms": ("/api/v1/sms-codes", {"phone": "16900000055"}, citizen),
        "wechat": ("/api/v1/sessions", {"code": "demo:li-qiang"}, ""),
        "identity": ("/api/v1/me/identity/proofs", {"method": "network_identity", "token": "demo:li-min"}, citizen),
    }
    path, body, token = requests[service]
    await edge.sandbox.switch(service, down=True)
    down = await edge.post(path, body, token=token)
    assert (down.status, "请过几分钟再试" in down.json["detail"]) == (503, True)
    assert int(down.headers["Retry-After"]) > 0
    await edge.sandbox.switch(service, down=False)
    up = await edge.post(path, body, token=token)
    assert up.status in {200, 201, 202}, up.text


@pytest.mark.parametrize("token", ["", "forged", LONG_TOKEN])
async def test_without_a_token_that_holds_nothing_is_told(edge: Edge, token: str) -> None:
    answer = await edge.get("/api/v1/me", token=token)
    assert (answer.status, answer.json["type"]) == (401, "/problems/unauthenticated")


async def test_a_bad_wechat_code_is_unauthenticated(edge: Edge) -> None:
    answer = await edge.post("/api/v1/sessions", {"code": "nonsense"}, key="")
    assert answer.status == 401


async def test_sessions_are_listed_and_ended(edge: Edge) -> None:
    here, there, third = [await edge.login("li-min") for _ in range(3)]
    listed = await edge.get("/api/v1/me/sessions", token=here)
    assert [each["current"] for each in listed.json["items"]].count(True) == 1
    assert len(listed.json["items"]) == 3
    assert (await edge.delete("/api/v1/sessions/current", token=third)).status == 204
    assert (await edge.get("/api/v1/me", token=third)).status == 401
    other = await edge.login("li-qiang")
    session = listed.json["items"][0]["id"]
    assert (await edge.delete(f"/api/v1/me/sessions/{session}", token=other)).status == 404
    assert (await edge.delete("/api/v1/me/sessions", token=here)).status == 204
    assert [(await edge.get("/api/v1/me", token=token)).status for token in (here, there)] == [401, 401]


async def test_staff_see_where_they_are_logged_in_and_end_what_is_theirs(edge: Edge) -> None:
    here, there, third = [await edge.staff("linxiaoyan") for _ in range(3)]
    listed = (await edge.get("/api/v1/staff/me/sessions", token=here)).json["items"]
    assert ([each["current"] for each in listed].count(True), len(listed)) == (1, 3)
    assert {each["address"] for each in listed} == {"127.0.0.1"}, "where each log-in came from, for whoever's account it is"
    current = {token: await current_of(edge, token) for token in (here, there, third)}
    assert (await edge.delete(f"/api/v1/staff/me/sessions/{current[there]}", token=await edge.staff("zhengkai"))).status == 404
    assert (await edge.get("/api/v1/staff/me", token=there)).status == 200, "a colleague ends nothing of theirs"
    assert (await edge.delete(f"/api/v1/staff/me/sessions/{current[there]}", token=here)).status == 204
    assert [(await edge.get("/api/v1/staff/me", token=token)).status for token in (here, there, third)] == [200, 401, 200]
    assert (await edge.delete("/api/v1/staff/me/sessions", token=here)).status == 204
    assert [(await edge.get("/api/v1/staff/me", token=token)).status for token in (here, third)] == [401, 401]


async def test_a_page_nobody_is_at_keeps_no_session(edge: Edge) -> None:
    """Only what somebody does prolongs it; how long it lasts is told to who asks, and asking alone keeps nothing."""
    left, token = "/api/v1/staff/sessions/current", await edge.staff("linxiaoyan")
    alone = {"Yici-Unattended": "1"}
    me = (await edge.get("/api/v1/staff/me", token=token)).json["id"]
    sessions, now = edge.engines.store.staff_sessions, edge.engines.sessions._wall.now()
    await sessions.change_many({"staff": me}, {"$set": {"seen_at": now - timedelta(minutes=25), "expires_at": now + timedelta(minutes=5)}})
    for path in (left, "/api/v1/staff/me"):
        assert (await edge.get(path, token=token, headers=alone)).status == 200
    told = (await edge.get(left, token=token, headers=alone)).json
    assert (told["staff"], 240 < told["ends_in"] <= 300, 11 * 3600 < told["lasts"] <= 12 * 3600) == (me, True, True)
    assert (await edge.get(left, token=token)).json["ends_in"] > 1700
    await sessions.change_many({"staff": me}, {"$set": {"expires_at": now - timedelta(seconds=1)}})
    assert (await edge.get(left, token=token)).status == 401
    assert (await edge.get(left)).status == 401


async def current_of(edge: Edge, token: str) -> str:
    """The session a token stands for."""
    items = (await edge.get("/api/v1/staff/me/sessions", token=token)).json["items"]
    return next(each["id"] for each in items if each["current"])


async def test_a_clerk_attests_and_the_person_sees_it(edge: Edge) -> None:
    token = await edge.matched("wang-guifang")
    clerk = await edge.staff("linxiaoyan")
    body = {"citizen": edge.document("wang-guifang"), "purpose": "授权女儿代办"}
    answer = await edge.post("/api/v1/staff/proofs", body, token=clerk)
    assert answer.status == 201
    assert (answer.json["person"]["name"], answer.json["method"], answer.json["until"]) == ("王*芳", "counter", "2026-11-24T00:00:00+08:00")
    assert (await edge.get("/api/v1/me", token=token)).json["level"] == 2
    found = await edge.post("/api/v1/staff/people", edge.document("wang-guifang"), token=clerk)
    assert (found.status, found.json["has_account"]) == (200, True)
    log = await edge.get("/api/v1/me/access-log", token=token)
    assert [(each["reader"], each["role"], each["department"], each["purpose"]) for each in log.json["items"]] == [
        ("林晓燕", "窗口受理员", "政务服务和数据管理局", "按证件查找或登记")
    ]
    assert (await edge.post("/api/v1/staff/proofs", body, token=token)).status == 401


async def test_my_data_can_be_exported_and_erased(edge: Edge) -> None:
    token = await edge.matched("li-min")
    export = await edge.get("/api/v1/me/export", token=token)
    assert (export.status, export.json["person"]["name"], export.json["records"]) == (200, "李敏", {"grants": []})
    erased = await edge.delete("/api/v1/me", token=token)
    assert erased.status == 200
    assert "手机号" in erased.json["erased"]
    assert erased.json["kept"]
    assert (await edge.get("/api/v1/me", token=token)).status == 401


async def test_staff_log_in_by_cookie_that_no_script_can_read(edge: Edge) -> None:
    body = {"username": "linxiaoyan", "password": PASSWORD}
    answer = await edge.post("/api/v1/staff/sessions", body, key="")
    assert (answer.status, answer.json["token"], answer.json["staff"]["name"]) == (201, None, "林晓燕")
    [event] = [each["events"][0] for each in await edge.engines.store.staff_sessions.find({})]
    assert (event["action"], event["channel"]) == ("staff_session.started", "console"), "not of the phone, though nobody was known yet"
    assert event["detail"]["address"] == "127.0.0.1"
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    sent = {"Cookie": cookie.split(";")[0]}
    assert (await edge.get("/api/v1/staff/me", headers=sent)).json["username"] == "linxiaoyan"
    forged = {**sent, "Sec-Fetch-Site": "cross-site", "Origin": "https://elsewhere.example"}
    body = {"password": PASSWORD, "new_password": "Quite-long-2027"}
    assert (await edge.put("/api/v1/staff/me/password", body, headers=forged)).status == 403
    own = {**sent, "Sec-Fetch-Site": "same-origin", "Origin": edge.url}
    assert (await edge.put("/api/v1/staff/me/password", body, headers=own)).status == 204
    both = await edge.get("/api/v1/staff/me", token="x", headers=sent)
    assert both.status == 400


async def test_a_sensitive_role_logs_in_with_a_one_time_password_once(edge: Edge) -> None:
    admin = next(each for each in edge.district.staff if each.totp_secret)
    body = {"username": admin.username, "password": PASSWORD, "bearer": True}
    first = await edge.post("/api/v1/staff/sessions", body, key="")
    assert (first.status, first.json["second_factor"]) == (401, True)
    body["otp"] = TOTP(str(admin.totp_secret)).at(edge.engines.wall.now())
    answer = await edge.post("/api/v1/staff/sessions", body, key="")
    assert (answer.status, answer.json["staff"]["second_factor"]) == (201, True)
    assert (await edge.post("/api/v1/staff/sessions", body, key="")).status == 401


async def test_a_first_log_in_does_nothing_but_set_the_account_up(edge: Edge) -> None:
    new = NewStaff(username="zhengshenji", name="郑慎", roles=[Role.AUDITOR])
    _, first = await edge.engines.staff.add(Act(actor=SystemActor(id="command"), at=edge.engines.clock.now()), new)
    made = await edge.post("/api/v1/staff/sessions", {"username": "zhengshenji", "password": first, "bearer": True}, key="")
    assert (made.status, made.json["staff"]["duties"]) == (201, ["password", "totp"])
    token = made.json["token"]

    async def refused(words: str, duties: list[str]) -> None:
        for path in ("accounts", "me/sessions"):
            answer = await edge.get(f"/api/v1/staff/{path}", token=token)
            assert (answer.status, answer.json["type"], answer.json["duties"]) == (403, "/problems/set_up_first", duties), path
            assert words in answer.json["detail"]
        assert (await edge.get("/api/v1/staff/me", token=token)).json["duties"] == duties, "one's own account says what is to be done"

    await refused("初始密码", ["password", "totp"])
    passwords = {"password": first, "new_password": "Quite-long-2027"}
    assert (await edge.put("/api/v1/staff/me/password", passwords, token=token)).status == 204
    await refused("动态口令", ["totp"])
    offer = await edge.post("/api/v1/staff/me/totp", token=token, key="")
    assert (offer.status, "只显示这一次" in offer.json["detail"]) == (201, True)
    await refused("动态口令", ["totp"])
    code = TOTP(offer.json["secret"]).at(edge.engines.wall.now())
    wrong = await edge.post("/api/v1/staff/me/totp/confirm", {"code": "000000" if code != "000000" else "000001"}, token=token, key="")
    assert (wrong.status, [each["pointer"] for each in wrong.json["errors"]]) == (422, ["/code"])
    confirmed = await edge.post("/api/v1/staff/me/totp/confirm", {"code": code}, token=token, key="")
    assert (confirmed.status, confirmed.json["second_factor"], confirmed.json["duties"]) == (200, True, [])
    assert (await edge.get("/api/v1/staff/accounts", token=token)).status == 200
    again = await edge.post("/api/v1/staff/me/totp", token=token, key="")
    assert (again.status, "重置" in again.json["detail"]) == (409, True)


async def test_who_has_yet_to_set_up_may_log_out(edge: Edge) -> None:
    new = NewStaff(username="zhengshenji", name="郑慎", roles=[Role.RECEPTIONIST])
    _, first = await edge.engines.staff.add(Act(actor=SystemActor(id="command"), at=edge.engines.clock.now()), new)
    made = await edge.post("/api/v1/staff/sessions", {"username": "zhengshenji", "password": first, "bearer": True}, key="")
    assert made.json["staff"]["duties"] == ["password"]
    token = made.json["token"]
    assert (await edge.delete("/api/v1/staff/sessions/current", token=token)).status == 204
    assert (await edge.get("/api/v1/staff/me", token=token)).status == 401


async def test_five_wrong_passwords_lock_the_account_and_say_how_long(edge: Edge) -> None:
    wrong = {"username": "linxiaoyan", "password": "wrong", "bearer": True}
    assert [(await edge.post("/api/v1/staff/sessions", wrong, key="")).status for _ in range(6)] == [401] * 5 + [429]
    locked = await edge.post("/api/v1/staff/sessions", {**wrong, "password": PASSWORD}, key="")
    assert locked.status == 429
    assert 800 < int(locked.headers["Retry-After"]) <= 901


async def test_citizens_are_no_staff_and_staff_no_citizens(edge: Edge) -> None:
    citizen, clerk = await edge.login("li-min"), await edge.staff("linxiaoyan")
    assert (await edge.get("/api/v1/staff/me", token=citizen)).status == 401
    assert (await edge.get("/api/v1/me", token=clerk)).status == 401
    assert (await edge.get("/api/v1/staff/accounts", token=clerk)).status == 403


async def test_nothing_personal_is_logged(edge: Edge, capfd: pytest.CaptureFixture[str]) -> None:
    await edge.proven("wang-guifang")
    person = edge.citizen("wang-guifang")
    written = "".join(capfd.readouterr())
    for secret in (person.id_number, str(person.phone), person.name):
        assert secret not in written


async def test_a_death_in_the_register_closes_the_account(edge: Edge) -> None:
    token = await edge.matched("li-qiang")
    sandbox: SandboxProcess = edge.sandbox
    await sandbox.death("li-qiang", "2026-11-20")
    edge.engines.clock.forward(days=2)
    await edge.engines.people.recheck()
    assert (await edge.get("/api/v1/me", token=token)).status == 401
    assert (await edge.post("/api/v1/sessions", {"code": "demo:li-qiang"}, key="")).status == 403

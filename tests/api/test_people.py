"""People on the whole product: what a death, another phone, an erasure or a new role does everywhere at once."""

from typing import Any

from tests.factories import ARCHIVE, LONGEVITY_VISIT, Town

ACCOUNTS = "/api/v1/staff/accounts"


async def test_a_death_in_the_register_ends_everything_that_was_under_way(town: Town) -> None:
    token = await town.proven("wang-guifang")
    visit = await town.booked(token, LONGEVITY_VISIT)
    draft = await town.made("/api/v1/cases", {"item": "longevity"}, token)
    waiting = await town.post(
        "/api/v1/certificates",
        {"item": "relation-proof", "form": {"relative_name": "李小红", "relation": "daughter", "purpose": "school"}},
        token=token,
    )
    assert waiting.status == 202
    await town.dies("wang-guifang")
    store = town.world.store
    assert (await store.places.get(visit["id"]) or {})["state"] == "cancelled"
    states = [each["state"] for each in await store.cases.find({"_id": {"$in": [draft["id"], waiting.json["case"]]}})]
    assert states == ["aborted", "aborted"]
    assert (await town.get("/api/v1/me", token=token)).status == 401
    again = await town.post("/api/v1/sessions", {"code": "demo:wang-guifang"}, key="")
    assert (again.status, "户口簿" in again.json["detail"]) == (403, True)


async def test_another_phone_takes_the_person_over_and_the_old_account_is_told(town: Town) -> None:
    old = await town.proven("li-qiang")
    visit = await town.booked(old)
    new = await town.login("a-new-phone")
    phone = str(town.citizen("li-qiang").phone)
    await town.post("/api/v1/sms-codes", {"phone": phone}, token=new, key="")
    body = {**town.document("li-qiang"), "phone": phone, "sms_code": await town.sandbox.sms_code(phone)}
    assert (await town.put("/api/v1/me/identity", body, token=new)).status == 200
    assert (await town.get("/api/v1/appointments", token=old)).status == 401, "the old phone is logged out"
    mine = (await town.get("/api/v1/appointments", token=new)).json["items"]
    assert [each["id"] for each in mine] == [visit["id"]]
    fresh = await town.login("li-qiang")
    assert (await town.get("/api/v1/me", token=fresh)).json["name"] == ""
    assert await town.told(fresh) == ["identity_moved"]
    [alert] = (await town.get("/api/v1/notices", token=fresh)).json["items"]
    assert "李强" not in str(alert), "the phone may be somebody else's by now"


async def confirmed(town: Town, token: str, person: str) -> str:
    """The account of `token` claims `person`, who agrees in their own app: the network's token."""
    started = await town.post("/api/v1/me/identity/verifications", {"person": town.document(person)}, token=token, key="")
    assert started.status == 201, started.text
    await town.sandbox.call("POST", f"identity/verifications/{started.json['token']}/decision", {"agree": True})
    return started.json["token"]


async def form(town: Town, token: str, person: str, phone: str) -> dict[str, Any]:
    """Level 1 for `person` with `phone`, filled in."""
    await town.post("/api/v1/sms-codes", {"phone": phone}, token=token, key="")
    return {**town.document(person), "phone": phone, "sms_code": await town.sandbox.sms_code(phone)}


async def test_who_was_registered_at_a_counter_without_a_phone_claims_that_identity(town: Town) -> None:
    clerk = await town.staff("linxiaoyan")
    registered = (await town.post("/api/v1/staff/people", town.document("wang-guifang"), token=clerk)).json
    mine, thief = await town.login("a-first-phone"), await town.login("a-thief")
    body = await form(town, mine, "wang-guifang", "16900000077")
    refused = await town.put("/api/v1/me/identity", body, token=mine)
    assert (refused.status, refused.json["type"]) == (403, "/problems/proof_needed")
    assert all(words in refused.json["detail"] for words in ("没有留手机号", "国家网络身份认证", "再回到这里提交一次", "窗口"))
    assert refused.json["next"] == "/api/v1/me/identity/verifications"
    proof = {"method": "network_identity", "token": await confirmed(town, mine, "wang-guifang")}
    stolen = {**await form(town, thief, "wang-guifang", "16900000078"), "proof": proof}
    other = await town.put("/api/v1/me/identity", stolen, token=thief)
    assert (other.status, [each["pointer"] for each in other.json["errors"]]) == (422, ["/proof/token"])
    taken = await town.put("/api/v1/me/identity", {**body, "proof": proof}, token=mine)
    assert (taken.status, taken.json["id"], taken.json["level"]) == (200, registered["id"], 1), taken.text
    assert (await town.get("/api/v1/appointments", token=mine)).status == 200
    again = await town.post("/api/v1/me/identity/verifications", {"person": town.document("li-min")}, token=mine, key="")
    assert again.status == 409


async def test_a_claim_that_was_not_agreed_to_opens_nothing(town: Town) -> None:
    owner, thief = await town.matched("li-qiang"), await town.login("a-thief")
    person = {"person": town.document("li-qiang")}
    body = await form(town, thief, "li-qiang", "16900000078")
    for decision, words in ((None, "还没有在手机上确认"), (False, "拒绝")):
        started = await town.post("/api/v1/me/identity/verifications", person, token=thief, key="")
        token = started.json["token"]
        if decision is not None:
            await town.sandbox.call("POST", f"identity/verifications/{token}/decision", {"agree": decision})
        refused = await town.put("/api/v1/me/identity", {**body, "proof": {"method": "network_identity", "token": token}}, token=thief)
        assert (refused.status, words in refused.json["detail"]) == (422, True), refused.text
    assert (await town.get("/api/v1/me", token=owner)).json["level"] == 1
    both = await town.post("/api/v1/me/identity/verifications", {**person, "purpose": "中奖了"}, token=thief, key="")
    assert both.status == 422


async def test_a_claim_with_a_new_phone_tells_the_old_account(town: Town) -> None:
    old, new = await town.matched("li-qiang"), await town.login("a-new-phone")
    body = await form(town, new, "li-qiang", "16900000078")
    refused = await town.put("/api/v1/me/identity", body, token=new)
    assert (refused.status, "用过别的手机号" in refused.json["detail"]) == (403, True)
    proof = {"method": "network_identity", "token": await confirmed(town, new, "li-qiang")}
    assert (await town.put("/api/v1/me/identity", {**body, "proof": proof}, token=new)).status == 200
    assert (await town.get("/api/v1/me", token=old)).status == 401
    assert await town.told(await town.login("li-qiang")) == ["identity_moved"]


async def test_an_account_is_erased_only_when_nothing_is_open(town: Town) -> None:
    token = await town.proven("li-qiang")
    visit = await town.booked(token)
    asked = {"item": "relation-proof", "form": {"relative_name": "李小红", "relation": "daughter", "purpose": "school"}}
    case = (await town.post("/api/v1/certificates", asked, token=token)).json["case"]
    refused = await town.send("DELETE", "/api/v1/me", token=token)
    assert refused.status == 409
    assert all(matter in refused.json["detail"] for matter in ("预约", "办件")), refused.text
    await town.post(f"/api/v1/appointments/{visit['id']}/cancel", {"version": visit["version"]}, token=token)
    version = (await town.get(f"/api/v1/cases/{case}", token=token)).json["version"]
    withdrawn = await town.post(f"/api/v1/cases/{case}/withdraw", {"version": version}, token=token)
    assert withdrawn.status == 200, withdrawn.text
    erased = await town.send("DELETE", "/api/v1/me", token=token)
    assert (erased.status, "姓名和证件号码" in erased.json["erased"]) == (200, True), erased.text
    assert "预约记录里的姓名和预约码" in erased.json["erased"]
    await town.world.settle()
    store = town.world.store
    assert [each.get("person") for each in await store.places.find({"_id": visit["id"]})] == [None]
    assert await store.notices.count({}) == 0
    assert await store.cases.count({"_id": case}) == 1, "what was handed in is kept"
    assert (await town.get("/api/v1/me", token=token)).status == 401


async def test_a_place_in_line_and_links_to_certificates_go_with_the_account(town: Town) -> None:
    token, other = await town.proven("li-qiang"), await town.login("li-min")
    made = await town.certified(token, ARCHIVE)
    path = f"/api/v1/certificates/{made['id']}/shares"
    share = await town.made(path, {"hours": 24, "purpose": "给房东看"}, token)
    assert (await town.get(f"/api/v1/shared/{share['scene']}", token=other)).status == 200
    line = {"items": ["ssc-apply"], "hall": "qingshi", "first": "2026-11-25", "last": "2026-11-26", "people": ["李小明"]}
    waiting = await town.made("/api/v1/waitlist", line, token)
    refused = await town.send("DELETE", "/api/v1/me", token=token)
    assert (refused.status, "候补" in refused.json["detail"]) == (409, True), refused.text
    left = await town.post(f"/api/v1/waitlist/{waiting['id']}/leave", {"version": waiting["version"]}, token=token)
    assert left.status == 200, left.text
    records = (await town.get("/api/v1/me/export", token=token)).json["records"]
    [entry], [link] = records["waitlist"], records["shares"]
    assert (entry["hall"], entry["people"], entry["state"]) == ("qingshi", ["李小明"], "left")
    assert (link["certificate"], link["purpose"], len(link["looks"])) == (made["id"], "给房东看", 1)
    await town.world.settle()
    erased = await town.send("DELETE", "/api/v1/me", token=token)
    assert {"候补排队的记录", "分享证明的链接"} <= set(erased.json["erased"]), erased.text
    await town.world.settle()
    store = town.world.store
    assert (await store.waitlist.count({}), await store.shares.count({})) == (0, 0)
    assert (await town.get(f"/api/v1/shared/{share['scene']}", token=other)).status == 404
    kept = await town.get(f"/verify/{made['verify_url'].rsplit('/', 1)[-1]}")
    assert kept.json["result"] == "valid", "what was issued stands"


async def test_a_copy_of_ones_data_has_every_subject(town: Town) -> None:
    grant = await town.granted("wang-guifang", "li-min", "longevity")
    await town.booked(grant.agent, LONGEVITY_VISIT, acting=grant.id)
    await town.made("/api/v1/cases", {"item": "longevity"}, grant.principal)
    await town.certified(grant.principal, ARCHIVE)
    await town.world.settle()
    records = (await town.get("/api/v1/me/export", token=grant.principal)).json["records"]
    assert {subject: len(kept) > 0 for subject, kept in records.items()} == {
        "answers": False,
        "appointments": True,
        "bills": False,
        "cases": True,
        "certificates": True,
        "deliveries": False,
        "grants": True,
        "licence_authorisations": False,
        "licence_showings": False,
        "licences_issued": False,
        "marks": False,
        "materials": False,
        "notices": True,
        "points": False,
        "points_sheets": False,
        "rankings": False,
        "shares": False,
        "watches": False,
        "waitlist": False,
    }
    assert str(town.citizen("li-min").id_number) not in str(records), "nothing of anybody else's"


async def test_no_answer_names_a_number_a_phone_or_an_address(town: Town) -> None:
    """But the form itself, which is the citizen's own, and the call list of staff who phone."""
    grant = await town.granted("wang-guifang", "li-min", "longevity", "archive-proof")
    place = await town.booked(grant.agent, LONGEVITY_VISIT, acting=grant.id)
    proof = await town.certified(grant.agent, ARCHIVE, acting=grant.id)
    await town.world.settle()
    desk, reviewer = await town.staff("nichen"), await town.staff("wuminyi")
    answers = [
        *[await town.get(f"/api/v1/{path}", token=grant.principal) for path in ("me", "me/access-log", "notices", "grants", "cases")],
        *[await town.get(f"/api/v1/{path}", token=grant.agent, acting=grant.id) for path in ("appointments", "certificates", "cases")],
        await town.get(f"/api/v1/staff/appointments/{place['id']}", token=desk),
        await town.get(f"/api/v1/staff/certificates/{proof['id']}", token=reviewer),
        await town.get(f"/verify/{proof['verify_code']}"),
        await town.post("/api/v1/staff/people", town.document("wang-guifang"), token=desk),
    ]
    assert [answer.status for answer in answers] == [200] * len(answers)
    for code in ("wang-guifang", "li-min"):
        person = town.citizen(code)
        for secret in (person.id_number, str(person.phone), str(person.address)):
            assert not any(secret in answer.text for answer in answers), secret


async def test_an_administrator_changes_roles_and_the_old_ones_are_gone_at_once(town: Town) -> None:
    admin, clerk = await town.head("taosiyuan"), await town.staff("linxiaoyan")
    listed = (await town.get(ACCOUNTS, token=admin, find="linxiaoyan")).json["items"]
    account = next(each for each in listed if each["username"] == "linxiaoyan")
    assert "password" not in str(listed)
    body = {"roles": ["hotline_agent"], "version": account["version"]}
    assert (await town.put(f"{ACCOUNTS}/{account['id']}", body, token=clerk)).status == 403
    changed = await town.put(f"{ACCOUNTS}/{account['id']}", body, token=admin)
    assert (changed.status, changed.json["roles"], changed.json["hall"]) == (200, ["hotline_agent"], None)
    assert (await town.get("/api/v1/staff/me", token=clerk)).status == 401
    stale = await town.put(f"{ACCOUNTS}/{account['id']}", body, token=admin)
    assert (stale.status, stale.json["type"]) == (409, "/problems/stale_version")


async def test_what_administrators_may_not_do_is_said(town: Town) -> None:
    admin = await town.head("taosiyuan")
    names = ("taosiyuan", "linxiaoyan", "hongan")
    accounts = {each: (await town.get(ACCOUNTS, token=admin, find=each)).json["items"][0] for each in names}
    for username, roles, status in (
        ("taosiyuan", ["receptionist"], 403),  # oneself
        ("linxiaoyan", ["hall_manager"], 409),  # a sensitive role without a second factor
        ("hongan", ["security_admin", "auditor"], 409),  # three powers in two hands
    ):
        body = {"roles": roles, "version": accounts[username]["version"]}
        answer = await town.put(f"{ACCOUNTS}/{accounts[username]['id']}", body, token=admin)
        assert (answer.status, any("\u4e00" <= each <= "\u9fff" for each in answer.json["detail"])) == (status, True), username
    for username in ("hongan", "cuimingcha"):
        assert (await town.get(ACCOUNTS, token=await town.head(username))).status == 200, "may look, not change"


async def test_an_account_belongs_to_places_there_are(town: Town) -> None:
    admin = await town.head("taosiyuan")
    new = {"name": "岑小雨", "username": "cenxiaoyu", "roles": ["receptionist"]}
    nowhere = {"department": "no_such_office", "hall": "no_such_hall", "town": "no_such_town"}
    refused = await town.post(ACCOUNTS, {**new, **nowhere}, token=admin, key="")
    assert (refused.status, [each["pointer"] for each in refused.json["errors"]]) == (422, ["/department", "/hall", "/town"])
    assert "没有代码是「no_such_office」的部门，请从列表里选" in refused.text
    nobody_s = await town.post(ACCOUNTS, {**new, "roles": ["pre_reviewer"]}, token=admin, key="")
    assert (nobody_s.status, [each["pointer"] for each in nobody_s.json["errors"]]) == (422, ["/department"])
    made = await town.post(ACCOUNTS, {**new, "department": "government_services", "hall": "luoxi", "town": "luoxi"}, token=admin, key="")
    assert made.status == 201, made.text
    member = made.json["staff"]
    body = {"roles": ["receptionist"], "hall": "no_such_hall", "version": member["version"]}
    moved = await town.put(f"{ACCOUNTS}/{member['id']}", body, token=admin)
    assert (moved.status, [each["pointer"] for each in moved.json["errors"]]) == (422, ["/hall"])


async def test_accounts_come_page_by_page_and_are_found_by_name_department_and_role(town: Town) -> None:
    admin = await town.head("taosiyuan")
    found: list[str] = []
    cursor: dict[str, Any] = {}
    while True:
        page = (await town.get(ACCOUNTS, token=admin, limit="40", **cursor)).json
        assert len(page["items"]) <= 40
        found += [each["username"] for each in page["items"]]
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    assert found == sorted(each.username for each in town.district.staff)
    for words, username in (
        ("龚晓东", "gongxiaodong"),
        ("GONGXIAO", "gongxiaodong"),
        ("文化广电 首席", "shuchang"),
        ("文化广电 舒", "shuchang"),
    ):
        items = (await town.get(ACCOUNTS, token=admin, find=words)).json["items"]
        assert [each["username"] for each in items] == [username], words
    assert (await town.get(ACCOUNTS, token=admin, find=".*")).json["items"] == [], "what is typed is text and no pattern"
    assert (await town.get(ACCOUNTS, token=admin, limit="101")).status == 422

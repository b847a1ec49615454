"""People on the whole product: what a death, another phone, an erasure or a new role does everywhere at once."""

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


async def test_a_copy_of_ones_data_has_every_subject(town: Town) -> None:
    grant = await town.granted("wang-guifang", "li-min", "longevity")
    await town.booked(grant.agent, LONGEVITY_VISIT, acting=grant.id)
    await town.made("/api/v1/cases", {"item": "longevity"}, grant.principal)
    await town.certified(grant.principal, ARCHIVE)
    await town.world.settle()
    records = (await town.get("/api/v1/me/export", token=grant.principal)).json["records"]
    assert {subject: len(kept) > 0 for subject, kept in records.items()} == {
        "appointments": True,
        "cases": True,
        "certificates": True,
        "grants": True,
        "materials": False,
        "notices": True,
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
    listed = (await town.get(ACCOUNTS, token=admin)).json["items"]
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
    accounts = {each["username"]: each for each in (await town.get(ACCOUNTS, token=admin)).json["items"]}
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

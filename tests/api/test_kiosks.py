"""Kiosks: registered devices, cards, what a person there may do, and everything that is refused."""

from datetime import timedelta

import pytest

from tests.api.bad_input.shapes import assert_clear, calls
from tests.api.kiosk_hall import Device
from tests.cases_world import LONGEVITY
from tests.factories import TUESDAY_NINE, Town


@pytest.fixture
def device(town: Town) -> Device:
    """The first kiosk of the centre."""
    return Device(town)


async def on_record(town: Town, code: str) -> str:
    """A token of the person's phone, whose number is on record from then on."""
    return await town.matched(code)


async def test_a_device_learns_where_it_stands_and_keeps_its_cookie(device: Device, town: Town) -> None:
    answer = await town.post("/api/v1/kiosk/device", {"credential": device.credential}, key="")
    assert (answer.status, answer.json["hall_name"], answer.json["demo"]) == (200, "云城区政务服务中心", True)
    cookie = answer.headers["Set-Cookie"]
    assert all(part in cookie for part in ("yici_kiosk=", "HttpOnly", "SameSite=Strict", "Path=/api/v1"))
    assert (await device.get("/api/v1/kiosk/device")).json["reader"] == "R-CENTER-1"


async def test_whoever_is_no_device_is_told_so(town: Town) -> None:
    stranger = Device(town, credential="somebody-elses-box")
    told = await town.post("/api/v1/kiosk/device", {"credential": stranger.credential}, key="")
    assert (told.status, "设备凭据不对" in told.json["detail"]) == (401, True)
    for path in ("readings", "sessions"):
        refused = await stranger.post(f"/api/v1/kiosk/{path}")
        assert (refused.status, "没有登记" in refused.json["detail"]) == (401, True)


async def test_the_card_alone_opens_a_session_of_level_one(device: Device, town: Town) -> None:
    answer = await device.enter("li-min")
    assert (answer.status, answer.json["name"], answer.json["level"], answer.json["idle_seconds"]) == (201, "李敏", 1, 300)
    cookie = answer.headers["Set-Cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=Strict")), cookie
    assert "Max-Age" not in cookie
    assert "expires" not in cookie.lower()
    assert (await device.get("/api/v1/appointments")).status == 200
    assert town.citizen("li-min").id_number not in answer.text


async def test_a_reading_counts_once_and_for_a_minute(device: Device, town: Town) -> None:
    reading = await device.reading("li-min")
    assert (await device.shown(reading)).status == 201
    again = await device.shown(reading)
    assert (again.status, "过期或用过" in again.json["detail"]) == (403, True)
    late = await device.reading("li-min")
    past = town.world.product.engines.sessions._wall.now() - timedelta(seconds=1)
    await town.world.store.kiosks.change({"_id": "kiosk-center-1"}, {"$set": {"nonce_until": past}})
    assert (await device.shown(late)).status == 403


@pytest.mark.parametrize(
    "change",
    [{"name": "李强"}, {"id_number": "990101199209090013"}, {"mac": "0" * 64}, {"valid_until": "2099-01-01"}, {"reader": "R-LUOXI-1"}],
)
async def test_what_the_reader_did_not_sign_is_refused_and_cannot_be_tried_again(device: Device, change: dict[str, str]) -> None:
    reading = await device.reading("li-min")
    answer = await device.shown({**reading, **change})
    assert (answer.status, "没有通过核对" in answer.json["detail"]) == (403, True)
    assert (await device.shown(reading)).status == 403, "its nonce is used up"


async def test_a_reading_of_another_device_is_refused(device: Device, town: Town) -> None:
    other = Device(town, "demo-kiosk-luoxi-1", "R-LUOXI-1")
    assert (await other.shown(await device.reading("li-min"))).status == 403


async def test_a_session_is_good_at_its_own_device_only(device: Device, town: Town) -> None:
    await device.enter("li-min")
    other = Device(town, "demo-kiosk-luoxi-1", "R-LUOXI-1")
    other.session = device.session
    assert (await other.get("/api/v1/appointments")).status == 401
    assert (await town.get("/api/v1/appointments", token=device.session)).status == 401, "nor as a phone's token"
    cookies = {"Cookie": f"yici_kiosk={device.credential}; yici_kiosk_session={device.session}"}
    assert (await town.get("/api/v1/appointments", headers=cookies)).status == 401, "nor without the page's own header"


async def test_another_page_cannot_act_with_the_cookies(device: Device) -> None:
    await device.enter("li-min")
    answer = await device.send("POST", "/api/v1/kiosk/codes", Origin="https://elsewhere.example")
    assert (answer.status, "不是从本系统的页面" in answer.json["detail"]) == (403, True)
    both = await device.send("GET", "/api/v1/appointments", Authorization="Bearer x")
    assert both.status == 400


async def test_a_card_that_has_run_out_is_refused_with_what_to_do(device: Device) -> None:
    answer = await device.enter("li-min", valid_until="2026-11-22")
    assert (answer.status, "换用新证件" in answer.json["detail"]) == (409, True)
    assert (await device.enter("li-min", valid_until="2026-11-23")).status == 201, "its last day counts"


async def test_a_lost_card_is_refused_with_what_to_do(device: Device, town: Town) -> None:
    answer = await device.enter("huang-wenbin")
    assert (answer.status, "已经挂失" in answer.json["detail"], "户口簿" in answer.json["detail"]) == (403, True, True)
    await town.sandbox.change_record("population", "li-min", {"document_lost_on": "2026-11-20"})
    assert (await device.enter("li-min")).status == 403


async def test_a_dead_persons_card_opens_nothing(device: Device) -> None:
    answer = await device.enter("li-deshan")
    assert (answer.status, "已经去世" in answer.json["detail"]) == (409, True)


async def test_a_name_the_register_does_not_know_is_refused(device: Device, town: Town) -> None:
    await town.sandbox.change_record("population", "li-min", {"name": "李珉"})
    assert (await device.enter("li-min")).status == 422


async def test_the_next_card_ends_the_session_before_it(device: Device) -> None:
    await device.enter("li-min")
    first = device.session
    await device.enter("li-qiang")
    assert device.session != first
    device.session = first
    assert (await device.get("/api/v1/appointments")).status == 401


async def test_leaving_ends_the_session_and_clears_the_cookie(device: Device) -> None:
    await device.enter("li-min")
    left = await device.send("DELETE", "/api/v1/kiosk/sessions/current")
    assert left.status == 204
    assert 'yici_kiosk_session=""' in left.headers["Set-Cookie"]
    assert (await device.get("/api/v1/appointments")).status == 401


async def test_five_minutes_without_a_request_or_twenty_in_all_end_it(device: Device, town: Town) -> None:
    await device.enter("li-min")
    (kept,) = await town.world.store.sessions.find({"kiosk": "kiosk-center-1"})
    assert kept["expires_at"] - kept["created_at"] == timedelta(minutes=5)
    assert kept["last_at"] - kept["created_at"] == timedelta(minutes=20)
    long_ago = kept["seen_at"] - timedelta(minutes=1)
    nearly_over = kept["created_at"] + timedelta(minutes=2)
    where = {"_id": kept["_id"]}
    await town.world.store.sessions.change(where, {"$set": {"seen_at": long_ago, "last_at": nearly_over}})
    assert (await device.get("/api/v1/appointments")).status == 200
    seen = await town.world.store.sessions.get(kept["_id"]) or {}
    assert seen["expires_at"] == nearly_over, "a request prolongs it, never beyond its end"
    await town.world.store.sessions.change(where, {"$set": {"expires_at": long_ago}})
    assert (await device.get("/api/v1/appointments")).status == 401


async def test_a_kiosk_opens_what_is_declared_for_it_and_nothing_else(device: Device, town: Town) -> None:
    """Every route there is, with a session of level 1."""
    await device.enter("li-min")
    declared: set[str] = set()
    for call in calls():
        if call.declared.access.kind in ("public", "kiosk") or (call.verb == "DELETE" and call.declared.kiosk):
            continue
        answer = await device.send(call.verb, call.path(), call.body())
        if answer.status >= 400:
            assert_clear(answer, call)
        if call.declared.kiosk is None:
            assert answer.status == 403, f"{call}: {answer.status} {answer.text}"
            assert "不能在自助终端上办" in answer.json["detail"], str(call)
        elif call.declared.kiosk == 2:
            assert (answer.status, answer.json["type"]) == (403, "/problems/proof_needed"), f"{call}: {answer.text}"
            assert "手机验证码" in answer.json["detail"]
        else:
            assert answer.status not in (401, 403), f"{call}: {answer.status} {answer.text}"
        if call.declared.kiosk is not None:
            declared.add(str(call))
    assert len(declared) > 12


async def test_of_a_cases_papers_a_kiosk_hands_out_the_receipt_alone(device: Device, town: Town) -> None:
    phone = await town.proven("wang-guifang")
    licences = {key: {"licence": True} for key in ("resident_card", "account_proof")}
    draft = await town.made("/api/v1/cases", {"item": "longevity", "form": LONGEVITY, "materials": licences}, phone)
    await device.enter("wang-guifang")
    filed = (await device.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]})).json
    assert "receipt" in [each["key"] for each in filed["papers"]]
    paper = await device.get(f"/api/v1/cases/{draft['id']}/papers/receipt")
    assert (paper.status, paper.headers["Content-Type"]) == (200, "application/pdf")
    refused = await device.get(f"/api/v1/cases/{draft['id']}/papers/decision")
    assert (refused.status, "只打印收件凭证" in refused.json["detail"]) == (404, True)


async def test_a_childs_session_says_that_it_is_one(device: Device) -> None:
    assert (await device.enter("zhao-yichen")).json["minor"] is True
    assert (await device.enter("li-min")).json["minor"] is False


async def test_a_childs_card_begins_nothing_an_item_leaves_to_the_guardian(device: Device, town: Town) -> None:
    phone = await town.proven("zhao-yichen")
    await device.enter("zhao-yichen")
    card = await device.post("/api/v1/cases", {"item": "ssc-apply"})
    assert (card.status, "满16周岁才能自己申请" in card.json["detail"], "替家人办" in card.json["detail"]) == (403, True, True)
    lost = await device.post("/api/v1/cases", {"item": "idcard-lost"})
    assert lost.status == 201, "the guardian is named in the form, and comes along"
    await device.enter("zhao-yinuo")
    baby = await device.post("/api/v1/cases", {"item": "idcard-lost"})
    assert (baby.status, "满8周岁" in baby.json["detail"], "陪着到窗口" in baby.json["detail"]) == (403, True, True)
    same = await town.post("/api/v1/cases", {"item": "ssc-apply"}, token=phone)
    assert (same.status, same.json["detail"]) == (403, card.json["detail"]), "one rule for phone and kiosk"
    proof = await town.post("/api/v1/certificates", {"item": "med-proof", "form": {"purpose": "school"}}, token=phone)
    assert (proof.status, "满18周岁" in proof.json["detail"]) == (403, True)


async def test_a_child_hands_in_nothing_its_guardian_began(device: Device, town: Town) -> None:
    guardian = await town.proven("chen-jie")
    ward = {"id_number": town.citizen("zhao-yichen").id_number, "name": "赵一辰"}
    grant = await town.made("/api/v1/grants", {"basis": "guardianship", "principal": ward}, guardian)
    draft = await town.made("/api/v1/cases", {"item": "ssc-apply"}, guardian, acting=grant["id"])
    await device.enter("zhao-yichen")
    for act in ("pre-review", "submit"):
        refused = await device.post(f"/api/v1/cases/{draft['id']}/{act}", {"version": draft["version"]})
        assert (refused.status, "要由爸爸、妈妈或者别的监护人来办" in refused.json["detail"]) == (403, True), refused.text
    theirs = await town.post(f"/api/v1/cases/{draft['id']}/pre-review", {"version": draft["version"]}, token=guardian, acting=grant["id"])
    assert theirs.status == 422, "the guardian is told what is missing"


async def test_nobody_acts_for_others_at_a_kiosk(device: Device) -> None:
    await device.enter("li-min")
    answer = await device.send("GET", "/api/v1/appointments", **{"Acting-Grant": "grant_X"})
    assert (answer.status, "不能代别人" in answer.json["detail"]) == (400, True)


async def test_a_code_raises_that_session_and_no_other(device: Device, town: Town) -> None:
    phone = await on_record(town, "li-min")
    await device.enter("li-min")
    wish = {"item": "archive-proof", "form": {"purpose": "work"}}
    assert (await device.post("/api/v1/certificates", wish)).status == 403
    proven = await device.prove("li-min")
    assert (proven.status, proven.json["level"]) == (200, 2)
    assert (await device.post("/api/v1/certificates", wish)).status == 201
    assert (await town.post("/api/v1/certificates", wish, token=phone)).json["type"] == "/problems/proof_needed"


async def test_a_proof_on_the_phone_does_not_raise_the_kiosk(device: Device, town: Town) -> None:
    phone = await on_record(town, "li-min")
    await device.enter("li-min")
    await town.proven_again(phone, "li-min")
    assert (await device.get("/api/v1/certificates")).json["type"] == "/problems/proof_needed"
    assert (await town.get("/api/v1/certificates", token=phone)).status == 200


async def test_a_code_of_the_phone_is_no_code_of_the_kiosk(device: Device, town: Town) -> None:
    phone = await on_record(town, "li-min")
    await device.enter("li-min")
    assert (await device.post("/api/v1/kiosk/codes")).status == 202
    number = town.citizen("li-min").phone
    at_kiosk = await town.sandbox.sms_code(str(number))
    wrong = "000000" if at_kiosk != "000000" else "000001"
    refused = await device.post("/api/v1/kiosk/proofs", {"sms_code": wrong})
    assert (refused.status, "还可以再试" in refused.json["detail"]) == (422, True)
    elsewhere = await town.post("/api/v1/kiosk/proofs", {"sms_code": at_kiosk}, token=phone, key="")
    assert (elsewhere.status, "只在自助终端上用" in elsewhere.json["detail"]) == (403, True)


async def test_whoever_has_no_phone_on_record_is_sent_to_the_counter(device: Device) -> None:
    entered = await device.enter("li-qiang")
    assert entered.json["phone"] == ""
    answer = await device.post("/api/v1/kiosk/codes")
    assert (answer.status, "到窗口办理" in answer.json["detail"]) == (409, True)


async def test_todays_appointment_is_checked_in_by_the_card(device: Device, town: Town) -> None:
    phone = await town.matched("li-min")
    visit = {"items": ["ssc-apply"], "hall": "center", "start": TUESDAY_NINE}
    booked = await town.booked(phone, visit)
    await device.enter("li-min")
    early = await device.post(f"/api/v1/appointments/{booked['id']}/check-in", {"version": booked["version"]})
    assert (early.status, "还没到签到时间" in early.json["detail"]) == (409, True)
    town.world.clock.forward(hours=22, minutes=45)
    done = await device.post(f"/api/v1/appointments/{booked['id']}/check-in", {"version": booked["version"]})
    assert (done.status, done.json["state"]) == (200, "checked_in")
    (event,) = [each for each in (await town.world.store.places.get(booked["id"]) or {})["events"] if each["action"].endswith("checked_in")]
    assert event["channel"] == "kiosk"


async def test_a_device_is_registered_and_withdrawn_by_the_administrator(town: Town) -> None:
    admin = await town.head("taosiyuan")
    body = {"name": "罗溪街道2号自助终端", "hall": "luoxi", "reader": "R-LUOXI-2"}
    made = await town.post("/api/v1/staff/kiosks", body, token=admin, key="")
    assert (made.status, made.json["hall_name"]) == (201, "罗溪街道便民服务中心")
    box = Device(town, made.json["credential"], "R-LUOXI-2")
    assert (await box.get("/api/v1/kiosk/device")).status == 200
    listed = (await town.get("/api/v1/staff/kiosks", token=admin)).text
    assert made.json["credential"] not in listed
    assert made.json["reader_key"] not in listed
    gone = f"/api/v1/staff/kiosks/{made.json['id']}/withdraw"
    withdrawn = await town.post(gone, {"reason": "设备搬走"}, token=admin)
    assert (withdrawn.status, withdrawn.json["active"], withdrawn.json["withdrawn_for"]) == (200, False, "设备搬走")
    assert (await box.get("/api/v1/kiosk/device")).status == 401
    again = await town.post(gone, {"reason": "设备搬走"}, token=admin)
    assert (again.status, "已经停用" in again.json["detail"]) == (409, True)
    nowhere = await town.post("/api/v1/staff/kiosks", {**body, "hall": "nowhere"}, token=admin, key="")
    assert (nowhere.status, nowhere.json["errors"][0]["pointer"]) == (422, "/hall")


async def test_withdrawing_a_device_ends_its_session(device: Device, town: Town) -> None:
    await device.enter("li-min")
    admin = await town.head("taosiyuan")
    assert (await town.post("/api/v1/staff/kiosks/kiosk-center-1/withdraw", {"reason": "检修"}, token=admin)).status == 200
    assert (await device.get("/api/v1/appointments")).status == 401
    (kept,) = await town.world.store.sessions.find({"kiosk": "kiosk-center-1"})
    assert kept["ended_at"] is not None


async def scanned(device: Device, ticket: object, page: str = "lease") -> int:
    """What the demo scanner answers."""
    url = f"{device.town.sandbox.url}/scanner/scan"
    async with device.town._session.post(url, json={"page": page, "ticket": ticket}) as answer:
        return answer.status


async def test_the_scanner_obeys_the_product_once_and_nobody_else(device: Device) -> None:
    assert (await device.post("/api/v1/kiosk/scans")).status == 401, "nobody stands there"
    await device.enter("li-qiang")
    ticket = (await device.post("/api/v1/kiosk/scans")).json
    for forged in ({"mac": "0" * 64}, {"scanner": "S-OTHER"}, {"until": "2099-01-01T00:00:00+08:00"}):
        assert await scanned(device, {**ticket, **forged}) == 403
    assert await scanned(device, ticket, "no-such-page") == 404
    assert await scanned(device, ticket) == 200
    assert await scanned(device, ticket) == 403, "once"


async def test_a_kiosk_without_a_scanner_says_what_else_there_is(town: Town) -> None:
    other = Device(town, "demo-kiosk-luoxi-1", "R-LUOXI-1")
    await other.enter("li-qiang")
    answer = await other.post("/api/v1/kiosk/scans")
    assert (answer.status, "没有扫描仪" in answer.json["detail"]) == (409, True)

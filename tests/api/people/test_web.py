"""A browser for who is asked something: digits from the phone, what they open, and everything that is refused."""

from datetime import timedelta

import pytest

from tests.api.bad_input.shapes import assert_clear, calls
from tests.api.browser_seat import Seat, digits
from tests.api.stories.counterparts import handed_in
from tests.api.stories.test_s05_doctors import DOCTOR, FORM, HALF, HOSPITAL, hospital
from tests.factories import Town
from tests.sandbox_control import SandboxProcess
from tests.world import World


@pytest.fixture
def town(world: World, sandbox: SandboxProcess) -> Town:
    """The demo district."""
    return Town(world, sandbox)


async def test_a_hospital_confirms_in_a_browser_whom_it_employs(town: Town) -> None:
    grant, doctor = await hospital(town), await town.proven(DOCTOR)
    case = await handed_in(town, doctor, "doctor-reg", FORM, "resident_card", "qualification", action="pre-review")
    seat = Seat(town)
    entered = await seat.enter(grant.agent)
    assert (entered.status, entered.json["name"], entered.json["level"], entered.json["idle_seconds"]) == (201, "黄莉莉", 2, 1200)
    cookie = entered.headers["Set-Cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=Strict", "Path=/api/v1")), cookie
    assert "expires" not in cookie.lower()
    acting = {"Acting-Grant": grant.id}
    [mine] = [each for each in (await seat.get("/api/v1/grants")).json["items"] if each["id"] == grant.id]
    assert (mine["basis"], mine["you"], mine["principal"]["name"]) == ("company", "agent", HOSPITAL["name"])
    [row] = (await seat.get("/api/v1/obligations", **acting)).json["items"]
    page = (await seat.get(f"/api/v1/obligations/{row['id']}", **acting)).json
    answer = await seat.post(f"/api/v1/obligations/{row['id']}/confirm", {"digest": page["digest"], "answers": HALF}, **acting)
    assert answer.status == 200, answer.text
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=doctor)).json
    assert [bool(each["met_at"]) for each in seen["obligations"]] == [True]
    assert "web_session_started" in await town.told(grant.agent)
    event = await town.world.store.audit.find_one({"action": "case.confirmed"})
    assert (event or {})["channel"] == "web"
    assert await town.world.store.audit.count({"action": "session.started", "channel": "web"}) == 1, "nor is entering of the phone"

    listed = (await town.get("/api/v1/me/sessions", token=grant.agent)).json["items"]
    [browser] = [each for each in listed if each["web"]]
    assert (await town.delete(f"/api/v1/me/sessions/{browser['id']}", token=grant.agent)).status == 204
    assert (await seat.get("/api/v1/obligations", **acting)).status == 401, "ended from the phone"


async def test_digits_count_once_for_three_minutes_and_the_newest_alone(town: Town) -> None:
    token, seat = await town.proven("li-qiang"), Seat(town)
    first = await digits(town, token)
    second = await digits(town, token)
    for wrong in (first, "00000000" if second != "00000000" else "11111111"):
        told = await seat.typed(wrong)
        assert (told.status, "重新取一个" in told.json["detail"]) == (401, True)
    assert (await seat.typed(second)).status == 201
    assert (await seat.typed(second)).status == 401
    late = await digits(town, token)
    past = town.world.product.engines.sessions._wall.now() - timedelta(seconds=1)
    await town.world.store.web_codes.put({"_id": {"$gt": ""}}, {"$set": {"until": past}})
    assert (await seat.typed(late)).status == 401
    assert (await seat.typed("1234")).status == 422


async def test_who_guesses_is_shut_out(town: Town) -> None:
    seat = Seat(town)
    answers = [(await seat.typed(f"{number:08d}")).status for number in range(11)]
    assert answers == [401] * 10 + [429]


async def test_whoever_has_not_proven_that_it_is_them_gets_no_digits_and_no_level(town: Town) -> None:
    matched = await town.matched("li-min")
    refused = await town.post("/api/v1/web/codes", {}, token=matched, key="")
    assert (refused.status, "本人" in refused.json["detail"]) == (403, True)
    token, seat = await town.proven("li-qiang"), Seat(town)
    code = await digits(town, token)
    town.world.clock.forward(days=400)
    told = await seat.typed(code)
    assert (told.status, "重新确认是您本人" in told.json["detail"]) == (401, True)


async def test_a_browser_does_what_is_declared_for_it_and_nothing_else(town: Town) -> None:
    token, seat = await town.proven("li-qiang"), Seat(town)
    await seat.enter(token)
    declared: set[str] = set()
    for call in calls():
        if call.declared.access.kind in ("public", "kiosk") or (call.verb == "DELETE" and call.declared.web):
            continue
        answer = await seat.send(call.verb, call.path(), call.body())
        if answer.status >= 400:
            assert_clear(answer, call)
        if call.declared.web:
            assert answer.status not in (401, 403), f"{call}: {answer.status} {answer.text}"
            declared.add(str(call))
        else:
            assert (answer.status, "不能在浏览器里办" in answer.json["detail"]) == (403, True), f"{call}: {answer.text}"
    assert len(declared) == 10
    bearer = await town.get("/api/v1/me", token=seat.session)
    assert bearer.status == 401, "its cookie is no token of a phone"
    elsewhere = await seat.post("/api/v1/web/sessions", {"code": "12345678"}, Origin="https://elsewhere.example")
    assert elsewhere.status == 403
    both = await seat.get("/api/v1/obligations", Authorization=f"Bearer {token}")
    assert (both.status, "两种登录" in both.json["detail"]) == (400, True)


async def test_a_browser_goes_away_with_its_person_or_after_four_hours(town: Town) -> None:
    token, seat = await town.proven("li-qiang"), Seat(town)
    await seat.enter(token)
    here = await seat.get("/api/v1/web/sessions/current")
    assert (here.status, here.json["name"], here.json["level"]) == (200, "李强", 2)
    assert (await seat.send("DELETE", "/api/v1/web/sessions/current")).status == 204
    assert (await seat.get("/api/v1/web/sessions/current")).status == 401
    await seat.enter(token)
    past = town.world.product.engines.sessions._wall.now() - timedelta(seconds=1)
    await town.world.store.sessions.change({"web": True, "ended_at": None}, {"$set": {"expires_at": past}})
    assert (await seat.get("/api/v1/obligations")).status == 401

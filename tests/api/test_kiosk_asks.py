"""What a kiosk asks of the phone that scans its screen, and of staff: levels, whose phone, how often, how long, where."""

import base64
from datetime import timedelta
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from tests.api.kiosk_hall import Device
from tests.client import Answer
from tests.factories import Town

ASKS, ARRIVALS, STAFF = "/api/v1/kiosk/asks", "/api/v1/kiosk/arrivals", "/api/v1/staff/kiosk-asks"


@pytest.fixture
def device(town: Town) -> Device:
    """The first kiosk of the centre."""
    return Device(town)


def scene_of(asked: Answer) -> str:
    """What the code on the screen opens, as a phone reads it."""
    assert asked.status == 201, asked.text
    kind, _, picture = asked.json["picture"].partition(",")
    assert kind == "data:image/png;base64"
    text = zxingcpp.read_barcodes(Image.open(BytesIO(base64.b64decode(picture))))[0].text
    page, _, scene = text.removeprefix("mini-program:").partition("?scene=")
    assert page == "packages/kiosk/ask/ask"
    return scene


async def agreed(town: Town, scene: str, phone: str) -> Answer:
    """The phone that scanned it says yes."""
    return await town.post(f"/api/v1/kiosk-asks/{scene}/agree", {}, token=phone)


async def ran_out(town: Town) -> None:
    """Minutes later."""
    past = town.world.product.engines.sessions._wall.now() - timedelta(seconds=1)
    await town.world.store.kiosk_asks.change_many({}, {"$set": {"until": past}})


async def proven_phone(town: Town, device: Device, code: str = "li-qiang") -> str:
    """A phone of level 2, and its person's card on the kiosk's reader."""
    phone = await town.proven(code)
    assert (await device.enter(code)).json["level"] == 1
    return phone


async def test_the_own_phone_raises_the_session_once(device: Device, town: Town) -> None:
    phone = await proven_phone(town, device)
    asked = await device.post(ASKS, {"kind": "prove"})
    assert "请用您本人的手机" in asked.json["told"]
    scene = scene_of(asked)
    assert (await device.get(ASKS)).json["state"] == "open"
    shown = (await town.get(f"/api/v1/kiosk-asks/{scene}", token=phone)).json
    assert (shown["kind"], shown["kiosk_name"], shown["hall_name"]) == ("prove", "政务服务中心1号自助终端", "云城区政务服务中心")
    assert "李" not in str(shown), "whose session it is, is not said"
    assert (await device.get("/api/v1/certificates")).status == 403
    for _ in range(2):
        assert (await agreed(town, scene, phone)).json["detail"].startswith("好了，请看自助终端的屏幕")
    now = (await device.get(ASKS)).json
    assert (now["state"], now["session"]["level"]) == ("agreed", 2)
    assert (await device.get("/api/v1/certificates")).status == 200
    (kept,) = await town.world.store.sessions.find({"kiosk": "kiosk-center-1"})
    assert [each["action"] for each in kept["events"]].count("session.proven") == 1
    other = Device(town, "demo-kiosk-luoxi-1", "R-LUOXI-1")
    await other.enter("li-qiang")
    assert (await other.get("/api/v1/certificates")).status == 403, "that one session, and no other"


async def test_another_persons_phone_is_refused_on_both_screens(device: Device, town: Town) -> None:
    mine, stranger = await proven_phone(town, device), await town.proven("li-min")
    scene = scene_of(await device.post(ASKS, {"kind": "prove"}))
    refused = await agreed(town, scene, stranger)
    assert (refused.status, refused.json["title"]) == (403, "这个码要本人来扫")
    now = (await device.get(ASKS)).json
    assert (now["state"], "不是您本人" in now["told"], now["session"]["level"]) == ("refused", True, 1)
    assert (await agreed(town, scene, mine)).status == 404, "the code is gone with it"


async def test_a_phone_that_has_not_proven_its_person_does_so_first(device: Device, town: Town) -> None:
    phone = await town.matched("li-qiang")
    await device.enter("li-qiang")
    scene = scene_of(await device.post(ASKS, {"kind": "prove"}))
    first = await agreed(town, scene, phone)
    assert (first.status, first.json["type"]) == (403, "/problems/proof_needed")
    await town.proven_again(phone, "li-qiang")
    assert (await agreed(town, scene, phone)).status == 200


async def test_a_code_runs_out_and_the_next_one_replaces_it(device: Device, town: Town) -> None:
    phone = await proven_phone(town, device)
    first = scene_of(await device.post(ASKS, {"kind": "prove"}))
    second = scene_of(await device.post(ASKS, {"kind": "prove"}))
    told = await agreed(town, first, phone)
    assert (told.status, "重新取一个" in told.json["detail"]) == (404, True)
    await ran_out(town)
    assert (await agreed(town, second, phone)).status == 404
    now = (await device.get(ASKS)).json
    assert (now["state"], "重新取一个" in now["told"]) == ("over", True)


async def test_whoever_left_the_kiosk_raises_nothing(device: Device, town: Town) -> None:
    phone = await proven_phone(town, device)
    scene = scene_of(await device.post(ASKS, {"kind": "prove"}))
    assert (await device.send("DELETE", "/api/v1/kiosk/sessions/current")).status == 204
    gone = await agreed(town, scene, phone)
    assert (gone.status, "已经退出" in gone.json["detail"]) == (409, True)


async def test_without_wechat_it_says_so_and_the_other_ways_stay(device: Device, town: Town) -> None:
    await proven_phone(town, device)
    await town.sandbox.switch("wechat.code", error_status=503)
    assert (await device.post(ASKS, {"kind": "prove"})).status == 503
    assert (await device.get(ASKS)).status == 404
    assert (await device.post(ASKS, {"kind": "staff"})).json["number"]


@pytest.mark.parametrize("level", [1, 2])
async def test_whoever_has_no_card_enters_by_phone_with_its_level(device: Device, town: Town, level: int) -> None:
    phone = await (town.proven if level == 2 else town.matched)("li-qiang")
    assert (await device.post(f"{ARRIVALS}/session")).status == 409
    asked = await device.post(ARRIVALS)
    scene = scene_of(asked)
    early = await device.post(f"{ARRIVALS}/session")
    assert (early.status, "手机上还没有确认" in early.json["detail"]) == (409, True)
    assert (await agreed(town, scene, phone)).status == 200
    stranger = await agreed(town, scene, await town.matched("li-min"))
    assert stranger.status in (403, 404), "nobody else enters with it"
    assert (await device.get(ARRIVALS)).json["state"] in ("agreed", "refused")
    other = Device(town, "demo-kiosk-luoxi-1", "R-LUOXI-1")
    assert (await other.post(f"{ARRIVALS}/session")).status == 409, "that one device"
    entered = await device.post(f"{ARRIVALS}/session")
    assert (entered.status, entered.json["name"], entered.json["level"]) == (201, "李强", level)
    device.session = entered.headers["Set-Cookie"].partition("=")[2].partition(";")[0]
    assert (await device.get("/api/v1/certificates")).status == (200 if level == 2 else 403)
    assert (await device.post(f"{ARRIVALS}/session")).status == 409, "once"


async def test_an_application_goes_on_on_the_own_phone(device: Device, town: Town) -> None:
    phone = await town.matched("li-qiang")
    await device.enter("li-qiang")
    draft = (await device.post("/api/v1/cases", {"item": "ssc-apply"})).json
    scene = scene_of(await device.post(ASKS, {"kind": "carry", "case": draft["id"]}))
    assert (await town.get(f"/api/v1/kiosk-asks/{scene}", token=phone)).json["item_name"] == draft["item_name"]
    assert (await device.send("DELETE", "/api/v1/kiosk/sessions/current")).status == 204
    opened = await agreed(town, scene, phone)
    assert (opened.json["kind"], opened.json["case"]) == ("carry", draft["id"]), "also after its person left the kiosk"
    assert (await town.get(f"/api/v1/cases/{draft['id']}", token=phone)).status == 200


async def test_only_an_own_draft_goes_on(device: Device, town: Town) -> None:
    others = await town.made("/api/v1/cases", {"item": "ssc-apply"}, await town.matched("li-min"))
    await device.enter("li-qiang")
    assert (await device.post(ASKS, {"kind": "carry", "case": others["id"]})).status == 404
    for body in ({"kind": "carry"}, {"kind": "prove", "case": others["id"]}, {"kind": "enter"}):
        assert (await device.post(ASKS, body)).status == 422


async def test_staff_of_the_hall_look_at_card_and_person(device: Device, town: Town) -> None:
    await device.enter("li-qiang")
    number = (await device.post(ASKS, {"kind": "staff"})).json["number"]
    clerk, elsewhere = await town.staff("huanglijuan"), await town.staff("nichen")
    (shown,) = (await town.get(STAFF, token=clerk)).json["items"]
    assert (shown["kiosk_name"], shown["person"]) == ("政务服务中心1号自助终端", "李*")
    assert number not in str(shown), "it is read off the screen, there"
    right = {"number": number, "last_four": town.citizen("li-qiang").id_number[-4:]}
    assert (await town.get(STAFF, token=elsewhere)).json["items"] == []
    assert (await town.post(STAFF, right, token=elsewhere)).json["errors"][0]["pointer"] == "/number"
    wrong = await town.post(STAFF, {**right, "last_four": "0000"}, token=clerk)
    assert (wrong.status, wrong.json["errors"][0]["pointer"], "不一样" in wrong.json["detail"]) == (422, "/last_four", True)
    done = await town.post(STAFF, right, token=clerk)
    assert (done.status, "李*可以在政务服务中心1号自助终端上接着办" in done.json["detail"]) == (200, True)
    assert (await device.get(ASKS)).json["session"]["level"] == 2
    assert (await device.get("/api/v1/certificates")).status == 200
    assert (await town.get(STAFF, token=clerk)).json["items"] == []
    late = await town.post(STAFF, right, token=await town.staff("huanglijuan"))
    assert (late.status, late.json["type"]) == (409, "/problems/conflict"), "once"
    assert "黄丽娟刚刚已经核对了" in late.json["detail"]
    assert (await town.post(STAFF, right, token=elsewhere)).json["errors"][0]["pointer"] == "/number", "told in that hall alone"
    (citizen,) = await town.world.store.citizens.find({"proofs.method": "counter"})
    assert citizen["proofs"][-1]["purpose"] == "在政务服务中心1号自助终端上办理"


async def test_a_village_officer_looks_at_who_waits_at_a_kiosk_of_their_hall(town: Town) -> None:
    """今日 is theirs, too; it is the proof of a village officer then."""
    device = Device(town, "demo-kiosk-luoxi-1", "R-LUOXI-1")
    await device.enter("li-qiang")
    number = (await device.post(ASKS, {"kind": "staff"})).json["number"]
    right = {"number": number, "last_four": town.citizen("li-qiang").id_number[-4:]}
    elsewhere, officer = await town.staff("weichunyan"), await town.staff("liufang")
    assert (await town.get(STAFF, token=elsewhere)).json["items"] == []
    assert (await town.post(STAFF, right, token=elsewhere)).status == 422, "of another town's hall"
    (shown,) = (await town.get(STAFF, token=officer)).json["items"]
    assert shown["kiosk_name"] == "罗溪街道1号自助终端"
    assert (await town.post(STAFF, right, token=officer)).status == 200
    assert (await device.get(ASKS)).json["session"]["level"] == 2
    (citizen,) = await town.world.store.citizens.find({"proofs.method": "village_officer"})
    assert citizen["proofs"][-1]["by_name"] == "柳芳"


async def test_five_wrong_answers_end_it(device: Device, town: Town) -> None:
    await device.enter("li-qiang")
    number = (await device.post(ASKS, {"kind": "staff"})).json["number"]
    clerk = await town.staff("huanglijuan")
    right = {"number": number, "last_four": town.citizen("li-qiang").id_number[-4:]}
    wrong = [await town.post(STAFF, {**right, "last_four": "0000"}, token=clerk) for _ in range(5)]
    assert [(each.status, each.json["errors"][0]["pointer"]) for each in wrong] == [(422, "/last_four")] * 4 + [(422, "/number")]
    for spent in (wrong[-1], await town.post(STAFF, right, token=clerk)):
        assert "已经填错5次" in spent.json["detail"], "why, and not that nobody shows it"
    now = (await device.get(ASKS)).json
    assert (now["state"], "填错了5次" in now["told"]) == ("over", True)
    assert (await town.get(STAFF, token=clerk)).json["items"] == [], "a dead one waits for nobody"
    again = (await device.post(ASKS, {"kind": "staff"})).json["number"]
    assert len((await town.get(STAFF, token=clerk)).json["items"]) == 1
    assert (await town.post(STAFF, {**right, "number": again}, token=clerk)).status == 200


async def test_a_number_runs_out_and_whoever_has_gone_waits_no_more(device: Device, town: Town) -> None:
    clerk = await town.staff("huanglijuan")
    await device.enter("li-qiang")
    await device.post(ASKS, {"kind": "staff"})
    await ran_out(town)
    now = (await device.get(ASKS)).json
    assert (now["state"], "这个数字不能再用" in now["told"], "码" in now["told"]) == ("over", True, False)
    await device.post(ASKS, {"kind": "staff"})
    assert len((await town.get(STAFF, token=clerk)).json["items"]) == 1
    await device.enter("li-qiang")
    await device.post(ASKS, {"kind": "staff"})
    assert len((await town.get(STAFF, token=clerk)).json["items"]) == 1, "the one before ended with its session"
    await device.send("DELETE", "/api/v1/kiosk/sessions/current")
    assert (await town.get(STAFF, token=clerk)).json["items"] == []


async def test_nobody_waits_longer_than_their_session_may_last(device: Device, town: Town) -> None:
    await device.enter("li-qiang")
    soon = town.world.product.engines.sessions._wall.now() + timedelta(seconds=90)
    await town.world.store.sessions.change_many({"kiosk": {"$ne": None}}, {"$set": {"last_at": soon}})
    assert 60 < (await device.post(ASKS, {"kind": "staff"})).json["expires_in"] <= 90


async def test_staff_of_no_hall_and_a_person_who_left(device: Device, town: Town) -> None:
    await device.enter("li-qiang")
    number = (await device.post(ASKS, {"kind": "staff"})).json["number"]
    right = {"number": number, "last_four": town.citizen("li-qiang").id_number[-4:]}
    of_no_hall = await town.staff("qiyunbo")
    assert (await town.get(STAFF, token=of_no_hall)).json["items"] == []
    assert "大厅的工作人员" in (await town.post(STAFF, right, token=of_no_hall)).json["detail"]
    await device.send("DELETE", "/api/v1/kiosk/sessions/current")
    gone = await town.post(STAFF, right, token=await town.staff("huanglijuan"))
    assert (gone.status, "已经退出" in gone.json["detail"]) == (409, True)


async def test_two_kiosks_of_a_hall_never_show_the_same_number(device: Device, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next draw is another one where a kiosk beside shows it already."""
    admin = await town.head("taosiyuan")
    made = await town.post("/api/v1/staff/kiosks", {"name": "2号机", "hall": "center", "reader": ""}, token=admin, key="")
    second = Device(town, made.json["credential"])
    phone = await town.matched("li-min")
    assert (await agreed(town, scene_of(await second.post(ARRIVALS)), phone)).status == 200
    second.session = (await second.post(f"{ARRIVALS}/session")).headers["Set-Cookie"].partition("=")[2].partition(";")[0]
    await device.enter("li-qiang")
    drawn = iter(["1234", "1234", "5678"])
    monkeypatch.setattr("backend.people.kiosk_asks.ids.digits", lambda length: next(drawn))
    assert (await device.post(ASKS, {"kind": "staff"})).json["number"] == "1234"
    assert (await second.post(ASKS, {"kind": "staff"})).json["number"] == "5678"

"""WeChat and SMS that are busy, expired, refused or down: logging in says what to do; messages wait and arrive, exactly
once in the inbox."""

from typing import Any

import pytest
from structlog.testing import capture_logs

from backend.clock import wall_time
from tests.api.outside.conftest import QUICK, again, inbox
from tests.client import Answer
from tests.people_edge import Edge
from tests.sandbox_control import SandboxProcess
from tests.world import World

SLOT = {"items": ["ssc-apply"], "hall": "center", "start": "2026-11-25T09:00:00+08:00"}
SLOW = {"delay_ms": int(QUICK * 1000) + 300}


async def log_in(edge: Edge) -> Answer:
    return await edge.post("/api/v1/sessions", {"code": "demo:li-qiang"}, key="")


@pytest.mark.parametrize(
    ("switch", "status", "words"),
    [
        ({"down": True}, 503, "微信"),
        (SLOW, 503, "微信"),
        ({"error_code": -1}, 503, "微信"),
        ({"error_status": 502}, 503, "微信"),
        ({"error_code": 40029}, 401, "重新打开小程序"),
        ({"error_code": 45011}, 429, "一分钟"),
        ({"error_code": 40226}, 403, "窗口"),
    ],
)
async def test_a_log_in_that_fails_says_what_to_do(
    edge: Edge, sandbox: SandboxProcess, switch: dict[str, Any], status: int, words: str
) -> None:
    await sandbox.switch("wechat.login", **switch)
    answer = await log_in(edge)
    assert (answer.status, words in answer.json["detail"]) == (status, True), answer.text
    await sandbox.reset_switches()
    assert (await log_in(edge)).status == 201


@pytest.mark.parametrize("errcode", [40013, 40125, 40164, 48001])
async def test_a_log_in_we_set_up_wrong_is_told_and_logged_with_wechats_code(edge: Edge, sandbox: SandboxProcess, errcode: int) -> None:
    await sandbox.switch("wechat.login", error_code=errcode)
    with capture_logs() as logged:
        answer = await log_in(edge)
    assert (answer.status, answer.json["type"], answer.headers["Retry-After"]) == (503, "/problems/wechat_unavailable", "300")
    assert "到任一窗口办理" in answer.json["detail"]
    assert str(errcode) not in answer.text
    told = [(each["log_level"], each["errcode"]) for each in logged if each["event"] == "wechat_misconfigured"]
    assert told == [("error", errcode)]
    assert "request_failed" not in {each["event"] for each in logged}


async def booked(edge: Edge) -> str:
    """A token of 李敏, who has just booked: told by WeChat, SMS and inbox once the relay has run."""
    token = await edge.matched("li-min")
    answer = await edge.post("/api/v1/appointments", SLOT, token=token)
    assert answer.status == 201, answer.text
    return token


async def received(edge: Edge) -> int:
    """How many WeChat messages 李敏 got."""
    return len(await edge.sandbox.subscribe_messages("li-min"))


async def texts(edge: Edge) -> list[str]:
    """SMS to 李敏, but for codes."""
    return [text for text in await edge.sandbox.sms(str(edge.citizen("li-min").phone)) if "验证码" not in text]


@pytest.mark.parametrize("errcode", [40001, 42001])
async def test_an_expired_token_is_renewed_once_and_the_message_sent_once(
    edge: Edge, world: World, sandbox: SandboxProcess, errcode: int
) -> None:
    token = await booked(edge)
    await sandbox.switch("wechat.message", error_code=errcode, times=1)
    await world.settle()
    assert (await received(edge), len(await inbox(edge, token))) == (1, 1)
    assert await waiting(world) == 0


async def test_a_token_that_is_never_good_is_not_tried_for_ever(edge: Edge, world: World, sandbox: SandboxProcess) -> None:
    token = await booked(edge)
    await sandbox.switch("wechat.message", error_code=42001)
    await world.settle()
    assert (await received(edge), len(await inbox(edge, token)), len(await texts(edge))) == (0, 1, 1)
    assert await waiting(world) == 1
    await sandbox.reset_switches()
    await again(world)
    assert (await received(edge), len(await inbox(edge, token)), len(await texts(edge))) == (1, 1, 1)
    assert await waiting(world) == 0


async def test_who_refuses_messages_is_told_otherwise_and_not_pestered(edge: Edge, world: World, sandbox: SandboxProcess) -> None:
    """43101: the inbox and the SMS have it, nothing is tried again."""
    await sandbox.refuse_messages("li-min")
    token = await booked(edge)
    await world.settle()
    await again(world)
    assert (await received(edge), len(await inbox(edge, token)), len(await texts(edge))) == (0, 1, 1)
    assert await waiting(world) == 0


@pytest.mark.parametrize(
    "switch", [{"error_code": -1}, {"down": True}, SLOW, {"error_status": 500}], ids=["busy", "down", "slow", "failing"]
)
async def test_wechat_in_trouble_delays_wechat_only(edge: Edge, world: World, sandbox: SandboxProcess, switch: dict[str, Any]) -> None:
    token = await booked(edge)
    await sandbox.switch("wechat.message", **switch)
    await world.settle()
    await again(world)
    assert (len(await inbox(edge, token)), len(await texts(edge))) == (1, 1), "once each, however often WeChat is tried"
    await sandbox.reset_switches()
    await again(world)
    assert await received(edge) >= 1
    assert (len(await inbox(edge, token)), len(await texts(edge))) == (1, 1)
    assert await waiting(world) == 0


async def test_sms_in_trouble_delays_sms_only(edge: Edge, world: World, sandbox: SandboxProcess) -> None:
    token = await booked(edge)
    await sandbox.switch("sms", down=True)
    await world.settle()
    assert (await received(edge), len(await inbox(edge, token)), await texts(edge)) == (1, 1, [])
    assert await waiting(world) == 1
    await again(world)
    await sandbox.reset_switches()
    await again(world)
    assert (await received(edge), len(await inbox(edge, token)), len(await texts(edge))) == (1, 1, 1)
    assert await waiting(world) == 0


async def test_everything_down_is_not_forgotten(edge: Edge, world: World, sandbox: SandboxProcess) -> None:
    """The appointment stands, the inbox has it; both messages come when their ways are open again."""
    token = await booked(edge)
    await sandbox.switch("sms", down=True)
    await sandbox.switch("wechat", down=True)
    await world.settle()
    for _ in range(3):
        await again(world)
    assert len(await inbox(edge, token)) == 1
    put_off = (await world.store.outbox.find({"state": "pending"}))[0]
    assert put_off["next_at"] > wall_time(), "tried less and less often"
    await sandbox.reset_switches()
    await again(world)
    assert (await received(edge), len(await inbox(edge, token)), len(await texts(edge))) == (1, 1, 1)


@pytest.mark.parametrize("switch", [{"down": True}, SLOW, {"error_status": 500}, {"error_status": 429}])
async def test_a_code_that_cannot_be_sent_says_what_to_do(edge: Edge, sandbox: SandboxProcess, switch: dict[str, Any]) -> None:
    token = await edge.login("li-qiang")
    phone = {"phone": edge.citizen("li-qiang").phone}
    await sandbox.switch("sms", **switch)
    answer = await edge.post("/api/v1/sms-codes", phone, token=token, key="")
    assert (answer.status, answer.json["type"]) == (503, "/problems/sms_unavailable"), answer.text
    assert "窗口" in answer.json["detail"]
    await sandbox.reset_switches()
    sent = await edge.post("/api/v1/sms-codes", phone, token=token, key="")
    assert sent.status == 202, "nothing was sent, so there is no minute to wait"
    assert await edge.sandbox.sms_code(str(phone["phone"]))


async def waiting(world: World) -> int:
    """How many events wait in the outbox."""
    return await world.store.outbox.count({"state": "pending"})

"""The line of server-sent events over HTTP: messages, signs of life, its end with the session."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from structlog.testing import capture_logs

from tests.api.cases.test_pre_review import act, handed_in
from tests.api.kiosk_hall import Device
from tests.factories import Town
from tests.sandbox_control import SandboxProcess
from tests.world import World

EVENTS = "/api/v1/events"


@pytest.fixture
def town(world: World, sandbox: SandboxProcess, monkeypatch: pytest.MonkeyPatch) -> Town:
    """The demo district, with signs of life five times a second."""
    monkeypatch.setattr(world.product.engines.live, "heartbeat", 0.2)
    return Town(world, sandbox)


@asynccontextmanager
async def _line(town: Town, token: str, after: str = "") -> AsyncIterator[aiohttp.ClientResponse]:
    headers = {"Authorization": f"Bearer {token}", **({"Last-Event-ID": after} if after else {})}
    async with aiohttp.ClientSession() as session, session.get(town.url + EVENTS, headers=headers) as answer:
        yield answer


async def _message(answer: aiohttp.ClientResponse) -> dict[str, str]:
    """The next message that is more than a sign of life."""
    while True:
        async with asyncio.timeout(10):
            lines = (await answer.content.readuntil(b"\n\n")).decode().strip().split("\n")
        found = dict(line.split(": ", 1) for line in lines if ": " in line)
        if "event" in found:
            return found


async def test_a_department_hears_of_its_cases_at_once(town: Town) -> None:
    clerk, elsewhere = await town.staff("yaoshuxian"), await town.staff("duyu")
    citizen = await town.proven("wang-guifang")
    async with _line(town, clerk) as answer, _line(town, elsewhere) as other:
        assert (answer.status, answer.headers["Content-Type"]) == (200, "text/event-stream; charset=utf-8")
        assert answer.headers["Cache-Control"] == "no-store"
        case = await handed_in(town, citizen)
        told = await _message(answer)
        assert (told["event"], case["id"] in told["data"], "王桂芳" in told["data"]) == ("case", True, False)
        await act(town, clerk, case, "claim", staff=True)
        await _message(answer)
        for _ in range(3):  # nothing but signs of life for another department
            async with asyncio.timeout(10):
                assert b"event:" not in await other.content.readuntil(b"\n\n")
    async with _line(town, clerk, told["id"]) as answer:
        again = await _message(answer)
        assert (again["event"], again["id"] != told["id"]) == ("case", True)
    async with _line(town, clerk, "unknown") as answer:
        assert (await _message(answer))["event"] == "reset"


async def test_a_line_ends_with_its_session(town: Town) -> None:
    token = await town.staff("yaoshuxian")
    async with _line(town, token) as answer:
        assert (await town.delete("/api/v1/staff/sessions/current", token=token)).status == 204
        async with asyncio.timeout(10):
            rest = await answer.content.read()
    assert b"event:" not in rest


async def test_a_reader_who_goes_away_is_no_failure(town: Town) -> None:
    """A browser that opens another page: its line is left without a word of alarm."""
    token = await town.staff("yaoshuxian")
    with capture_logs() as logged:
        async with _line(town, token) as answer:
            await answer.content.readuntil(b"\n\n")
        async with asyncio.timeout(10):
            while not any(entry.get("route") == EVENTS and entry["event"] == "request" for entry in logged):
                await asyncio.sleep(0.05)
    assert {entry["log_level"] for entry in logged if entry.get("route") == EVENTS} == {"info"}


async def test_only_staff_hold_a_line(town: Town) -> None:
    assert (await town.get(EVENTS)).status == 401
    assert (await town.get(EVENTS, token=await town.login("wang-guifang"))).status == 401


async def test_staff_of_the_hall_hear_that_whoever_asked_at_a_kiosk_has_left(town: Town) -> None:
    """By themselves, by the next card, and by the device that is taken out of use; what was told of has gone from their list."""
    clerk, admin, device = await town.staff("huanglijuan"), await town.head("taosiyuan"), Device(town)
    [kiosk] = [
        each for each in (await town.get("/api/v1/staff/kiosks", token=admin)).json["items"] if each["hall"] == "center" and each["reader"]
    ]

    async def asks(code: str) -> None:
        await device.enter(code)
        assert (await device.post("/api/v1/kiosk/asks", {"kind": "staff"})).status == 201

    async def told(answer: aiohttp.ClientResponse) -> int:
        assert (await _message(answer))["event"] == "kiosk"
        return len((await town.get("/api/v1/staff/kiosk-asks", token=clerk)).json["items"])

    async with _line(town, clerk) as answer:
        await asks("li-qiang")
        assert await told(answer) == 1
        assert (await device.send("DELETE", "/api/v1/kiosk/sessions/current")).status == 204
        assert await told(answer) == 0
        await asks("li-qiang")
        assert await told(answer) == 1
        await device.enter("li-min")
        assert await told(answer) == 0
        assert (await device.post("/api/v1/kiosk/asks", {"kind": "staff"})).status == 201
        assert await told(answer) == 1
        assert (await town.post(f"/api/v1/staff/kiosks/{kiosk['id']}/withdraw", {"reason": "送修"}, token=admin)).status < 300
        assert await told(answer) == 0

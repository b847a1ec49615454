"""mongod and valkey are killed under load; the server goes on, and both come back by themselves."""

import asyncio
import json
from collections.abc import Callable
from urllib.parse import urlsplit

import psutil
import pytest

from tests import invariants
from tests.client import Answer
from tests.faults.aftermath import lost, until, until_settled
from tests.faults.conftest import Townspeople
from tests.faults.server_process import ServerProcess, freeze, wait_for
from tests.faults.storm import Storm, Weather, is_clear, replayed
from tests.invariants import Data
from tests.people_edge import Edge

_JSON = {"Content-Type": "application/json"}
pytestmark = [pytest.mark.faults, pytest.mark.timeout(180)]


async def test_valkey_killed(server: ServerProcess, edge: Edge, people: Townspeople) -> None:
    """It holds nothing that cannot be lost: what is counted there is counted in the process meanwhile."""
    valkey = server.child("valkey-server")
    freeze(valkey)
    ready = await edge.get("/readyz")
    assert (ready.status, ready.json["cache"], ready.json["database"]) == (200, "down", "ok")
    limited = await edge.post("/api/v1/items/longevity/advice-slips", {}, key="")
    assert limited.status == 201, limited.text
    issued = await edge.post("/api/v1/certificates", {"item": "archive-proof", "form": {"purpose": "work"}}, token=people.agents[0][0])
    assert issued.status == 201, issued.text
    valkey.kill()
    await asyncio.to_thread(wait_for, lambda: server.has_new("valkey-server", than=valkey.pid), 15)
    async with asyncio.timeout(15):
        while (await edge.get("/readyz")).json["cache"] != "ok":
            await asyncio.sleep(0.05)
    assert (await edge.post("/api/v1/items/longevity/advice-slips", {}, key="")).status == 201


async def test_mongod_killed_under_load(
    server: ServerProcess, edge: Edge, storms: tuple[Weather, list[Storm]], data: Callable[[], Data]
) -> None:
    """Requests of these moments succeed a little later or say so; nothing that was acknowledged is lost."""
    weather, kinds = storms
    running = asyncio.gather(*(storm.run() for storm in kinds))
    await until(lambda: weather.answered > 60 and all(storm.in_flight for storm in kinds), 30)
    mongod = server.child("mongod")
    mongod.kill()
    meanwhile = await _answers_until_back(edge)
    assert await asyncio.to_thread(server.has_new, "mongod", mongod.pid), "the server has started it again"
    before = weather.answered
    await until(lambda: weather.answered > before + 30, 30)
    weather.ending = True
    await running

    assert all(is_clear(answer) and answer.headers["Retry-After"] for answer in meanwhile)
    assert weather.complaints() == []
    assert weather.cut == {}, "the server itself never went away"
    database = data()
    assert lost(database, weather.kept) == []
    assert await replayed(weather) == []
    assert invariants.always(database) == []
    await until_settled(database)


async def test_a_database_that_does_not_answer_is_said_so(server: ServerProcess, edge: Edge) -> None:
    """Frozen, not dead: no connection breaks, nothing comes."""
    mongod = server.child("mongod")
    freeze(mongod)
    try:
        alive, ready = await asyncio.gather(edge.get("/healthz"), edge.get("/readyz"))
        assert alive.status == 200
        assert (ready.status, is_clear(ready)) == (503, True)
        assert "数据库" in ready.json["detail"]
    finally:
        mongod.resume()
    async with asyncio.timeout(15):
        while (await edge.get("/readyz")).status != 200:
            await asyncio.sleep(0.05)


async def _answers_until_back(edge: Edge) -> list[Answer]:
    """What /readyz says until it is well again; the answers in which it was not."""
    unready: list[Answer] = []
    async with asyncio.timeout(30):
        while True:
            answer = await edge.get("/readyz")
            if answer.status == 200 and unready:
                return unready
            if answer.status != 200:
                unready.append(answer)
            await asyncio.sleep(0.02)


async def test_workers_killed_are_replaced(server: ServerProcess, edge: Edge, people: Townspeople) -> None:
    """What renders certificates is killed: the call is run again by the next one."""
    workers = [each for each in server.children() if _is_worker(each)]
    assert workers
    for worker in workers:
        worker.kill()
    body = {"item": "archive-proof", "form": {"purpose": "work"}}
    async with asyncio.timeout(30):
        while (issued := await edge.post("/api/v1/certificates", body, token=people.agents[1][0], key="rendered")).status == 503:
            assert is_clear(issued)
    assert issued.status == 201, issued.text


def _is_worker(process: psutil.Process) -> bool:
    return any("backend.worker" in word for word in process.cmdline())


async def test_a_client_that_goes_away_harms_nobody(server: ServerProcess, edge: Edge, people: Townspeople) -> None:
    """Somebody closes the mini-program while their certificate is made: it is there, once, when they come back."""
    body = json.dumps({"item": "archive-proof", "form": {"purpose": "work"}}).encode()
    await _send_and_leave(server, people.mother, "gone", body)
    back = await edge.post("/api/v1/certificates", body, token=people.mother, key="gone", headers=_JSON)
    assert back.status == 201, back.text
    again = await edge.post("/api/v1/certificates", body, token=people.mother, key="gone", headers=_JSON)
    assert again.json["id"] == back.json["id"]


async def _send_and_leave(server: ServerProcess, token: str, key: str, body: bytes) -> None:
    """Sends a whole request and closes the connection at once: whatever the server answers, nobody is there to read it."""
    head = f"POST /api/v1/certificates HTTP/1.1\r\nHost: {urlsplit(server.url).netloc}\r\nAuthorization: Bearer {token}\r\n"
    head += f"Idempotency-Key: {key}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    address = urlsplit(server.url)
    _, writer = await asyncio.open_connection(address.hostname, address.port)
    writer.write(head.encode() + body)
    await writer.drain()
    writer.close()
    await writer.wait_closed()

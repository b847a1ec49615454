"""One product in a process of its own, through all its deaths, and the people who use it."""

import random
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import aiohttp
import pytest
from pymongo import MongoClient

from backend import ids
from backend.clock import SHANGHAI, wall_time
from backend.people.sessions import digest_of
from models.people import Session
from tests.conftest import MONDAY
from tests.faults.server_process import ServerProcess
from tests.faults.storm import Applications, Bookings, Certificates, Revocations, Storm, Weather
from tests.invariants import Data
from tests.people_edge import Edge
from tests.sandbox_control import SandboxProcess

DATABASE = "yici"
_MOST_BOOKING = 150  # people of one storm
_SLOTS = 6  # of one storm


@pytest.fixture(scope="session")
def _server() -> Iterator[ServerProcess]:
    base = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="yici-faults-", dir=base if base.is_dir() else None))
    server = ServerProcess(folder / "data")
    server.set_clock(MONDAY)
    yield server
    if server.is_running:
        server.kill(everything=True)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def server(_server: ServerProcess) -> ServerProcess:
    """The product, running."""
    if not _server.is_running:
        _server.start()
    return _server


@pytest.fixture(scope="session")
async def _http() -> AsyncIterator[aiohttp.ClientSession]:
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar(), connector=connector) as session:
        yield session


@pytest.fixture
def edge(server: ServerProcess, _http: aiohttp.ClientSession) -> Edge:
    """A client that logs demo people in."""
    sandbox = SandboxProcess(server.data_dir / "sandbox")
    sandbox.url = server.sandbox_url
    return Edge(server.url, _http, sandbox, SimpleNamespace())


@dataclass(frozen=True)
class Townspeople:
    """Tokens of people who are known to the registers, and what the mother's application says."""

    mother: str
    agents: list[tuple[str, dict[str, Any]]]
    form: dict[str, Any]


@pytest.fixture(scope="session")
def _known() -> dict[str, Townspeople]:
    return {}


@pytest.fixture
async def people(edge: Edge, _known: dict[str, Townspeople]) -> Townspeople:
    """王桂芳 and her two children, proven once: sessions outlive the server."""
    if "people" not in _known:
        mother, agents = await edge.proven("wang-guifang"), ["li-min", "li-qiang"]
        own = (await edge.get("/api/v1/items/longevity/form", token=mother)).json
        form = {
            **own["values"],
            "living": "same",
            "account": {"holder": "王桂芳", "bank": "江州银行", "account": "6222000000000001"},
            "phone": edge.citizen("wang-guifang").phone,
            "alive_statement": True,
        }
        _known["people"] = Townspeople(mother, [(await edge.proven(each), edge.document(each)) for each in agents], form)
    return _known["people"]


@pytest.fixture
def data(server: ServerProcess) -> Iterator[Callable[[], Data]]:
    """Opens the database as it stands; to be called once no mongod is killed any more, for another comes back at another port."""
    clients: list[MongoClient[dict[str, Any]]] = []

    def opened() -> Data:
        clients.append(MongoClient(server.mongodb_uri, tz_aware=True, tzinfo=SHANGHAI, serverSelectionTimeoutMS=15_000))
        return clients[-1][DATABASE]

    yield opened
    for client in clients:
        client.close()


@pytest.fixture
async def storms(
    edge: Edge, people: Townspeople, server: ServerProcess, request: pytest.FixtureRequest
) -> AsyncIterator[tuple[Weather, list[Storm]]]:
    """Everything at once: bookings, applications, certificates, revocations. The seed is the test's own name."""
    weather = Weather(edge, random.Random(request.node.name))
    weather.up.set()
    days = {"from": "2026-11-24", "to": "2026-12-04"}
    listed = (await edge.send("GET", "/api/v1/halls/center/slots", query={"item": "ssc-apply", **days})).json["items"]
    starts = weather.random.sample([slot["start"] for slot in listed if slot["free"] > 3], _SLOTS)
    tokens = [ids.token() for _ in range(_MOST_BOOKING)]
    with MongoClient[dict[str, Any]](server.mongodb_uri) as client:
        client[DATABASE]["sessions"].insert_many(_session(token).to_document() for token in tokens)
    yield (
        weather,
        [
            Bookings(weather, tokens, starts),
            Applications(weather, people.mother, people.form),
            Certificates(weather, [token for token, _ in people.agents]),
            Revocations(weather, people.mother, people.agents),
        ],
    )
    weather.ending = True  # a test that failed leaves nobody storming into the next


def _session(token: str) -> Session:
    """A session of somebody nobody knows more of than that they matched: enough to book."""
    now = wall_time()
    return Session(
        _id=ids.new_id("session"),
        digest=digest_of(token),
        person=ids.new_id("citizen"),
        name="演示市民",
        matched=True,
        created_at=now,
        seen_at=now,
        expires_at=now + timedelta(days=1),
    )

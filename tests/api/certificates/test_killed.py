"""The server is killed in the middle of issuing: each certificate is there whole or not at all, and a retry completes."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import aiohttp
import psutil
import pytest
from pymongo import MongoClient

from backend.embedded import free_port
from tests.people_edge import Edge
from tests.sandbox_control import ROOT, SandboxProcess

DATABASE = "yici_killed"
ARCHIVE: dict[str, Any] = {"item": "archive-proof", "form": {"purpose": "work"}}
pytestmark = [pytest.mark.faults, pytest.mark.timeout(240)]


class Server:
    """`server.py` as its own process on the run's own database servers."""

    def __init__(self, data_dir: Path, mongodb_uri: str, redis_url: str) -> None:
        self.port, self.sandbox_port = free_port(), free_port()
        own = {"PORT": str(self.port), "YICI_SANDBOX_PORT": str(self.sandbox_port), "DATA_DIR": str(data_dir), "YICI_DATABASE": DATABASE}
        self._environment = os.environ | own | {"MONGODB_URI": mongodb_uri, "REDIS_URL": redis_url}
        self.url = f"http://127.0.0.1:{self.port}"

    @contextmanager
    def running(self) -> Iterator[subprocess.Popen[bytes]]:
        process = subprocess.Popen([sys.executable, "server.py"], cwd=ROOT, env=self._environment, stdout=subprocess.DEVNULL)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(60)

    async def ready(self) -> None:
        async with aiohttp.ClientSession() as session:
            for _ in range(300):
                try:
                    async with session.get(f"{self.url}/readyz") as answer:
                        if answer.status == 200:
                            return
                except aiohttp.ClientError:
                    pass
                await asyncio.sleep(0.1)
        raise TimeoutError("the server did not start")

    @asynccontextmanager
    async def client(self, state: Path) -> AsyncIterator[Edge]:
        sandbox = SandboxProcess(state)
        sandbox.url = f"http://127.0.0.1:{self.sandbox_port}"
        async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
            yield Edge(self.url, session, sandbox, SimpleNamespace())


async def ask(edge: Edge, token: str, key: str) -> str | None:
    """The id of the certificate issued; None where the server died first."""
    try:
        answer = await edge.post("/api/v1/certificates", ARCHIVE, token=token, key=key)
    except aiohttp.ClientError:
        return None
    assert answer.status == 201, answer.text
    return answer.json["id"]


async def test_a_killed_server_leaves_whole_certificates_or_none(tmp_path: Path, mongodb_uri: str, redis_url: str) -> None:
    server, keys = Server(tmp_path, mongodb_uri, redis_url), [f"key-{number}" for number in range(24)]
    with MongoClient[dict[str, Any]](mongodb_uri) as mongo:
        mongo.drop_database(DATABASE)
        mongo.drop_database(f"{DATABASE}_keys")
        with server.running() as process:
            await server.ready()
            async with server.client(tmp_path) as edge:
                token = await edge.proven("wang-guifang")
                first = asyncio.create_task(ask(edge, token, keys[0]))
                asking = [first, *(asyncio.create_task(ask(edge, token, key)) for key in keys[1:])]
                children = psutil.Process(process.pid).children(recursive=True)  # a slow look; after the answer the rest would be done
                await first
                process.send_signal(signal.SIGKILL)
                before = dict(zip(keys, await asyncio.gather(*asking), strict=True))
        assert None in before.values()
        assert psutil.wait_procs(children, timeout=10)[1] == []
        with server.running():
            await server.ready()
            _assert_whole(mongo)
            async with server.client(tmp_path) as edge:
                after = {key: await ask(edge, token, key) for key in keys}
        assert {key: made for key, made in before.items() if made} == {key: after[key] for key in keys if before[key]}
        assert len(set(after.values())) == len(keys)
        assert _assert_whole(mongo) == len(keys)


def _assert_whole(mongo: MongoClient[dict[str, Any]]) -> int:
    """Every closed case has its certificate and its file, and there are no others. Returns how many."""
    database = mongo[DATABASE]
    cases = {case["certificate"] for case in database.cases.find({"state": "closed"})}
    certificates = {each["_id"] for each in database.certificates.find({"state": "valid"}, {"_id": 1})}
    files = {each["_id"] for each in database.certificate_files.find({}, {"_id": 1})}
    assert cases == certificates == files
    return len(files)

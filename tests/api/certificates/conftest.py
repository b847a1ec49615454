"""The whole product over HTTP, against the real sandbox, for tests of certificates."""

from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import aiohttp
import pytest
import tornado.httpserver
import tornado.netutil
from redis.asyncio import Redis

from backend.clock import SetClock
from backend.secrets_file import with_secrets
from backend.store import Store
from composition import Product, build
from handlers.routes import App
from models.settings import Settings
from server import in_sandbox
from tests.people_edge import Edge
from tests.sandbox_control import ROOT, SandboxProcess


@pytest.fixture(scope="session")
async def _product(_store: Store, _clock: SetClock, _sandbox: SandboxProcess, redis_url: str, _data_dir: Path) -> AsyncIterator[Product]:
    settings = with_secrets(Settings(data_dir=_data_dir, catalogue_dir=ROOT / "catalogue", redis_url=redis_url, argon2_memory_kib=64))
    made = build(in_sandbox(settings, _sandbox.url), _clock, _store)
    await made.workers.start()
    yield made
    await made.workers.close()
    await made.clients.close()
    await made.engines.limits.close()


@pytest.fixture
async def product(store: Store, clock: SetClock, _product: Product, _sandbox: SandboxProcess, redis_url: str) -> AsyncIterator[Product]:
    """The product on an empty database and an empty Valkey, its relay and jobs at rest."""
    await _sandbox.reset()
    await _sandbox.set_clock(clock.now())
    async with Redis.from_url(redis_url) as valkey:
        await valkey.flushdb()  # rate limits of the test before
    await _product.engines.staff.seed(_product.district.staff if _product.district else (), clock.now())
    yield _product
    await _product.engines.certificates.drain()


@pytest.fixture
async def edge(product: Product, _sandbox: SandboxProcess) -> AsyncIterator[Edge]:
    """A client on a running server; it knows the demo people."""
    server = tornado.httpserver.HTTPServer(App(product.engines))
    sockets = tornado.netutil.bind_sockets(0, "127.0.0.1")
    server.add_sockets(sockets)
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as client:
        url = f"http://127.0.0.1:{sockets[0].getsockname()[1]}"
        yield Edge(url, client, _sandbox, cast(SimpleNamespace, cast(Any, product.engines)))
    server.stop()
    await server.close_all_connections()

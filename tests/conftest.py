"""Fixtures every test may use: the clock, the store, the whole product, an HTTP client on it."""

import base64
import gc
import os
import signal
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path
from types import FrameType

import pytest
import structlog
from pydantic import SecretStr

from backend.clock import SHANGHAI, SetClock
from backend.store import Store
from handlers.engines import Engines
from models.settings import Settings
from server import in_sandbox
from tests import servers as real
from tests.client import Api
from tests.emptying import Written
from tests.sandbox_control import SandboxProcess
from tests.world import World

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=SHANGHAI)
MASTER_KEY = base64.b64encode(bytes(range(96))).decode()
_SERVERS = real.Servers()


def pytest_configure(config: pytest.Config) -> None:
    """Starts the servers once a run, in the process that starts the test workers; unit tests alone need none."""
    plain = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)  # rich ones take a second each
    gc.set_threshold(20_000, 20, 20)  # as the server has it
    signal.signal(signal.SIGINT, _interrupted)
    structlog.configure(processors=[structlog.contextvars.merge_contextvars, structlog.processors.add_log_level, plain])
    only_unit = config.args and all("tests/unit" in str(argument) for argument in config.args)
    if not hasattr(config, "workerinput") and not only_unit:
        _SERVERS.start()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def _interrupted(number: int, frame: FrameType | None) -> None:
    """Ctrl-C, as Python has it. Not Python's own: in place of that, asyncio sets one of its own for each test and each
    asynchronous fixture, and `signal` writes out, to throw away, whatever that handler holds: twice the whole world a fixture gives."""
    raise KeyboardInterrupt


def pytest_unconfigure(config: pytest.Config) -> None:
    """Ends the servers this process started."""
    _SERVERS.stop()


@pytest.fixture(scope="session")
def worker_id(request: pytest.FixtureRequest) -> str:
    """The name of this test worker: "gw0", or "main" without workers."""
    return getattr(request.config, "workerinput", {}).get("workerid", "main")


@pytest.fixture(scope="session")
def mongodb_uri() -> str:
    """The real mongod of this run."""
    return os.environ[real.MONGODB]


@pytest.fixture(scope="session")
def redis_url(worker_id: str) -> str:
    """The real valkey of this run, with a database for each test worker."""
    return f"{os.environ[real.REDIS]}?db={worker_id.removeprefix('gw') if worker_id.startswith('gw') else 0}"


@pytest.fixture(scope="session")
def _clock() -> SetClock:
    return SetClock(MONDAY)


@pytest.fixture
def clock(_clock: SetClock) -> Iterator[SetClock]:
    """A clock that stands still at Monday 2026-11-23 10:00."""
    _clock.at = MONDAY
    yield _clock
    _clock.at = MONDAY


@pytest.fixture(scope="session")
async def _store(mongodb_uri: str, worker_id: str) -> AsyncIterator[Store]:
    store = await Store.open(mongodb_uri, f"yici_test_{worker_id}", MASTER_KEY)
    yield store
    await store.close()


@pytest.fixture(scope="session")
async def _written(_store: Store, mongodb_uri: str) -> AsyncIterator[Written]:
    written = Written(mongodb_uri, _store.database)
    yield written
    await written.close()


@pytest.fixture
async def store(_store: Store, _written: Written) -> Store:
    """The store on a real MongoDB, empty."""
    touched = await _written.since()
    for collection in _store.collections():
        if collection.name in touched:
            await collection.delete({})
    await _written.look()
    return _store


@pytest.fixture(scope="session")
def _data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="session")
def _sandbox(_data_dir: Path) -> Iterator[SandboxProcess]:
    folder = _data_dir / "sandbox"  # where the product looks for the seals of the authorities it relays
    folder.mkdir()
    process = SandboxProcess(folder)
    process.start()
    yield process
    process.stop()


@pytest.fixture
async def sandbox(_sandbox: SandboxProcess) -> SandboxProcess:
    """The outside world as it is at the beginning, with its switches."""
    await _sandbox.reset()
    return _sandbox


@pytest.fixture(scope="session")
async def _world(
    _sandbox: SandboxProcess, _clock: SetClock, _store: Store, mongodb_uri: str, redis_url: str, _data_dir: Path
) -> AsyncIterator[World]:
    settings = in_sandbox(
        Settings(
            port=0,
            data_dir=_data_dir,
            mongodb_uri=mongodb_uri,
            redis_url=redis_url,
            master_key=SecretStr(MASTER_KEY),
            token_key=SecretStr(base64.b64encode(bytes(32)).decode()),
            wechat_app_id="wx-sandbox",
            wechat_secret=SecretStr("sandbox-secret"),
            argon2_memory_kib=8,
            argon2_rounds=1,
            workers=False,
            render_processes=1,  # each takes seconds to load what it prints with
        ),
        _sandbox.url,
    )
    _clock.at = MONDAY
    for collection in _store.collections():
        await collection.delete({})
    world = await World.open(settings, _clock, _store, _sandbox)
    gc.freeze()  # as the server does: what was loaded stays, and is not looked through again and again
    yield world
    await world.close()


@pytest.fixture
async def world(_world: World, clock: SetClock, sandbox: SandboxProcess) -> World:
    """The whole product as it is on the first morning: demo staff and halls, nobody has come yet."""
    await _world.reset()
    return _world


@pytest.fixture
def engines(world: World) -> Engines:
    """Every engine, against the real stand-ins over HTTP."""
    return world.product.engines


@pytest.fixture
def api(world: World) -> Api:
    """An HTTP client on the running server."""
    return world.api

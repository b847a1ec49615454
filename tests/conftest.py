"""Fixtures every test may use: the clock, the store, the whole product, an HTTP client on it."""

import base64
import os
from collections.abc import AsyncIterator, Iterator
from datetime import datetime

import pytest

from backend.clock import SHANGHAI, SetClock
from backend.store import Store
from tests import servers as real

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=SHANGHAI)
MASTER_KEY = base64.b64encode(bytes(range(96))).decode()
_SERVERS = real.Servers()


def pytest_configure(config: pytest.Config) -> None:
    """Starts the servers once a run, in the process that starts the test workers; unit tests alone need none."""
    only_unit = config.args and all("tests/unit" in str(argument) for argument in config.args)
    if not hasattr(config, "workerinput") and not only_unit:
        _SERVERS.start()


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
def redis_url() -> str:
    """The real valkey of this run."""
    return os.environ[real.REDIS]


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


async def emptied(store: Store) -> Store:
    """`store` without a document in it."""
    for collection in store.collections():
        await collection.delete({})
    return store


@pytest.fixture
async def store(_store: Store) -> Store:
    """The store on a real MongoDB, empty."""
    return await emptied(_store)

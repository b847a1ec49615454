"""People and grants over HTTP: one sandbox for all of these tests, everything else new for each."""

from collections.abc import AsyncIterator, Iterator

import pytest

from backend.clock import SetClock
from backend.store import Store
from tests.people_edge import Edge, people_edge
from tests.sandbox_control import SandboxProcess


@pytest.fixture(scope="session")
def _sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SandboxProcess]:
    sandbox = SandboxProcess(tmp_path_factory.mktemp("sandbox"))
    sandbox.start()
    yield sandbox
    sandbox.stop()


@pytest.fixture
async def edge(store: Store, clock: SetClock, _sandbox: SandboxProcess, redis_url: str) -> AsyncIterator[Edge]:
    """A running server."""
    await _sandbox.reset()
    async with people_edge(store, clock, _sandbox, redis_url) as running:
        yield running

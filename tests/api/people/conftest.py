"""People and grants over HTTP, everything new for each test."""

from collections.abc import AsyncIterator

import pytest

from backend.clock import SetClock
from backend.store import Store
from tests.people_edge import Edge, people_edge
from tests.sandbox_control import SandboxProcess


@pytest.fixture
async def edge(store: Store, clock: SetClock, _sandbox: SandboxProcess, redis_url: str) -> AsyncIterator[Edge]:
    """A running server."""
    await _sandbox.reset()
    async with people_edge(store, clock, _sandbox, redis_url) as running:
        yield running

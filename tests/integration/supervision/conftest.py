"""Cases as the engine makes them, under supervision."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from backend.clock import SetClock
from backend.processes import Workers
from backend.store import Store
from tests.supervision_world import SupervisionWorld


@pytest.fixture(scope="session")
async def upload_worker() -> AsyncIterator[Workers]:
    """One worker process."""
    workers = Workers(1)
    await workers.start()
    yield workers
    await workers.close()


@pytest.fixture
def world(store: Store, clock: SetClock, upload_worker: Workers, tmp_path: Path) -> SupervisionWorld:
    """Cases, and supervision over them."""
    return SupervisionWorld(store, clock, upload_worker, tmp_path / "spool")

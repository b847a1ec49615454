"""Cases as the engine makes them, under supervision."""

from pathlib import Path

import pytest

from backend.clock import SetClock
from backend.processes import Workers
from backend.store import Store
from tests.supervision_world import SupervisionWorld


@pytest.fixture
def world(store: Store, clock: SetClock, upload_worker: Workers, tmp_path: Path) -> SupervisionWorld:
    """Cases, and supervision over them."""
    return SupervisionWorld(store, clock, upload_worker, tmp_path / "spool")

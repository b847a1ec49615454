"""Cases on a real database, with one worker process for uploads."""

from pathlib import Path

import pytest

from backend.clock import SetClock
from backend.processes import Workers
from backend.store import Store
from tests.cases_world import CasesWorld


@pytest.fixture
def world(store: Store, clock: SetClock, upload_worker: Workers, tmp_path: Path) -> CasesWorld:
    """Cases, grants, people and materials, with the outside world as tables."""
    return CasesWorld(store, clock, upload_worker, tmp_path / "spool")

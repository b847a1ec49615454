"""The metrics of several server processes on one machine are told as one."""

import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_PROCESS = """
from handlers.base import REQUESTS
from handlers.health import exposition
REQUESTS.labels("/healthz", "GET", "200").observe(0.01)
print(exposition().decode())
"""
_COUNT = 'yici_http_request_seconds_count{method="GET",route="/healthz",status="200"}'


def counted(folder: Path | None) -> float:
    """What a process that answered one request tells; `folder` is shared with others, or it stands alone."""
    shared = {"PROMETHEUS_MULTIPROC_DIR": str(folder)} if folder else {}
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), **shared}
    told = subprocess.run([sys.executable, "-c", _PROCESS], env=environment, check=True, capture_output=True, text=True).stdout
    return next(float(line.rpartition(" ")[2]) for line in told.splitlines() if line.startswith(_COUNT))


def test_processes_that_share_a_folder_are_added_up(tmp_path: Path) -> None:
    assert [counted(tmp_path) for _ in range(3)] == [1, 2, 3]


def test_a_process_by_itself_tells_of_itself() -> None:
    assert [counted(None) for _ in range(2)] == [1, 1]

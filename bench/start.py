"""A second `make run` on the same data, timed from the command to the first answer, and the memory of the idle server."""

import asyncio
import time
from pathlib import Path

from backend.embedded import free_port
from bench.figures import Figure
from bench.servers import arguments_of, children_of, resident, started, status_of, wait_until

_IDLE_SECONDS = 5.0
_GUIDE = "/api/v1/items/ss-proof"


async def measure(folder: Path) -> list[Figure]:
    """Seconds until a guide is served and the server says that it is ready; megabytes after some seconds of rest."""
    folder.mkdir()
    await asyncio.to_thread(_run, folder, 0.0)  # the first run: makes secrets, places and staff
    seconds, megabytes = await asyncio.to_thread(_run, folder, _IDLE_SECONDS)
    return [
        Figure("second make run: serves after", seconds, "s", most=5),
        Figure("server process, idle", megabytes, "MB", most=200),
    ]


def _run(folder: Path, rest: float) -> tuple[float, float]:
    port = free_port()
    environment = {"PORT": str(port), "YICI_SANDBOX_PORT": str(free_port()), "DATA_DIR": str(folder / "data")}
    began = time.monotonic()
    with started("make run", ["make", "run"], folder / "run.out", environment) as make:
        wait_until(lambda: _serves(port), "make run did not serve")
        seconds = time.monotonic() - began
        time.sleep(rest)
        return seconds, resident(_server_under(make))


def _serves(port: int) -> bool:
    return status_of(port, "/readyz") == 200 and status_of(port, _GUIDE) == 200


def _server_under(make: int) -> int:
    """The process `make` started: it becomes `server.py` by exec."""
    return next(child for child in children_of(make) if "server.py" in arguments_of(child))

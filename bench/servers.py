"""The processes that are measured: the product as `server.py` serves it, on a real mongod and valkey, and a bare Tornado."""

import http.client
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from backend.embedded import Child, embedded_servers, free_port
from backend.secrets_file import with_secrets
from backend.store import Store
from models.settings import Settings


@dataclass(frozen=True)
class Product:
    """A running server, with what its own settings are."""

    port: int
    sandbox_port: int
    process: int
    settings: Settings

    async def store(self) -> Store:
        """Its database, opened from here: same keys, same sealed fields."""
        settings = self.settings
        return await Store.open(settings.mongodb_uri, settings.database, settings.master_key.get_secret_value(), "")


@contextmanager
def product(folder: Path) -> Iterator[Product]:
    """`server.py` in sandbox mode on a mongod and a valkey that others can reach too."""
    with embedded_servers(folder / "servers", mongod=True, valkey=True) as (mongodb_uri, redis_url):
        port, sandbox_port, data_dir = free_port(), free_port(), folder / "data"
        environment = {
            "PORT": str(port),
            "YICI_SANDBOX_PORT": str(sandbox_port),
            "DATA_DIR": str(data_dir),
            "MONGODB_URI": mongodb_uri,
            "REDIS_URL": redis_url,
        }
        output = folder / "server.out"
        with started("一次", [sys.executable, "server.py"], output, environment) as process:
            wait_until(lambda: _has_greeted(output), f"the server did not greet; see {output}")
            settings = with_secrets(Settings(port=port, data_dir=data_dir, mongodb_uri=mongodb_uri, redis_url=redis_url))
            yield Product(port, sandbox_port, process, settings)


@contextmanager
def bare_tornado(folder: Path) -> Iterator[int]:
    """A bare Tornado JSON server; gives its port."""
    port = free_port()
    with started("Tornado", [sys.executable, "-m", "bench.bare", str(port)], folder / "bare.out"):
        wait_until(lambda: status_of(port, "/") == 200, "the bare server did not answer")
        yield port


@contextmanager
def started(name: str, arguments: list[str], log: Path, environment: dict[str, str] | None = None) -> Iterator[int]:
    """Runs a command until the end of the block; gives its process id. It dies with this process, however that ends."""
    settings = [f"{name}={value}" for name, value in (environment or {}).items()]
    child = Child(name, ["/usr/bin/env", *settings, *arguments], log, lambda: None)
    child.start()
    try:
        assert child.pid is not None
        yield child.pid
    finally:
        child.stop()


def wait_until(done: Callable[[], bool], otherwise: str, seconds: float = 90.0) -> None:
    """Asks every hundredth of a second. Raises `TimeoutError` with `otherwise`."""
    deadline = time.monotonic() + seconds
    while not done():
        if time.monotonic() > deadline:
            raise TimeoutError(otherwise)
        time.sleep(0.01)


def _has_greeted(output: Path) -> bool:
    """The server greets once halls, places and staff are there and the workers are warm."""
    return "已启动" in output.read_text(encoding="utf-8")


def status_of(port: int, path: str) -> int:
    """The status of one GET; 0 while nobody answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()


def resident(process: int, what: str = "VmRSS") -> float:
    """Megabytes of a process: `VmRSS` now, `VmHWM` at most since the last `forget_peak`."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith(f"{what}:"):
            return int(line.split()[1]) / 1024
    raise ProcessLookupError(process)


def forget_peak(process: int) -> None:
    """Sets `VmHWM` back to what is resident now."""
    Path(f"/proc/{process}/clear_refs").write_text("5")


def children_of(process: int) -> list[int]:
    """Process ids of its children."""
    tasks = Path(f"/proc/{process}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def arguments_of(process: int) -> list[str]:
    """The command line it runs."""
    return Path(f"/proc/{process}/cmdline").read_bytes().decode().split("\0")


def is_quiet() -> bool:
    """Whether the machine has nothing else to do; figures of a busy one say little."""
    return os.getloadavg()[0] < (os.cpu_count() or 1)

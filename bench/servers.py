"""The processes that are measured: the product as `server.py` serves it, on a real mongod and valkey, and a bare Tornado."""

import http.client
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from backend.secrets_file import with_secrets
from backend.store import Store
from backend.store.embedded import Child, embedded_servers, free_port
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
        with started("一次", [sys.executable, "server.py"], folder / "server.out", lambda: _is_ready(port), environment) as process:
            settings = with_secrets(Settings(port=port, data_dir=data_dir, mongodb_uri=mongodb_uri, redis_url=redis_url))
            _wait_until_seeded(folder / "server.out")
            yield Product(port, sandbox_port, process, settings)


@contextmanager
def bare_tornado(folder: Path) -> Iterator[int]:
    """A bare Tornado JSON server; gives its port."""
    port = free_port()
    arguments = [sys.executable, "-m", "bench.bare", str(port)]
    with started("Tornado", arguments, folder / "bare.out", lambda: answers(port)):
        yield port


@contextmanager
def started(
    name: str, arguments: list[str], log: Path, ready: Callable[[], None], environment: dict[str, str] | None = None
) -> Iterator[int]:
    """Runs a command until the end of the block; gives its process id.

    It dies with this process, however that ends. Raises `CannotStart`.
    """
    settings = [f"{name}={value}" for name, value in (environment or {}).items()]
    child = Child(name, ["/usr/bin/env", *settings, *arguments], log, ready)
    child.start()
    try:
        assert child.pid is not None
        yield child.pid
    finally:
        child.stop()


def answers(port: int) -> None:
    """Raises `OSError` while nobody listens."""
    socket.create_connection(("127.0.0.1", port), 0.2).close()


def _is_ready(port: int) -> None:
    if status_of(port, "/readyz") != 200:
        raise OSError("not ready yet")


def status_of(port: int, path: str) -> int:
    """The status of one GET. Raises `OSError` while nobody listens."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except http.client.HTTPException as error:
        raise OSError(str(error)) from error
    finally:
        connection.close()


def _wait_until_seeded(output: Path) -> None:
    """The server greets once halls, places and staff are there and the workers are warm."""
    deadline = time.monotonic() + 60
    while "已启动" not in output.read_text(encoding="utf-8"):
        if time.monotonic() > deadline:
            raise TimeoutError(f"the server did not greet; see {output}")
        time.sleep(0.05)


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

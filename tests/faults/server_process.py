"""`server.py` as its own process with its own embedded servers, to be killed and started again on the same data."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import psutil

from backend.clock import wall_time
from backend.embedded import free_port
from tests.sandbox_control import ROOT

_CHEAP = {"YICI_ARGON2_MEMORY_KIB": "8", "YICI_ARGON2_ROUNDS": "1", "YICI_RENDER_PROCESSES": "1"}
_READY = "按 Ctrl+C 停止"


class ServerProcess:
    """One product on one data folder, through all its lives. The address stays the same."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.port, self.sandbox_port = free_port(), free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where it is served."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def sandbox_url(self) -> str:
        """Where the outside world is."""
        return f"http://127.0.0.1:{self.sandbox_port}"

    @property
    def output(self) -> str:
        """What it said to the terminal, in all its lives."""
        return (self.data_dir.parent / "terminal.txt").read_text(encoding="utf-8")

    @property
    def log(self) -> str:
        """What it wrote to its log."""
        return (self.data_dir / "server.log").read_text(encoding="utf-8")

    @property
    def mongodb_uri(self) -> str:
        """The address of its mongod as it runs now."""
        arguments = self.child("mongod").cmdline()
        return f"mongodb://127.0.0.1:{arguments[arguments.index('--port') + 1]}/?directConnection=true"

    @property
    def is_running(self) -> bool:
        """Whether the process lives."""
        return self._process is not None and self._process.poll() is None

    def set_clock(self, now: datetime) -> None:
        """What time it is for the product, also before it starts."""
        folder = self.data_dir / "sandbox"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "clock.json").write_text(json.dumps({"offset_seconds": (now - wall_time()).total_seconds()}))

    def environment(self, **more: str) -> dict[str, str]:
        """The environment it runs in: nothing of the tests' own servers."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("YICI_", "MONGODB", "REDIS"))}
        own = {"PORT": str(self.port), "YICI_SANDBOX_PORT": str(self.sandbox_port), "DATA_DIR": str(self.data_dir)}
        return inherited | _CHEAP | own | more

    def start(self) -> None:
        """Starts it and waits until it serves. Raises AssertionError with its words where it ends instead."""
        assert not self.is_running
        with (self.data_dir.parent / "terminal.txt").open("ab") as terminal:
            before = terminal.tell()
            self._process = subprocess.Popen(
                [sys.executable, "server.py"], cwd=ROOT, env=self.environment(), stdout=terminal, stderr=terminal, stdin=subprocess.DEVNULL
            )

        def serves() -> bool:
            assert self.is_running, self.output.encode()[before:].decode()
            return _READY in self.output.encode()[before:].decode()

        wait_for(serves, 60)

    def children(self) -> list[psutil.Process]:
        """Every process it has started."""
        assert self._process is not None
        return psutil.Process(self._process.pid).children(recursive=True)

    def child(self, name: str) -> psutil.Process:
        """The child whose program or module is called `name`. Raises LookupError while there is none."""
        for process in self.children():
            try:
                if not is_gone(process) and name in (process.name(), *process.cmdline()):
                    return process
            except psutil.NoSuchProcess:
                continue
        raise LookupError(name)

    def has_new(self, name: str, than: int) -> bool:
        """Whether a child called `name` runs that is not process `than`."""
        try:
            return self.child(name).pid != than
        except LookupError:
            return False

    def kill(self, *, everything: bool = False) -> None:
        """SIGKILL, as from the kernel; with `everything`, its databases with it, as in a power cut."""
        assert self._process is not None
        victims = self.children() if everything else []
        for victim in victims:
            victim.kill()
        self._process.kill()
        self._process.wait(10)
        wait_for(lambda: all(is_gone(victim) for victim in victims), 10)

    def stop(self, seconds: float = 10) -> int:
        """SIGTERM, as from the machine being shut down. Gives the exit code; raises TimeoutExpired."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(seconds)

    def command(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Another command of server.py on the same data folder."""
        return subprocess.run(
            [sys.executable, "server.py", *arguments],
            cwd=ROOT,
            env=self.environment(**environment),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )


def is_gone(process: psutil.Process) -> bool:
    """Whether it has ended, whoever is to be told of it."""
    try:
        return process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def wait_for(condition: Callable[[], bool], seconds: float) -> None:
    """Returns once `condition` holds. Raises AssertionError where it does not come true in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"did not come true in {seconds} seconds"
        time.sleep(0.02)


def freeze(process: psutil.Process) -> None:
    """Stops a process and waits until it stands: a thread that had not noticed yet could still answer."""
    process.suspend()
    tasks = Path(f"/proc/{process.pid}/task")
    wait_for(lambda: all(_state_of(task) in "Tt" for task in tasks.iterdir()), 15)


def _state_of(task: Path) -> str:
    """The state of a thread, as proc(5) has it in `stat` after the name in brackets; one that has just ended stands, too."""
    try:
        return (task / "stat").read_text().rpartition(") ")[2][0]
    except OSError:
        return "T"

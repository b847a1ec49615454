"""Warm worker processes: what costs much CPU, or reads files nobody has checked, runs here and not in the server.

A worker is a child of this interpreter that answers one pickled call after another over its standard input and
output. It runs its warm-up calls (load fonts, load the signing key) before it reports ready. It ends when the server
ends, however that ends: its input closes, and on Linux the kernel kills it with its parent.
"""

import asyncio
import contextlib
import os
import pickle
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import structlog

from backend.errors import Unavailable
from backend.worker import LENGTH

log = structlog.get_logger()

T = TypeVar("T")
Call = tuple[Callable[..., Any], tuple[Any, ...]]

_START_TIMEOUT = 60.0
_PAUSE_BEFORE_RESTART = 1.0


class WorkerCrashed(Unavailable):
    """The worker died under the call, and so did a second one."""


class WorkerTimedOut(Unavailable):
    """The call took longer than it may; its worker was killed."""


class Workers:
    """`count` worker processes shared by all callers, first come, first served.

    `warm_up` lists the calls each process runs before its first job. At most `waiting` calls may stand in line;
    the next one is told `Unavailable`.
    """

    def __init__(self, count: int, warm_up: Sequence[Call] = (), waiting: int = 64) -> None:
        self._workers = [_Worker(warm_up) for _ in range(count)]
        self._free: asyncio.Queue[_Worker] = asyncio.Queue()
        self._limit = waiting + count
        self._calls: set[asyncio.Task[Any]] = set()
        self._restarts: set[asyncio.Task[None]] = set()
        self._starting: asyncio.Task[None] | None = None
        self._closed = False

    async def start(self) -> None:
        """Starts every process and returns when all are warm; waits for a start under way. Raises what a warm-up call raised."""
        if self._starting is None:
            self._starting = asyncio.create_task(self._start())
        await self._starting

    async def _start(self) -> None:
        try:
            await asyncio.gather(*(worker.start() for worker in self._workers))
        except BaseException:
            await self.close()
            raise
        for worker in self._workers:
            self._free.put_nowait(worker)

    async def run(self, function: Callable[..., T], *args: Any, timeout: float = 10.0) -> T:
        """`function(*args)` in a worker; raises what it raises. `function` is importable, `args` can be pickled.

        A call whose worker dies is run once more, so it must be safe to run twice.
        Raises `WorkerTimedOut` after `timeout` seconds of work, `WorkerCrashed`, or `Unavailable` when the line is
        full. A caller that is cancelled leaves its call to finish by itself.
        """
        if self._closed or len(self._calls) >= self._limit:
            raise Unavailable
        call = asyncio.create_task(self._twice((function, args), timeout))
        self._calls.add(call)
        call.add_done_callback(self._forget)
        return await asyncio.shield(call)

    async def close(self) -> None:
        """Ends every process at once; calls under way fail with `WorkerCrashed`."""
        self._closed = True
        for restart in self._restarts:
            restart.cancel()
        await asyncio.gather(*(worker.stop() for worker in self._workers))
        await asyncio.gather(*self._calls, *self._restarts, return_exceptions=True)

    @property
    def process_ids(self) -> list[int]:
        """The processes that are alive."""
        return [worker.process.pid for worker in self._workers if worker.alive and worker.process]

    async def _twice(self, call: Call, timeout: float) -> Any:
        try:
            return await self._once(call, timeout)
        except WorkerCrashed:
            if self._closed:
                raise
            return await self._once(call, timeout)

    async def _once(self, call: Call, timeout: float) -> Any:
        worker = await self._free.get()
        try:
            return await worker.call(call, timeout)
        finally:
            self._give_back(worker)

    def _give_back(self, worker: "_Worker") -> None:
        if worker.alive or self._closed:
            self._free.put_nowait(worker)
            return
        restart = asyncio.create_task(self._restart(worker))
        self._restarts.add(restart)
        restart.add_done_callback(self._restarts.discard)

    async def _restart(self, worker: "_Worker") -> None:
        while not self._closed:
            try:
                await worker.start()
            except Exception:
                log.exception("worker_not_restarted")
                await asyncio.sleep(_PAUSE_BEFORE_RESTART)
            else:
                break
        self._free.put_nowait(worker)

    def _forget(self, call: asyncio.Task[Any]) -> None:
        self._calls.discard(call)
        if not call.cancelled():
            call.exception()  # seen: a caller that went away must not leave a warning behind


class _Worker:
    """One child process and the conversation with it."""

    def __init__(self, warm_up: Sequence[Call]) -> None:
        self._warm_up = list(warm_up)
        self.process: Process | None = None

    @property
    def alive(self) -> bool:
        return self.process is not None and self.process.returncode is None

    async def start(self) -> None:
        """Starts the process and runs its warm-up calls."""
        root = str(Path(__file__).parents[1])
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            f"from backend.worker import serve; serve({os.getpid()})",
            stdin=PIPE,
            stdout=PIPE,
            env=os.environ | {"PYTHONPATH": os.pathsep.join([root, os.environ.get("PYTHONPATH", "")])},
        )
        for call in self._warm_up:
            try:
                await self.call(call, _START_TIMEOUT)
            except BaseException:
                await self.stop()
                raise

    async def call(self, call: Call, timeout: float) -> Any:
        """Sends one call and waits for its answer; a worker that dies or overstays is gone afterwards."""
        if self.process is None:
            raise WorkerCrashed
        try:
            async with asyncio.timeout(timeout):
                value, error = await self._exchange(self.process, pickle.dumps(call))
        except TimeoutError:
            log.warning("worker_timed_out", function=call[0].__qualname__, seconds=timeout)
            await self.stop()
            raise WorkerTimedOut from None
        except (asyncio.IncompleteReadError, ConnectionError) as lost:
            log.warning("worker_crashed", function=call[0].__qualname__)
            await self.stop()
            raise WorkerCrashed from lost
        except BaseException:
            await self.stop()  # cancelled between question and answer: the next answer would be the wrong one
            raise
        if error is not None:
            raise error
        return value

    @staticmethod
    async def _exchange(process: Process, message: bytes) -> tuple[Any, Exception | None]:
        assert process.stdin is not None
        assert process.stdout is not None
        if process.stdin.is_closing():  # it died while nobody called; uvloop's pipe would raise a RuntimeError
            raise BrokenPipeError
        process.stdin.write(len(message).to_bytes(LENGTH, "big") + message)
        await process.stdin.drain()
        length = int.from_bytes(await process.stdout.readexactly(LENGTH), "big")
        return pickle.loads(await process.stdout.readexactly(length))  # noqa: S301 - our own child

    async def stop(self) -> None:
        """Kills the process and waits until it is gone."""
        if self.process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        await self.process.wait()
        if self.process.stdin is not None:
            self.process.stdin.close()

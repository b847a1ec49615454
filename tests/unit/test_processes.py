"""Worker processes: answers, errors, crashes, time-outs, a full line, the end of the parent."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psutil
import pytest
import uvloop

from backend.errors import Unavailable
from backend.processes import WorkerCrashed, Workers, WorkerTimedOut

ROOT = Path(__file__).parents[2]


def process_id() -> int:
    return os.getpid()


def add(one: int, other: int) -> int:
    return one + other


def fail(text: str) -> None:
    raise LookupError(text)


class Unpicklable(Exception):
    def __init__(self, *, needed: str) -> None:
        super().__init__(needed)


def fail_strangely() -> None:
    raise Unpicklable(needed="reason")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_once(mark: str) -> str:
    if not os.path.exists(mark):
        Path(mark).touch()
        die()
    return "second time"


def chatter() -> str:
    os.write(1, b"this is not an answer")
    return "quiet"


def wait_for(path: str) -> str:
    while not os.path.exists(path):
        time.sleep(0.005)
    return path


@asynccontextmanager
async def working(count: int, **options: object) -> AsyncIterator[Workers]:
    workers = Workers(count, **options)  # pyright: ignore[reportArgumentType]
    await workers.start()
    try:
        yield workers
    finally:
        await workers.close()


async def test_a_call_runs_in_another_process() -> None:
    async with working(1) as workers:
        assert await workers.run(add, 2, 3) == 5
        assert await workers.run(process_id) != os.getpid()


async def test_an_error_reaches_the_caller_and_the_worker_lives_on() -> None:
    async with working(1) as workers:
        before = workers.process_ids
        with pytest.raises(LookupError, match="not there") as caught:
            await workers.run(fail, "not there")
        assert "in fail" in "".join(caught.value.__notes__)
        with pytest.raises(RuntimeError, match="reason"):
            await workers.run(fail_strangely)
        assert workers.process_ids == before


async def test_what_a_library_prints_does_not_mix_with_answers() -> None:
    async with working(1) as workers:
        assert await workers.run(chatter) == "quiet"
        assert await workers.run(add, 1, 1) == 2


async def test_a_crashed_worker_is_replaced_and_the_call_made_once_more(tmp_path: Path) -> None:
    async with working(1) as workers:
        first = workers.process_ids
        assert await workers.run(die_once, str(tmp_path / "died")) == "second time"
        assert workers.process_ids != first


async def test_a_call_that_kills_every_worker_fails_and_later_calls_succeed() -> None:
    async with working(2) as workers:
        with pytest.raises(WorkerCrashed):
            await workers.run(die)
        assert await workers.run(add, 1, 1) == 2


def test_a_worker_that_died_between_two_calls_is_replaced() -> None:
    """On the loop the server runs on, whose pipes fail in a way of their own."""

    async def killed_and_called() -> int:
        workers = Workers(1)
        await workers.start()
        try:
            [first] = workers.process_ids
            os.kill(first, signal.SIGKILL)
            while workers.process_ids:
                await asyncio.sleep(0.01)
            return await workers.run(add, 1, 2)
        finally:
            await workers.close()

    assert uvloop.run(killed_and_called()) == 3


async def test_a_call_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    async with working(1) as workers:
        slow = workers.process_ids[0]
        with pytest.raises(WorkerTimedOut):
            await workers.run(wait_for, str(tmp_path / "never"), timeout=0.2)
        assert not psutil.pid_exists(slow)
        assert await workers.run(add, 1, 1) == 2


async def test_a_full_line_is_told_to_come_back(tmp_path: Path) -> None:
    go = tmp_path / "go"
    async with working(1, waiting=1) as workers:
        running = [asyncio.create_task(workers.run(wait_for, str(go))) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(Unavailable):
            await workers.run(add, 1, 1)
        go.touch()
        assert await asyncio.gather(*running) == [str(go)] * 2
        assert await workers.run(add, 1, 1) == 2


async def test_a_caller_that_goes_away_does_not_disturb_the_next(tmp_path: Path) -> None:
    go = tmp_path / "go"
    async with working(1) as workers:
        before = workers.process_ids
        leaving = asyncio.create_task(workers.run(wait_for, str(go)))
        await asyncio.sleep(0.01)
        leaving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await leaving
        next_call = asyncio.create_task(workers.run(add, 20, 2))
        go.touch()
        assert await next_call == 22
        assert workers.process_ids == before


async def test_the_event_loop_goes_on_while_workers_work(tmp_path: Path) -> None:
    go = tmp_path / "go"
    async with working(1) as workers:
        call = asyncio.create_task(workers.run(wait_for, str(go)))
        for _ in range(50):
            await asyncio.sleep(0)
        assert not call.done()
        go.touch()
        assert await call == str(go)


async def test_a_warm_up_that_fails_stops_the_start() -> None:
    workers = Workers(2, [(fail, ("no fonts",))])
    with pytest.raises(LookupError, match="no fonts"):
        await workers.start()
    assert workers.process_ids == []


async def test_closing_ends_every_process_and_refuses_calls() -> None:
    workers = Workers(2)
    await workers.start()
    children = workers.process_ids
    await workers.close()
    assert not any(psutil.pid_exists(child) for child in children)
    with pytest.raises(Unavailable):
        await workers.run(add, 1, 1)


def test_workers_die_with_a_killed_parent() -> None:
    program = (
        "import asyncio\n"
        "from backend.processes import Workers\n"
        "async def main():\n"
        "    workers = Workers(2)\n"
        "    await workers.start()\n"
        "    print(*workers.process_ids, flush=True)\n"
        "    await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    with parent.stdout:
        children = [psutil.Process(int(each)) for each in parent.stdout.readline().split()]
    assert len(children) == 2
    parent.kill()
    parent.wait()
    gone, alive = psutil.wait_procs(children, timeout=5)
    assert len(gone) == 2
    assert not alive

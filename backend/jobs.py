"""Periodic work under leases: one process does each job at a time, and a failure waits for the next turn."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

import structlog

from backend.store.leases import Lease, Leases

log = structlog.get_logger()
_PATIENCE = 1.0  # seconds before a task that goes on is asked again to end


async def end(tasks: Iterable[asyncio.Task[None]]) -> None:
    """Cancels tasks and waits until all have ended.

    One request is not enough: `asyncio.wait_for` of Python 3.11, which the driver sends every message with, swallows
    a cancellation that comes together with the result.
    """
    running = {task for task in tasks if not task.done()}
    while running:
        for task in running:
            task.cancel()
        _, running = await asyncio.wait(running, timeout=_PATIENCE)


@dataclass(frozen=True)
class Job:
    """`work` gets the lease it runs under; `every` is in seconds."""

    name: str
    every: float
    work: Callable[[Lease], Awaitable[object]]


class Jobs:
    """Runs jobs until stopped. Each stands on its own: one that fails or is slow holds up no other."""

    def __init__(self, leases: Leases, jobs: list[Job]) -> None:
        self._leases = leases
        self._jobs = jobs
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def names(self) -> list[str]:
        """Of every job."""
        return [job.name for job in self._jobs]

    def start(self) -> None:
        """Starts every job."""
        self._tasks = [asyncio.create_task(self._run(job), name=f"job-{job.name}") for job in self._jobs]

    async def stop(self) -> None:
        """Ends every job and gives back the leases."""
        await end(self._tasks)
        for job in self._jobs:
            await self._leases.release(job.name)
        self._tasks = []

    async def run_once(self, name: str) -> None:
        """Runs one job now, under its lease; does nothing while another process holds it."""
        job = next(each for each in self._jobs if each.name == name)
        lease = await self._leases.take(job.name)
        if lease is not None:
            await job.work(lease)

    async def _run(self, job: Job) -> None:
        while True:
            try:
                lease = await self._leases.take(job.name)
                if lease is not None:
                    await job.work(lease)
            except Exception as error:
                log.warning("job_failed", job=job.name, error=type(error).__name__, exc_info=True)
            await asyncio.sleep(job.every)

"""Ending what runs in the background, however it takes being told to."""

import asyncio
import contextlib

from backend.jobs import end


async def _deaf(times: int) -> None:
    for _ in range(times):
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.Event().wait()
    await asyncio.Event().wait()


async def test_a_task_that_swallows_a_cancellation_is_asked_again() -> None:
    task = asyncio.create_task(_deaf(times=1))
    await asyncio.sleep(0)
    await asyncio.wait_for(end([task]), 10)
    assert task.cancelled()


async def test_what_has_ended_by_itself_is_left_alone() -> None:
    task = asyncio.create_task(asyncio.sleep(0))
    await task
    await end([task])
    assert not task.cancelled()

"""How long the event loop keeps everybody waiting: a short sleep over and over, and how much later than asked each ends.

What computes in the loop shows here, whichever request pays for it.
"""

import asyncio
import time

from prometheus_client import Histogram

GAPS = Histogram(
    "yici_event_loop_gap_seconds",
    "How much later than asked a timer of the event loop fires",
    buckets=(0.001, 0.002, 0.005, 0.01, 0.015, 0.02, 0.03, 0.05, 0.1, 0.25, 1.0),
)
_EVERY = 0.01  # seconds


async def watch_loop() -> None:
    """Runs until cancelled."""
    while True:
        asked = time.perf_counter() + _EVERY
        await asyncio.sleep(_EVERY)
        GAPS.observe(max(0.0, time.perf_counter() - asked))

"""Values that may be a little old: read once, shared by everybody who asks within the time."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_CROWDED = 2000  # so many keys, and those out of date are thrown out


class Recent(Generic[K, V]):
    """A cache whose values are at most `seconds` old, counted from when their reading began.

    Askers for the same key wait for one reading; a reading that fails is not kept.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._values: dict[K, tuple[float, asyncio.Future[V]]] = {}

    async def get(self, key: K, read: Callable[[], Awaitable[V]]) -> V:
        """The value of `key`, read now where none is recent enough."""
        known = self._values.get(key)
        if known is not None and known[0] > time.monotonic():
            return known[1].result() if known[1].done() else await asyncio.shield(known[1])
        return await asyncio.shield(self._begin(key, read))

    def forget(self) -> None:
        """Everything is read anew from now on."""
        self._values.clear()

    def _begin(self, key: K, read: Callable[[], Awaitable[V]]) -> asyncio.Future[V]:
        now = time.monotonic()
        if len(self._values) >= _CROWDED:
            self._values = {each: kept for each, kept in self._values.items() if kept[0] > now}
        reading = asyncio.ensure_future(read())
        self._values[key] = (now + self._seconds, reading)

        def settle(done: asyncio.Future[V]) -> None:
            failed = done.cancelled() or done.exception() is not None
            if failed and self._values.get(key, (0.0, None))[1] is done:
                del self._values[key]

        reading.add_done_callback(settle)
        return reading

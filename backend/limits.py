"""Rate limits: so many calls of a kind by one caller in a window. Counted in Valkey; without it, in this process."""

import time
from collections import OrderedDict
from dataclasses import dataclass, replace

import structlog
from redis.asyncio import BlockingConnectionPool, Redis
from redis.exceptions import RedisError

from backend.errors import TooMany

log = structlog.get_logger()
_LOCAL_KEYS = 10_000
_COOL_DOWN = 5.0  # seconds without asking a Valkey that did not answer


@dataclass(frozen=True)
class Limit:
    """`times` calls per `seconds`. `detail`: what a caller beyond it is told."""

    name: str
    times: int
    seconds: int
    detail: str = ""

    def shared_by(self, people: int) -> "Limit":
        """The same for so many callers who are counted as one."""
        return replace(self, times=self.times * people)


class Limits:
    """Counts calls in fixed windows. Valkey holds nothing that cannot be lost, so a lost count is forgiven."""

    def __init__(self, redis_url: str) -> None:
        # A unix socket answers in 0.1 ms; more than half a second means it is gone.
        pool = BlockingConnectionPool.from_url(redis_url, max_connections=16, timeout=0.5, socket_timeout=0.5, socket_connect_timeout=0.5)
        self._redis: Redis = Redis(connection_pool=pool)
        self._local: OrderedDict[str, int] = OrderedDict()
        self._down_until = 0.0

    async def check(self, limit: Limit, who: str) -> None:
        """Counts one call. Raises `TooMany` with the seconds until the window ends."""
        if await self.count(limit, who) > limit.times:
            raise _too_many(limit)

    async def check_left(self, limit: Limit, who: str) -> None:
        """Counts nothing. Raises `TooMany` where no call is left: for what is only counted afterwards, see `count`."""
        if await self._counted(_key(limit, who)) >= limit.times:
            raise _too_many(limit)

    async def count(self, limit: Limit, who: str) -> int:
        """Counts one call and returns how many there were in this window."""
        return await self._count(_key(limit, who), limit.seconds)

    @property
    def degraded(self) -> bool:
        """Whether Valkey did not answer a moment ago."""
        return time.monotonic() < self._down_until

    async def ping(self) -> bool:
        """Whether Valkey answers."""
        try:
            return bool(await self._redis.ping())  # pyright: ignore[reportGeneralTypeIssues]
        except (RedisError, OSError, TimeoutError):
            return False

    async def close(self) -> None:
        """Closes the connections."""
        await self._redis.aclose(close_connection_pool=True)

    async def _counted(self, key: str) -> int:
        if not self.degraded:
            try:
                return int(await self._redis.get(key) or 0)
            except (RedisError, OSError, TimeoutError) as error:
                self._do_without(error)
        return self._local.get(key, 0)

    async def _count(self, key: str, seconds: int) -> int:
        if not self.degraded:
            try:
                async with self._redis.pipeline(transaction=False) as pipe:
                    pipe.incr(key)
                    pipe.expire(key, seconds)
                    return int((await pipe.execute())[0])
            except (RedisError, OSError, TimeoutError) as error:
                self._do_without(error)
        self._local[key] = self._local.get(key, 0) + 1
        self._local.move_to_end(key)
        while len(self._local) > _LOCAL_KEYS:
            self._local.popitem(last=False)
        return self._local[key]

    def _do_without(self, error: Exception) -> None:
        log.warning("valkey_unreachable", error=type(error).__name__)
        self._down_until = time.monotonic() + _COOL_DOWN


def _key(limit: Limit, who: str) -> str:
    return f"limit:{limit.name}:{who}:{int(time.time()) // limit.seconds}"


def _too_many(limit: Limit) -> TooMany:
    return TooMany(limit.detail, retry_after=limit.seconds - int(time.time()) % limit.seconds)

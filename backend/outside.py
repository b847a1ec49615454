"""How we speak to services outside: with a time limit, few at once, and not at all while they are down.

`Gate` holds those three rules for any call; `Service` is a gate with an HTTP address behind it. Each outside service
has its own, so that a slow one uses up nothing the others need.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

import aiohttp

T = TypeVar("T")
Monotonic = Callable[[], float]


class OutsideFailure(Exception):
    """A call outside got no usable answer. `reason` is one word for logs and metrics."""

    def __init__(self, service: str, reason: str) -> None:
        super().__init__(f"{service}: {reason}")
        self.service = service
        self.reason = reason  # timeout, busy, open, network, status_503, …


class BreakerState(StrEnum):
    """Closed: calls pass. Open: they fail at once. Half open: one of them tries."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half_open"


class CircuitBreaker:
    """Opens after `failures` in a row and lets one call try again after `pause` seconds."""

    def __init__(self, failures: int = 5, pause: float = 10.0, monotonic: Monotonic = time.monotonic) -> None:
        self._limit = failures
        self._pause = pause
        self._monotonic = monotonic
        self._failures = 0
        self._opened_at: float | None = None
        self._trying = False

    @property
    def state(self) -> BreakerState:
        """The state as the next call will find it."""
        if self._opened_at is None:
            return BreakerState.CLOSED
        if self._monotonic() - self._opened_at < self._pause:
            return BreakerState.OPEN
        return BreakerState.HALF_OPEN

    def enter(self) -> bool:
        """Whether a call may be made now. Who gets True reports back with one of the three below."""
        state = self.state
        if state is BreakerState.OPEN or (state is BreakerState.HALF_OPEN and self._trying):
            return False
        self._trying = state is BreakerState.HALF_OPEN
        return True

    def succeeded(self) -> None:
        """The service answered."""
        self._failures = 0
        self._opened_at = None
        self._trying = False

    def failed(self) -> None:
        """The service didn't."""
        self._failures += 1
        self._trying = False
        if self._opened_at is not None or self._failures >= self._limit:
            self._opened_at = self._monotonic()

    def abandoned(self) -> None:
        """The caller went away before it could tell."""
        self._trying = False


@dataclass(frozen=True)
class Limits:
    """The rules of one service. `timeout`: seconds in all, standing in line included."""

    timeout: float = 5.0
    at_once: int = 16
    waiting: int = 64
    failures: int = 5
    pause: float = 10.0


class Gate:
    """Lets calls through to one service under its limits."""

    def __init__(self, service: str, limits: Limits, monotonic: Monotonic = time.monotonic) -> None:
        self.service = service
        self.limits = limits
        self.breaker = CircuitBreaker(limits.failures, limits.pause, monotonic)
        self._seats = asyncio.Semaphore(limits.at_once)
        self._inside = 0

    async def run(self, call: Callable[[], Awaitable[T]]) -> T:
        """The result of `call`. Raises OutsideFailure: `call`'s own, or this gate's for time-out, queue or breaker."""
        if self._inside >= self.limits.at_once + self.limits.waiting:
            raise OutsideFailure(self.service, "busy")
        if not self.breaker.enter():
            raise OutsideFailure(self.service, "open")
        self._inside += 1
        try:
            async with asyncio.timeout(self.limits.timeout), self._seats:
                result = await call()
        except TimeoutError:
            self.breaker.failed()
            raise OutsideFailure(self.service, "timeout") from None
        except OutsideFailure:
            self.breaker.failed()
            raise
        except asyncio.CancelledError:
            self.breaker.abandoned()
            raise
        except Exception:  # the service answered, with something the caller makes an error of
            self.breaker.succeeded()
            raise
        finally:
            self._inside -= 1
        self.breaker.succeeded()
        return result


@dataclass(frozen=True)
class Reply:
    """An HTTP answer, read whole."""

    status: int
    headers: Mapping[str, str]
    content: bytes


@asynccontextmanager
async def http_client() -> AsyncIterator[aiohttp.ClientSession]:
    """The connection pool the services share: no cookies, no redirects followed, no proxy from the environment."""
    connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=30)  # each gate limits its own
    jar = aiohttp.DummyCookieJar()
    async with aiohttp.ClientSession(connector=connector, cookie_jar=jar, trust_env=False) as session:
        yield session


class Service:
    """An HTTP service behind a gate."""

    def __init__(
        self,
        name: str,
        base: str,
        session: aiohttp.ClientSession,
        limits: Limits | None = None,
        monotonic: Monotonic = time.monotonic,
    ) -> None:
        self.name = name
        self.gate = Gate(name, limits or Limits(), monotonic)
        self._base = base.rstrip("/")
        self._session = session

    async def post(self, path: str, body: str, *, repeatable: bool = False, largest: int = 8 << 20) -> Reply:
        """Posts JSON text to `base`/`path`. Any answer below 500 but 429 is an answer. Raises OutsideFailure.

        A `repeatable` call whose connection is lost is made once more: the other side may just have closed an idle
        one. `largest`: bytes an answer may have.
        """

        async def call() -> Reply:
            try:
                return await self._exchange(path, body, largest)
            except aiohttp.ServerDisconnectedError:
                if not repeatable:
                    raise OutsideFailure(self.name, "network") from None
            return await self._exchange(path, body, largest)

        async def guarded() -> Reply:
            try:
                return await call()
            except (aiohttp.ClientError, OSError) as error:
                if isinstance(error, TimeoutError):
                    raise
                raise OutsideFailure(self.name, "network") from error

        return await self.gate.run(guarded)

    async def _exchange(self, path: str, body: str, largest: int) -> Reply:
        async with self._session.post(
            f"{self._base}/{path}",
            data=body.encode(),
            headers={"Content-Type": "application/json"},
            allow_redirects=False,
            timeout=aiohttp.ClientTimeout(total=None),  # the gate keeps the time
        ) as response:
            if response.status >= 500 or response.status == 429:
                raise OutsideFailure(self.name, f"status_{response.status}")
            content = await response.content.read(largest + 1)
            while len(content) <= largest and (more := await response.content.read(largest + 1 - len(content))):
                content += more
            if len(content) > largest:
                raise OutsideFailure(self.name, "too_large")
            return Reply(response.status, response.headers.copy(), content)

"""The gate before every outside service: breaker, time limit, queue."""

import asyncio

import pytest
from aiohttp import web
from aiohttp.typedefs import Handler
from hypothesis import given
from hypothesis import strategies as st

from backend.outside import BreakerState, CircuitBreaker, Gate, Limits, OutsideFailure, Service, http_client


class Monotonic:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Monotonic:
    return Monotonic()


def failing(breaker: CircuitBreaker, times: int) -> None:
    for _ in range(times):
        assert breaker.enter()
        breaker.failed()


def test_it_opens_after_failures_in_a_row(seconds: Monotonic) -> None:
    breaker = CircuitBreaker(failures=3, pause=10, monotonic=seconds)
    failing(breaker, 2)
    assert breaker.enter()
    breaker.succeeded()
    failing(breaker, 2)
    assert breaker.state is BreakerState.CLOSED
    failing(breaker, 1)
    assert breaker.state is BreakerState.OPEN
    assert not breaker.enter()


def test_half_open_lets_one_call_try(seconds: Monotonic) -> None:
    breaker = CircuitBreaker(failures=1, pause=10, monotonic=seconds)
    failing(breaker, 1)
    seconds.now = 10
    assert breaker.enter()
    assert not breaker.enter()
    breaker.succeeded()
    assert breaker.state is BreakerState.CLOSED
    assert breaker.enter()


def test_a_failed_try_opens_it_for_another_pause(seconds: Monotonic) -> None:
    breaker = CircuitBreaker(failures=1, pause=10, monotonic=seconds)
    failing(breaker, 1)
    seconds.now = 10
    failing(breaker, 1)
    seconds.now = 19.9
    assert not breaker.enter()
    seconds.now = 20
    assert breaker.enter()


def test_an_abandoned_try_leaves_room_for_the_next(seconds: Monotonic) -> None:
    breaker = CircuitBreaker(failures=1, pause=10, monotonic=seconds)
    failing(breaker, 1)
    seconds.now = 10
    assert breaker.enter()
    breaker.abandoned()
    assert breaker.enter()


@given(st.lists(st.sampled_from(["succeeded", "failed", "abandoned", "wait"]), max_size=60))
def test_it_never_stays_shut(reports: list[str]) -> None:
    seconds = Monotonic()
    breaker = CircuitBreaker(failures=2, pause=10, monotonic=seconds)
    for report in reports:
        if report == "wait":
            seconds.now += 4
        elif breaker.enter():
            getattr(breaker, report)()
    seconds.now += 10
    assert breaker.enter()


async def test_a_call_that_is_cancelled_is_no_failure_and_frees_its_seat(seconds: Monotonic) -> None:
    gate = Gate("test", Limits(at_once=1, waiting=0, failures=1), seconds)
    entered = asyncio.Event()

    async def endless() -> None:
        entered.set()
        await asyncio.Event().wait()

    task = asyncio.create_task(gate.run(endless))
    await entered.wait()
    with pytest.raises(OutsideFailure, match="busy"):
        await gate.run(lambda: asyncio.sleep(0))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await gate.run(lambda: asyncio.sleep(0, "through")) == "through"


async def test_the_time_limit_counts_the_wait_for_a_seat(seconds: Monotonic) -> None:
    gate = Gate("test", Limits(timeout=0.05, at_once=1, waiting=5, failures=99), seconds)
    calls = [gate.run(lambda: asyncio.sleep(1)) for _ in range(3)]
    results = await asyncio.wait_for(asyncio.gather(*calls, return_exceptions=True), 0.5)
    assert [getattr(error, "reason", None) for error in results] == ["timeout"] * 3


async def test_an_error_of_the_caller_is_no_failure_of_the_service(seconds: Monotonic) -> None:
    gate = Gate("test", Limits(failures=1), seconds)

    async def refused() -> None:
        raise ValueError("the service said no")

    for _ in range(3):
        with pytest.raises(ValueError, match="said no"):
            await gate.run(refused)
    assert gate.breaker.state is BreakerState.CLOSED


async def test_a_call_that_timed_out_by_itself_counts(seconds: Monotonic) -> None:
    gate = Gate("test", Limits(failures=1), seconds)

    async def late() -> None:
        raise TimeoutError

    with pytest.raises(OutsideFailure, match="timeout"):
        await gate.run(late)
    assert gate.breaker.state is BreakerState.OPEN


async def _served(handler: Handler) -> tuple[web.AppRunner, str]:
    application = web.Application()
    application.router.add_post("/it", handler)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    return runner, f"http://127.0.0.1:{port}"


async def test_an_answer_without_end_is_cut_off() -> None:
    async def flood(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        try:
            while True:
                await response.write(b"x" * 65536)
        except ConnectionError:
            return response

    runner, base = await _served(flood)
    async with http_client() as session:
        with pytest.raises(OutsideFailure, match="too_large"):
            await Service("flood", base, session).post("it", "{}", largest=100_000)
    await runner.cleanup()


async def test_redirects_lead_nowhere() -> None:
    async def elsewhere(request: web.Request) -> web.Response:
        return web.Response(status=307, headers={"Location": "http://127.0.0.1:1/"})

    runner, base = await _served(elsewhere)
    async with http_client() as session:
        reply = await Service("redirecting", base, session).post("it", "{}")
    assert reply.status == 307
    await runner.cleanup()


async def test_nobody_listening_is_a_failure() -> None:
    async with http_client() as session:
        with pytest.raises(OutsideFailure, match="network"):
            await Service("nobody", "http://127.0.0.1:1", session).post("it", "{}", repeatable=True)

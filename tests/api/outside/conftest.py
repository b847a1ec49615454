"""The whole product over HTTP while the world outside it is slow, down, wrong or lying."""

from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from backend.clock import wall_time
from backend.outside import CircuitBreaker, Gate
from clients import Clients
from tests.people_edge import Edge
from tests.sandbox_control import SandboxProcess
from tests.world import World

QUICK = 0.4  # seconds the product waits in these tests
PAUSE = 0.3  # seconds until it tries again what was down


def gates(clients: Clients) -> Iterator[Gate]:
    """The gate of every service outside."""
    yield clients.wechat._gate
    yield clients.sms._service.gate
    yield clients.identity._service.gate
    yield from (service.gate for service in clients.registers._services.values())


@pytest.fixture
def edge(world: World, sandbox: SandboxProcess) -> Iterator[Edge]:
    """A client that logs demo people in. Every breaker is closed, and nobody is waited for long."""
    kept = [(gate, gate.limits, gate.breaker) for gate in gates(world.product.clients)]
    for gate, limits, _ in kept:
        gate.limits = replace(limits, timeout=QUICK, pause=PAUSE)
        gate.breaker = CircuitBreaker(limits.failures, PAUSE)
    yield Edge(world.api.url, world.api._session, sandbox, SimpleNamespace())
    for gate, limits, breaker in kept:
        gate.limits, gate.breaker = limits, breaker


async def again(world: World) -> None:
    """Time goes by: what the outbox put off is due, and is tried once more."""
    await world.store.outbox.change_many({"state": "pending"}, {"$set": {"next_at": wall_time()}})
    await world.product.outbox.deliver(fence=2**53)


async def inbox(edge: Edge, token: str) -> list[dict[str, Any]]:
    """The notices of a person."""
    return (await edge.get("/api/v1/notices", token=token)).json["items"]

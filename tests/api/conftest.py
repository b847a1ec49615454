"""The whole product over HTTP, with the people of the demo district."""

import pytest
from redis.asyncio import Redis

from tests.factories import Town
from tests.sandbox_control import SandboxProcess
from tests.world import World


@pytest.fixture
async def town(world: World, sandbox: SandboxProcess, redis_url: str) -> Town:
    """Nobody has come yet; what the tests before did is not held against anybody."""
    async with Redis.from_url(redis_url) as valkey:
        if counted := [key async for key in valkey.scan_iter("limit:*")]:
            await valkey.delete(*counted)
    return Town(world, sandbox)

"""Rate limits on a real Valkey, and without one."""

from collections.abc import AsyncIterator

import pytest

from backend.errors import TooMany
from backend.ids import token
from backend.limits import Limit, Limits

THREE = Limit("three", 3, 3600, "请过一小时再试。")


@pytest.fixture(params=["valkey", "nothing"])
async def limits(request: pytest.FixtureRequest, redis_url: str) -> AsyncIterator[Limits]:
    made = Limits(redis_url if request.param == "valkey" else "redis://127.0.0.1:1")
    yield made
    await made.close()


async def test_the_fourth_call_of_three_is_refused_with_what_to_do(limits: Limits) -> None:
    who = token(64)
    for _ in range(3):
        await limits.check(THREE, who)
    with pytest.raises(TooMany, match="一小时") as caught:
        await limits.check(THREE, who)
    assert 0 < caught.value.retry_after <= 3600
    await limits.check(THREE, token(64))


async def test_asking_what_is_left_counts_nothing(limits: Limits) -> None:
    who = token(64)
    for _ in range(10):
        await limits.check_left(THREE, who)
    assert [await limits.count(THREE, who) for _ in range(3)] == [1, 2, 3]
    with pytest.raises(TooMany, match="一小时"):
        await limits.check_left(THREE, who)
    await limits.check_left(THREE.shared_by(2), who)

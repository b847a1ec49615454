"""The mini-program in Debian's Chromium, at phone size, on the real server."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser

from tests.browser.conftest import _browser, edge  # noqa: F401  the same browser and people
from tests.factories import Town
from tests.phone.harness import Harness
from tests.phone.phone import Phone
from tests.world import World


@pytest.fixture(scope="session")
def _harness(_world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Harness]:
    harness = Harness(_world.api.url, tmp_path_factory.mktemp("mini-program"))
    harness.start()
    yield harness
    harness.stop()


@pytest.fixture
def town(world: World) -> Town:
    """The demo district over HTTP: whoever else has a part in a story."""
    return Town(world, world.sandbox)


@pytest.fixture
async def mobile(_browser: Browser, _harness: Harness, world: World) -> AsyncIterator[Phone]:  # noqa: F811
    """A phone nobody has used. Whatever the framework warned of is a fault, and so is much data in one `setData`."""
    async with _held(_browser, _harness, world) as phone:
        yield phone


@pytest.fixture
async def theirs(_browser: Browser, _harness: Harness, world: World) -> AsyncIterator[Phone]:  # noqa: F811
    """Somebody else's phone."""
    async with _held(_browser, _harness, world) as phone:
        yield phone


@asynccontextmanager
async def _held(browser: Browser, harness: Harness, world: World) -> AsyncIterator[Phone]:
    phone = await Phone.new(browser, harness.url, world.clock.now())
    yield phone
    heavy = await phone.heavy()
    await phone.context.close()
    assert phone.complaints == []
    assert heavy == {}

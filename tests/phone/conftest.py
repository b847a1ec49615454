"""The mini-program in Debian's Chromium, at phone size, on the real server."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser

from tests.browser.conftest import _browser, edge  # noqa: F401  the same browser and people
from tests.factories import Town
from tests.phone.handset import Handset
from tests.phone.harness import Build, Harness
from tests.phone.phone import Phone
from tests.world import World


@pytest.fixture(scope="session", autouse=True)
def _build(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Build]:
    """Before anything else: it goes on while the product starts."""
    build = Build(tmp_path_factory.mktemp("mini-program"))
    yield build
    build.stop()


@pytest.fixture(scope="session")
def _harness(_build: Build, _world: World) -> Iterator[Harness]:
    harness = Harness(_world.api.url, _build)
    harness.start()
    yield harness
    harness.stop()


@pytest.fixture
def town(world: World) -> Town:
    """The demo district over HTTP: whoever else has a part in a story."""
    return Town(world, world.sandbox)


@pytest.fixture(scope="session")
async def _mine(_browser: Browser, _harness: Harness) -> AsyncIterator[Handset]:  # noqa: F811
    handset = await Handset.new(_browser, _harness.url)
    yield handset
    await handset.close()


@pytest.fixture(scope="session")
async def _another(_browser: Browser, _harness: Harness) -> AsyncIterator[Handset]:  # noqa: F811
    handset = await Handset.new(_browser, _harness.url)
    yield handset
    await handset.close()


@pytest.fixture
async def mobile(_mine: Handset, world: World) -> AsyncIterator[Phone]:
    """A phone nobody has used. Whatever the framework warned of is a fault, and so is much data in one `setData`."""
    async with _held(_mine, world) as phone:
        yield phone


@pytest.fixture
async def theirs(_another: Handset, world: World) -> AsyncIterator[Phone]:
    """Somebody else's phone."""
    async with _held(_another, world) as phone:
        yield phone


@asynccontextmanager
async def _held(handset: Handset, world: World) -> AsyncIterator[Phone]:
    phone = await handset.given(world.clock.now())
    yield phone
    heavy = await phone.heavy()
    await handset.taken_back(phone)
    assert phone.complaints == []
    assert heavy == {}

"""The staff console in Debian's Chromium, on the real server."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser

from handlers.console import BUILT
from tests.api.conftest import town  # noqa: F401  the people of the demo district
from tests.browser.conftest import _browser  # noqa: F401  the same browser
from tests.console.desk import Desk
from tests.console.kiosk import Kiosk
from tests.world import World


@pytest.fixture(scope="session")
def _built() -> None:
    assert (BUILT / "index.html").is_file(), "the console is not built: make console"


@pytest.fixture
async def desk(_browser: Browser, _built: None, world: World) -> AsyncIterator[Desk]:  # noqa: F811
    """A desk nobody sits at. Whatever the browser warned of is a fault."""
    held = await Desk.new(_browser, world.api.url)
    yield held
    await held.context.close()
    assert held.complaints == []


@pytest.fixture
async def kiosk(_browser: Browser, _built: None, world: World) -> AsyncIterator[Kiosk]:  # noqa: F811
    """A device nobody has set up yet. Whatever the browser warned of is a fault."""
    held = await Kiosk.new(_browser, world.api.url)
    yield held
    await held.context.close()
    assert held.complaints == []

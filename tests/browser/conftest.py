"""Debian's Chromium on the running product, at phone size; screenshots are kept in artefacts/."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import aiohttp
import pytest
from playwright.async_api import Browser, Page, async_playwright

from tests.people_edge import Edge
from tests.sandbox_control import ROOT
from tests.world import World

SHOTS = ROOT / "artefacts" / "screenshots"
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
]


@pytest.fixture(scope="session")
async def _browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=_program(), args=_FLAGS)
        yield browser
        await browser.close()


def _program() -> str:
    """The shell, where the machine has it: the same engine without a browser's own windows, for less than half the processor time."""
    return shutil.which("chromium-headless-shell") or "/usr/bin/chromium"


@pytest.fixture
async def phone(_browser: Browser) -> AsyncIterator[Page]:
    """A page of 390 × 844 in a browser that has never been here."""
    context = await _browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN")
    yield await context.new_page()
    await context.close()


@pytest.fixture
async def edge(world: World) -> AsyncIterator[Edge]:
    """A client that knows the demo people, on the whole product."""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        yield Edge(world.api.url, session, world.sandbox, cast(SimpleNamespace, cast(Any, world.product.engines)))


async def shoot(page: Page, name: str) -> Path:
    """Keeps what the page shows now."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    path = SHOTS / f"{name}.png"
    await page.screenshot(path=path, full_page=True)
    return path

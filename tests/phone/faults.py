"""What goes wrong between a phone and the server, as a story plans it."""

import asyncio
import re
from typing import Any

from playwright.async_api import Request, Route

from tests.phone.phone import Phone

_TRIES = 100


class Line:
    """The way of some requests to the server. `sent` counts those that left the phone."""

    def __init__(self, mobile: Phone, address: str, method: str = "POST") -> None:
        self.sent = 0
        self._mobile = mobile
        self._address = re.compile(address)
        self._method = method
        mobile.hears("request", self._count)

    def _count(self, request: Request) -> None:
        self.sent += request.method == self._method and bool(self._address.search(request.url))

    async def loses(self, *, arriving: bool, times: int = 99) -> None:
        """The next `times` requests get no answer; `arriving`: the server has heard them, all the same."""
        left = times

        async def lose(route: Route) -> None:
            nonlocal left
            if route.request.method != self._method or left <= 0:
                return await route.fallback()
            left -= 1
            if arriving:
                await route.fetch()
            await route.abort()

        await self._mobile.page.route(self._address, lose)

    async def breaks(self, status: int, **headers: Any) -> None:
        """The server answers something that is no problem in words."""

        async def answer(route: Route) -> None:
            if route.request.method != self._method:
                return await route.fallback()
            await route.fulfill(status=status, headers=headers, content_type="text/html", body="<h1>oops</h1>")

        await self._mobile.page.route(self._address, answer)

    async def heals(self) -> None:
        """Everything goes through again."""
        await self._mobile.page.unroute(self._address)


async def session_ends(mobile: Phone) -> None:
    """What the phone keeps of its session is worth nothing any more."""
    await mobile.page.evaluate("localStorage.setItem('mini-program:token', JSON.stringify({data: 'worthless'}))")


async def starts_offline(mobile: Phone) -> None:
    """The browser says so from the start on, until `window.connected` is set; the mini-program itself is there."""

    async def with_it(route: Route) -> None:
        answer = await route.fetch()
        says = "<script>Object.defineProperty(navigator, 'onLine', {get: () => !!window.connected, configurable: true})</script>"
        await route.fulfill(response=answer, body=(await answer.text()).replace("<head>", f"<head>{says}"))

    await mobile.page.route(re.compile(r"/\?open="), with_it)


async def pauses_go_by(mobile: Phone, words: str) -> None:
    """A request that fails is tried four times, with pauses: they go by at once, until that can be read."""
    for _ in range(_TRIES):
        if await mobile.top.get_by_text(words).count():
            break
        await mobile.waits(3)
        await asyncio.sleep(0.05)
    await mobile.sees(words)

"""A window of the browser that all stories of a run share, one after the other: a new one for each took twice the processor time."""

from datetime import datetime

from playwright.async_api import Browser, Page

from tests.phone.phone import SCREEN, Phone

_PATIENCE = 20_000  # milliseconds; a machine that is busy with other tests is slow, not wrong
_FORGET = "() => { localStorage.clear(); sessionStorage.clear(); }"


class Handset:
    """Gives a phone nobody has used, and takes it back: nothing of one story is there in the next."""

    def __init__(self, page: Page, url: str) -> None:
        self._page = page
        self._url = url

    @classmethod
    async def new(cls, browser: Browser, url: str) -> "Handset":
        context = await browser.new_context(viewport=SCREEN, locale="zh-CN", timezone_id="Asia/Shanghai")
        context.set_default_timeout(_PATIENCE)
        handset = cls(await context.new_page(), url)
        await handset._forget()
        return handset

    async def given(self, now: datetime) -> Phone:
        """A phone nobody has used, which thinks it is `now`."""
        await self._page.clock.set_fixed_time(now)
        return Phone(self._page, self._url)

    async def taken_back(self, phone: Phone) -> None:
        """The mini-program is left, faults of the network end, and nothing is kept."""
        phone.let_go()
        await self._page.unroute_all(behavior="ignoreErrors")
        await self._page.context.set_offline(False)
        await self._forget()

    async def close(self) -> None:
        await self._page.context.close()

    async def _forget(self) -> None:
        await self._page.goto(f"{self._url}/base.css")  # a place of the same origin where nothing runs
        await self._page.evaluate(_FORGET)
        await self._page.context.clear_cookies()

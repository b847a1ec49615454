"""A member of staff at a desk: the console in a browser of 1440 × 900, what they press, type and see."""

import asyncio
import re
from pathlib import Path

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, Route, expect
from pyotp.totp import TOTP

from handlers.base import STAFF_COOKIE
from tests.browser.conftest import SHOTS
from tests.people_edge import PASSWORD
from tests.sandbox_control import ROOT

_PATIENCE = 20_000  # milliseconds; a machine that is busy with other tests is slow, not wrong
_AXE = ROOT / "miniprogram" / "node_modules" / "axe-core" / "axe.min.js"
_SERIOUS = """async () => {
    const found = await axe.run(document, {resultTypes: ['violations']});
    return found.violations.filter(each => ['serious', 'critical'].includes(each.impact))
        .map(each => `${each.id}: ${each.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')}`);
}"""
_SIDEWAYS = "() => [document.documentElement, ...document.querySelectorAll('main')].some(each => each.scrollWidth > each.clientWidth)"

_SETTLED = """async () => {
    const ends = each => each.effect.getComputedTiming().endTime !== Infinity;
    const running = () => document.getAnimations().filter(each => each.playState === 'running' && ends(each));
    while (running().length) await Promise.allSettled(running().map(each => each.finished));
}"""
_SMALL = """() => {
    const seen = each => each.checkVisibility({opacityProperty: true, visibilityProperty: true}) && each.getBoundingClientRect().width > 1;
    const said = each => [...each.childNodes].some(part => part.nodeType === Node.TEXT_NODE && part.data.trim());
    const letters = [...document.querySelectorAll('body *')].filter(each => seen(each) && said(each) && parseFloat(getComputedStyle(each).fontSize) < 13);
    const inText = each => each.matches('a, button.link') && getComputedStyle(each).display.startsWith('inline') && said(each.parentElement);
    const pressed = 'button, a[href], select, textarea, summary, input:not([type=hidden], [type=file]), [role=tab]';
    const target = each => each.matches('[type=checkbox], [type=radio]') ? each.closest('label') ?? each : each;
    const low = [...document.querySelectorAll(pressed)].filter(each => seen(each) && !inText(each)).map(target)
        .filter(each => each.getBoundingClientRect().height < 43.5);
    const name = each => `${each.tagName.toLowerCase()}.${each.className} ${Math.round(each.getBoundingClientRect().height)} ${getComputedStyle(each).fontSize} ${each.textContent.trim().slice(0, 30)}`;
    return [...letters.map(each => `letters ${name(each)}`), ...low.map(each => `low ${name(each)}`)];
}"""


class Late:
    """The next answer from an address, on its way for as long as a story wants."""

    def __init__(self, page: Page, address: re.Pattern[str]) -> None:
        self._page = page
        self._address = address
        self._asked = asyncio.Event()
        self._may_come = asyncio.Event()

    async def hold(self, route: Route) -> None:
        self._asked.set()
        await self._may_come.wait()
        await route.continue_()

    async def is_asked(self) -> None:
        await asyncio.wait_for(self._asked.wait(), _PATIENCE / 1000)

    async def comes(self) -> None:
        """The answer is let through, and the page has its chance to show it."""
        async with self._page.expect_response(self._address) as answer:
            self._may_come.set()
        await (await answer.value).finished()
        await self._page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        await self._page.unroute(self._address)


class Desk:
    """One browser at one desk."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.complaints: list[str] = []
        page.set_default_timeout(_PATIENCE)
        expect.set_options(timeout=_PATIENCE)
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    @classmethod
    async def new(cls, browser: Browser, url: str) -> "Desk":
        context = await browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN", timezone_id="Asia/Shanghai")
        return cls(await context.new_page(), url)

    @property
    def context(self) -> BrowserContext:
        return self.page.context

    async def open(self, path: str = "/") -> None:
        """Goes to an address of the console."""
        await self.page.goto(f"{self.url}/console{path}")

    async def go(self, path: str) -> None:
        """Goes to an address as a link of a page does: the router decides, and nothing is loaded anew."""
        router = "document.getElementById('app').__vue_app__.config.globalProperties.$router"
        await self.page.evaluate(f"async path => {{ await {router}.push(path); }}", path)

    async def login(self, username: str, *, password: str = PASSWORD, secret: str = "") -> None:
        """Fills in the log-in and presses Enter, as people do."""
        if self.page.url == "about:blank":
            await self.open("/login")
        await self.page.get_by_label("用户名").fill(username)
        await self.page.get_by_label("密码").fill(password)
        await self.page.get_by_label("动态口令").fill(TOTP(secret).now() if secret else "")
        await self.page.get_by_label("密码").press("Enter")

    async def resume(self, token: str) -> None:
        """Goes on with a session begun elsewhere: a one-time password serves once."""
        await self.context.add_cookies([{"name": STAFF_COOKIE, "value": token, "url": f"{self.url}/api/v1/", "sameSite": "Strict"}])
        await self.open()

    async def press(self, words: str | re.Pattern[str]) -> None:
        """Presses the button, tab or link that says so."""
        named = self.page.get_by_role("button", name=words)
        named = named.or_(self.page.get_by_role("link", name=words)).or_(self.page.get_by_role("tab", name=words))
        await named.first.click()

    async def write(self, label: str, text: str) -> None:
        await self.page.get_by_label(label).fill(text)

    async def sees(self, words: str | re.Pattern[str]) -> None:
        await expect(self.page.get_by_text(words).first).to_be_visible()

    async def sees_not(self, words: str) -> None:
        await expect(self.page.get_by_text(words)).to_have_count(0)

    async def picks_a_time(self, day: str) -> None:
        """The first free time of a day, once the times that are offered are that day's."""
        await self.page.get_by_label("哪一天").fill(day)
        times = self.page.get_by_label("几点")
        await expect(times.locator("option:enabled").first).to_have_attribute("value", re.compile(f"^{day}T"))
        await times.select_option(index=1)

    async def opens_case(self, name: str) -> None:
        """Presses a case of the list and waits until its acts are there: keys go to the page that is shown."""
        await self.press(name)
        await expect(self.page.get_by_role("toolbar", name="可以办的")).to_be_visible()

    async def holds_back(self, address: re.Pattern[str]) -> Late:
        """From now on the answer to what the page asks there is on its way until the story lets it come."""
        late = Late(self.page, address)
        await self.page.route(address, late.hold)
        return late

    async def shoot(self, name: str) -> Path:
        """Keeps what the desk shows."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        path = SHOTS / f"console-{name}.png"
        await self.page.screenshot(path=path)
        return path

    async def fits(self) -> None:
        """Accessible to assistive technology, and nothing wider than the desk."""
        if not await self.page.evaluate("'axe' in window"):
            await self.page.evaluate(_AXE.read_text())  # not as a script of the page: its policy forbids those
        await self.page.evaluate(_SETTLED)  # between two colours of a button any contrast may be found
        found = await self.page.evaluate(_SERIOUS)
        assert not found, found
        assert not await self.page.evaluate(_SIDEWAYS), self.page.url

    async def fits_a_hand(self) -> None:
        """As `fits` at a phone's width, no letter below 13, and whatever is pressed 44 high: by itself or with its label, but for links in a sentence."""
        await self.fits()
        found = await self.page.evaluate(_SMALL)
        assert not found, (self.page.url, found)

    def _listen(self, message: ConsoleMessage) -> None:
        """Warnings and errors are faults, above all what the page's policy forbids; refusals the browser tells of are answers."""
        if message.type in ("warning", "error") and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)

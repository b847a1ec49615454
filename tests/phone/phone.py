"""A phone in somebody's hand: what they tap, type and see, and what the page is measured by."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote

from playwright.async_api import BrowserContext, ConsoleMessage, Locator, Page, ViewportSize, expect

from tests.phone.harness import FOLDER
from tests.sandbox_control import ROOT

SHOTS = ROOT / "artefacts" / "screenshots"
SCREEN: ViewportSize = {"width": 390, "height": 844}
TARGET, ELDER_TARGET = 44, 60
MOST_DATA = 10 * 1024
_PATIENCE = 20_000  # milliseconds; a machine that is busy with other tests is slow, not wrong
expect.set_options(timeout=_PATIENCE)
_AXE = FOLDER / "node_modules" / "axe-core" / "axe.min.js"
_SERIOUS = """async () => {
    const found = await axe.run(document, {resultTypes: ['violations']});
    return found.violations.filter(each => ['serious', 'critical'].includes(each.impact))
        .map(each => `${each.id}: ${each.nodes.slice(0, 3).map(node => `${node.html.slice(0, 160)} ${node.any.map(one => one.message)}`).join(' | ')}`);
}"""
# What can be tapped; a control inside a label or another target is as large as that.
_SMALL = """least => {
    const able = '[role=button], [role=link], [role=tab], [role=switch], wx-button, wx-input, wx-textarea, wx-switch, wx-checkbox, wx-radio, wx-picker';
    const whole = node => { const around = node.closest('wx-label'); return around || node; };
    return [...document.querySelectorAll('main:not([hidden])')].flatMap(page => [...page.querySelectorAll(able)])
        .filter(node => node.getClientRects().length && !node.parentElement.closest(able))
        .map(node => [whole(node).getBoundingClientRect(), node])
        .filter(([box]) => box.width < least || box.height < least)
        .map(([box, node]) => `${Math.round(box.width)}x${Math.round(box.height)} ${node.outerHTML.slice(0, 120)}`);
}"""
_TWICE = """node => {
    for (const kind of ['mousedown', 'mouseup', 'mousedown', 'mouseup']) node.dispatchEvent(new MouseEvent(kind, {bubbles: true, composed: true}));
}"""
# Every line of text: inside the screen, inside whatever clips it, inside the button it is written on. What is swiped sideways may go on.
_CUT = """() => {
    const page = document.querySelector('main:not([hidden])');
    const faults = page.scrollWidth > page.clientWidth ? ['the page scrolls sideways'] : [];
    const clips = node => { const style = getComputedStyle(node); return style.overflowX !== 'visible' || style.overflowY !== 'visible'; };
    const beyond = (box, around) => box.left < around.left - 1 || box.right > around.right + 1 || box.top < around.top - 1 || box.bottom > around.bottom + 1;
    const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const holder = text.parentElement;
        if (!text.data.trim() || !holder.getClientRects().length || holder.closest('wx-scroll-view')) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const boxes = [...range.getClientRects()].filter(box => box.width);
        if (boxes.some(box => box.left < -1 || box.right > page.clientWidth + 1)) faults.push(`off the screen: ${text.data}`);
        for (let around = holder; around !== page; around = around.parentElement) {
            if (!clips(around) && !around.matches('wx-button, [role=button], [role=tab]')) continue;
            const frame = around.getBoundingClientRect();
            if (boxes.some(box => beyond(box, frame))) faults.push(`cut off: ${text.data} by ${around.outerHTML.slice(0, 80)}`);
        }
    }
    const inside = node => { for (let around = node.parentElement; around !== page; around = around.parentElement) if (clips(around)) return around; return page; };
    for (const button of page.querySelectorAll('wx-button')) {
        if (!button.getClientRects().length || button.closest('wx-scroll-view')) continue;
        const [box, frame] = [button.getBoundingClientRect(), inside(button).getBoundingClientRect()];
        if (box.left < frame.left || box.right > frame.right) faults.push(`a button beyond its frame: ${button.textContent}`);
    }
    return [...new Set(faults)];
}"""
# Scrolled to its end, the last line of a page stands above whatever lies over its bottom.
_COVERED = """() => {
    const page = document.querySelector('main:not([hidden])');
    const over = [...page.querySelectorAll('.bottom, .tabs, .bar-told')].filter(node => node.getClientRects().length && (node.matches('.bar-told') || getComputedStyle(node).position === 'fixed'));
    if (!over.length || page.querySelector('.full')) return [];
    const before = page.scrollTop;
    page.scrollTop = page.scrollHeight;
    const line = Math.min(...over.map(node => node.getBoundingClientRect().top));
    const texts = [...page.querySelectorAll('wx-view, wx-text, wx-button')].filter(node => node.checkVisibility({visibilityProperty: true}) && !over.some(bar => bar.contains(node)) && [...node.childNodes].some(each => each.nodeType === 3 && each.data.trim()));
    const covered = texts.filter(node => node.getBoundingClientRect().bottom > line + 1).map(node => `under the bar: ${node.textContent}`);
    page.scrollTop = before;
    return covered;
}"""
# The sizes of a mode and of WeChat's own font size, as the frames of all pages take them; in elder mode text is large already.
_SIZES = """([elder, scale]) => {
    for (const frame of document.querySelectorAll('.frame')) {
        frame.classList.toggle('elder', elder);
        frame.style.setProperty('--k', scale);
    }
}"""
_LARGEST_SCALE = {False: 2, True: 2 / 1.4}

Event = Literal["pageerror", "console", "request"]


class Phone:
    """One phone. Everything is looked for on the page on top. `page` is at the mini-program's origin."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.complaints: list[str] = []
        self._hearing: list[tuple[Event, Callable[[Any], None]]] = []
        self.hears("pageerror", lambda error: self.complaints.append(str(error)))
        self.hears("console", self._listen)

    def hears(self, event: Event, told: Callable[[Any], None]) -> None:
        """Tells of what happens in the browser's window until the phone is let go."""
        self._hearing.append((event, told))
        self.page.on(event, told)

    def let_go(self) -> None:
        """Tells of nothing any more."""
        for event, told in self._hearing:
            self.page.remove_listener(event, told)
        self._hearing.clear()

    @property
    def context(self) -> BrowserContext:
        return self.page.context

    @property
    def top(self) -> Locator:
        """The page on top of the stack."""
        return self.page.locator("main:not([hidden])")

    async def open(self, path: str = "pages/home/home", *, person: str = "", agreed: bool = False) -> None:
        """Starts the mini-program at a page. `person`: who holds the phone; `agreed`: to the privacy guide, before."""
        kept = ({"device:person": person} if person else {}) | ({"device:agreed": "yes"} if agreed else {})
        await self._keeps(kept)
        await self.page.goto(f"{self.url}/?open={path.replace('?', '%3F').replace('&', '%26')}")

    async def goes_to(self, path: str) -> None:
        """Opens a page as the first one, without starting the mini-program anew."""
        await self.page.evaluate("path => __device.opens(path)", "/" + unquote(path))

    async def begins_anew(self, person: str) -> None:
        """Somebody else holds the phone from the next start on, or the same person without what it kept. They have agreed to the privacy guide."""
        await self.page.evaluate("localStorage.removeItem('mini-program:token')")
        await self._keeps({"device:person": person, "device:agreed": "yes"})

    async def use_elder_mode(self) -> None:
        """Elder mode, as it is remembered."""
        await self._keeps({"mini-program:elder": json.dumps({"data": True})})

    async def _keeps(self, kept: dict[str, str]) -> None:
        await self.page.evaluate("kept => Object.entries(kept).forEach(([key, value]) => localStorage.setItem(key, value))", kept)

    async def tap(self, words: str | re.Pattern[str]) -> None:
        """Taps what bears those words, or is named by them."""
        named = self.top.get_by_role("button", name=words).or_(self.top.get_by_role("tab", name=words))
        written = self.top.get_by_text(words)
        await named.or_(written).first.wait_for()
        await (named if await named.count() else written).first.click()

    async def tap_twice(self, what: str | Locator) -> None:
        """Taps a button twice, before anything that comes of the first tap."""
        button = self.top.get_by_role("button", name=what).first if isinstance(what, str) else what
        await button.wait_for()
        await button.evaluate(_TWICE)

    async def write(self, label: str, text: str) -> None:
        """Fills the field of that name, and leaves it."""
        field = self.top.get_by_label(label, exact=True).and_(self.top.locator("input, textarea"))
        await field.fill(text)
        await field.blur()

    async def sees(self, words: str | re.Pattern[str]) -> None:
        """Waits until it can be read."""
        await expect(self.top.get_by_text(words).first).to_be_visible()

    async def sees_not(self, words: str) -> None:
        """Waits until it cannot be read any more."""
        await expect(self.top.get_by_text(words).first).not_to_be_visible()

    async def answer(self, words: str) -> None:
        """Presses a button of what WeChat lays over the page."""
        await self.page.locator(".wx-mask button", has_text=words).click()

    async def answer_twice(self, words: str) -> None:
        """Presses it twice, before anything that comes of the first time."""
        await (
            self.page.locator(".wx-mask").get_by_role("button", name=words, exact=True).evaluate("node => { node.click(); node.click(); }")
        )

    async def title(self) -> str:
        return await self.page.locator(".wx-navigation h1").inner_text()

    async def asked(self, name: str) -> list[dict[str, Any]]:
        """What the mini-program asked of the device by that function."""
        return await self.page.evaluate("name => __device.calls.filter(each => each.name === name).map(each => each.options)", name)

    async def device_answers(self, name: str, answer: dict[str, Any]) -> None:
        """From now on the device function answers that; `{"fail": "cancel"}` makes it fail."""
        await self.page.evaluate("([name, answer]) => { __device.answers[name] = answer }", [name, answer])

    async def waits(self, seconds: int) -> None:
        """So much time goes by for what the mini-program does by itself after a while; the date stays."""
        await self.page.clock.fast_forward(seconds * 1000)

    async def forwarded(self) -> dict[str, str]:
        """What WeChat's own menu sends to a chat from this page."""
        return await self.page.evaluate("__device.forwards()")

    async def taps(self) -> int:
        """Taps since the mini-program was started."""
        return await self.page.evaluate("__device.taps")

    async def shoot(self, name: str) -> Path:
        """Keeps what the phone shows."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        path = SHOTS / f"phone-{name}.png"
        await self.page.screenshot(path=path)
        return path

    async def fits(self, *, elder: bool = False) -> None:
        """Accessible to assistive technology, large enough to hit, nothing cut off, and little data a call."""
        if not await self.page.evaluate("'axe' in window"):
            await self.page.add_script_tag(path=_AXE)
        serious = await self.page.evaluate(_SERIOUS)
        assert serious == [], serious
        small = await self.page.evaluate(_SMALL, ELDER_TARGET if elder else TARGET)
        assert small == [], small
        assert (lost := await self.lost()) == [], lost
        assert await self.heavy() == {}

    async def heavy(self) -> dict[str, int]:
        """Pages and components that were handed more data at once than is swift, with the bytes."""
        largest = await self.page.evaluate("window.__device ? __device.largestData : {}")
        return {name: size for name, size in largest.items() if size > MOST_DATA}

    async def fits_in_both_modes(self, name: str) -> None:
        """What the page shows fits as it is, and as large as elder mode makes it. A picture of each is kept."""
        for elder in (False, True):
            await self.page.evaluate(_SIZES, [elder, 1])
            await self.shoot(f"{name}-{'elder' if elder else 'standard'}")
            await self.fits(elder=elder)
        await self.page.evaluate(_SIZES, [False, 1])

    async def reads_at(self, scale: float, words: str) -> None:
        """With WeChat's own font size at `scale`, nothing is cut off. `words`: what the page says when it is there."""
        await self.page.evaluate("scale => localStorage.setItem('device:fontScale', scale)", str(scale))
        await self.page.reload()
        await self.sees(words)
        assert (lost := await self.lost()) == [], lost

    async def lost_at_its_largest(self, name: str) -> list[str]:
        """What is lost of the page as it stands with WeChat's largest font size, in either mode. It is left so."""
        lost: list[str] = []
        for elder, scale in _LARGEST_SCALE.items():
            await self.page.evaluate(_SIZES, [elder, scale])
            await self.shoot(f"largest-{'elder' if elder else 'standard'}-{name}")
            lost += [f"{name}, {'elder' if elder else 'standard'}: {each}" for each in await self.lost()]
        return lost

    async def lost(self) -> list[str]:
        """What is written on the page and cut off, off the screen, or under a bar for good."""
        return [*await self.page.evaluate(_CUT), *await self.page.evaluate(_COVERED)]

    def _listen(self, message: ConsoleMessage) -> None:
        """Warnings and errors of the framework are faults; what the network answered is told by the browser as an error, too."""
        if message.type in ("warning", "error") and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)


Mode = Literal["standard", "elder"]

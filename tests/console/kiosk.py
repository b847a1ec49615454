"""The kiosk in Chromium at 1080 × 1920: a screen that stands upright and is touched."""

import re
from base64 import b64encode
from io import BytesIO

import zxingcpp
from PIL import Image
from playwright.async_api import Browser, expect

from tests.api.kiosk_hall import CREDENTIAL
from tests.browser.conftest import SHOTS
from tests.console.desk import Desk
from tests.factories import Town
from tests.portraits import Portrait

_HIGH = 1920
_CAMERA = """async ([picture, wall]) => {
    const seen = new Image();
    seen.src = `data:image/jpeg;base64,${picture}`;
    await seen.decode();
    const canvas = Object.assign(document.createElement("canvas"), {width: 1000, height: 882});
    const sheet = canvas.getContext("2d");
    const draw = () => {
        sheet.fillStyle = `rgb(${wall})`;
        sheet.fillRect(0, 0, 1000, 882);
        sheet.drawImage(seen, 142, 0, 716, 882);
    };
    draw();
    setInterval(draw, 100);
    navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(10);
}"""

_COMES = "main => { main.append(document.createElement('i')); return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))); }"


class Kiosk(Desk):
    """A desk that stands upright and is touched."""

    @classmethod
    async def new(cls, browser: Browser, url: str) -> "Kiosk":
        context = await browser.new_context(viewport={"width": 1080, "height": _HIGH}, locale="zh-CN", timezone_id="Asia/Shanghai")
        await context.add_init_script(
            "window.said = []; window.prints = 0; window.print = () => { window.prints += 1; }; speechSynthesis.speak = words => { window.said.push(words.text); }"
        )
        return cls(await context.new_page(), url)

    async def shoot(self, name: str) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        (await super().shoot(name)).rename(SHOTS / f"kiosk-{name}.png")

    async def start(self, *, reader: bool = True) -> None:
        """The first morning: the administrator sets the device up. `reader`: whether its service answers."""
        await self.page.goto(f"{self.url}/kiosk")
        await self.write("设备凭据", CREDENTIAL)
        await self.press("设为自助终端")
        await self.sees("请把身份证放在读卡区" if reader else "读卡器暂时用不了")

    async def card_of(self, name: str) -> None:
        await self.page.get_by_role("button", name=name, exact=True).click()

    async def proven(self, town: Town, who: str) -> None:
        """Types the code that was sent to the phone on record."""
        await self.sees("要再确认一次是您本人")
        await self.press("手机验证码")
        async with self.page.expect_response("**/kiosk/codes"):
            await self.press("获取验证码")
        await self.write("验证码", await town.sandbox.sms_code(str(town.citizen(who).phone)))
        await self.press("确认")

    async def keys(self, row: str) -> None:
        """Presses one key of the screen after another."""
        for key in row:
            await self.page.get_by_role("group", name=re.compile("屏幕键盘|数字键")).get_by_role("button", name=key, exact=True).click()

    async def spells(self, pinyin: str, character: str) -> None:
        """Presses the letters of a character and chooses it."""
        await self.keys(pinyin)
        await self.page.get_by_role("button", name=f"选{character}", exact=True).click()

    async def stands_before_the_camera(self, portrait: Portrait) -> None:
        """The camera sees whoever is drawn, with the wall at both sides."""
        picture = b64encode(portrait.jpeg()).decode()
        await self.page.evaluate(_CAMERA, [picture, list(portrait.background)])

    async def stays_under_a_finger(self) -> None:
        """What comes to a page meanwhile draws it up only once the finger is lifted."""
        sheet = self.page.locator(".sheet")
        at_rest = await sheet.evaluate("sheet => { const before = sheet.scrollTop; sheet.scrollTop = 0; return before; }")
        assert at_rest > 0, "the page is longer than its place"
        await self.page.locator("header").hover()
        await self.page.mouse.down()
        await self.page.locator("main").evaluate(_COMES)
        assert await sheet.evaluate("sheet => sheet.scrollTop") == 0
        await self.page.mouse.up()
        await expect(sheet).to_have_js_property("scrollTop", at_rest)

    async def printed(self) -> int:
        """How often something went to the printer."""
        return await self.page.evaluate("window.prints")

    async def shows_whole(self, name: str) -> None:
        """A button can be seen and touched as the page stands, without scrolling."""
        place = await self.page.get_by_role("button", name=name).bounding_box()
        foot = await self.page.locator("footer").bounding_box()
        assert place, name
        assert foot, name
        assert place["y"] + place["height"] <= foot["y"], (name, place, foot)

    async def touched(self) -> int:
        """How often the screen was touched since `counts_touches`."""
        return await self.page.evaluate("window.touches")

    async def counts_touches(self) -> None:
        await self.page.evaluate("window.touches = 0; addEventListener('pointerdown', () => { window.touches += 1; }, true)")

    async def read_code(self) -> str:
        """What the code on the page says to whoever scans it."""
        picture = await self.page.locator("canvas, .ask img").screenshot()
        return zxingcpp.read_barcodes(Image.open(BytesIO(picture)))[0].text

    async def agreed_by(self, town: Town, phone: str) -> None:
        """A phone scans the code on the screen and says yes, or is refused."""
        scene = (await self.read_code()).partition("?scene=")[2]
        await town.post(f"/api/v1/kiosk-asks/{scene}/agree", {}, token=phone)

    async def without_answers(self, address: str) -> None:
        """Nothing comes back from there until `unroute_all`."""
        await self.page.route(address, lambda route: route.abort())

    async def kept_answers(self, addresses: list[str]) -> list[str]:
        """Those of them the browser could answer out of its HTTP cache."""
        look = """async each => await fetch(each, {mode: 'same-origin', cache: 'only-if-cached'}).then(found => found.ok, () => false)"""
        return [each for each in addresses if await self.page.evaluate(look, each)]

    async def large_enough(self) -> None:
        """Whatever is pressed is at least 60 high and lies within the lower two thirds, once a long page is drawn down."""
        await self.page.evaluate("document.querySelector('.sheet').scrollTop = 0")
        boxes = [await each.bounding_box() for each in await self.page.get_by_role("button").all()]
        assert boxes
        assert all(box and box["height"] >= 60 and box["y"] >= _HIGH / 3 for box in boxes), boxes

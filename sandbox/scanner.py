"""The vendor's local service of a kiosk's document scanner, with sample pages in place of paper.

A contract of our own; a real scanner's service differs and is adapted in the kiosk's page (console/src/kiosk/scanner.ts):
- `GET scanner/pages` → 200 `[{code, name}]`: which paper may lie on the demo scanner;
- `POST scanner/scan {page, ticket: {scanner, nonce, until, mac}}` → 200 `image/jpeg`. 403 for a ticket the product did not sign for
  that scanner, that has run out, or that was used: no other page of that browser gets at what lies there. 404 for a page there is not.
"""

import hmac
import io

from PIL import Image, ImageDraw, ImageFont
from pylopdf_fonts_zh_cn import sans_path

from backend.clock import wall_time
from models.base import Body
from models.kiosks import ScanTicket
from sandbox.reader import FromElsewhere

_SIZE = (1240, 1754)  # A4 at 150 dots an inch
_PAGES = {
    "lease": (
        "房屋租赁合同（样张）",
        ["出租人、承租人约定如下：", "一、房屋坐落在云城区云山大道。", "二、租期一年，租金按月支付。", "（签名）"],
    ),
    "card": ("身份证复印件（样张）", ["正反面印在同一页。", "此页只用于演示，没有真实内容。"]),
    "dark": ("没有放好的一页（样张）", ["太暗，字看不清。"]),
}


class PagesHandler(FromElsewhere):
    """The picker."""

    service = "scanner"

    def get(self) -> None:
        """See the module."""
        self.answer([{"code": code, "name": title} for code, (title, _) in _PAGES.items()])


class ScanBody(Body):
    """Which paper lies there, and by whose leave it is scanned."""

    page: str
    ticket: ScanTicket


class ScanHandler(FromElsewhere):
    """One page."""

    service = "scanner"

    def post(self) -> None:
        """See the module."""
        body, world = self.body(ScanBody), self.outside.world
        key = next((each.reader_key for each in world.district.kiosks if each.scanner == body.ticket.scanner), "")
        ticket = body.ticket
        good = hmac.compare_digest(ticket.signed_with(key), ticket.mac) and ticket.until > wall_time()
        if not key or not good or ticket.nonce in self.outside.scanned:
            self.send_error(403)
            return
        if body.page not in _PAGES:
            self.send_error(404)
            return
        self.outside.scanned.add(ticket.nonce)
        self.set_header("Content-Type", "image/jpeg")
        self.set_header("Cache-Control", "no-store")
        self.finish(_drawn(body.page))


def _drawn(code: str) -> bytes:
    title, lines = _PAGES[code]
    paper, ink = ((24, 24, 24), (40, 40, 40)) if code == "dark" else ((255, 255, 255), (0, 0, 0))
    sheet = Image.new("RGB", _SIZE, paper)
    draw = ImageDraw.Draw(sheet)
    draw.text((140, 160), title, font=ImageFont.truetype(str(sans_path()), 64), fill=ink)
    for row, line in enumerate(lines):
        draw.text((140, 340 + row * 90), line, font=ImageFont.truetype(str(sans_path()), 40), fill=ink)
    out = io.BytesIO()
    sheet.save(out, "JPEG", quality=88)
    return out.getvalue()

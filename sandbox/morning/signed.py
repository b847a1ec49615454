"""An authorisation on paper as a phone photographs it: what is granted in printed words, and with a pen the principal's name, their
fingerprint and the date."""

import io
import math

from PIL import Image, ImageDraw, ImageFilter, ImageFont
from pylopdf_fonts_zh_cn import sans_path, serif_path

_SIZE = (900, 1200)  # pixels
_INK, _PEN, _PRINT = "#1c1c1c", "#1d2f6f", "#b3261e"


def signed_authorisation(principal: str, agent: str, items: str, until: str, signed_on: str) -> bytes:
    """A JPEG of the sheet; other people or items are another picture. `until` and `signed_on`: days, as they stand on paper."""
    page = Image.new("RGB", _SIZE, "white")
    pen = ImageDraw.Draw(page)
    pen.text((_SIZE[0] // 2, 120), "授 权 委 托 书", font=_font(serif_path(), 48), fill=_INK, anchor="mm")
    lines = (
        f"委托人：{principal}",
        f"代办人：{agent}",
        "",
        f"　　本人没有手机，不方便到窗口，现委托{agent}替本人",
        f"办理「{items}」，",
        "可以代为填写、提交、补正、查询和领取。",
        f"　　委托到 {until} 为止。",
        "　　本人知道可以随时撤销。",
    )
    for number, line in enumerate(lines):
        pen.text((90, 220 + number * 62), line, font=_font(serif_path(), 30), fill=_INK)
    pen.text((90, 830), "委托人（签名并按指印）：", font=_font(serif_path(), 30), fill=_INK)
    _by_hand(page, principal, (470, 790))
    _fingerprint(pen, (700, 860))
    pen.text((470, 960), f"日期：{signed_on}", font=_font(serif_path(), 30), fill=_PEN)
    pen.text((90, _SIZE[1] - 80), "演示材料，不是真的", font=_font(sans_path(), 20), fill="#a03030")
    out = io.BytesIO()
    _photographed(page).save(out, "JPEG", quality=72)
    return out.getvalue()


def _font(path: object, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), size)


def _by_hand(page: Image.Image, name: str, at: tuple[int, int]) -> None:
    """The name, each character leaning and rising a little differently, in the blue of a pen."""
    for number, character in enumerate(name):
        size, lean = 62 + number * 31 % 13, (ord(character) % 15) - 7
        drawn = Image.new("L", (90, 90))
        ImageDraw.Draw(drawn).text((45, 45), character, font=_font(sans_path(), size), fill=255, anchor="mm")
        turned = drawn.rotate(lean, resample=Image.Resampling.BICUBIC).transform(
            drawn.size, Image.Transform.AFFINE, (1, 0.22, -9, 0.05, 1, 0), resample=Image.Resampling.BICUBIC
        )
        page.paste(_PEN, (at[0] + number * 68, at[1] + ord(character) % 11), turned)


def _fingerprint(pen: ImageDraw.ImageDraw, at: tuple[int, int]) -> None:
    x, y = at
    for ring in range(3, 34, 5):
        pen.arc((x - ring, y - ring * 1.35, x + ring, y + ring * 1.35), 20 + ring, 350 - ring, fill=_PRINT, width=3)


def _photographed(page: Image.Image) -> Image.Image:
    """Held over a table: a little askew, in uneven light."""
    table = Image.new("RGB", (_SIZE[0] + 80, _SIZE[1] + 80), "#8d7b68")
    mask = Image.new("L", page.size, 255).rotate(1.4, expand=True, resample=Image.Resampling.BICUBIC)
    table.paste(page.rotate(1.4, expand=True, resample=Image.Resampling.BICUBIC), (12, 12), mask)
    shade = Image.new("L", (8, 8))
    shade.putdata([round(26 * (1 + math.sin((x + y) / 5))) for y in range(8) for x in range(8)])
    dark = Image.new("RGB", table.size, "black")
    return Image.composite(dark, table, shade.resize(table.size, Image.Resampling.BICUBIC)).filter(ImageFilter.GaussianBlur(0.6))

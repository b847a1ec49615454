"""Sheets of paper as a phone photographs them, for materials of demo people: white, with their name on it and lines below."""

import io

from PIL import Image, ImageDraw, ImageEnhance, ImageFont
from pylopdf_fonts_zh_cn import sans_path

_SIZE = (720, 1000)  # pixels
_LINES = 18


def sheet(words: str, kind: str = "JPEG") -> bytes:
    """A JPEG or PDF of a sheet headed `words`; other words are another picture."""
    picture = Image.new("RGB", _SIZE, "#f4f2ec")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((40, 40, _SIZE[0] - 40, _SIZE[1] - 40), fill="white", outline="#c8c4b8", width=2)
    pen.text((90, 90), words, font=ImageFont.truetype(str(sans_path()), 34), fill="#222222")
    small = ImageFont.truetype(str(sans_path()), 20)
    for number in range(_LINES):
        y = 190 + number * 40
        pen.text((90, y), f"{number + 1:02d}", font=small, fill="#9a958a")
        pen.line((140, y + 24, 140 + 420 - (number * 97 + len(words) * 31) % 180, y + 24), fill="#b9b4a8", width=3)
    pen.text((90, _SIZE[1] - 100), "演示材料，不是真的", font=small, fill="#a03030")
    out = io.BytesIO()
    picture.save(out, kind, quality=70)
    return out.getvalue()


def brighter(photograph: bytes) -> bytes:
    """The same photograph in better light."""
    out = io.BytesIO()
    ImageEnhance.Brightness(Image.open(io.BytesIO(photograph))).enhance(1.02).save(out, "JPEG", quality=92)
    return out.getvalue()

"""Words over every page of a PDF, or over a picture. Runs in a worker process."""

import io
from functools import cache

import pikepdf
import typst
from PIL import Image, ImageDraw, ImageFont
from pylopdf_fonts_zh_cn import sans_path

_PAGE = """
#import sys: inputs
#set page(width: 210mm, height: 297mm, margin: 0mm, fill: none)
#set text(font: "Noto Sans SC", size: 13pt, fill: rgb(90, 90, 90, 90))
#for row in range(5) {
  place(dx: 12mm, dy: 70mm + row * 52mm, rotate(-15deg, origin: left, inputs.words))
}
"""
_GREY = (128, 128, 128, 130)  # to be read on white and on black
_ANGLE = 15


def stamp_pdf(path: str, out: str, words: str) -> None:
    """Writes a copy of a PDF with `words` over every page."""
    compiler = typst.Compiler(_PAGE.encode(), font_paths=_fonts(), ignore_system_fonts=True, sys_inputs={"words": words})
    rendered = compiler.compile(format="pdf")
    assert isinstance(rendered, bytes)  # one page, so one file
    with pikepdf.open(path) as document, pikepdf.open(io.BytesIO(rendered)) as overlay:
        for page in document.pages:
            page.add_overlay(overlay.pages[0], None)
        document.save(out)


def stamp_picture(path: str, out: str, content_type: str, words: str) -> None:
    """Writes a copy of a picture with `words` over it."""
    with Image.open(path, formats=["JPEG", "PNG"]) as opened:
        ground = opened.convert("RGBA")
    layer = Image.new("RGBA", ground.size, (0, 0, 0, 0))
    mask = _mask(words, max(14, ground.width * 9 // 10 // len(words)))
    for top in range(-mask.height // 3, ground.height, max(40, mask.height * 2 // 3)):
        layer.paste(_GREY, ((ground.width - mask.width) // 2, top), mask)
    merged = Image.alpha_composite(ground, layer)
    if content_type == "image/png":
        merged.save(out, "PNG")
    else:
        merged.convert("RGB").save(out, "JPEG", quality=85)


def _mask(words: str, size: int) -> Image.Image:
    """Where the turned words are."""
    font = ImageFont.truetype(str(sans_path()), size)
    left, top, right, bottom = (int(edge) for edge in font.getbbox(words))
    flat = Image.new("L", (right - left + size, bottom - top + size))
    ImageDraw.Draw(flat).text((size // 2 - left, size // 2 - top), words, font=font, fill=255)
    return flat.rotate(_ANGLE, expand=True)


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(sans_path().parent)])

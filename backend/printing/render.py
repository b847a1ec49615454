"""Pages from templates: typst to PDF/A-2b with the fonts we bring along. `Press` runs in a worker process.

Data reaches a template as JSON and is shown as text, never evaluated. It is handed to the template's `sheet` as an
argument: as one of typst's `sys_inputs` it would make typst forget what it kept of the sheet before, and a certificate
takes three times as long. What has no glyph in our fonts is an error, not an empty box on somebody's certificate.
"""

import io
import json
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

import segno
import typst
from cvttf_NotoSansCJK_Regular import get_TTF_path
from pylopdf_fonts_zh_cn import serif_path

from backend.printing.calls import Data, PageOverflow, UnprintableText
from backend.printing.letters import texts_of, unprintable

_STANDARD = "a-2b"
_MAX_PAGES = 2
_PAGE_OBJECT = b"/Type/Page/"
_MASK = 3


class Press:
    """Templates and fonts, loaded once."""

    def __init__(self, templates: Path) -> None:
        self._templates = templates
        self._compiler = typst.Compiler(root=templates, font_paths=fonts(), ignore_system_fonts=True)

    def pdf(self, template: str, data: Data, at: datetime, max_pages: int = _MAX_PAGES) -> bytes:
        """The PDF/A-2b of `template` (a file name without ending) filled from `data`, dated `at`.

        `qr_text` in the data becomes `qr`, an SVG. Raises `UnprintableText` and `PageOverflow`.
        """
        refuse_unshowable(data)
        shown = dict(data)
        if "qr_text" in shown:
            shown["qr"] = qr_svg(str(shown.pop("qr_text")))
        try:
            page = self._compiler.compile(
                input=_call(template, shown),
                format="pdf",
                pdf_standards=_STANDARD,
                timestamp=at.replace(microsecond=0),  # a PDF knows no finer time
            )
        except typst.TypstError as error:
            raise RuntimeError(f"{template}: {error.message} {error.hints}") from None  # its values stay out of logs
        assert isinstance(page, bytes)
        if page.count(_PAGE_OBJECT) > max_pages:
            raise PageOverflow("内容太长，证明排不下，需要人工处理。")
        return page

    def try_fonts(self) -> None:
        """Prints a line in every family, common and rare characters, so that a missing font shows at the start."""
        families = 'font: ("Noto Serif SC", "Noto Sans SC", "Noto Sans CJK TC"), fallback: false'
        self._compiler.compile(input=f"#set text({families})\n证明𠮷".encode(), format="pdf", pdf_standards=_STANDARD)

    def digest(self, template: str) -> str:
        """Names the exact template: SHA-256 over it and the common layout."""
        names = ("common.typ", f"{template}.typ")
        return sha256(b"\0".join((self._templates / name).read_bytes() for name in names)).hexdigest()


@cache
def fonts() -> typst.Fonts:
    """The fonts we bring along, loaded once in a process; no others."""
    folders = [str(serif_path().parent), str(Path(get_TTF_path()).parent)]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


@cache
def press(templates: str) -> Press:
    """This process's press for the templates in that folder."""
    return Press(Path(templates))


def _call(template: str, data: Data) -> bytes:
    """The typst source that shows `data` on a template's sheet: ASCII in which JSON's quotes and backslashes cannot end the string."""
    text = json.dumps(data).replace("\\", "\\\\").replace('"', '\\"')
    return f'#import "/{template}.typ": sheet\n#sheet(json(bytes("{text}")))'.encode("ascii")


def qr_svg(text: str) -> str:
    """A QR code as SVG, error correction M, no border (the layout leaves the quiet zone).

    Readers take any of the eight masks; to look for the most even one would take four times as long.
    """
    svg = io.BytesIO()
    segno.make(text, error="m", micro=False, mask=_MASK).save(svg, kind="svg", border=0, xmldecl=False)
    return svg.getvalue().decode()


def refuse_unshowable(data: Data) -> None:
    """Raises `UnprintableText` where a text holds what our fonts do not show, or what shows as nothing at all."""
    if any(unprintable(text) for _, text in texts_of(data)):
        raise UnprintableText("内容里有看不见的或无法印出的字符，需要人工处理。")

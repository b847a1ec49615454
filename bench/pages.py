"""Bare typst: a page with the fonts and templates of the product and nothing else. Runs in worker processes."""

import json
from datetime import datetime
from functools import cache

import segno
import typst

from backend.printing.calls import Data
from backend.printing.render import fonts


@cache
def _compiler(templates: str) -> typst.Compiler:
    return typst.Compiler(root=templates, font_paths=fonts(), ignore_system_fonts=True)


def bare_page(templates: str, template: str, data: Data, at: datetime) -> bytes:
    """The PDF/A-2b of one sheet, its data passed as typst documents it: `sys_inputs`. No signature, no check of the text."""
    pdf = _compiler(templates).compile(
        input=f'#import "/{template}.typ": sheet\n#sheet(json(bytes(sys.inputs.data)))'.encode(),
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards="a-2b",
        timestamp=at.replace(microsecond=0),
    )
    assert isinstance(pdf, bytes)
    return pdf


def code_of(text: str) -> str:
    """A QR code as the templates want it."""
    return segno.make(text, error="m", micro=False).svg_inline(border=0)

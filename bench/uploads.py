"""Eight uploads of 20 MB at once: what they add to the memory of the server process."""

import io
import os

import pikepdf

from backend import ids
from backend.store import Store
from bench.figures import Figure
from bench.load import drive, request
from bench.people import Visitor, matched
from bench.servers import Product, forget_peak, resident

_UPLOADS = 8
_BYTES = 20 << 20
_AROUND = 4 << 10  # what a PDF is beside its content
_STORED = {201}


async def measure(product: Product, store: Store) -> list[Figure]:
    """Peak of the resident memory while they come in, are checked, encrypted and stored, over what was resident before."""
    visitors = await matched(store, _UPLOADS)
    warm_up = await drive(product.port, [_upload(visitors[0], 64 << 10)], 1)
    warm_up.require(_STORED)
    messages = [_upload(visitor, _BYTES - _AROUND) for visitor in visitors]
    forget_peak(product.process)
    before = resident(product.process)
    load = await drive(product.port, messages, _UPLOADS)
    load.require(_STORED)
    grown = resident(product.process, "VmHWM") - before
    return [
        Figure("8 uploads of 20 MB: memory grows by", grown, "MB", most=64),
        Figure("8 uploads of 20 MB: all stored after", load.seconds, "s"),
    ]


def _upload(visitor: Visitor, size: int) -> bytes:
    headers = {"Content-Type": "application/pdf", "X-Filename": "bench.pdf"}
    return request("POST", "/api/v1/materials", token=visitor.token, key=ids.token(), content=_pdf(size), headers=headers)


def _pdf(size: int) -> bytes:
    """A PDF of one page whose content is so many random bytes: no two are alike, and nothing makes them smaller."""
    written = io.BytesIO()
    with pikepdf.new() as document:
        page = document.add_blank_page()
        page.obj["/Contents"] = document.make_stream(os.urandom(size))
        document.save(written, compress_streams=False)
    return written.getvalue()

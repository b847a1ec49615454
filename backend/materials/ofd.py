"""Reads an OFD file (GB/T 33190): a zip archive of XML. It is kept as it is, or refused; it is never changed."""

import re
import zipfile
import zlib

from backend.errors import PayloadTooLarge, UnsupportedMedia

MAX_ENTRIES = 2000
MAX_UNPACKED = 100 << 20
MAX_RATIO = 200  # unpacked bytes to packed ones, over the whole archive
_CHUNK = 1 << 16
_ROOT = re.compile(rb"<(?:\w+:)?OFD[\s>]")
_PAGE = re.compile(rb"<(?:\w+:)?Page\s[^>]*BaseLoc")
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"#!")
_BROKEN = "这份 OFD 文件打不开，可能已经损坏，请重新下载后上传。"
_TOO_LARGE = "这份文件解压后太大，请向出具单位重新下载后上传。"


def inspect_ofd(path: str) -> int | None:
    """The number of pages (at least 1) of the OFD file at `path`; None where the archive is none.

    Every entry is unpacked in small pieces, so the sizes the archive claims are never believed.
    Raises `PayloadTooLarge` for a zip bomb, `UnsupportedMedia` for one that is broken, locked or carries programs.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if len(entries) > MAX_ENTRIES:
                raise PayloadTooLarge(_TOO_LARGE)
            if not any(entry.filename == "OFD.xml" for entry in entries):
                return None
            return _checked(archive, entries)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise UnsupportedMedia(_BROKEN) from None  # RuntimeError: an entry has a password


def _checked(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> int:
    packed = sum(entry.compress_size for entry in entries) or 1
    limit = min(MAX_UNPACKED, packed * MAX_RATIO)
    pages = 0
    for entry in entries:
        if entry.filename.startswith("/") or ".." in entry.filename.split("/"):
            raise UnsupportedMedia(_BROKEN)
        unpacked, found = _entry(archive, entry, limit)
        limit -= unpacked
        pages += found
    return max(pages, 1)


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> tuple[int, int]:
    """Unpacks one entry within `limit` bytes. Returns its size and how many pages it lists."""
    size, pages, first = 0, 0, b""
    with archive.open(entry) as file:
        while chunk := file.read(_CHUNK):
            first = first or chunk
            size += len(chunk)
            if size > limit:
                raise PayloadTooLarge(_TOO_LARGE)
            pages += len(_PAGE.findall(chunk)) if entry.filename.endswith("Document.xml") else 0
    if first.startswith(_PROGRAMS) or (entry.filename == "OFD.xml" and not _is_root(first)):
        raise UnsupportedMedia(_BROKEN)
    return size, pages


def _is_root(start: bytes) -> bool:
    return _ROOT.search(start) is not None and b"<!DOCTYPE" not in start and b"<!ENTITY" not in start

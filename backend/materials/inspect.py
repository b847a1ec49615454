"""Looks into an uploaded file before anything of it is stored. Runs in a worker process, over paths only.

The type is told by content, never by name. Pictures are decoded and written anew, without EXIF (which carries the
place and the phone). PDFs lose scripts, launch actions and embedded files; a signed one is kept byte for byte or
refused, since any change breaks its signature. OFD files (the national format of electronic documents) are zip
archives and are read within limits. What cannot be made safe is refused with a sentence that says what to do.

The readers of pictures and PDFs are loaded where they are needed first: the server process holds neither.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import puremagic

from backend.errors import PayloadTooLarge, UnsupportedMedia
from backend.materials.ofd import inspect_ofd

MAX_BYTES = 20 << 20
ANIMATED = "不支持动图，请上传 JPG 或 PNG 照片。"
_HASH_CHUNK = 1 << 20

_ACCEPTED = "请上传照片（JPG、PNG）、PDF 或 OFD 文件。"
_HEIC = "这是苹果手机的 HEIC 照片，请在手机「设置-相机-格式」里选「兼容性最佳」后重拍，或截屏后上传。"
_ZIPPED = "Word、Excel 文档请另存为 PDF 后上传；压缩包请解压后逐个上传里面的照片或 PDF。"
_KNOWN_BUT_REFUSED = {
    ".doc": "Word 文档请另存为 PDF 后上传，或打印出来拍照上传。",
    ".xls": "Excel 表格请另存为 PDF 后上传。",
    ".heic": _HEIC,
    ".heif": _HEIC,
    ".gif": ANIMATED,
    ".rar": "不支持压缩包，请解压后逐个上传里面的照片或 PDF。",
    ".7z": "不支持压缩包，请解压后逐个上传里面的照片或 PDF。",
}


@dataclass(frozen=True)
class Inspected:
    """What a file turned out to be. `path` is the file to keep: the upload itself, or the cleaned one beside it."""

    path: str
    content_type: str
    extension: str  # without the dot
    size: int
    sha256: str
    pages: int
    width: int = 0
    height: int = 0
    signed: bool = False


def inspect(path: str, cleaned: str) -> Inspected:
    """Checks the file at `path`; where it must be changed, the safe form is written to `cleaned`.

    Raises `UnsupportedMedia` or `PayloadTooLarge` with what is wrong and what to do.
    """
    source = Path(path)
    size = source.stat().st_size
    if size == 0:
        raise UnsupportedMedia("这个文件是空的，请重新选择后上传。")
    if size > MAX_BYTES:
        raise PayloadTooLarge("文件超过 20MB，请压缩或分成几份后上传。")
    with source.open("rb") as file:
        head = file.read(16)
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return _picture(path, cleaned)
    if head.startswith(b"%PDF-"):
        return _pdf(path, cleaned)
    if head.startswith(b"PK\x03\x04"):
        return _archive(path)
    raise UnsupportedMedia(_refusal(path))


def _archive(path: str) -> Inspected:
    pages = inspect_ofd(path)
    if pages is None:
        raise UnsupportedMedia(f"不支持这种文件。{_ZIPPED}")
    return _kept(path, "application/ofd", "ofd", pages)


def _refusal(path: str) -> str:
    """What a person is told about a file of a kind we do not take."""
    try:
        extension = puremagic.from_file(path)
    except (puremagic.PureError, ValueError):
        extension = ""
    return f"不支持这种文件。{_KNOWN_BUT_REFUSED.get(extension, _ACCEPTED)}"


def _pdf(path: str, cleaned: str) -> Inspected:
    from backend.materials.pdf import clean_pdf

    report = clean_pdf(path, cleaned)
    return _kept(cleaned if report.changed else path, "application/pdf", "pdf", report.pages, signed=report.signed)


def _picture(path: str, cleaned: str) -> Inspected:
    from backend.materials.pictures import clean_picture

    picture = clean_picture(path, cleaned)
    return _kept(cleaned, picture.content_type, picture.extension, 1, width=picture.width, height=picture.height)


def _kept(path: str, content_type: str, extension: str, pages: int, *, width: int = 0, height: int = 0, signed: bool = False) -> Inspected:
    digest = hashlib.sha256()
    size = 0
    with Path(path).open("rb") as file:
        while chunk := file.read(_HASH_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    if size > MAX_BYTES:
        raise PayloadTooLarge("文件处理后超过 20MB，请压缩或分成几份后上传。")
    return Inspected(path, content_type, extension, size, digest.hexdigest(), pages, width, height, signed)

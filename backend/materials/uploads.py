"""Uploads on their way in: streamed into a capped file of the spool folder, and gone again whatever happens."""

import asyncio
import hashlib
import re
import time
import unicodedata
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote

from backend.errors import BadRequest, PayloadTooLarge
from backend.ids import new_id
from backend.materials.inspect import MAX_BYTES
from backend.materials.multipart import Multipart

MAX_BODY = MAX_BYTES + (64 << 10)  # what multipart adds around the file
_STALE_SECONDS = 3600
_TOO_LARGE = "文件超过 20MB，请压缩或分成几份后上传。"
_NAME_LENGTH = 80


class Upload:
    """One file being received. Feed it the body's pieces, then `finish`; `discard` in any case."""

    def __init__(self, folder: Path, content_type: str, filename: str) -> None:
        self.path = folder / new_id("upload")
        self.cleaned = self.path.with_suffix(".cleaned")
        self._multipart = Multipart.of(content_type) if content_type.lower().startswith("multipart/") else None
        self._filename = filename
        self._digest = hashlib.sha256()
        self._size = 0
        self._file: BinaryIO | None = None

    async def feed(self, piece: bytes) -> None:
        """Takes the next piece of the body. Raises `PayloadTooLarge`, `BadRequest`."""
        if self._multipart is None:
            await self._write(piece)
            return
        for part in self._multipart.feed(piece):
            await self._write(part)

    async def finish(self) -> None:
        """The body is complete. Raises `BadRequest` where it broke off or held no file."""
        if self._multipart is not None and not self._multipart.complete:
            raise BadRequest("没有收到完整的文件，请重新上传。")
        await self._write(b"")
        if self._file is not None:
            await asyncio.to_thread(self._file.close)
            self._file = None

    def discard(self) -> None:
        """Removes what was spooled; safe to call more than once."""
        if self._file is not None:
            self._file.close()
            self._file = None
        self.path.unlink(missing_ok=True)
        self.cleaned.unlink(missing_ok=True)

    @property
    def size(self) -> int:
        """Bytes of the file so far."""
        return self._size

    @property
    def sha256(self) -> str:
        """Of the file's bytes."""
        return self._digest.hexdigest()

    @property
    def digest(self) -> str:
        """What makes two uploads the same request: the file and its name, not the boundary a phone made up for it."""
        return hashlib.sha256(f"{self.sha256}\0{self.name}".encode()).hexdigest()

    @property
    def name(self) -> str:
        """The file's name, cleaned, without folders and ending."""
        given = self._multipart.filename if self._multipart is not None else unquote(self._filename, errors="replace")
        return clean_name(given or "")

    async def _write(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size > MAX_BYTES:
            raise PayloadTooLarge(_TOO_LARGE)
        if self._file is None:
            self._file = await asyncio.to_thread(self.path.open, "wb")
        self._digest.update(piece)
        await asyncio.to_thread(self._file.write, piece)


class Spool:
    """The folder uploads pass through."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def begin(self, content_type: str, filename: str) -> Upload:
        """A new upload. Raises `BadRequest` where a multipart type names no boundary."""
        return Upload(self._folder, content_type, filename)

    def scratch(self, suffix: str) -> Path:
        """A path for a file that is made, sent and removed."""
        return self._folder / f"{new_id('scratch')}{suffix}"

    def sweep(self) -> int:
        """Removes what a crash left behind: files untouched for an hour. Returns how many."""
        stale = time.time() - _STALE_SECONDS
        removed = 0
        for path in self._folder.iterdir():
            if path.stat().st_mtime < stale:
                path.unlink(missing_ok=True)
                removed += 1
        return removed


def clean_name(given: str) -> str:
    """A name to show people: no folders, no ending, nothing invisible, at most 80 characters; 「未命名」 where nothing is left."""
    last = re.split(r"[\\/]", given)[-1]
    stem = re.sub(r"\.\w{1,5}$", "", last)
    shown = "".join(letter for letter in stem if unicodedata.category(letter)[0] != "C" and letter not in '<>"|?*:')
    return shown.strip(" .")[:_NAME_LENGTH] or "未命名"

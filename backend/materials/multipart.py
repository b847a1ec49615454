"""A streaming reader of `multipart/form-data` bodies, as `wx.uploadFile` sends them: some fields and one file.

Fed piece by piece, it hands on the file's bytes as they come and never holds more than one piece and a boundary.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from urllib.parse import unquote

from backend.errors import BadRequest

MAX_PARTS = 20
MAX_HEADERS = 8 << 10
MAX_FIELD = 16 << 10

_BROKEN = "上传的内容不完整，请重新上传。"
_BOUNDARY = re.compile(r'boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))', re.IGNORECASE)
_PARAMETER = re.compile(r';\s*([\w*]+)=(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))')


class _At(Enum):
    PREAMBLE = auto()
    BOUNDARY_END = auto()  # right behind a boundary: either the line ends or the body does
    HEADERS = auto()
    BODY = auto()
    END = auto()


@dataclass
class Multipart:
    """Fields by name and the name and type of the one file, as far as they have been read."""

    boundary: str
    fields: dict[str, str] = field(default_factory=dict)
    filename: str | None = None
    content_type: str = ""
    _at: _At = _At.PREAMBLE
    _rest: bytearray = field(default_factory=bytearray)
    _part: str = ""
    _is_file: bool = False
    _value: bytearray = field(default_factory=bytearray)
    _parts: int = 0

    @classmethod
    def of(cls, content_type: str) -> "Multipart":
        """A reader for a request's Content-Type. Raises `BadRequest` where it names no boundary."""
        match = _BOUNDARY.search(content_type)
        if match is None:
            raise BadRequest(_BROKEN)
        return cls(match[1] or match[2])

    @property
    def complete(self) -> bool:
        """Whether the closing boundary has been read and there was a file."""
        return self._at is _At.END and self.filename is not None

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """Takes the next piece of the body; gives the file's bytes found in it. Raises `BadRequest`."""
        self._rest += piece
        while True:
            before = self._at, len(self._rest)
            if self._at is _At.BODY:
                yield from self._body()
            else:
                self._step()
            if (self._at, len(self._rest)) == before:
                return

    def _step(self) -> None:
        if self._at is _At.PREAMBLE:
            self._preamble()
        elif self._at is _At.BOUNDARY_END:
            self._boundary_end()
        elif self._at is _At.HEADERS:
            self._headers()
        else:
            self._rest.clear()  # what follows the closing boundary means nothing

    @property
    def _line(self) -> bytes:
        return b"--" + self.boundary.encode("latin-1", "replace")

    def _preamble(self) -> None:
        if len(self._rest) < len(self._line):
            return
        if not self._rest.startswith(self._line):
            raise BadRequest(_BROKEN)
        del self._rest[: len(self._line)]
        self._at = _At.BOUNDARY_END

    def _boundary_end(self) -> None:
        if len(self._rest) < 2:
            return
        ending = bytes(self._rest[:2])
        if ending not in (b"--", b"\r\n"):
            raise BadRequest(_BROKEN)
        del self._rest[:2]
        self._at = _At.END if ending == b"--" else _At.HEADERS

    def _headers(self) -> None:
        end = self._rest.find(b"\r\n\r\n")
        if end < 0 and len(self._rest) <= MAX_HEADERS:
            return
        self._parts += 1
        if not 0 <= end <= MAX_HEADERS or self._parts > MAX_PARTS:
            raise BadRequest(_BROKEN)
        self._open_part(bytes(self._rest[:end]).decode("utf-8", "replace"))
        del self._rest[: end + 4]
        self._at = _At.BODY

    def _open_part(self, headers: str) -> None:
        found = {name.strip().lower(): value for name, _, value in (line.partition(":") for line in headers.split("\r\n"))}
        parameters = {match[1].lower(): match[2] or match[3] or "" for match in _PARAMETER.finditer(found.get("content-disposition", ""))}
        self._part = parameters.get("name", "")
        self._is_file = "filename" in parameters or "filename*" in parameters
        if not self._is_file:
            return
        if self.filename is not None:
            raise BadRequest("一次只能上传一个文件，请逐个上传。")
        self.filename = _filename(parameters)
        self.content_type = found.get("content-type", "").strip()

    def _body(self) -> Iterator[bytes]:
        """Hands on what certainly belongs to the part: all but what could be the start of a boundary."""
        mark = b"\r\n" + self._line
        end = self._rest.find(mark)
        ready = end if end >= 0 else max(0, len(self._rest) - len(mark) + 1)
        piece = bytes(self._rest[:ready])
        del self._rest[:ready]
        if self._is_file and piece:
            yield piece
        elif piece:
            self._value += piece
        if len(self._value) > MAX_FIELD:
            raise BadRequest(_BROKEN)
        if end >= 0:
            self._close_part(len(mark))

    def _close_part(self, mark: int) -> None:
        del self._rest[:mark]
        if not self._is_file:
            self.fields[self._part] = self._value.decode("utf-8", "replace")
            self._value.clear()
        self._at = _At.BOUNDARY_END


def _filename(parameters: dict[str, str]) -> str:
    """The name a file was sent under; RFC 5987's `filename*` goes first."""
    extended = parameters.get("filename*", "")
    if extended.lower().startswith("utf-8''"):
        return unquote(extended[7:])
    return re.sub(r"\\(.)", r"\1", parameters.get("filename", ""))

"""How large an ordinary body may be. What is larger is refused in words, and never held in memory beyond the limit.

Tornado's own limit cuts the connection off with a bare 400, so it is lifted for each request and counted here.
Uploads stream and count for themselves (handlers/materials.py).
"""

import sys
from collections.abc import Awaitable
from typing import Any

from tornado.http1connection import HTTP1Connection
from tornado.httputil import HTTPHeaders, HTTPMessageDelegate, HTTPServerRequest, RequestStartLine, ResponseStartLine
from tornado.web import stream_request_body

from backend.errors import PayloadTooLarge
from handlers.base import BaseHandler

MAX_BODY = 1 << 20  # bytes of an ordinary body
_HEARD_OUT = 32 << 20  # bytes thrown away so that who is still sending gets the answer; beyond it the connection is cut
_DIGITS = 18  # of a length: enough to know that it is too large
_TOO_LARGE = "提交的内容太大，一次最多 1MB。请减少内容后重新提交；照片和文件请用上传文件的方式提交，一份最大 20MB。"


def count_ourselves(request: HTTPServerRequest) -> None:
    """Lifts Tornado's limit for one request."""
    assert isinstance(request.connection, HTTP1Connection)
    request.connection.set_max_body_size(sys.maxsize)


def announced_length(headers: HTTPHeaders) -> int:
    """The bytes a body will have; 0 where nothing is said of it, or what Tornado will refuse as malformed."""
    first = headers.get("Content-Length", "").partition(",")[0].strip()
    return int(first[:_DIGITS]) if first.isascii() and first.isdigit() else 0


@stream_request_body
class TooLargeHandler(BaseHandler):
    """Stands in for the handler of a request whose body is too large; it looks at nothing of it."""

    async def prepare(self) -> None:
        raise PayloadTooLarge(_TOO_LARGE)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        self.set_header("Connection", "close")
        super().write_error(status_code, **kwargs)


class OrdinaryBody(HTTPMessageDelegate):
    """Passes a request on to its handler's delegate, or to that of `TooLargeHandler` where its body outgrows the limit."""

    def __init__(self, request: HTTPServerRequest, ordinary: HTTPMessageDelegate, too_large: HTTPMessageDelegate) -> None:
        self._request = request
        self._ordinary = ordinary
        self._too_large = too_large
        self._start: RequestStartLine | ResponseStartLine | None = None
        self._received = 0
        self._refused = False  # the answer is being given, or has been

    def headers_received(self, start_line: RequestStartLine | ResponseStartLine, headers: HTTPHeaders) -> Awaitable[None] | None:
        """Refuses at once what nobody should send, and who asks before sending; others are told at the end of their body."""
        count_ourselves(self._request)
        self._start = start_line
        length = announced_length(headers)
        if length > _HEARD_OUT or (length > MAX_BODY and "Expect" in headers):
            return self._refuse()
        return self._ordinary.headers_received(start_line, headers)

    def data_received(self, chunk: bytes) -> Awaitable[None] | None:
        self._received += len(chunk)
        if self._received > _HEARD_OUT:
            return self._refuse()
        if self._received <= MAX_BODY:
            return self._ordinary.data_received(chunk)
        return None

    def finish(self) -> None:
        if self._received <= MAX_BODY:
            self._ordinary.finish()
            return
        self._refuse()

    def on_connection_close(self) -> None:
        (self._too_large if self._refused else self._ordinary).on_connection_close()

    def _refuse(self) -> Awaitable[None] | None:
        """Answers; resolves when the answer is written."""
        if self._refused:
            return None
        assert self._start is not None
        self._refused = True
        self._ordinary.on_connection_close()  # lets go of what it holds
        return self._too_large.headers_received(self._start, self._request.headers)

"""A citizen's materials: uploads streamed to disk, lists, contents. An agent's under a grant."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

import tornado.web

from backend.errors import PayloadTooLarge, Problem
from backend.limits import Limit
from backend.materials import MAX_BODY, Upload, material_view
from handlers.access import citizen, endpoint
from handlers.base import BaseHandler, M
from handlers.bodies import announced_length, count_ourselves
from models.acts import Act
from models.base import Page
from models.materials import ContentQuery, MaterialsQuery, MaterialVersion, MaterialView, UploadQuery

MATERIAL = r"([A-Za-z0-9_\-]{1,80})"
_UPLOADS = Limit("uploads", times=200, seconds=3600)
_PIECE = 1 << 18
_TOO_LARGE = "文件超过 20MB，请压缩或分成几份后上传。"


class Uploading(BaseHandler):
    """A verb that takes a file: raw with `Content-Type` and percent-encoded `X-Filename`, or multipart as `wx.uploadFile` sends it.

    The body goes to the spool folder piece by piece; whatever happens to the request, the spooled file goes with it. Each such class is
    decorated with `tornado.web.stream_request_body`.
    """

    upload: Upload | None = None
    problem: Problem | None = None
    received = 0

    async def prepare(self) -> None:
        count_ourselves(self.request)
        if announced_length(self.request.headers) > MAX_BODY:
            raise PayloadTooLarge(_TOO_LARGE)
        try:
            await super().prepare()
            if self.request.method == "POST":
                headers = self.request.headers
                self.upload = self.engines.materials.spool.begin(headers.get("Content-Type", ""), headers.get("X-Filename", ""))
        except Problem as problem:
            self.problem = problem

    async def data_received(self, chunk: bytes) -> None:
        """An error before the body is over would only cut the connection, for who is still sending: it is kept and told then.

        One without end is cut off.
        """
        self.received += len(chunk)
        if self.received > MAX_BODY:
            self._cut_off()
        if self.upload is None or self.problem is not None:
            return
        try:
            await self.upload.feed(chunk)
        except Problem as problem:
            self.problem = problem

    async def received_file(self, wish: str = "") -> tuple[Upload, Act]:
        """The whole file, and the act with the digest of what was sent: of the file and of the `wish` that came with it. Raises what was
        wrong with the body."""
        self.tell_problem()
        assert self.upload is not None
        await self.upload.finish()
        wished = sha256(wish.encode()).hexdigest()
        return self.upload, replace(self.act, digest=sha256(f"{self.upload.digest}{wished}".encode()).hexdigest())

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        unread = self.upload is None and self.problem is None  # told before the body was read: it never will be
        if unread or self.received > MAX_BODY:
            self.set_header("Connection", "close")
        super().write_error(status_code, **kwargs)

    def on_finish(self) -> None:
        super().on_finish()
        self._discard()

    def on_connection_close(self) -> None:
        super().on_connection_close()
        self._discard()

    def _cut_off(self) -> None:
        if not self._finished:
            self.problem = self.problem or PayloadTooLarge(_TOO_LARGE)
            self.send_error(exc_info=(type(self.problem), self.problem, None))

    def parse_query(self, model: type[M]) -> M:
        """As of any verb, once whoever asks was admitted: what `prepare` kept comes first."""
        self.tell_problem()
        return super().parse_query(model)

    def tell_problem(self) -> None:
        """Raises what was wrong with the body so far."""
        if self.problem is not None:
            raise self.problem

    def _discard(self) -> None:
        if self.upload is not None:
            self.upload.discard()


@tornado.web.stream_request_body
class MaterialsHandler(Uploading):
    """The list, and uploading."""

    @endpoint(access=citizen(level=1), acting=True, query=MaterialsQuery, reply={200: Page[MaterialView]}, summary="我的材料")
    async def get(self, query: MaterialsQuery) -> Page[MaterialView]:
        self.tell_problem()
        found, after = await self.engines.materials.mine(
            self.act, item=query.item, passed=query.passed, cursor=query.cursor, limit=query.limit
        )
        return Page[MaterialView](items=[material_view(each, self.act.at) for each in found], next=after)

    @endpoint(
        access=citizen(level=1),
        acting=True,
        query=UploadQuery,
        consumes="application/octet-stream",
        reply={201: MaterialView},
        kiosk=1,
        summary="上传材料",
        scribe=True,
        limit=_UPLOADS,
        web=True,
    )
    async def post(self, query: UploadQuery) -> MaterialView:
        upload, act = await self.received_file(query.model_dump_json())
        return material_view(await self.engines.materials.upload(act, upload, query), act.at)


class MaterialHandler(BaseHandler):
    """One material with its versions."""

    @endpoint(access=citizen(level=1), acting=True, reply={200: MaterialView}, summary="一份材料")
    async def get(self, material_id: str) -> MaterialView:
        return material_view(await self.engines.materials.get(self.act, material_id), self.act.at)


class ContentHandler(BaseHandler):
    """A version's content, streamed as it is decrypted."""

    @endpoint(
        access=citizen(level=1),
        acting=True,
        query=ContentQuery,
        reply={200: "application/octet-stream"},
        scribe=True,
        summary="查看材料内容",
    )
    async def get(self, material_id: str, query: ContentQuery) -> None:
        await send_content(self, *await self.engines.materials.content(self.act, material_id, query.version))


def shown_as(handler: BaseHandler, content_type: str, name: str) -> None:
    """Headers of a file that came from a citizen: shown as what it is, and nothing in it may run."""
    handler.set_header("Content-Type", content_type)
    handler.set_header("Content-Disposition", f"inline; filename*=UTF-8''{quote(name)}")
    handler.set_header("Content-Security-Policy", "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'")


async def send_copy(handler: BaseHandler, content_type: str, path: Path, name: str) -> None:
    """Sends a copy that was made for this one look, and removes it."""
    try:
        shown_as(handler, content_type, name)
        with await asyncio.to_thread(path.open, "rb") as file:
            while piece := await asyncio.to_thread(file.read, _PIECE):
                handler.write(piece)
                await handler.flush()
        await handler.finish()
    finally:
        await asyncio.to_thread(path.unlink, missing_ok=True)


async def send_content(handler: BaseHandler, version: MaterialVersion, pieces: AsyncIterator[bytes]) -> None:
    """Sends a citizen's file, piece by piece as it is decrypted."""
    shown_as(handler, version.content_type, version.name)
    handler.set_header("Content-Length", str(version.size))
    async for piece in pieces:
        handler.write(piece)
        await handler.flush()
    await handler.finish()


ROUTES = [
    (r"/api/v1/materials", MaterialsHandler),
    (rf"/api/v1/materials/{MATERIAL}", MaterialHandler),
    (rf"/api/v1/materials/{MATERIAL}/content", ContentHandler),
]

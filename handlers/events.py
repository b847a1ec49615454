"""Server-sent events: what changed among the cases and appointments a member of staff may see."""

import time
from abc import ABC, abstractmethod

from backend.live import Line, Message
from handlers.access import endpoint, staff
from handlers.base import BaseHandler
from models.acts import StaffActor

_RETRY = 3000  # milliseconds a browser waits before it opens a broken line again


class StreamHandler(BaseHandler, ABC):
    """A line that stays open. It ends with its reader's right to it, when the server stops, and when its reader does not keep up."""

    line: Line | None = None

    @abstractmethod
    async def stands(self) -> bool:
        """Whether the reader may still listen."""

    async def stream(self) -> None:
        """Sends what changes until the line ends."""
        self.line = line = await self.engines.live.open(self.act, self.request.headers.get("Last-Event-ID", ""))
        try:
            self.set_header("Content-Type", "text/event-stream; charset=utf-8")
            self.set_header("X-Accel-Buffering", "no")  # nginx hands on each message as it comes
            self.write(f"retry: {_RETRY}\n{_marked(line.first)}\n")
            await self.flush()
            await self._send(line)
            await self.finish()
        finally:
            self.engines.live.leave(line)

    async def _send(self, line: Line) -> None:
        """Messages as they come; a sign of life, and a look whether the session still stands, every so many seconds."""
        looked = time.monotonic()
        while not line.over:
            message = await line.next(self.engines.live.heartbeat)
            reached = line.reached
            now = time.monotonic()
            if message is None or now - looked >= self.engines.live.heartbeat:
                looked = now
                if line.over or not await self.stands():
                    return
            self.write(_written(message) if message else f":\n{_marked(reached)}\n")
            await self.flush()

    def on_connection_close(self) -> None:
        if self.line is not None:
            self.engines.live.leave(self.line)
        super().on_connection_close()


class EventsHandler(StreamHandler):
    """For staff: ends with the session, and where they begin or end to stand in for somebody; the next line has the rights of then."""

    @endpoint(access=staff(), reply={200: "text/event-stream"}, summary="实时消息：哪些办件、预约有变化（SSE）")
    async def get(self) -> None:
        await self.stream()

    async def stands(self) -> bool:
        actor = self.act.actor
        return isinstance(actor, StaffActor) and await self.engines.sessions.still_stands(actor)


def _marked(id: str) -> str:
    """What the browser will send as Last-Event-ID."""
    return f"id: {id}\n" if id else ""


def _written(message: Message) -> str:
    data = message.view.model_dump_json() if message.view else "{}"
    return f"id: {message.id}\nevent: {message.kind}\ndata: {data}\n\n"


ROUTES = [(r"/api/v1/events", EventsHandler)]

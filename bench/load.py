"""The load: requests made ahead, sent over kept connections, with so little work of its own that the server is the limit."""

import asyncio
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from bench.figures import percentile

_HEAD_END = b"\r\n\r\n"
_LENGTH = b"content-length: "
_PATIENCE = 60.0  # seconds one answer may take


def request(
    method: str,
    path: str,
    *,
    token: str = "",
    key: str = "",
    body: Any = None,
    content: bytes = b"",
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """The bytes of one HTTP request, with `body` as JSON or `content` as it is."""
    content = content if body is None else json.dumps(body, ensure_ascii=False).encode()
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {len(content)}"]
    lines += [f"Authorization: Bearer {token}"] if token else []
    lines += [f"Idempotency-Key: {key}"] if key else []
    lines += [f"{name}: {value}" for name, value in (headers or {"Content-Type": "application/json"}).items()]
    return "\r\n".join([*lines, "", ""]).encode() + content


@dataclass(frozen=True)
class Answer:
    """Status and body of one answer."""

    status: int
    body: bytes

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


class Connection(asyncio.Protocol):
    """One kept connection with at most one request under way. Reads answers that tell their length, as Tornado's do."""

    def __init__(self) -> None:
        self._received = bytearray()
        self._waiting: asyncio.Future[Answer] | None = None
        self._transport: asyncio.Transport | None = None

    @classmethod
    async def open(cls, port: int) -> "Connection":
        """A connection to 127.0.0.1."""
        _, connection = await asyncio.get_running_loop().create_connection(cls, "127.0.0.1", port)
        return connection

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's own class

    def connection_lost(self, exc: Exception | None) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(exc or ConnectionResetError("the server closed the connection"))

    def data_received(self, data: bytes) -> None:
        self._received += data
        end = self._received.find(_HEAD_END)
        if end < 0:
            return
        head = bytes(self._received[:end]).lower()
        place = head.find(_LENGTH)
        length = int(head[place + len(_LENGTH) :].split(b"\r\n", 1)[0]) if place >= 0 else 0
        start = end + len(_HEAD_END)
        if len(self._received) < start + length or self._waiting is None:
            return
        answer = Answer(int(head[9:12]), bytes(self._received[start : start + length]))
        self._received.clear()
        self._waiting.set_result(answer)

    async def send(self, message: bytes) -> Answer:
        """Sends one request and waits for its answer."""
        assert self._transport is not None
        self._waiting = asyncio.get_running_loop().create_future()
        self._transport.write(message)
        return await self._waiting

    def close(self) -> None:
        """Ends it."""
        if self._transport is not None:
            self._transport.close()


@dataclass
class Load:
    """What came of a run: how long it took, and of each request how it ended and after how many seconds."""

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list[float])
    statuses: Counter[int] = field(default_factory=Counter[int])

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.latencies) / self.seconds

    def p99(self) -> float:
        """99 of 100 answers came within so many milliseconds."""
        return percentile(self.latencies, 0.99) * 1000

    def require(self, statuses: Mapping[int, int] | set[int]) -> None:
        """Raises where another status came: a fast refusal is not a fast service."""
        unexpected = {status: count for status, count in self.statuses.items() if status not in statuses}
        if unexpected:
            raise RuntimeError(f"unexpected answers: {unexpected}")


async def drive(port: int, messages: Iterable[bytes], in_flight: int, seconds: float | None = None) -> Load:
    """Sends `messages` with `in_flight` under way at any time, until they end or `seconds` have passed."""
    load, queue = Load(), iter(messages)
    connections = [await Connection.open(port) for _ in range(in_flight)]
    started = time.perf_counter()
    until = started + seconds if seconds is not None else None
    try:
        await asyncio.gather(*(_send_all(connection, queue, load, until) for connection in connections))
    finally:
        for connection in connections:
            connection.close()
    load.seconds = time.perf_counter() - started
    return load


async def _send_all(connection: Connection, queue: Iterator[bytes], load: Load, until: float | None) -> None:
    for message in queue:
        before = time.perf_counter()
        if until is not None and before >= until:
            return
        async with asyncio.timeout(_PATIENCE):
            answer = await connection.send(message)
        load.latencies.append(time.perf_counter() - before)
        load.statuses[answer.status] += 1


async def get(port: int, path: str, token: str = "") -> Answer:
    """One GET, for looking something up."""
    connection = await Connection.open(port)
    try:
        async with asyncio.timeout(_PATIENCE):
            return await connection.send(request("GET", path, token=token))
    finally:
        connection.close()

"""Bodies that are too large: told in words with a request id, like anything else that is wrong, and never kept."""

import asyncio
import contextlib
import io
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest
import structlog

from backend.logs import configure_logs
from handlers.bodies import MAX_BODY
from tests.api.bad_input.shapes import assert_clear
from tests.client import Answer, Api

JSON = {"Content-Type": "application/json"}
LOGIN = "/api/v1/sessions"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """The log, from here on."""
    stream = io.StringIO()
    configure_logs(stream)
    yield stream
    structlog.reset_defaults()


def logged(lines: io.StringIO) -> list[dict[str, Any]]:
    found = [json.loads(line) for line in lines.getvalue().splitlines()]
    return [each for each in found if each["event"] == "request"]


def login_of(size: int) -> bytes:
    """A log-in of exactly `size` bytes."""
    return b'{"code": "' + b"x" * (size - 12) + b'"}'


async def in_pieces(body: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(body), 100_000):
        yield body[start : start + 100_000]


async def post(api: Api, body: bytes | AsyncIterator[bytes], path: str = LOGIN) -> Answer:
    data = io.BytesIO(body) if isinstance(body, bytes) else body
    async with api._session.post(api.url + path, data=data, headers=JSON) as answer:
        return Answer(answer.status, answer.headers, await answer.read())


async def raw(api: Api, *head: str) -> bytes:
    """What comes back for a request of which only the head is sent."""
    address = urlsplit(api.url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    writer.write("\r\n".join((*head, f"Host: {address.netloc}", "", "")).encode())
    answer = await asyncio.wait_for(reader.read(), 5)
    writer.close()
    return answer


@pytest.mark.parametrize("size", [MAX_BODY + 1, 8 * MAX_BODY])
@pytest.mark.parametrize("announced", [True, False])
async def test_a_body_above_the_limit_is_told_how_large_it_may_be(api: Api, lines: io.StringIO, size: int, announced: bool) -> None:
    answer = await post(api, login_of(size) if announced else in_pieces(login_of(size)))
    assert_clear(answer)
    assert (answer.status, answer.json["type"], "最多 1MB" in answer.json["detail"]) == (413, "/problems/payload_too_large", True)
    assert answer.json["instance"] == answer.headers["X-Request-Id"]
    assert [(each["route"], each["status"], each["request_id"]) for each in logged(lines)] == [(LOGIN, 413, answer.json["instance"])]
    assert "xxxx" not in lines.getvalue()


@pytest.mark.parametrize("announced", [True, False])
async def test_a_body_at_the_limit_is_read(api: Api, announced: bool) -> None:
    answer = await post(api, login_of(MAX_BODY) if announced else in_pieces(login_of(MAX_BODY)))
    assert (answer.status, [each["pointer"] for each in answer.json["errors"]]) == (422, ["/code"])


async def test_an_address_that_is_not_ours_has_the_same_limit(api: Api) -> None:
    assert (await post(api, bytes(2 * MAX_BODY), "/elsewhere")).status == 413


@pytest.mark.parametrize("more", [(), ("Expect: 100-continue",)])
async def test_what_nobody_should_send_is_refused_before_it_is_sent(api: Api, more: tuple[str, ...]) -> None:
    answer = await raw(api, f"POST {LOGIN} HTTP/1.1", "Content-Type: application/json", "Content-Length: 9999999999", *more)
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"Connection: close" in answer
    assert "最多 1MB" in answer.decode()


async def test_who_asks_before_sending_too_much_need_not_send_it(api: Api) -> None:
    asked = ("Content-Type: application/json", f"Content-Length: {2 * MAX_BODY}", "Expect: 100-continue")
    answer = await raw(api, f"POST {LOGIN} HTTP/1.1", *asked)
    assert answer.startswith(b"HTTP/1.1 413 ")


async def test_a_body_without_end_is_cut_off(api: Api, lines: io.StringIO) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while sent < 256 * MAX_BODY:
            sent += MAX_BODY
            yield bytes(MAX_BODY)

    with contextlib.suppress(aiohttp.ClientError):  # who goes on sending after the answer may not see it
        assert (await post(api, endless())).status == 413
    assert sent < 64 * MAX_BODY
    assert [each["status"] for each in logged(lines)] == [413]
    assert (await api.get("/healthz")).status == 200


@pytest.mark.parametrize("length", ["abc", "-1", "5, 6"])
@pytest.mark.parametrize("path", [LOGIN, "/api/v1/materials"])
async def test_a_length_that_is_none_is_refused(api: Api, path: str, length: str) -> None:
    answer = await raw(api, f"POST {path} HTTP/1.1", f"Content-Length: {length}")
    assert answer.split(b" ")[1] in (b"400", b"401")


async def test_who_goes_away_while_sending_too_much_leaves_nothing(api: Api, lines: io.StringIO) -> None:
    address = urlsplit(api.url)
    _, writer = await asyncio.open_connection(address.hostname, address.port)
    writer.write(f"POST {LOGIN} HTTP/1.1\r\nHost: x\r\nContent-Length: {3 * MAX_BODY}\r\n\r\n".encode() + bytes(2 * MAX_BODY))
    await writer.drain()
    writer.close()
    await writer.wait_closed()
    assert (await api.get("/healthz")).status == 200
    assert [each["route"] for each in logged(lines)] == ["/healthz"]

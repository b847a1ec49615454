"""The client of the registers against a register that is not one of ours, and one that answers rubbish."""

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from backend.clock import SetClock
from backend.outside import http_client
from backend.registers import RegisterMismatch, Registers, RegisterUnavailable, canonical
from models.documents import DocumentType
from models.registers import OtherRecord, PersonKey, RegisterFile

PERSON = PersonKey(document_type=DocumentType.RESIDENT_CARD, id_number="11010519491231002X", name="某某")
RECORD = {
    "record_id": "W-1",
    "updated_at": "2026-11-01T09:00:00+08:00",
    **PERSON.model_dump(mode="json"),
    "station": "青石气象站",
    "hail": [{"on": "2026-07-08", "millimetres": 12}],
}
PDF = b"%PDF-1.7 something"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def weather(handler: Handler, clock: SetClock) -> AsyncIterator[Registers]:
    """A register called weather, answered by `handler`."""
    application = web.Application()
    application.router.add_post("/{path}", handler)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with http_client() as session:
        yield Registers({"weather": f"http://127.0.0.1:{runner.addresses[0][1]}/"}, session, clock)
    await runner.cleanup()


def answering(body: Any, status: int = 200) -> Handler:
    async def answer(request: web.Request) -> web.Response:
        return web.json_response(body, status=status)

    return answer


async def test_a_new_register_needs_no_code(clock: SetClock) -> None:
    async with weather(answering({"code": "OK", "record": RECORD}), clock) as registers:
        answer = await registers.fetch("weather", PERSON, "test")
    assert isinstance(answer.record, OtherRecord)
    assert answer.data()["hail"] == [{"on": "2026-07-08", "millimetres": 12}]
    assert answer.provenance.source == "weather"
    assert answer.provenance.digest == hashlib.sha256(canonical(RECORD)).hexdigest()


async def test_the_person_stands_in_the_body_and_not_in_the_address(clock: SetClock) -> None:
    seen: list[tuple[str, str]] = []

    async def look(request: web.Request) -> web.Response:
        seen.append((str(request.url), await request.text()))
        return web.json_response({"code": "NO_RECORD"}, status=404)

    async with weather(look, clock) as registers:
        await registers.fetch("weather", PERSON, "test", year="2026")
    url, body = seen[0]
    assert PERSON.id_number not in url
    assert PERSON.id_number in body
    assert '"year":"2026"' in body


@pytest.mark.parametrize(
    ("body", "status", "reason"),
    [
        ({"code": "OK"}, 200, "status_200"),
        ({"record": RECORD}, 200, "not_json_200"),
        ([], 200, "not_json_200"),
        ({"code": "OK", "record": RECORD}, 302, "status_302"),
        ({"code": "OK"}, 404, "status_404"),
    ],
)
async def test_rubbish_is_unavailable(clock: SetClock, body: Any, status: int, reason: str) -> None:
    async with weather(answering(body, status), clock) as registers:
        with pytest.raises(RegisterUnavailable) as raised:
            await registers.fetch("weather", PERSON, "test")
    assert raised.value.reason == reason


@pytest.mark.parametrize(
    "change", [{"name": "某人"}, {"id_number": "110105194912310000"}, {"document_type": "passport"}, {"updated_at": "yesterday"}]
)
async def test_somebody_else_is_a_mismatch_whose_record_is_not_told(clock: SetClock, change: dict[str, str]) -> None:
    async with weather(answering({"code": "OK", "record": RECORD | change}), clock) as registers:
        with pytest.raises(RegisterMismatch) as raised:
            await registers.fetch("weather", PERSON, "test")
    told = raised.value.detail + repr(raised.value.extra) + repr(raised.value.__cause__)
    assert not any(value in told for value in change.values())


@pytest.mark.parametrize(
    ("content", "digest", "fine"),
    [
        (PDF, hashlib.sha256(PDF).hexdigest(), True),
        (PDF[:-1], hashlib.sha256(PDF).hexdigest(), False),
        (PDF, None, False),
        (b"<html>", hashlib.sha256(b"<html>").hexdigest(), False),
    ],
)
async def test_a_file_is_taken_whole_or_not_at_all(clock: SetClock, content: bytes, digest: str | None, fine: bool) -> None:
    headers = {"X-Document-Number": "QX1", "X-Record-Id": "W-1"} | ({"X-Content-SHA256": digest} if digest else {})

    async def send(request: web.Request) -> web.Response:
        return web.Response(body=content, headers=headers, content_type="application/pdf")

    async with weather(send, clock) as registers:
        if fine:
            file = await registers.fetch_file("weather", PERSON, "test")
            assert isinstance(file, RegisterFile)
            assert (file.content, file.document_number, file.provenance.record_id) == (PDF, "QX1", "W-1")
        else:
            with pytest.raises(RegisterUnavailable):
                await registers.fetch_file("weather", PERSON, "test")


def test_equal_values_have_one_canonical_form() -> None:
    assert canonical({"b": [1, {"d": "好", "c": None}], "a": 1}) == canonical({"a": 1, "b": [1, {"c": None, "d": "好"}]})
    assert canonical({"a": "好"}) == '{"a":"好"}'.encode()

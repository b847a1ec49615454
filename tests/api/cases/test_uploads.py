"""Uploads over HTTP: raw and multipart, streamed, refused in words, given back to those who may see them."""

import asyncio
import contextlib
import io
import os
import uuid
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiohttp
import pikepdf
import pytest
from PIL import Image

from tests.people_edge import Edge
from tests.world import World

JPEG = {"Content-Type": "image/jpeg", "X-Filename": quote("户口簿首页.jpg")}


def photo(colour: str = "white") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "JPEG")
    return out.getvalue()


def spooled(world: World) -> list[Path]:
    return list((world.product.engines.settings.data_dir / "spool").iterdir())


async def test_raw_and_back(edge: Edge, world: World) -> None:
    token = await edge.matched("wang-guifang")
    answer = await edge.post("/api/v1/materials?item=longevity", photo(), token=token, headers=JPEG)
    assert answer.status == 201, answer.text
    made = answer.json
    assert (made["name"], made["content_type"], made["items"], made["reusable"]) == ("户口簿首页.jpg", "image/jpeg", ["longevity"], False)
    content = await edge.get(f"/api/v1/materials/{made['id']}/content", token=token)
    with Image.open(io.BytesIO(content.body)) as image:
        assert image.size == (60, 40)
    assert content.headers["Content-Type"] == "image/jpeg"
    assert "sandbox" in content.headers["Content-Security-Policy"]
    listed = (await edge.get("/api/v1/materials", token=token, item="longevity")).json["items"]
    assert [each["id"] for each in listed] == [made["id"]]
    assert spooled(world) == []


async def test_multipart_as_wechat_sends_it_and_a_retry_with_another_boundary(edge: Edge) -> None:
    token = await edge.matched("wang-guifang")
    ids = set()
    for boundary in ("----one", "----two"):
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="照片.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
        body = head.encode() + photo() + f"\r\n--{boundary}--\r\n".encode()
        headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
        answer = await edge.post("/api/v1/materials", body, token=token, headers=headers, key="one-tap")
        assert answer.status == 201, answer.text
        ids.add(answer.json["id"])
    assert len(ids) == 1


async def test_the_same_key_with_another_file_is_refused(edge: Edge) -> None:
    token = await edge.matched("wang-guifang")
    await edge.post("/api/v1/materials", photo("white"), token=token, headers=JPEG, key="k")
    answer = await edge.post("/api/v1/materials", photo("black"), token=token, headers=JPEG, key="k")
    assert (answer.status, answer.json["type"]) == (422, "/problems/idempotency_key_reused")


@pytest.mark.parametrize(
    ("content", "headers", "status", "words"),
    [
        (b"MZ" + bytes(500), JPEG, 415, "请上传照片"),
        (b"\xff\xd8\xff\xe0" + os.urandom(500), JPEG, 415, "打不开"),
        (b"", JPEG, 415, "空的"),
        (b"x", {"Content-Type": "multipart/form-data"}, 400, "完整"),
        (
            b"--b\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\nhalf",
            {"Content-Type": "multipart/form-data; boundary=b"},
            400,
            "完整",
        ),
    ],
)
async def test_what_is_refused_is_told_in_words_and_leaves_nothing(
    edge: Edge, world: World, content: bytes, headers: dict[str, str], status: int, words: str
) -> None:
    token = await edge.matched("wang-guifang")
    answer = await edge.post("/api/v1/materials", content, token=token, headers=headers)
    assert answer.status == status, answer.text
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    assert words in answer.json["detail"]
    assert spooled(world) == []
    assert await world.store.collection("material_files.files").count({}) == 0


async def sent_large(edge: Edge, token: str, body: Any, headers: dict[str, str]) -> tuple[int, str]:
    """A large body streamed from memory: the status, and the type of problem."""
    sent = {**headers, "Authorization": f"Bearer {token}", "Idempotency-Key": uuid.uuid4().hex}
    async with edge._session.post(edge.url + "/api/v1/materials", data=body, headers=sent) as answer:
        return answer.status, (await answer.json(content_type=None) or {}).get("type", "")


async def test_more_than_20_megabytes_is_told_before_it_is_sent(edge: Edge, world: World) -> None:
    token = await edge.matched("wang-guifang")
    answer = await sent_large(edge, token, io.BytesIO(bytes(22 << 20)), {**JPEG, "Expect": "100-continue"})
    assert answer == (413, "/problems/payload_too_large")
    assert spooled(world) == []


async def test_more_than_20_megabytes_of_unknown_length_are_cut_off(edge: Edge, world: World) -> None:
    token = await edge.matched("wang-guifang")

    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(22):
            yield bytes(1 << 20)

    with contextlib.suppress(aiohttp.ClientError):  # cut off is as good as told
        assert (await sent_large(edge, token, pieces(), JPEG))[0] in (400, 413)
    async with asyncio.timeout(5):
        while spooled(world):
            await asyncio.sleep(0.01)
    assert await world.store.collection("material_files.files").count({}) == 0


async def test_an_upload_that_breaks_off_leaves_nothing(edge: Edge, world: World) -> None:
    token = await edge.matched("wang-guifang")
    host, port = edge.url.removeprefix("http://").split(":")
    _, writer = await asyncio.open_connection(host, int(port))
    head = (
        f"POST /api/v1/materials HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nIdempotency-Key: k\r\nContent-Type: image/jpeg\r\n"
    )
    writer.write(head.encode() + b"Content-Length: 1000000\r\n\r\n" + bytes(200_000))
    await writer.drain()
    async with asyncio.timeout(5):
        while not spooled(world):
            await asyncio.sleep(0.01)
        writer.close()
        while spooled(world):
            await asyncio.sleep(0.01)


async def test_nobody_elses_material_is_found(edge: Edge) -> None:
    mother, stranger = await edge.matched("wang-guifang"), await edge.matched("li-qiang")
    made = (await edge.post("/api/v1/materials", photo(), token=mother, headers=JPEG)).json
    for path in (f"/api/v1/materials/{made['id']}", f"/api/v1/materials/{made['id']}/content"):
        assert (await edge.get(path, token=stranger)).status == 404
    answer = await edge.post(f"/api/v1/materials?replaces={made['id']}", photo("black"), token=stranger, headers=JPEG)
    assert answer.status == 404


async def test_a_file_just_under_the_limit_comes_back_whole(edge: Edge) -> None:
    """What the server grows by meanwhile is measured in bench/, where it is a process of its own."""
    token = await edge.matched("wang-guifang")
    content = large_pdf((20 << 20) - 20_000)
    sent = {"Content-Type": "application/pdf", "Authorization": f"Bearer {token}", "Idempotency-Key": "large"}
    async with edge._session.post(edge.url + "/api/v1/materials", data=io.BytesIO(content), headers=sent) as answer:
        assert answer.status == 201
        made = await answer.json()
    assert (await edge.get(f"/api/v1/materials/{made['id']}/content", token=token)).body == content


def large_pdf(size: int) -> bytes:
    """A PDF that cannot be compressed."""
    document = pikepdf.new()
    document.add_blank_page()
    document.Root.Padding = document.make_stream(os.urandom(size))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()

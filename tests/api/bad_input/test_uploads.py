"""Files that are not what they say, too much, or meant to do harm: each is refused in words or made harmless, and
leaves nothing behind. (What breaks off on the way stands in tests/api/cases/test_uploads.py.)"""

import io
import struct
import uuid
import zipfile
import zlib
from collections.abc import AsyncIterator, Callable

import aiohttp
import pikepdf
import pytest

from tests.api.bad_input.conftest import photo
from tests.api.bad_input.shapes import assert_clear
from tests.client import Answer
from tests.people_edge import Edge
from tests.world import World

JPEG = {"Content-Type": "image/jpeg"}
MATERIALS = "/api/v1/materials"


def bomb() -> bytes:
    """A hundred megabytes of nothing, in a hundred kilobytes, dressed up as an OFD."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("OFD.xml", bytes(100 << 20))
    return out.getvalue()


def huge_picture() -> bytes:
    """A PNG that says it has 40,000 x 40,000 pixels: 4.5 GB once decoded."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1 << 20))) + chunk(b"IEND", b"")


def many_pages() -> bytes:
    """A PDF of 201 pages."""
    document = pikepdf.new()
    for _ in range(201):
        document.add_blank_page()
    return _saved(document)


def locked() -> bytes:
    """A PDF that needs a password."""
    document = pikepdf.new()
    document.add_blank_page()
    return _saved(document, encryption=pikepdf.Encryption(owner="o", user="u"))


def scripted() -> bytes:
    """A PDF that runs a script when it is opened."""
    document = pikepdf.new()
    document.add_blank_page()
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('hello')")
    return _saved(document)


def _saved(document: pikepdf.Pdf, **options: pikepdf.Encryption) -> bytes:
    out = io.BytesIO()
    document.save(out, **options)  # pyright: ignore[reportArgumentType]
    return out.getvalue()


async def upload(edge: Edge, token: str, content: bytes | AsyncIterator[bytes], headers: dict[str, str] = JPEG) -> Answer:
    """One upload, streamed; in chunks where its length isn't known."""
    sent = {**headers, "Authorization": f"Bearer {token}", "Idempotency-Key": uuid.uuid4().hex}
    data = io.BytesIO(content) if isinstance(content, bytes) else content
    async with edge._session.post(edge.url + MATERIALS, data=data, headers=sent) as answer:
        return Answer(answer.status, answer.headers, await answer.read())


async def nothing_is_left(world: World) -> bool:
    files = await world.store.collection("material_files.files").count({})
    chunks = await world.store.collection("material_files.chunks").count({})
    spooled = list((world.product.engines.settings.data_dir / "spool").iterdir())
    return (files, chunks, await world.store.materials.count({}), spooled) == (0, 0, 0, [])


@pytest.mark.parametrize(
    ("make", "status", "words"),
    [
        (bomb, 413, "解压后太大"),
        (huge_picture, 413, "尺寸太大"),
        (many_pages, 413, "200 页"),
        (locked, 415, "密码"),
        (lambda: b"#!/bin/sh\nrm -rf /\n", 415, "请上传照片"),
        (lambda: b"<svg onload='alert(1)'/>", 415, "请上传照片"),
        (lambda: b"GIF89a" + bytes(200), 415, "动图"),
        (lambda: photo()[:200], 415, "打不开"),
        (lambda: b"%PDF-1.7\n" + bytes(2000), 415, "打不开"),
    ],
)
async def test_what_is_refused_is_told_in_words(edge: Edge, world: World, make: Callable[[], bytes], status: int, words: str) -> None:
    answer = await upload(edge, await edge.matched("li-min"), make())
    assert_clear(answer)
    assert (answer.status, words in answer.json["detail"]) == (status, True), answer.text
    assert await nothing_is_left(world)


async def test_a_script_does_not_survive(edge: Edge) -> None:
    token = await edge.matched("li-min")
    made = await upload(edge, token, scripted(), {"Content-Type": "application/pdf"})
    assert made.status == 201, made.text
    kept = await edge.get(f"{MATERIALS}/{made.json['id']}/content", token=token)
    assert b"app.alert" in scripted()
    assert b"app.alert" not in kept.body
    with pikepdf.open(io.BytesIO(kept.body)) as document:
        assert "/OpenAction" not in document.Root


@pytest.mark.parametrize("name", ["../../../etc/passwd", "%00.jpg", "a" * 5000, "%E2%80%AEgpj.exe", "<script>", "照片.jpg\u2028"])
async def test_a_name_is_only_a_name(edge: Edge, name: str) -> None:
    token = await edge.matched("li-min")
    answer = await upload(edge, token, photo(), {**JPEG, "X-Filename": name.encode("ascii", "ignore").decode()})
    assert answer.status == 201, answer.text
    shown = answer.json["name"]
    assert 0 < len(shown) <= 80 + len(".jpg")
    assert not any(letter in shown for letter in '/\\<>\x00\u202e"')


async def test_who_may_not_upload_is_told_so_after_sending(edge: Edge, world: World) -> None:
    """A phone that is still sending would only see the connection close: the answer waits for the end of the body."""
    large = io.BytesIO(bytes(6 << 20)).getvalue()
    for token, status in (("forged", 401), (await edge.login("li-qiang"), 403)):
        answer = await upload(edge, token, large)
        assert_clear(answer)
        assert answer.status == status
    assert (await edge.get(MATERIALS, token="forged")).status == 401
    assert await nothing_is_left(world)


async def pieces(megabytes: int) -> AsyncIterator[bytes]:
    """A body that doesn't say how long it will be."""
    for _ in range(megabytes):
        yield bytes(1 << 20)


@pytest.mark.parametrize("announced", [True, False])
async def test_21_megabytes_are_told_or_cut_off(edge: Edge, world: World, announced: bool) -> None:
    try:
        answer = await upload(edge, await edge.matched("li-min"), bytes(21 << 20) if announced else pieces(21))
    except aiohttp.ClientError:  # who goes on sending after the answer is cut off
        pass
    else:
        assert_clear(answer)
        assert (answer.status, answer.headers["Connection"]) == (413, "close")
    assert await nothing_is_left(world)


async def test_a_file_under_many_names_is_kept_once(edge: Edge, world: World) -> None:
    token = await edge.matched("li-min")
    for _ in range(3):
        assert (await upload(edge, token, photo())).status == 201
    assert await world.store.collection("material_files.files").count({}) == 1

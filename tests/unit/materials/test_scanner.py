"""The client of clamd, against a socket that speaks its INSTREAM command."""

import asyncio
import struct
from pathlib import Path

import pytest

from backend.errors import Unavailable, UnsupportedMedia
from backend.materials.scanner import Scanner

EICAR = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"


class FakeClamd:
    """Reads what INSTREAM sends and finds EICAR in it; `answer` overrides what it says."""

    def __init__(self) -> None:
        self.received = b""
        self.answer: bytes | None = None

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert await reader.readexactly(10) == b"zINSTREAM\0"
        while length := struct.unpack(">I", await reader.readexactly(4))[0]:
            self.received += await reader.readexactly(length)
        found = b"stream: Eicar-Signature FOUND\0" if EICAR in self.received else b"stream: OK\0"
        writer.write(found if self.answer is None else self.answer)
        writer.close()


@pytest.fixture
async def clamd():
    fake = FakeClamd()
    server = await asyncio.start_server(fake, "127.0.0.1", 0)
    fake.address = f"127.0.0.1:{server.sockets[0].getsockname()[1]}"  # type: ignore[attr-defined]
    yield fake
    server.close()
    await server.wait_closed()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "file"
    path.write_bytes(bytes(1_000_000))
    return path


async def test_a_clean_file_passes_and_was_sent_whole(clamd, file: Path) -> None:
    await Scanner(clamd.address).scan(str(file))
    assert clamd.received == file.read_bytes()


async def test_a_virus_is_refused(clamd, file: Path) -> None:
    file.write_bytes(EICAR)
    with pytest.raises(UnsupportedMedia, match="病毒"):
        await Scanner(clamd.address).scan(str(file))


@pytest.mark.parametrize("answer", [b"INSTREAM size limit exceeded. ERROR\0", b"", b"OK but no end"])
async def test_no_clear_answer_is_no_yes(clamd, file: Path, answer: bytes) -> None:
    clamd.answer = answer
    with pytest.raises(Unavailable):
        await Scanner(clamd.address).scan(str(file))


async def test_nobody_there_is_no_yes(file: Path) -> None:
    with pytest.raises(Unavailable):
        await Scanner("127.0.0.1:1").scan(str(file))

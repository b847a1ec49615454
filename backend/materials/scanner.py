"""Asks ClamAV about a file, over clamd's INSTREAM command."""

import asyncio
import struct
from pathlib import Path

from backend.errors import Unavailable, UnsupportedMedia

_CHUNK = 1 << 18
_SECONDS = 30.0


class Scanner:
    """A client of one clamd at `address` ("host:port")."""

    def __init__(self, address: str) -> None:
        host, _, port = address.rpartition(":")
        self._host, self._port = host, int(port)

    async def scan(self, path: str) -> None:
        """Raises `UnsupportedMedia` where a virus is found, `Unavailable` where clamd gives no clear answer:
        nothing unchecked is stored."""
        try:
            async with asyncio.timeout(_SECONDS):
                answer = await self._ask(path)
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            raise Unavailable("文件检查服务暂时没有回应，文件没有保存，请过几分钟再上传。") from None
        if answer.endswith("FOUND"):
            raise UnsupportedMedia("这个文件里查出了病毒，没有保存。请用手机重新拍照上传，并检查您的电脑。")
        if not answer.endswith("OK"):
            raise Unavailable("文件检查没有完成，文件没有保存，请过几分钟再上传。")

    async def _ask(self, path: str) -> str:
        reader, writer = await asyncio.open_connection(self._host, self._port)
        try:
            writer.write(b"zINSTREAM\0")
            with await asyncio.to_thread(Path(path).open, "rb") as file:
                while chunk := await asyncio.to_thread(file.read, _CHUNK):
                    writer.write(struct.pack(">I", len(chunk)) + chunk)
                    await writer.drain()
            writer.write(struct.pack(">I", 0))
            await writer.drain()
            return (await reader.readuntil(b"\0")).rstrip(b"\0").decode("utf-8", "replace")
        finally:
            writer.close()

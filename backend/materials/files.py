"""Encrypted files in MongoDB, in the layout of GridFS, written and read piece by piece.

The driver's own GridFS bucket gathers up to 48 MB before it writes, so eight uploads at once would fill the memory;
here each piece is written before the next one is read. Every file has a key of its own (AES-256-GCM), kept as a
sealed field; the nonce of a piece is its number and whether it is the last, so pieces cannot be swapped or cut off.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from backend.errors import NotFound
from backend.ids import new_id
from backend.materials.inspect import Inspected
from backend.store import Document, DuplicateKeyError, Store
from models.materials import StoredFile

PIECE = 255 << 10  # bytes of plain content in one piece: GridFS's own size
FILES, CHUNKS = "material_files.files", "material_files.chunks"


class DamagedFile(Exception):
    """A stored file does not decrypt: it was changed, cut off, or its key is another one."""


class Files:
    """Keeps checked files."""

    def __init__(self, store: Store) -> None:
        self._files = store.collection(FILES)
        self._chunks = store.collection(CHUNKS)

    async def find(self, owner: str, source_sha256: str) -> StoredFile | None:
        """The file these uploaded bytes became, where this owner has uploaded them before."""
        document = await self._files.find_one({"metadata.owner": owner, "metadata.source_sha256": source_sha256, "metadata.complete": True})
        return _file(document) if document else None

    async def get(self, id: str) -> StoredFile:
        """Raises `NotFound`."""
        return _file(await self._document(id))

    async def keep(self, owner: str, source_sha256: str, inspected: Inspected, at: datetime) -> StoredFile:
        """Stores the file at `inspected.path`. Where the same bytes came in at the same time, the first one stays."""
        id, key = new_id("file"), secrets.token_bytes(32)
        described = {
            "owner": owner,
            "source_sha256": source_sha256,
            "sha256": inspected.sha256,
            "size": inspected.size,
            "content_type": inspected.content_type,
            "extension": inspected.extension,
            "pages": inspected.pages,
            "width": inspected.width,
            "height": inspected.height,
            "signed": inspected.signed,
        }
        document = {
            "_id": id,
            "length": inspected.size,
            "chunkSize": PIECE,
            "uploadDate": at,
            "metadata": {**described, "key": key, "complete": False},
        }
        await self._files.insert(document)
        await self._write(id, key, inspected)
        try:
            await self._files.change({"_id": id}, {"$set": {"metadata.complete": True}})
        except DuplicateKeyError:
            await self.remove(id)
            found = await self.find(owner, source_sha256)
            if found is None:
                raise
            return found
        return StoredFile(id=id, **described)

    async def read(self, id: str) -> AsyncIterator[bytes]:
        """The file's content, piece by piece. Raises `NotFound`, `DamagedFile`."""
        document = await self._document(id)
        box = AESGCM(bytes(document["metadata"]["key"]))
        left, number = int(document["length"]), 0
        while left > 0:
            chunk = await self._chunks.find_one({"files_id": id, "n": number})
            piece = _opened(box, id, number, left <= PIECE, chunk)
            left -= len(piece)
            number += 1
            yield piece

    async def remove(self, id: str) -> None:
        """Deletes a file and its pieces; the pieces first, so that a crash leaves something to find."""
        await self._chunks.delete({"files_id": id})
        await self._files.delete({"_id": id})

    async def unfinished(self, before: datetime) -> list[str]:
        """Files whose writing began before then and never ended."""
        found = await self._files.find({"metadata.complete": False, "uploadDate": {"$lt": before}}, fields=["_id"], limit=200)
        return [document["_id"] for document in found]

    async def finished(self, since: datetime, before: datetime) -> list[str]:
        """Files completed between those moments."""
        where = {"metadata.complete": True, "uploadDate": {"$gte": since, "$lt": before}}
        return [document["_id"] for document in await self._files.find(where, fields=["_id"])]

    async def _write(self, id: str, key: bytes, inspected: Inspected) -> None:
        box = AESGCM(key)
        number, left = 0, inspected.size
        file = await asyncio.to_thread(Path(inspected.path).open, "rb")
        with file:
            while left > 0:
                piece = await asyncio.to_thread(file.read, PIECE)
                last = left <= len(piece)
                sealed = box.encrypt(_nonce(number, last), piece, id.encode())
                await self._chunks.insert({"_id": f"{id}:{number}", "files_id": id, "n": number, "data": sealed})
                number, left = number + 1, left - len(piece)

    async def _document(self, id: str) -> Document:
        document = await self._files.get(id)
        if document is None or not document["metadata"]["complete"]:
            raise NotFound("没有找到这个文件，它可能已经过期删除，请重新上传。")
        return document


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _opened(box: AESGCM, id: str, number: int, last: bool, chunk: Document | None) -> bytes:
    if chunk is None:
        raise DamagedFile(f"{id}: piece {number} is missing")
    try:
        return box.decrypt(_nonce(number, last), bytes(chunk["data"]), id.encode())
    except InvalidTag:
        raise DamagedFile(f"{id}: piece {number} does not decrypt") from None


def _file(document: Document) -> StoredFile:
    return StoredFile.model_validate({"id": document["_id"], **document["metadata"]})

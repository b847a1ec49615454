"""Sealed fields: MongoDB's explicit client-side field-level encryption (CSFLE).

Data keys live in `<database>_keys.vault`, wrapped by the master key; `rotate` re-wraps them under a new one.
What is looked up is encrypted deterministically, all else at random. Reads decrypt by themselves: the store's
client has automatic decryption switched on.
"""

import base64
import hashlib
from collections.abc import Mapping
from typing import Any

from bson.binary import Binary
from bson.codec_options import CodecOptions
from pymongo import AsyncMongoClient
from pymongo.asynchronous.encryption import AsyncClientEncryption
from pymongo.encryption import Algorithm
from pymongo.encryption_options import AutoEncryptionOpts
from pymongo.errors import EncryptionError

from models.base import Sealing

_ALGORITHMS = {
    Sealing.LOOKUP: Algorithm.AEAD_AES_256_CBC_HMAC_SHA_512_Deterministic,
    Sealing.RANDOM: Algorithm.AEAD_AES_256_CBC_HMAC_SHA_512_Random,
}
_KEY_NAME = "personal_data"
_ENCRYPTED_SUBTYPE = 6


def key_vault_of(database: str) -> str:
    """The namespace of the data keys that belong to `database`."""
    return f"{database}_keys.vault"


def provider_of(master_key: str) -> str:
    """The name a master key goes by (`local:` + the start of its digest), so that two can be told apart while one replaces the other."""
    return "local:" + hashlib.sha256(base64.b64decode(master_key)).hexdigest()[:12]


def kms_providers(*master_keys: str) -> dict[str, Any]:
    """Named local providers over base64 master keys of 96 bytes; empty ones are left out. Raises `ValueError` on any other length."""
    providers: dict[str, Any] = {}
    for master_key in filter(None, master_keys):
        raw = base64.b64decode(master_key)
        if len(raw) != 96:
            raise ValueError("the master key must be the base64 of 96 bytes")
        providers[provider_of(master_key)] = {"key": raw}
    return providers


def decrypting_options(database: str, *master_keys: str) -> AutoEncryptionOpts:
    """Options for a client that decrypts what it reads and encrypts nothing by itself."""
    return AutoEncryptionOpts(kms_providers(*master_keys), key_vault_of(database), bypass_auto_encryption=True)


class Seal:
    """Encrypts values, and whole documents along a map of dotted paths."""

    def __init__(self, encryption: AsyncClientEncryption[Any], provider: str) -> None:
        self._encryption = encryption
        self._provider = provider

    @classmethod
    async def open(cls, client: AsyncMongoClient[Any], database: str, options: CodecOptions[Any], *master_keys: str) -> "Seal":
        """`master_keys`: today's, then the one before it while data keys are still wrapped under that one.

        Makes the data key on the first start; two processes starting at once end up with one key.
        """
        namespace = key_vault_of(database)
        name, _, vault = namespace.partition(".")
        await client[name][vault].create_index("keyAltNames", unique=True, partialFilterExpression={"keyAltNames": {"$exists": True}})
        encryption: AsyncClientEncryption[Any] = AsyncClientEncryption(kms_providers(*master_keys), namespace, client, options)
        seal = cls(encryption, provider_of(master_keys[0]))
        if await encryption.get_key_by_alt_name(_KEY_NAME) is None:
            try:
                await encryption.create_data_key(seal._provider, key_alt_names=[_KEY_NAME])  # pyright: ignore[reportArgumentType]
            except EncryptionError:  # another process was first
                if await encryption.get_key_by_alt_name(_KEY_NAME) is None:
                    raise
        return seal

    async def value(self, plain: Any, how: Sealing = Sealing.RANDOM) -> Any:
        """The ciphertext of one value; None and what is sealed already stay as they are."""
        if plain is None or (isinstance(plain, Binary) and plain.subtype == _ENCRYPTED_SUBTYPE):
            return plain
        return await self._encryption.encrypt(plain, _ALGORITHMS[how], key_alt_name=_KEY_NAME)

    async def document(self, paths: Mapping[str, Sealing], document: dict[str, Any]) -> dict[str, Any]:
        """`document` with the values at `paths` sealed; lists on the way are walked."""
        for path, how in paths.items():
            document = await self._at(document, path.split("."), how)
        return document

    async def update(self, paths: Mapping[str, Sealing], update: Mapping[str, Any]) -> dict[str, Any]:
        """A MongoDB update with what `$set` and `$setOnInsert` write at or under `paths` sealed."""
        sealed = dict(update)
        if not paths:
            return sealed
        for operator in ("$set", "$setOnInsert"):
            if operator in sealed:
                sealed[operator] = {key: await self._field(paths, key, value) for key, value in sealed[operator].items()}
        return sealed

    async def filter(self, paths: Mapping[str, Sealing], where: Mapping[str, Any]) -> dict[str, Any]:
        """A MongoDB filter with equality and `$in` on looked-up paths sealed, also inside `$or` and `$and`."""
        sealed = dict(where)
        for operator in ("$or", "$and"):
            if paths and operator in sealed:
                sealed[operator] = [await self.filter(paths, each) for each in sealed[operator]]
        for path, how in paths.items():
            if path not in sealed or how is not Sealing.LOOKUP:
                continue
            wanted = sealed[path]
            if isinstance(wanted, dict) and "$in" in wanted:
                sealed[path] = {"$in": [await self.value(each, how) for each in wanted["$in"]]}
            elif not isinstance(wanted, dict):
                sealed[path] = await self.value(wanted, how)
        return sealed

    async def rotate(self) -> int:
        """Re-wraps every data key under today's master key; the data itself is not touched. Returns how many keys."""
        result = await self._encryption.rewrap_many_data_key({}, provider=self._provider)
        return result.bulk_write_result.modified_count if result.bulk_write_result else 0

    async def close(self) -> None:
        await self._encryption.close()

    async def _field(self, paths: Mapping[str, Sealing], key: str, value: Any) -> Any:
        if key in paths:
            return await self.value(value, paths[key])
        below = {path[len(key) + 1 :]: how for path, how in paths.items() if path.startswith(key + ".")}
        for path, how in below.items():
            value = await self._at(value, path.split("."), how)
        return value

    async def _at(self, node: Any, steps: list[str], how: Sealing) -> Any:
        if isinstance(node, list):
            return [await self._at(each, steps, how) for each in node]
        if not isinstance(node, dict) or steps[0] not in node:
            return node
        changed = dict(node)
        inner = node[steps[0]]
        changed[steps[0]] = await self.value(inner, how) if len(steps) == 1 else await self._at(inner, steps[1:], how)
        return changed

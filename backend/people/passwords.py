"""Passwords of staff: argon2id, computed in threads so that the loop is never held."""

import asyncio
import re
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from backend.errors import FieldError, Invalid

_PARALLEL = 2  # hashes at once: each takes a core and `memory_kib` of memory
_SHORTEST = 12
_PLAIN = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"


class Passwords:
    """Hashes and checks passwords at a cost the settings name."""

    def __init__(self, memory_kib: int, rounds: int) -> None:
        self._hasher = PasswordHasher(time_cost=rounds, memory_cost=memory_kib, parallelism=1)
        self._gate = asyncio.Semaphore(_PARALLEL)
        self._decoy = self._hasher.hash("nobody has this password")

    async def hash(self, password: str) -> str:
        async with self._gate:
            return await asyncio.to_thread(self._hasher.hash, password)

    async def matches(self, stored: str | None, password: str) -> bool:
        """Whether `password` is the one of `stored`; takes as long where there is no account at all."""
        async with self._gate:
            right = await asyncio.to_thread(self._verify, stored or self._decoy, password)
        return right and stored is not None

    def outdated(self, stored: str) -> bool:
        """Whether `stored` was made at another cost than today's."""
        return self._hasher.check_needs_rehash(stored)

    def _verify(self, stored: str, password: str) -> bool:
        try:
            return self._hasher.verify(stored, password)
        except (VerificationError, InvalidHashError):
            return False


def first_password() -> str:
    """A random password for somebody to begin with, without characters that are taken for one another; 116 bits."""
    return "-".join("".join(secrets.choice(_PLAIN) for _ in range(5)) for _ in range(4))


def check_strength(password: str, username: str, pointer: str = "/new_password") -> None:
    """Raises `Invalid` where a new password is too weak."""
    kinds = sum(bool(re.search(kind, password)) for kind in (r"[a-z]", r"[A-Z]", r"[0-9]", r"[^A-Za-z0-9]"))
    if len(password) < _SHORTEST or kinds < 3:
        detail = f"新密码至少 {_SHORTEST} 位，并包含大写字母、小写字母、数字、符号中的三种。"
    elif username.casefold() in password.casefold():
        detail = "新密码里不能包含用户名。"
    else:
        return
    raise Invalid(detail, errors=[FieldError(pointer, detail)])

"""Lots (双随机): which decisions are checked, and by whom. The same key and case always draw the same; nobody without the key can tell
what will be drawn, and whoever has it, such as an auditor, can show that nothing else was."""

import hashlib
import hmac
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
_OF = 10_000


class Lots:
    """Draws under a secret key."""

    def __init__(self, secret: bytes) -> None:
        self._key = hmac.new(secret, b"inspections", hashlib.sha256).digest()

    def number(self, subject: str) -> int:
        """A number from 0 to 9999."""
        return self._drawn("number", subject) % _OF

    def is_drawn(self, number: int, percent: int) -> bool:
        """Whether a number lies among so many of a hundred."""
        return number < percent * _OF // 100

    def choice(self, subject: str, of: Sequence[T]) -> T | None:
        """One of several; None of none."""
        return of[self._drawn("choice", subject) % len(of)] if of else None

    def _drawn(self, purpose: str, subject: str) -> int:
        return int.from_bytes(hmac.new(self._key, f"{purpose}:{subject}".encode(), hashlib.sha256).digest()[:8])

"""Names for new things: sortable ids for documents, short unguessable codes for people and QR codes."""

import secrets
import time

_BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def new_id(kind: str) -> str:
    """`kind` + `_` + 26 characters that sort by time of making (48 bits of milliseconds, 80 random): a ULID."""
    number = (time.time_ns() // 1_000_000 << 80) | secrets.randbits(80)
    letters = [""] * 26
    for index in range(25, -1, -1):
        letters[index] = _BASE32[number & 31]
        number >>= 5
    return f"{kind}_{''.join(letters)}"


def token(bits: int = 256) -> str:
    """An unguessable token for sessions and links, URL-safe."""
    return secrets.token_urlsafe(bits // 8)


def short_token(length: int = 10) -> str:
    """Base-62 characters for QR scenes (WeChat allows 32 visible characters); 10 carry 59 bits."""
    return _random(_BASE62, length)


def digits(length: int = 6) -> str:
    """A numeric code people type, such as an SMS code."""
    return _random("0123456789", length)


def readable_code(length: int = 8) -> str:
    """A code people read aloud: digits and letters without those that look alike."""
    return _random("23456789ABCDEFGHJKMNPQRSTVWXYZ", length)


def _random(letters: str, length: int) -> str:
    """Every text of that length is as likely as any other. One draw for all of it: each asks the kernel."""
    number = secrets.randbelow(len(letters) ** length)
    text = ""
    for _ in range(length):
        number, letter = divmod(number, len(letters))
        text += letters[letter]
    return text

"""What a certificate is called: its number for people, its identifier among electronic licences, its code for checking."""

from backend.ids import short_token

CODE_LENGTH = 12  # base-62 characters of a verification code: 71 bits


def certificate_number(prefix: str, year: int, serial: int) -> str:
    """云社证字〔2026〕第000123号: the issuer's short name for it, the year, the serial within item and year."""
    return f"{prefix}〔{year}〕第{serial:06d}号"


def sequence_name(item: str, year: int) -> str:
    """The counter the serials of an item are taken from; a new one every year."""
    return f"certificate:{item}:{year}"


def licence_serial(year: int, serial: int) -> str:
    """The serial part of an identifier: the year and ten digits (20260000000123)."""
    return f"{year}{serial:010d}"


def new_code() -> str:
    """A verification code for the QR of one certificate."""
    return short_token(CODE_LENGTH)

"""What a certificate is called: its number for people, its identifier among electronic licences, its code for checking."""

from stdnum.iso7064 import mod_37_36

from backend.ids import short_token

LICENCE_ROOT = "1.2.156.3005.2"  # OID of electronic licences (GB/T 36904)
CODE_LENGTH = 12  # base-62 characters of a verification code: 71 bits


def certificate_number(prefix: str, year: int, serial: int) -> str:
    """云社证字〔2026〕第000123号: the issuer's short name for it, the year, the serial within item and year."""
    return f"{prefix}〔{year}〕第{serial:06d}号"


def sequence_name(item: str, year: int) -> str:
    """The counter the serials of an item are taken from; a new one every year."""
    return f"certificate:{item}:{year}"


def licence_identifier(type_code: str, issuer_code: str, serial: str, version: int = 1) -> str:
    """The identifier (证照标识) of GB/T 36904.

    `type_code`: USCC of the ministry that defined the kind, and three digits. `issuer_code`: USCC of who issues.
    The check character is ISO 7064 MOD 37,36 over the four parts without OID and dots.
    """
    parts = [type_code, issuer_code, serial, f"{version:03d}"]
    return ".".join([LICENCE_ROOT, *parts, mod_37_36.calc_check_digit("".join(parts))])


def is_licence_identifier(identifier: str) -> bool:
    """Whether the check character fits."""
    root, _, rest = identifier.partition(LICENCE_ROOT + ".")
    parts = rest.split(".")
    return root == "" and len(parts) == 5 and mod_37_36.is_valid("".join(parts))


def licence_serial(year: int, serial: int) -> str:
    """The serial part of an identifier: the year and ten digits (20260000000123)."""
    return f"{year}{serial:010d}"


def new_code() -> str:
    """A verification code for the QR of one certificate."""
    return short_token(CODE_LENGTH)

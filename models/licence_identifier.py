"""The identifier of an electronic licence (证照标识, GB/T 36904): `1.2.156.3005.2.type.issuer.serial.version.check`.

The check character is ISO 7064 MOD 37,36 over type, issuer, serial and version, without the OID and the dots.
"""

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator
from stdnum.iso7064 import mod_37_36

LICENCE_ROOT = "1.2.156.3005.2"  # OID of electronic licences
_PARTS = re.compile(r"([0-9A-Z]{21})\.([0-9A-Z]{6,18})\.([0-9A-Z]{1,40})\.(\d{3})\.([0-9A-Z])")


@dataclass(frozen=True)
class LicenceIdentifier:
    """An identifier by its parts.

    `type_code`: credit code of who defined the kind, and three digits. `issuer_code`: credit code of who issues; some
    places still write the six digits of their region there. `version`: 1 for the first issue.
    """

    type_code: str
    issuer_code: str
    serial: str
    version: int = 1

    @classmethod
    def parse(cls, text: str) -> "LicenceIdentifier":
        """Raises `ValueError` where the shape is wrong or the check character does not fit."""
        root, _, rest = text.partition(LICENCE_ROOT + ".")
        match = _PARTS.fullmatch(rest)
        if root or match is None:
            raise ValueError("is no licence identifier")
        found = cls(match[1], match[2], match[3], int(match[4]))
        if str(found) != text:
            raise ValueError("is no licence identifier: its check character does not fit")
        return found

    def __str__(self) -> str:
        parts = [self.type_code, self.issuer_code, self.serial, f"{self.version:03d}"]
        return ".".join([LICENCE_ROOT, *parts, mod_37_36.calc_check_digit("".join(parts))])


def _checked(text: str) -> str:
    LicenceIdentifier.parse(text)
    return text


LicenceId = Annotated[str, AfterValidator(_checked)]
"""An identifier as text, its check character verified."""

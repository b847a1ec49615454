"""Kiosks: registered devices in halls, the cards their readers attest, and what their sessions need beside."""

import hashlib
import hmac
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, ClassVar

from pydantic import StringConstraints

from models.base import Body, Identifier, Sealing, ShortText, SixDigits, Stored, View
from models.documents import DocumentType
from models.people import Day, DocumentNumber
from models.staff_text import StaffShortText

Credential = Annotated[str, StringConstraints(min_length=10, max_length=200)]
Serial = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_\-]{0,80}$")]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Kiosk(Stored):
    """A device somebody registered. `reader_key`: shared with its card reader, which signs what it has read.

    `nonce` waits for one reading, until `nonce_until` (machine's time).
    """

    SEALED: ClassVar[Mapping[str, Sealing]] = {"reader_key": Sealing.RANDOM}

    name: str
    hall: str
    digest: str  # SHA-256 of the credential; the credential itself is never kept
    reader: str  # serial number of its card reader; "" where it has none
    reader_key: str
    scanner: str = ""  # serial number of its document scanner, which knows the same key; "" where it has none
    active: bool = True
    withdrawn_for: str = ""
    created_at: datetime
    seen_at: datetime | None = None
    nonce: str | None = None
    nonce_until: datetime | None = None


class KioskBody(Body):
    """A new device: what it is called, where it stands, the serial numbers of its reader and scanner; a screen that only shows has none."""

    name: ShortText
    hall: Identifier
    reader: Serial = ""
    scanner: Serial = ""


class WithdrawKioskBody(Body):
    reason: StaffShortText


class DeviceBody(Body):
    """The device's own credential, typed in once by whoever sets it up."""

    credential: Credential


class CardReading(Body):
    """What a reader tells of the card that lies on it. `mac`: HMAC-SHA256 under the reader's key, see `text`."""

    document_type: DocumentType
    id_number: DocumentNumber
    name: ShortText
    valid_until: Day | None = None  # None: the card never runs out
    nonce: Identifier
    read_at: ShortText  # as the reader writes it: only looked at as a part of what it signed
    reader: Identifier
    mac: Digest

    def text(self) -> str:
        """What the reader signs: its fields in this order, a line each."""
        until = self.valid_until.isoformat() if self.valid_until else ""
        return f"{self.document_type.value}\n{self.id_number}\n{self.name}\n{until}\n{self.nonce}\n{self.read_at}\n{self.reader}"


class KioskSessionBody(Body):
    reading: CardReading


class KioskProofBody(Body):
    sms_code: SixDigits


class KioskView(View):
    """A device as the administrator sees it."""

    id: str
    name: str
    hall: str
    hall_name: str
    reader: str
    scanner: str
    active: bool
    withdrawn_for: str = ""
    created_at: datetime
    seen_at: datetime | None = None


class KiosksView(View):
    items: list[KioskView]


class RegisteredKioskView(KioskView):
    """`credential` goes into the device, `reader_key` into its reader and its scanner; both are shown this once."""

    credential: str
    reader_key: str


class DeviceView(View):
    """What a device learns of itself. `reader_url`, `scanner_url`: where their services listen; empty where none is set up."""

    name: str
    hall: str
    hall_name: str
    reader: str
    reader_url: str
    scanner: str
    scanner_url: str
    demo: bool


class ReadingView(View):
    """What the reader must sign into its next reading, within `expires_in` seconds."""

    nonce: str
    expires_in: int


class ScanTicket(Body):
    """By it the scanner's service scans one page: signed by the product, for that scanner, until then, once."""

    scanner: str
    nonce: str
    until: datetime
    mac: Digest

    def signed_with(self, key: str) -> str:
        """HMAC-SHA256 under the key of the machine's devices over what it says, a line each, so that no other page gets a scan."""
        text = f"scan\n{self.scanner}\n{self.nonce}\n{self.until.astimezone(UTC).isoformat(timespec='seconds')}"
        return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()


class ScanTicketView(View):
    """As the page takes it to the scanner's service."""

    scanner: str
    nonce: str
    until: datetime
    mac: str


class KioskSessionView(View):
    """Whose session it is. `phone`: the one on record, masked, to which the code goes; empty where none is. `minor`: under 18, so
    that what they need is applied for by their guardian."""

    name: str
    level: int
    phone: str
    minor: bool
    idle_seconds: int
    ends_at: datetime

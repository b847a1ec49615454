"""The vendor's local service of a kiosk's card reader, with a card picker in place of cards.

A contract of our own; a real reader's service differs and is adapted in the kiosk's page (console/src/kiosk/reader.ts):
- `GET reader/cards` → 200 `[{code, name}]`: whose cards may be put on the demo reader;
- `POST reader/read {card, nonce, reader, valid_until?}` → 200 `{document_type, id_number, name, valid_until, nonce, read_at,
  reader, mac}`: what the card says, signed for that reader; `valid_until` puts an older card on it. 404 for a card or reader
  there is not.

The page that asks comes from the product's own address, so the service allows requests from elsewhere, as vendors' do.
"""

import hashlib
import hmac
from datetime import date

from pydantic import Field

from models.base import Body
from models.kiosks import CardReading
from sandbox.base import ServiceHandler

_VALID_FOR = 10  # years from now, where nobody says how old the card is


class FromElsewhere(ServiceHandler):
    """What services beside a kiosk share: who may ask from another page."""

    def set_default_headers(self) -> None:
        """Called by Tornado."""
        self.set_header("Access-Control-Allow-Origin", "*")
        self.set_header("Access-Control-Allow-Headers", "Content-Type")

    def options(self) -> None:
        """The browser asks first."""
        self.set_status(204)


class CardsHandler(FromElsewhere):
    """The picker."""

    service = "reader"

    def get(self) -> None:
        """See the module."""
        self.answer([{"code": each.code, "name": each.name} for each in self.outside.world.district.citizens])


class ReadBody(Body):
    """Which card is put on which reader, and what the reading must carry."""

    card: str
    nonce: str
    reader: str
    valid_until: date | None = Field(default=None)


class ReadHandler(FromElsewhere):
    """One reading."""

    service = "reader"

    def post(self) -> None:
        """See the module."""
        body, world = self.body(ReadBody), self.outside.world
        citizen = world.citizen(body.card)
        key = next((each.reader_key for each in world.district.kiosks if each.reader == body.reader), None)
        if citizen is None or key is None:
            self.send_error(404)
            return
        now = self.outside.clock.now()
        reading = CardReading(
            document_type=citizen.document_type,
            id_number=citizen.id_number,
            name=citizen.name,
            valid_until=body.valid_until or date(now.year + _VALID_FOR, 1, 1),
            nonce=body.nonce,
            read_at=now.isoformat(timespec="seconds"),
            reader=body.reader,
            mac="0" * 64,
        )
        mac = hmac.new(key.encode(), reading.text().encode(), hashlib.sha256).hexdigest()
        self.answer(reading.model_copy(update={"mac": mac}))

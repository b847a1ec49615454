"""What we and the bank that collects public money (代收银行) say to each other: JSON inside a signed envelope.

The contract is ours (sandbox/bank.py writes it down); production adapts the bank's interface to it. Money is in fen, whole numbers.
"""

import hashlib
import hmac
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from models.base import Body

Fen = Annotated[int, Field(ge=0, le=10**12)]
OrderNumber = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_]{1,64}$")]
_Text = Annotated[str, StringConstraints(max_length=64)]


class Envelope(Body):
    """A message and its HMAC-SHA256 over merchant, nonce and content, in hex. `content` is JSON text."""

    merchant: _Text
    nonce: _Text
    content: Annotated[str, StringConstraints(max_length=8000)]
    signature: _Text

    @classmethod
    def of(cls, message: BaseModel, merchant: str, nonce: str, secret: str) -> Self:
        """The message, signed."""
        content = message.model_dump_json()
        return cls(merchant=merchant, nonce=nonce, content=content, signature=_signature(merchant, nonce, content, secret))

    def is_signed_by(self, merchant: str, secret: str) -> bool:
        """Whether it is this merchant's, unchanged, and signed with this secret."""
        right = _signature(self.merchant, self.nonce, self.content, secret)
        return self.merchant == merchant and hmac.compare_digest(right.encode(), self.signature.encode())


def _signature(merchant: str, nonce: str, content: str, secret: str) -> str:
    return hmac.new(secret.encode(), f"{merchant}\n{nonce}\n{content}".encode(), hashlib.sha256).hexdigest()


class BankOrderState(StrEnum):
    """Where an order stands at the bank."""

    OPEN = "open"
    PAID = "paid"
    CLOSED = "closed"


class _Said(BaseModel):
    model_config = ConfigDict(extra="ignore")


class NewOrder(_Said):
    """Asks the bank to take `fen` for `order` until `expires_at`. The same order again answers the same."""

    order: OrderNumber
    fen: Fen
    subject: str
    expires_at: datetime
    notify_url: str


class OrderName(_Said):
    """Names an order, to ask after it or to close it."""

    order: OrderNumber


class BankOrder(_Said):
    """What the bank says of an order. `paid_fen`: what really came. `payer`: the account it came from, masked."""

    order: OrderNumber
    state: BankOrderState
    fen: Fen
    token: str = ""  # what the payer's app opens
    paid_fen: Fen = 0
    trade: str = ""  # the bank's own number of the payment
    payer: str = ""


class NewRefund(_Said):
    """Asks the bank to give `fen` of an order back the way they came. The same `refund` again answers the same."""

    refund: OrderNumber
    order: OrderNumber
    fen: Fen
    reason: str


class BankRefund(_Said):
    """What the bank says of a refund."""

    refund: OrderNumber
    order: OrderNumber
    fen: Fen
    trade: str


class BankAnswer(_Said):
    """What stands in every answer's envelope: `code` is OK, or why not."""

    code: str
    order: BankOrder | None = None
    refund: BankRefund | None = None

"""What we and the courier say to each other. The contract is ours (sandbox/courier.py writes it down)."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class CourierState(StrEnum):
    """Where a parcel stands with the courier."""

    ACCEPTED = "accepted"
    IN_TRANSIT = "in_transit"
    DELIVERED = "delivered"
    RETURNED = "returned"
    LOST = "lost"


class _Said(BaseModel):
    model_config = ConfigDict(extra="ignore")


class NewParcel(_Said):
    """Asks for a parcel to be picked up. The same order again answers the same. `key`: ours, by which the courier knows us."""

    key: str
    order: str
    name: str
    phone: str
    address: str


class ParcelName(_Said):
    """Asks after a parcel."""

    key: str
    waybill: str


class ParcelEvent(_Said):
    at: datetime
    text: str


class Parcel(_Said):
    """What the courier says of a parcel."""

    order: str
    waybill: str
    state: CourierState
    events: list[ParcelEvent] = Field(default_factory=list)

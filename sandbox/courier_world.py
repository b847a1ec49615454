"""What the courier of the sandbox knows: its parcels. Kept in memory."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime

from models.courier import CourierState, NewParcel, Parcel, ParcelEvent


@dataclass
class CourierWorld:
    """Every parcel, by waybill."""

    by_waybill: dict[str, Parcel] = field(default_factory=dict[str, Parcel])

    def take(self, asked: NewParcel, at: datetime) -> Parcel:
        """Picks a parcel up, once."""
        known = next((each for each in self.by_waybill.values() if each.order == asked.order), None)
        if known is not None:
            return known
        waybill = f"YC{secrets.randbelow(10**11):011d}"
        event = ParcelEvent(at=at, text="快递员已取件")
        self.by_waybill[waybill] = Parcel(order=asked.order, waybill=waybill, state=CourierState.ACCEPTED, events=[event])
        return self.by_waybill[waybill]

    def reset(self) -> None:
        """Nothing was ever sent."""
        self.by_waybill.clear()

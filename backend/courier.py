"""The courier: parcels picked up, and what becomes of them. Production adapts its courier's interface; see sandbox/courier.py."""

import aiohttp
import structlog
from pydantic import BaseModel, ValidationError

from backend.errors import Unavailable
from backend.outside import Limits, OutsideFailure, Service
from models.courier import NewParcel, Parcel, ParcelName

log = structlog.get_logger()


class CourierUnavailable(Unavailable):
    """The courier gave no usable answer; asking again is safe."""

    type, title = "courier_unavailable", "快递公司暂时没有回应"
    default_detail = "快递公司暂时没有回应，系统会自动再联系，不用重复办理。"


class Courier:
    """Client of the courier."""

    def __init__(self, base: str, key: str, session: aiohttp.ClientSession, limits: Limits | None = None) -> None:
        self._service = Service("courier", base, session, limits)
        self._key = key

    async def send(self, order: str, name: str, phone: str, address: str) -> Parcel:
        """Has a parcel picked up; asked twice, once. Raises `CourierUnavailable`."""
        parcel = await self._ask("parcels", NewParcel(key=self._key, order=order, name=name, phone=phone, address=address))
        if parcel.order != order:
            raise _unusable("another_parcel")
        return parcel

    async def query(self, waybill: str) -> Parcel:
        """What became of a parcel. Raises `CourierUnavailable`."""
        parcel = await self._ask("parcels/query", ParcelName(key=self._key, waybill=waybill))
        if parcel.waybill != waybill:
            raise _unusable("another_parcel")
        return parcel

    async def _ask(self, path: str, message: BaseModel) -> Parcel:
        try:
            reply = await self._service.post(path, message.model_dump_json(), repeatable=True)
        except OutsideFailure as failure:
            raise _unusable(failure.reason) from failure
        if reply.status != 200:
            raise _unusable(f"status_{reply.status}")
        try:
            return Parcel.model_validate_json(reply.content)
        except ValidationError:
            raise _unusable("unreadable") from None


def _unusable(reason: str) -> CourierUnavailable:
    log.warning("courier_unavailable", reason=reason)
    return CourierUnavailable()

"""The courier.

Contract: `POST courier/parcels {key, order, name, phone, address}` has a parcel picked up → 200 `{order, waybill, state, events}`, the
same order again answers the same; `POST courier/parcels/query {key, waybill}` → where it is, 404 for one it never saw. `key` is
the sender's; another is answered with 401.

What happens on the road, for scripts and tests: `PUT courier/parcels/{waybill} {state, text}`, one of accepted, in_transit,
delivered, returned, lost. `GET courier/parcels` lists them.
"""

import hmac
from http import HTTPStatus

from pydantic import Field
from tornado.web import HTTPError

from models.base import Body
from models.courier import CourierState, NewParcel, ParcelEvent, ParcelName
from sandbox.base import SandboxHandler, ServiceHandler
from sandbox.courier_world import CourierWorld

KEY = "sandbox-courier-key"


class CourierHandler(ServiceHandler):
    """A call of a sender who is known."""

    service = "courier"
    failure_status = 500

    @property
    def parcels(self) -> CourierWorld:
        """Every parcel."""
        return self.outside.courier

    def require(self, key: str) -> None:
        """Answers 401 to a stranger."""
        if not hmac.compare_digest(key.encode(), KEY.encode()):
            raise HTTPError(HTTPStatus.UNAUTHORIZED, reason="KEY_INVALID")


class ParcelsHandler(CourierHandler):
    """`POST courier/parcels`; `GET` lists."""

    controls = frozenset({"GET"})

    def post(self) -> None:
        """See the module."""
        asked = self.body(NewParcel)
        self.require(asked.key)
        self.answer(self.parcels.take(asked, self.outside.clock.now()))

    def get(self) -> None:
        """All of them, the oldest first."""
        self.answer({"parcels": [each.model_dump(mode="json") for each in self.parcels.by_waybill.values()]})


class QueryHandler(CourierHandler):
    """`POST courier/parcels/query`."""

    def post(self) -> None:
        """See the module."""
        asked = self.body(ParcelName)
        self.require(asked.key)
        parcel = self.parcels.by_waybill.get(asked.waybill)
        if parcel is None:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        self.answer(parcel)


class RoadBody(Body):
    """What happened on the road."""

    state: CourierState = Field(strict=False)
    text: str


class RoadHandler(SandboxHandler):
    """`PUT courier/parcels/{waybill}`."""

    def put(self, waybill: str) -> None:
        """See the module."""
        body, courier = self.body(RoadBody), self.outside.courier
        parcel = courier.by_waybill.get(waybill)
        if parcel is None:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        event = ParcelEvent(at=self.outside.clock.now(), text=body.text)
        courier.by_waybill[waybill] = parcel.model_copy(update={"state": body.state, "events": [*parcel.events, event]})
        self.answer(courier.by_waybill[waybill])

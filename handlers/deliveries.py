"""How results reach people: one's own deliveries with their tracking; the counter that hands over."""

from collections.abc import Awaitable, Callable
from typing import Any

from backend.delivery import Deliveries, delivery_view
from handlers.access import citizen, endpoint, staff
from handlers.base import BaseHandler
from models.acts import Role
from models.base import Page
from models.deliveries import (
    DeliveriesQuery,
    Delivery,
    DeliveryVersionBody,
    DeliveryView,
    HandOverBody,
    StaffDeliveriesQuery,
    TakeBackBody,
    ToCounterBody,
)

_KNOWN = citizen(level=1)
_COUNTER = staff(Role.RECEPTIONIST, Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)
_DELIVERY = r"([A-Za-z0-9_\-]{1,80})"
Act = Callable[[Deliveries], Callable[..., Awaitable[Delivery]]]


class DeliveriesHandler(BaseHandler):
    """Own deliveries."""

    @endpoint(access=_KNOWN, acting=True, query=DeliveriesQuery, reply={200: Page[DeliveryView]}, kiosk=2, summary="我的结果送达")
    async def get(self, query: DeliveriesQuery) -> Page[DeliveryView]:
        found, after = await self.engines.deliveries.mine(self.act, query)
        return Page[DeliveryView](items=[delivery_view(self.act, each) for each in found], next=after)


class DeliveryHandler(BaseHandler):
    """One of them, with its tracking."""

    @endpoint(access=_KNOWN, acting=True, reply={200: DeliveryView}, kiosk=2, summary="一份结果的送达和物流")
    async def get(self, delivery_id: str) -> DeliveryView:
        return delivery_view(self.act, await self.engines.deliveries.get(self.act, delivery_id))


class StaffDeliveriesHandler(BaseHandler):
    """What waits at a counter, or a department has to hand over; found by a number."""

    @endpoint(access=_COUNTER, query=StaffDeliveriesQuery, reply={200: Page[DeliveryView]}, summary="待交付的结果")
    async def get(self, query: StaffDeliveriesQuery) -> Page[DeliveryView]:
        found, after = await self.engines.deliveries.for_staff(self.act, query)
        return Page[DeliveryView](items=[delivery_view(self.act, each) for each in found], next=after)


class StaffDeliveryHandler(BaseHandler):
    """One of them."""

    @endpoint(access=_COUNTER, reply={200: DeliveryView}, summary="一份结果的送达")
    async def get(self, delivery_id: str) -> DeliveryView:
        return delivery_view(self.act, await self.engines.deliveries.get(self.act, delivery_id))


def _act(act: Act, body_model: type[Any], summary: str) -> type[BaseHandler]:
    """A handler whose POST is one act of staff on a delivery."""

    class ActHandler(BaseHandler):
        @endpoint(access=_COUNTER, body=body_model, reply={200: DeliveryView}, summary=summary)
        async def post(self, delivery_id: str, body: Any) -> DeliveryView:
            return delivery_view(self.act, await act(self.engines.deliveries)(self.act, delivery_id, body))

    return ActHandler


_STAFF = rf"/api/v1/staff/deliveries/{_DELIVERY}"
ROUTES = [
    (r"/api/v1/deliveries", DeliveriesHandler),
    (rf"/api/v1/deliveries/{_DELIVERY}", DeliveryHandler),
    (r"/api/v1/staff/deliveries", StaffDeliveriesHandler),
    (_STAFF, StaffDeliveryHandler),
    (rf"{_STAFF}/hand-over", _act(lambda deliveries: deliveries.hand_over, HandOverBody, "窗口交付，核对证件、签收")),
    (rf"{_STAFF}/resend", _act(lambda deliveries: deliveries.resend, DeliveryVersionBody, "重新寄送")),
    (rf"{_STAFF}/to-counter", _act(lambda deliveries: deliveries.to_counter, ToCounterBody, "改为窗口领取")),
    (rf"{_STAFF}/take-back", _act(lambda deliveries: deliveries.take_back, TakeBackBody, "撤回这次交付，重新安排")),
]

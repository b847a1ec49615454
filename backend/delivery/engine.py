"""Collecting at the counter, and parcels: sent, followed, sent again, or brought back to the counter."""

from datetime import datetime, timedelta

from backend.audit import event_of
from backend.booking.halls import Halls
from backend.clock import Clock
from backend.courier import Courier, CourierUnavailable
from backend.delivery.core import DeliveryBook, by
from backend.errors import FieldError, Forbidden, Invalid, WrongState
from backend.idempotency import once
from backend.ids import new_id
from backend.people import People
from backend.store import Document, Session, Store
from backend.store.indexes import due
from models.acts import Act, Power, is_enterprise
from models.base import NoticeOrder
from models.cases import Somebody
from models.courier import CourierState, Parcel
from models.deliveries import (
    Collection,
    Delivery,
    DeliveryMethod,
    DeliveryState,
    DeliveryVersionBody,
    HandOverBody,
    TakeBackBody,
    ToCounterBody,
    TrackingEvent,
    Waits,
    Waybill,
)
from models.grants import Grant, GrantState
from models.people import Citizen

DONE = frozenset({"delivery.done"})
"""After this event the result is where it belongs, and the case is closed."""
MOVED = frozenset({"delivery.to_counter", "delivery.taken_back"})
"""After these the result goes another way than the case says."""
_BATCH = 100
_AGAIN = timedelta(minutes=30)
_NOT_THEIRS = "证件上的人不是申请人，也没有申请人给的、可以代领这个事项结果的有效授权，不能交给他。请申请人本人来，或先在手机上授权代领。"
_WISH_NEEDED = "申请人选的是邮寄，快递还没有取件。申请人自己要改为来取的，请写明申请人怎么说的，会告诉申请人；不然请照常寄出。"
_QUESTIONED = "这份决定拟{verb}，正在等申请人说明和首席代表决定，结果先不交付。请告诉来领的人不用等；首席代表保留决定的，会通知申请人再来。"
_STATES = {
    CourierState.DELIVERED: (DeliveryState.DONE, "delivery.done", "delivery_done"),
    CourierState.RETURNED: (DeliveryState.RETURNED, "delivery.returned", "delivery_returned"),
    CourierState.LOST: (DeliveryState.LOST, "delivery.lost", "delivery_lost"),
}


class Deliveries(DeliveryBook):
    """Everything that can be done to deliveries."""

    def __init__(self, store: Store, clock: Clock, halls: Halls, people: People, courier: Courier) -> None:
        super().__init__(store, clock, halls)
        self._people = people
        self._courier = courier

    @once("deliveries", Delivery)
    async def hand_over(self, act: Act, delivery_id: str, body: HandOverBody) -> Delivery:
        """Gives it to whoever stands at the counter: the applicant, a company's legal representative, or an agent whose grant
        lets them collect, counted in the grant so that a revocation of the same moment wins. Raises `Forbidden`, `Invalid`, `WrongState`,
        `StaleVersion`."""
        delivery = await self._taken(act, delivery_id, body.version, DeliveryState.WAITING)
        await self._require_unquestioned(delivery)
        person = await self._people.find_or_register(act, body.person, here=True)
        grant = None if await self._is_theirs(delivery, person) else await self._collector(delivery, person, act.at)
        taken = Collection(
            by=Somebody(id=person.id, name=person.name),
            agent_under=grant.id if grant else None,
            signature=body.signature,
            at=act.at,
            handed_by=by(act),
        )
        after = delivery.model_copy(update={"state": DeliveryState.DONE, "collection": taken, "done_at": act.at})
        notices = self._tell(after, "delivery_collected_by_agent" if grant else "delivery_collected", who=person.name)

        async def write(session: Session) -> Delivery:
            if grant is not None:
                await self._count(act, grant, person, delivery, session)
            return await self._set(act, delivery, after, "delivery.done", notices, session)

        return await self.store.transact(write)

    @once("deliveries", Delivery)
    async def resend(self, act: Act, delivery_id: str, body: DeliveryVersionBody) -> Delivery:
        """Sends what came back, or was made again, once more. Raises as `hand_over`."""
        delivery = await self._taken(act, delivery_id, body.version, DeliveryState.RETURNED, DeliveryState.LOST)
        await self._require_unquestioned(delivery)
        waybills = [*delivery.waybills, Waybill(order=new_id("parcel"), at=act.at)]
        after = delivery.model_copy(update={"state": DeliveryState.TO_SEND, "waybills": waybills, "check_at": act.at})
        return await self._set(act, delivery, after, "delivery.resent", [])

    @once("deliveries", Delivery)
    async def to_counter(self, act: Act, delivery_id: str, body: ToCounterBody) -> Delivery:
        """Keeps it at the counter to be collected, instead of sending it (again): where the courier has not failed only on the
        applicant's word. Raises as `hand_over`, `Invalid`."""
        states = (DeliveryState.TO_SEND, DeliveryState.RETURNED, DeliveryState.LOST)
        delivery = await self._taken(act, delivery_id, body.version, *states)
        if delivery.state is DeliveryState.TO_SEND and body.wish is None:
            raise Invalid(errors=[FieldError("/wish", _WISH_NEEDED)])
        waits = await self.counter_of(act, Waits(hall=delivery.hall, place=delivery.place, hours=delivery.hours))
        update = {"state": DeliveryState.WAITING, "method": DeliveryMethod.COUNTER, "check_at": None, **waits.model_dump()}
        after = delivery.model_copy(update={**update, "wish": body.wish or ""})
        notices = self._tell(after, "delivery_waiting")
        if body.wish is not None:
            notices += self._tell(after, "result_other_way", chosen=DeliveryMethod.POST.label, way=after.method.label, reason=body.wish)
        return await self._set(act, delivery, after, "delivery.to_counter", notices)

    @once("deliveries", Delivery)
    async def take_back(self, act: Act, delivery_id: str, body: TakeBackBody) -> Delivery:
        """Ends what nobody collected, or what came back or got lost, so that a new one may be opened, another way or anew. Raises as
        `hand_over`."""
        states = (DeliveryState.WAITING, DeliveryState.RETURNED, DeliveryState.LOST)
        delivery = await self._taken(act, delivery_id, body.version, *states)
        after = delivery.model_copy(update={"state": DeliveryState.CANCELLED, "check_at": None})
        notices = self._tell(after, "delivery_taken_back", reason=body.reason)
        return await self._set(act, delivery, after, "delivery.taken_back", notices)

    async def tick(self) -> int:
        """Has parcels picked up, and asks after those under way. Periodic, safe to run twice at once: what two find out at
        the same moment one of them writes. Returns how many were looked at."""
        now = self.clock.now()
        documents = await self.store.deliveries.find({"check_at": due(now)}, sort=[("check_at", 1)], limit=_BATCH)
        for document in documents:
            try:
                await self._look(Delivery.of(document), now)
            except CourierUnavailable:
                break  # the next turn asks again
        return len(documents)

    async def _look(self, delivery: Delivery, now: datetime) -> None:
        waybill, to = delivery.waybill, delivery.recipient
        if waybill is None or to is None:
            return
        if delivery.state is DeliveryState.TO_SEND and await self.questioned(delivery.case):
            return  # it is held in a moment
        if waybill.number:
            parcel = await self._courier.query(waybill.number)
        else:
            parcel = await self._courier.send(waybill.order, to.name, to.phone, to.town + to.detail)
        after, action, notices = self._followed(delivery, waybill, parcel, now)
        await self._changed(self._system(), delivery, after, action, notices)

    def _followed(self, delivery: Delivery, waybill: Waybill, parcel: Parcel, now: datetime) -> tuple[Delivery, str, list[NoticeOrder]]:
        """The delivery with what the courier says now."""
        events = [TrackingEvent(at=each.at, text=each.text) for each in parcel.events]
        followed = waybill.model_copy(update={"number": parcel.waybill, "events": events})
        waybills = [*delivery.waybills[:-1], followed]
        end = _STATES.get(parcel.state)
        if end is None:
            after = delivery.model_copy(update={"state": DeliveryState.SENT, "waybills": waybills, "check_at": now + _AGAIN})
            begun = delivery.state is DeliveryState.TO_SEND
            return (
                after,
                "delivery.sent" if begun else "delivery.followed",
                self._tell(after, "delivery_sent", waybill=parcel.waybill) if begun else [],
            )
        state, action, template = end
        done_at = now if state is DeliveryState.DONE else None
        after = delivery.model_copy(update={"state": state, "waybills": waybills, "check_at": None, "done_at": done_at})
        return after, action, self._tell(after, template, waybill=parcel.waybill)

    async def _require_unquestioned(self, delivery: Delivery) -> None:
        """Raises `WrongState` while the decision may be taken back."""
        if verb := await self.questioned(delivery.case):
            raise WrongState(_QUESTIONED.format(verb=verb))

    async def _is_theirs(self, delivery: Delivery, person: Citizen) -> bool:
        if is_enterprise(delivery.person):
            await self._people.enterprises.fresh(delivery.person)  # who represents it, the register said within a day
        companies = await self._people.enterprises.represented_by(person)
        return delivery.person in {person.id, *(each.id for each in companies)}

    async def _collector(self, delivery: Delivery, person: Citizen, at: datetime) -> Grant:
        """The grant under which somebody may collect it. Raises `Invalid`."""
        found = await self.store.grants.find_one({**_collecting(delivery, person, at)})
        if found is None:
            raise Invalid(_NOT_THEIRS, errors=[FieldError("/person", "请核对证件，或请申请人先授权代领。")])
        return Grant.of(found)

    async def _count(self, act: Act, grant: Grant, person: Citizen, delivery: Delivery, session: Session) -> None:
        """Counts the use of the grant. Raises `Forbidden` where it was revoked at this moment."""
        detail = {"power": Power.COLLECT.value, "item": delivery.item, "subject": delivery.case, "what": "代领结果"}
        event = event_of(act, "grant.used", detail=detail).model_copy(update={"key": None, "digest": None, "grant": grant.id})
        where = {"_id": grant.id, **_collecting(delivery, person, act.at)}
        if await self.store.grants.change(where, {"$inc": {"uses": 1}}, event, session=session) is None:
            raise Forbidden("这份授权刚刚失效，不能代领。请申请人本人来，或重新授权。")


def _collecting(delivery: Delivery, person: Citizen, at: datetime) -> Document:
    """What a grant must be for `person` to collect it."""
    return {
        "person": delivery.person,
        "agent": person.id,
        "state": {"$in": [GrantState.ACTIVE.value, GrantState.USED_UP.value]},
        "powers": Power.COLLECT.value,
        "starts_at": {"$lte": at},
        "until": {"$gt": at},
        "$or": [{"items": delivery.item}, {"items": []}],
    }

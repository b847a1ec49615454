"""Deliveries as documents: opened with the act of the case, found, changed by compare-and-set."""

from dataclasses import replace
from typing import Any

from backend.audit import event_of
from backend.booking.halls import Halls
from backend.clock import Clock
from backend.errors import NotFound, StaleVersion, Unavailable, WrongState
from backend.ids import new_id, readable_code
from backend.outbox import OutboxRow
from backend.permissions import granted_items, may, require
from backend.store import Document, Session, Store
from backend.store.pages import page
from models.acts import Act, Role, StaffActor, SystemActor
from models.base import NoticeOrder
from models.cases import Case, Somebody
from models.deliveries import (
    DeliverBody,
    DeliveriesQuery,
    Delivery,
    DeliveryMethod,
    DeliveryState,
    Recipient,
    StaffDeliveriesQuery,
    Waits,
    Waybill,
)

_MOVING = ("method", "wish", "state", "waybills", "collection", "done_at", "check_at", "place", "hall", "hours", "held")
_STOPPABLE = frozenset({DeliveryState.WAITING, DeliveryState.TO_SEND, DeliveryState.RETURNED, DeliveryState.LOST})
_MOST = 50  # of one person, at a counter
_PICKUP = 6  # letters and digits to be said at the counter


class DeliveryBook:
    """What cases need to open a delivery, and what the ways of delivering share."""

    def __init__(self, store: Store, clock: Clock, halls: Halls) -> None:
        self.store = store
        self.clock = clock
        self._halls = halls

    async def counter_of(self, act: Act, otherwise: Waits) -> Waits:
        """Where what the actor hands out waits: in the hall they sit in. Who sits in none keeps it where the item says (`otherwise`),
        whose hall is found by its name."""
        actor, halls = act.actor, await self._halls.on(act.at.date())
        own = actor.hall if isinstance(actor, StaffActor) else None
        hall = next((each for each in halls if each.hall == own), None)
        if hall is not None:
            return Waits(hall=hall.hall, place=f"{hall.name}（{hall.address}）窗口", hours=hall.hours)
        named = next((each.hall for each in halls if each.name in otherwise.place), None)
        return otherwise.model_copy(update={"hall": named})

    def opened(self, act: Act, case: Case, body: DeliverBody, recipient: Recipient | None, waits: Waits) -> Delivery:
        """A new delivery of a case's result, not written yet. `recipient`: where it is sent, if it is; `waits`: where it is collected."""
        sent, intake = body.method is DeliveryMethod.POST, case.intake
        if intake is not None and not sent:
            waits = Waits(place=intake.counter)
        return Delivery(
            _id=new_id("delivery"),
            person=case.person,
            person_name=case.person_name,
            grant=case.grant,
            case=case.id,
            case_number=case.number or "",
            item=case.item,
            item_name=case.item_name,
            department=case.department,
            region=case.region,
            window=intake.region if intake and not sent else None,
            window_town=intake.town if intake and not sent else None,
            place=waits.place,
            hall=waits.hall,
            hours=waits.hours,
            pickup=readable_code(_PICKUP),
            kind=body.kind,
            number=body.number or "",
            method=body.method,
            state=DeliveryState.TO_SEND if sent else DeliveryState.WAITING,
            recipient=recipient if sent else None,
            waybills=[Waybill(order=new_id("parcel"), at=act.at)] if sent else [],
            opened_at=act.at,
            check_at=act.at if sent else None,
        )

    async def came_back(self, case_id: str) -> bool:
        """Whether the result of a case was sent before, and came back or got lost."""
        where = {"case": case_id, "method": DeliveryMethod.POST.value, "state": DeliveryState.CANCELLED.value}
        return await self.store.deliveries.find_one(where) is not None

    async def write(self, act: Act, delivery: Delivery, session: Session) -> None:
        """Writes a new delivery in the transaction of the act it belongs to."""
        detail = {"item": delivery.item, "case": delivery.case, "method": delivery.method.value}
        event = event_of(replace(act, key=None, digest=None), "delivery.opened", detail=detail)
        await self.store.deliveries.insert(delivery, event, session=session)

    async def get(self, act: Act, delivery_id: str) -> Delivery:
        """A delivery its applicant, their agent or staff it concerns may see. Raises `NotFound`, to staff of elsewhere `Forbidden`."""
        delivery = await self._load(delivery_id)
        require("delivery.see", act, delivery)
        return delivery

    async def mine(self, act: Act, query: DeliveriesQuery) -> tuple[list[Delivery], str | None]:
        """Those of the person whose matter it is, newest first, and where the next page begins."""
        where: Document = {"person": act.person, **granted_items(act)}
        if query.case:
            where["case"] = query.case
        return await page(self.store.deliveries, Delivery, where, query.cursor, query.limit)

    async def for_staff(self, act: Act, query: StaffDeliveriesQuery) -> tuple[list[Delivery], str | None]:
        """What is not over of the viewer's department, or waits at their counter, for another district too, the oldest first; or the
        deliveries of one case, or those found by a number; and where the next page begins. Raises `Forbidden`."""
        if query.number is not None:
            return await self._found(act, query.number), None
        where: Document = {"case": query.case} if query.case else _to_hand_over(act)
        found, after = await page(self.store.deliveries, Delivery, where, query.cursor, query.limit, newest_first=False)
        for delivery in found:
            require("delivery.see", act, delivery)
        return found, after

    async def open_of(self, act: Act, whose: Document) -> list[Delivery]:
        """What of that filter is not over and the viewer may see, the oldest first."""
        over = {"$nin": [each.value for each in DeliveryState if each.is_over]}
        where: Document = {"$and": [whose, {"state": over}]}
        found = [Delivery.of(each) for each in await self.store.deliveries.find(where, sort=[("_id", 1)], limit=_MOST)]
        return [each for each in found if may("delivery.see", act, each)]

    async def _found(self, act: Act, number: str) -> list[Delivery]:
        """Those of a case number, or of what somebody says who collects it, that the viewer may see; others are not told of."""
        where: Document = {"$or": [{"case_number": number}, {"pickup": number.upper()}]}
        found = [Delivery.of(each) for each in await self.store.deliveries.find(where, sort=[("_id", 1)])]
        return [each for each in found if may("delivery.see", act, each)]

    async def on_case_revoked(self, row: OutboxRow) -> None:
        """The decision was taken back: what has not left is not handed over. Consumes `case.revoked` and `case.annulled`, safe to run twice.

        Raises `Unavailable` where somebody acted on it at this moment: the outbox delivers again.
        """
        for document in await self.store.deliveries.find({"case": row.subject_id}):
            delivery = Delivery.of(document)
            if delivery.state in (DeliveryState.WAITING, DeliveryState.TO_SEND, DeliveryState.RETURNED):
                after = delivery.model_copy(update={"state": DeliveryState.CANCELLED, "check_at": None})
                if await self._changed(self._system(), delivery, after, "delivery.cancelled", []) is None:
                    raise Unavailable()

    async def on_case_questioned(self, row: OutboxRow) -> None:
        """The decision is to be taken back: what has not left stays here until that is decided, and goes on where the decision stands.
        Whoever waits for it is told of both. Consumes `QUESTIONED` of `backend.cases`, safe to run twice. Raises as `on_case_revoked`.
        """
        verb = await self.questioned(row.subject_id)
        for document in await self.store.deliveries.find({"case": row.subject_id}):
            delivery = Delivery.of(document)
            if delivery.state not in _STOPPABLE or delivery.held == verb:
                continue
            sends = delivery.state is DeliveryState.TO_SEND
            check_at = self.clock.now() if sends and not verb else None
            after = delivery.model_copy(update={"held": verb, "check_at": check_at})
            action = "delivery.held" if verb else "delivery.goes_on"
            if await self._changed(self._system(), delivery, after, action, self._tell_of_hold(after)) is None:
                raise Unavailable()

    async def questioned(self, case_id: str) -> str:
        """How the decision of a case is to be taken back; empty where it stands."""
        document = await self.store.cases.get(case_id)
        return Case.of(document).questioned if document is not None else ""

    def _tell_of_hold(self, delivery: Delivery) -> list[NoticeOrder]:
        """Of what somebody may be on their way for, or waits for at home; what came back is not under way."""
        if delivery.state not in (DeliveryState.WAITING, DeliveryState.TO_SEND):
            return []
        if delivery.held:
            return self._tell(delivery, "delivery_held", verb=delivery.held)
        sends = delivery.state is DeliveryState.TO_SEND
        how = "照常寄给您" if sends else f"可以带身份证到{where_of(delivery)}领取，取件码 {delivery.pickup}"
        return self._tell(delivery, "delivery_goes_on", how=how)

    async def _load(self, delivery_id: str) -> Delivery:
        document = await self.store.deliveries.get(delivery_id)
        if document is None:
            raise NotFound()
        return Delivery.of(document)

    async def _taken(self, act: Act, delivery_id: str, version: int, *states: DeliveryState) -> Delivery:
        """A delivery in one of these states, as it stands on the page. Raises what stands against the act, the right first."""
        delivery = await self._load(delivery_id)
        require("delivery.handle", act, delivery)
        if delivery.state not in states:
            raise WrongState(f"这份结果现在是「{delivery.state.label}」，不能这样办。请刷新后查看。")
        if delivery.version != version:
            raise StaleVersion()
        return delivery

    async def _changed(
        self, act: Act, before: Delivery, after: Delivery, action: str, notices: list[NoticeOrder], session: Session | None = None
    ) -> Delivery | None:
        """Compare-and-set; None where somebody was faster."""
        document = after.to_document()
        detail = {"item": after.item, "case": after.case, "state": after.state.value}
        event = event_of(act, action, detail=detail, notices=notices)
        where = {"_id": before.id, "version": before.version}
        written = await self.store.deliveries.change(where, {"$set": {key: document[key] for key in _MOVING}}, event, session=session)
        return Delivery.of(written) if written else None

    async def _set(
        self, act: Act, before: Delivery, after: Delivery, action: str, notices: list[NoticeOrder], session: Session | None = None
    ) -> Delivery:
        """As `_changed`. Raises `StaleVersion` where somebody was faster."""
        delivery = await self._changed(act, before, after, action, notices, session)
        if delivery is None:
            raise StaleVersion()
        return delivery

    def _tell(self, delivery: Delivery, template: str, **data: str) -> list[NoticeOrder]:
        filled: dict[str, Any] = {"item": delivery.item_name, "number": delivery.case_number, "case": delivery.case}
        filled |= {"result": delivery.kind, "counter": where_of(delivery), "pickup": delivery.pickup, **data}
        return [NoticeOrder(to=delivery.person, template=template, data=filled)]

    def _system(self) -> Act:
        return Act(SystemActor(id="delivery"), self.clock.now(), channel="system")


def _to_hand_over(act: Act) -> Document:
    actor = act.actor
    if not isinstance(actor, StaffActor):
        return {"department": None}
    over = {"$nin": [each.value for each in DeliveryState if each.is_over]}
    own: Document = {"department": actor.department, "state": over}
    if actor.region is None or not actor.has(Role.RECEPTIONIST):
        return own
    theirs: Document = {"window": actor.region, "state": over} | ({"window_town": actor.town} if actor.town is not None else {})
    here: Document = {"hall": actor.hall, "region": actor.region, "window": None, "state": over}
    return {"$or": [own, theirs, here]}


def where_of(waits: Waits | Delivery) -> str:
    """「云城区政务服务中心（云城区云山大道1号）窗口（周一至周五 9:00–12:00）」: the counter and when it is open."""
    return (waits.place or "窗口") + (f"（{waits.hours}）" if waits.hours else "")


def by(act: Act) -> Somebody:
    """Who acts, as a delivery keeps it."""
    department = act.actor.department if isinstance(act.actor, StaffActor) else None
    return Somebody(id=act.actor.id, name=act.actor.name, department=department)

"""Deliveries as they are answered. An address is in full for whose it is, masked for all others."""

from backend.people import mask_name
from backend.permissions import may
from models.acts import Act, CitizenActor
from models.deliveries import Delivery, DeliveryMethod, DeliveryState, DeliveryView, Recipient, TrackingView

_ACTIONS = {
    DeliveryState.WAITING: ["hand-over", "take-back"],
    DeliveryState.TO_SEND: ["to-counter"],
    DeliveryState.RETURNED: ["resend", "to-counter", "take-back"],
    DeliveryState.LOST: ["resend", "to-counter", "take-back"],
}
_HANDING_OUT = frozenset({"hand-over", "resend"})
_NOWHERE = {"place": "", "hours": "", "pickup": ""}  # of a parcel


def delivery_view(act: Act, delivery: Delivery) -> DeliveryView:
    """A delivery for whoever may see it."""
    own = isinstance(act.actor, CitizenActor) and act.acting is None
    taken, to, waybill = delivery.collection, delivery.recipient, delivery.waybill
    collected = delivery.method is DeliveryMethod.COUNTER
    held = f"决定拟{delivery.held}，先不交付" if delivery.held and delivery.state in _ACTIONS else ""
    actions = [each for each in _ACTIONS.get(delivery.state, []) if not held or each not in _HANDING_OUT]
    kept = delivery.model_dump(
        include={"id", "case", "case_number", "item_name", "person_name", "kind", "number", "opened_at", "done_at", "version"}
    )
    kept |= delivery.model_dump(include={"place", "hours", "pickup"}) if collected else _NOWHERE
    return DeliveryView(
        **kept,
        method=delivery.method.value,
        method_label=delivery.method.label,
        state=delivery.state.value,
        label=held or delivery.state.label,
        held=held,
        recipient=(to.name if own else mask_name(to.name)) if to else "",
        address=_address(to, own=own),
        waybill=waybill.number if waybill else "",
        tracking=[TrackingView(at=event.at, text=event.text) for each in delivery.waybills for event in each.events],
        collected_by=taken.by.name if taken else "",
        collected_for=delivery.person_name if taken and taken.agent_under else "",
        actions=actions if may("delivery.handle", act, delivery) else [],
    )


def _address(to: Recipient | None, *, own: bool) -> str:
    if to is None:
        return ""
    return to.town + to.detail if own else f"{to.town}***"

"""Slips as they are answered."""

from datetime import datetime

from backend.payments.settling import open_order
from backend.people import mask_name
from backend.permissions import may
from models.acts import Act, is_enterprise
from models.payments import (
    Bill,
    BillState,
    BillView,
    LineView,
    OrderView,
    PublicReceiptView,
    ReceiptView,
    RefundState,
    RefundView,
    yuan,
)


def bill_view(act: Act, bill: Bill) -> BillView:
    """A slip for whoever may see it."""
    kept = bill.model_dump(
        include={"id", "number", "case", "case_number", "item_name", "person_name", "ended_for", "due", "drawn_at", "settled_at", "version"}
    )
    paid = bill.payment
    return BillView(
        **kept,
        blocks=bill.blocks.value,
        state=bill.state.value,
        label=bill.state.label,
        lines=[
            LineView(
                **each.model_dump(include={"name", "price", "quantity", "unit", "basis", "waived_for"}),
                amount=yuan(0 if each.waived_for else each.fen),
            )
            for each in bill.lines
        ],
        total=yuan(bill.total_fen),
        reduced=yuan(bill.reduced_fen),
        reduced_for=bill.reduction.reason if bill.reduction else "",
        due_amount=yuan(bill.due_fen),
        overdue=bill.state is BillState.OPEN and bill.due <= act.at,
        paid_by=paid.method.label if paid else None,
        order=_order(bill, act.at),
        refunds=[
            RefundView(
                **each.model_dump(include={"id", "reason", "at", "done_at"}),
                amount=yuan(each.fen),
                state=each.state.value,
                label=each.state.label,
            )
            for each in bill.refunds
        ],
        receipt=ReceiptView(**bill.receipt.model_dump()) if bill.receipt else None,
        actions=_actions(act, bill),
    )


def public_receipt_view(bill: Bill, collector: str) -> PublicReceiptView:
    """What anybody who holds a receipt may know."""
    receipt = bill.receipt
    assert receipt is not None  # the slip was found by it
    return PublicReceiptView(
        **receipt.model_dump(include={"code", "number", "at", "void_at"}),
        collector=collector,
        item_name=bill.item_name,
        amount=yuan(bill.due_fen),
        payer=bill.person_name if is_enterprise(bill.person) else mask_name(bill.person_name),
        valid=receipt.void_at is None,
    )


def _order(bill: Bill, at: datetime) -> OrderView | None:
    order = open_order(bill, at) if bill.state is BillState.OPEN else None
    return OrderView(id=order.id, amount=yuan(order.fen), token=order.token, expires_at=order.expires_at) if order else None


def _actions(act: Act, bill: Bill) -> list[str]:
    found = []
    if bill.state is BillState.OPEN:
        found = [name for name in ("pay", "collect", "reduce") if may(f"bill.{name}", act, bill)]
    waiting = any(each.state is RefundState.AT_COUNTER for each in bill.refunds)
    return [*found, *(["hand-back"] if waiting and may("bill.collect", act, bill) else [])]

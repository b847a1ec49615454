"""What becomes of a slip when money comes, when it does not, and when it goes back. Pure: each gives the slip as it is after.

A slip is settled by exactly its amount while it is open. Whatever else arrives — too much, too little, a second time, too late —
goes back whole, the way it came.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from backend.ids import new_id
from models.cases import Somebody
from models.payments import Bill, BillState, Order, OrderState, PaymentMethod, Receipt, Refund, RefundState

_REFUSED_AGAIN = timedelta(hours=1)
_FIRST_CHECK = timedelta(minutes=2)
WRONG_AMOUNT, TWICE, NEEDLESS = "付款金额与应缴金额不一致", "这张缴款书已经缴过，重复付款", "这张缴款书已经不用缴"


@dataclass(frozen=True)
class Came:
    """Money that arrived for an attempt. `fen`: what really came."""

    order: str
    fen: int
    trade: str = ""
    payer: str = ""


def received(bill: Bill, came: Came, at: datetime, receipt: Receipt) -> tuple[Bill, Refund | None] | None:
    """The slip once that money has arrived, and the refund where it goes back; None where it was known already.

    `receipt` is given where the slip is settled by it, and left unused otherwise.
    """
    order = bill.order(came.order)
    if order is None or order.state is OrderState.PAID:
        return None
    paid = {"state": OrderState.PAID, "paid_fen": came.fen, "paid_at": at, "trade": came.trade, "payer": came.payer}
    after = _with_order(bill, order.model_copy(update=paid))
    if bill.state is BillState.OPEN and came.fen == bill.due_fen:
        return after.model_copy(update={"state": BillState.PAID, "receipt": receipt, "settled_at": at}), None
    reason = {BillState.OPEN: WRONG_AMOUNT, BillState.PAID: TWICE}.get(bill.state, NEEDLESS)
    refund = _refund(order.model_copy(update=paid), reason, at)
    return after.model_copy(update={"refunds": [*after.refunds, refund]}), refund


def counted(bill: Bill, method: PaymentMethod, reference: str, by: Somebody, at: datetime) -> tuple[Bill, Came]:
    """The slip with an attempt at the counter, and the money that lies there."""
    order = Order(id=new_id("order"), method=method, fen=bill.due_fen, state=OrderState.OPEN, at=at, by=by)
    return bill.model_copy(update={"orders": [*bill.orders, order]}), Came(order.id, bill.due_fen, reference)


def cancelled(bill: Bill, why: str, at: datetime) -> Bill:
    """An open slip that need not be paid any more."""
    return bill.model_copy(update={"state": BillState.CANCELLED, "ended_for": why, "settled_at": at})


def sent_back(bill: Bill, why: str, at: datetime) -> Bill | None:
    """A paid slip whose money goes back, its receipt void; None where it was not paid, or went back already."""
    gone = {each.order for each in bill.refunds}
    order = next((each for each in bill.orders if each.state is OrderState.PAID and each.id not in gone), None)
    if bill.state is not BillState.PAID or order is None or bill.receipt is None:
        return None
    void = bill.receipt.model_copy(update={"void_at": at})
    return bill.model_copy(update={"refunds": [*bill.refunds, _refund(order, why, at)], "receipt": void, "ended_for": why})


def closed(bill: Bill, order: Order) -> Bill:
    """An attempt nobody will pay any more."""
    return _with_order(bill, order.model_copy(update={"state": OrderState.CLOSED}))


def asked(bill: Bill, order: Order) -> Bill:
    """The bank was asked, and the attempt is still open."""
    return _with_order(bill, order.model_copy(update={"checks": order.checks + 1}))


def registered(bill: Bill, order: Order, token: str) -> Bill:
    """The bank knows the attempt."""
    return _with_order(bill, order.model_copy(update={"token": token}))


def refused_back(bill: Bill, refund: Refund, at: datetime, most: int) -> tuple[Bill, bool]:
    """The slip after the bank would not give money back, to be asked anew in an hour; at the `most`-th time it waits at the counter
    for the payer's own hands: then True."""
    refusals = refund.refusals + 1
    over = refusals >= most
    state, again_at = (RefundState.AT_COUNTER, None) if over else (refund.state, at + _REFUSED_AGAIN)
    after = refund.model_copy(update={"refusals": refusals, "state": state, "again_at": again_at})
    return bill.model_copy(update={"refunds": [after if each.id == refund.id else each for each in bill.refunds]}), over


def given_back(bill: Bill, refund: Refund, at: datetime, trade: str = "", by: Somebody | None = None) -> Bill:
    """The money is back with the payer."""
    done = refund.model_copy(update={"state": RefundState.DONE, "trade": trade, "done_at": at, "by": by})
    return bill.model_copy(update={"refunds": [done if each.id == refund.id else each for each in bill.refunds]})


def open_order(bill: Bill, at: datetime) -> Order | None:
    """The attempt on the phone that can still be paid, for the amount that is due now."""
    return next(
        (
            each
            for each in bill.orders
            if each.state is OrderState.OPEN and each.fen == bill.due_fen and each.expires_at and at < each.expires_at
        ),
        None,
    )


def next_check(bill: Bill) -> datetime | None:
    """When the bank must be asked next: after an open attempt at growing intervals, at once where money is to go back."""
    moments = [_asked_next(bill, each) for each in bill.orders if each.state is OrderState.OPEN]
    moments += [each.again_at or each.at for each in bill.refunds if each.state is RefundState.DUE]
    return min(moments, default=None)


def _asked_next(bill: Bill, order: Order) -> datetime:
    if bill.state is not BillState.OPEN or order.expires_at is None:
        return order.at  # to be closed
    return min(order.at + _FIRST_CHECK * 2**order.checks, order.expires_at)


def _refund(order: Order, reason: str, at: datetime) -> Refund:
    state = RefundState.DUE if order.method is PaymentMethod.ONLINE else RefundState.AT_COUNTER
    return Refund(id=new_id("refund"), order=order.id, fen=order.paid_fen, reason=reason, state=state, at=at)


def _with_order(bill: Bill, order: Order) -> Bill:
    return bill.model_copy(update={"orders": [order if each.id == order.id else each for each in bill.orders]})

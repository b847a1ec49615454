"""What the bank of the sandbox knows: orders, payments, refunds. Kept in memory."""

import secrets
from dataclasses import dataclass, field

from models.bank import BankAnswer, BankOrder, BankOrderState, BankRefund, NewOrder, NewRefund

CLOSED_SINCE = "6299"  # accounts that begin so pay, and are closed when money comes back


@dataclass
class BankWorld:
    """Every order and refund, by number."""

    orders: dict[str, BankOrder] = field(default_factory=dict[str, BankOrder])
    notify: dict[str, str] = field(default_factory=dict[str, str])  # order → where to tell
    refunds: dict[str, BankRefund] = field(default_factory=dict[str, BankRefund])

    def create(self, asked: NewOrder) -> BankAnswer:
        """Registers an order."""
        known = self.orders.get(asked.order)
        if known is not None and known.fen != asked.fen:
            return BankAnswer(code="ORDER_CONFLICT")
        if known is None:
            known = BankOrder(order=asked.order, state=BankOrderState.OPEN, fen=asked.fen, token=f"pay_{secrets.token_hex(8)}")
            self.orders[asked.order], self.notify[asked.order] = known, asked.notify_url
        return BankAnswer(code="OK", order=known)

    def find(self, order: str) -> BankAnswer:
        """Where an order stands."""
        known = self.orders.get(order)
        return BankAnswer(code="OK", order=known) if known else BankAnswer(code="ORDER_UNKNOWN")

    def close(self, order: str) -> BankAnswer:
        """Closes what is open."""
        known = self.orders.get(order)
        if known is not None and known.state is BankOrderState.OPEN:
            self.orders[order] = known.model_copy(update={"state": BankOrderState.CLOSED})
        return self.find(order)

    def pay(self, order: BankOrder, fen: int, account: str) -> None:
        """Somebody pays."""
        came = {"state": BankOrderState.PAID, "paid_fen": fen, "trade": f"T{secrets.token_hex(8).upper()}"}
        self.orders[order.order] = order.model_copy(update={**came, "payer": f"{account[:4]}****{account[-4:]}"})

    def refund(self, asked: NewRefund) -> BankAnswer:
        """Gives money back."""
        if (known := self.refunds.get(asked.refund)) is not None:
            same = (known.order, known.fen) == (asked.order, asked.fen)
            return BankAnswer(code="OK", refund=known) if same else BankAnswer(code="REFUND_CONFLICT")
        order = self.orders.get(asked.order)
        if order is None or order.state is not BankOrderState.PAID:
            return BankAnswer(code="NOT_PAID")
        if order.payer.startswith(CLOSED_SINCE):
            return BankAnswer(code="ACCOUNT_CLOSED")
        back = sum(each.fen for each in self.refunds.values() if each.order == asked.order)
        if back + asked.fen > order.paid_fen:
            return BankAnswer(code="REFUND_EXCEEDS")
        made = BankRefund(refund=asked.refund, order=asked.order, fen=asked.fen, trade=f"R{secrets.token_hex(8).upper()}")
        self.refunds[asked.refund] = made
        return BankAnswer(code="OK", refund=made)

    def reset(self) -> None:
        """Nothing was ever ordered."""
        self.orders.clear()
        self.notify.clear()
        self.refunds.clear()

"""Paying on the phone, through the bank: attempts, its notices, and asking it after whatever nobody told us.

What is not known is asked again until it is: a payment survives the loss of a notice, of an answer, and of this process.
"""

from contextlib import suppress
from datetime import timedelta
from functools import partial

import structlog

from backend.bank import Bank, BankRefused, BankUnavailable
from backend.errors import Forbidden, NotFound, StaleVersion, Unavailable, WrongState
from backend.grants import Grants
from backend.idempotency import once
from backend.ids import new_id, readable_code
from backend.payments.bills import Bills
from backend.payments.settling import Came, asked, closed, given_back, open_order, received, refused_back, registered
from backend.permissions import may, require
from backend.store import Session
from backend.store.indexes import due
from models.acts import Act, Power
from models.bank import BankOrder, BankOrderState, Envelope
from models.base import NoticeOrder
from models.payments import Bill, BillState, BillVersionBody, Order, OrderState, PaymentMethod, Receipt, Refund, RefundState, yuan

log = structlog.get_logger()
_BATCH = 100
_TRIES = 5
_NOT_ALLOWED = "缴费要有代办申请的授权，委托人给您的授权里没有这一项。请联系委托人补充授权，或者由委托人自己缴。"
STANDING = {
    BillState.PAID: "这张缴款书已经缴过了，不用再缴。",
    BillState.WAIVED: "这张缴款书已经减免，不用缴。",
    BillState.CANCELLED: "这张缴款书已经不用缴了。",
}


def standing(bill: Bill) -> str:
    """Why nothing is to be paid on a slip, in words: of one that was replaced, that there is another."""
    why = bill.ended_for if bill.state is BillState.CANCELLED else ""
    return STANDING[bill.state].replace("。", f"（{why}）。") if why else STANDING[bill.state]


class Online(Bills):
    """Payments through the bank."""

    bank: Bank
    grants: Grants

    async def pay(self, act: Act, bill_id: str, body: BillVersionBody) -> Bill:
        """Begins a payment on the phone, or finds the one that is open, and has the bank know of it.

        Raises `NotFound`, `Forbidden` to an agent who may not apply, `WrongState` where nothing is to be paid, `StaleVersion`, `BankUnavailable` — asked again with the same
        key it goes on where it stopped.
        """
        bill = await self._begun(act, bill_id, body)
        order = open_order(bill, act.at)
        if order is None:
            raise WrongState(STANDING.get(bill.state, "这次付款已经超时关闭，请重新发起缴费。"))
        if order.token:
            return bill
        assert order.expires_at is not None
        known = await self.bank.create(order.id, order.fen, bill.item_name, order.expires_at)
        written = await self._changed(act, bill, registered(bill, order, known.token), None, [])
        return written or await self._load(bill_id)

    @once("bills", Bill)
    async def _begun(self, act: Act, bill_id: str, body: BillVersionBody) -> Bill:
        bill = await self._load(bill_id)
        require("bill.owe", act, bill)
        if not may("bill.pay", act, bill):
            raise Forbidden(_NOT_ALLOWED)
        if bill.state is not BillState.OPEN:
            raise WrongState(standing(bill))
        if bill.version != body.version:
            raise StaleVersion()
        if open_order(bill, act.at) is not None:
            return bill
        order = Order(
            id=new_id("order"),
            method=PaymentMethod.ONLINE,
            fen=bill.due_fen,
            state=OrderState.OPEN,
            at=act.at,
            expires_at=act.at + timedelta(minutes=self.policy.order_minutes),
        )
        after = bill.model_copy(update={"orders": [*bill.orders, order]})

        async def write(session: Session | None) -> Bill:
            return await self._set(act, bill, after, "bill.payment_begun", [], session)

        return await self.grants.under(act, Power.SUBMIT, bill.item, write, subject=bill.case, what="缴费")

    async def notified(self, envelope: Envelope) -> None:
        """The bank says that an order was paid; told twice it counts once. Raises `Forbidden` for a notice that is not the bank's,
        `NotFound` for an order that is not ours."""
        said = self.bank.notified(envelope)
        document = await self.store.bills.find_one({"orders.id": said.order}, fields=["_id"])
        if document is None:
            log.error("payment_unknown", order=said.order)
            raise NotFound("没有这笔订单。")
        if said.state is BankOrderState.PAID:
            await self._came(document["_id"], said)

    async def tick(self) -> int:
        """Asks the bank after attempts whose outcome nobody told us, and has money go back. Periodic, safe to run twice at once."""
        now = self.clock.now()
        documents = await self.store.bills.find({"check_at": due(now)}, sort=[("check_at", 1)], limit=_BATCH)
        for document in documents:
            try:
                await self._look(Bill.of(document))
            except BankUnavailable:
                break  # the next turn asks again
            except Unavailable:
                continue  # somebody acted on it at this moment
        return len(documents)

    async def _look(self, bill: Bill) -> None:
        for order in [each for each in bill.orders if each.state is OrderState.OPEN]:
            bill = await self._asked_after(bill, order)
        for refund in [each for each in bill.refunds if each.state is RefundState.DUE]:
            bill = await self._given_back(bill, refund)

    async def _asked_after(self, bill: Bill, order: Order) -> Bill:
        over = bill.state is not BillState.OPEN or order.expires_at is None or order.expires_at <= self.clock.now()
        said = await (self.bank.close(order.id) if over else self.bank.query(order.id))
        if said is not None and said.state is BankOrderState.PAID:
            return await self._came(bill.id, said)
        unknown = said is None and order.token == "" and not over  # the bank may not have heard of it yet
        still = unknown or (said is not None and said.state is BankOrderState.OPEN)
        after = asked(bill, order) if still else closed(bill, order)
        return await self._kept(bill, after)

    async def _came(self, bill_id: str, said: BankOrder) -> Bill:
        """Books money that arrived, once, whoever else acts on the slip meanwhile."""
        came, act = Came(said.order, said.paid_fen, said.trade, said.payer), self.system_act()
        for _ in range(_TRIES):
            bill = await self._load(bill_id)
            with suppress(StaleVersion):
                return await self.store.transact(partial(self._booked, act, bill, came))
        raise Unavailable()

    async def _booked(self, act: Act, bill: Bill, came: Came, session: Session) -> Bill:
        """Raises `StaleVersion` where somebody was faster; no number is taken then."""
        booked = received(bill, came, act.at, await self._receipt(act, bill, came.fen, session))
        if booked is None:
            return bill
        after, refund = booked
        action, notices = ("bill.surplus", self._tell_surplus(after, refund)) if refund else ("bill.paid", self._tell_paid(after))
        return await self._set(act, bill, after, action, notices, session)

    async def _given_back(self, bill: Bill, refund: Refund) -> Bill:
        try:
            said = await self.bank.refund(refund.id, refund.order, refund.fen, refund.reason)
        except BankRefused:
            return await self._refused_back(bill, refund)
        act = self.system_act()
        after = given_back(bill, refund, act.at, said.trade)
        written = await self._changed(act, bill, after, "bill.refunded", self._tell(after, "payment_refunded", amount=yuan(refund.fen)))
        if written is None:
            raise Unavailable()
        return written

    async def _refused_back(self, bill: Bill, refund: Refund) -> Bill:
        """It is asked for again; where it cannot go back the way it came, the payer is told to fetch it at the counter."""
        act = self.system_act()
        after, over = refused_back(bill, refund, act.at, self.policy.refund_tries)
        action = "bill.refund_at_counter" if over else None
        notices = self._tell(after, "payment_refund_at_counter", amount=yuan(refund.fen)) if over else []
        written = await self._changed(act, bill, after, action, notices)
        if written is None:
            raise Unavailable()
        return written

    async def _kept(self, before: Bill, after: Bill) -> Bill:
        written = await self._changed(self.system_act(), before, after, None, [])
        if written is None:
            raise Unavailable()
        return written

    async def _receipt(self, act: Act, bill: Bill, fen: int, session: Session) -> Receipt:
        """The receipt of a payment that settles the slip. Fiscal receipts are numbered without gaps: a number is taken with the slip it
        settles, or not at all."""
        settles = bill.state is BillState.OPEN and fen == bill.due_fen
        number = await self.store.next_number(f"receipts:{self.policy.receipt_code}", session) if settles else 0
        return Receipt(code=self.policy.receipt_code, number=f"{number:010d}", check_code=readable_code(6), at=act.at)

    def _tell_paid(self, bill: Bill) -> list[NoticeOrder]:
        return self._tell(bill, "payment_received", amount=yuan(bill.due_fen), receipt=bill.receipt.number if bill.receipt else "")

    def _tell_surplus(self, bill: Bill, refund: Refund) -> list[NoticeOrder]:
        return self._tell(bill, "payment_refunding", reason=refund.reason)
